// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// What to do next about a group.
enum NextStep {
  /// The word for no suggestion.
  static let none = "none"

  /// The suggestion, as a sentence and as a code; `none` where a safety gate withholds it.
  static func step(
    _ verdict: Verdict, evidence: GroupEvidence, dose: GroupResult.Dose?,
    separation: AnalysisResults.Separation?, withheld: Bool
  ) -> Reason {
    guard !withheld else { return Reason(none, none) }
    let step = step(verdict, evidence: evidence, dose: dose, separation: separation)
    let group = step.statement.text("group") ?? evidence.exposure.group.rawValue
    guard group == "gluten", leavesOut.contains(step.statement.code) else { return step }
    var careful = step
    careful.text = coeliacFirst + " " + step.text
    careful.statement.arguments["first"] = .text("coeliac-test")
    return careful
  }

  /// What comes before gluten is left out, however shortly: the test is valid only while it is eaten.
  private static let coeliacFirst =
    "If you have not been tested for coeliac disease: have that test first, while you still eat gluten "
    + "(NICE NG20)."

  /// The steps that begin with days without a group.
  private static let leavesOut: Set<String> = [
    "repeat-once", "repeat-alone", "gluten-week", "separate", "leave-out-for-now",
    "leave-out-then-less", "test-once-more", "leave-out-then-bring-back",
  ]

  private static func step(
    _ verdict: Verdict, evidence: GroupEvidence, dose: GroupResult.Dose?,
    separation: AnalysisResults.Separation?
  ) -> Reason {
    if let separation, verdict == .possibleTrigger { return separate(separation) }
    switch verdict {
    case .likelyTrigger:
      guard evidence.challenges.compactMap(\.effect).count >= 2 else {
        return Reason(
          "repeat-once",
          "Repeat the test once, after at least three days without. A second test makes the "
            + "answer much surer.")
      }
      return smallerDose(dose)
    case .possibleTrigger:
      return Reason(
        "repeat-alone",
        "Repeat the test after at least three days without it. Eat nothing else that is new on "
          + "those days.")
    case .notClear where isGluten(evidence), .notTested where isGluten(evidence):
      return Reason(
        "gluten-week", ["grams": 8],
        "Bring it back by itself: about 8 g of gluten a day for a week, after a week without. "
          + "Note your symptoms every day.")
    case .notClear: return onceMore(evidence)
    case .tolerated:
      return Reason("keep-eating", "Keep eating it; no further test is needed.")
    case .notTested:
      return Reason(
        "bring-back",
        "Bring it back by itself: a small, a medium and a usual portion on three days.")
    case .cannotBeJudged: return cannot(evidence)
    }
  }

  private static func separate(_ separation: AnalysisResults.Separation) -> Reason {
    Reason(
      "separate",
      ["group": .text(separation.testGroup.rawValue), "food": .text(separation.testFood)],
      "Test \(separation.testGroup.rawValue) by itself, with \(separation.testFood). Go three "
        + "days without it. Then eat a small, a medium and a usual portion on three days.")
  }

  private static func onceMore(_ evidence: GroupEvidence) -> Reason {
    guard !evidence.exposure.certainDays.isEmpty else {
      return Reason(
        "test-with-certain-food",
        "Test it by itself: three days with a small, a medium and a usual portion of a food "
          + "that surely holds it, and a symptom value on each of those days and the three after.")
    }
    return Reason(
      "test-once-more",
      "Test it once more by itself: a small, a medium and a usual portion on three days. Note "
        + "your symptoms on those days and on the three days after.")
  }

  /// Gluten is tested for a week, not for three days: `docs/experiments.md`, section 2.
  private static func isGluten(_ evidence: GroupEvidence) -> Bool {
    evidence.exposure.group.rawValue == "gluten"
  }

  private static func smallerDose(_ dose: GroupResult.Dose?) -> Reason {
    guard let dose, dose.lowestProvoking != nil else {
      return Reason(
        "leave-out-for-now", "Leave it out for now, and test half a portion in some weeks.")
    }
    guard let tolerated = dose.highestTolerated else {
      // No amount by its name: half a portion may be the very dose that symptoms followed.
      return Reason(
        "leave-out-then-less",
        "Leave it out for now. In some weeks, test a quarter of the least amount that symptoms "
          + "followed.")
    }
    let unit = dose.unit == "portions" && tolerated == 1 ? "portion" : dose.unit
    return Reason(
      "stay-at-dose", ["dose": .number(tolerated), "unit": .text(dose.unit)],
      "Stay at or below \(Words.decimal(tolerated)) \(unit) a day for now. Test a little more "
        + "in some weeks.")
  }

  private static func cannot(_ evidence: GroupEvidence) -> Reason {
    guard evidence.isConstant else {
      return Reason(
        "note-symptoms",
        "Before the next test, note your symptoms every day; write 0 where there are none.")
    }
    return Reason(
      "leave-out-then-bring-back",
      "Leave it out for two weeks. Then bring it back for three days, and note your symptoms "
        + "every day.")
  }
}
