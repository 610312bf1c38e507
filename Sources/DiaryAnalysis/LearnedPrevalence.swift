// SPDX-License-Identifier: Apache-2.0

public import DiaryModel
internal import Glibc
internal import Statistics

/// How often each group is a trigger among the people of a batch, as a change of prior odds.
///
/// Empirical Bayes: the log odds of a group are moved until the rate expected before the diaries are
/// read is the mean of the probabilities after, as far as groups differ by more than chance. A group's own probabilities are moved by the change
/// of its log odds alone, which leaves out that one group's gain is another's loss; `docs/method.md`
/// says how far that is from repeating the whole analysis in each round.
public struct LearnedPrevalence: Hashable, Sendable {
  /// The fewest diaries of a batch, and of a group, from which anything is learned.
  public static let fewest = 20
  /// The number of rounds.
  static let rounds = 3
  /// The share of each later step that is taken.
  static let step = 0.7
  /// The farthest a group's log odds are moved either way: odds times 12.
  static let farthest = 2.5

  /// The diaries that were learned from.
  public let diaries: Int
  /// What is added to the log odds of each group.
  public let logOdds: [GroupID: Double]

  /// Learns from the posterior inclusion probabilities of the groups of each diary; `nil` with fewer
  /// than `fewest` diaries.
  ///
  /// - Parameter evidence: for each diary, the probability (0…1) of each group that its outcome tells
  ///   about, as `DiaryAnalyzer.inclusion(_:)` gives it without anything learned.
  public init?(_ evidence: [[GroupID: Double]]) {
    let diaries = evidence.filter { !$0.isEmpty }
    guard diaries.count >= Self.fewest else { return nil }
    var byGroup: [GroupID: [Double]] = [:]
    for diary in diaries {
      for group in diary.keys.sorted() {
        guard let probability = diary[group], probability.isFinite else { continue }
        byGroup[group, default: []].append(Self.logit(probability))
      }
    }
    self.diaries = diaries.count
    logOdds = Self.logOdds(byGroup.filter { $0.value.count >= Self.fewest })
  }

  /// The change of each group's log odds, believed as far as groups differ by more than chance.
  private static func logOdds(_ byGroup: [GroupID: [Double]]) -> [GroupID: Double] {
    let groups = byGroup.keys.sorted()
    let overall = logit(meanRate(groups.flatMap { byGroup[$0] ?? [] }, moved: 0))
    let rates = groups.map { Rate(byGroup[$0] ?? [], overall: overall) }
    let spread = RandomEffects.momentsVariance(
      effects: rates.map(\.difference), variances: rates.map(\.variance))
    var answer: [GroupID: Double] = [:]
    for (group, rate) in zip(groups, rates) {
      let belief = spread > 0 ? spread / (spread + rate.variance) : 0
      let change = belief * learned(byGroup[group] ?? [], overall: overall)
      answer[group] = min(max(change, -farthest), farthest)
    }
    return answer
  }

  /// How far a group's mean probability lies from that of all, in log odds, and how surely.
  private struct Rate {
    let difference: Double
    let variance: Double

    init(_ logits: [Double], overall: Double) {
      let values = logits.map { 1 / (1 + exp(-$0)) }
      let count = Double(values.count)
      let mean = values.reduce(0, +) / count
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      difference = LearnedPrevalence.logit(mean) - overall
      // Delta method for the logit of a mean; never without doubt.
      let slope = max(mean * (1 - mean), 1e-4)
      variance = max(squares / max(count - 1, 1), 1e-3) / count / (slope * slope)
    }
  }

  /// The change of log odds after all rounds: first to the group's own rate, then along the change
  /// that each step makes (`docs/method.md`, section on batches).
  private static func learned(_ logits: [Double], overall: Double) -> Double {
    var previous = logit(meanRate(logits, moved: 0))
    var delta = previous - overall
    for _ in 1..<rounds {
      let rate = logit(meanRate(logits, moved: delta))
      delta += step * (rate - previous)
      previous = rate
    }
    return delta
  }

  private static func meanRate(_ logits: [Double], moved delta: Double) -> Double {
    logits.reduce(0) { $0 + 1 / (1 + exp(-($1 + delta))) } / Double(max(logits.count, 1))
  }

  private static func logit(_ probability: Double) -> Double {
    let p = min(max(probability, 1e-4), 1 - 1e-4)
    return log(p / (1 - p))
  }

  /// What was learned in one line, such as `240 diaries: fructan +0.41, lactose -0.20`.
  var summary: String {
    let parts = logOdds.keys.sorted().compactMap { group -> String? in
      guard let value = logOdds[group], abs(value) >= 0.005 else { return nil }
      let hundredths = Int((abs(value) * 100).rounded())
      let digits = hundredths % 100 < 10 ? "0\(hundredths % 100)" : "\(hundredths % 100)"
      return "\(group.rawValue) \(value < 0 ? "-" : "+")\(hundredths / 100).\(digits)"
    }
    return "\(diaries) diaries: " + (parts.isEmpty ? "no change" : parts.joined(separator: ", "))
  }
}
