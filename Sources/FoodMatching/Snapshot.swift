// SPDX-License-Identifier: Apache-2.0

/// Writes lists and texts for `SnapshotReader`: numbers as four characters, texts as they are.
struct SnapshotWriter {
  /// A number, or the number of built-in groups, that does not fit.
  struct TooLarge: Error {
    var number: Int
  }

  /// The text so far.
  private(set) var text: [UInt8] = []

  /// Writes a number from -1 to 16,777,214.
  mutating func put(_ number: Int) throws(TooLarge) {
    guard (0..<1 << 24).contains(number + 1) else { throw TooLarge(number: number) }
    for shift in [0, 6, 12, 18] { text.append(UInt8(0x30 + ((number + 1) >> shift & 63))) }
  }

  /// Writes a list after the number of its numbers.
  mutating func put(_ list: PackedList<some PackedElement>) throws(TooLarge) {
    let numbers = list.flatMap(\.numbers)
    try put(numbers.count)
    for number in numbers { try put(number) }
  }

  /// Writes bytes after their number.
  mutating func put(_ bytes: [UInt8]) throws(TooLarge) {
    try put(bytes.count)
    text += bytes
  }
}

/// Reads what `SnapshotWriter` wrote; lists stay where they are.
struct SnapshotReader {
  private let text: StaticString
  private var position = 0

  /// Starts reading at the beginning of a text.
  init(_ text: StaticString) { self.text = text }

  /// The next number; 0 after the end.
  mutating func number() -> Int {
    let numbers = PackedNumbers(text, start: position, count: 1)
    position += 4
    return numbers.count == 1 ? Int(numbers.row(0, of: 1, width: 1)[0]) : 0
  }

  /// The next list.
  mutating func list<Element>() -> PackedList<Element> {
    let count = number()
    let numbers = PackedNumbers(text, start: position, count: count)
    position += numbers.count * 4
    return PackedList(packed: numbers)
  }

  /// The next bytes.
  mutating func bytes() -> [UInt8] {
    let start = position + 4
    let end = min(start + max(number(), 0), text.utf8CodeUnitCount)
    guard start < end else { return [] }
    position = end
    return text.withUTF8Buffer { buffer in unsafe Array(buffer[start..<end]) }
  }

  /// The next text.
  mutating func string() -> String { String(decoding: bytes(), as: UTF8.self) }
}
