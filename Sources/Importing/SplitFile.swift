// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import FileAccess

/// A file of which all is known but its entries, which are read again.
struct SplitFile {
  /// The participants, in the order of diaries.
  let participants: [String?]
  /// What was decided when they were told apart.
  let findings: [Finding]

  private let path: String
  private let version: FileVersion
  private let summary: InputSummary
  private let format: any FormatReader.Type
  private let options: ImportOptions
  private let joining: DiaryJoining
  private let counts: [String?: Int]
  private let mostTogether: Int

  /// The state of the only file, which may be read in parts; `nil` for several files and archives.
  static func version(of inputs: InputFiles) -> FileVersion? {
    guard inputs.items.count == 1, let file = inputs.files.first,
      let reader = try? FileReader(path: file.path),
      let start = try? reader.bytes(at: 0, count: 4), !ZipReading.isArchive(start)
    else { return nil }
    return try? reader.version()
  }

  /// Takes over what was read of a file while its entries were counted; `nil` where its entries cannot
  /// be told apart without holding all.
  init?(
    _ file: ImportSession.ReadFile?, _ version: FileVersion?, _ options: ImportOptions,
    _ mostTogether: Int
  ) {
    guard let file, let version,
      let format = Formats.readers.first(where: { $0.formatName == file.summary.format })
    else { return nil }
    var joining = DiaryJoining()
    guard let participants = joining.participants(of: file) else { return nil }
    self.participants = participants
    self.joining = joining
    self.version = version
    self.format = format
    self.options = options
    self.mostTogether = mostTogether
    findings = joining.findings
    path = file.path
    summary = file.summary
    let parts = file.parts.filter { !$0.isEmpty }.map { ($0.participant, $0.count) }
    counts = Dictionary(parts, uniquingKeysWith: +)
  }

  /// Gives out each diary once, until `take` returns `false`.
  ///
  /// - Throws: `ImportError` where the file is no longer the one that was read.
  func forEach(_ take: (Diary) -> Bool) throws(ImportError) {
    for participant in participants where counts[participant] == nil {
      guard take(joining.diary(participant, [], of: summary)) else { return }
    }
    var left = counts
    while !left.isEmpty {
      let before = left.count
      guard try pass(&left, take) else { return }
      guard left.count < before else { throw changed }
    }
  }

  /// Reads the file once for those who are left, as many as may be held; returns whether to go on.
  private func pass(
    _ left: inout [String?: Int], _ take: (Diary) -> Bool
  ) throws(ImportError) -> Bool {
    var source = ReadingAhead(try opened())
    var reader = format.init(context(left))
    var drafts = RowDrafts()
    var buffer = [UInt8](repeating: 0, count: ImportSession.pieceSize)
    var isEnded = false
    while !left.isEmpty && !isEnded {
      let count = try ImportSession.next(&source, into: &buffer, path: path)
      source.exchange(&drafts)
      isEnded = count == 0
      if isEnded {
        _ = try reader.finish()
      } else {
        try reader.consume(buffer, count: count, &drafts)
        if let layout = reader.rowLayout { source.makeDrafts(layout) }
      }
      for var part in reader.takeWhole() {
        left.removeValue(forKey: part.participant)
        // It was told when the entries were counted.
        _ = part.entries.leaveSleepTwice(path)
        guard take(joining.diary(part.participant, part.entries, of: summary)) else { return false }
      }
    }
    let after = try? source.withBase { base throws(FileError) in try base.reader.version() }
    guard after == version else { throw changed }
    return true
  }

  private func context(_ left: [String?: Int]) -> ReadContext {
    let zone = options.timeZone.flatMap { TimeZoneRules(identifier: $0) }
    return ReadContext(
      file: path, input: 0, options: options, zone: zone, isThorough: true, size: version.size,
      keeping: .parts(left, most: mostTogether), keepsBeforeFault: options.isUnit)
  }

  private func opened() throws(ImportError) -> FileSource {
    do throws(FileError) {
      let reader = try FileReader(path: path)
      if try reader.version() == version { return FileSource(reader, size: version.size) }
    } catch {
      throw ImportError(kind: .notFound, findings: [ImportSession.finding(error, path)])
    }
    throw changed
  }

  private var changed: ImportError {
    ImportError(kind: .unusable, findings: [ImportSession.change(of: path)])
  }
}
