// SPDX-License-Identifier: Apache-2.0

import Statistics
import TestSupport
import Testing

@Suite("Random effects and shares")
struct RandomEffectsTests {
  /// BCG vaccine trials (Colditz 1994): ill and well, vaccinated and not.
  private static let trials: [(Double, Double, Double, Double)] = [
    (4, 119, 11, 128), (6, 300, 29, 274), (3, 228, 11, 209), (62, 13_536, 248, 12_619),
    (33, 5_036, 47, 5_761), (180, 1_361, 372, 1_079), (8, 2_537, 10, 619),
    (505, 87_886, 499, 87_892), (29, 7_470, 45, 7_232), (17, 1_699, 65, 1_600),
    (186, 50_448, 141, 27_197), (5, 2_493, 3, 2_338), (27, 16_886, 29, 17_825),
  ]

  private static func pooled() throws -> RandomEffects {
    let effects = trials.map { logRatio($0.0 / ($0.0 + $0.1), $0.2 / ($0.2 + $0.3)) }
    let variances = trials.map {
      1 / $0.0 - 1 / ($0.0 + $0.1) + 1 / $0.2 - 1 / ($0.2 + $0.3)
    }
    return try #require(RandomEffects(effects: effects, variances: variances))
  }

  /// ln(a/b) as twice the area hyperbolic tangent, by its series after taking roots.
  private static func logRatio(_ a: Double, _ b: Double) -> Double {
    var ratio = a / b
    var scale = 1.0
    while abs(ratio - 1) > 1e-3 {
      ratio = ratio.squareRoot()
      scale *= 2
    }
    let x = (ratio - 1) / (ratio + 1)
    return 2 * scale * (x + x * x * x / 3 + x * x * x * x * x / 5)
  }

  /// As R's metafor prints them: rma(…, method = "REML", test = "knha"); Viechtbauer 2010,
  /// 10.18637/jss.v036.i03.
  @Test func agreesWithMetafor() throws {
    let pooled = try Self.pooled()
    #expect(abs(pooled.betweenVariance - 0.3132) < 5e-5)
    #expect(abs(pooled.mean - -0.7145) < 5e-5)
    #expect(abs(pooled.q - 152.2330) < 5e-5)
    #expect(abs(pooled.inconsistency - 0.9222) < 5e-5)
    #expect(abs((pooled.standardError ?? 0) - 0.1808) < 5e-5)
    let interval = try #require(pooled.interval(level: 0.95))
    #expect(abs(interval.lowerBound - -1.1084) < 5e-5)
    #expect(abs(interval.upperBound - -0.3206) < 5e-5)
  }

  @Test func effectsThatAgreeHaveNoVarianceBetweenThem() throws {
    let pooled = try #require(
      RandomEffects(effects: [1, 1.1, 0.9, 1], variances: [1, 1, 1, 1]))
    #expect(pooled.betweenVariance == 0)
    #expect(pooled.inconsistency == 0)
    #expect(abs(pooled.mean - 1) < 1e-12)
  }

  @Test func doesNotDependOnOrderOrScale() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<50 {
      let count = Int.random(in: 2...12, using: &random)
      let effects = (0..<count).map { _ in Double.random(in: -3...3, using: &random) }
      let variances = (0..<count).map { _ in Double.random(in: 0.01...2, using: &random) }
      let one = try #require(RandomEffects(effects: effects, variances: variances))
      let turned = try #require(
        RandomEffects(effects: effects.reversed(), variances: variances.reversed()))
      let larger = try #require(
        RandomEffects(effects: effects.map { $0 * 10 }, variances: variances.map { $0 * 100 }))
      #expect(abs(one.mean - turned.mean) < 1e-6)
      #expect(abs(larger.mean - 10 * one.mean) < 1e-5)
      #expect(abs(larger.betweenVariance - 100 * one.betweenVariance) < 1e-4)
      #expect(one.mean >= (effects.min() ?? 0) - 1e-9 && one.mean <= (effects.max() ?? 0) + 1e-9)
    }
  }

  @Test func leavesOutWhatCannotBeUsed() {
    #expect(RandomEffects(effects: [], variances: []) == nil)
    #expect(RandomEffects(effects: [.nan, 1], variances: [1, 0]) == nil)
    let single = RandomEffects(effects: [2, .infinity], variances: [0.5, 1])
    #expect(single?.mean == 2)
    #expect(single?.interval(level: 0.9) == nil)
  }

  /// Newcombe 1998 (10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E), Table I.
  @Test(arguments: [
    (81.0, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
    (1, 29, 0.0061, 0.1718),
  ])
  func sharesHaveTheScoreInterval(hits: Double, count: Int, low: Double, high: Double) throws {
    let interval = try #require(scoreInterval(hits: hits, of: count, level: 0.95))
    #expect(abs(interval.lowerBound - low) < 5e-5)
    #expect(abs(interval.upperBound - high) < 5e-5)
  }

  @Test func sharesThatAreNoneHaveNoInterval() {
    #expect(scoreInterval(hits: 1, of: 0, level: 0.9) == nil)
    #expect(scoreInterval(hits: 3, of: 2, level: 0.9) == nil)
    #expect(scoreInterval(hits: .nan, of: 2, level: 0.9) == nil)
    #expect(scoreInterval(hits: 2, of: 2, level: 0.9)?.upperBound == 1)
  }
}
