// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Student's t distribution.
public enum StudentDistribution {
  /// The distribution function at t, for degrees of freedom above 0.
  ///
  /// - Returns: NaN for degrees of freedom that are not positive.
  public static func cdf(_ t: Double, degrees: Double) -> Double {
    guard degrees > 0, !t.isNaN else { return .nan }
    let tail = 0.5 * regularizedBeta(degrees / (degrees + t * t), 0.5 * degrees, 0.5)
    return t < 0 ? tail : 1 - tail
  }

  /// The quantile of p, by Newton steps kept inside a bisection bracket.
  ///
  /// - Returns: NaN for p outside 0…1 or degrees of freedom that are not positive.
  public static func quantile(_ p: Double, degrees: Double) -> Double {
    guard degrees > 0, p >= 0, p <= 1 else { return .nan }
    if p == 0 { return -.infinity }
    if p == 1 { return .infinity }
    if p == 0.5 { return 0 }
    if p > 0.5 { return -quantile(1 - p, degrees: degrees) }
    var low = -1.0
    while cdf(low, degrees: degrees) > p, low > -1e150 { low *= 2 }
    var high = 0.0
    let logScale = -logBeta(0.5 * degrees, 0.5) - 0.5 * log(degrees)
    var x = max(NormalDistribution.quantile(p), low)
    for _ in 0..<400 {
      let excess = cdf(x, degrees: degrees) - p
      if excess < 0 { low = x } else { high = x }
      let density = exp(logScale - 0.5 * (degrees + 1) * log1p(x * x / degrees))
      let next = x - excess / density
      let isInside = next > low && next < high
      if isInside, abs(next - x) <= 1e-15 * abs(x) { return next }
      let moved = isInside ? next : 0.5 * (low + high)
      if moved == low || moved == high { break }
      x = moved
    }
    return 0.5 * (low + high)
  }
}

/// The regularised incomplete beta function I_x(a, b), for positive a and b.
///
/// The continued fraction of Abramowitz and Stegun 1964, 26.5.8, by Lentz's method, on whichever
/// side of the mean it converges fast.
///
/// - Returns: A number from 0 to 1; NaN for parameters that are not positive.
public func regularizedBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
  guard a > 0, b > 0, !x.isNaN else { return .nan }
  if x <= 0 { return 0 }
  if x >= 1 { return 1 }
  let front = exp(a * log(x) + b * log1p(-x) - logBeta(a, b))
  return x < (a + 1) / (a + b + 2)
    ? front * betaFraction(x, a, b) / a : 1 - front * betaFraction(1 - x, b, a) / b
}

/// The continued fraction of I_x(a, b).
private func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
  let tiny = 1e-300
  func guarded(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
  var c = 1.0
  var d = 1 / guarded(1 - (a + b) * x / (a + 1))
  var value = d
  for step in 1...1000 {
    let m = Double(step)
    let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / guarded(1 + even * d)
    c = guarded(1 + even / c)
    value *= d * c
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / guarded(1 + odd * d)
    c = guarded(1 + odd / c)
    value *= d * c
    if abs(d * c - 1) < 1e-16 { break }
  }
  return value
}
