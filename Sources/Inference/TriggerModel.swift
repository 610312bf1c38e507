// SPDX-License-Identifier: Apache-2.0

internal import Glibc
internal import Statistics

/// Averages over trigger subsets, lag kernels, dose shapes and noise.
public struct TriggerModel: Sendable {
  /// The constants.
  public var settings: ModelSettings

  /// Creates a model with these constants.
  public init(settings: ModelSettings = ModelSettings()) {
    self.settings = settings
  }

  /// The most models that `.exact` visits at one φ; a larger question is summed as by `.fast`.
  static let exactLimit = 1e6

  /// The posterior for one diary; with fewer than 3 observations, the prior.
  ///
  /// Observations with a time or outcome that is not finite are left out. All numbers of the
  /// answer are finite.
  public func posterior(_ input: ModelInput) -> Posterior {
    let whole = PreparedInput(input)
    let prior = InclusionPrior(
      a: settings.betaBinomial.a, b: settings.betaBinomial.b, groups: whole.sourceGroup.count)
    let screening = GroupScreening(settings: settings, prior: prior)
    let odds =
      whole.count >= 3 && whole.sourceGroup.count > GroupScreening.limit
      ? screening.logOdds(whole) : []
    let prepared = odds.isEmpty ? whole : whole.selecting(GroupScreening.heaviest(odds))
    let summary = PosteriorSummary(
      source: input, input: prepared, prior: prior, degrees: Double(max(prepared.count - 1, 1)),
      phiCount: settings.phiGrid.count)
    guard prepared.count >= 3, !settings.phiGrid.isEmpty else { return summary.priorAnswer() }
    let systems = settings.phiGrid.enumerated().map { index, phi in
      ResidualSystem(
        prepared, noise: NoiseModel(phi: phi, nugget: settings.nugget),
        logPrior: logPrior(ofPhi: index))
    }
    let sum = PhiSum(
      settings: settings, input: prepared, prior: prior, systems: systems)
    var answer = summary.posterior(sum.terms())
    let searched = Set(prepared.sourceGroup)
    for (group, odds) in zip(whole.sourceGroup, odds) where !searched.contains(group) {
      answer.setInclusion(of: group, to: 1 / (1 + exp(-odds)))
    }
    return answer
  }

  /// The log prior weight of one point of the φ grid: as set, else the Beta(1.3, 1.7) density.
  private func logPrior(ofPhi index: Int) -> Double {
    if let given = settings.logPhiPrior, index < given.count { return given[index] }
    let x = min(max(settings.phiGrid[index], 0.03), 0.97)
    return 0.3 * log(x) + 0.7 * log(1 - x) - logBeta(1.3, 1.7)
  }
}

extension Posterior {
  /// Sets the inclusion of a group that is independent of all others.
  fileprivate mutating func setInclusion(of group: Int, to probability: Double) {
    let all = inclusion.count
    inclusion[group] = probability
    for other in 0..<all {
      let joint = other == group ? probability : probability * inclusion[other]
      jointInclusion[group * all + other] = joint
      jointInclusion[other * all + group] = joint
    }
  }
}
