// SPDX-License-Identifier: Apache-2.0

/// The page about all participants of a batch together.
protocol CohortTexts {
  var cohortTitle: String { get }
  var cohortLead: String { get }
  func cohortAnswer(_ count: Int?) -> String
  var cohortMasked: String { get }
  var cohortMaskedNote: String { get }
  var cohortFrequencyTitle: String { get }
  var cohortFrequencyNote: String { get }
  var cohortFrequencyHeads: [String] { get }
  var cohortFalseTitle: String { get }
  var cohortFalseNote: String { get }
  var cohortFalseHeads: [String] { get }
  var cohortPooledTitle: String { get }
  var cohortPooledNote: String { get }
  var cohortPooledHeads: [String] { get }
  var cohortVerdictTitle: String { get }
  var cohortGroup: String { get }
  var cohortGradeTitle: String { get }
  var cohortGradeHeads: [String] { get }
  var cohortWarningHeads: [String] { get }
  var cohortWarningTitle: String { get }
  var cohortSafetyTitle: String { get }
  var cohortSafetyHeads: [String] { get }
  var cohortInseparableTitle: String { get }
  var cohortInseparableHeads: [String] { get }
  var cohortNothing: String { get }
  var cohortIndexLink: String { get }
}
