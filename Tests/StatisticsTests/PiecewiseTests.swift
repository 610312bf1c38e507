// SPDX-License-Identifier: Apache-2.0

internal import Glibc
import Statistics
import TestSupport
import Testing

@Suite("Piecewise regression and randomisation by hand and by dense matrices")
struct PiecewiseTests {
  static let baseline = DatedValues(
    days: [0, 1, 3, 4, 7, 12, 13], values: [1, 2, 1, 3, 2, 3, 4])
  static let exposed = DatedValues(days: [8, 9, 10], values: [5, 4, 6])

  @Test(
    "Gaps in the days, against (X'R⁻¹X)⁻¹X'R⁻¹y in NumPy",
    arguments: [
      (
        0.0, [1.297491039426523, 0.17293906810035842, 1.818996415770609, 0.3270609318996416],
        [0.49099309533842844, 0.06594904972018206, 0.8364282977576585, 0.5924937124238053],
        -9.804509092469825
      ),
      (
        0.5, [1.169235274069464, 0.1800362698999302, 2.391274391906066, 0.24917777101637073],
        [0.9550647209334929, 0.121880687006587, 1.108214324157183, 0.7178647760659742],
        -12.852458611739316
      ),
    ])
  func dense(phi: Double, estimates: [Double], errors: [Double], logLikelihood: Double) throws {
    let fit = try #require(
      PiecewiseRegression(
        baseline: Self.baseline, exposed: Self.exposed, terms: .trendAndSlopeChange,
        noise: .fixed(phi)))
    let found = [fit.intercept, try #require(fit.trend), fit.level, try #require(fit.slopeChange)]
    for (coefficient, expected) in zip(found, zip(estimates, errors)) {
      #expect(close(coefficient.value, expected.0, 1e-11))
      #expect(close(coefficient.standardError, expected.1, 1e-11))
    }
    #expect(close(fit.logLikelihood, logLikelihood, 1e-11))
    #expect(fit.degreesOfFreedom == 6)
  }

