// SPDX-License-Identifier: Apache-2.0

internal import Glibc
internal import Statistics

/// One choice of atoms, fitted: the working space is kept between models.
struct CandidateModel {
  /// The most atoms in a model.
  let capacity: Int
  /// All numbers: three squares, then four lines.
  private var numbers: [Double]
  /// The residual sum of squares.
  private(set) var residual = 0.0
  /// The log evidence without the prior of the subset.
  private(set) var logWeight = 0.0

  /// Makes room for models of up to `capacity` atoms.
  init(capacity: Int) {
    self.capacity = capacity
    numbers = Array(repeating: 0, count: capacity * (3 * capacity + 4))
  }

  /// Copies the first rows of the lower factor of A = H + I/c² and of its inverse times the right-hand
  /// side to a place among those of models with the same capacity.
  func copy(
    _ size: Int, to place: Int, factors: inout [Double], projections: inout [Double]
  ) {
    let base = place * capacity
    precondition(
      size <= capacity && base + capacity <= projections.count
        && (base + capacity) * capacity <= factors.count, "There is no room for the model.")
    unsafe numbers.withUnsafeBufferPointer { numbers in
      unsafe factors.withUnsafeMutableBufferPointer { factors in
        for j in 0..<size {
          let row = j * capacity
          for k in 0...j {
            unsafe factors[base * capacity + row + k] = numbers[row + k]
          }
        }
      }
      for j in 0..<size { unsafe projections[base + j] = numbers[3 * capacity * capacity + j] }
    }
  }
  /// A coefficient's mean before truncation.
  func mean(_ place: Int) -> Double { numbers[(3 * capacity + 1) * capacity + place] }
  /// A coefficient's standard deviation before truncation.
  func sd(_ place: Int) -> Double { numbers[(3 * capacity + 2) * capacity + place] }

  /// The parts of the working space.
  @unsafe private struct Space {
    let capacity: Int
    let factor: UnsafeMutablePointer<Double>
    /// The inverse of the factor.
    let inverse: UnsafeMutablePointer<Double>
    /// The covariance A⁻¹·RSS/ν, its lower triangle; used up by the orthant probability.
    let covariance: UnsafeMutablePointer<Double>
    let projected: UnsafeMutablePointer<Double>
    let mean: UnsafeMutablePointer<Double>
    let sd: UnsafeMutablePointer<Double>
    let centre: UnsafeMutablePointer<Double>

    init(_ base: UnsafeMutablePointer<Double>, capacity: Int) {
      unsafe self.capacity = capacity
      let square = capacity * capacity
      unsafe factor = base
      unsafe inverse = base + square
      unsafe covariance = base + 2 * square
      unsafe projected = base + 3 * square
      unsafe mean = projected + capacity
      unsafe sd = mean + capacity
      unsafe centre = sd + capacity
    }
  }

  /// Fits the model with these atoms; at most `capacity`.
  mutating func fit(
    _ atoms: [Int], count: Int, system: ResidualSystem, slab: Slab, logAtomWeight: [Double]
  ) {
    precondition(count <= capacity && count <= atoms.count, "The model has too many atoms.")
    var logPrior = Double(count) * slab.logScale
    for j in 0..<count { logPrior += logAtomWeight[atoms[j]] }
    let total = system.residual + Double(count) * slab.pullSquare
    let capacity = capacity
    let fitted = unsafe numbers.withUnsafeMutableBufferPointer { numbers in
      guard let base = numbers.baseAddress else { return (residual: total, logWeight: logPrior) }
      let space = unsafe Space(base, capacity: capacity)
      var determinant = LogProduct()
      var explained = 0.0
      for j in 0..<count {
        determinant.multiply(
          by: unsafe Self.addRow(j, atoms, space, system: system, slab: slab))
        unsafe explained += space.projected[j] * space.projected[j]
      }
      let residual = max(total - explained, 1e-12 * total)
      unsafe Self.invert(count, space)
      unsafe Self.coefficients(count, space, scale: residual / system.degrees)
      var logWeight = logPrior + (system.logConstant - 0.5 * determinant.logarithm)
      logWeight -= 0.5 * system.degrees * log(residual)
      if count > 0 {
        logWeight += unsafe logOrthantProbability(
          means: space.centre, covariances: space.covariance, count: count, stride: capacity)
      }
      return (residual, logWeight)
    }
    (residual, logWeight) = fitted
  }

  /// Adds one row to the factor and the projection; returns its squared pivot.
  private static func addRow(
    _ j: Int, _ atoms: [Int], _ space: Space, system: ResidualSystem, slab: Slab
  ) -> Double {
    let base = atoms[j] * system.atomCount
    let row = unsafe space.factor + j * space.capacity
    var pivot = system.products[base + atoms[j]] + slab.precision
    var side = system.cross[atoms[j]] + slab.pull
    for k in 0..<j {
      let above = unsafe space.factor + k * space.capacity
      var value = system.products[base + atoms[k]]
      for l in 0..<k { unsafe value -= row[l] * above[l] }
      unsafe value /= above[k]
      unsafe row[k] = value
      pivot -= value * value
      unsafe side -= value * space.projected[k]
    }
    // Mathematically at least the prior's precision.
    pivot = max(pivot, slab.precision)
    let root = pivot.squareRoot()
    unsafe row[j] = root
    unsafe space.projected[j] = side / root
    return pivot
  }

  /// Inverts the factor.
  private static func invert(_ count: Int, _ space: Space) {
    let (factor, inverse, capacity) = unsafe (space.factor, space.inverse, space.capacity)
    for j in 0..<count {
      let row = j * capacity
      let scale = unsafe 1 / factor[row + j]
      unsafe inverse[row + j] = scale
      for k in 0..<j {
        var sum = 0.0
        for l in k..<j { unsafe sum += factor[row + l] * inverse[l * capacity + k] }
        unsafe inverse[row + k] = -sum * scale
      }
    }
  }

  /// Finds the coefficients' means and covariance from the inverse factor.
  private static func coefficients(_ count: Int, _ space: Space, scale: Double) {
    let (inverse, covariance) = unsafe (space.inverse, space.covariance)
    let capacity = unsafe space.capacity
    for j in 0..<count {
      var value = 0.0
      for l in j..<count { unsafe value += inverse[l * capacity + j] * space.projected[l] }
      unsafe space.mean[j] = value
      unsafe space.centre[j] = value
      for k in 0...j {
        var sum = 0.0
        for l in j..<count {
          unsafe sum += inverse[l * capacity + j] * inverse[l * capacity + k]
        }
        unsafe covariance[j * capacity + k] = sum * scale
      }
      unsafe space.sd[j] = covariance[j * capacity + j].squareRoot()
    }
  }
}
