// SPDX-License-Identifier: Apache-2.0

internal import Foundation
import TestSupport
import Testing

@testable import Statistics

@Suite("Trends, regression and randomisation against R", .enabled(if: Fixtures.hasShared))
struct TrendReferenceTests {
  typealias Series = ReferenceValueTests.Series

  /// A phase without its missing values, on its real days.
  static func dated(_ values: [Double], from first: Int) -> DatedValues {
    let kept = values.indices.filter { values[$0].isFinite }
    return DatedValues(days: kept.map { Double(first + $0) }, values: kept.map { values[$0] })
  }

  /// A phase without its missing values, numbered as SingleCaseES does.
  static func numbered(_ values: [Double], from first: Int) -> DatedValues {
    let kept = values.filter(\.isFinite)
    return DatedValues(days: kept.indices.map { Double(first + $0) }, values: kept)
  }

  static func matches(_ value: Double, _ expected: Double, _ tolerance: Double) -> Bool {
    abs(value - expected) <= tolerance * max(1, abs(expected))
  }

  @Test("Tau-U of SingleCaseES; scan's parker, complete (a and b)")
  func tauU() throws {
    var compared = 0
    for series in try ReferenceValueTests.all() {
      let tau = try #require(TauU(baseline: series.baseline, exposed: series.exposed))
      let single = series.value("SingleCaseES_increase", "NOM_unbiased", "Tau-U", "Est")
      if let single {
        #expect(Self.matches(tau.tauU, single, 1e-10), "\(series.name)")
        compared += 1
      }
      let names = [
        ("A vs. B", tau.phases), ("Trend A", tau.baselineTrend), ("Trend B", tau.exposedTrend),
        ("A vs. B - Trend A", tau.phasesLessTrend), ("A vs. B + Trend B - Trend A", tau.whole),
      ]
      for (name, comparison) in names {
        if let a = series.value("scan", "tau_u_complete_a", name, "Tau"), a.isFinite {
          let value = try #require(comparison.tau, "\(series.name)")
          #expect(Self.matches(value, a, 1e-10), "\(series.name) \(name)")
          compared += 1
        }
        if let b = series.value("scan", "tau_u_complete_b", name, "Tau"), b.isFinite {
          let value = try #require(name == "A vs. B" ? tau.untiedTau : comparison.tauB)
          #expect(Self.matches(value, b, 1e-10), "\(series.name) \(name)")
          compared += 1
        }
      }
    }
    #expect(compared > 200)
  }

