// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The names of months and weekdays in a language.
struct DateLanguage: Hashable, Sendable {
  /// Twelve names, in lower case.
  var months: [String]
  /// Names of weekdays, which are read over.
  var weekdays: [String]

  /// The month of a name or of its first three letters or more, where only one fits.
  func month(_ word: String) -> Int? {
    if let place = months.firstIndex(of: word) { return place + 1 }
    guard word.count >= 3 else { return nil }
    let fitting = months.indices.filter { months[$0].hasPrefix(word) }
    return fitting.count == 1 ? fitting.first.map { $0 + 1 } : nil
  }

  func isWeekday(_ word: String) -> Bool {
    weekdays.contains { $0 == word || (word.count >= 2 && $0.hasPrefix(word)) }
  }

  static let named: [String: DateLanguage] = [
    "en": DateLanguage(
      "january february march april may june july august september october november december",
      "monday tuesday wednesday thursday friday saturday sunday"),
    "de": DateLanguage(
      "januar februar märz april mai juni juli august september oktober november dezember",
      "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag"),
    "fr": DateLanguage(
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
      "lundi mardi mercredi jeudi vendredi samedi dimanche"),
    "es": DateLanguage(
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
      "lunes martes miércoles jueves viernes sábado domingo"),
    "it": DateLanguage(
      "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
      "lunedì martedì mercoledì giovedì venerdì sabato domenica"),
    "nl": DateLanguage(
      "januari februari maart april mei juni juli augustus september oktober november december",
      "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
    "pt": DateLanguage(
      "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
      "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo"),
  ]

  /// The names in English, which most apps write whatever the phone's language.
  static let english = named["en"] ?? DateLanguage(months: [])

  /// All languages, English first.
  static let all = [english] + named.sorted { $0.key < $1.key }.map(\.value)

  private init(_ months: String, _ weekdays: String) {
    self.months = months.split(separator: " ").map(String.init)
    self.weekdays = weekdays.split(separator: " ").map(String.init)
  }

  /// A language whose months a mapping lists.
  init(months: [String]) {
    self.months = months.map(\.folded)
    weekdays = []
  }
}

/// What a text says as a date, and as the clock time behind it.
struct DateReading: Hashable {
  enum Day: Hashable {
    case known(CivilDate)
    /// Three numbers whose order must be stated or proven.
    case numbers(LocalizedTime)
  }

  var day: Day
  /// Seconds since midnight.
  var second: Int?
  var offset: UTCOffset?
}

/// How dates are written.
enum DateFormat: Hashable, Sendable {
  case iso
  case order(DateOrder)
  case words
  case epochSeconds, epochMilliseconds, excel
  case pattern(DatePattern)

  static let names: [(String, DateFormat)] = [
    ("iso", .iso), ("dmy", .order(.dmy)), ("mdy", .order(.mdy)), ("ymd", .order(.ymd)),
    ("words", .words), ("epoch-s", .epochSeconds), ("epoch-ms", .epochMilliseconds),
    ("excel", .excel),
  ]

  /// Reads a text; `nil` where it is not written so.
  func read(_ text: String, _ language: DateLanguage) -> DateReading? {
    switch self {
    case .iso: Self.iso(text)
    case .order(let order): Self.numbers(text, order)
    case .words: DateWords.read(text, language)
    case .pattern(let pattern): pattern.read(text, language)
    case .epochSeconds, .epochMilliseconds, .excel: number(text)
    }
  }

  /// What a text says that names no format: ISO 8601, three numbers, or names of months.
  static func automatic(_ text: String, _ language: DateLanguage) -> DateReading? {
    if let reading = iso(text) { return reading }
    if let time = LocalizedTime(text) {
      guard time.yearPlace == 0 else {
        return DateReading(day: .numbers(time), second: time.secondOfDay)
      }
      return numbers(text, .ymd)
    }
    return DateWords.read(text, language)
  }

