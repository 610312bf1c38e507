// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// What a text says as a value.
struct ReadValue: Hashable {
  var value: EntryValue?
  /// The unit that the reading itself gives: a scale, or hours and minutes.
  var unit: String?
  var isSkipped = false
  /// Whether the value is known to lie on the scale that is its unit.
  var isOnScale = false
}

extension NumberFormat {
  /// Whether a text stands for no value.
  func isMissing(_ text: String) -> Bool { !missing.isEmpty && missing.contains(text.folded) }

  /// The sign of decimals; `nil` where a point and a comma both may be.
  func point(_ delimiter: UInt8?) -> UInt8? {
    decimal ?? (thousands == "." ? 0x2C : isResaved(delimiter) ? nil : 0x2E)
  }

  /// Whether nothing says how decimals are written in a file that semicolons or tabs part.
  private func isResaved(_ delimiter: UInt8?) -> Bool {
    decimal == nil && (delimiter == UInt8(ascii: ";") || delimiter == 9)
  }

  /// The number that a text says; `nil` for anything else.
  ///
  /// - Throws: `RowFault` where a comma may part decimals or thousands.
  func number(_ text: String, delimiter: UInt8?) throws(RowFault) -> Double? {
    let point = point(delimiter)
    var text = text
    if let thousands {
      let whole = Self.withoutGroups(text, thousands)
      // Where semicolons part cells, “1,500” may be 1.5 as well.
      if isResaved(delimiter), thousands == ",", text.utf8.count == whole.utf8.count + 1,
        !text.utf8.contains(0x2E)
      {
        throw Self.comma(text)
      }
      text = whole
    }
    switch NumberText.read(text) {
    case .number(let number):
      guard point == UInt8(ascii: ","), text.utf8.contains(0x2E) else { return number }
      throw RowFault(
        id: "mapping-number", summary: "“\(text.shortened)” has a point, and decimals a comma.",
        remedy: "Say numbers: decimal: \".\" in the mapping, or thousands: \".\".")
    case .comma where point != 0x2E:
      return NumberText.number(String(text.map { $0 == "," ? "." : $0 }))
    case .comma: throw Self.comma(text)
    case .notFinite:
      throw RowFault(
        id: "number-not-finite", summary: "The value “\(text.shortened)” is not a finite number.",
        remedy: "Correct it, or list it under numbers: missing.")
    case .text: return nil
    }
  }

  private static func comma(_ text: String) -> RowFault {
    RowFault(
      id: "number-with-comma",
      summary: "The comma in “\(text.shortened)” may part decimals or thousands.",
      remedy:
        "Say numbers: decimal: \",\" or thousands: \",\" in the mapping; thousands are groups "
        + "of three digits.")
  }

  /// A number without the sign between its groups of three digits: `1,234.5` as `1234.5`; the text as
  /// it is where they are no such groups.
  private static func withoutGroups(_ text: String, _ sign: Character) -> String {
    let blanks: [Character] = [" ", "\u{A0}", "\u{202F}"]
    let isSign: (Character) -> Bool = { $0 == sign || (sign == " " && blanks.contains($0)) }
    let start = text.firstIndex(where: \.isNumber) ?? text.endIndex
    let end = text[start...].firstIndex { !$0.isNumber && !isSign($0) } ?? text.endIndex
    let groups = text[start..<end].split(omittingEmptySubsequences: false, whereSeparator: isSign)
    guard groups.count > 1, let first = groups.first, (1...3).contains(first.count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return text }
    return text[..<start] + groups.joined() + text[end...]
  }
}

extension ValueRule {
  /// Reads a value; `place` is where the mapping states the rule, for messages.
  func read(
    _ text: String, kind: EntryKind, numbers: NumberFormat, delimiter: UInt8?, place: String
  ) throws(RowFault) -> ReadValue {
    if text.isEmpty || numbers.isMissing(text) { return ReadValue() }
    if !words.isEmpty, let word = words[text.folded] { return try value(of: word, text, kind) }
    switch form {
    case .text: return ReadValue(value: .text(text))
    case .hours, .minutes:
      guard let minutes = LengthText.minutes(text) ?? (form == .hours ? LengthText.span(text) : nil)
      else {
        if let number = try numbers.number(text, delimiter: delimiter) {
          return ReadValue(value: .number(scaled(number)), unit: form == .hours ? "h" : "min")
        }
        throw RowFault(
          id: "mapping-value", summary: "“\(text.shortened)” is not a duration such as 1:30.",
          remedy: "Correct it, or change “value-as” in \(place).")
      }
      let number = form == .hours ? minutes / 60 : minutes
      return ReadValue(
        value: .number((number * 1000).rounded() / 1000), unit: form == .hours ? "h" : "min")
    case .number:
      if let number = try numbers.number(text, delimiter: delimiter) {
        return try onScale(scaled(number), kind)
      }
      if let rating = RatingText(text), let read = try self.rating(rating, kind) { return read }
      return try word(text, kind, place)
    }
  }

