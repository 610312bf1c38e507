// SPDX-License-Identifier: Apache-2.0

internal import Foundation
import TestSupport
import Testing

@testable import Inference

/// The generalised least squares fit of the last column on the others, as this engine whitens.
private func fit(_ columns: [[Double]], days: [Double], phi: Double) -> GLSFit {
  let width = columns.count
  let count = days.count
  var rows = [Double]()
  for i in 0..<count { rows += columns.map { $0[i] } }
  let gaps = days.indices.map { $0 == 0 ? 0 : days[$0] - days[$0 - 1] }
  let (steps, logDeterminant) = NoiseModel(phi: phi, nugget: 0).steps(gaps)
  NoiseModel.whiten(&rows, width: width, steps: steps)
  let gram = gramMatrix(rows, width: width)
  var reduced = gram
  _ = Elimination(&reduced, leading: width - 1, width: width)
  let residual = reduced[width * width - 1]
  // Each coefficient from the Schur complement with its column moved last but one.
  let coefficients = (0..<width - 1).map { k in
    let order = (0..<width - 1).filter { $0 != k } + [k, width - 1]
    var moved = [Double](repeating: 0, count: width * width)
    for a in 0..<width {
      for b in 0...a {
        let (i, j) = (max(order[a], order[b]), min(order[a], order[b]))
        moved[a * width + b] = gram[i * width + j]
      }
    }
    _ = Elimination(&moved, leading: width - 2, width: width)
    return moved[(width - 1) * width + width - 2] / moved[(width - 2) * width + width - 2]
  }
  let n = Double(count)
  return GLSFit(
    coefficients: coefficients, residual: residual,
    logLikelihood: -0.5 * n * (log(2 * .pi * residual / n) + 1) - 0.5 * logDeterminant)
}

private struct GLSFit {
  var coefficients: [Double]
  var residual: Double
  var logLikelihood: Double
}

@Suite("Whitening")
struct NoiseModelTests {
  @Test(
    "Products of whitened columns are those by the inverse of the correlation", arguments: 0..<3)
  func denseTwin(_ number: Int) {
    let phi = [0.0, 0.5, 0.85][number]
    let days = [0, 0.4, 1, 1, 3.5, 4]
    let x = [1.0, -2, 0.5, 3, 1, -1]
    let noise = NoiseModel(phi: phi, nugget: 0.15)
    var rows = x
    let gaps = days.indices.map { $0 == 0 ? 0 : days[$0] - days[$0 - 1] }
    let (steps, logDeterminant) = noise.steps(gaps)
    NoiseModel.whiten(&rows, width: 1, steps: steps)
    // R and x bordered: its Schur complement is −x'R⁻¹x.
    var bordered = [Double](repeating: 0, count: 49)
    for i in 0..<6 {
      for j in 0...i {
        let distance = days[i] - days[j]
        let decay = distance == 0 ? 1 : pow(phi, distance)
        bordered[i * 7 + j] = 0.85 * decay + (i == j ? 0.15 : 0)
      }
      bordered[42 + i] = x[i]
    }
    let dense = Elimination(&bordered, leading: 6, width: 7).logDeterminant
    #expect(abs(dense - logDeterminant) < 1e-12)
    #expect(abs(rows.reduce(0) { $0 + $1 * $1 } + bordered[48]) < 1e-10)
  }

  @Test(
    "Generalised least squares with missing days, against nlme",
    .enabled(if: Fixtures.hasShared), arguments: ["0", "0.2", "0.4", "0.6", "0.8"])
  func missingDays(_ phi: String) throws {
    let reference = try #require(try Self.reference("ar1_missing"))
    func numbers(_ key: String) -> [Double] { reference[key] as? [Double] ?? [] }
    let days = numbers("day")
    let found = fit(
      [days.map { _ in 1 }, numbers("x1"), numbers("x2"), numbers("y")], days: days,
      phi: try #require(Double(phi)))
    let fits = reference["gls_corCAR1_fixed_phi"] as? [String: [String: Any]]
    let expected = try #require(fits?[phi])
    #expect(deviation(found.coefficients, expected["beta"] as? [Double] ?? []) < 1e-8)
    #expect(abs(found.residual - (expected["GLS_RSS"] as? Double ?? .nan)) < 1e-8)
    #expect(abs(found.logLikelihood - (expected["logLik_ML"] as? Double ?? .nan)) < 1e-8)
  }

  @Test(
    "Generalised least squares at irregular hours, against nlme", .enabled(if: Fixtures.hasShared))
  func irregularHours() throws {
    let reference = try #require(try Self.reference("car1_hours"))
    func numbers(_ key: String) -> [Double] { reference[key] as? [Double] ?? [] }
    let days = numbers("hours").map { $0 / 24 }
    let found = fit(
      [days.map { _ in 1 }, numbers("x"), numbers("y")], days: days,
      phi: try #require(reference["phi_per_day"] as? Double))
    #expect(deviation(found.coefficients, numbers("beta")) < 1e-8)
    #expect(abs(found.logLikelihood - (reference["logLik_ML"] as? Double ?? .nan)) < 1e-8)
  }

  /// One block of the engine's reference values.
  private static func reference(_ name: String) throws -> [String: Any]? {
    guard let path = Fixtures.shared("model/reference_values.json") else { return nil }
    let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
      .replacingOccurrences(
        of: #"([\[:,]\s*)-?(NaN|Infinity)"#, with: "$1null", options: .regularExpression)
    let top = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let blocks = top?["engine_reference"] as? [String: Any]
    return blocks?[name] as? [String: Any]
  }
}
