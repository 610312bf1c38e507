// SPDX-License-Identifier: Apache-2.0

internal import Database
internal import DiaryModel
internal import FileAccess
internal import FoundationEssentials
internal import Reporting

/// Puts the tables and pages of a batch together from the records of its units, one participant after
/// the other, so that memory does not grow with what their results hold.
struct BatchAssembly: Sendable {
  let output: String
  let options: BatchOptions
  let state: BatchState
  let units: BatchUnits
  let places: BatchPlaces

  /// Writes all tables and pages, unless they are there and nothing has changed.
  func write() throws(FileError) {
    let stamp = TableStamp(output: output, state: state)
    let key = SHA256.hexadecimal(
      of: Array("\(places.hash) \(options.settingsText) \(options.masksSmall)".utf8))
    if !options.force, stamp.isCurrent(key) { return }
    stamp.remove()
    let pages = try writeTables()
    try writeFailures(to: output + "/failures.csv")
    try writeKey(to: state.folder + "/key.csv")
    BatchOutput.removePages(in: output, after: pages)
    try stamp.write(key, pages: pages)
  }

  /// Writes `results.jsonl` beside its place, with a second job in a thread of its own, and all else.
  private func writeTables() throws(FileError) -> Int {
    let path = output + "/results.jsonl"
    let results = SideFile(path: path)
    defer { results.giveUp() }
    // The lines are the bulk; where there is a second job, they are written beside the tables.
    var thread = options.jobs > 1 ? WorkerThread { writeResults(to: results) } : nil
    if thread == nil { writeResults(to: results) }
    var rows = try AtomicFileWriter(path: output + "/summary.csv")
    try rows.append((SummaryTable.header + "\n").utf8)
    var tables = try ResultTables(output: output)
    var index = IndexPages(
      output: output, summary: summary(), spills: state.folder, language: options.language)
    try forEachPart { part, place throws(FileError) in
      for row in part.summary { try rows.append((row + "\n").utf8) }
      try tables.add(part.rows)
      try index.add(part.index, rank: place.rank)
    }
    try addUnits(to: &tables)
    try rows.settle()
    // It is waited for.
    thread = nil
    try results.check()
    let cohort = try tables.finish(runRows, masksSmall: options.masksSmall)
    try FileSystem.write(CohortTable.csv(cohort), to: output + "/cohort.csv")
    try FileSystem.write(
      Report.cohortHTML(cohort, language: options.language), to: output + "/cohort.html")
    try FileSystem.replace(path, by: results.temporary)
    try rows.finish()
    return try index.finish()
  }

  /// Writes the lines of all participants.
  private func writeResults(to file: SideFile) {
    file.write { results throws(FileError) in
      try forEachPart(withRows: false) { part, _ throws(FileError) in
        guard !file.isGivenUp else { return }
        try results.append(part.results)
        try results.append(CollectionOfOne(UInt8(ascii: "\n")))
      }
    }
  }

  /// Reads the parts of all participants, one after the other.
  private func forEachPart(
    withRows: Bool = true,
    _ body: (UnitRecord.Part, BatchPlaces.Place) throws(FileError) -> Void
  ) throws(FileError) {
    var reader: RecordReader?
    var unit: Int32?
    for place in places.participants {
      if unit != place.unit {
        reader = nil
        reader = try state.parts(ofUnit: units.name(at: Int(place.unit)))
        unit = place.unit
      }
      guard
        let part = try reader?.part(at: place.offset, length: place.length, withRows: withRows)
      else { continue }
      try body(part, place)
    }
  }

  /// Adds what is about units rather than participants, in an order that tells nothing of names.
  private func addUnits(to tables: inout ResultTables) throws(FileError) {
    var number = 0
    for place in places.labels.sortedPlaces() {
      let noted = places.noted[place]
      let rows = try state.parts(ofUnit: units.name(at: noted.unit)).rows(noted.rows)
      try tables.add(
        rows.map { row in
          number += 1
          return TableRow(.findings, [.integer(number)] + row.values)
        })
    }
    let failures = places.failures.sorted {
      ($0.label, $0.line ?? 0, $0.code) < ($1.label, $1.line ?? 0, $1.code)
    }
    try tables.add(
      failures.enumerated().map { place, failure in
        let input = failure.label.prefix { $0 != "/" }
        return TableRow(
          .failures,
          [
            .integer(place + 1), .text(String(input)), .text(failure.label),
            DatabaseValue(failure.line), .text(failure.code),
          ])
      })
  }

  private func summary() -> BatchIndexSummary {
    BatchIndexSummary(
      participants: places.participants.count,
      safety: places.participants.count { $0.rank != SafetyOrder.none },
      likely: places.participants.count { $0.hasLikely }, failures: places.failures.count)
  }

  private var runRows: [TableRow] {
    let rows = [
      ("failures", "\(places.failures.count)"), ("inputs", "\(units.count)"),
      ("masked", options.masksSmall ? "1" : "0"),
      ("participants", "\(places.participants.count)"), ("schema", "urn:reintro:tables:1"),
      ("version", options.version),
    ]
    return rows.map { TableRow(.run, [.text($0.0), .text($0.1)]) }
  }

  private func writeFailures(to path: String) throws(FileError) {
    var writer = try AtomicFileWriter(path: path)
    try writer.append("file,line,reason\n".utf8)
    for failure in places.failures {
      let row = CSVText.row([
        CSVText.visible(failure.file), failure.line.map(String.init) ?? "",
        CSVText.visible(failure.reason),
      ])
      try writer.append((row + "\n").utf8)
    }
    try writer.finish()
  }

  /// Writes who is who, for the owner of the folder alone.
  private func writeKey(to path: String) throws(FileError) {
    var writer = try AtomicFileWriter(path: path)
    try writer.append("participant,id,input\n".utf8)
    for place in places.participants {
      let row = CSVText.row([
        places.published(place), places.id(of: place), units.name(at: Int(place.unit)),
      ])
      try writer.append((row + "\n").utf8)
    }
    try writer.finish()
    FileSystem.makePrivate(path)
  }
}

/// What the tables were last made of, and which files they were.
struct TableStamp {
  private let output: String
  private let path: String

  init(output: String, state: BatchState) {
    self.output = output
    path = state.folder + "/tables.txt"
  }

  /// Whether the tables were made of this, and nobody has touched them since.
  func isCurrent(_ key: String) -> Bool {
    guard let bytes = try? FileSystem.contents(of: path, limit: 1 << 20) else { return false }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    guard lines.count >= 2, lines[0] == key, let pages = Int(lines[1]) else { return false }
    return lines.dropFirst(2).elementsEqual(states(pages))
  }

  /// Forgets what was noted.
  func remove() { FileSystem.remove(path) }

  /// Takes note of the tables as they are.
  func write(_ key: String, pages: Int) throws(FileError) {
    let lines = [key, "\(pages)"] + states(pages)
    try FileSystem.write(Array(lines.map { $0 + "\n" }.joined().utf8), to: path)
  }

  private func states(_ pages: Int) -> [String] {
    let names = BatchOutput.tables + (2...max(2, pages)).map { "index-\($0).html" }
    return names.map { "\($0) \(FileSystem.state(of: output + "/" + $0) ?? "-")" }
  }
}
