// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Sleep of an Apple Health export, as hours per waking day.
///
/// Several sources and several stages overlap: what counts is the time covered by any record of
/// being asleep, once. Sleep that ends from 18:00 to before 18:00 belongs to the later day.
struct AppleHealthSleep {
  private struct Stretch {
    var start: Int
    var end: Int
    var offset: Int
    var line: Int
  }

  private var stretches: [Stretch] = []
  /// The line of the first record of being in bed, by waking day.
  private var inBed: [Int: Int] = [:]

  /// Adds a record of being asleep; `offset` is the local clock's at its end.
  mutating func add(start: Int, end: Int, offset: UTCOffset, line: Int) {
    stretches.append(Stretch(start: start, end: end, offset: offset.seconds, line: line))
  }

  /// Adds a record of being in bed, asleep or not.
  mutating func addInBed(end: Int, offset: UTCOffset, line: Int) {
    let day = Self.wakingDay(end, offset: offset.seconds)
    inBed[day] = min(inBed[day] ?? line, line)
  }

  /// The waking days of nights in bed of which no sleep is known, with their lines.
  var nightsOnlyInBed: [(day: CivilDate, line: Int)] {
    let slept = Set(stretches.map { Self.wakingDay($0.end, offset: $0.offset) })
    return inBed.filter { !slept.contains($0.key) }.sorted { $0.key < $1.key }
      .map { (CivilDate(dayNumber: $0.key), $0.value) }
  }

  private static func wakingDay(_ end: Int, offset: Int) -> Int {
    LocalDateTime(secondsSinceEpoch: end + offset + 6 * 3600).date.dayNumber
  }

  /// The hours of each waking day, by day; more than 24 are left to the caller.
  func days() -> [(day: CivilDate, hours: Double, line: Int)] {
    var seconds: [Int: (total: Int, line: Int)] = [:]
    for stretch in union() {
      let day = Self.wakingDay(stretch.end, offset: stretch.offset)
      let known = seconds[day] ?? (0, stretch.line)
      seconds[day] = (known.total + stretch.end - stretch.start, min(known.line, stretch.line))
    }
    return seconds.sorted { $0.key < $1.key }.map { day, sleep in
      let hours = (Double(sleep.total) / 36).rounded() / 100
      return (CivilDate(dayNumber: day), hours, sleep.line)
    }
  }

  private func union() -> [Stretch] {
    let ordered = stretches.sorted {
      ($0.start, $0.end, $0.line) < ($1.start, $1.end, $1.line)
    }
    var merged: [Stretch] = []
    for stretch in ordered {
      guard var last = merged.last, stretch.start <= last.end else {
        merged.append(stretch)
        continue
      }
      if stretch.end > last.end { (last.end, last.offset) = (stretch.end, stretch.offset) }
      last.line = min(last.line, stretch.line)
      merged[merged.count - 1] = last
    }
    return merged
  }
}
