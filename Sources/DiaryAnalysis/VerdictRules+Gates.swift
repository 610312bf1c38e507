// SPDX-License-Identifier: Apache-2.0

extension VerdictRules {
  /// The code of `reason(namedBy:)`.
  static let namedCode = "named-by-gate"

  /// Why a group that a safety gate names is not called tolerated.
  static func reason(namedBy gate: String) -> Reason {
    let why =
      switch gate {
      case "possible-immediate-allergy":
        "It was eaten in the two hours before a sign of an immediate allergy"
      case "known-allergy": "An allergy to it is known"
      default: "It can do harm without symptoms"
      }
    return Reason(
      namedCode, ["gate": .text(gate)],
      why + ", so days without a rise in symptoms do not show that it can be eaten.")
  }
}
