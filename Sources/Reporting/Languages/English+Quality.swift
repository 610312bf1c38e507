// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

/// Data quality, phases and beliefs.
extension English {
  var qualityTitle: String { "How good the data are" }
  var gradeLabel: String { "Data grade" }
  func grade(_ grade: DataQuality.Grade) -> String { "Data grade " + grade.rawValue }

  func gradeMeaning(_ grade: DataQuality.Grade) -> String {
    switch grade {
    case .a: "Grade A: nothing in the way the diary was kept speaks against its answers."
    case .b: "Grade B: the diary has small gaps."
    case .c: "Grade C: the diary has gaps that weaken its answers."
    case .d:
      "Grade D: the diary has too few entries, or too many gaps, to rest much on its answers."
    }
  }

  var qualityCaption: String { "What the grade is made of" }
  var qualityHeads: [String] { ["Counted", "How many", "Rating", "Where"] }
  var groupGradesCaption: String { "Grades by food group" }
  var groupGradeHeads: [String] {
    [
      "Food group", "Grade", "Days with a value after eating", "Days with a certain food",
      "Repeats",
    ]
  }
  var outOf: String { " of " }
  var chanceIs: String { "; chance does this with p = " }

  func rating(_ rating: DataQuality.Rating) -> String {
    switch rating {
    case .good: "good"
    case .fair: "fair"
    case .poor: "poor"
    }
  }

  /// What a part counts.
  func qualityPart(_ code: String) -> String {
    switch code {
    case "logged-days": return "Days with any entry"
    case "symptom-days": return "Days with a symptom value"
    case "challenge-days": return "Days of tests and their tails with a value"
    case "missing-after-bad-days": return "Days without a value right after a bad day"
    case "missing-on-challenge-days": return "Days without a value during tests"
    case "identical-days": return "Days in blocks of the very same symptoms"
    case "identical-times": return "Days in blocks of the very same clock time"
    case "late-entries": return "Rows that stand after those of much later days"
    case "scale-changes": return "Symptoms whose scale changes"
    case "food-only-days": return "Days in stretches of foods without symptoms"
    case "symptom-only-days": return "Days in stretches of symptoms without foods"
    case "unknown-foods": return "Days with a food that was not understood"
    case "clock-times": return "Entries with a time of day"
    default: return code.replacingHyphens.capitalizedFirst.shortened(to: 60)
    }
  }

  // MARK: Phases

  /// Where the phases are known from, in one line; `nil` without any.
  func phaseSources(_ phases: [Timeline.Phase]) -> String? {
    let sources = ["diary", "protocol", "inferred"].filter { source in
      phases.contains { $0.source == source }
    }
    return sources.isEmpty ? nil : "Phases " + list(sources.map { self.source($0) })
  }

  func disagreements(_ number: Int) -> String {
    number == 1
      ? "one disagreement with the diary, listed under “\(exceptionsTitle)”"
      : "\(number) disagreements with the diary, listed under “\(exceptionsTitle)”"
  }

  /// A phase's name, with what is known of how a pause ended and of how a test was done.
  func longName(_ phase: Timeline.Phase) -> String {
    var name = phaseName(phase.name)
    if phase.resolved == false { name += ", symptoms not back to usual" }
    if phase.blinded == true { name += ", blinded" }
    return name
  }

  // MARK: Beliefs

  var beliefsTitle: String { "What was suspected, and what the diary shows" }
  var beliefsNote: String { "What was suspected beforehand changes none of the numbers." }
  var beliefHeads: [String] {
    ["Food group", "Suspected", "What the diary shows", "Chance of a rise"]
  }
  func believed(_ believed: Bool) -> String { believed ? "yes" : "no" }
}
