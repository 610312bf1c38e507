// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import DiaryAnalysis

@Suite("What people write about safety is read as they mean it")
struct SafetyLanguageTests {
  private func gates(_ change: (inout DiaryBuilder) -> Void) -> [String] {
    var diary = DiaryBuilder.short()
    change(&diary)
    return diary.safetyGates().map(\.gate)
  }

  @Test(
    "A denial of something else does not silence a sign",
    arguments: [
      "No idea why my throat was swelling", "not sure why tongue swollen",
      "don't know why my lips swelled up", "could not breathe and throat swollen",
      "could not stop wheezing", "no sleep because of wheezing",
      "went without lunch throat swollen after snack",
      "Konnte nicht schlucken weil die Zunge geschwollen war",
      "Did not eat milk today and still throat swelling",
      "ate cake without nuts but throat swelling",
      "no relief from antihistamine throat swollen used EpiPen", "No air, throat closed",
      "keine Luft bekommen, Hals geschwollen", "Kein Frühstück, danach Zunge geschwollen",
      "Didn't think much of it at first, throat swelling later", "No milk today. Throat swelling!",
      "never had throat swelling like this before", "not only throat swelling but vomiting",
      "Throat, tongue: swelling", "used my Epi-Pen", "Had to use the epi pen",
      "throat constricted after nuts", "blacked out after prawns",
      "collapsed after eating prawns, ambulance", "throat sweling", "Zunge angeschwollen",
      "Hals zugeschwollen", "ohnma\u{308}chtig geworden", "ohnmächtig geworden", "ohnmaechtig",
      "lippen sind dick geworden und geschwollen", "throat\u{200B}swelling",
      "<b>throat</b> swelling",
      "my sister saw my throat swelling", "my son had throat swelling",
      "bought an EpiPen and used it",
      "dinner with my mother then throat swelling", "my mother drove me, throat swelling",
      "felt faint", "adrenaline given by paramedics", "throat swelling, never used my EpiPen",
    ])
  func immediate(text: String) {
    #expect(gates { $0.note(16, 9, text) }.first == "possible-immediate-allergy")
  }

  @Test(
    "Signs in other words, with a slip, or in another language fire",
    arguments: [
      "facial swelling", "my face swelled up", "eyes swollen shut after eggs", "mouth swelling",
      "Gesichtsschwellung", "Gesicht geschwollen", "lips puffy", "angio-oedema", "Angioödem",
      "loss of consciousness", "collapse", "dyspnoea", "laboured breathing", "stridor",
      "went to A&E with an allergic reaction", "Notarzt gerufen wegen allergischer Reaktion",
      "paramedics gave me epi", "can't catch my breath", "gasping for air",
      "struggled to breathe", "trouble getting air", "wheeezing", "weezing",
      "blood pressure dropped after peanut", "Luft weggeblieben", "anafilaxia", "anafylaxie",
      "shock anafilattico", "difficulté à respirer", "no puedo respirar", "tong gezwollen",
    ])
  func otherWords(text: String) {
    #expect(gates { $0.note(16, 9, text) }.first == "possible-immediate-allergy")
  }

  @Test(
    "States for the care team in other words fire",
    arguments: [
      "I have an eating disorder", "anorexia is back", "my eating disorder therapist",
      "binged and purged", "I made myself throw up", "breastfeeding my son", "on dialysis",
      "I am 20 weeks along", "started prednisone",
    ])
  func careTeamNotes(text: String) {
    #expect(gates { $0.note(16, 9, text) }.contains("care-team"))
  }

  @Test(
    "Conditions for the care team in other words fire",
    arguments: [
      "underweight", "expecting a baby", "enceinte", "embarazada", "OSFED", "orthorexia", "toddler",
      "infant",
    ])
  func careTeamConditions(text: String) {
    #expect(gates { $0.profile("condition", text) }.contains("care-team"))
  }

  @Test(
    "What did not happen, or to another, does not fire",
    arguments: [
      "no hives", "no signs of swelling of the throat", "without wheezing", "tongue not swollen",
      "keine Schwellung der Zunge", "no throat swelling today", "did not have any wheezing",
      "my sister used her EpiPen", "meine Schwester hatte Atemnot", "my friend had throat swelling",
      "bought a new EpiPen, never used", "EpiPen never used", "no hives or wheeze",
      "adrenaline rush on the roller coaster", "felt faint hunger", "my sister has asthma",
      "sore throat", "ankle swollen, bit my tongue", "tongue and cheek; the swelling crowd",
      "lips dry; swollen ankle", "collapsed on the sofa", "bought a bee hive", "never had hives",
      "keine Atemnot", "no shortness of breath", "no allergic reaction",
      "could collapse on the sofa",
      "face mask, then swollen ankle",
    ])
  func silent(text: String) {
    #expect(gates { $0.note(16, 9, text) }.isEmpty)
  }

  @Test(
    "A symptom's name, value, note and scale are read together",
    arguments: [
      ("Swelling (tongue)", 6.0, "0-10", nil, true), ("Swelling: throat", 6, "0-10", nil, true),
      ("swelling", 7, "0-10", "throat", true), ("swelling", 7, "0-10", "ankle", false),
      ("swelling", 0, "0-10", "throat", false), ("throat swelling", 1, "1-5", nil, true),
      ("throat swelling", 0, "0-5", nil, false), ("hives", 0, "0-10", "throat swelled", true),
      ("difficulty breathing", 6, "0-10", nil, true), ("Atemnot", 6, "0-10", nil, true),
      ("bloating", 6, "0-10", "no swelling of the throat", false),
    ] as [(String, Double, String, String?, Bool)])
  func symptom(name: String, value: Double, scale: String, note: String?, fires: Bool) {
    let found = gates { $0.symptom(16, 9, name, value, scale: scale, note: note) }
    #expect(found == (fires ? ["possible-immediate-allergy"] : []))
  }

