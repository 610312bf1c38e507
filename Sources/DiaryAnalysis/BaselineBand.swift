// SPDX-License-Identifier: Apache-2.0

/// The usual outcome on days away from every challenge.
struct BaselineBand: Sendable {
  let low: Double
  let high: Double
  let median: Double

  /// Creates the middle 80 % of the days outside all challenge windows and the baseline diet.
  ///
  /// Where fewer than five are left, those outside the windows of the groups that a phase leaves out
  /// or tests, if any; else those of the baseline diet too, or all days; `nil` with fewer than five of
  /// those.
  init?(
    outcome: DailyOutcome, challenges: [ChallengeSpan], ofPhases: [ChallengeSpan],
    isBaselineDiet: (Int) -> Bool
  ) {
    func away(_ spans: [ChallengeSpan]) -> [Int] {
      let touched = Set(spans.flatMap { Array($0.window) })
      return outcome.days.filter { !touched.contains($0) }
    }
    let all = away(challenges)
    let candidates = [
      all.filter { !isBaselineDiet($0) },
      ofPhases.isEmpty ? [] : away(ofPhases).filter { !isBaselineDiet($0) }, all,
      Array(outcome.days),
    ]
    let sorted = candidates.map { outcome.values($0).sorted() }.first { $0.count >= 5 }
    guard let sorted, let low = DailyOutcome.quantile(sorted, 0.1),
      let high = DailyOutcome.quantile(sorted, 0.9), let median = DailyOutcome.quantile(sorted, 0.5)
    else { return nil }
    self.low = low
    self.high = high
    self.median = median
  }
}
