// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel

@testable import Reporting

/// What the members of a catalogue are asked to say in tests.
enum CatalogueSamples {
  /// Whether tests show a verdict, and whether tests are withheld.
  static let standings = [(true, true), (true, false), (false, true), (false, false)]
  static let gates = [
    "possible-immediate-allergy", "known-allergy", "avoided-allergen", "care-team", "red-flags",
    "swallowing", "coeliac-not-excluded", "fasting", "long-elimination",
  ]
  static let factors = [
    "sleep", "sleep-quality", "menses", "premenstrual", "breathing-exercise", "other-challenge",
    "exercise", "exercise-intense", "exercise-moderate", "alcohol", "caffeine", "medication",
    "antibiotics", "illness", "travel", "fasting", "refeeding", "journaling", "good-sleep",
  ]
  static let phases = ["baseline", "elimination", "challenge", "washout"]
  static let qualityParts = [
    "logged-days", "symptom-days", "challenge-days", "missing-after-bad-days",
    "missing-on-challenge-days", "identical-days", "identical-times", "late-entries",
    "scale-changes", "food-only-days", "symptom-only-days", "unknown-foods", "clock-times",
  ]
  /// The codes of `ExperimentFood`.
  static let foods = [
    "wheat-gluten", "lactose-free-milk", "hard-cheese", "milk", "lactose-powder", "tofu",
    "boiled-egg", "peanuts", "almonds", "cod", "prawns", "mussels", "sesame-seeds",
    "mustard-seeds", "celery", "lupin-flour", "dried-apricots", "garlic", "onion", "wheat-bread",
    "canned-lentils", "honey", "blackberries", "button-mushrooms", "black-coffee", "tinned-tuna",
    "boiled-potato", "polenta", "yeast-flakes", "chilli-flakes", "table-top-sweetener",
  ]

  static let names = ["A", "B"]
  static let first = CivilDate(dayNumber: 20_515)
  static let last = CivilDate(dayNumber: 20_560)
  static let lactose = GroupID(rawValue: "lactose")
  static let results = SampleResults.make()
  static let challenge = SampleResults.challenge(35, doses: [1, 2], effect: 2)
  static let test = Timeline.Phase(
    name: "challenge", start: first, end: last, groups: [lactose], source: "diary")
  static let gate = AnalysisResults.SafetyGate(
    gate: "care-team", withholdsRetest: true, groups: [], entries: [], evidence: "age 16.5")
  static let ledger = GroupResult.LedgerItem.Direction.allCases.flatMap { direction in
    [false, true].map {
      GroupResult.LedgerItem(
        factor: "sleep", direction: direction, isUsual: $0, unit: nil, usualValue: nil, days: [],
        entries: [])
    }
  }

  static let settled: Timeline.Phase = {
    var phase = test
    phase.name = "washout"
    phase.resolved = false
    phase.blinded = true
    return phase
  }()

  static func dose(_ day: Int, _ dose: Double, _ unit: String) -> Experiment.Dose {
    Experiment.Dose(day: day, dose: dose, unit: unit, portions: dose, size: "small")
  }

  static let doses =
    foods.map { (Optional($0), dose(0, 2, "portion")) }
    + ["cup", "portion", "tablespoon", "teaspoon", "slice", "clove"].map { (nil, dose(0, 1, $0)) }

  static let experiments = [
    "first-test", "repeat", "higher-dose", "separate", "bring-back", "baseline-week",
  ].flatMap { kind in
    [[1.0, 1], [0.5, 2]].map { doses in
      Experiment(
        group: kind == "baseline-week" ? nil : lactose, kind: kind, reason: "open", food: "milk",
        start: first, washoutDays: 3,
        days: doses.enumerated().map { dose($0.offset, $0.element, "cup") }, watchDays: 3,
        expectedGain: 0.3)
    }
  }

  static let plans = [
    "wait-fast", "wait-antibiotics", "wait-illness", "wait-travel", "no-days", "nothing-open",
    "withheld",
  ].flatMap { status in
    [nil, first].map { ExperimentPlan(status: status, waitUntil: $0) }
  }
}
