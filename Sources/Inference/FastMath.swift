// SPDX-License-Identifier: Apache-2.0

internal import Statistics

/// Four numbers that are worked on at a time.
typealias Lanes = SIMD4<Double>

/// Logarithm, exponential and normal tail of four numbers at a time, without branches; for weights that
/// are only compared or corrected later.
///
/// Exactly rounded operations alone, so every machine gives the same digits.
enum FastMath {
  private static let logTwo = 0.693_147_180_559_945_3
  /// 1.5 · 2⁵², which leaves whole numbers in the lowest bits of what it is added to.
  private static let rounder = 6_755_399_441_055_744.0
  /// 2⁵² + 1024, for turning an exponent into a number by its bits.
  private static let exponentShift = 4_503_599_627_371_520.0

  /// The one number where the sign bit of `sign` is set, else the other; without comparing, which is
  /// done lane after lane.
  @inline(__always)
  static func choose(_ one: Lanes, ifNegative sign: Lanes, else other: Lanes) -> Lanes {
    let zero = SIMD4<UInt64>(repeating: 0)
    let mask = zero &- (unsafe unsafeBitCast(sign, to: SIMD4<UInt64>.self) &>> 63)
    let first = unsafe unsafeBitCast(one, to: SIMD4<UInt64>.self)
    let second = unsafe unsafeBitCast(other, to: SIMD4<UInt64>.self)
    return unsafe unsafeBitCast((first & mask) | (second & ~mask), to: Lanes.self)
  }

  /// The larger numbers.
  @inline(__always)
  static func larger(_ one: Lanes, _ other: Lanes) -> Lanes {
    choose(other, ifNegative: one - other, else: one)
  }

  /// The numbers without their signs.
  @inline(__always)
  static func magnitude(_ x: Lanes) -> Lanes {
    let bits = unsafe unsafeBitCast(x, to: SIMD4<UInt64>.self) & 0x7FFF_FFFF_FFFF_FFFF
    return unsafe unsafeBitCast(bits, to: Lanes.self)
  }

  /// The logarithms of positive normal numbers, within 1e-9.
  @inline(__always)
  static func log(_ x: Lanes) -> Lanes {
    let bits = unsafe unsafeBitCast(x, to: SIMD4<UInt64>.self)
    // 1024 more than the exponent for which the rest lies between 0.7 and 1.4.
    let exponent = (bits &+ 0x0019_9999_9999_999A) &>> 52
    let restBits = bits &+ 0x4000_0000_0000_0000 &- (exponent &<< 52)
    let powerBits = exponent | 0x4330_0000_0000_0000
    let rest = unsafe unsafeBitCast(restBits, to: Lanes.self)
    let power = unsafe unsafeBitCast(powerBits, to: Lanes.self) - exponentShift
    let s = (rest - 1) / (rest + 1)
    let q = s * s
    var series = q * (1.0 / 11) + (1.0 / 9)
    series = series * q + (1.0 / 7)
    series = series * q + (1.0 / 5)
    series = series * q + (1.0 / 3)
    series = series * q + 1
    return power * logTwo + 2 * s * series
  }

  /// e raised to numbers of at most 0, within 1e-8 of its value; below -700 as there.
  @inline(__always)
  static func exp(_ x: Lanes) -> Lanes {
    let (power, r) = powerAndRest(x)
    var series = r * (1.0 / 5040) + (1.0 / 720)
    series = series * r + (1.0 / 120)
    series = series * r + (1.0 / 24)
    series = series * r + (1.0 / 6)
    series = series * r + (1.0 / 2)
    series = series * r + 1
    series = series * r + 1
    return power * series
  }

  /// Powers of two, and what is left of the logarithms: e^x = power · e^rest.
  @inline(__always)
  private static func powerAndRest(_ x: Lanes) -> (power: Lanes, rest: Lanes) {
    let bounded = larger(x, Lanes(repeating: -700))
    let shifted = bounded * 1.442_695_040_888_963_4 + rounder
    let rest = bounded - (shifted - rounder) * logTwo
    let power = (unsafe unsafeBitCast(shifted, to: SIMD4<UInt64>.self) &+ 1023) &<< 52
    return (unsafe unsafeBitCast(power, to: Lanes.self), rest)
  }

  /// Φ(z) and the density at z, within 1e-12 of their values for |z| up to 37.
  @inline(__always)
  static func cdfAndDensity(_ z: Lanes) -> (cdf: Lanes, density: Lanes) {
    let (power, r) = powerAndRest(z * z * -0.5)
    var series = r * (1.0 / 39_916_800) + (1.0 / 3_628_800)
    series = series * r + (1.0 / 362_880)
    series = series * r + (1.0 / 40_320)
    series = series * r + (1.0 / 5040)
    series = series * r + (1.0 / 720)
    series = series * r + (1.0 / 120)
    series = series * r + (1.0 / 24)
    series = series * r + (1.0 / 6)
    series = series * r + (1.0 / 2)
    series = series * r + 1
    series = series * r + 1
    let density = power * series * 0.398_942_280_401_432_7
    let tail = density * millsRatio(magnitude(z))
    return (choose(tail, ifNegative: z, else: 1 - tail), density)
  }

  /// Φ(z) as a factor and an exponent, Φ = factor · e^exponent, within 2e-7 of its value: the Chebyshev
  /// fit to log erfc of Press and others, Numerical Recipes, 6.2 (erfc to 1.2e-7 of its value).
  ///
  /// The exponent is 0 for positive z.
  @inline(__always)
  static func normalCDF(_ z: Lanes) -> (factor: Lanes, exponent: Lanes) {
    let x = magnitude(z) * 0.707_106_781_186_547_6
    let t = 1 / (1 + 0.5 * x)
    var sum = t * 0.170_872_77 - 0.822_152_23
    sum = sum * t + 1.488_515_87
    sum = sum * t - 1.135_203_98
    sum = sum * t + 0.278_868_07
    sum = sum * t - 0.186_288_06
    sum = sum * t + 0.096_784_18
    sum = sum * t + 0.374_091_96
    sum = sum * t + 1.000_023_68
    sum = sum * t - 1.265_512_23
    let exponent = sum - x * x
    let half = 0.5 * t
    let upper = 1 - half * exp(exponent)
    return (
      choose(half, ifNegative: z, else: upper), choose(exponent, ifNegative: z, else: Lanes())
    )
  }

  /// The logarithm of one positive normal number, within 1e-9.
  static func log(_ x: Double) -> Double { log(Lanes(repeating: x))[0] }
}
