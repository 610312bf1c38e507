// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// All that a verdict on one group rests on.
struct GroupEvidence: Sendable {
  var exposure: GroupExposure
  /// What the model says of the group; `nil` where it was not or could not be asked.
  var summary: ModelRun.GroupSummary?
  var challenges: [GroupResult.Challenge]
  var falseAlarms: (rate: Double, windows: Int)?
  /// The challenges with and without confounded days; `nil` where none is.
  var withoutConfounded: GroupResult.ConfoundedComparison?
  /// Whether the group was declared or seen to be left out, and from which day.
  var eliminatedFrom: Int?
  /// The groups that cannot be told apart from this one.
  var inseparableFrom: [GroupID]
  /// The recalibrated probability that at least one of those or this one acts, at the least.
  var setProbability: Double?
  /// Whether all of the set are known only from foods that possibly hold them.
  var isSetOnlyPossible = false
  /// The exposure days that fall on days left out of the model.
  var excludedExposureDays: Int
  /// Episodes of one portion or more with at least two entries in the 72 hours after them.
  var adequateEpisodes: Int
  /// Whether the group was eaten on nearly all days in nearly the same amount.
  var isConstant: Bool

  /// The safety gate that names the group as what it is about.
  var namedBy: String?

  /// Whether the group was eaten for certain once it had been left out; or at all, where it never was.
  var wasTested: Bool {
    let days = exposure.certainDays
    guard let eliminatedFrom else { return !exposure.days.isEmpty }
    return days.contains { $0 >= eliminatedFrom }
  }
}

/// What holds for all groups of a diary.
struct DiaryEvidence: Sendable {
  /// The number of observations that the model has.
  var observations: Int
  /// The number of groups that may be likely triggers beside each other.
  var candidates = 0
  /// Whether the diary has any symptom entry.
  var hasSymptoms: Bool
  /// Whether all observations are the same.
  var isConstant: Bool
  /// Whether any symptom by itself varies.
  var symptomsVary = false
  /// Whether all observations are zero, and the diary says so itself.
  var isAllZero: Bool
  /// The share of the days with foods on which a food was not understood.
  var unknownShare: Double
  /// The medical event after which nothing is interpreted.
  var event: String?
  /// Whether the share of unknown foods is too large to say that something was not eaten.
  var isMostlyUnknown: Bool { unknownShare > 0.25 }
}
