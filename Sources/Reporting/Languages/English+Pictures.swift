// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel

extension English {
  // MARK: Certainty

  func hundredTitle(_ name: String) -> String {
    "\(name.capitalizedFirst): how sure this is, of 100"
  }
  var hundredDescription: String {
    "One hundred small signs. Squares are people for whom it would be a trigger, diamonds are the "
      + "rest. The text beside it says the number."
  }
  var hundredCaption: (String, String) {
    (
      "Think of 100 people with a diary like yours. For ",
      " of them, this would be a trigger (squares). For the rest it would not (diamonds)."
    )
  }
  func hundredJoint(_ names: [String]) -> (String, String) {
    (
      "Think of 100 people with a diary like yours. For ",
      " of them, at least one of these would be a trigger (squares): \(list(names)). For the rest "
        + "none would (diamonds)."
    )
  }
  var hundredNote: String {
    "We checked such counts with made-up diaries. They are not yet checked with patients."
  }

  // MARK: Hours after eating

  func lagTitle(_ group: GroupID) -> String { "Rise in symptoms by hours after \(inner(group))" }
  func lagDescription(_ peak: GroupResult.PeakHours?, _ worst: [Double]) -> String {
    let start = "A line over the four days after eating. "
    guard let peak else { return start + "The table that follows holds its response times." }
    return start
      + "The worst time is about \(wholeHours(worst))\(hoursAfter(peak.median)), "
      + "range \(number(peak.low, decimals: 0)) to \(number(peak.high, decimals: 0))."
  }
  func lagPeak(_ hours: [Double]) -> String { "worst: about \(wholeHours(hours)) h" }
  var lagCaption: (String, String, String) {
    (
      "Up: the rise in points, if it is a trigger. Across: hours after one portion. All response "
        + "times are weighed by how well they fit. Diamond and bar: worst time and its range. Eaten on ",
      " day.", " days."
    )
  }

  // MARK: Doses

  func doseTitle(_ group: GroupID) -> String { "Doses of \(inner(group)) and what followed" }
  func doseDescription(above: Int, within: Int) -> String {
    "One sign for each day with a dose, at the highest value after it, 0 to 10. Above the usual "
      + "range: \(above). Within it: \(within). All values stand in the table that follows."
  }
  func doseCaption(_ unit: String, days: Int, isScaled: Bool) -> String {
    "Up: the highest \(isMean ? "mean of the symptoms" : "symptom") after a dose, 0–10, on "
      + "\(count(days, "day")). Across: the day’s dose, \(unit)"
      + (isScaled ? ", each step the same factor" : "")
      + ". Diamond: above the usual range (the band). Ring: within it."
  }

  // MARK: Calendar

  var weekdays: [String] { ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] }
  var calendarTitle: String { "Calendar of symptoms" }
  func calendarName(_ first: CivilDate, _ last: CivilDate) -> String {
    "The \(dayValue) of each day, \(period(first, last))"
  }
  func calendarDescription(values: Int, of days: Int) -> String {
    "A square for each day, bigger and darker where symptoms were worse. \(values) of "
      + "\(count(days, "day")) \(values == 1 ? "has" : "have") a value. All values stand in the table under “\(timelineTitle)”."
  }
  var calendarScale: String { "\(dayValue), 0–10:" }
  var calendarMissing: String { "no symptom entry" }
  var calendarEaten: String { " eaten" }
  var calendarCut: String { "Only the last two years are drawn here." }
}
