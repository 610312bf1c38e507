// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Makes a table of its keys.
struct TableReading {
  var context: TemplateContext
  let surroundings: MappingReading.Surroundings
  var times: [TimeRule] = []

  init(_ surroundings: MappingReading.Surroundings) {
    self.surroundings = surroundings
    context = TemplateContext(fields: FieldList(), lookups: surroundings.lookups)
  }

  mutating func table(
    _ fields: [String: MappingNode], _ node: MappingNode
  ) throws(MappingFault) -> MappedTable {
    var table = MappedTable()
    table.line = node.line
    table.name = try fields["table"]?.text() ?? ""
    table.notice = try fields["notice"]?.text() ?? surroundings.notice
    table.joins = try joins(fields["joins"])
    try readLayout(fields, &table)
    if let numbers = fields["numbers"] { table.numbers = try Self.numbers(numbers) }
    if let text = fields["participant"] { table.participant = try context.template(text) }
    if let filter = fields["where"] { table.filter = try RowFilter(filter, &context) }
    if let absence = fields["absence"] {
      table.absenceIsZero = try absence.word(Absence.self) == .zero
    }
    if let columns = fields["fill-down"] {
      guard !table.isXML else {
        throw columns.fault("“fill-down” is for rows of a table; XML has none.")
      }
      table.filledDown = try columns.texts()
      for item in try columns.items() { _ = try context.template("{\(try item.text())}", item) }
    }
    if let repeats = fields["repeats"] {
      table.dropsRepeats = try repeats.word(Repeats.self) == .drop
    }
    if let time = fields["time"] { times.append(try timeRule(time)) }
    if times.isEmpty, let join = table.joins.first(where: { $0.nearest != nil }) {
      throw MappingFault(
        line: join.line, summary: "“nearest” needs the “time” of this table.",
        remedy: "Say under “time” when its rows are; the other table needs one as well.")
    }
    if let lookup = fields["lookup"] {
      let key = try context.template(lookup)
      table.lookupKey = key
      guard fields["entries"] == nil, !table.name.isEmpty else {
        throw lookup.fault(
          "A table with “lookup” needs a name under “table”, and gives no entries.",
          "Remove “entries”, and name it: table: foods.")
      }
      guard !key.parts.isEmpty || !times.isEmpty else {
        throw lookup.fault(
          "An empty “lookup” leads to no row of a table without “time”.",
          "Name the column that holds the key, such as lookup: \"{Id}\".")
      }
    } else {
      guard let entries = fields["entries"] else {
        throw node.fault(
          "The table has no “entries”.", "List what its rows hold; see docs/mapping.md.")
      }
      table.rules = try rules(entries, hasTime: fields["time"] != nil)
    }
    table.times = times
    table.fields = context.fields
    if table.isXML { try checkPaths(table) }
    return table
  }

  private enum Absence: String, CaseIterable { case zero, missing }
  private enum Repeats: String, CaseIterable { case keep, drop }
  private enum Format: String, CaseIterable { case csv, xml }

  private mutating func readLayout(
    _ fields: [String: MappingNode], _ table: inout MappedTable
  ) throws(MappingFault) {
    table.isXML = try fields["format"]?.word(Format.self) == .xml || fields["xml"] != nil
    if let csv = fields["csv"] {
      guard !table.isXML else { throw csv.fault("“csv” does not go with “xml”.") }
      table.csv = try Self.csv(csv)
    }
    if table.isXML {
      guard let xml = fields["xml"] else {
        throw (fields["format"] ?? fields.values.first).map {
          $0.fault("An XML table needs “xml” with “record”.", "Such as xml: {record: diary/entry}.")
        } ?? MappingFault(line: table.line, summary: "An XML table needs “xml” with “record”.")
      }
      table.xml = try Self.xml(xml)
    }
    if let match = fields["match"] { table.match = try Self.match(match, isXML: table.isXML) }
  }

  private func checkPaths(_ table: MappedTable) throws(MappingFault) {
    for field in context.fields.fields where field.join == nil {
      let paths = field.text.split(separator: "|")
      guard !paths.isEmpty, paths.allSatisfy({ XMLFieldPath(String($0).trimmed) != nil }) else {
        throw MappingFault(
          line: field.line, summary: "“\(field.text.shortened)” is not a path to a text.",
          remedy: "Such as {@date}, {food/name}, {../@type}, {Meta[@key='meal']/@value}.")
      }
    }
    for rule in table.rules {
      guard let columns = rule.columns else { continue }
      if columns.rest != nil || columns.from != nil {
        throw MappingFault(
          line: columns.line, summary: "XML has no order of columns.",
          remedy: "List the paths under “columns”.")
      }
    }
  }

  private mutating func joins(_ node: MappingNode?) throws(MappingFault) -> [MappedTable.Join] {
    guard let node else { return [] }
    var joins: [MappedTable.Join] = []
    for item in try node.items() {
      let fields = try item.fields(["table", "key", "nearest"])
      guard let name = fields["table"], fields["key"] != nil || fields["nearest"] != nil else {
        throw item.fault("A join needs “table”, and “key” or “nearest”.")
      }
      let table = try name.text()
      guard surroundings.tableNames.contains(table) else {
        throw name.unknown(table, surroundings.tableNames)
      }
      context.fields.joined.insert(table)
      let key = try fields["key"].map { node throws(MappingFault) in try context.template(node) }
      joins.append(
        MappedTable.Join(
          table: table, key: key ?? Template(), nearest: try Self.reach(fields["nearest"]),
          line: item.line))
    }
    return joins
  }

