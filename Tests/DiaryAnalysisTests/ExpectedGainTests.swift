// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import DiaryAnalysis

@Suite("The expected gain of an experiment")
struct ExpectedGainTests {
  private func gain(_ p: Double, _ sizes: [Double]) -> ExpectedGain {
    ExpectedGain(probability: p, shifts: sizes.map { .init(size: $0, weight: 1) })
  }

  @Test("What is certain cannot be learned", arguments: [0.0, 1.0])
  func certain(p: Double) {
    let certain = gain(p, [1, 2, 8])
    #expect(certain.bits == 0)
    #expect(certain.ifPositive == p && certain.ifNegative == p)
  }

  @Test("A test that shows nothing tells nothing; one that shows all tells all")
  func ends() {
    #expect(gain(0.3, [0]).bits < 1e-9)
    let all = gain(0.3, [12])
    #expect(abs(all.bits - 0.881_290_899) < 1e-6)
    #expect(abs(all.chanceOfPositive - 0.3) < 1e-6)
    #expect(all.ifPositive > 1 - 1e-6 && all.ifNegative < 1e-6)
    #expect(gain(0.3, []).bits == 0)
    #expect(gain(0.3, [.nan, -3]).bits < 1e-9)
  }

  /// The capacity of a binary-input Gaussian channel with signals ±1, as tables give it: 0.4859 bits
  /// at a noise variance of 1 (a distance of 2), 0.7215 at one half, 0.9128 at one quarter.
  @Test(
    "Even odds are the binary-input Gaussian channel",
    arguments: [(2.0, 0.485_9), (2 * 2.0.squareRoot(), 0.721_5), (4.0, 0.912_8)])
  func channel(size: Double, capacity: Double) {
    // Sizes between the lattice's points are shared by both neighbours, which costs little.
    #expect(abs(gain(0.5, [size]).bits - capacity) < 3e-3)
  }

  @Test("The mean of the probabilities afterwards is the probability before")
  func martingale() {
    var generator = SplitMix(state: 11)
    for _ in 0..<300 {
      let p = Double.random(in: 0.01...0.99, using: &generator)
      let sizes = (0..<5).map { _ in Double.random(in: 0...8, using: &generator) }
      let gain = gain(p, sizes)
      let chance = gain.chanceOfPositive
      #expect(abs(chance * gain.ifPositive + (1 - chance) * gain.ifNegative - p) < 1e-6)
      #expect(gain.ifNegative <= p && gain.ifPositive >= p)
      #expect(gain.bits >= 0 && gain.bits <= ExpectedGain.entropy(p) + 1e-12)
    }
  }

  @Test("Any larger effect tells no less")
  func monotone() {
    var generator = SplitMix(state: 5)
    for _ in 0..<300 {
      let p = Double.random(in: 0.02...0.98, using: &generator)
      var sizes = (0..<4).map { _ in Double.random(in: 0...9, using: &generator) }
      let before = gain(p, sizes).bits
      sizes[Int.random(in: 0..<4, using: &generator)] += Double.random(in: 0...2, using: &generator)
      #expect(gain(p, sizes).bits >= before - 1e-9)
    }
  }
}

@Suite("The signal of an experiment")
struct ExperimentSignalTests {
  /// A linear system solved by Gauss' method.
  private func solve(_ matrix: [Double], _ right: [Double]) -> [Double] {
    let n = right.count
    var a = matrix
    var b = right
    for k in 0..<n {
      for i in k + 1..<n {
        let f = a[i * n + k] / a[k * n + k]
        for j in k..<n { a[i * n + j] -= f * a[k * n + j] }
        b[i] -= f * b[k]
      }
    }
    for k in (0..<n).reversed() {
      for j in k + 1..<n { b[k] -= a[k * n + j] * b[j] }
      b[k] /= a[k * n + k]
    }
    return b
  }

  private func size(
    _ noise: ExperimentNoise, _ days: ExperimentProtocol, atom: Int = 6
  ) -> Double {
    let count = days.portions.count + days.watchDays
    let doses = days.portions.enumerated().map { (day: $0.offset, portions: $0.element) }
    let column = ExperimentSignal.columns(doses, count: count)[atom]
    return ExperimentSignal.size(column, covariance: noise.covariance(days)) / noise.sd
  }

