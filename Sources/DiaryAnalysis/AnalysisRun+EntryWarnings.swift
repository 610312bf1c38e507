// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

extension AnalysisResults.Warning {
  /// Creates a warning with what its sentence names.
  init(_ code: String, _ text: String, _ arguments: [String: Statement.Argument]) {
    self.init(code: code, text: text)
    self.arguments = arguments
  }
}

/// What entries leave open, and what was taken in its place.
extension AnalysisRun {
  typealias Warning = AnalysisResults.Warning

  /// The most names that the arguments of a warning list.
  static let mostNames = 12
  /// The most that its sentence lists.
  private static let mostShown = 8

  /// The warnings about symptoms, foods and phases as they were entered.
  func entryWarnings() -> [Warning?] {
    [
      absenceZero, severityUnknown, severityWord, scaleAssumed, severityOutsideScale, scaleChanged,
      unknownFoods, possibleFoods, amountCapped, amountWithoutUnit, intervalsCut, phasesCut,
      exposureFromPhase,
    ]
  }

  /// Names as the argument of a warning, and their number.
  func arguments(_ names: [String], as key: String) -> [String: Statement.Argument] {
    [
      key: .texts(names.prefix(Self.mostNames).map { String($0.prefix(60)) }),
      "count": .count(names.count),
    ]
  }

  /// Names as a sentence lists them.
  func shown(_ names: [String]) -> String {
    let shown = names.prefix(Self.mostShown).map { String($0.prefix(60)) }
    let more = names.count > shown.count ? " and \(names.count - shown.count) more" : ""
    return shown.joined(separator: ", ") + more
  }

  // MARK: Symptoms

  private var absenceZero: Warning? {
    guard absence == .zero, !symptoms.records.isEmpty else { return nil }
    let rated = Set(symptoms.records.map(\.day))
    let count = zeroDays.count { !rated.contains($0) }
    let unrated = frame.days.count { frame.hasOther($0) && !rated.contains($0) } - count
    let isAsked = options.absence != nil
    let why =
      isAsked ? "As asked," : "This diary never notes the absence of a symptom, so"
    return Warning(
      "absence-zero",
      "\(why) days with other entries and no symptom count as days without symptoms: "
        + "\(Words.count(count, "day"))."
        + (unrated == 0
          ? ""
          : " Not so before and after what the files with symptoms cover; nothing is known there of "
            + "\(Words.count(unrated, "day")) with other entries."),
      [
        "days": .count(count), "asked": .text(isAsked ? "yes" : "no"), "unrated": .count(unrated),
      ])
  }

  private var severityUnknown: Warning? {
    doubt(.noSeverity, "severity-unknown") {
      "\($0) without a severity: taken as \(Self.middle) of 10."
    }
  }

  private var severityWord: Warning? {
    doubt(.word, "severity-word") {
      "\($0) with a severity word that is not known: taken as \(Self.middle) of 10."
    }
  }

  private var scaleAssumed: Warning? {
    doubt(.noScale, "scale-assumed") {
      "\($0) without a scale: taken as 0 to 10, or 0 to 100 where larger."
    }
  }

  private var severityOutsideScale: Warning? {
    doubt(.outside, "severity-outside-scale") {
      "\($0) outside the scale: taken as the nearer end of it."
    }
  }

  private static var middle: String { Words.decimal(SymptomSeverity.unknownSeverity) }

  private func doubt(
    _ doubt: SymptomSeverity.Doubt, _ code: String, text: (String) -> String
  ) -> Warning? {
    symptoms.doubts[doubt].map { count in
      Warning(
        code, text(Words.count(count, "symptom entry", "symptom entries")),
        ["count": .count(count), "severity": .number(SymptomSeverity.unknownSeverity)])
    }
  }

  private var scaleChanged: Warning? {
    let names = symptoms.changedScales
    guard !names.isEmpty else { return nil }
    return Warning(
      "scale-changed",
      "The scale changes within the diary for \(Words.list(names)); values were "
        + "brought to 0 to 10, but may not be comparable.", arguments(names, as: "symptoms"))
  }

  private var intervalsCut: Warning? {
    let count = symptoms.cutIntervals
    guard count > 0 else { return nil }
    return Warning(
      "symptom-intervals-cut",
      "\(Words.count(count, "symptom entry", "symptom entries")) of many days: only "
        + "the first and the last day count, as such entries fill more days than can be looked at.",
      ["count": .count(count)])
  }

  // MARK: Foods

  private var unknownFoods: Warning? {
    let count = exposures.unknown.count
    guard count > 0 else { return nil }
    return Warning(
      "unknown-foods",
      "\(count) of \(Words.count(exposures.foodEntries, "food entry", "food entries")) "
        + "\(count == 1 ? "was not understood; what it holds" : "were not understood; what they hold") is "
        + "unknown, not nothing.",
      ["count": .count(count), "total": .count(exposures.foodEntries)])
  }

  private var possibleFoods: Warning? {
    let names = Set(exposures.possibleFoods.values.flatMap(\.self)).sorted()
    guard !names.isEmpty else { return nil }
    return Warning(
      "possible-foods",
      "These foods may or may not hold a group. They count half, and a tenth while the group is "
        + "left out: \(shown(names)).", arguments(names, as: "foods"))
  }

  private var amountCapped: Warning? {
    let count = exposures.cappedEntries
    guard count > 0 else { return nil }
    return Warning(
      "amount-capped",
      "\(Words.count(count, "food entry", "food entries")) with more than "
        + "\(Words.decimal(ExposureTable.topPortions)) portions: taken as that many.",
      ["count": .count(count), "portions": .number(ExposureTable.topPortions)])
  }

  private var amountWithoutUnit: Warning? {
    let count = exposures.unitlessEntries
    guard count > 0 else { return nil }
    return Warning(
      "amount-without-unit",
      "\(Words.count(count, "food entry", "food entries")) with a number above "
        + "\(Words.decimal(ExposureTable.topPortions)) and no unit that is known: taken as one "
        + "portion. Write the unit beside it, such as g or ml.",
      ["count": .count(count), "portions": .number(ExposureTable.topPortions)])
  }

  // MARK: Phases

  private var phasesCut: Warning? {
    let count = phaseTable.left
    guard count > 0 else { return nil }
    return Warning(
      "phases-cut",
      "\(Words.count(count, "phase")) beyond the first \(PhaseTable.mostPhases) "
        + "\(count == 1 ? "was" : "were") left out.",
      ["count": .count(count), "kept": .count(PhaseTable.mostPhases)])
  }

  private var exposureFromPhase: Warning? {
    let groups = Set(exposures.assumedChallenges).sorted()
    guard !groups.isEmpty else { return nil }
    return Warning(
      "exposure-from-phase",
      "The diary names no food in the declared test of \(Words.list(groups.map(\.rawValue))); the "
        + "planned doses, else one portion a day, were assumed.", ["groups": .groups(groups)])
  }
}
