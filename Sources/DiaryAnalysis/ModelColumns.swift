// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import Glibc
internal import Inference

/// What explains outcomes at the same times, worked out once for all of them.
struct ModelColumns: Sendable {
  /// The exposure columns, by group.
  let atoms: [AtomSet]
  /// The model's question about the first of the outcomes.
  let question: TriggerQuestion
  /// For each column, the mean over the exposure episodes of its largest value.
  let peaks: [Double]
  /// The number of exposure episodes, by group.
  let episodes: [Int]
  private let times: [Observation]

  /// Works out the columns for a series.
  init(
    series: OutcomeSeries, exposures: [GroupExposure], nuisance: NuisanceBuilder.Columns,
    atoms: [AtomSet], axis: TimeAxis, options: AnalysisOptions
  ) {
    self.atoms = atoms
    times = series.observations
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
    if !options.ingredients.contains(.autocorrelation) { settings.phiGrid = [0] }
    question = TriggerQuestion(input, settings: settings)
    let found = exposures.map { Episode.all($0.episodeDays) }
    episodes = found.map(\.count)
    peaks = zip(found, atoms).flatMap { episodes, set in
      Self.episodePeaks(episodes, set.columns, series.observations, axis)
    }
  }

  /// Whether they are those of a series too: whether its values stand for the same times.
  func stand(for series: OutcomeSeries) -> Bool {
    times.count == series.observations.count
      && zip(times, series.observations).allSatisfy {
        $0.begin == $1.begin && $0.end == $1.end && $0.hour == $1.hour && $0.daily == $1.daily
          && $0.day == $1.day
      }
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

  /// For each column, the mean over the exposure episodes of its largest value from the episode's
  /// start to three days after its end.
  private static func episodePeaks(
    _ episodes: [Episode], _ columns: [AtomSet.Column], _ observations: [Observation],
    _ axis: TimeAxis
  ) -> [Double] {
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
}
