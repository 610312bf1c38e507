// SPDX-License-Identifier: Apache-2.0

internal import CByteScan
internal import DiaryModel

/// A reader of the canonical CSV.
struct CanonicalCSVReader: FormatReader {
  static let formatName = "canonical-csv"

  /// The columns, in the order in which they are written.
  static let columns = ["participant", "time", "kind", "name", "value", "unit", "groups", "note"]

  static func recognises(_ prefix: [UInt8]) -> Bool {
    let names = CSVSniffer.header(of: prefix)
    return names.contains("kind") && (names.contains("time") || names.contains("name"))
  }

  private struct Waiting {
    var part: Int
    var entry: Int
    var first: LocalizedTime
    var second: LocalizedTime?
    var text: String
  }

  private let context: ReadContext
  private var source: CSVSource
  private var header: CSVHeader?
  private var places: [Int?] = []
  /// The columns that are not read; only the safety gates see their words.
  private var otherPlaces: [Int] = []
  /// What was kept of them, each participant's words once.
  private var otherWords: Set<String> = []
  private var rules = EntryRules()
  private var log: FindingLog
  private var outcome = ReadOutcome()
  private var parts: EntryParts
  private var evidence = DateOrderEvidence()
  private var waiting: [Waiting] = []
  private var pool = TextPool()
  /// The place of the participant of the row before.
  private var lastPart = 0
  private var repeated = RepeatedRows()
  /// Of the rows of the piece that is read.
  private var drafts = RowDrafts()
  private var room = RoomForRest()
  private var order = PartOrder()
  /// What ended the rows before the end of the file.
  private var cut: CutFile?

  init(_ context: ReadContext) {
    self.context = context
    source = CSVSource(file: context.file)
    log = FindingLog(file: context.file)
    rules.ownGroups = context.options.ownGroups
    parts = EntryParts(context)
  }

  mutating func consume(_ bytes: [UInt8], count: Int) throws(ImportError) {
    drafts.removeAll()
    try takePiece(bytes, count: count)
  }

  mutating func consume(
    _ bytes: [UInt8], count: Int, _ drafts: inout RowDrafts
  ) throws(ImportError) {
    swap(&drafts, &self.drafts)
    try takePiece(bytes, count: count)
  }

  /// The bytes of a piece are those of the file, and its rows can be found beforehand, in UTF-8 only.
  var rowLayout: byte_scan_layout? { source.encoding == .utf8 ? repeated.layout : nil }

  private mutating func takePiece(_ bytes: [UInt8], count: Int) throws(ImportError) {
    source.push(bytes, count: count)
    guard cut == nil else {
      cut?.take(source.takeRest())
      return
    }
    try takeRows()
    if let consumed = room.due(after: min(count, bytes.count)) {
      parts.reserve(after: consumed, of: context.size)
    }
  }

  var kept: Int? { outcome.rows }

  /// How many rows said what one before said.
  var rowsRepeated: Int { repeated.total }

  mutating func takeWhole() -> [PartialDiary] { parts.takeWhole() }

  mutating func finish() throws(ImportError) -> ReadOutcome {
    drafts.removeAll()
    source.pushEnd()
    cut?.take(source.takeRest())
    if cut == nil { try takeRows() }
    if cut == nil, try next(isLast: true) {
      try take(source.row)
      header?.checkLast(source.row, log: &log)
    }
    outcome.parts = parts.takeAll()
    outcome.lacksEntries = parts.lacksEntries
    if !parts.lacksEntries { try settleDates() }
    source.note(into: &log)
    outcome.findings = log.finished()
    if !parts.passesOver { try cut?.end(&outcome) }
    return outcome
  }

  /// Whether there is another row, the last one without a line end; none behind a fault of the table.
  private mutating func next(isLast: Bool = false) throws(ImportError) -> Bool {
    do throws(ImportError) {
      return try isLast ? source.lastRow() : source.nextRow()
    } catch {
      guard context.keepsBeforeFault, let column = places.first ?? nil else { throw error }
      cut = CutFile(
        error, names: parts.names, isMixed: order.isMixed, row: source.row, column: column,
        delimiter: source.delimiter)
      cut?.take(source.takeRest())
      return false
    }
  }

  private mutating func takeRows() throws(ImportError) {
    while true {
      takeRepeatedRows()
      let before = (log.additions, outcome.rowsUnread, waiting.count, outcome.rows)
      guard try next() else { return }
      try take(source.row)
      let after = (log.additions, outcome.rowsUnread, waiting.count, outcome.rows - 1)
      if before == after, let entry = parts.last {
        repeated.keep(entry, part: lastPart, numbers: rules.numbers(of: entry))
      }
    }
  }

