// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

/// The English catalogue.
///
/// The patient's parts keep to short sentences and everyday words.
struct English: Catalogue {
  let language = "en"
  let writesDecimalComma = false
  var labels: [String: String] = [:]
  var isMean = false
  var eatsGluten = true
  var isCoeliacOpen = false

  /// What the outcome of a day is, in small letters.
  var dayValue: String { isMean ? "mean of the symptoms" : "worst symptom" }

  // MARK: Numbers and dates

  func date(_ date: CivilDate) -> String {
    let (year, number, day) = date.parts
    return NumberText.date(day, " ", month(number), year)
  }

  func shortDate(_ date: CivilDate) -> String {
    let (_, month, day) = date.parts
    return NumberText.date(day, " ", chartMonth(month))
  }

  func chartDate(_ date: CivilDate) -> String { shortDate(date) }

  func chartMonth(_ number: Int) -> String {
    Self.shortMonths.indices.contains(number - 1) ? Self.shortMonths[number - 1] : "?"
  }

  func period(_ start: CivilDate, _ end: CivilDate) -> String {
    if start == end { return date(start) }
    if start.year == end.year, start.month == end.month {
      return "\(start.day)–\(end.day) \(month(start.month)) \(start.year)"
    }
    return start.year == end.year
      ? "\(shortDate(start)) – \(shortDate(end)) \(end.year)" : "\(date(start)) – \(date(end))"
  }

  func dayOfMonth(_ day: Int) -> String { "\(day)" }

  func shortPeriod(_ start: CivilDate, _ end: CivilDate) -> String {
    start.year == end.year && start.month == end.month
      ? "\(start.day)–\(shortDate(end))" : "\(shortDate(start)) – \(shortDate(end))"
  }

  private func month(_ number: Int) -> String {
    Self.months.indices.contains(number - 1) ? Self.months[number - 1] : "?"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let shortMonths = months.map { String($0.prefix(3)) }

  /// A share in hundredths; what would round to none or all says so.
  func hundredths(_ share: Double) -> String {
    if share < 0.01 { return "less than 1" }
    if share > 0.99 { return "more than 99" }
    return NumberText.fixed(share * 100, decimals: 0)
  }

  /// A count and its noun: `1 day`, `3 days`.
  func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }

  func list(_ items: [String]) -> String { list(items, last: and) }

  /// The same with another word before the last: ` or `.
  private func list(_ items: [String], last link: String) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + link + last
  }

  func either(_ names: [String]) -> String { list(names, last: or) }

  // MARK: Header

  let reportTitle = "Food reintroduction report"
  let skipLink = "Skip to the report"
  let contents = "In this report"
  let participant = "Diary of"
  let noParticipant = "not named"
  let periodLabel = "Period"
  let loggedLabel = "Days with entries"
  let outcomeLabel = "Judged by"

  func logged(_ period: AnalysisResults.Period) -> String {
    "\(period.loggedDays) of \(period.days)"
  }

  func loggedLine(_ period: AnalysisResults.Period) -> String {
    "\(period.loggedDays) of \(count(period.days, "day")) with entries"
  }

  func outcome(_ outcome: AnalysisResults.Outcome) -> String {
    if outcome.symptoms.isEmpty { return "no symptom in this diary" }
    return outcome.name == "overall"
      ? "the \(dayValue) of each day" : outcome.name.shortened(to: 60)
  }

  // MARK: The answer

  let answerNothingStoodOut = "No food in this diary stood out."
  let answerNoGroups = "This diary names no food group that could be judged."
  let answerNoDays = "This diary holds no day that could be judged."
  let answerNoOutcome = "This diary holds no symptom, so no food could be judged."
  let answerNotYet = "This diary cannot answer the question yet."

  func answerLikely(_ names: [String], count: Int) -> String {
    count == 1
      ? "One food group stood out: \(list(names))."
      : "\(count) food groups stood out: \(list(names))."
  }

  func answerLikelySet(_ names: [String]) -> String {
    "Symptoms followed \(list(names)), which this diary cannot tell apart."
  }

  func answerPossible(_ names: [String]) -> String {
    "No food stood out clearly. This may play a part: \(list(names))."
  }

  func answerDetail(likely: Int, possible: [String], tolerated: Int, notClear: Int) -> String {
    var parts: [String] = []
    if likely > 0 {
      parts.append("Symptoms were higher after it than at other times.".plural(likely))
    }
    if likely > 0, !possible.isEmpty { parts.append("Less sure: \(list(possible)).") }
    if tolerated > 0 {
      parts.append(
        "\(count(tolerated, "food group")) \(tolerated == 1 ? "was" : "were") fine so far.")
    }
    if notClear > 0 {
      parts.append(
        "\(count(notClear, "food group")) \(notClear == 1 ? "has" : "have") no clear answer yet.")
    }
    return parts.joined(separator: " ")
  }

  func more(_ number: Int) -> String { "\(number) more" }
  let and = " and "
  let or = " or "

  // MARK: Sections

  let safetyTitle = "Read this first"
  let patientPart = "For you"
  let clinicPart = "For your dietitian or doctor"
  let morePart = "The details"
  let sawTitle = "What you tried, and what followed"
  let keepTitle = "Foods you can keep"
  let verdictsTitle = "What the diary shows"
  let openTitle = "What could not be told"
  let timelineTitle = "The whole diary in one picture"
  let exceptionsTitle = "Keep in mind when reading this"
  let nextTitle = "What to talk about next"
  let doctorTitle = "When to see a doctor"
  let othersTitle = "Other foods eaten along the way"
  let groupsTitle = "Each food group"
  let symptomsTitle = "Each symptom"
  let methodTitle = "Method and data"
  let glossaryTitle = "Words used here"
  let referencesTitle = "Sources"
  let showTable = "Show the numbers"
  let timelineLink = "Timeline"
  let sourceRows = "Where this stands in the diary"

  let viewsLabel = "What to show"
  let dietitianView = "For your dietitian"
  let wholeView = "Everything"

  let disclaimer =
    "This report organises and summarises diary records for discussion with a dietitian or doctor. "
    + "It does not diagnose, monitor or treat."
}

extension String {
  /// The sentence about one thing, said of several.
  fileprivate func plural(_ number: Int) -> String {
    number == 1 ? self : "Symptoms were higher after them than at other times."
  }
}
