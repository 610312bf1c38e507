// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

extension English {
  var disputed: String {
    "Whether this group as such causes symptoms is disputed among researchers; take this result as "
      + "a hint at most."
  }

  // MARK: Timeline

  var symptomAxis: String { "Symptoms" }
  var symptomAxisNote: String { "0 none, 10 worst" }

  func timelineName(_ first: CivilDate, _ last: CivilDate) -> String {
    "Symptoms, phases and foods, \(period(first, last))"
  }

  func timelineDescription(_ results: AnalysisResults) -> String {
    var text = "The \(dayValue) of each day on a scale from 0 to 10. "
    if let low = results.outcome.baselineBand?.first, let high = results.outcome.baselineBand?.last
    {
      text += "The usual range lies from \(number(low)) to \(number(high)). "
    }
    return text + "Below it, the days on which foods were tested, and other factors. "
      + "All values stand in the table that follows."
  }

  /// The signs of the timeline, by class, and what they mean.
  var legend: [(String, String)] {
    [
      ("symptom", "\(dayValue) of the day"),
      ("band", "usual range: 8 of 10 days away from tests"),
      ("phase elimination", "foods left out"),
      ("phase challenge", "food tested"),
      ("phase washout", "usual diet, or pause after a test"),
      ("missing", "no symptom entry"),
      ("left-out", "not compared"),
      ("dose", "test day, with portions"),
      ("eaten", "eaten on another day"),
      ("factor", "other factor that day"),
    ]
  }

  var lanesCut: String { "Only the groups with the most telling verdicts are shown here." }

  /// What to write over a phase, longest first.
  func phase(_ phase: Timeline.Phase) -> [String] {
    let name = phaseName(phase.name)
    let groups = phase.groups.map { self.name($0) }
    if groups.isEmpty { return [name] }
    let all = groups.joined(separator: ", ")
    return phase.name == "challenge"
      ? ["Test: " + all, all, name] : ["\(name): \(all)", name]
  }

  func phaseName(_ name: String) -> String {
    switch name {
    case "baseline": return "Usual diet"
    case "elimination": return "Left out"
    case "challenge": return "Test"
    case "washout": return "Pause"
    default: return name.shortened(to: 40)
    }
  }

  func source(_ source: String) -> String {
    switch source {
    case "diary": return "named in the diary"
    case "protocol": return "from the protocol file"
    case "inferred": return "read from what was eaten"
    default: return source.shortened(to: 40)
    }
  }

  var dayTable: String { "Day by day" }
  func dayTableHeads(_ symptoms: [String]) -> [String] {
    ["Day", "\(dayValue.capitalizedFirst), 0–10"] + (symptoms.isEmpty ? ["Symptoms"] : symptoms)
      + ["Other factors", "Not compared because"]
  }
  var phaseTable: String { "Phases" }
  var phaseTableHeads: [String] { ["Phase", "Days", "Foods", "Known from", "Row"] }
  func daysWithoutEntries(_ number: Int) -> String {
    "\(count(number, "day")) without any entry \(number == 1 ? "is" : "are") not listed."
  }

  // MARK: Groups

  var factAlone: String { "Chance of a rise by itself" }
  func aloneNote(_ names: [String]) -> String {
    ". A guess, as it was eaten together with \(list(names))."
  }
  var factEffect: String { "Rise in symptoms" }
  var factEffectIfAny: String { "Rise, if there is one" }
  var percentRange: String { " % range" }
  var numbersDiffer: (title: String, all: String, ifAny: String, tests: String, without: String) {
    (
      "Why these numbers differ",
      ": all foods and factors together; “no rise” counts as 0.",
      ": the same, if there is a rise.",
      ": the tests alone, each with the days before it.",
      ": those tests without days with another factor."
    )
  }
  var numbersDifferHalves: String { " “\(patientPart)” says it in halves of a point." }
  var factPeak: String { "Worst time" }
  func hoursAfter(_ hours: Double) -> String {
    hours.rounded() == 1 ? " hour after eating" : " hours after eating"
  }
  func dayAfter(_ day: Int) -> String {
    switch day {
    case ...0: "the same day"
    case 1: "the next day"
    default: "\(count(day, "day")) after eating"
    }
  }
  var hours: String { " hours" }
  var about: String { "about " }
  var timingTitle: String { "How soon after eating" }
  var timingNote: String { "If it is a trigger: how well each response time fits" }
  var groupSymptomsTitle: String { "Which symptoms" }
  var groupSymptomsNote: String { "The same question, asked of each symptom by itself" }
  var groupSymptomsHeads: [String] { ["Symptom", "Chance that it rises", "Rise, if there is one"] }
  var foodTable: String { "Foods of this diary that hold it, or may" }
  var foodHeads: [String] { ["Food", "Eaten on"] }
  var exposureTable: String { "Days on which it was eaten" }
  var furtherExposures: String { "Other days on which it was eaten" }
  var exposuresAbove: String {
    "Days with a symptom value after them stand above, in the table of doses."
  }
  var exposureHeads: [String] { ["Day", "Portions", "Rows"] }
  var possibly: String { " (possible)" }

