// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import Markup

/// One cell of a table: text of the diary or of the program, a number of the results, or nothing.
enum TableCell: Sendable {
  case text(String)
  case number(Double)
  case count(Int)
  case empty

  init(_ text: String?) { self = text.map(TableCell.text) ?? .empty }
  init(_ number: Double?) { self = number.map(TableCell.number) ?? .empty }
  init(_ count: Int?) { self = count.map(TableCell.count) ?? .empty }
  init(_ date: CivilDate?) { self = date.map { .text($0.description) } ?? .empty }
  init(_ truth: Bool?) { self = truth.map { .text($0 ? "yes" : "no") } ?? .empty }

  /// Words that hold no blank, such as identifiers.
  init(words: [String]) { self = words.isEmpty ? .empty : .text(words.joined(separator: " ")) }
  /// Texts of the diary.
  init(list: [String]) { self = list.isEmpty ? .empty : .text(list.joined(separator: "; ")) }
}

/// A table of the results as a file of its own: RFC 4180, UTF-8.
struct TableText: Sendable {
  /// The file's name, without its ending.
  let name: String
  /// The names of the columns: fixed identifiers, the same in every language.
  let columns: [String]
  var rows: [[TableCell]] = []

  init(_ name: String, _ columns: [String], _ rows: [[TableCell]] = []) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }

  /// The file: a row of names, then the rows; every line ends with CR LF.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for row in [columns.map(TableCell.text)] + rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.append(cell, to: &bytes)
      }
      bytes.append(contentsOf: "\r\n".utf8)
    }
    return bytes
  }

  private static func append(_ cell: TableCell, to bytes: inout [UInt8]) {
    switch cell {
    case .empty: return
    case .number(let value): bytes.append(contentsOf: NumberText.shortest(value).utf8)
    case .count(let count): bytes.append(contentsOf: "\(count)".utf8)
    case .text(let text): append(text, to: &bytes)
    }
  }

  /// Text, quoted where it must be.
  ///
  /// A spreadsheet runs text that begins with `=`, `+`, `-` or `@`: such text, also in full-width
  /// signs or behind a tab, gets an apostrophe in front. So does text that begins with an apostrophe,
  /// so that taking one away always gives the diary's text. Control characters become U+FFFD.
  private static func append(_ text: String, to bytes: inout [UInt8]) {
    let isRun = text.unicodeScalars.first.map { "=+-@'\t\r\n＝＋－＠".unicodeScalars.contains($0) }
    let safe = isRun == true ? "'" + text : text
    let quoted = safe.utf8.contains { ",\"\n\r".utf8.contains($0) }
    if quoted { bytes.append(UInt8(ascii: "\"")) }
    for scalar in safe.unicodeScalars {
      switch scalar.value {
      case 0x22: bytes.append(contentsOf: "\"\"".utf8)
      case 0x09, 0x0A, 0x0D: bytes.append(contentsOf: scalar.utf8)
      case 0x00...0x1F, 0x7F...0x9F: bytes.append(contentsOf: "\u{FFFD}".utf8)
      default: bytes.append(contentsOf: scalar.utf8)
      }
    }
    if quoted { bytes.append(UInt8(ascii: "\"")) }
  }
}
