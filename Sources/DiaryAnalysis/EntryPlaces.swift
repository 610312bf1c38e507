// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Where the entries of a diary stand that most steps of the analysis look for.
struct EntryPlaces: Sendable {
  /// The foods.
  private(set) var foods: [Int] = []
  /// The different food texts, in the order in which they come first.
  private(set) var foodNames: [String] = []
  /// For each of `foods`, the place of its text in `foodNames`.
  private(set) var foodName: [Int] = []
  /// The symptoms; moods, energy and the like are contexts under any kind.
  private(set) var symptoms: [Int] = []
  /// The contexts.
  private(set) var contexts: [Int] = []
  /// The contexts with a time, and what is named as one but noted as a symptom.
  private(set) var circumstances: [Int] = []

  /// Looks at each entry once.
  init(_ entries: [Entry]) {
    var names: [String: Int] = [:]
    var kinds: [String: (isContext: Bool, isSymptom: Bool)] = [:]
    for index in entries.indices {
      switch entries[index].kind {
      case .food:
        let name = entries[index].name
        let place = names[name] ?? foodNames.count
        if place == foodNames.count {
          names[name] = place
          foodNames.append(name)
        }
        foods.append(index)
        foodName.append(place)
      case .context:
        contexts.append(index)
        if entries[index].time != nil { circumstances.append(index) }
      case .symptom:
        guard entries[index].time != nil else { continue }
        let name = entries[index].name
        let kind = kinds[name] ?? SymptomTable.kind(of: name)
        kinds[name] = kind
        if kind.isContext { circumstances.append(index) }
        if kind.isSymptom { symptoms.append(index) }
      default: continue
      }
    }
  }
}
