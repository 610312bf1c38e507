// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import DiaryAnalysis

@Suite("Phrases are matched on words, and denials do not fire")
struct PhraseTests {
  @Test(
    "Immediate reactions fire",
    arguments: [
      "throat swelling", "my tongue swelled up", "Swelling of the lips and tongue",
      "throat felt tight", "some wheezing", "I fainted", "passed out at the table",
      "used my EpiPen", "anaphylaxis", "anaphylactic shock", "Zunge geschwollen",
      "Zungenschwellung nach dem Essen", "Ohnmacht", "no fever, throat swelling",
      "no hives but throat swelling",
    ])
  func immediate(text: String) {
    #expect(SafetyPhrases.any(SafetyPhrases.immediate, in: text))
  }

  @Test(
    "Denied and different ones do not",
    arguments: [
      "no throat swelling", "no swelling of throat or tongue", "without any wheeze",
      "never had anaphylaxis", "throat swelling: no", "wheeze: none", "keine Zungenschwellung",
      "Zunge nicht geschwollen", "a sore throat", "swollen ankles", "did not faint, no wheezing",
      "wheeler dealer", "bloating", "tongue twister",
    ])
  func denied(text: String) {
    #expect(!SafetyPhrases.any(SafetyPhrases.immediate, in: text))
  }

  @Test(
    "Red flags",
    arguments: [
      ("weight loss", true), ("lost weight without trying", true), ("blood in stool", true),
      ("Blut im Stuhl", true), ("rectal bleeding", true), ("anaemia", true), ("fever", true),
      ("woke at night with pain", true), ("nocturnal diarrhoea", true), ("no weight loss", false),
      ("hay fever", false), ("no blood in stool", false), ("blood orange juice", false),
      ("kein Fieber", false), ("bloating", false), ("night out with friends", false),
    ])
  func redFlags(text: String, fires: Bool) {
    #expect(SafetyPhrases.any(SafetyPhrases.redFlags, in: text) == fires)
  }

  @Test(
    "Swallowing",
    arguments: [
      ("food sticking in chest", true), ("trouble swallowing", true), ("Schluckbeschwerden", true),
      ("food got stuck", true), ("no trouble swallowing", false), ("stuck to my diet", false),
      ("cinnamon sticks", false),
    ])
  func swallowing(text: String, fires: Bool) {
    #expect(SafetyPhrases.any(SafetyPhrases.swallowing, in: text) == fires)
  }

  @Test(
    "Coeliac disease ruled out",
    arguments: [
      ("coeliac excluded", true), ("coeliac serology negative", true), ("no coeliac disease", true),
      ("Zöliakie ausgeschlossen", true), ("coeliac disease", false), ("IBS-D", false),
      ("coeliac not excluded yet", false),
    ])
  func coeliac(text: String, excluded: Bool) {
    #expect(SafetyGates.excludesCoeliac(text) == excluded)
  }
}

@Suite("Safety gates fire on what the diary and the profile show")
struct SafetyGateTests {
  static let withholding = [
    "possible-immediate-allergy", "known-allergy", "avoided-allergen", "care-team", "swallowing",
    "coeliac-not-excluded",
  ]

  @Test("A clean diary fires none")
  func none() {
    #expect(DiaryBuilder.clean().results().safety.isEmpty)
  }

  @Test("Throat swelling withholds every suggestion and names its row")
  func immediate() throws {
    var diary = DiaryBuilder.clean()
    diary.symptom(53, 8.5, "throat swelling", 6)
    let line = diary.entries.count + 1
    let results = diary.results()
    let gate = try #require(results.gate("possible-immediate-allergy"))
    #expect(gate.withholdsRetest)
    // The sign first, then the capsule half an hour before it.
    #expect(gate.entries.first == "diary.csv:\(line)")
    #expect(gate.entries.count == 2 && gate.foods?.map(\.name) == ["capsule"])
    #expect(gate.evidence.contains("throat swelling"))
    #expect(results.groups.allSatisfy { $0.nextStep == "none" })
  }

  @Test("A symptom that was not there fires nothing")
  func absentSymptom() {
    var diary = DiaryBuilder.clean()
    diary.symptom(53, 8.5, "wheeze", 0)
    diary.note(54, 9, "no hives, no swelling of the throat")
    #expect(diary.results().safety.isEmpty)
  }

