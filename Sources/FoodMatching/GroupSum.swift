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
  ///
  /// - Parameters:
  ///   - entry: the dish.
  ///   - without: groups that a part brought that was taken out.
  ///   - perhaps: groups that it possibly brought; what the row holds for certain stays.
  ///   - excluded: groups of all that the text leaves out: what the row possibly holds of them
  ///     beyond its parts may be that.
  mutating func override(
    with entry: FoodEntry, without: GroupSet = [], perhaps: GroupSet = [],
    excluded: GroupSet = []
  ) {
    let ownPossible = entry.ownPossible.subtracting(without.union(perhaps))
    let lowered = certain.intersection(ownPossible)
    certain.subtract(lowered)
    certain.formUnion(entry.ownCertain.subtracting(without))
    certain.subtract(entry.absent)
    possible.formUnion(ownPossible.subtracting(excluded).union(lowered))
    possible.subtract(entry.absent)
    possible.subtract(certain)
  }
}
