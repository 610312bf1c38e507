// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// One row or one element, as the texts that its table asks for.
struct MappedRecord {
  var line: Int
  /// The texts of `FieldList.fields`, in their order.
  var values: [String]
  /// The texts of the columns that `columns` selects, for each rule in turn.
  var columns: [String] = []
  /// Whether it is a row of sums rather than an entry, should it have no date.
  var isTotals = false
}

/// Where the columns of a table are in one CSV file.
struct CSVBinding {
  /// A column that is an entry of its own in each row.
  struct Wide: Hashable {
    var column: Int
    var name: String
  }

  /// The column of each field; `nil` for optional columns that the file lacks.
  private(set) var columns: [Int?] = []
  /// The columns that each rule selects.
  private(set) var wide: [[Wide]] = []
  /// Named columns that nothing reads.
  private(set) var unused: [String] = []
  /// The last texts of the columns whose blank cells take the text above; one where they had none.
  private var above: [Int: String] = [:]
  private let names: [String]
  private let folded: [String]

  /// Finds the columns.
  ///
  /// - Throws: `RowFault` where a column is missing; its `line` is that of the mapping.
  init(_ table: MappedTable, names: [String], mapping: Mapping) throws(RowFault) {
    self.names = names
    folded = names.map(\.folded)
    for field in table.fields.fields {
      guard field.join == nil else {
        columns.append(nil)
        continue
      }
      let column = Self.column(field.text, folded)
      if column == nil && !field.isOptional {
        throw missing(field.text, mapping.place(field.line))
      }
      columns.append(column)
    }
    for name in table.filledDown {
      if let column = Self.column(name.hasSuffix("?") ? String(name.dropLast()) : name, folded) {
        above[column] = ""
      }
    }
    try select(table, mapping)
  }

  /// The column of a name among folded headers: any of the names that `|` parts; the same in any
  /// case, then the same without units in brackets; `#3` for the third, `Name#2` for the second.
  static func column(_ text: String, _ folded: [String]) -> Int? {
    for name in text.split(separator: "|") {
      let wanted = String(name).folded
      if wanted.hasPrefix("#"), let place = Int(wanted.dropFirst()),
        folded.indices.contains(place - 1)
      {
        return place - 1
      }
      if let place = folded.firstIndex(of: wanted) { return place }
      let parts = wanted.split(separator: "#")
      if parts.count == 2, let number = Int(parts[1]), (1...100).contains(number) {
        let places = folded.indices.filter { folded[$0] == String(parts[0]) }
        if places.count >= number { return places[number - 1] }
      }
    }
    for name in text.split(separator: "|") {
      let wanted = String(name).folded.withoutUnit
      let places = folded.indices.filter { folded[$0].withoutUnit == wanted && !wanted.isEmpty }
      if places.count == 1 { return places[0] }
    }
    return nil
  }

  private func missing(_ text: String, _ place: String) -> RowFault {
    let known = names.filter { !$0.isEmpty }
    let nearest = Spelling.nearest(to: text, among: known)
    let shown = known.prefix(20).joined(separator: ", ")
    return RowFault(
      id: "mapping-column-missing",
      summary: "The header has no column “\(text.shortened)”, which \(place) asks for.",
      remedy: (nearest.map { "Did you mean “\($0.shortened)”? " } ?? "")
        + "The columns are \(shown.isEmpty ? "without names" : shown)"
        + (known.count > 20 ? " and \(known.count - 20) more." : "."))
  }

  private mutating func select(_ table: MappedTable, _ mapping: Mapping) throws(RowFault) {
    var taken = Set(columns.compactMap { $0 })
    // Columns of numbers and columns of texts are told apart once the rows are known.
    var others: Set<Int> = []
    var lists: [[Int]] = []
    for rule in table.rules {
      var list: [Int] = []
      if let selection = rule.columns {
        let place = mapping.place(selection.line)
        for name in selection.list {
          let isOptional = name.hasSuffix("?")
          let text = isOptional ? String(name.dropLast()) : name
          if let column = Self.column(text, folded) {
            list.append(column)
          } else if !isOptional {
            throw missing(text, place)
          }
        }
        if let from = selection.from, let through = selection.through {
          guard let first = Self.column(from, folded) else { throw missing(from, place) }
          guard let last = Self.column(through, folded) else { throw missing(through, place) }
          list += Array(min(first, last)...max(first, last))
        }
      }
      lists.append(list)
      taken.formUnion(list)
    }
    for (place, rule) in table.rules.enumerated() {
      if let selection = rule.columns, selection.rest != nil {
        let except = Set(selection.except.compactMap { Self.column($0, folded) })
        let rest = names.indices.filter {
          !taken.contains($0) && !except.contains($0) && !names[$0].isEmpty
        }
        lists[place] += rest
        others.formUnion(rest)
        others.formUnion(except)
      }
      let strips = rule.columns?.stripsUnit == true
      var seen: Set<Int> = []
      wide.append(
        lists[place].filter { seen.insert($0).inserted && !names[$0].isEmpty }
          .map { Wide(column: $0, name: strips ? names[$0].withoutUnit : names[$0]) })
    }
    taken.formUnion(others)
    unused = names.indices.filter { !taken.contains($0) && !names[$0].isEmpty }.map { names[$0] }
  }

  /// The record of a row.
  mutating func record(_ row: CSVRow, line: Int) -> MappedRecord {
    var record = MappedRecord(line: line, values: [])
    record.isTotals = TotalsRow.isOne(row)
    if !record.isTotals { noteAbove(row) }
    record.values.reserveCapacity(columns.count)
    for column in columns {
      record.values.append(column.map { text(row, $0, record.isTotals) } ?? "")
    }
    for list in wide {
      for item in list { record.columns.append(text(row, item.column, record.isTotals)) }
    }
    return record
  }

  /// The text of a cell, or of the one above it where that is what a blank one means.
  private func text(_ row: CSVRow, _ column: Int, _ isTotals: Bool) -> String {
    let text = row.trimmedText(column) ?? ""
    return text.isEmpty && !isTotals && !above.isEmpty ? above[column] ?? "" : text
  }

  private mutating func noteAbove(_ row: CSVRow) {
    guard !above.isEmpty else { return }
    for column in above.keys {
      if let text = row.trimmedText(column), !text.isEmpty { above[column] = text }
    }
  }
}
