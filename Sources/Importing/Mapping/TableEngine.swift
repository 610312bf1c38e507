// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Makes the entries of one table's records.
struct TableEngine {
  let table: MappedTable
  let mapping: Mapping
  /// The names of the columns that each rule selects.
  var wide: [[String]] = []
  /// The sign between cells, which tells what a comma in a number is.
  var delimiter: UInt8?
  /// The orders of dates that were stated or proven, for each of `table.times`.
  var orders: [DateOrder?]
  /// The tables of other files that records look things up in: key, then column, then text.
  var lookups: [String: LookupTable] = [:]
  /// The columns of `rest: numeric` that are not numeric, for each rule.
  var leftOut: [Set<Int>] = []
  var log: FindingLog
  private(set) var outcome = ReadOutcome()

  let input: Int
  private var times: TimeReader
  private var parts: [String: Int] = [:]
  private var pool = TextPool()
  private var seen: Set<[String]> = []
  private var rowsWithoutEntry = (count: 0, line: 0)
  private var absence = AbsenceFilling()

  init(_ table: MappedTable, mapping: Mapping, context: ReadContext) {
    self.table = table
    self.mapping = mapping
    input = context.input
    log = FindingLog(file: context.file)
    times = TimeReader(userZone: context.zone)
    orders = table.times.map {
      mapping.isPreset
        ? context.options.dateOrder ?? $0.order : $0.order ?? context.options.dateOrder
    }
    leftOut = table.rules.map { _ in [] }
  }

  /// Takes one record in.
  mutating func take(_ given: MappedRecord) {
    var record = given
    outcome.rows += 1
    do throws(RowFault) {
      try join(&record)
      guard table.filter.passes(record.values) else {
        outcome.rows -= 1
        log.tally(
          "mapping-rows-left-out", .note, line: record.line,
          "The row was left out, as “where” in \(mapping.place(table.line)) says.")
        return
      }
      if table.dropsRepeats, !seen.insert(record.values + record.columns).inserted {
        outcome.rows -= 1
        log.tally(
          "mapping-row-repeated", .note, line: record.line,
          "The row stands in the file before; it counts once.")
        return
      }
      if record.isTotals, !hasDate(record) {
        outcome.rows -= 1
        noteTotals(record)
        return
      }
      let entries = try entries(record)
      if entries.isEmpty {
        if rowsWithoutEntry.count == 0 { rowsWithoutEntry.line = record.line }
        rowsWithoutEntry.count += 1
      }
      add(entries, record)
    } catch {
      outcome.rowsUnread += 1
      log.add(error, line: record.line, unread: unread(record))
    }
  }

  /// Whether any of the table's times can be read in a record.
  private mutating func hasDate(_ record: MappedRecord) -> Bool {
    for (place, rule) in table.times.enumerated() {
      do throws(RowFault) {
        var log = log
        let order = orders.indices.contains(place) ? orders[place] : nil
        if try times.time(rule, record.values, order: order, line: record.line, log: &log) != nil {
          return true
        }
      } catch {
        continue
      }
    }
    return false
  }

  /// Tells of a row of sums, with what stands in it.
  private mutating func noteTotals(_ record: MappedRecord) {
    let cells = (record.values + record.columns).filter { !$0.isEmpty }
    log.tally(
      "mapping-totals-row", .note, line: record.line,
      "The row (\(cells.joined(separator: ", ").shortened)) has sums or averages and no date; it is "
        + "no entry.")
  }

  /// Adds a record of a table that others look things up in, with its time where it has one.
  mutating func addLookup(
    _ cells: [String], key: String, of record: MappedRecord, to lookup: inout LookupTable
  ) {
    do throws(RowFault) {
      guard let rule = table.times.first,
        let time = try times.time(
          rule, record.values, order: orders.first ?? nil, line: record.line, log: &log)
      else {
        lookup.add(cells, key: key)
        return
      }
      lookup.add(cells, key: key, at: time.start)
    } catch {
      refuse(error, line: record.line, unread: unread(record))
    }
  }

