// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import Glibc
internal import Inference

/// Chooses the next experiments of a diary; see `docs/experiments.md`.
struct ExperimentPlanner: Sendable {
  /// The most experiments proposed.
  static let most = 3
  /// The least expected gain in bits that is worth a test.
  static let least = 0.02
  /// The probability from which a group that nobody asked about is worth a test.
  static let asked = 0.15
  /// The challenges with an effect after which a likely trigger needs no further one.
  static let enough = 2

  let run: AnalysisRun
  let overall: ModelRun?
  let groups: [GroupResult]
  let separations: [AnalysisResults.Separation]
  private let withheld: Set<GroupID>
  private let open: Set<GroupID>
  private let places: [GroupID: Int]

  init(
    run: AnalysisRun, overall: ModelRun?, groups: [GroupResult],
    separations: [AnalysisResults.Separation]
  ) {
    self.run = run
    self.overall = overall
    self.groups = groups
    self.separations = separations
    withheld = Set(run.safety.filter(\.withholdsRetest).flatMap(\.groups))
    open = Set(groups.filter { $0.verdict != .tolerated }.map(\.group))
    places = Dictionary(
      uniqueKeysWithValues: run.exposures.groups.enumerated().map { ($1.group, $0) })
  }

  /// The experiments, or why there are none.
  func plan() -> ExperimentPlan {
    guard !run.frame.days.isEmpty else { return ExperimentPlan(status: "no-days") }
    let gates = run.safety.filter(\.withholdsRetest)
    if gates.contains(where: \.groups.isEmpty) || !run.exclusions.medical.events.isEmpty {
      return ExperimentPlan(status: "withheld")
    }
    if let wait { return wait }
    let asked = candidates()
    let allowed = asked.filter { !withheld.contains($0.group) && $0.food != nil }
    let status = asked.isEmpty ? "nothing-open" : "withheld"
    guard !allowed.isEmpty else { return ExperimentPlan(status: status) }
    let ranked = ranked(allowed)
    guard !ranked.isEmpty else { return ExperimentPlan() }
    return ExperimentPlan(status: "proposed", proposals: scheduled(ranked))
  }

  // MARK: Where to wait

  /// A plan that says to wait, where the diary ends in days on which no test could be judged.
  private var wait: ExperimentPlan? {
    let next = run.frame.lastDay + 1
    let reason = run.exclusions.reason(next) ?? run.exclusions.reason(run.frame.lastDay)
    let status: String? =
      switch reason {
      case "fast", "refeeding": "wait-fast"
      case "antibiotics", "after antibiotics": "wait-antibiotics"
      case "illness": "wait-illness"
      case "travel": "wait-travel"
      default: nil
      }
    guard let status else { return nil }
    let isKnown = run.exclusions.reason(next) != nil
    let first = isKnown ? (next...next + 500).first { run.exclusions.reason($0) == nil } : nil
    // A fast that ends on the last day leaves its refeeding to the days after it, all of them known.
    guard isKnown || status == "wait-illness" || status == "wait-travel" else { return nil }
    return ExperimentPlan(
      status: status, waitUntil: first.map { CivilDate(dayNumber: $0) })
  }

  /// Whether the model has too few values for any answer.
  private var hasFewValues: Bool {
    run.modelSeries.observations.count < ModelRun.fewestObservations
  }

  // MARK: Candidates

  /// A group that may be tested, and how.
  private struct Candidate {
    var result: GroupResult
    var kind: String
    var reason: String
    var food: ExperimentFood?

    var group: GroupID { result.group }
  }

  private func candidates() -> [Candidate] {
    groups.compactMap { result in
      guard let (kind, reason) = question(result) else { return nil }
      return Candidate(
        result: result, kind: kind, reason: reason,
        food: ExperimentFood.choose(for: result.group, withheld: withheld, open: open))
    }
  }

  /// What to ask about a group, and why; `nil` where its answer is known or hardly matters.
  private func question(_ result: GroupResult) -> (kind: String, reason: String)? {
    guard !ExperimentFood.foods(of: result.group).isEmpty else { return nil }
    if let set = separations.first(where: { $0.groups.contains(result.group) }) {
      guard set.testGroup == result.group, result.verdict != .tolerated else { return nil }
      return ("separate", "not-separable")
    }
    let judged = result.challenges.count { $0.effect != nil }
    switch result.verdict {
    case .tolerated: return nil
    case .likelyTrigger:
      return judged >= Self.enough ? nil : (judged == 0 ? "first-test" : "repeat", "likely-once")
    case .possibleTrigger: return (judged == 0 ? "first-test" : "repeat", "possible")
    case .notTested: return ("first-test", "not-tested")
    case .notClear:
      guard isAskedAbout(result) else { return nil }
      return (kind(ofUnclear: result, judged: judged), "not-clear")
    case .cannotBeJudged:
      if hasFewValues { return ("first-test", "few-values") }
      guard overall != nil, !result.exposures.isEmpty else { return nil }
      let isLeftOut = result.exposures.allSatisfy {
        run.exclusions.leavesModel($0.date.dayNumber)
      }
      if isLeftOut { return ("first-test", "not-tested") }
      let isEatenAlways = (result.reasonCodes ?? []).contains { $0.code == "eaten-always" }
      return isEatenAlways ? ("bring-back", "eaten-daily") : nil
    }
  }

