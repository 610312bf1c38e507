// SPDX-License-Identifier: Apache-2.0

internal import CByteScan
internal import DiaryModel

/// The rows of a canonical CSV that say what a row before said, at another time, of another
/// participant, with another number or another note.
///
/// Diaries name the same foods and symptoms over and over. What a row became is kept, by the bytes of
/// its other cells, as long as it gave an entry and no finding; a row whose cells are the same, and
/// whose number is one that gives no finding either, becomes the same entry with what is its own. All
/// else is parsed cell by cell.
@safe struct RepeatedRows {
  /// The rows that were looked up at once, and what they took.
  struct Found {
    var count = 0
    var bytes = 0
    var lines = 0
    /// Whether the rows behind them were not looked up yet.
    var goesOn = false
  }

  /// The most rows that are looked up at once.
  static let most = 512

  private static let limit = 1 << 16
  private static let ownerLimit = 1 << 18
  private static let longestKey = 1 << 10

  private var table = unsafe byte_scan_table()
  private var isReady = false
  private let rows = ByteTable(limit: Self.limit)
  private let owners = ByteTable(limit: Self.ownerLimit)
  private let notes = ByteTable(limit: Self.limit)
  /// By the places of `rows`: the entries.
  private var entries: [Entry] = []
  /// By the places of `rows`: the unit of those entries that say how long somebody slept.
  private var sleep: [SleepUnit?] = []
  /// By the places of `owners`: the places of participants; `nil` for those who are passed over.
  private var parts: [Int?] = []
  /// By the places of `notes`: the texts.
  private var noteTexts: [String] = []
  private var missed = MissedRow()
  /// How many rows were found.
  private(set) var total = 0

  /// Takes note of the columns, by their names' places, and of what parts their cells.
  ///
  /// `others` are columns that are not read. Their words are kept once for each participant, so that
  /// with any of them both are a part of what tells a row.
  mutating func start(places: [Int?], others: [Int], count: Int, delimiter: UInt8) {
    guard count <= Int(BYTE_SCAN_COLUMNS), places.count == 8 else { return }
    var layout = byte_scan_layout()
    let column = { (place: Int) in
      UInt8(clamping: places[place] ?? Int(BYTE_SCAN_NONE))
    }
    layout.delimiter = delimiter
    layout.quote = UInt8(ascii: "\"")
    layout.columns = UInt8(clamping: count)
    layout.owner = column(0)
    layout.time = column(1)
    layout.value = column(4)
    layout.note = column(7)
    var keys = [2, 3, 5, 6].compactMap { places[$0] } + others
    if !others.isEmpty, let owner = places[0] { keys.append(owner) }
    keys.sort()
    var start = 0
    for place in keys.indices
    where place + 1 == keys.count || keys[place + 1] != keys[place] + 1 {
      guard
        unsafe byte_scan_add_run(
          &layout, UInt8(clamping: keys[start]), UInt8(clamping: keys[place]))
      else { return }
      start = place + 1
    }
    unsafe table.layout = layout
    isReady = true
  }

  /// How rows are laid out, once that is known.
  var layout: byte_scan_layout? { isReady ? unsafe table.layout : nil }

  /// Looks up rows by their drafts, the first of which is that of the row at `start`, up to the first
  /// that no row before it says.
  mutating func find(
    _ drafts: UnsafeBufferPointer<byte_scan_draft>, in bytes: UnsafeBufferPointer<UInt8>,
    from start: Int, into rows: UnsafeMutablePointer<byte_scan_table_row>
  ) -> Found {
    guard let base = bytes.baseAddress, let first = drafts.baseAddress else { return Found() }
    unsafe table.rows = self.rows.known
    unsafe table.owners = owners.known
    var (taken, lines) = (0, 0)
    let most = min(drafts.count, Self.most)
    let count = unsafe byte_scan_table_find(
      &table, base, bytes.count, start, first, most, rows, &taken, &lines)
    total += count
    return Found(count: count, bytes: taken, lines: lines, goesOn: count == most && most > 0)
  }

