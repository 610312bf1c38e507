// SPDX-License-Identifier: Apache-2.0

public import DiaryModel

/// What one diary shows: the content of `results.json`, and all that a report is drawn from.
///
/// Described by `schemas/results.schema.json`. References to rows are `file:line`.
public struct AnalysisResults: Codable, Hashable, Sendable {
  /// The version of this shape.
  public var schema = "urn:reintro:results:1"
  /// The pseudonym, or the first input's name where no input names a participant.
  public var participant: String
  /// The days that the diary spans.
  public var period: Period
  /// What was judged.
  public var outcome: Outcome
  /// One result per group that was eaten, tested, or declared as eliminated, in `GroupID` order.
  public var groups: [GroupResult]
  /// Sets of groups that this diary cannot tell apart.
  public var notSeparable: [[GroupID]]
  /// For each of those sets, what would tell them apart.
  public var separations: [Separation]
  /// The next experiments, or why there are none.
  public var experiments: ExperimentPlan
  /// The safety gates that fired, in the order in which they are to be printed.
  public var safety: [SafetyGate]
  /// What limits this analysis.
  public var warnings: [Warning]
  /// What happened, day by day.
  public var timeline: Timeline
  /// Food texts that were not understood, most frequent first.
  public var unknownFoods: [FoodCount]
  /// Inputs, version and settings.
  public var provenance: Provenance
  /// What may help, as it was in this diary; empty where the diary notes none of it.
  public var helpfulFactors: [FactorDifference] = []
  /// How far the diary can carry conclusions.
  public var dataQuality: DataQuality?
  /// What the person believed beside what the diary shows; empty where no suspicion is named.
  public var beliefs: [Belief]?
  /// The groups that the user named beside the built-in ones.
  public var ownGroups: [OwnGroup]?

  /// Creates results.
  public init(
    participant: String, period: Period, outcome: Outcome, groups: [GroupResult],
    notSeparable: [[GroupID]], separations: [Separation], safety: [SafetyGate],
    warnings: [Warning], timeline: Timeline, unknownFoods: [FoodCount], provenance: Provenance,
    experiments: ExperimentPlan = ExperimentPlan()
  ) {
    self.participant = participant
    self.period = period
    self.outcome = outcome
    self.groups = groups
    self.notSeparable = notSeparable
    self.separations = separations
    self.experiments = experiments
    self.safety = safety
    self.warnings = warnings
    self.timeline = timeline
    self.unknownFoods = unknownFoods
    self.provenance = provenance
  }
}

extension AnalysisResults {
  /// The days that a diary spans, both ends included.
  public struct Period: Codable, Hashable, Sendable {
    /// The first day with an entry.
    public var start: CivilDate
    /// The last day with an entry.
    public var end: CivilDate
    /// The days from start to end.
    public var days: Int
    /// Those of them with an entry.
    public var loggedDays: Int

    /// Creates a period.
    public init(start: CivilDate, end: CivilDate, days: Int, loggedDays: Int) {
      self.start = start
      self.end = end
      self.days = days
      self.loggedDays = loggedDays
    }
  }

  /// The outcome that carries the verdicts.
  public struct Outcome: Codable, Hashable, Sendable {
    /// `overall` for several symptoms together (see `aggregate`), else the one symptom's name.
    public var name: String
    /// The ends of the scale; always 0 and 10.
    public var scale: [Double]
    /// The symptoms in it, by name.
    public var symptoms: [String]
    /// The mean of the daily worst values; `nil` without any.
    public var dailyMean: Double?
    /// The lag-1 autocorrelation of those; `nil` where it is not defined.
    public var autocorrelation: Double?
    /// What a day without a symptom entry was taken for: `zero` or `missing`.
    public var absence: String
    /// The middle 80 % of the daily values away from every challenge, low and high end.
    public var baselineBand: [Double]?
    /// The median of those.
    public var baselineMedian: Double?
    /// How several symptoms became one outcome: `worst`, or `mean` where the worst hardly ever moves.
    public var aggregate: String?
    /// The ends of the scale on which the diary notes a symptom, by its name, where every number of it
    /// is on that one scale and it is another than 0–10; `nil` where there is none such.
    public var scales: [String: [Double]]?

