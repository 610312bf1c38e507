// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FoodKnowledge
import Testing

@testable import DiaryAnalysis

@Suite("A symptom entry named `no pain` says that this symptom was not there")
struct DeniedSymptomTests {
  private func table(_ diary: DiaryBuilder) -> SymptomTable {
    SymptomTable(frame: DiaryFrame(diary: diary.diary, axis: TimeAxis(dayStartMinutes: 300)))
  }

  @Test(
    "What is denied",
    arguments: [
      ("no pain", ["pain"]), ("No pain today", ["pain"]), ("no more pain.", ["pain"]),
      ("keine Schmerzen", ["Schmerzen"]), ("Kein Kopfweh", ["Kopfweh"]),
      ("keine Übelkeit", ["Übelkeit"]), ("no stomach pain", ["stomach pain"]),
      ("without headache", ["headache"]), ("pain free", ["pain"]), ("pain-free", ["pain"]),
      ("schmerzfrei", ["Schmerzen"]), ("no pain, no bloating", ["pain", "bloating"]),
      ("no pain or nausea", ["pain", "nausea"]),
      ("no pain, nausea or fever", ["pain", "nausea", "fever"]),
      ("no pain, nausea, or fever", ["pain", "nausea", "fever"]),
      ("keine Bauchschmerzen und Blähungen", ["Bauchschmerzen", "Blähungen"]),
      ("pas de douleur", ["douleur"]), ("pas de maux de tête", ["maux tête"]),
      ("sin dolor", ["dolor"]), ("nessun dolore", ["dolore"]), ("geen buikpijn", ["buikpijn"]),
      ("keine Bauchkrämpfe", ["Bauchkrämpfe"]),
    ])
  func denied(name: String, symptoms: [String]) {
    let found = DeniedSymptoms.names(name)
    // A small word between is no part of what is compared.
    #expect(found.map { $0.replacing(" de ", with: " ") } == symptoms)
  }

  @Test(
    "Complaints that are a lack, and words that leave it open, deny nothing",
    arguments: [
      "no appetite", "no stool", "no sleep", "no energy", "kein Stuhlgang", "keine Luft",
      "no bowel movement", "no breath", "no severe pain", "keine starken Schmerzen",
      "no pain relief", "pain", "painful", "no pain in the morning, strong later", "no",
      "pain, no bloating", "nausea", "no feeling in hand", "keine Schmerzmittel", "Schmerzen",
      "no fever; vomiting", "no fever. Vomiting", "no fever: rash", "no pain! vomiting",
      "no fever, vomiting", "no fever. Chest pain", "no gas", "no fever; vomiting or rash",
      "no pain but bloating", "no voice", "no urine", "",
    ])
  func others(name: String) {
    let denied = DeniedSymptoms.names(name)
    #expect(denied == [])
  }

  @Test("It is a zero of that symptom, and of no other")
  func zero() {
    var diary = DiaryBuilder()
    diary.symptom(0, nil, "pain", 6)
    diary.symptom(1, nil, "no pain", nil, scale: nil)
    diary.symptom(1, nil, "bloating", 4)
    diary.symptom(2, nil, "No pain", 0)
    let table = table(diary)
    #expect(table.names == ["bloating", "pain"])
    #expect(table.records.map(\.symptom) == [1, 0, 1, 1])
    #expect(table.records.map(\.value) == [6, 4, 0, 0])
    #expect(table.hasExplicitZero && table.doubts.isEmpty)
  }

  @Test("Without a symptom of the name it means those that hold its word, else one of its own")
  func matches() {
    var diary = DiaryBuilder()
    diary.symptom(0, nil, "Bauchschmerzen", 6)
    diary.symptom(0, nil, "Kopfschmerzen", 2)
    diary.symptom(0, nil, "Müdigkeit", 3)
    diary.symptom(1, nil, "keine Schmerzen", nil, scale: nil)
    diary.symptom(2, nil, "kein Fieber", nil, scale: nil)
    let table = table(diary)
    #expect(table.names == ["Bauchschmerzen", "Fieber", "Kopfschmerzen", "Müdigkeit"])
    #expect(table.records.filter { $0.value == 0 }.map(\.symptom) == [0, 2, 1])
  }

  @Test("With a severity above 0, or an answer of no, it stays a symptom of its own")
  func severity() {
    var diary = DiaryBuilder()
    diary.symptom(0, nil, "no pain", 3)
    diary.symptom(1, nil, "pain", 6)
    diary.symptom(2, word: "no", "no pain")
    #expect(table(diary).names == ["no pain", "pain"])
    #expect(table(diary).records.map(\.value) == [3, 6, 0])
    #expect(table(diary).records.map(\.symptom) == [0, 1, 0])
  }

  @Test("It is in no list of symptoms of the results and no warning")
  func results() {
    var diary = DiaryBuilder()
    for day in 0..<40 {
      diary.food(day, 12, "rice")
      if day % 4 == 0 { diary.symptom(day, nil, "pain", 6) }
      if day % 4 == 1 { diary.symptom(day, nil, "no pain", nil, scale: nil) }
    }
    let results = DiaryAnalyzer(
      options: AnalysisOptions(), foods: FoodClassifier(), version: "test"
    ).analyze(diary.diary)
    #expect(results.outcome.symptoms == ["pain"])
    #expect(!results.has("severity-unknown"))
    let outcomes = results.timeline.days.compactMap(\.outcome)
    #expect(outcomes.filter { $0 == 0 }.count == 10 && outcomes.count == 20)
  }
}
