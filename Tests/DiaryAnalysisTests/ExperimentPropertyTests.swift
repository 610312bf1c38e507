// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FoodKnowledge
import Testing

@testable import DiaryAnalysis

@Suite("What holds for the experiments of any diary")
struct ExperimentPropertyTests {
  private static func diary(_ seed: UInt64) -> DiaryBuilder {
    var generator = SplitMix(state: seed)
    var diary = DiaryBuilder()
    let names = ["egg", "gluten", "lactose", "dairy", "fructan", "alcohol", "celery", "own-group"]
    let eaten = names.filter { _ in Bool.random(using: &generator) }
    let days = [3, 12, 30, 70].randomElement(using: &generator) ?? 30
    let isFlat = Int.random(in: 0..<6, using: &generator) == 0
    for day in 0..<days {
      for name in eaten where Int.random(in: 0..<4, using: &generator) == 0 {
        diary.food(
          day, 8, "capsule", portions: Double.random(in: 0.1...4, using: &generator), groups: [name]
        )
      }
      guard Int.random(in: 0..<8, using: &generator) > 0 else { continue }
      diary.symptom(
        day, nil, "pain", isFlat ? 2 : Double(Int.random(in: 0...6, using: &generator)))
    }
    let absent = names.filter { !eaten.contains($0) }
    if !absent.isEmpty { diary.phase("elimination", 0, days, groups: absent) }
    let context = ["antibiotics", "illness", "travel", "immunosuppression"]
      .randomElement(using: &generator)
    if let context, Int.random(in: 0..<3, using: &generator) == 0 {
      diary.context(Int.random(in: 0..<days, using: &generator), nil, context)
    }
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: diary.profile("pregnancy", "yes")
    case 1: diary.profile("allergy", "milk allergy", groups: ["dairy"])
    case 2: diary.profile("condition", "eczema")
    default: break
    }
    return diary
  }

  @Test(
    "At most three, in order, sound, in time, and nothing that a gate forbids", arguments: 0..<60)
  func sound(seed: Int) {
    let results = Self.diary(UInt64(seed)).results()
    let plan = results.experiments
    #expect(plan.proposals.count <= 3)
    #expect(plan.proposals.isEmpty == (plan.status != "proposed"))
    let gains = plan.proposals.map(\.expectedGain)
    #expect(zip(gains, gains.dropFirst()).allSatisfy { $0 >= $1 - 1e-6 })
    let gates = results.safety.filter(\.withholdsRetest)
    if gates.contains(where: \.groups.isEmpty) { #expect(plan.status == "withheld") }
    let withheld = Set(gates.flatMap(\.groups))
    var next = results.period.end.advanced(by: 1)
    for experiment in plan.proposals {
      #expect(experiment.start == next)
      next = next.advanced(by: experiment.length)
      let shares = [
        experiment.probability, experiment.probabilityIfPositive, experiment.probabilityIfNegative,
        experiment.chanceOfPositive,
      ].compactMap(\.self)
      #expect(([experiment.expectedGain] + shares).allSatisfy { (0...1).contains($0) })
      let groups = Set(experiment.foodAlsoHolds + [experiment.group].compactMap(\.self))
      #expect(groups.isDisjoint(with: withheld))
      #expect(experiment.group?.rawValue != "alcohol")
      #expect(experiment.group != nil || experiment.kind == "baseline-week")
      #expect(experiment.length >= 7)
    }
    let asked = plan.proposals.compactMap(\.group)
    #expect(Set(asked).count == asked.count)
  }

  @Test("The order of rows changes nothing", arguments: [3, 14, 15])
  func rowOrder(seed: Int) {
    let builder = Self.diary(UInt64(seed))
    let analyzer = DiaryAnalyzer(options: .init(), foods: .init(), version: "test")
    let expected = analyzer.analyze(builder.diary).experiments
    #expect(analyzer.analyze(builder.shuffled(9)).experiments == expected)
  }
}
