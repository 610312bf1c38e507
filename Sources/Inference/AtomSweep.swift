// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// What each atom of one group would add to fitted models: the kernel of the search.
///
/// For a model with factor L and projection z = L⁻¹r, an atom j has w = L⁻¹H_aj, the pivot
/// d = H_jj + 1/c² − w'w and the side u = r_j − w'z; the residual then falls by u²/d.
struct AtomSweep {
  /// The log weights of all pairs of a model and an atom, model after model.
  private(set) var logWeights: [Double]
  /// The number of atoms of the group that was swept.
  private(set) var atomCount = 0
  private var pivots: [Double]
  private var sides: [Double]
  private var projections: [Double]

  /// Makes room for `models` models of up to `depth` atoms and groups of up to `atoms` atoms.
  init(models: Int, depth: Int, atoms: Int) {
    logWeights = Array(repeating: 0, count: models * atoms)
    pivots = Array(repeating: 0, count: atoms)
    sides = Array(repeating: 0, count: atoms)
    projections = Array(repeating: 0, count: depth * atoms)
  }

  /// Sweeps one group's atoms, from `start` to before `end`, for the model in `slot`.
  mutating func sweep(
    _ model: FittedModel, slot: Int, start: Int, end: Int, system: ResidualSystem, slab: Slab,
    logAtomWeight: [Double]
  ) {
    atomCount = end - start
    project(model, start: start, system: system, slab: slab)
    score(model, slot: slot, start: start, system: system, slab: slab, logAtomWeight)
  }

  /// Finds each atom's pivot and side.
  private mutating func project(
    _ model: FittedModel, start: Int, system: ResidualSystem, slab: Slab
  ) {
    let count = atomCount
    let size = model.atoms.count
    for j in 0..<count {
      pivots[j] = system.squares[start + j] + slab.precision
      sides[j] = system.cross[start + j] + slab.pull
    }
    guard size > 0 else { return }
    unsafe system.products.withUnsafeBufferPointer { products in
      unsafe projections.withUnsafeMutableBufferPointer { w in
        unsafe pivots.withUnsafeMutableBufferPointer { d in
          unsafe sides.withUnsafeMutableBufferPointer { u in
            for k in 0..<size {
              let row = model.atoms[k] * system.atomCount + start
              let scale = 1 / model.factor[k * size + k]
              let z = model.projected[k]
              let base = k * count
              for j in 0..<count { unsafe w[base + j] = products[row + j] }
              for l in 0..<k {
                let x = model.factor[k * size + l]
                let other = l * count
                for j in 0..<count { unsafe w[base + j] -= x * w[other + j] }
              }
              for j in 0..<count {
                let value = unsafe w[base + j] * scale
                unsafe w[base + j] = value
                unsafe d[j] -= value * value
                unsafe u[j] -= value * z
              }
            }
          }
        }
      }
    }
  }

  /// Turns pivots and sides into log weights; the new atom's positivity is taken alone.
  private mutating func score(
    _ model: FittedModel, slot: Int, start: Int, system: ResidualSystem, slab: Slab,
    _ logAtomWeight: [Double]
  ) {
    let degrees = system.degrees
    let total = model.residual + slab.pullSquare
    let base = model.logWeight + 0.5 * degrees * log(model.residual) + slab.logScale
    let least = 1e-12 * total
    for j in 0..<atomCount {
      let pivot = max(pivots[j], slab.precision)
      let side = sides[j]
      let residual = max(total - side * side / pivot, least)
      let z = side / (pivot * residual / degrees).squareRoot()
      logWeights[slot * atomCount + j] =
        base + logAtomWeight[start + j] - 0.5 * degrees * log(residual)
        + logPositive(z, pivot: pivot)
    }
  }

  /// log Φ(z) − ½ log pivot, with one logarithm where Φ does not underflow.
  private func logPositive(_ z: Double, pivot: Double) -> Double {
    if z > 6 { return -0.5 * log(pivot) }
    if z > -20 { return log(0.5 * erfc(-z * 0.5.squareRoot()) / pivot.squareRoot()) }
    return -0.5 * z * z - log(-z * pivot.squareRoot()) - 0.918_938_533_204_672_7
  }
}

/// A model kept in the search: its atoms in the order of joining.
struct FittedModel {
  /// Its atoms.
  var atoms: [Int] = []
  /// The lower factor, row after row.
  var factor: [Double] = []
  /// The factor's inverse times the right-hand side.
  var projected: [Double] = []
  /// The residual sum of squares.
  var residual = 0.0
  /// The log evidence without the subset's prior.
  var logWeight = 0.0
}
