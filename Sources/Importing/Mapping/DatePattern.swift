// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// A pattern of a date, such as `d.M.yyyy HH:mm` or `do MMM yyyy`.
struct DatePattern: Hashable, Sendable {
  private enum Part: Hashable, Sendable {
    case year, shortYear, month, monthName, day, ordinalDay, weekday
    case hour, minute, second, half, offset
    case text([UInt8])
  }

  private static let words: [(String, Part)] = [
    ("yyyy", .year), ("yy", .shortYear), ("MMMM", .monthName), ("MMM", .monthName),
    ("MM", .month), ("M", .month), ("do", .ordinalDay), ("dd", .day), ("d", .day),
    ("EEEE", .weekday), ("EEE", .weekday), ("HH", .hour), ("H", .hour), ("hh", .hour),
    ("h", .hour), ("mm", .minute), ("ss", .second), ("a", .half), ("xx", .offset),
  ]

  private var parts: [Part] = []
  private var isFixed = false

  /// Reads a pattern; `nil` where it names no day, month and year.
  init?(_ text: String) {
    var rest = Substring(text)
    while let first = rest.first {
      if let (word, part) = Self.words.first(where: { rest.hasPrefix($0.0) }) {
        parts.append(part)
        rest = rest.dropFirst(word.count)
      } else {
        // Other letters would be words that are meant otherwise.
        guard !first.isLetter || first == "T" else { return nil }
        parts.append(.text(Array(String(first).utf8)))
        rest = rest.dropFirst()
      }
    }
    let hasDay = parts.contains(.day) || parts.contains(.ordinalDay)
    let hasMonth = parts.contains(.month) || parts.contains(.monthName)
    guard hasDay, hasMonth, parts.contains(.year) || parts.contains(.shortYear), parts.count <= 40
    else { return nil }
    // `yyyyMMdd`: numbers that follow each other have the width that is written.
    isFixed = zip(parts, parts.dropFirst()).contains { Self.isNumber($0) && Self.isNumber($1) }
  }

  private static func isNumber(_ part: Part) -> Bool {
    switch part {
    case .year, .shortYear, .month, .day, .hour, .minute, .second: true
    default: false
    }
  }

  private struct Found {
    var year = 0
    var month = 0
    var day = 0
    var hour: Int?
    var minute = 0
    var second = 0
    var half: Int?
    var offset: UTCOffset?
  }

  /// Reads a text; `nil` where it is not written so.
  func read(_ text: String, _ language: DateLanguage) -> DateReading? {
    var rest = Array(text.utf8)[...]
    var found = Found()
    for part in parts {
      guard take(part, &rest, &found, language) else { return nil }
    }
    guard rest.isEmpty,
      let date = CivilDate(year: found.year, month: found.month, day: found.day)
    else { return nil }
    guard var hour = found.hour else { return DateReading(day: .known(date)) }
    if let half = found.half {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + half
    }
    guard hour < 24, found.minute < 60, found.second < 60 else { return nil }
    return DateReading(
      day: .known(date), second: hour * 3600 + found.minute * 60 + found.second,
      offset: found.offset)
  }

  private func take(
    _ part: Part, _ rest: inout ArraySlice<UInt8>, _ found: inout Found, _ language: DateLanguage
  ) -> Bool {
    switch part {
    case .year: return number(&rest, 4...4) { found.year = $0 }
    case .shortYear: return number(&rest, 2...2) { found.year = 2000 + $0 }
    case .month: return number(&rest, width) { found.month = $0 }
    case .day: return number(&rest, width) { found.day = $0 }
    case .hour: return number(&rest, width) { found.hour = $0 }
    case .minute: return number(&rest, 2...2) { found.minute = $0 }
    case .second: return number(&rest, 2...2) { found.second = $0 }
    case .ordinalDay:
      guard number(&rest, 1...2, { found.day = $0 }) else { return false }
      _ = word(&rest)
      return true
    case .monthName:
      guard let month = language.month(word(&rest)) else { return false }
      found.month = month
      if rest.first == 0x2E { rest.removeFirst() }
      return true
    case .weekday: return !word(&rest).isEmpty
    case .half:
      let half = word(&rest)
      found.half = half == "am" ? 0 : half == "pm" ? 12 : nil
      return found.half != nil
    case .offset:
      found.offset = OffsetText.read(String(decoding: rest, as: UTF8.self))
      rest = []
      return found.offset != nil
    case .text(let literal):
      guard rest.starts(with: literal) else { return false }
      rest = rest.dropFirst(literal.count)
      return true
    }
  }

  private var width: ClosedRange<Int> { isFixed ? 2...2 : 1...2 }

  private func number(
    _ rest: inout ArraySlice<UInt8>, _ width: ClosedRange<Int>, _ set: (Int) -> Void
  ) -> Bool {
    let digits = rest.prefix(width.upperBound).prefix { (48...57).contains($0) }
    guard digits.count >= width.lowerBound else { return false }
    set(digits.reduce(0) { $0 * 10 + Int($1 - 48) })
    rest = rest.dropFirst(digits.count)
    return true
  }

  private func word(_ rest: inout ArraySlice<UInt8>) -> String {
    let letters = rest.prefix { $0 >= 0x80 || (65...90).contains($0 & 0xDF) }
    rest = rest.dropFirst(letters.count)
    return String(decoding: letters, as: UTF8.self).lowercased()
  }
}

/// Dates in which the month has a name, in any order: `22nd Sep 2020`, `Tuesday, May 1, 2018`.
enum DateWords {
  static func read(_ text: String, _ language: DateLanguage) -> DateReading? {
    guard text.utf8.count <= 64 else { return nil }
    let words = text.lowercased().split { $0 == " " || $0 == "," || $0 == "\u{A0}" }
    var (year, month, day): (Int?, Int?, Int?) = (nil, nil, nil)
    var clock: [Substring] = []
    // “mar.” is March and, in some languages, Tuesday: a clearer month after it wins.
    var mayBeWeekday = false
    for (place, word) in words.enumerated() {
      if word.contains(":") {
        clock = Array(words[place...])
        break
      }
      let bare = word.hasSuffix(".") ? word.dropLast() : word
      if bare.utf8.count == 4, let number = Int(bare), year == nil {
        year = number
      } else if let number = ordinal(bare), day == nil {
        day = number
      } else if month == nil || mayBeWeekday, let number = language.month(String(bare)) {
        month = number
        mayBeWeekday = !language.months.contains(String(bare)) && language.isWeekday(String(bare))
      } else if !language.isWeekday(String(bare)) && !["of", "de", "at", "der"].contains(bare) {
        return nil
      }
    }
    guard let year, let month, let day,
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    if clock.isEmpty { return DateReading(day: .known(date)) }
    guard let second = ClockText.secondOfDay(clock.joined(separator: " ")) else { return nil }
    return DateReading(day: .known(date), second: second)
  }

  /// A day with or without the ending of an ordinal number.
  private static func ordinal(_ text: Substring) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.utf8.count), let number = Int(digits) else { return nil }
    let ending = text.dropFirst(digits.count)
    return ["", "st", "nd", "rd", "th", "er", "º", "ª"].contains(ending) ? number : nil
  }
}
