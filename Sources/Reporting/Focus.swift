// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel

/// Which groups a report is about, and which were merely eaten along the way.
struct Focus: Sendable {
  /// The groups in full, most telling verdict first.
  let groups: [GroupResult]
  /// The other groups with a verdict, in the same order.
  let others: [GroupResult]
  /// The groups that the diary or a protocol says were left out or tested.
  let declared: Set<GroupID>

  /// Divides groups that are in the order of their verdicts.
  init(_ results: AnalysisResults, sorted: [GroupResult]) {
    let declared = Self.declared(results)
    self.declared = declared
    let candidates = sorted.filter { $0.verdict != .notTested || declared.contains($0.group) }
    let isJudged = candidates.contains { $0.verdict != .cannotBeJudged }
    let together = Set(results.notSeparable.flatMap(\.self))
    func priority(_ result: GroupResult) -> Int? {
      switch result.verdict {
      case .likelyTrigger, .possibleTrigger: return 0
      case _ where declared.contains(result.group): return 1
      case .cannotBeJudged: return isJudged ? 2 : nil
      case _ where together.contains(result.group): return 3
      default: return declared.isEmpty && !result.challenges.isEmpty ? 4 : nil
      }
    }
    let ranked = candidates.enumerated().compactMap { place, result in
      priority(result).map { (priority: $0, place: place) }
    }.sorted { ($0.priority, $0.place) < ($1.priority, $1.place) }
    let sure = ranked.filter { $0.priority < 4 }.prefix(Thresholds.focusedGroups)
    let filling = ranked.filter { $0.priority == 4 }
      .prefix(max(0, Thresholds.fewestGroups - sure.count))
    let chosen = Set((sure + filling).map(\.place))
    groups = candidates.enumerated().filter { chosen.contains($0.offset) }.map(\.element)
    others = candidates.enumerated().filter { !chosen.contains($0.offset) }.map(\.element)
  }

  private static func declared(_ results: AnalysisResults) -> Set<GroupID> {
    var declared: Set<GroupID> = []
    for phase in results.timeline.phases where phase.source != "inferred" {
      guard phase.name == "elimination" || phase.name == "challenge" else { continue }
      declared.formUnion(phase.groups)
    }
    for result in results.groups where result.challenges.contains(where: \.isDeclared) {
      declared.insert(result.group)
    }
    return declared
  }
}

extension GroupResult.Challenge {
  /// Whether somebody meant it as a test.
  var isDeclared: Bool { source != "inferred" }
}

extension GroupResult {
  /// How many challenges could be compared with days without it.
  var comparedTests: Int { challenges.count { $0.effect != nil } }

  /// The highest daily amount eaten for certain, in portions; else the highest possible one.
  var highestPortions: Double? {
    exposures.filter(\.certain).map(\.portions).max() ?? exposures.map(\.portions).max()
  }

  /// The challenges to draw, in time: those meant as tests and those of the highest doses.
  ///
  /// Days that were merely read as a test, and have no days to compare with, show nothing.
  var drawnChallenges: [(index: Int, challenge: Challenge)] {
    var all = challenges.enumerated().map { (index: $0.offset, challenge: $0.element) }
    let most =
      verdict.isTrigger ? Thresholds.drawnChallenges : Thresholds.drawnChallengesOfOthers
    let telling = all.filter { $0.challenge.isDeclared || $0.challenge.effect != nil }
    if !telling.isEmpty { all = telling }
    guard all.count > most else { return all }
    func dose(_ challenge: Challenge) -> Double { challenge.doses.map(\.value).max() ?? 0 }
    let ranked = all.sorted { one, other in
      if one.challenge.isDeclared != other.challenge.isDeclared { return one.challenge.isDeclared }
      let (first, second) = (dose(one.challenge), dose(other.challenge))
      return first == second ? one.index < other.index : first > second
    }
    return ranked.prefix(most).sorted { $0.index < $1.index }
  }
}

extension Verdict {
  /// Whether symptoms followed the group, or may have.
  var isTrigger: Bool { self == .likelyTrigger || self == .possibleTrigger }
}
