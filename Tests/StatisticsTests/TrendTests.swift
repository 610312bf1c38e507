// SPDX-License-Identifier: Apache-2.0

import Statistics
import Testing

@Suite("Ranks and trends against hand counts and SciPy 1.17.1")
struct TrendTests {
  static let baseline: [Double] = [20, 20, 26, 25, 22, 23]
  static let exposed: [Double] = [28, 25, 24, 27, 30, 30, 29]

  @Test("Kendall's tau-b with ties on both sides")
  func kendall() throws {
    let kendall = KendallCorrelation([1, 2, 2, 3, 5, 5, 4], [2, 1, 4, 4, 6, 3, 6])
    let tau = try #require(kendall.tauB)
    #expect(close(tau, 0.47368421052631565, 1e-12))
    let p = try #require(kendall.pValue(continuity: false))
    // SciPy's normal approximation.
    #expect(close(p, 0.1574212077798922, 1e-10))
  }

  @Test("What never varies has no rank correlation")
  func constant() {
    let kendall = KendallCorrelation([1, 2, 3], [4, 4, 4])
    #expect(kendall.tauB == nil)
    #expect(kendall.pValue(continuity: true) == nil)
    #expect(KendallCorrelation([], []).tauB == nil)
    #expect(KendallCorrelation([1, 2], [.nan, 3]).count == 1)
  }

  @Test("Parker, Vannest, Davis and Sauber: 35 of 42, less 4 for the trend in A")
  func tauU() throws {
    let tau = try #require(TauU(baseline: Self.baseline, exposed: Self.exposed))
    #expect(tau.phases.score == 35 && tau.phases.pairs == 42)
    #expect(tau.baselineTrend.score == 4 && tau.baselineTrend.pairs == 15)
    #expect(tau.exposedTrend.score == 8 && tau.exposedTrend.pairs == 21)
    #expect(tau.tauU == 31.0 / 42)
    #expect(tau.phasesLessTrend.tau == 31.0 / 57)
    #expect(tau.whole.tau == 39.0 / 78)
    let overlap = try #require(Nonoverlap(baseline: Self.baseline, exposed: Self.exposed))
    #expect(close(overlap.tau, 35.0 / 42))
  }

  @Test("One value in the baseline has no trend")
  func single() throws {
    let tau = try #require(TauU(baseline: [2], exposed: [4, 3, 5]))
    #expect(tau.tauU == 1)
    #expect(tau.baselineTrend.tau == nil)
    #expect(TauU(baseline: [.nan], exposed: [1]) == nil)
  }

  @Test("The median slope, and the median of what is left")
  func theilSen() throws {
    let trend = try #require(TheilSenTrend(days: [0, 1, 3, 4, 9], values: [1, 3, 2, 7, 5]))
    #expect(close(trend.slope, 0.4722222222222222))
    #expect(close(trend.intercept, 1))
    #expect(TheilSenTrend(days: [3], values: [1]) == nil)
    #expect(TheilSenTrend(days: [3, 3], values: [1, 2]) == nil)
  }

  @Test("Tarlow 2017: a line that simply goes on has no effect once its trend is off")
  func continuedLine() throws {
    let tau = try #require(
      Nonoverlap.baselineCorrected(
        baseline: DatedValues(days: [1, 2, 3, 4, 5], values: [1, 2, 3, 4, 5]),
        exposed: DatedValues(days: [6, 7, 8, 9, 10], values: [6, 7, 8, 9, 10])))
    #expect(tau.tau == 0)
  }

  @Test("Rounding makes no difference where there is none: a line of tenths after a gap")
  func realDays() throws {
    let days = [0.0, 1, 2, 3]
    let later = [10.0, 11, 25]
    let line = { (day: Double) in 0.1 + 0.3 * day }
    let tau = try #require(
      Nonoverlap.baselineCorrected(
        baseline: DatedValues(days: days, values: days.map(line)),
        exposed: DatedValues(days: later, values: later.map(line))))
    #expect(tau.tau == 0)
    // Numbered 1, 2, 3 … as if no day lay between, the same values rise off the line.
    let numbered = try #require(
      Nonoverlap.baselineCorrected(
        baseline: DatedValues(days: [1, 2, 3, 4], values: days.map(line)),
        exposed: DatedValues(days: [5, 6, 7], values: later.map(line))))
    #expect(numbered.tau == 1)
  }

  @Test(
    "Student's t against SciPy",
    arguments: [
      (1.0, 6.313751514675037, 12.706204736174694, -31.82051595377396, 0.20871440016015272),
      (2.5, 2.5582186141359355, 3.5746548420036817, -5.353111173030874, 0.15024339463535416),
      (7, 1.8945786050900062, 2.364624251592784, -2.9979515668685286, 0.11738391769618862),
      (30, 1.697260886593957, 2.0422724563012378, -2.4572615424005915, 0.10175047926905843),
    ])
  func student(degrees: Double, q95: Double, q975: Double, q01: Double, below: Double) {
    for (share, expected) in [(0.95, q95), (0.975, q975), (0.01, q01)] {
      #expect(close(StudentDistribution.quantile(share, degrees: degrees), expected, 1e-11))
    }
    #expect(close(StudentDistribution.cdf(-1.3, degrees: degrees), below, 1e-12))
    #expect(StudentDistribution.quantile(0.5, degrees: degrees) == 0)
    #expect(StudentDistribution.quantile(0.5, degrees: 0).isNaN)
  }

  @Test("The incomplete beta function against SciPy")
  func beta() {
    #expect(close(regularizedBeta(0.3, 2, 5), 0.5798250000000003, 1e-12))
    #expect(close(regularizedBeta(0.9, 0.5, 0.5), 0.7951672353008665, 1e-12))
    #expect(regularizedBeta(0, 1, 1) == 0 && regularizedBeta(1, 1, 1) == 1)
    #expect(regularizedBeta(0.5, -1, 1).isNaN)
  }
}
