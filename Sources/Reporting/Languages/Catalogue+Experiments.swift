// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis

/// The next experiments and their calendar.
protocol ExperimentTexts {
  // MARK: Foods and measures

  /// An amount of a food: `¼ cup of milk`, `2 boiled eggs`, `8 g of wheat gluten powder`.
  func measure(_ dose: Experiment.Dose, of food: String?) -> String
  /// The doses of all days in a few words: `¼, ½, 1 cup of milk`; `8 g of … on each of 7 days`.
  func measures(_ experiment: Experiment) -> String

  // MARK: The patient's part

  /// What comes before the tests; whether any of them is expected to tell much.
  func experimentsIntro(isTelling: Bool) -> String
  /// That a test beside better ones is expected to tell little.
  var tellsLittle: String { get }
  /// What the experiment is, where it is not a first test; then what to do, in short sentences.
  func steps(_ experiment: Experiment) -> String
  /// What comes before gluten is left out, however shortly.
  var coeliacFirst: String { get }
  /// What comes before wheat is left out while tests for coeliac disease are open.
  var wheatFirst: String { get }
  /// Why no test is proposed now; `nil` where the section has other words for it.
  func waiting(_ plan: ExperimentPlan) -> String?

  // MARK: The dietitian's page

  var experimentsTitle: String { get }
  func experimentsNote(isTelling: Bool) -> String
  var experimentsHeads: [String] { get }
  func experimentKind(_ experiment: Experiment) -> String
  /// `3 without · 3 with · 2 watching`.
  func experimentDays(_ experiment: Experiment) -> String
  func experimentAlso(_ names: [String]) -> String
  var experimentNow: String { get }
  var experimentIfRise: String { get }
  var experimentIfNone: String { get }
  var noGroup: String { get }

  // MARK: The calendar

  var calendarName: String { get }
  var calendarShift: String { get }
  func calendarWashout(_ name: String) -> String
  func calendarDose(_ name: String, _ dose: String) -> String
  func calendarWatch(_ name: String) -> String
  var calendarWrite: String { get }
  var calendarWriteText: String { get }
  var reportAt: String { get }
  var tablesAt: String { get }
  var calendarAt: String { get }
  var noCalendar: String { get }
  /// Why no calendar is written.
  func withoutCalendar(_ plan: ExperimentPlan) -> String
}
