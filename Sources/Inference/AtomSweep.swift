// SPDX-License-Identifier: Apache-2.0

internal import CLanes

/// What each atom of one group would add to fitted models: the kernel of the search.
///
/// For a model with factor L and projection z = L⁻¹r, an atom j has w = L⁻¹H_aj, the pivot
/// d = H_jj + 1/c² − w'w and the side u = r_j − w'z; the residual then falls by u²/d. Four atoms are done
/// at a time; those beyond the last of the group are given no weight.
struct AtomSweep {
  /// A log weight that stands for none.
  static let none = -1e300

  /// The log weights of all pairs of a model and an atom, model after model, `stride` apart.
  private(set) var logWeights: [Double]
  /// The number of atoms of the group that was swept, rounded up to a multiple of four.
  private(set) var stride = 0
  private var atomCount = 0
  private var pivots: [Lanes]
  private var sides: [Lanes]
  private var projections: [Lanes]

  /// The atoms that are done at a time.
  private static let width = 4

  /// Makes room for `models` models of up to `depth` atoms and groups of up to `atoms` atoms.
  init(models: Int, depth: Int, atoms: Int) {
    let blocks = (atoms + Self.width - 1) / Self.width
    logWeights = Array(repeating: Self.none, count: models * blocks * Self.width)
    pivots = Array(repeating: Lanes(repeating: 1), count: blocks)
    sides = Array(repeating: Lanes(), count: blocks)
    projections = Array(repeating: Lanes(), count: depth * blocks)
  }

  /// How far the log weights of models are apart for a group of this many atoms.
  static func stride(of atoms: Int) -> Int { (atoms + width - 1) / width * width }

  /// Finds the pivots and sides of one group's atoms, from `start` to before `end`, for a model of the
  /// pool.
  mutating func project(
    _ pool: ModelPool, model: Int, start: Int, end: Int, system: ResidualSystem, slab: Slab
  ) {
    atomCount = end - start
    stride = Self.stride(of: atomCount)
    let blocks = stride / Self.width
    let size = pool.fits[model].size
    let capacity = pool.capacity
    let columns = system.atomCount
    let (line, square) = (model * capacity, capacity * capacity)
    precondition(
      size <= capacity && line + capacity <= min(pool.atoms.count, pool.projections.count)
        && (model + 1) * square <= pool.factors.count
        && start + stride <= min(system.squares.count, system.cross.count)
        && size * blocks <= projections.count && blocks <= min(pivots.count, sides.count),
      "There is no room for the group.")
    for atom in pool.atoms[line..<line + size] {
      precondition(
        atom >= 0 && atom * columns + start + stride <= system.products.count,
        "The model's atoms are those of the system.")
    }
    unsafe withBuffers(pool, system) { from, w, d, u in
      var from = unsafe from
      unsafe from.atoms += line
      unsafe from.factor += model * square
      unsafe from.projection += line
      unsafe (from.size, from.capacity, from.columns) = (size, capacity, columns)
      unsafe (from.precision, from.pull) = (slab.precision, slab.pull)
      unsafe lanes_project(&from, start, blocks, w, d, u)
    }
  }

