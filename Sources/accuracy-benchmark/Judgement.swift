// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// What one method says of one group in one diary.
struct Judgement {
  /// The larger, the more of a trigger; a probability where the method gives one.
  var score: Double
  /// Whether the method calls it a likely trigger.
  var likely: Bool
  /// Whether the method calls it tolerated.
  var tolerated = false
  /// The 90 % interval of the effect if it is one, in points.
  var interval: ClosedRange<Double>?
}

/// A judgement beside the truth.
struct Case {
  var participant: Int
  var kind: String
  var trigger: Bool
  var effect: Double
  var judgement: Judgement
}

/// What a method said of all groups of one diary.
struct MethodRun {
  var method: String
  var judgements: [GroupID: Judgement]
  /// The time that it took, in seconds.
  var seconds: Double
}
