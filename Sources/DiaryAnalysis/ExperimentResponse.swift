// SPDX-License-Identifier: Apache-2.0

internal import Statistics

/// What is known of the response to one group, given that it is a trigger.
struct ExperimentResponse: Sendable {
  /// The probability of each response time with each dose shape.
  let weights: [Double]
  /// What the diary's own exposures brought of each, on average over the episodes; 0 for nothing.
  private let peaks: [Double]
  private let columns: [[Double]]
  /// Five effects of equal probability: at the diary's exposures, and after one portion.
  private let known: [Double]
  private let usual: [Double]

  /// The levels of the five effects.
  private static let levels = [0.1, 0.3, 0.5, 0.7, 0.9]
  /// The same as standard normal quantiles.
  private static let quantiles = levels.map { NormalDistribution.quantile($0) }
  /// The five effects of a group of which nothing is known: N(1, 1.6²) cut at 0, as in the model.
  private static let prior = levels.map { level in
    let positive = NormalDistribution.cdf(1 / 1.6)
    return max(1 - 1.6 * NormalDistribution.quantile((1 - level) * positive), 0)
  }

  /// The least mean exposure from which an effect per portion can be told.
  private static let leastPeak = 0.1

  init(
    kernels: [Double], effect: GroupResult.Interval?, exposure: GroupExposure?, days: Range<Int>
  ) {
    let shapes = DoseShape.allCases
    weights = kernels.flatMap { kernel in shapes.map { kernel * $0.weight } }
    usual = Self.prior
    guard let effect, let exposure, !exposure.days.isEmpty else {
      known = Self.prior
      peaks = [Double](repeating: 0, count: weights.count)
      columns = []
      return
    }
    known = Self.quantiles.map { z in
      let side = z < 0 ? effect.mean - effect.low : effect.high - effect.mean
      return max(effect.mean + z * side / 1.644_854, 0)
    }
    let columns = ExperimentSignal.columns(
      exposure.days.map { (day: $0.day - days.lowerBound, portions: $0.portions) },
      count: days.count)
    self.columns = columns
    let episodes = Episode.all(exposure.episodeDays).map { episode in
      let first = max(episode.first - days.lowerBound, 0)
      return first..<max(first, min(episode.last + 4 - days.lowerBound, days.count))
    }.filter { !$0.isEmpty }
    peaks = columns.map { column in
      let peaks = episodes.compactMap { column[$0].max() }
      return peaks.isEmpty ? 0 : peaks.reduce(0, +) / Double(peaks.count)
    }
  }

  /// Five effects after one portion, in points, by one response time and dose shape.
  func effects(_ atom: Int) -> [Double] {
    peaks[atom] < Self.leastPeak ? usual : known.map { $0 / peaks[atom] }
  }

  /// What the exposures of the diary brought each day, on average, where the peak is `effect`.
  func expected(effect: Double) -> [Double] {
    var sum = [Double](repeating: 0, count: columns.first?.count ?? 0)
    for (atom, column) in columns.enumerated() where peaks[atom] >= Self.leastPeak {
      let factor = weights[atom] * effect / peaks[atom]
      for day in sum.indices { sum[day] += factor * column[day] }
    }
    return sum
  }
}
