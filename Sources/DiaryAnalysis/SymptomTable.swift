// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// One severity, with the stretch of time that it describes.
struct SymptomRecord: Hashable, Sendable {
  /// The place of the symptom in `SymptomTable.names`.
  var symptom: Int
  /// The first hour that it describes.
  var begin: Double
  /// The last hour.
  var end: Double
  /// The day that it counts for.
  var day: Int
  /// The severity, 0…10.
  var value: Double
  /// Whether it describes a whole day.
  var daily: Bool
  /// The place of its entry in the frame.
  var entry: Int
}

/// The symptoms of a diary on one scale.
struct SymptomTable: Sendable {
  /// The hours before a stamped entry that it describes.
  static let lookBackHours = 5.0
  /// The days after which entries of more than two days count on their first and last day only.
  static let mostIntervalDays = 200_000

  /// The symptoms' names, sorted.
  var names: [String] = []
  /// All records, by day, end and symptom.
  var records: [SymptomRecord] = []
  /// Whether the diary ever says that a symptom was not there.
  var hasExplicitZero = false
  /// How many entries of each doubt there are.
  var doubts: [SymptomSeverity.Doubt: Int] = [:]
  /// The entries of many days of which only the first and the last day count, as there are too many.
  var cutIntervals = 0
  /// Symptoms that the diary has on more than one scale.
  var changedScales: [String] = []

  init(frame: DiaryFrame) {
    let indexed = frame.entries.enumerated().filter { Self.isSymptom($0.element) }
    let keys = indexed.map { Words.normal($0.element.name) }
    let spellings = Self.spellings(indexed.map(\.element), keys)
    names = Set(keys).sorted().map { spellings[$0] ?? $0 }
    let places = Dictionary(
      uniqueKeysWithValues: Set(keys).sorted().enumerated().map { ($0.element, $0.offset) })
    let tops = Self.unitlessTops(indexed.map(\.element), keys)
    changedScales = Self.changed(indexed.map(\.element), keys).compactMap { spellings[$0] }
    var intervalDays = 0
    for ((index, entry), key) in zip(indexed, keys) {
      guard let time = entry.time, let symptom = places[key] else { continue }
      let reading = SymptomSeverity.read(entry, unitlessTop: tops[key] ?? 10)
      if let doubt = reading.doubt { doubts[doubt, default: 0] += 1 }
      hasExplicitZero = hasExplicitZero || reading.explicitZero
      let isFull = intervalDays >= Self.mostIntervalDays
      let new = Self.records(
        time, symptom: symptom, value: reading.value, entry: index, axis: frame.axis, isFull: isFull
      )
      if new.isCut { cutIntervals += 1 }
      if new.records.count > 2 { intervalDays += new.records.count }
      records += new.records
    }
    records.sort {
      ($0.day, $0.end, $0.symptom, $0.begin, $0.value, $0.entry)
        < ($1.day, $1.end, $1.symptom, $1.begin, $1.value, $1.entry)
    }
    shortenLookBack()
  }

  /// Whether an entry is a symptom; moods, energy and the like are contexts under any kind.
  static func isSymptom(_ entry: Entry) -> Bool {
    guard entry.kind == .symptom, entry.time != nil else { return false }
    let name = Words.name(entry.name)
    return !Vocabulary.contexts.contains(name) && !wellBeing.contains(name)
  }

  private static let wellBeing: Set<String> = [
    "well-being", "wellbeing", "wohlbefinden", "happiness", "motivation", "sleep-hours", "weight",
  ]

  private static func records(
    _ time: EntryTime, symptom: Int, value: Double, entry: Int, axis: TimeAxis, isFull: Bool
  ) -> (records: [SymptomRecord], isCut: Bool) {
    let first = axis.day(of: time.start)
    let last = max(first, axis.day(of: time.end))
    if let begin = axis.hour(of: time.start), let end = axis.hour(of: time.end), end - begin <= 48 {
      let isPoint = end - begin < 0.25
      let record = SymptomRecord(
        symptom: symptom, begin: isPoint ? end - lookBackHours : begin, end: max(begin, end),
        day: isPoint ? last : first, value: value, daily: false, entry: entry)
      return ([record], false)
    }
    let end = min(last, first + 366)
    let isCut = isFull && end > first + 1
    let days = isCut ? [first, end] : Array(first...end)
    let records = days.map { day in
      SymptomRecord(
        symptom: symptom, begin: axis.begin(of: day), end: axis.end(of: day), day: day,
        value: value, daily: true, entry: entry)
    }
    return (records, isCut)
  }

  /// Lets a stamped record reach back no further than the one before of the same symptom.
  private mutating func shortenLookBack() {
    var previous = [Double](repeating: -.infinity, count: names.count)
    let order = records.indices.sorted {
      (records[$0].end, records[$0].day, $0) < (records[$1].end, records[$1].day, $1)
    }
    for index in order where !records[index].daily {
      let record = records[index]
      let before = previous[record.symptom]
      if before > record.begin, before < record.end {
        records[index].begin = min(max(record.begin, before), record.end - 0.25)
      }
      previous[record.symptom] = record.end
    }
  }

  private static func spellings(_ entries: [Entry], _ keys: [String]) -> [String: String] {
    var counts: [String: [String: Int]] = [:]
    for (entry, key) in zip(entries, keys) {
      let name = entry.name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      counts[key, default: [:]][name, default: 0] += 1
    }
    return counts.mapValues { spelling in
      spelling.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
    }
  }

  private static func unitlessTops(_ entries: [Entry], _ keys: [String]) -> [String: Double] {
    var tops: [String: Double] = [:]
    for (entry, key) in zip(entries, keys) {
      guard let number = entry.value?.number, number.isFinite,
        entry.unit.flatMap(SymptomSeverity.ends) == nil
      else { continue }
      tops[key] = max(tops[key] ?? 0, number)
    }
    return tops
  }

  private static func changed(_ entries: [Entry], _ keys: [String]) -> [String] {
    var scales: [String: Set<String>] = [:]
    for (entry, key) in zip(entries, keys) where entry.value != nil {
      scales[key, default: []].insert(Words.normal(entry.unit ?? ""))
    }
    return scales.filter { $0.value.count > 1 }.keys.sorted()
  }
}
