// SPDX-License-Identifier: Apache-2.0

public import DiaryModel

/// What a diary shows about one group.
public struct GroupResult: Codable, Hashable, Sendable {
  /// The group.
  public var group: GroupID
  /// `disputed` where it is open whether the group as such causes symptoms; else `nil`.
  public var evidenceLevel: String?
  /// The verdict.
  public var verdict: Verdict
  /// The posterior probability that eating the group raises the outcome at all, recalibrated.
  public var probability: Double?
  /// The mean rise over the exposure episodes, zero included at its weight, in points of 0–10.
  public var effect: Interval?
  /// The same, given that there is a rise.
  public var effectIfAny: Interval?
  /// When the rise peaks, in hours after eating; `nil` where symptoms or meals are noted by the day.
  public var peakHours: PeakHours?
  /// On which day the rise is worst, where symptoms or meals are noted by the day; else `nil`.
  public var peakDays: PeakDays?
  /// The posterior probability of each response time, fastest first.
  public var timing: [TimingProbability]
  /// The doses tried.
  public var dose: Dose?
  /// The days on which the group was eaten for certain.
  public var exposedDays: Int
  /// The share of windows without a challenge that looked as bad as the challenges; `nil` without
  /// challenges or windows.
  public var falseAlarmRate: Double?
  /// The number of windows behind `falseAlarmRate`.
  public var falseAlarmWindows: Int?
  /// The challenges, in time.
  public var challenges: [Challenge]
  /// What speaks for the verdict, in short sentences.
  public var reasons: [String]
  /// The reasons as codes with arguments, in the same order.
  public var reasonCodes: [Statement]?
  /// What to do next, one sentence; `none` where nothing is suggested.
  public var nextStep: String
  /// The next step as a code with arguments.
  public var nextStepCode: Statement?
  /// The days on which the group was eaten, and in what.
  public var exposures: [Exposure]
  /// The same question asked of each symptom by itself.
  public var symptoms: [SymptomResult]
  /// How often a food without the group is followed by symptoms; given with a probability.
  public var placebo: Placebo?
  /// What `probability` would become after one more challenge that symptoms follow.
  ///
  /// Arithmetic with the yardstick's shares, not a prediction: odds times 0.85/0.26.
  public var probabilityAfterPositive: Double?
  /// What `probability` would become after one more challenge that none follow: odds times 0.15/0.74.
  public var probabilityAfterNegative: Double?
  /// The response to each day's dose, in time; the rows stand in `exposures` under the same date.
  public var doseResponses: [DoseResponse] = []
  /// The challenges with and without their confounded days; `nil` where no day is confounded.
  public var verdictWithoutConfounded: ConfoundedComparison?

  /// Creates a result.
  public init(
    group: GroupID, verdict: Verdict, probability: Double? = nil, effect: Interval? = nil,
    effectIfAny: Interval? = nil, peakHours: PeakHours? = nil, timing: [TimingProbability] = [],
    dose: Dose? = nil, exposedDays: Int = 0, falseAlarmRate: Double? = nil,
    falseAlarmWindows: Int? = nil, challenges: [Challenge] = [], reasons: [String] = [],
    nextStep: String = "none", exposures: [Exposure] = [], symptoms: [SymptomResult] = []
  ) {
    self.group = group
    evidenceLevel = group.dispute == nil ? nil : "disputed"
    self.verdict = verdict
    self.probability = probability
    self.effect = effect
    self.effectIfAny = effectIfAny
    self.peakHours = peakHours
    self.timing = timing
    self.dose = dose
    self.exposedDays = exposedDays
    self.falseAlarmRate = falseAlarmRate
    self.falseAlarmWindows = falseAlarmWindows
    self.challenges = challenges
    self.reasons = reasons
    self.nextStep = nextStep
    self.exposures = exposures
    self.symptoms = symptoms
  }
}

