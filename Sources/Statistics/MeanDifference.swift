// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Differences of means between unexposed (A) and exposed (B) observations.
///
/// Positive where exposed observations are higher; 0 for no effect. Numbers that are not finite
/// are left out. Formulas and small-sample corrections as in Pustejovsky 2018
/// (10.1016/j.jsp.2018.02.003); Hedges 1981.
public struct MeanDifference: Hashable, Sendable {
  /// An estimate with its standard error.
  public struct Estimate: Hashable, Sendable {
    /// The estimate.
    public let value: Double
    /// Its standard error.
    public let standardError: Double
  }

  /// Mean of B less mean of A, in the outcome's unit.
  public let raw: Double
  private let meanA: Double
  private let meanB: Double
  private let countA: Double
  private let countB: Double
  private let varianceA: Double?
  private let varianceB: Double?

  /// Compares two phases; `nil` where one is empty.
  public init?(baseline: [Double], exposed: [Double]) {
    guard let a = mean(baseline), let b = mean(exposed) else { return nil }
    meanA = a
    meanB = b
    raw = b - a
    countA = Double(baseline.count(where: \.isFinite))
    countB = Double(exposed.count(where: \.isFinite))
    varianceA = sampleVariance(baseline)
    varianceB = sampleVariance(exposed)
  }

  /// Hedges' g: the difference over the pooled standard deviation, times 1 − 3/(4ν − 1).
  ///
  /// ν = m + n − 2; variance J²(1/m + 1/n + g²/2ν).
  ///
  /// - Returns: `nil` where ν is 0 or nothing varies (SingleCaseES: NaN). One value in a phase is
  ///   enough, as the other's deviation is pooled; so is a baseline that never varies, where the
  ///   difference over the baseline's deviation is infinite.
  public var hedgesG: Estimate? {
    let degrees = countA + countB - 2
    let squares = (varianceA ?? 0) * (countA - 1) + (varianceB ?? 0) * (countB - 1)
    guard degrees > 0, squares > 0 else { return nil }
    let j = 1 - 3 / (4 * degrees - 1)
    let g = j * raw / (squares / degrees).squareRoot()
    let variance = 1 / countA + 1 / countB + g * g / (2 * degrees)
    return Estimate(value: g, standardError: j * variance.squareRoot())
  }

  /// The difference over the standard deviation of A, corrected by 1 − 3/(4(m − 1) − 1).
  ///
  /// - Returns: `nil` where A has fewer than two values or does not vary, or B fewer than two.
  public var baselineStandardized: Estimate? {
    guard let a = varianceA, a > 0, let b = varianceB else { return nil }
    let degrees = countA - 1
    let j = 1 - 3 / (4 * degrees - 1)
    let g = j * raw / a.squareRoot()
    let variance = 1 / countA + b / (countB * a) + g * g / (2 * degrees)
    return Estimate(value: g, standardError: j * variance.squareRoot())
  }

  /// The log of the ratio of means, with its bias correction; for outcomes above 0.
  ///
  /// log(M_B/M_A) + S_B²/(2nM_B²) − S_A²/(2mM_A²), standard error √(S_A²/(mM_A²) + S_B²/(nM_B²)).
  /// It is LRRi of R's SingleCaseES for an outcome that is to rise, and LRRd for one that is to
  /// fall, with scale "other"; asked the other way round, each has the other sign. SingleCaseES gives
  /// NaN or ∞ where a mean is 0 and, for counts, puts half an event there; severities are no counts.
  ///
  /// - Returns: `nil` where a mean is not positive or a phase has fewer than two values.
  public var logResponseRatio: Estimate? {
    guard meanA > 0, meanB > 0, let a = varianceA, let b = varianceB else { return nil }
    let shareA = a / (countA * meanA * meanA)
    let shareB = b / (countB * meanB * meanB)
    return Estimate(
      value: log(meanB / meanA) + 0.5 * (shareB - shareA),
      standardError: (shareA + shareB).squareRoot())
  }
}
