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
  /// The metrics that gave hours of sleep, such as those of several devices, by line.
  private var sleepMetrics: [Int: String] = [:]

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
    let entries = try table?.entries(own, &log) ?? []
    if entries.contains(where: { $0.name == "sleep" }) {
      sleepMetrics[row.line] = own.cell("metric")
    }
    return entries
  }

  /// Leaves the sleep of each day to one metric: several devices measure the same.
  mutating func settle(_ entries: inout [Entry], log: inout FindingLog) {
    let names = Set(sleepMetrics.values).sorted()
    guard names.count > 1 else { return }
    let own = Dictionary(grouping: entries) { sleepMetrics[$0.origin.line] }
    let metrics = names.map { own[$0] ?? [] }
    let sleep = SleepSources(metrics)
    let files = Array(repeating: log.file, count: names.count)
    for finding in sleep.findings(files, names: names) {
      log.add(
        finding.id, finding.severity, line: finding.line, finding.summary, remedy: finding.remedy)
    }
    let kept = metrics.indices.flatMap { place in
      sleep.kept(metrics[place], of: place, withoutEqual: true).map(\.origin.line)
    }
    let left = Set(sleepMetrics.keys).subtracting(kept)
    entries.removeAll { left.contains($0.origin.line) }
  }
}
