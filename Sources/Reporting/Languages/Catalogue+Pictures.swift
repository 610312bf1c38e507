// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel

/// Certainty, hours after eating, doses, and the calendar of symptoms.
protocol PictureTexts {
  // MARK: Certainty

  /// The names of the pictures of stretches without a test: in the patient's part, and in a group's own.
  func windowsTitle(_ name: String) -> String
  func windowsDetailTitle(_ name: String) -> String
  func windowsDescription(squares: Int, of signs: Int) -> String
  /// The sentences around the count of 100, the count in the diary and the number of stretches there.
  ///
  /// Where all tests were only read from what was eaten, `isRead` says so.
  func windowsOfHundred(_ name: String, isRead: Bool) -> (String, String, String, String)
  /// The sentences around the number of stretches and how many were as bad; where none or all were, the
  /// number stands in the second, and there is no third.
  func windowsCounted(_ name: String, worse: Int, of windows: Int, isRead: Bool) -> (
    String, String, String?
  )
  /// What the stretches do not say: for patients, and for who knows more.
  var windowsNote: String { get }
  var windowsDetailNote: String { get }
  /// The sentences around the count of 100 people.
  var hundredCaption: (String, String) { get }
  /// The same of groups that the diary cannot tell apart.
  func hundredJoint(_ names: [String]) -> (String, String)
  /// What the counts rest on.
  var hundredNote: String { get }

  // MARK: Hours after eating

  func lagTitle(_ group: GroupID) -> String
  func lagDescription(_ peak: GroupResult.PeakHours?, _ worst: [Double]) -> String
  /// The worst time, in the picture.
  func lagPeak(_ hours: [Double]) -> String
  /// The sentences around the number of days: before, after one, after several.
  var lagCaption: (String, String, String) { get }

  // MARK: Doses

  func doseTitle(_ group: GroupID) -> String
  func doseDescription(above: Int, within: Int) -> String
  func doseCaption(_ unit: String, days: Int, isScaled: Bool) -> String

  // MARK: Calendar

  /// The days of the week from Monday on, in as little room as a picture has.
  var weekdays: [String] { get }
  var calendarTitle: String { get }
  func calendarName(_ first: CivilDate, _ last: CivilDate) -> String
  func calendarDescription(values: Int, of days: Int) -> String
  var calendarScale: String { get }
  var calendarMissing: String { get }
  /// What follows the name of a group that was eaten.
  var calendarEaten: String { get }
  var calendarCut: String { get }
}
