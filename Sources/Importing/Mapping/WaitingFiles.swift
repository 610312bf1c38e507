// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The files of exports whose tables look things up in each other.
struct WaitingFiles {
  struct File {
    var outcome: ReadOutcome
    var findings: [Finding] = []
    var format: String
    var sha256: String
    var place: ImportSession.Place
  }

  private var files: [File] = []
  private var lookups: [String: [String: LookupTable]] = [:]

  mutating func add(
    _ mapped: MappedOutcome, _ outcome: ReadOutcome, format: String, sha256: String,
    at place: ImportSession.Place
  ) {
    for (name, table) in mapped.lookups {
      // Several files of one table are one.
      if lookups[mapped.mapping]?[name]?.columns == table.columns {
        lookups[mapped.mapping]?[name]?.add(table)
      } else {
        lookups[mapped.mapping, default: [:]][name] = table
      }
    }
    files.append(
      File(
        outcome: outcome, findings: outcome.findings, format: format, sha256: sha256, place: place))
  }

  /// The files with their entries, in the order in which they came, tables for looking up last.
  mutating func take() -> [File] {
    var ready: [File] = []
    var tables: [File] = []
    for var file in files {
      guard let mapped = file.outcome.mapped else { continue }
      if !mapped.waiting.isEmpty || !file.outcome.parts.isEmpty {
        file.outcome.mapped = nil
        for var waiting in mapped.waiting {
          file.outcome.add(waiting.outcome(lookups[mapped.mapping] ?? [:]))
        }
        file.findings = []
        ready.append(file)
      } else {
        file.findings += [
          Finding(
            id: "mapping-lookup", severity: .note,
            summary: "\(file.outcome.rows) rows were read to look things up; they give no entries.",
            file: file.place.path)
        ]
        file.outcome.findings = []
        tables.append(file)
      }
    }
    files = []
    return ready + tables
  }
}