  @Test("Levels alone are the means, and the interval is Student's")
  func means() throws {
    let fit = try #require(
      PiecewiseRegression(
        baseline: DatedValues(days: [0, 1, 2, 3], values: [1, 3, 1, 3]),
        exposed: DatedValues(days: [4, 5], values: [5, 7]), terms: .level, noise: .independent))
    #expect(close(fit.intercept.value, 2))
    #expect(close(fit.level.value, 4))
    // Squares 4 and 2 over 4 degrees: 1.5(1/4 + 1/2) is the variance; t(4) at .95 is 2.131847.
    #expect(close(fit.level.standardError, 1.125.squareRoot()))
    let interval = fit.interval(fit.level, confidence: 0.9)
    #expect(close(interval.upperBound - 4, 2.131846786326649 * 1.125.squareRoot(), 1e-10))
  }

  @Test("No error can be given: a perfect line, one value too few, two values on a day")
  func undefined() {
    func fit(_ a: DatedValues, _ b: DatedValues, _ terms: PiecewiseRegression.Terms) -> Bool {
      let noise = PiecewiseRegression.Noise.estimated(0...0.95, restricted: true)
      return PiecewiseRegression(baseline: a, exposed: b, terms: terms, noise: noise) != nil
    }
    let line = DatedValues(days: [0, 1, 2, 3], values: [1, 2, 3, 4])
    #expect(!fit(line, DatedValues(days: [4, 5, 6], values: [5, 6, 7]), .trend))
    #expect(!fit(line, DatedValues(days: [], values: []), .level))
    #expect(!fit(line, DatedValues(days: [3], values: [5]), .level))
    let flat = DatedValues(days: [0, 1, 2], values: [0, 0, 0])
    #expect(!fit(flat, DatedValues(days: [3, 4], values: [0, 0]), .level))
    let one = DatedValues(days: [0], values: [1])
    #expect(!fit(one, DatedValues(days: [1], values: [4]), .level))
    #expect(!fit(line, DatedValues(days: [9], values: [5]), .trendAndSlopeChange))
    #expect(fit(line, DatedValues(days: [9], values: [5]), .level))
  }

  @Test("The autocorrelation found is more likely than any other of the range")
  func likelihood() throws {
    let noise = { PiecewiseRegression.Noise.fixed($0) }
    let best = try #require(
      PiecewiseRegression(
        baseline: Self.baseline, exposed: Self.exposed, terms: .trend,
        noise: .estimated(-0.6...0.9, restricted: false)))
    for step in 0...30 {
      let phi = -0.6 + 0.05 * Double(step)
      let other = try #require(
        PiecewiseRegression(
          baseline: Self.baseline, exposed: Self.exposed, terms: .trend, noise: noise(phi)))
      #expect(other.logLikelihood <= best.logLikelihood + 1e-9)
    }
  }

  @Test("Averaging over φ is the weighted mean of the fits at each, their spread added")
  func averaged() throws {
    let range = 0.0...0.95
    let average = try #require(
      PiecewiseRegression(
        baseline: Self.baseline, exposed: Self.exposed, terms: .trend, noise: .averaged(range)))
    var fits: [PiecewiseRegression] = []
    for step in 0..<20 {
      let phi = 0.05 * Double(step)
      // A range of one value has the restricted likelihood at it.
      fits.append(
        try #require(
          PiecewiseRegression(
            baseline: Self.baseline, exposed: Self.exposed, terms: .trend,
            noise: .estimated(phi...phi, restricted: true))))
    }
    let top = try #require(fits.map(\.logLikelihood).max())
    let weights = fits.map { exp($0.logLikelihood - top) }
    let total = weights.reduce(0, +)
    let mean = zip(weights, fits).reduce(0) { $0 + $1.0 * $1.1.level.value } / total
    #expect(close(average.level.value, mean, 1e-9))
    var variance = 0.0
    for (weight, fit) in zip(weights, fits) {
      let apart = fit.level.value - mean
      variance += weight * (fit.level.standardError * fit.level.standardError + apart * apart)
    }
    #expect(close(average.level.standardError, (variance / total).squareRoot(), 1e-9))
    let phi = zip(weights, fits).reduce(0) { $0 + $1.0 * $1.1.autocorrelation } / total
    #expect(close(average.autocorrelation, phi, 1e-9))
  }

  @Test("The exact p of 3 starts, and of which of 4 slots, counted by hand")
  func randomisation() throws {
    let outcome: [Double] = [1, 2, 1, 6, 7]
    let starts = RandomisationTest.phaseAssignments(days: 5, phases: 2, shortest: 1)
    #expect(starts.count == 4)
    let test = try #require(
      RandomisationTest(
        outcome: outcome, exposed: [false, false, false, true, true], candidates: starts))
    #expect(test.pValue == 0.25 && test.assignments == 4)
    #expect(close(test.observed, 6.5 - 4.0 / 3))
    let slots = RandomisationTest.slotAssignments(slots: 4, exposed: 1)
    #expect(slots.count == 4)
    let slot = try #require(
      RandomisationTest(
        outcome: [3, 5, 5, 1], exposed: [false, true, false, false], candidates: slots))
    #expect(slot.pValue == 0.5)
    #expect(RandomisationTest(outcome: [1, 2], exposed: [false, false], candidates: []) == nil)
  }

  @Test("The observed assignment counts, whether it is listed or not")
  func observedCounts() throws {
    let test = try #require(
      RandomisationTest(
        outcome: [1, 5, 1], exposed: [false, true, false], candidates: [[true, false, false]]))
    #expect(test.assignments == 2 && test.pValue == 0.5)
  }

  @Test("Random series: every figure is finite or absent", arguments: 1...40)
  func finite(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let choices: [Double] = [0, 0, 0, 1, 2, 10, 1e9, -1e9, 1e-12, .nan, .infinity]
    func phase(from day: Int) -> DatedValues {
      let count = Int.random(in: 0...6, using: &generator)
      return DatedValues(
        days: (0..<count).map { Double(day + 2 * $0) },
        values: (0..<count).map { _ in choices.randomElement(using: &generator) ?? 0 })
    }
    let (a, b) = (phase(from: 0), phase(from: 13))
    var numbers: [Double?] = [
      TauU(baseline: a.values, exposed: b.values)?.tauU,
      TauU(baseline: a.values, exposed: b.values)?.whole.tauB,
      Nonoverlap.baselineCorrected(baseline: a, exposed: b)?.tau,
      MeanDifference(baseline: a.values, exposed: b.values)?.hedgesG?.value,
      MeanDifference(baseline: a.values, exposed: b.values)?.logResponseRatio?.value,
      circularShiftPValue(
        outcome: a.values + b.values,
        exposed: a.values.map { _ in false } + b.values.map { _ in true }),
    ]
    for terms in [PiecewiseRegression.Terms.level, .trend, .trendAndSlopeChange] {
      let fit = PiecewiseRegression(
        baseline: a, exposed: b, terms: terms,
        noise: seed.isMultiple(of: 2)
          ? .averaged(0...0.95) : .estimated(0...0.95, restricted: true))
      numbers += [fit?.level.value, fit?.level.standardError, fit?.slopeChange?.value]
      if let fit {
        let interval = fit.interval(fit.level, confidence: 0.9)
        numbers += [interval.lowerBound, interval.upperBound, fit.logLikelihood]
      }
    }
    #expect(numbers.allSatisfy { $0?.isFinite ?? true }, "\(a) \(b) \(numbers)")
  }
}
