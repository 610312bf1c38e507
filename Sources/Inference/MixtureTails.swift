// SPDX-License-Identifier: Apache-2.0

internal import CLanes
internal import Glibc
internal import Statistics

/// The upper tail of a mixture of truncated normals, four components at a time.
struct MixtureTails {
  /// One component with its normalised weight.
  struct Component {
    var weight: Double
    var mean: Double
    /// The standard deviation of the half below the mean, and of the half above.
    var below: Double
    var above: Double
    /// The probability of being positive.
    var positive: Double

    /// Whether the quotient of two tails tells the share above a number.
    var isPlain: Bool { positive > 1e-250 && below > 1e-200 && above > 1e-200 }

    /// How many standard deviations the mean lies above `x`.
    func distance(_ x: Double) -> Double {
      (mean - x) / (x > mean ? above : below)
    }

    /// The share of the component above x.
    func survival(_ x: Double) -> Double {
      guard below > 0, above > 0 else { return mean >= x ? 1 : 0 }
      let upper = distance(x)
      if isPlain { return NormalDistribution.cdf(upper) / positive }
      return exp(NormalDistribution.logCDF(upper) - NormalDistribution.logCDF(distance(0)))
    }
  }

  /// The components, four at a time as `lanes_tails` takes them; those beyond the last have no weight.
  private let blocks: [Double]
  /// The components that are no plain ones.
  private let others: [Component]

  init(_ components: [Component]) {
    var blocks: [Double] = []
    var others: [Component] = []
    blocks.reserveCapacity((components.count + 3) / 4 * 16)
    var lane = 0
    for c in components {
      guard c.isPlain else {
        others.append(c)
        continue
      }
      if lane == 0 {
        // Means, one over the standard deviations of the halves, weights over the probabilities.
        blocks += Self.empty
      }
      let place = blocks.count - 16 + lane
      blocks[place] = c.mean
      blocks[place + 4] = 1 / c.below
      blocks[place + 8] = 1 / c.above
      blocks[place + 12] = c.weight / c.positive
      lane = (lane + 1) % 4
    }
    self.blocks = blocks
    self.others = others
  }

  private static let empty: [Double] = [0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0]

  /// The share of the mixture above x, above 0, its density at x, and how fast the density falls there.
  func tail(_ x: Double) -> (above: Double, density: Double, slope: Double) {
    var sums = InlineArray<12, Double>(repeating: 0)
    unsafe blocks.withUnsafeBufferPointer { blocks in
      guard let first = blocks.baseAddress else { return }
      var span = sums.mutableSpan
      unsafe span.withUnsafeMutableBufferPointer { sums in
        guard let sums = sums.baseAddress else { return }
        unsafe lanes_tails(first, blocks.count / 16, x, sums)
      }
    }
    func sum(_ place: Int) -> Double {
      Lanes(sums[place], sums[place + 1], sums[place + 2], sums[place + 3]).sum()
    }
    let rest = others.reduce(0) { $0 + $1.weight * $1.survival(x) }
    return (sum(0) + rest, sum(4), sum(8))
  }
}
