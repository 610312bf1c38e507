// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Where the columns of a CSV file are, by name.
struct CSVHeader {
  /// The number of columns.
  let count: Int
  /// The names as they stand in the file.
  let names: [String]
  private let places: [String: Int]
  private var rowCount: Int?
  /// How many rows have fewer cells than there are columns.
  private var shortRows = 0

  /// Reads the header row; repeated and blank names become findings.
  init(_ row: CSVRow, log: inout FindingLog) {
    var places: [String: Int] = [:]
    var names: [String] = []
    for column in 0..<row.count {
      let name = row.trimmedText(column) ?? ""
      names.append(name)
      if name.isEmpty {
        guard column < row.count - 1 else { continue }
        log.add(
          "csv-blank-header", .warning, line: row.line,
          "Column \(column + 1) has no name and is not read.",
          remedy: "Name the column if it holds something of the diary.")
      } else if let first = places[name.lowercased()] {
        log.add(
          "csv-duplicate-header", .warning, line: row.line,
          "Columns \(first + 1) and \(column + 1) are both named “\(name)”; the first is read.",
          remedy: "Rename or remove one of them.")
      } else {
        places[name.lowercased()] = column
      }
    }
    self.places = places
    self.names = names
    count = row.count
  }

  /// The column of a name, in any case; `nil` where there is none.
  func column(_ name: String) -> Int? { places[name] }

  /// Checks a row's cells against the columns.
  ///
  /// - Throws: `RowFault` where the row has more cells than there are columns, unless these are
  ///   empty and the first row has as many, as files with a delimiter at each line's end.
  mutating func check(_ row: CSVRow, log: inout FindingLog) throws(RowFault) {
    try Self.checkText(row, log: &log)
    if row.count < count {
      shortRows += 1
      log.tally(
        "csv-short-row", .note, line: row.line,
        "The row has \(row.count) cells and the header \(count); the missing ones count as empty.")
    }
    if rowCount == nil { rowCount = row.count }
    if row.count > count && (row.count != rowCount || !row.isBlank(from: count)) {
      throw RowFault(
        id: "csv-long-row", summary: "The row has \(row.count) cells and the header \(count).",
        remedy: "Put cells that hold a comma in quotes: \"rice, boiled\".")
    }
  }

  /// Tells of a last row without a line end that is the only one with too few cells: a file whose writing
  /// was cut off ends so.
  func checkLast(_ row: CSVRow, log: inout FindingLog) {
    guard row.count < count, shortRows == 1 else { return }
    log.add(
      "csv-cut-off", .warning, line: row.line,
      "The file ends in the middle of a row, without a line end; what came after it may be missing.",
      remedy: "Export it again, or complete the row.")
  }

  /// Checks a row's characters.
  ///
  /// - Throws: `RowFault` where the row is not UTF-8.
  static func checkText(_ row: CSVRow, log: inout FindingLog) throws(RowFault) {
    if row.hasControlCharacters {
      log.tally(
        "csv-control-character", .warning, line: row.line,
        "The row has control characters; each was read as a blank.",
        remedy: "Check the row in a text editor.")
    }
    if row.hasNoncharacters {
      log.tally(
        "csv-noncharacter", .warning, line: row.line,
        "The row has U+FFFE or U+FFFF, which are no characters; each was read as “\u{FFFD}”.",
        remedy: "Check the row in a text editor.")
    }
    if row.hasTextAfterQuote {
      log.tally(
        "csv-text-after-quote", .warning, line: row.line,
        "Text follows a closing quote; it was read as part of the cell.",
        remedy: "Write a quote inside a quoted cell as \"\".")
    }
    guard row.isValid else {
      throw RowFault(
        id: "text-not-utf8", summary: "The row has bytes that are not UTF-8.",
        remedy: "Save the file as UTF-8.")
    }
  }
}
