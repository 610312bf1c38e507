// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The rows of any table of a Cronometer export.
struct CronometerRows: CSVRows {
  static let formatName = "cronometer"

  static func recognises(_ prefix: [UInt8]) -> Bool {
    CronometerTable.table(CSVSniffer.header(of: prefix)) != nil
  }

  var cells = CellFormat()
  private let context: ReadContext
  private var rows = NamedRows()
  private var table: CronometerTable?

  init(_ context: ReadContext) { self.context = context }

  var format: String? { table?.format }

  mutating func isRecord(_ row: CSVRow, log: inout FindingLog) -> Bool {
    let isRecord = rows.isRecord(row, log: &log)
    if table == nil { table = CronometerTable.table(rows.names) }
    return isRecord
  }

  func dates(_ row: CSVRow) -> [String] {
    table?.dates.map { rows.text($0, of: row) } ?? []
  }

  mutating func entries(_ row: CSVRow, log: inout FindingLog) throws(RowFault) -> [Entry] {
    let own = CronometerRow(
      cell: try rows.cells(of: row, log: &log), format: cells,
      origin: Origin(input: context.input, line: row.line))
    return try table?.entries(own, &log) ?? []
  }
}
