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
    let own = start..<Int(starts[Int(id) + 1])
    guard own.count == range.count else { return false }
    return unsafe bytes.withUnsafeBytes { mine in
      unsafe text.withUnsafeBytes { other in
        unsafe ByteWord.areEqual(mine[own], other[range])
      }
    }
  }

  @inline(__always)
  private static func hash(_ text: [UInt8], _ range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
    return unsafe text.withUnsafeBytes { all in unsafe ByteWord.hash(all[range]) }
  }
}

/// A word's bytes, read eight at a time.
private enum ByteWord {
  /// A number from 0 to 2³¹ − 1 that differs for most words.
  @inline(__always)
  static func hash(_ word: Slice<UnsafeRawBufferPointer>) -> Int {
    let bytes = unsafe UnsafeRawBufferPointer(rebasing: word)
    var hash = UInt64(truncatingIfNeeded: bytes.count)
    var place = 0
    while place &+ 8 < bytes.count {
      hash = unsafe mixed(hash ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place &+= 8
    }
    hash = unsafe mixed(hash ^ last(bytes))
    return Int(truncatingIfNeeded: hash & 0x7fff_ffff)
  }

  /// Whether two words of the same length are equal.
  @inline(__always)
  static func areEqual(
    _ left: Slice<UnsafeRawBufferPointer>, _ right: Slice<UnsafeRawBufferPointer>
  ) -> Bool {
    let (a, b) = unsafe (
      UnsafeRawBufferPointer(rebasing: left), UnsafeRawBufferPointer(rebasing: right)
    )
    var place = 0
    while place &+ 8 < a.count {
      let one = unsafe a.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let other = unsafe b.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      if one != other { return false }
      place &+= 8
    }
    return unsafe last(a) == last(b)
  }

  /// The last eight bytes, or all where there are fewer; the same bytes may count twice.
  @inline(__always)
  private static func last(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let count = bytes.count
    if count >= 8 {
      return unsafe bytes.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
    }
    if count >= 4 {
      let low = unsafe bytes.loadUnaligned(as: UInt32.self)
      let high = unsafe bytes.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      return UInt64(low) | UInt64(high) << 32
    }
    var word: UInt64 = 0
    for place in 0..<count { word = unsafe word << 8 | UInt64(bytes[place]) }
    return word
  }

  @inline(__always)
  private static func mixed(_ hash: UInt64) -> UInt64 {
    let product = hash &* 0x9e37_79b9_7f4a_7c15
    return product ^ product >> 32
  }
}
