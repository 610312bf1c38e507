// SPDX-License-Identifier: Apache-2.0

internal import CByteScan
internal import FileAccess

/// One file on its way through a reader.
struct FileReading {
  private var reader: any FormatReader
  private var hash: SHA256?
  /// The bytes that were taken in.
  private(set) var total = 0
  /// All that the file gave, once it has ended.
  private(set) var outcome = ReadOutcome()

  /// Starts with a new reader of a format.
  init(_ format: any FormatReader.Type, _ context: ReadContext, digests: Bool) {
    reader = format.init(context)
    hash = digests ? SHA256() : nil
  }

  /// How many entries the reader holds; `nil` where it does not say.
  var kept: Int? { reader.kept }

  /// How the rows are laid out of which drafts are of use beforehand; `nil` where none are.
  var rowLayout: byte_scan_layout? { reader.rowLayout }

  /// The SHA-256 of the bytes; empty where none was asked for.
  var digest: String { hash?.hexadecimal() ?? "" }

  /// Takes in the next bytes; returns whether the file has ended, which it has not.
  ///
  /// `drafts` are of rows in them.
  mutating func take(
    _ bytes: [UInt8], count: Int, _ drafts: inout RowDrafts
  ) throws(ImportError) -> Bool {
    hash?.update(bytes, count: count)
    total += count
    try reader.consume(bytes, count: count, &drafts)
    return false
  }

  /// Takes note of the end; returns whether the file has ended, which it has.
  mutating func finish() throws(ImportError) -> Bool {
    outcome = try reader.finish()
    return true
  }
}
