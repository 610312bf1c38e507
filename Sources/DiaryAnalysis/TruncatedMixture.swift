// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// A mixture of normal distributions, each truncated below at zero.
struct TruncatedMixture: Hashable, Sendable {
  /// One part: its weight, and the mean and deviation before truncation.
  struct Component: Hashable, Sendable {
    var weight: Double
    var mean: Double
    var sd: Double
  }

  /// The parts, weights summing to 1.
  let components: [Component]

  init(_ parts: [Component]) {
    let usable = parts.filter {
      $0.weight > 0 && $0.sd > 1e-12 && $0.mean.isFinite && $0.sd.isFinite && $0.weight.isFinite
    }
    let total = usable.reduce(0) { $0 + $1.weight }
    components = usable.map { Component(weight: $0.weight / total, mean: $0.mean, sd: $0.sd) }
  }

  /// The same parts with their deviations multiplied.
  func widened(by factor: Double) -> TruncatedMixture {
    TruncatedMixture(
      components.map { Component(weight: $0.weight, mean: $0.mean, sd: $0.sd * factor) })
  }

  /// The mean; 0 without parts.
  var mean: Double {
    components.reduce(0) { sum, part in
      let z = part.mean / part.sd
      let above = NormalFunctions.cumulative(z)
      // Far in the tail the truncated mean tends to sd/|z|.
      let truncated =
        above > 1e-280
        ? part.mean + part.sd * NormalFunctions.density(z) / above : part.sd / max(-z, 1)
      return sum + part.weight * max(truncated, 0)
    }
  }

  /// The probability of a value up to `x`.
  func cumulative(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    return components.reduce(0) { sum, part in
      let above = NormalFunctions.cumulative(part.mean / part.sd)
      let beyond = NormalFunctions.cumulative((part.mean - x) / part.sd)
      let share = above > 1e-280 ? 1 - beyond / above : 1
      return sum + part.weight * min(max(share, 0), 1)
    }
  }

  /// The value below which lies `probability`, by bisection; 0 without parts.
  func quantile(_ probability: Double) -> Double {
    guard probability > 0, !components.isEmpty else { return 0 }
    var high = components.map { max($0.mean, 0) + 12 * $0.sd }.max() ?? 0
    var low = 0.0
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if cumulative(middle) < probability { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}

/// The standard normal distribution.
enum NormalFunctions {
  /// The probability of a value up to `z`.
  static func cumulative(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }

  /// The density at `z`.
  static func density(_ z: Double) -> Double { exp(-0.5 * z * z) / (2 * Double.pi).squareRoot() }
}
