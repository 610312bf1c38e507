// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import FileAccess
internal import Importing
internal import Markup
internal import Reporting

/// Takes one unit from its files to its reports and its record.
struct UnitWorker: Sendable {
  let runner: BatchRunner
  let state: BatchState
  let reports: ReportList
  /// The hash of the settings.
  let settings: String
  let pseudonyms: Pseudonyms
  private let worker: DiaryWorker

  init(runner: BatchRunner, state: BatchState, reports: ReportList) {
    self.runner = runner
    self.state = state
    self.reports = reports
    settings = SHA256.hexadecimal(of: Array(runner.options.settingsText.utf8))
    pseudonyms = Pseudonyms(policy: runner.options.names)
    worker = DiaryWorker(
      analysis: runner.options.analysis, foods: runner.foods, version: runner.options.version,
      language: runner.options.language, writesReports: runner.options.writesReports)
  }

  /// Works on a unit unless nothing has changed since its record was kept.
  ///
  /// - Returns: what there is of it; a failure only where the output cannot be written.
  func process(_ unit: BatchUnit) -> Result<UnitOutcome, FileError> {
    do throws(FileError) {
      let kept = state.head(of: unit)
      if let kept, let outcome = unchanged(unit, kept) { return .success(outcome) }
      return .success(try work(on: unit, kept, UnitNames()))
    } catch {
      return .failure(error)
    }
  }

  /// Works on a unit again, some of whose participants have to stand under other ids, given by the
  /// ones they would have had.
  func process(_ unit: BatchUnit, renames: [String: String]) -> Result<UnitOutcome, FileError> {
    do throws(FileError) {
      return .success(try work(on: unit, state.head(of: unit), UnitNames(renames: renames)))
    } catch {
      return .failure(error)
    }
  }

  /// Works on a unit again, some of whose reports have to have other names; ids stay as they are.
  func process(_ unit: BatchUnit, reports: ReportNames) -> Result<UnitOutcome, FileError> {
    do throws(FileError) {
      let kept = state.head(of: unit)
      let names = UnitNames(renames: kept?.renames ?? [:], reports: reports)
      return .success(try work(on: unit, kept, names))
    } catch {
      return .failure(error)
    }
  }

  private func unchanged(_ unit: BatchUnit, _ kept: UnitHead) -> UnitOutcome? {
    guard !runner.options.force, kept.settings == settings,
      kept.participants.allSatisfy({
        // One that was cut short, by a full disk or by hand, is written again; one of unknown size as well.
        $0.report.isEmpty
          || ($0.reportSize != nil
            && FileSystem.size(of: runner.output + "/" + $0.report) == $0.reportSize)
      })
    else { return nil }
    if let since = runner.options.since, !unit.hasChanged(since: since) {
      return UnitOutcome(kept, wasRedone: false)
    }
    return kept.content == unit.contentHash() ? UnitOutcome(kept, wasRedone: false) : nil
  }

  private func work(
    on unit: BatchUnit, _ kept: UnitHead?, _ names: UnitNames
  ) throws(FileError) -> UnitOutcome {
    let head = UnitHead(
      unit: unit.name, label: "", content: unit.contentHash(), settings: settings,
      names: kept?.names ?? [:])
    let imported = unit.read(runner.options.importing)
    switch try record(imported, of: unit, head, names) {
    case .success(let outcome): return outcome
    case .failure(let fault):
      let nothing = SplitImport(findings: imported.findings + fault.findings)
      let outcome = try record(nothing, of: unit, head, names)
      return (try? outcome.get()) ?? UnitOutcome(head, wasRedone: true)
    }
  }

