// SPDX-License-Identifier: Apache-2.0

internal import CByteScan
internal import DiaryModel

/// What a reader is told about its input.
struct ReadContext {
  /// The path as the user gave it, for findings.
  var file: String
  /// The place of the input in `Diary.inputs`, for origins.
  var input: Int
  /// What the user said.
  var options: ImportOptions
  /// The rules of `options.timeZone`, or of the zone that the file itself names.
  var zone: TimeZoneRules?
  /// Whether every element is to be parsed, of interest or not.
  var isThorough = false
  /// How many bytes the input has; `nil` where that is not known.
  var size: Int?
  /// Which entries are held, where the format may have several participants in a file.
  var keeping = EntryKeeping.all
  /// Whether, of a file that cannot be read to its end, those are kept who stand whole before the fault.
  ///
  /// It is so in a batch for a file that is a unit by itself: what it lacks is told there, and
  /// nobody who is left out has other files.
  var keepsBeforeFault = false
}

/// The entries of one participant in one file.
struct PartialDiary {
  /// The pseudonym; `nil` where the file names none.
  var participant: String?
  /// The entries in the file's order.
  var entries: [Entry]
  /// How many entries there are, where they were counted and are not held.
  var count = 0
  /// The line of the first of those that were counted and are not held.
  var firstLine: Int?
  /// Which of those that are not held tell sleep once more; `nil` where none can.
  var sleep: SleepTwice?
  /// What there is to say of the times of those that are not held.
  var skipped: SkippedTimes?

  /// Creates a part.
  init(participant: String?, entries: [Entry]) {
    self.participant = participant
    self.entries = entries
  }

  /// How many of those that were counted are used.
  var countUsed: Int { count - (sleep?.left.count ?? 0) }

  /// Whether it has no entries, held or counted.
  var isEmpty: Bool { entries.isEmpty && count == 0 }
}

extension [Entry] {
  /// Makes room for as many entries as the rest of the file will give if it goes on as it began.
  ///
  /// An entry takes at least `leastBytes` of the file. A list that grows is copied to one of twice
  /// the size, so that for a moment there are both. Room that is not used takes no memory.
  mutating func reserve(after bytes: Int, of size: Int?, leastBytes: Double) {
    guard let size, bytes > 0, size / 4 > bytes, !isEmpty else { return }
    let whole = Double(count) * Double(size) / Double(bytes) * 1.05
    reserveCapacity(Int(Swift.min(whole, Double(size) / leastBytes, 1e8)))
  }
}

extension [PartialDiary] {
  /// Makes room for the entries of the only participant.
  mutating func reserve(after bytes: Int, of size: Int?) {
    if count == 1 { self[0].entries.reserve(after: bytes, of: size, leastBytes: 16) }
  }
}

/// When to make room for the entries of the rest of a file: once, when enough of it was read.
struct RoomForRest {
  private static let enough = 1 << 20
  private var consumed = 0

  /// Adds bytes that were read; gives how many there were, the first time that they are enough.
  mutating func due(after bytes: Int) -> Int? {
    let before = consumed
    consumed += bytes
    return before < Self.enough && consumed >= Self.enough ? consumed : nil
  }
}

/// Rows that are kept for their words; of too many, the last stands for all that are not kept.
struct KeptRows {
  private(set) var rows: [UnreadRow] = []

  /// Adds a row, or that there are more.
  mutating func add(_ row: UnreadRow) {
    guard rows.count <= UnreadRow.mostRows else { return }
    rows.append(
      rows.count < UnreadRow.mostRows ? row : .rest(reason: "rows-not-kept", origin: row.origin))
  }

  /// Takes out the rows of some people.
  mutating func remove(of names: Set<String>) {
    rows.removeAll { $0.participant.map(names.contains) ?? false }
  }
}

/// All that one file gave.
struct ReadOutcome {
  /// One part per participant.
  var parts: [PartialDiary] = []
  /// What was found on the way.
  var findings: [Finding] = []
  /// The rows or elements that could hold an entry.
  var rows = 0
  /// Those of them that could not be read.
  var rowsUnread = 0
  /// Rows that could not be read before this file was written, which it carries.
  private(set) var unread = KeptRows()
  /// The format's name, where it is not the reader's own.
  var format: String?
  /// What a mapping's table waits for, or gives to others.
  var mapped: MappedOutcome?
  /// Whether entries were only counted of which all are needed.
  var lacksEntries = false
  /// A date of birth that the file states, to compare with that of other files; it is kept nowhere.
  var birth: String?

  /// Adds a row that the file carries as one that could not be read.
  mutating func carry(_ row: UnreadRow) { unread.add(row) }

  /// Takes out the rows of some people that could not be read; that there were such stays told.
  mutating func removeUnread(of names: Set<String>) {
    unread.remove(of: names)
    for place in findings.indices {
      if let name = findings[place].unread?.participant, names.contains(name) {
        findings[place].unread = nil
      }
    }
  }

  /// Adds what another part of the same file gave.
  mutating func add(_ other: ReadOutcome) {
    parts += other.parts
    findings += other.findings
    for row in other.unread.rows { unread.add(row) }
    rows += other.rows
    rowsUnread += other.rowsUnread
  }

  /// Whether so much cannot be read that the rest would not make the file usable.
  var isHopeless: Bool { rowsUnread > FindingLog.listedErrors && rowsUnread * 2 > rows }
}

/// A reader of one format, fed in pieces of any size.
///
/// A reader throws only where it cannot go on; a row that it cannot read becomes a finding of
/// severity `error` and counts in `rowsUnread`. The 5 % rule is the caller's.
protocol FormatReader {
  /// The format's name in `InputSummary.format`, such as `apple-health`.
  static var formatName: String { get }

  /// Whether a file that starts with these bytes, up to 64 KiB, is of this format.
  static func recognises(_ prefix: [UInt8]) -> Bool

  /// Creates a reader of one file.
  init(_ context: ReadContext)

  /// Takes in the first `count` bytes of `bytes`.
  mutating func consume(_ bytes: [UInt8], count: Int) throws(ImportError)

  /// The same with drafts of rows in these bytes, as far as they were made beforehand.
  mutating func consume(
    _ bytes: [UInt8], count: Int, _ drafts: inout RowDrafts
  ) throws(ImportError)

  /// How the rows are laid out of which drafts are of use beforehand; `nil` where none are.
  var rowLayout: byte_scan_layout? { get }

  /// Takes note of the file's end.
  mutating func finish() throws(ImportError) -> ReadOutcome

  /// Whether it passes over what is of no interest unless `ReadContext.isThorough` forbids it.
  ///
  /// A file in which it then finds an error is read again, thoroughly, for the exact place.
  static var readsQuickly: Bool { get }

  /// How many entries, and keys to compare them by, it holds in memory; `nil` where it does not say.
  var kept: Int? { get }

  /// Hands over the parts that are whole, where `ReadContext.keeping` asks for parts.
  mutating func takeWhole() -> [PartialDiary]
}

extension FormatReader {
  mutating func consume(
    _ bytes: [UInt8], count: Int, _ drafts: inout RowDrafts
  ) throws(ImportError) {
    try consume(bytes, count: count)
  }

  var rowLayout: byte_scan_layout? { nil }
  static var readsQuickly: Bool { false }
  var kept: Int? { nil }
  mutating func takeWhole() -> [PartialDiary] { [] }
}
