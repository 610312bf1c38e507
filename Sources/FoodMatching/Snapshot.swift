// SPDX-License-Identifier: Apache-2.0

/// Writes numbers and bytes as ASCII text: three characters a number of 18 bits.
///
/// The characters are those from `0` to `o`, so that a raw string literal holds them as they are.
struct SnapshotWriter {
  /// A number that does not fit.
  struct TooLarge: Error {
    var number: Int
  }

  /// The text so far.
  private(set) var text: [UInt8] = []

  /// Writes a number from -1 to 262,142.
  mutating func put(_ number: Int) throws(TooLarge) {
    guard (0..<1 << 18).contains(number + 1) else { throw TooLarge(number: number) }
    for shift in [0, 6, 12] {
      text.append(UInt8(0x30 + ((number + 1) >> shift & 63)))
    }
  }

  /// Writes a list after its length.
  mutating func put(_ list: some Collection<Int>) throws(TooLarge) {
    try put(list.count)
    for number in list { try put(number) }
  }

  /// Writes bytes after their number.
  mutating func put(_ bytes: [UInt8]) throws(TooLarge) {
    try put(bytes.count)
    for start in stride(from: 0, to: bytes.count, by: 2) {
      let second = start + 1 < bytes.count ? Int(bytes[start + 1]) : 0
      try put(Int(bytes[start]) | second << 8)
    }
  }

  /// Writes a text.
  mutating func put(_ string: String) throws(TooLarge) { try put(Array(string.utf8)) }

  /// Writes a set of groups.
  mutating func put(_ set: GroupSet) throws(TooLarge) {
    try put(Int(set.rawValue & 0x3FFF))
    try put(Int(set.rawValue >> 14 & 0x3FFF))
  }

  /// Writes a fraction from 0 to 600,000 with a precision of 1/100,000.
  mutating func put(_ fraction: Double) throws(TooLarge) {
    let whole = Int((fraction * 100_000).rounded())
    try put(whole & 0x1FFFF)
    try put(whole >> 17)
  }
}

/// Reads what `SnapshotWriter` wrote.
struct SnapshotReader {
  private let text: StaticString
  private var position = 0

  /// Starts reading at the beginning of a text.
  init(_ text: StaticString) { self.text = text }

  /// The next number.
  mutating func number() -> Int {
    let start = position
    position += 3
    guard position <= text.utf8CodeUnitCount else { return 0 }
    return text.withUTF8Buffer { buffer in
      let low = unsafe Int(buffer[start]) - 0x30
      let middle = unsafe Int(buffer[start + 1]) - 0x30
      let high = unsafe Int(buffer[start + 2]) - 0x30
      return (low | middle << 6 | high << 12) - 1
    }
  }

  /// The next two numbers as a range: its start and its length.
  mutating func range() -> Range<Int32> {
    let start = Int32(truncatingIfNeeded: number())
    return start..<start + Int32(truncatingIfNeeded: max(number(), 0))
  }

  /// The next set of groups.
  mutating func groups() -> GroupSet {
    let low = UInt64(truncatingIfNeeded: number())
    return GroupSet(rawValue: low | UInt64(truncatingIfNeeded: number()) << 14)
  }

  /// The next fraction.
  mutating func fraction() -> Double {
    let low = number()
    return Double(low | number() << 17) / 100_000
  }

  /// The numbers of a list.
  mutating func list() -> [Int32] { numbers(number()) }

  /// The next so many numbers; zeros after the end of the text.
  mutating func numbers(_ count: Int) -> [Int32] {
    let start = position
    position += count * 3
    let isWhole = count > 0 && position <= text.utf8CodeUnitCount
    guard isWhole else { return [Int32](repeating: 0, count: max(count, 0)) }
    return text.withUTF8Buffer { buffer in
      unsafe [Int32](unsafeUninitializedCapacity: count) { list, filled in
        var place = start
        for index in 0..<count {
          let low = unsafe Int32(buffer[place]) - 0x30
          let middle = unsafe Int32(buffer[place + 1]) - 0x30
          let high = unsafe Int32(buffer[place + 2]) - 0x30
          unsafe list.initializeElement(at: index, to: (low | middle << 6 | high << 12) - 1)
          place += 3
        }
        filled = count
      }
    }
  }

  /// The next bytes.
  mutating func bytes() -> [UInt8] {
    let count = number()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 1)
    for _ in 0..<max(count + 1, 0) / 2 {
      let pair = number()
      bytes.append(UInt8(truncatingIfNeeded: pair))
      bytes.append(UInt8(truncatingIfNeeded: pair >> 8))
    }
    if bytes.count > count { bytes.removeLast() }
    return bytes
  }

  /// The next text.
  mutating func string() -> String { String(decoding: bytes(), as: UTF8.self) }
}
