// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import Inference

extension AnalysisRun {
  /// The results of all groups, given the model's answers.
  func groupResults(
    _ answers: ModelAnswers, separations: [AnalysisResults.Separation]
  ) -> [GroupResult] {
    let overall = answers.overall
    var diary = diaryEvidence
    diary.candidates =
      overall?.groups.count { $0.probability >= VerdictRules.likelyBesideAnother } ?? 0
    let places = Dictionary(
      uniqueKeysWithValues: exposures.groups.enumerated().map { ($0.element.group, $0.offset) })
    let statistics = challengeStatistics
    return groupIDs.map { group in
      let place = places[group]
      let separation = separations.first { $0.groups.contains(group) }
      var evidence = evidence(
        group, place, overall: overall, statistics: statistics, separation: separation)
      if let comparison = evidence.withoutConfounded, let place {
        evidence.withoutConfounded = Self.compared(
          comparison, evidence, diary, summary: overall?.without[place])
      }
      return result(
        evidence, VerdictRules(diary: diary, group: evidence).ruling(), separation,
        place.map { place in answers.symptoms.map { ($0.name, $0.run.groups[place]) } } ?? [])
    }
  }

  /// What holds for all groups.
  var diaryEvidence: DiaryEvidence {
    let foodDays = frame.foodLogged.count { $0 }
    return DiaryEvidence(
      observations: modelSeries.observations.count, hasSymptoms: !symptoms.records.isEmpty,
      isConstant: modelSeries.isConstant, symptomsVary: symptomsVary,
      isAllZero: isWithoutSymptoms,
      unknownShare: foodDays == 0
        ? 0 : min(1, Double(exposures.unknownDays.count) / Double(foodDays)),
      event: isBeforeEvent ? exclusions.medical.events.first?.name : nil)
  }

  /// Whether there are values that can be compared, and all are zero.
  var isWithoutSymptoms: Bool {
    let values = modelSeries.observations
    return !values.isEmpty && values.allSatisfy { $0.value == 0 }
  }

  /// Whether what is left out lies after a medical event, not before it.
  private var isBeforeEvent: Bool {
    exclusions.medical.kept.map { $0.lowerBound <= frame.firstDay } ?? true
  }

  /// Whether any symptom has more than one value, whatever the worst of them does.
  private var symptomsVary: Bool {
    var first: [Int: Double] = [:]
    if symptoms.records.contains(where: { $0.symptom == SymptomRecord.everySymptom }),
      symptoms.records.contains(where: { $0.value > 0 })
    {
      return true
    }
    return symptoms.records.contains { record in
      guard let known = first[record.symptom] else {
        first[record.symptom] = record.value
        return false
      }
      return known != record.value
    }
  }

  private func evidence(
    _ group: GroupID, _ place: Int?, overall: ModelRun?, statistics: ChallengeStatistics,
    separation: AnalysisResults.Separation?
  ) -> GroupEvidence {
    var evidence = plainEvidence(group)
    evidence.adequateEpisodes = adequateEpisodes(evidence.exposure)
    let spans = place.map { challenges[$0] } ?? []
    let clean = statistics.cleanDays(evidence.exposure)
    let judged = statistics.results(of: spans, exposure: evidence.exposure, clean: clean)
    evidence.summary = place.flatMap { overall?.groups[$0] }
    evidence.challenges = judged.map(\.result)
    evidence.falseAlarms = statistics.falseAlarms(spans, judged, clean: clean)
    evidence.withoutConfounded = statistics.withoutConfounded(judged)
    guard let separation else { return evidence }
    evidence.inseparableFrom = separation.groups.filter { $0 != group }
    evidence.setProbability = separation.probability
    evidence.isSetOnlyPossible = separation.groups.allSatisfy {
      exposures.exposure(to: $0, axis: frame.axis).certainDays.isEmpty
    }
    return evidence
  }

  /// What can be said of a group before its challenges are compared, its episodes counted and the model
  /// is asked.
  func plainEvidence(_ group: GroupID) -> GroupEvidence {
    let exposure = exposures.exposure(to: group, axis: frame.axis)
    return GroupEvidence(
      exposure: exposure, challenges: [],
      eliminatedFrom: phases.filter { $0.name == "elimination" && $0.groups.contains(group) }
        .map(\.first).min(),
      inseparableFrom: [],
      excludedExposureDays: exposure.days.count { exclusions.leavesModel($0.day) },
      adequateEpisodes: 0, isConstant: isConstant(exposure),
      namedBy: safety.first { $0.named?.contains(group) == true }?.gate)
  }

  /// Episodes of at least one portion with two or more values in the 72 hours after their days.
  private func adequateEpisodes(_ exposure: GroupExposure) -> Int {
    let certain = exposure.days.filter(\.certain)
    return Episode.all(certain.map(\.day)).count { episode in
      let portions = certain.filter { $0.day >= episode.first && $0.day <= episode.last }
        .map(\.portions)
      let begin = frame.axis.begin(of: episode.first)
      let end = frame.axis.end(of: episode.last) + 72
      let values = modelSeries.observations.count { $0.end > begin && $0.hour <= end }
      return (portions.max() ?? 0) >= 0.999 && values >= 2
    }
  }

