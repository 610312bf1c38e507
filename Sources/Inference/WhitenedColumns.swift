// SPDX-License-Identifier: Apache-2.0

internal import CLanes

/// The columns of a question at one φ, whitened, with the nuisance columns integrated out: what all
/// outcomes at the same times share.
struct WhitenedColumns {
  /// The number of nuisance columns, and of atoms.
  let nuisanceCount: Int
  let atomCount: Int
  /// The whitened rows, nuisance columns first.
  let rows: [Double]
  let steps: [NoiseModel.Step]
  /// The nuisance columns' factor.
  let elimination: Elimination
  /// H = X'QX and its diagonal, as in `ResidualSystem`.
  private let products: [Double]
  private let squares: [Double]
  private let logConstant: Double
  private let degrees: Double
  /// The nuisance columns' prior: precisions, and precisions times means.
  private let pull: [Double]
  private let pullSquares: [Double]

  /// The numbers in a row.
  var width: Int { nuisanceCount + atomCount }

  /// Whitens and reduces the columns of a question.
  init(_ input: PreparedInput, noise: NoiseModel, logPrior: Double) {
    var rows = input.rows
    let width = input.width
    let (steps, logDeterminant) = noise.steps(input.gaps)
    NoiseModel.whiten(&rows, width: width, steps: steps)
    var gram = gramMatrix(rows, width: width)
    let q = input.nuisanceCount
    for k in 0..<q { gram[k * width + k] += input.precision[k] }
    let elimination = Elimination(&gram, leading: q, width: width)
    let atoms = input.atomCount
    var squares = [Double](repeating: 0, count: atoms + ResidualSystem.room)
    var products = [Double](repeating: 0, count: atoms * atoms + ResidualSystem.room)
    for j in 0..<atoms {
      let line = (q + j) * width + q
      squares[j] = gram[line + j]
      for k in 0...j {
        products[j * atoms + k] = gram[line + k]
        products[k * atoms + j] = gram[line + k]
      }
    }
    nuisanceCount = q
    atomCount = atoms
    self.rows = rows
    self.steps = steps
    self.elimination = elimination
    self.products = products
    self.squares = squares
    logConstant = -0.5 * (logDeterminant + elimination.logDeterminant) + logPrior
    degrees = Double(max(input.count - 1, 1))
    pull = (0..<q).map { input.precision[$0] * input.mean[$0] }
    pullSquares = (0..<q).map { input.precision[$0] * input.mean[$0] * input.mean[$0] }
  }

  /// The normal equations of an outcome.
  func system(_ outcome: [Double]) -> ResidualSystem {
    var y = outcome
    NoiseModel.whiten(&y, width: 1, steps: steps)
    var line = sums(y[...], from: 0)
    var square = y.reduce(0) { $0 + $1 * $1 }
    for k in 0..<nuisanceCount {
      line[k] += pull[k]
      square += pullSquares[k]
    }
    let share = elimination.share(line[..<nuisanceCount])
    square -= share.reduce(0) { $0 + $1 * $1 }
    var cross = [Double](repeating: 0, count: atomCount + ResidualSystem.room)
    for (j, explained) in elimination.explained(share).enumerated() {
      cross[j] = line[nuisanceCount + j] - explained
    }
    return ResidualSystem(
      atomCount: atomCount, products: products, squares: squares, cross: cross,
      residual: max(square, degrees * ResidualSystem.leastVariance), logConstant: logConstant,
      degrees: degrees, outcome: y, nuisanceShare: share)
  }

  /// The products of one more whitened column with all columns; its numbers begin at a row.
  func sums(_ column: ArraySlice<Double>, from row: Int) -> [Double] {
    let width = width
    var sums = [Double](repeating: 0, count: width)
    precondition((row + column.count) * width <= rows.count, "The column is too long.")
    unsafe rows.withUnsafeBufferPointer { rows in
      guard var next = unsafe rows.baseAddress.map({ unsafe $0 + row * width }) else { return }
      for value in column {
        unsafe lanes_add_scaled(value, next, width, &sums)
        unsafe next += width
      }
    }
    return sums
  }
}
