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
}
