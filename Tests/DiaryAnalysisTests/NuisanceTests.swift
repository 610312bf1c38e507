// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FoodKnowledge
import Inference
import Testing

@testable import DiaryAnalysis

@Suite("What else than food explains symptoms")
struct NuisanceTests {
  private func columns(_ diary: DiaryBuilder) -> NuisanceBuilder.Columns {
    let run = AnalysisRun(diary: diary.diary, options: AnalysisOptions(), foods: FoodClassifier())
    return NuisanceBuilder(
      observations: run.modelSeries.observations, confounders: run.confounders, phases: run.phases,
      unknownDays: run.exposures.unknownDays
    ).columns()
  }

  private func column(_ name: String, _ diary: DiaryBuilder) throws -> [Double] {
    let columns = columns(diary)
    let place = try #require(columns.names.firstIndex(of: name))
    return Array(columns.matrix.column(place))
  }

  @Test("Only columns that vary exist")
  func existing() {
    var diary = DiaryBuilder()
    for day in 0..<20 { diary.symptom(day, nil, "pain", Double(day % 3)) }
    let drift = (1...5).map { "drift \($0)" }
    #expect(columns(diary).names == ["intercept", "weekend"] + drift)
    #expect(columns(diary).precision[1] == 1 / (0.2 * 0.2))
    #expect(
      columns(DiaryBuilder.clean()).names
        == ["intercept", "baseline diet", "challenge"] + (1...5).map { "challenge \($0)" }
        + ["weekend"] + drift)
  }

  @Test("A challenge is marked 1, 0.6, 0.3 from its first day")
  func challenge() throws {
    let values = try column("challenge", DiaryBuilder.clean())
    #expect(Array(values[34...38]) == [0, 1, 0.6, 0.3, 0])
    let baseline = try column("baseline diet", DiaryBuilder.clean())
    #expect(Array(baseline[5...8]) == [1, 1, 0, 0])
  }

  @Test("Each of several challenges has an expectation of its own, a single one has none")
  func ownChallenges() throws {
    let second = try column("challenge 2", DiaryBuilder.clean())
    #expect(second.indices.filter { second[$0] != 0 } == [44, 45, 46])
    #expect(Array(second[44...46]) == [1, 0.6, 0.3])
    let all = try column("challenge", DiaryBuilder.clean())
    let each = try (1...5).map { try column("challenge \($0)", DiaryBuilder.clean()) }
    #expect(all.indices.allSatisfy { day in each.reduce(0) { $0 + $1[day] } == all[day] })
    var single = DiaryBuilder()
    single.phase("challenge", 10, 12, groups: ["egg"])
    for day in 0..<20 { single.symptom(day, nil, "pain", Double(day % 3)) }
    #expect(columns(single).names.filter { $0.hasPrefix("challenge") } == ["challenge"])
    var many = DiaryBuilder()
    for test in 0..<45 { many.phase("challenge", 4 * test, 4 * test + 1, groups: ["egg"]) }
    for day in 0..<180 { many.symptom(day, nil, "pain", Double(day % 3)) }
    #expect(columns(many).names.count { $0.hasPrefix("challenge ") } == 40)
  }

  @Test("What is expected of single challenges varies as a half-normal law does")
  func expectation() throws {
    let found = columns(DiaryBuilder.clean())
    let own = found.names.indices.filter { found.names[$0].hasPrefix("challenge ") }
    #expect(own.count == 5)
    // The variance of a half-normal law of scale 0.6; its mean is part of what all share.
    let variance = 0.36 * (1 - 2 / Double.pi)
    for place in own {
      #expect(abs(1 / found.precision[place] - variance) < 0.005)
      #expect(found.mean[place] == 0)
    }
    let shared = try #require(found.names.firstIndex(of: "challenge"))
    #expect(found.mean[shared] == 0.3)
    // What challenges are expected to do is above 0 at two in three of all, before any is seen.
    let sd = (1 / found.precision[shared] + variance).squareRoot()
    #expect(abs(found.mean[shared] / sd - 0.38) < 0.01)
  }

  @Test("Saturday and Sunday are the weekend")
  func weekend() throws {
    let values = try column("weekend", DiaryBuilder.clean())
    #expect(Array(values[0..<8]) == [0, 0, 0, 0, 0, 1, 1, 0])
  }

  @Test("Stress is a z-score, missing at 0; sleep counts for the day on which it ends")
  func scores() throws {
    var diary = DiaryBuilder.clean()
    for (day, value) in [(3, 2.0), (4, 4), (5, 6)] { diary.context(day, 20, "stress", value) }
    for (day, value) in [(10, 6.0), (11, 8)] {
      diary.context(day - 1, 23, "sleep", value, unit: "h", last: day)
    }
    let stress = try column("stress", diary)
    #expect(Array(stress[2...6]) == [0, -1, 0, 1, 0])
    let sleep = try column("sleep", diary)
    #expect(sleep[9] == 0 && sleep[10] < 0 && sleep[11] > 0)
  }

  @Test("The five days before the menses are marked, where menses are noted")
  func menses() throws {
    var diary = DiaryBuilder.clean()
    for day in 20...23 { diary.context(day, nil, "menses", 1) }
    let values = try column("premenstrual", diary)
    #expect(values.indices.filter { values[$0] == 1 } == [15, 16, 17, 18, 19])
    #expect(diary.results().timeline.days[21].confounders == ["menses"])
    #expect(diary.results().timeline.days[17].confounders == ["premenstrual"])
  }

  @Test("What stands on most days is the usual state and no confounder")
  func usual() {
    var diary = DiaryBuilder.clean()
    for day in 0..<80 { diary.context(day, nil, "medication", text: "pill") }
    #expect(diary.results().timeline.days.filter { !$0.confounders.isEmpty }.isEmpty)
  }
}

