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
