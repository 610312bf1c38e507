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

/// How several symptoms become one outcome.
enum OutcomeAggregate: String, Sendable {
  /// The worst of the symptoms at each entry.
  case worst
  /// Their mean, where the worst hardly ever moves.
  case mean
}

/// An outcome in time: one symptom, or several together.
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
    let records = table.records.filter {
      symptom == nil || $0.symptom == symptom || $0.symptom == SymptomRecord.everySymptom
    }
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

  /// The share of the values at the top of the scale beyond which the worst tells too little.
  static let topShare = 0.5
  /// That of a single value above 0, wherever it stands.
  static let stuckShare = 0.8

  /// The overall outcome: the worst of the symptoms at each entry, or their mean where the worst is
  /// the same at most entries, as where one of many is always at its top.
  static func overall(
    table: SymptomTable, zeroDays: [Int], axis: TimeAxis
  ) -> (series: OutcomeSeries, aggregate: OutcomeAggregate) {
    let worst = OutcomeSeries(table: table, symptom: nil, zeroDays: zeroDays, axis: axis)
    guard table.recordedSymptoms.count > 1, worst.isStuck else { return (worst, .worst) }
    let mean = OutcomeSeries(meanOf: table, zeroDays: zeroDays, axis: axis)
    return mean.isStuck ? (worst, .worst) : (mean, .mean)
  }

  /// Whether the values stand at the top of the scale, or at any one value above 0, at most entries.
  private var isStuck: Bool {
    var counts: [Double: Int] = [:]
    for observation in observations { counts[observation.value, default: 0] += 1 }
    let all = Double(observations.count)
    let top = observations.count { $0.value >= 9.5 }
    let most = counts.filter { $0.key > 0 }.map(\.value).max() ?? 0
    return Double(top) > Self.topShare * all || Double(most) > Self.stuckShare * all
  }

  /// The mean over all symptoms of the worst value of each at the same time.
  ///
  /// A symptom without a value then counts 0 where absence is a zero, else its own mean over the diary,
  /// so that which symptoms were asked for does not move the outcome.
  private init(meanOf table: SymptomTable, zeroDays: [Int], axis: TimeAxis) {
    let symptoms = table.recordedSymptoms.sorted()
    let parts = symptoms.map {
      OutcomeSeries(table: table, symptom: $0, zeroDays: zeroDays, axis: axis)
    }
    var sums: [Key: Double] = [:]
    var level = 0.0
    for part in parts {
      let values = part.observations.map(\.value)
      let usual = zeroDays.isEmpty ? values.reduce(0, +) / Double(max(values.count, 1)) : 0
      level += usual
      for observation in part.observations {
        sums[Self.key(observation), default: 0] += observation.value - usual
      }
    }
    let worst = OutcomeSeries(table: table, symptom: nil, zeroDays: zeroDays, axis: axis)
    self.init(
      observations: worst.observations.map { observation in
        var mean = observation
        let sum = (sums[Self.key(observation)] ?? 0) + level
        mean.value = min(max(sum / Double(max(parts.count, 1)), 0), 10)
        return mean
      })
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

  private static func key(_ observation: Observation) -> Key {
    Key(
      daily: observation.daily,
      slot: observation.daily ? observation.day : slot(observation.end))
  }

  private static func slot(_ hour: Double) -> Int { Int(hour.rounded(.down)) }
}
