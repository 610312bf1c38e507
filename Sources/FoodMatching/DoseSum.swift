// SPDX-License-Identifier: Apache-2.0

public import DiaryModel

/// The grams of the groups' substances in usual portions of several foods.
struct DoseSum {
  /// One group's part of the sum.
  private struct Part {
    let group: GroupID
    var grams = 0.0
    var sources: [String] = []
  }

  /// By the bit of the group, built in or the user's.
  private var parts: [Int: Part] = [:]
  private var unknown: GroupSet = []

  /// The groups whose amount is known for each food that holds them for certain.
  private var known: [Part] {
    parts.filter { unknown.isDisjoint(with: GroupSet(number: $0.key)) }.map(\.value)
  }

  /// The grams of those groups.
  var grams: [GroupID: Double] {
    Dictionary(known.map { ($0.group, $0.grams) }) { first, _ in first }
  }

  /// The ids of the sources of those figures.
  var sources: [GroupID: [String]] {
    Dictionary(known.map { ($0.group, $0.sources) }) { first, _ in first }
  }

  /// Adds a usual portion of an entry that holds these groups in the text.
  ///
  /// What the text takes away, or lowers as "decaf" does, has no dose.
  mutating func add(_ entry: Int32, holding groups: GroupSum, in index: FoodIndex) {
    let food = index.entries[Int(entry)]
    var undosed = groups.certain
    for dose in food.doses.map({ index.doses[Int($0)] }) where food.portion > 0 {
      let group = GroupSet(number: dose.group)
      let isHeld = groups.certain.isSuperset(of: group)
      let isPossible = groups.possible.isSuperset(of: group) && !food.certain.isSuperset(of: group)
      guard isHeld || isPossible, let id = index.group(dose.group) else { continue }
      undosed.subtract(group)
      var part = parts[dose.group] ?? Part(group: id)
      part.grams += dose.gramsPer100 * food.portion / 100
      for source in index.sourceIDs(of: dose)
      where !part.sources.contains(source) {
        part.sources.append(source)
      }
      parts[dose.group] = part
    }
    unknown.formUnion(undosed)
  }
}

extension FoodClassifier {
  /// The grams of the groups' substances in the amount that was eaten, such as 9.6 g of lactose in
  /// 200 ml of milk.
  ///
  /// - Parameters:
  ///   - reading: what the text was understood as.
  ///   - text: the text, which may name the amount itself.
  ///   - value: the amount; `nil` where only the text names one.
  ///   - unit: its unit, such as `ml`, `g`, `cup` or `portion`; `nil` for portions.
  /// - Returns: grams by group, where they are known; each at least 0.
  public func doses(of reading: FoodReading, text: String, value: Double?, unit: String?)
    -> [GroupID: Double]
  {
    let portions = portions(of: reading, text: text, value: value, unit: unit)
    return reading.dosePerPortion.mapValues { $0 * portions }
  }
}
