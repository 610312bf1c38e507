// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import FileAccess
internal import Importing
internal import Reporting

/// Takes one unit from its files to its reports and its record.
struct UnitWorker: Sendable {
  let runner: BatchRunner
  let state: BatchState
  let reports: ReportList

  /// Works on a unit unless nothing has changed since its record was kept.
  ///
  /// - Returns: whether it was worked on; a failure only where the output cannot be written.
  func process(_ unit: BatchUnit) -> Result<Bool, FileError> {
    do throws(FileError) {
      return .success(try processed(unit))
    } catch {
      return .failure(error)
    }
  }

  private func processed(_ unit: BatchUnit) throws(FileError) -> Bool {
    let key = unit.key(settings: runner.options.settingsText)
    if !runner.options.force, let kept = state.record(of: unit)?.record, kept.key == key,
      kept.participants.allSatisfy({
        FileSystem.kind(of: runner.output + "/" + $0.index.report) == .file
      })
    {
      return false
    }
    try work(on: unit, key: key)
    return true
  }

  private func work(on unit: BatchUnit, key: String) throws(FileError) {
    var record = UnitRecord(key: key, unit: unit.name)
    var lines: [[UInt8]] = []
    let imported = unit.read(runner.options.importing)
    let errors = imported.findings.filter { $0.severity == .error }
    record.failures = errors.map { failure($0, of: unit) }
    for diary in imported.diaries {
      let analysed = analyze(diary)
      guard let line = try? Report.resultsLine(analysed) else {
        let reason = "The results of \(analysed.participant) cannot be written as JSON."
        record.failures.append(.init(file: unit.name, line: nil, reason: reason))
        continue
      }
      let name = ReportName.name(for: analysed.participant)
      try reports.note(name)
      try FileSystem.write(
        Report.html(
          analysed, findings: imported.findings, language: runner.options.language),
        to: reportPath(name))
      lines.append(line)
      record.participants.append(
        .init(
          summary: SummaryTable.rows(of: analysed, report: "reports/" + name),
          index: BatchIndexEntry(analysed, report: "reports/" + name)))
    }
    try keep(record, lines, of: unit)
  }

  private func analyze(_ diary: Diary) -> AnalysisResults {
    let analyzer = DiaryAnalyzer(
      options: runner.options.analysis, foods: runner.foods, version: runner.options.version)
    return analyzer.analyze(diary)
  }

  private func keep(
    _ record: UnitRecord, _ lines: [[UInt8]], of unit: BatchUnit
  ) throws(FileError) {
    guard let bytes = try? record.encoded(resultLines: lines) else {
      throw FileError(
        kind: .notWritable, path: state.path(of: unit), reason: "the record cannot be encoded")
    }
    try state.keep(bytes, of: unit)
  }

  private func failure(_ finding: Finding, of unit: BatchUnit) -> UnitRecord.Failure {
    let prefix = runner.input.hasSuffix("/") ? runner.input : runner.input + "/"
    let file =
      finding.file.hasPrefix(prefix) ? String(finding.file.dropFirst(prefix.count)) : finding.file
    let reason = finding.remedy.isEmpty ? finding.summary : "\(finding.summary) \(finding.remedy)"
    return .init(file: file, line: finding.line, reason: reason)
  }

  private func reportPath(_ name: String) -> String { runner.output + "/reports/" + name }
}
