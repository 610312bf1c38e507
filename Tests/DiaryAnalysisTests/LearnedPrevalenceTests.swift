// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import Testing

@Suite("Prevalence learned from a batch")
struct LearnedPrevalenceTests {
  private func batch(_ rates: [String: [Double]], count: Int) -> [[GroupID: Double]] {
    (0..<count).map { index in
      var diary: [GroupID: Double] = [:]
      for (name, values) in rates {
        diary[GroupID(rawValue: name)] = values[index % values.count]
      }
      return diary
    }
  }

  @Test func fewDiariesTeachNothing() {
    let rates = ["egg": [0.5], "soy": [0.1]]
    #expect(LearnedPrevalence(batch(rates, count: LearnedPrevalence.fewest - 1)) == nil)
    #expect(LearnedPrevalence(batch(rates, count: LearnedPrevalence.fewest)) != nil)
    #expect(LearnedPrevalence([[GroupID: Double]](repeating: [:], count: 100)) == nil)
  }

  @Test func equalRatesMoveNothing() throws {
    let learned = try #require(LearnedPrevalence(batch(["egg": [0.25], "soy": [0.25]], count: 60)))
    for value in learned.logOdds.values { #expect(abs(value) < 1e-12) }
  }

  /// The change by hand.
  ///
  /// 80 diaries, egg at .5 and soy at .1 in each: the mean is .3, so the first change of egg
  /// is logit .5 − logit .3 = .847298. A probability that all share moves by the change itself, so
  /// the second adds .7 × .847298 and the third .7 × (.7 × .847298): 2.19 × .847298 = 1.855582.
  /// Variances of the logits: .001/80/.25² = .0002 and .001/80/.09² = .00154321; differences .847298
  /// and −1.349927; w = 5000, 648; their mean .595209; Q = 5000 × .252089² + 648 × 1.945136² = 2769.48;
  /// C = 5648 − (5000² + 648²)/5648 = 1147.309; spread (Q − 1)/C = 2.413020; belief
  /// 2.413020/2.413220 = .999917; change 1.855428.
  @Test func changesFollowTheRule() throws {
    let learned = try #require(LearnedPrevalence(batch(["egg": [0.5], "soy": [0.1]], count: 80)))
    let egg = try #require(learned.logOdds[GroupID(rawValue: "egg")])
    #expect(abs(egg - 1.855428) < 1e-4)
    let soy = try #require(learned.logOdds[GroupID(rawValue: "soy")])
    #expect(soy < -1)
    #expect(learned.diaries == 80)
  }

  @Test func differencesThatChanceExplainsMoveNothing() throws {
    let wide = [0.05, 0.95, 0.3, 0.1, 0.6, 0.02]
    let other = [0.1, 0.9, 0.35, 0.1, 0.5, 0.1]
    let learned = try #require(LearnedPrevalence(batch(["egg": wide, "soy": other], count: 24)))
    for value in learned.logOdds.values { #expect(value == 0) }
  }

  @Test func changesStayInBoundsWhateverTheEvidence() throws {
    let extreme = batch(["egg": [1, .nan, 1], "soy": [0], "fish": [0, 1]], count: 500)
    let learned = try #require(LearnedPrevalence(extreme))
    for value in learned.logOdds.values {
      #expect(value.isFinite)
      #expect(abs(value) <= 2.5)
    }
  }

  @Test func aGroupOfFewDiariesIsNotMoved() throws {
    var evidence = batch(["egg": [0.3], "soy": [0.1]], count: 60)
    for index in 0..<LearnedPrevalence.fewest - 1 {
      evidence[index][GroupID(rawValue: "fish")] = 0.9
    }
    let learned = try #require(LearnedPrevalence(evidence))
    #expect((learned.logOdds[GroupID(rawValue: "fish")] ?? 0) == 0)
  }
}