  func challengesTitle(_ number: Int) -> String {
    number == 1 ? "The test, day by day" : "The \(number) tests, side by side"
  }
  var challengesNote: String {
    "Day 0 is the first day of the test. The shaded band is the usual range, the dashed line the mean "
      + "of the days compared with. Bars show portions eaten."
  }
  func challengesCut(_ number: Int) -> String {
    "\(count(number, "other test")) \(number == 1 ? "is" : "are") listed without a picture."
  }
  func exposuresCut(_ shown: Int, of all: Int) -> String {
    "The \(shown) days with the highest amounts of \(all) are listed; results.json holds all."
  }
  func challengeName(_ group: GroupID, _ number: Int) -> String { "\(name(group)), test \(number)" }
  func challengeDescription(_ challenge: GroupResult.Challenge) -> String {
    guard let days = challenge.dayRange else { return dayValue.capitalizedFirst }
    return "\(dayValue.capitalizedFirst) of each day, 0 to 10, from day \(days.lowerBound) to "
      + "day \(days.upperBound): \(values(challenge, days))."
  }
  var moreOrLess: String { " points higher or lower" }
  var comparedBefore: String { " than on " }
  func comparedAfter(_ days: Int) -> String { days == 1 ? " day without it." : " days without it." }
  var noComparison: String { "No day to compare with." }
  var alsoThen: String { "At the same time: " }
  var withoutThoseDays: String { ". Without those days: " }
  func leftOut(_ date: CivilDate) -> String { "Not compared, \(shortDate(date)): " }
  var challengeTable: String { "Tests and comparison days" }
  var challengeHeads: [String] {
    [
      "Test", "Known from", "Difference, points", "Without days with other factors",
      "Mean of comparison days", "Comparison days", "Non-overlap (NAP, 90 % range)",
      "Windows at least as bad", "Rows",
    ]
  }
  var valueTable: String { "\(dayValue.capitalizedFirst) and portions by day of the test" }
  var valueTableHead: String { "Day" }
  func valueRow(_ start: CivilDate) -> String { "\(shortDate(start)): symptom" }
  func doseRow(_ start: CivilDate) -> String { "\(shortDate(start)): portions" }

  // MARK: Symptoms

  func symptomsIntro(_ outcome: AnalysisResults.Outcome) -> String {
    outcome.name == "overall"
      ? "The verdicts rest on the \(dayValue) of each day. Here is each symptom by itself."
      : "The verdicts rest on \(outcome.name.shortened(to: 60)). Here is each symptom by itself."
  }
  var factMean: String { "Mean of all days" }
  var factMedian: String { "Middle of the days away from tests" }
  var factBand: String { "Usual range" }
  var factAutocorrelation: String { "How much a day is like the day before (−1 to 1)" }
  var otherSymptoms: String { "Also noted: " }
  var symptomTableHint: String {
    "The values of every day stand in the table under “\(timelineTitle)”."
  }
  func valuesOn(_ days: Int) -> String { "values on \(count(days, "day"))" }
  func ownScale(_ low: String, _ high: String) -> String {
    "noted in the diary from \(low) to \(high)"
  }
  func ownPoint(_ points: String, _ low: String, _ high: String) -> String {
    "One point of 0–10 is \(points) on the scale of this diary, \(low) to \(high)."
  }
  func symptomDescription(_ first: CivilDate, _ last: CivilDate) -> String {
    "Worst value of each day from 0 to 10, \(period(first, last)). Days without a value are blank."
  }
}
