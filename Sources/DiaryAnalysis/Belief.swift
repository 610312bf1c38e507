// SPDX-License-Identifier: Apache-2.0

public import DiaryModel

/// What a person believed of a group, beside what the diary shows.
///
/// It has no weight in the model.
public struct Belief: Codable, Hashable, Sendable {
  /// The group.
  public var group: GroupID
  /// Whether the person suspected it; `false` for a likely or possible trigger that nobody suspected.
  public var believed: Bool
  /// What the diary shows.
  public var verdict: Verdict
  /// The posterior probability that it raises the outcome; `nil` where it was not computed.
  public var probability: Double?
  /// The rows that name the suspicion, as `file:line`.
  public var entries: [String]

  /// Creates a belief.
  public init(
    group: GroupID, believed: Bool, verdict: Verdict, probability: Double?, entries: [String]
  ) {
    self.group = group
    self.believed = believed
    self.verdict = verdict
    self.probability = probability
    self.entries = entries
  }
}

extension AnalysisRun {
  /// The beliefs beside the verdicts, in `GroupID` order; none where the profile names no suspicion.
  func beliefs(_ results: [GroupResult]) -> [Belief] {
    guard !profile.suspects.isEmpty else { return [] }
    return results.compactMap { result in
      let believed = profile.suspects.contains(result.group)
      let isTrigger = result.verdict == .likelyTrigger || result.verdict == .possibleTrigger
      guard believed || isTrigger else { return nil }
      return Belief(
        group: result.group, believed: believed, verdict: result.verdict,
        probability: result.probability,
        entries: (profile.suspectEntries[result.group] ?? []).map { frame.reference($0) })
    }
  }
}
