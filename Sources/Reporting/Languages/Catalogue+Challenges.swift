// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis

/// What stands behind each challenge.
protocol ChallengeTexts {
  // MARK: Yardstick

  /// The sentence around the chance after a test that is positive and one that is negative.
  var yardstick: (String, String, String) { get }

  // MARK: Effect sizes

  var windowsBefore: String { get }
  func windowsAfter(_ kind: String?, _ number: Int) -> String
  var effectTable: String { get }
  var effectHeads: [String] { get }

  // MARK: Other factors

  var withoutTable: String { get }
  var withoutHeads: [String] { get }
  var allDays: String { get }
  var daysWithout: String { get }
  func chanceWithout(values: Int) -> String
  func verdictWithout(_ verdict: Verdict) -> String
  /// Why the difference falls while the chance rises, or the other way round.
  func differenceAgainstChance(isSmaller: Bool) -> String
  func reading(_ reading: GroupResult.ConfoundedComparison.Reading) -> String
  var ledgerTable: String { get }
  var ledgerHeads: [String] { get }
  func direction(_ item: GroupResult.LedgerItem) -> String
  func factor(_ name: String) -> String
  /// The unit of what the diary notes of a factor, behind a value.
  func noted(_ unit: String, _ value: Double) -> String
  /// Before and after the person's mean of a factor.
  var usually: (String, String) { get }

  /// What stands before the person's means of factors.
  var usualHere: String { get }

  // MARK: Doses

  func doseTable(_ unit: String) -> String
  var doseHeads: [String] { get }
  func range(isAbove: Bool) -> String
  func doseUnit(_ unit: String) -> String
  /// The sentence around the highest dose tried.
  var untestedAbove: (String, String) { get }
  /// The sentence around two doses between which none was tried.
  var untestedBetween: (String, String, String) { get }

  // MARK: What may help

  var helpfulTable: String { get }
  var helpfulHeads: [String] { get }
  var helpfulNote: String { get }
}
