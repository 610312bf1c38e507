// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Foundation
import Testing

@testable import DiaryAnalysis

@Suite("Expected gains beside whole new analyses")
struct ExperimentTwinTests {
  static let cases: [(name: String, twin: ExperimentTwin)] = [
    ("a", ExperimentTwin(tests: [(20, "egg", [1, 2, 2], 0.5), (36, "soy", [1, 2, 2], 0)], neverBack: ["corn"])),
    ("b", ExperimentTwin(sd: 1.8, tests: [(20, "egg", [1, 2, 2], 0.6), (36, "soy", [1, 2, 2], 0.2)], neverBack: ["corn"])),
    ("c", ExperimentTwin(sd: 0.7, phi: 0.6, tests: [(20, "egg", [1], 0.8), (36, "mannitol", [1], 0.5)], neverBack: ["fructan"])),
    ("d", ExperimentTwin(phi: 0.75, tests: [(20, "egg", [1, 2, 2], 0.5)], isDeclared: false)),
  ]

  @Test(.disabled(if: ProcessInfo.processInfo.environment["TWIN"] == nil), arguments: 0..<4)
  func look(index: Int) {
    let (name, twin) = Self.cases[index]
    for seed in [1, 2] as [UInt64] {
      let results = twin.diary(seed).results()
      print(name, seed, results.groups.map { "\($0.group) \($0.verdict.rawValue) \($0.probability ?? -1)" })
      for experiment in results.experiments.proposals {
        let clock = ContinuousClock()
        let begin = clock.now
        let gain = twin.gain(of: experiment, seed: seed, draws: 40)
        print("  ", experiment.group ?? .init(rawValue: ""), experiment.kind, experiment.probability ?? 0, "planner", experiment.expectedGain, "twin", gain, clock.now - begin)
      }
    }
  }
}
