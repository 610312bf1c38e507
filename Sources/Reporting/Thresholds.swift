// SPDX-License-Identifier: Apache-2.0

/// The limits that the page draws or states.
enum Thresholds {
  /// The smallest rise that people tend to notice, in points of 0–10; the upper end of the range
  /// that the model calls relevant.
  static let relevantRise = 1.0
  /// The most days in one row of the timeline while the diary is short.
  static let daysPerRow = 100
  /// The most findings listed one by one.
  static let findings = 200
  /// The most groups shown unfolded.
  static let openGroups = 30
  /// The most next tests described one by one.
  static let nextSteps = 3
  /// The most challenge lanes in the timeline.
  static let lanes = 14
}
