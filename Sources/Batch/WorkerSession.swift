// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import FileAccess
internal import FoundationEssentials
package import Importing

/// Answers frames of diaries with lines of results, one frame after the other.
///
/// The lines are those that a batch over the same files would write, with the same pseudonyms.
package struct WorkerSession: Sendable {
  private let worker: DiaryWorker
  private var importing: ImportOptions
  private let names: NamePolicy
  private let writesReceipts: Bool

  /// Creates a session; with receipts, a line after each frame's lines says what they were.
  package init(
    worker: DiaryWorker, importing: ImportOptions, names: NamePolicy, writesReceipts: Bool
  ) {
    self.worker = worker
    self.importing = importing
    self.importing.isUnit = true
    self.names = names
    self.writesReceipts = writesReceipts
  }

  /// Answers all frames, each with one call of `write`.
  ///
  /// - Returns: whether the input ended at the border of a frame.
  package func run(_ reader: inout FrameReader, write: ([UInt8]) -> Void) -> Bool {
    while true {
      switch reader.next() {
      case .end: return true
      case .frame(let frame, let contents): write(answer(frame, contents))
      case .refused(let name, let fault): write(answer(name, fault))
      case .broken(let name, let fault):
        write(answer(name, fault))
        return false
      }
    }
  }

  /// The lines for a frame, each ended.
  func answer(_ frame: WorkerFrame, _ contents: [[UInt8]]) -> [UInt8] {
    if !frame.isFolder, let bytes = contents.first,
      InputFiles.isHidden(FileSystem.name(of: frame.name))
        || InputFiles.isOutputOrText(frame.name) && InputFiles.isLeftOut(frame.name, bytes: bytes)
    {
      return answer(
        frame.name,
        FrameFault(
          code: Self.leftOut,
          reason: "The name says that this is no diary. A batch would leave it out."))
    }
    var lines: [UInt8] = []
    var receipt = WorkerReceipt(name: frame.name)
    let content = Self.contentHash(frame, contents)
    let imported = read(frame, contents)
    let people = imported.diaries.map { published($0, of: frame, content) }
    if !frame.renames.isEmpty, Set(people.map(\.id)).count < people.count {
      return answer(frame.name, WorkerFrame.doubledID)
    }
    var pseudonyms = Pseudonyms(policy: names)
    pseudonyms.harmless = Set(people.map(\.base))
    let label = pseudonyms.label(ofUnit: frame.name, content: content)
    let files = FileLabels(name: frame.name, path: frame.name, label, pseudonyms)
    receipt.failures = imported.findings.filter { $0.severity == .error }.map {
      .init($0, label: files.labelled($0).file)
    }
    for (var diary, who) in zip(imported.diaries, people) {
      diary.participant = who.id
      files.label(&diary.inputs)
      guard let output = worker.results(of: diary) else {
        receipt.failures.append(.init(resultsOf: who.id, name: frame.name, label: label))
        continue
      }
      lines += output.line
      lines.append(UInt8(ascii: "\n"))
      receipt.add(output.results, base: who.base, input: label)
    }
    receipt.add(imported.findings.map { files.labelled($0) }, input: label, names: names)
    if lines.isEmpty { lines = Self.line(ErrorLine(frame.name, receipt.firstFault)) }
    return writesReceipts ? lines + Self.line(receipt) : lines
  }

  private func answer(_ name: String?, _ fault: FrameFault) -> [UInt8] {
    let line = Self.line(ErrorLine(name, fault))
    guard writesReceipts else { return line }
    var receipt = WorkerReceipt(name: name)
    receipt.isLeftOut = fault.code == Self.leftOut ? true : nil
    if receipt.isLeftOut == nil {
      receipt.failures = [.init(fault, name: name ?? "", label: frameLabel(name))]
    }
    return line + Self.line(receipt)
  }

  private static let leftOut = "left-out"

  /// A frame that was not read has no content to take a pseudonym from.
  private func frameLabel(_ name: String?) -> String {
    names == .kept ? name ?? "" : "input"
  }

  private func read(_ frame: WorkerFrame, _ contents: [[UInt8]]) -> ImportResult {
    do {
      if frame.isFolder {
        let files = zip(frame.files, contents).map { (path: $0.path, bytes: $1) }
        return try Importer.read(
          MemoryFolder(name: frame.name, files: files), options: importing)
      }
      return try Importer.read(
        bytes: contents.first ?? [], name: frame.name, options: importing)
    } catch {
      return ImportResult(diaries: [], findings: error.findings)
    }
  }

  private func published(
    _ diary: Diary, of frame: WorkerFrame, _ content: String
  ) -> (base: String, id: String) {
    let base = Pseudonyms(policy: names).published(
      diary.participant ?? frame.fallbackParticipant, content: content, known: [:])
    return (base, frame.renames[base] ?? base)
  }

  /// The same as `BatchUnit.contentHash` over the same files.
  private static func contentHash(_ frame: WorkerFrame, _ contents: [[UInt8]]) -> String {
    var hash = SHA256()
    func add(_ bytes: [UInt8]) { hash.update(bytes, count: bytes.count) }
    guard frame.isFolder else {
      add(Array("\(frame.name)\n".utf8))
      contents.forEach(add)
      return hash.hexadecimal()
    }
    let files = zip(frame.files, contents).map { (path: $0.path, bytes: $1) }
    for item in MemoryFolder(name: frame.name, files: files).items {
      switch item {
      case .file(let path, let bytes):
        add(Array("\(path)\n".utf8))
        add(bytes)
      case .finding(let finding):
        add(Array("\(finding.id) \(finding.file.dropFirst(frame.name.count))\n".utf8))
      }
    }
    return hash.hexadecimal()
  }

  private struct ErrorLine: Encodable {
    var name: String?
    var error: FrameFault

    init(_ name: String?, _ error: FrameFault) {
      self.name = name
      self.error = error
    }
  }

  private static func line(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let bytes = (try? encoder.encode(value)).map { Array($0) } ?? Array("{}".utf8)
    return bytes + [UInt8(ascii: "\n")]
  }
}
