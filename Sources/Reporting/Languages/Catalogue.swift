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
    return words
  }
}

/// What is the same in all languages.
extension Catalogue {
  // MARK: Numbers

  /// A number with a true minus sign.
  func number(_ value: Double, decimals: Int = 1) -> String {
    NumberText.text(
      value,
      .init(
        decimals: decimals, isTrimmed: false, hasComma: writesDecimalComma, hasTrueMinus: true))
  }

  /// A number as short as it can be said with two decimals.
  func amount(_ value: Double) -> String {
    NumberText.text(value, .init(decimals: 2, isTrimmed: true, hasComma: writesDecimalComma))
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

  func years(_ first: Int, _ last: Int) -> String {
    first == last ? "\(first)" : "\(first) – \(last)"
  }

  func stretch(_ stretch: DataQuality.Stretch) -> String { period(stretch.start, stretch.end) }

  // MARK: Lists and names

  /// The parts that a reader may want to go to at once, by identifier.
  var contentLinks: [(String, String)] {
    [
      ("keep", keepTitle), ("next", nextTitle), ("timeline", timelineLink),
      ("groups", groupsTitle), ("method", methodTitle), ("glossary", glossaryTitle),
    ]
  }

  /// The views of the page, by the identifier of what is shown.
  var viewLinks: [(String, String)] {
    [("patient", patientPart), ("clinic", dietitianView), ("report", wholeView)]
  }

  /// What stands where there is no value.
  var notKnown: String { "–" }

  func listOrDash(_ items: [String]) -> String {
    items.isEmpty ? notKnown : items.joined(separator: ", ")
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
  func direction(_ effect: Double) -> String {
    effect.magnitude < 0.05 ? neither : effect < 0 ? lower : higher
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
