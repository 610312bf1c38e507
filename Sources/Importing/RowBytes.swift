// SPDX-License-Identifier: Apache-2.0

internal import CByteScan
internal import DiaryModel

/// Rows of a CSV that are being written: memory that grows, where each cell costs one look at its
/// room.
@safe
struct RowBytes: ~Copyable {
  /// How many bytes there are.
  private(set) var count = 0
  private var room: Int
  private var place: UnsafeMutablePointer<UInt8>

  /// Creates a list with room for some bytes.
  init(room: Int) {
    self.room = max(1, room)
    unsafe place = .allocate(capacity: self.room)
  }

  deinit { unsafe place.deallocate() }

  /// A copy of the bytes, which are then forgotten.
  mutating func take() -> [UInt8] {
    defer { count = 0 }
    return unsafe Array(UnsafeBufferPointer(start: place, count: count))
  }

  private mutating func reserve(_ more: Int) {
    guard room - count < more else { return }
    let larger = max(room * 2, count + more)
    let new = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe new.update(from: place, count: count)
    unsafe place.deallocate()
    unsafe place = unsafe new
    room = larger
  }

  /// Adds a byte.
  mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe place[count] = byte
    count += 1
  }

  /// Adds a time in its canonical form.
  mutating func append(_ time: EntryTime) {
    reserve(EntryTime.mostBytes)
    let written = unsafe time.put(at: place + count)
    count += written
    if written == 0 { append(cell: time.description) }
  }

  /// Adds a cell, in quotes where it must be, after a byte.
  mutating func append(cell: String, after byte: UInt8? = nil) {
    if let byte { append(byte) }
    guard !cell.isEmpty else { return }
    var cell = cell
    cell.withUTF8 { bytes in
      guard let from = bytes.baseAddress else { return }
      reserve(bytes.count * 2 + 2)
      guard unsafe Self.needsQuotes(bytes) else {
        unsafe (place + count).update(from: from, count: bytes.count)
        count += bytes.count
        return
      }
      let quote = UInt8(ascii: "\"")
      append(quote)
      for at in bytes.indices {
        let byte = unsafe bytes[at]
        if byte == quote { append(byte) }
        append(byte)
      }
      append(quote)
    }
  }

  /// Whether a cell holds a sign of the format, or a blank at an end that would be trimmed.
  private static func needsQuotes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = unsafe bytes.first, let last = unsafe bytes.last else { return false }
    return first == 0x20 || last == 0x20 || first == 0x09 || last == 0x09
      || (unsafe byte_scan_needs_quotes(bytes.baseAddress, bytes.count))
  }
}