  /// What there is of a record that cannot be read.
  private func unread(_ record: MappedRecord) -> UnreadRow {
    let participant = table.participant?.text(record.values) ?? ""
    let cells = (record.values + record.columns).map(\.trimmed).filter { !$0.isEmpty }
    return UnreadRow(
      kind: table.onlyKind, note: cells.joined(separator: "; "), participant: participant.nonEmpty,
      reason: "", origin: Origin(input: input, line: record.line))
  }

  /// Counts a row that cannot be read, with what there is of it.
  mutating func refuse(_ fault: RowFault, line: Int, unread: UnreadRow) {
    outcome.rows += 1
    outcome.rowsUnread += 1
    log.add(fault, line: line, unread: unread)
  }

  /// All that the records gave.
  mutating func finish() -> ReadOutcome {
    if rowsWithoutEntry.count > 0 {
      log.add(
        "mapping-row-without-entry", .note, line: rowsWithoutEntry.line,
        "\(rowsWithoutEntry.count) \(rowsWithoutEntry.count == 1 ? "row gives" : "rows give") "
          + "no entry by the rules of the mapping; this is the first.")
    }
    if table.absenceIsZero { fillAbsence() }
    if !table.notice.isEmpty && outcome.rows > 0 {
      log.add(
        "mapping-notice", .warning, table.notice,
        remedy: mapping.isPreset
          ? "To say it otherwise: reintro mapping --preset \(mapping.name) > own.yaml, change that "
            + "file, and give it with --mapping own.yaml."
          : "")
    }
    outcome.findings = log.finished()
    return outcome
  }

  /// Enters the symptoms that were not there, within bounds that no person's diary reaches.
  private mutating func fillAbsence() {
    for place in outcome.parts.indices {
      guard absence.isBounded(part: place) else {
        log.add(
          "mapping-absence-too-large", .warning,
          "“absence: zero” would add more than a million entries; none were added.",
          remedy: "Check that the names of symptoms are names and not free text.")
        continue
      }
      outcome.parts[place].entries += absence.zeros(part: place, input: input)
    }
  }

  /// The row that a join leads to: of the key, and of the nearest time where the join asks for it.
  private mutating func row(
    of join: MappedTable.Join, _ key: String, _ record: MappedRecord
  ) throws(RowFault) -> [String]? {
    guard let reach = join.nearest else { return lookups[join.table]?.rows[key] }
    guard let rule = table.times.first, lookups[join.table] != nil,
      let time = try times.time(
        rule, record.values, order: orders.first ?? nil, line: record.line, log: &log)
    else { return nil }
    return lookups[join.table]?.row(
      of: join.key.parts.isEmpty ? nil : key, nearest: time.start, within: reach)
  }

  private mutating func join(_ record: inout MappedRecord) throws(RowFault) {
    for join in table.joins {
      let key = join.key.text(record.values)
      let found = try row(of: join, key, record)
      if (!key.isEmpty || join.nearest != nil) && found == nil {
        log.tally(
          "mapping-join-missing", .warning, key: join.table, line: record.line,
          lookups[join.table] == nil
            ? "No file for the table “\(join.table)” was given, where names are looked up."
            : join.nearest == nil
              ? "“\(key.shortened)” is not in the table “\(join.table)”."
              : "The table “\(join.table)” has no row near enough in time.",
          remedy: "Give all files of the export together, or the folder that holds them.")
      }
      for (place, field) in table.fields.fields.enumerated() where field.join?.table == join.table {
        guard let column = field.join?.column, record.values.indices.contains(place) else {
          continue
        }
        record.values[place] = found.flatMap { lookups[join.table]?.text(column, in: $0) } ?? ""
      }
    }
  }

  private mutating func add(_ entries: [Entry], _ record: MappedRecord) {
    let participant = table.participant?.text(record.values) ?? ""
    let place: Int
    if let known = parts[participant] {
      place = known
    } else {
      place = outcome.parts.count
      parts[participant] = place
      outcome.parts.append(
        PartialDiary(participant: participant.nonEmpty, entries: []))
    }
    for entry in entries {
      var entry = entry
      if table.absenceIsZero { absence.note(entry, part: place) }
      pool.share(&entry)
      outcome.parts[place].entries.append(entry)
    }
  }

