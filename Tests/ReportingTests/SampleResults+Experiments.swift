// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel

extension SampleResults {
  /// The rich sample with three experiments, the third under the gate for gluten.
  static func experiments() -> AnalysisResults {
    var results = make()
    results.experiments = ExperimentPlan(
      status: "proposed",
      proposals: [
        .init(
          group: GroupID(rawValue: "fructan"), kind: "separate", reason: "not-separable",
          food: "garlic", start: day(75), washoutDays: 3,
          days: doses([0.25, 0.5, 1], "clove"), watchDays: 2, expectedGain: 0.412_345,
          probability: 0.41, probabilityIfPositive: 0.9, probabilityIfNegative: 0.08,
          chanceOfPositive: 0.4),
        .init(
          group: GroupID(rawValue: "egg"), kind: "repeat", reason: "possible", food: "boiled-egg",
          start: day(83), washoutDays: 3, days: doses([1, 2, 2], "piece"), watchDays: 3,
          expectedGain: 0.3, probability: 0.32, probabilityIfPositive: 0.8,
          probabilityIfNegative: 0.1, chanceOfPositive: 0.31),
        .init(
          group: GroupID(rawValue: "gluten"), kind: "first-test", reason: "not-tested",
          food: "wheat-gluten", start: day(92), washoutDays: 7,
          days: doses([Double](repeating: 8, count: 7), "g"), watchDays: 3, expectedGain: 0.2,
          probability: 0.2, probabilityIfPositive: 0.6, probabilityIfNegative: 0.1,
          chanceOfPositive: 0.2),
      ])
    return results
  }

  static func doses(_ amounts: [Double], _ unit: String) -> [Experiment.Dose] {
    amounts.enumerated().map {
      .init(
        day: $0.offset, dose: $0.element, unit: unit, portions: 1,
        size: amounts.count == 3 ? ["small", "medium", "large"][$0.offset] : "usual")
    }
  }
}
