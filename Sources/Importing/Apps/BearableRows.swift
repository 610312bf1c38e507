// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The rows of Bearable's CSV export, with and without the column `date formatted`.
struct BearableRows: CSVRows {
  static let formatName = "bearable"

  static func recognises(_ prefix: [UInt8]) -> Bool {
    let names = CSVSniffer.header(of: prefix)
    return ["date", "time of day", "category", "rating/amount", "detail"]
      .allSatisfy(names.contains)
  }

  var cells = CellFormat()
  private let context: ReadContext
  private var rows = NamedRows()
  /// Words of which no entry was made, each once.
  private(set) var passed = KeptRows()
  private var passedWords: Set<String> = []

  init(_ context: ReadContext) { self.context = context }

  mutating func isRecord(_ row: CSVRow, log: inout FindingLog) -> Bool {
    rows.isRecord(row, log: &log)
  }

  func dates(_ row: CSVRow) -> [String] {
    CivilDate(iso: rows.text("date formatted", of: row)) == nil ? [rows.text("date", of: row)] : []
  }

  mutating func entries(_ row: CSVRow, log: inout FindingLog) throws(RowFault) -> [Entry] {
    let cell = try rows.cells(of: row, log: &log)
    let origin = Origin(input: context.input, line: row.line)
    let time = try time(cell, line: row.line, log: &log)
    let category = cell("category")
    guard !category.isEmpty else {
      throw RowFault(
        id: "name-missing", summary: "The row has no category.",
        remedy: "Bearable writes one in every row; export the data again, or remove the row.")
    }
    let own = BearableRow(
      category: category,
      rating: cells.pointed(cell("rating/amount"), line: row.line, log: &log),
      detail: cell("detail"), time: time, origin: origin)
    var entries = try own.entries()
    for place in entries.indices { entries[place].keepOddNumberAsNote(&log) }
    var rules = EntryRules()
    rules.isOfApp = true
    for entry in entries { try rules.check(entry, log: &log) }
    pass(own.words(besides: entries), line: row.line, log: &log)
    let text = cell("notes").drop { $0 == "." || $0 == " " }
    if !text.isEmpty {
      entries.append(
        Entry(kind: .note, time: time, name: "", note: cell("notes"), origin: origin))
    }
    return entries
  }

  /// Keeps words of which no entry was made, for the safety gates.
  private mutating func pass(_ words: String, line: Int, log: inout FindingLog) {
    guard !words.isEmpty else { return }
    log.tally(
      "bearable-words-left-over", .note, line: line,
      "“\(words.shortened)” stands in the category or the rating and became no entry; only signs of "
        + "danger are looked for in it.")
    guard passedWords.count <= UnreadRow.mostRows, passedWords.insert(words).inserted else {
      return
    }
    passed.add(
      UnreadRow(
        kind: .note, note: words, reason: "bearable-words-left-over",
        origin: Origin(input: context.input, line: line)))
  }

  private static let parts: [String: (from: Int, to: Int)] = [
    "pre": (0, 6), "am": (6, 12), "mid": (12, 18), "pm": (18, 24),
  ]

  /// The day, with the part of it or the clock time; periods have “Day 7” there.
  private func time(
    _ cell: (String) -> String, line: Int, log: inout FindingLog
  ) throws(RowFault) -> EntryTime {
    let day = try day(cell)
    let text = cell("time of day")
    let word = text.lowercased()
    if let part = Self.parts[word] {
      return TimeReader.interval(day, part.from * 3600, part.to * 3600)
    }
    if word.isEmpty || word == "all day" || word.hasPrefix("day ") { return .at(.day(day)) }
    if let second = ClockText.secondOfDay(text),
      let clock = LocalDateTime(date: day, secondOfDay: second)
    {
      return .at(.clock(clock))
    }
    log.tally(
      "bearable-time-unknown", .warning, key: word, line: line,
      "“\(text.shortened)” is no time of day that is known; the day was kept.",
      remedy: "Known are pre, am, mid, pm, all day, and clock times such as 3:04 or 10:15 PM.")
    return .at(.day(day))
  }

  private func day(_ cell: (String) -> String) throws(RowFault) -> CivilDate {
    if let date = CivilDate(iso: cell("date formatted")) { return date }
    let text = cell("date")
    if let date = try cells.date(text)?.day { return date }
    throw RowFault(
      id: "date-not-existing", summary: "“\(text.shortened)” is not a day.",
      remedy: "Bearable writes days as 22nd Sep 2020; a spreadsheet may have changed them.")
  }
}
