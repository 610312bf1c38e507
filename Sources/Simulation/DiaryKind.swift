// SPDX-License-Identifier: Apache-2.0

/// A kind of simulated diary; each stresses one difficulty of real ones.
public enum DiaryKind: String, CaseIterable, Hashable, Sendable {
  /// A protocol kept well: baseline, elimination, challenges with washouts.
  case clean
  /// A protocol with short washouts, hidden exposures, overlapping and broken-off challenges.
  case sloppy
  /// No protocol: foods eaten as they come.
  case freeliving
  /// A tenth of the days missing.
  case missing10
  /// Two fifths of the days missing, bad days more often.
  case missing40
  /// Stress, sleep, menses, illness and alcohol that act strongly and go with the exposures.
  case confounded
  /// Severities on 0–4, or in words.
  case coarse
  /// Strong reactions to being challenged, and to foods that are suspected.
  case nocebo
  /// Responses a day or two after the food.
  case delayed
  /// No response below a dose.
  case threshold
  /// Nothing is a trigger.
  case notriggers
  /// Strongly persistent symptoms.
  case heavyar
  /// A level that wanders over weeks.
  case drift
  /// Triggers of a point or less.
  case weak
  /// Symptoms on few days only; half of these diaries record attacks alone.
  case zeroinflated
  /// Twelve foods.
  case twelve
  /// Symptoms with clock times, several a day.
  case stamped
  /// A protocol, then free living, with a bit of every difficulty.
  case mixed
  /// How often each group triggers, and when, as published by food.
  case literature
}