    /// Creates an outcome.
    public init(
      name: String, scale: [Double], symptoms: [String], dailyMean: Double?,
      autocorrelation: Double?, absence: String, baselineBand: [Double]?, baselineMedian: Double?,
      aggregate: String? = nil, scales: [String: [Double]]? = nil
    ) {
      self.name = name
      self.scale = scale
      self.symptoms = symptoms
      self.dailyMean = dailyMean
      self.autocorrelation = autocorrelation
      self.absence = absence
      self.baselineBand = baselineBand
      self.baselineMedian = baselineMedian
      self.aggregate = aggregate
      self.scales = scales
    }
  }

  /// Groups that cannot be told apart, and the one test that would tell.
  public struct Separation: Codable, Hashable, Sendable {
    /// The groups, in `GroupID` order.
    public var groups: [GroupID]
    /// The group to test by itself.
    public var testGroup: GroupID
    /// A food that holds that group and none of the others.
    public var testFood: String
    /// The correlation of the exposures that makes them inseparable, 0…1.
    public var similarity: Double
    /// The recalibrated probability, 0…1, that at least one of the groups raises the outcome.
    ///
    /// For more than two groups the largest of their pairs', which is a lower bound.
    public var probability: Double?
    /// The rise of whichever acts, each at the weight of its own probability, zero included at its weight,
    /// in points of 0–10; as `GroupResult.effect`.
    public var effect: GroupResult.Interval?

    /// Creates a separation.
    public init(
      groups: [GroupID], testGroup: GroupID, testFood: String, similarity: Double,
      probability: Double? = nil
    ) {
      self.probability = probability
      self.groups = groups
      self.testGroup = testGroup
      self.testFood = testFood
      self.similarity = similarity
    }
  }

  /// A safety gate that fired.
  public struct SafetyGate: Codable, Hashable, Sendable {
    /// The stable identifier, such as `possible-immediate-allergy`.
    public var gate: String
    /// Whether suggestions to test again at home are withheld.
    public var withholdsRetest: Bool
    /// The groups for which they are withheld; empty for all.
    public var groups: [GroupID]
    /// The rows that fired it.
    public var entries: [String]
    /// What those rows say, for the reader, in the diary's own words.
    public var evidence: String
    /// The same as codes with arguments; of many the first six and how many more there are.
    public var facts: [Statement]?
    /// What the rows beyond the first six say, each by itself; `nil` where `evidence` says all.
    public var furtherEvidence: [String]?
    /// The same as codes with arguments, in the same order.
    public var furtherFacts: [Statement]?
    /// The foods eaten in the two hours before a sign of an immediate allergy; `nil` for other gates.
    public var foods: [Food]?
    /// The groups that the diary names as what a gate is about, whatever else is withheld: those of
    /// `foods`, of a known allergy, or gluten in coeliac disease; `nil` for other gates.
    public var named: [GroupID]?

    /// Creates a gate.
    public init(
      gate: String, withholdsRetest: Bool, groups: [GroupID], entries: [String], evidence: String
    ) {
      self.gate = gate
      self.withholdsRetest = withholdsRetest
      self.groups = groups
      self.entries = entries
      self.evidence = evidence
    }
  }

  /// A limit of the analysis.
  public struct Warning: Codable, Hashable, Sendable {
    /// The stable identifier, such as `missing-days`.
    public var code: String
    /// The limit in one sentence.
    public var text: String
    /// What that sentence names besides groups, days and rows.
    public var arguments: [String: Statement.Argument]?
    /// The groups that it is about.
    public var groups: [GroupID]?
    /// The first day that it is about.
    public var start: CivilDate?
    /// The last day that it is about.
    public var end: CivilDate?
    /// The rows that show it, as `file:line`.
    public var entries: [String]?

    /// Whether it says that the phases and the rest of the diary disagree.
    public var isAboutPhases: Bool { PhaseReview.codes.contains(code) }

    /// Creates a warning.
    public init(code: String, text: String) {
      self.code = code
      self.text = text
    }
  }

  /// A food text and how often it stands in the diary.
  public struct FoodCount: Codable, Hashable, Sendable {
    /// The text as the diary has it.
    public var name: String
    /// How many entries hold it.
    public var count: Int

    /// Creates a count.
    public init(name: String, count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// What the results were made from.
  public struct Provenance: Codable, Hashable, Sendable {
    /// The input files.
    public var inputs: [InputSummary]
    /// The program's version.
    public var version: String
    /// The settings that change results, by name.
    public var settings: [String: String]

    /// Creates provenance.
    public init(inputs: [InputSummary], version: String, settings: [String: String]) {
      self.inputs = inputs
      self.version = version
      self.settings = settings
    }
  }
}
