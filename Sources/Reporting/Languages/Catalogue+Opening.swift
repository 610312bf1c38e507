// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel

/// The head, the answer and the names of the parts.
protocol OpeningTexts {
  /// The ISO 639 code.
  var language: String { get }
  /// What the user calls groups that are not built in.
  var labels: [String: String] { get set }

  /// Whether the outcome is the mean of the symptoms, not the worst of them.
  var isMean: Bool { get set }
  /// Whether the last days of the diary hold gluten, which tests for coeliac disease need.
  var eatsGluten: Bool { get set }
  /// Whether a gate holds that coeliac disease is not ruled out.
  var isCoeliacOpen: Bool { get set }

  // MARK: Numbers and dates

  /// Whether decimals follow a comma, not a point.
  var writesDecimalComma: Bool { get }
  func date(_ date: CivilDate) -> String
  func shortDate(_ date: CivilDate) -> String
  /// A day in as little room as a picture has.
  func chartDate(_ date: CivilDate) -> String
  /// A month in as little room as a picture has.
  func chartMonth(_ number: Int) -> String
  func period(_ start: CivilDate, _ end: CivilDate) -> String
  /// A day of a month that a later day of the list names.
  func dayOfMonth(_ day: Int) -> String
  /// A period of two days or more without its year, for tables of one year.
  func shortPeriod(_ start: CivilDate, _ end: CivilDate) -> String
  /// A share in hundredths; what would round to none or all says so.
  func hundredths(_ share: Double) -> String
  /// `a`, `a and b`, `a, b and c`.
  func list(_ items: [String]) -> String

  // MARK: Header

  var reportTitle: String { get }
  var skipLink: String { get }
  var contents: String { get }
  var participant: String { get }
  var noParticipant: String { get }
  var periodLabel: String { get }
  var loggedLabel: String { get }
  var outcomeLabel: String { get }
  func logged(_ period: AnalysisResults.Period) -> String
  func loggedLine(_ period: AnalysisResults.Period) -> String
  func outcome(_ outcome: AnalysisResults.Outcome) -> String

  // MARK: The answer

  var answerNothingStoodOut: String { get }
  var answerNoGroups: String { get }
  var answerNoDays: String { get }
  var answerNoOutcome: String { get }
  var answerNotYet: String { get }
  func answerLikely(_ names: [String], count: Int) -> String
  func answerLikelySet(_ names: [String]) -> String
  func answerPossible(_ names: [String]) -> String
  func answerDetail(likely: Int, possible: [String], tolerated: Int, notClear: Int) -> String
  func more(_ number: Int) -> String
  var and: String { get }
  var or: String { get }
  /// Names of which one is meant, and which is not known.
  func either(_ names: [String]) -> String

  // MARK: Sections

  var safetyTitle: String { get }
  var patientPart: String { get }
  var clinicPart: String { get }
  var morePart: String { get }
  var sawTitle: String { get }
  var keepTitle: String { get }
  var verdictsTitle: String { get }
  var openTitle: String { get }
  var timelineTitle: String { get }
  var exceptionsTitle: String { get }
  var nextTitle: String { get }
  var doctorTitle: String { get }
  var othersTitle: String { get }
  var groupsTitle: String { get }
  var symptomsTitle: String { get }
  var methodTitle: String { get }
  var glossaryTitle: String { get }
  var referencesTitle: String { get }
  var showTable: String { get }
  var sourceRows: String { get }
  /// The timeline's name among the links to the parts.
  var timelineLink: String { get }
  var viewsLabel: String { get }
  var dietitianView: String { get }
  var wholeView: String { get }
  var disclaimer: String { get }
}