  private func kind(ofUnclear result: GroupResult, judged: Int) -> String {
    let tried = result.exposures.filter(\.certain).map(\.portions).max() ?? 0
    let food = ExperimentFood.choose(for: result.group, withheld: withheld, open: open)
    if tried > 0, tried < (food?.portions.max() ?? 1) - 1e-9 { return "higher-dose" }
    return judged == 0 ? "first-test" : "repeat"
  }

  /// Whether somebody asked about the group, or the diary gives reason to.
  private func isAskedAbout(_ result: GroupResult) -> Bool {
    run.profile.suspects.contains(result.group)
      || run.declared.contains { $0.groups.contains(result.group) }
      || (result.probability ?? 0) >= Self.asked
  }

  // MARK: Gains

  private typealias Ranked = (candidate: Candidate, days: ExperimentProtocol, gain: ExpectedGain)
  private typealias Responses = [GroupID: ExperimentResponse]

  /// The experiments by their expected gain.
  private func ranked(_ candidates: [Candidate]) -> [Experiment] {
    let asked = candidates.map(\.result) + (hasFewValues ? [] : groups.filter(isAtWork))
    let responses = Responses(asked.map { ($0.group, response(to: $0)) }) { first, _ in first }
    guard !hasFewValues else { return baselineWeek(candidates, responses) }
    let noise = noise(responses)
    var covariances: [ExperimentProtocol: [Double]] = [:]
    let all = candidates.compactMap { candidate -> Ranked? in
      guard let food = candidate.food else { return nil }
      let days = ExperimentProtocol(
        group: candidate.group, food: food, isEatenDaily: candidate.kind == "bring-back")
      let covariance = covariances[days] ?? noise.covariance(days)
      covariances[days] = covariance
      guard let response = responses[candidate.group] else { return nil }
      return (candidate, days, gain(response, candidate.group, days, noise, covariance))
    }
    let best = all.filter { $0.gain.bits >= Self.least }.sorted {
      // Gains that differ by rounding only are equal.
      let (first, second) = (($0.gain.bits * 1e6).rounded(), ($1.gain.bits * 1e6).rounded())
      return (second, $0.candidate.group) < (first, $1.candidate.group)
    }
    return best.prefix(Self.most).map(experiment)
  }

  private func experiment(_ ranked: Ranked) -> Experiment {
    let (candidate, days, gain) = ranked
    let food = candidate.food
    return Experiment(
      group: candidate.group, kind: candidate.kind, reason: candidate.reason, food: food?.code,
      foodAlsoHolds: (food?.also ?? []).map(GroupID.init(rawValue:)).sorted(),
      start: CivilDate(dayNumber: run.frame.lastDay + 1), washoutDays: days.washoutDays,
      days: food.map { days.days(of: $0) } ?? [], watchDays: days.watchDays,
      expectedGain: gain.bits, probability: gain.probability,
      probabilityIfPositive: gain.ifPositive, probabilityIfNegative: gain.ifNegative,
      chanceOfPositive: gain.chanceOfPositive)
  }

  /// Where the values are too few for any answer: a week of entries, and what it adds to a test.
  private func baselineWeek(_ candidates: [Candidate], _ responses: Responses) -> [Experiment] {
    var noise = ExperimentNoise.unknown
    func best(_ noise: ExperimentNoise) -> Double {
      candidates.map { candidate in
        guard let food = candidate.food, let response = responses[candidate.group] else { return 0 }
        let days = ExperimentProtocol(group: candidate.group, food: food)
        return gain(response, candidate.group, days, noise, noise.covariance(days)).bits
      }.max() ?? 0
    }
    let before = best(noise)
    let week = Double(ExperimentProtocol.baselineDays)
    // A week's mean: its days are worth fewer, as they resemble each other.
    let worth = max(week * (1 - noise.phi) / (1 + noise.phi), 1)
    noise.level = 1 / (1 / noise.level + worth)
    return [
      Experiment(
        group: nil, kind: "baseline-week", reason: "few-values",
        start: CivilDate(dayNumber: run.frame.lastDay + 1), washoutDays: 0, days: [],
        watchDays: ExperimentProtocol.baselineDays, expectedGain: max(best(noise) - before, 0))
    ]
  }

