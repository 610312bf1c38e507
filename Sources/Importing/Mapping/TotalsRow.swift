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
    "media", "somma", "totale", "totali", "som", "totaal", "gemiddelde", "gemiddeld",
  ]

  /// Whether the first filled cell of a row is such a word and all others are numbers.
  static func isOne(_ row: CSVRow) -> Bool {
    guard let first = (0..<row.count).first(where: { !row.cell($0).trimmingBlanks().isEmpty }),
      let byte = row.cell(first).trimmingBlanks().first, byte > 0x40
    else { return false }
    return isOne((first..<row.count).map { row.trimmedText($0) ?? "?" })
  }

  /// Whether the first of some cells, which is filled, is such a word and all others are numbers.
  static func isOne(_ cells: [String]) -> Bool {
    guard let first = cells.first(where: { !$0.isEmpty })?.folded else { return false }
    let word = first.hasSuffix(":") ? String(first.dropLast()).trimmed : first
    guard words.contains(word), let place = cells.firstIndex(where: { !$0.isEmpty }) else {
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
