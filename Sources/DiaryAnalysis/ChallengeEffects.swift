// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import Statistics

/// The effect sizes of one challenge: the days of its window against its comparison days.
struct ChallengeEffects: Sendable {
  /// The fewest comparison days with a value for a trend, and for a change of level.
  static let fewestForTrend = 3
  static let fewestForLevel = 5
  /// The autocorrelations over a day that are averaged over; negative ones are not.
  static let autocorrelations = 0.0...0.95

  let overlap: Nonoverlap?
  private let difference: MeanDifference?
  private let baseline: DatedValues
  private let exposed: DatedValues

  init(outcome: DailyOutcome, window: [Int], comparison: [Int]) {
    baseline = Self.dated(comparison.sorted(), outcome)
    exposed = Self.dated(window, outcome)
    overlap = Nonoverlap(baseline: baseline.values, exposed: exposed.values)
    difference = MeanDifference(baseline: baseline.values, exposed: exposed.values)
  }

  private static func dated(_ days: [Int], _ outcome: DailyOutcome) -> DatedValues {
    let kept = days.compactMap { day in outcome[day].map { (Double(day), $0) } }
    return DatedValues(days: kept.map(\.0), values: kept.map(\.1))
  }

  /// Tau after the comparison days' trend on their real days was taken off.
  private var tauTrendCorrected: Double? {
    guard baseline.values.count >= Self.fewestForTrend else { return nil }
    return Nonoverlap.baselineCorrected(baseline: baseline, exposed: exposed)?.tau
  }

  /// The regression: a level and, with five comparison days or more, a trend.
  private var regression: PiecewiseRegression? {
    guard baseline.values.count >= Self.fewestForLevel, exposed.values.count >= 2 else {
      return nil
    }
    return PiecewiseRegression(
      baseline: baseline, exposed: exposed, terms: .trend,
      noise: .averaged(Self.autocorrelations))
  }

  /// Writes the effect sizes into a challenge; those that take a trend only where `inDetail`.
  func write(to challenge: inout GroupResult.Challenge, inDetail: Bool) {
    challenge.tau = overlap.map(\.tau)
    challenge.hedgesG = difference?.hedgesG.map(\.value).flatMap(Self.finite)
    challenge.logResponseRatio = difference?.logResponseRatio.map(\.value).flatMap(Self.finite)
    guard inDetail else { return }
    challenge.tauTrendCorrected = tauTrendCorrected.flatMap(Self.finite)
    guard let regression else { return }
    let interval = regression.interval(regression.level, confidence: 0.9)
    guard interval.lowerBound.isFinite, interval.upperBound.isFinite else { return }
    challenge.levelChange = .init(
      mean: regression.level.value, low: interval.lowerBound, high: interval.upperBound)
    challenge.autocorrelation = regression.autocorrelation
  }

  private static func finite(_ value: Double) -> Double? { value.isFinite ? value : nil }
}
