// SPDX-License-Identifier: Apache-2.0

internal import CByteScan
internal import DiaryModel

/// The rows of a canonical CSV that differ from a row before in nothing but the time.
///
/// Diaries name the same foods, symptoms and amounts over and over. What a row without its time
/// became is kept, as long as it gave an entry and no finding; a row whose other bytes are the same
/// becomes the same entry at another time, without being parsed.
struct RepeatedRows {
  /// What a row is told by: the place of its bytes before and after the time, and their hash.
  private struct Key {
    var hash: UInt64
    var start: Int
    var split: Int
    var end: Int
  }

  /// Where a row stands in a piece of the file, and its time in the row.
  struct Place {
    /// The first byte of the row.
    var start: Int
    /// The bytes of the row, with its line end.
    var count: Int
    /// The ends of the cell that holds its time, counted from the row's start.
    var time: Range<Int>
    /// The row's line.
    var line: Int
  }

  private static let limit = 1 << 16
  private static let longestRow = 1 << 10
  private static let fewestSlots = 1 << 9

  /// The entries that rows gave, and the places of their participants.
  private var entries: [Entry] = []
  private var parts: [Int] = []
  private var keys: [Key] = []
  private var slots: [Int32] = []
  private var bytes: [UInt8] = []
  private var missed: (line: Int, hash: UInt64, before: [UInt8], after: [UInt8])?

  /// The row before that a row repeats; where there is none, the row waits for `keep`.
  mutating func find(_ row: Place, in piece: UnsafePointer<UInt8>) -> Int? {
    missed = nil
    guard row.count <= Self.longestRow else { return nil }
    let start = unsafe piece + row.start
    let after = unsafe start + row.time.upperBound
    let (first, second) = (row.time.lowerBound, row.count - row.time.upperBound)
    let hash = unsafe byte_scan_hash(after, second, byte_scan_hash(start, first, 0))
    if !slots.isEmpty {
      let mask = slots.count - 1
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] >= 0 {
        let place = Int(slots[slot])
        if unsafe keys[place].hash == hash && isSame(place, start, first, after, second) {
          return place
        }
        slot = (slot + 1) & mask
      }
    }
    if entries.count < Self.limit {
      missed = unsafe (
        row.line, hash, Array(UnsafeBufferPointer(start: start, count: first)),
        Array(UnsafeBufferPointer(start: after, count: second))
      )
    }
    return nil
  }

  /// Forgets the row that waits, as another one comes.
  mutating func forget() { missed = nil }

  /// The place of the participant of a row that `find` gave.
  func part(of place: Int) -> Int { parts[place] }

  /// The entry of a row that `find` gave, at another time and line.
  func entry(_ place: Int, at time: EntryTime, line: Int) -> Entry {
    var entry = entries[place]
    entry.time = time
    entry.origin.line = line
    return entry
  }

  /// Keeps what came of the row that `find` did not know; `nil` where that is not to be repeated.
  mutating func keep(_ entry: Entry?, part: Int) {
    defer { missed = nil }
    guard let missed, let entry, entry.origin.line == missed.line else { return }
    if (entries.count + 1) * 2 > slots.count { growSlots() }
    insert(entries.count, hash: missed.hash)
    let start = bytes.count
    bytes += missed.before
    let split = bytes.count
    bytes += missed.after
    keys.append(Key(hash: missed.hash, start: start, split: split, end: bytes.count))
    entries.append(entry)
    parts.append(part)
  }

  /// Makes the table twice as large, so that at most half of it is taken.
  private mutating func growSlots() {
    slots = [Int32](repeating: -1, count: max(slots.count * 2, Self.fewestSlots))
    for place in keys.indices { insert(place, hash: keys[place].hash) }
  }

  private mutating func insert(_ place: Int, hash: UInt64) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(clamping: place)
  }

  private func isSame(
    _ place: Int, _ start: UnsafePointer<UInt8>, _ first: Int, _ after: UnsafePointer<UInt8>,
    _ second: Int
  ) -> Bool {
    let row = keys[place]
    guard row.split - row.start == first, row.end - row.split == second else { return false }
    return unsafe bytes.withUnsafeBufferPointer { all in
      guard let base = all.baseAddress else { return first + second == 0 }
      return unsafe byte_scan_equal(base + row.start, start, first)
        && byte_scan_equal(base + row.split, after, second)
    }
  }
}

extension EntryTime {
  /// A time in one of the canonical forms without blanks, `2026-02-09` or `2026-02-09T08:10`.
  init?(plain text: UnsafeBufferPointer<UInt8>) {
    guard text.count == 10 || text.count == 16, unsafe text[4] == 0x2D, unsafe text[7] == 0x2D
    else { return nil }
    var isNumber = true
    let number = { (start: Int, count: Int) -> Int in
      var value = 0
      for place in start..<start + count {
        let digit = unsafe text[place] &- 0x30
        if digit > 9 { isNumber = false }
        value = value * 10 + Int(digit)
      }
      return value
    }
    guard let date = CivilDate(year: number(0, 4), month: number(5, 2), day: number(8, 2)),
      isNumber
    else { return nil }
    guard text.count == 16 else {
      self = .at(.day(date))
      return
    }
    guard unsafe text[10] == UInt8(ascii: "T"), unsafe text[13] == UInt8(ascii: ":"),
      let time = LocalDateTime(date: date, hour: number(11, 2), minute: number(14, 2)), isNumber
    else { return nil }
    self = .at(.clock(time))
  }
}
