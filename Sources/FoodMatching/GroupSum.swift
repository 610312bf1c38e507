// SPDX-License-Identifier: Apache-2.0

/// The groups of several parts together.
struct GroupSum {
  /// The groups that are in for certain.
  var certain: GroupSet = []
  /// The groups that may be in.
  var possible: GroupSet = []

  /// Adds a part.
  mutating func add(_ certain: GroupSet, _ possible: GroupSet, isPossible: Bool) {
    if isPossible {
      self.possible.formUnion(certain.union(possible))
    } else {
      self.certain.formUnion(certain)
      self.possible.formUnion(possible)
    }
    self.possible.subtract(self.certain)
  }

  /// Applies what a dish's own row says over its parts, without some groups.
  mutating func override(with entry: FoodEntry, without: GroupSet = []) {
    let ownPossible = entry.ownPossible.subtracting(without)
    certain.subtract(ownPossible)
    certain.formUnion(entry.ownCertain.subtracting(without))
    certain.subtract(entry.absent)
    possible.formUnion(ownPossible)
    possible.subtract(entry.absent)
    possible.subtract(certain)
  }
}
