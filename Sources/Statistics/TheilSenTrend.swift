// SPDX-License-Identifier: Apache-2.0

/// A straight trend that single days hardly move: the median of the slopes of all pairs.
///
/// Theil 1950; Sen 1968 (10.1080/01621459.1968.10480934). The intercept is the median of what is
/// left at day 0.
public struct TheilSenTrend: Hashable, Sendable {
  /// Points per day.
  public let slope: Double
  /// Points at day 0.
  public let intercept: Double

  /// Finds the trend of values on their days; pairs of the same day are left out.
  ///
  /// - Returns: `nil` with fewer than two different days (SingleCaseES stops with an error there).
  /// - Complexity: O(n² log n).
  public init?(days: [Double], values: [Double]) {
    let points = zip(days, values).filter { $0.0.isFinite && $0.1.isFinite }
    var slopes: [Double] = []
    for (i, later) in points.enumerated() {
      for earlier in points[..<i] where later.0 != earlier.0 {
        slopes.append((later.1 - earlier.1) / (later.0 - earlier.0))
      }
    }
    guard let slope = median(slopes),
      let intercept = median(points.map { $0.1 - slope * $0.0 }), slope.isFinite,
      intercept.isFinite
    else { return nil }
    self.slope = slope
    self.intercept = intercept
  }

  /// What the trend does not explain of a value on a day.
  public func residual(_ value: Double, on day: Double) -> Double {
    value - slope * day - intercept
  }
}

/// The middle of the finite numbers, the mean of the two middle ones for an even count.
///
/// - Returns: `nil` without one.
public func median(_ values: [Double]) -> Double? {
  let sorted = values.filter(\.isFinite).sorted()
  guard !sorted.isEmpty else { return nil }
  let middle = sorted.count / 2
  return sorted.count.isMultiple(of: 2)
    ? 0.5 * (sorted[middle - 1] + sorted[middle]) : sorted[middle]
}

/// Values with their days, of one phase.
public struct DatedValues: Hashable, Sendable {
  /// The days, in any unit and from any origin.
  public var days: [Double]
  /// The values, in the order of the days.
  public var values: [Double]

  /// Creates a phase; the longer list is cut to the shorter one's length.
  public init(days: [Double], values: [Double]) {
    let count = min(days.count, values.count)
    self.days = Array(days.prefix(count))
    self.values = Array(values.prefix(count))
  }
}

extension Nonoverlap {
  /// Compares two phases after taking the baseline's Theil–Sen trend off both; Tau of it is Tau-BC.
  ///
  /// Tarlow 2017 (10.1177/0145445516676750). Days are real days: SingleCaseES drops missing values
  /// and numbers the rest 1, 2, 3 …, so that its trend does not see gaps. Differences below 1e-9 of
  /// the largest value are ties, as they would be without rounding (SingleCaseES breaks such ties by
  /// chance; scan does not). The trend is taken off whether it is significant or not.
  ///
  /// - Returns: `nil` where a phase is empty or the baseline has fewer than two different days.
  public static func baselineCorrected(
    baseline: DatedValues, exposed: DatedValues
  ) -> Nonoverlap? {
    guard let trend = TheilSenTrend(days: baseline.days, values: baseline.values) else {
      return nil
    }
    let all = (baseline.values + exposed.values).filter(\.isFinite)
    let days = (baseline.days + exposed.days).filter(\.isFinite)
    let reach = (days.map(\.magnitude).max() ?? 0) * trend.slope.magnitude
    let grain = 1e-9 * max(all.map(\.magnitude).max() ?? 0, reach, 1e-290)
    func residuals(_ phase: DatedValues) -> [Double] {
      zip(phase.days, phase.values).map {
        (trend.residual($1, on: $0) / grain).rounded() * grain
      }
    }
    return Nonoverlap(baseline: residuals(baseline), exposed: residuals(exposed))
  }
}