  /// Calls with the numbers of a pool and of a system, and with what is to be filled.
  private mutating func withBuffers(
    _ pool: ModelPool, _ system: ResidualSystem,
    _ body: (
      lanes_growth, UnsafeMutablePointer<Double>?, UnsafeMutablePointer<Double>?,
      UnsafeMutablePointer<Double>?
    ) -> Void
  ) {
    unsafe system.squares.withUnsafeBufferPointer { squares in
      unsafe system.cross.withUnsafeBufferPointer { cross in
        unsafe system.products.withUnsafeBufferPointer { products in
          unsafe pool.atoms.withUnsafeBufferPointer { atoms in
            unsafe pool.factors.withUnsafeBufferPointer { factors in
              unsafe pool.projections.withUnsafeBufferPointer { lines in
                unsafe projections.withUnsafeMutableBytes { w in
                  unsafe pivots.withUnsafeMutableBytes { d in
                    unsafe sides.withUnsafeMutableBytes { u in
                      let from = unsafe lanes_growth(
                        squares: squares.baseAddress, cross: cross.baseAddress,
                        products: products.baseAddress, columns: 0, atoms: atoms.baseAddress,
                        factor: factors.baseAddress, projection: lines.baseAddress, size: 0,
                        capacity: 0, precision: 0, pull: 0)
                      unsafe body(
                        from, w.assumingMemoryBound(to: Double.self).baseAddress,
                        d.assumingMemoryBound(to: Double.self).baseAddress,
                        u.assumingMemoryBound(to: Double.self).baseAddress)
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /// The most that the log weights of all atoms can add up to, by the least residual and the least pivot
  /// among them; `logShare` is the log of the sum of the atoms' prior weights.
  func bound(
    _ fit: ModelPool.Fit, system: ResidualSystem, slab: Slab, logShare: Double
  ) -> Double {
    let total = fit.residual + slab.pullSquare
    var fall = Lanes(repeating: 0)
    var least = Lanes(repeating: 1e300)
    for block in 0..<stride / Self.width {
      let (pivot, side) = (pivots[block], sides[block])
      let gain = side * side / pivot
      fall = FastMath.larger(gain, fall)
      least = -FastMath.larger(-pivot, -least)
    }
    let residual = max(total - fall.max(), 1e-12 * total)
    return fit.logWeight + slab.logScale + logShare - 0.5 * FastMath.log(least.min())
      - 0.5 * system.degrees * FastMath.log(residual / fit.residual) + 1e-6
  }

  /// Turns pivots and sides into log weights, which go to `slot`; the new atom's positivity is taken
  /// alone.
  mutating func score(
    _ fit: ModelPool.Fit, slot: Int, start: Int, system: ResidualSystem, slab: Slab,
    logAtomWeight: [Double]
  ) {
    let half = 0.5 * system.degrees
    let total = fit.residual + slab.pullSquare
    var model = lanes_fit(
      base: fit.logWeight + half * FastMath.log(fit.residual) + slab.logScale, total: total,
      least: 1e-12 * total, degrees: system.degrees, half: half)
    let place = slot * stride
    let blocks = stride / Self.width
    precondition(
      place + stride <= logWeights.count && start + stride <= logAtomWeight.count
        && blocks <= pivots.count && blocks <= sides.count, "There is no room for the group.")
    unsafe logWeights.withUnsafeMutableBufferPointer { weights in
      unsafe logAtomWeight.withUnsafeBufferPointer { priors in
        unsafe pivots.withUnsafeBytes { pivots in
          unsafe sides.withUnsafeBytes { sides in
            guard let weights = weights.baseAddress, let priors = priors.baseAddress else { return }
            unsafe lanes_score(
              &model, pivots.assumingMemoryBound(to: Double.self).baseAddress,
              sides.assumingMemoryBound(to: Double.self).baseAddress, priors + start, blocks,
              weights + place)
          }
        }
      }
    }
    for j in atomCount..<stride { logWeights[place + j] = Self.none }
  }

  /// The heaviest pair of the first models swept and an atom, its log weight, and the sum of all pairs'
  /// weights relative to it.
  func total(models: Int) -> (pair: Int, top: Double, sum: Double) {
    let count = models * stride
    var (pair, top) = (0, Self.none)
    for (k, weight) in logWeights[..<count].enumerated() where weight > top {
      (pair, top) = (k, weight)
    }
    var sum = Lanes()
    unsafe withUnsafeMutableBytes(of: &sum) { sum in
      unsafe lanes_exponentials(
        logWeights, count / Self.width, top, sum.assumingMemoryBound(to: Double.self).baseAddress)
    }
    return (pair, top, sum.sum())
  }
}