  @Test(
    "Hives at the lowest point of a scale from 1 are there",
    arguments: ["hive", "Hives", "Nesselfieber"])
  func hives(name: String) {
    let found = gates {
      $0.food(16, 8, "toast")
      $0.symptom(16, 9, name, 1, scale: "1-3")
    }
    #expect(found == ["possible-immediate-allergy"])
  }

  @Test("Words of severity, and the name of a food")
  func wordsAndFoods() {
    #expect(gates { $0.symptom(16, word: "leicht", "Zungenschwellung") }.count == 1)
    #expect(gates { $0.symptom(16, word: "keine", "Zungenschwellung") }.isEmpty)
    #expect(gates { $0.food(16, 9, "peanut (throat swelling!)") }.count == 1)
    #expect(gates { $0.food(16, 9, "throat lozenge") }.isEmpty)
  }

  @Test(
    "The care team, from conditions",
    arguments: [
      ("T1D", true), ("Diabetes mellitus Typ 1", true), ("breast cancer, chemo", true),
      ("Nierentransplantation", true), ("Stammzelltransplantation 2020", true),
      ("Essstörungen", true), ("stille mein Kind", true), ("diabetes type 1, insulin pump", true),
      ("Diabetes mellitus (Typ 1)", true), ("diabetes (type 1)", true),
      ("Diabetiker [Typ I]", true), ("diabetes (type 2)", false),
      ("Diabetes mellitus (Typ 2)", false), ("sister has diabetes (type 1)", false),
      ("insulin resistance", false), ("mother has kidney disease", false),
      ("type 2 diabetes", false),
      ("hair transplant", false), ("family history of kidney disease", false),
      ("before my pregnancy in 2010", false),
    ])
  func conditions(text: String, fires: Bool) {
    #expect(gates { $0.profile("condition", text) } == (fires ? ["care-team"] : []))
  }

  @Test(
    "The care team, from a profile item of its own",
    arguments: [("type 1", true), ("type 2", false)])
  func item(value: String, fires: Bool) {
    #expect(gates { $0.profile("diabetes", value) } == (fires ? ["care-team"] : []))
  }

  @Test(
    "The care team, from notes",
    arguments: [
      ("took 8 units of insulin", true), ("insulin injection before lunch", true),
      ("I'm 12 weeks pregnant", true), ("positive pregnancy test today", true),
      ("second round of chemo", true), ("kidney transplant in 2020", true),
      ("liver transplant in 2024, on tacrolimus", true), ("habe Insulin gespritzt", true),
      ("negative pregnancy test", false), ("my friend is pregnant", false),
      ("my sister is 12 weeks pregnant", false), ("before my pregnancy in 2010 I was fine", false),
      ("transplanted the tomatoes", false), ("read about insulin resistance", false),
      ("I am not pregnant", false),
    ])
  func notes(text: String, fires: Bool) {
    #expect(gates { $0.note(16, 9, text) } == (fires ? ["care-team"] : []))
  }

  @Test(
    "Denials in the profile are denials",
    arguments: [
      "no", "none", "never", "n", "N", "n/a", "not pregnant", "unknown", "not tested", "0", "false",
      "none known", "keine", "keine bekannt", "nicht schwanger", "not applicable", "FALSE", "",
    ])
  func denials(text: String) {
    for name in ["pregnancy", "allergy", "breast-feeding", "food allergy"] {
      #expect(gates { $0.profile(name, text) }.isEmpty || text.isEmpty, "\(name)")
    }
    #expect(gates { $0.context(16, 9, "transplant", text: text) }.isEmpty || text.isEmpty)
  }

  @Test(
    "Others are not",
    arguments: [
      "yes", "12 weeks", "not sure", "twins, due in May", "nearly", "unexpected",
    ])
  func affirmations(text: String) {
    #expect(gates { $0.profile("pregnancy", text) } == ["care-team"])
  }

  @Test(
    "Red flags, swallowing, gluten and fasts in notes",
    arguments: [
      ("lost 5 kg in a month", "red-flags"), ("blood on toilet paper", "red-flags"),
      ("habe 4 kg abgenommen", "red-flags"), ("Essen bleibt stecken", "swallowing"),
      ("food stuck in my chest", "swallowing"),
      ("I have eaten gluten free since 2024", "coeliac-not-excluded"),
      ("fasted for 36 hours", "fasting"), ("finished a 48 hour fast", "fasting"),
      ("lost my keys", nil), ("lost 5 games", nil), ("blood orange on toast", nil),
      ("food stuck in the toaster", nil), ("bleeding from back scratch", nil),
      ("gluten free bread", nil), ("fasted for 16 hours", nil), ("did not fast for 36 hours", nil),
      ("breakfast after 36 hours", nil),
    ] as [(String, String?)])
  func others(text: String, gate: String?) {
    #expect(gates { $0.note(16, 9, text) } == [gate].compactMap(\.self))
  }
}
