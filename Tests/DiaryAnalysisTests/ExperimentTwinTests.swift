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

  /// Six groups, each eaten on a quarter of the days, without any protocol.
  private static let freeLiving = {
    var generator = SplitMix(state: 101)
    let rises = [
      ("egg", 0.9), ("soy", 0), ("corn", 0), ("lactose", 0.5), ("fructan", 0), ("mannitol", 0),
    ]
    var twin = ExperimentTwin(sd: 1.7, phi: 0.6, days: 60, isDeclared: false)
    for (group, rise) in rises {
      for day in 0..<60 where Double.random(in: 0..<1, using: &generator) < 0.28 {
        twin.tests.append((day, group, [1], rise))
      }
    }
    return twin
  }()

  /// The standard error of the twin's 40 draws is about 0.04 bits.
  @Test("Gains agree within 0.2 bits, on average within 0.06, and the better test is the better")
  func agreement() {
    var pairs: [(planner: Double, twin: Double)] = []
    for (twin, seed) in [
      (Self.protocols, 1), (Self.noisy, 2), (Self.quiet, 1), (Self.undeclared, 1),
      (Self.freeLiving, 1),
    ] as [(ExperimentTwin, UInt64)] {
      for experiment in twin.diary(seed).results().experiments.proposals {
        let gain = twin.gain(of: experiment, seed: seed, draws: 40)
        pairs.append((experiment.expectedGain, gain))
      }
    }
    #expect(pairs.count >= 8)
    for pair in pairs { #expect(abs(pair.planner - pair.twin) <= 0.2, "\(pair)") }
    let mean = pairs.reduce(0) { $0 + abs($1.planner - $1.twin) } / Double(max(pairs.count, 1))
    #expect(mean <= 0.06, "\(pairs)")
    for one in pairs {
      for other in pairs where one.planner > other.planner + 0.15 {
        #expect(one.twin > other.twin, "\(one) \(other)")
      }
    }
  }
}
