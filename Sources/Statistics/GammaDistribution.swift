// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// The logarithm of the gamma function for x above 0.
///
/// Stirling's series (Abramowitz and Stegun 1964, 6.1.41) after raising x to at least 15.
///
/// - Returns: NaN for x at or below 0, where this package has no use for it.
public func logGamma(_ x: Double) -> Double {
  guard x > 0 else { return .nan }
  var z = x
  var product = 1.0
  while z < 15 {
    product *= z
    z += 1
  }
  let r = 1 / (z * z)
  let series =
    (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r * (1.0 / 1188)))))
    / z
  return (z - 0.5) * log(z) - z + NormalDistribution.logRootTwoPi + series - log(product)
}

/// The logarithm of the beta function B(a, b) for positive a and b.
public func logBeta(_ a: Double, _ b: Double) -> Double {
  logGamma(a) + logGamma(b) - logGamma(a + b)
}

/// A gamma distribution given by its mean and standard deviation.
public struct GammaDistribution: Hashable, Sendable {
  /// The shape, mean²/sd².
  public let shape: Double
  /// The scale, sd²/mean, in the unit of the mean.
  public let scale: Double

  /// Creates the distribution with this mean and standard deviation, both above 0.
  public init(mean: Double, sd: Double) {
    precondition(mean > 0 && sd > 0, "A gamma distribution needs a positive mean and sd.")
    shape = mean * mean / (sd * sd)
    scale = sd * sd / mean
  }

  /// The distribution function at x: 0 for x at or below 0, 1 at infinity.
  public func cdf(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    return regularizedLowerGamma(shape, x / scale)
  }
}

/// The regularised lower incomplete gamma function P(a, x), for positive a and x at least 0.
///
/// The power series below x = a + 1, else Legendre's continued fraction by Lentz's method
/// (Abramowitz and Stegun 1964, 6.5.29 and 6.5.31).
///
/// - Returns: A number from 0 to 1; NaN for a at or below 0 or a NaN argument.
/// - Complexity: O(√a) steps near x = a, and at most 10,000.
public func regularizedLowerGamma(_ a: Double, _ x: Double) -> Double {
  guard a > 0, !x.isNaN, !a.isNaN else { return .nan }
  if x <= 0 { return 0 }
  if x == .infinity { return 1 }
  let front = exp(a * log(x) - x - logGamma(a))
  return x < a + 1 ? front * lowerSeries(a, x) : 1 - front * upperFraction(a, x)
}

/// The sum over n of xⁿ/(a(a+1)…(a+n)).
private func lowerSeries(_ a: Double, _ x: Double) -> Double {
  var term = 1 / a
  var sum = term
  var n = a
  for _ in 0..<10_000 {
    n += 1
    term *= x / n
    sum += term
    if term < sum * 1e-17 { break }
  }
  return sum
}

/// The continued fraction of Γ(a, x) eˣ x⁻ᵃ.
private func upperFraction(_ a: Double, _ x: Double) -> Double {
  let tiny = 1e-300
  var b = x + 1 - a
  var c = 1 / tiny
  var d = 1 / (abs(b) < tiny ? tiny : b)
  var value = d
  for step in 1...10_000 {
    let i = Double(step)
    let factor = -i * (i - a)
    b += 2
    d = factor * d + b
    d = 1 / (abs(d) < tiny ? tiny : d)
    c = b + factor / c
    if abs(c) < tiny { c = tiny }
    let change = c * d
    value *= change
    if abs(change - 1) < 1e-16 { break }
  }
  return value
}
