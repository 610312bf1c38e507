// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Simulation

@Suite("Random draws")
struct RandomSourceTests {
  /// Mean and variance of many draws.
  private func moments(_ count: Int, _ draw: () -> Double) -> (mean: Double, variance: Double) {
    var sum = 0.0
    var squares = 0.0
    for _ in 0..<count {
      let value = draw()
      sum += value
      squares += value * value
    }
    let mean = sum / Double(count)
    return (mean, squares / Double(count) - mean * mean)
  }

  /// The first outputs of SplitMix64 for seed 1234567, as published with Rosetta Code's task
  /// "Pseudo-random numbers/Splitmix64".
  @Test func splitMixFollowsThePublishedSequence() {
    var mixer = SplitMix(state: 1_234_567)
    let drawn = (0..<5).map { _ in mixer.next() }
    let published: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    #expect(drawn == published)
  }

  /// The first outputs from the state 1, 2, 3, 4, worked out with Python's whole numbers from the
  /// published recurrence.
  @Test func xoshiroFollowsItsRecurrence() {
    var random = RandomSource(state: (1, 2, 3, 4))
    let drawn = (0..<4).map { _ in random.next() }
    #expect(drawn == [11520, 0, 1_509_978_240, 1_215_971_899_390_074_240])
  }

  @Test func streamsDiffer() {
    var one = RandomSource(seed: 7, stream: 1)
    var other = RandomSource(seed: 7, stream: 2)
    #expect((0..<8).map { _ in one.next() } != (0..<8).map { _ in other.next() })
  }

  @Test(arguments: [-700.0, -20, -1, -1e-9, 0, 1e-12, 0.3, 1, 2, 10, 88.5, 699])
  func exponentialAgreesWithTheCLibrary(_ x: Double) {
    let expected = Foundation.exp(x)
    #expect(abs(RealFunctions.exp(x) - expected) <= 1e-14 * expected)
  }

  @Test(arguments: [1e-300, 1e-10, 0.2, 0.7, 0.999_999, 1, 1.000_001, 1.4142, 1.4143, 3, 1e17])
  func logarithmAgreesWithTheCLibrary(_ x: Double) {
    let expected = Foundation.log(x)
    #expect(abs(RealFunctions.log(x) - expected) <= 1e-14 * max(abs(expected), 1e-3))
  }

  @Test func normalHasItsMoments() {
    var random = RandomSource(seed: 11)
    let (mean, variance) = moments(40_000) { random.normal(mean: 3, sd: 2) }
    #expect(abs(mean - 3) < 0.05)
    #expect(abs(variance - 4) < 0.15)
  }

  /// A gamma variable has the mean kθ and the variance kθ².
  @Test(arguments: [0.5, 1, 2.5, 40])
  func gammaHasItsMoments(_ shape: Double) {
    var random = RandomSource(seed: 12)
    let (mean, variance) = moments(40_000) { random.gamma(shape: shape, scale: 1.5) }
    let sd = shape.squareRoot() * 1.5
    #expect(abs(mean - shape * 1.5) < 0.03 * sd)
    #expect(abs(variance / (sd * sd) - 1) < 0.1)
  }

  @Test(arguments: [0.2, 4, 33])
  func poissonHasItsMoments(_ expected: Double) {
    var random = RandomSource(seed: 13)
    let (mean, variance) = moments(40_000) { Double(random.poisson(mean: expected)) }
    #expect(abs(mean - expected) < 0.03 * expected.squareRoot())
    #expect(abs(variance / expected - 1) < 0.06)
  }

  /// Student's t with 9 degrees of freedom has the variance 9/7.
  @Test func studentHasItsVariance() {
    var random = RandomSource(seed: 14)
    let (mean, variance) = moments(60_000) { random.studentT(degrees: 9) }
    #expect(abs(mean) < 0.03)
    #expect(abs(variance - 9.0 / 7) < 0.06)
  }

  @Test func wholeNumbersAreEven() {
    var random = RandomSource(seed: 15)
    var counts = Array(repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[random.integer(-3, 3) + 3] += 1 }
    // The 99.99 % point of chi-square with 6 degrees of freedom is 27.9.
    let chiSquare = counts.reduce(0.0) { $0 + (Double($1) - 10_000) * (Double($1) - 10_000) / 1e4 }
    #expect(chiSquare < 27.9)
  }

  @Test func weightsAreFollowed() {
    var random = RandomSource(seed: 16)
    var counts = [0, 0, 0]
    for _ in 0..<30_000 { counts[random.index(weights: [1, 0, 3])] += 1 }
    #expect(counts[1] == 0)
    #expect(abs(Double(counts[0]) / 30_000 - 0.25) < 0.015)
  }

  @Test func shufflingKeepsTheElements() {
    var random = RandomSource(seed: 17)
    let shuffled = random.shuffled(Array(0..<50))
    #expect(shuffled.sorted() == Array(0..<50))
    #expect(shuffled != Array(0..<50))
  }
}
