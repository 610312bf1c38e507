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

  private let context: ReadContext
  private var rows = NamedRows()
  private var moods = (high: 0.0, count: 0, line: 0)
  /// Words of which no entry was made, each once.
  private(set) var passed = KeptRows()
  private var passedWords: Set<String> = []

  init(_ context: ReadContext) { self.context = context }

  mutating func isRecord(_ row: CSVRow, log: inout FindingLog) -> Bool {
    rows.isRecord(row, log: &log)
  }

  mutating func entries(_ row: CSVRow, log: inout FindingLog) throws(RowFault) -> [Entry] {
    let cell = try rows.cells(of: row, log: &log)
    let origin = Origin(input: context.input, line: row.line)
    let time = try Self.time(cell, line: row.line, log: &log)
    let category = cell("category")
    guard !category.isEmpty else {
      throw RowFault(
        id: "name-missing", summary: "The row has no category.",
        remedy: "Bearable writes one in every row; export the data again, or remove the row.")
    }
    let own = BearableRow(
      category: category, rating: cell("rating/amount"), detail: cell("detail"), time: time,
      origin: origin)
    var entries = try own.entries()
    let rules = EntryRules()
    for entry in entries { try rules.check(entry, log: &log) }
    note(entries)
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

  private mutating func note(_ entries: [Entry]) {
    for entry in entries where entry.name == "mood" && entry.unit == nil {
      guard let number = entry.value?.number else { continue }
      if moods.count == 0 { moods.line = entry.origin.line }
      moods = (max(moods.high, number), moods.count + 1, moods.line)
    }
  }

  /// Gives moods the scale that the whole file shows: the app has one to 5 and one to 10.
  mutating func settle(_ entries: inout [Entry], log: inout FindingLog) {
    guard moods.count > 0 else { return }
    let scale = moods.high > 5 ? "1-10" : "1-5"
    for place in entries.indices
    where entries[place].name == "mood" && entries[place].kind == .context {
      if entries[place].unit == nil && entries[place].value != nil { entries[place].unit = scale }
    }
    log.add(
      "bearable-mood-scale", moods.high > 5 ? .note : .warning, line: moods.line,
      "The file does not say on which scale moods are; \(moods.count) up to "
        + "\(NumberText.text(moods.high)) were read as \(scale).",
      remedy: moods.high > 5
        ? "" : "If they are on 1-10, give the months in which a mood was above 5 with this one.")
  }

  private static let parts: [String: (from: Int, to: Int)] = [
    "pre": (0, 6), "am": (6, 12), "mid": (12, 18), "pm": (18, 24),
  ]

  /// The day, with the part of it or the clock time; periods have “Day 7” there.
  private static func time(
    _ cell: (String) -> String, line: Int, log: inout FindingLog
  ) throws(RowFault) -> EntryTime {
    let day = try day(cell)
    let text = cell("time of day")
    let word = text.lowercased()
    if let part = parts[word] {
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

  private static func day(_ cell: (String) -> String) throws(RowFault) -> CivilDate {
    if let date = CivilDate(iso: cell("date formatted")) { return date }
    let text = cell("date")
    if case .known(let date)? = DateFormat.automatic(text, .english)?.day { return date }
    throw RowFault(
      id: "date-not-existing", summary: "“\(text.shortened)” is not a day.",
      remedy: "Bearable writes days as 22nd Sep 2020; a spreadsheet may have changed them.")
  }
}
