// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import FoodKnowledge

/// One diary on its way to results: every step's outcome, in the order in which they are made.
struct AnalysisRun: Sendable {
  let options: AnalysisOptions
  let frame: DiaryFrame
  let profile: Profile
  /// The groups that the user named beside the built-in ones.
  let ownGroups: [OwnGroup]
  /// What the diary or the protocol declares.
  let phaseTable: PhaseTable.Declared
  let phases: [PhaseSpan]
  let exposures: ExposureTable
  let confounders: ConfounderTable
  let exclusions: Exclusions
  let symptoms: SymptomTable
  /// The symptoms that never vary and therefore stay out of the overall outcome.
  let constantSymptoms: Set<Int>
  let absence: AnalysisOptions.Absence
  let zeroDays: [Int]
  /// The outcome with all its days.
  let series: OutcomeSeries
  /// How the symptoms became that outcome.
  let aggregate: OutcomeAggregate
  /// The outcome without the days that the model leaves out.
  let modelSeries: OutcomeSeries
  let daily: DailyOutcome
  let challenges: [[ChallengeSpan]]
  let band: BaselineBand?
  let safety: [AnalysisResults.SafetyGate]

  init(diary: Diary, options: AnalysisOptions, foods: FoodClassifier) {
    self.options = options
    let frame = DiaryFrame(diary: diary, axis: TimeAxis(dayStartMinutes: options.dayStartMinutes))
    self.frame = frame
    let foods = foods.reading(foodsOf: frame)
    profile = Profile(frame: frame, foods: foods)
    ownGroups = foods.ownGroups
    phaseTable = PhaseTable.declared(frame, options: options)
    let declared = phaseTable.spans
    exposures = ExposureTable(
      frame: frame, foods: foods, phases: declared, without: options.groupsLeftOut)
    let phases =
      declared.isEmpty
      ? PhaseTable.inferred(frame, exposures: exposures)
      : PhaseCompletion(frame: frame, exposures: exposures.groups).completed(declared)
    self.phases = phases
    confounders = ConfounderTable(frame: frame)
    symptoms = SymptomTable(frame: frame)
    absence = AbsenceRule.absence(options, frame: frame, symptoms: symptoms)
    zeroDays = AbsenceRule.zeroDays(absence, options, frame: frame, symptoms: symptoms)
    let valueDays = Set(symptoms.records.map(\.day)).union(zeroDays).sorted()
    let exclusions = Exclusions(frame: frame, confounders: confounders, valueDays: valueDays)
    self.exclusions = exclusions
    constantSymptoms = ConstantSymptoms.find(symptoms, zeroDays: zeroDays)
    (series, aggregate) = OutcomeSeries.overall(
      table: symptoms.without(constantSymptoms), zeroDays: zeroDays, axis: frame.axis)
    modelSeries = series.without { exclusions.leavesModel($0) }
    daily = DailyOutcome(days: frame.days, values: series.daily) { exclusions.contains($0) }
    let finder = ChallengeFinder(frame: frame, phases: phases)
    challenges = exposures.groups.map { finder.challenges(of: $0) }
    let inPhases = Set(phases.flatMap(\.groups))
    let ofPhases = zip(exposures.groups, challenges).filter { inPhases.contains($0.0.group) }
    band = BaselineBand(
      outcome: daily, challenges: challenges.flatMap(\.self), ofPhases: ofPhases.flatMap(\.1),
      isBaselineDiet: phases.isBaseline)
    safety =
      SafetyGates(
        frame: frame, profile: profile, phases: phases, exclusions: exclusions, foods: foods,
        exposures: exposures.groups
      ).gates()
  }

  /// The phases of the diary or the protocol file.
  var declared: [PhaseSpan] { phaseTable.spans }

  /// The groups with a result: eaten, challenged, left out, or suspected.
  var groupIDs: [GroupID] {
    let eaten = exposures.groups.map(\.group)
    let named = phases.flatMap(\.groups)
    return Set(eaten).union(named).union(profile.suspects).subtracting(options.groupsLeftOut)
      .sorted()
  }
}