  @Test("Tau-BC with its standard error, and its Theil–Sen trend")
  func baselineCorrected() throws {
    var compared = 0
    for series in try ReferenceValueTests.all() {
      let a = Self.numbered(series.baseline, from: 1)
      let b = Self.numbered(series.exposed, from: 1 + a.values.count)
      let found = Nonoverlap.baselineCorrected(baseline: a, exposed: b)
      func reference(_ key: String) -> Double? {
        series.value("SingleCaseES_increase", "Tau_BC", key)
      }
      guard let expected = reference("Est"), let slope = reference("slope") else {
        #expect(found == nil, "\(series.name)")
        continue
      }
      let tau = try #require(found)
      compared += 1
      if series.name == "BonettPrice2020" {
        // Of its 144 pairs 81 rise, 61 fall and 2 are tied in fractions: the slope is 4/7 and the
        // days are whole. R's rounding breaks both ties upwards, 22/144.
        #expect(Self.matches(tau.tau, 20.0 / 144, 1e-10))
        #expect(Self.matches(expected, 22.0 / 144, 1e-10))
        continue
      }
      #expect(Self.matches(tau.tau, expected, 1e-10), "\(series.name)")
      let error = try #require(reference("SE"))
      #expect(
        tau.tauStandardError == error || Self.matches(tau.tauStandardError, error, 1e-10),
        "\(series.name) \(tau.tauStandardError) \(error)")
      let trend = try #require(TheilSenTrend(days: a.days, values: a.values))
      #expect(Self.matches(trend.slope, slope, 1e-10), "\(series.name)")
      let intercept = try #require(reference("intercept"))
      #expect(Self.matches(trend.intercept, intercept, 1e-10), "\(series.name)")
    }
    #expect(compared > 25)
  }

  @Test("Kendall's tau-b of phase and severity, and the baseline's test for trend")
  func kendall() throws {
    var compared = 0
    for series in try ReferenceValueTests.all() {
      let phase = series.baseline.map { _ in 0.0 } + series.exposed.map { _ in 1.0 }
      let kendall = KendallCorrelation(phase, series.baseline + series.exposed)
      if let expected = series.value("base_R", "spearman", "kendall_b") {
        let tau = try #require(kendall.tauB)
        #expect(Self.matches(tau, expected, 1e-10), "\(series.name)")
        compared += 1
      }
      let trend = Self.numbered(series.baseline, from: 1)
      let trendTest = KendallCorrelation(trend.days, trend.values)
      // Kendall::MannKendall is single precision; a constant baseline has tau 1, p 1 there.
      let p = series.value("SingleCaseES_increase", "Tau_BC_pretest05", "pval_slope_A")
      if let p, let value = trendTest.pValue(continuity: true) {
        #expect(Self.matches(value, p, 1e-6), "\(series.name)")
        compared += 1
      }
      // scan gives p = 1 where all values are the same.
      let z = series.value("scan", "corrected_tau", "Uncorrected tau", "p")
      if let z, z.isFinite, kendall.tauB != nil {
        let value = try #require(kendall.pValue(continuity: false))
        #expect(Self.matches(value, z, 1e-10), "\(series.name)")
        compared += 1
      }
    }
    #expect(compared > 60)
  }

  @Test("Piecewise regression without autocorrelation")
  func ordinary() throws {
    var compared = 0
    for series in try ReferenceValueTests.all() {
      for (model, terms) in [
        ("plm_W", PiecewiseRegression.Terms.trendAndSlopeChange), ("plm_level_only", .level),
      ] {
        guard series.value("scan", model, "phaseB", "SE") ?? 0 > 1e-8 else { continue }
        let fit = try #require(
          PiecewiseRegression(
            baseline: Self.dated(series.baseline, from: 0),
            exposed: Self.dated(series.exposed, from: series.baseline.count), terms: terms,
            noise: .independent), "\(series.name)")
        try check(fit, series, model, 1e-10)
        compared += 1
      }
    }
    #expect(compared > 40)
  }

  @Test("Piecewise regression with AR(1) at nlme's φ, and a φ at least as likely")
  func autoregressive() throws {
    var compared = 0
    for series in try ReferenceValueTests.all() {
      for (model, terms) in [
        ("plm_W_AR1", PiecewiseRegression.Terms.trendAndSlopeChange), ("plm_level_AR1", .level),
      ] {
        guard let phi = series.value("scan", model, "phi"), phi.isFinite else { continue }
        // scan takes the neighbours of a missing day for neighbours; ours keep their distance.
        guard series.name != "diary_missing" else { continue }
        let phases = (
          Self.dated(series.baseline, from: 0),
          Self.dated(series.exposed, from: series.baseline.count)
        )
        let fit = try #require(
          PiecewiseRegression(
            baseline: phases.0, exposed: phases.1, terms: terms, noise: .fixed(phi)))
        try check(fit, series, model, 1e-7)
        let likelihood = try #require(series.value("scan", model, "logLik_ML"))
        #expect(Self.matches(fit.logLikelihood, likelihood, 1e-8), "\(series.name) \(model)")
        let best = try #require(
          PiecewiseRegression(
            baseline: phases.0, exposed: phases.1, terms: terms,
            noise: .estimated(-0.995...0.995, restricted: false)))
        #expect(best.logLikelihood >= likelihood - 1e-8, "\(series.name) \(model)")
        if best.logLikelihood - likelihood < 1e-6 {
          #expect(abs(best.autocorrelation - phi) < 2e-3, "\(series.name) \(model)")
        }
        compared += 1
      }
    }
    #expect(compared > 35)
  }

  private func check(
    _ fit: PiecewiseRegression, _ series: Series, _ model: String, _ tolerance: Double
  ) throws {
    let found = [
      ("(Intercept)", fit.intercept), ("mt", fit.trend), ("phaseB", fit.level),
      ("interB", fit.slopeChange),
    ]
    let size = (series.baseline + series.exposed).filter(\.isFinite).map(\.magnitude).max() ?? 1
    for (name, coefficient) in found {
      guard let coefficient else { continue }
      let value = try #require(series.value("scan", model, name, "B"))
      let error = try #require(series.value("scan", model, name, "SE"))
      let margin = tolerance * max(1, size)
      #expect(abs(coefficient.value - value) <= margin, "\(series.name) \(model) \(name)")
      #expect(abs(coefficient.standardError - error) <= margin, "\(series.name) \(model) \(name)")
    }
  }

  @Test("Missing days: least squares at fixed φ, and the φ of both likelihoods, against nlme")
  func missingDays() throws {
    let engine = try #require(try Self.top()?["engine_reference"] as? [String: Any])
    let reference = try #require(engine["ar1_missing"] as? [String: Any])
    func list(_ key: String) throws -> [Double] { try #require(reference[key] as? [Double]) }
    let days = try list("day")
    let fit = AutoregressiveFit(
      days: days, columns: [days.map { _ in 1 }, try list("x1"), try list("x2")],
      outcome: try list("y"))
    let fixed = try #require(reference["gls_corCAR1_fixed_phi"] as? [String: [String: Any]])
    for (text, expected) in fixed.sorted(by: { $0.key < $1.key }) {
      let phi = try #require(Double(text))
      let solution = try #require(fit.solution(phi))
      let beta = try #require(expected["beta"] as? [Double])
      for (value, other) in zip(solution.estimates, beta) {
        #expect(Self.matches(value, other, 1e-10))
      }
      let errors = try #require(expected["se_REML"] as? [Double])
      for (value, other) in zip(solution.standardErrors, errors) {
        #expect(Self.matches(value, other, 1e-10))
      }
      let likelihoods = [(false, "logLik_ML"), (true, "logLik_REML")]
      for (restricted, key) in likelihoods {
        let value = fit.logLikelihood(solution, restricted: restricted)
        let likelihood = try #require(expected[key] as? Double)
        #expect(Self.matches(value, likelihood, 1e-10), "\(text) \(key)")
      }
    }
    for (restricted, key) in [(false, "gls_corCAR1_ML"), (true, "gls_corCAR1_REML")] {
      let expected = try #require(reference[key] as? [String: Any])
      let phi = try #require(
        fit.bestAutocorrelation(in: 0...0.99, restricted: restricted))
      // nlme stops its search near the top, which is flat.
      let other = try #require(expected["phi"] as? Double)
      #expect(abs(phi - other) < 1e-5)
      let solution = try #require(fit.solution(phi))
      let highest = try #require(expected["logLik"] as? Double)
      let value = fit.logLikelihood(solution, restricted: restricted)
      #expect(Self.matches(value, highest, 1e-8))
    }
  }

  private static func top() throws -> [String: Any]? {
    guard let path = Fixtures.shared("model/reference_values.json") else { return nil }
    let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
      .replacingOccurrences(
        of: #"([\[:,]\s*)-?(NaN|Infinity)"#, with: "$1null", options: .regularExpression)
    return try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
  }

  @Test("Exact randomisation against SCRT: AB, ABA, ABAB, complete, alternating")
  func exactRandomisation() throws {
    let cases = try #require(try Self.top()?["SCRT_randomisation"] as? [String: [String: Any]])
    var compared = 0
    for (name, values) in cases.sorted(by: { $0.key < $1.key }) {
      guard let design = values["design"] as? String, let labels = values["labels"] as? [String],
        let outcome = values["y"] as? [Double], let statistic = values["statistic"] as? String,
        statistic != "PB-PA", let expected = values["p"] as? Double,
        let count = values["n_assignments"] as? Int
      else { continue }
      let exposed = labels.map { $0.hasPrefix("B") }
      let limit = values["limit"] as? Int ?? .max
      let candidates: [[Bool]]
      switch design {
      case "CRD", "ATD":
        candidates = RandomisationTest.slotAssignments(
          slots: labels.count, exposed: exposed.count { $0 }, longestRun: limit)
      case "RBD":
        candidates = RandomisationTest.slotAssignments(
          slots: labels.count, exposed: exposed.count { $0 }
        ).filter { assignment in
          stride(from: 0, to: assignment.count, by: 2).allSatisfy {
            assignment[$0] != assignment[$0 + 1]
          }
        }
      default:
        candidates = RandomisationTest.phaseAssignments(
          days: labels.count, phases: design.count, shortest: limit)
      }
      let test = try #require(
        RandomisationTest(
          outcome: outcome, exposed: exposed, candidates: candidates,
          direction: statistic == "B-A" ? .greater : .twoSided))
      #expect(test.assignments == count, "\(name)")
      #expect(abs(test.pValue - expected) < 1e-10, "\(name)")
      compared += 1
    }
    #expect(compared > 10)
  }

  @Test("Exact randomisation against scan's rand_test, all admissible starts")
  func scanRandomisation() throws {
    var compared = 0
    for series in try ReferenceValueTests.all() {
      for limit in [2, 3, 5] {
        let key = "rand_test_limit\(limit)"
        let expected = series.value("scan", key, "Mean B-A", "p")
        guard let expected, let count = series.value("scan", key, "Mean B-A", "n_assignments")
        else { continue }
        // scan leaves missing values out before it divides the days.
        let a = series.baseline.filter(\.isFinite)
        let b = series.exposed.filter(\.isFinite)
        let candidates = RandomisationTest.phaseAssignments(
          days: a.count + b.count, phases: 2, shortest: limit)
        let exposed = a.map { _ in false } + b.map { _ in true }
        guard candidates.contains(exposed) else { continue }
        let test = try #require(
          RandomisationTest(outcome: a + b, exposed: exposed, candidates: candidates))
        #expect(test.assignments == Int(count), "\(series.name) \(limit)")
        // Equal differences count as large. scan loses some by rounding, as in Tarlow2017_ex, where
        // two of 21 are −13.1142857142857: counted again from the differences that it lists.
        let listed = try #require(series.list("scan", key, "Mean B-A", "distribution"))
        let large = listed.count { $0 >= test.observed - 1e-9 * max(1, abs(test.observed)) }
        let counted = Double(large) / Double(listed.count)
        #expect(abs(test.pValue - counted) < 1e-10, "\(series.name) \(limit)")
        if series.name != "Tarlow2017_ex" { #expect(abs(counted - expected) < 1e-10) }
        compared += 1
      }
    }
    #expect(compared > 40)
  }
}
