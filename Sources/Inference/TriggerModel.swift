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
    TriggerQuestion(input, settings: settings).posterior()
  }
}

/// A question with its columns worked out, which several outcomes at the same times share.
public struct TriggerQuestion: Sendable {
  private let source: ModelInput
  private let settings: ModelSettings
  private let whole: PreparedInput
  private let prior: InclusionPrior
  /// The columns at each φ; empty where there are too few observations, or too many groups to be
  /// searched together.
  private let columns: [WhitenedColumns]

  /// Works out the columns of a question.
  public init(_ input: ModelInput, settings: ModelSettings = ModelSettings()) {
    source = input
    self.settings = settings
    whole = PreparedInput(input)
    prior = InclusionPrior(
      a: settings.betaBinomial.a, b: settings.betaBinomial.b, groups: whole.sourceGroup.count)
    let isSearchedWhole = whole.sourceGroup.count <= GroupScreening.limit
    columns = whole.count >= 3 && isSearchedWhole ? Self.columns(whole, settings) : []
  }

  private static func columns(
    _ input: PreparedInput, _ settings: ModelSettings
  ) -> [WhitenedColumns] {
    settings.phiGrid.enumerated().map { index, phi in
      WhitenedColumns(
        input, noise: NoiseModel(phi: phi, nugget: settings.nugget),
        logPrior: logPrior(ofPhi: index, settings))
    }
  }

  /// The posterior for the question's own outcome.
  public func posterior() -> Posterior {
    answer(whole, columns, mode: settings.mode).posterior
  }

  /// The posterior for another outcome at the same times.
  public func posterior(_ outcome: [Double], mode: ModelSettings.Mode) -> Posterior {
    if let input = whole.asking(outcome) { return answer(input, columns, mode: mode).posterior }
    var other = source
    other.outcome = outcome
    var settings = settings
    settings.mode = mode
    return TriggerQuestion(other, settings: settings).posterior()
  }

  /// The posterior for the question's own outcome, and what it says of some groups without some of the
  /// observations; `nil` where it says nothing of a group.
  public func posterior(
    omitting omissions: [Omission]
  ) -> (posterior: Posterior, without: [OmissionAnswer?]) {
    let (posterior, found) = answer(whole, columns, mode: settings.mode)
    guard let found, !omissions.isEmpty else { return (posterior, omissions.map { _ in nil }) }
    let sum = OmissionSum(found: found, posterior: posterior, settings: settings)
    return (posterior, sum.answers(omissions))
  }

  /// What a search found, with what it was asked.
  struct Found {
    var input: PreparedInput
    var columns: [WhitenedColumns]
    var systems: [ResidualSystem]
    var terms: ModelTerms
    var prior: InclusionPrior
  }

  private func answer(
    _ whole: PreparedInput, _ columns: [WhitenedColumns], mode: ModelSettings.Mode
  ) -> (posterior: Posterior, found: Found?) {
    var settings = settings
    settings.mode = mode
    let screening = GroupScreening(settings: settings, prior: prior)
    let odds =
      whole.count >= 3 && whole.sourceGroup.count > GroupScreening.limit
      ? screening.logOdds(whole) : []
    let prepared = odds.isEmpty ? whole : whole.selecting(GroupScreening.heaviest(odds))
    let summary = PosteriorSummary(
      source: source, input: prepared, prior: prior, degrees: Double(max(prepared.count - 1, 1)),
      phiCount: settings.phiGrid.count)
    guard prepared.count >= 3, !settings.phiGrid.isEmpty else {
      return (summary.priorAnswer(), nil)
    }
    let columns = odds.isEmpty ? columns : Self.columns(prepared, settings)
    let systems = columns.map { $0.system(prepared.outcome) }
    let sum = PhiSum(settings: settings, input: prepared, prior: prior, systems: systems)
    let terms = sum.terms()
    var answer = summary.posterior(terms)
    let searched = Set(prepared.sourceGroup)
    for (group, odds) in zip(whole.sourceGroup, odds) where !searched.contains(group) {
      answer.setInclusion(of: group, to: 1 / (1 + exp(-odds)))
    }
    let found = Found(
      input: prepared, columns: columns, systems: systems, terms: terms, prior: prior)
    return (answer, found)
  }

  /// The log prior weight of one point of the φ grid: as set, else the Beta(1.3, 1.7) density.
  private static func logPrior(ofPhi index: Int, _ settings: ModelSettings) -> Double {
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
