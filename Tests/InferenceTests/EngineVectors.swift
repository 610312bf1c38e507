// SPDX-License-Identifier: Apache-2.0

internal import Foundation
import Inference
import TestSupport

/// One case of the shared engine vectors.
struct EngineVector: Decodable, Sendable {
  /// The answer of the full enumeration.
  struct Exact: Decodable, Sendable {
    let pip: [Double]
    let atom_posterior: [Double]
    let phi_posterior: [Double]
    let mean_given_trigger: [Double]
    let log_evidence_up_to_const: Double
  }

  let t_hours: [Double]
  let y: [Double]
  let Z: [[Double]]
  let nuisance_prior_precision: [Double]
  let nuisance_prior_mean: [Double]
  let X: [[Double]]
  let group: [Int]
  let log_atom_weight: [Double]
  let K: Int
  let phi_grid: [Double]
  let log_phi_prior: [Double]
  let eta: Double
  let slab_mean: Double
  let slab_sd_points: Double
  let sigma_hat: Double
  let beta_binomial: [Double]
  let exact: Exact

  /// Reads every case; none where the shared folder is absent.
  static func all() throws -> [EngineVector] {
    guard let path = Fixtures.shared("model/engine_vectors.json") else { return [] }
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    return try JSONDecoder().decode([EngineVector].self, from: data)
  }

  /// The case as a question.
  var input: ModelInput {
    ModelInput(
      hours: t_hours, outcome: y, nuisance: matrix(Z), nuisancePrecision: nuisance_prior_precision,
      nuisanceMean: nuisance_prior_mean, atoms: matrix(X), atomGroup: group,
      atomLogWeight: log_atom_weight, groupCount: K,
      groupLogOdds: Array(repeating: 0, count: K))
  }

  /// The case's constants.
  func settings(_ mode: ModelSettings.Mode) -> ModelSettings {
    var settings = ModelSettings()
    settings.mode = mode
    settings.phiGrid = phi_grid
    settings.logPhiPrior = log_phi_prior
    settings.nugget = eta
    settings.slabMean = slab_mean
    settings.slabSD = slab_sd_points
    settings.betaBinomial = (a: beta_binomial[0], b: beta_binomial[1])
    settings.sigma = sigma_hat
    return settings
  }
}

/// A matrix from its rows.
func matrix(_ rows: [[Double]]) -> Matrix {
  var matrix = Matrix(rows: rows.count)
  for column in 0..<(rows.first?.count ?? 0) { matrix.append(column: rows.map { $0[column] }) }
  return matrix
}

/// The largest difference between two lists; infinite for lists of different lengths.
func deviation(_ a: [Double], _ b: [Double]) -> Double {
  guard a.count == b.count else { return .infinity }
  return zip(a, b).map { abs($0 - $1) }.max() ?? 0
}
