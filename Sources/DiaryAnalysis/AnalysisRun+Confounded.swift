// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import Inference

extension AnalysisRun {
  /// The values that each group is asked about without: those of its own confounded test days.
  ///
  /// None for groups of which too little would be left.
  func confoundedValues(_ columns: ModelColumns) -> [Omission] {
    guard options.ingredients.contains(.symptoms) else { return [] }
    let observations = modelSeries.observations
    return exposures.groups.indices.compactMap { place in
      let rows = confoundedRows(place)
      guard !rows.isEmpty, observations.count - rows.count >= ModelRun.fewestObservations else {
        return nil
      }
      let left = Set(rows)
      let kept = observations.indices.filter { !left.contains($0) }
      let first = kept.first.map { observations[$0].value }
      guard kept.contains(where: { observations[$0].value != first }),
        columns.atoms[place].columns.contains(where: { column in
          kept.contains { column.values[$0] != 0 }
        })
      else { return nil }
      return Omission(group: place, rows: rows)
    }
  }

  /// The places of a group's values on the days of its challenges' windows on which something other than
  /// a challenge stands beside it.
  ///
  /// Challenges of other groups are no reason here: the model has a column for each of them.
  private func confoundedRows(_ place: Int) -> [Int] {
    let windows = challenges[place].map(\.window)
    let group = exposures.groups[place].group.rawValue
    return modelSeries.observations.indices.filter { index in
      let day = modelSeries.observations[index].day
      return windows.contains { $0.contains(day) }
        && confounders.names(on: day).contains { $0 != group }
    }
  }

  /// A group's comparison with the model's answer beside it; `summary` is that without the values.
  ///
  /// Only this group's values are left out, so that of the candidates only this group's part changes.
  static func compared(
    _ comparison: GroupResult.ConfoundedComparison, _ evidence: GroupEvidence,
    _ diary: DiaryEvidence, summary: ModelRun.GroupSummary?
  ) -> GroupResult.ConfoundedComparison {
    var comparison = comparison
    guard let summary else { return comparison }
    comparison.valuesLeftOut = summary.valuesLeftOut
    comparison.probabilityWithout = summary.probability
    let (originalDiary, original) = (diary, evidence)
    var (diary, evidence) = (diary, evidence)
    func isCandidate(_ summary: ModelRun.GroupSummary?) -> Int {
      (summary?.probability ?? 0) >= VerdictRules.likelyBesideAnother ? 1 : 0
    }
    diary.candidates += isCandidate(summary) - isCandidate(evidence.summary)
    diary.observations -= summary.valuesLeftOut
    if let together = evidence.setProbability, let whole = evidence.summary?.probability {
      // The others of the set were eaten on the same days: what is left out speaks of all of them, so
      // that this group's share of the set stays as it was.
      let share = whole > 0 ? together / whole : 1
      evidence.setProbability = min(max(summary.probability * share, summary.probability), 1)
    }
    evidence.summary = summary
    let verdict = VerdictRules(diary: originalDiary, group: original).ruling().verdict
    let without = VerdictRules(diary: diary, group: evidence).ruling().verdict
    comparison.verdictWithout = without
    let change = abs((original.summary?.probability ?? 0) - summary.probability)
    if comparison.reading == .stands, verdict != without || change >= Self.largeChange {
      comparison.reading = .differs
    }
    return comparison
  }

  /// The difference of two chances that is more than a little.
  private static let largeChange = 0.2

  /// That the verdicts on some groups rest on confounded days.
  func confoundedWarnings(_ groups: [GroupResult]) -> [Warning] {
    groups.compactMap { result in
      guard let comparison = result.verdictWithoutConfounded,
        let verdict = comparison.verdictDiffering(from: result),
        let after = comparison.probabilityWithout, let values = comparison.valuesLeftOut
      else { return nil }
      var warning = Warning(
        "verdict-rests-on-confounded-days",
        "On some test days for \(result.group), something else, such as illness, stress or medication, "
          + "may have changed the symptoms too. Without those days "
          + "(\(Words.count(values, "symptom value"))), the answer would be "
          + "\u{201C}\(Self.plain(verdict))\u{201D} instead of "
          + "\u{201C}\(Self.plain(result.verdict))\u{201D}.",
        [
          "values": .count(values), "verdict": .text(result.verdict.rawValue),
          "verdictWithout": .text(verdict.rawValue), "probabilityWithout": .number(after),
        ])
      warning.groups = [result.group]
      return warning
    }
  }

  private static func plain(_ verdict: Verdict) -> String {
    verdict == .tolerated
      ? "tolerated so far" : verdict.rawValue.split(separator: "-").joined(separator: " ")
  }
}
