// SPDX-License-Identifier: Apache-2.0

/// How urgent safety gates are, for lists of many people.
package enum SafetyUrgency {
  /// The gates, the most urgent first: a possible immediate allergy, then as they are evaluated.
  package static let gates = [
    "possible-immediate-allergy", "row-not-read", "known-allergy", "avoided-allergen", "care-team",
    "red-flags", "swallowing", "coeliac-not-excluded", "fasting", "long-elimination",
  ]

  /// The urgency of the most urgent of some gates: 0 for none, 1 for unknown ones, and more the more
  /// urgent it is.
  static func of(_ fired: [String]) -> Int {
    fired.map { gates.count + 1 - (gates.firstIndex(of: $0) ?? gates.count) }.max() ?? 0
  }
}
