// SPDX-License-Identifier: Apache-2.0

internal import Glibc
internal import Statistics

/// The posterior of one group's effect in points, given that the group is a trigger.
///
/// A mixture of normals truncated at 0, one for each retained model that holds the group: with
/// the model's coefficient (b, s) and the exposure e_a of its atom a, the component is
/// (b·e_a, f·s·e_a), where f widens the range (see `docs/method.md`).
public struct EffectDistribution: Sendable {
  /// How far the response to what was eaten may be off, as shares of it: by doses that differ from
  /// those noted, and by a dose response or a clock unlike those of the model.
  ///
  /// The most that an episode brought lies more often above what the noted doses say than below.
  public struct Misfit: Hashable, Sendable {
    /// The standard deviation downwards, as a share of the mean.
    public var below: Double
    /// The standard deviation upwards.
    public var above: Double

    /// Creates a misfit.
    public init(below: Double, above: Double) {
      self.below = below
      self.above = above
    }

    /// No misfit.
    public static let none = Misfit(below: 0, above: 0)
    /// The constants fitted on simulated diaries; see `docs/accuracy.md`.
    public static let standard = Misfit(below: 0.09, above: 0.15)
  }

  private let components: [MixtureTails.Component]
  /// The weight of the components that can lie above 0.
  private let reach: Double
  /// The mean in points, with the standard deviations as they are; 0 without a component.
  public let mean: Double

  /// The factor on the standard deviations, beside the misfit; see `docs/accuracy.md`.
  public static let widening = 1.0

  /// Creates the distribution from a group's components.
  ///
  /// - Parameters:
  ///   - effects: The components of one group in a `Posterior`.
  ///   - exposure: For each atom of the question, the exposure e_a that the effect refers to:
  ///     the mean over episodes of the atom's largest value; 1 for one standard portion.
  ///     Atoms beyond the end of the list, and exposures that are not finite, count as 0.
  ///   - widening: The factor f.
  ///   - misfit: What comes on top, as shares of the mean.
  public init(
    _ effects: [Posterior.EffectComponent], exposure: [Double],
    widening: Double = EffectDistribution.widening, misfit: Misfit = .none
  ) {
    let total = effects.reduce(0) { $0 + $1.weight }
    guard total > 0 else {
      components = []
      mean = 0
      reach = 0
      return
    }
    var sum = 0.0
    components = effects.map { effect in
      let given = exposure.indices.contains(effect.atom) ? exposure[effect.atom] : 0
      let e = given.isFinite ? max(given, 0) : 0
      let weight = effect.weight / total
      sum += weight * e * effect.positiveMean
      let sd = max(widening * effect.sd, 1e-12)
      let size = max(effect.mean, 0)
      let below = hypot(sd, misfit.below * size)
      let above = hypot(sd, misfit.above * size)
      return MixtureTails.Component(
        weight: weight, mean: effect.mean * e, below: below * e, above: above * e,
        positive: NormalDistribution.cdf(effect.mean / (effect.mean < 0 ? above : below)))
    }
    mean = sum
    reach = min(components.reduce(0) { $0 + ($1.above > 0 ? $1.weight : 0) }, 1)
  }

  /// Creates the distribution of the effect of one of several groups, each with its weight.
  public init(mixing parts: [(weight: Double, effect: EffectDistribution)]) {
    let kept = parts.filter { $0.weight > 0 && $0.weight.isFinite }
    let total = kept.reduce(0) { $0 + $1.weight }
    components = kept.flatMap { part in
      part.effect.components.map { component in
        var component = component
        component.weight *= part.weight / total
        return component
      }
    }
    mean = kept.reduce(0) { $0 + $1.weight / total * $1.effect.mean }
    reach = min(kept.reduce(0) { $0 + $1.weight / total * $1.effect.reach }, 1)
  }

  /// The probability of an effect of at least this many points; 1 at 0 and below.
  public func probability(atLeast effect: Double) -> Double {
    guard effect > 0 else { return 1 }
    return min(components.reduce(0) { $0 + $1.weight * $1.survival(effect) }, 1)
  }

  /// The effect that is exceeded with probability 1 − p, for p from 0 to 1, in points.
  ///
  /// Halley's steps kept inside a bisection bracket, to 1e-8 points. 0 without a component.
  public func quantile(_ p: Double) -> Double {
    guard !components.isEmpty, p > 0 else { return 0 }
    let target = 1 - min(p, 1 - 1e-9)
    guard reach > target else { return 0 }
    let tails = MixtureTails(components)
    var low = 0.0
    var high = components.reduce(0) { max($0, max($1.mean, 0) + 40 * $1.above) }
    var x = min(max(mean, 1e-3 * high), high)
    for _ in 0..<200 {
      let tail = tails.tail(x)
      let excess = min(tail.above, 1) - target
      if excess > 0 { low = x } else { high = x }
      if high - low < 1e-8 { break }
      let fall = 2 * tail.density * tail.density - excess * tail.slope
      let step = tail.density > 0 && fall > 0 ? 2 * excess * tail.density / fall : .infinity
      let next = x + step
      // What such a step leaves is of the third order.
      if abs(step) < 1e-6 { return min(max(next, low), high) }
      x = next > low && next < high ? next : 0.5 * (low + high)
    }
    return x
  }
}

/// A group's effect in a few numbers, in points.
public struct EffectSummary: Hashable, Sendable {
  /// The posterior mean.
  public var mean: Double
  /// The posterior median.
  public var median: Double
  /// The 5 % quantile.
  public var lower: Double
  /// The 95 % quantile.
  public var upper: Double
  /// The probability of at least the smallest effect that matters, given that it is a trigger.
  public var relevant: Double

  /// Summarises a distribution; `relevantEffect` in points.
  public init(_ distribution: EffectDistribution, relevantEffect: Double) {
    mean = distribution.mean
    median = distribution.quantile(0.5)
    lower = distribution.quantile(0.05)
    upper = distribution.quantile(0.95)
    relevant = distribution.probability(atLeast: relevantEffect)
  }
}

extension Posterior {
  /// The effect of one group, given that it is a trigger.
  ///
  /// - Parameters:
  ///   - group: The group's place in the question; an absent one has no component.
  ///   - exposure: For each atom of the question, the exposure that the effect refers to.
  ///   - widening: The factor on the standard deviations.
  ///   - misfit: What comes on top, as shares of the mean.
  /// - Returns: The distribution, without a component where the group was never retained.
  public func effect(
    of group: Int, exposure: [Double], widening: Double = EffectDistribution.widening,
    misfit: EffectDistribution.Misfit = .none
  ) -> EffectDistribution {
    EffectDistribution(
      effects.indices.contains(group) ? effects[group] : [], exposure: exposure,
      widening: widening, misfit: misfit)
  }
}
