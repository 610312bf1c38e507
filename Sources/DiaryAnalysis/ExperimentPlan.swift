// SPDX-License-Identifier: Apache-2.0

public import DiaryModel

/// The next experiments that a diary asks for, or why there are none; see `docs/experiments.md`.
///
/// Holds codes and numbers only: the words belong to `Reporting`.
public struct ExperimentPlan: Codable, Hashable, Sendable {
  /// `proposed`; `withheld` by a safety gate; `wait-fast`, `wait-antibiotics`, `wait-illness` or
  /// `wait-travel`, where the diary ends in one; `nothing-open` where no answer is missing that a
  /// test would give; `no-days` for a diary without days.
  public var status: String
  /// The first day on which a test can begin, where the diary tells it; `nil` else.
  public var waitUntil: CivilDate?
  /// At most three, the one with the largest expected gain first.
  public var proposals: [Experiment]

  /// Creates a plan.
  public init(
    status: String = "nothing-open", waitUntil: CivilDate? = nil, proposals: [Experiment] = []
  ) {
    self.status = status
    self.waitUntil = waitUntil
    self.proposals = proposals
  }
}

/// One experiment: a washout, days with doses, and days to watch.
public struct Experiment: Codable, Hashable, Sendable {
  /// The group that is tested; `nil` for a week of entries without a test.
  public var group: GroupID?
  /// `first-test`, `repeat`, `higher-dose` than tried, `separate` from what was eaten together,
  /// `bring-back` after leaving out what is eaten daily, or `baseline-week`.
  public var kind: String
  /// Why: `not-tested`, `not-clear`, `possible`, `likely-once`, `not-separable`, `eaten-daily` or
  /// `few-values`.
  public var reason: String
  /// The code of a food that holds the group, such as `garlic`; `own-food` for a user's group.
  public var food: String?
  /// The other groups that the food holds.
  public var foodAlsoHolds: [GroupID]
  /// The first day of the washout: the day after the diary's last, or after the experiment before.
  public var start: CivilDate
  /// The days without the group before the first dose.
  public var washoutDays: Int
  /// The days with doses.
  public var days: [Dose]
  /// The days after the last dose on which symptoms are still watched.
  public var watchDays: Int
  /// The expected reduction of the entropy of whether the group is a trigger, in bits, 0…1.
  ///
  /// Of a `baseline-week`: what it adds to that of the best test after it.
  public var expectedGain: Double
  /// The probability that the group is a trigger, as it is now.
  public var probability: Double?
  /// That probability after symptoms that speak for it, on average.
  public var probabilityIfPositive: Double?
  /// That probability after symptoms that speak against it, on average.
  public var probabilityIfNegative: Double?
  /// The probability of symptoms that speak for it.
  public var chanceOfPositive: Double?

  /// One day's dose.
  public struct Dose: Codable, Hashable, Sendable {
    /// The days after the first dose.
    public var day: Int
    /// How much of the food, in `unit`.
    public var dose: Double
    /// The kitchen measure: `cup`, `slice`, `clove`, `teaspoon`, `tablespoon`, `piece`, `g` or `portion`.
    public var unit: String
    /// The same in usual portions of the group.
    public var portions: Double
    /// `small`, `medium`, `large` or `usual`.
    public var size: String

    /// Creates a dose.
    public init(day: Int, dose: Double, unit: String, portions: Double, size: String) {
      self.day = day
      self.dose = dose
      self.unit = unit
      self.portions = portions
      self.size = size
    }
  }

  /// Creates an experiment.
  public init(
    group: GroupID?, kind: String, reason: String, food: String? = nil,
    foodAlsoHolds: [GroupID] = [], start: CivilDate, washoutDays: Int, days: [Dose],
    watchDays: Int, expectedGain: Double, probability: Double? = nil,
    probabilityIfPositive: Double? = nil, probabilityIfNegative: Double? = nil,
    chanceOfPositive: Double? = nil
  ) {
    self.group = group
    self.kind = kind
    self.reason = reason
    self.food = food
    self.foodAlsoHolds = foodAlsoHolds
    self.start = start
    self.washoutDays = washoutDays
    self.days = days
    self.watchDays = watchDays
    self.expectedGain = expectedGain
    self.probability = probability
    self.probabilityIfPositive = probabilityIfPositive
    self.probabilityIfNegative = probabilityIfNegative
    self.chanceOfPositive = chanceOfPositive
  }

  /// The days from the first of the washout to the last that is watched.
  public var length: Int { washoutDays + (days.map { $0.day + 1 }.max() ?? 0) + watchDays }
}
