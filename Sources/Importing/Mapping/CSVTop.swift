// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Finds where the table of a CSV file starts: a title, or notes, may stand above it.
struct CSVTop {
  /// How the file is laid out: the lines above the table, and the delimiter where these hide it.
  private(set) var layout = CSVLayout()

  /// The most rows that are looked at.
  private static let most = 60

  private struct Row {
    var line: Int
    var cells: [String]
    var filled: Int { cells.count { !$0.isEmpty } }
    /// Whether some cell is a date or a number.
    var isData: Bool { cells.contains { NumberText.number($0) != nil } || hasDate }
    var hasDate: Bool {
      cells.contains { DateFormat.automatic($0, DateLanguage(months: [])) != nil }
    }
  }

  init(_ bytes: [UInt8], name: String) {
    let prefix = Array(bytes.prefix(CSVSource.prefixSize))
    let own = Self.rows(prefix, layout, name)
    let usual = Self.usual(own)
    var best: (place: Int, rows: [Row], delimiter: UInt8?, usual: Int)?
    if let place = Self.header(own) { best = (place, own, nil, usual) }
    // A title may have more signs of another kind than the columns' names have.
    for delimiter in [0x2C, 0x3B, 9] as [UInt8] where Self.usual(own) < 6 {
      var layout = layout
      layout.delimiter = delimiter
      let rows = Self.rows(prefix, layout, name)
      let count = Self.usual(rows)
      guard count > max(2 * usual, best?.usual ?? 0), let place = Self.header(rows) else {
        continue
      }
      best = (place, rows, delimiter, count)
    }
    guard let best, best.rows.indices.contains(best.place) else { return }
    layout.skippedLines = best.rows[best.place].line - 1
    layout.delimiter = best.delimiter
  }

  private static func rows(_ bytes: [UInt8], _ layout: CSVLayout, _ name: String) -> [Row] {
    var text = MappedText(layout, file: name)
    text.push(bytes, count: bytes.count)
    text.pushEnd()
    var rows: [Row] = []
    do throws(ImportError) {
      while rows.count < most, try text.nextRow() {
        let cells = (0..<text.row.count).map { text.row.trimmedText($0) ?? "" }
        rows.append(Row(line: text.row.line, cells: cells))
      }
    } catch {
      return rows
    }
    return rows
  }

  /// How many cells are filled in a row of usual length.
  private static func usual(_ rows: [Row]) -> Int {
    let counts = rows.map(\.cells.count).sorted()
    return counts.isEmpty ? 0 : counts[counts.count / 2]
  }

  /// The place of the columns' names where it is not the first row: the rows above have less than
  /// half as many filled cells and no dates, most of those below have a date.
  private static func header(_ rows: [Row]) -> Int? {
    let most = rows.map(\.filled).max() ?? 0
    guard let place = rows.firstIndex(where: { $0.filled * 2 >= most }), place > 0, most > 1,
      !rows[place].isData, !rows[..<place].contains(where: \.hasDate)
    else { return nil }
    let below = rows[(place + 1)...].filter { $0.filled > 0 }
    return below.first?.hasDate == true ? place : nil
  }
}
