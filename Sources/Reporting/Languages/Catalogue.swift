// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

/// Every text for readers, in one language.
///
/// Nothing else in this target holds words for readers. Every text is a requirement without a default,
/// so that a catalogue that lacks one does not compile. Only what is the same in all languages stands
/// in an extension.
protocol Catalogue: Sendable, OpeningTexts, AdviceTexts, ChallengeTexts,
  CohortTexts, DetailTexts,
  ExperimentTexts,
  GroupTexts, IndexTexts, MethodTexts, PictureTexts, QualityTexts, StatementTexts
{}

/// A language that reports can be written in.
public enum ReportLanguage: String, CaseIterable, Codable, Hashable, Sendable {
  /// English.
  case english = "en"
  /// German.
  case german = "de"

  /// The texts.
  func catalogue() -> any Catalogue {
    switch self {
    case .english: English()
    case .german: German()
    }
  }

  /// The texts, with what the user calls groups that are not built in, and what the outcome is.
  func catalogue(for results: AnalysisResults) -> any Catalogue {
    var words = catalogue()
    for own in results.ownGroups ?? [] { words.labels[own.group.rawValue] = own.label }
    words.isMean = results.outcome.aggregate == "mean"
    words.eatsGluten = results.eatsGluten
    words.isCoeliacOpen = results.safety.contains {
      $0.gate == AnalysisResults.SafetyGate.coeliac
    }
    return words
  }
}

/// What is the same in all languages.
extension Catalogue {
  // MARK: Numbers

  func number(_ value: Double, decimals: Int = 1) -> String {
    NumberText.text(value, .number(decimals: decimals, hasComma: writesDecimalComma))
  }

  func amount(_ value: Double) -> String {
    NumberText.text(value, .amount(hasComma: writesDecimalComma))
  }

  /// Whether an amount is read as one, so that what it counts stands in the singular.
  func isOne(_ value: Double) -> Bool { amount(value) == "1" }

  /// The values of a test, day by day, with a dash where there is none.
  func values(_ challenge: GroupResult.Challenge, _ days: ClosedRange<Int>) -> String {
    days.map { day in
      challenge.values.first { $0.day == day }.map { amount($0.value) } ?? notKnown
    }.joined(separator: writesDecimalComma ? "; " : ", ")
  }

  /// A dose of a picture in as little room as possible: the nearest quarter, none below an eighth.
  func dose(_ value: Double) -> String {
    let quarters = (value * 4).rounded()
    guard quarters > 0, value < 100 else { return value > 0 && value < 1 ? "" : amount(value) }
    let fraction = ["", "¼", "½", "¾"][Int(quarters) % 4]
    let whole = Int(quarters) / 4
    return whole == 0 ? fraction : "\(whole)" + fraction
  }

  /// An amount in quarters where it is one: `¼`, `1½`.
  func fraction(_ value: Double) -> String {
    let quarters = value * 4
    guard quarters == quarters.rounded(), quarters > 0, quarters < 400 else { return amount(value) }
    return dose(value)
  }

  /// The first and the last of many doses.
  func several(_ doses: [String]) -> String {
    guard let first = doses.first, let last = doses.last else { return "" }
    return "\(first) … \(last)"
  }

  /// A time as the diary has it, with its days in this language: a day, a day with an hour, or two of
  /// them with a slash between.
  func spoken(_ time: String) -> String {
    time.split(separator: "/").map { part in
      guard let day = CivilDate(iso: part.prefix(10)) else { return String(part) }
      return date(day) + part.dropFirst(10).replacing("T", with: " ")
    }.joined(separator: " – ")
  }

  /// A sentence of the program with its days in this language; what is part of a longer word stays.
  func spokenDays(in text: String) -> String {
    let bytes = Array(text.utf8)
    var spoken: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let end = place + 10
      // The hyphens first: words begin at every few bytes, and next to none of them is a day.
      if end <= bytes.count, bytes[place + 4] == UInt8(ascii: "-"),
        bytes[place + 7] == UInt8(ascii: "-"), place == 0 || !bytes[place - 1].isPartOfWord,
        end == bytes.count || !bytes[end].isPartOfWord,
        let day = CivilDate(iso: String(decoding: bytes[place..<end], as: UTF8.self))
      {
        spoken += Array(date(day).utf8)
        place = end
      } else {
        spoken.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: spoken, as: UTF8.self)
  }

