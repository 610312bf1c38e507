// SPDX-License-Identifier: Apache-2.0

/// A seeded generator of random draws that gives the same numbers on every machine.
///
/// The bits are xoshiro256** (D. Blackman, S. Vigna, "Scrambled linear pseudorandom number
/// generators", 2021), its state filled by SplitMix64 (G. Steele et al., "Fast splittable
/// pseudorandom number generators", 2014).
public struct RandomSource: Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// Creates the generator of one stream of a seed; streams do not depend on each other.
  public init(seed: UInt64, stream: UInt64 = 0) {
    var mixer = SplitMix(state: seed)
    var streamMixer = SplitMix(state: mixer.next() ^ (stream &* 0xD134_2543_DE82_EF95))
    state = (streamMixer.next(), streamMixer.next(), streamMixer.next(), streamMixer.next())
  }

  /// Creates the generator with a given state, which must not be all zeros.
  init(state: (UInt64, UInt64, UInt64, UInt64)) {
    self.state = state
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    let scrambled = Self.rotate(state.1 &* 5, 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = Self.rotate(state.3, 45)
    return scrambled
  }

  private static func rotate(_ bits: UInt64, _ count: UInt64) -> UInt64 {
    (bits << count) | (bits >> (64 - count))
  }
}

extension RandomSource {
  /// A uniform draw from [0, 1).
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A uniform draw between two bounds.
  public mutating func uniform(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * uniform()
  }

  /// A uniform whole number of a closed range; the lower bound where the range is empty.
  public mutating func integer(_ low: Int, _ high: Int) -> Int {
    guard high > low else { return low }
    let span = UInt64(high - low) + 1
    let limit = UInt64.max - UInt64.max % span
    var bits = next()
    while bits >= limit { bits = next() }
    return low + Int(bits % span)
  }

  /// True with the given probability.
  public mutating func bernoulli(_ probability: Double) -> Bool {
    uniform() < probability
  }

  /// A normal draw (Marsaglia's polar method).
  public mutating func normal(mean: Double = 0, sd: Double = 1) -> Double {
    while true {
      let first = uniform(-1, 1)
      let second = uniform(-1, 1)
      let square = first * first + second * second
      guard square > 0, square < 1 else { continue }
      return mean + sd * first * (-2 * RealFunctions.log(square) / square).squareRoot()
    }
  }

  /// A draw whose logarithm is normal.
  public mutating func logNormal(median: Double, spread: Double) -> Double {
    median * RealFunctions.exp(normal(sd: spread))
  }

  /// A gamma draw of a positive shape, by the method of Marsaglia and Tsang (2000).
  public mutating func gamma(shape: Double, scale: Double = 1) -> Double {
    guard shape >= 1 else {
      let boost = RealFunctions.power(1 - uniform(), 1 / max(shape, 1e-3))
      return gamma(shape: shape + 1, scale: scale) * boost
    }
    let offset = shape - 1.0 / 3
    let factor = 1 / (9 * offset).squareRoot()
    while true {
      let draw = normal()
      let root = 1 + factor * draw
      guard root > 0 else { continue }
      let cube = root * root * root
      let bound = draw * draw / 2 + offset - offset * cube + offset * RealFunctions.log(cube)
      if RealFunctions.log(1 - uniform()) < bound { return scale * offset * cube }
    }
  }

  /// A Poisson draw, by the product method of Knuth, in parts for large means.
  public mutating func poisson(mean: Double) -> Int {
    var count = 0
    var rest = max(0, min(mean, 1e6))
    while rest > 0 {
      let part = min(rest, 20)
      rest -= part
      let limit = RealFunctions.exp(-part)
      var product = 1 - uniform()
      while product > limit {
        count += 1
        product *= 1 - uniform()
      }
    }
    return count
  }

  /// A draw of Student's t with the given degrees of freedom.
  public mutating func studentT(degrees: Double) -> Double {
    normal() / (gamma(shape: degrees / 2, scale: 2) / degrees).squareRoot()
  }

  /// A place drawn in proportion to non-negative weights; 0 where there are none.
  public mutating func index(weights: [Double]) -> Int {
    var rest = uniform() * weights.reduce(0, +)
    for (place, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return place }
    }
    return max(0, weights.count - 1)
  }

  /// The elements in random order (Fisher and Yates).
  public mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for last in stride(from: result.count - 1, to: 0, by: -1) {
      result.swapAt(last, integer(0, last))
    }
    return result
  }

  /// One element; `fallback` where there are none.
  public mutating func pick<Element>(_ elements: [Element], else fallback: Element) -> Element {
    elements.isEmpty ? fallback : elements[integer(0, elements.count - 1)]
  }
}

/// The generator that fills the state of another.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
