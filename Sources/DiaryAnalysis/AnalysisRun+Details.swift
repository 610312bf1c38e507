// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

extension AnalysisRun {
  /// What the challenges of all groups are compared with.
  var challengeStatistics: ChallengeStatistics {
    let all = challenges.flatMap(\.self)
    return ChallengeStatistics(
      frame: frame, outcome: daily, exclusions: exclusions, confounders: confounders,
      baseline: phases.filter { $0.name == "baseline" }, records: symptoms.records, all: all,
      declared: all.filter { $0.source != "inferred" },
      facts: ConfounderFacts(frame: frame, confounders: confounders, exclusions: exclusions),
      schedule: RandomisedSchedule(phases: phases, options: options))
  }

  /// A result with the yardstick beside its probability, and the responses behind its doses.
  func detailed(
    _ result: GroupResult, doses: DoseSummary?, evidence: GroupEvidence
  ) -> GroupResult {
    var result = result
    if let probability = result.probability {
      result.placebo = PlaceboYardstick.result
      result.probabilityAfterPositive = PlaceboYardstick.afterPositive(probability)
      result.probabilityAfterNegative = PlaceboYardstick.afterNegative(probability)
    }
    if result.dose != nil { result.doseResponses = doses?.responses ?? [] }
    result.verdictWithoutConfounded = evidence.withoutConfounded
    return result
  }
}
