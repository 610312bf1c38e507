// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Reads a CSV file as a table of a mapping says.
struct MappedCSV {
  /// The most bytes of rows that are held until the whole file is known.
  static let heldLimit = 128 << 20

  private let table: MappedTable
  private let mapping: Mapping
  private let context: ReadContext
  private var engine: TableEngine
  private var text: MappedText
  private var binding: CSVBinding?
  private var header: CSVHeader?
  private var firstCount: Int?
  private var held: [MappedRecord] = []
  private var heldBytes = 0
  private var evidence: [Int: DateOrderEvidence] = [:]
  private var lookup = LookupTable()
  private var rows = 0
  private var numeric = NumericColumns()

  init(_ table: MappedTable, mapping: Mapping, context: ReadContext) {
    self.table = table
    self.mapping = mapping
    self.context = context
    engine = TableEngine(table, mapping: mapping, context: context)
    text = MappedText(table.csv, file: context.file)
  }

  /// The folded names of the columns of a file that starts with these bytes.
  static func header(of prefix: [UInt8], _ layout: CSVLayout) -> [String] {
    var text = MappedText(layout, file: "")
    text.push(Array(prefix.prefix(1 << 14)), count: min(prefix.count, 1 << 14))
    text.pushEnd()
    do throws(ImportError) {
      while try text.nextRow() {
        if layout.isComment(text.row) { continue }
        if !layout.hasHeader {
          return layout.columns.isEmpty
            ? (0..<text.row.count).map { "#\($0 + 1)" } : layout.columns.map(\.folded)
        }
        return (0..<text.row.count).map { (text.row.trimmedText($0) ?? "").folded }
      }
    } catch {
      return []
    }
    return []
  }

  mutating func consume(_ bytes: [UInt8], count: Int) throws(ImportError) {
    text.push(bytes, count: count)
    while try text.nextRow() { try take(text.row) }
  }

  mutating func finish() throws(ImportError) -> ReadOutcome {
    text.pushEnd()
    while try text.nextRow() { try take(text.row) }
    if table.lookupKey != nil {
      var outcome = ReadOutcome()
      outcome.rows = rows
      outcome.rowsUnread = engine.outcome.rowsUnread
      outcome.mapped = MappedOutcome(mapping: mapping.name, lookups: [table.name: lookup])
      outcome.findings = engine.log.finished()
      return outcome
    }
    try prove()
    engine.leftOut = numeric.leftOut(engine.wide, table)
    if !table.joins.isEmpty {
      var outcome = ReadOutcome()
      outcome.mapped = MappedOutcome(
        mapping: mapping.name, waiting: [WaitingTable(engine: engine, records: held)])
      return outcome
    }
    for record in held { engine.take(record) }
    held = []
    return engine.finish()
  }

  private mutating func take(_ row: CSVRow) throws(ImportError) {
    if table.csv.isComment(row) { return }
    if row.isBlank() && row.count > 1 { return }
    guard binding != nil else {
      if try bind(row) { return }
      try take(row)
      return
    }
    rows += 1
    do throws(RowFault) {
      try check(row)
    } catch {
      engine.refuse(error, line: row.line, unread: UnreadRow(row))
      return
    }
    guard let record = binding?.record(row, line: row.line) else { return }
    if let key = table.lookupKey {
      let cells = (0..<row.count).map { row.trimmedText($0) ?? "" }
      engine.addLookup(cells, key: key.text(record.values), of: record, to: &lookup)
      try hold(row.bytes.count + row.count * 32 + 64, line: row.line)
      return
    }
    let isUnproven = note(record)
    if table.needsWholeFile || isUnproven {
      numeric.note(record, table, engine.delimiter)
      held.append(record)
      let cells = record.values.count + record.columns.count
      try hold(row.bytes.count + cells * 32 + 64, line: row.line)
    } else {
      engine.take(record)
    }
  }

  private mutating func hold(_ count: Int, line: Int) throws(ImportError) {
    heldBytes += count
    guard heldBytes > Self.heldLimit else { return }
    throw failure(
      RowFault(
        id: "mapping-too-large",
        summary: "More than 128 MB would be needed to hold rows until the whole file is known.",
        remedy:
          "State the order of dates with “order”, and list columns instead of “rest: numeric”."
      ), line)
  }

  /// Takes note of dates whose order the column must prove; whether there are any.
  private mutating func note(_ record: MappedRecord) -> Bool {
    var found = false
    for (place, rule) in table.times.enumerated() where engine.orders[place] == nil {
      for text in rule.dates(record.values) where !text.isEmpty {
        guard let time = rule.unproven(text) else { continue }
        evidence[place, default: DateOrderEvidence()].add(time, text: text, line: record.line)
        found = true
      }
    }
    return found
  }

