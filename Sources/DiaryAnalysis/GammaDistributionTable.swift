// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// The gamma distribution.
enum GammaDistributionTable {
  /// The regularised lower incomplete gamma function, by series or continued fraction.
  static func regularizedLowerGamma(shape: Double, x: Double) -> Double {
    guard x > 0, shape > 0 else { return 0 }
    let front = exp(shape * log(x) - x - lgamma(shape))
    if x < shape + 1 {
      var term = 1 / shape
      var sum = term
      var n = shape
      for _ in 0..<500 where term > sum * 1e-17 {
        n += 1
        term *= x / n
        sum += term
      }
      return min(1, front * sum)
    }
    var b = x + 1 - shape
    var c = 1e300
    var d = 1 / b
    var h = d
    for i in 1...500 {
      let an = -Double(i) * (Double(i) - shape)
      b += 2
      d = 1 / (an * d + b)
      c = b + an / c
      let delta = d * c
      h *= delta
      if abs(delta - 1) < 1e-16 { break }
    }
    return max(0, 1 - front * h)
  }
}
