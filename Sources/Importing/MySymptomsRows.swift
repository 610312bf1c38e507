// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The rows of the CSV export of mySymptoms, which has no header and rows of any length.
struct MySymptomsRows: CSVRows {
  static let formatName = "mysymptoms"

  static func recognises(_ prefix: [UInt8]) -> Bool {
    CSVSniffer.delimiters.contains { isFirstRow(of: prefix, partedBy: $0) }
  }

  /// The sign that parts the first row as the app does, whatever else stands in it more often.
  static func delimiter(of text: [UInt8]) -> UInt8 {
    CSVSniffer.delimiters.first { isFirstRow(of: text, partedBy: $0) } ?? UInt8(ascii: ",")
  }

  private static func isFirstRow(of prefix: [UInt8], partedBy delimiter: UInt8) -> Bool {
    guard let row = CSVSniffer.rows(of: prefix, delimiter: delimiter).first,
      let day = row.trimmedText(0), let clock = row.trimmedText(1), let type = row.trimmedText(2)
    else { return false }
    return LocalizedTime(day) != nil && ClockText.secondOfDay(clock) != nil
      && MySymptomsRow.types.contains(type.lowercased())
  }

  var cells = CellFormat()
  private let context: ReadContext

  init(_ context: ReadContext) { self.context = context }

  func entries(_ row: CSVRow, log: inout FindingLog) throws(RowFault) -> [Entry] {
    try CSVHeader.checkText(row, log: &log)
    let own = try MySymptomsRow(row, cells, log: &log)
    let entries = try own.entries(Origin(input: context.input, line: row.line), log: &log)
    if entries.isEmpty {
      log.tally(
        "mysymptoms-empty-row", .note, line: row.line, "The row names nothing and was left out.")
    }
    return entries
  }
}

extension MySymptomsRow {
  /// The entries of the row, its note as an entry of its own.
  ///
  /// - Throws: `RowFault` for an intensity outside 0…10 and an amount below zero.
  func entries(_ origin: Origin, log: inout FindingLog) throws(RowFault) -> [Entry] {
    var rules = EntryRules()
    rules.isOfApp = true
    var entries: [Entry] = []
    for item in items {
      for entry in self.entries(of: item, origin) {
        try rules.check(entry, log: &log)
        entries.append(entry)
      }
    }
    if let note, !note.isEmpty {
      entries.append(
        Entry(kind: .note, time: .at(.clock(time)), name: "", note: note, origin: origin))
    }
    return entries
  }

  private func entries(of item: Item, _ origin: Origin) -> [Entry] {
    let when = span(item.duration)
    let intensity = item.intensity.map(EntryValue.number)
    var entry = Entry(kind: .context, time: when, name: item.name, origin: origin)
    switch type {
    case "breakfast", "lunch", "dinner", "snack", "drink":
      entry.kind = .food
      (entry.value, entry.unit) = (item.value, item.unit)
    case "symptom":
      entry.kind = .symptom
      (entry.value, entry.unit) = (intensity, intensity == nil ? nil : "0-10")
    case "medication", "supplements":
      entry.name = type == "medication" ? "medication" : "supplement"
      (entry.value, entry.unit, entry.note) = (item.value, item.unit, item.name)
    case "exercise":
      entry.name = "exercise"
      (entry.value, entry.unit) = (
        item.duration.map { .number(Double($0) / 60) }, item.duration.map { _ in "min" }
      )
      entry.note = item.name
    case "stress", "energy", "sleep quality", "bowel movement":
      entry.name = String(type.map { $0 == " " ? "-" : $0 })
      (entry.value, entry.unit) = (intensity, intensity == nil ? nil : "0-10")
      entry.note = item.name.lowercased() == type ? nil : item.name
    default:
      (entry.value, entry.unit) = (item.value ?? intensity, item.unit)
    }
    guard type == "sleep quality", let seconds = item.duration, seconds > 0 else { return [entry] }
    let sleep = Entry(
      kind: .context, time: .at(.day(when.end.date)), name: "sleep",
      value: .number(Double(seconds) / 3600), unit: "h",
      origin: origin)
    return intensity == nil ? [sleep] : [entry, sleep]
  }

  /// From the row's time on, for as long as an item lasted.
  private func span(_ duration: Int?) -> EntryTime {
    let start = TimePoint.clock(time)
    let end = LocalDateTime(secondsSinceEpoch: time.secondsSinceEpoch + (duration ?? 0))
    guard let duration, duration > 0, end.date.year <= 9999 else { return .at(start) }
    return .interval(start, .clock(end))
  }
}