  private mutating func prove() throws(ImportError) {
    for (place, evidence) in evidence.sorted(by: { $0.key < $1.key }) {
      do throws(CSVFault) {
        engine.orders[place] = try evidence.order(stated: nil)
      } catch {
        let line = mapping.place(table.times[place].line)
        throw failure(
          RowFault(
            id: error.id, summary: error.summary,
            remedy: "\(error.remedy) In a mapping, say it with “order” (\(line))."), error.line)
      }
    }
  }

  /// Reads the header; whether the row was one.
  private mutating func bind(_ row: CSVRow) throws(ImportError) -> Bool {
    let names: [String]
    if table.csv.hasHeader {
      header = CSVHeader(row, log: &engine.log)
      names = header?.names ?? []
    } else {
      names = table.csv.columns.isEmpty ? (0..<row.count).map { "#\($0 + 1)" } : table.csv.columns
    }
    engine.delimiter = text.delimiter
    text.note(into: &engine.log)
    do throws(RowFault) {
      let found = try CSVBinding(table, names: names, mapping: mapping)
      engine.wide = found.wide.map { $0.map(\.name) }
      if !found.unused.isEmpty && table.lookupKey == nil {
        engine.log.addUnread(
          UnreadColumns(found.unused, isPreset: mapping.isPreset), line: row.line)
      }
      binding = found
      if table.lookupKey != nil { lookup.columns = names.map(\.folded) }
    } catch {
      throw failure(withSeparatorHint(error, row), row.line)
    }
    return table.csv.hasHeader
  }

  /// The fault of a missing column, with the separator that would give more of them.
  private func withSeparatorHint(_ fault: RowFault, _ row: CSVRow) -> RowFault {
    guard row.count == 1 else { return fault }
    let line = row.trimmedText(0) ?? ""
    let signs: [(Character, String)] = [
      (",", "comma"), (";", "semicolon"), ("\t", "tab"), ("|", "pipe"),
    ]
    guard let best = signs.max(by: { a, b in line.count { $0 == a.0 } < line.count { $0 == b.0 } }),
      line.contains(best.0)
    else { return fault }
    var fault = fault
    fault.summary +=
      " The header is one column when parted by “\(Character(Unicode.Scalar(text.delimiter)))”."
    fault.remedy = "Say csv: {delimiter: \(best.1)} in the mapping."
    return fault
  }

  private mutating func check(_ row: CSVRow) throws(RowFault) {
    if firstCount == nil { firstCount = row.count }
    guard table.csv.surplus == .error, header != nil else {
      try CSVHeader.checkText(row, log: &engine.log)
      return
    }
    try header?.check(row, log: &engine.log)
  }

  private func failure(_ fault: RowFault, _ line: Int) -> ImportError {
    let finding = Finding(
      id: fault.id, severity: .error, summary: fault.summary, remedy: fault.remedy,
      file: context.file, line: line)
    return ImportError(kind: .unusable, findings: engine.log.finished() + [finding])
  }
}

extension CSVLayout {
  /// Whether a row is a comment.
  func isComment(_ row: CSVRow) -> Bool {
    guard let comment, !comment.isEmpty else { return false }
    return row.cell(0).trimmingBlanks().starts(with: comment.utf8)
  }
}

/// Which of the selected columns hold numbers only.
struct NumericColumns {
  private var isText: Set<Int> = []
  private var isFilled: Set<Int> = []

  mutating func note(_ record: MappedRecord, _ table: MappedTable, _ delimiter: UInt8?) {
    for (place, text) in record.columns.enumerated() {
      if text.isEmpty || table.numbers.isMissing(text) { continue }
      isFilled.insert(place)
      guard !isText.contains(place) else { continue }
      var number: Double?
      do throws(RowFault) {
        number = try table.numbers.number(text, delimiter: delimiter)
      } catch {
        number = nil
      }
      if number == nil { isText.insert(place) }
    }
  }

  /// The places, in each rule's list, of columns that `rest: numeric` does not mean.
  func leftOut(_ wide: [[String]], _ table: MappedTable) -> [Set<Int>] {
    var start = 0
    var result: [Set<Int>] = []
    for (list, rule) in zip(wide, table.rules) {
      let own = rule.columns.map { $0.list.count } ?? 0
      result.append(
        Set(
          list.indices.filter { place in
            guard place >= own else { return false }
            let (text, filled) = (isText.contains(start + place), isFilled.contains(start + place))
            switch rule.columns?.rest {
            case .numeric: return text || !filled
            case .text: return !text
            case .all, nil: return false
            }
          }))
      start += list.count
    }
    return result.isEmpty ? table.rules.map { _ in [] } : result
  }
}