  /// The value of a rating that says its scale: of a symptom without another, or brought to the
  /// scale that is stated; `nil` where it is not known how.
  private func rating(_ rating: RatingText, _ kind: EntryKind) throws(RowFault) -> ReadValue? {
    guard factor == 1, divisor == 1 else { return nil }
    guard case .numbers(let low, let high)? = parsedScale else {
      guard kind == .symptom else { return nil }
      return ReadValue(
        value: .number(rating.number), unit: "0-\(NumberText.text(rating.top))", isOnScale: true)
    }
    if rating.top == high { return try onScale(rating.number, kind) }
    guard low == 0 else { return nil }
    return try onScale((rating.number * high / rating.top * 1e6).rounded() / 1e6, kind)
  }

  private func word(
    _ text: String, _ kind: EntryKind, _ place: String
  ) throws(RowFault) -> ReadValue {
    if let scale, case .words? = parsedScale {
      return ReadValue(value: .text(text), unit: scale)
    }
    guard kind == .symptom || scale != nil else {
      return ReadValue(value: .text(text))
    }
    let known = words.keys.sorted().prefix(12).joined(separator: ", ")
    throw RowFault(
      id: "mapping-value",
      summary: "“\(text.shortened)” is neither a number nor a word that \(place) lists.",
      remedy: "Add it under “words” in the mapping"
        + (known.isEmpty ? "." : ", which lists \(known.shortened)."))
  }

  private func value(
    of word: Word, _ text: String, _ kind: EntryKind
  ) throws(RowFault) -> ReadValue {
    switch word {
    case .skip: return ReadValue(isSkipped: true)
    case .unknown: return ReadValue()
    case .text(let text): return ReadValue(value: .text(text), unit: scale)
    case .number(let number): return try onScale(number, kind)
    case .absent: return absent
    }
  }

  /// The value of a symptom that was not there.
  var absent: ReadValue {
    let unit = rescale ?? scale
    switch unit.flatMap({ SeverityScale($0) }) {
    case .words: return ReadValue(value: .text("none"), unit: unit)
    case .numbers(let low, let high):
      // A scale that starts at the weakest symptom gets a place for none.
      return ReadValue(
        value: .number(0), unit: low <= 0 ? unit : "0-\(NumberText.text(high))")
    case nil: return ReadValue(value: .text("none"), unit: "mild-severe")
    }
  }

  private func scaled(_ number: Double) -> Double {
    let result = number * factor / divisor
    // Factors such as 0.001 leave traces in the last digits.
    return factor == 1 && divisor == 1 ? number : (result * 1e9).rounded() / 1e9
  }

  /// The direction and the scale applied to a number.
  private func onScale(_ number: Double, _ kind: EntryKind) throws(RowFault) -> ReadValue {
    guard number.isFinite else {
      throw RowFault(
        id: "number-not-finite", summary: "A value is not a finite number.", remedy: "Correct it.")
    }
    guard let scale, case .numbers(let low, let high)? = parsedScale else {
      return ReadValue(value: .number(number), unit: scale)
    }
    guard
      (low...high).contains(number)
        || (number == 0 && low > 0 && kind == .symptom && direction == nil)
    else {
      throw RowFault(
        id: "severity-outside-scale",
        summary: "The value \(NumberText.text(number)) is not on the scale \(scale).",
        remedy: "Correct it, or the scale in the mapping.")
    }
    var value = number
    switch direction {
    case .higherIsBetter: value = low + high - number
    case .middleIsBest: value = low + abs(2 * number - low - high)
    case .higherIsWorse, nil: break
    }
    guard let rescale, case .numbers(let from, let to)? = SeverityScale(rescale) else {
      let isZero = value == 0 && low > 0
      return ReadValue(
        value: .number(value), unit: isZero ? "0-\(NumberText.text(high))" : scale,
        isOnScale: true)
    }
    let share = (value - low) / (high - low)
    let moved = ((from + share * (to - from)) * 1e6).rounded() / 1e6
    return ReadValue(value: .number(min(max(moved, from), to)), unit: rescale)
  }
}
