// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel

/// What a line of a report is about: a group, or groups that the diary cannot tell apart, of which none
/// is named alone.
struct ReportLine: Sendable {
  /// The groups, in their own order.
  let members: [GroupResult]
  /// The one with the highest probability, whose tests and doses are shown for all.
  let leading: GroupResult
  /// What holds for several together; `nil` for a single group.
  let separation: AnalysisResults.Separation?

  /// The groups in their own order.
  var groups: [GroupID] { separation?.groups ?? [leading.group] }
  var verdict: Verdict { leading.verdict }
  /// The chance of a rise after any of them.
  var probability: Double? { separation?.probability ?? leading.probability }
  /// That rise, where it is known.
  var effect: GroupResult.Interval? { separation?.effect ?? leading.effect }
  /// Whether it is as likely that one of them acts as it is asked of a likely trigger.
  var isLikely: Bool {
    verdict == .likelyTrigger
      || separation != nil && verdict.isTrigger && (probability ?? 0) >= Thresholds.likelySet
  }

  /// The lines about some groups, each where the first of its groups stands.
  static func lines(_ shown: [GroupResult], _ results: AnalysisResults) -> [ReportLine] {
    let places = Dictionary(
      shown.indices.map { (shown[$0].group, $0) }, uniquingKeysWith: { one, _ in one })
    return Verdict.allCases.flatMap { verdict in
      results.together(shown.filter { $0.verdict == verdict }.map(\.group))
    }.compactMap { groups in
      let members = groups.compactMap { places[$0] }.map { shown[$0] }
      guard let leading = members.first else { return nil }
      let separation = results.joint(leading.group)
      let order = separation?.groups ?? []
      // Named in one order everywhere, as in the answer.
      let named = members.sorted {
        (order.firstIndex(of: $0.group) ?? 0) < (order.firstIndex(of: $1.group) ?? 0)
      }
      return ReportLine(members: named, leading: leading, separation: separation)
    }
  }
}

extension AnalysisResults {
  /// Groups as a report speaks of them: those that the diary cannot tell apart together, where the first
  /// of them stands.
  func together(_ groups: [GroupID]) -> [[GroupID]] {
    var said: Set<GroupID> = []
    return groups.compactMap { group in
      guard said.insert(group).inserted else { return nil }
      guard let set = joint(group)?.groups else { return [group] }
      said.formUnion(set)
      return groups.filter(set.contains)
    }
  }

  /// The groups from which the diary cannot tell a group apart, with itself, where the chance that at
  /// least one of them is a trigger is known: what can be said of each, where its own chance says little.
  func joint(_ group: GroupID) -> Separation? {
    separations.first { $0.groups.contains(group) && $0.probability != nil }
  }
}

extension Catalogue {
  /// Groups that the diary cannot tell apart, in their own order, within a sentence.
  func either(_ groups: [GroupID]) -> String { either(groups.sorted().map(inner)) }
}
