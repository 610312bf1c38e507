// SPDX-License-Identifier: Apache-2.0

/// The usual outcome on days away from every challenge.
struct BaselineBand: Sendable {
  let low: Double
  let high: Double
  let median: Double

  /// Creates the middle 80 % of the days outside all challenge windows; of all days where fewer than
  /// five are left; `nil` with fewer than five of those too.
  init?(outcome: DailyOutcome, challenges: [ChallengeSpan], isBaselineDiet: (Int) -> Bool) {
    let touched = Set(challenges.flatMap { Array($0.window) })
    let away = outcome.days.filter { !touched.contains($0) }
    let candidates = [away.filter { !isBaselineDiet($0) }, away, Array(outcome.days)]
    let sorted = candidates.map { outcome.values($0).sorted() }.first { $0.count >= 5 }
    guard let sorted, let low = DailyOutcome.quantile(sorted, 0.1),
      let high = DailyOutcome.quantile(sorted, 0.9), let median = DailyOutcome.quantile(sorted, 0.5)
    else { return nil }
    self.low = low
    self.high = high
    self.median = median
  }
}
