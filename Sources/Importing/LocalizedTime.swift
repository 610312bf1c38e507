// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// A date of three numbers whose order it does not say, with a clock time where it has one.
struct LocalizedTime: Hashable {
  /// The three numbers as they stand.
  let numbers: [Int]
  /// The place of a number with four digits; `nil` where all are shorter.
  let yearPlace: Int?
  /// Seconds since midnight; `nil` where only the day is given.
  let secondOfDay: Int?

  /// Reads `a/b/c`, `a.b.c` or `a-b-c`, and a clock time after a blank, a comma or a `T`.
  init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8).trimmingBlanks()
    var rest = bytes
    var numbers: [Int] = []
    var yearPlace: Int?
    var separator: UInt8?
    for place in 0..<3 {
      let digits = rest.prefix { (48...57).contains($0) }
      guard digits.count == 1 || digits.count == 2 || digits.count == 4 else { return nil }
      if digits.count == 4 {
        guard yearPlace == nil, place != 1 else { return nil }
        yearPlace = place
      }
      numbers.append(digits.reduce(0) { $0 * 10 + Int($1 - 48) })
      rest = rest.dropFirst(digits.count)
      guard place < 2 else { break }
      guard let sign = rest.first, [0x2F, 0x2E, 0x2D].contains(sign), sign == separator ?? sign
      else { return nil }
      separator = sign
      rest.removeFirst()
    }
    self.numbers = numbers
    self.yearPlace = yearPlace
    guard !rest.isEmpty else {
      secondOfDay = nil
      return
    }
    guard let sign = rest.first, [0x20, 0x2C, 0x54].contains(sign),
      let second = ClockText.secondOfDay(String(decoding: rest.dropFirst(), as: UTF8.self))
    else { return nil }
    secondOfDay = second
  }

  /// Whether the numbers can be read in an order: the month within 1…12, the day within 1…31.
  func allows(_ order: DateOrder) -> Bool {
    guard yearPlace == nil || yearPlace == (order == .ymd ? 0 : 2) else { return false }
    let (_, month, day) = parts(order)
    return (1...12).contains(month) && (1...31).contains(day)
  }

  /// The point in time in an order; `nil` where there is no such day.
  ///
  /// Years of two digits are those from 2000 to 2099.
  func point(_ order: DateOrder) -> TimePoint? {
    let (year, month, day) = parts(order)
    let full = yearPlace == nil ? 2000 + year : year
    guard let date = CivilDate(year: full, month: month, day: day) else { return nil }
    guard let secondOfDay else { return .day(date) }
    return LocalDateTime(date: date, secondOfDay: secondOfDay).map(TimePoint.clock)
  }

  private func parts(_ order: DateOrder) -> (year: Int, month: Int, day: Int) {
    switch order {
    case .dmy: (numbers[2], numbers[1], numbers[0])
    case .mdy: (numbers[2], numbers[0], numbers[1])
    case .ymd: (numbers[0], numbers[1], numbers[2])
    }
  }
}

/// Clock times as people and apps write them.
enum ClockText {
  /// Seconds since midnight of `H:MM`, `HH:MM:SS`, and these with `AM` or `PM`; `nil` for others.
  static func secondOfDay(_ text: some StringProtocol) -> Int? {
    var words = text.uppercased().replacingNarrowBlanks()
    var half: Int?
    for (suffix, hours) in [("AM", 0), ("PM", 12), ("A.M.", 0), ("P.M.", 12)]
    where words.hasSuffix(suffix) {
      words.removeLast(suffix.count)
      half = hours
    }
    while words.hasSuffix(" ") { words.removeLast() }
    while words.hasPrefix(" ") { words.removeFirst() }
    let parts = words.split(separator: ":", omittingEmptySubsequences: false).map(digits)
    guard parts.count == 2 || parts.count == 3, var hour = parts[0], let minute = parts[1],
      let second = parts.count == 3 ? parts[2] : 0, minute < 60, second < 60
    else { return nil }
    if let half {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + half
    }
    return hour < 24 ? hour * 3600 + minute * 60 + second : nil
  }

  private static let abouts = [
    "~", "ca.", "ca", "circa", "gegen", "etwa", "ungefähr", "um", "about", "around", "approx.",
    "at",
    "environ", "env.", "vers", "à", "a las", "hacia", "alle", "verso", "om", "rond",
  ]
  private static let marks = ["uhr", "o'clock", "o’clock", "heures", "uur", "h", ""]

