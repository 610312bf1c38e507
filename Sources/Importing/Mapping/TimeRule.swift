// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// How the time of an entry is made of a row's cells.
struct TimeRule: Hashable, Sendable {
  /// What a word that stands for a clock time means.
  enum ClockWord: Hashable, Sendable {
    case day
    case clock(Int)
    /// Seconds since midnight; the end may lie after midnight, then it is the smaller.
    case between(Int, Int)
  }

  enum Zone: Hashable, Sendable {
    /// Clocks as the person saw them.
    case local
    case fixed(UTCOffset)
    case named(String)
  }

  /// One end of the time.
  struct Point: Hashable, Sendable {
    var date: Template
    var clock: Template?
  }

  var line = 1
  var start = Point(date: Template())
  var end: Point?
  var duration: Template?
  /// Minutes in one unit of `duration`, for plain numbers.
  var durationUnit = 1.0
  /// The formats that dates are tried in; any that cannot be misread where there are none.
  var formats: [DateFormat] = []
  /// The order of dates of three numbers.
  var order: DateOrder?
  var language = DateLanguage(months: [])
  var words: [String: ClockWord] = [:]
  var meal: Template?
  var mealTimes: [String: ClockWord] = [:]
  /// Clock times that stand for none.
  var placeholders: [Int] = []
  var zone = Zone.local
  var offset: Template?
  /// Whether printed times with an offset in a column of its own are UTC.
  var offsetBaseIsUTC = false
  /// Whether offsets are those of the export and not of the event.
  var offsetIsOfExport = false
  /// What comes before this second of the day belongs to the date before.
  var dayStart = 0

  /// The texts of a record that are dates.
  func dates(_ values: [String]) -> [String] {
    [start.date.text(values)] + (end.map { [$0.date.text(values)] } ?? [])
  }

  /// The three numbers of a date whose order must be proven.
  func unproven(_ text: String) -> LocalizedTime? {
    guard order == nil, formats.isEmpty else { return nil }
    // A year in front says the order.
    let start = text.utf8.prefix(5)
    if start.last == UInt8(ascii: "-"), start.prefix(4).allSatisfy({ (48...57).contains($0) }) {
      return nil
    }
    guard let time = LocalizedTime(text), time.yearPlace != 0 else { return nil }
    return time
  }

  static let usualMeals: [String: ClockWord] = [
    "breakfast": .between(6 * 3600, 10 * 3600), "brunch": .between(10 * 3600, 13 * 3600),
    "lunch": .between(11 * 3600, 14 * 3600), "dinner": .between(17 * 3600, 21 * 3600),
    "supper": .between(17 * 3600, 21 * 3600), "morning snack": .between(9 * 3600, 12 * 3600),
    "afternoon snack": .between(14 * 3600, 17 * 3600),
    "evening snack": .between(20 * 3600, 23 * 3600), "snack": .day, "snacks": .day,
  ]
}

extension EntryTime {
  /// When a meal of a usual English name was, on a day: an interval; else only the day is known.
  init(meal: String, on date: CivilDate) {
    if case .between(let from, let to)? = TimeRule.usualMeals[meal.folded] {
      self = TimeReader.interval(date, from, to)
    } else {
      self = .at(.day(date))
    }
  }
}

/// Reads the times of one table, and remembers the zones.
struct TimeReader {
  let userZone: TimeZoneRules?
  private var zones: [String: TimeZoneRules] = [:]
  private var last: (line: Int, text: String, reading: DateReading?)?

  init(userZone: TimeZoneRules?) { self.userZone = userZone }

