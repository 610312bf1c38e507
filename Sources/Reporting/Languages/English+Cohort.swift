// SPDX-License-Identifier: Apache-2.0

internal import Markup

extension English {
  var cohortTitle: String {
    "All participants together"
  }

  var cohortLead: String {
    "These figures are about the group, never about one person: a food that is a trigger for many need "
      + "not be one for you, nor a rare one harmless. What one diary shows stands in its own report."
  }

  func cohortAnswer(_ count: Int?) -> String {
    guard let number = count else { return "\(cohortMasked) participants" }
    return self.count(number, "participant")
  }

  var cohortMasked: String {
    "masked"
  }

  var cohortMaskedNote: String {
    "Cells of fewer than 5 people are left out, and those from which they could be worked out."
  }

  var cohortFrequencyTitle: String {
    "How often groups are triggers"
  }

  var cohortFrequencyNote: String {
    "“Expected” is the mean of the calibrated probabilities, “likely” the share with that verdict; both "
      + "among the judged, with 90 % score intervals (Wilson 1927; Brown, Cai and DasGupta 2001). "
      + "“Blinded” is what remains of the published reactions without those to the control. Those studies "
      + "tested people who had responded to a diet; who keeps a diary is chosen otherwise."
  }

  var cohortFrequencyHeads: [String] {
    [
      "Group", "Diaries", "Judged", "Expected", "Likely triggers", "Blinded, published",
      "Reacted there (control)",
    ]
  }

  var cohortFalseTitle: String {
    "How many of these are expected to be false"
  }

  var cohortFalseNote: String {
    "Of the likely triggers, the sum of 1 − probability is expected to be none. Beside it stands how many of "
      + "those who tried the group again would react to a placebo: as many as to the control in the group’s "
      + "own study, else about one in four (Van den Houte 2024)."
  }

  var cohortFalseHeads: [String] {
    [
      "Group", "Likely triggers", "of these, expected false", "Tried again",
      "placebo reactions expected",
    ]
  }

  var cohortPooledTitle: String {
    "How much symptoms rose at reintroductions"
  }

  var cohortPooledNote: String {
    "The change of level at a reintroduction, from a regression with errors that depend on time, averaged "
      + "within each person and pooled over people by random effects (REML; Hartung–Knapp). Points of 0 to 10, "
      + "90 % intervals. The range for one more person says how far people differ; it is no forecast for anyone."
  }

  var cohortPooledHeads: [String] {
    ["Group", "People", "Change", "One more person", "τ²", "I²"]
  }

  var cohortVerdictTitle: String {
    "Verdicts"
  }

  var cohortGroup: String {
    "Group"
  }

  var cohortGradeTitle: String {
    "How good the data are"
  }

  var cohortGradeHeads: [String] {
    ["Grade", "Participants"]
  }

  var cohortWarningHeads: [String] {
    ["Limit", "Participants"]
  }

  var cohortWarningTitle: String {
    "What limits the analyses"
  }

  var cohortSafetyTitle: String {
    "Safety notes"
  }

  var cohortSafetyHeads: [String] {
    ["Note", "Participants"]
  }

  var cohortInseparableTitle: String {
    "Groups that diaries cannot tell apart"
  }

  var cohortInseparableHeads: [String] {
    ["Pair", "Participants"]
  }

  var cohortNothing: String {
    "None."
  }

  var cohortIndexLink: String {
    "To the list of participants"
  }
}
