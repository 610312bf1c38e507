// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The groups that no advice may name while others are withheld, because the same foods hold both.
struct WithheldGroups: Sendable {
  /// The share of a group's meals from which they are mostly foods with a withheld group.
  static let mostly = 0.5
  /// Groups that always come with another: foods with lactose are milk.
  static let always: [String: [String]] = ["dairy": ["lactose"]]
  /// Groups that come with another where the diary has no other food with them.
  static let usually: [String: [String]] = ["gluten": ["fructan", "yeast"], "soy": ["gos"]]

  let exposures: [GroupExposure]

  /// The groups, and those whose foods in this diary mostly hold one of them; none stays none.
  func with(_ groups: [GroupID]) -> [GroupID] {
    guard !groups.isEmpty else { return [] }
    var all = Set(groups)
    all.formUnion(groups.flatMap { Self.always[$0.rawValue] ?? [] }.map(GroupID.init(rawValue:)))
    let held = entries(holding: Set(groups))
    var isEatenElse: Set<GroupID> = []
    for exposure in exposures where !all.contains(exposure.group) {
      let certain = exposure.meals.filter(\.certain)
      let meals = (certain.isEmpty ? exposure.meals : certain).compactMap(\.entry)
      guard !meals.isEmpty else { continue }
      let share = Double(meals.count { held.contains($0) }) / Double(meals.count)
      if share >= Self.mostly {
        all.insert(exposure.group)
      } else {
        isEatenElse.insert(exposure.group)
      }
    }
    let usual = groups.flatMap { Self.usually[$0.rawValue] ?? [] }.map(GroupID.init(rawValue:))
    all.formUnion(usual.filter { !isEatenElse.contains($0) })
    return all.sorted()
  }

  /// The food entries that hold any of the groups for certain.
  private func entries(holding groups: Set<GroupID>) -> Set<Int> {
    let meals = exposures.filter { groups.contains($0.group) }.flatMap(\.meals)
    return Set(meals.filter(\.certain).compactMap(\.entry))
  }
}
