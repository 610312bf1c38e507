// SPDX-License-Identifier: Apache-2.0

public import DiaryModel

extension GroupResult {
  /// On which day the rise is worst: 0 is the day of eating.
  public struct PeakDays: Codable, Hashable, Sendable {
    /// The posterior median.
    public var median: Int
    /// The 5 % quantile.
    public var low: Int
    /// The 95 % quantile.
    public var high: Int
    /// The posterior probability of each day, from the day of eating on.
    public var probabilities: [Double]

    /// Creates the days.
    public init(median: Int, low: Int, high: Int, probabilities: [Double]) {
      self.median = median
      self.low = low
      self.high = high
      self.probabilities = probabilities
    }
  }

  /// Days from a first to a last one, both included.
  public struct DayRange: Codable, Hashable, Sendable {
    /// The first day.
    public var start: CivilDate
    /// The last day.
    public var end: CivilDate

    /// Creates a range.
    public init(start: CivilDate, end: CivilDate) {
      self.start = start
      self.end = end
    }
  }

  /// A circumstance in a challenge's window that can change symptoms by itself.
  public struct LedgerItem: Codable, Hashable, Sendable {
    /// What it may do to symptoms.
    public enum Direction: String, Codable, CaseIterable, Hashable, Sendable {
      /// It may add to them.
      case mayWorsen = "may-worsen"
      /// It may take from them.
      case mayEase = "may-ease"
      /// It may do either.
      case either
    }

    /// A day and what was noted of it.
    public struct Day: Codable, Hashable, Sendable {
      /// The day.
      public var date: CivilDate
      /// The value noted, in the item's unit; `nil` where only the fact was.
      public var value: Double?

      /// Creates a day.
      public init(date: CivilDate, value: Double?) {
        self.date = date
        self.value = value
      }
    }

    /// The factor, such as `stress`, `exercise-intense` or `breathing-exercise`.
    public var factor: String
    /// What it may do, as literature has it; not what it did here.
    public var direction: Direction
    /// Whether it is this person's usual state: on more than half of all days, or within one standard
    /// deviation of their mean.
    public var isUsual: Bool
    /// The unit of the values.
    public var unit: String?
    /// This person's mean over all days with a value.
    public var usualValue: Double?
    /// The days of the window.
    public var days: [Day]
    /// The rows as `file:line`.
    public var entries: [String]

    /// Creates an item.
    public init(
      factor: String, direction: Direction, isUsual: Bool, unit: String?, usualValue: Double?,
      days: [Day], entries: [String]
    ) {
      self.factor = factor
      self.direction = direction
      self.isUsual = isUsual
      self.unit = unit
      self.usualValue = usualValue
      self.days = days
      self.entries = entries
    }
  }

  /// How often people react to a test food that does not hold what is tested.
  public struct Placebo: Codable, Hashable, Sendable {
    /// The share that reacted to the placebo.
    public var share: Double
    /// The share of those who respond to a food that a challenge shows; assumed, not measured here.
    public var reactionShare: Double
    /// The study behind `share`.
    public var source: String

    /// Creates a yardstick.
    public init(share: Double, reactionShare: Double, source: String) {
      self.share = share
      self.reactionShare = reactionShare
      self.source = source
    }
  }

  /// The dose of a day and what followed it.
  public struct DoseResponse: Codable, Hashable, Sendable {
    /// The day.
    public var date: CivilDate
    /// The dose of the day, in the unit of `dose`.
    public var dose: Double
    /// The worst outcome of the day and its tail, up to the next exposure.
    public var worst: Double
    /// The day of that outcome.
    public var worstDate: CivilDate
    /// Whether it lies above the baseline band.
    public var isAbove: Bool

    /// Creates a response.
    public init(
      date: CivilDate, dose: Double, worst: Double, worstDate: CivilDate, isAbove: Bool
    ) {
      self.date = date
      self.dose = dose
      self.worst = worst
      self.worstDate = worstDate
      self.isAbove = isAbove
    }
  }

  /// A group's challenges with all their days, and without those on which a confounder stands.
  public struct ConfoundedComparison: Codable, Hashable, Sendable {
    /// What leaving the days out does to the rise.
    public enum Reading: String, Codable, CaseIterable, Hashable, Sendable {
      /// The rise of a point or more, or its absence, stays.
      case stands
      /// A rise of a point or more becomes smaller than that.
      case weaker
      /// A rise of a point or more becomes none.
      case gone
      /// A rise of a point or more appears.
      case stronger
      /// The rise of a point or more, or its absence, stays, but the verdict changes, or the rise by a
      /// point, or the chance by a fifth.
      case differs
      /// No comparable day is left.
      case noDaysLeft = "no-days-left"
    }

    /// What leaving the days out does.
    public var reading: Reading
    /// The days with a value in the response windows.
    public var days: Int
    /// Those of them on which a confounder stands.
    public var confoundedDays: Int
    /// The challenges with a comparison.
    public var challenges: Int
    /// Those of them with a day left.
    public var challengesLeft: Int
    /// The mean effect of the challenges, in points.
    public var effect: Double?
    /// The same from the days that are left.
    public var effectWithout: Double?
    /// The non-overlap of all pairs of all challenges.
    public var nap: Double?
    /// The same from the days that are left.
    public var napWithout: Double?
    /// The values that the model went without the second time: those of the group's own challenge days
    /// on which something other than a challenge stands; `nil` where there are none.
    public var valuesLeftOut: Int?
    /// As `GroupResult.probability`, without those values; `nil` where too little is left.
    public var probabilityWithout: Double?
    /// The verdict on that probability.
    public var verdictWithout: Verdict?

    /// The verdict without the confounded days, where it is another one.
    public func verdictDiffering(from result: GroupResult) -> Verdict? {
      verdictWithout == result.verdict ? nil : verdictWithout
    }

    /// Creates a comparison.
    public init(
      reading: Reading, days: Int, confoundedDays: Int, challenges: Int, challengesLeft: Int,
      effect: Double?, effectWithout: Double?, nap: Double?, napWithout: Double?
    ) {
      self.reading = reading
      self.days = days
      self.confoundedDays = confoundedDays
      self.challenges = challenges
      self.challengesLeft = challengesLeft
      self.effect = effect
      self.effectWithout = effectWithout
      self.nap = nap
      self.napWithout = napWithout
    }
  }
}
