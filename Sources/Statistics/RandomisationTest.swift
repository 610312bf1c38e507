// SPDX-License-Identifier: Apache-2.0

/// The exact randomisation p of a difference of means, under the assignments that a draw could give.
///
/// p is the share of the assignments whose difference (exposed less unexposed) is at least as large
/// as the observed one. The observed assignment counts, so p ≥ 1/assignments: 15 days with at least
/// 5 in each phase cannot go below 1/6. Ties count as large. Missing outcomes (not finite) keep
/// their place and enter no mean; assignments that leave a side empty have no difference and are
/// left out. Edgington and Onghena, Randomization Tests, 2007; Bulté and Onghena 2008.
public struct RandomisationTest: Hashable, Sendable {
  /// Which differences count as large.
  public enum Direction: Hashable, Sendable {
    /// Exposed above unexposed.
    case greater
    /// Either way.
    case twoSided
  }

  /// The difference of means as it was.
  public let observed: Double
  /// The number of assignments with a difference.
  public let assignments: Int
  /// The p-value, at least 1/`assignments`.
  public let pValue: Double

  /// Tests an assignment among those that could have been drawn.
  ///
  /// The observed one is added where the list does not hold it. Fails where the observed difference
  /// does not exist.
  ///
  /// - Parameters:
  ///   - outcome: The values in time.
  ///   - exposed: The assignment as it was, as long as `outcome`.
  ///   - candidates: Every assignment that could have been drawn, each once.
  ///   - direction: Which differences count as large.
  public init?(
    outcome: [Double], exposed: [Bool], candidates: [[Bool]], direction: Direction = .greater
  ) {
    func statistic(_ assignment: [Bool]) -> Double? {
      Self.difference(outcome, assignment).map { direction == .greater ? $0 : abs($0) }
    }
    guard let raw = Self.difference(outcome, exposed), let size = statistic(exposed) else {
      return nil
    }
    var values = candidates.compactMap(statistic)
    if !candidates.contains(exposed) { values.append(size) }
    let margin = 1e-12 * max(1, abs(size))
    observed = raw
    assignments = values.count
    pValue = Double(values.count { $0 >= size - margin }) / Double(values.count)
  }

  private static func difference(_ outcome: [Double], _ exposed: [Bool]) -> Double? {
    guard outcome.count == exposed.count else { return nil }
    let pairs = zip(outcome, exposed).filter { $0.0.isFinite }
    guard let with = mean(pairs.filter(\.1).map(\.0)),
      let without = mean(pairs.filter { !$0.1 }.map(\.0))
    else { return nil }
    return with - without
  }

  /// All ways to divide days into phases that alternate, unexposed first: AB, ABA, ABAB and so on.
  ///
  /// - Parameters:
  ///   - days: The number of days.
  ///   - phases: The number of phases, 1…6.
  ///   - shortest: The fewest days of a phase.
  ///   - most: The most assignments that are listed.
  /// - Returns: Every assignment once; none where the days do not suffice, or there are more.
  public static func phaseAssignments(
    days: Int, phases: Int, shortest: Int, most: Int = 100_000
  ) -> [[Bool]] {
    guard days > 0, (1...6).contains(phases), shortest > 0, shortest <= days / phases else {
      return []
    }
    var partial: [[Bool]] = [[]]
    for phase in 0..<phases {
      let following = (phases - phase - 1) * shortest
      partial = partial.flatMap { head -> [[Bool]] in
        let free = days - head.count - following
        let lengths = phase + 1 == phases ? free...free : shortest...max(shortest, free)
        return lengths.map { head + [Bool](repeating: phase % 2 == 1, count: $0) }
      }
      if partial.count > most { return [] }
    }
    return partial
  }

  /// All ways to choose which of some days or slots are exposed, with runs of a limited length.
  ///
  /// Completely randomised designs have no limit to runs; alternating treatments have.
  ///
  /// - Returns: Every assignment once; none where there are more than `most`.
  public static func slotAssignments(
    slots: Int, exposed: Int, longestRun: Int = .max, most: Int = 100_000
  ) -> [[Bool]] {
    guard slots > 0, (0...slots).contains(exposed) else { return [] }
    var partial: [[Bool]] = [[]]
    for slot in 0..<slots {
      partial = partial.flatMap { head -> [[Bool]] in
        let used = head.count { $0 }
        let run = head.reversed().prefix { $0 == head.last }.count
        return [false, true].filter { next in
          let total = used + (next ? 1 : 0)
          return total <= exposed && exposed - total <= slots - slot - 1
            && (next != head.last || run < longestRun)
        }.map { head + [$0] }
      }
      if partial.count > most { return [] }
    }
    return partial
  }
}
