// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

extension SafetyGates {
  /// The hours before a sign of an immediate allergy in which its food was eaten.
  static let immediateHours = 2.0

  /// Signs of an immediate allergy, with the foods before them and the groups of those and of the
  /// allergens that the signs' own words name.
  func immediateAllergy() -> (
    evidence: Evidence, foods: [AnalysisResults.SafetyGate.Food], groups: [GroupID]
  ) {
    var found = evidence(SafetyPhrases.immediate)
    // In a profile only what follows a food counts, which is among the signs above.
    lazy var meals = MealTimes(frame: frame)
    found.merge(
      evidence(SafetyPhrases.hives) { index, entry in
        entry.kind != .profile
          && (index >= frame.entries.count || meals.precede(entry, within: Self.immediateHours))
      })
    guard !found.isEmpty else { return (found, [], []) }
    let spoken = found.texts.flatMap { allergensInWords(Denial.affirmed($0)) }
    let eaten = eaten(before: found.entries, meals)
    for food in eaten.keys.sorted() { found.add("", food) }
    let foods = named(eaten)
    return (found, foods, Set(foods.flatMap(\.groups) + spoken).sorted())
  }

  /// The foods before any of these entries, by their places, with the least hours between.
  private func eaten(before signs: [Int], _ meals: MealTimes) -> [Int: Double?] {
    var eaten: [Int: Double?] = [:]
    for sign in signs {
      for before in meals.foods(before: frame.anyEntry(sign), within: Self.immediateHours) {
        let hours = [eaten[before.food] ?? nil, before.hours].compactMap(\.self)
        eaten.updateValue(hours.min(), forKey: before.food)
      }
    }
    return eaten
  }

  /// One item for each name, in the order in which they come first.
  private func named(_ eaten: [Int: Double?]) -> [AnalysisResults.SafetyGate.Food] {
    var groups: [Int: Set<GroupID>] = [:]
    for exposure in exposures {
      for meal in exposure.meals {
        guard let entry = meal.entry, eaten[entry] != nil else { continue }
        groups[entry, default: []].insert(exposure.group)
      }
    }
    var places: [String: Int] = [:]
    var foods: [AnalysisResults.SafetyGate.Food] = []
    for (entry, hours) in eaten.sorted(by: { $0.key < $1.key }) {
      let name = frame.entries[entry].name
      let place = places[name] ?? foods.count
      if place == foods.count {
        places[name] = place
        foods.append(.init(name: name, entries: [], hoursBefore: nil, groups: []))
      }
      foods[place].entries.append(frame.reference(entry))
      foods[place].hoursBefore = [foods[place].hoursBefore, hours].compactMap(\.self).min()
      foods[place].groups = Set(foods[place].groups).union(groups[entry] ?? []).sorted()
    }
    return foods
  }
}
