// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The sleep that one file has more than once, as where two trackers write into it.
///
/// A night and a nap add up. Two entries do not where the times of one lie within those of the other
/// for half of the shorter or more, or where they are of two sources that both give whole nights.
struct SleepTwice {
  /// The most hours of a day, naps and all, that are not asked about.
  static let mostHours = 14.0
  /// What two sources that measure the same give together, on most days that both have.
  private static let leastTogether = 11.0

  /// The places of the entries that do not count, as another says how long this sleep was.
  private(set) var left: Set<Int> = []

  private struct Pair: Hashable {
    var first: Int
    var second: Int

    init(_ one: Int, _ two: Int) { (first, second) = (min(one, two), max(one, two)) }
  }

  private typealias Nights = [Int: SleepSources.Night]
  private typealias Sleep = SleepRows.Row

  private var sleeps: [Sleep]
  private let sourceCount: Int
  /// What does not count, each with the hours and the line of what counts instead.
  private var replaced: [(sleep: Sleep, hours: Double, line: Int)] = []

  /// Looks at what the entries of one participant in one file say of sleep.
  init(_ rows: SleepRows) {
    sleeps = rows.rows
    sourceCount = rows.sourceCount
    guard sleeps.count > 1 else { return }
    leaveOverlaps()
    leaveOtherSources()
  }

  /// Of two that are in each other for half of the shorter, leaves the one with fewer hours.
  private mutating func leaveOverlaps() {
    let ordered = sleeps.compactMap { sleep in sleep.stretch.map { (sleep, $0) } }.sorted {
      ($0.1.lowerBound, -$0.1.upperBound, $0.0.place)
        < ($1.1.lowerBound, -$1.1.upperBound, $1.0.place)
    }
    guard var last = ordered.first else { return }
    for next in ordered.dropFirst() {
      let common = last.1.clamped(to: next.1).count
      if common > 0, common * 2 >= min(last.1.count, next.1.count) {
        let (kept, out) = next.0.hours > last.0.hours ? (next, last) : (last, next)
        leave(out.0, hours: kept.0.hours, line: kept.0.line)
        last = kept
      } else if next.1.upperBound > last.1.upperBound {
        last = next
      }
    }
    sleeps.removeAll { left.contains($0.place) }
  }

  private mutating func leave(_ sleep: Sleep, hours: Double, line: Int) {
    left.insert(sleep.place)
    replaced.append((sleep, hours, line))
  }

  /// Leaves each day to one of the sources that measure the same.
  private mutating func leaveOtherSources() {
    guard sourceCount > 1 else { return }
    var nights = [Nights](repeating: [:], count: sourceCount)
    for sleep in sleeps {
      nights[sleep.source][sleep.day, default: .init(line: sleep.line)].add(sleep.hours)
    }
    let same = Self.measuringTheSame(nights)
    let choice = SleepSources(nights: nights, same: same)
    for sleep in sleeps where same[sleep.day]?.contains(sleep.source) == true {
      guard let source = choice.choice(on: sleep.day), source != sleep.source,
        let night = nights[source][sleep.day]
      else { continue }
      leave(sleep, hours: night.seconds / 3600, line: night.line)
    }
    sleeps.removeAll { left.contains($0.place) }
  }

  /// The sources that measure the same sleep, by day.
  ///
  /// Compared is the longest of a day with each other one: both give a night if they are similar and too
  /// long together. What most of the days say of two sources that both have is so on all.
  private static func measuringTheSame(_ nights: [Nights]) -> [Int: Set<Int>] {
    var sources: [Int: [Int]] = [:]
    for source in nights.indices {
      for day in nights[source].keys { sources[day, default: []].append(source) }
    }
    sources = sources.filter { $0.value.count > 1 }
    var longest: [Int: Int] = [:]
    var votes: [Pair: Int] = [:]
    for (day, all) in sources {
      let seconds = { (source: Int) in nights[source][day]?.seconds ?? 0 }
      // Of equal ones the first; they stand in order.
      guard let top = all.max(by: { seconds($0) < seconds($1) }) else { continue }
      longest[day] = top
      for other in all where other != top {
        let isSame =
          seconds(other) * 2 >= seconds(top)
          && seconds(other) + seconds(top) > leastTogether * 3600
        votes[Pair(top, other), default: 0] += isSame ? 1 : -1
      }
    }
    var same: [Int: Set<Int>] = [:]
    for (day, all) in sources {
      guard let top = longest[day] else { continue }
      let others = all.filter { $0 != top && votes[Pair(top, $0), default: -1] >= 0 }
      if !others.isEmpty { same[day] = Set(others + [top]) }
    }
    return same
  }

  /// What there is to say of it, for the file at `path`.
  func findings(_ path: String) -> [Finding] { [twice(path), long(path)].compactMap { $0 } }

  private func twice(_ path: String) -> Finding? {
    guard let first = replaced.min(by: { $0.sleep.place < $1.sleep.place }) else { return nil }
    let days = Set(replaced.map(\.sleep.day)).count
    return Finding(
      id: "sleep-of-several-sources", severity: .warning,
      summary: """
        The sleep of \(CivilDate(dayNumber: first.sleep.day)) stands more than once: \
        \(Self.text(first.sleep.hours)) hours here, and \(Self.text(first.hours)) on line \
        \(first.line), which count; they do not add up.\
        \(days > 1 ? " (\(days) days; this is the first.)" : "")
        """,
      remedy: "If you trust this source more, leave the rows of the other out.", file: path,
      line: first.sleep.line)
  }

  private func long(_ path: String) -> Finding? {
    let days = Dictionary(grouping: sleeps, by: \.day).filter { _, parts in
      parts.count > 1 && parts.reduce(0) { $0 + $1.hours } > Self.mostHours
    }
    guard let first = days.values.min(by: { ($0.first?.place ?? 0) < ($1.first?.place ?? 0) }),
      let start = first.first
    else { return nil }
    let lines = first.prefix(5).map { String($0.line) }.joined(separator: ", ")
    return Finding(
      id: "sleep-adds-up", severity: .warning,
      summary: """
        The sleep of \(CivilDate(dayNumber: start.day)) adds up to \
        \(Self.text(first.reduce(0) { $0 + $1.hours })) hours, from the lines \(lines)\
        \(first.count > 5 ? " and more" : "").\
        \(days.count > 1 ? " (\(days.count) days; this is the first.)" : "")
        """,
      remedy: """
        If it was measured twice, leave the rows of one tracker out, or write its name into the note of \
        its rows, or give times as START/END.
        """, file: path, line: start.line)
  }

  private static func text(_ hours: Double) -> String {
    NumberText.text((hours * 100).rounded() / 100)
  }
}

extension [Entry] {
  /// Leaves out the sleep that the file at `path` has more than once; gives what there is to say of it.
  mutating func leaveSleepTwice(_ path: String) -> [Finding] {
    let twice = SleepTwice(SleepList.rows(of: self))
    if !twice.left.isEmpty {
      var place = -1
      removeAll { _ in
        place += 1
        return twice.left.contains(place)
      }
    }
    return twice.findings(path)
  }
}
