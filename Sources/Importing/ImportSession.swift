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
    /// The rows that could not be read.
    var unread: [UnreadRow] = []
    /// Rows kept for their words of which it is certain whose they are.
    var carried: [UnreadRow] = []
    /// A date of birth that it states.
    var birth: String?
  }

  /// Where a file stands.
  struct Place {
    /// The path as the user gave it, with that inside an archive behind it.
    var path: String
    /// The name in `InputSummary`: without folders, but with the whole path inside an archive.
    var name: String
    /// Whether it was found in a folder or an archive rather than named.
    var isInFolder: Bool
  }

  /// The size of the pieces in which files are read.
  static let pieceSize = 1 << 18

  /// The files that were read.
  private(set) var files: [ReadFile] = []
  /// What was found, in the order of files and lines.
  var findings: [Finding] = []
  /// Why the work cannot go on, where it cannot.
  var failure: ImportError.Kind?

  /// Whether entries were only counted of which all are needed.
  private(set) var lacksEntries = false
  /// Whether the entries of a file were only counted.
  var isCounted: Bool { files.contains { $0.parts.contains { $0.count > 0 } } }
  /// Which entries of a file that may have several participants are held.
  var keeping = EntryKeeping.all

  private var waiting = WaitingFiles()
  /// What is decided of a batch's unit at the end.
  private(set) var doubts = UnitDoubts()
  /// Whether what is read now are the parts of a document, such as a letter.
  var isInDocument = false
  let options: ImportOptions
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
    let place = Place(
      path: file.path, name: FileSystem.name(of: file.path), isInFolder: file.isInFolder)
    do throws(FileError) {
      let reader = try FileReader(path: file.path)
      let before = try reader.version()
      let after: FileVersion
      if ZipReading.isArchive(try reader.bytes(at: 0, count: 4)) {
        readArchive(reader, at: place)
        after = try reader.version()
      } else {
        var source = ReadingAhead(FileSource(reader, size: before.size))
        var allowance = UnpackAllowance.unlimited
        read(&source, at: place, &allowance)
        after = try source.withBase { base throws(FileError) in try base.reader.version() }
      }
      if before != after { fail(.unusable, Self.change(of: file.path)) }
    } catch {
      fail(.notFound, Self.finding(error, file.path))
    }
  }

  /// What there is to say of a file that cannot be opened.
  static func finding(_ error: FileError, _ path: String) -> Finding {
    let isMissing = error.kind == .notFound
    return Finding(
      id: isMissing ? "file-not-found" : "file-not-readable", severity: .error,
      summary: isMissing
        ? "Nothing stands at this path." : "The file cannot be read: \(error.reason).",
      remedy: isMissing ? "Check the path." : "Check its permissions.", file: path)
  }

  /// Reads one file that is in memory.
  mutating func read(_ bytes: [UInt8], name: String, isInFolder: Bool = false) {
    let place = Place(path: name, name: FileSystem.name(of: name), isInFolder: isInFolder)
    if ZipReading.isArchive(bytes) {
      readArchive(bytes, at: place)
    } else {
      var source = MemorySource(bytes)
      var allowance = UnpackAllowance.unlimited
      read(&source, at: place, &allowance)
    }
  }

  /// Reads one file from any source of bytes.
  mutating func read<Source: ByteSource & ~Copyable>(
    _ source: inout Source, at place: Place, _ allowance: inout UnpackAllowance
  ) {
    do throws(ImportError) {
      // A small file needs no large piece, all of which would have to be cleared.
      let size = min(source.size ?? Self.pieceSize, Self.pieceSize)
      var buffer = [UInt8](repeating: 0, count: max(size, 1 << 16))
      let count = try Self.next(&source, into: &buffer, path: place.path)
      var start = FileStart.bytes(of: buffer.prefix(count))
      if start == nil { start = try Self.longStart(of: &source, &buffer, count, place) }
      if let format = format(start ?? [], place) {
        try read(&source, &buffer, count, as: format, at: place, &allowance)
      }
    } catch {
      fail(error, at: place)
    }
  }

  private mutating func read<Source: ByteSource & ~Copyable>(
    _ source: inout Source, _ buffer: inout [UInt8], _ firstCount: Int,
    as format: any FormatReader.Type, at place: Place,
    _ allowance: inout UnpackAllowance
  ) throws(ImportError) {
    var isThorough = options.isThorough || !format.readsQuickly
    var context = ReadContext(
      file: place.path, input: files.count, options: options, zone: zone, isThorough: isThorough,
      size: source.size, keeping: keeping,
      keepsBeforeFault: options.isUnit && !place.isInFolder && !isInDocument)
    var reading = FileReading(format, context, digests: options.digestsInputs)
    var count = firstCount
    var drafts = RowDrafts()
    while true {
      do throws(ImportError) {
        if try count > 0 ? reading.take(buffer, count: count, &drafts) : reading.finish() { break }
      } catch {
        guard !isThorough else { throw error }
        // What was passed over may hide where the error is.
        isThorough = true
        context.isThorough = true
        reading = FileReading(format, context, digests: options.digestsInputs)
        do throws(SourceFault) {
          try source.restart()
        } catch {
          throw ImportError(error, file: place.path)
        }
      }
      try allowance.check(bytes: reading.total, kept: reading.kept, of: format, file: place.path)
      if let layout = reading.rowLayout { source.makeDrafts(layout) }
      count = try Self.next(&source, into: &buffer, path: place.path)
      source.exchange(&drafts)
    }
    let outcome = reading.outcome
    let name = outcome.format ?? format.formatName
    if let mapped = outcome.mapped {
      waiting.add(mapped, outcome, format: name, sha256: reading.digest, at: place)
    } else {
      take(outcome, format: name, sha256: reading.digest, at: place)
    }
  }

  /// The first bytes of a file whose first piece does not tell its format.
  ///
  /// The source stands behind that piece, which `buffer` holds, before and after.
  private static func longStart<Source: ByteSource & ~Copyable>(
    of source: inout Source, _ buffer: inout [UInt8], _ count: Int, _ place: Place
  ) throws(ImportError) -> [UInt8] {
    var held = Array(buffer.prefix(count))
    var start: [UInt8]?
    while start == nil {
      let more = try next(&source, into: &buffer, path: place.path)
      held += buffer.prefix(more)
      start = more == 0 ? Array(held.prefix(CSVSource.prefixSize)) : FileStart.bytes(of: held[...])
    }
    do throws(SourceFault) {
      try source.restart()
    } catch {
      throw ImportError(error, file: place.path)
    }
    _ = try next(&source, into: &buffer, path: place.path)
    return start ?? []
  }

  /// The format of a file that starts with these bytes; `nil` where it is none, which is then said.
  private mutating func format(
    _ start: [UInt8], _ place: Place
  ) -> (any FormatReader.Type)? {
    if let name = options.formatName {
      return Formats.readers.first { $0.formatName == name }
    }
    do throws(RowFault) {
      return try FormatDetection.reader(
        for: start, file: place.path, mapping: options.mapping)
    } catch {
      notRecognised(error, at: place, start: start)
      return nil
    }
  }

  /// Reads the next piece of a file; 0 bytes at its end.
  static func next<Source: ByteSource & ~Copyable>(
    _ source: inout Source, into buffer: inout [UInt8], path: String
  ) throws(ImportError) -> Int {
    do throws(SourceFault) {
      return try source.read(into: &buffer)
    } catch {
      throw ImportError(error, file: path)
    }
  }

  /// Takes note of a file of no known format: a fault where it was named, else worth knowing.
  ///
  /// In a batch also one that was found in a folder is a fault where it may be a diary.
  mutating func notRecognised(_ fault: RowFault, at place: Place, start: [UInt8] = []) {
    var fault = fault
    if fault.id == "format-unknown", place.name.lowercased().hasSuffix(".zip") {
      fault = ZipReading.notAnArchive
    }
    if place.isInFolder && fault.id == "format-unknown" && InputFiles.isWebPage(place.name) {
      findings.append(
        Finding(
          id: "file-skipped", severity: .note,
          summary: "The page was not read: it is no diary that is known.", file: place.path))
      return
    }
    let finding = Finding(
      id: fault.id, severity: place.isInFolder ? .warning : .error,
      summary: place.isInFolder ? fault.summary + " It was left out." : fault.summary,
      remedy: fault.remedy, file: place.path, line: fault.id == "csv-no-header" ? 1 : nil)
    guard place.isInFolder else { return fail(.unusable, finding) }
    findings.append(finding)
    guard options.isUnit && !isInDocument else { return }
    switch LostFile.kind(FileSystem.name(of: place.path), fault: fault.id, start: start) {
    case .other: break
    case .table: doubts.add(table: place.path, finding: findings.count - 1)
    case .diary: LostFile.fail(&findings[findings.count - 1])
    }
  }

  /// Takes note of what there is to say of a path that is not read.
  mutating func take(_ finding: Finding) {
    var finding = finding
    if options.isUnit, finding.id == "file-skipped", finding.severity == .warning,
      LostFile.mayBeDiary(FileSystem.name(of: finding.file))
    {
      LostFile.fail(&finding)
    }
    findings.append(finding)
  }

  /// Takes note of a file that cannot be read.
  ///
  /// The clinical document of an Apple Health export lies beside the export and is no fault there.
  mutating func fail(_ error: ImportError, at place: Place) {
    let isBeside = place.isInFolder && error.findings.allSatisfy { $0.id == "apple-health-cda" }
    findings += error.findings.map { finding in
      var finding = finding
      if isBeside { finding.severity = .note }
      return finding
    }
    if isBeside { return }
    if options.isUnit && place.isInFolder && error.isOfTheFileAlone {
      doubts.add(failure: error.kind)
    } else if failure == nil {
      failure = error.kind
    }
  }

  /// Decides what could not be decided before all files were read.
  mutating func settle() {
    doubts.settle(&findings, files: files)
    if failure == nil, let kind = doubts.failure, !UnitDoubts.areOfOneEach(files) { failure = kind }
  }

  /// What there is to say of a file that changed while it was read.
  static func change(of path: String) -> Finding {
    Finding(
      id: "file-changed", severity: .error,
      summary: "The file was written to while it was read, so that what was read may be mixed.",
      remedy: "Wait until it is complete, or copy it, and try again.", file: path)
  }

  private mutating func take(
    _ outcome: ReadOutcome, format: String, sha256: String, at place: Place
  ) {
    let path = place.path
    if outcome.lacksEntries { lacksEntries = true }
    var found = outcome.findings
    let unreadRows = found.takeUnread()
    findings += found
    if let finding = skippedTimes(of: outcome, path: path) { findings.append(finding) }
    let (rows, unread) = (outcome.rows, outcome.rowsUnread)
    if rows == 0 || unread >= rows || unread * 20 > rows {
      let isHarmless = rows == 0 && place.isInFolder
      let summary =
        rows == 0
        ? "The file has no entries."
        : "\(unread) of \(rows) rows cannot be read; more than 5 % make a diary misleading."
      let finding = Finding(
        id: rows == 0 ? "no-entries" : "too-many-unreadable-rows",
        severity: isHarmless ? .warning : .error, summary: summary,
        remedy: rows == 0 ? "Export the diary again." : "Correct the rows listed above.", file: path
      )
      if isHarmless {
        findings.append(finding)
      } else {
        fail(ImportError(kind: .unusable, findings: [finding]), at: place)
      }
      return
    }
    let summary = InputSummary(
      name: place.name, sha256: sha256, format: format, rows: rows,
      rowsUnread: unread)
    files.append(
      ReadFile(
        summary: summary, path: path, parts: outcome.parts, unread: unreadRows,
        carried: outcome.unread.rows, birth: outcome.birth))
  }

  /// Reads what waited for other files of its export; called once all files are read.
  mutating func readWaiting() {
    for file in waiting.take() {
      findings += file.findings
      take(file.outcome, format: file.format, sha256: file.sha256, at: file.place)
    }
  }

  /// What there is to say of local times that the zone's clocks never showed.
  private func skippedTimes(of outcome: ReadOutcome, path: String) -> Finding? {
    guard let zone else { return nil }
    let skipped = outcome.parts.compactMap { $0.skippedTimes(zone) }
    guard let first = skipped.first else { return nil }
    let count = skipped.reduce(0) { $0 + $1.count }
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

  mutating func fail(_ kind: ImportError.Kind, _ finding: Finding) {
    findings.append(finding)
    if failure == nil { failure = kind }
  }
}
