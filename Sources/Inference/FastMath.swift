// SPDX-License-Identifier: Apache-2.0

/// Logarithm, exponential and normal tail, short enough to be put in a loop; for weights that are only
/// compared or corrected later.
///
/// Exactly rounded operations alone, so every machine gives the same digits.
enum FastMath {
  private static let logTwo = 0.693_147_180_559_945_3

  /// The logarithm of a positive normal number, within 1e-9.
  @inline(__always)
  static func log(_ x: Double) -> Double {
    let bits = x.bitPattern
    // The exponent such that the rest lies between 0.7 and 1.4.
    let shifted = bits &- 0x3FE6_6666_6666_6666
    let exponent = Int64(bitPattern: shifted) >> 52
    let rest = Double(bitPattern: bits &- UInt64(bitPattern: exponent << 52))
    let s = (rest - 1) / (rest + 1)
    let q = s * s
    let series = 1 + q * (1.0 / 3 + q * (1.0 / 5 + q * (1.0 / 7 + q * (1.0 / 9 + q / 11))))
    return Double(exponent) * logTwo + 2 * s * series
  }

  /// e raised to a number of at most 0, within 1e-8 of its value; below -700 as there.
  @inline(__always)
  static func exp(_ x: Double) -> Double {
    let bounded = max(x, -700)
    let power = (bounded * 1.442_695_040_888_963_4).rounded(.toNearestOrEven)
    let r = bounded - power * logTwo
    let series =
      1 + r
      * (1 + r
        * (1.0 / 2 + r
          * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120 + r * (1.0 / 720 + r / 5040))))))
    return Double(bitPattern: UInt64(bitPattern: (Int64(power) &+ 1023) << 52)) * series
  }

  /// log Φ(z), within 2e-7: the Chebyshev fit to log erfc of Press and others, Numerical Recipes,
  /// 6.2 (erfc to 1.2e-7 of its value).
  @inline(__always)
  static func logNormalCDF(_ z: Double) -> Double {
    let x = abs(z) * 0.707_106_781_186_547_6
    let t = 1 / (1 + 0.5 * x)
    let sum =
      -1.265_512_23 + t
      * (1.000_023_68 + t
        * (0.374_091_96 + t
          * (0.096_784_18 + t
            * (-0.186_288_06 + t
              * (0.278_868_07 + t
                * (-1.135_203_98 + t * (1.488_515_87 + t * (-0.822_152_23 + t * 0.170_872_77))))))))
    let exponent = sum - x * x
    if z < 0 { return log(0.5 * t) + exponent }
    return z > 6 ? 0 : log(1 - 0.5 * t * exp(exponent))
  }
}
