// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The entries of files that were read, to find those that a later file repeats.
///
/// Entries are the same where all they say is; of times with offsets the instant counts, as one
/// app writes the offset of the day of its export. A midnight is the same as the day that
/// it starts by any offset of the files, as some stand for no clock time.
struct RepeatedEntries {
  private var counts: [Entry: Int] = [:]
  private var offsets: Set<UTCOffset> = []

  /// The entries that the files before do not hold; what one file repeats itself stays repeated.
  mutating func new(_ entries: [Entry]) -> [Entry] {
    for entry in entries { addOffset(of: entry.time) }
    let sorted = offsets.sorted { $0.seconds < $1.seconds }
    var seen: [Entry: Int] = [:]
    let new = entries.filter { entry in
      let key = key(entry, sorted)
      seen[key, default: 0] += 1
      return seen[key, default: 0] > counts[key, default: 0]
    }
    counts.merge(seen, uniquingKeysWith: max)
    return new
  }

  private mutating func addOffset(of time: EntryTime?) {
    if case .instant(_, let offset)? = time?.start { offsets.insert(offset) }
  }

  /// The entry as it is compared: without its place, its instants by UTC.
  private func key(_ entry: Entry, _ offsets: [UTCOffset]) -> Entry {
    var key = entry
    key.origin = Origin(input: 0, line: 0)
    switch entry.time {
    case .at(let point): key.time = .at(point.inUTC)
    case .interval(let start, let end): key.time = .interval(start.inUTC, end.inUTC)
    case nil: break
    }
    guard offsets.count > 1, counts[key] == nil else { return key }
    return sameMidnights(key, offsets).first { counts[$0] != nil } ?? key
  }

  /// The other ways to write an entry whose time is a day, or a midnight by one of the offsets.
  private func sameMidnights(_ key: Entry, _ offsets: [UTCOffset]) -> some Sequence<Entry> {
    offsets.lazy.compactMap { offset in
      var other = key
      switch key.time {
      case .at(.day(let day))?:
        let midnight = LocalDateTime(secondsSinceEpoch: day.dayNumber * 86_400)
        other.time = .at(TimePoint.instant(midnight, offset).inUTC)
      case .at(.instant(let time, _))?:
        guard let day = time.moved(by: offset.seconds).startedDay else { return nil }
        other.time = .at(.day(day))
      default: return nil
      }
      return other
    }
  }
}

extension LocalDateTime {
  /// The clock some seconds later.
  fileprivate func moved(by seconds: Int) -> LocalDateTime {
    LocalDateTime(secondsSinceEpoch: secondsSinceEpoch + seconds)
  }

  /// The day that starts now; `nil` at any other time than midnight.
  fileprivate var startedDay: CivilDate? { secondOfDay == 0 ? date : nil }
}

extension TimePoint {
  /// The instant by UTC; days and clock times without an offset as they are.
  fileprivate var inUTC: TimePoint {
    guard case .instant(let time, let offset) = self else { return self }
    return .instant(time.moved(by: -offset.seconds), .utc)
  }
}
