// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import YAMLReading

/// Makes a mapping of YAML.
enum MappingReading {
  /// The keys of the whole file.
  static let fileKeys = [
    "reintro-mapping", "name", "about", "notice", "groups", "lookups", "tables",
  ]
  /// The keys of a table, which a mapping of one table may have beside the file's own.
  static let tableKeys = [
    "table", "match", "format", "csv", "xml", "numbers", "participant", "where", "time", "absence",
    "fill-down", "repeats", "joins", "lookup", "entries", "notice",
  ]

  /// What is known while tables are read.
  struct Surroundings {
    var groups: [Mapping.OwnGroup]
    var lookups: [String: [String: String]]
    var notice: String
    var tableNames: [String]
  }

  static func mapping(yaml: String, file: String) throws(MappingFault) -> Mapping {
    guard yaml.utf8.count <= Mapping.largestFile else {
      throw MappingFault(line: 1, summary: "The mapping is larger than 1 MiB.")
    }
    let found: YAMLNode?
    do throws(YAMLError) {
      found = try YAMLReader.root(of: yaml)
    } catch {
      throw MappingFault(
        line: error.line, summary: "This is not YAML: \(error.problem).",
        remedy: "Check indents, and put texts with : # { [ in quotes.")
    }
    guard let found, found.mapping != nil else {
      throw MappingFault(
        line: 1, summary: "The mapping has no keys.",
        remedy: "Start it with “reintro-mapping: 1”; see docs/mapping.md.")
    }
    let root = MappingNode(node: found, label: "the mapping")
    let fields = try root.fields(fileKeys + tableKeys.filter { !fileKeys.contains($0) })
    try checkVersion(fields["reintro-mapping"], root)
    let name = try fields["name"]?.text() ?? "mapping"
    let nodes = try fields["tables"]?.items() ?? [root]
    if let tables = fields["tables"],
      let other = tableKeys.first(where: { fields[$0] != nil && $0 != "notice" })
    {
      throw (fields[other] ?? tables).fault(
        "“\(other)” stands beside “tables”.", "Move it into the table that it is about.")
    }
    var names: [String] = []
    for node in nodes {
      if let text = node.node.mapping?["table"]?.scalar { names.append(text) }
    }
    let surroundings = Surroundings(
      groups: try groups(fields["groups"]), lookups: try lookups(fields["lookups"]),
      notice: try fields["notice"]?.text() ?? "", tableNames: names)
    let tables = try self.tables(nodes, isSingle: fields["tables"] == nil, surroundings)
    return Mapping(
      name: name, about: try fields["about"]?.text() ?? "", groups: surroundings.groups,
      tables: tables, file: file)
  }

  private static func tables(
    _ nodes: [MappingNode], isSingle: Bool, _ surroundings: Surroundings
  ) throws(MappingFault) -> [MappedTable] {
    var tables: [MappedTable] = []
    for node in nodes {
      var reading = TableReading(surroundings)
      let known = isSingle ? fileKeys + tableKeys : tableKeys
      let table = try reading.table(try node.fields(known), node)
      if let other = tables.first(where: {
        $0.match == table.match && $0.isXML == table.isXML && !table.isXML
      }) {
        throw node.fault(
          "This table has the same “match” as the one on line \(other.line), which would win.",
          "Give each table columns or a file name of its own.")
      }
      tables.append(table)
    }
    return tables
  }

  private static func checkVersion(
    _ node: MappingNode?, _ root: MappingNode
  ) throws(MappingFault) {
    guard let node else {
      throw root.fault(
        "The mapping does not say its version.", "Put “reintro-mapping: 1” on its first line.")
    }
    guard try node.text() == "1" else {
      throw node.fault(
        "The mapping is of version \(try node.text().shortened); this program reads version 1.")
    }
  }

  private static func groups(_ node: MappingNode?) throws(MappingFault) -> [Mapping.OwnGroup] {
    guard let node else { return [] }
    var groups: [Mapping.OwnGroup] = []
    for item in try node.items() {
      let fields = try item.fields(["id", "label"])
      guard let id = try fields["id"]?.text(), isIdentifier(id) else {
        throw item.fault(
          "A group needs an “id” of small letters, digits and _.", "Such as id: red_meat.")
      }
      let group = GroupID(rawValue: id)
      guard group.builtInIndex == nil, id != "none", !groups.contains(where: { $0.id == group })
      else { throw item.fault("There is a group “\(id)” already.") }
      groups.append(Mapping.OwnGroup(id: group, label: try fields["label"]?.text() ?? id))
    }
    return groups
  }

  private static func isIdentifier(_ text: String) -> Bool {
    (1...40).contains(text.utf8.count)
      && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 0x5F }
  }

  private static func lookups(
    _ node: MappingNode?
  ) throws(MappingFault) -> [String: [String: String]] {
    guard let node else { return [:] }
    var lookups: [String: [String: String]] = [:]
    for (name, table) in try node.pairs() {
      var words: [String: String] = [:]
      for (key, value) in try table.pairs() {
        for word in key.label.split(separator: "|") {
          guard words.updateValue(try value.text(), forKey: String(word).folded) == nil else {
            throw key.fault("“\(word)” stands twice in “\(name.label)”.")
          }
        }
      }
      lookups[name.label] = words
    }
    return lookups
  }
}
