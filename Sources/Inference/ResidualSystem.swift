// SPDX-License-Identifier: Apache-2.0

internal import Glibc
internal import Statistics

/// The normal equations of the atoms at one φ, with the nuisance columns integrated out.
struct ResidualSystem {
  /// The number of atoms.
  var atomCount = 0
  /// H = X'QX, symmetric, row after row; like the next two with room behind its end, so that four
  /// numbers can be read from any place.
  var products: [Double] = []
  /// The diagonal of H.
  var squares: [Double] = []
  /// g = X'Qy.
  var cross: [Double] = []
  /// G = y'Qy, the residual sum of squares without any trigger.
  var residual = 0.0
  /// −½ log det R − ½ log det Λ + log p(φ).
  var logConstant = 0.0
  /// ν = n − 1.
  var degrees = 1.0

  /// The least residual variance, in points²: outcomes that never move are taken to carry this
  /// much unseen noise, so that no logarithm or ratio overflows.
  static let leastVariance = 0.05 * 0.05
  /// The zeros behind the end of each array.
  static let room = 3

  /// The whitened outcome, and its row in the factor of the nuisance columns.
  var outcome: [Double] = []
  var nuisanceShare: [Double] = []
}

/// What the prior of the effects adds to the normal equations at one noise level.
///
/// β ~ N(m, σ²c²) truncated at 0, c = sd/σ.
struct Slab {
  /// 1/c².
  var precision: Double
  /// m/c².
  var pull: Double
  /// m²/c².
  var pullSquare: Double
  /// −log c − log Φ(m/sd): what each trigger adds to the log evidence.
  var logScale: Double

  /// Creates the prior for a noise level in points.
  init(mean: Double, sd: Double, sigma: Double) {
    let c = sd / sigma
    precision = 1 / (c * c)
    pull = mean * precision
    pullSquare = mean * pull
    logScale = -log(c) - NormalDistribution.logCDF(mean / sd)
  }
}
