// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The yearly clock changes at the end of a TZif file, such as `CET-1CEST,M3.5.0,M10.5.0/3`.
///
/// The form is that of POSIX.1 for `TZ`, with the hours -167…167 of RFC 8536, section 3.3.1.
struct PosixZoneRule: Hashable, Sendable {
  private enum Day: Hashable {
    /// A day of the year, 1…365; the 29th of February is never counted.
    case julian(Int)
    /// A day of the year, 0…365, leap days counted.
    case zeroBased(Int)
    /// A month, a week in it (5 is the last) and a weekday, 0 for Sunday.
    case month(Int, week: Int, weekday: Int)
  }

  private struct Change: Hashable {
    var day: Day
    var second: Int
  }

  private let standard: Int
  private let summer: Int?
  private let start: Change?
  private let end: Change?

  /// Reads a rule; `nil` for an empty text or another form.
  init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    guard Self.takeName(&rest), let offset = Self.takeClock(&rest) else { return nil }
    standard = -offset
    guard !rest.isEmpty else {
      (summer, start, end) = (nil, nil, nil)
      return
    }
    guard Self.takeName(&rest) else { return nil }
    var summerOffset = -offset + 3600
    if rest.first != UInt8(ascii: ",") {
      guard let own = Self.takeClock(&rest) else { return nil }
      summerOffset = -own
    }
    guard let from = Self.takeChange(&rest), let to = Self.takeChange(&rest), rest.isEmpty
    else { return nil }
    (summer, start, end) = (summerOffset, from, to)
  }

  /// Seconds to add to UTC at an instant.
  func offset(at seconds: Int) -> Int {
    guard let summer, let start, let end else { return standard }
    let year = LocalDateTime(secondsSinceEpoch: seconds + standard).date.year
    let on = Self.second(of: start, year: year) - standard
    let off = Self.second(of: end, year: year) - summer
    let isSummer = on < off ? on <= seconds && seconds < off : !(off <= seconds && seconds < on)
    return isSummer ? summer : standard
  }

  private static func second(of change: Change, year: Int) -> Int {
    let clamped = min(max(year, 1), 9999)
    guard let first = CivilDate(year: clamped, month: 1, day: 1) else { return 0 }
    let day: Int
    switch change.day {
    case .zeroBased(let number): day = first.dayNumber + number
    case .julian(let number):
      let isLeap = CivilDate.daysInMonth(year: clamped, month: 2) == 29
      day = first.dayNumber + number - (isLeap && number >= 60 ? 0 : 1)
    case .month(let month, let week, let weekday):
      guard let start = CivilDate(year: clamped, month: month, day: 1) else { return 0 }
      let toWeekday = (weekday - start.isoWeekday % 7 + 7) % 7
      var inMonth = 1 + toWeekday + (week - 1) * 7
      if inMonth > CivilDate.daysInMonth(year: clamped, month: month) { inMonth -= 7 }
      day = start.dayNumber + inMonth - 1
    }
    return day * 86_400 + change.second
  }

  private static func takeName(_ rest: inout ArraySlice<UInt8>) -> Bool {
    if rest.first == UInt8(ascii: "<") {
      guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
      rest = rest[(close + 1)...]
      return true
    }
    let letters = rest.prefix { (65...90).contains($0) || (97...122).contains($0) }
    rest = rest.dropFirst(letters.count)
    return letters.count >= 3
  }

  /// Takes `[+-]hh[:mm[:ss]]`, in seconds.
  private static func takeClock(_ rest: inout ArraySlice<UInt8>) -> Int? {
    var sign = 1
    if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      sign = first == UInt8(ascii: "-") ? -1 : 1
      rest.removeFirst()
    }
    guard let hours = takeNumber(&rest), hours <= 167 else { return nil }
    var seconds = hours * 3600
    for unit in [60, 1] where rest.first == UInt8(ascii: ":") {
      rest.removeFirst()
      guard let part = takeNumber(&rest), part < 60 else { return nil }
      seconds += part * unit
    }
    return sign * seconds
  }

  /// Takes `,date[/time]`.
  private static func takeChange(_ rest: inout ArraySlice<UInt8>) -> Change? {
    guard rest.popFirst() == UInt8(ascii: ","), let day = takeDay(&rest) else { return nil }
    guard rest.first == UInt8(ascii: "/") else { return Change(day: day, second: 7200) }
    rest.removeFirst()
    return takeClock(&rest).map { Change(day: day, second: $0) }
  }

  private static func takeDay(_ rest: inout ArraySlice<UInt8>) -> Day? {
    switch rest.first {
    case UInt8(ascii: "J"):
      rest.removeFirst()
      return takeNumber(&rest).flatMap { (1...365).contains($0) ? .julian($0) : nil }
    case UInt8(ascii: "M"):
      rest.removeFirst()
      guard let month = takeNumber(&rest), (1...12).contains(month),
        rest.popFirst() == UInt8(ascii: "."), let week = takeNumber(&rest), (1...5).contains(week),
        rest.popFirst() == UInt8(ascii: "."), let weekday = takeNumber(&rest), weekday <= 6
      else { return nil }
      return .month(month, week: week, weekday: weekday)
    default:
      return takeNumber(&rest).flatMap { $0 <= 365 ? .zeroBased($0) : nil }
    }
  }

  private static func takeNumber(_ rest: inout ArraySlice<UInt8>) -> Int? {
    let digits = rest.prefix { (48...57).contains($0) }
    guard (1...3).contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }
}
