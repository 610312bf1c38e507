// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

extension AnalysisRun {
  /// What limits the analysis, in a fixed order.
  func warnings() -> [AnalysisResults.Warning] {
    let texts: [(String, String?)] = [
      ("stray-dates", strayDates), ("missing-days", missingDays),
      ("symptoms-only", symptomsOnly), ("foods-only", foodsOnly), ("few-entries", fewEntries),
      ("constant-symptoms", constantSymptomNames), ("no-symptoms", noSymptoms),
      ("absence-zero", absenceZero), ("severity-unknown", doubt(.noSeverity)),
      ("severity-word", doubt(.word)), ("scale-assumed", doubt(.noScale)),
      ("severity-outside-scale", doubt(.outside)), ("scale-changed", scaleChanged),
      ("unknown-foods", unknownFoods), ("possible-foods", possibleFoods),
      ("amount-capped", amountCapped), ("amount-without-unit", amountWithoutUnit),
      ("symptom-intervals-cut", intervalsCut),
      ("phases-cut", phasesCut), ("exposure-from-phase", exposureFromPhase),
      ("fasting", excludedDays("fast", "refeeding", as: "a fast or the 48 hours after it")),
      (
        "antibiotics",
        excludedDays(
          "antibiotics", "after antibiotics", as: "antibiotics or the 14 days after them")
      ), ("illness", excludedDays("illness", "illness", as: "illness")),
      ("travel", excludedDays("travel", "travel", as: "travel")),
      ("unused-contexts", unusedContexts),
    ]
    let plain = texts.compactMap { code, text in
      text.map { text in
        var warning = AnalysisResults.Warning(code: code, text: text)
        let arguments = arguments(of: code)
        warning.arguments = arguments.isEmpty ? nil : arguments
        return warning
      }
    }
    return plain
      + unreadWarnings() + medicalWarnings() + phaseWarnings() + protocolWarnings()
  }

  /// That rows about symptoms or the person could not be read, and which.
  private func unreadWarnings() -> [AnalysisResults.Warning] {
    let rows = SafetyGates.unreadRows(frame)
    guard !rows.isEmpty else { return [] }
    var warning = AnalysisResults.Warning(
      code: "rows-not-read",
      text:
        "\(Words.count(rows.count, "row")) that may hold symptoms or facts about the person could "
        + "not be read and \(rows.count == 1 ? "does" : "do") not count; their words were still "
        + "searched for signs of danger.")
    warning.arguments = ["count": .count(rows.count)]
    warning.entries = rows.prefix(PhaseReview.mostRows).map { frame.reference($0) }
    return [warning]
  }

  private var strayDates: String? {
    frame.strays.isEmpty
      ? nil
      : "\(Words.count(frame.strays.count, "entry", "entries")) lie more than ten years from the "
        + "others and were left out."
  }

  private var missingDays: String? {
    let missing = frame.logged.count { !$0 }
    return missing == 0
      ? nil : "\(missing) of \(Words.count(frame.logged.count, "day")) have no entry."
  }

  private var symptomsOnly: String? {
    exposures.foodEntries == 0 && exposures.groups.isEmpty && !symptoms.records.isEmpty
      ? "The diary has symptoms, but no food and no test." : nil
  }

  private var foodsOnly: String? {
    symptoms.records.isEmpty ? "The diary has no symptom entry, so nothing can be judged." : nil
  }

  private var fewEntries: String? {
    let count = modelSeries.observations.count
    return !symptoms.records.isEmpty && count < ModelRun.fewestObservations
      ? "Only \(Words.count(count, "symptom value")) can be compared; at least "
        + "\(ModelRun.fewestObservations) are needed." : nil
  }

  private var constantSymptomNames: String? {
    let names = constantSymptoms.sorted().map { String(symptoms.names[$0].prefix(60)) }
    guard !names.isEmpty else { return nil }
    let more = names.count > 8 ? " and \(names.count - 8) more" : ""
    return "Always noted and never better or worse, so it tells nothing about food and is left out "
      + "of the overall outcome: \(names.prefix(8).joined(separator: ", "))\(more)."
  }

  private var noSymptoms: String? {
    isWithoutSymptoms
      ? "The diary records no symptom at all, so there is nothing to compute a probability from; "
        + "that a food is tolerated rests on this alone."
      : nil
  }

  private var amountCapped: String? {
    exposures.cappedEntries == 0
      ? nil
      : "\(Words.count(exposures.cappedEntries, "food entry", "food entries")) with more than "
        + "\(Words.decimal(ExposureTable.topPortions)) portions: taken as that many."
  }

  private var amountWithoutUnit: String? {
    exposures.unitlessEntries == 0
      ? nil
      : "\(Words.count(exposures.unitlessEntries, "food entry", "food entries")) with a number above "
        + "\(Words.decimal(ExposureTable.topPortions)) and no unit that is known: taken as one portion. "
        + "Write the unit beside it, such as g or ml."
  }

  private var intervalsCut: String? {
    symptoms.cutIntervals == 0
      ? nil
      : "\(Words.count(symptoms.cutIntervals, "symptom entry", "symptom entries")) of many days: only "
        + "the first and the last day count, as such entries fill more days than can be looked at."
  }