  /// Seconds since midnight of what people write beside the usual: `8.10`, `8h10`, `8 Uhr 10`,
  /// `ca. 8 Uhr`, `about 8 pm`; 86,400 for `24:00`, the end of the day, and `nil` for other texts.
  ///
  /// A number alone is none.
  static func written(_ text: String) -> Int? {
    if let second = secondOfDay(text) { return second }
    var word = text.folded
    for about in abouts where word.hasPrefix(about) {
      let rest = word.dropFirst(about.count)
      guard let next = rest.first, next == " " || next.isNumber else { continue }
      word = String(rest).trimmed
      break
    }
    if let second = secondOfDay(word) { return second }
    let half = ["am", "pm", "a.m.", "p.m."].first(where: word.hasSuffix)
    word = String(word.dropLast(half?.count ?? 0)).trimmed
    let hour = word.prefix { $0.isASCII && $0.isNumber }
    let parts = minute(of: word.dropFirst(hour.count))
    guard let parts, half != nil || parts.isMarked, (1...2).contains(hour.count) else { return nil }
    if hour == "24", half == nil { return parts.minute == "00" ? 86_400 : nil }
    return secondOfDay("\(hour):\(parts.minute)\(half ?? "")")
  }

  /// The minutes behind an hour, `00` where there are none; `nil` where something else stands there.
  private static func minute(of text: Substring) -> (minute: Substring, isMarked: Bool)? {
    let rest = text.drop { $0 == " " }
    if let sign = rest.first, ":.".contains(sign) {
      let minute = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
      let end = String(rest.dropFirst(1 + minute.count)).trimmed
      return minute.count == 2 && marks.contains(end) ? (minute, true) : nil
    }
    guard let mark = marks.first(where: rest.hasPrefix) else { return nil }
    let minute = rest.dropFirst(mark.count).drop { $0 == " " }
    if minute.isEmpty { return ("00", !mark.isEmpty) }
    return minute.count == 2 && !mark.isEmpty ? (minute, true) : nil
  }

  private static func digits(_ text: Substring) -> Int? {
    guard (1...2).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(text)
  }
}

extension String {
  /// The text with no-break blanks as plain ones; some systems write them before `AM`.
  fileprivate func replacingNarrowBlanks() -> String {
    String(map { $0 == "\u{202F}" || $0 == "\u{A0}" ? " " : $0 })
  }
}

/// Which order of day, month and year a column of dates allows.
struct DateOrderEvidence {
  private var refuting: [DateOrder: (line: Int, text: String)] = [:]
  private var first: (line: Int, text: String)?
  private var isSameEitherWay = true

  /// Takes note of one date.
  mutating func add(_ time: LocalizedTime, text: String, line: Int) {
    if first == nil { first = (line, text) }
    let orders = DateOrder.allCases
    for order in orders where refuting[order] == nil && !time.allows(order) {
      refuting[order] = (line, text)
    }
    if Set(orders.filter(time.allows).map(time.point)).count > 1 { isSameEitherWay = false }
  }

  /// The order that the user stated or that the column proves.
  ///
  /// - Throws: `CSVFault` where several orders are possible and differ, or none is.
  func order(stated: DateOrder?) throws(CSVFault) -> DateOrder {
    if let stated { return stated }
    let possible = DateOrder.allCases.filter { refuting[$0] == nil }
    if let order = possible.first, possible.count == 1 || isSameEitherWay { return order }
    let line = first?.line ?? 1
    guard possible.isEmpty else {
      throw CSVFault(
        id: "date-order-ambiguous", line: line,
        summary: """
          Dates such as “\(first?.text ?? "")” can be read in several ways, and no date of the file \
          shows which is meant.
          """,
        remedy: "Say it with --date-order \(possible.map(\.rawValue).joined(separator: " or ")).")
    }
    let places = DateOrder.allCases.compactMap { order in
      refuting[order].map { "line \($0.line) (“\($0.text)”) is not \(order.rawValue)" }
    }
    throw CSVFault(
      id: "date-order-mixed", line: line,
      summary: "The dates of the file have no order in common: \(places.joined(separator: ", ")).",
      remedy: "Write all dates as YYYY-MM-DD, or in one order and say it with --date-order.")
  }
}
