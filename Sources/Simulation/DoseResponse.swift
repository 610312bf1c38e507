// SPDX-License-Identifier: Apache-2.0

/// How the response grows with the dose, in usual portions.
public enum DoseResponse: Hashable, Sendable {
  /// In proportion, up to three portions.
  case linear
  /// Steeply at first, then hardly; half of the most at `half` portions.
  case saturating(half: Double)
  /// Nothing below `dose`, then in full.
  case step(dose: Double)
  /// Nothing below `dose`, then in proportion to what exceeds it.
  case ramp(dose: Double)
  /// An S-shaped growth with its middle at `middle` portions.
  case sigmoid(middle: Double)

  /// The response to a dose, about 1 for one portion well above any threshold.
  func response(to dose: Double) -> Double {
    guard dose > 0 else { return 0 }
    switch self {
    case .linear: return min(dose, 3)
    case .saturating(let half): return dose / (dose + half) * (1 + half)
    case .step(let threshold): return dose >= threshold ? 1 : 0
    case .ramp(let threshold): return min(max(0, (dose - threshold) * 2), 2)
    case .sigmoid(let middle):
      let cube = dose * dose * dose
      let middleCube = middle * middle * middle
      return cube / (cube + middleCube) * (1 + middleCube)
    }
  }

  /// Draws a dose response of any family.
  static func draw(_ random: inout RandomSource) -> DoseResponse {
    switch random.index(weights: [0.4, 0.25, 0.12, 0.08, 0.15]) {
    case 0: .linear
    case 1: .saturating(half: random.uniform(0.2, 1))
    case 2: .step(dose: random.uniform(0.2, 0.8))
    case 3: .ramp(dose: random.uniform(0.2, 0.6))
    default: .sigmoid(middle: random.uniform(0.3, 0.9))
    }
  }

  /// Draws a dose response with a threshold that a small portion does not reach.
  static func high(_ random: inout RandomSource) -> DoseResponse {
    random.bernoulli(0.6)
      ? .step(dose: random.uniform(0.45, 1.2)) : .ramp(dose: random.uniform(0.3, 0.9))
  }
}
