// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The lines of FatSecret's detailed report, an outline by leading blanks: a day, its meals, their
/// foods, and below each food its amount.
struct FatSecretRows: CSVRows {
  static let formatName = "fatsecret"

  /// The sign that parts the lines of days from their numbers; days may hold a comma themselves.
  static func delimiter(of text: [UInt8]) -> UInt8 {
    let parted = CSVSniffer.delimiters.first { delimiter in
      CSVSniffer.rows(of: text, most: 60, delimiter: delimiter).contains { row in
        row.count > 1 && depth(row) == 0 && DateFormat.day(row.trimmedText(0) ?? "") != nil
      }
    }
    return parted ?? UInt8(ascii: ",")
  }

  static func recognises(_ prefix: [UInt8]) -> Bool {
    let rows = CSVSniffer.rows(of: prefix, most: 60, delimiter: UInt8(ascii: ","))
    guard rows.first?.cell(0).first == UInt8(ascii: "#") else { return false }
    let depths = rows.map(depth)
    return rows.contains { ($0.trimmedText(0) ?? "").contains("Food Diary Report") }
      || depths.indices.contains { depths[$0...].starts(with: [1, 2, 3]) }
  }

  var cells = CellFormat()
  private let context: ReadContext
  private var day: CivilDate?
  private var hasDay = false
  private var meal = ""
  /// The line of the food that an amount below it is of.
  private var foodLine: Int?
  private var amounts: [Int: AmountText] = [:]
  private(set) var passed = KeptRows()

  init(_ context: ReadContext) { self.context = context }

  /// How many blanks the first cell starts with.
  private static func depth(_ row: CSVRow) -> Int {
    row.blanksBeforeQuote + row.cell(0).prefix { $0 == 0x20 }.count
  }

  /// Takes days, meals and amounts in; only foods are records.
  mutating func isRecord(_ row: CSVRow, log: inout FindingLog) -> Bool {
    let text = row.trimmedText(0) ?? ""
    if row.isBlank() || text.hasPrefix("#") { return false }
    switch Self.depth(row) {
    case 0: takeDay(row, text, log: &log)
    case 1: (meal, foodLine) = (text, nil)
    case 2: return true
    default: takeAmount(row, log: &log)
    }
    return false
  }

  mutating func entries(_ row: CSVRow, log: inout FindingLog) throws(RowFault) -> [Entry] {
    foodLine = nil
    let entry = try entry(row, log: &log)
    foodLine = row.line
    return [entry]
  }

  func unread(_ row: CSVRow) -> UnreadRow {
    var unread = UnreadRow(row)
    unread.kind = .food
    return unread
  }

  mutating func settle(_ entries: inout [Entry], log: inout FindingLog) {
    for place in entries.indices {
      guard let amount = amounts[entries[place].origin.line] else { continue }
      entries[place].value = amount.number.map(EntryValue.number) ?? .text(amount.text)
      entries[place].unit = amount.unit
    }
  }

  private func entry(_ row: CSVRow, log: inout FindingLog) throws(RowFault) -> Entry {
    try CSVHeader.checkText(row, log: &log)
    guard let day else {
      throw RowFault(
        id: "time-missing", summary: "The line stands below no day that can be read.",
        remedy: "A line such as “Tuesday, May 1, 2018” starts a day.")
    }
    let name = row.trimmedText(0) ?? ""
    guard !name.isEmpty else {
      throw RowFault(
        id: "name-missing", summary: "The food has no name.", remedy: "Remove the line.")
    }
    return Entry(
      kind: .food, time: EntryTime(meal: meal, on: day), name: name,
      origin: Origin(input: context.input, line: row.line))
  }

  /// Keeps a line that is passed over for its words.
  private mutating func pass(_ row: CSVRow, _ reason: String) {
    var own = UnreadRow(row)
    (own.kind, own.reason, own.origin) = (
      .note, reason, Origin(input: context.input, line: row.line)
    )
    passed.add(own)
  }

  /// Takes the line of a day in.
  private mutating func takeDay(_ row: CSVRow, _ text: String, log: inout FindingLog) {
    (meal, foodLine) = ("", nil)
    if let date = DateFormat.day(text) {
      (day, hasDay) = (date, true)
      return
    }
    // The title, the totals of the period and the columns' names stand before the first day.
    guard hasDay else { return }
    day = nil
    pass(row, "fatsecret-line-passed")
    log.tally(
      "fatsecret-line-passed", .warning, line: row.line,
      "“\(text.shortened)” is no day; what stands below it cannot be read.",
      remedy: "Days are read in English, German, French, Spanish, Italian, Dutch and Portuguese.")
  }

  /// Takes `3 oz`, `2  x 1 oz, 56 g` or `1 1/2 cupcakes (2-3/4" dia)` for the food above.
  private mutating func takeAmount(_ row: CSVRow, log: inout FindingLog) {
    // An amount with a comma, and with a quote that is not doubled, falls into several cells.
    let row = row.withDroppedQuote
    let cells = (0..<row.count).compactMap { row.trimmedText($0) }
    let text = cells.filter { !$0.isEmpty }.joined(separator: ", ")
    guard let foodLine else {
      pass(row, "fatsecret-amount-alone")
      log.tally(
        "fatsecret-amount-alone", .warning, line: row.line,
        "The amount “\(text.shortened)” stands below no food and was left out.")
      return
    }
    let first = text.prefix { $0 != " " && $0 != "\u{A0}" }
    self.cells.tellOfPoint(String(first), line: row.line, log: &log)
    let amount = AmountText(text, self.cells)
    amounts[foodLine] = amount
    guard amount.number == nil else { return }
    log.tally(
      "amount-not-a-number", .warning, line: row.line,
      "The amount “\(text.shortened)” starts with no number; the food counts as eaten.",
      remedy: "Expected is a text such as “3 oz”.")
  }
}

extension CSVRow {
  /// The row with the first quote that is not doubled where it stood, `(2-3/4" dia)`, and without the
  /// one that was taken for text instead, at the cell's end.
  fileprivate var withDroppedQuote: CSVRow {
    guard let quote = droppedQuote, let cell = ends.firstIndex(where: { $0 > quote.place }) else {
      return self
    }
    var row = self
    row.droppedQuote = nil
    var place = quote.place
    row.bytes.insert(UInt8(ascii: "\""), at: place)
    if quote.hasBlank {
      place += 1
      row.bytes.insert(0x20, at: place)
    }
    let end = ends[cell] + place + 1 - quote.place
    let isClosed = row.bytes[end - 1] == UInt8(ascii: "\"")
    if isClosed { row.bytes.remove(at: end - 1) }
    let moved = place + 1 - quote.place - (isClosed ? 1 : 0)
    for later in cell..<ends.count { row.ends[later] += moved }
    return row
  }
}
