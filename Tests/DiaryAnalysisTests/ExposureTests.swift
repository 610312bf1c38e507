// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FoodKnowledge
import Testing

@testable import DiaryAnalysis

@Suite("Foods and contexts become exposures")
struct ExposureTests {
  private func table(_ diary: DiaryBuilder) -> (table: ExposureTable, frame: DiaryFrame) {
    let frame = DiaryFrame(diary: diary.diary, axis: TimeAxis(dayStartMinutes: 300))
    let phases = PhaseTable.declared(frame, options: AnalysisOptions()).spans
    return (ExposureTable(frame: frame, foods: FoodClassifier(), phases: phases), frame)
  }

  private func exposure(_ name: String, _ diary: DiaryBuilder) -> GroupExposure {
    let (table, frame) = table(diary)
    return table.exposure(to: GroupID(rawValue: name), axis: frame.axis)
  }

  @Test("A meal at 02:00 counts for the day before")
  func night() {
    var diary = DiaryBuilder()
    diary.food(3, 2, "milk", groups: ["lactose"])
    diary.food(3, 9, "milk", groups: ["lactose", "own_group"])
    #expect(exposure("lactose", diary).days.map { $0.day - DiaryBuilder.start } == [2, 3])
    #expect(exposure("own_group", diary).meals.count == 1)
  }

  @Test(
    "Only more than 20 portions are taken as 20, in all ways to write them",
    arguments: [
      // A usual portion of milk is 240 ml.
      ("grapes", 20.0, "portion", 20.0, false), ("grapes", 20.5, "portion", 20, true),
      ("grapes", 21, "portions", 20, true), ("grapes", 20, "pieces", 20, false),
      ("grapes", 20.5, "pieces", 20, true), ("grapes", 20, nil, 20, false),
      ("milk", 4800, "ml", 20, false), ("milk", 4.8, "l", 20, false),
      ("milk", 4920, "ml", 20, true), ("milk", 5.04, "l", 20, true), ("milk", 20, "l", 20, true),
      ("milk", 4790, "ml", 4790.0 / 240, false), ("milk", 1e308, "l", 20, true),
      ("20 grapes", nil, nil, 20, false), ("20 slices bread", nil, nil, 20, false),
      ("20.5 slices bread", nil, nil, 20, true), ("21 slices bread", nil, nil, 20, true),
      // A number that large counts no pieces.
      ("21 grapes", nil, nil, 1, false), ("grapes", 21, nil, 1, false),
    ] as [(String, Double?, String?, Double, Bool)])
  func capped(
    name: String, value: Double?, unit: String?, portions: Double, isCapped: Bool
  ) throws {
    var diary = DiaryBuilder()
    diary.food(0, 8, name, portions: value, unit: unit, groups: ["dairy"])
    let found = table(diary)
    #expect(found.table.cappedEntries == (isCapped ? 1 : 0))
    let meal = try #require(found.table.groups.first?.meals.first)
    #expect(abs(meal.portions - portions) < 1e-9)
  }

  @Test("Contexts count for their groups, less what the foods of the day bring")
  func contexts() {
    var diary = DiaryBuilder()
    diary.food(0, 8, "coffee", groups: ["caffeine"])
    diary.context(0, 20, "caffeine", 90, unit: "mg")
    diary.context(1, 20, "caffeine", 180, unit: "mg")
    diary.food(2, 8, "coffee", groups: ["caffeine"])
    diary.context(2, 20, "caffeine", 270, unit: "mg")
    diary.context(3, nil, "alcohol", 2, unit: "drinks")
    diary.context(4, nil, "alcohol", 0, unit: "drinks")
    let caffeine = exposure("caffeine", diary)
    #expect(caffeine.days.map { $0.day - DiaryBuilder.start } == [0, 1, 2])
    #expect(caffeine.days.map(\.portions) == [1, 2, 3])
    #expect(exposure("alcohol", diary).days.map(\.portions) == [2])
  }

  @Test("A declared challenge stands for its food where no food is named at all")
  func declaredOnly() {
    var diary = DiaryBuilder()
    for day in 0..<40 { diary.symptom(day, nil, "pain", Double(day % 3)) }
    diary.phase("challenge", 20, 22, groups: ["lactose"])
    let lactose = exposure("lactose", diary)
    #expect(lactose.days.map { $0.day - DiaryBuilder.start } == [20, 21, 22])
    #expect(diary.results().has("exposure-from-phase"))

    diary.food(21, 12, "rice", groups: [])
    #expect(exposure("lactose", diary).days.isEmpty)
    let results = diary.results()
    #expect(results.has("challenge-without-food"))
    #expect(!results.has("exposure-from-phase"))
    #expect(results.group("lactose")?.verdict == .notTested)
  }

  @Test("Foods eaten during their elimination are said")
  func duringElimination() {
    var diary = DiaryBuilder.clean()
    #expect(!diary.results().has("exposure-during-elimination"))
    diary.food(12, 8, "milk", groups: ["lactose"])
    #expect(diary.results().has("exposure-during-elimination"))
  }
}
