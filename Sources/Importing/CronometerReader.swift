// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// A reader of one table of a Cronometer export.
struct CronometerReader<Table: CronometerTable>: FormatReader {
  static var formatName: String { Table.formatName }

  static func recognises(_ prefix: [UInt8]) -> Bool {
    let names = CSVSniffer.header(of: prefix)
    return names.first == "day" && names.contains("group")
      && Table.columns.allSatisfy(names.contains)
  }

  private let context: ReadContext
  private var source: CSVSource
  private var header: CSVHeader?
  private var log: FindingLog
  private var outcome = ReadOutcome()
  private var entries: [Entry] = []

  init(_ context: ReadContext) {
    self.context = context
    source = CSVSource(file: context.file)
    log = FindingLog(file: context.file)
  }

  mutating func consume(_ bytes: [UInt8], count: Int) throws(ImportError) {
    source.push(bytes, count: count)
    while try source.nextRow() { take(source.row) }
  }

  var kept: Int? { entries.count }

  mutating func finish() throws(ImportError) -> ReadOutcome {
    source.pushEnd()
    while try source.nextRow() { take(source.row) }
    if try source.lastRow() { take(source.row) }
    source.note(into: &log)
    outcome.parts = [PartialDiary(participant: nil, entries: entries)]
    outcome.findings = log.finished()
    return outcome
  }

  private mutating func take(_ row: CSVRow) {
    guard header != nil else {
      header = CSVHeader(row, log: &log)
      return
    }
    if row.isBlank() { return }
    outcome.rows += 1
    do throws(RowFault) {
      try header?.check(row, log: &log)
      guard let columns = header else { return }
      let cell: (String) -> String = { name in
        columns.column(name).flatMap { row.trimmedText($0) } ?? ""
      }
      let own = CronometerRow(
        cell: cell, time: try Self.time(day: cell("day"), clock: cell("time")),
        origin: Origin(input: context.input, line: row.line))
      entries += try Table.entries(own, log: &log)
    } catch {
      outcome.rowsUnread += 1
      log.add(error, line: row.line)
    }
  }

  private static func time(day: String, clock: String) throws(RowFault) -> EntryTime {
    guard let date = CivilDate(iso: day) else {
      throw RowFault(
        id: "date-not-existing", summary: "“\(day.shortened)” is not a day.",
        remedy: "Cronometer writes days as YYYY-MM-DD; a spreadsheet may have changed them.")
    }
    if clock.isEmpty { return .at(.day(date)) }
    guard let second = ClockText.secondOfDay(clock),
      let time = LocalDateTime(date: date, secondOfDay: second)
    else {
      throw RowFault(
        id: "time-not-readable", summary: "“\(clock.shortened)” is not a clock time.",
        remedy: "Expected is a time such as 17:05 or 5:05 PM, or nothing.")
    }
    return .at(.clock(time))
  }
}
