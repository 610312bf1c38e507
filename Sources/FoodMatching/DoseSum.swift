// SPDX-License-Identifier: Apache-2.0

public import DiaryModel

/// The grams of the groups' substances in usual portions of several foods.
struct DoseSum {
  private var sum: [GroupID: Double] = [:]
  private var ids: [GroupID: [String]] = [:]
  private var unknown: GroupSet = []

  /// The grams, of the groups whose amount is known for each food that holds them for certain.
  var grams: [GroupID: Double] {
    sum.filter { group, _ in unknown.isDisjoint(with: GroupSet([group])) }
  }

  /// The ids of the sources of those figures.
  var sources: [GroupID: [String]] {
    let known = grams
    return ids.filter { group, _ in known[group] != nil }
  }

  /// Adds a usual portion of an entry that holds these groups in the text.
  ///
  /// What the text takes away, or lowers as "decaf" does, has no dose.
  mutating func add(_ entry: Int32, holding groups: GroupSum, in index: FoodIndex) {
    let food = index.entries[Int(entry)]
    var undosed = groups.certain
    for dose in food.doses.map({ index.doses[Int($0)] }) where food.portion > 0 {
      let group = GroupSet(rawValue: 1 << UInt64(truncatingIfNeeded: dose.group))
      let isHeld = groups.certain.isSuperset(of: group)
      let isPossible = groups.possible.isSuperset(of: group) && !food.certain.isSuperset(of: group)
      guard isHeld || isPossible, let id = index.group(dose.group) else { continue }
      undosed.subtract(group)
      sum[id, default: 0] += dose.gramsPer100 * food.portion / 100
      for source in index.text(dose.source).split(separator: ";").map(String.init)
      where !ids[id, default: []].contains(source) {
        ids[id, default: []].append(source)
      }
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
