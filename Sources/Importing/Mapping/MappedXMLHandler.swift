// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import XMLReading

/// Picks the records of a mapping's tables out of an XML document.
struct MappedXMLHandler: XMLHandler {
  static let names: [StaticString] = []
  static let wantsText = true

  /// A table, and the ways to its fields.
  private struct Run {
    var engine: TableEngine
    var paths: [[XMLFieldPath]]
    var columns: [[XMLFieldPath]]
    /// Of a table for looking things up: the paths that joins ask for, and what was found.
    var lookupPaths: [[XMLFieldPath]] = []
    var lookup = LookupTable()
    var held: [MappedRecord] = []
    var evidence: [Int: DateOrderEvidence] = [:]
    /// What the element around the last record said, which its neighbours need not look for again.
    var around: [Int: (parent: Int, text: String)] = [:]

    mutating func look(up cells: [String], key: String, of record: MappedRecord) {
      engine.addLookup(cells, key: key, of: record, to: &lookup)
    }
  }

  private let context: ReadContext
  private let mapping: Mapping
  private var runs: [Run]
  /// The elements around the place, before a record is met.
  private var around: [XMLTree.Node] = []
  private var tree = XMLTree()
  /// The places in `tree` of the open elements of a record; `nil` where there was no room.
  private var open: [Int?] = []
  private var unread: UnreadElements
  private var heldBytes = 0
  private var isOverfull = false

  init(_ choice: MappingChoice, context: ReadContext) {
    self.context = context
    mapping = choice.mapping
    unread = UnreadElements(
      choice.tables,
      choice.tables.flatMap { table in
        let columns = choice.mapping.columns(lookedUpIn: table.name)
        let lists = table.rules.flatMap { $0.columns?.list ?? [] }
        return (table.fields.fields.map(\.text) + lists + columns).flatMap(Self.paths)
      })
    runs = choice.tables.map { table in
      var engine = TableEngine(table, mapping: choice.mapping, context: context)
      engine.wide = table.rules.map { rule in
        (rule.columns?.list ?? []).map { Self.name(ofPath: $0) }
      }
      var run = Run(
        engine: engine, paths: table.fields.fields.map { Self.paths($0.text) },
        columns: table.rules.flatMap { $0.columns?.list ?? [] }.map(Self.paths))
      guard table.lookupKey != nil else { return run }
      let wanted = choice.mapping.columns(lookedUpIn: table.name)
      run.lookup.columns = wanted.map(\.folded)
      run.lookupPaths = wanted.map(Self.paths)
      return run
    }
  }

  private static func paths(_ text: String) -> [XMLFieldPath] {
    let text = text.hasSuffix("?") ? String(text.dropLast()) : text
    return text.split(separator: "|").compactMap { XMLFieldPath(String($0).trimmed) }
  }

  /// The name of what a path leads to: its last element or attribute.
  private static func name(ofPath text: String) -> String {
    let first = text.split(separator: "|").first.map(String.init) ?? text
    let path = XMLFieldPath(first.trimmed)
    let names = path?.steps.compactMap { step -> String? in
      switch step {
      case .attribute("value"), .parent, .selfNode: nil
      case .attribute(let name): name
      case .child(let name, _, _): name
      }
    }
    return names?.last ?? first
  }

  mutating func start(_ element: borrowing XMLElement) {
    let node = XMLTree.Node(
      name: element.localNameText, namespace: element.namespace,
      attributes: element.attributeTexts, line: element.line)
    unread.start(node)
    if open.isEmpty {
      around.append(node)
      guard isWanted() else { return }
      tree = XMLTree()
      var place: Int?
      for node in around { place = tree.add(node, below: place) }
      open = [place]
    } else {
      open.append((open.last ?? nil).flatMap { tree.add(node, below: $0) })
    }
  }

  mutating func text(_ text: Span<UInt8>) {
    unread.text(text)
    if let place = open.last ?? nil { tree.append(text, to: place) }
  }

  mutating func end(_ name: Int) {
    unread.end()
    guard !open.isEmpty else {
      _ = around.popLast()
      return
    }
    open.removeLast()
    guard open.isEmpty else { return }
    take()
    _ = around.popLast()
    tree = XMLTree()
  }

  /// Whether the innermost element is a record, or what must be complete before its records are.
  private func isWanted() -> Bool {
    let path = around.map(\.name)
    return runs.contains { run in
      let layout = run.engine.table.xml
      return (layout.within ?? layout.record).matches(path)
        && (layout.namespace == nil || layout.namespace == around.last?.namespace)
    }
  }

  /// Takes the records in the part that is complete.
  private mutating func take() {
    let first = around.count - 1
    for run in runs.indices { runs[run].around = [:] }
    guard !tree.isTooLarge else {
      runs[0].engine.refuse(
        RowFault(
          id: "mapping-record-too-large",
          summary: "The record has more than \(XMLTree.nodeLimit) elements or 4 MiB of text.",
          remedy: "Check “record” in the mapping, \(mapping.place(runs[0].engine.table.line))."),
        line: around.last?.line ?? 1,
        unread: .rest(
          reason: "mapping-record-too-large",
          origin: Origin(input: context.input, line: around.last?.line ?? 1)))
      return
    }
    for place in tree.nodes.indices.dropFirst(first) {
      let path = tree.path(place)
      for run in runs.indices {
        let layout = runs[run].engine.table.xml
        guard layout.record.matches(path),
          layout.namespace == nil || layout.namespace == tree.nodes[place].namespace
        else { continue }
        take(place, run)
      }
    }
  }

