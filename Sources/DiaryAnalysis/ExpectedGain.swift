// SPDX-License-Identifier: Apache-2.0

internal import Glibc
internal import Statistics

/// What an experiment is expected to tell about whether a group is a trigger.
///
/// Its outcome is one number z: the rise that the experiment sees, in standard errors. Without a
/// trigger z ~ N(0, 1), with one z ~ Σ wⱼ N(mⱼ, 1). The outcomes are those of a fixed lattice, each
/// with its probability, so nothing is drawn at random; see `docs/experiments.md`.
struct ExpectedGain: Hashable, Sendable {
  /// The probability before.
  let probability: Double
  /// The expected reduction of entropy in bits.
  private(set) var bits = 0.0
  /// The mean probability after outcomes that raise it.
  private(set) var ifPositive: Double
  /// The mean probability after outcomes that do not.
  private(set) var ifNegative: Double
  /// The probability of an outcome that raises it.
  private(set) var chanceOfPositive = 0.0

  /// A size of the rise in standard errors, and its weight.
  struct Shift: Hashable, Sendable {
    var size: Double
    var weight: Double
  }

  /// The distance of the lattice's points.
  private static let step = 0.25
  /// The points below 0, and the largest shift's place: what lies above 12 is certain anyway.
  private static let below = 24
  private static let largest = 48
  /// The normal density at each distance on the lattice.
  private static let density = (0...below + largest + below).map {
    NormalDistribution.density(Double($0) * step)
  }

  /// Works out what an experiment brings, given the probability now and the shifts of a trigger.
  init(probability p: Double, shifts: [Shift]) {
    probability = p
    ifPositive = p
    ifNegative = p
    let total = shifts.reduce(0) { $0 + max($1.weight, 0) }
    guard p > 0, p < 1, total > 0 else { return }
    let weights = Self.onLattice(shifts, total)
    var remaining = 0.0
    var (positive, raised, lowered) = (0.0, 0.0, 0.0)
    for point in 0...Self.below + Self.largest + Self.below {
      let without = (1 - p) * Self.density[abs(point - Self.below)]
      let with = p * Self.with(weights, at: point)
      let both = with + without
      guard both > 1e-300 else { continue }
      let after = with / both
      remaining += both * Self.entropy(after)
      if after > p {
        positive += both
        raised += with
      } else {
        lowered += with
      }
    }
    let (all, hits) = (Self.step, raised + lowered)
    guard hits > 0 else { return }
    bits = max(Self.entropy(p) - remaining * all, 0)
    chanceOfPositive = min(positive * all, 1)
    ifPositive = positive > 1e-12 ? min(raised / positive, 1) : p
    let negative = 1 - positive * all
    ifNegative = negative > 1e-9 ? min(max(lowered * all / negative, 0), p) : p
  }

  /// The weights of the shifts on the lattice; each shared by the two points beside it.
  private static func onLattice(_ shifts: [Shift], _ total: Double) -> [(Int, Double)] {
    var weights = [Double](repeating: 0, count: largest + 1)
    for shift in shifts where shift.weight > 0 {
      let size = shift.size.isFinite ? max(shift.size, 0) : 0
      let place = min(size / step, Double(largest))
      let low = Int(place)
      let share = place - Double(low)
      weights[low] += (1 - share) * shift.weight / total
      if share > 0 { weights[low + 1] += share * shift.weight / total }
    }
    return weights.enumerated().filter { $0.element > 0 }.map { ($0.offset, $0.element) }
  }

  private static func with(_ weights: [(Int, Double)], at point: Int) -> Double {
    weights.reduce(0) { $0 + $1.1 * density[abs(point - below - $1.0)] }
  }

  /// The entropy of a yes or no in bits.
  static func entropy(_ p: Double) -> Double {
    guard p > 0, p < 1 else { return 0 }
    return -p * log2(p) - (1 - p) * log2(1 - p)
  }
}
