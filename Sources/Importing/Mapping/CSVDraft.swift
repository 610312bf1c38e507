// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Looks at a CSV file, and drafts its mapping.
struct CSVDraft {
  /// The most rows that are looked at.
  static let rowLimit = 20_000

  private let name: String
  private var layout = CSVLayout()
  private var columns: [ColumnProfile] = []
  private var doubts: [String] = []
  private var delimiter = UInt8(ascii: ",")
  private var names: [String] = []
  private var cells: [[String]] = []

  init(_ bytes: [UInt8], name: String) throws(ImportError) {
    self.name = name
    layout = CSVTop(bytes, name: name).layout
    var text = MappedText(layout, file: name)
    text.push(bytes, count: bytes.count)
    if bytes.count < MappingDraft.prefixSize { text.pushEnd() }
    var rows = 0
    while rows < Self.rowLimit, try text.nextRow() {
      delimiter = text.delimiter
      let cells = (0..<text.row.count).map { text.row.trimmedText($0) ?? "" }
      if cells.allSatisfy(\.isEmpty) || rows > 0 && TotalsRow.isOne(cells) { continue }
      if rows == 0 {
        readHeader(cells)
      }
      rows += 1
      if rows == 1 && layout.hasHeader { continue }
      self.cells.append(cells)
      for (place, cell) in cells.enumerated() where columns.indices.contains(place) {
        columns[place].add(cell, line: text.row.line)
      }
    }
    guard rows > (layout.hasHeader ? 1 : 0) else {
      throw MappingDraft.failure(
        name, "The file has no rows of data.", "Give a file with some days.")
    }
  }

  private mutating func readHeader(_ cells: [String]) {
    let isData = cells.contains {
      NumberText.number($0) != nil || DateFormat.automatic($0, DateLanguage(months: [])) != nil
    }
    layout.hasHeader = !isData
    names = isData ? cells.indices.map { "Column \($0 + 1)" } : cells
    columns = names.enumerated().map { place, name in
      let isFirst = names.firstIndex { $0.folded == name.folded } == place
      return ColumnProfile(
        name: Self.reference(name, place, isFirst: isFirst), header: name, place: place)
    }
    if isData {
      doubts.append(
        "The first row holds data, so the columns have no names: give them better ones.")
    }
    doubts += columns.filter { $0.name.hasPrefix("#") }.prefix(20).map(Self.explanation)
  }

  /// Why a column is called by its place.
  private static func explanation(_ column: ColumnProfile) -> String {
    let place = column.place + 1
    let name = MappingDraft.comment(column.header.shortened)
    if column.header.isEmpty {
      return "Column \(place) has no name; below, {#\(place)} stands for it. Name it if you can."
    }
    return column.header.hasSignsOfMappings
      ? "The name of column \(place), “\(name)”, has signs that mean something in a mapping "
        + "({ } | ? # ->); below, {#\(place)} stands for it."
      : "The name of column \(place), “\(name)”, stands twice; below, {#\(place)} stands for this one."
  }

  /// The name as a mapping can write it; its place where its signs have a meaning there.
  private static func reference(_ name: String, _ place: Int, isFirst: Bool) -> String {
    let fits = isFirst && !name.isEmpty && !name.hasSignsOfMappings
    return fits ? name : "#\(place + 1)"
  }

  func yaml() throws(ImportError) -> String {
    var roles = DraftRoles(columns, isXML: false, rows: cells)
    guard let body = roles.yaml() else {
      throw MappingDraft.failure(
        name, "No column holds dates, or none holds anything else that can be told.",
        "Write the mapping by hand; docs/mapping.md has examples.")
    }
    let sign = [0x3B: "semicolon", 9: "tab", 0x2C: "comma", 0x7C: "pipe"][Int(delimiter)] ?? "auto"
    var lines = [
      "# A first mapping, to be checked. Lines with DOUBT need an answer.", "reintro-mapping: 1",
      "name: \(MappingDraft.quoted(shortName))",
    ]
    lines += doubts.map { "# DOUBT: \($0)" }
    lines.append("csv:")
    lines.append("  delimiter: \(sign)")
    if layout.skippedLines > 0 {
      lines.append("  skip-lines: \(layout.skippedLines)   # what stands above the columns' names")
    }
    if !layout.hasHeader {
      lines.append("  header: false")
      lines.append("  columns: [\(names.map(MappingDraft.quoted).joined(separator: ", "))]")
    }
    lines += columns.signs.lines(delimiter: delimiter)
    return lines.joined(separator: "\n") + "\n" + body
  }

  private var shortName: String {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    return file.split(separator: ".").first.map(String.init) ?? file
  }
}

extension String {
  /// Whether it has signs that mean something in a template.
  fileprivate var hasSignsOfMappings: Bool {
    contains { "{}|#?".contains($0) } || contains("->")
  }
}
