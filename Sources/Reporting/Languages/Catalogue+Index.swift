// SPDX-License-Identifier: Apache-2.0

/// The index of a batch.
protocol IndexTexts {
  var indexTitle: String { get }
  var indexCaption: String { get }
  var indexHeads: [String] { get }
  var indexLead: String { get }
  var indexLeadWithoutReports: String { get }
  var indexQuality: String { get }
  /// In place of triggers of a diary of which no group was judged.
  var indexNothingJudged: String { get }
  var indexPages: String { get }
  func indexPageOf(_ page: Int, _ pages: Int) -> String
  func indexAnswer(_ summary: BatchIndexSummary) -> String
  /// What the index's script needs, in its order.
  var indexControls: [String] { get }
  /// How many groups are folded.
  func indexGroups(_ number: Int) -> String
  func indexFailures(_ number: Int) -> String
  /// A safety gate in a few words.
  func gateName(_ gate: String) -> String
  func daysOf(_ logged: Int, _ all: Int) -> String
}
