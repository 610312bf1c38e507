// SPDX-License-Identifier: Apache-2.0

internal import Foundation
import Statistics
import TestSupport
import Testing

/// A number in the reference values: numbers, null, or the texts NaN, Inf and -Inf.
private func number(_ value: Any?) -> Double? {
  if let text = value as? String { return ["Inf": .infinity, "-Inf": -.infinity][text] }
  return (value as? NSNumber)?.doubleValue
}

@Suite("Effect sizes against R's SingleCaseES and scan", .enabled(if: Fixtures.hasShared))
struct ReferenceValueTests {
  struct Series {
    let name: String
    let baseline: [Double]
    let exposed: [Double]
    let values: [String: Any]

    /// One value of one estimator.
    func value(_ path: String...) -> Double? {
      var node: Any? = values
      for key in path { node = (node as? [String: Any])?[key] }
      return number(node)
    }

    /// A list of values of one estimator.
    func list(_ path: String...) -> [Double]? {
      var node: Any? = values
      for key in path { node = (node as? [String: Any])?[key] }
      return (node as? [Any])?.map { number($0) ?? .nan }
    }
  }

  static func all() throws -> [Series] {
    guard let path = Fixtures.shared("model/reference_values.json") else { return [] }
    // Some values are written NaN or Infinity, which JSON has not.
    let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
      .replacingOccurrences(
        of: #"([\[:,]\s*)-?(NaN|Infinity)"#, with: "$1null", options: .regularExpression)
    let top = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let series = top?["series"] as? [String: [String: Any]] ?? [:]
    return series.keys.sorted().map { name in
      let values = series[name] ?? [:]
      func phase(_ key: String) -> [Double] {
        (values[key] as? [Any] ?? []).map { number($0) ?? .nan }
      }
      return Series(
        name: name, baseline: phase("A"), exposed: phase("B"), values: values)
    }
  }

  @Test("Non-overlap, its standard error and interval")
  func nonoverlap() throws {
    var intervals = 0
    for series in try Self.all() {
      let overlap = try #require(
        Nonoverlap(baseline: series.baseline, exposed: series.exposed))
      let path = ["SingleCaseES_increase", "NOM_unbiased", "NAP"]
      func reference(_ key: String) -> Double? { series.value(path[0], path[1], path[2], key) }
      let estimate = try #require(reference("Est"))
      #expect(close(overlap.estimate, estimate, 1e-10), "\(series.name)")
      let error = try #require(reference("SE"))
      #expect(
        overlap.standardError == error || close(overlap.standardError, error, 1e-10),
        "\(series.name)")
      let tau = try #require(series.value(path[0], path[1], "Tau", "Est"))
      #expect(abs(overlap.tau - tau) < 1e-10, "\(series.name)")
      guard estimate > 0, estimate < 1 else { continue }
      let interval = overlap.scoreInterval()
      let lower = try #require(reference("CI_lower"))
      let upper = try #require(reference("CI_upper"))
      // The reference solves for its ends with uniroot's default tolerance of 1.2e-4.
      #expect(abs(interval.lowerBound - lower) < 1e-4, "\(series.name)")
      #expect(abs(interval.upperBound - upper) < 1e-4, "\(series.name)")
      intervals += 1
    }
    #expect(intervals > 15)
  }

  @Test(
    "Standardised differences and log ratio",
    arguments: ["SMD_pool", "SMD_baseline", "LRRi_other"])
  func differences(_ estimator: String) throws {
    var compared = 0
    for series in try Self.all() {
      let difference = try #require(
        MeanDifference(baseline: series.baseline, exposed: series.exposed))
      let estimate =
        switch estimator {
        case "SMD_pool": difference.hedgesG
        case "SMD_baseline": difference.baselineStandardized
        default: difference.logResponseRatio
        }
      let value = series.value("SingleCaseES_increase", estimator, "Est")
      let error = series.value("SingleCaseES_increase", estimator, "SE")
      guard let value, let error, value.isFinite else {
        #expect(estimate == nil, "\(series.name)")
        continue
      }
      let found = try #require(estimate, "\(series.name)")
      #expect(abs(found.value - value) < 1e-10 * max(1, abs(value)), "\(series.name)")
      #expect(abs(found.standardError - error) < 1e-10 * max(1, error), "\(series.name)")
      compared += 1
    }
    #expect(compared > 15)
  }

  @Test("Lag-1 autocorrelation of each phase and rank correlation of both")
  func correlations() throws {
    var compared = 0
    for series in try Self.all() {
      if let expected = series.value("scan", "autocorr", "A", "Lag 1"), expected.isFinite {
        let value = try #require(lagOneAutocorrelation(series.baseline))
        #expect(abs(value - expected) < 1e-10, "\(series.name)")
        compared += 1
      }
      if let expected = series.value("base_R", "spearman", "rho") {
        let phase = series.baseline.map { _ in 0.0 } + series.exposed.map { _ in 1.0 }
        let value = try #require(
          spearmanCorrelation(phase, series.baseline + series.exposed))
        #expect(abs(value - expected) < 1e-10, "\(series.name)")
        compared += 1
      }
    }
    #expect(compared > 30)
  }
}
