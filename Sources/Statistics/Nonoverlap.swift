// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Non-overlap of all pairs: how often an exposed day is worse than an unexposed one.
///
/// NAP = (pairs with B > A + ½ ties)/(m·n), A the m unexposed and B the n exposed observations.
/// Range 0 to 1, no effect 0.5; ties count a half; missing observations are to be left out before.
/// Parker and Vannest 2009 (10.1016/j.beth.2008.10.006).
public struct Nonoverlap: Hashable, Sendable {
  /// The estimate.
  public let estimate: Double
  /// The unbiased standard error (Sen 1967; Mee 1990); ∞ where a phase has one observation.
  public let standardError: Double
  /// The number of unexposed observations.
  public let baselineCount: Int
  /// The number of exposed observations.
  public let exposedCount: Int

  /// Tau = 2 NAP − 1: range −1 to 1, no effect 0 (Parker, Vannest, Davis and Sauber 2011).
  public var tau: Double { 2 * estimate - 1 }
  /// The standard error of Tau.
  public var tauStandardError: Double { 2 * standardError }

  /// Compares two phases; `nil` where one is empty.
  ///
  /// Numbers that are not finite are left out.
  ///
  /// - Complexity: O(m·n).
  public init?(baseline: [Double], exposed: [Double]) {
    let a = baseline.filter(\.isFinite)
    let b = exposed.filter(\.isFinite)
    guard !a.isEmpty, !b.isEmpty else { return nil }
    let (m, n) = (Double(a.count), Double(b.count))
    var columns = [Double](repeating: 0, count: a.count)
    var (total, rowSquares, squares) = (0.0, 0.0, 0.0)
    for y in b {
      var row = 0.0
      for (i, x) in a.enumerated() {
        let q = y > x ? 1 : y == x ? 0.5 : 0
        row += q
        columns[i] += q
        squares += q * q
      }
      total += row
      rowSquares += row * row
    }
    let nap = total / (m * n)
    estimate = nap
    baselineCount = a.count
    exposedCount = b.count
    guard m > 1, n > 1 else {
      standardError = .infinity
      return
    }
    let columnSquares = columns.reduce(0) { $0 + $1 * $1 }
    standardError = Self.unbiasedError(
      nap, m: m, n: n, rowSquares: rowSquares, columnSquares: columnSquares, squares: squares)
  }

  /// The square root of the unbiased variance.
  ///
  /// An estimate of 0 or 1 is taken 0.5/(mn) off its end, for the products of pairs too, so that
  /// complete separation has a standard error above 0.
  private static func unbiasedError(
    _ nap: Double, m: Double, n: Double, rowSquares: Double, columnSquares: Double,
    squares: Double
  ) -> Double {
    let margin = 0.5 / (m * n)
    let truncated = min(max(nap, margin), 1 - margin)
    if truncated != nap {
      return (truncated * (1 - truncated) / ((m - 1) * (n - 1))).squareRoot()
    }
    let pairsOfRows = rowSquares / (n * m * m)
    let pairsOfColumns = columnSquares / (m * n * n)
    let variance =
      (nap - (m + n - 1) * nap * nap + n * pairsOfColumns + m * pairsOfRows
        - 2 * squares / (m * n)) / ((m - 1) * (n - 1))
    return max(variance, 0).squareRoot()
  }
}
