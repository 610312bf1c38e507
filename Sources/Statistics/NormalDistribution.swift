// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// The standard normal distribution, accurate in both tails.
public enum NormalDistribution {
  /// log(√(2π)).
  static let logRootTwoPi = 0.918_938_533_204_672_741_780_329_736_406

  /// The density exp(−x²/2)/√(2π).
  public static func density(_ x: Double) -> Double {
    exp(-0.5 * x * x - logRootTwoPi)
  }

  /// 1/√(2π).
  private static let inverseRootTwoPi = 0.398_942_280_401_432_677_939_946_059_934

  /// exp(−x²/2), with the square's rounding made good.
  @inline(__always)
  private static func bell(_ x: Double) -> Double {
    // The square of a number of 24 bits is exact, and what it leaves is small.
    let head = Double(Float(x))
    let rest = -0.5 * (x - head) * (x + head)
    return exp(-0.5 * head * head) * (1 + rest * (1 + rest * (0.5 + rest * (1.0 / 6))))
  }

  /// The distribution function Φ(x), by Mills' ratio.
  ///
  /// Relative error below 1e-14 down to x = −37, where Φ underflows.
  public static func cdf(_ x: Double) -> Double { cdfAndDensity(x).cdf }

  /// The distribution function and the density, for what both cost one exponential.
  package static func cdfAndDensity(_ x: Double) -> (cdf: Double, density: Double) {
    let z = abs(x)
    guard z < 40 else { return (x.isNaN ? x : x < 0 ? 0 : 1, x.isNaN ? x : 0) }
    let density = bell(z) * inverseRootTwoPi
    let tail = density * millsRatio(z)
    return (x < 0 ? tail : 1 - tail, density)
  }

  /// The logarithm of the distribution function, finite for every finite x above −1e150.
  ///
  /// Below −30 it takes the asymptotic series of Mills' ratio (Abramowitz and Stegun 1964,
  /// 26.2.12), above 5 log1p of the upper tail.
  public static func logCDF(_ x: Double) -> Double {
    if x > 5 { return log1p(-cdf(-x)) }
    if x > -30 { return log(cdf(x)) }
    let r = 1 / (x * x)
    let series = 1 - r * (1 - 3 * r * (1 - 5 * r * (1 - 7 * r * (1 - 9 * r))))
    return -0.5 * x * x - logRootTwoPi - log(-x) + log(series)
  }

  /// The inverse Mills ratio φ(x)/Φ(x), the mean shift of a normal truncated at −x.
  ///
  /// It is close to −x for very negative x and falls to 0 for large x.
  public static func inverseMillsRatio(_ x: Double) -> Double {
    if x <= 0 { return 1 / millsRatio(-x) }
    let (cdf, density) = cdfAndDensity(x)
    return density / cdf
  }

  /// The quantile Φ⁻¹(p).
  ///
  /// Starts from Abramowitz and Stegun 1964, 26.2.23, and polishes by Newton steps on log Φ.
  ///
  /// - Returns: −∞ for p = 0, ∞ for p = 1, NaN outside [0, 1].
  public static func quantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    if p == 0 { return -.infinity }
    if p == 1 { return .infinity }
    if p > 0.5 { return -lowerQuantile(1 - p) }
    return p == 0.5 ? 0 : lowerQuantile(p)
  }

  /// The quantile of a p below a half.
  private static func lowerQuantile(_ p: Double) -> Double {
    let t = (-2 * log(p)).squareRoot()
    let top = 2.515517 + t * (0.802853 + t * 0.010328)
    let bottom = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
    var x = top / bottom - t
    let target = log(p)
    for _ in 0..<8 {
      let step = (logCDF(x) - target) / inverseMillsRatio(x)
      x -= step
      if abs(step) < 1e-15 * (1 + abs(x)) { break }
    }
    return x
  }
}