  /// The time that a record says; `nil` where its date is empty.
  mutating func time(
    _ rule: TimeRule, _ values: [String], order: DateOrder?, line: Int, log: inout FindingLog
  ) throws(RowFault) -> EntryTime? {
    guard let start = try point(rule, rule.start, values, order, line, &log) else { return nil }
    if let end = rule.end {
      // A clock of its own that is blank is no end.
      if let clock = end.clock, clock.text(values).isEmpty { return start }
      guard let last = try point(rule, end, values, order, line, &log) else { return start }
      let point = last.end
      if point == start.start { return start }
      return try TimeReading.checked(
        .interval(start.start, point), "\(start.start)/\(point)")
    }
    guard let text = rule.duration?.text(values), !text.isEmpty else { return start }
    guard
      let minutes = LengthText.minutes(text)
        ?? NumberText.number(text).map({ $0 * rule.durationUnit }),
      minutes >= 0, minutes <= 60 * 24 * 31
    else {
      throw RowFault(
        id: "mapping-value", summary: "“\(text.shortened)” is not a duration.",
        remedy: "Expected is a number, or a text such as 1:30.")
    }
    guard let from = start.start.local, minutes > 0 else { return start }
    let to = LocalDateTime(secondsSinceEpoch: from.secondsSinceEpoch + Int(minutes * 60))
    if case .at(.instant(_, let offset)) = start {
      return .interval(start.start, .instant(to, offset))
    }
    return .interval(start.start, .clock(to))
  }

  private mutating func point(
    _ rule: TimeRule, _ point: TimeRule.Point, _ values: [String], _ order: DateOrder?,
    _ line: Int, _ log: inout FindingLog
  ) throws(RowFault) -> EntryTime? {
    let text = point.date.text(values)
    guard !text.isEmpty else { return nil }
    guard var reading = reading(rule, text) else { throw dateFault(text) }
    if case .numbers(let numbers) = reading.day {
      guard let order, numbers.allows(order), let date = numbers.point(order)?.date else {
        throw RowFault(
          id: "date-not-existing",
          summary: "There is no day “\(text.shortened)”"
            + (order.map { " (read as \($0.rawValue))." } ?? "."),
          remedy: "Correct the date, or “order” in the mapping.")
      }
      reading.day = .known(date)
    }
    guard case .known(var date) = reading.day else { return nil }
    if let clock = point.clock?.text(values), !clock.isEmpty {
      switch try word(rule, clock) {
      case .day: reading.second = nil
      case .clock(let second):
        reading.second = second % 86_400
        let isNextDay = second == 86_400 || second < rule.dayStart
        if isNextDay && !rule.placeholders.contains(second % 86_400) {
          date = date.advanced(by: 1)
        }
      case .between(let from, let to): return Self.interval(date, from, to)
      }
    }
    if let second = reading.second, rule.placeholders.contains(second) { reading.second = nil }
    if reading.second == nil, rule.start == point, let meal = rule.meal?.text(values), !meal.isEmpty
    {
      switch rule.mealTimes[meal.folded] {
      case .between(let from, let to)?: return Self.interval(date, from, to)
      case .clock(let second)?: reading.second = second
      case .day?: break
      case nil: noteMeal(meal, line, &log)
      }
    }
    guard let second = reading.second,
      let local = LocalDateTime(date: date, secondOfDay: second)
    else { return .at(.day(date)) }
    return .at(try placed(local, reading.offset, rule, values, line, &log))
  }

  private func noteMeal(_ meal: String, _ line: Int, _ log: inout FindingLog) {
    log.tally(
      "mapping-meal-unknown", .note, key: meal, line: line,
      "The meal “\(meal.shortened)” has no time in the mapping; its day is kept.",
      remedy: "Add it under “meal-times”.")
  }

  /// What a text says as a date by a rule; neighbours often have the same.
  private mutating func reading(_ rule: TimeRule, _ text: String) -> DateReading? {
    if let last, last.line == rule.line, last.text == text { return last.reading }
    let reading = Self.reading(rule, text)
    last = (rule.line, text, reading)
    return reading
  }

  /// What a text says as a date by a rule.
  static func reading(_ rule: TimeRule, _ text: String) -> DateReading? {
    if rule.formats.isEmpty { return DateFormat.automatic(text, rule.language) }
    for format in rule.formats {
      if let reading = format.read(text, rule.language) { return reading }
    }
    return nil
  }

  private func dateFault(_ text: String) -> RowFault {
    RowFault(
      id: "mapping-date", summary: "“\(text.shortened)” is not a date as the mapping expects it.",
      remedy: "Correct it, or say under “time” in which “formats” dates are written.")
  }

