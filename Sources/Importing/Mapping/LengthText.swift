// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Lengths of time as people and apps write them.
enum LengthText {
  private static let hourWords: Set<String> = [
    "h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden", "heure", "heures", "hora",
    "horas", "ora", "ore", "uur", "uren",
  ]
  private static let minuteWords: Set<String> = [
    "m", "min", "mins", "minute", "minutes", "minuten", "minuto", "minutos", "minuti", "minuut",
  ]

  /// Minutes of `H:MM`, `H:MM:SS`, `7h 30m`, `7,5 h`, `6h30` or `6 Std. 30 Min.`; `nil` for anything
  /// else.
  static func minutes(_ text: String) -> Double? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 2 || parts.count == 3 {
      let numbers = parts.compactMap { part in
        part.utf8.count <= 4 && part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil
      }
      guard numbers.count == parts.count, numbers[1] < 60 else { return nil }
      let seconds = numbers.count == 3 ? numbers[2] : 0
      guard seconds < 60 else { return nil }
      return Double(numbers[0]) * 60 + Double(numbers[1]) + Double(seconds) / 60
    }
    return withUnits(text)
  }

  /// Minutes of numbers with units behind them; of the last one the unit may be missing where it
  /// stands behind hours with two digits.
  private static func withUnits(_ text: String) -> Double? {
    var rest = text.lowercased().trimmed[...]
    var total = 0.0
    var found = false
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "," || $0 == "½" }
      rest = rest.dropFirst(digits.count).drop(while: \.isWhitespace)
      let word = rest.prefix(while: \.isLetter)
      rest = rest.dropFirst(word.count)
      if rest.first == ".", !word.isEmpty { rest.removeFirst() }
      rest = rest.drop(while: \.isWhitespace)
      guard let number = number(digits) else { return nil }
      if hourWords.contains(String(word)) {
        total += number * 60
      } else if minuteWords.contains(String(word)) {
        total += number
      } else if word.isEmpty, found, rest.isEmpty, digits.utf8.count == 2, number < 60,
        total.truncatingRemainder(dividingBy: 60) == 0
      {
        return total + number
      } else {
        return nil
      }
      found = true
    }
    return found ? total : nil
  }

  /// A number of at most five digits, with a point or a comma, or with a half behind it.
  private static func number(_ digits: Substring) -> Double? {
    var text = String(digits.map { $0 == "," ? "." : $0 })
    var half = 0.0
    if text.hasSuffix("½") {
      text.removeLast()
      half = 0.5
      if text.isEmpty { return half }
    }
    guard text.count(where: \.isNumber) <= 5, text.first != ".", text.last != "." else {
      return nil
    }
    return NumberText.number(text).map { $0 + half }
  }

  /// Minutes of a span: `11pm-7am`, `22:30 – 6:45`, `23-7` and `23 bis 7 Uhr` of clock times, `7-8`
  /// and `7-8 h` the middle of two numbers of hours; `nil` for anything else.
  static func span(_ text: String) -> Double? {
    var parts = text.folded.split { "-–—".contains($0) }.map { String($0).trimmed }
    for word in [" to ", " bis "] where parts.count == 1 {
      parts = text.folded.split(separator: word).map { String($0).trimmed }
    }
    guard parts.count == 2, let from = end(parts[0]), let to = end(parts[1]),
      from.half == to.half || from.half == nil && from.hours > 12
    else { return nil }
    if !from.isClock, !to.isClock, from.hours < to.hours, to.hours - from.hours <= 3,
      to.hours <= 12
    {
      return (from.hours + to.hours) * 30
    }
    guard to.isClock || from.hours > to.hours && from.hours > 12 else { return nil }
    let minutes = ((to.hours - from.hours) * 60 + 1440).truncatingRemainder(dividingBy: 1440)
    return minutes == 0 ? nil : minutes
  }

  /// One end of a span in hours, from 0 to 24.
  private static func end(_ text: String) -> (hours: Double, half: Bool?, isClock: Bool)? {
    let isHalved = ["am", "pm", "a.m.", "p.m."].contains(where: text.hasSuffix)
    if isHalved || text.contains(":") || text.contains("uhr") {
      return ClockText.written(text).map { (Double($0) / 3600, isHalved ? true : nil, true) }
    }
    guard let hours = number(text[...]) ?? withUnits(text).map({ $0 / 60 }), hours <= 24 else {
      return nil
    }
    return (hours, nil, false)
  }
}

/// Ratings that say their scale, such as `8/10`.
struct RatingText: Hashable {
  /// The number, from 0 to `top`.
  let number: Double
  /// The highest number of the scale, from 3 to 100.
  let top: Double

  /// Reads `8/10`, `8 / 10`, `7,5/10`, `8 von 10`, `8 of 10` and `8 out of 10`.
  init?(_ text: String) {
    // Most texts are words; a rating has digits.
    guard text.utf8.contains(where: { (48...57).contains($0) }) else { return nil }
    let folded = text.folded
    var parts = folded.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    for word in [" out of ", " of ", " von ", " sur ", " de ", " su ", " van "]
    where parts.count == 1 {
      parts = folded.split(separator: word).map(String.init)
    }
    guard parts.count == 2,
      let number = NumberText.number(String(parts[0].map { $0 == "," ? "." : $0 })),
      let top = NumberText.number(parts[1]), top == top.rounded(), (3...100).contains(top),
      (0...top).contains(number)
    else { return nil }
    (self.number, self.top) = (number, top)
  }
}
