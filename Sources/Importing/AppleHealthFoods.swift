// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Foods of an Apple Health export that no correlation holds, and foods without a name.
///
/// Each nutrient of a food is a record of its own, and stands a second time inside the food's
/// correlation where there is one, before it or after it. Records with one name, time and source
/// are one food, and as many foods as the nutrient that occurs most often with different values.
struct AppleHealthFoods {
  /// A food that only top-level records name.
  struct Food {
    var name: String
    var time: EntryTime
    var line: Int
    var hasKnownZone: Bool
  }

  private struct Group {
    var food: Food
    var records: [(type: String, key: RecordKey, bareKey: RecordKey)] = []
  }

  private var groups: [RecordKey: Group] = [:]
  private var seen = RecordKeySet()
  private var covered = RecordKeySet()
  private var unnamed = RecordKeySet()
  private var firstUnnamedLine = 0

  /// How many keys it holds.
  var keyCount: Int { groups.count + seen.count + covered.count + unnamed.count }

  /// Adds a nutrient of a named food that stands outside correlations.
  ///
  /// `key` makes the record the same as one with a name, `bareKey` the same as one without.
  mutating func add(
    _ food: Food, source: String, type: String, key: RecordKey, bareKey: RecordKey
  ) {
    guard seen.insert(key) else { return }
    var group = RecordKey([food.name])
    group.add(food.time)
    group.add(source)
    groups[group, default: Group(food: food)].records.append((type, key, bareKey))
  }

  /// Takes note of a nutrient that stands inside a food's correlation.
  mutating func cover(_ key: RecordKey) { _ = covered.insert(key) }

  /// Adds a nutrient that names no food.
  mutating func addUnnamed(start: String, source: String, line: Int) {
    let meal = RecordKey([start, source])
    if unnamed.count == 0 { firstUnnamedLine = line }
    _ = unnamed.insert(meal)
  }

  /// The number of meals that name no food, and the line of the first.
  var unnamedMeals: (count: Int, line: Int) { (unnamed.count, firstUnnamedLine) }

  /// The foods that stand outside correlations only, by line.
  func foodsOutsideCorrelations() -> [Food] {
    var foods: [Food] = []
    for group in groups.values {
      var counts: [String: Int] = [:]
      for record in group.records
      where !covered.contains(record.key) && !covered.contains(record.bareKey) {
        counts[record.type, default: 0] += 1
      }
      foods += Array(repeating: group.food, count: counts.values.max() ?? 0)
    }
    return foods.sorted { ($0.line, $0.name) < ($1.line, $1.name) }
  }
}
