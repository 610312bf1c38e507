// SPDX-License-Identifier: Apache-2.0

import Inference
import Testing

@Suite("Effects and recalibration")
struct EffectDistributionTests {
  static let components = [
    Posterior.EffectComponent(weight: 0.3, atom: 0, mean: 1.5, sd: 0.4),
    Posterior.EffectComponent(weight: 0.15, atom: 1, mean: 0.2, sd: 0.5),
    Posterior.EffectComponent(weight: 0.05, atom: 2, mean: -0.5, sd: 0.3),
  ]
  static let exposure = [0.8, 1.2, 0.5]

  @Test(
    "Quantiles of the mixture against SciPy's truncnorm",
    arguments: [
      (1, 0.05, 0.035097416606881614), (1, 0.5, 0.9830987664443277),
      (1, 0.95, 1.6575013077871397), (1.4, 0.05, 0.0540751157801058),
      (1.4, 0.5, 0.9913083721150332), (1.4, 0.95, 1.8865535152660038),
    ])
  func quantiles(widening: Double, p: Double, expected: Double) {
    let effect = EffectDistribution(
      Self.components, exposure: Self.exposure, widening: widening)
    #expect(abs(effect.quantile(p) - expected) < 1e-6)
  }

  @Test("Mean and probability of a relevant effect against SciPy")
  func meanAndRelevance() {
    let effect = EffectDistribution(Self.components, exposure: Self.exposure, widening: 1)
    #expect(abs(effect.mean - 0.8994295682929561) < 1e-10)
    #expect(abs(effect.probability(atLeast: 0.5) - 0.7435811262085812) < 1e-10)
    let wide = EffectSummary(
      EffectDistribution(Self.components, exposure: Self.exposure, widening: 1.4),
      relevantEffect: 0.5)
    #expect(abs(wide.relevant - 0.7521791364093897) < 1e-10)
    #expect(wide.lower < wide.median && wide.median < wide.upper)
  }

  @Test("A misfit bends each half by itself; SciPy's normal quantiles far from zero")
  func misfit() {
    let one = [Posterior.EffectComponent(weight: 1, atom: 0, mean: 10, sd: 0.6)]
    let effect = EffectDistribution(
      one, exposure: [2], widening: 1, misfit: .init(below: 0.08, above: 0.25))
    // Downwards sqrt(0.6² + 0.8²) = 1, upwards sqrt(0.6² + 2.5²); both times the exposure of 2.
    #expect(abs(effect.quantile(0.5) - 20) < 1e-5)
    #expect(abs(effect.quantile(0.05) - (20 - 2 * 1.6448536269514722)) < 1e-5)
    #expect(
      abs(effect.quantile(0.95) - (20 + 2 * 6.61.squareRoot() * 1.6448536269514722)) < 1e-5)
    #expect(abs(effect.mean - 20) < 1e-9)
  }

  @Test("Without components or exposure the effect is 0")
  func empty() {
    let none = EffectDistribution([], exposure: [])
    #expect(none.mean == 0 && none.quantile(0.95) == 0 && none.probability(atLeast: 0.5) == 0)
    let unexposed = EffectDistribution(Self.components, exposure: [0, .nan])
    #expect(unexposed.mean == 0)
    #expect(unexposed.quantile(0.5) == 0)
  }

  @Test("A component far below zero stays finite and small")
  func farBelow() {
    let far = [Posterior.EffectComponent(weight: 1, atom: 0, mean: -30, sd: 0.5)]
    let effect = EffectDistribution(far, exposure: [1], widening: 1)
    // Beyond 60 sd the law is close to an exponential of rate 30/0.25.
    #expect(abs(effect.mean - 0.25 / 30) < 1e-4)
    #expect(abs(effect.quantile(0.5) - 0.693147 * 0.25 / 30) < 1e-4)
  }

  @Test("Quantiles of mixtures are where the probability says", arguments: 1...40)
  func mixtures(count: Int) {
    // Means on both sides of zero and deviations from narrow to wide, in no order.
    let effects = (0..<count).map { k -> Posterior.EffectComponent in
      let mean = Double(k * 7 % 11) * 0.4 - 1
      let sd = 0.05 + Double(k * 5 % 13) * 0.1
      return .init(weight: Double(k % 5 + 1), atom: 0, mean: mean, sd: sd)
    }
    let effect = EffectDistribution(
      effects, exposure: [1.5], misfit: .init(below: 0.09, above: 0.15))
    for p in [0.001, 0.05, 0.3, 0.5, 0.77, 0.95, 0.9999] {
      #expect(abs(effect.probability(atLeast: effect.quantile(p)) - (1 - p)) < 1e-7)
    }
  }
}
