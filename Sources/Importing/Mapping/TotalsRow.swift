// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Rows of sums and averages, which spreadsheets have below their columns.
enum TotalsRow {
  private static let words: Set<String> = [
    "total", "totals", "sum", "sums", "average", "averages", "avg", "mean", "median", "count",
    "max",
    "min", "summe", "summen", "gesamt", "gesamtsumme", "insgesamt", "durchschnitt", "mittelwert",
    "mittel", "ø", "∅", "σ", "somme", "totaux", "moyenne", "moyennes", "suma", "totales",
    "promedio",
    "media", "somma", "totale", "totali", "totaal", "gemiddelde", "gemiddeld",
  ]

  /// Whether the first filled cell of a row is such a word and all others are numbers.
  static func isOne(_ row: CSVRow) -> Bool {
    guard let first = (0..<row.count).first(where: { !row.cell($0).trimmingBlanks().isEmpty })
    else {
      return false
    }
    let cell = row.cell(first).trimmingBlanks()
    // Most rows start with a date or an id, whose texts need not be made.
    guard let byte = cell.first, byte > 0x40, cell.count <= longest,
      isWord(String(decoding: cell, as: UTF8.self))
    else { return false }
    return isOne((first..<row.count).map { row.trimmedText($0) ?? "?" })
  }

  /// The most bytes of a cell that is such a word.
  private static let longest = 16

  private static func isWord(_ text: String) -> Bool {
    let folded = text.folded
    return words.contains(folded.hasSuffix(":") ? String(folded.dropLast()).trimmed : folded)
  }

  /// Whether the first of some cells, which is filled, is such a word and all others are numbers.
  static func isOne(_ cells: [String]) -> Bool {
    guard let place = cells.firstIndex(where: { !$0.isEmpty }), isWord(cells[place]) else {
      return false
    }
    return cells[(place + 1)...].allSatisfy { cell in
      if cell.isEmpty { return true }
      if case .text = NumberText.read(cell) {
        return LengthText.minutes(cell) != nil || RatingText(cell) != nil
          || cell.hasSuffix("%") && NumberText.read(cell.dropLast()) != .text
      }
      return true
    }
  }
}