  @Test(
    "Hives count within two hours of a food",
    arguments: [(8.0, false), (13.5, true), (14.0, true), (17, false), (11.9, false)])
  func hives(hour: Double, fires: Bool) {
    var diary = DiaryBuilder.clean()
    // The only food of day 10 is rice at 12:00.
    diary.symptom(10, hour, "hives", 5)
    #expect((diary.results().gate("possible-immediate-allergy") != nil) == fires)
  }

  @Test(
    "The profile fires the gates of the care team",
    arguments: [
      ("age", "15", true), ("age", "34", false), ("pregnancy", "yes", true),
      ("pregnancy", "no", false), ("condition", "anorexia nervosa in 2019", true),
      ("condition", "kidney disease", true), ("condition", "type 1 diabetes", true),
      ("condition", "IBS-D", false), ("condition", "no kidney disease", false),
      ("condition", "stem cell transplant", true),
    ])
  func careTeam(name: String, value: String, fires: Bool) {
    var diary = DiaryBuilder.clean()
    diary.profile(name, value)
    #expect((diary.results().gate("care-team") != nil) == fires)
  }

  @Test("A low body-mass index fires, a usual one does not")
  func bodyMassIndex() {
    for (weight, fires) in [("50", true), ("70", false)] {
      var diary = DiaryBuilder.clean()
      diary.profile("height", "178")
      diary.profile("weight", weight)
      #expect((diary.results().gate("care-team") != nil) == fires)
    }
  }

  @Test("A known allergy is for its groups; pollen is no food")
  func knownAllergy() throws {
    var diary = DiaryBuilder.clean()
    diary.profile("allergy", "birch pollen")
    #expect(diary.results().gate("known-allergy") == nil)
    diary.profile("allergy", "egg")
    let results = diary.results()
    #expect(results.gate("known-allergy")?.groups.map(\.rawValue) == ["egg"])
    #expect(results.group("egg")?.nextStep == "none")
    #expect(results.group("lactose")?.nextStep != "none")
    diary.profile("condition", "FPIES")
    #expect(diary.results().gate("known-allergy")?.groups == [])
  }

  @Test("Egg left out in eczema, and in a child")
  func avoided() {
    for (name, value) in [("condition", "atopic dermatitis"), ("age", "9")] {
      var diary = DiaryBuilder.clean()
      diary.profile(name, value)
      #expect(diary.results().gate("avoided-allergen")?.groups.map(\.rawValue) == ["egg"])
    }
  }

  @Test("Gluten left out without coeliac disease ruled out withholds gluten only")
  func coeliac() {
    var diary = DiaryBuilder.clean()
    diary.phase("elimination", 7, 34, groups: ["gluten"])
    let results = diary.results()
    #expect(results.gate("coeliac-not-excluded")?.groups.map(\.rawValue) == ["gluten"])
    #expect(results.group("gluten")?.nextStep == "none")
    #expect(results.group("egg")?.nextStep != "none")
    diary.profile("condition", "coeliac disease excluded 2024")
    #expect(diary.results().gate("coeliac-not-excluded") == nil)
  }

  @Test("Weight loss by numbers, loose stools over 60, a long elimination")
  func overTime() {
    var weight = DiaryBuilder.clean()
    weight.context(1, nil, "weight", 70, unit: "kg")
    weight.context(60, nil, "weight", 66, unit: "kg")
    #expect(weight.results().gate("red-flags")?.withholdsRetest == false)

    var stools = DiaryBuilder.clean()
    for day in stride(from: 0, to: 50, by: 4) { stools.symptom(day, nil, "diarrhoea", 5) }
    #expect(stools.results().gate("red-flags") == nil)
    stools.profile("age", "64")
    #expect(stools.results().gate("red-flags") != nil)

    var long = DiaryBuilder()
    for day in 0..<70 { long.symptom(day, nil, "pain", Double(day % 3)) }
    long.phase("elimination", 0, 60, groups: ["egg"])
    #expect(long.results().gate("long-elimination") != nil)
    #expect(DiaryBuilder.clean().results().gate("long-elimination") == nil)
  }

  @Test("Gates come in the order of the table")
  func order() {
    var diary = DiaryBuilder.clean()
    diary.context(20, nil, "fasting", 36, unit: "h")
    diary.symptom(3, nil, "trouble swallowing", 4)
    diary.note(2, nil, "rectal bleeding")
    diary.profile("age", "12")
    diary.profile("allergy", "peanut")
    diary.note(1, nil, "used the epipen")
    #expect(
      diary.results().safety.map(\.gate) == [
        "possible-immediate-allergy", "known-allergy", "avoided-allergen", "care-team",
        "red-flags", "swallowing", "fasting",
      ])
  }
}