  private mutating func take(_ place: Int, _ run: Int) {
    var record = MappedRecord(line: tree.nodes[place].line, values: [])
    record.values = runs[run].paths.indices.map { text($0, run, from: place) }
    record.columns = runs[run].columns.map { tree.text($0, from: place) }
    if let key = runs[run].engine.table.lookupKey {
      let cells = runs[run].lookupPaths.map { tree.text($0, from: place) }
      runs[run].look(up: cells, key: key.text(record.values), of: record)
      heldBytes += cells.reduce(64) { $0 + $1.utf8.count + 16 }
      isOverfull = isOverfull || heldBytes > MappedCSV.heldLimit
      return
    }
    var isUnproven = false
    let times = runs[run].engine.table.times
    for (number, rule) in times.enumerated() where runs[run].engine.orders[number] == nil {
      for text in rule.dates(record.values) where !text.isEmpty {
        guard let time = rule.unproven(text) else { continue }
        runs[run].evidence[number, default: DateOrderEvidence()]
          .add(time, text: text, line: record.line)
        isUnproven = true
      }
    }
    guard isUnproven || !runs[run].engine.table.joins.isEmpty else {
      runs[run].engine.take(record)
      return
    }
    heldBytes += record.values.reduce(64) { $0 + $1.utf8.count + 16 }
    isOverfull = isOverfull || heldBytes > MappedCSV.heldLimit
    if !isOverfull { runs[run].held.append(record) }
  }

  /// The text of a field of a record.
  private mutating func text(_ field: Int, _ run: Int, from place: Int) -> String {
    let paths = runs[run].paths[field]
    guard let parent = tree.nodes[place].parent, paths.allSatisfy({ $0.steps.first == .parent })
    else { return tree.text(paths, from: place) }
    if let known = runs[run].around[field], known.parent == parent { return known.text }
    let text = tree.text(paths, from: place)
    runs[run].around[field] = (parent, text)
    return text
  }

  /// All that the tables gave.
  mutating func outcome() throws(ImportError) -> ReadOutcome {
    guard !isOverfull else {
      throw failure(
        RowFault(
          id: "mapping-too-large",
          summary: "More than 128 MB of records would have to be held until all dates are known.",
          remedy: "State the order of dates with “order” in the mapping."), nil)
    }
    if !unread.names.isEmpty,
      let run = runs.firstIndex(where: { $0.engine.table.lookupKey == nil }) ?? runs.indices.first
    {
      runs[run].engine.log.addUnread(
        UnreadColumns(unread.names, isPreset: mapping.isPreset), line: unread.line)
    }
    var whole = ReadOutcome()
    var mapped = MappedOutcome(mapping: mapping.name)
    for run in runs where run.lookup.count > 0 {
      mapped.lookups[run.engine.table.name] = run.lookup
      whole.findings += run.engine.log.finished()
      whole.rowsUnread += run.engine.outcome.rowsUnread
    }
    for run in runs.indices where runs[run].engine.table.lookupKey == nil {
      try prove(run)
      let held = runs[run].held
      runs[run].held = []
      let tables = runs[run].engine.table.joins.map(\.table)
      guard held.isEmpty || tables.allSatisfy({ mapped.lookups[$0] != nil }) else {
        mapped.waiting.append(WaitingTable(engine: runs[run].engine, records: held))
        continue
      }
      runs[run].engine.lookups = mapped.lookups
      for record in held { runs[run].engine.take(record) }
      whole.add(runs[run].engine.finish())
    }
    guard !mapped.waiting.isEmpty || !mapped.lookups.isEmpty else { return whole }
    whole.mapped = mapped
    if whole.rows == 0 && mapped.waiting.isEmpty {
      whole.parts = []
      whole.rows = mapped.lookups.values.map(\.count).reduce(0, +)
    }
    return whole
  }

  /// Proves the order of the dates that records wait for.
  private mutating func prove(_ run: Int) throws(ImportError) {
    for (number, evidence) in runs[run].evidence.sorted(by: { $0.key < $1.key }) {
      do throws(CSVFault) {
        runs[run].engine.orders[number] = try evidence.order(stated: nil)
      } catch {
        let line = mapping.place(runs[run].engine.table.times[number].line)
        throw failure(
          RowFault(
            id: error.id, summary: error.summary,
            remedy: "\(error.remedy) In a mapping, say it with “order” (\(line))."), error.line)
      }
    }
  }

  private func failure(_ fault: RowFault, _ line: Int?) -> ImportError {
    let finding = Finding(
      id: fault.id, severity: .error, summary: fault.summary, remedy: fault.remedy,
      file: context.file, line: line)
    return ImportError(kind: .unusable, findings: [finding])
  }
}