/// The fixed words of a verdict.
public enum Verdict: String, Codable, CaseIterable, Hashable, Sendable {
  /// The symptoms follow the group, and little else explains it.
  case likelyTrigger = "likely-trigger"
  /// They may.
  case possibleTrigger = "possible-trigger"
  /// This diary cannot say.
  case notClear = "not-clear"
  /// Enough of it was eaten without a rise.
  case tolerated = "tolerated"
  /// It was never eaten after it was left out.
  case notTested = "not-tested"
  /// Something makes a judgement wrong; the reasons say what.
  case cannotBeJudged = "cannot-be-judged"
}

extension GroupResult {
  /// A mean and an interval, in points of 0–10.
  public struct Interval: Codable, Hashable, Sendable {
    /// The mean.
    public var mean: Double
    /// The lower end.
    public var low: Double
    /// The upper end.
    public var high: Double
    /// The interval's level, 0.9 as a rule.
    public var level: Double

    /// Creates an interval.
    public init(mean: Double, low: Double, high: Double, level: Double = 0.9) {
      self.mean = mean
      self.low = low
      self.high = high
      self.level = level
    }
  }

  /// When the rise peaks, in hours after eating.
  public struct PeakHours: Codable, Hashable, Sendable {
    /// The posterior median.
    public var median: Double
    /// The 5 % quantile.
    public var low: Double
    /// The 95 % quantile.
    public var high: Double

    /// Creates the hours.
    public init(median: Double, low: Double, high: Double) {
      self.median = median
      self.low = low
      self.high = high
    }
  }

  /// The posterior probability of one response time.
  public struct TimingProbability: Codable, Hashable, Sendable {
    /// The kernel's mean in hours.
    public var meanHours: Double
    /// Its probability, given that the group is a trigger.
    public var probability: Double

    /// Creates a probability.
    public init(meanHours: Double, probability: Double) {
      self.meanHours = meanHours
      self.probability = probability
    }
  }

  /// The doses tried, per day.
  public struct Dose: Codable, Hashable, Sendable {
    /// `portions`, or grams of a substance, such as `g lactose`.
    public var unit: String
    /// The highest daily dose after which the outcome stayed in the baseline band.
    public var highestTolerated: Double?
    /// The lowest daily dose after which it did not.
    public var lowestProvoking: Double?
    /// The highest daily dose that has a response: nothing is known of doses above it.
    public var untestedAbove: Double?
    /// The highest tolerated and the lowest provoking dose, between which none was tried.
    public var untestedBetween: [Double]?

    /// Creates doses.
    public init(unit: String, highestTolerated: Double?, lowestProvoking: Double?) {
      self.unit = unit
      self.highestTolerated = highestTolerated
      self.lowestProvoking = lowestProvoking
    }
  }

  /// One reintroduction: exposure days at most two days apart after days without.
  public struct Challenge: Codable, Hashable, Sendable {
    /// The first exposure day.
    public var start: CivilDate
    /// The last exposure day.
    public var end: CivilDate
    /// Where the challenge was read from: `diary`, `protocol` or `inferred`.
    public var source: String
    /// The mean of the response window above the mean of the comparison days, in points.
    public var effect: Double?
    /// The non-overlap of all pairs, 0…1, 0.5 for none; Parker & Vannest 2009.
    public var nap: Double?
    /// The 90 % interval of `nap`.
    public var napInterval: [Double]?
    /// The share of windows at least as bad, among those that `pValueKind` names; its own counts.
    public var pValue: Double?
    /// `randomisation` (the starts that a draw could have given) or `shift` (all windows).
    public var pValueKind: String?
    /// The number of windows behind `pValue`, which cannot be below one over it.
    public var pValueWindows: Int?
    /// The confounders that stand in the window.
    public var confounders: [String]
    /// The effect without the days on which they stand; `nil` where no day is left.
    public var effectWithoutConfounded: Double?
    /// The days left out, and why.
    public var excludedDays: [ExcludedDay]
    /// The comparison days' mean; `nil` without any.
    public var baselineMean: Double?
    /// The number of comparison days with a value.
    public var baselineDays: Int
    /// The outcome from two days before to three days after; day 0 is `start`.
    public var values: [AlignedValue]
    /// The daily doses in portions, aligned as `values` are.
    public var doses: [AlignedValue]
    /// The rows of the exposures and of the symptoms in the window.
    public var entries: [String]
    /// The clock by which the window was chosen: `fast`, `sugar`, `fermented` or `unknown`.
    public var mechanism: String?
    /// The days of the response window.
    public var responseWindow: DayRange?
    /// The first and the last comparison day; `nil` without any.
    public var baselineWindow: DayRange?
    /// Tau, 2 · `nap` − 1: −1…1, 0 for none.
    public var tau: Double?
    /// Tau after the comparison days' Theil–Sen trend was taken off (Tau-BC; Tarlow 2017), −1…1.
    public var tauTrendCorrected: Double?
    /// Hedges' g; `nil` where nothing varies.
    public var hedgesG: Double?
    /// The log of the ratio of means, bias-corrected; `nil` where a mean is 0.
    public var logResponseRatio: Double?
    /// The change of level from a piecewise regression with AR(1) errors, in points.
    public var levelChange: Interval?
    /// The mean φ over a day of that regression, 0…0.95.
    public var autocorrelation: Double?
    /// `nap` without the days on which a confounder stands; `nil` where none does or no day is left.
    public var napWithoutConfounded: Double?
    /// What else stood in the window, by factor.
    public var ledger: [LedgerItem] = []

