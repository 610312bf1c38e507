// SPDX-License-Identifier: Apache-2.0

internal import FileAccess

/// The records of units in the output folder.
struct BatchState: Sendable {
  /// The folder of the records.
  let folder: String

  /// The name of that folder in the output folder.
  static let folderName = ".reintro"

  init(output: String) {
    folder = output + "/" + Self.folderName
  }

  /// Where the record of a unit stands.
  func path(of unit: BatchUnit) -> String { path(of: unit, ending: "json") }

  /// Where what is learned from a unit stands.
  func evidencePath(of unit: BatchUnit) -> String { path(of: unit, ending: "evidence.json") }

  private func path(of unit: BatchUnit, ending: String) -> String {
    let hash = SHA256.hexadecimal(of: Array(unit.name.utf8))
    return "\(folder)/\(hash.prefix(2))/\(hash.prefix(32)).\(ending)"
  }

  /// What is learned from a unit; `nil` where it is not known yet.
  func evidence(of unit: BatchUnit) -> UnitEvidence? {
    guard let bytes = try? FileSystem.contents(of: evidencePath(of: unit), limit: 1 << 26) else {
      return nil
    }
    return UnitEvidence.decoded(bytes)
  }

  /// Keeps what is learned from a unit.
  func keep(_ evidence: UnitEvidence, of unit: BatchUnit) throws(FileError) {
    let path = evidencePath(of: unit)
    guard let bytes = try? evidence.encoded() else {
      throw FileError(kind: .notWritable, path: path, reason: "the evidence cannot be encoded")
    }
    try FileSystem.makeFolder(FileSystem.folder(of: path))
    try FileSystem.write(bytes, to: path)
  }

  /// The record of a unit; `nil` where there is none that can be read.
  func record(
    of unit: BatchUnit
  ) -> (record: UnitRecord, resultLines: [ArraySlice<UInt8>])? {
    guard let bytes = try? FileSystem.contents(of: path(of: unit), limit: 1 << 30) else {
      return nil
    }
    return UnitRecord.decoded(bytes)
  }

  /// Keeps a record.
  func keep(_ record: [UInt8], of unit: BatchUnit) throws(FileError) {
    let path = path(of: unit)
    try FileSystem.makeFolder(FileSystem.folder(of: path))
    try FileSystem.write(record, to: path)
  }

  /// Deletes the records of units that are no longer there.
  func forgetAll(but units: [BatchUnit]) {
    let kept = Set(units.flatMap { [path(of: $0), evidencePath(of: $0)] })
    for name in (try? FileSystem.names(inFolder: folder)) ?? [] where Self.isHash(name, 2) {
      let inner = folder + "/" + name
      for record in (try? FileSystem.names(inFolder: inner)) ?? []
      where record.hasSuffix(".json") && Self.isHash(record.prefix { $0 != "." }, 32) {
        let path = inner + "/" + record
        if !kept.contains(path) { FileSystem.remove(path) }
      }
    }
  }

  private static func isHash(_ text: some StringProtocol, _ length: Int) -> Bool {
    text.utf8.count == length
      && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }
}
