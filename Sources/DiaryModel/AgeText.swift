// SPDX-License-Identifier: Apache-2.0

/// An age as profiles give it: years, words such as `12 years` or `30s`, or a day or year of birth.
public enum AgeText: Hashable, Sendable {
  /// Completed years, from the youngest to the oldest age that the text allows.
  case years(ClosedRange<Double>)
  /// Born on one of these days.
  case born(ClosedRange<CivilDate>)

  /// The names of profile items that hold a day or year of birth.
  public static let namesOfBirth: Set<String> = [
    "birth year", "birth-year", "birthyear", "year of birth", "date of birth", "date-of-birth",
    "birth date", "birthdate", "birthday", "dob", "born", "geburtsdatum", "geburtsjahr",
    "jahrgang", "geboren",
  ]

  /// Reads an age; `nil` for what is none, and for more than 130 years.
  public init?(_ value: EntryValue, unit: String? = nil) {
    switch value {
    case .number(let number): self.init(number, unit: (unit ?? "").lowercased())
    case .text(let text): self.init(text: text + " " + (unit ?? ""))
    }
  }

  /// The youngest and the oldest age in years that a person can have had on these days.
  public func range(from first: CivilDate, to last: CivilDate) -> ClosedRange<Double> {
    switch self {
    case .years(let years): return years
    case .born(let days):
      let youngest = max(0, Double(first - days.upperBound) / 365.2425)
      return youngest...max(youngest, Double(last - days.lowerBound) / 365.2425)
    }
  }

  private init?(_ number: Double, unit: String) {
    if unit.isEmpty, let born = Self.year(number) {
      self = born
      return
    }
    let size = unit.isEmpty ? 1 : Self.units[unit]
    guard let size, let years = Self.span(number * size, number * size) else { return nil }
    self = .years(years)
  }

  private init?(text: String) {
    let words = Self.words(text)
    if let fixed = words.lazy.compactMap({ Self.stages[$0] }).first, words.count <= 3 {
      self = .years(fixed)
      return
    }
    for word in text.split(whereSeparator: { $0.isWhitespace }) {
      if let day = CivilDate(iso: word.prefix(10)) {
        self = .born(day...day)
        return
      }
    }
    let numbers = words.compactMap(Self.number)
    guard words.allSatisfy({ Self.number($0) != nil || Self.known($0) }), !numbers.isEmpty else {
      return nil
    }
    if let born = numbers.lazy.compactMap(Self.year).first {
      self = born
      return
    }
    guard let years = Self.years(words) else { return nil }
    self = .years(years)
  }

  /// The ages of words that hold no year: `2 years 6 months`, `30-39`, `40s`, `over 60`.
  private static func years(_ words: [String]) -> ClosedRange<Double>? {
    var sums: [Double] = []
    var open: Double?
    for word in words {
      if let number = number(word) {
        if let before = open { sums.append(before) }
        open = number
      } else if let size = units[word], let number = open {
        open = nil
        if size < 1, let last = sums.popLast() {
          sums.append(last + number * size)
        } else {
          sums.append(number * size)
        }
      }
    }
    if let open { sums.append(open) }
    guard let low = sums.min(), let high = sums.max(), sums.count <= 2 else { return nil }
    if words.contains("s"), sums.count == 1 { return span(low, low + 9) }
    if words.contains(where: ["over", "above", "über", "older"].contains) { return span(low, 130) }
    if words.contains(where: ["under", "below", "unter", "almost", "nearly"].contains) {
      return span(0, high)
    }
    return span(low, high)
  }

  private static func span(_ low: Double, _ high: Double) -> ClosedRange<Double>? {
    (0...130).contains(low) && (low...130).contains(high) ? low...high : nil
  }

  /// Born in a year from 1900 on, whichever day.
  private static func year(_ number: Double) -> AgeText? {
    guard let year = Int(exactly: number), (1900...2200).contains(year),
      let first = CivilDate(year: year, month: 1, day: 1),
      let last = CivilDate(year: year, month: 12, day: 31)
    else { return nil }
    return .born(first...last)
  }

  /// Words and numbers apart: `12y` is two, and `5,5` is one.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isNumber = false
    func close() {
      while let last = word.last, last == ".", isNumber { word.removeLast() }
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    for character in text.lowercased().prefix(200) {
      let isDigit = character.isASCII && character.isNumber
      let isPoint = isNumber && !word.isEmpty && (character == "." || character == ",")
      guard isDigit || isPoint || character.isLetter else {
        close()
        continue
      }
      if isDigit || isPoint {
        if !isNumber { close() }
        isNumber = true
      } else {
        if isNumber { close() }
        isNumber = false
      }
      word.append(isPoint ? "." : character)
    }
    close()
    return words
  }

  private static func number(_ word: String) -> Double? {
    if let place = inEnglish.firstIndex(of: word) ?? inGerman.firstIndex(of: word) {
      return Double(place + 1)
    }
    return NumberText.number(word)
  }

  private static func known(_ word: String) -> Bool {
    units[word] != nil || fillers.contains(word)
  }

  private static let units: [String: Double] = [
    "y": 1, "yr": 1, "yrs": 1, "yo": 1, "year": 1, "years": 1, "jahr": 1, "jahre": 1, "jahren": 1,
    "j": 1, "ans": 1, "años": 1, "anni": 1, "jaar": 1, "jährig": 1, "month": 1.0 / 12,
    "months": 1.0 / 12, "mo": 1.0 / 12, "mos": 1.0 / 12, "monat": 1.0 / 12, "monate": 1.0 / 12,
    "monaten": 1.0 / 12, "week": 7 / 365.2425, "weeks": 7 / 365.2425, "woche": 7 / 365.2425,
    "wochen": 7 / 365.2425, "day": 1 / 365.2425, "days": 1 / 365.2425, "tage": 1 / 365.2425,
  ]
  private static let fillers: Set<String> = [
    "o", "old", "age", "aged", "alt", "about", "around", "approx", "ca", "circa", "etwa", "and",
    "und", "to", "bis", "of", "in", "birth", "born", "date", "dob", "geb", "geboren", "jahrgang",
    "geburtsjahr", "geburtsdatum", "am", "on", "since", "s", "over", "above", "über", "older",
    "under", "below", "unter", "almost", "nearly", "mid", "early", "late", "than", "th", "st", "rd",
    "nd", "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "oct", "nov", "dec", "januar", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember",
  ]
  /// Words for a stage of life; of a grown-up no age over 60 is assumed.
  private static let stages: [String: ClosedRange<Double>] = [
    "adult": 18...59, "erwachsen": 18...59, "erwachsene": 18...59, "erwachsener": 18...59,
    "child": 0...17, "kid": 0...17, "kind": 0...17, "baby": 0...17, "infant": 0...17,
    "toddler": 0...17, "minor": 0...17, "teen": 13...17, "teenager": 13...17,
    "jugendlich": 13...17, "jugendliche": 13...17, "jugendlicher": 13...17,
  ]
  private static let inEnglish = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let inGerman = [
    "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf",
    "zwölf",
    "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
  ]
}
