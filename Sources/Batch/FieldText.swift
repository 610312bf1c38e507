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

  /// The row as one line: the table's name, then each value behind a letter for its kind.
  var line: String {
    let fields = values.map { value in
      switch value {
      case .null: "-"
      case .integer(let number): "i\(number)"
      case .real(let number): "r\(number)"
      case .text(let text): "t\(text)"
      }
    }
    return FieldText.line([table.rawValue] + fields)
  }

  /// Reads a row; `nil` where the line is none.
  init?(line: some Collection<UInt8>) {
    let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    guard let first = fields.first,
      let table = BatchTable(rawValue: String(decoding: first, as: UTF8.self))
    else { return nil }
    self.table = table
    values = []
    for field in fields.dropFirst() {
      guard let value = Self.value(field) else { return nil }
      values.append(value)
    }
  }

  private static func value(_ field: some Collection<UInt8>) -> DatabaseValue? {
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
