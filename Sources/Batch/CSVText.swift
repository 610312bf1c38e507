// SPDX-License-Identifier: Apache-2.0

/// Rows of the tables that a batch writes (RFC 4180).
enum CSVText {
  /// The cells as one row, without a line's end.
  static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",")
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
