// SPDX-License-Identifier: Apache-2.0

internal import Markup

/// The one file that all rows of a table are of, so that the head of their column can name it and each
/// cell only its lines.
struct RowFile: Sendable {
  /// The file's name.
  let name: String
  private let prefix: [UInt8]

  /// `nil` where the rows are of several files, or where one of them does not say which of its parts
  /// is the line.
  init?(_ entries: some Sequence<String>) {
    var found: [UInt8] = []
    for entry in entries {
      let bytes = entry.utf8.span
      if found.isEmpty {
        guard let colon = Self.colon(bytes) else { return nil }
        for place in 0...colon { found.append(bytes[place]) }
      }
      guard bytes.count > found.count else { return nil }
      for place in found.indices where bytes[place] != found[place] { return nil }
      for place in found.count..<bytes.count where !(0x30...0x39).contains(bytes[place]) {
        return nil
      }
    }
    guard found.count > 1 else { return nil }
    prefix = found
    name = String(decoding: found.dropLast(), as: UTF8.self)
  }

  private static func colon(_ bytes: Span<UInt8>) -> Int? {
    bytes.indices.first { bytes[$0] == UInt8(ascii: ":") }
  }

  /// Writes the lines of rows of the file, in order, each once; three and more in a row as from and to.
  func write(_ entries: [String], to page: inout MarkupWriter) {
    guard var numbers = numbers(entries) else {
      let texts = entries.map { String(decoding: $0.utf8.dropFirst(prefix.count), as: UTF8.self) }
      return page.text(texts.joined(separator: ", "))
    }
    if !zip(numbers, numbers.dropFirst()).allSatisfy({ $0 < $1 }) {
      numbers = Set(numbers).sorted()
    }
    var place = 0
    while place < numbers.count {
      var end = place
      while end + 1 < numbers.count, numbers[end + 1] == numbers[end] + 1 { end += 1 }
      if place > 0 { page.raw(", ") }
      page.number(Double(numbers[place]), decimals: 0)
      if end - place > 1 {
        page.raw("–")
        page.number(Double(numbers[end]), decimals: 0)
        place = end + 1
      } else {
        place += 1
      }
    }
  }

  /// The lines of rows as numbers; `nil` where one is written in another way than its number is.
  private func numbers(_ entries: [String]) -> [Int]? {
    var numbers: [Int] = []
    numbers.reserveCapacity(entries.count)
    for entry in entries {
      let bytes = entry.utf8.span
      let start = prefix.count
      guard bytes.count > start, bytes.count <= start + 11,
        bytes[start] != UInt8(ascii: "0") || bytes.count == start + 1
      else { return nil }
      var number = 0
      for place in start..<bytes.count { number = number * 10 + Int(bytes[place] &- 0x30) }
      numbers.append(number)
    }
    return numbers
  }
}
