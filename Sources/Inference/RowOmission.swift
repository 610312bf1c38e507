// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// What leaving rows out does to the normal equations at one φ, exactly and without a new reduction.
///
/// A column that is 1 at a row and 0 elsewhere, with a flat prior, takes the row's value out of the
/// evidence, as if it had never been noted. So rows are left out by eliminating such columns.
struct RowOmission {
  private let system: ResidualSystem
  private let count: Int
  /// For each row, what is left of its column's products with the atoms, and with the outcome.
  private let atoms: [[Double]]
  private let outcome: [Double]
  /// The products of the rows' columns with each other.
  private let products: [Double]

  /// Prepares to leave out any of some rows.
  init(_ rows: [Int], columns: WhitenedColumns, system: ResidualSystem) {
    self.system = system
    count = rows.count
    let q = columns.nuisanceCount
    let indicators = rows.map { NoiseModel.whitenedIndicator(of: $0, steps: columns.steps) }
    var atoms: [[Double]] = []
    var outcome: [Double] = []
    var shares: [[Double]] = []
    for (row, indicator) in zip(rows, indicators) {
      let sums = columns.sums(indicator[...], from: row)
      let share = columns.elimination.share(sums[..<q])
      let explained = columns.elimination.explained(share)
      atoms.append(zip(sums[q...], explained).map { $0 - $1 })
      outcome.append(
        Self.product(indicator, system.outcome[row...])
          - Self.product(share, system.nuisanceShare[...])
      )
      shares.append(share)
    }
    var products = [Double](repeating: 0, count: rows.count * rows.count)
    for i in rows.indices {
      for j in 0...i {
        // The later row's column stands where the earlier one's may have faded.
        let (early, late) = rows[i] < rows[j] ? (i, j) : (j, i)
        let both = Self.product(
          indicators[late], indicators[early].dropFirst(rows[late] - rows[early]))
        let value = both - Self.product(shares[i], shares[j][...])
        products[i * rows.count + j] = value
        products[j * rows.count + i] = value
      }
    }
    self.atoms = atoms
    self.outcome = outcome
    self.products = products
  }

  private static func product(_ one: [Double], _ other: ArraySlice<Double>) -> Double {
    zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The normal equations of some atoms, in this order, without some of the rows.
  func system(without places: [Int], atoms chosen: [Int]) -> ResidualSystem {
    let size = chosen.count
    var left = ResidualSystem()
    left.atomCount = size
    left.degrees = system.degrees
    left.logConstant = system.logConstant
    left.residual = system.residual
    left.cross = chosen.map { system.cross[$0] }
    left.products.reserveCapacity(size * size)
    for j in chosen {
      let row = j * system.atomCount
      for k in chosen { left.products.append(system.products[row + k]) }
    }
    // Row after row of the factor of the rows' columns, with the atoms and the outcome behind it.
    let width = places.count + size + 1
    var factor: [Double] = []
    factor.reserveCapacity(places.count * width)
    for (k, place) in places.enumerated() {
      let start = factor.count
      for other in places { factor.append(products[place * count + other]) }
      for atom in chosen { factor.append(atoms[place][atom]) }
      factor.append(outcome[place])
      let square = factor[start + k]
      for above in stride(from: 0, to: start, by: width) where factor[above + k] != 0 {
        let x = factor[above + k]
        for j in 0..<width { factor[start + j] -= x * factor[above + j] }
      }
      let pivot = factor[start + k]
      guard pivot > 1e-11 * square, pivot > 0 else {
        factor.removeLast(width)
        continue
      }
      left.degrees -= 1
      left.logConstant -= 0.5 * log(pivot)
      let scale = 1 / pivot.squareRoot()
      for j in start..<start + width { factor[j] *= scale }
      left.take(factor, from: start + places.count)
    }
    left.degrees = max(left.degrees, 1)
    left.residual = max(left.residual, left.degrees * ResidualSystem.leastVariance)
    left.squares = (0..<size).map { left.products[$0 * size + $0] }
    return left
  }
}

extension ResidualSystem {
  /// Takes away what one more eliminated column explains of the atoms and, behind them, the outcome;
  /// its line starts at `first`.
  fileprivate mutating func take(_ line: [Double], from first: Int) {
    let side = line[first + atomCount]
    residual -= side * side
    for j in 0..<atomCount where line[first + j] != 0 {
      let value = line[first + j]
      cross[j] -= value * side
      for k in 0..<atomCount { products[j * atomCount + k] -= value * line[first + k] }
    }
  }
}
