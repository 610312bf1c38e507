// SPDX-License-Identifier: Apache-2.0

internal import Glibc
internal import Statistics

/// One choice of atoms, fitted: the working space is kept between models.
struct CandidateModel {
  /// The most atoms in a model.
  let capacity: Int
  /// The lower factor of A = H + I/c², `capacity` apart.
  private(set) var factor: [Double]
  /// The inverse of the factor.
  private var inverse: [Double]
  /// The covariance A⁻¹·RSS/ν; used up by the orthant probability.
  private var covariance: [Double]
  /// The factor's inverse times the right-hand side.
  private(set) var projected: [Double]
  /// The coefficients' means before truncation.
  private(set) var mean: [Double]
  /// The coefficients' standard deviations before truncation.
  private(set) var sd: [Double]
  private var centre: [Double]
  /// The residual sum of squares.
  private(set) var residual = 0.0
  /// The log evidence without the prior of the subset.
  private(set) var logWeight = 0.0

  /// Makes room for models of up to `capacity` atoms.
  init(capacity: Int) {
    self.capacity = capacity
    let square = [Double](repeating: 0, count: capacity * capacity)
    (factor, inverse, covariance) = (square, square, square)
    let line = [Double](repeating: 0, count: capacity)
    (projected, mean, sd, centre) = (line, line, line, line)
  }

  /// Fits the model with these atoms; at most `capacity`.
  mutating func fit(
    _ atoms: [Int], count: Int, system: ResidualSystem, slab: Slab, logAtomWeight: [Double]
  ) {
    var logDeterminant = 0.0
    var explained = 0.0
    logWeight = Double(count) * slab.logScale
    for j in 0..<count {
      let atom = atoms[j]
      logDeterminant += addRow(j, atoms, system: system, slab: slab)
      explained += projected[j] * projected[j]
      logWeight += logAtomWeight[atom]
    }
    let total = system.residual + Double(count) * slab.pullSquare
    residual = max(total - explained, 1e-12 * total)
    invert(count)
    coefficients(count, scale: residual / system.degrees)
    logWeight += system.logConstant - 0.5 * logDeterminant
    logWeight -= 0.5 * system.degrees * log(residual)
    if count > 0 {
      logWeight += logOrthantProbability(
        mean: &centre, covariance: &covariance, count: count, stride: capacity)
    }
  }

  /// Adds one row to the factor and the projection; returns the log of its squared pivot.
  private mutating func addRow(
    _ j: Int, _ atoms: [Int], system: ResidualSystem, slab: Slab
  ) -> Double {
    let base = atoms[j] * system.atomCount
    var pivot = system.products[base + atoms[j]] + slab.precision
    var side = system.cross[atoms[j]] + slab.pull
    for k in 0..<j {
      var value = system.products[base + atoms[k]]
      for l in 0..<k { value -= factor[j * capacity + l] * factor[k * capacity + l] }
      value /= factor[k * capacity + k]
      factor[j * capacity + k] = value
      pivot -= value * value
      side -= value * projected[k]
    }
    // Mathematically at least the prior's precision.
    pivot = max(pivot, slab.precision)
    let root = pivot.squareRoot()
    factor[j * capacity + j] = root
    projected[j] = side / root
    return log(pivot)
  }

  /// Inverts the factor.
  private mutating func invert(_ count: Int) {
    for j in 0..<count {
      let scale = 1 / factor[j * capacity + j]
      inverse[j * capacity + j] = scale
      for k in 0..<j {
        var sum = 0.0
        for l in k..<j { sum += factor[j * capacity + l] * inverse[l * capacity + k] }
        inverse[j * capacity + k] = -sum * scale
      }
    }
  }

  /// Finds the coefficients' means and covariance from the inverse factor.
  private mutating func coefficients(_ count: Int, scale: Double) {
    for j in 0..<count {
      var value = 0.0
      for l in j..<count { value += inverse[l * capacity + j] * projected[l] }
      mean[j] = value
      centre[j] = value
      for k in 0...j {
        var sum = 0.0
        for l in j..<count { sum += inverse[l * capacity + j] * inverse[l * capacity + k] }
        covariance[j * capacity + k] = sum * scale
        covariance[k * capacity + j] = sum * scale
      }
      sd[j] = covariance[j * capacity + j].squareRoot()
    }
  }
}
