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
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    let digits = bytes.filter { (48...57).contains($0) }.map { Int($0 - 48) }
    guard digits.count == 18, bytes.count == 25 || bytes.count == 19 else { return nil }
    let signPlace = bytes.count == 25 ? 20 : 14
    if bytes.count == 25 {
      guard bytes[4] == 45, bytes[7] == 45, bytes[10] == 32, bytes[13] == 58, bytes[16] == 58,
        bytes[19] == 32
      else { return nil }
    }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    guard bytes[signPlace] == 43 || bytes[signPlace] == 45,
      let date = CivilDate(year: number(0..<4), month: number(4..<6), day: number(6..<8)),
      let local = LocalDateTime(
        date: date, hour: number(8..<10), minute: number(10..<12), second: number(12..<14)),
      number(16..<18) < 60
    else { return nil }
    let seconds = number(14..<16) * 3600 + number(16..<18) * 60
    guard let offset = UTCOffset(seconds: bytes[signPlace] == 45 ? -seconds : seconds) else {
      return nil
    }
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
  /// In records without duration, the second of the day `placeholder` stands for no clock time,
  /// whether on the printed clock or on the person's.
  mutating func time(
    _ start: AppleHealthDate, _ end: AppleHealthDate, zone identifier: String?, line: Int,
    placeholder: Int?, isCounted: Bool = true
  ) -> EntryTime {
    let zone = zone(identifier)
    let first = start.point(zone)
    if start == end, let placeholder {
      if first.local?.secondOfDay == placeholder { return .at(.day(first.date)) }
      if start.local.secondOfDay == placeholder { return .at(.day(start.local.date)) }
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
