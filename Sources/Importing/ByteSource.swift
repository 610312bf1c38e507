// SPDX-License-Identifier: Apache-2.0

internal import FileAccess

/// Bytes that come in pieces.
protocol ByteSource: ~Copyable {
  /// Fills `buffer` from its start; returns how many bytes came, 0 at the end.
  mutating func read(into buffer: inout [UInt8]) throws(FileError) -> Int
}

extension FileReader: ByteSource {}

/// Bytes that are in memory.
struct MemorySource: ByteSource {
  private let bytes: [UInt8]
  private var position = 0

  /// Creates a source of all bytes.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func read(into buffer: inout [UInt8]) throws(FileError) -> Int {
    let count = min(buffer.count, bytes.count - position)
    buffer.replaceSubrange(..<count, with: bytes[position..<position + count])
    position += count
    return count
  }
}
