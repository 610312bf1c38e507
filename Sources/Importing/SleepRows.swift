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
    private let length: Int32
    private let dayNumber: Int32
    private let lineNumber: Int32
    private let sourceNumber: Int32

    var day: Int { Int(dayNumber) }
    var line: Int { Int(lineNumber) }
    /// By which it differs from those of other trackers.
    var source: Int { Int(sourceNumber) }
    /// From falling asleep to waking up, in seconds.
    var stretch: Range<Int>? { length > 0 ? start..<start + Int(length) : nil }

    fileprivate init(
      _ entry: borrowing Entry, at place: Int, day: Int, hours: Double, stretch: Range<Int>?,
      source: Int
    ) {
      (self.place, self.hours) = (place, hours)
      start = stretch?.lowerBound ?? 0
      length = Int32(clamping: stretch?.count ?? 0)
      dayNumber = Int32(clamping: day)
      lineNumber = Int32(clamping: entry.origin.line)
      sourceNumber = Int32(clamping: source)
    }
  }

  private struct Source: Hashable {
    var note: String?
    var hasClock: Bool
  }

  /// The most sources that are told apart; further notes are no names.
  private static let mostSources = 1000

  private(set) var rows: [Row] = []
  private var sources: [Source: Int] = [:]

  /// How many sources the rows are of.
  var sourceCount: Int { sources.count }

  /// Adds an entry, if it says how long somebody slept.
  mutating func add(_ entry: borrowing Entry, at place: Int) {
    guard let (day, hours) = SleepSources.sleep(entry) else { return }
    let stretch = entry.time?.stretch
    var source = Source(note: entry.note, hasClock: stretch != nil)
    if sources.count >= Self.mostSources && sources[source] == nil { source.note = nil }
    let number = sources[source] ?? sources.count
    sources[source] = number
    rows.append(
      Row(entry, at: place, day: day, hours: hours, stretch: stretch, source: number))
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
