// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// What to do next about a group, in one sentence.
enum NextStep {
  /// The word for no suggestion.
  static let none = "none"

  /// The suggestion; `none` where a safety gate withholds it.
  static func sentence(
    _ verdict: Verdict, evidence: GroupEvidence, dose: GroupResult.Dose?,
    separation: AnalysisResults.Separation?, withheld: Bool
  ) -> String {
    guard !withheld else { return none }
    let isInLikelySet = (evidence.setProbability ?? 0) >= VerdictRules.likely
    if let separation, verdict == .possibleTrigger || isInLikelySet && verdict == .notClear {
      return "Test \(separation.testGroup.rawValue) by itself: \(separation.testFood), three days "
        + "with a small, a medium and a usual portion, after three days without."
    }
    let repeats = evidence.challenges.compactMap(\.effect).count
    switch verdict {
    case .likelyTrigger:
      guard repeats >= 2 else {
        return "Repeat the challenge once, after at least three days without: a second one makes "
          + "the answer much surer."
      }
      return smallerDose(dose)
    case .possibleTrigger:
      return "Repeat the challenge after at least three days without, with nothing else new on "
        + "those days."
    case .notClear where evidence.exposure.certainDays.isEmpty:
      return "Test it by itself: three days with a small, a medium and a usual portion of a food "
        + "that surely holds it, and a symptom value on each of those days and the three after."
    case .notClear:
      return "Test it once more by itself: three days with a small, a medium and a usual portion, "
        + "and a symptom value on each of those days and the three after."
    case .tolerated: return "Keep eating it; no further test is needed."
    case .notTested:
      return "Bring it back by itself for three days, with a small, a medium and a usual portion."
    case .cannotBeJudged: return cannot(evidence)
    }
  }

  private static func smallerDose(_ dose: GroupResult.Dose?) -> String {
    guard let tolerated = dose?.highestTolerated, let dose else {
      return "Leave it out for now, and test half a portion in some weeks."
    }
    return "Stay at or below \(Words.decimal(tolerated)) \(dose.unit) a day for now, and test a "
      + "little more in some weeks."
  }

  private static func cannot(_ evidence: GroupEvidence) -> String {
    if evidence.isConstant {
      return "Leave it out for two weeks, then bring it back for three days, and note symptoms "
        + "every day."
    }
    return "Note a symptom value every day, 0 where there is none, before the next test."
  }
}
