// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// One table of a Cronometer export, told by its columns.
struct CronometerTable {
  /// The name of the first column, in lower case.
  var first = "day"
  /// The format's name in `InputSummary.format`.
  var format: String
  /// The names of other columns, in lower case, that tell the table.
  var columns: [String]
  /// The names of the columns that may hold dates.
  var dates: [String] = ["day", "date"]
  /// The entries of a row; none for a row that is no part of a diary.
  var entries: Reading

  /// Makes entries of a row, or throws for one that cannot be read.
  typealias Reading = (CronometerRow, inout FindingLog) throws(RowFault) -> [Entry]

  /// All tables; a header that fits several is of the first.
  static var all: [CronometerTable] {
    [
      CronometerTable(
        format: "cronometer-servings", columns: ["group", "food name", "amount"],
        entries: CronometerServings.entries),
      CronometerTable(
        format: "cronometer-biometrics", columns: ["group", "metric", "unit", "amount"],
        entries: CronometerBiometrics.entries),
      CronometerTable(
        format: "cronometer-exercises", columns: ["group", "exercise", "minutes"],
        entries: CronometerExercises.entries),
      CronometerTable(
        format: "cronometer-notes", columns: ["group", "note"], entries: CronometerNotes.entries),
      CronometerTable(
        first: "name", format: "cronometer-fasts", columns: ["start", "end", "recurrence"],
        dates: ["start", "end"], entries: CronometerFasts.entries),
      CronometerTable(
        first: "date", format: "cronometer-dailysummary",
        columns: ["energy (kcal)", "completed"],
        entries: CronometerDailySummary.entries),
    ]
  }

  /// The table of a header, its names in lower case.
  static func table(_ header: [String]) -> CronometerTable? {
    all.first { $0.first == header.first && $0.columns.allSatisfy(header.contains) }
  }
}

/// One row of a Cronometer table.
struct CronometerRow {
  /// The cells by column name.
  var cell: (String) -> String
  /// How they write numbers and dates.
  var format: CellFormat
  /// Where the row stands.
  var origin: Origin

  /// Day and, where it was recorded, clock time.
  func time(_ day: String = "day") throws(RowFault) -> EntryTime {
    guard let date = try format.date(cell(day))?.day else {
      throw RowFault(
        id: "date-not-existing", summary: "“\(cell(day).shortened)” is not a day.",
        remedy: "Cronometer writes days as YYYY-MM-DD; a spreadsheet may have changed them.")
    }
    return .at(try ClockText.time(cell("time"), on: date).map(TimePoint.clock) ?? .day(date))
  }

  /// An entry of the row; an empty unit or note is none.
  func entry(
    _ kind: EntryKind, _ time: EntryTime, _ name: String, _ value: EntryValue? = nil,
    unit: String = "", note: String = ""
  ) -> Entry {
    Entry(
      kind: kind, time: time, name: name, value: value, unit: unit.nonEmpty,
      note: note.nonEmpty, origin: origin)
  }

  /// The text of a cell that must not be empty.
  func text(_ column: String, _ what: String) throws(RowFault) -> String {
    let text = cell(column)
    if !text.isEmpty { return text }
    throw RowFault(
      id: "name-missing", summary: "The \(what).", remedy: "Name it, or remove the row.")
  }

  /// The cell's number; `nil` for an empty cell.
  ///
  /// - Throws: `RowFault` for other texts.
  func number(_ column: String, log: inout FindingLog) throws(RowFault) -> Double? {
    let text = format.pointed(cell(column), line: origin.line, log: &log)
    if text.isEmpty { return nil }
    guard let number = NumberText.number(text) else {
      throw RowFault(
        id: "number-not-readable", summary: "“\(text.shortened)” in \(column) is not a number.",
        remedy: "Expected is a number with a decimal point.")
    }
    return number
  }
}

/// The foods of a Cronometer export, `servings.csv`.
enum CronometerServings {
  static func entries(
    _ row: CronometerRow, log: inout FindingLog
  ) throws(RowFault) -> [Entry] {
    let (name, time) = (try row.text("food name", "serving has no food name"), try row.time())
    if row.cell("group").lowercased() == "notes" {
      log.tally(
        "cronometer-note-row", .note, line: row.origin.line,
        "“\(name.shortened)” stands in the group Notes and was kept as a note, not as a food.")
      return [row.entry(.note, time, "", note: name)]
    }
    var entry = row.entry(.food, time, name)
    try takeAmount(row, into: &entry, log: &log)
    return [entry]
  }

  /// Parts the number of `4.00 medium` from its unit.
  private static func takeAmount(
    _ row: CronometerRow, into entry: inout Entry, log: inout FindingLog
  ) throws(RowFault) {
    let text = row.cell("amount")
    guard !text.isEmpty else { return }
    let first = String(text.prefix { $0 != " " })
    _ = row.format.pointed(first, line: entry.origin.line, log: &log)
    let amount = AmountText(text, row.format)
    guard let number = amount.number else {
      throw RowFault(
        id: "amount-not-readable", summary: "The amount “\(text.shortened)” starts with no number.",
        remedy: "Expected is a number, a blank and a unit, such as “100.00 g”.")
    }
    entry.value = .number(number)
    entry.unit = amount.unit
    if number == 0 {
      log.tally(
        "amount-zero", .note, line: entry.origin.line,
        "The amount is 0; the food is kept and holds nothing.")
    }
  }
}

/// The exercises of a Cronometer export, `exercises.csv`.
enum CronometerExercises {
  static func entries(
    _ row: CronometerRow, log: inout FindingLog
  ) throws(RowFault) -> [Entry] {
    let minutes = try row.number("minutes", log: &log).map { EntryValue.number(abs($0)) }
    return [
      row.entry(
        .context, try row.time(), "exercise", minutes, unit: "min", note: row.cell("exercise"))
    ]
  }
}

/// The notes of a Cronometer export, `notes.csv`.
enum CronometerNotes {
  static func entries(
    _ row: CronometerRow, log: inout FindingLog
  ) throws(RowFault) -> [Entry] {
    let text = row.cell("note")
    guard text.isEmpty else { return [row.entry(.note, try row.time(), "", note: text)] }
    log.tally(
      "cronometer-note-empty", .note, line: row.origin.line,
      "The note has no text and was left out.")
    return []
  }
}
