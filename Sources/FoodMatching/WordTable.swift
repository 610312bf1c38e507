// SPDX-License-Identifier: Apache-2.0

/// Words, each stored once and numbered from 0: an open hash table over bytes.
struct WordTable: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var starts: PackedList<Int32> = [0]
  private(set) var slots: PackedList<Int32>

  /// Creates an empty table with room for about this many words.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = PackedList(Array(repeating: -1, count: size))
  }

  /// Creates a table from its parts.
  init(bytes: [UInt8], starts: PackedList<Int32>, slots: PackedList<Int32>) {
    self.bytes = bytes
    self.starts = starts
    self.slots = slots
  }

  /// The number of words.
  var count: Int { starts.count - 1 }

  /// The bytes of a word.
  func word(_ id: Int32) -> ArraySlice<UInt8> {
    bytes[Int(starts[Int(id)])..<Int(starts[Int(id) + 1])]
  }

  /// The number of bytes of a word.
  func length(_ id: Int32) -> Int { Int(starts[Int(id) + 1] - starts[Int(id)]) }

  /// The number of a word of another table, or of a part of it; -1 where it is not in the table.
  func find(_ text: ArraySlice<UInt8>, _ range: Range<Int>) -> Int32 {
    let word = Array(text[range])
    return find(word, 0..<word.count)
  }

  /// The number of the word that stands in these bytes; -1 where it is not in the table.
  func find(_ text: [UInt8], _ range: Range<Int>) -> Int32 {
    var slot = Self.hash(text, range) & (slots.count - 1)
    while true {
      let id = slots[slot]
      if id < 0 || equals(id, text, range) { return id }
      slot = (slot + 1) & (slots.count - 1)
    }
  }

  /// The number of the word that stands in these bytes, added where it is new.
  mutating func intern(_ text: [UInt8], _ range: Range<Int>) -> Int32 {
    if count * 2 >= slots.count { grow() }
    var slot = Self.hash(text, range) & (slots.count - 1)
    while slots[slot] >= 0 {
      if equals(slots[slot], text, range) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    let id = Int32(truncatingIfNeeded: count)
    slots[slot] = id
    bytes.append(contentsOf: text[range])
    starts.append(Int32(truncatingIfNeeded: bytes.count))
    return id
  }

  private mutating func grow() {
    slots = PackedList(Array(repeating: -1, count: slots.count * 2))
    for id in 0..<count {
      let range = Int(starts[id])..<Int(starts[id + 1])
      var slot = Self.hash(bytes, range) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: id)
    }
  }

  private func equals(_ id: Int32, _ text: [UInt8], _ range: Range<Int>) -> Bool {
    let start = Int(starts[Int(id)])
    guard Int(starts[Int(id) + 1]) - start == range.count else { return false }
    for offset in 0..<range.count where bytes[start + offset] != text[range.lowerBound + offset] {
      return false
    }
    return true
  }

  /// FNV-1a with a final mix, cut to a non-negative number.
  private static func hash(_ text: [UInt8], _ range: Range<Int>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in range { hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01b3 }
    hash ^= hash >> 29
    return Int(truncatingIfNeeded: hash & 0x7fff_ffff)
  }
}
