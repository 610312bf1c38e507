// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis

/// Data quality, phases and beliefs.
protocol QualityTexts {
  var qualityTitle: String { get }
  var gradeLabel: String { get }
  func grade(_ grade: DataQuality.Grade) -> String
  func gradeMeaning(_ grade: DataQuality.Grade) -> String
  var qualityCaption: String { get }
  var qualityHeads: [String] { get }
  var groupGradesCaption: String { get }
  var groupGradeHeads: [String] { get }
  var outOf: String { get }
  var chanceIs: String { get }
  func rating(_ rating: DataQuality.Rating) -> String
  /// What a part counts.
  func qualityPart(_ code: String) -> String

  // MARK: Phases

  /// Where the phases are known from, in one line; `nil` without any.
  func phaseSources(_ phases: [Timeline.Phase]) -> String?
  func disagreements(_ number: Int) -> String
  /// A phase's name, with what is known of how a pause ended and of how a test was done.
  func longName(_ phase: Timeline.Phase) -> String

  // MARK: Beliefs

  var beliefsTitle: String { get }
  var beliefsNote: String { get }
  var beliefHeads: [String] { get }
  func believed(_ believed: Bool) -> String
}
