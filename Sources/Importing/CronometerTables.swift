// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// One table of a Cronometer export.
protocol CronometerTable {
  /// The format's name in `InputSummary.format`.
  static var formatName: String { get }
  /// The names of the columns, beside `Day`, that tell the table, in lower case.
  static var columns: [String] { get }

  /// The entries of a row; none for a row that is no part of a diary.
  ///
  /// - Throws: `RowFault` for a row that cannot be read.
  static func entries(
    _ row: CronometerRow, log: inout FindingLog
  ) throws(RowFault) -> [Entry]
}

/// One row of a Cronometer table.
struct CronometerRow {
  /// The cells by column name.
  var cell: (String) -> String
  /// Day and, where it was recorded, clock time.
  var time: EntryTime
  /// Where the row stands.
  var origin: Origin

  /// The cell's number; `nil` for an empty cell.
  ///
  /// - Throws: `RowFault` for other texts.
  func number(_ column: String) throws(RowFault) -> Double? {
    let text = cell(column)
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
enum CronometerServings: CronometerTable {
  static let formatName = "cronometer-servings"
  static let columns = ["food name", "amount"]

  static func entries(
    _ row: CronometerRow, log: inout FindingLog
  ) throws(RowFault) -> [Entry] {
    let name = row.cell("food name")
    guard !name.isEmpty else {
      throw RowFault(
        id: "name-missing", summary: "The serving has no food name.",
        remedy: "Name the food, or remove the row.")
    }
    if row.cell("group").lowercased() == "notes" {
      log.tally(
        "cronometer-note-row", .note, line: row.origin.line,
        "“\(name.shortened)” stands in the group Notes and was kept as a note, not as a food.")
      return [Entry(kind: .note, time: row.time, name: "", note: name, origin: row.origin)]
    }
    var entry = Entry(kind: .food, time: row.time, name: name, origin: row.origin)
    try amount(row.cell("amount"), of: &entry, log: &log)
    return [entry]
  }

  /// Splits `4.00 medium` at its first blank.
  private static func amount(
    _ text: String, of entry: inout Entry, log: inout FindingLog
  ) throws(RowFault) {
    guard !text.isEmpty else { return }
    let parts = text.split(separator: " ", maxSplits: 1).map { String($0).trimmed }
    guard let number = parts.first.flatMap({ NumberText.number($0) }), number >= 0 else {
      throw RowFault(
        id: "amount-not-readable", summary: "The amount “\(text.shortened)” starts with no number.",
        remedy: "Expected is a number, a blank and a unit, such as “100.00 g”.")
    }
    entry.value = .number(number)
    entry.unit = parts.dropFirst().first
    if number == 0 {
      log.tally(
        "amount-zero", .note, line: entry.origin.line,
        "The amount is 0; the food is kept and holds nothing.")
    }
  }
}

/// The measurements of a Cronometer export, `biometrics.csv`.
enum CronometerBiometrics: CronometerTable {
  static let formatName = "cronometer-biometrics"
  static let columns = ["metric", "unit", "amount"]

  static func entries(
    _ row: CronometerRow, log: inout FindingLog
  ) throws(RowFault) -> [Entry] {
    let metric = row.cell("metric")
    guard !metric.isEmpty else {
      throw RowFault(
        id: "name-missing", summary: "The measurement has no metric.", remedy: "Remove the row.")
    }
    let unit = row.cell("unit")
    var entry = Entry(kind: .context, time: row.time, name: metric, origin: row.origin)
    takeAmount(row.cell("amount"), into: &entry, log: &log)
    entry.unit = unit.isEmpty ? nil : unit
    translate(&entry, base: base(metric), unit: unit.lowercased())
    if !Vocabulary.contexts.contains(entry.name) {
      log.tally(
        "context-unused", .note, key: metric, line: row.origin.line,
        "The metric “\(metric.shortened)” is kept, and not used by the analysis.")
    }
    return [entry]
  }

  /// Takes a number, or a text such as the 120/80 of a blood pressure.
  ///
  /// What looks like a number and is none that can be kept, such as `NaN` or `1,5`, goes to the note.
  private static func takeAmount(_ text: String, into entry: inout Entry, log: inout FindingLog) {
    switch NumberText.read(text) {
    case .number(let number): entry.value = .number(number)
    case .text: entry.value = text.isEmpty ? nil : .text(text)
    case .notFinite, .comma:
      entry.note = text
      log.tally(
        "amount-not-a-number", .warning, line: entry.origin.line,
        "The amount “\(text.shortened)” is not a number; it was kept as a note.",
        remedy: "Give a number with a decimal point.")
    }
  }

  /// The metric without the device in brackets, in lower case.
  private static func base(_ metric: String) -> String {
    metric.split(separator: "(", maxSplits: 1).first.map { String($0).trimmed.lowercased() } ?? ""
  }

  private static func translate(_ entry: inout Entry, base: String, unit: String) {
    switch (base, unit) {
    case ("sleep", "hours"), ("sleep", "h"), ("sleep", "hrs"):
      (entry.name, entry.unit) = ("sleep", "h")
    case ("weight", "kg"): (entry.name, entry.unit) = ("weight", "kg")
    case ("weight", "lbs"), ("weight", "lb"):
      guard let pounds = entry.value?.number else { return }
      entry.value = .number(pounds * 0.453_592_37)
      (entry.name, entry.unit) = ("weight", "kg")
    default: break
    }
  }
}

/// The exercises of a Cronometer export, `exercises.csv`.
enum CronometerExercises: CronometerTable {
  static let formatName = "cronometer-exercises"
  static let columns = ["exercise", "minutes"]

  static func entries(
    _ row: CronometerRow, log: inout FindingLog
  ) throws(RowFault) -> [Entry] {
    let what = row.cell("exercise")
    return [
      Entry(
        kind: .context, time: row.time, name: "exercise",
        value: try row.number("minutes").map { EntryValue.number(abs($0)) }, unit: "min",
        note: what.isEmpty ? nil : what, origin: row.origin)
    ]
  }
}

/// The notes of a Cronometer export, `notes.csv`.
enum CronometerNotes: CronometerTable {
  static let formatName = "cronometer-notes"
  static let columns = ["group", "note"]

  static func entries(
    _ row: CronometerRow, log: inout FindingLog
  ) throws(RowFault) -> [Entry] {
    let text = row.cell("note")
    guard !text.isEmpty else { return [] }
    return [Entry(kind: .note, time: row.time, name: "", note: text, origin: row.origin)]
  }
}

/// What is known of tables that hold nothing for a diary.
enum CronometerTables {
  /// What to say about such a table; `nil` for others.
  static func notRead(_ header: [String]) -> RowFault? {
    let isDaily = header.starts(with: ["date", "energy (kcal)"])
    guard isDaily || header.starts(with: ["name", "start", "end", "recurrence"]) else { return nil }
    return RowFault(
      id: "cronometer-table-not-read",
      summary: "The file is Cronometer's table of \(isDaily ? "daily totals" : "fasts").",
      remedy: "It names no foods: export “Food & Recipe Entries” (servings.csv) and give that.")
  }
}