  @Test("Independent noise of known level: the root of the sum of squares")
  func independent() {
    let identity: [Double] = [1, 0, 0, 0, 1, 0, 0, 0, 1]
    #expect(abs(ExperimentSignal.size([3, 4, 12], covariance: identity) - 13) < 1e-6)
  }

  @Test("Where no weight would be negative it is that of generalised least squares")
  func leastSquares() {
    let noise = ExperimentNoise(sd: 1, phi: 0.3, level: 0.2)
    let days = ExperimentProtocol(washoutDays: 3, portions: [1, 1, 1], watchDays: 0)
    let covariance = noise.covariance(days)
    let signal = [0.8, 1.0, 0.9]
    let weights = solve(covariance, signal)
    #expect(weights.allSatisfy { $0 >= 0 })
    let expected = zip(weights, signal).reduce(0) { $0 + $1.0 * $1.1 }.squareRoot()
    #expect(abs(ExperimentSignal.size(signal, covariance: covariance) - expected) < 1e-5)
  }

  @Test("No weights of 0 or more do better")
  func best() {
    var generator = SplitMix(state: 3)
    let days = ExperimentProtocol(washoutDays: 3, portions: [1, 2, 2], watchDays: 3)
    for phi in [0.0, 0.4, 0.85] {
      let noise = ExperimentNoise(sd: 1, phi: phi, level: 0.3, expectation: 0.2)
      let covariance = noise.covariance(days)
      let signal = [1, 0.9, 0.5, 0.1, 0, 0.0]
      let best = ExperimentSignal.size(signal, covariance: covariance)
      for _ in 0..<500 {
        let w = (0..<6).map { _ in
          max(0, Double.random(in: -0.5...1, using: &generator))
        }
        let top = zip(w, signal).reduce(0) { $0 + $1.0 * $1.1 }
        var bottom = 0.0
        for i in 0..<6 { for j in 0..<6 { bottom += w[i] * w[j] * covariance[i * 6 + j] } }
        if bottom > 0 { #expect(top / bottom.squareRoot() <= best + 1e-6) }
      }
    }
  }

  @Test("More days, less noise and larger doses never make it smaller", arguments: 0..<12)
  func monotone(atom: Int) {
    for phi in [0.0, 0.3, 0.6, 0.85] {
      let noise = ExperimentNoise(sd: 1.2, phi: phi, level: 0.3, expectation: 0.1)
      var quiet = noise
      quiet.sd = 0.9
      var known = noise
      known.level = 0.1
      let days = ExperimentProtocol(washoutDays: 3, portions: [0.25, 0.5, 1], watchDays: 2)
      var larger = days
      larger.portions = [0.5, 1, 2]
      var longer = days
      longer.portions = [0.25, 0.5, 1, 1]
      var watched = days
      watched.watchDays = 4
      var rested = days
      rested.washoutDays = 6
      let usual = size(noise, days, atom: atom) - 1e-6
      #expect(size(quiet, days, atom: atom) >= usual)
      #expect(size(known, days, atom: atom) >= usual)
      for other in [larger, longer, watched, rested] {
        #expect(size(noise, other, atom: atom) >= usual, "φ \(phi), \(other)")
      }
    }
  }

  @Test("One portion peaks near 1 and is gone after a week")
  func response() {
    for response in ExperimentSignal.daily {
      let peak = response.max() ?? 0
      #expect(peak > 0.85 && peak < 1.1)
      #expect((response.last ?? 1) < 0.02)
    }
  }

  @Test("The noise of a series is found again")
  func noise() {
    for phi in [0.0, 0.5, 0.8] {
      var generator = SplitMix(state: 17)
      func normal() -> Double {
        let u = Double.random(in: 1e-12..<1, using: &generator)
        let v = Double.random(in: 0..<1, using: &generator)
        return (-2 * log(u)).squareRoot() * cos(2 * .pi * v)
      }
      var state = normal()
      let values = (0..<1500).map { day -> (day: Int, value: Double) in
        state = phi * state + (1 - phi * phi).squareRoot() * normal()
        return (day, 4 + 1.5 * (0.85.squareRoot() * state + 0.15.squareRoot() * normal()))
      }
      let found = ExperimentNoise(values: values)
      #expect(abs(found.sd - 1.5) < 0.15, "\(found)")
      #expect(abs(found.phi - phi) < 0.08, "\(found)")
    }
    #expect(ExperimentNoise(values: []) == .unknown)
  }
}
