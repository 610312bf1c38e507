// SPDX-License-Identifier: Apache-2.0

/// A day and a wall-clock time on it, without a time zone.
public struct LocalDateTime: Hashable, Comparable, Sendable {
  /// The day.
  public var date: CivilDate
  /// Seconds since local midnight, 0..<86,400.
  public var secondOfDay: Int {
    get { Int(storage) }
    set { storage = Int32(clamping: newValue) }
  }

  private var storage: Int32

  /// Creates a local time; `nil` where `secondOfDay` lies outside 0..<86,400.
  public init?(date: CivilDate, secondOfDay: Int) {
    guard (0..<86_400).contains(secondOfDay) else { return nil }
    self.date = date
    storage = Int32(clamping: secondOfDay)
  }

  /// Creates a local time from its parts; `nil` for a time that no clock shows.
  public init?(date: CivilDate, hour: Int, minute: Int, second: Int = 0) {
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else {
      return nil
    }
    self.date = date
    storage = Int32(clamping: hour * 3600 + minute * 60 + second)
  }

  /// Creates the local time that a clock at UTC would show `seconds` after 1970-01-01T00:00.
  public init(secondsSinceEpoch seconds: Int) {
    let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    date = CivilDate(dayNumber: day)
    storage = Int32(clamping: seconds - day * 86_400)
  }

  /// Seconds from 1970-01-01T00:00 to this time, both read on the same clock.
  public var secondsSinceEpoch: Int { date.dayNumber * 86_400 + secondOfDay }

  /// Whether the left time comes first, both read on the same clock.
  public static func < (left: LocalDateTime, right: LocalDateTime) -> Bool {
    left.secondsSinceEpoch < right.secondsSinceEpoch
  }
}

/// The distance of a local clock from UTC, positive east of Greenwich.
public struct UTCOffset: Hashable, Sendable {
  /// Seconds to add to UTC, -64,800…64,800.
  public var seconds: Int { Int(storage) }

  private let storage: Int32

  /// Creates an offset; `nil` beyond 18 hours.
  public init?(seconds: Int) {
    guard (-64_800...64_800).contains(seconds) else { return nil }
    storage = Int32(clamping: seconds)
  }

  /// No offset.
  public static let utc = UTCOffset(unchecked: 0)

  private init(unchecked: Int32) { storage = unchecked }
}

/// A point in a diary's time, as precisely as the diary gives it.
public enum TimePoint: Hashable, Sendable {
  /// A day, without a time.
  case day(CivilDate)
  /// A wall-clock time where the person was.
  case clock(LocalDateTime)
  /// A wall-clock time with its distance from UTC.
  case instant(LocalDateTime, UTCOffset)

  /// The local day.
  public var date: CivilDate {
    switch self {
    case .day(let date): date
    case .clock(let time), .instant(let time, _): time.date
    }
  }

  /// The local wall-clock time; `nil` where only the day is known.
  public var local: LocalDateTime? {
    switch self {
    case .day: nil
    case .clock(let time), .instant(let time, _): time
    }
  }
}

/// When an entry happened.
public enum EntryTime: Hashable, Sendable {
  /// At a day, a local time or an instant.
  case at(TimePoint)
  /// From the first point to the second; an interval of days includes both.
  case interval(TimePoint, TimePoint)

  /// The first point.
  public var start: TimePoint {
    switch self {
    case .at(let point), .interval(let point, _): point
    }
  }

  /// The last point; the same as `start` where there is no interval.
  public var end: TimePoint {
    switch self {
    case .at(let point), .interval(_, let point): point
    }
  }
}
