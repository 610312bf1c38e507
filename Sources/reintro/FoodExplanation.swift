// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import FoodKnowledge

/// What a food text was understood as, and why, for people.
struct FoodExplanation {
  /// The explanation.
  let text: String

  /// Explains a food text.
  init(_ food: String, _ classifier: FoodClassifier) {
    let reading = classifier.classify(food)
    var lines = [
      food, "  certain   \(Self.list(reading.certain, classifier))",
      "  possible  \(Self.list(reading.possible, classifier))",
    ]
    if !reading.unknown.isEmpty {
      let words = reading.unknown.joined(separator: ", ")
      lines.append("  not understood: \(words) (so it may hold more than this)")
    }
    for evidence in reading.evidence { lines += Self.lines(evidence, classifier) }
    let doses = reading.dosePerPortion.sorted { $0.key < $1.key }.map(Self.dose)
    if !doses.isEmpty { lines.append("  in a usual portion: " + doses.joined(separator: ", ")) }
    lines += Self.doseSources(reading, classifier)
    lines += Self.amount(food, reading, classifier)
    lines += Self.dosesOfAmount(food, reading, classifier)
    for group in classifier.groups(in: reading.certain.union(reading.possible)) {
      if let dispute = group.dispute { lines.append("  \(group) is disputed: \(dispute)") }
    }
    text = lines.joined(separator: "\n")
  }

  private static func list(_ set: GroupSet, _ classifier: FoodClassifier) -> String {
    set.isEmpty ? "none" : classifier.groups(in: set).map(\.rawValue).joined(separator: ", ")
  }

  private static func lines(_ evidence: FoodReading.Evidence, _ classifier: FoodClassifier)
    -> [String]
  {
    let possible =
      evidence.possible.isEmpty ? "" : "; possibly \(list(evidence.possible, classifier))"
    var lines = [
      "  “\(evidence.span)” → \(evidence.entry): \(list(evidence.certain, classifier))\(possible)"
    ]
    lines += evidence.source.split(separator: ";").map { id in
      "      source: " + cited(String(id), classifier)
    }
    return lines
  }

  /// Where each dose is from, several doses of the same sources together.
  private static func doseSources(_ reading: FoodReading, _ classifier: FoodClassifier) -> [String]
  {
    let groups = reading.dosePerPortion.keys.sorted()
    var lines: [String] = []
    var said: [[String]] = []
    for group in groups {
      guard let ids = reading.doseSources[group], !said.contains(ids) else { continue }
      said.append(ids)
      let alike = groups.filter { reading.doseSources[$0] == ids }.map(\.rawValue)
      for id in ids {
        let name = alike.joined(separator: ", ")
        lines.append("      source of \(name): \(cited(id, classifier))")
      }
    }
    return lines
  }

  /// A source's id and what it stands for.
  private static func cited(_ id: String, _ classifier: FoodClassifier) -> String {
    id + (classifier.citation(for: id).map { ": \($0)" } ?? "")
  }

  /// Caffeine and traces in mg, alcohol also in drinks of 10 g, all else in g.
  private static func dose(_ group: GroupID, _ grams: Double) -> String {
    if group.rawValue == "caffeine" || grams < 0.05 {
      return "\(group) \(Int((min(grams, 1_000) * 1_000).rounded())) mg"
    }
    let tenths = "\(group) \((grams * 10).rounded() / 10) g"
    return group.rawValue == "alcohol"
      ? tenths + " (\(grams.rounded() / 10) drinks of 10 g)" : tenths
  }

  /// The doses of the amount that the text names, where it is not one usual portion.
  private static func dosesOfAmount(
    _ food: String, _ reading: FoodReading, _ classifier: FoodClassifier
  ) -> [String] {
    let portions = classifier.portions(of: reading, text: food, value: nil, unit: nil)
    guard portions != 1, !reading.dosePerPortion.isEmpty else { return [] }
    let doses = classifier.doses(of: reading, text: food, value: nil, unit: nil)
    let list = doses.sorted { $0.key < $1.key }.map(Self.dose)
    return ["  in this amount: " + list.joined(separator: ", ")]
  }

  private static func amount(_ food: String, _ reading: FoodReading, _ classifier: FoodClassifier)
    -> [String]
  {
    guard !reading.evidence.isEmpty else { return [] }
    let portions = classifier.portions(of: reading, text: food, value: nil, unit: nil)
    let grams = reading.portionGrams.map { ", of \(Int(min($0, 100_000).rounded())) g each" } ?? ""
    return ["  amount: \((portions * 100).rounded() / 100) usual portions\(grams)"]
  }
}
