// SPDX-License-Identifier: Apache-2.0

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

  /// Sweeps one group's atoms, from `start` to before `end`, for a model of the pool; the log weights
  /// go to `slot`.
  mutating func sweep(
    _ pool: ModelPool, model: Int, slot: Int, start: Int, end: Int, system: ResidualSystem,
    slab: Slab, logAtomWeight: [Double]
  ) {
    atomCount = end - start
    for j in 0..<atomCount {
      pivots[j] = system.squares[start + j] + slab.precision
      sides[j] = system.cross[start + j] + slab.pull
    }
    let fit = pool.fits[model]
    if fit.size > 0 { project(pool, model, size: fit.size, start: start, system: system) }
    score(fit, slot: slot, start: start, system: system, slab: slab, logAtomWeight)
  }

  /// Takes from each atom's pivot and side what the model explains already.
  private mutating func project(
    _ pool: ModelPool, _ model: Int, size: Int, start: Int, system: ResidualSystem
  ) {
    let count = atomCount
    let capacity = pool.capacity
    let factorBase = model * capacity * capacity
    unsafe system.products.withUnsafeBufferPointer { products in
      unsafe projections.withUnsafeMutableBufferPointer { w in
        unsafe pivots.withUnsafeMutableBufferPointer { d in
          unsafe sides.withUnsafeMutableBufferPointer { u in
            for k in 0..<size {
              let row = pool.atoms[model * capacity + k] * system.atomCount + start
              let line = factorBase + k * capacity
              let scale = 1 / pool.factors[line + k]
              let z = pool.projections[model * capacity + k]
              let base = k * count
              for j in 0..<count { unsafe w[base + j] = products[row + j] }
              for l in 0..<k {
                let x = pool.factors[line + l]
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
    _ fit: ModelPool.Fit, slot: Int, start: Int, system: ResidualSystem, slab: Slab,
    _ logAtomWeight: [Double]
  ) {
    let degrees = system.degrees
    let half = 0.5 * degrees
    let total = fit.residual + slab.pullSquare
    let base = fit.logWeight + half * FastMath.log(fit.residual) + slab.logScale
    let least = 1e-12 * total
    let place = slot * atomCount
    for j in 0..<atomCount {
      let pivot = max(pivots[j], slab.precision)
      let side = sides[j]
      let residual = max(total - side * side / pivot, least)
      let z = side / (pivot * residual / degrees).squareRoot()
      let weight = base + logAtomWeight[start + j] - half * FastMath.log(residual)
      logWeights[place + j] = weight - 0.5 * FastMath.log(pivot) + FastMath.logNormalCDF(z)
    }
  }
}