  /// Takes the rows, up to the first other one, that say what a row before said.
  private mutating func takeRepeatedRows() {
    repeated.forget()
    guard let layout = repeated.layout, let rest = source.restOfPiece() else { return }
    var drafts = RowDrafts()
    swap(&drafts, &self.drafts)
    let (position, lines, rows) = unsafe rest.bytes.withUnsafeBufferPointer { bytes in
      unsafe withUnsafeTemporaryAllocation(
        of: byte_scan_table_row.self, capacity: RepeatedRows.most
      ) {
        unsafe takeRepeatedRows(
          UnsafeBufferPointer(rebasing: bytes[..<rest.to]), rest, layout, &drafts, $0)
      }
    }
    swap(&drafts, &self.drafts)
    source.skip(to: position, rows: rows, lines: lines)
  }

  /// The same with room for rows; returns where the first other row starts, and the lines and rows before.
  private mutating func takeRepeatedRows(
    _ bytes: UnsafeBufferPointer<UInt8>, _ rest: CSVSource.Rest, _ layout: byte_scan_layout,
    _ drafts: inout RowDrafts, _ room: UnsafeMutableBufferPointer<byte_scan_table_row>
  ) -> (position: Int, lines: Int, rows: Int) {
    var (position, lines, rows) = (rest.from, 0, 0)
    guard let base = room.baseAddress else { return (position, 0, 0) }
    var goesOn = true
    while goesOn {
      unsafe drafts.go(to: position, in: bytes, layout)
      unsafe drafts.pass { drafts in
        let found = unsafe repeated.find(drafts, in: bytes, from: position, into: base)
        for place in 0..<found.count {
          let line = rest.line + lines + Int(unsafe room[place].lines)
          unsafe take(room[place], drafts[place], bytes, line: line)
        }
        position += found.bytes
        lines += found.lines
        rows += found.count
        goesOn = found.goesOn
        return found.count
      }
    }
    if let draft = drafts.draft(at: position) {
      unsafe repeated.miss(draft, in: bytes, line: rest.line + lines)
    }
    return (position, lines, rows)
  }

  /// Takes a row that says what one before said.
  @inline(__always)
  private mutating func take(
    _ row: byte_scan_table_row, _ draft: byte_scan_draft, _ bytes: UnsafeBufferPointer<UInt8>,
    line: Int
  ) {
    guard let part = repeated.part(of: row) else { return }
    outcome.rows += 1
    order.note(part)
    let isOnlyCounted = parts.isOnlyCounted(part)
    if isOnlyCounted && !repeated.isSleep(row) {
      parts.count(at: part, draft, line: line)
      return
    }
    let time = EntryTime(draft).on(context.zone)
    if isOnlyCounted, let hours = repeated.hoursSlept(row, draft) {
      parts.count(sleep: hours, at: part, draft, time: time, line: line)
      return
    }
    parts.append(unsafe repeated.entry(row, draft, in: bytes, at: time, line: line), to: part)
  }

  private mutating func take(_ row: CSVRow) throws(ImportError) {
    guard header != nil else {
      try takeHeader(row)
      return
    }
    if row.isBlank() {
      // Zero bytes, as a file has that was not written to its end.
      if row.hasControlCharacters { try? CSVHeader.checkText(row, log: &log) }
      return
    }
    if isPassedOver(row) {
      repeated.passOver()
      return
    }
    outcome.rows += 1
    do throws(RowFault) {
      try header?.check(row, log: &log)
      if row.hasBlanksAtEnds && !row.hasControlCharacters {
        log.tally(
          "csv-blanks-dropped", .note, line: row.line,
          "Blanks at the ends of a cell without quotes were dropped.")
      }
      try takeEntry(row)
    } catch {
      outcome.rowsUnread += 1
      log.add(error, line: row.line, unread: unread(row))
    }
  }

  /// What there is of a row that cannot be read; one with too many cells is not taken cell by cell.
  private func unread(_ row: CSVRow) -> UnreadRow {
    func cell(_ place: Int?) -> String {
      place.map { String(decoding: row.cell($0), as: UTF8.self).trimmed } ?? ""
    }
    func column(_ place: Int) -> String {
      cell(places.indices.contains(place) ? places[place] : nil)
    }
    let participant = column(0)
    let origin = Origin(input: context.input, line: row.line)
    let isAlone = !participant.isEmpty && row.bytes.count == row.cell(places[0] ?? 0).count
    if isAlone { return UnreadRow(note: participant, reason: "", origin: origin) }
    guard row.count <= header?.count ?? 0 else {
      var unread = UnreadRow(row, without: places.first ?? nil)
      unread.participant = participant.nonEmpty
      unread.origin = origin
      return unread
    }
    let texts = EntryTexts(
      kind: column(2), name: column(3), value: column(4), unit: column(5), groups: column(6),
      note: column(7))
    let time = TimeReading.isTime(column(1)) ? "" : column(1)
    return texts.unread(
      participant: participant.nonEmpty, origin: origin,
      others: [time] + otherPlaces.map(cell))
  }

  /// Keeps what stands in columns that are not read, for the safety gates; the row itself was read.
  private mutating func carryOthers(_ row: CSVRow, participant: String?) {
    guard !otherPlaces.isEmpty, row.count > otherPlaces[0] else { return }
    let cells = otherPlaces.compactMap { row.trimmedText($0) }
      .filter { $0.contains(where: \.isLetter) }
    guard !cells.isEmpty else { return }
    let words = cells.joined(separator: "; ")
    guard otherWords.count < UnreadRow.mostRows,
      otherWords.insert((participant ?? "") + "\u{0}" + words).inserted
    else { return }
    outcome.carry(
      UnreadRow(
        kind: .note, note: words, participant: participant, reason: "csv-unknown-column",
        origin: Origin(input: context.input, line: row.line)))
  }

