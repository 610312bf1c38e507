// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Method, data, settings and glossary.
protocol MethodTexts {
  var method: [String] { get }
  var thresholdsTitle: String { get }
  var thresholds: [String] { get }
  var filesTitle: String { get }
  var filesNone: String { get }
  var filesCaption: String { get }
  var fileHeads: [String] { get }
  var settingsTitle: String { get }
  var versionLabel: String { get }
  var absenceLabel: String { get }
  func absence(_ absence: String) -> String
  var unknownTitle: String { get }
  var unknownNote: String { get }
  var findingsTitle: String { get }
  var findingsNone: String { get }
  func findingsCount(_ number: Int) -> String
  func severity(_ severity: Finding.Severity) -> String
  var glossary: [(String, String)] { get }
}
