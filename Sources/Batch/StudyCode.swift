// SPDX-License-Identifier: Apache-2.0

/// Tells ids and names of files that are codes for certain from those that may name somebody.
///
/// A code is up to 40 ASCII letters, digits, `-`, `_` and `.`. Its letters are words of studies, or
/// single ones beside digits (`p001`, `P-17`, `site2-031`). Longer words may be names, and two letters
/// too (`Wu1`); so may a word of studies with few digits that is a name as well (`Pat1`). Dates and
/// years in it may be those of a birth, and runs of 9 digits a telephone or insurance number.
struct StudyCode {
  private enum Run {
    case letters(String)
    case digits([UInt8])
    case mark(UInt8)
  }

  private let runs: [Run]

  /// Whether an id is a code for certain; it has digits.
  static func isID(_ id: String) -> Bool {
    guard let code = StudyCode(id), !code.digits.isEmpty else { return false }
    return code.hasHarmlessWords && !code.holdsDate && !code.holdsYear
  }

  /// Whether the name of a file or folder, without its ending, says nothing of anybody: a code, or
  /// words of studies and exports with the year of an export.
  static func isName(_ stem: String) -> Bool {
    guard let code = StudyCode(stem), code.hasHarmlessWords, !code.holdsDate else { return false }
    return !code.holdsYear || code.words.allSatisfy(contents.contains)
  }

  private init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard (1...40).contains(bytes.count), let first = bytes.first,
      Self.isLetter(first) || Self.isDigit(first)
    else { return nil }
    var runs: [Run] = []
    var rest = bytes[...]
    while let first = rest.first {
      let isSame = Self.isLetter(first) ? Self.isLetter : Self.isDigit
      let run = rest.prefix(while: isSame)
      if Self.isLetter(first) {
        runs.append(.letters(String(decoding: run, as: UTF8.self).lowercased()))
      } else if Self.isDigit(first) {
        guard run.count <= 8 else { return nil }
        runs.append(.digits(Array(run)))
      } else {
        guard "-_.".utf8.contains(first) else { return nil }
        runs.append(.mark(first))
      }
      rest = rest.dropFirst(max(1, run.count))
    }
    self.runs = runs
  }

  private var words: [String] {
    runs.compactMap { if case .letters(let word) = $0 { word } else { nil } }
  }

  private var digits: [[UInt8]] { runs.indices.compactMap { digits(at: $0) } }

  private func digits(at place: Int) -> [UInt8]? {
    guard runs.indices.contains(place), case .digits(let digits) = runs[place] else { return nil }
    return digits
  }

  private func isMark(_ place: Int, _ marks: String = "-_.") -> Bool {
    guard runs.indices.contains(place), case .mark(let mark) = runs[place] else { return false }
    return marks.utf8.contains(mark)
  }

  /// Whether no word may be part of a name.
  private var hasHarmlessWords: Bool {
    words.count { $0.utf8.count == 1 } <= 2
      && runs.indices.allSatisfy { place in
        guard case .letters(let word) = runs[place] else { return true }
        let next = digits(at: place + 1) ?? (isMark(place + 1, "-_") ? digits(at: place + 2) : nil)
        if word.utf8.count == 1 { return next != nil || digits(at: place - 1) != nil }
        if Self.alsoNames.contains(word) { return (next?.count ?? 0) >= 3 }
        return Self.people.contains(word) || Self.contents.contains(word)
      }
  }

  /// Whether a year of the last century or this stands beside words or other digits.
  private var holdsYear: Bool { runs.count > 1 && digits.contains(where: Self.isYear) }

  /// Whether digits may be a date: of eight or with a year of four digits anywhere, of six or with a
  /// year of two where no word of studies says that they number something.
  private var holdsDate: Bool {
    runs.indices.contains { place in
      guard let first = digits(at: place) else { return false }
      let isNumber = isAfterWord(place)
      if first.count == 8 { return Self.isLongDate(first) }
      if first.count == 6, !isNumber, Self.isShortDate(first) { return true }
      guard isMark(place + 1), let second = digits(at: place + 2), isMark(place + 3),
        let third = digits(at: place + 4)
      else { return false }
      return Self.isDate(first, second, third, withShortYears: !isNumber)
    }
  }

  /// Whether a word of several letters stands before, as in `site2`.
  private func isAfterWord(_ place: Int) -> Bool {
    let before = isMark(place - 1) ? place - 2 : place - 1
    guard runs.indices.contains(before), case .letters(let word) = runs[before] else {
      return false
    }
    return word.utf8.count > 1
  }

  private static func isDate(
    _ first: [UInt8], _ second: [UInt8], _ third: [UInt8], withShortYears: Bool
  ) -> Bool {
    guard first.count + second.count + third.count <= 8 else { return false }
    if isYear(first) { return isDayAndMonth(second, third) }
    guard third.count == 4 ? isYear(third) : withShortYears && third.count == 2 else {
      return withShortYears && first.count == 2 && third.count == 1 && isDayAndMonth(second, third)
    }
    return isDayAndMonth(first, second)
      || (withShortYears && first.count == 2 && isDayAndMonth(second, third))
  }

  private static func isLongDate(_ digits: [UInt8]) -> Bool {
    isDate(
      Array(digits[..<4]), Array(digits[4..<6]), Array(digits[6...]), withShortYears: false)
      || isDate(
        Array(digits[..<2]), Array(digits[2..<4]), Array(digits[4...]), withShortYears: false)
  }

  private static func isShortDate(_ digits: [UInt8]) -> Bool {
    isDate(Array(digits[..<2]), Array(digits[2..<4]), Array(digits[4...]), withShortYears: true)
  }

  private static func isYear(_ digits: [UInt8]) -> Bool {
    digits.count == 4 && [19, 20].contains(number(digits.prefix(2)))
  }

  /// Whether two numbers are a day and a month, in either order.
  private static func isDayAndMonth(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    let (one, other) = (number(one[...]), number(other[...]))
    return (1...31).contains(one) && (1...12).contains(other)
      || (1...12).contains(one) && (1...31).contains(other)
  }

  /// The number that up to 8 digits are.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1) - 48 }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  /// Words for people and places of studies, which are no one's name.
  private static let people: Set<String> = [
    "participant", "participants", "patient", "patienten", "patients", "person", "subject",
    "subjects", "sub", "subj", "site", "arm", "group", "study", "studie", "proband", "probanden",
    "teilnehmer", "teilnehmerin", "centre", "center", "zentrum", "pid", "sid", "id", "vp", "tn",
    "pt", "pp", "nr", "demo", "test", "sample", "visit",
  ]

  /// Words of studies that are names too.
  private static let alsoNames: Set<String> = ["sim", "pat", "fall", "case", "day", "week", "part"]

  /// Words of exports.
  private static let contents: Set<String> = [
    "diary", "diaries", "tagebuch", "food", "foods", "meal", "meals", "symptom", "symptoms",
    "symptome", "data", "daten", "export", "log", "notes", "context", "phases", "profile",
    "protocol", "protokoll", "apple", "health", "cda", "cronometer", "servings", "biometrics",
    "exercises", "dailysummary", "mysymptoms", "bowelle", "foodmarble", "headache", "events", "csv",
    "xml", "zip", "txt",
  ]
}
