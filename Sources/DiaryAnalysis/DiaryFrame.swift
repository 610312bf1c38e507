// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// A diary with its time axis: the entries that count, the period, and which days have entries.
struct DiaryFrame: Sendable {
  /// The years on either side of the middle entry beyond which an entry is taken for a slip.
  static let reachDays = 3650

  let diary: Diary
  let axis: TimeAxis
  /// The entries whose dates lie within reach of the others, in canonical order.
  let entries: [Entry]
  /// The entries left out because their dates lie far from all others.
  let strays: [Entry]
  /// What only the safety gates look at: the strays, and the rows that could not be read.
  let beside: [Entry]
  /// The first day with an entry; 0 where there is none.
  let firstDay: Int
  /// The last day with an entry; before `firstDay` where there is none.
  let lastDay: Int
  /// Whether each day has an entry, from `firstDay` on: of a symptom all its days, of a longer context
  /// or note the first and the last.
  let logged: [Bool]
  /// Whether each day has a food entry, from `firstDay` on.
  let foodLogged: [Bool]
  /// Whether each day has an entry other than a symptom, from `firstDay` on.
  let otherLogged: [Bool]
  /// The places of the entries that matter to most, by kind.
  let places: EntryPlaces

  init(diary: Diary, axis: TimeAxis) {
    self.diary = diary
    self.axis = axis
    let (kept, strays) = Self.parted(diary.entries, axis: axis)
    entries = kept
    self.strays = strays
    beside = strays + diary.unreadable.map(\.entry)
    let spans = Self.spans(kept, axis: axis)
    let first = spans.map(\.first).min() ?? 0
    let last = spans.map(\.last).max() ?? -1
    firstDay = first
    lastDay = last
    let count = max(0, last - first + 1)
    var any = [Bool](repeating: false, count: count)
    var food = any
    var other = any
    // By places: a copy of an entry costs a dozen counts of references.
    for place in kept.indices {
      let kind = kept[place].kind
      guard kind != .phase, kind != .profile, let time = kept[place].time else { continue }
      func log(_ day: Int) {
        guard day >= first, day <= last else { return }
        any[day - first] = true
        if kind == .food { food[day - first] = true }
        if kind != .symptom { other[day - first] = true }
      }
      let days = Self.span(of: time, axis: axis)
      if kind == .symptom {
        for day in days.lowerBound...min(days.upperBound, days.lowerBound + Self.reachDays) {
          log(day)
        }
      } else {
        // Of a longer context or note the first and the last day.
        log(days.lowerBound)
        log(days.upperBound)
      }
    }
    logged = any
    foodLogged = food
    otherLogged = other
    places = EntryPlaces(kept)
  }

  /// All days of the period.
  var days: Range<Int> { firstDay..<max(firstDay, lastDay + 1) }

  /// Whether a day has an entry; `false` outside the period.
  func isLogged(_ day: Int) -> Bool { days.contains(day) && logged[day - firstDay] }

  /// Whether a day has a food entry; `false` outside the period.
  func hasFood(_ day: Int) -> Bool { days.contains(day) && foodLogged[day - firstDay] }

  /// Whether a day has an entry that is no symptom; `false` outside the period.
  func hasOther(_ day: Int) -> Bool { days.contains(day) && otherLogged[day - firstDay] }

  /// The places of all entries: those that count, and after them those beside.
  var everyPlace: Range<Int> { 0..<entries.count + beside.count }

  /// The entry of a place in `everyPlace`.
  func anyEntry(_ index: Int) -> Entry {
    index < entries.count ? entries[index] : beside[index - entries.count]
  }

  /// The kind of the entry of a place in `everyPlace`.
  func anyKind(_ index: Int) -> EntryKind {
    index < entries.count ? entries[index].kind : beside[index - entries.count].kind
  }

  /// The place in `everyPlace` of a row that could not be read, by its place among these.
  func place(ofUnread place: Int) -> Int { entries.count + strays.count + place }

  /// Where the entry of a place in `everyPlace` stands, as `file:line`.
  func reference(_ index: Int) -> String {
    if entries.indices.contains(index) { return diary.reference(to: entries[index]) }
    let place = index - entries.count
    return beside.indices.contains(place) ? diary.reference(to: beside[place]) : "?"
  }

  /// The days that an entry's time covers, first and last.
  func span(of time: EntryTime) -> ClosedRange<Int> { Self.span(of: time, axis: axis) }

  private static func span(of time: EntryTime, axis: TimeAxis) -> ClosedRange<Int> {
    let first = axis.day(of: time.start)
    return first...max(first, axis.day(of: time.end))
  }

  /// The entries within reach of the others, and those that are not, each in the same order.
  private static func parted(
    _ entries: [Entry], axis: TimeAxis
  ) -> (kept: [Entry], strays: [Entry]) {
    let days = entries.indices.compactMap { place in
      entries[place].kind == .phase ? nil : entries[place].time.map { axis.day(of: $0.start) }
    }.sorted()
    guard !days.isEmpty else { return (entries, []) }
    let middle = days[days.count / 2]
    func isWithin(_ place: Int) -> Bool {
      guard let time = entries[place].time else { return true }
      return abs(axis.day(of: time.start) - middle) <= reachDays
        && (entries[place].kind == .phase || abs(axis.day(of: time.end) - middle) <= reachDays)
    }
    // Most diaries have no stray, and need no copy.
    let strays = entries.indices.filter { !isWithin($0) }
    guard !strays.isEmpty else { return (entries, []) }
    return (entries.indices.filter(isWithin).map { entries[$0] }, strays.map { entries[$0] })
  }

  private static func spans(_ entries: [Entry], axis: TimeAxis) -> [(first: Int, last: Int)] {
    func span(_ time: EntryTime) -> (first: Int, last: Int) {
      let days = Self.span(of: time, axis: axis)
      return (days.lowerBound, days.upperBound)
    }
    func times(_ counts: (EntryKind) -> Bool) -> [EntryTime] {
      entries.indices.compactMap { counts(entries[$0].kind) ? entries[$0].time : nil }
    }
    let dated = times { $0 != .phase && $0 != .profile }
    guard dated.isEmpty else { return dated.map(span) }
    let phases = times { $0 == .phase }.map(span)
    guard let start = phases.map(\.first).min() else { return [] }
    return phases.map { ($0.first, min($0.last, start + reachDays)) }
  }
}
