// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// What the profile entries say about the person.
struct Profile: Sendable {
  /// A fact in the diary's words, and the place of its entry.
  struct Fact: Hashable, Sendable {
    var text: String
    var entry: Int
  }

  var age: (years: Double, entry: Int)?
  var height: (centimetres: Double, entry: Int)?
  var weight: (kilograms: Double, entry: Int)?
  var conditions: [Fact] = []
  var allergies: [Fact] = []
  var pregnancy: Fact?
  var suspects: Set<GroupID> = []

  init(frame: DiaryFrame) {
    for (index, entry) in frame.entries.enumerated() {
      if entry.kind == .context, Words.normal(entry.name) == "weight",
        let kilograms = entry.value?.number, weight == nil
      {
        weight = (kilograms, index)
      }
      guard entry.kind == .profile else { continue }
      read(entry, index)
    }
  }

  /// The body-mass index in kg/m²; `nil` where height or weight is not given or not believable.
  var bodyMassIndex: (value: Double, entry: Int)? {
    guard let height, let weight, (50...250).contains(height.centimetres),
      (2...400).contains(weight.kilograms)
    else { return nil }
    let metres = height.centimetres / 100
    return (weight.kilograms / (metres * metres), weight.entry)
  }

  private mutating func read(_ entry: Entry, _ index: Int) {
    let number = entry.value?.number ?? Self.text(entry).flatMap { Double($0) }
    let text = [Self.text(entry), entry.note].compactMap(\.self).joined(separator: " ")
    switch Words.normal(entry.name) {
    case "age": if let number, number.isFinite { age = (number, index) }
    case "height":
      if let number, number.isFinite { height = (number < 3 ? number * 100 : number, index) }
    case "weight": if let number, number.isFinite { weight = (number, index) }
    case "condition", "diagnosis", "conditions": conditions.append(Fact(text: text, entry: index))
    case "allergy", "allergies": allergies.append(Fact(text: text, entry: index))
    case "pregnancy", "pregnant", "breast-feeding", "breastfeeding":
      if ConfounderTable.isPresent(entry) {
        pregnancy = Fact(text: text.isEmpty ? entry.name : "\(entry.name): \(text)", entry: index)
      }
    case "suspects":
      let named = text.split(whereSeparator: { " ,;".contains($0) }).map {
        GroupID(rawValue: $0.lowercased())
      }
      suspects.formUnion(entry.groups ?? named.filter { $0.builtInIndex != nil })
    default: break
    }
  }

  private static func text(_ entry: Entry) -> String? {
    switch entry.value {
    case .text(let text): text
    case .number(let number): String(number)
    case nil: nil
    }
  }
}
