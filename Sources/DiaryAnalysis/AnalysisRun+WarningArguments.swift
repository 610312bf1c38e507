// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

extension AnalysisRun {
  /// The most names that a warning lists.
  private static let mostNames = 12

  /// What the sentence of a warning names, by code; codes without arguments have none.
  func arguments(of code: String) -> [String: Statement.Argument] {
    switch code {
    case "stray-dates": ["count": .count(frame.strays.count)]
    case "missing-days":
      ["count": .count(frame.logged.count { !$0 }), "total": .count(frame.logged.count)]
    case "few-entries":
      [
        "count": .count(modelSeries.observations.count),
        "needed": .count(ModelRun.fewestObservations),
      ]
    case "constant-symptoms":
      names(constantSymptoms.sorted().map { symptoms.names[$0] }, as: "symptoms")
    case "absence-zero": absenceArguments
    case "severity-unknown": doubtArguments(.noSeverity)
    case "severity-word": doubtArguments(.word)
    case "scale-assumed": doubtArguments(.noScale)
    case "severity-outside-scale": doubtArguments(.outside)
    case "scale-changed": names(symptoms.changedScales, as: "symptoms")
    case "unknown-foods":
      ["count": .count(exposures.unknown.count), "total": .count(exposures.foodEntries)]
    case "possible-foods":
      names(Set(exposures.possibleFoods.values.flatMap(\.self)).sorted(), as: "foods")
    case "amount-capped":
      ["count": .count(exposures.cappedEntries), "portions": .number(ExposureTable.topPortions)]
    case "amount-without-unit":
      ["count": .count(exposures.unitlessEntries), "portions": .number(ExposureTable.topPortions)]
    case "symptom-intervals-cut": ["count": .count(symptoms.cutIntervals)]
    case "phases-cut":
      ["count": .count(phaseTable.left), "kept": .count(PhaseTable.mostPhases)]
    case "exposure-from-phase":
      ["groups": .groups(Set(exposures.assumedChallenges).sorted())]
    case "fasting": excludedArguments("fast", "refeeding")
    case "antibiotics": excludedArguments("antibiotics", "after antibiotics")
    case "illness", "travel": excludedArguments(code, code)
    case "unused-contexts": names(confounders.unused.sorted(), as: "contexts")
    default: [:]
    }
  }

  private func names(_ names: [String], as key: String) -> [String: Statement.Argument] {
    [
      key: .texts(names.prefix(Self.mostNames).map { String($0.prefix(60)) }),
      "count": .count(names.count),
    ]
  }

  private var absenceArguments: [String: Statement.Argument] {
    let rated = Set(symptoms.records.map(\.day))
    return [
      "days": .count(zeroDays.count { !rated.contains($0) }),
      "asked": .text(options.absence == nil ? "no" : "yes"),
    ]
  }

  private func doubtArguments(_ doubt: SymptomSeverity.Doubt) -> [String: Statement.Argument] {
    [
      "count": .count(symptoms.doubts[doubt] ?? 0),
      "severity": .number(SymptomSeverity.unknownSeverity),
    ]
  }

  private func excludedArguments(_ one: String, _ other: String) -> [String: Statement.Argument] {
    let days = frame.days.count {
      exclusions.reason($0) == one || exclusions.reason($0) == other
    }
    return ["days": .count(days)]
  }
}
