// SPDX-License-Identifier: Apache-2.0

import Statistics
import Testing

@Suite("Effect sizes against published and hand-counted values")
struct EffectSizeTests {
  static let baseline: [Double] = [20, 20, 26, 25, 22, 23]
  static let exposed: [Double] = [28, 25, 24, 27, 30, 30, 29]

  @Test("Parker, Vannest and Davis 2011: 38 pairs and one tie of 42")
  func parkerVannestDavis() throws {
    let overlap = try #require(Nonoverlap(baseline: Self.baseline, exposed: Self.exposed))
    #expect(overlap.estimate == 38.5 / 42)
    #expect(close(overlap.tau, 35.0 / 42))
  }

  @Test("Parker and Vannest 2009")
  func parkerVannest2009() throws {
    let overlap = try #require(
      Nonoverlap(
        baseline: [4, 3, 4, 3, 4, 7, 5, 2, 3, 2], exposed: [5, 9, 7, 9, 7, 5, 9, 11, 11, 10, 9]))
    #expect(close(overlap.estimate, 106.0 / 110, 1e-12))
  }

  @Test("Swapping the phases mirrors the estimate and its interval")
  func mirror() throws {
    let one = try #require(Nonoverlap(baseline: Self.baseline, exposed: Self.exposed))
    let other = try #require(Nonoverlap(baseline: Self.exposed, exposed: Self.baseline))
    #expect(close(one.estimate, 1 - other.estimate))
    #expect(close(one.standardError, other.standardError))
    #expect(close(one.scoreInterval().lowerBound, 1 - other.scoreInterval().upperBound, 1e-10))
  }

  @Test("Complete separation leaves an interval below 1")
  func separation() throws {
    let overlap = try #require(
      Nonoverlap(baseline: [1, 2, 3, 1, 2, 3], exposed: [5, 6, 7, 5, 6, 7, 8]))
    #expect(overlap.estimate == 1)
    #expect(overlap.scoreInterval().upperBound == 1)
    // The inner root of the score equation by SciPy's brentq.
    #expect(close(overlap.scoreInterval().lowerBound, 0.7073312009421171, 1e-9))
  }

  @Test("Empty phases have no effect, missing numbers are left out")
  func missing() throws {
    #expect(Nonoverlap(baseline: [], exposed: [1]) == nil)
    #expect(Nonoverlap(baseline: [.nan], exposed: [1]) == nil)
    #expect(MeanDifference(baseline: [1], exposed: []) == nil)
    let overlap = try #require(Nonoverlap(baseline: [1, .nan], exposed: [2, 0]))
    #expect(overlap.estimate == 0.5)
    #expect(overlap.standardError == .infinity)
  }

  @Test("Nothing standardised where nothing varies")
  func constant() throws {
    let difference = try #require(MeanDifference(baseline: [1, 1], exposed: [5, 5]))
    #expect(difference.raw == 4)
    #expect(difference.hedgesG == nil)
    #expect(difference.baselineStandardized == nil)
  }

  @Test("Circular shifts: one of twelve places fits best")
  func circularShift() {
    let outcome: [Double] = [1, 0, 2, 1, 6, 7, 1, 0, 1, 2, 0, 1]
    var exposed = [Bool](repeating: false, count: 12)
    exposed[4] = true
    exposed[5] = true
    #expect(circularShiftPValue(outcome: outcome, exposed: exposed) == 1.0 / 12)
    #expect(circularShiftPValue(outcome: [3, 3, 3], exposed: [true, false, false]) == 1)
    #expect(circularShiftPValue(outcome: outcome, exposed: exposed.map { _ in false }) == nil)
  }

  @Test("Rank correlation with ties, against SciPy")
  func spearman() throws {
    let rho = try #require(spearmanCorrelation([1, 2, 2, 4, 5], [3, 1, 4, 4, 9]))
    #expect(close(rho, 0.7631578947368421))
    #expect(spearmanCorrelation([1, 1], [1, 2]) == nil)
  }

  @Test("Area under the curve counts pairs, ties a half")
  func area() {
    let scores = [0.9, 0.5, 0.5, 0.1]
    #expect(areaUnderROC(scores: scores, labels: [true, true, false, false]) == 3.5 / 4)
    #expect(areaUnderROC(scores: scores, labels: [true, true, true, true]) == nil)
  }

  @Test("Calibration and Brier score by hand")
  func calibration() throws {
    let labels = [true, false, true, true]
    let probabilities = [0.75, 0.75, 0.25, 1]
    let error = try #require(
      expectedCalibrationError(probabilities: probabilities, labels: labels))
    #expect(close(error, (0.5 + 0.75) / 4))
    #expect(brierScore(probabilities: probabilities, labels: labels) == (0.0625 + 0.5625 * 2) / 4)
  }
}
