// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// What the time of a canonical row says.
enum TimeReading: Hashable {
  /// Nothing.
  case none
  /// A time in canonical form, or one that cannot be misread.
  case known(EntryTime)
  /// One point or two whose date order the file must prove.
  case localized(LocalizedTime, LocalizedTime?)

  /// Reads the text of a time.
  ///
  /// - Throws: `RowFault` where the text is no time, or the day or clock time does not exist.
  init(_ text: String) throws(RowFault) {
    let text = text.trimmed
    if text.isEmpty {
      self = .none
    } else if let time = EntryTime(iso: text) {
      self = .known(try Self.checked(time, text))
    } else {
      self = try Self.localized(text)
    }
  }

  /// Whether a text is nothing or a time, in any order of a date.
  static func isTime(_ text: String) -> Bool {
    do throws(RowFault) {
      _ = try TimeReading(text)
      return true
    } catch {
      return false
    }
  }

  /// The same time where it runs forward.
  ///
  /// - Throws: `RowFault` where an interval ends before it starts.
  static func checked(_ time: EntryTime, _ text: String) throws(RowFault) -> EntryTime {
    guard case .interval(let start, let end) = time, end.isBefore(start) else { return time }
    throw RowFault(
      id: "interval-backwards", summary: "The interval “\(text)” ends before it starts.",
      remedy: "Write START/END with the earlier time first.")
  }

  private static func localized(_ text: String) throws(RowFault) -> TimeReading {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    var halves = [text]
    if parts.count == 2 { halves = parts.map(String.init) }
    if parts.count == 6 {
      halves = [parts[..<3].joined(separator: "/"), parts[3...].joined(separator: "/")]
    }
    let points = halves.compactMap { LocalizedTime($0) }
    guard let first = points.first, points.count == halves.count else {
      throw fault(text, halves)
    }
    let second = points.dropFirst().first
    guard points.allSatisfy({ $0.yearPlace == 0 }) else { return .localized(first, second) }
    return .known(try Self.time(first, second, order: .ymd, text: text))
  }

  /// The time of localized points in an order.
  ///
  /// - Throws: `RowFault` where there is no such day, or the interval runs backwards.
  static func time(
    _ first: LocalizedTime, _ second: LocalizedTime?, order: DateOrder, text: String
  ) throws(RowFault) -> EntryTime {
    guard let start = first.point(order) else { throw noSuchDay(text, order) }
    guard let second else { return .at(start) }
    guard let end = second.point(order) else { throw noSuchDay(text, order) }
    return try checked(.interval(start, end), text)
  }

  private static func noSuchDay(_ text: String, _ order: DateOrder) -> RowFault {
    RowFault(
      id: "date-not-existing", summary: "There is no day “\(text)” (read as \(order.rawValue)).",
      remedy: "Correct the date; the safest form is YYYY-MM-DD.")
  }

  private static func fault(_ text: String, _ halves: [String]) -> RowFault {
    let wrong = halves.first { TimePoint(iso: $0) == nil && LocalizedTime($0) == nil } ?? text
    let bytes = Array(wrong.utf8)
    let isDate =
      bytes.count >= 10
      && bytes.prefix(10).enumerated().allSatisfy { place, byte in
        place == 4 || place == 7 ? byte == 0x2D : (48...57).contains(byte)
      }
    let date = isDate ? String(decoding: bytes.prefix(10), as: UTF8.self) : ""
    if isDate && CivilDate(iso: date) == nil {
      return RowFault(
        id: "date-not-existing", summary: "There is no day “\(date)”.",
        remedy: "Correct the date; expected is a day of the calendar as YYYY-MM-DD.")
    }
    if isDate, bytes.count > 16,
      TimePoint(iso: String(decoding: bytes.prefix(16), as: UTF8.self)) != nil,
      bytes[16] != UInt8(ascii: ":")
        || TimePoint(iso: String(decoding: bytes.prefix(19), as: UTF8.self)) != nil
    {
      return RowFault(
        id: "offset-not-readable",
        summary: "What follows the clock time in “\(wrong.shortened)” is not an offset from UTC.",
        remedy: "Expected is Z or an offset such as +01:00, from -18:00 to +18:00, or nothing.")
    }
    if isDate {
      return RowFault(
        id: "time-not-existing", summary: "“\(wrong.shortened)” has no clock time after its date.",
        remedy: "Expected is a time such as 2026-02-09T08:10, from 00:00 to 23:59.")
    }
    return RowFault(
      id: "time-not-readable", summary: "“\(wrong.shortened)” is not a time.",
      remedy: """
        Expected is 2026-02-09, 2026-02-09T08:10, 2026-02-09T08:10+01:00, or two of them with / \
        between.
        """)
  }
}

extension TimePoint {
  /// Whether this point lies before another for certain: by instants where both have offsets, by
  /// days where one has no clock time, otherwise by local clocks.
  func isBefore(_ other: TimePoint) -> Bool {
    switch (self, other) {
    case (.instant(let one, let offset), .instant(let two, let otherOffset)):
      one.secondsSinceEpoch - offset.seconds < two.secondsSinceEpoch - otherOffset.seconds
    default:
      if let one = local, let two = other.local { one < two } else { date < other.date }
    }
  }
}

extension EntryTime {
  /// The same time on the clocks of a zone; days and local clock times stay as they are.
  func on(_ zone: TimeZoneRules?) -> EntryTime {
    guard let zone else { return self }
    switch self {
    case .at(let point): return .at(point.on(zone))
    case .interval(let start, let end): return .interval(start.on(zone), end.on(zone))
    }
  }
}

extension TimeZoneRules {
  /// The first local clock time of an entry's time that the zone's clocks never showed.
  func skippedPoint(of time: EntryTime) -> TimePoint? {
    let points = time.start == time.end ? [time.start] : [time.start, time.end]
    return points.first { point in
      if case .clock(let local) = point { skips(local) } else { false }
    }
  }
}

extension TimePoint {
  fileprivate func on(_ zone: TimeZoneRules) -> TimePoint {
    if case .instant(let time, let offset) = self { zone.instant(time, offset) } else { self }
  }
}

extension String {
  /// The text without blanks and tabs at its ends.
  var trimmed: String {
    guard let first = utf8.first, let last = utf8.last else { return self }
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    guard isBlank(first) || isBlank(last) else { return self }
    return String(decoding: Array(utf8).trimmingBlanks(), as: UTF8.self)
  }

  /// The text; `nil` where it is empty.
  var nonEmpty: String? { isEmpty ? nil : self }

  /// The text, cut after 60 characters, for messages.
  var shortened: String { count <= 60 ? self : String(prefix(60)) + "…" }
}
