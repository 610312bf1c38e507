// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import Inference

/// What the model says about one outcome, in the terms of the results.
struct ModelRun: Sendable {
  /// The fewest observations for which the model is asked.
  static let fewestObservations = 10

  /// Groups of `GroupSummary`, in the order of the exposures given.
  let groups: [GroupSummary]
  /// The posterior probability that both groups of a pair are included, row-major.
  let joint: [Double]
  /// What the model says of groups without their omitted observations, by the group's place.
  let without: [Int: GroupSummary]

  /// What the model says about one group.
  struct GroupSummary: Sendable {
    /// The posterior inclusion probability as the model gives it.
    var inclusion: Double
    /// The probabilities of the kernels, given that the group is a trigger.
    var kernels: [Double]
    /// The effect in points, given that the group is a trigger; `nil` where no model holds it.
    var effect: EffectDistribution?
    /// Whether any observation tells about the group.
    var hasAtoms: Bool
    /// How far the inclusion probability can be trusted.
    var recalibration = Recalibration.standard
    /// How many values this is without.
    var valuesLeftOut = 0

    /// The recalibrated probability.
    var probability: Double { recalibration(inclusion) }
  }

  /// Whether there are values enough for an answer, and not all the same.
  static func canAnswer(_ series: OutcomeSeries) -> Bool {
    series.observations.count >= fewestObservations && !series.isConstant
  }

  /// Asks the model; `nil` where there are too few observations or they are all the same.
  ///
  /// - Parameters:
  ///   - series: The outcome.
  ///   - columns: What explains it.
  ///   - omissions: Observations that groups are also asked about without; for the outcome that the
  ///     columns were worked out for.
  ///   - isSecondary: Whether a rough answer is enough.
  init?(
    series: OutcomeSeries, columns: ModelColumns, omitting omissions: [Omission] = [],
    isSecondary: Bool = false
  ) {
    let groupCount = columns.atoms.count
    guard Self.canAnswer(series), groupCount > 0 else { return nil }
    var without: [OmissionAnswer?] = []
    let posterior: Posterior
    if omissions.isEmpty {
      posterior = columns.question.posterior(
        series.observations.map(\.value), mode: isSecondary ? .rough : .fast)
    } else {
      (posterior, without) = columns.question.posterior(omitting: omissions)
    }
    guard posterior.inclusion.count == groupCount,
      posterior.inclusion.allSatisfy({ $0.isFinite })
    else { return nil }
    let floor = Self.floorShare(series.observations)
    let misfits = Self.misfits(series.observations, episodes: columns.episodes)
    var offset = 0
    groups = (0..<groupCount).map { group in
      let atoms = columns.atoms[group].columns
      var summary = Self.summary(
        posterior, group: group, columns: atoms, firstAtom: offset, peaks: columns.peaks,
        misfit: misfits[group])
      summary.recalibration = Recalibration(
        sigma: posterior.sigma, floorShare: floor,
        relevance: summary.effect?.probability(atLeast: 1) ?? Recalibration.usualRelevance)
      offset += atoms.count
      return summary
    }
    self.without = Self.without(
      zip(omissions, without), series.observations, columns.peaks, misfits)
    joint =
      posterior.jointInclusion.count == groupCount * groupCount ? posterior.jointInclusion : []
  }

  /// What the model says of groups without some observations.
  private static func without(
    _ answers: Zip2Sequence<[Omission], [OmissionAnswer?]>, _ observations: [Observation],
    _ peaks: [Double], _ misfits: [EffectDistribution.Misfit]
  ) -> [Int: GroupSummary] {
    var summaries: [Int: GroupSummary] = [:]
    for (omission, answer) in answers {
      guard let answer, misfits.indices.contains(omission.group) else { continue }
      let effect = EffectDistribution(
        answer.effects, exposure: peaks, misfit: misfits[omission.group])
      summaries[omission.group] = GroupSummary(
        inclusion: answer.inclusion, kernels: [], effect: effect, hasAtoms: true,
        recalibration: Recalibration(
          sigma: answer.sigma, floorShare: floorShare(observations, without: omission.rows),
          relevance: effect.probability(atLeast: 1)),
        valuesLeftOut: omission.rows.count)
    }
    return summaries
  }

  /// The share of the values at the lower end of the scale, without those of some rows.
  private static func floorShare(_ observations: [Observation], without rows: [Int] = []) -> Double
  {
    let zeros = observations.count { $0.value <= 0 } - rows.count { observations[$0].value <= 0 }
    return Double(zeros) / Double(max(observations.count - rows.count, 1))
  }

  /// How far effects may be off, by group: by more below where severities stand at the lower end of the
  /// scale, which a response must first leave; by more above where days are missing, which are more often
  /// bad ones, where exposures stack over many episodes, and where entries are of hours, not days.
  private static func misfits(
    _ observations: [Observation], episodes: [Int]
  ) -> [EffectDistribution.Misfit] {
    guard let first = observations.first, let last = observations.last else {
      return episodes.map { _ in .standard }
    }
    let days = Double(max(last.day - first.day + 1, 1))
    let seen = Double(Set(observations.map(\.day)).count)
    let floor = floorShare(observations)
    let stamped = Double(observations.count { !$0.daily }) / Double(observations.count)
    return episodes.map { episodes in
      var misfit = EffectDistribution.Misfit.standard
      misfit.below += 0.5 * floor
      misfit.above += 0.6 * max(0, 1 - seen / days) + 0.3 * stamped + 0.3 * floor
      misfit.above += 0.025 * Double(min(max(episodes - 1, 0), 9))
      return misfit
    }
  }

  private static func summary(
    _ posterior: Posterior, group: Int, columns: [AtomSet.Column], firstAtom: Int, peaks: [Double],
    misfit: EffectDistribution.Misfit
  ) -> GroupSummary {
    var kernels = [Double](repeating: 0, count: ResponseKernel.all.count)
    for (place, column) in columns.enumerated() {
      let atom = firstAtom + place
      guard posterior.atomProbability.indices.contains(atom), column.weight > 0 else { continue }
      for kernel in kernels.indices {
        kernels[kernel] +=
          posterior.atomProbability[atom] * column.kernelWeights[kernel] / column.weight
      }
    }
    let total = kernels.reduce(0, +)
    let isHeld = posterior.effects.indices.contains(group) && !posterior.effects[group].isEmpty
    return GroupSummary(
      inclusion: min(max(posterior.inclusion[group], 0), 1),
      kernels: total > 0 ? kernels.map { $0 / total } : [],
      effect: isHeld
        ? posterior.effect(of: group, exposure: peaks, misfit: misfit) : nil,
      hasAtoms: !columns.isEmpty)
  }
}

extension Array {
  /// The first index from which on `isBeyond` holds, where it holds for none before.
  func partitioningIndex(where isBeyond: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
