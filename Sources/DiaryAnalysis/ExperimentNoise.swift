// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// How the daily outcome moves without food: its scatter, its memory, and how well its level is known.
struct ExperimentNoise: Hashable, Sendable {
  /// The standard deviation in points.
  var sd: Double
  /// The autocorrelation over a day.
  var phi: Double
  /// The variance of the level, in units of `sd`².
  var level: Double
  /// The variance of what an announced test adds on its first day, in units of `sd`²; 0 where tests
  /// are not announced.
  var expectation = 0.0

  /// The share of the noise that is independent from day to day, as in the model.
  static let nugget = 0.15
  /// The least standard deviation in points: that of rounding to whole points.
  static let least = 0.29
  /// What the level may have drifted by since it was measured: somewhat less than half of what the
  /// slow waves of the model allow.
  static let drift = 0.1
  /// The prior variance of the coefficient of expectation, as in the model.
  static let expectationVariance = 0.49
  /// Where fewer values are known, the noise is that of a usual diary, and the level unknown.
  static let unknown = ExperimentNoise(sd: 1.5, phi: 0.4, level: 3)

  private static let grid = [0.0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.85]

  init(sd: Double, phi: Double, level: Double, expectation: Double = 0) {
    self.sd = sd
    self.phi = phi
    self.level = level
    self.expectation = expectation
  }

  /// Fits the noise to daily values by day, by generalised least squares at each φ of a grid.
  init(values: [(day: Int, value: Double)]) {
    self = .unknown
    guard values.count >= ModelRun.fewestObservations else { return }
    let fits = Self.grid.map { Self.fit(values, phi: $0) }
    guard let best = fits.map(\.log).max(), best.isFinite else { return }
    let weights = fits.map { exp($0.log - best) }
    let total = weights.reduce(0, +)
    func mean(_ of: (Int) -> Double) -> Double {
      fits.indices.reduce(0) { $0 + weights[$1] * of($1) } / total
    }
    sd = max(mean { fits[$0].variance }.squareRoot(), Self.least)
    phi = mean { Self.grid[$0] }
    level = mean { fits[$0].level } + Self.drift
  }

  /// The log evidence, the variance and the variance of the level at one φ.
  private static func fit(
    _ values: [(day: Int, value: Double)], phi: Double
  ) -> (log: Double, variance: Double, level: Double) {
    var (state, one) = (0.0, 0.0)
    var variance = 1 - nugget
    var (yy, y1, n1, logDeterminant) = (0.0, 0.0, 0.0, 0.0)
    var previous = values.first?.day ?? 0
    for (index, entry) in values.enumerated() {
      let rho = index == 0 ? 0 : pow(phi, Double(entry.day - previous))
      previous = entry.day
      if index > 0 { variance = rho * rho * variance + (1 - nugget) * (1 - rho * rho) }
      state *= rho
      one *= rho
      let total = variance + nugget
      let (a, b) = (entry.value - state, 1 - one)
      yy += a * a / total
      y1 += a * b / total
      n1 += b * b / total
      logDeterminant += log(total)
      let gain = variance / total
      state += gain * a
      one += gain * b
      variance *= 1 - gain
    }
    let degrees = Double(values.count - 1)
    let residual = max(yy - y1 * y1 / n1, degrees * 0.05 * 0.05)
    let x = min(max(phi, 0.03), 0.97)
    // The prior of φ is the model's, Beta(1.3, 1.7).
    let prior = 0.3 * log(x) + 0.7 * log(1 - x)
    let likelihood = -0.5 * (logDeterminant + log(n1)) - 0.5 * degrees * log(residual)
    return (likelihood + prior, residual / max(degrees - 2, 1), 1 / n1)
  }

  /// The covariance of the days of an experiment given its washout, row-major, in units of `sd`².
  ///
  /// The washout's days have values too: they tell the level and the present spell.
  func covariance(_ days: ExperimentProtocol) -> [Double] {
    let washout = min(days.washoutDays, 7)
    let after = days.portions.count + days.watchDays
    let count = washout + after
    var matrix = [Double](repeating: 0, count: count * count)
    for i in 0..<count {
      for j in 0..<count {
        matrix[i * count + j] =
          (1 - Self.nugget) * pow(phi, Double(abs(i - j))) + level
          + (i == j ? Self.nugget : 0)
          + expectation * mark(i - washout, days) * mark(j - washout, days)
      }
    }
    for k in 0..<washout {
      let pivot = matrix[k * count + k]
      for i in k + 1..<count {
        let factor = matrix[i * count + k] / pivot
        for j in k + 1..<count { matrix[i * count + j] -= factor * matrix[k * count + j] }
      }
    }
    return (washout..<count).flatMap { i in (washout..<count).map { matrix[i * count + $0] } }
  }

  /// How strongly a day is marked by the test, as the model has it.
  private func mark(_ day: Int, _ days: ExperimentProtocol) -> Double {
    guard days.portions.indices.contains(day) else { return 0 }
    return day == 0 ? 1 : day == 1 ? 0.6 : 0.3
  }
}
