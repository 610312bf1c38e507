// SPDX-License-Identifier: Apache-2.0

/// Who comes first in the index.
enum SafetyOrder {
  /// The gates, the most urgent first: a possible immediate allergy, then as they are evaluated.
  static let gates = [
    "possible-immediate-allergy", "row-not-read", "known-allergy", "avoided-allergen", "care-team",
    "red-flags", "swallowing", "coeliac-not-excluded", "fasting", "long-elimination",
  ]

  /// The most urgent of some gates; empty where there is none.
  static func first(of gates: [String]) -> String {
    gates.min { rank($0) < rank($1) } ?? ""
  }

  /// A gate's place in the order; unknown ones come last.
  static func rank(_ gate: String) -> Int { gates.firstIndex(of: gate) ?? gates.count }

  /// The place in the index of each participant: by the most urgent gate, then as they come.
  static func places(of participants: [BatchPlaces.Place]) -> [Int] {
    let ranks = participants.map { $0.who.hasSafety ? rank($0.who.gate) : Int.max }
    let order = ranks.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    var places = [Int](repeating: 0, count: order.count)
    for (place, index) in order.enumerated() { places[index] = place }
    return places
  }
}
