// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// What to do next about a group, in one sentence.
enum NextStep {
  /// The word for no suggestion.
  static let none = "none"

  /// The suggestion as a code with arguments; `none` where a safety gate withholds it.
  static func statement(
    _ verdict: Verdict, evidence: GroupEvidence, dose: GroupResult.Dose?,
    separation: AnalysisResults.Separation?, withheld: Bool
  ) -> Statement {
    guard !withheld else { return Statement(none) }
    let isInLikelySet = (evidence.setProbability ?? 0) >= VerdictRules.likely
    if let separation, verdict == .possibleTrigger || isInLikelySet && verdict == .notClear {
      return Statement(
        "separate",
        ["group": .text(separation.testGroup.rawValue), "food": .text(separation.testFood)])
    }
    switch verdict {
    case .likelyTrigger:
      if evidence.challenges.compactMap(\.effect).count < 2 { return Statement("repeat-once") }
      guard let dose, let tolerated = dose.highestTolerated else {
        return Statement("leave-out-for-now")
      }
      return Statement(
        "stay-at-dose", ["dose": .number(tolerated), "unit": .text(dose.unit)])
    case .possibleTrigger: return Statement("repeat-alone")
    case .notClear where isGluten(evidence), .notTested where isGluten(evidence):
      return Statement("gluten-week", ["grams": 8])
    case .notClear:
      return Statement(
        evidence.exposure.certainDays.isEmpty ? "test-with-certain-food" : "test-once-more")
    case .tolerated: return Statement("keep-eating")
    case .notTested: return Statement("bring-back")
    case .cannotBeJudged:
      return Statement(evidence.isConstant ? "leave-out-then-bring-back" : "note-symptoms")
    }
  }

  /// The suggestion; `none` where a safety gate withholds it.
  static func sentence(
    _ verdict: Verdict, evidence: GroupEvidence, dose: GroupResult.Dose?,
    separation: AnalysisResults.Separation?, withheld: Bool
  ) -> String {
    guard !withheld else { return none }
    let isInLikelySet = (evidence.setProbability ?? 0) >= VerdictRules.likely
    if let separation, verdict == .possibleTrigger || isInLikelySet && verdict == .notClear {
      return
        "Test \(separation.testGroup.rawValue) by itself, with \(separation.testFood). Go three "
        + "days without it. Then eat a small, a medium and a usual portion on three days."
    }
    let repeats = evidence.challenges.compactMap(\.effect).count
    switch verdict {
    case .likelyTrigger:
      guard repeats >= 2 else {
        return "Repeat the test once, after at least three days without. A second test makes the "
          + "answer much surer."
      }
      return smallerDose(dose)
    case .possibleTrigger:
      return
        "Repeat the test after at least three days without it. Eat nothing else that is new on "
        + "those days."
    case .notClear where isGluten(evidence), .notTested where isGluten(evidence):
      return "Bring it back by itself: about 8 g of gluten a day for a week, after a week without. "
        + "Note your symptoms every day."
    case .notClear where evidence.exposure.certainDays.isEmpty:
      return "Test it by itself: three days with a small, a medium and a usual portion of a food "
        + "that surely holds it, and a symptom value on each of those days and the three after."
    case .notClear:
      return
        "Test it once more by itself: a small, a medium and a usual portion on three days. Note "
        + "your symptoms on those days and on the three days after."
    case .tolerated: return "Keep eating it; no further test is needed."
    case .notTested:
      return "Bring it back by itself: a small, a medium and a usual portion on three days."
    case .cannotBeJudged: return cannot(evidence)
    }
  }

  /// Gluten is tested for a week, not for three days: `docs/experiments.md`, section 2.
  private static func isGluten(_ evidence: GroupEvidence) -> Bool {
    evidence.exposure.group.rawValue == "gluten"
  }

  private static func smallerDose(_ dose: GroupResult.Dose?) -> String {
    guard let tolerated = dose?.highestTolerated, let dose else {
      return "Leave it out for now, and test half a portion in some weeks."
    }
    let unit = dose.unit == "portions" && tolerated == 1 ? "portion" : dose.unit
    return "Stay at or below \(Words.decimal(tolerated)) \(unit) a day for now. Test a little more "
      + "in some weeks."
  }

  private static func cannot(_ evidence: GroupEvidence) -> String {
    if evidence.isConstant {
      return
        "Leave it out for two weeks. Then bring it back for three days, and note your symptoms "
        + "every day."
    }
    return "Before the next test, note your symptoms every day; write 0 where there are none."
  }
}