  private mutating func entries(_ record: MappedRecord) throws(RowFault) -> [Entry] {
    var entries: [Entry] = []
    var column = 0
    for (place, rule) in table.rules.enumerated() {
      let count = wide.indices.contains(place) ? wide[place].count : 0
      let own = column..<(column + count)
      column += count
      guard rule.filter.passes(record.values) else { continue }
      let maker = EntryMaker(
        rule: rule, values: record.values, numbers: table.numbers, delimiter: delimiter,
        mapping: mapping, origin: Origin(input: input, line: record.line))
      if count > 0 || rule.columns != nil {
        for (offset, cell) in own.enumerated() where !leftOut[place].contains(offset) {
          guard record.columns.indices.contains(cell) else { continue }
          entries += try maker.entries(
            locals: Template.Locals(column: wide[place][offset], cell: record.columns[cell]),
            log: &log)
        }
      } else {
        entries += try maker.entries(log: &log)
      }
      guard !entries.isEmpty else { continue }
      entries = try placed(entries, rule, record)
    }
    return entries
  }

  /// The entries with the time of their rule; those that have one keep it.
  private mutating func placed(
    _ entries: [Entry], _ rule: EntryRule, _ record: MappedRecord
  ) throws(RowFault) -> [Entry] {
    guard entries.contains(where: { $0.time == nil }) else { return entries }
    var time: EntryTime?
    if table.times.indices.contains(rule.time) {
      time = try times.time(
        table.times[rule.time], record.values, order: orders[rule.time], line: record.line,
        log: &log)
    }
    var placed = entries
    for place in placed.indices where placed[place].time == nil {
      guard time != nil || placed[place].kind == .profile else {
        throw RowFault(
          id: "time-missing", summary: "The row has no date.",
          remedy: "Give at least the day; \(mapping.place(rule.line)) makes a "
            + "\(placed[place].kind.rawValue) of it. Where the day stands only once for several "
            + "rows, name its column under “fill-down”.")
      }
      placed[place].time = time
    }
    return placed
  }
}

/// Finds the symptoms that the days of a table leave out.
struct AbsenceFilling {
  private struct Part {
    var days: [CivilDate: (names: Set<String>, line: Int)] = [:]
    /// The symptoms, with the first scale that one was noted on.
    var symptoms: [String: String?] = [:]
  }

  private var parts: [Int: Part] = [:]

  /// Takes note of an entry; every entry shows that its day was kept.
  mutating func note(_ entry: Entry, part: Int) {
    guard let day = entry.time?.start.date else { return }
    parts[part, default: Part()].days[day, default: ([], entry.origin.line)].names
      .formUnion(entry.kind == .symptom ? [entry.name] : [])
    guard entry.kind == .symptom, (parts[part]?.symptoms[entry.name] ?? nil) == nil else { return }
    parts[part]?.symptoms[entry.name] = .some(entry.unit)
  }

  /// Whether the entries to add are not more than a million.
  func isBounded(part: Int) -> Bool {
    guard let part = parts[part] else { return true }
    return part.days.count <= 1_000_000 / max(part.symptoms.count, 1)
  }

  /// An entry of none for every symptom on every day that has entries and not this one.
  func zeros(part: Int, input: Int) -> [Entry] {
    guard let part = parts[part] else { return [] }
    var zeros: [Entry] = []
    for (day, found) in part.days.sorted(by: { $0.key < $1.key }) {
      for (name, scale) in part.symptoms.sorted(by: { $0.key < $1.key })
      where !found.names.contains(name) {
        var rule = ValueRule()
        rule.scale = scale
        let absent = rule.absent
        zeros.append(
          Entry(
            kind: .symptom, time: .at(.day(day)), name: name, value: absent.value,
            unit: absent.unit, origin: Origin(input: input, line: found.line)))
      }
    }
    return zeros
  }
}
