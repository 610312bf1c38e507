// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

extension AnalysisRun {
  /// The model's answer without the days of challenges on which a confounder stands.
  struct WithoutConfounded: Sendable {
    /// The model asked in the same way with all days.
    var all: ModelRun
    /// The model without them; `nil` where too little is left to ask.
    var run: ModelRun?
    /// What holds for the diary without them.
    var diary: DiaryEvidence
    /// The values that were left out.
    var left: Int
  }

  /// Asks the model once more without the confounded days; `nil` where there are none.
  ///
  /// Both answers are rough ones, so that they differ by the days and by nothing else.
  func withoutConfounded(_ all: ModelRun?, atoms: [AtomSet]) -> WithoutConfounded? {
    let days = confoundedDays
    guard let all, !days.isEmpty, options.ingredients.contains(.symptoms) else { return nil }
    let kept = modelSeries.observations.indices.filter {
      !days.contains(modelSeries.observations[$0].day)
    }
    guard kept.count < modelSeries.observations.count else { return nil }
    let series = OutcomeSeries(observations: kept.map { modelSeries.observations[$0] })
    let columns = atoms.map { set in
      AtomSet(
        columns: set.columns.compactMap { column in
          var column = column
          column.values = kept.map { column.values[$0] }
          return column.values.contains { $0 != 0 } ? column : nil
        })
    }
    var diary = diaryEvidence
    diary.observations = kept.count
    diary.isConstant = series.isConstant
    let same = modelRun(modelSeries, atoms: atoms, isSecondary: true) ?? all
    return WithoutConfounded(
      all: same, run: modelRun(series, atoms: columns, isSecondary: true), diary: diary,
      left: modelSeries.observations.count - kept.count)
  }

  /// The days of any challenge's window on which something other than a challenge stands beside it.
  ///
  /// Challenges of other groups are no reason here: the model has a column for each of them.
  private var confoundedDays: Set<Int> {
    var days: Set<Int> = []
    for challenge in challenges.flatMap(\.self) {
      for day in challenge.window where !days.contains(day) {
        if confounders.names(on: day).contains(where: { $0 != challenge.group.rawValue }) {
          days.insert(day)
        }
      }
    }
    return days
  }

  /// A group's comparison with the model's answers beside it.
  func compared(
    _ comparison: GroupResult.ConfoundedComparison, _ evidence: GroupEvidence, place: Int,
    _ without: WithoutConfounded
  ) -> GroupResult.ConfoundedComparison {
    var comparison = comparison
    comparison.valuesLeftOut = without.left
    guard let run = without.run, run.groups.indices.contains(place) else { return comparison }
    let summary = run.groups[place]
    guard summary.hasAtoms else { return comparison }
    var evidence = evidence
    evidence.summary = summary
    comparison.probabilityWithout = summary.probability
    comparison.verdictWithout = VerdictRules(diary: without.diary, group: evidence).ruling().verdict
    evidence.summary = without.all.groups[place]
    comparison.verdictWith = VerdictRules(diary: diaryEvidence, group: evidence).ruling().verdict
    return comparison
  }

  /// That the verdicts on some groups rest on confounded days.
  func confoundedWarnings(_ groups: [GroupResult]) -> [AnalysisResults.Warning] {
    groups.compactMap { result in
      guard let comparison = result.verdictWithoutConfounded,
        let verdict = comparison.verdictDiffering(from: result),
        let after = comparison.probabilityWithout, let values = comparison.valuesLeftOut
      else { return nil }
      var warning = AnalysisResults.Warning(
        code: "verdict-rests-on-confounded-days",
        text: "Without \(Words.count(values, "symptom value")) of days on which something else "
          + "stood beside the test of any group, the answer for \(result.group) would be "
          + "\u{201C}\(Self.plain(verdict))\u{201D} instead of "
          + "\u{201C}\(Self.plain(result.verdict))\u{201D}.")
      warning.groups = [result.group]
      warning.arguments = [
        "values": .count(values), "verdict": .text(result.verdict.rawValue),
        "verdictWithout": .text(verdict.rawValue), "probabilityWithout": .number(after),
      ]
      return warning
    }
  }

  private static func plain(_ verdict: Verdict) -> String {
    verdict.rawValue.split(separator: "-").joined(separator: " ")
  }
}
