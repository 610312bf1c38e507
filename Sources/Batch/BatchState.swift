// SPDX-License-Identifier: Apache-2.0

internal import FileAccess

/// The records of units in the output folder.
struct BatchState: Sendable {
  /// The folder of the records.
  let folder: String

  init(output: String) {
    folder = output + "/.reintro"
  }

  /// Where the record of a unit stands.
  func path(of unit: BatchUnit) -> String {
    let hash = SHA256.hexadecimal(of: Array(unit.name.utf8))
    return "\(folder)/\(hash.prefix(2))/\(hash.prefix(32)).json"
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
    let kept = Set(units.map(path))
    for name in (try? FileSystem.names(inFolder: folder)) ?? [] where Self.isHash(name, 2) {
      let inner = folder + "/" + name
      for record in (try? FileSystem.names(inFolder: inner)) ?? []
      where record.hasSuffix(".json") && Self.isHash(record.dropLast(5), 32) {
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
