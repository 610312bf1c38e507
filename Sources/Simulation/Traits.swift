// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// What one simulated person is like and how the diary is kept.
struct Traits {
  /// How the foods come.
  enum Design { case careful, sloppy, freeLiving, mixed }

  /// How severities are written.
  enum Scale { case tenth, five, hundred, words }

  /// How the days without food effects vary.
  enum Noise { case plain, flares, heavyTails, skewed, attacks }

  var groups: [GroupTraits] = []
  var design = Design.careful
  /// The plan of the protocol, where it is the same for everybody.
  var plan: ReferencePlan?
  var scale = Scale.tenth
  var stamped = false
  /// The share of the worst hour, against the mean, in what is remembered of a period.
  var peakShare = 0.5
  var symptoms: [SymptomTraits] = []

  var noise = Noise.plain
  /// The mean level of the main symptom without any food.
  var level = 2.0
  /// The standard deviation of the noise, and its correlation over 24 hours.
  var noiseSD = 1.0
  var persistence = 0.3
  /// The range of the slow wandering of the level.
  var drift = 0.0
  var weekend = 0.0

  var missing = 0.04
  /// How much more often a day is missing that is 4 points or more above the usual level.
  var missingOnBadDays = 0.0
  var attacksOnly = false
  var foodsOnMissingDays = true

  var context = ContextTraits()
  /// The reaction to the mere fact of a challenge, in points, and its chance.
  var nocebo = 0.0
  var noceboChance = 1.0
  /// The reaction to eating a suspected food knowingly.
  var noceboOfSuspects = 0.0
  var suspects: [Int] = []

  /// The chance that a dose has its own clock time, and that the amount is written down.
  var clockShare = 1.0
  var amountShare = 0.9
  /// The spread of the true dose about the recorded one, on the log axis.
  var doseSpread = 0.1
  /// The chance that a food carries a second group with it.
  var pairing = 0.1
  var phasesRecorded = true
}

/// A group of a simulated person, and how the person would react to it.
struct GroupTraits {
  var group: GroupID
  /// The rise in points after one portion at 13:00, as it would be recorded; 0 for no trigger.
  var potency = 0.0
  var clock = ResponseClock.hump(peak: 6, spread: 0.5)
  var dose = DoseResponse.linear
  /// Whether doses of a day add up before the dose response, or each meal counts by itself.
  var dosesAddUp = true
  /// How often it is eaten in free living, per day.
  var frequency = 0.3
}

/// A protocol of one plan: a baseline, an elimination, and one challenge of each group.
struct ReferencePlan {
  var baseline = 7
  var elimination = 14
  var doses = [0.5, 1, 2]
  var washout = 3
  /// The days of free living.
  var free = 42...84
}

/// A symptom that is recorded.
struct SymptomTraits {
  var name: String
  /// The share of the food effects and of the level that it shows.
  var sensitivity = 1.0
}

/// How strongly the circumstances act, in points, and how they are recorded.
struct ContextTraits {
  var stress = 0.0
  var sleep = 0.0
  var menses = 0.0
  var illness = 0.0
  var alcohol = 0.0
  var exercise = 0.0
  var menstruates = false
  /// How strongly stress, late nights and alcohol go with eating the tested foods.
  var coupling = 0.0
  /// The chance that a day's circumstances are written down.
  var recorded = 0.85
}
