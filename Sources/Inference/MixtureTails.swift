// SPDX-License-Identifier: Apache-2.0

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

  /// Four components; those beyond the last have no weight.
  private struct Block {
    var mean = Lanes()
    /// One over the standard deviations of the halves.
    var below = Lanes(repeating: 1)
    var above = Lanes(repeating: 1)
    /// The weights over the probabilities of being positive.
    var share = Lanes()
  }

  private let blocks: [Block]
  /// The components that are no plain ones.
  private let others: [Component]

  init(_ components: [Component]) {
    var blocks: [Block] = []
    blocks.reserveCapacity(components.count / 4 + 1)
    var others: [Component] = []
    var block = Block()
    var lane = 0
    for c in components {
      guard c.isPlain else {
        others.append(c)
        continue
      }
      block.mean[lane] = c.mean
      block.below[lane] = 1 / c.below
      block.above[lane] = 1 / c.above
      block.share[lane] = c.weight / c.positive
      lane += 1
      if lane == 4 {
        blocks.append(block)
        (block, lane) = (Block(), 0)
      }
    }
    if lane > 0 { blocks.append(block) }
    self.blocks = blocks
    self.others = others
  }

  /// The share of the mixture above x, above 0, its density at x, and how fast the density falls there.
  func tail(_ x: Double) -> (above: Double, density: Double, slope: Double) {
    var above = Lanes()
    var density = Lanes()
    var slope = Lanes()
    for block in blocks {
      let distance = block.mean - x
      let inverse = FastMath.choose(block.above, ifNegative: distance, else: block.below)
      // Beyond 37 standard deviations nothing is left.
      let z = FastMath.larger(distance * inverse, Lanes(repeating: -37))
      let (cdf, bell) = FastMath.cdfAndDensity(z)
      let height = block.share * inverse * bell
      above += block.share * cdf
      density += height
      slope -= height * inverse * z
    }
    let rest = others.reduce(0) { $0 + $1.weight * $1.survival(x) }
    return (above.sum() + rest, density.sum(), slope.sum())
  }
}
