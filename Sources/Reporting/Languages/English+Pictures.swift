// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel

extension English {
  // MARK: Certainty

  func windowsTitle(_ name: String) -> String {
    "\(name.capitalizedFirst): how often it was as bad without it"
  }
  func windowsDetailTitle(_ name: String) -> String {
    "Windows without \(name), against its tests"
  }
  func windowsDescription(squares: Int, of signs: Int) -> String {
    "\(signs) small signs for stretches without it. As bad as a test: \(squares) "
      + "\(squares == 1 ? "square" : "squares"). Calmer: \(signs - squares) "
      + "\(signs - squares == 1 ? "dot" : "dots"). The text beside it says the same."
  }
  private func asLong(_ isRead: Bool, _ name: String) -> String {
    " as long as \(isRead ? "the days we read as a test" : "a test") but without \(name), "
  }
  func windowsOfHundred(_ name: String, isRead: Bool) -> (String, String, String, String) {
    (
      "Of 100 stretches\(asLong(isRead, name))about ",
      " looked as bad (squares). The rest were calmer (dots). In this diary: ", " of ", "."
    )
  }
  func windowsCounted(_ name: String, worse: Int, of windows: Int, isRead: Bool) -> (
    String, String, String?
  ) {
    let without = " stretches" + asLong(isRead, name)
    if worse == 0 {
      return ("Of ", without + "none looked as bad. All were calmer (dots).", nil)
    }
    if worse == windows { return ("Of ", without + "all looked as bad (squares).", nil) }
    return ("Of ", without, " looked as bad (squares). The rest were calmer (dots).")
  }
  var windowsNote: String { "The small signs are not the chance that the answer is wrong." }
  var windowsDetailNote: String {
    "Squares: their rise was at least the mean rise of the tests. The windows overlap, so they count "
      + "for less than as many tests. This is not the probability that the verdict is wrong."
  }
  var hundredCaption: (String, String) {
    (
      "Think of 100 people with a diary like yours. For ",
      " of them, this would be a trigger."
    )
  }
  func hundredJoint(_ names: [String]) -> (String, String) {
    (
      "Think of 100 people with a diary like yours. For ",
      " of them, at least one of these would be a trigger: \(list(names))."
    )
  }
  var hundredNote: String {
    "We checked the counts of people with made-up diaries. They are not yet checked with patients."
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
