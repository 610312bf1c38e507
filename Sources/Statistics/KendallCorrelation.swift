// SPDX-License-Identifier: Apache-2.0

/// Kendall's rank correlation of two lists, by counting pairs.
///
/// A pair is concordant where both lists rise from one member to the other, discordant where one
/// rises and the other falls, else tied. Pairs with a number that is not finite are left out.
/// Kendall, Rank Correlation Methods, 1970.
public struct KendallCorrelation: Hashable, Sendable {
  /// The number of members.
  public let count: Int
  /// Concordant less discordant pairs.
  public let score: Int
  /// The pairs in which the first list is not tied.
  public let pairsUntiedX: Int
  /// The pairs in which the second list is not tied.
  public let pairsUntiedY: Int
  /// The variance of `score` where there is no relation, with the corrections for ties.
  ///
  /// 0 where a list has no two values that differ, or there are fewer than two members.
  public let variance: Double

  /// Tau-b, score/√(untied x · untied y): −1 to 1, 0 for no relation.
  ///
  /// `nil` where a list is constant: R's Kendall::MannKendall gives 1 there, an artefact.
  public var tauB: Double? {
    guard pairsUntiedX > 0, pairsUntiedY > 0 else { return nil }
    return Double(score) / (Double(pairsUntiedX) * Double(pairsUntiedY)).squareRoot()
  }

  /// The two-sided p-value of the normal approximation.
  ///
  /// - Parameter continuity: Whether the score is brought one nearer to 0 first, as Mann and
  ///   Kendall's test for trend does.
  /// - Returns: A number from 0 to 1; `nil` where nothing varies.
  public func pValue(continuity: Bool) -> Double? {
    guard variance > 0 else { return nil }
    let size = abs(Double(score))
    let z = max(size - (continuity ? 1 : 0), 0) / variance.squareRoot()
    return min(2 * NormalDistribution.cdf(-z), 1)
  }

  /// Compares two lists, the longer one cut to the shorter one's length.
  ///
  /// - Complexity: O(n²).
  public init(_ x: [Double], _ y: [Double]) {
    let pairs = zip(x, y).filter { $0.0.isFinite && $0.1.isFinite }
    let (x, y) = (pairs.map(\.0), pairs.map(\.1))
    var (score, untiedX, untiedY) = (0, 0, 0)
    for i in x.indices {
      for j in 0..<i {
        let a = Self.sign(x[i], x[j])
        let b = Self.sign(y[i], y[j])
        score += a * b
        untiedX += a * a
        untiedY += b * b
      }
    }
    count = x.count
    self.score = score
    pairsUntiedX = untiedX
    pairsUntiedY = untiedY
    variance = untiedX > 0 && untiedY > 0 ? Self.variance(x, y) : 0
  }

  private static func sign(_ a: Double, _ b: Double) -> Int { a > b ? 1 : a < b ? -1 : 0 }

  private static func variance(_ x: [Double], _ y: [Double]) -> Double {
    let n = Double(x.count)
    let (tx, ty) = (tieCounts(x), tieCounts(y))
    func sum(_ ties: [Double], _ term: (Double) -> Double) -> Double {
      ties.reduce(0) { $0 + term($1) }
    }
    let cubic = { (t: Double) in t * (t - 1) * (2 * t + 5) }
    let triple = { (t: Double) in t * (t - 1) * (t - 2) }
    let double = { (t: Double) in t * (t - 1) }
    var variance = (cubic(n) - sum(tx, cubic) - sum(ty, cubic)) / 18
    if n > 2 { variance += sum(tx, triple) * sum(ty, triple) / (9 * triple(n)) }
    return variance + sum(tx, double) * sum(ty, double) / (2 * double(n))
  }

  /// How often each value occurs.
  private static func tieCounts(_ values: [Double]) -> [Double] {
    let sorted = values.sorted()
    var counts: [Double] = []
    for (index, value) in sorted.enumerated() {
      if index > 0, sorted[index - 1] == value {
        counts[counts.count - 1] += 1
      } else {
        counts.append(1)
      }
    }
    return counts
  }
}
