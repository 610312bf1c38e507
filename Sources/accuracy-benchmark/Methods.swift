// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import FoodKnowledge
internal import Inference
internal import Simulation

/// The methods that are compared.
struct Methods {
  private let analyzer: DiaryAnalyzer

  /// Prepares the methods; the options are those of the project's own.
  init(_ options: AnalysisOptions) {
    analyzer = DiaryAnalyzer(options: options, foods: FoodClassifier(), version: "benchmark")
  }

  /// The names in the order of the table.
  static let names = ["reintro", "naive share", "Spearman", "OLS, BH", "oracle"]

  /// What each method says of one diary.
  func judge(_ simulated: SimulatedDiary, quick: Bool) -> [MethodRun] {
    if quick {
      return [
        timed(Self.names[0]) { analysis(simulated) },
        timed(Self.names[4]) { Oracle.judge(simulated) },
      ]
    }
    let table = DailyTable(simulated)
    return [
      timed(Self.names[0]) { analysis(simulated) },
      timed(Self.names[1]) { NaiveShare.judge(table) },
      timed(Self.names[2]) { BestLagSpearman.judge(table) },
      timed(Self.names[3]) { LeastSquares.judge(table) },
      timed(Self.names[4]) { Oracle.judge(simulated) },
    ]
  }

  private func timed(_ method: String, _ judge: () -> [GroupID: Judgement]) -> MethodRun {
    let clock = ContinuousClock()
    let start = clock.now
    let judgements = judge()
    let parts = (clock.now - start).components
    return MethodRun(
      method: method, judgements: judgements,
      seconds: Double(parts.seconds) + Double(parts.attoseconds) * 1e-18)
  }

  private func analysis(_ simulated: SimulatedDiary) -> [GroupID: Judgement] {
    let results = analyzer.analyze(simulated.diary)
    var judgements: [GroupID: Judgement] = [:]
    for result in results.groups {
      let interval = result.effectIfAny.map { min($0.low, $0.high)...max($0.low, $0.high) }
      judgements[result.group] = Judgement(
        score: result.probability ?? 0.25, likely: result.verdict == .likelyTrigger,
        tolerated: result.verdict == .tolerated, interval: interval)
    }
    return judgements
  }
}

/// A judge who knows the noise, the circumstances' effects, and every group's clock and dose
/// response, and only has to find out which groups are triggers and how strong.
///
/// The exact sum over all subsets with the model's priors, for up to 12 groups.
enum Oracle {
  static func judge(_ simulated: SimulatedDiary) -> [GroupID: Judgement] {
    let process = simulated.process
    let seen = process.moments.indices.filter { process.moments[$0].outcome != nil }
    var nuisance = Matrix(rows: seen.count)
    nuisance.append(column: Array(repeating: 1, count: seen.count))
    var atoms = Matrix(rows: seen.count)
    for rises in process.unitRises { atoms.append(column: seen.map { rises[$0] }) }
    let count = process.unitRises.count
    let input = ModelInput(
      hours: seen.map { process.moments[$0].endHour },
      outcome: seen.map {
        (process.moments[$0].outcome ?? 0) - process.moments[$0].background
      },
      nuisance: nuisance, nuisancePrecision: [25], nuisanceMean: [0], atoms: atoms,
      atomGroup: Array(0..<count), atomLogWeight: Array(repeating: 0, count: count),
      groupCount: count, groupLogOdds: Array(repeating: 0, count: count))
    var settings = ModelSettings()
    settings.phiGrid = [process.persistence]
    settings.sigma = max(0.3, process.noiseSD)
    settings.mode = .exact
    let posterior = TriggerModel(settings: settings).posterior(input)
    var judgements: [GroupID: Judgement] = [:]
    for (truth, probability) in zip(simulated.truths, posterior.inclusion) {
      judgements[truth.group] = Judgement(
        score: probability, likely: probability >= 0.75, tolerated: probability <= 0.1)
    }
    return judgements
  }
}
