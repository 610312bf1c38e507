// SPDX-License-Identifier: Apache-2.0

/// The constants of the model; see `docs/method.md`.
public struct ModelSettings: Hashable, Sendable {
  /// How the sum over models is taken.
  public enum Mode: Hashable, Sendable {
    /// Every subset of groups and every choice of atoms; for tests and up to about 4 groups.
    case exact
    /// The heavy subsets only.
    case fast
    /// The heaviest subsets only, for questions beside the main one; probabilities within about 0.05.
    case rough
  }

  /// How the sum over models is taken.
  public var mode = Mode.fast
  /// The grid of the autocorrelation per 24 h.
  public var phiGrid = [0.0, 0.3, 0.6, 0.85]
  /// The log prior weight of each grid point; `nil` for the Beta(1.3, 1.7) density.
  public var logPhiPrior: [Double]?
  /// The share of the noise that is independent from entry to entry.
  public var nugget = 0.2
  /// The mean of the effect before truncation at zero, in points.
  public var slabMean = 1.0
  /// The standard deviation of the effect before truncation, in points.
  public var slabSD = 1.6
  /// The beta-binomial prior of the number of triggers.
  public var betaBinomial = (a: 1.0, b: 3.0)
  /// The noise level in points, where it is known; `nil` to find it in a first pass.
  public var sigma: Double?

  /// Creates the settings of the model.
  public init() {}

  /// Whether two settings are the same.
  public static func == (left: Self, right: Self) -> Bool {
    left.mode == right.mode && left.phiGrid == right.phiGrid
      && left.logPhiPrior == right.logPhiPrior && left.nugget == right.nugget
      && left.slabMean == right.slabMean && left.slabSD == right.slabSD
      && left.betaBinomial == right.betaBinomial && left.sigma == right.sigma
  }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(mode)
    hasher.combine(phiGrid)
    hasher.combine(nugget)
  }
}

/// What the model says.
public struct Posterior: Sendable {
  /// One retained model's part in the effect of one group.
  public struct EffectComponent: Sendable {
    /// The model's posterior probability.
    public var weight: Double
    /// The atom by which the group enters.
    public var atom: Int
    /// The mean of the coefficient before truncation at zero, in points per standard portion.
    public let mean: Double
    /// Its standard deviation before truncation.
    public let sd: Double
    /// Its mean, given that it is positive.
    let positiveMean: Double

    /// Creates a component.
    public init(weight: Double, atom: Int, mean: Double, sd: Double) {
      positiveMean = truncatedMean(mean, sd)
      self.weight = weight
      self.atom = atom
      self.mean = mean
      self.sd = sd
    }
  }

  /// The posterior inclusion probability of each group.
  public var inclusion: [Double]
  /// The posterior probability of each atom, given that its group is included; sums to 1 a group.
  public var atomProbability: [Double]
  /// The posterior probability of each grid point of the autocorrelation.
  public var phi: [Double]
  /// The mean coefficient of each group, given that it is included, in points.
  public var meanGivenTrigger: [Double]
  /// The log evidence, up to a constant.
  public var logEvidence: Double
  /// The noise standard deviation in points.
  public var sigma: Double
  /// Each group's effect components over the retained models.
  public var effects: [[EffectComponent]]
  /// The joint posterior probability that both groups of a pair are included, row-major.
  public var jointInclusion: [Double]

  /// Creates a posterior.
  public init(
    inclusion: [Double], atomProbability: [Double], phi: [Double], meanGivenTrigger: [Double],
    logEvidence: Double, sigma: Double, effects: [[EffectComponent]], jointInclusion: [Double]
  ) {
    self.inclusion = inclusion
    self.atomProbability = atomProbability
    self.phi = phi
    self.meanGivenTrigger = meanGivenTrigger
    self.logEvidence = logEvidence
    self.sigma = sigma
    self.effects = effects
    self.jointInclusion = jointInclusion
  }
}
