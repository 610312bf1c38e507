// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// What one format of CSV makes of its rows; `CSVRowReader` does what all have in common.
protocol CSVRows {
  /// The format's name in `InputSummary.format`.
  static var formatName: String { get }

  /// The sign between cells, where the format knows one only; else it is told from the file.
  static var delimiter: UInt8? { get }

  /// Whether a file that starts with these bytes is of this format.
  static func recognises(_ prefix: [UInt8]) -> Bool

  /// Starts a file.
  init(_ context: ReadContext)

  /// The format's name, where several share a reader; known once there was a row.
  var format: String? { get }

  /// Whether a row can hold entries; a header, a title or a blank row cannot.
  mutating func isRecord(_ row: CSVRow, log: inout FindingLog) -> Bool

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
  static var delimiter: UInt8? { nil }
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

  init(_ context: ReadContext) {
    source = CSVSource(file: context.file, delimiter: Rows.delimiter)
    rows = Rows(context)
    log = FindingLog(file: context.file)
  }

  var kept: Int? { entries.count }

  mutating func consume(_ bytes: [UInt8], count: Int) throws(ImportError) {
    source.push(bytes, count: count)
    while try source.nextRow() { take(source.row) }
  }

  mutating func finish() throws(ImportError) -> ReadOutcome {
    source.pushEnd()
    while try source.nextRow() { take(source.row) }
    if try source.lastRow() { take(source.row) }
    source.note(into: &log)
    rows.settle(&entries, log: &log)
    outcome.parts = [PartialDiary(participant: nil, entries: entries)]
    outcome.findings = log.finished()
    outcome.format = rows.format
    for row in rows.passed.rows { outcome.carry(row) }
    return outcome
  }

  private mutating func take(_ row: CSVRow) {
    guard rows.isRecord(row, log: &log) else { return }
    outcome.rows += 1
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
    let columns = header
    return { name in columns?.column(name).flatMap { row.trimmedText($0) } ?? "" }
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