  /// How near in time the row of a join must be: `day`, or a duration up to a day.
  private static func reach(_ node: MappingNode?) throws(MappingFault) -> LookupTable.Reach? {
    guard let node else { return nil }
    let text = try node.text()
    if text == "day" { return .day }
    guard let minutes = LengthText.minutes(text), (0...1440).contains(minutes) else {
      throw node.fault(
        "“\(text.shortened)” is not how near in time a row must be.",
        "Expected is a duration such as 1:30 or 2h, up to 24:00, or the word day.")
    }
    return .seconds(Int(minutes * 60))
  }

  private static func match(
    _ node: MappingNode, isXML: Bool
  ) throws(MappingFault) -> TableMatch {
    let fields = try node.fields(["file", "header", "without", "also", "root"])
    var match = TableMatch()
    match.file = try fields["file"]?.text().folded
    match.header = try fields["header"]?.texts() ?? []
    match.without = try fields["without"]?.texts() ?? []
    match.also = try fields["also"]?.texts()
    match.root = try fields["root"]?.text().split(separator: "|").map { String($0).trimmed }
    if isXML, let header = fields["header"] ?? fields["without"] ?? fields["also"] {
      throw header.fault("XML has no header.", "Use “root” with the name of the root element.")
    }
    if !isXML, let root = fields["root"] {
      throw root.fault("“root” is for XML.", "Use “header” with names of columns.")
    }
    return match
  }

  private static func xml(_ node: MappingNode) throws(MappingFault) -> XMLLayout {
    let fields = try node.fields(["record", "within", "namespace"])
    guard let record = fields["record"] else {
      throw node.fault("“xml” needs “record”.", "Such as record: diary/entry.")
    }
    var layout = XMLLayout()
    layout.record = try XMLRecordPath(record)
    if let within = fields["within"] { layout.within = try XMLRecordPath(within) }
    layout.namespace = try fields["namespace"]?.text()
    return layout
  }

  private static func numbers(_ node: MappingNode) throws(MappingFault) -> NumberFormat {
    let fields = try node.fields(["decimal", "thousands", "missing"])
    var numbers = NumberFormat()
    if let decimal = fields["decimal"] {
      switch try decimal.text() {
      case ".", "point": numbers.decimal = 0x2E
      case ",", "comma": numbers.decimal = 0x2C
      default: throw decimal.unknown(try decimal.text(), [".", ","])
      }
    }
    if let thousands = fields["thousands"] {
      let text = try thousands.text()
      let sign: Character? = text == "space" ? " " : text.count == 1 ? text.first : nil
      guard let sign, [".", ",", " ", "'", "’"].contains(sign) else {
        throw thousands.unknown(text, [".", ",", "space", "'", "’"])
      }
      numbers.thousands = sign
      guard numbers.decimal == nil || sign.asciiValue != numbers.decimal else {
        throw thousands.fault("“decimal” and “thousands” are the same sign.")
      }
    }
    numbers.missing = Set(try fields["missing"]?.texts().map(\.folded) ?? [])
    return numbers
  }

  private static func csv(_ node: MappingNode) throws(MappingFault) -> CSVLayout {
    let fields = try node.fields([
      "encoding", "delimiter", "quote", "skip-lines", "comment", "header", "columns",
      "surplus-cells",
    ])
    var csv = CSVLayout()
    if let encoding = fields["encoding"] {
      let names: [(String, TextEncoding?)] = [
        ("auto", nil), ("utf-8", .utf8), ("utf-16le", .utf16LittleEndian),
        ("utf-16be", .utf16BigEndian), ("windows-1252", .windows1252),
      ]
      let text = try encoding.text().lowercased()
      guard let found = names.first(where: { $0.0 == text }) else {
        throw encoding.unknown(text, names.map(\.0))
      }
      csv.encoding = found.1
    }
    if let delimiter = fields["delimiter"] { csv.delimiter = try sign(delimiter, delimiters) }
    if let quote = fields["quote"] { csv.quote = try sign(quote, quotes) }
    csv.skippedLines = try fields["skip-lines"]?.whole(0...1000) ?? 0
    csv.comment = try fields["comment"]?.text()
    csv.hasHeader = try fields["header"]?.flag() ?? true
    csv.columns = try fields["columns"]?.texts() ?? []
    if let columns = fields["columns"], csv.hasHeader {
      throw columns.fault(
        "“columns” names the columns of a file without a header.", "Add header: false.")
    }
    if let surplus = fields["surplus-cells"] {
      csv.surplus = try surplus.word(CSVLayout.Surplus.self)
    }
    return csv
  }

  private static let delimiters: [(String, UInt8?)] = [
    ("auto", nil), ("comma", 0x2C), ("semicolon", 0x3B), ("tab", 9), ("pipe", 0x7C), (",", 0x2C),
    (";", 0x3B), ("|", 0x7C), ("\t", 9),
  ]
  private static let quotes: [(String, UInt8?)] = [
    ("\"", 0x22), ("double", 0x22), ("'", 0x27), ("single", 0x27), ("none", nil),
  ]

  private static func sign(
    _ node: MappingNode, _ names: [(String, UInt8?)]
  ) throws(MappingFault) -> UInt8? {
    let text = try node.text()
    guard let found = names.first(where: { $0.0 == text }) else {
      throw node.unknown(text, names.map(\.0).filter { $0.count > 1 })
    }
    return found.1
  }
}
