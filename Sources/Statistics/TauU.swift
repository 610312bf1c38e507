// SPDX-License-Identifier: Apache-2.0

/// Tau and Tau-U: pairs of days across the phases, less the pairs that a trend explains.
///
/// Each member is S/D: S the pairs in which the later day is worse less those in which it is
/// better, D a number of pairs. Ties count in D only. A comes before B in time; the order within a
/// phase is that of its list. Missing days (not finite) are left out, which does not change any
/// order. Parker, Vannest, Davis and Sauber 2011 (10.1016/j.beth.2010.08.006); the variants are
/// those of R's SingleCaseES ("Tau-U") and scan (`tau_u`).
public struct TauU: Hashable, Sendable {
  /// A set of pairs: its score, and the pairs that it is counted from.
  public struct Comparison: Hashable, Sendable {
    /// Pairs that rise less pairs that fall.
    public let score: Int
    /// All pairs, ties included.
    public let pairs: Int
    /// Tau-b's denominator, √(pairs not tied in time · pairs of all days not tied in severity).
    public let untied: Double

    /// score/pairs, from −1 to 1, ties shrinking it; `nil` without a pair.
    public var tau: Double? { pairs > 0 ? Double(score) / Double(pairs) : nil }
    /// score/untied, as Kendall's tau-b; `nil` where nothing varies.
    public var tauB: Double? { untied > 0 ? Double(score) / untied : nil }
  }

  /// The phase A against the phase B.
  ///
  /// Its tau is 2 NAP − 1: −1 to 1, 0 for no effect.
  ///
  /// scan's `complete` method b divides by pairs less half the ties here instead of tau-b's
  /// denominator; this is `untiedTau`.
  public let phases: Comparison
  /// The trend within A.
  public let baselineTrend: Comparison
  /// The trend within B.
  public let exposedTrend: Comparison
  /// Both phases less the trend within A, over the pairs of both; scan's `A vs. B - Trend A`.
  public let phasesLessTrend: Comparison
  /// Both phases and the trend within B, less that within A; scan's `A vs. B + Trend B - Trend A`.
  public let whole: Comparison
  /// The tied pairs of A against B.
  private let phaseTies: Int

  /// Tau-U of SingleCaseES and of Parker and others 2011: (S of A against B − S within A)/(m·n).
  ///
  /// It is not bounded by 1: 1.018 for Parker and Vannest's 2009 example. One value in A has no
  /// trend, so it is Tau then.
  public var tauU: Double {
    Double(phases.score - baselineTrend.score) / Double(phases.pairs)
  }

  /// A against B as scan's `complete` method b gives it: score/(pairs − ties/2).
  public var untiedTau: Double? {
    let denominator = Double(phases.pairs) - 0.5 * Double(phaseTies)
    return denominator > 0 ? Double(phases.score) / denominator : nil
  }

  /// Compares two phases; `nil` where one is empty.
  ///
  /// - Complexity: O((m + n)²).
  public init?(baseline: [Double], exposed: [Double]) {
    let a = baseline.filter(\.isFinite)
    let b = exposed.filter(\.isFinite)
    guard !a.isEmpty, !b.isEmpty else { return nil }
    let ordered = { (values: [Double]) in
      Self.comparison(values.indices.map(Double.init), values)
    }
    let up = b.indices.map { Double(a.count + $0) }
    let flat = [Double](repeating: Double(a.count), count: b.count)
    // Time runs backwards through A where A's own trend is to be taken off.
    let back = a.indices.reversed().map(Double.init)
    let level = [Double](repeating: 0, count: a.count)
    phases = Self.comparison(level + flat, a + b)
    baselineTrend = ordered(a)
    exposedTrend = ordered(b)
    phasesLessTrend = Self.comparison(back + flat, a + b)
    whole = Self.comparison(back + up, a + b)
    phaseTies = b.reduce(0) { count, y in count + a.count { $0 == y } }
  }

  private static func comparison(_ time: [Double], _ values: [Double]) -> Comparison {
    let kendall = KendallCorrelation(time, values)
    let untied = Double(kendall.pairsUntiedX) * Double(kendall.pairsUntiedY)
    return Comparison(
      score: kendall.score, pairs: kendall.pairsUntiedX, untied: untied.squareRoot())
  }
}
