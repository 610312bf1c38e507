// SPDX-License-Identifier: Apache-2.0

internal import FileAccess
internal import Reporting

/// The tables of a batch, put together from the records of its units.
struct BatchAssembly {
  /// Where one participant's results stand.
  struct Place {
    let index: BatchIndexEntry
    let unit: BatchUnit
    let line: Int

    var id: String { index.participant }
  }

  private let state: BatchState
  /// The participants by pseudonym, each of them once.
  private(set) var places: [Place] = []
  private var failures: [UnitRecord.Failure] = []

  /// The names of the participants' reports.
  var reports: Set<String> { Set(places.map { FileSystem.name(of: $0.index.report) }) }
  /// The participants with a report.
  var participantCount: Int { places.count }
  /// The failures.
  var failureCount: Int { failures.count }

  /// Collects the records of all units.
  init(state: BatchState, units: [BatchUnit]) throws(FileError) {
    self.state = state
    for unit in units {
      guard let record = state.record(of: unit)?.record else {
        throw FileError(
          kind: .notReadable, path: state.path(of: unit), reason: "the record has gone")
      }
      failures += record.failures
      places += record.participants.enumerated().map {
        Place(index: $0.element.index, unit: unit, line: $0.offset)
      }
    }
    places.sort {
      ($0.id, $0.unit.name, $0.line) < ($1.id, $1.unit.name, $1.line)
    }
    setAsideAmbiguous()
    failures.sort { ($0.file, $0.line ?? 0, $0.reason) < ($1.file, $1.line ?? 0, $1.reason) }
  }

  /// Takes out pseudonyms that stand in several units: whose results they are is not known.
  private mutating func setAsideAmbiguous() {
    let byID = Dictionary(grouping: places) { $0.id }
    for (id, group) in byID where group.count > 1 {
      let names = group.map(\.unit.name).joined(separator: ", ")
      for place in group {
        failures.append(
          .init(
            file: place.unit.name, line: nil,
            reason:
              "Participant \(id) stands in several inputs: \(names). Put the files of one person "
              + "in one sub-folder, or give each person a name of their own."))
      }
    }
    places.removeAll { (byID[$0.id]?.count ?? 0) > 1 }
  }

  /// Writes the tables and the index.
  func write(to output: String, language: ReportLanguage) throws(FileError) {
    try writeResults(to: output)
    try writeFailures(to: output + "/failures.csv")
    try FileSystem.write(
      Report.indexHTML(places.map(\.index), failures: failures.count, language: language),
      to: output + "/index.html")
  }

  /// Writes `results.jsonl` and `summary.csv`, reading each record once.
  private func writeResults(to output: String) throws(FileError) {
    var results = try AtomicFileWriter(path: output + "/results.jsonl")
    var summary = try AtomicFileWriter(path: output + "/summary.csv")
    try summary.append((SummaryTable.header + "\n").utf8)
    var kept: (unit: String, record: UnitRecord, resultLines: [ArraySlice<UInt8>])?
    for place in places {
      if kept?.unit != place.unit.name {
        kept = state.record(of: place.unit).map { (place.unit.name, $0.record, $0.resultLines) }
      }
      guard let kept, kept.resultLines.indices.contains(place.line) else {
        throw FileError(
          kind: .notReadable, path: state.path(of: place.unit), reason: "the record has gone")
      }
      try results.append(kept.resultLines[place.line])
      try results.append(CollectionOfOne(UInt8(ascii: "\n")))
      for row in kept.record.participants[place.line].summary {
        try summary.append((row + "\n").utf8)
      }
    }
    try results.finish()
    try summary.finish()
  }

  private func writeFailures(to path: String) throws(FileError) {
    var writer = try AtomicFileWriter(path: path)
    try writer.append("file,line,reason\n".utf8)
    for failure in failures {
      let row = CSVText.row([failure.file, failure.line.map(String.init) ?? "", failure.reason])
      try writer.append((row + "\n").utf8)
    }
    try writer.finish()
  }
}