  /// One after the other, each with its own washout.
  private func scheduled(_ experiments: [Experiment]) -> [Experiment] {
    var next = run.frame.lastDay + 1
    return experiments.map { experiment in
      var placed = experiment
      placed.start = CivilDate(dayNumber: next)
      next += experiment.length
      return placed
    }
  }

  private func gain(
    _ response: ExperimentResponse, _ group: GroupID, _ days: ExperimentProtocol,
    _ noise: ExperimentNoise, _ covariance: [Double]
  ) -> ExpectedGain {
    let count = days.portions.count + days.watchDays
    let doses = days.portions.enumerated().map { (day: $0.offset, portions: $0.element) }
    let columns = ExperimentSignal.columns(doses, count: count)
    var shifts: [ExpectedGain.Shift] = []
    for (atom, weight) in response.weights.enumerated() where weight > 1e-4 {
      let best = ExperimentSignal.size(columns[atom], covariance: covariance) / noise.sd
      let size = ExperimentSignal.look * best
      for effect in response.effects(atom) {
        shifts.append(.init(size: size * effect, weight: weight))
      }
    }
    return ExpectedGain(probability: probability(of: group), shifts: shifts)
  }

  /// The probability of a trigger now, as the results state it; the prior where none is stated.
  private func probability(of group: GroupID) -> Double {
    if let place = places[group], let summary = overall?.groups[place] {
      return summary.probability
    }
    let asked = run.exposures.groups.map(\.group) + [group]
    var offset =
      run.options.prior == .literature ? LiteraturePrior.logOdds(of: asked).last ?? 0 : 0
    offset += run.options.learned?.logOdds[group] ?? 0
    let usual = LiteraturePrior.usualRate
    return Recalibration.standard(1 / (1 + exp(-(log(usual / (1 - usual)) + offset))))
  }

  // MARK: Effects

  func response(to result: GroupResult) -> ExperimentResponse {
    let kernels = AtomBuilder.kernelWeights(of: result.group, prior: run.options.prior)
    guard let place = places[result.group], let summary = overall?.groups[place] else {
      return ExperimentResponse(kernels: kernels, effect: nil, exposure: nil, days: run.frame.days)
    }
    return ExperimentResponse(
      kernels: summary.kernels.isEmpty ? kernels : summary.kernels,
      effect: result.effectIfAny ?? AnalysisRun.effectIfAny(summary),
      exposure: run.exposures.groups[place], days: run.frame.days)
  }

  /// How little is known of the level without a group, since it is not known what the group brings: the
  /// variance of its effect, zero included, on the mean day.
  private static func unsureLevel(
    _ brought: [Double], _ probability: Double, _ effect: GroupResult.Interval
  ) -> Double {
    guard effect.mean > 1e-6, !brought.isEmpty else { return 0 }
    let usual = brought.reduce(0, +) / Double(brought.count) / effect.mean
    let sd = (effect.high - effect.low) / (2 * 1.644_854)
    let square = probability * (effect.mean * effect.mean + sd * sd)
    let mean = probability * effect.mean
    return usual * usual * max(square - mean * mean, 0)
  }

  /// Whether a group may have brought some of the daily values.
  private func isAtWork(_ result: GroupResult) -> Bool {
    (result.probability ?? 0) > 0.05 && result.effectIfAny != nil
  }

  /// The noise of the daily values, less what the likely triggers brought.
  private func noise(_ responses: Responses) -> ExperimentNoise {
    let days = run.modelSeries.daily.keys.sorted()
    var values = days.map { (day: $0, value: run.modelSeries.daily[$0] ?? 0) }
    var unsure = 0.0
    for result in groups where isAtWork(result) {
      guard let probability = result.probability, let effect = result.effectIfAny,
        let response = responses[result.group]
      else { continue }
      let brought = response.expected(effect: effect.mean)
      unsure += Self.unsureLevel(brought, probability, effect)
      for place in values.indices {
        let day = values[place].day - run.frame.firstDay
        if brought.indices.contains(day) { values[place].value -= probability * brought[day] }
      }
    }
    var noise = ExperimentNoise(values: values)
    noise.level += unsure / (noise.sd * noise.sd)
    if run.declared.contains(where: { $0.name == "challenge" }) {
      let known = Double(run.challenges.reduce(0) { $0 + $1.count })
      noise.expectation = 1 / (1 / ExperimentNoise.expectationVariance + known)
    }
    return noise
  }
}