  /// The day that a text without a format names, in any of the languages; `nil` where it has no
  /// digit, or the order of its numbers is not clear.
  static func day(_ text: String) -> CivilDate? {
    guard text.contains(where: \.isNumber) else { return nil }
    for language in DateLanguage.all {
      if case .known(let date)? = automatic(text, language)?.day { return date }
    }
    return nil
  }

  private static func numbers(_ text: String, _ order: DateOrder) -> DateReading? {
    guard let time = LocalizedTime(text), let point = time.point(order), time.allows(order) else {
      return nil
    }
    return DateReading(day: .known(point.date), second: time.secondOfDay)
  }

  /// `2026-02-09`, with a clock time after `T` or a blank, parts of a second, and an offset.
  static func iso(_ text: String) -> DateReading? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10,
      let date = CivilDate(iso: String(decoding: bytes.prefix(10), as: UTF8.self))
    else { return nil }
    guard bytes.count > 10 else { return DateReading(day: .known(date)) }
    guard bytes[10] == 0x54 || bytes[10] == 0x20 || bytes[10] == 0x74 else { return nil }
    var clock = bytes[11...]
    var offset: UTCOffset?
    if let place = clock.lastIndex(where: { $0 == 0x2B || $0 == 0x2D || $0 == 0x5A }) {
      guard let read = OffsetText.read(String(decoding: clock[place...], as: UTF8.self)) else {
        return nil
      }
      offset = read
      clock = clock[..<place].trimmingBlanks()
    }
    if let dot = clock.firstIndex(of: 0x2E) {
      guard clock[(dot + 1)...].allSatisfy({ (48...57).contains($0) }) else { return nil }
      clock = clock[..<dot]
    }
    guard let second = ClockText.secondOfDay(String(decoding: clock, as: UTF8.self)) else {
      return nil
    }
    return DateReading(day: .known(date), second: second, offset: offset)
  }

  private func number(_ text: String) -> DateReading? {
    guard let number = NumberText.number(text), number.isFinite else { return nil }
    if case .excel = self {
      // Day 1 is 1900-01-01, and a day 1900-02-29 is counted that never was.
      guard number >= 61, number < 2_958_466 else { return nil }
      let day = number.rounded(.down)
      let second = Int(((number - day) * 86_400).rounded())
      let date = CivilDate(dayNumber: Int(day) - 25_569 + (second >= 86_400 ? 1 : 0))
      return DateReading(
        day: .known(date), second: number == day ? nil : second >= 86_400 ? 0 : second)
    }
    let seconds = self == .epochMilliseconds ? number / 1000 : number
    guard seconds >= -62_135_596_800, seconds < 253_402_300_800 else { return nil }
    let local = LocalDateTime(secondsSinceEpoch: Int(seconds.rounded(.down)))
    return DateReading(day: .known(local.date), second: local.secondOfDay, offset: .utc)
  }
}

/// Distances from UTC as apps write them.
enum OffsetText {
  /// Reads `Z`, `UTC`, `+01:00`, `+0100`, `-5`, `UTC+0530`, `GMT-04:00`; `nil` for anything else.
  static func read(_ text: String) -> UTCOffset? {
    var rest = text.uppercased().trimmed[...]
    for prefix in ["UTC", "GMT"] where rest.hasPrefix(prefix) { rest = rest.dropFirst(3) }
    if rest.isEmpty || rest == "Z" { return text.trimmed.isEmpty ? nil : .utc }
    guard let sign = rest.first, "+-−".contains(sign) else { return nil }
    let parts = rest.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ (1...4).contains($0.utf8.count) }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    var (hours, minutes) = (numbers[0], numbers.count == 2 ? numbers[1] : 0)
    if parts.count == 1 && parts[0].utf8.count > 2 { (hours, minutes) = (hours / 100, hours % 100) }
    guard minutes < 60, hours <= 18 else { return nil }
    let seconds = hours * 3600 + minutes * 60
    return UTCOffset(seconds: sign == "+" ? seconds : -seconds)
  }
}
