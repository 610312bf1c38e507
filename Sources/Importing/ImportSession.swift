// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import FileAccess

/// The reading of some files, one after the other, and what came of each.
struct ImportSession {
  /// What one file gave.
  struct ReadFile {
    var summary: InputSummary
    var path: String
    var parts: [PartialDiary]
  }

  /// The size of the pieces in which files are read.
  static let pieceSize = 1 << 18

  /// The files that were read.
  private(set) var files: [ReadFile] = []
  /// What was found, in the order of files and lines.
  var findings: [Finding] = []
  /// Why the work cannot go on, where it cannot.
  var failure: ImportError.Kind?

  private var waiting = WaitingFiles()
  private let options: ImportOptions
  private let zone: TimeZoneRules?

  /// Creates a session.
  ///
  /// - Throws: `ImportError` where the options name a zone that the system does not have.
  init(_ options: ImportOptions) throws(ImportError) {
    self.options = options
    zone = options.timeZone.flatMap { TimeZoneRules(identifier: $0) }
    if let name = options.timeZone, zone == nil {
      let finding = Finding(
        id: "time-zone-unknown", severity: .error,
        summary: "“\(name.shortened)” is no time zone that this system knows.",
        remedy: "Give an IANA name such as Europe/Berlin; Debian has them in the package tzdata.",
        file: "--time-zone")
      throw ImportError(kind: .unusable, findings: [finding])
    }
  }

  /// Reads one file from the disk.
  mutating func read(_ file: InputFile) {
    do throws(FileError) {
      var reader = try FileReader(path: file.path)
      try read(&reader, path: file.path, isInFolder: file.isInFolder)
    } catch {
      let isMissing = error.kind == .notFound
      fail(
        .notFound,
        Finding(
          id: isMissing ? "file-not-found" : "file-not-readable", severity: .error,
          summary: isMissing
            ? "Nothing stands at this path." : "The file cannot be read: \(error.reason).",
          remedy: isMissing ? "Check the path." : "Check its permissions.", file: file.path))
    }
  }

  /// Reads one file that is in memory.
  mutating func read(_ bytes: [UInt8], name: String) {
    var source = MemorySource(bytes)
    do throws(FileError) {
      try read(&source, path: name, isInFolder: false)
    } catch {
      fail(
        .notFound,
        Finding(id: "file-not-readable", severity: .error, summary: error.reason, file: name))
    }
  }

  /// Reads one file from any source of bytes.
  mutating func read<Source: ByteSource & ~Copyable>(
    _ source: inout Source, path: String, isInFolder: Bool
  ) throws(FileError) {
    var buffer = [UInt8](repeating: 0, count: Self.pieceSize)
    var count = try source.read(into: &buffer)
    let format: any FormatReader.Type
    do throws(RowFault) {
      format = try FormatDetection.reader(
        for: Array(buffer.prefix(min(count, CSVSource.prefixSize))), file: path,
        mapping: options.mapping)
    } catch {
      notRecognised(error, path: path, isInFolder: isInFolder)
      return
    }
    let context = ReadContext(file: path, input: files.count, options: options, zone: zone)
    var reader = format.init(context)
    var hash = SHA256()
    do throws(ImportError) {
      while count > 0 {
        hash.update(buffer, count: count)
        try reader.consume(buffer, count: count)
        count = try next(&source, into: &buffer, path: path)
      }
      let outcome = try reader.finish()
      let name = outcome.format ?? format.formatName
      let sha256 = hash.hexadecimal()
      if let mapped = outcome.mapped {
        waiting.add(mapped, outcome, format: name, sha256: sha256, path: path, isInFolder)
        return
      }
      take(outcome, format: name, sha256: sha256, path: path, isInFolder: isInFolder)
    } catch {
      findings += error.findings
      if failure == nil { failure = error.kind }
    }
  }

  private func next<Source: ByteSource & ~Copyable>(
    _ source: inout Source, into buffer: inout [UInt8], path: String
  ) throws(ImportError) -> Int {
    do throws(FileError) {
      return try source.read(into: &buffer)
    } catch {
      let finding = Finding(
        id: "file-not-readable", severity: .error,
        summary: "The file cannot be read to its end: \(error.reason).",
        remedy: "Copy it to a local disk and try again.", file: path)
      throw ImportError(kind: .notFound, findings: [finding])
    }
  }

  private mutating func notRecognised(_ fault: RowFault, path: String, isInFolder: Bool) {
    let finding = Finding(
      id: fault.id, severity: isInFolder ? .warning : .error,
      summary: isInFolder ? fault.summary + " It was left out." : fault.summary,
      remedy: fault.remedy, file: path, line: fault.id == "csv-no-header" ? 1 : nil)
    if isInFolder {
      findings.append(finding)
    } else {
      fail(.unusable, finding)
    }
  }

  private mutating func take(
    _ outcome: ReadOutcome, format: String, sha256: String, path: String, isInFolder: Bool
  ) {
    findings += outcome.findings
    if let finding = skippedTimes(of: outcome, path: path) { findings.append(finding) }
    let (rows, unread) = (outcome.rows, outcome.rowsUnread)
    if rows == 0 || unread >= rows || unread * 20 > rows {
      let isHarmless = rows == 0 && isInFolder
      let summary =
        rows == 0
        ? "The file has no entries."
        : "\(unread) of \(rows) rows cannot be read; more than 5 % make a diary misleading."
      let finding = Finding(
        id: rows == 0 ? "no-entries" : "too-many-unreadable-rows",
        severity: isHarmless ? .warning : .error, summary: summary,
        remedy: rows == 0 ? "Export the diary again." : "Correct the rows listed above.", file: path
      )
      if isHarmless { findings.append(finding) } else { fail(.unusable, finding) }
      return
    }
    let summary = InputSummary(
      name: FileSystem.name(of: path), sha256: sha256, format: format, rows: rows,
      rowsUnread: unread)
    files.append(ReadFile(summary: summary, path: path, parts: outcome.parts))
  }

  /// Reads what waited for other files of its export; called once all files are read.
  mutating func readWaiting() {
    for file in waiting.take() {
      findings += file.findings
      take(
        file.outcome, format: file.format, sha256: file.sha256, path: file.path,
        isInFolder: file.isInFolder)
    }
  }

  /// What there is to say of local times that the zone's clocks never showed.
  private func skippedTimes(of outcome: ReadOutcome, path: String) -> Finding? {
    guard let zone else { return nil }
    var count = 0
    var first: (text: String, line: Int)?
    for part in outcome.parts {
      for entry in part.entries {
        guard let time = entry.time, let point = zone.skippedPoint(of: time) else { continue }
        count += 1
        if first == nil { first = (point.description, entry.origin.line) }
      }
    }
    guard let first else { return nil }
    return Finding(
      id: "time-skipped", severity: .note,
      summary:
        "“\(first.text)” was on no clock of \(zone.identifier): clocks were put forward over "
        + "it. It is kept as it stands."
        + (count > 1 ? " (\(count) rows; this is the first.)" : ""),
      remedy: "Check the time, or that this is the right zone.", file: path, line: first.line)
  }

  /// Hands the files over, so that their entries need not be copied.
  mutating func takeFiles() -> [ReadFile] {
    defer { files = [] }
    return files
  }

  private mutating func fail(_ kind: ImportError.Kind, _ finding: Finding) {
    findings.append(finding)
    if failure == nil { failure = kind }
  }
}
