// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import Inference

extension AnalysisRun {
  /// The most symptoms that the model is asked about one by one.
  private static let mostSymptoms = 8

  /// What the model says of a diary.
  struct ModelAnswers: Sendable {
    /// Of the overall outcome; `nil` where it cannot be asked.
    var overall: ModelRun?
    /// Of each symptom by itself that it can be asked about.
    var symptoms: [(name: String, run: ModelRun)] = []
  }

  /// The model's answer for the overall outcome.
  func overallRun() -> ModelRun? { modelRun(modelSeries, columns: modelColumns(modelSeries)) }

  /// The model's answers for the overall outcome and for each symptom by itself.
  ///
  /// What explains an outcome is large: it is kept only until all outcomes at the same times, which
  /// share it, have their answers.
  func modelAnswers() -> ModelAnswers {
    var open = symptomSeries()
    var found: [Int: ModelRun] = [:]
    func answer(_ columns: ModelColumns) {
      for (symptom, series) in open where columns.stand(for: series) {
        found[symptom] = modelRun(series, columns: columns, isSecondary: true)
      }
      open.removeAll { columns.stand(for: $0.series) }
    }
    let isSingle = symptoms.names.count == 1
    let overall = modelColumns(modelSeries).flatMap { columns in
      if !isSingle { answer(columns) }
      return modelRun(modelSeries, columns: columns, omitting: confoundedValues(columns))
    }
    if isSingle, let overall, let only = open.first {
      return ModelAnswers(overall: overall, symptoms: [(symptoms.names[only.symptom], overall)])
    }
    while let next = open.first {
      if let columns = modelColumns(next.series) { answer(columns) }
      open.removeAll { $0.symptom == next.symptom }
    }
    return ModelAnswers(
      overall: overall,
      symptoms: found.sorted { $0.key < $1.key }.map { (symptoms.names[$0.key], $0.value) })
  }

  /// The outcomes of the symptoms one by one: of those with the most values, in their order.
  private func symptomSeries() -> [(symptom: Int, series: OutcomeSeries)] {
    guard options.ingredients.contains(.symptoms) else { return [] }
    var counts = [Int](repeating: 0, count: symptoms.names.count)
    for record in symptoms.records where record.symptom != SymptomRecord.everySymptom {
      counts[record.symptom] += 1
    }
    let chosen = counts.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
      .prefix(Self.mostSymptoms).sorted()
    return chosen.map { symptom in
      let series = OutcomeSeries(
        table: symptoms, symptom: symptom, zeroDays: zeroDays, axis: frame.axis)
      return (symptom, series.without { exclusions.leavesModel($0) })
    }
  }

  /// What explains an outcome; `nil` where the model cannot be asked.
  func modelColumns(_ series: OutcomeSeries) -> ModelColumns? {
    guard ModelRun.canAnswer(series), !exposures.groups.isEmpty else { return nil }
    let nuisance = NuisanceBuilder(
      observations: series.observations, confounders: confounders, phases: nocebo,
      unknownDays: exposures.unknownDays, ingredients: options.ingredients)
    return ModelColumns(
      series: series, exposures: exposures.groups, nuisance: nuisance.columns(),
      atoms: atoms(series), axis: frame.axis, options: options)
  }

  /// The columns of all groups for an outcome.
  private func atoms(_ series: OutcomeSeries) -> [AtomSet] {
    var builder = AtomBuilder(
      observations: series.observations, axis: frame.axis, prior: options.prior,
      ingredients: options.ingredients)
    let atoms = exposures.groups.map { builder.atoms(of: $0) }
    builder.kernels.share()
    return atoms
  }

  /// The model's answer for an outcome; `nil` where it cannot be asked.
  func modelRun(
    _ series: OutcomeSeries, columns: ModelColumns?, omitting omissions: [Omission] = [],
    isSecondary: Bool = false
  ) -> ModelRun? {
    columns.flatMap {
      ModelRun(series: series, columns: $0, omitting: omissions, isSecondary: isSecondary)
    }
  }

  /// The phases that the model takes a mark of expectation from: all that are declared, and inferred
  /// ones that look like a protocol.
  private var nocebo: [PhaseSpan] {
    declared.isEmpty && !Self.looksPlanned(phases) ? [] : phases
  }

  /// Whether of several groups that had been left out one came back without another, as in a protocol.
  ///
  /// Two that only ever come back together, as what milk holds, are one food that somebody ate again.
  static func looksPlanned(_ phases: [PhaseSpan]) -> Bool {
    let eliminated = Set(phases.filter { $0.name == "elimination" }.flatMap(\.groups))
    let challenges = phases.filter { $0.name == "challenge" }
    // Those of one group follow one another in time.
    let own = eliminated.map { group in challenges.filter { $0.groups.contains(group) } }
    return challenges.contains { challenge in
      own.contains { others in
        let next = others.partitioningIndex { $0.last >= challenge.first }
        return !others.indices.contains(next) || others[next].overlap(challenge) == nil
      }
    }
  }
}
