// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// What the entries of one participant in one file say of sleep, in little memory.
struct SleepRows {
  /// An entry that says how long somebody slept.
  struct Row {
    /// The place among the entries.
    let place: Int
    let hours: Double
    /// By the clock where the person was, in seconds.
    private let start: Int
    /// In seconds; 0 where no two clock times within 24 hours are known.
    fileprivate let length: Int32
    fileprivate let dayNumber: Int32
    private let lineNumber: Int32
    fileprivate var sourceNumber: Int32

    var day: Int { Int(dayNumber) }
    var line: Int { Int(lineNumber) }
    /// By which it differs from those of other trackers.
    var source: Int { Int(sourceNumber) }
    /// From falling asleep to waking up, in seconds.
    var stretch: Range<Int>? { length > 0 ? start..<start + Int(length) : nil }

    fileprivate init(
      at place: Int, line: Int, day: Int, hours: Double, stretch: Range<Int>?, source: Int
    ) {
      (self.place, self.hours) = (place, hours)
      start = stretch?.lowerBound ?? 0
      length = Int32(clamping: stretch?.count ?? 0)
      dayNumber = Int32(clamping: day)
      lineNumber = Int32(clamping: line)
      sourceNumber = Int32(clamping: source)
    }
  }

  fileprivate struct Source: Hashable {
    var note: String?
    var hasClock: Bool
  }

  /// The most sources that are told apart; further notes are no names.
  fileprivate static let mostSources = 1000

  private(set) var rows: [Row] = []
  /// How many sources the rows are of.
  private(set) var sourceCount = 0
  /// The numbers here of sources of the list that the rows came from.
  private var numbers: [Int32: Int32] = [:]

  /// Adds a row of a list of several participants.
  fileprivate mutating func add(_ row: Row) {
    var row = row
    if let number = numbers[row.sourceNumber] {
      row.sourceNumber = number
    } else {
      numbers[row.sourceNumber] = Int32(clamping: sourceCount)
      row.sourceNumber = Int32(clamping: sourceCount)
      sourceCount += 1
    }
    rows.append(row)
  }
}

/// What the entries of all participants of one file say of sleep, in the order of the entries.
///
/// One list, as rows of many participants who take turns would each be added to memory that was last
/// touched long ago.
struct SleepList {
  /// What is known of the rows of a part.
  private struct Outline {
    var lastDay = Int32.min
    var source: Int32 = -1
    /// Whether each row is of a later day than the one before, of one source and without clock times:
    /// then no sleep stands twice.
    var isPlain = true

    mutating func add(_ row: SleepRows.Row) {
      if row.dayNumber <= lastDay || row.length > 0 { isPlain = false }
      if source >= 0 && source != row.sourceNumber { isPlain = false }
      (lastDay, source) = (row.dayNumber, row.sourceNumber)
    }
  }

  private var rows: [(part: Int, row: SleepRows.Row)] = []
  /// What is known of each part that has rows, by which most need no second look.
  private var outlines: [Outline] = []
  private var sources: [SleepRows.Source: Int] = [:]
  /// The source of the last row, which the next is mostly of too.
  private var last: (source: SleepRows.Source, number: Int)?

  /// Adds an entry of a part, if it says how long somebody slept; `place` is that among the part's own.
  mutating func add(_ entry: borrowing Entry, of part: Int, at place: Int) {
    guard let (day, hours) = SleepSources.sleep(entry) else { return }
    let stretch = entry.time?.stretch
    let source = number(of: .init(note: entry.note, hasClock: stretch != nil))
    let row = SleepRows.Row(
      at: place, line: entry.origin.line, day: day, hours: hours, stretch: stretch, source: source)
    add(row, of: part)
  }

  /// Adds hours of sleep of a day without a clock time and a note.
  mutating func add(hours: Double, day: Int, of part: Int, at place: Int, line: Int) {
    let source = number(of: .init(note: nil, hasClock: false))
    let row = SleepRows.Row(
      at: place, line: line, day: day, hours: hours, stretch: nil, source: source)
    add(row, of: part)
  }

  private mutating func add(_ row: SleepRows.Row, of part: Int) {
    while outlines.count <= part { outlines.append(Outline()) }
    outlines[part].add(row)
    rows.append((part, row))
  }

  /// What the entries of one participant say of sleep.
  static func rows(of entries: [Entry]) -> SleepRows {
    var list = SleepList()
    for place in entries.indices where entries[place].kind == .context {
      list.add(entries[place], of: 0, at: place)
    }
    var rows = SleepRows()
    for (_, row) in list.rows { rows.add(row) }
    return rows
  }

  /// Tells each part whose sleep may stand more than once what does not count.
  mutating func settle(_ parts: inout [PartialDiary]) {
    var doubtful: [Int: SleepRows] = [:]
    if !outlines.allSatisfy(\.isPlain) {
      for (part, row) in rows where !outlines[part].isPlain {
        doubtful[part, default: SleepRows()].add(row)
      }
    }
    (rows, outlines) = ([], [])
    for (part, rows) in doubtful { parts[part].sleep = SleepTwice(rows) }
  }

  private mutating func number(of source: SleepRows.Source) -> Int {
    if let last, last.source == source { return last.number }
    var source = source
    if sources.count >= SleepRows.mostSources && sources[source] == nil { source.note = nil }
    let number = sources[source] ?? sources.count
    sources[source] = number
    last = (source, number)
    return number
  }
}

extension EntryTime {
  /// The seconds from its first clock time to its last, where these lie within 24 hours.
  fileprivate var stretch: Range<Int>? {
    guard case .interval(let start, let end) = self, let from = start.local?.secondsSinceEpoch,
      let to = end.local?.secondsSinceEpoch, from < to, to - from <= 86_400
    else { return nil }
    return from..<to
  }
}
