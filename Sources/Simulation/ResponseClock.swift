// SPDX-License-Identifier: Apache-2.0

/// How symptoms rise and fall in the hours after a food.
public enum ResponseClock: Hashable, Sendable {
  /// A skewed hump with its top at `peak` hours; `spread` is the width on the log axis.
  case hump(peak: Double, spread: Double)
  /// A gamma-shaped hump of this mean and standard deviation in hours.
  case gamma(mean: Double, sd: Double)
  /// Nothing for `delay` hours, then a hump that tops `peak` hours later.
  case delayed(delay: Double, peak: Double, spread: Double)
  /// Two humps, the second with `share` of the first one's height.
  case biphasic(first: Double, second: Double, share: Double)
  /// On from one hour to another.
  case plateau(from: Double, to: Double)

  /// The hours after a food that are followed.
  static let horizon = 120

  /// The level in each hour after the food, up to a factor.
  var curve: [Double] {
    (0..<Self.horizon).map { level(at: Double($0) + 0.5) }
  }

  private func level(at hours: Double) -> Double {
    switch self {
    case .hump(let peak, let spread): Self.hump(hours, peak, spread)
    case .gamma(let mean, let sd): Self.gamma(hours, mean, sd)
    case .delayed(let delay, let peak, let spread):
      hours > delay ? Self.hump(hours - delay, peak, spread) : 0
    case .biphasic(let first, let second, let share):
      Self.hump(hours, first, 0.45) + share * Self.hump(hours, second, 0.3)
    case .plateau(let from, let to): hours >= from && hours < to ? 1 : 0
    }
  }

  private static func hump(_ hours: Double, _ peak: Double, _ spread: Double) -> Double {
    let distance = RealFunctions.log(hours / peak) / spread
    return RealFunctions.exp(-distance * distance / 2)
  }

  private static func gamma(_ hours: Double, _ mean: Double, _ sd: Double) -> Double {
    let shape = mean * mean / (sd * sd)
    let scale = sd * sd / mean
    let mode = max(scale * (shape - 1), 0.5)
    return RealFunctions.exp(
      (shape - 1) * RealFunctions.log(hours / mode) - (hours - mode) / scale)
  }

  /// Draws a clock of any family.
  static func draw(_ random: inout RandomSource) -> ResponseClock {
    switch random.index(weights: [0.4, 0.2, 0.15, 0.15, 0.1]) {
    case 0: .hump(peak: random.logNormal(median: 8, spread: 0.9), spread: random.uniform(0.3, 0.8))
    case 1:
      gammaClock(mean: random.uniform(4, 44), variation: random.uniform(0.35, 0.8))
    case 2: late(&random)
    case 3:
      .biphasic(
        first: random.uniform(1.5, 5), second: random.uniform(18, 36),
        share: random.uniform(0.3, 0.9))
    default: plateau(from: random.uniform(0.5, 10), length: random.uniform(4, 30))
    }
  }

  /// Draws a clock that starts half a day or more after the food.
  static func late(_ random: inout RandomSource) -> ResponseClock {
    .delayed(
      delay: random.uniform(10, 30), peak: random.uniform(5, 22), spread: random.uniform(0.3, 0.6))
  }

  /// A gamma clock whose standard deviation is a share of its mean.
  static func gammaClock(mean: Double, variation: Double) -> ResponseClock {
    .gamma(mean: mean, sd: mean * variation)
  }

  /// A plateau of some length.
  static func plateau(from start: Double, length: Double) -> ResponseClock {
    .plateau(from: start, to: start + length)
  }
}
