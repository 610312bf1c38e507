// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// What one format of CSV makes of its rows; `CSVRowReader` does what all have in common.
protocol CSVRows {
  /// The format's name in `InputSummary.format`.
  static var formatName: String { get }

  /// The sign between cells of a file that starts with this text.
  static func delimiter(of text: [UInt8]) -> UInt8

  /// Whether a file that starts with these bytes is of this format.
  static func recognises(_ prefix: [UInt8]) -> Bool

  /// Starts a file.
  init(_ context: ReadContext)

  /// How the cells write numbers and dates; what the file shows of it is set before the first row.
  var cells: CellFormat { get set }

  /// The format's name, where several share a reader; known once there was a row.
  var format: String? { get }

  /// Whether a row can hold entries; a header, a title or a blank row cannot.
  mutating func isRecord(_ row: CSVRow, log: inout FindingLog) -> Bool

  /// The texts of a record's dates, where the file may write them in an order that it must prove.
  func dates(_ row: CSVRow) -> [String]

  /// The entries of a record.
  ///
  /// - Throws: `RowFault` for a record that cannot be read.
  mutating func entries(_ row: CSVRow, log: inout FindingLog) throws(RowFault) -> [Entry]

  /// What there is of a record that cannot be read.
  func unread(_ row: CSVRow) -> UnreadRow

  /// Rows that were passed over with a finding, kept for their words.
  var passed: KeptRows { get }

  /// Settles what only the whole file shows.
  mutating func settle(_ entries: inout [Entry], log: inout FindingLog)
}

extension CSVRows {
  static func delimiter(of text: [UInt8]) -> UInt8 { CSVSniffer.delimiter(of: text) }
  func dates(_ row: CSVRow) -> [String] { [] }
  var format: String? { nil }
  var passed: KeptRows { KeptRows() }
  mutating func isRecord(_ row: CSVRow, log: inout FindingLog) -> Bool { !row.isBlank() }
  func unread(_ row: CSVRow) -> UnreadRow { UnreadRow(row) }
  mutating func settle(_ entries: inout [Entry], log: inout FindingLog) {}
}

/// A reader of one person's CSV file, row by row; it counts what cannot be read.
struct CSVRowReader<Rows: CSVRows>: FormatReader {
  static var formatName: String { Rows.formatName }

  static func recognises(_ prefix: [UInt8]) -> Bool { Rows.recognises(prefix) }

  private var source: CSVSource
  private var rows: Rows
  private var log: FindingLog
  private var outcome = ReadOutcome()
  private var entries: [Entry] = []
  private var pool = TextPool()
  /// Rows with dates whose order the whole file must prove.
  private var waiting: [CSVRow] = []
  private var evidence = DateOrderEvidence()

  init(_ context: ReadContext) {
    source = CSVSource(file: context.file, delimiter: Rows.delimiter)
    rows = Rows(context)
    rows.cells.order = context.options.dateOrder
    log = FindingLog(file: context.file)
  }

  var kept: Int? { entries.count + waiting.count }

  mutating func consume(_ bytes: [UInt8], count: Int) throws(ImportError) {
    source.push(bytes, count: count)
    while try source.nextRow() { take(source.row) }
  }

  mutating func finish() throws(ImportError) -> ReadOutcome {
    source.pushEnd()
    while try source.nextRow() { take(source.row) }
    if try source.lastRow() { take(source.row) }
    source.note(into: &log)
    try readWaiting()
    rows.settle(&entries, log: &log)
    outcome.parts = [PartialDiary(participant: nil, entries: entries)]
    outcome.findings = log.finished()
    outcome.format = rows.format
    for row in rows.passed.rows { outcome.carry(row) }
    return outcome
  }

  private mutating func take(_ row: CSVRow) {
    rows.cells.hasDecimalComma = source.delimiter != UInt8(ascii: ",")
    guard rows.isRecord(row, log: &log) else { return }
    outcome.rows += 1
    if rows.cells.order == nil {
      let dates = rows.dates(row).compactMap { text in
        LocalizedTime(text).flatMap { $0.yearPlace == 0 ? nil : (text, $0) }
      }
      for (text, date) in dates { evidence.add(date, text: text, line: row.line) }
      if !dates.isEmpty {
        waiting.append(row)
        return
      }
    }
    read(row)
  }

  /// Reads the rows that waited for the order of dates, now that all of the file is known.
  private mutating func readWaiting() throws(ImportError) {
    guard let first = waiting.first else { return }
    do throws(CSVFault) {
      rows.cells.order = try evidence.order(stated: nil)
    } catch {
      log.add(error.id, .error, line: error.line, error.summary, remedy: error.remedy)
      throw ImportError(kind: .unusable, findings: log.finished())
    }
    log.add(
      "date-order-used", .note, line: first.line,
      "The dates of \(waiting.count) rows were read as \(rows.cells.order?.rawValue ?? "").",
      remedy: "Their column allows no other order.")
    for row in waiting { read(row) }
    waiting = []
    // Each row's entries stay in their order.
    let ordered = entries.enumerated().sorted {
      ($0.element.origin.line, $0.offset) < ($1.element.origin.line, $1.offset)
    }
    entries = ordered.map(\.element)
  }

  private mutating func read(_ row: CSVRow) {
    do throws(RowFault) {
      for var entry in try rows.entries(row, log: &log) {
        pool.share(&entry)
        entries.append(entry)
      }
    } catch {
      outcome.rowsUnread += 1
      log.add(error, line: row.line, unread: rows.unread(row))
    }
  }
}

/// The rows of a CSV file that have names, by their header.
struct NamedRows {
  private var header: CSVHeader?

  /// Whether a row is a record: not the header, which is the first, and not blank.
  mutating func isRecord(_ row: CSVRow, log: inout FindingLog) -> Bool {
    guard header != nil else {
      header = CSVHeader(row, log: &log)
      return false
    }
    return !row.isBlank()
  }

  /// The cells of a record by their columns' names in lower case; empty for columns that are not.
  ///
  /// - Throws: `RowFault` where the row does not fit the header, or is no UTF-8.
  mutating func cells(
    of row: CSVRow, log: inout FindingLog
  ) throws(RowFault) -> (String) -> String {
    try header?.check(row, log: &log)
    let own = self
    return { own.text($0, of: row) }
  }

  /// The text of a record's cell by its column's name in lower case; empty where there is none.
  func text(_ name: String, of row: CSVRow) -> String {
    header?.column(name).flatMap { row.trimmedText($0) } ?? ""
  }

  /// The columns' names, trimmed, in lower case.
  var names: [String] { header?.names.map { $0.lowercased() } ?? [] }
}

extension ClockText {
  /// The clock time of a cell on a day; `nil` where the cell is empty.
  ///
  /// - Throws: `RowFault` where the cell is no clock time.
  static func time(_ text: String, on date: CivilDate) throws(RowFault) -> LocalDateTime? {
    if text.isEmpty { return nil }
    guard let second = secondOfDay(text), let time = LocalDateTime(date: date, secondOfDay: second)
    else {
      throw RowFault(
        id: "time-not-readable", summary: "“\(text.shortened)” is not a clock time.",
        remedy: "Expected is a time such as 17:05 or 5:05 PM, or nothing.")
    }
    return time
  }
}