  /// The place of the participant of a row that was found; `nil` where it is passed over.
  func part(of row: byte_scan_table_row) -> Int? { parts[Int(row.owner)] }

  /// Whether a row says how long somebody slept, which matters where rows are only counted.
  func isSleep(_ row: byte_scan_table_row) -> Bool { sleep[Int(row.row)] != nil }

  /// The hours that a row says somebody slept, where nothing else of it tells one tracker from another.
  func hoursSlept(_ row: byte_scan_table_row, _ draft: byte_scan_draft) -> Double? {
    guard draft.has_number, draft.note.count == 0 else { return nil }
    return sleep[Int(row.row)]?.hours(draft.number)
  }

  /// The entry of a row that was found in `bytes`.
  mutating func entry(
    _ row: byte_scan_table_row, _ draft: byte_scan_draft, in bytes: UnsafeBufferPointer<UInt8>,
    at time: EntryTime, line: Int
  ) -> Entry {
    var entry = entries[Int(row.row)]
    entry.time = time
    entry.origin.line = line
    if draft.has_number { entry.value = .number(draft.number) }
    if draft.note.count > 0 {
      let first = Int(draft.start) + Int(draft.note.start)
      entry.note = unsafe note(
        UnsafeBufferPointer(rebasing: bytes[first..<first + Int(draft.note.count)]),
        hasQuotes: draft.note_has_quotes)
    }
    return entry
  }

  /// The text of a note; one that came before shares its memory.
  private mutating func note(_ bytes: UnsafeBufferPointer<UInt8>, hasQuotes: Bool) -> String {
    if hasQuotes { return unsafe Self.withoutDoubledQuotes(bytes) }
    // Shorter texts need no memory of their own.
    guard bytes.count > 15, bytes.count <= 256 else {
      return unsafe String(decoding: bytes, as: UTF8.self)
    }
    let hash = unsafe byte_scan_table_hash(bytes.baseAddress, bytes.count)
    if let place = unsafe notes.place(of: bytes, hash: hash) { return noteTexts[place] }
    let text = unsafe String(decoding: bytes, as: UTF8.self)
    if unsafe notes.insert(bytes, hash: hash, like: byte_scan_key()) != nil {
      noteTexts.append(text)
    }
    return text
  }