    /// Creates a challenge.
    public init(
      start: CivilDate, end: CivilDate, source: String, effect: Double?, nap: Double?,
      napInterval: [Double]?, pValue: Double?, confounders: [String],
      effectWithoutConfounded: Double?, excludedDays: [ExcludedDay], baselineMean: Double?,
      baselineDays: Int, values: [AlignedValue], doses: [AlignedValue], entries: [String]
    ) {
      self.start = start
      self.end = end
      self.source = source
      self.effect = effect
      self.nap = nap
      self.napInterval = napInterval
      self.pValue = pValue
      self.confounders = confounders
      self.effectWithoutConfounded = effectWithoutConfounded
      self.excludedDays = excludedDays
      self.baselineMean = baselineMean
      self.baselineDays = baselineDays
      self.values = values
      self.doses = doses
      self.entries = entries
    }
  }

  /// A day left out of a comparison.
  public struct ExcludedDay: Codable, Hashable, Sendable {
    /// The day.
    public var date: CivilDate
    /// Why, in a few words.
    public var reason: String
    /// The same as a code: `fast`, `refeeding`, `antibiotics`, `after-antibiotics`, `illness`,
    /// `travel`, or `after-` and `before-` a medical event.
    public var code: String?

    /// Creates a day.
    public init(date: CivilDate, reason: String) {
      code = Exclusions.code(reason)
      self.date = date
      self.reason = reason
    }
  }

  /// A value on a day counted from the start of a challenge.
  public struct AlignedValue: Codable, Hashable, Sendable {
    /// Days after the first exposure day; negative before it.
    public var day: Int
    /// The value.
    public var value: Double

    /// Creates a value.
    public init(day: Int, value: Double) {
      self.day = day
      self.value = value
    }
  }

  /// A day on which a group was eaten.
  public struct Exposure: Codable, Hashable, Sendable {
    /// The day.
    public var date: CivilDate
    /// How much, in usual portions; foods that only possibly hold the group count in part.
    public var portions: Double
    /// Whether any of the foods holds the group for certain.
    public var certain: Bool
    /// The foods as the diary names them.
    public var foods: [String]
    /// Their rows.
    public var entries: [String]

    /// Creates an exposure.
    public init(
      date: CivilDate, portions: Double, certain: Bool, foods: [String], entries: [String]
    ) {
      self.date = date
      self.portions = portions
      self.certain = certain
      self.foods = foods
      self.entries = entries
    }
  }

  /// The result for one symptom by itself.
  public struct SymptomResult: Codable, Hashable, Sendable {
    /// The symptom.
    public var symptom: String
    /// As `GroupResult.probability`.
    public var probability: Double
    /// As `GroupResult.effectIfAny`.
    public var effectIfAny: Interval?

    /// Creates a result.
    public init(symptom: String, probability: Double, effectIfAny: Interval?) {
      self.symptom = symptom
      self.probability = probability
      self.effectIfAny = effectIfAny
    }
  }
}
