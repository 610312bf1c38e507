// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FoodKnowledge
import Foundation

@testable import DiaryAnalysis

/// A diary with known noise, and what the whole engine makes of an experiment that is appended to it.
///
/// The twin shares the posterior with the planner, and no step of what follows from it: outcomes are
/// drawn day by day from the noise that the diary was made with, and the probability afterwards is that
/// of a whole new analysis.
struct ExperimentTwin {
  var level = 4.0
  var sd = 1.1
  var phi = 0.4
  var days = 56
  /// The tests in the diary: the first day, the group, the portions, and the rise after a portion.
  var tests: [(day: Int, group: String, portions: [Double], rise: Double)] = []
  var isDeclared = true
  /// Groups that are left out and never come back.
  var neverBack: [String] = []

  private static let nugget = 0.15

  /// Noise with the memory of the model; the same for the same seed.
  private struct Noise {
    var generator: SplitMix
    let phi: Double
    let sd: Double
    var state: Double?

    mutating func normal() -> Double {
      let u = max(Double(generator.next() >> 11) * 0x1p-53, 1e-12)
      let v = Double(generator.next() >> 11) * 0x1p-53
      return (-2 * log(u)).squareRoot() * cos(2 * .pi * v)
    }

    mutating func next() -> Double {
      let rho = state == nil ? 0 : phi
      let new = rho * (state ?? 0) + (1 - rho * rho).squareRoot() * normal()
      state = new
      return sd * ((1 - nugget).squareRoot() * new + nugget.squareRoot() * normal())
    }
  }

  private static func write(_ value: Double, _ day: Int, _ diary: inout DiaryBuilder) {
    diary.symptom(day, nil, "bloating", (min(max(value, 0), 10) * 10).rounded() / 10)
  }

  /// The diary, and the noise as it stands at its end.
  private func start(_ seed: UInt64) -> (diary: DiaryBuilder, noise: Noise) {
    var diary = DiaryBuilder()
    var noise = Noise(generator: SplitMix(state: seed), phi: phi, sd: sd, state: nil)
    let groups = Set(tests.map(\.group) + neverBack).sorted()
    if isDeclared {
      diary.phase("elimination", 0, days - 1, groups: groups)
      for test in tests {
        diary.phase(
          "challenge", test.day, test.day + test.portions.count - 1, groups: [test.group])
      }
    }
    for day in 0..<days {
      diary.food(day, nil, "rice", groups: [])
      var value = level + noise.next()
      for test in tests {
        for (lag, portions) in test.portions.enumerated() {
          if test.day + lag == day {
            diary.food(day, nil, "capsule", portions: portions, groups: [test.group])
          }
          value += test.rise * portions * Self.usual(day - test.day - lag)
        }
      }
      Self.write(value, day, &diary)
    }
    return (diary, noise)
  }

  private static func usual(_ lag: Int) -> Double {
    [1, 0.5, 0.1].indices.contains(lag) ? [1, 0.5, 0.1][lag] : 0
  }

  func diary(_ seed: UInt64) -> DiaryBuilder { start(seed).diary }

  /// The expected reduction of the entropy of a group, by `draws` new analyses: half of them with a
  /// trigger, weighed by its probability.
  func gain(of experiment: Experiment, seed: UInt64, draws: Int) -> Double {
    guard let group = experiment.group, let before = experiment.probability else { return 0 }
    let responses = responses(group, seed)
    var remaining = [0.0, 0.0]
    let each = draws / 2
    for draw in 0..<each {
      for acts in 0...1 {
        // The parts in an order that has large and small ones early.
        let place = (Double(draw) * 0.618_034).truncatingRemainder(dividingBy: 1)
        let response = responses[Int(place * Double(responses.count))]
        let after = probability(
          after: experiment, seed: seed, draw: draw, response: acts == 1 ? response : nil)
        remaining[acts] += entropy(after) / Double(each)
      }
    }
    return entropy(before) - before * remaining[1] - (1 - before) * remaining[0]
  }

  private func entropy(_ p: Double) -> Double {
    p > 0 && p < 1 ? -p * log2(p) - (1 - p) * log2(1 - p) : 0
  }

  /// A response time, a dose shape, and the rise after a portion.
  private struct Response {
    var kernel: Int
    var shape: DoseShape
    var rise: Double

    func rise(_ portions: Double, _ lag: Int) -> Double {
      let daily = ExperimentSignal.daily[kernel]
      return daily.indices.contains(lag) ? rise * shape.response(portions) * daily[lag] : 0
    }
  }

  /// A hundred responses of equal probability, given that the group is a trigger.
  private func responses(_ group: GroupID, _ seed: UInt64) -> [Response] {
    let run = AnalysisRun(diary: diary(seed).diary, options: .init(), foods: FoodClassifier())
    let results = run.results(version: "test")
    let planner = ExperimentPlanner(
      run: run, overall: run.overallRun(), groups: results.groups,
      separations: results.separations)
    guard let result = results.groups.first(where: { $0.group == group }) else { return [] }
    let posterior = planner.response(to: result)
    var all: [(weight: Double, response: Response)] = []
    for (atom, weight) in posterior.weights.enumerated() {
      for effect in posterior.effects(atom) {
        all.append(
          (
            weight / 5,
            Response(kernel: atom / 3, shape: DoseShape.allCases[atom % 3], rise: effect)
          ))
      }
    }
    all.sort { ($0.response.rise, $0.response.kernel) < ($1.response.rise, $1.response.kernel) }
    var sum = 0.0
    let total = all.reduce(0) { $0 + $1.weight }
    let ends = all.map { part -> Double in
      sum += part.weight / total
      return sum
    }
    return (0..<100).compactMap { part in
      let place = ends.firstIndex { $0 >= (Double(part) + 0.5) / 100 }
      return place.map { all[$0].response }
    }
  }

  private func probability(
    after experiment: Experiment, seed: UInt64, draw: Int, response: Response?
  ) -> Double {
    guard let group = experiment.group else { return 0 }
    var (diary, noise) = start(seed)
    noise.generator = SplitMix(state: 0x5EED &+ UInt64(draw) &* 7919)
    let first = days + experiment.washoutDays
    if isDeclared {
      diary.phase(
        "challenge", first, first + experiment.days.count - 1, groups: [group.rawValue])
    }
    for day in days..<days + experiment.length {
      diary.food(day, nil, "rice", groups: [])
      var value = level + noise.next()
      for dose in experiment.days {
        let lag = day - first - dose.day
        if lag == 0 {
          diary.food(day, nil, "capsule", portions: dose.portions, groups: [group.rawValue])
        }
        value += response?.rise(dose.portions, lag) ?? 0
      }
      Self.write(value, day, &diary)
    }
    return diary.results().group(group.rawValue)?.probability ?? experiment.probability ?? 0
  }
}