  private static func withoutDoubledQuotes(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let quote = UInt8(ascii: "\"")
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var isSecond = false
    for place in 0..<bytes.count {
      let byte = unsafe bytes[place]
      isSecond = byte == quote && !isSecond
      if byte != quote || isSecond { text.append(byte) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Takes note of a row that is now parsed cell by cell.
  mutating func miss(
    _ draft: byte_scan_draft, in bytes: UnsafeBufferPointer<UInt8>, line: Int
  ) {
    missed.line = 0
    guard let base = bytes.baseAddress, rows.count < Self.limit else { return }
    unsafe missed.read(
      draft, &table, base, bytes.count, line: line, longestKey: Self.longestKey)
  }

  /// Forgets the row that was noted, as it does not start where it could be.
  mutating func forget() { missed.line = 0 }

  /// Passes over the rows of the participant of the row that was noted.
  mutating func passOver() {
    guard missed.line > 0 else { return }
    var traits = byte_scan_key()
    traits.is_skipped = true
    addOwner(traits, part: nil)
  }

  /// Keeps what came of the row that was noted: an entry that gave no finding, of a participant.
  ///
  /// `numbers` are those that the entry's value may be without a finding.
  mutating func keep(_ entry: Entry, part: Int, numbers: ClosedRange<Double>?) {
    guard missed.line > 0, entry.origin.line == missed.line else { return }
    addOwner(byte_scan_key(), part: part)
    // Another number, or none, may have a finding.
    if numbers == nil && entry.value?.number != nil && !missed.draft.has_text { return }
    var traits = byte_scan_key()
    traits.low = numbers?.lowerBound ?? 1
    traits.high = numbers?.upperBound ?? 0
    traits.needs_note = entry.kind == .note && entry.name.trimmed.isEmpty
    var entry = entry
    entry.note = nil
    if !missed.draft.has_text { entry.value = nil }
    let isNew = unsafe missed.key.withUnsafeBufferPointer {
      unsafe rows.place(of: $0, hash: missed.draft.hash) == nil
        && rows.insert($0, hash: missed.draft.hash, like: traits) != nil
    }
    if isNew {
      sleep.append(SleepSources.isSleep(entry) ? SleepUnit(entry.unit) : nil)
      entries.append(entry)
    }
  }

  private mutating func addOwner(_ traits: byte_scan_key, part: Int?) {
    let isNew = unsafe missed.owner.withUnsafeBufferPointer {
      unsafe owners.place(of: $0, hash: missed.ownerHash) == nil
        && owners.insert($0, hash: missed.ownerHash, like: traits) != nil
    }
    if isNew { parts.append(part) }
  }
}

/// A row that no row before it says, until it is known what came of it.
private struct MissedRow {
  /// The row's line; 0 where there is none.
  var line = 0
  /// What tells the row.
  private(set) var key: [UInt8] = []
  /// The cell of its participant.
  private(set) var owner: [UInt8] = []
  /// The row's draft, with the hash of its key.
  private(set) var draft = byte_scan_draft()
  /// The hash of the cell of its participant.
  private(set) var ownerHash: UInt64 = 0

  /// Takes the key out of the row.
  mutating func read(
    _ draft: byte_scan_draft, _ table: inout byte_scan_table, _ base: UnsafePointer<UInt8>,
    _ count: Int, line: Int, longestKey: Int
  ) {
    var draft = draft
    key = unsafe [UInt8](unsafeUninitializedCapacity: longestKey) { room, written in
      written = unsafe byte_scan_table_key(
        &table, base, count, &draft, room.baseAddress, longestKey, &ownerHash)
    }
    guard !key.isEmpty else { return }
    let start = Int(draft.start) + Int(draft.owner.start)
    owner = unsafe Array(UnsafeBufferPointer(start: base + start, count: Int(draft.owner.count)))
    self.draft = draft
    self.line = line
  }
}

extension EntryTime {
  /// The time of a row, of which a sound draft was made.
  @inline(__always)
  init(_ row: byte_scan_draft) {
    let date = CivilDate(dayNumber: Int(row.day))
    guard UInt32(row.time) != BYTE_SCAN_DAY.rawValue,
      let local = LocalDateTime(date: date, secondOfDay: Int(row.second))
    else {
      self = .at(.day(date))
      return
    }
    guard UInt32(row.time) == BYTE_SCAN_INSTANT.rawValue,
      let offset = UTCOffset(seconds: Int(row.offset) * 60)
    else {
      self = .at(.clock(local))
      return
    }
    self = .at(.instant(local, offset))
  }

  /// A time in one of the canonical forms without blanks, `2026-02-09` or `2026-02-09T08:10`.
  init?(plain text: UnsafeBufferPointer<UInt8>) {
    guard text.count == 10 || text.count == 16, unsafe text[4] == 0x2D, unsafe text[7] == 0x2D
    else { return nil }
    var isNumber = true
    let number = { (start: Int, count: Int) -> Int in
      var value = 0
      for place in start..<start + count {
        let digit = unsafe text[place] &- 0x30
        if digit > 9 { isNumber = false }
        value = value * 10 + Int(digit)
      }
      return value
    }
    guard let date = CivilDate(year: number(0, 4), month: number(5, 2), day: number(8, 2)),
      isNumber
    else { return nil }
    guard text.count == 16 else {
      self = .at(.day(date))
      return
    }
    guard unsafe text[10] == UInt8(ascii: "T"), unsafe text[13] == UInt8(ascii: ":"),
      let time = LocalDateTime(date: date, hour: number(11, 2), minute: number(14, 2)), isNumber
    else { return nil }
    self = .at(.clock(time))
  }
}
