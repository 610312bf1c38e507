// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// A date of an Apple Health export: a wall clock with its distance from UTC.
///
/// The offset is that of the phone when it exported, on every record, whatever the clock was at
/// the time of the event. So the instant is right, and the printed clock is not.
struct AppleHealthDate: Hashable {
  /// The printed clock.
  var local: LocalDateTime
  /// The printed offset.
  var offset: UTCOffset

  /// Reads `yyyy-MM-dd HH:mm:ss ±HHMM`, or `yyyyMMddHHmmss±HHMM` of the exports before 2015.
  init?(_ text: Span<UInt8>) {
    let isLong = text.count == 25
    guard isLong || text.count == 19 else { return nil }
    if isLong {
      guard text[4] == 45, text[7] == 45, text[10] == 32, text[13] == 58, text[16] == 58,
        text[19] == 32
      else { return nil }
    }
    var isNumber = true
    func number(_ long: Int, _ short: Int, _ count: Int = 2) -> Int {
      let start = isLong ? long : short
      var value = 0
      for place in start..<start + count {
        let digit = text[place] &- 48
        if digit > 9 { isNumber = false }
        value = value * 10 + Int(digit)
      }
      return value
    }
    let sign = text[isLong ? 20 : 14]
    let (hours, minutes) = (number(21, 15), number(23, 17))
    guard sign == 43 || sign == 45, minutes < 60,
      let date = CivilDate(year: number(0, 0, 4), month: number(5, 4), day: number(8, 6)),
      let local = LocalDateTime(
        date: date, hour: number(11, 8), minute: number(14, 10), second: number(17, 12)),
      isNumber
    else { return nil }
    let seconds = hours * 3600 + minutes * 60
    guard let offset = UTCOffset(seconds: sign == 45 ? -seconds : seconds) else { return nil }
    self.local = local
    self.offset = offset
  }

  /// Seconds since 1970-01-01T00:00Z.
  var secondsSinceEpoch: Int { local.secondsSinceEpoch - offset.seconds }

  /// The instant on a zone's clocks; on the printed clock where no zone is known.
  func point(_ zone: TimeZoneRules?) -> TimePoint {
    zone.map { $0.instant(local, offset) } ?? .instant(local, offset)
  }
}

/// Brings records to the clocks that the person lived by.
struct AppleHealthClock {
  private let zone: TimeZoneRules?
  private var zones: [String: TimeZoneRules?] = [:]
  /// The times that were kept on the printed clock, and the line of the first.
  private(set) var keptOnPrintedClock = (count: 0, line: 0)

  init(zone: TimeZoneRules?) { self.zone = zone }

  /// The zone of a record: what the user says, or what the record says.
  mutating func zone(_ identifier: String?) -> TimeZoneRules? {
    if let zone { return zone }
    guard let identifier, !identifier.isEmpty else { return nil }
    if let known = zones[identifier] { return known }
    let rules = zones.count < 1000 ? TimeZoneRules(identifier: identifier) : nil
    zones[identifier] = .some(rules)
    return rules
  }

  /// The time of a record.
  ///
  /// In records without duration, the seconds of the day `placeholders` stand for no clock time,
  /// whether on the printed clock or on the person's.
  mutating func time(
    _ start: AppleHealthDate, _ end: AppleHealthDate, zone identifier: String?, line: Int,
    placeholders: [Int], isCounted: Bool = true
  ) -> EntryTime {
    let zone = zone(identifier)
    let first = start.point(zone)
    if start == end {
      let isPlaceholder = { (local: LocalDateTime) in placeholders.contains(local.secondOfDay) }
      if first.local.map(isPlaceholder) == true { return .at(.day(first.date)) }
      if isPlaceholder(start.local) { return .at(.day(start.local.date)) }
    }
    if isCounted { noteClock(zone, line: line) }
    let last = end.point(zone)
    return first == last || end.secondsSinceEpoch < start.secondsSinceEpoch
      ? .at(first) : .interval(first, last)
  }

  /// Counts a time that no zone was known for.
  mutating func noteClock(_ zone: TimeZoneRules?, line: Int) {
    guard zone == nil else { return }
    if keptOnPrintedClock.count == 0 { keptOnPrintedClock.line = line }
    keptOnPrintedClock.count += 1
  }
}
