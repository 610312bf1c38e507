// SPDX-License-Identifier: Apache-2.0

internal import Reporting

/// Who comes first in the index.
enum SafetyOrder {
  /// The gates, the most urgent first: a possible immediate allergy, then as they are evaluated.
  static var gates: [String] { SafetyUrgency.gates }

  /// The most urgent of some gates; empty where there is none.
  static func first(of gates: [String]) -> String {
    gates.min { rank($0) < rank($1) } ?? ""
  }

  /// A gate's place in the order; unknown ones come last.
  static func rank(_ gate: String) -> UInt8 {
    UInt8(clamping: gates.firstIndex(of: gate) ?? gates.count)
  }

  /// The rank of those of whom no gate fired, behind all others.
  static var none: UInt8 { UInt8(clamping: gates.count + 1) }
}