  /// Whether a row is of a participant whose entries are not wanted now.
  private mutating func isPassedOver(_ row: CSVRow) -> Bool {
    guard parts.passesOver else { return false }
    let part = parts.place(of: text(row, 0).trimmed.nonEmpty)
    return !parts.isWanted(part)
  }

  private mutating func takeHeader(_ row: CSVRow) throws(ImportError) {
    let header = CSVHeader(row, log: &log)
    for name in ["time", "kind", "name"] where header.column(name) == nil {
      log.add(
        "csv-missing-column", .error, line: row.line,
        "The header has no column “\(name)”.",
        remedy:
          "Needed are time, kind and name; also read: \(Self.columns.joined(separator: ", ")).")
      throw ImportError(kind: .unusable, findings: log.finished())
    }
    log.addUnread(besides: Self.columns, header.names, line: row.line)
    places = Self.columns.map(header.column)
    let read = Set(places.compactMap { $0 })
    otherPlaces = (0..<row.count).filter { !read.contains($0) }
    rules.hasDecimalComma = source.delimiter != UInt8(ascii: ",")
    repeated.start(
      places: places, others: otherPlaces, count: row.count, delimiter: source.delimiter)
    self.header = header
  }

  private mutating func takeEntry(_ row: CSVRow) throws(RowFault) {
    let (timeText, time) = try time(row)
    let texts = EntryTexts(
      kind: text(row, 2), name: text(row, 3), value: text(row, 4), unit: text(row, 5),
      groups: text(row, 6), note: text(row, 7))
    let participant = text(row, 0).trimmed.nonEmpty
    let origin = Origin(input: context.input, line: row.line)
    if let unread = UnreadItem.row(texts, participant: participant, origin: origin) {
      outcome.carry(unread)
      log.addUnreadItem(line: row.line)
      return
    }
    var entry = try rules.entry(
      texts, of: participant, hasTime: time != .none, origin: origin, log: &log)
    let part = parts.place(of: participant)
    order.note(part)
    lastPart = part
    switch time {
    case .none: break
    case .known(let known): entry.time = known.on(context.zone)
    case .localized(let first, let second):
      evidence.add(first, text: timeText, line: row.line)
      if let second { evidence.add(second, text: timeText, line: row.line) }
      parts.holdAll()
      waiting.append(
        Waiting(
          part: part, entry: parts.count(at: part), first: first, second: second, text: timeText))
    }
    // What is only counted needs no memory to share.
    if !parts.isOnlyCounted(part) { pool.share(&entry) }
    parts.append(entry, to: part)
    carryOthers(row, participant: participant)
  }

  /// The time of a row; its text is of use where that leaves the order of a date open.
  private func time(_ row: CSVRow) throws(RowFault) -> (text: String, TimeReading) {
    let plain = places[1].flatMap { column in
      unsafe row.cell(column).withUnsafeBufferPointer { unsafe EntryTime(plain: $0) }
    }
    if let plain { return ("", .known(plain)) }
    let text = text(row, 1)
    return (text, try TimeReading(text))
  }

  private func text(_ row: CSVRow, _ column: Int) -> String {
    places[column].flatMap { row.text($0) } ?? ""
  }

  /// Gives the rows with localized dates their times, now that the whole column is known.
  private mutating func settleDates() throws(ImportError) {
    guard let first = waiting.first else { return }
    let order: DateOrder
    do throws(CSVFault) {
      order = try evidence.order(stated: context.options.dateOrder)
    } catch {
      log.add(error.id, .error, line: error.line, error.summary, remedy: error.remedy)
      throw ImportError(kind: .unusable, findings: log.finished())
    }
    log.add(
      "date-order-used", .note, line: outcome.parts[first.part].entries[first.entry].origin.line,
      "\(waiting.count) dates such as “\(first.text)” were read as \(order.rawValue).",
      remedy: context.options.dateOrder == nil ? "Their column allows no other order." : "")
    var unread: [Int: Set<Int>] = [:]
    for row in waiting {
      do throws(RowFault) {
        outcome.parts[row.part].entries[row.entry].time = try TimeReading.time(
          row.first, row.second, order: order, text: row.text)
      } catch {
        outcome.rowsUnread += 1
        let entry = outcome.parts[row.part].entries[row.entry]
        log.add(
          error, line: entry.origin.line,
          unread: UnreadRow(
            entry, participant: outcome.parts[row.part].participant, time: row.text))
        unread[row.part, default: []].insert(row.entry)
      }
    }
    for (part, places) in unread {
      let kept = outcome.parts[part].entries.enumerated().filter { !places.contains($0.offset) }
      outcome.parts[part].entries = kept.map(\.element)
    }
  }
}
