// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import XMLReading

/// What a printable diary says: per day a table of foods under their meals, one of exercises, notes.
struct MyFitnessPalHandler: HTMLHandler {
  /// The longest text of a cell or a note.
  static let textLimit = 1 << 16

  private enum Table { case food, exercise }
  private enum Field { case date, cell, note }

  private(set) var entries: [Entry] = []
  var log: FindingLog
  private let context: ReadContext
  private var day: CivilDate?
  private var table: Table?
  private var isInBody = false
  private var meal = ""
  private var cells: [String] = []
  private var isTitle = false
  private var rowLine = 1
  private var field: Field?
  private var text: [UInt8] = []
  /// Whether the text is longer than what is kept of it.
  private var isCut = false
  private var rows = 0
  private var rowsUnread = 0
  private var passed = KeptRows()

  init(_ context: ReadContext) {
    self.context = context
    log = FindingLog(file: context.file)
  }

  mutating func start(
    _ name: String, _ attributes: [(name: String, value: String)], line: Int
  ) {
    func value(_ key: String) -> String { attributes.first { $0.name == key }?.value ?? "" }
    switch name {
    case "h1", "h2", "h3":
      if value("id") == "date" { open(.date, line) }
    case "table":
      let id = value("id")
      // The page itself writes “excercise”.
      table = id == "food" ? .food : id.hasPrefix("ex") ? .exercise : nil
      meal = ""
    case "tbody": isInBody = true
    case "thead", "tfoot": isInBody = false
    case "tr":
      cells = []
      (isTitle, rowLine) = (value("class").split(separator: " ").contains("title"), line)
    case "td", "th":
      if table != nil && isInBody { open(.cell, line) }
    case "p":
      if value("class").split(separator: " ").contains("notes") { open(.note, line) }
    case "br":
      if field != nil { text.append(0x20) }
    default: break
    }
  }

  private mutating func open(_ field: Field, _ line: Int) {
    tellCut()
    self.field = field
    text = []
    if field != .cell { rowLine = line }
  }

  mutating func text(_ text: Span<UInt8>) {
    guard field != nil else { return }
    let room = max(0, Self.textLimit - self.text.count)
    for place in text.indices.prefix(room) { self.text.append(text[place]) }
    if text.count > room { isCut = true }
  }

  /// Tells of a text that was cut, once.
  private mutating func tellCut() {
    guard isCut else { return }
    isCut = false
    log.tally(
      "myfitnesspal-text-cut", .warning, line: rowLine,
      "The text is longer than \(Self.textLimit) bytes; the rest of it was left out.",
      remedy: "Check that this is the page as it was saved.")
  }

  mutating func end(_ name: String) {
    switch (name, field) {
    case ("h1", .date), ("h2", .date), ("h3", .date): takeDate(close())
    case ("td", .cell), ("th", .cell): cells.append(close())
    case ("p", .note): takeNote(close())
    default: break
    }
    if name == "tr" && table != nil && isInBody { takeRow() }
    if name == "table" { (table, isInBody) = (nil, false) }
  }

  /// The text that was collected, its white space as one blank each.
  private mutating func close() -> String {
    tellCut()
    defer { (field, text) = (nil, []) }
    let all = String(decoding: text, as: UTF8.self)
    return all.split { $0.isWhitespace }.joined(separator: " ")
  }

  private mutating func takeDate(_ text: String) {
    day = DateFormat.day(text)
    guard day == nil else { return }
    log.tally(
      "myfitnesspal-day", .warning, line: rowLine,
      "“\(text.shortened)” is no day; what stands below it cannot be read.",
      remedy: "Expected is a heading such as “January 1, 2019”.")
  }

  private mutating func takeNote(_ text: String) {
    guard !text.isEmpty, let day = dayOfRecord(.note, text) else { return }
    entries.append(
      Entry(kind: .note, time: .at(.day(day)), name: "", note: text, origin: origin))
  }

  private mutating func takeRow() {
    defer { cells = [] }
    guard let first = cells.first, !first.isEmpty else { return }
    if isTitle || cells.count == 1 {
      if !isTitle && Self.parted(first) != nil { pass(first) }
      meal = first
      return
    }
    switch table {
    case .food:
      if let day = dayOfRecord(.food, first) { entries.append(food(first, on: day)) }
    case .exercise:
      if let day = dayOfRecord(.context, first) { entries.append(exercise(first, on: day)) }
    case nil: break
    }
  }

  /// Keeps the words of a row that looks like a food and is read as the name of a meal.
  private mutating func pass(_ words: String) {
    log.tally(
      "myfitnesspal-row-alone", .warning, line: rowLine,
      "The row “\(words.shortened)” has one cell, as names of meals have; it gave no food.",
      remedy: "Save the whole page again.")
    passed.add(
      UnreadRow(kind: .food, note: words, reason: "myfitnesspal-row-alone", origin: origin))
  }

  /// Counts a record, and gives the day that it stands below.
  private mutating func dayOfRecord(_ kind: EntryKind, _ words: String) -> CivilDate? {
    rows += 1
    if day == nil {
      rowsUnread += 1
      log.add(
        RowFault(
          id: "time-missing", summary: "The row stands below no day that can be read.",
          remedy: "Save the whole page again, with its headings."), line: rowLine,
        unread: UnreadRow(kind: kind, note: words, reason: "", origin: origin))
    }
    return day
  }

  private var origin: Origin { Origin(input: context.input, line: rowLine) }

  /// `Brand - Name, 1.75 cup (drained)`.
  private func food(_ text: String, on day: CivilDate) -> Entry {
    var entry = Entry(
      kind: .food, time: EntryTime(meal: meal, on: day), name: text, origin: origin)
    if let (name, amount) = Self.parted(text) {
      entry.name = name
      entry.value = amount.number.map(EntryValue.number)
      entry.unit = amount.unit
    }
    return entry
  }

  /// Name and amount, which starts with a number behind the last comma outside brackets where one
  /// does: `Onions, raw, 0.5 cup, chopped`; `nil` without one.
  static func parted(_ text: String) -> (name: String, amount: AmountText)? {
    var depth = 0
    for place in text.indices.reversed() {
      switch text[place] {
      case ")": depth += 1
      case "(": depth -= 1
      case "," where depth <= 0:
        let next = text.index(after: place)
        // A comma inside a number parts thousands: “1,000 g”.
        guard next < text.endIndex, text[next] == " " else { continue }
        let amount = AmountText(String(text[next...]))
        let name = String(text[..<place]).trimmed
        if amount.number != nil && !name.isEmpty { return (name, amount) }
      default: break
      }
    }
    return nil
  }

  /// The name, calories and minutes of an exercise.
  private func exercise(_ name: String, on day: CivilDate) -> Entry {
    let minutes = cells.count > 2 ? AmountText(cells[2]).number : nil
    return Entry(
      kind: .context, time: .at(.day(day)), name: "exercise", value: minutes.map(EntryValue.number),
      unit: minutes == nil ? nil : "min", note: name, origin: origin)
  }

  /// All that the page gave.
  var outcome: ReadOutcome {
    var outcome = ReadOutcome()
    outcome.parts = [PartialDiary(participant: nil, entries: entries)]
    outcome.findings = log.finished()
    outcome.rows = rows
    outcome.rowsUnread = rowsUnread
    for row in passed.rows { outcome.carry(row) }
    return outcome
  }
}
