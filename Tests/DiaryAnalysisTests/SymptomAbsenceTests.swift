// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FoodKnowledge
import Testing

@testable import DiaryAnalysis

@Suite("A symptom entry named `none` says that there was no symptom")
struct SymptomAbsenceTests {
  private func frame(_ diary: DiaryBuilder) -> DiaryFrame {
    DiaryFrame(diary: diary.diary, axis: TimeAxis(dayStartMinutes: 300))
  }

  private func results(_ diary: DiaryBuilder) -> AnalysisResults {
    DiaryAnalyzer(options: AnalysisOptions(), foods: FoodClassifier(), version: "test")
      .analyze(diary.diary)
  }

  @Test(
    "All ways to say it",
    arguments: [
      "ohne", "n/a", "alles gut", "All good", "none", "None.", "keine", "no symptoms", "No symptom",
      "nothing", "nichts",
      "beschwerdefrei", "keine Beschwerden", "symptom free", "symptom-free", "none today", "–", "-",
      "aucun", "aucune", "ninguno", "ninguna", "sin síntomas", "nessuno", "nessun sintomo", "geen",
      "geen klachten", "keine Symptome heute", "no symptoms at all",
    ])
  func names(name: String) {
    var diary = DiaryBuilder()
    diary.symptom(0, nil, "pain", 6)
    diary.symptom(1, nil, name, nil, scale: nil)
    diary.symptom(2, nil, name, 0)
    let table = SymptomTable(frame: frame(diary))
    #expect(table.names == ["pain"])
    #expect(table.records.map(\.value) == [6, 0, 0])
    #expect(table.hasExplicitZero)
    #expect(table.doubts.isEmpty)
    for symptom in [nil, 0] {
      let series = OutcomeSeries(
        table: table, symptom: symptom, zeroDays: [], axis: TimeAxis(dayStartMinutes: 300))
      let first = DiaryBuilder.start
      #expect(series.daily == [first: 6, first + 1: 0, first + 2: 0])
    }
  }

  @Test(
    "Names that say something else stay symptoms of unknown severity",
    arguments: [
      "no appetite", "nonessential tremor", "keine Luft", "nothing stays down", "?", "today",
      "kein Stuhlgang", "no energy",
    ])
  func others(name: String) {
    var diary = DiaryBuilder()
    diary.symptom(0, nil, name, nil, scale: nil)
    let table = SymptomTable(frame: frame(diary))
    #expect(table.names == [name])
    #expect(table.records.map(\.value) == [SymptomSeverity.unknownSeverity])
    #expect(table.doubts == [.noSeverity: 1])
  }

  @Test("With a severity above 0 it stays a symptom; an answer of `no` turns a state round")
  func severity() {
    var diary = DiaryBuilder()
    diary.symptom(0, nil, "none", 3)
    diary.symptom(1, word: "mild", "keine")
    #expect(SymptomTable(frame: frame(diary)).records.map(\.value) == [3, 2.5])
    func isSaid(_ name: String, _ word: String) -> Bool {
      SymptomAbsence.isSaid(
        by: Entry(
          kind: .symptom, time: nil, name: name, value: .text(word),
          origin: Origin(input: 0, line: 2)))
    }
    #expect(isSaid("none", "no"))
    #expect(isSaid("no symptoms", "yes"))
    #expect(isSaid("none", "unspecified"))
    #expect(isSaid("no symptoms", "none"))
    #expect(!isSaid("no symptoms", "false"))
    #expect(!isSaid("none", "severe"))
  }

  @Test("At a clock time it is a zero there, and parts what was before from what comes after")
  func clock() {
    var diary = DiaryBuilder()
    diary.symptom(1, 10, "pain", 6)
    diary.symptom(1, 12, "none", nil, scale: nil)
    diary.symptom(1, 14, "pain", 4)
    diary.symptom(1, 15, "gas", 2)
    let table = SymptomTable(frame: frame(diary))
    let midnight = Double(DiaryBuilder.start) * 24
    #expect(table.records.map(\.value) == [6, 0, 4, 2])
    #expect(table.records.map { $0.begin - midnight } == [29, 34, 36, 36])
  }

  @Test("It is in no list of symptoms and no warning, and days without an entry stay unknown")
  func results() {
    var diary = DiaryBuilder()
    for day in 0..<40 {
      diary.food(day, 12, "rice")
      if day % 4 == 0 { diary.symptom(day, nil, "pain", 6) }
      if day % 4 == 1 { diary.symptom(day, nil, "none", nil, scale: nil) }
    }
    let results = results(diary)
    #expect(results.outcome.symptoms == ["pain"])
    #expect(!results.has("severity-unknown"))
    #expect(!results.has("absence-zero"))
    #expect(!results.has("constant-symptoms"))
    let outcomes = results.timeline.days.compactMap(\.outcome)
    #expect(outcomes.count == 20)
    #expect(outcomes.filter { $0 == 0 }.count == 10)
    #expect(results.timeline.days.allSatisfy { $0.symptoms.keys.allSatisfy { $0 == "pain" } })
  }

  @Test("A diary of nothing else has values, and no symptom")
  func alone() {
    var diary = DiaryBuilder()
    for day in 0..<20 {
      diary.food(day, 12, "rice")
      diary.symptom(day, nil, "none", nil, scale: nil)
    }
    let results = results(diary)
    #expect(results.outcome.symptoms.isEmpty)
    #expect(results.timeline.days.compactMap(\.outcome) == Array(repeating: 0, count: 20))
  }

  @Test("A symptom that is always the same where it stands is not constant beside it")
  func constant() {
    var diary = DiaryBuilder()
    for day in 0..<10 {
      diary.symptom(day, nil, "pain", 6)
      if day == 5 { diary.symptom(day, 9, "none", nil, scale: nil) }
    }
    diary.symptom(3, 10, "gas", 1)
    diary.symptom(4, 10, "gas", 3)
    let table = SymptomTable(frame: frame(diary))
    #expect(ConstantSymptoms.find(table, zeroDays: []).isEmpty)
  }
}
