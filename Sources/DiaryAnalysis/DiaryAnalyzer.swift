// SPDX-License-Identifier: Apache-2.0

public import DiaryModel
public import FoodKnowledge

/// What a user can say about the analysis.
public struct AnalysisOptions: Hashable, Sendable {
  /// What a day without a symptom entry means.
  public enum Absence: String, Hashable, Sendable, CaseIterable {
    /// No symptom, on days with any other entry.
    case zero
    /// Nothing known.
    case missing
  }

  /// What is believed of foods before the diary is read.
  public enum Prior: String, Hashable, Sendable, CaseIterable {
    /// How often each group is a trigger, and when, as far as published; believed in part.
    case literature
    /// The same for all groups.
    case neutral
  }

  /// What is believed of foods before the diary is read.
  public var prior = Prior.literature
  /// What a batch taught about how often each group is a trigger; `nil` where nothing was learned.
  public var learned: LearnedPrevalence?
  /// The parts of the model that are used.
  package var ingredients = ModelIngredients.all
  /// What a day without a symptom entry means; `nil` to tell from the diary.
  public var absence: Absence?
  /// When a day starts, in minutes after midnight; entries before it belong to the day before.
  public var dayStartMinutes = 300
  /// Groups that are not asked about.
  public var groupsLeftOut: Set<GroupID> = []
  /// Phases that a protocol file declares; they win over the diary's own.
  public var protocolPhases: [Timeline.Phase] = []
  /// Phases that a protocol file declares for one participant, by pseudonym.
  public var participantPhases: [String: [Timeline.Phase]] = [:]
  /// Whether the order of the challenges was drawn at random, as a protocol file says; the p-values of
  /// its challenges are then those of that draw.
  public var isRandomised = false
  /// What changed results before the analysis, for the provenance: how files were read and which files of
  /// the user's own were given, by name.
  public var readingSettings: [String: String] = [:]

  /// Creates the default options.
  public init() {}

  /// Whether a text, such as the note of a phase, says that something was drawn by lot or blinded.
  package static func saysRandomised(_ text: String) -> Bool { RandomisedSchedule.says(text) }
}

/// Finds which reintroduced groups the symptoms of a diary follow.
public struct DiaryAnalyzer: Sendable {
  /// What the user said.
  public var options: AnalysisOptions
  /// What is in the foods.
  public var foods: FoodClassifier
  /// The program's version, for the results' provenance.
  public var version: String

  /// Creates an analyzer.
  public init(options: AnalysisOptions, foods: FoodClassifier, version: String) {
    self.options = options
    self.foods = foods
    self.version = version
  }

  /// Analyses one diary.
  ///
  /// Gives a result for every diary; where nothing can be judged, the verdicts and warnings say so.
  public func analyze(_ diary: Diary) -> AnalysisResults {
    var results = AnalysisRun(diary: diary, options: options, foods: foods).results(
      version: version)
    if let learned = options.learned {
      results.provenance.settings["learned-prevalence"] = learned.summary
      results.warnings.append(
        .init(
          "prevalence-learned",
          "How often each food group is a trigger was learned from the \(learned.diaries) "
            + "diaries of this batch, so these answers depend on other people's diaries too.",
          ["diaries": .number(Double(learned.diaries))]))
    }
    return results
  }

  /// The posterior inclusion probability, 0…1 and not recalibrated, of each group that the overall
  /// outcome tells about; what `LearnedPrevalence` learns from.
  public func inclusion(_ diary: Diary) -> [GroupID: Double] {
    let run = AnalysisRun(diary: diary, options: options, foods: foods)
    guard let overall = run.overallRun() else { return [:] }
    var answer: [GroupID: Double] = [:]
    for (exposure, summary) in zip(run.exposures.groups, overall.groups) where summary.hasAtoms {
      answer[exposure.group] = summary.inclusion
    }
    return answer
  }
}