  /// Whether the group was surely eaten on nearly every day with foods, in amounts that hardly differ.
  private func isConstant(_ exposure: GroupExposure) -> Bool {
    let foodDays = frame.foodLogged.count { $0 }
    let days = exposure.days.filter { $0.certain && frame.hasFood($0.day) }
    guard foodDays >= 5, Double(days.count) >= 0.95 * Double(foodDays) else { return false }
    let (mean, sd) = ConfounderTable.meanAndDeviation(days.map(\.portions))
    return mean > 0 && sd < 0.25 * mean
  }

  private func result(
    _ evidence: GroupEvidence, _ ruling: VerdictRules.Ruling,
    _ separation: AnalysisResults.Separation?,
    _ symptomSummaries: [(String, ModelRun.GroupSummary)]
  ) -> GroupResult {
    let group = evidence.exposure.group
    let isJudged = ruling.verdict != .cannotBeJudged && evidence.wasTested
    let summary = isJudged ? evidence.summary : nil
    let doses = band.map {
      DoseSummary(
        exposure: evidence.exposure, outcome: daily, band: $0, isBaselineDiet: phases.isBaseline)
    }
    let dose = doses?.dose(ruling.verdict, challenges: evidence.challenges)
    let ifAny = summary.flatMap(Self.effectIfAny)
    let step = NextStep.step(
      ruling.verdict, evidence: evidence, dose: dose, separation: separation,
      withheld: isWithheld(group, separation))
    let tellsHours = PeakTime.tellsHours(modelSeries.observations, evidence.exposure.meals)
    var found = GroupResult(
      group: group, verdict: ruling.verdict, probability: summary?.probability,
      effect: summary.flatMap { Self.effect($0, ifAny) }, effectIfAny: ifAny,
      peakHours: summary.flatMap { tellsHours ? PeakTime.hours($0.kernels) : nil },
      timing: summary.map(Self.timing) ?? [], dose: isJudged ? dose : nil,
      exposedDays: evidence.exposure.certainDays.count,
      falseAlarmRate: evidence.falseAlarms?.rate, falseAlarmWindows: evidence.falseAlarms?.windows,
      challenges: evidence.challenges, reasons: ruling.reasons.map(\.text),
      nextStep: step.text, exposures: days(evidence.exposure),
      symptoms: isJudged
        ? symptomSummaries.map { name, summary in
          .init(
            symptom: name, probability: summary.probability,
            // A single symptom is the overall outcome.
            effectIfAny: symptoms.names.count == 1 ? ifAny : Self.effectIfAny(summary))
        } : [])
    if !tellsHours { found.peakDays = summary.flatMap { PeakTime.days($0.kernels) } }
    var answer = detailed(found, doses: doses, evidence: evidence)
    answer.reasonCodes = ruling.reasons.map(\.statement)
    answer.nextStepCode = step.statement
    return answer
  }

  private func isWithheld(_ group: GroupID, _ separation: AnalysisResults.Separation?) -> Bool {
    safety.contains { gate in
      gate.withholdsRetest
        && (gate.groups.isEmpty || gate.groups.contains(group)
          || separation.map { brings(gate.groups, in: $0.testGroup) } ?? false)
    }
  }

  /// Whether the food that would test a group holds any of some groups.
  private func brings(_ groups: [GroupID], in test: GroupID) -> Bool {
    groups.contains(test)
      || SeparatingFood.foods.contains { food in
        food.group == test.rawValue && groups.contains { food.also.contains($0.rawValue) }
      }
  }

  private func days(_ exposure: GroupExposure) -> [GroupResult.Exposure] {
    exposure.days.map { day in
      .init(
        date: CivilDate(dayNumber: day.day), portions: day.portions, certain: day.certain,
        foods: day.foods, entries: day.entries.map { frame.reference($0) })
    }
  }

  private static func timing(_ summary: ModelRun.GroupSummary) -> [GroupResult.TimingProbability] {
    zip(ResponseKernel.all, summary.kernels).map {
      .init(meanHours: $0.mean, probability: min(max($1, 0), 1))
    }
  }

  /// The effect given that there is one: mean of the mixture, and its widened 90 % interval.
  static func effectIfAny(_ summary: ModelRun.GroupSummary) -> GroupResult.Interval? {
    summary.effect.flatMap(interval)
  }

  /// The mean of a mixture and its widened 90 % interval.
  static func interval(_ effect: EffectDistribution) -> GroupResult.Interval? {
    let (low, high) = (effect.quantile(0.05), effect.quantile(0.95))
    guard low.isFinite, high.isFinite, effect.mean.isFinite else { return nil }
    return .init(mean: min(max(effect.mean, low), high), low: low, high: high)
  }

  /// The effect with the zero at its weight.
  static func effect(
    _ summary: ModelRun.GroupSummary, _ ifAny: GroupResult.Interval?
  ) -> GroupResult.Interval? {
    guard let ifAny, let effect = summary.effect else { return nil }
    return self.effect(summary.probability, effect, ifAny)
  }

  /// The same, of a rise that is there with a probability.
  static func effect(
    _ probability: Double, _ effect: EffectDistribution, _ ifAny: GroupResult.Interval
  ) -> GroupResult.Interval {
    func quantile(_ share: Double) -> Double {
      let above = share - (1 - probability)
      return above <= 0 || probability <= 0 ? 0 : effect.quantile(above / probability)
    }
    // With a probability below 5 % the quantile is 0; the interval still reaches to the mean.
    let mean = probability * ifAny.mean
    return .init(mean: mean, low: min(quantile(0.05), mean), high: max(quantile(0.95), mean))
  }
}
