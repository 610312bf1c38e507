// SPDX-License-Identifier: Apache-2.0

package import DiaryModel

/// What all participants of a batch show together; a figure that is masked is `nil`.
package struct CohortFigures: Hashable, Sendable {
  /// A share or a mean with its 90 % interval.
  package struct Estimate: Hashable, Sendable {
    package var value: Double
    package var low: Double?
    package var high: Double?

    package init(value: Double, low: Double? = nil, high: Double? = nil) {
      self.value = value
      self.low = low
      self.high = high
    }
  }

  /// What was published of a group.
  package struct Literature: Hashable, Sendable {
    package var reacted: Double?
    package var control: Double
    package var corrected: Double
    package var people: Int
    package var source: String

    package init(
      reacted: Double?, control: Double, corrected: Double, people: Int, source: String
    ) {
      self.reacted = reacted
      self.control = control
      self.corrected = corrected
      self.people = people
      self.source = source
    }
  }

  /// A random-effects mean.
  package struct Pooled: Hashable, Sendable {
    package var people: Int?
    package var effect: Estimate
    package var betweenVariance: Double
    package var inconsistency: Double
    package var prediction: Estimate?

    package init(
      people: Int?, effect: Estimate, betweenVariance: Double, inconsistency: Double,
      prediction: Estimate?
    ) {
      self.people = people
      self.effect = effect
      self.betweenVariance = betweenVariance
      self.inconsistency = inconsistency
      self.prediction = prediction
    }
  }

  /// One food group.
  package struct Group: Hashable, Sendable {
    package var group: GroupID
    /// The participants whose diary has the group.
    package var diaries: Int?
    /// Those with a probability.
    package var judged: Int?
    /// Participants by verdict, in the order of `CohortFigures.verdicts`.
    package var verdicts: [Int?]
    /// The mean of the probabilities.
    package var frequency: Estimate?
    /// The share with the verdict likely trigger.
    package var likelyShare: Estimate?
    /// How many of the likely triggers are expected to be none.
    package var expectedFalse: Double?
    /// The participants with a reintroduction.
    package var challenged: Int?
    /// How many of these would react to a placebo.
    package var expectedPlacebo: Double?
    package var literature: Literature?
    package var pooled: Pooled?
    /// Whether something was left out because few people stand behind it.
    package var isMasked = false

    package init(group: GroupID, diaries: Int?, judged: Int?, verdicts: [Int?]) {
      self.group = group
      self.diaries = diaries
      self.judged = judged
      self.verdicts = verdicts
    }
  }

  /// How many participants something holds for.
  package struct Count: Hashable, Sendable {
    package var name: String
    package var participants: Int?

    package init(name: String, participants: Int?) {
      self.name = name
      self.participants = participants
    }
  }

  /// The verdicts, in the order of `Group.verdicts`.
  package static let verdicts = [
    "likely-trigger", "possible-trigger", "not-clear", "tolerated", "cannot-be-judged",
    "not-tested",
  ]
  /// How many of the verdicts, from the first, are rulings on a group that was tested.
  ///
  /// Their sum is mostly `Group.judged`, not always: a diary without symptoms has verdicts without
  /// probabilities.
  package static let ruledVerdicts = 4

  /// The participants; `nil` where fewer than 5 are masked.
  package var participants: Int?
  /// Whether small cells are left empty.
  package var masksSmall = false
  package var groups: [Group] = []
  /// The grades of the data.
  package var grades: [Count] = []
  package var safety: [Count] = []
  package var warnings: [Count] = []
  /// Pairs of groups, named `a b`, that diaries cannot tell apart.
  package var inseparable: [Count] = []

  package init() {}
}
