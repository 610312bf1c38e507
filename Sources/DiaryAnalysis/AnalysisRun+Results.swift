// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

extension AnalysisRun {
  /// All results of the diary.
  func results(version: String) -> AnalysisResults {
    let answers = modelAnswers()
    let overall = answers.overall
    let separations = separations(overall)
    let groups = groupResults(answers, separations: separations)
    var results = AnalysisResults(
      participant: frame.diary.participant ?? firstInputName,
      period: period, outcome: outcome, groups: groups,
      notSeparable: separations.map(\.groups), separations: separations, safety: safety,
      warnings: warnings() + confoundedWarnings(groups), timeline: timeline,
      unknownFoods: unknownFoodCounts,
      provenance: .init(inputs: frame.diary.inputs, version: version, settings: settings),
      experiments: ExperimentPlanner(
        run: self, overall: overall, groups: groups, separations: separations
      ).plan())
    results.helpfulFactors = HelpfulFactors(
      frame: frame, outcome: daily, confounders: confounders
    ).differences()
    results.dataQuality = DataQualityReview(
      frame: frame, symptoms: symptoms, exposures: exposures, daily: series.daily,
      challenges: challenges.flatMap(\.self)
    ).quality(values: modelSeries.observations.count)
    results.beliefs = beliefs(results.groups)
    results.ownGroups = ownGroups.isEmpty ? nil : ownGroups
    return results
  }

  /// The first input's name; of a file in an archive the archive's.
  private var firstInputName: String {
    // A clinical record beside the diary is not what the diary is called.
    let inputs = frame.diary.inputs
    let name = (inputs.first { $0.format != "clinical-record" } ?? inputs.first)?.name ?? ""
    return name.split(separator: "/").first.map(String.init) ?? name
  }

  private var period: AnalysisResults.Period {
    .init(
      start: CivilDate(dayNumber: frame.firstDay),
      end: CivilDate(dayNumber: max(frame.firstDay, frame.lastDay)), days: frame.days.count,
      loggedDays: frame.logged.count { $0 })
  }

  private var outcome: AnalysisResults.Outcome {
    let values = series.daily.keys.sorted().compactMap { series.daily[$0] }
    let names = outcomeNames
    return .init(
      name: names.count == 1 ? names[0] : "overall", scale: [0, 10], symptoms: names,
      dailyMean: ChallengeStatistics.mean(values),
      autocorrelation: DailyOutcome.autocorrelation(series.daily), absence: absence.rawValue,
      baselineBand: band.map { [$0.low, $0.high] }, baselineMedian: band?.median,
      aggregate: aggregate.rawValue, scales: OwnScales.find(frame, names))
  }

  /// The symptoms in the overall outcome.
  var outcomeNames: [String] {
    symptoms.names.enumerated().filter { !constantSymptoms.contains($0.offset) }.map(\.element)
  }

  private func separations(_ overall: ModelRun?) -> [AnalysisResults.Separation] {
    guard let overall else { return [] }
    let days = frame.days.filter { frame.hasFood($0) || series.daily[$0] != nil }
    let diary = diaryEvidence
    let isJudged = exposures.groups.indices.map { place in
      let evidence = plainEvidence(exposures.groups[place].group)
      return VerdictRules(diary: diary, group: evidence).rulingWithoutModel() == nil
    }
    return Separability(
      exposures: exposures.groups, foodDays: days, run: overall, isJudged: isJudged
    ).sets()
  }

  private var timeline: Timeline {
    var bySymptom: [Int: [String: Double]] = [:]
    for record in symptoms.records where record.symptom != SymptomRecord.everySymptom {
      let name = symptoms.names[record.symptom]
      let known = bySymptom[record.day]?[name] ?? 0
      bySymptom[record.day, default: [:]][name] = max(known, record.value)
    }
    let days = frame.days.map { day in
      Timeline.Day(
        date: CivilDate(dayNumber: day), logged: frame.isLogged(day), outcome: series.daily[day],
        symptoms: bySymptom[day] ?? [:], confounders: confounders.names(on: day),
        excluded: exclusions.reason(day))
    }
    return Timeline(days: days, phases: phaseInference.shown)
  }

  private var unknownFoodCounts: [AnalysisResults.FoodCount] {
    var counts: [String: Int] = [:]
    for name in exposures.unknown.values { counts[name, default: 0] += 1 }
    return counts.map { AnalysisResults.FoodCount(name: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  private var settings: [String: String] {
    let minutes = min(max(options.dayStartMinutes, 0), 1439)
    var settings = [
      "day-starts": padded(minutes / 60) + ":" + padded(minutes % 60),
      "prior": options.prior.rawValue,
      "symptoms-absent": options.absence.map(\.rawValue) ?? "from the diary",
    ]
    if !options.protocolPhases.isEmpty {
      settings["protocol-phases"] = String(options.protocolPhases.count)
    }
    if options.isRandomised { settings["protocol-order"] = "randomised" }
    if !options.groupsLeftOut.isEmpty {
      settings["groups-left-out"] = options.groupsLeftOut.sorted().map(\.rawValue)
        .joined(separator: " ")
    }
    return settings.merging(options.readingSettings) { own, _ in own }
  }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