  /// What comes before days without a group that leave gluten out, or wheat while tests for coeliac
  /// disease are open.
  func before(_ group: GroupID?) -> String? {
    guard let group = group?.rawValue else { return nil }
    if group == "gluten" { return coeliacFirst }
    return isCoeliacOpen && ["fructan", "yeast"].contains(group) ? wheatFirst : nil
  }

  func before(_ experiment: Experiment) -> String? {
    experiment.washoutDays > 0 ? before(experiment.group) : nil
  }

  func years(_ first: Int, _ last: Int) -> String {
    first == last ? "\(first)" : "\(first) – \(last)"
  }

  /// Hours without decimals: `9`, `4 or 26`.
  func wholeHours(_ hours: [Double]) -> String {
    either(hours.map { number($0, decimals: 0) })
  }

  func stretch(_ stretch: DataQuality.Stretch) -> String { period(stretch.start, stretch.end) }

  // MARK: Lists and names

  /// The parts that a reader may want to go to at once, by identifier, each with the view that it
  /// belongs to.
  var contentLinks: [(id: String, title: String, view: String)] {
    [
      ("keep", keepTitle, "patient"), ("next", nextTitle, "patient"),
      ("timeline", timelineLink, "clinic"), ("groups", groupsTitle, "clinic"),
      ("method", methodTitle, "clinic"), ("glossary", glossaryTitle, "clinic"),
    ]
  }

  /// The views of the page, by the identifier of what is shown.
  var viewLinks: [(String, String)] {
    [("patient", patientPart), ("clinic", dietitianView), ("report", wholeView)]
  }

  /// What stands where there is no value.
  var notKnown: String { "–" }

  /// What stands between the names of a list; a comma would not part names that hold one.
  func separator(of names: [String]) -> String {
    names.contains { $0.utf8.contains(UInt8(ascii: ",")) } ? "; " : ", "
  }

  func listOrDash(_ items: [String]) -> String {
    items.isEmpty ? notKnown : items.joined(separator: ", ")
  }

  /// The foods before the signs of a gate, by what stands before them: with known times, and without.
  func eatenBefore(
    _ gate: AnalysisResults.SafetyGate
  ) -> [(intro: String, foods: [AnalysisResults.SafetyGate.Food])] {
    let foods = gate.foods ?? []
    return [
      (eatenBeforeHours, foods.filter { $0.hoursBefore != nil }),
      (eatenBeforeDay, foods.filter { $0.hoursBefore == nil }),
    ].filter { !$0.1.isEmpty }
  }

  /// The first names, and how many more there are.
  func few(_ items: [String], limit: Int) -> String {
    items.count <= limit
      ? list(items) : list(Array(items.prefix(limit)) + [more(items.count - limit)])
  }

  /// A group's name, as it stands at the start of a line.
  func name(_ group: GroupID) -> String {
    group.builtInIndex == nil
      ? (labels[group.rawValue] ?? group.rawValue).shortened(to: 80) : builtInName(group)
  }

  /// What follows an effect that is written with one decimal.
  func direction(_ effect: Double, neither: String? = nil) -> String {
    effect.magnitude < 0.05 ? neither ?? self.neither : effect < 0 ? lower : higher
  }
}

extension GroupResult.Challenge {
  /// The days with values, at most six weeks after the first day; `nil` where there is none.
  var dayRange: ClosedRange<Int>? {
    let days = values.lazy.map(\.day)
    guard let first = days.min(), let last = days.max(), first <= 42 else { return nil }
    return max(first, -14)...max(min(last, 42), max(first, -14))
  }
}

extension Markup.NumberText.Style {
  /// How a number is written: with all its decimals and a true minus sign.
  static func number(decimals: Int, hasComma: Bool) -> Self {
    .init(decimals: decimals, isTrimmed: false, hasComma: hasComma, hasTrueMinus: true)
  }

  /// How an amount is written: as short as it can be said with two decimals.
  static func amount(hasComma: Bool) -> Self {
    .init(decimals: 2, isTrimmed: true, hasComma: hasComma)
  }
}

extension UInt8 {
  /// Whether a day beside the byte would be part of a word, such as the name of a file.
  fileprivate var isPartOfWord: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2F, 0x5F, 0x80...: true
    default: false
    }
  }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// The words of an identifier.
  var replacingHyphens: String {
    guard utf8.allSatisfy({ $0 < 128 }) else {
      return String(map { $0 == "-" || $0 == "_" ? " " : $0 })
    }
    let bytes = utf8.map { byte in
      byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") ? UInt8(ascii: " ") : byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
