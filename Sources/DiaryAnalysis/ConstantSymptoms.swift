// SPDX-License-Identifier: Apache-2.0

/// Finds symptoms that hide all others: always there, and never better or worse.
enum ConstantSymptoms {
  /// The share of the days with a value on which such a symptom stands.
  static let share = 0.9

  /// The places of the symptoms that never vary, where others do; none where all are constant.
  ///
  /// One that stands on some days only is not constant: where it is absent, it is better.
  static func find(_ table: SymptomTable, zeroDays: [Int]) -> Set<Int> {
    // Where the diary says that there was none, all symptoms are better.
    guard table.names.count > 1,
      !table.records.contains(where: { $0.symptom == SymptomRecord.everySymptom })
    else { return [] }
    var values: [Int: (value: Double, days: Set<Int>)] = [:]
    var varying: Set<Int> = []
    for record in table.records {
      guard var known = values[record.symptom] else {
        values[record.symptom] = (record.value, [record.day])
        continue
      }
      if known.value != record.value { varying.insert(record.symptom) }
      values[record.symptom] = nil
      known.days.insert(record.day)
      values[record.symptom] = known
    }
    let rated = Set(table.records.map(\.day)).union(zeroDays).count
    let constant = values.filter { symptom, known in
      known.value > 0 && !varying.contains(symptom)
        && Double(known.days.count) >= (zeroDays.isEmpty ? share : 1) * Double(rated)
    }
    // What is left must be able to carry the outcome.
    let others = table.records.filter { constant[$0.symptom] == nil }
    guard let first = others.first, others.contains(where: { $0.value != first.value }) else {
      return []
    }
    return Set(constant.keys)
  }
}

extension SymptomTable {
  /// The table without the records of some symptoms; the names stay.
  func without(_ symptoms: Set<Int>) -> SymptomTable {
    guard !symptoms.isEmpty else { return self }
    var copy = self
    copy.records.removeAll { symptoms.contains($0.symptom) }
    return copy
  }
}
