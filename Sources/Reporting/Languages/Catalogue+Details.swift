// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel

/// The timeline, the groups and the symptoms.
protocol DetailTexts {
  var disputed: String { get }

  // MARK: Timeline

  var symptomAxis: String { get }
  var symptomAxisNote: String { get }
  func timelineName(_ first: CivilDate, _ last: CivilDate) -> String
  func timelineDescription(_ results: AnalysisResults) -> String
  /// The signs of the timeline, by class, and what they mean.
  var legend: [(String, String)] { get }
  var lanesCut: String { get }
  /// What to write over a phase, longest first.
  func phase(_ phase: Timeline.Phase) -> [String]
  func phaseName(_ name: String) -> String
  func source(_ source: String) -> String
  var dayTable: String { get }
  func dayTableHeads(_ symptoms: [String]) -> [String]
  var phaseTable: String { get }
  var phaseTableHeads: [String] { get }
  func daysWithoutEntries(_ number: Int) -> String

  // MARK: Groups

  var factEffect: String { get }
  /// The chance of a group by itself that cannot be told apart from others.
  var factAlone: String { get }
  /// What limits that chance.
  func aloneNote(_ names: [String]) -> String
  var factEffectIfAny: String { get }
  var percentRange: String { get }
  /// Why a group's numbers differ: a title, and what follows each of them: the mean rise, the rise if
  /// there is one, the mean of the tests, the same without days with other factors.
  var numbersDiffer: (title: String, all: String, ifAny: String, tests: String, without: String) {
    get
  }
  /// What follows the rise if there is one, where the patient's part says it.
  var numbersDifferHalves: String { get }
  var factPeak: String { get }
  /// What follows a number of whole hours.
  func hoursAfter(_ hours: Double) -> String
  /// A day as counted from the day of eating, which is 0.
  func dayAfter(_ day: Int) -> String
  var hours: String { get }
  var about: String { get }
  var timingTitle: String { get }
  var timingNote: String { get }
  var groupSymptomsTitle: String { get }
  var groupSymptomsNote: String { get }
  var groupSymptomsHeads: [String] { get }
  var foodTable: String { get }
  var foodHeads: [String] { get }
  var exposureTable: String { get }
  var furtherExposures: String { get }
  var exposuresAbove: String { get }
  var exposureHeads: [String] { get }
  var possibly: String { get }
  func challengesTitle(_ number: Int) -> String
  var challengesNote: String { get }
  func challengesCut(_ number: Int) -> String
  func exposuresCut(_ shown: Int, of all: Int) -> String
  func challengeName(_ group: GroupID, _ number: Int) -> String
  func challengeDescription(_ challenge: GroupResult.Challenge) -> String
  /// Said behind a difference that is too small to go either way.
  var moreOrLess: String { get }
  var comparedBefore: String { get }
  func comparedAfter(_ days: Int) -> String
  var noComparison: String { get }
  var alsoThen: String { get }
  var withoutThoseDays: String { get }
  func leftOut(_ date: CivilDate) -> String
  var challengeTable: String { get }
  var challengeHeads: [String] { get }
  var valueTable: String { get }
  var valueTableHead: String { get }
  func valueRow(_ start: CivilDate) -> String
  func doseRow(_ start: CivilDate) -> String

  // MARK: Symptoms

  func symptomsIntro(_ outcome: AnalysisResults.Outcome) -> String
  var factMean: String { get }
  var factMedian: String { get }
  var factBand: String { get }
  var factAutocorrelation: String { get }
  var otherSymptoms: String { get }
  var symptomTableHint: String { get }
  func symptomDescription(_ first: CivilDate, _ last: CivilDate) -> String
  /// On how many days a symptom has a value.
  func valuesOn(_ days: Int) -> String
  /// The scale on which the diary notes a symptom, other than 0–10.
  func ownScale(_ low: String, _ high: String) -> String
  /// How much of that scale a point of 0–10 is.
  func ownPoint(_ points: String, _ low: String, _ high: String) -> String
}
