// SPDX-License-Identifier: Apache-2.0

/// Rows of the tables that a batch writes (RFC 4180).
enum CSVText {
  /// The cells as one row, without a line's end.
  static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",")
  }

  /// A text with controls, and what turns the direction of text, written out as `\u{202E}`.
  static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnseen) else { return text }
    return text.unicodeScalars.map { scalar in
      isUnseen(scalar)
        ? "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}" : String(scalar)
    }.joined()
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF:
      true
    default: false
    }
  }

  /// A cell, quoted where it must be.
  ///
  /// Text that a spreadsheet would run as a formula, full-width signs included, gets an apostrophe in front; a number does not.
  static func cell(_ text: String) -> String {
    let first = text.unicodeScalars.first
    let isFormula =
      (first.map { "=+-@\t\r＝＋－＠".unicodeScalars.contains($0) } ?? false) && Double(text) == nil
    let harmless = isFormula ? "'" + text : text
    guard harmless.utf8.contains(where: { ",\"\n\r".utf8.contains($0) }) else { return harmless }
    let doubled = harmless.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    return "\"\(doubled)\""
  }
}
