// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import Markup

extension English {
  // MARK: Yardstick

  var yardstick: (String, String, String) {
    (
      "By that yardstick, a second test that symptoms follow would make the chance ",
      " in 100; one that none follow, ", " in 100."
    )
  }

  // MARK: Effect sizes

  var windowsBefore: String { ", of " }

  func windowsAfter(_ kind: String?, _ number: Int) -> String {
    let many = number == 1 ? "" : "s"
    return kind == "randomisation" ? " start\(many) drawn by lot" : " window\(many)"
  }

  var effectTable: String { "Effect sizes: the days of the test against the comparison days" }
  var effectHeads: [String] {
    [
      "Test", "Days of the test", "Compared with", "Tau (−1 to 1)", "Tau without the trend before",
      "Hedges’ g", "Log ratio of means", "Change of level, points (90 % range)",
      "Likeness from day to day (φ)",
    ]
  }

  // MARK: Other factors

  var withoutTable: String { "With and without the days on which something else stood" }
  var withoutHeads: [String] {
    [
      "Days counted", "Tests", "Days", "Difference, points", "Non-overlap (NAP)",
      "Chance of a rise, in 100", "Verdict",
    ]
  }
  var allDays: String { "All days of the tests" }
  var daysWithout: String { "Without those days" }

  func chanceWithout(values: Int) -> String {
    "The chance and the verdict without are those without its own \(count(values, "symptom value")) "
      + "on test days on which something else stood beside it."
  }

  func differenceAgainstChance(isSmaller: Bool) -> String {
    "Without those days the difference is \(isSmaller ? "smaller" : "larger"), yet the chance is "
      + "\(isSmaller ? "higher" : "lower"). Both can be: the difference looks at the days of the tests "
      + "alone; the chance weighs all days and foods together, and there the values left out spoke "
      + "\(isSmaller ? "against" : "for") a rise."
  }

  func verdictWithout(_ verdict: Verdict) -> String {
    "Without those values the answer would be: \(word(verdict))."
  }

  func reading(_ reading: GroupResult.ConfoundedComparison.Reading) -> String {
    switch reading {
    case .stands: "Leaving those days out changes little."
    case .weaker: "Without those days the rise is less than a point."
    case .gone: "Without those days there is no rise."
    case .stronger: "Without those days the rise is a point or more."
    case .differs: "Leaving those days out changes the numbers: compare the two columns."
    case .noDaysLeft: "No day of the tests is left without another factor."
    }
  }

  var ledgerTable: String { "What else stood on the days of the tests" }
  var ledgerHeads: [String] {
    ["Test", "Factor", "Days, what was noted, and what it may do to symptoms", "Rows"]
  }

  func direction(_ item: GroupResult.LedgerItem) -> String {
    let text =
      switch item.direction {
      case .mayWorsen: "may worsen"
      case .mayEase: "may ease"
      case .either: "may do either"
      }
    return item.isUsual ? "as usual" : text
  }

  func factor(_ name: String) -> String {
    switch name {
    case "sleep": return "sleep"
    case "sleep-quality": return "sleep quality"
    case "exercise-intense": return "long or hard exercise"
    case "exercise-moderate": return "moderate exercise"
    case "alcohol": return "alcohol the day before"
    case "caffeine": return "more caffeine than usual"
    case "refeeding": return "first days after a fast"
    case "good-sleep": return "sleep of the usual length or more"
    default: return confounder(name)
    }
  }

  func noted(_ unit: String, _ value: Double) -> String {
    unit == "drinks" && isOne(value) ? "drink" : unit
  }
  var usually: (String, String) { (" (usually ", ")") }
  var usualHere: String { "Usual in this diary: " }

  // MARK: Doses

  func doseTable(_ unit: String) -> String {
    "Each day’s dose, \(doseUnit(unit)), and the highest \(isMean ? "mean of the symptoms" : "symptom") after it"
  }
  var doseHeads: [String] {
    ["Day", "Dose", "Highest after it, 0–10", "Days later", "Against the usual range", "Rows"]
  }
  func range(isAbove: Bool) -> String { isAbove ? "above" : "within" }
  func doseUnit(_ unit: String) -> String { unit.shortened(to: 40) }

  var untestedAbove: (String, String) { ("Nothing is known of more than ", " a day.") }
  var untestedBetween: (String, String, String) {
    ("No dose was tried between ", " and ", " a day.")
  }

  // MARK: What may help

  var helpfulTable: String { "Days with and without what may help, in this diary" }
  var helpfulHeads: [String] {
    ["Factor", "Days with", "Mean", "Days without", "Mean", "Difference, points"]
  }
  var helpfulNote: String {
    "These are means of the days as they were. They do not show that one thing led to the other: on "
      + "good days people may do more."
  }
}
