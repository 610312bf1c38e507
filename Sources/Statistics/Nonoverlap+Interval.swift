// SPDX-License-Identifier: Apache-2.0

extension Nonoverlap {
  /// The score-type confidence interval of NAP.
  ///
  /// Newcombe 2006 (10.1002/sim.2324), method 5: the two values x where
  /// m·n·(NAP − x)²(2 − x)(1 + x) = z² x(1 − x)(2 + h + (1 + 2h) x(1 − x)), h = (m + n)/2 − 1.
  ///
  /// Where NAP is 1, the lower end is the value below 1 that solves it, not 1 itself, which
  /// solves it trivially (SingleCaseES gives the interval [1, 1] there); likewise at 0.
  ///
  /// - Parameter confidence: The coverage, above 0 and below 1; 0.95 for 95 %.
  /// - Returns: The closed interval, inside [0, 1].
  public func scoreInterval(confidence: Double = 0.95) -> ClosedRange<Double> {
    let z = NormalDistribution.quantile(0.5 + 0.5 * min(max(confidence, 0), 1 - 1e-12))
    let pairs = Double(baselineCount) * Double(exposedCount)
    let h = 0.5 * (Double(baselineCount) + Double(exposedCount)) - 1
    let nap = estimate
    func excess(_ x: Double) -> Double {
      let distance = (nap - x) * (nap - x)
      let product = x * (1 - x)
      return pairs * distance * (2 - x) * (1 + x) - z * z * product
        * (2 + h + (1 + 2 * h) * product)
    }
    // Outside the interval the distance wins: positive at 0 and 1, negative next to the estimate.
    let inner = min(max(nap, 1e-12), 1 - 1e-12)
    let lower = nap <= 0 ? 0 : root(of: excess, outside: 0, inside: inner)
    let upper = nap >= 1 ? 1 : root(of: excess, outside: 1, inside: inner)
    return min(lower, upper)...max(lower, upper)
  }
}

/// Where a function that is positive at `outside` and negative at `inside` changes sign.
private func root(
  of function: (Double) -> Double, outside: Double, inside: Double
) -> Double {
  var (far, near) = (outside, inside)
  for _ in 0..<200 {
    let middle = 0.5 * (far + near)
    if middle == far || middle == near { break }
    if function(middle) > 0 { far = middle } else { near = middle }
  }
  return 0.5 * (far + near)
}
