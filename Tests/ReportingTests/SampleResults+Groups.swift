// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel

extension SampleResults {
  static func groups() -> [GroupResult] {
    [gluten(), lactose(), egg(), fructan(), sorbitol(), caffeine(), mannitol()].map(detailed)
  }

  /// The yardstick, the responses to doses and the comparison without confounded days.
  private static func detailed(_ plain: GroupResult) -> GroupResult {
    var result = plain
    if let probability = plain.probability {
      result.placebo = .init(share: 0.26, reactionShare: 0.85, source: "a study")
      result.probabilityAfterPositive = (1 + probability) / 2 + 0.000_01
      result.probabilityAfterNegative = probability / 3
    }
    if let dose = plain.dose {
      let tried = plain.challenges.flatMap(\.doses).map(\.value)
      result.dose?.untestedAbove = tried.max()
      if let low = dose.highestTolerated, let high = dose.lowestProvoking {
        result.dose?.untestedBetween = [low, high]
      }
      result.doseResponses = tried.enumerated().map { place, value in
        .init(
          date: day(35 + place), dose: value, worst: 3.456_78, worstDate: day(36 + place),
          isAbove: place > 1)
      }
    }
    if plain.challenges.contains(where: { !$0.confounders.isEmpty }) {
      result.verdictWithoutConfounded = .init(
        reading: .weaker, days: 8, confoundedDays: 3, challenges: plain.challenges.count,
        challengesLeft: plain.challenges.count, effect: 1.3, effectWithout: 0.712_34, nap: 0.93,
        napWithout: 0.801_23)
    }
    return result
  }

  private static func lactose() -> GroupResult {
    GroupResult(
      group: GroupID(rawValue: "lactose"), verdict: .likelyTrigger, probability: 0.961_23,
      effect: .init(mean: 2.113_46, low: 1.1, high: 3.0),
      effectIfAny: .init(mean: 2.2, low: 1.3, high: 3.1),
      peakHours: .init(median: 9, low: 4, high: 20), timing: timing([0.11, 0.66, 0.18, 0.05]),
      dose: .init(unit: "g lactose", highestTolerated: 3, lowestProvoking: 12), exposedDays: 8,
      falseAlarmRate: 0.0435, falseAlarmWindows: 46,
      challenges: [
        challenge(35, doses: [0.25, 0.5, 1], effect: 2.412, confounders: ["sleep"]),
        challenge(56, doses: [0.5, 1, 1.5], effect: 2.1),
      ],
      reasons: ["Two tests agree.", "The timing fits lactose."], nextStep: "none",
      exposures: exposures(
        [(3, [1]), (9, [0.5]), (35, [0.25, 0.5, 1]), (56, [0.5, 1, 1.5])], food: "whole milk"),
      symptoms: [
        .init(
          symptom: "abdominal pain", probability: 0.94,
          effectIfAny: .init(mean: 2.3, low: 1.2, high: 3.3)),
        .init(
          symptom: "bloating", probability: 0.97,
          effectIfAny: .init(mean: 2.9, low: 1.7, high: 4.0)),
        .init(symptom: "tiredness", probability: 0.12, effectIfAny: nil),
      ])
  }

  private static func gluten() -> GroupResult {
    GroupResult(
      group: GroupID(rawValue: "gluten"), verdict: .possibleTrigger, probability: 0.412,
      effect: .init(mean: 0.8, low: -0.2, high: 2.3),
      effectIfAny: .init(mean: 1.7, low: 0.4, high: 2.9),
      peakHours: .init(median: 24, low: 9, high: 48), timing: timing([0.15, 0.25, 0.4, 0.2]),
      dose: .init(unit: "portions", highestTolerated: 1, lowestProvoking: 2), exposedDays: 9,
      falseAlarmRate: 0.1739, falseAlarmWindows: 46,
      challenges: [
        challenge(47, doses: [1, 2, 2], effect: 1.3, confounders: ["sleep", "stress"])
      ],
      reasons: ["One test only.", "Eaten together with fructans."],
      nextStep: "Test wheat again after a pause of a week.",
      exposures: exposures([(2, [1, 1]), (47, [1, 2, 2])], food: "wheat bread"))
  }

  private static func fructan() -> GroupResult {
    GroupResult(
      group: GroupID(rawValue: "fructan"), verdict: .possibleTrigger, probability: 0.391,
      effect: .init(mean: 0.7, low: -0.2, high: 2.2),
      effectIfAny: .init(mean: 1.6, low: 0.4, high: 2.8),
      timing: timing([0.1, 0.2, 0.45, 0.25]), exposedDays: 9, falseAlarmRate: 0.1739,
      falseAlarmWindows: 46, challenges: [challenge(47, doses: [1, 2, 2], effect: 1.3)],
      nextStep: "Test garlic by itself: half a clove, one clove, two cloves on three days.",
      exposures: exposures([(47, [1, 2, 2])], food: "wheat bread"))
  }

  private static func egg() -> GroupResult {
    GroupResult(
      group: GroupID(rawValue: "egg"), verdict: .tolerated, probability: 0.052,
      effect: .init(mean: 0.04, low: -0.1, high: 0.4),
      effectIfAny: .init(mean: 0.7, low: 0.1, high: 1.6),
      dose: .init(unit: "portions", highestTolerated: 2, lowestProvoking: nil), exposedDays: 11,
      falseAlarmRate: 0.6739, falseAlarmWindows: 46,
      challenges: [challenge(42, doses: [0.5, 1, 2], effect: -0.2)],
      reasons: ["Symptoms stayed in the usual range."],
      exposures: exposures([(4, [1, 1]), (42, [0.5, 1, 2])], food: "boiled egg"))
  }

  private static func sorbitol() -> GroupResult {
    GroupResult(
      group: GroupID(rawValue: "sorbitol"), verdict: .notClear, probability: 0.21,
      effect: .init(mean: 0.3, low: -0.3, high: 1.5), exposedDays: 3, falseAlarmRate: 0.3043,
      falseAlarmWindows: 46,
      challenges: [
        challenge(
          63, doses: [1, 1, 2], effect: 0.6, confounders: ["illness"],
          excluded: [.init(date: day(66), reason: "stomach bug (illness)")])
      ],
      nextStep: "Repeat the test when you are well: apple, small, medium and large.",
      exposures: exposures([(63, [1, 1, 2])], food: "apple"))
  }

  private static func caffeine() -> GroupResult {
    GroupResult(
      group: GroupID(rawValue: "caffeine"), verdict: .tolerated, probability: 0.081,
      effect: .init(mean: 0.1, low: -0.2, high: 0.6),
      dose: .init(unit: "mg caffeine", highestTolerated: 180, lowestProvoking: nil),
      exposedDays: 62)
  }

  private static func mannitol() -> GroupResult {
    GroupResult(group: GroupID(rawValue: "mannitol"), verdict: .notTested)
  }

  private static func timing(_ shares: [Double]) -> [GroupResult.TimingProbability] {
    zip([4.0, 12, 26, 44], shares).map { .init(meanHours: $0, probability: $1) }
  }
}
