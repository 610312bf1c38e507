// SPDX-License-Identifier: Apache-2.0

/// One tab-separated table of the food knowledge, as text.
package struct FoodTable: Sendable {
  /// What the rows of a table are, told by the start of its name.
  enum Kind: String, CaseIterable, Sendable {
    case varieties, ingredients, dishes, brands, doses, terms, spellings, rules, sources
  }

  /// The file's name, such as `terms_de.tsv`.
  var name: String
  /// The file's text in UTF-8.
  var bytes: [UInt8]
  /// What the rows are; `nil` where the name does not start with a kind.
  var kind: Kind?
  /// The two letters after `terms_`; empty where the rows hold in any language.
  var language: String

  /// Creates a table from a text.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    let stem = name.split(separator: ".").first ?? ""
    let words = stem.split(separator: "_")
    kind = words.first.flatMap { Kind(rawValue: String($0)) }
    language = kind == .terms && words.count > 1 && words[1] != "any" ? String(words[1]) : ""
  }
}

/// One row of a table: the places of its fields in the table's bytes.
struct FoodRow {
  /// The line, from 1.
  var line: Int
  /// The fields by column, in the order of the reader's columns; empty where the row is short.
  var fields: [Range<Int>]
}

/// The rows of a table, read one by one; comments and blank lines are left out.
struct FoodRows {
  /// The names of the columns, from the table's header.
  private(set) var header: [String] = []
  private let bytes: [UInt8]
  private var position = 0
  private var line = 0
  private var order: [Int] = []
  private var width = 0

  /// Starts reading a table whose rows are wanted with these columns, in this order.
  init(_ table: FoodTable, columns: [String]) {
    bytes = table.bytes
    guard let first = nextLine() else { return }
    header = Self.cells(bytes, first).map { String(decoding: bytes[$0], as: UTF8.self) }
    order = header.map { columns.firstIndex(of: $0) ?? -1 }
    width = columns.count
  }

  /// The next row; `nil` at the end.
  mutating func next() -> FoodRow? {
    guard let range = nextLine() else { return nil }
    var fields = Array(repeating: range.lowerBound..<range.lowerBound, count: width)
    for (index, cell) in Self.cells(bytes, range).enumerated() where index < order.count {
      if order[index] >= 0 { fields[order[index]] = cell }
    }
    return FoodRow(line: line, fields: fields)
  }

  private mutating func nextLine() -> Range<Int>? {
    while position < bytes.count {
      let start = position
      while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      let range = start..<position
      position += 1
      line += 1
      if !range.isEmpty, bytes[start] != UInt8(ascii: "#") { return range }
    }
    return nil
  }

  private static func cells(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    FieldCutter.pieces(bytes, range, at: UInt8(ascii: "\t"))
  }
}

/// Cuts stretches of bytes at a mark.
enum FieldCutter {
  /// The pieces between marks, without blanks around them; empty pieces are kept.
  static func pieces(_ bytes: [UInt8], _ range: Range<Int>, at mark: UInt8) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where bytes[index] == mark {
      pieces.append(trimmed(bytes, start..<index))
      start = index + 1
    }
    pieces.append(trimmed(bytes, start..<range.upperBound))
    return pieces
  }

  /// The stretch without blanks around it.
  static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] == 0x20 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// A decimal number such as `4.7`; `nil` where the stretch is none.
  static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Double? {
    var value = 0.0
    var scale = 0.0
    guard !range.isEmpty, range.count < 15 else { return nil }
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        value = value * 10 + Double(bytes[index] - UInt8(ascii: "0"))
        scale *= 10
      case UInt8(ascii: ".") where scale == 0: scale = 1
      default: return nil
      }
    }
    return scale > 1 ? value / scale : value
  }
}
