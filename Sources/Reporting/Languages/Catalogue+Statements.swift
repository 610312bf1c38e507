// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel

/// What the analysis and the import say in sentences.
protocol StatementTexts {
  /// Why a group has its verdict: the sentence of the results, and what it says as a code.
  func reason(_ sentence: String, _ code: Statement?) -> String
  /// What to do next about a group.
  func nextStep(_ result: GroupResult) -> String
  /// What limits the reading.
  func warning(_ warning: AnalysisResults.Warning) -> String
  /// What in the diary fired a safety gate.
  func evidence(_ gate: AnalysisResults.SafetyGate) -> String
  /// What fired a safety gate and was only inferred, as a sentence.
  func inferred(_ fact: Statement) -> String
  /// Why a day is left out of the comparisons.
  func exclusion(_ reason: String) -> String
  /// A food that tells apart what was eaten together.
  func testFood(_ separation: AnalysisResults.Separation) -> String
  /// What was found in an input, and what to do about it.
  func finding(_ finding: Finding) -> String
  /// The name of a setting.
  func setting(_ name: String) -> String
  /// What a setting is set to.
  func settingValue(_ name: String, _ value: String) -> String
}