@Suite("Foods that are not or only possibly understood")
struct UncertainFoodTests {
  @Test("A food that is not understood is unknown, not nothing")
  func unknown() throws {
    var diary = DiaryBuilder.clean()
    diary.phase("elimination", 7, 34, groups: ["soy"])
    #expect(diary.results().group("soy")?.verdict == .notTested)
    for day in 0..<40 { diary.food(day, 19, "qzxv brlmpf", groups: nil) }
    let results = diary.results()
    #expect(results.unknownFoods == [.init(name: "qzxv brlmpf", count: 40)])
    #expect(results.has("unknown-foods"))
    let soy = try #require(results.group("soy"))
    #expect(soy.verdict == .notClear)
    #expect(soy.reasons.joined().contains("not understood"))
    #expect(results.group("egg")?.verdict != .tolerated)
    #expect(results.group("lactose")?.verdict == .likelyTrigger)
  }

  @Test("A possible food counts half and is named")
  func possible() throws {
    let foods = FoodClassifier()
    let names = ["sausage", "curry", "soup", "sauce", "stew", "cake", "salad dressing"]
    let name = try #require(
      names.first { !foods.classify($0).possible.groups.isEmpty },
      "none of these foods possibly holds a group")
    let group = try #require(foods.classify(name).possible.groups.first)
    var diary = DiaryBuilder.clean()
    diary.food(50, 12, name, portions: 1, groups: nil)
    let results = diary.results()
    let exposure = try #require(
      results.group(group.rawValue)?.exposures.first { $0.foods.contains(name) })
    #expect(!exposure.certain)
    #expect(exposure.portions == 0.5)
    #expect(results.warnings.first { $0.code == "possible-foods" }?.text.contains(name) == true)
  }

  // MARK: Phases that nobody wrote down

  private func span(_ name: String, _ first: Int, _ last: Int, _ groups: String...) -> PhaseSpan {
    PhaseSpan(
      name: name, first: first, last: last, groups: groups.map(GroupID.init(rawValue:)),
      source: "inferred")
  }

  @Test("Groups that only ever come back together are no protocol; one that comes back alone is")
  func looksPlanned() {
    let out = span("elimination", 10, 30, "dairy", "lactose")
    let together = [
      span("challenge", 31, 33, "dairy", "lactose"), span("challenge", 43, 45, "dairy", "lactose"),
    ]
    #expect(!AnalysisRun.looksPlanned([out] + together))
    // A day more of one of them changes nothing.
    let nearly = [
      span("challenge", 31, 33, "dairy"), span("challenge", 31, 34, "lactose"),
      span("challenge", 43, 45, "dairy", "lactose"),
    ]
    #expect(!AnalysisRun.looksPlanned([out] + nearly))
    #expect(AnalysisRun.looksPlanned([out] + together + [span("challenge", 55, 57, "dairy")]))
    let more = span("elimination", 10, 30, "dairy", "egg", "lactose")
    #expect(AnalysisRun.looksPlanned([more] + together), "egg did not come back with them")
    #expect(!AnalysisRun.looksPlanned([out]))
  }

  @Test("Milk that was left out for weeks and eaten again, with bad days then only, is found")
  func milkAgain() throws {
    var diary = DiaryBuilder()
    let eaten = Set([0, 1, 2, 4, 5, 6, 8, 9, 30, 31, 32, 42, 43, 44, 54, 55, 56])
    let level = [0.0, 0, 2.5, 0, 0, 2.5, 2.5, 0, 0, 0, 2.5]
    for day in 0..<63 {
      diary.food(day, 12, "rice", groups: [])
      diary.food(
        day, 12, "side", groups: [["egg"], ["fish"], ["nightshade"], []][day * 7 % 11 % 4])
      if eaten.contains(day) { diary.food(day, 8, "milk", groups: ["dairy", "lactose"]) }
      diary.symptom(day, 21, "bloating", level[day % 11] + (eaten.contains(day) ? 5 : 0))
    }
    let results = diary.results()
    #expect(results.timeline.phases.contains { $0.name == "challenge" && $0.source == "inferred" })
    let set = try #require(results.separations.first)
    #expect(set.groups.map(\.rawValue) == ["dairy", "lactose"])
    #expect(try #require(set.probability) > 0.9)
    #expect(results.group("egg")?.verdict != .likelyTrigger)
  }
}
