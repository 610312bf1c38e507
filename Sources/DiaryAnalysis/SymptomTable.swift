// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// One severity, with the stretch of time that it describes.
struct SymptomRecord: Hashable, Sendable {
  /// What stands for the symptom in an entry that says that there was none at all, of value 0.
  static let everySymptom = -1

  /// The place of the symptom in `SymptomTable.names`, or `everySymptom`.
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
    let named = NamedSymptoms(frame)
    names = named.spellings
    changedScales = named.changedScales
    var intervalDays = 0
    for (place, index) in frame.places.symptoms.enumerated() {
      let entry = frame.entries[index]
      guard let time = entry.time else { continue }
      let (symptom, denied) = (named.symptoms[place], named.denied[place])
      let reading =
        symptom == SymptomRecord.everySymptom || denied != nil
        ? SymptomSeverity.Reading(value: 0, explicitZero: true)
        : SymptomSeverity.read(entry, unitlessTop: named.tops[symptom] ?? 10)
      if let doubt = reading.doubt { doubts[doubt, default: 0] += 1 }
      hasExplicitZero = hasExplicitZero || reading.explicitZero
      for symptom in denied ?? [symptom] {
        let isFull = intervalDays >= Self.mostIntervalDays
        let new = Self.records(
          time, symptom: symptom, value: reading.value, entry: index, axis: frame.axis,
          isFull: isFull)
        if new.isCut { cutIntervals += 1 }
        if new.records.count > 2 { intervalDays += new.records.count }
        records += new.records
      }
    }
    records.sort {
      ($0.day, $0.end, $0.symptom, $0.begin, $0.value, $0.entry)
        < ($1.day, $1.end, $1.symptom, $1.begin, $1.value, $1.entry)
    }
    shortenLookBack()
  }

  /// The places of the symptoms that have a record of their own.
  var recordedSymptoms: Set<Int> {
    Set(records.lazy.map(\.symptom)).subtracting([SymptomRecord.everySymptom])
  }

  /// Whether entries noted as symptoms under a name are contexts, and whether they are symptoms; moods,
  /// energy and the like are neither.
  static func kind(of name: String) -> (isContext: Bool, isSymptom: Bool) {
    let name = Words.name(name)
    let isContext = Vocabulary.contexts.contains(name)
    return (isContext, !isContext && !wellBeing.contains(name))
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

  /// Lets a stamped record reach back no further than the one before of the same symptom; one of no
  /// symptom at all no further than any, and none further than such a one.
  private mutating func shortenLookBack() {
    let every = SymptomRecord.everySymptom
    var (latest, latestNone) = (-Double.infinity, -Double.infinity)
    var previous = [Double](repeating: -.infinity, count: names.count)
    let order = records.indices.sorted {
      (records[$0].end, records[$0].day, $0) < (records[$1].end, records[$1].day, $1)
    }
    for index in order where !records[index].daily {
      let record = records[index]
      let before = record.symptom == every ? latest : max(previous[record.symptom], latestNone)
      if before > record.begin, before < record.end {
        records[index].begin = min(max(record.begin, before), record.end - 0.25)
      }
      latest = record.end
      if record.symptom == every {
        latestNone = record.end
      } else {
        previous[record.symptom] = record.end
      }
    }
  }
}
