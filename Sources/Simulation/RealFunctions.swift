// SPDX-License-Identifier: Apache-2.0

// Links the C mathematics library, of which only exactly rounded functions (`sqrt`, `round`) are used.
internal import Glibc

/// The exponential and logarithm, built from exactly rounded operations only.
///
/// Every operation used here is exactly rounded on every IEEE 754 machine, so that a seed gives the
/// same diaries everywhere; the C library's functions differ in their last digits.
enum RealFunctions {
  private static let logTwo = 0.693_147_180_559_945_3
  private static let logTwoHigh = 0.693_147_180_369_123_8
  private static let logTwoLow = 1.908_214_929_270_587_7e-10

  /// e raised to `x`, to about 2 ulp; 0 below -700, and held at exp(700) above 700.
  static func exp(_ x: Double) -> Double {
    guard x >= -700 else { return 0 }
    let bounded = min(x, 700)
    let power = (bounded / logTwo).rounded()
    let rest = (bounded - power * logTwoHigh) - power * logTwoLow
    var sum = 1.0
    for order in stride(from: 15, to: 0, by: -1) {
      sum = 1 + sum * rest / Double(order)
    }
    return Double(sign: .plus, exponent: Int(power), significand: sum)
  }

  /// The natural logarithm of a positive number, to about 2 ulp; -745 for what is not positive.
  static func log(_ x: Double) -> Double {
    guard x > 0, x.isFinite else { return -745 }
    var exponent = Double(x.exponent)
    var significand = x.significand
    if significand > 1.414_213_562_373_095 {
      significand /= 2
      exponent += 1
    }
    let ratio = (significand - 1) / (significand + 1)
    let square = ratio * ratio
    var sum = 0.0
    for order in stride(from: 25, through: 1, by: -2) {
      sum = 1 / Double(order) + square * sum
    }
    return exponent * logTwoLow + 2 * ratio * sum + exponent * logTwoHigh
  }

  /// A positive base raised to a power.
  static func power(_ base: Double, _ exponent: Double) -> Double {
    base > 0 ? exp(exponent * log(base)) : 0
  }
}
