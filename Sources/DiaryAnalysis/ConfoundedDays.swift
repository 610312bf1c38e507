// SPDX-License-Identifier: Apache-2.0

internal import Statistics

extension ChallengeStatistics {
  /// The rise from which a challenge counts as followed by symptoms, in points.
  private static let reaction = VerdictRules.reaction

  /// A group's challenges with and without the days on which a confounder stands.
  ///
  /// - Returns: `nil` where there is no challenge to compare, or no day is confounded.
  func withoutConfounded(_ judged: [Judged]) -> GroupResult.ConfoundedComparison? {
    var all = Pool()
    var left = Pool()
    var (days, confounded) = (0, 0)
    for test in judged {
      let (result, window) = (test.result, test.window)
      guard let effect = result.effect else { continue }
      let (values, rest) = (window.values.count, window.unconfounded.count)
      days += values
      confounded += values - rest
      all.add(effect, nap: result.nap, pairs: values * result.baselineDays)
      if rest > 0, let effect = result.effectWithoutConfounded {
        let nap = result.confounders.isEmpty ? result.nap : result.napWithoutConfounded
        left.add(effect, nap: nap, pairs: rest * result.baselineDays)
      }
    }
    guard confounded > 0 else { return nil }
    return .init(
      reading: Self.reading(all.effect, left.effect), days: days, confoundedDays: confounded,
      challenges: all.count, challengesLeft: left.count, effect: all.effect,
      effectWithout: left.effect, nap: all.nap, napWithout: left.nap)
  }

  private static func reading(
    _ with: Double?, _ without: Double?
  ) -> GroupResult.ConfoundedComparison.Reading {
    guard let with, let without else { return .noDaysLeft }
    let isAlike = abs(with - without) < reaction
    if with >= reaction {
      if without >= reaction && !isAlike { return .differs }
      return without >= reaction ? .stands : without > 0 ? .weaker : .gone
    }
    return without >= reaction ? .stronger : isAlike ? .stands : .differs
  }

  /// Challenges taken together: the mean of their effects, and their pairs as one list.
  private struct Pool {
    var count = 0
    private var effects = 0.0
    private var better = 0.0
    private var pairs = 0.0

    mutating func add(_ effect: Double, nap: Double?, pairs: Int) {
      count += 1
      effects += effect
      guard let nap else { return }
      better += nap * Double(pairs)
      self.pairs += Double(pairs)
    }

    var effect: Double? { count > 0 ? effects / Double(count) : nil }
    var nap: Double? { pairs > 0 ? better / pairs : nil }
  }
}
