// SPDX-License-Identifier: Apache-2.0

internal import Database

/// Lines of fields, parted by tabs, in the records of units.
enum FieldText {
  /// The fields as one line, without a line's end.
  static func line(_ fields: [String]) -> String {
    fields.map(escaped).joined(separator: "\t")
  }

  /// The fields of a line.
  static func fields(_ line: some Collection<UInt8>) -> [String] {
    line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
      unescaped($0)
    }
  }

  /// Appends a text without tabs and line ends.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    guard bytes[start...].contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") }) else { return }
    bytes.removeLast(bytes.count - start)
    bytes.append(contentsOf: escaped(text).utf8)
  }

  /// A text without tabs and line ends.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") }) else {
      return text
    }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text that was escaped.
  static func unescaped(_ bytes: some Collection<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self) }
    var plain: [UInt8] = []
    var isEscaped = false
    for byte in bytes {
      if isEscaped {
        isEscaped = false
        switch byte {
        case UInt8(ascii: "t"): plain.append(UInt8(ascii: "\t"))
        case UInt8(ascii: "n"): plain.append(UInt8(ascii: "\n"))
        default: plain.append(byte)
        }
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        plain.append(byte)
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}

/// A row of a table of `results.sqlite`, as a record keeps it.
struct TableRow: Hashable, Sendable {
  var table: BatchTable
  var values: [DatabaseValue]

  init(_ table: BatchTable, _ values: [DatabaseValue]) {
    self.table = table
    self.values = values
  }

  /// Appends the row as one line, without its end: the table's name, then each value behind a letter
  /// for its kind.
  func append(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: table.rawValue.utf8)
    for value in values {
      bytes.append(UInt8(ascii: "\t"))
      switch value {
      case .null: bytes.append(UInt8(ascii: "-"))
      case .integer(let number):
        bytes.append(UInt8(ascii: "i"))
        bytes.append(contentsOf: String(number).utf8)
      case .real(let number):
        bytes.append(UInt8(ascii: "r"))
        bytes.append(contentsOf: number.description.utf8)
      case .text(let text):
        bytes.append(UInt8(ascii: "t"))
        FieldText.append(text, to: &bytes)
      }
    }
  }

  /// Reads a row; `nil` where the line is none.
  init?(line: ArraySlice<UInt8>) {
    let tab = UInt8(ascii: "\t")
    var end = line.firstIndex(of: tab) ?? line.endIndex
    guard let table = BatchTable(rawValue: String(decoding: line[..<end], as: UTF8.self)) else {
      return nil
    }
    self.table = table
    values = []
    values.reserveCapacity(table.columns.count)
    while end < line.endIndex {
      let start = end + 1
      end = line[start...].firstIndex(of: tab) ?? line.endIndex
      guard let value = Self.value(line[start..<end]) else { return nil }
      values.append(value)
    }
  }

  private static func value(_ field: ArraySlice<UInt8>) -> DatabaseValue? {
    guard let kind = field.first else { return nil }
    let rest = field.dropFirst()
    switch kind {
    case UInt8(ascii: "-"): return .null
    case UInt8(ascii: "i"): return Int(String(decoding: rest, as: UTF8.self)).map { .integer($0) }
    case UInt8(ascii: "r"): return Double(String(decoding: rest, as: UTF8.self)).map { .real($0) }
    case UInt8(ascii: "t"): return .text(FieldText.unescaped(rest))
    default: return nil
    }
  }
}
