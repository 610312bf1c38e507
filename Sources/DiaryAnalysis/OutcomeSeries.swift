// SPDX-License-Identifier: Apache-2.0

/// One value of an outcome.
struct Observation: Hashable, Sendable {
  /// The hour at which it stands for the noise model.
  var hour: Double
  /// The first hour that it describes.
  var begin: Double
  /// The last hour.
  var end: Double
  /// The day that it counts for.
  var day: Int
  /// The value, 0…10.
  var value: Double
  /// Whether it describes a whole day.
  var daily: Bool
}

/// An outcome in time: one symptom, or the worst of several.
struct OutcomeSeries: Sendable {
  /// The observations, hours strictly increasing.
  let observations: [Observation]
  /// The worst value of each day with one.
  let daily: [Int: Double]

  /// Creates a series from the records of one symptom, or of all where `symptom` is `nil`.
  ///
  /// Daily records of a day become one observation, and so do stamped records that end in the same
  /// hour; their value is the worst. With `zeroDays`, each of these without a record is a zero.
  init(table: SymptomTable, symptom: Int?, zeroDays: [Int], axis: TimeAxis) {
    let records = table.records.filter { symptom == nil || $0.symptom == symptom }
    var merged: [Key: Observation] = [:]
    for record in records {
      let key = Key(daily: record.daily, slot: record.daily ? record.day : Self.slot(record.end))
      let found = merged[key]
      merged[key] = Observation(
        hour: max(found?.hour ?? record.end, record.end),
        begin: min(found?.begin ?? record.begin, record.begin),
        end: max(found?.end ?? record.end, record.end),
        day: min(found?.day ?? record.day, record.day),
        value: max(found?.value ?? record.value, record.value), daily: record.daily)
    }
    let withRecord = Set(records.map(\.day))
    for day in zeroDays where !withRecord.contains(day) {
      merged[Key(daily: true, slot: day)] = Observation(
        hour: axis.end(of: day), begin: axis.begin(of: day), end: axis.end(of: day), day: day,
        value: 0, daily: true)
    }
    self.init(observations: Array(merged.values))
  }

  /// Creates a series from observations in any order, no two of the same kind at the same time.
  init(observations unordered: [Observation]) {
    var sorted = unordered.sorted {
      ($0.hour, $0.begin, $0.daily ? 1 : 0, $0.value)
        < ($1.hour, $1.begin, $1.daily ? 1 : 0, $1.value)
    }
    for index in sorted.indices.dropFirst() where sorted[index].hour <= sorted[index - 1].hour {
      sorted[index].hour = sorted[index - 1].hour + 1.0 / 60
    }
    observations = sorted
    daily = sorted.reduce(into: [:]) { $0[$1.day] = max($0[$1.day] ?? 0, $1.value) }
  }

  /// The series without the days that are left out.
  func without(_ excluded: (Int) -> Bool) -> OutcomeSeries {
    OutcomeSeries(observations: observations.filter { !excluded($0.day) })
  }

  /// Whether all values are the same.
  var isConstant: Bool {
    guard let first = observations.first else { return true }
    return observations.allSatisfy { $0.value == first.value }
  }

  private struct Key: Hashable {
    var daily: Bool
    var slot: Int
  }

  private static func slot(_ hour: Double) -> Int { Int(hour.rounded(.down)) }
}
