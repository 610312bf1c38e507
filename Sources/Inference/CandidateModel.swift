// SPDX-License-Identifier: Apache-2.0

internal import CLanes
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

  /// Fits the model with these atoms; at most `capacity`.
  mutating func fit(
    _ atoms: [Int], count: Int, system: ResidualSystem, slab: Slab, logAtomWeight: [Double]
  ) {
    precondition(count <= capacity && count <= atoms.count, "The model has too many atoms.")
    let columns = system.atomCount
    precondition(
      columns <= system.cross.count && columns * columns <= system.products.count,
      "The system must hold all its atoms.")
    var logPrior = Double(count) * slab.logScale
    for atom in atoms[..<count] {
      precondition(atom >= 0 && atom < columns, "The model's atoms are those of the system.")
      logPrior += logAtomWeight[atom]
    }
    let total = system.residual + Double(count) * slab.pullSquare
    let capacity = capacity
    let fitted = unsafe numbers.withUnsafeMutableBufferPointer { numbers in
      guard let base = numbers.baseAddress else { return (residual: total, logWeight: logPrior) }
      var space = unsafe Self.space(base, capacity: capacity)
      unsafe Self.factor(atoms, count, &space, system: system, slab: slab)
      var determinant = LogProduct()
      var explained = 0.0
      for j in 0..<count {
        unsafe determinant.multiply(by: space.centre[j])
        unsafe explained += space.projected[j] * space.projected[j]
      }
      let residual = max(total - explained, 1e-12 * total)
      unsafe lanes_coefficients(&space, count, residual / system.degrees)
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

  /// The parts of the working space.
  private static func space(
    _ base: UnsafeMutablePointer<Double>, capacity: Int
  ) -> lanes_model {
    let square = capacity * capacity
    let lines = unsafe base + 3 * square
    return unsafe lanes_model(
      capacity: capacity, factor: base, inverse: base + square, covariance: base + 2 * square,
      projected: lines, mean: lines + capacity, sd: lines + 2 * capacity,
      centre: lines + 3 * capacity)
  }

  /// Fills in the factor, its inverse and the projection, and in `centre` the squared pivots.
  private static func factor(
    _ atoms: [Int], _ count: Int, _ space: inout lanes_model, system: ResidualSystem, slab: Slab
  ) {
    unsafe system.products.withUnsafeBufferPointer { products in
      unsafe system.cross.withUnsafeBufferPointer { cross in
        unsafe atoms.withUnsafeBufferPointer { atoms in
          var equations = unsafe lanes_equations(
            products: products.baseAddress, cross: cross.baseAddress, columns: system.atomCount,
            precision: slab.precision, pull: slab.pull)
          unsafe lanes_factor(&equations, atoms.baseAddress, count, &space)
        }
      }
    }
  }
}
