// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import DiaryAnalysis

@Suite("Verdicts")
struct VerdictTests {
  @Test("Three of three challenges followed by five points are a likely trigger; none of two, not")
  func clean() throws {
    let results = DiaryBuilder.clean().results()
    let lactose = try #require(results.group("lactose"))
    #expect(lactose.verdict == .likelyTrigger)
    #expect(try #require(lactose.probability) > 0.95)
    let effect = try #require(lactose.effectIfAny)
    #expect(effect.low < 5.2 && effect.high > 4.8 && effect.low > 2)
    #expect(lactose.reasons.joined().contains("Three of three tests"))
    #expect(lactose.falseAlarmRate == 0)
    #expect(lactose.dose?.lowestProvoking == 1)
    let egg = try #require(results.group("egg"))
    #expect(egg.verdict == .tolerated)
    #expect(egg.dose?.highestTolerated == 1)
    #expect(egg.dose?.lowestProvoking == nil)
    #expect(results.notSeparable.isEmpty)
  }

  @Test("A trigger that does nothing is no trigger")
  func nothing() {
    let results = DiaryBuilder.clean(rise: 0).results()
    #expect(results.groups.allSatisfy { $0.verdict == .tolerated || $0.verdict == .notClear })
  }

  @Test("Left out and never brought back: not tested, whatever was eaten before")
  func notTested() throws {
    var diary = DiaryBuilder.clean()
    diary.phase("elimination", 7, 34, groups: ["soy", "fish"])
    for day in 0..<7 { diary.food(day, 19, "tofu", groups: ["soy"]) }
    diary.profile("suspects", groups: ["corn"])
    let results = diary.results()
    for name in ["soy", "fish", "corn"] {
      let group = try #require(results.group(name))
      #expect(group.verdict == .notTested)
      #expect(group.probability == nil)
      #expect(!group.reasons.isEmpty)
    }
  }

  @Test("Two groups in every meal together cannot be told apart, and neither is likely by itself")
  func inseparable() throws {
    var diary = DiaryBuilder()
    let level = [1.0, 2, 1, 1, 2, 0, 1, 2, 1, 0]
    for day in 0..<84 {
      diary.food(day, 12, "rice", groups: [])
      let isChallenge = [35, 53, 71].contains { ($0...$0 + 2).contains(day) }
      let follows = [35, 53, 71].contains { ($0...$0 + 3).contains(day) }
      if isChallenge { diary.food(day, 8, "bread", portions: 1, groups: ["gluten", "fructan"]) }
      diary.symptom(day, nil, "bloating", level[day % 10] + (follows ? 5 : 0))
    }
    let results = diary.results()
    let pair = ["gluten", "fructan"].map(GroupID.init(rawValue:))
    #expect(results.notSeparable == [pair])
    let separation = try #require(results.separations.first)
    #expect(separation.similarity > 0.99)
    #expect(separation.testGroup.rawValue == "fructan")
    #expect(separation.testFood.contains("onion"))
    for group in pair {
      let result = try #require(results.group(group.rawValue))
      #expect(result.verdict == .possibleTrigger)
      #expect(result.reasons.joined().contains("together with"))
    }
  }

  @Test("Where their days differ enough they are told apart")
  func separable() throws {
    var diary = DiaryBuilder.clean()
    for first in [41, 59, 77] {
      for day in first...first + 2 { diary.food(day, 8, "cheese", groups: ["dairy"]) }
    }
    #expect(diary.results().notSeparable.isEmpty)
  }

  @Test("Each symptom is asked by itself")
  func symptoms() throws {
    var diary = DiaryBuilder.clean()
    for day in 0..<84 { diary.symptom(day, nil, "headache", Double((day * 5) % 3)) }
    let lactose = try #require(diary.results().group("lactose"))
    #expect(lactose.symptoms.map(\.symptom) == ["bloating", "headache"])
    #expect(lactose.symptoms[0].probability > 0.9)
    #expect(lactose.symptoms[1].probability < 0.5)
  }

  @Test("The words of small numbers, shares and lists")
  func words() {
    #expect(VerdictRules.word(2) == "two")
    #expect(VerdictRules.word(12) == "12")
    #expect(VerdictRules.word(0, first: true) == "None")
    #expect(Words.list(["a", "b", "c"]) == "a, b and c")
    #expect(Words.decimal(-1.26) == "-1.3")
    #expect(Words.decimal(12) == "12")
    #expect(Words.percent(0.999) == "more than 99 %")
    #expect(Words.percent(0.25) == "25 %")
  }

