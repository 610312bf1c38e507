// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

extension AnalysisRun {
  /// What limits the analysis, in a fixed order.
  func warnings() -> [Warning] {
    let first = [
      strayDates, missingDays, symptomsOnly, foodsOnly, fewEntries, constantSymptomNames,
      noSymptoms,
    ]
    let last = [
      excludedDays("fasting", "fast", "refeeding", as: "a fast or the 48 hours after it"),
      excludedDays(
        "antibiotics", "antibiotics", "after antibiotics",
        as: "antibiotics or the 14 days after them"),
      excludedDays("illness", "illness", as: "illness"),
      excludedDays("travel", "travel", as: "travel"), unusedContexts,
    ]
    return (first + entryWarnings() + last).compactMap(\.self)
      + unreadWarnings() + medicalWarnings() + phaseWarnings() + protocolWarnings()
  }

  /// That rows about symptoms or the person could not be read, and which.
  private func unreadWarnings() -> [Warning] {
    let rows = SafetyGates.unreadRows(frame)
    guard !rows.isEmpty else { return [] }
    var warning = Warning(
      "rows-not-read",
      "\(Words.count(rows.count, "row")) that may hold symptoms or facts about the person could "
        + "not be read and \(rows.count == 1 ? "does" : "do") not count; their words were still "
        + "searched for signs of danger.", ["count": .count(rows.count)])
    warning.entries = rows.prefix(PhaseReview.mostRows).map { frame.reference($0) }
    return [warning]
  }

  private var strayDates: Warning? {
    let count = frame.strays.count
    guard count > 0 else { return nil }
    return Warning(
      "stray-dates",
      "\(Words.count(count, "entry lies", "entries lie")) more than ten years from the others and "
        + "\(count == 1 ? "was" : "were") left out.", ["count": .count(count)])
  }

  private var missingDays: Warning? {
    let (missing, total) = (frame.logged.count { !$0 }, frame.logged.count)
    guard missing > 0 else { return nil }
    return Warning(
      "missing-days",
      "\(missing) of \(Words.count(total, "day")) \(missing == 1 ? "has" : "have") no entry.",
      ["count": .count(missing), "total": .count(total)])
  }

  private var symptomsOnly: Warning? {
    guard exposures.foodEntries == 0, exposures.groups.isEmpty, !symptoms.records.isEmpty else {
      return nil
    }
    return Warning(
      code: "symptoms-only", text: "The diary has symptoms, but no food and no test.")
  }

  private var foodsOnly: Warning? {
    guard symptoms.records.isEmpty else { return nil }
    return Warning(
      code: "foods-only", text: "The diary has no symptom entry, so nothing can be judged.")
  }

  private var fewEntries: Warning? {
    let (count, needed) = (modelSeries.observations.count, ModelRun.fewestObservations)
    guard !symptoms.records.isEmpty, count < needed else { return nil }
    return Warning(
      "few-entries",
      "Only \(Words.count(count, "symptom value")) can be compared; at least \(needed) are needed.",
      ["count": .count(count), "needed": .count(needed)])
  }

  private var constantSymptomNames: Warning? {
    let names = constantSymptoms.sorted().map { symptoms.names[$0] }
    guard !names.isEmpty else { return nil }
    return Warning(
      "constant-symptoms",
      "Always noted and never better or worse, so it tells nothing about food and is left out "
        + "of the overall outcome: \(shown(names)).", arguments(names, as: "symptoms"))
  }

  private var noSymptoms: Warning? {
    guard isWithoutSymptoms else { return nil }
    return Warning(
      code: "no-symptoms",
      text: "The diary records no symptom at all, so there is nothing to compute a probability "
        + "from; that a food is tolerated rests on this alone.")
  }

  private func excludedDays(
    _ code: String, _ reasons: String..., as name: String
  ) -> Warning? {
    let count = frame.days.count { exclusions.reason($0).map(reasons.contains) ?? false }
    guard count > 0 else { return nil }
    return Warning(
      code, "\(Words.count(count, "day")) with \(name) left out of the comparisons.",
      ["days": .count(count)])
  }

  private var unusedContexts: Warning? {
    let names = confounders.unused.sorted()
    guard !names.isEmpty else { return nil }
    let shown = names.prefix(Self.mostNames).map { String($0.prefix(40)) }.joined(separator: ", ")
    return Warning(
      "unused-contexts", "Noted, but not used in the comparisons: \(shown).",
      arguments(names, as: "contexts"))
  }

  /// That medical events split the diary, which stretch is interpreted, and the rows that say so.
  private func medicalWarnings() -> [Warning] {
    let medical = exclusions.medical
    guard let first = medical.events.first, let last = medical.events.last else { return [] }
    let names = Set(medical.events.map(\.name)).sorted()
    let what = "Records before and after (\(Words.list(names))) are not comparable."
    let kept = medical.kept.map { days in
      " Only the days from \(CivilDate(dayNumber: days.lowerBound)) to "
        + "\(CivilDate(dayNumber: days.upperBound - 1)) are looked at."
    }
    var warning = Warning(
      "medical-event",
      what + (kept ?? " No stretch of the diary holds enough values to be looked at."),
      ["events": .texts(names)])
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
  private func phaseWarnings() -> [Warning] {
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