  private var phasesCut: String? {
    phaseTable.left == 0
      ? nil
      : "\(Words.count(phaseTable.left, "phase")) beyond the first \(PhaseTable.mostPhases) "
        + "\(phaseTable.left == 1 ? "was" : "were") left out."
  }

  private var absenceZero: String? {
    guard absence == .zero, !symptoms.records.isEmpty else { return nil }
    let rated = Set(symptoms.records.map(\.day))
    let count = zeroDays.count { !rated.contains($0) }
    let why =
      options.absence == nil
      ? "This diary never notes the absence of a symptom, so" : "As asked,"
    return "\(why) days with other entries and no symptom count as days without symptoms: "
      + "\(Words.count(count, "day"))."
  }

  private func doubt(_ doubt: SymptomSeverity.Doubt) -> String? {
    guard let count = symptoms.doubts[doubt] else { return nil }
    let entries = Words.count(count, "symptom entry", "symptom entries")
    let middle = Words.decimal(SymptomSeverity.unknownSeverity)
    return switch doubt {
    case .noSeverity: "\(entries) without a severity: taken as \(middle) of 10."
    case .word: "\(entries) with a severity word that is not known: taken as \(middle) of 10."
    case .noScale: "\(entries) without a scale: taken as 0 to 10, or 0 to 100 where larger."
    case .outside: "\(entries) outside the scale: taken as the nearer end of it."
    }
  }

  private var scaleChanged: String? {
    symptoms.changedScales.isEmpty
      ? nil
      : "The scale changes within the diary for \(Words.list(symptoms.changedScales)); values were "
        + "brought to 0 to 10, but may not be comparable."
  }

  private var unknownFoods: String? {
    guard !exposures.unknown.isEmpty else { return nil }
    let entries = Words.count(exposures.unknown.count, "food entry", "food entries")
    return "\(entries) of \(exposures.foodEntries) were not understood; what they hold is unknown, "
      + "not nothing."
  }

  private var possibleFoods: String? {
    let names = Set(exposures.possibleFoods.values.flatMap(\.self)).sorted()
    guard !names.isEmpty else { return nil }
    let shown = names.prefix(8).map { String($0.prefix(60)) }
    let more = names.count > 8 ? " and \(names.count - 8) more" : ""
    return
      "These foods may or may not hold a group. They count half, and a tenth while the group is "
      + "left out: \(shown.joined(separator: ", "))\(more)."
  }

  private var exposureFromPhase: String? {
    let groups = Set(exposures.assumedChallenges).sorted().map(\.rawValue)
    return groups.isEmpty
      ? nil
      : "The diary names no food in the declared test of \(Words.list(groups)); the planned "
        + "doses, else one portion a day, were assumed."
  }

  private func excludedDays(_ one: String, _ other: String, as name: String) -> String? {
    let count = frame.days.count { exclusions.reason($0) == one || exclusions.reason($0) == other }
    return count == 0
      ? nil : "\(Words.count(count, "day")) with \(name) left out of the comparisons."
  }

  private var unusedContexts: String? {
    let names = confounders.unused.sorted()
    guard !names.isEmpty else { return nil }
    return
      "Noted, but not used in the comparisons: \(names.prefix(12).map { String($0.prefix(40)) }.joined(separator: ", "))."
  }

  /// That medical events split the diary, which stretch is interpreted, and the rows that say so.
  private func medicalWarnings() -> [AnalysisResults.Warning] {
    let medical = exclusions.medical
    guard let first = medical.events.first, let last = medical.events.last else { return [] }
    let names = Words.list(Set(medical.events.map(\.name)).sorted())
    let what = "Records before and after (\(names)) are not comparable."
    let kept = medical.kept.map { days in
      " Only the days from \(CivilDate(dayNumber: days.lowerBound)) to "
        + "\(CivilDate(dayNumber: days.upperBound - 1)) are looked at."
    }
    var warning = AnalysisResults.Warning(
      code: "medical-event",
      text: what + (kept ?? " No stretch of the diary holds enough values to be looked at."))
    warning.arguments = ["events": .texts(Set(medical.events.map(\.name)).sorted())]
    if let kept = medical.kept {
      warning.arguments?["keptFrom"] = .day(kept.lowerBound)
      warning.arguments?["keptTo"] = .day(kept.upperBound - 1)
    }
    warning.start = CivilDate(dayNumber: first.first)
    warning.end = CivilDate(dayNumber: last.last)
    warning.entries = medical.events.flatMap(\.entries).prefix(PhaseReview.mostRows).map {
      frame.reference($0)
    }
    return [warning]
  }

  /// Where the phases and the rest of the diary disagree.
  private func phaseWarnings() -> [AnalysisResults.Warning] {
    PhaseReview(
      frame: frame, declared: declared, exposures: exposures.groups,
      challenges: challenges.flatMap(\.self), inference: phaseInference,
      overruled: phaseTable.overruled
    ).warnings()
  }

  /// The phases with what follows from them.
  var phaseInference: PhaseInference {
    PhaseInference(frame: frame, phases: phases, daily: series.daily, band: band)
  }
}
