// SPDX-License-Identifier: Apache-2.0

internal import CLanes

/// Four numbers that are worked on at a time.
typealias Lanes = SIMD4<Double>

/// Logarithm, exponential and normal tail of four numbers at a time, without branches; for weights that
/// are only compared or corrected later.
///
/// Exactly rounded operations alone, so every machine gives the same digits. The formulas stand in
/// `CLanes`, whose loops use them too.
enum FastMath {
  /// The one number where the sign bit of `sign` is set, else the other; without comparing, which is
  /// done lane after lane.
  @inline(__always)
  static func choose(_ one: Lanes, ifNegative sign: Lanes, else other: Lanes) -> Lanes {
    lanes_choose(one, sign, other)
  }

  /// The larger numbers.
  @inline(__always)
  static func larger(_ one: Lanes, _ other: Lanes) -> Lanes { lanes_larger(one, other) }

  /// The numbers without their signs.
  @inline(__always)
  static func magnitude(_ x: Lanes) -> Lanes { lanes_magnitude(x) }

  /// The logarithms of positive normal numbers, within 1e-9.
  @inline(__always)
  static func log(_ x: Lanes) -> Lanes { lanes_log(x) }

  /// e raised to numbers of at most 0, within 1e-8 of its value; below -700 as there.
  @inline(__always)
  static func exp(_ x: Lanes) -> Lanes { lanes_exp(x) }

  /// Φ(z) and the density at z, within 1e-12 of their values for |z| up to 37.
  @inline(__always)
  static func cdfAndDensity(_ z: Lanes) -> (cdf: Lanes, density: Lanes) {
    let density = lanes_density(z)
    let tail = density * lanes_mills_ratio(magnitude(z))
    return (choose(tail, ifNegative: z, else: 1 - tail), density)
  }

  /// Φ(z) as a factor and an exponent, Φ = factor · e^exponent, within 2e-7 of its value.
  ///
  /// The exponent is 0 for positive z.
  @inline(__always)
  static func normalCDF(_ z: Lanes) -> (factor: Lanes, exponent: Lanes) {
    (lanes_normal_factor(z), lanes_normal_exponent(z))
  }

  /// The logarithm of one positive normal number, within 1e-9.
  static func log(_ x: Double) -> Double { log(Lanes(repeating: x))[0] }
}