  /// Writes the reports of a unit, one after the other, then its record.
  ///
  /// - Returns: why there is no record where the unit changed meanwhile.
  private func record(
    _ imported: SplitImport, of unit: BatchUnit, _ head: UnitHead, _ names: UnitNames
  ) throws(FileError) -> Result<UnitOutcome, ImportError> {
    var record = UnitRecord(head)
    let people = imported.participants.map { participant($0, of: unit, head, names) }
    for who in people where who.base != who.id && pseudonyms.policy == .replaced {
      record.head.names[who.id] = who.base
    }
    var pseudonyms = pseudonyms
    pseudonyms.harmless = Set(people.map(\.base))
    record.head.label = pseudonyms.label(ofUnit: unit.name, content: head.content)
    let files = FileLabels(unit, record.head.label, pseudonyms)
    record.head.failures = imported.findings.filter { $0.severity == .error }.map {
      failure($0, files)
    }
    let findings = imported.findings.map { files.labelled($0) }
    let places = Dictionary(zip(imported.participants, people)) { first, _ in first }
    var file = try state.record(of: unit)
    var error: FileError?
    do throws(ImportError) {
      try imported.forEach { diary in
        guard let who = places[diary.participant] else { return true }
        var diary = diary
        diary.participant = who.published
        files.label(&diary.inputs)
        do throws(FileError) {
          try write(diary, who, findings, to: &record)
          try file.append(record.take())
        } catch let fault {
          error = fault
        }
        return error == nil
      }
    } catch {
      return .failure(error)
    }
    if let error { throw error }
    record.add(TidyRows.rows(of: findings, input: record.head.label, names: pseudonyms.policy))
    try file.append(record.encoded())
    try file.finish()
    return .success(UnitOutcome(record.head, wasRedone: true))
  }

  private func participant(
    _ name: String?, of unit: BatchUnit, _ head: UnitHead, _ names: UnitNames
  ) -> UnitHead.Participant {
    let id = name ?? unit.fallbackParticipant
    let base = pseudonyms.published(id, content: head.content, known: head.names)
    let published = names.renames[base] ?? base
    return UnitHead.Participant(
      id: id, base: base, published: published,
      report: runner.options.writesReports ? "reports/" + names.reports.name(for: published) : "")
  }

  private func write(
    _ diary: Diary, _ who: UnitHead.Participant, _ findings: [Finding],
    to record: inout UnitRecord
  ) throws(FileError) {
    guard let output = worker.output(of: diary, findings: findings),
      let index = try? indexLine(output.results, who)
    else {
      record.head.failures.append(
        .init(
          file: record.head.unit, label: record.head.label, line: nil,
          code: "results-not-writable",
          reason: "The results of \(who.published) cannot be written as JSON."))
      return
    }
    if !who.report.isEmpty {
      try reports.note(FileSystem.name(of: who.report))
      try FileSystem.write(output.report, to: runner.output + "/" + who.report)
    }
    var who = who
    if !who.report.isEmpty { who.reportSize = output.report.count }
    who.gate = SafetyOrder.first(of: output.results.safety.map(\.gate))
    who.hasLikely = output.results.groups.contains { $0.verdict == .likelyTrigger }
    record.add(
      who,
      .init(
        index: index[...], results: output.line[...],
        summary: SummaryTable.rows(of: output.results, report: who.report),
        rows: TidyRows(output.results).rows(input: record.head.label, report: who.report)))
  }

  private func indexLine(
    _ results: AnalysisResults, _ who: UnitHead.Participant
  ) throws -> [UInt8] {
    try JSONLine.encode(BatchIndexEntry(results, report: who.report))
  }

  private func failure(_ finding: Finding, _ files: FileLabels) -> UnitHead.Failure {
    let prefix = runner.input.hasSuffix("/") ? runner.input : runner.input + "/"
    let file =
      finding.file.hasPrefix(prefix) ? String(finding.file.dropFirst(prefix.count)) : finding.file
    let reason = finding.remedy.isEmpty ? finding.summary : "\(finding.summary) \(finding.remedy)"
    return .init(
      file: file, label: files.labelled(finding).file, line: finding.line, code: finding.id,
      reason: reason)
  }
}
