// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel

/// Groups, verdicts and the verdict strip.
protocol GroupTexts {
  /// The name of a built-in group, as it stands at the start of a line.
  func builtInName(_ group: GroupID) -> String
  /// The name in as little room as a picture has.
  func chartName(_ group: GroupID) -> String
  /// The name of a built-in group in a narrow column: long words may have soft hyphens.
  func stripName(_ group: GroupID) -> String
  /// Foods that hold the group; `nil` for a group that a user named.
  func examples(_ group: GroupID) -> String?
  /// Those foods without wheat, of which nobody is to eat more or less before coeliac disease is ruled out.
  func examplesWithoutWheat(_ group: GroupID) -> String?
  /// A group's name within a sentence.
  func inner(_ group: GroupID) -> String

  // MARK: Verdicts

  func word(_ verdict: Verdict) -> String
  /// What a verdict means; whether the tests show it, and whether no test is to be suggested.
  func meaning(_ verdict: Verdict, isShown: Bool, isWithheld: Bool) -> String
  /// What tolerated means where symptoms followed a test all the same.
  var toleratedThoughFollowed: String { get }

  // MARK: Verdict strip

  var columnGroup: String { get }
  var columnVerdict: String { get }
  var columnEffect: String { get }
  var columnDose: String { get }
  var columnRepeats: String { get }
  var columnChance: String { get }
  var columnOther: String { get }
  var verdictsIntro: String { get }
  var certaintyBefore: String { get }
  /// What stands before the chance that at least one of several groups is a trigger.
  func jointBefore(_ names: [String]) -> String
  var certaintyAfter: String { get }
  var between: String { get }
  var higher: String { get }
  var lower: String { get }
  var neither: String { get }
  /// What stands before the least number that is written.
  var lessThan: String { get }
  var noEffect: String { get }
  var noRiseUpTo: String { get }
  var riseFrom: String { get }
  var dosesDisagree: String { get }
  func unit(_ unit: String, _ value: Double) -> String
  func summaryOthers(_ names: String) -> String
  var summaryHeads: [String] { get }
  /// The tests, and how many of them could be compared where not all could.
  func tests(_ number: Int, compared: Int) -> String
  /// The sentence around the number of days: before, after one, after several.
  var daysEaten: (String, String, String) { get }
  /// The sentence around `k` of `n` windows: before, between, after.
  func chanceSentence(windows: Int) -> (String, String, String)
  func otherFactors(_ number: Int, of total: Int) -> String
  /// A factor other than food that may move symptoms.
  func confounder(_ name: String) -> String
  /// The name of the group or groups is as within a sentence.
  func effectTitle(_ name: String) -> String
  func forestDescription(_ name: String, _ effect: GroupResult.Interval) -> String
}