  @Test("A group known only from foods that possibly hold it is never a likely trigger")
  func onlyPossible() {
    let meal = GroupMeal(
      day: 0, hour: nil, portions: 1, weight: 0.5, grams: nil, name: "stew", entry: 0)
    let exposure = GroupExposure(
      group: GroupID(rawValue: "soy"), meals: [meal], axis: TimeAxis(dayStartMinutes: 300))
    let diary = DiaryEvidence(
      observations: 40, hasSymptoms: true, isConstant: false, isAllZero: false, unknownShare: 0)
    for (inclusion, expected) in [
      (0.99, Verdict.possibleTrigger), (0.5, .notClear), (0.05, .notClear),
    ] {
      let group = GroupEvidence(
        exposure: exposure,
        summary: .init(inclusion: inclusion, kernels: [], effect: nil, hasAtoms: true),
        challenges: [], inseparableFrom: [], excludedExposureDays: 0, adequateEpisodes: 0,
        isConstant: false)
      #expect(VerdictRules(diary: diary, group: group).ruling().verdict == expected)
    }
  }

  @Test("A group beside another needs less, and the ruling says so")
  func besideAnother() {
    let meal = GroupMeal(
      day: 0, hour: nil, portions: 1, weight: 1, grams: nil, name: "milk", entry: 0)
    let exposure = GroupExposure(
      group: GroupID(rawValue: "lactose"), meals: [meal], axis: TimeAxis(dayStartMinutes: 300))
    var sayings = 0
    for (inclusion, candidates) in (1...99).flatMap({
      [(Double($0) / 100, 1), (Double($0) / 100, 2)]
    }) {
      var diary = DiaryEvidence(
        observations: 40, hasSymptoms: true, isConstant: false, isAllZero: false, unknownShare: 0)
      diary.candidates = candidates
      let summary = ModelRun.GroupSummary(
        inclusion: inclusion, kernels: [], effect: nil, hasAtoms: true)
      let group = GroupEvidence(
        exposure: exposure, summary: summary, challenges: [], inseparableFrom: [],
        excludedExposureDays: 0, adequateEpisodes: 0, isConstant: false)
      let ruling = VerdictRules(diary: diary, group: group).ruling()
      let probability = summary.probability
      let isBeside = candidates == 2 && probability >= 0.63 && probability < 0.75
      #expect((ruling.verdict == .likelyTrigger) == (isBeside || probability >= 0.75))
      let said = ruling.reasons.first { $0.statement.code == "beside-another" }
      #expect((said != nil) == isBeside, "\(probability)")
      guard let said else { continue }
      sayings += 1
      #expect(said.text.contains("75 in 100") && said.text.contains("63 in 100"))
    }
    #expect(sayings > 0)
  }

  @Test("Without its confounded days a group is judged beside the same other groups")
  func besideAnotherWithoutConfounded() throws {
    let meal = GroupMeal(
      day: 0, hour: nil, portions: 1, weight: 1, grams: nil, name: "milk", entry: 0)
    let exposure = GroupExposure(
      group: GroupID(rawValue: "lactose"), meals: [meal], axis: TimeAxis(dayStartMinutes: 300))
    /// What the model says where the probability is the first at or above one.
    func summary(_ probability: Double) throws -> ModelRun.GroupSummary {
      let summaries = (1...999).map {
        ModelRun.GroupSummary(
          inclusion: Double($0) / 1000, kernels: [], effect: nil, hasAtoms: true)
      }
      return try #require(summaries.first { $0.probability >= probability })
    }
    func without(_ with: Double, others: Int, _ without: Double) throws -> Verdict? {
      var diary = DiaryEvidence(
        observations: 40, hasSymptoms: true, isConstant: false, isAllZero: false, unknownShare: 0)
      diary.candidates = others + (with >= 0.63 ? 1 : 0)
      let group = GroupEvidence(
        exposure: exposure, summary: try summary(with), challenges: [], inseparableFrom: [],
        excludedExposureDays: 0, adequateEpisodes: 1, isConstant: false)
      let comparison = GroupResult.ConfoundedComparison(
        reading: .stands, days: 9, confoundedDays: 2, challenges: 3, challengesLeft: 3, effect: 2,
        effectWithout: 2, nap: 1, napWithout: 1)
      var left = try summary(without)
      left.valuesLeftOut = 2
      return AnalysisRun.compared(comparison, group, diary, summary: left).verdictWithout
    }
    // Two groups at about .70: likely with the days, and likely without them.
    #expect(try without(0.70, others: 1, 0.70) == .likelyTrigger)
    #expect(try without(0.80, others: 1, 0.70) == .likelyTrigger)
    // Alone, .70 is not enough; beside another it is, once it gets there.
    #expect(try without(0.80, others: 0, 0.70) == .possibleTrigger)
    #expect(try without(0.50, others: 1, 0.70) == .likelyTrigger)
    #expect(try without(0.70, others: 1, 0.50) == .possibleTrigger)
  }

  @Test("Peak times lie where the kernels' probability lies")
  func peakTime() throws {
    let fast = try #require(PeakTime.hours([1, 0, 0, 0]))
    #expect(fast.low >= 1 && fast.high <= 48.0.squareRoot())
    let spread = try #require(PeakTime.hours([0.25, 0.25, 0.25, 0.25]))
    #expect(abs(spread.median - (12.0 * 26).squareRoot()) < 1e-9)
    #expect(PeakTime.hours([]) == nil)
  }
}
