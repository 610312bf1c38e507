// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// A reintroduction of one group, as days.
struct ChallengeSpan: Hashable, Sendable {
  var group: GroupID
  /// The first exposure day.
  var first: Int
  /// The last exposure day.
  var last: Int
  /// The last day of the response window.
  var windowEnd: Int
  /// `diary`, `protocol` or `inferred`.
  var source: String

  /// The exposure days and the tail.
  var window: ClosedRange<Int> { first...max(first, windowEnd) }
}

/// Finds the reintroductions in the exposures.
struct ChallengeFinder: Sendable {
  /// The days without the group that must come before.
  static let cleanDays = 3
  /// The most challenges that are followed up for one group.
  static let most = 24

  let frame: DiaryFrame
  let phases: [PhaseSpan]

  /// The challenges of one group in time: those that a phase declares, and exposure episodes of at
  /// most two weeks after at least three days without, two of them with an entry.
  func challenges(of exposure: GroupExposure) -> [ChallengeSpan] {
    let tail = Mechanism(of: exposure.group).tailDays
    let episodes = Episode.all(exposure.certainDays)
    let declared = phases.filter { $0.name == "challenge" && $0.groups.contains(exposure.group) }
    var spans: [ChallengeSpan] = []
    for (index, episode) in episodes.enumerated() {
      let next = index + 1 < episodes.count ? episodes[index + 1].first : Int.max
      let phase = declared.first { $0.first <= episode.last && episode.first <= $0.last }
      let previousEnd = index > 0 ? episodes[index - 1].last : frame.firstDay - 1
      guard phase.map({ $0.source != "inferred" }) == true || isFresh(episode, after: previousEnd)
      else { continue }
      let first = phase.map { max($0.first, episode.first) } ?? episode.first
      let last = phase.map { min($0.last, episode.last) } ?? episode.last
      spans.append(
        ChallengeSpan(
          group: exposure.group, first: first, last: max(first, last),
          windowEnd: max(min(max(first, last) + tail, next - 1, frame.lastDay), first),
          source: phase?.source ?? "inferred"))
    }
    return Array(spans.prefix(Self.most))
  }

  private func isFresh(_ episode: Episode, after previousEnd: Int) -> Bool {
    guard episode.first - previousEnd - 1 >= Self.cleanDays,
      episode.last - episode.first < PhaseTable.longestChallengeDays
    else { return false }
    return (episode.first - Self.cleanDays..<episode.first).count { frame.isLogged($0) } >= 2
  }
}