  private func word(_ rule: TimeRule, _ text: String) throws(RowFault) -> TimeRule.ClockWord {
    if !rule.words.isEmpty, let word = rule.words[text.folded] { return word }
    if let second = Self.plainClock(text) { return .clock(second) }
    if let second = ClockText.secondOfDay(text) { return .clock(second) }
    if let second = ClockText.written(text) { return .clock(second) }
    if let reading = DateFormat.iso(text), let second = reading.second { return .clock(second) }
    throw RowFault(
      id: "time-not-readable", summary: "“\(text.shortened)” is not a clock time.",
      remedy: "Expected is 17:05 or 5:05 PM; list words under time: words in the mapping.")
  }

  /// Seconds since midnight of `H:MM` and `HH:MM`.
  private static func plainClock(_ text: String) -> Int? {
    var numbers = (0, 0)
    var digits = (0, 0)
    var isBehindColon = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: ":"), !isBehindColon {
        isBehindColon = true
      } else if (48...57).contains(byte), digits.0 < 3, digits.1 < 3 {
        if isBehindColon {
          numbers.1 = numbers.1 * 10 + Int(byte - 48)
          digits.1 += 1
        } else {
          numbers.0 = numbers.0 * 10 + Int(byte - 48)
          digits.0 += 1
        }
      } else {
        return nil
      }
    }
    guard (1...2).contains(digits.0), digits.1 == 2, numbers.0 < 24, numbers.1 < 60 else {
      return nil
    }
    return numbers.0 * 3600 + numbers.1 * 60
  }

  /// A part of a day in seconds since midnight, on the next day where it ends before it starts.
  static func interval(_ date: CivilDate, _ from: Int, _ to: Int) -> EntryTime {
    let start = date.dayNumber * 86_400 + from
    let end = date.dayNumber * 86_400 + to + (to < from ? 86_400 : 0)
    return .interval(
      .clock(LocalDateTime(secondsSinceEpoch: start)), .clock(LocalDateTime(secondsSinceEpoch: end))
    )
  }

  /// A clock time with what is known of its distance from UTC.
  private mutating func placed(
    _ local: LocalDateTime, _ offset: UTCOffset?, _ rule: TimeRule, _ values: [String],
    _ line: Int, _ log: inout FindingLog
  ) throws(RowFault) -> TimePoint {
    if let text = rule.offset?.text(values), !text.isEmpty {
      guard let own = OffsetText.read(text) else {
        throw RowFault(
          id: "offset-not-readable", summary: "“\(text.shortened)” is not an offset from UTC.",
          remedy: "Expected is a text such as +01:00 or UTC+0530.")
      }
      let shift = rule.offsetBaseIsUTC ? own.seconds : 0
      return on(LocalDateTime(secondsSinceEpoch: local.secondsSinceEpoch + shift), own)
    }
    if let offset {
      if rule.offsetIsOfExport && userZone == nil {
        noteClock("Offsets in this file are those of the day of export", line, &log)
      } else if offset == .utc && userZone == nil {
        noteClock("Times in this file are UTC", line, &log)
      }
      return on(local, offset)
    }
    switch rule.zone {
    case .local: return .clock(local)
    case .fixed(let offset):
      if offset == .utc && userZone == nil { noteClock("Times in this file are UTC", line, &log) }
      return on(local, offset)
    case .named(let name):
      guard let zone = zones[name] ?? TimeZoneRules(identifier: name) else { return .clock(local) }
      zones[name] = zone
      if zone.skips(local) { return .clock(local) }
      let first = zone.offset(atSecondsSinceEpoch: local.secondsSinceEpoch)
      let own = zone.offset(atSecondsSinceEpoch: local.secondsSinceEpoch - first.seconds)
      return on(local, own)
    }
  }

  private func on(_ local: LocalDateTime, _ offset: UTCOffset) -> TimePoint {
    guard (1...9999).contains(local.date.year) else { return .instant(local, offset) }
    return userZone.map { $0.instant(local, offset) } ?? .instant(local, offset)
  }

  private func noteClock(_ what: String, _ line: Int, _ log: inout FindingLog) {
    log.tally(
      "mapping-clock", .warning, line: line,
      "\(what); the clock that the person saw is not in it.",
      remedy: "Say where the person lived with --time-zone, such as --time-zone Europe/Berlin.")
  }
}
