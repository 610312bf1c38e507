// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import Glibc
internal import Inference

/// What the model says about one outcome, in the terms of the results.
struct ModelRun: Sendable {
  /// The fewest observations for which the model is asked.
  static let fewestObservations = 10

  /// Groups of `GroupSummary`, in the order of the exposures given.
  let groups: [GroupSummary]
  /// The posterior probability that both groups of a pair are included, row-major.
  let joint: [Double]

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

    /// The recalibrated probability.
    var probability: Double { recalibration(inclusion) }
  }

  /// Asks the model; `nil` where there are too few observations or they are all the same.
  init?(
    series: OutcomeSeries, exposures: [GroupExposure], nuisance: NuisanceBuilder.Columns,
    atoms: [AtomSet], axis: TimeAxis, options: AnalysisOptions = AnalysisOptions(),
    isSecondary: Bool = false
  ) {
    guard series.observations.count >= Self.fewestObservations, !series.isConstant,
      !exposures.isEmpty
    else { return nil }
    var input = Self.input(series: series, nuisance: nuisance, atoms: atoms)
    if options.prior == .literature {
      input.groupLogOdds = LiteraturePrior.logOdds(of: exposures.map(\.group))
    }
    if let learned = options.learned {
      for (index, exposure) in exposures.enumerated() {
        input.groupLogOdds[index] += learned.logOdds[exposure.group] ?? 0
      }
    }
    var settings = ModelSettings()
    if isSecondary { settings.mode = .rough }
    if !options.ingredients.contains(.autocorrelation) { settings.phiGrid = [0] }
    let posterior = TriggerModel(settings: settings).posterior(input)
    guard posterior.inclusion.count == exposures.count,
      posterior.inclusion.allSatisfy({ $0.isFinite })
    else { return nil }
    let floor = Self.floorShare(series.observations)
    var offset = 0
    groups = exposures.indices.map { group in
      let columns = atoms[group].columns
      let peaks = Self.episodePeaks(exposures[group], columns, series.observations, axis)
      var summary = Self.summary(
        posterior, group: group, columns: columns, firstAtom: offset, peaks: peaks,
        misfit: Self.misfit(
          series.observations, episodes: Episode.all(exposures[group].episodeDays).count))
      summary.recalibration = Recalibration(
        sigma: posterior.sigma, floorShare: floor,
        relevance: summary.effect?.probability(atLeast: 1) ?? Recalibration.usualRelevance)
      offset += columns.count
      return summary
    }
    joint =
      posterior.jointInclusion.count == exposures.count * exposures.count
      ? posterior.jointInclusion : []
  }

  private static func input(
    series: OutcomeSeries, nuisance: NuisanceBuilder.Columns, atoms: [AtomSet]
  ) -> ModelInput {
    var matrix = Matrix(rows: series.observations.count)
    var groupOf: [Int] = []
    var weights: [Double] = []
    for (group, set) in atoms.enumerated() {
      let total = set.columns.reduce(0) { $0 + $1.weight }
      for column in set.columns {
        matrix.append(column: column.values)
        groupOf.append(group)
        weights.append(log(column.weight / total))
      }
    }
    return ModelInput(
      hours: series.observations.map(\.hour), outcome: series.observations.map(\.value),
      nuisance: nuisance.matrix, nuisancePrecision: nuisance.precision,
      nuisanceMean: nuisance.mean, atoms: matrix, atomGroup: groupOf, atomLogWeight: weights,
      groupCount: atoms.count, groupLogOdds: [Double](repeating: 0, count: atoms.count))
  }

  /// The share of the values at the lower end of the scale.
  private static func floorShare(_ observations: [Observation]) -> Double {
    Double(observations.count { $0.value <= 0 }) / Double(max(observations.count, 1))
  }

  /// How far effects may be off: by more below where severities stand at the lower end of the scale,
  /// which a response must first leave; by more above where days are missing, which are more often
  /// bad ones, where exposures stack over many episodes, and where entries are of hours, not days.
  private static func misfit(
    _ observations: [Observation], episodes: Int
  ) -> EffectDistribution.Misfit {
    var misfit = EffectDistribution.Misfit.standard
    guard let first = observations.first, let last = observations.last else { return misfit }
    let days = Double(max(last.day - first.day + 1, 1))
    let seen = Double(Set(observations.map(\.day)).count)
    let floor = floorShare(observations)
    let stamped = Double(observations.count { !$0.daily }) / Double(observations.count)
    misfit.below += 0.4 * floor
    misfit.above += 0.6 * max(0, 1 - seen / days) + 0.3 * stamped + 0.2 * floor
    misfit.above += 0.02 * Double(min(max(episodes - 1, 0), 9))
    return misfit
  }

  /// For each column, the mean over the exposure episodes of its largest value from the episode's
  /// start to three days after its end.
  static func episodePeaks(
    _ exposure: GroupExposure, _ columns: [AtomSet.Column], _ observations: [Observation],
    _ axis: TimeAxis
  ) -> [Double] {
    let episodes = Episode.all(exposure.episodeDays)
    let inside = episodes.map { episode in
      let begin = axis.begin(of: episode.first)
      let end = axis.end(of: episode.last) + 72
      // Hours increase, and an observation never describes time after its hour.
      let first = observations.partitioningIndex { $0.hour > begin }
      return first..<max(first, observations.partitioningIndex { $0.hour > end })
    }.filter { !$0.isEmpty }
    return columns.map { column in
      let peaks = inside.compactMap { column.values[$0].max() }
      return peaks.isEmpty ? 0 : peaks.reduce(0, +) / Double(peaks.count)
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
    let exposure = [Double](repeating: 0, count: firstAtom) + peaks
    return GroupSummary(
      inclusion: min(max(posterior.inclusion[group], 0), 1),
      kernels: total > 0 ? kernels.map { $0 / total } : [],
      effect: isHeld
        ? posterior.effect(of: group, exposure: exposure, misfit: misfit) : nil,
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
