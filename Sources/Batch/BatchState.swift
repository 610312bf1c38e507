// SPDX-License-Identifier: Apache-2.0

internal import FileAccess

/// The records of units in the output folder.
struct BatchState: Sendable {
  /// The folder of the records.
  let folder: String

  /// The name of that folder in the output folder.
  static let folderName = ".reintro"

  /// Whether a folder holds results of a batch.
  static func isIn(_ folder: String) -> Bool {
    FileSystem.kind(of: folder + "/" + folderName) == .folder
  }

  init(output: String) {
    folder = output + "/" + Self.folderName
  }

  /// Where the record of a unit stands.
  func path(of unit: BatchUnit) -> String { path(ofUnit: unit.name) }

  /// Where the record of the unit of that name stands.
  func path(ofUnit name: String) -> String { path(ofUnit: name, ending: "record") }

  /// Where what is learned from a unit stands.
  func evidencePath(ofUnit name: String) -> String { path(ofUnit: name, ending: "evidence.json") }

  private func path(ofUnit name: String, ending: String) -> String {
    let hash = SHA256.hexadecimal(of: Array(name.utf8))
    return "\(folder)/\(hash.prefix(2))/\(hash.prefix(32)).\(ending)"
  }

  /// What is learned from a unit; `nil` where it is not known yet.
  func evidence(ofUnit name: String) -> UnitEvidence? {
    let path = evidencePath(ofUnit: name)
    guard let bytes = try? FileSystem.contents(of: path, limit: 1 << 26) else {
      return nil
    }
    return UnitEvidence.decoded(bytes)
  }

  /// Keeps what is learned from a unit.
  func keep(_ evidence: UnitEvidence, of unit: BatchUnit) throws(FileError) {
    let path = evidencePath(ofUnit: unit.name)
    guard let bytes = try? evidence.encoded() else {
      throw FileError(kind: .notWritable, path: path, reason: "the evidence cannot be encoded")
    }
    try FileSystem.makeFolder(FileSystem.folder(of: path))
    try FileSystem.write(bytes, to: path)
  }

  /// The head of a unit's record; `nil` where there is no record, or it was cut short.
  func head(of unit: BatchUnit) -> UnitHead? { head(ofUnit: unit.name) }

  /// The same of the unit of that name.
  func head(ofUnit name: String) -> UnitHead? {
    guard let reader = try? FileReader(path: path(ofUnit: name)),
      let size = try? reader.version().size,
      let tail = try? reader.bytes(at: max(0, size - 4096), count: min(4096, size)),
      let start = UnitHead.start(before: tail), start < size
    else { return nil }
    let bytes =
      size - start <= tail.count
      ? tail.suffix(size - start)
      : ((try? reader.bytes(at: start, count: size - start)) ?? [])[...]
    guard let head = UnitHead.decoded(bytes), head.unit == name else { return nil }
    return head
  }

  /// Reads parts of a unit's record.
  func parts(ofUnit name: String) throws(FileError) -> RecordReader {
    try RecordReader(path: path(ofUnit: name))
  }

  /// Starts a unit's record, which is kept once it is finished.
  func record(of unit: BatchUnit) throws(FileError) -> AtomicFileWriter {
    let path = path(of: unit)
    try FileSystem.makeFolder(FileSystem.folder(of: path))
    return try AtomicFileWriter(path: path)
  }

  /// Deletes the records of units that are no longer there.
  func forgetAll(but units: BatchUnits) {
    // Eight bytes of each hash tell a record from a hundred thousand others.
    var kept = units.indices.map { place in
      SHA256.start(of: Array(units.name(at: place).utf8))
    }
    kept.sort()
    for name in (try? FileSystem.names(inFolder: folder)) ?? [] where Self.isHash(name, 2) {
      let inner = folder + "/" + name
      for record in (try? FileSystem.names(inFolder: inner)) ?? []
      where (record.hasSuffix(".json") || record.hasSuffix(".record"))
        && Self.isHash(record.prefix { $0 != "." }, 32)
      {
        let start = UInt64(record.prefix(16), radix: 16)
        if record.prefix(2) != name || !kept.holds(start) {
          FileSystem.remove(inner + "/" + record)
        }
      }
    }
  }

  private static func isHash(_ text: some StringProtocol, _ length: Int) -> Bool {
    text.utf8.count == length
      && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }
}

extension [UInt64] {
  /// Whether these numbers, which are sorted, hold that one.
  func holds(_ number: UInt64?) -> Bool {
    guard let number else { return false }
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < endIndex && self[low] == number
  }
}

/// A unit's record, open for reading its parts.
struct RecordReader: ~Copyable {
  private let reader: FileReader
  private let path: String

  fileprivate init(path: String) throws(FileError) {
    reader = try FileReader(path: path)
    self.path = path
  }

  /// The part of a participant that starts there.
  func part(
    at offset: Int, length: Int, withRows: Bool = true
  ) throws(FileError) -> UnitRecord.Part {
    let bytes = try reader.bytes(at: offset, count: length)
    guard bytes.count == length, let part = UnitRecord.part(bytes, withRows: withRows) else {
      throw Self.gone(path)
    }
    return part
  }

  /// The rows about the unit itself.
  func rows(_ range: Range<Int>) throws(FileError) -> [TableRow] {
    let bytes = try reader.bytes(at: range.lowerBound, count: range.count)
    guard bytes.count == range.count, let rows = UnitRecord.rows(bytes) else {
      throw Self.gone(path)
    }
    return rows
  }

  private static func gone(_ path: String) -> FileError {
    FileError(kind: .notReadable, path: path, reason: "the record has gone or was changed")
  }
}
