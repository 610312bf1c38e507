// SPDX-License-Identifier: Apache-2.0

extension BatchIndexEntry {
  /// How many groups are not clear.
  private var notClear: Int { max(0, open - (unjudged ?? 0)) }

  /// Whether the diary has a verdict on any group.
  var isJudged: Bool { !(likely.isEmpty && possible.isEmpty && tolerated.isEmpty) || notClear > 0 }

  /// What the index's script sorts and filters by, in this order: the urgency of the safety note (0 for
  /// none), the numbers of groups that are likely triggers, possible ones, tolerated, not clear and not
  /// to be judged, and 1 where any group was judged.
  var numbers: [Int] {
    [
      SafetyUrgency.of(safety), likely.count, possible.count, tolerated.count, notClear,
      unjudged ?? 0, isJudged ? 1 : 0,
    ]
  }
}
