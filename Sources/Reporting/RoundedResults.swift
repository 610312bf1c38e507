// SPDX-License-Identifier: Apache-2.0

public import DiaryAnalysis

extension AnalysisResults {
  /// The results with every number at most four decimals long, and without any that is not finite.
  ///
  /// All outputs are made from these, so that they show the same numbers. Optional values that are
  /// not finite become `nil`; list elements that hold one are left out.
  public func rounded() -> AnalysisResults {
    var copy = self
    copy.outcome.scale = outcome.scale.compactMap(\.rounded4)
    copy.outcome.scales = outcome.scales?.mapValues { $0.compactMap(\.rounded4) }
    copy.outcome.dailyMean = outcome.dailyMean?.rounded4
    copy.outcome.autocorrelation = outcome.autocorrelation?.rounded4
    copy.outcome.baselineBand = outcome.baselineBand?.roundedPair
    copy.outcome.baselineMedian = outcome.baselineMedian?.rounded4
    copy.groups = groups.map { $0.rounded() }
    copy.safety = safety.map {
      var gate = $0
      gate.facts = $0.facts?.map { $0.rounded() }
      gate.furtherFacts = $0.furtherFacts?.map { $0.rounded() }
      gate.foods = $0.foods?.map {
        var food = $0
        food.hoursBefore = $0.hoursBefore?.rounded4
        return food
      }
      return gate
    }
    copy.warnings = warnings.map {
      var warning = $0
      warning.arguments = $0.arguments?.compactMapValues { $0.rounded() }
      return warning
    }
    copy.separations = separations.map {
      var separation = $0
      separation.similarity = $0.similarity.rounded4 ?? 0
      separation.probability = $0.probability?.rounded4
      separation.effect = $0.effect?.rounded()
      return separation
    }
    copy.experiments.proposals = experiments.proposals.map { $0.rounded() }
    copy.helpfulFactors = helpfulFactors.compactMap { $0.rounded() }
    copy.dataQuality = dataQuality?.rounded()
    copy.beliefs = beliefs?.map {
      var belief = $0
      belief.probability = $0.probability?.rounded4
      return belief
    }
    copy.timeline.phases = timeline.phases.map {
      var phase = $0
      phase.doses = $0.doses?.compactMap(\.rounded4)
      return phase
    }
    for place in timeline.days.indices {
      if timeline.days[place].outcome.isLong {
        copy.timeline.days[place].outcome = timeline.days[place].outcome?.rounded4
      }
      if timeline.days[place].symptoms.values.contains(where: \.isLong) {
        copy.timeline.days[place].symptoms =
          timeline.days[place].symptoms.compactMapValues(\.rounded4)
      }
    }
    return copy
  }
}

extension Experiment {
  fileprivate func rounded() -> Experiment {
    var copy = self
    copy.expectedGain = expectedGain.rounded4 ?? 0
    copy.probability = probability?.rounded4
    copy.probabilityIfPositive = probabilityIfPositive?.rounded4
    copy.probabilityIfNegative = probabilityIfNegative?.rounded4
    copy.chanceOfPositive = chanceOfPositive?.rounded4
    copy.days = days.map {
      var day = $0
      day.dose = $0.dose.rounded4 ?? 0
      day.portions = $0.portions.rounded4 ?? 0
      return day
    }
    return copy
  }
}

extension DataQuality {
  fileprivate func rounded() -> DataQuality {
    func rounded(_ part: Part) -> Part {
      var copy = part
      copy.value = part.value.rounded4 ?? 0
      return copy
    }
    var copy = self
    copy.parts = parts.map(rounded)
    copy.groups = groups.map {
      Group(group: $0.group, grade: $0.grade, parts: $0.parts.map(rounded))
    }
    return copy
  }
}

