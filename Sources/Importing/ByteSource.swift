// SPDX-License-Identifier: Apache-2.0

internal import Archives
internal import CByteScan
internal import FileAccess

/// Why bytes do not come to their end.
struct SourceFault: Error {
  /// What it does to the work.
  var kind: ImportError.Kind
  /// The finding's identifier.
  var id: String
  /// What was found.
  var summary: String
  /// What to do about it.
  var remedy: String
}

/// Bytes that come in pieces.
protocol ByteSource: ~Copyable, SendableMetatype {
  /// How many bytes there are in all, as far as that is known beforehand.
  var size: Int? { get }

  /// Fills `buffer` from its start; returns how many bytes came, 0 at the end.
  mutating func read(into buffer: inout [UInt8]) throws(SourceFault) -> Int

  /// Goes back to the first byte.
  mutating func restart() throws(SourceFault)

  /// Has drafts made of rows in what is read ahead from now on, until it goes elsewhere.
  mutating func makeDrafts(_ layout: byte_scan_layout)

  /// Exchanges the drafts for those of rows in the bytes that were read last.
  mutating func exchange(_ drafts: inout RowDrafts)
}

extension ByteSource where Self: ~Copyable {
  mutating func makeDrafts(_ layout: byte_scan_layout) {}
  mutating func exchange(_ drafts: inout RowDrafts) { drafts.removeAll() }
}

/// The bytes of a file, as many as it had when it was opened: one that grows would never end.
struct FileSource: ByteSource, ~Copyable {
  private(set) var reader: FileReader
  let size: Int?
  private var left: Int

  /// Creates a source of the first `size` bytes of an open file.
  init(_ reader: consuming FileReader, size: Int) {
    self.reader = reader
    self.size = size
    left = size
  }

  mutating func read(into buffer: inout [UInt8]) throws(SourceFault) -> Int {
    do throws(FileError) {
      let count = min(left, try reader.read(into: &buffer))
      left -= count
      return count
    } catch {
      throw Self.notReadable(error)
    }
  }

  mutating func restart() throws(SourceFault) {
    do throws(FileError) {
      try reader.restart()
      left = size ?? 0
    } catch {
      throw Self.notReadable(error)
    }
  }

  private static func notReadable(_ error: FileError) -> SourceFault {
    SourceFault(
      kind: .notFound, id: "file-not-readable",
      summary: "The file cannot be read to its end: \(error.reason).",
      remedy: "Copy it to a local disk and try again.")
  }
}

/// The bytes of an archive's open member.
struct MemberSource: ByteSource, ~Copyable {
  var archive: ZipArchive

  /// What a directory says is no promise.
  var size: Int? { nil }

  /// Creates a source of no bytes, until a member is opened.
  init(_ archive: consuming ZipArchive) { self.archive = archive }

  mutating func read(into buffer: inout [UInt8]) throws(SourceFault) -> Int {
    do throws(ZipFault) {
      return try archive.read(into: &buffer)
    } catch {
      throw error.sourceFault
    }
  }

  mutating func restart() throws(SourceFault) {
    do throws(ZipFault) {
      try archive.reopen()
    } catch {
      throw error.sourceFault
    }
  }
}

/// Bytes that are in memory.
struct MemorySource: ByteSource {
  var size: Int? { bytes.count }

  private let bytes: [UInt8]
  private var position = 0

  /// Creates a source of all bytes.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func read(into buffer: inout [UInt8]) throws(SourceFault) -> Int {
    let count = min(buffer.count, bytes.count - position)
    buffer.replaceSubrange(..<count, with: bytes[position..<position + count])
    position += count
    return count
  }

  mutating func restart() { position = 0 }
}
