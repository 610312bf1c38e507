// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import DiaryAnalysis

@Suite("Expected gains beside whole new analyses")
struct ExperimentTwinTests {
  private static let protocols = ExperimentTwin(
    tests: [(20, "egg", [1, 2, 2], 0.5), (36, "soy", [1, 2, 2], 0)], neverBack: ["corn"])
  private static let noisy = ExperimentTwin(
    sd: 1.8, tests: [(20, "egg", [1, 2, 2], 0.6), (36, "soy", [1, 2, 2], 0.2)],
    neverBack: ["corn"])
  private static let quiet = ExperimentTwin(
    sd: 0.7, phi: 0.6, tests: [(20, "egg", [1], 0.8), (36, "mannitol", [1], 0.5)],
    neverBack: ["fructan"])
  private static let undeclared = ExperimentTwin(
    phi: 0.75, tests: [(20, "egg", [1, 2, 2], 0.5)], isDeclared: false)

  /// The standard error of the twin's 40 draws is about 0.04 bits.
  @Test("Gains agree within 0.13 bits, on average within 0.06, and the better test is the better")
  func agreement() {
    var pairs: [(planner: Double, twin: Double)] = []
    for (twin, seed) in [
      (Self.protocols, 1), (Self.noisy, 2), (Self.quiet, 1), (Self.undeclared, 1),
    ] as [(ExperimentTwin, UInt64)] {
      for experiment in twin.diary(seed).results().experiments.proposals {
        let gain = twin.gain(of: experiment, seed: seed, draws: 40)
        pairs.append((experiment.expectedGain, gain))
      }
    }
    #expect(pairs.count >= 8)
    for pair in pairs { #expect(abs(pair.planner - pair.twin) <= 0.13, "\(pair)") }
    let mean = pairs.reduce(0) { $0 + abs($1.planner - $1.twin) } / Double(max(pairs.count, 1))
    #expect(mean <= 0.06, "\(pairs)")
    for one in pairs {
      for other in pairs where one.planner > other.planner + 0.15 {
        #expect(one.twin > other.twin, "\(one) \(other)")
      }
    }
  }
}