extension GroupResult {
  fileprivate func rounded() -> GroupResult {
    var copy = self
    copy.probability = probability?.rounded4
    copy.effect = effect?.rounded()
    copy.effectIfAny = effectIfAny?.rounded()
    copy.peakHours = peakHours?.rounded()
    copy.peakDays?.probabilities = peakDays?.probabilities.compactMap(\.rounded4) ?? []
    copy.falseAlarmRate = falseAlarmRate?.rounded4
    copy.timing = timing.compactMap { timing in
      guard let hours = timing.meanHours.rounded4, let probability = timing.probability.rounded4
      else { return nil }
      return TimingProbability(meanHours: hours, probability: probability)
    }
    copy.dose?.highestTolerated = dose?.highestTolerated?.rounded4
    copy.dose?.lowestProvoking = dose?.lowestProvoking?.rounded4
    copy.dose?.untestedAbove = dose?.untestedAbove?.rounded4
    copy.dose?.untestedBetween = dose?.untestedBetween?.roundedPair
    copy.roundDetails()
    copy.reasonCodes = reasonCodes?.map { $0.rounded() }
    copy.nextStepCode = nextStepCode?.rounded()
    copy.challenges = challenges.map { $0.rounded() }
    for place in exposures.indices where exposures[place].portions.isLong {
      copy.exposures[place].portions = exposures[place].portions.rounded4 ?? 0
    }
    copy.symptoms = symptoms.compactMap { result in
      guard let probability = result.probability.rounded4 else { return nil }
      return SymptomResult(
        symptom: result.symptom, probability: probability,
        effectIfAny: result.effectIfAny?.rounded())
    }
    return copy
  }
}

extension Statement {
  fileprivate func rounded() -> Statement {
    guard arguments.values.contains(where: \.isLong) else { return self }
    return Statement(code, arguments.compactMapValues { $0.rounded() })
  }
}

extension Statement.Argument {
  fileprivate var isLong: Bool {
    if case .number(let number) = self { number.isLong } else { false }
  }

  fileprivate func rounded() -> Statement.Argument? {
    guard case .number(let number) = self else { return self }
    return number.rounded4.map { .number($0) }
  }
}

extension GroupResult.Interval {
  func rounded() -> GroupResult.Interval? {
    guard let mean = mean.rounded4, let low = low.rounded4, let high = high.rounded4,
      let level = level.rounded4
    else { return nil }
    return .init(mean: mean, low: low, high: high, level: level)
  }
}

extension GroupResult.PeakHours {
  fileprivate func rounded() -> GroupResult.PeakHours? {
    guard let median = median.rounded4, let low = low.rounded4, let high = high.rounded4
    else { return nil }
    return .init(median: median, low: low, high: high)
  }
}

extension GroupResult.Challenge {
  fileprivate func rounded() -> GroupResult.Challenge {
    var copy = self
    copy.effect = effect?.rounded4
    copy.nap = nap?.rounded4
    copy.napInterval = napInterval?.roundedPair
    copy.pValue = pValue?.rounded4
    copy.effectWithoutConfounded = effectWithoutConfounded?.rounded4
    copy.baselineMean = baselineMean?.rounded4
    copy.roundDetails()
    if values.contains(where: \.value.isLong) { copy.values = values.compactMap { $0.rounded() } }
    if doses.contains(where: \.value.isLong) { copy.doses = doses.compactMap { $0.rounded() } }
    return copy
  }
}

extension GroupResult.AlignedValue {
  fileprivate func rounded() -> GroupResult.AlignedValue? {
    value.rounded4.map { GroupResult.AlignedValue(day: day, value: $0) }
  }
}

extension Double {
  /// The number with at most four decimals, never a negative zero; `nil` where it is not finite.
  package var rounded4: Double? {
    guard isFinite else { return nil }
    guard magnitude < 1e11 else { return self }
    return (self * 10_000).rounded() / 10_000 + 0
  }
}

extension Double {
  /// Whether rounding changes the number, its sign included: most numbers of a diary are short, and
  /// what holds them need not be copied.
  var isLong: Bool { rounded4?.bitPattern != bitPattern }
}

extension Double? {
  /// Whether there is a number that rounding changes.
  var isLong: Bool { self.map(\.isLong) ?? false }
}

extension [Double] {
  /// Both ends rounded; `nil` where these are not two finite numbers.
  fileprivate var roundedPair: [Double]? {
    let rounded = compactMap(\.rounded4)
    return rounded.count == 2 && count == 2 ? rounded : nil
  }
}
