// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FoodKnowledge
import Testing

@testable import DiaryAnalysis

@Suite("Allergies, body measures and fasts are read with their words and units")
struct SafetyProfileTests {
  @Test(
    "An allergy withholds the groups of its foods",
    arguments: [
      ("allergy", "milk", ["dairy", "lactose"]), ("condition", "CMPA", ["dairy", "lactose"]),
      ("condition", "cow's milk protein allergy", ["dairy", "lactose"]),
      ("allergy", "cow's milk, anaphylaxis", ["dairy", "lactose"]),
      ("condition", "Erdnussallergie", ["peanut"]), ("condition", "Fischallergie", ["fish"]),
      ("allergy", "nuts", ["peanut", "tree_nut"]), ("allergy", "Nüsse", ["peanut", "tree_nut"]),
      ("allergy", "tree nuts", ["tree_nut"]), ("allergy", "walnuts", ["tree_nut"]),
      ("allergy", "Kuhmilcheiweiß", ["dairy", "lactose"]), ("allergy", "Hühnereiweiß", ["egg"]),
      ("allergy", "no dairy allergy but peanut allergy", ["peanut"]),
      ("food allergy", "peanut", ["peanut"]), ("peanut allergy", "yes", ["peanut"]),
      ("allergy", "shellfish", ["crustacean", "mollusc"]),
      ("allergy", "wheat", ["gluten", "fructan", "yeast"]),
    ])
  func allergens(name: String, value: String, groups: [String]) throws {
    var diary = DiaryBuilder.short()
    diary.profile(name, value)
    let gate = try #require(diary.safetyGates().first { $0.gate == "known-allergy" })
    #expect(gate.groups.map(\.rawValue) == groups)
  }

  @Test(
    "A plain yes in any writing adds no words to an item, whoever reads it",
    arguments: [
      (nil, nil, "rosacea"), (.text("yes"), nil, "rosacea"), (.text("Ja"), nil, "rosacea"),
      (.text("TRUE"), nil, "rosacea"), (.text("x"), nil, "rosacea"), (.text("1"), nil, "rosacea"),
      (.text("1.0"), nil, "rosacea"), (.number(1), nil, "rosacea"),
      (.number(1), "since May", "rosacea: since May"), (nil, "since May", "rosacea: since May"),
      (.text("mild"), "since May", "rosacea: mild since May"), (nil, "yes", "rosacea"),
    ] as [(EntryValue?, String?, String)])
  func plainYes(value: EntryValue?, note: String?, text: String) {
    let entry = Entry(
      kind: .profile, time: nil, name: "rosacea", value: value, unit: nil, groups: nil, note: note,
      origin: Origin(input: 0, line: 2))
    let diary = Diary(participant: "p1", entries: [entry], inputs: [])
    let frame = DiaryFrame(diary: diary, axis: TimeAxis(dayStartMinutes: 300))
    #expect(Profile(frame: frame).conditions.map(\.text) == [text])
    #expect(SpokenTexts(frame).texts.first == text)
  }

  @Test("A number stands in what an item says, and is no word of it")
  func numberOfItem() {
    var diary = DiaryBuilder()
    diary.profile("ferritin", "12")
    let frame = DiaryFrame(diary: diary.diary, axis: TimeAxis(dayStartMinutes: 300))
    #expect(Profile(frame: frame).conditions.map(\.text) == ["ferritin: 12.0"])
    #expect(SpokenTexts(frame).texts == ["ferritin"])
  }

  @Test("Groups without a value count; none and pollen do not")
  func groupsColumn() {
    var diary = DiaryBuilder.short()
    diary.profile("allergy", nil, groups: ["peanut"])
    #expect(diary.safetyGates().first?.groups.map(\.rawValue) == ["peanut"])
    for text in ["no milk, no egg", "pollen", "not allergic to milk", "no food allergies"] {
      var other = DiaryBuilder.short()
      other.profile("allergy", text)
      #expect(other.safetyGates().isEmpty, "\(text)")
    }
  }

  @Test("Asthma withholds suspected allergens")
  func asthma() {
    var diary = DiaryBuilder.short()
    diary.profile("condition", "asthma")
    #expect(diary.safetyGates().isEmpty)
    diary.profile("suspects", nil, groups: ["peanut", "lactose"])
    #expect(diary.safetyGates().map(\.gate) == ["known-allergy"])
    #expect(diary.safetyGates().first?.groups.map(\.rawValue) == ["peanut"])
  }

  @Test("Groups that the same foods carry are withheld; eaten else, they are not")
  func carried() {
    for (food, withheld) in [("wheat", true), ("onion", false)] {
      var diary = DiaryBuilder.short()
      for day in [14, 15, 16] {
        diary.food(
          day, 8, food, portions: 1, groups: food == "wheat" ? ["gluten", "fructan"] : ["fructan"])
      }
      diary.profile("condition", "coeliac disease")
      let gate = diary.safetyGates().first { $0.gate == "care-team" }
      #expect(gate?.groups.map(\.rawValue).contains("fructan") == withheld)
    }
  }

  @Test("No advice to test or keep eating lactose in milk allergy")
  func advice() throws {
    for rise in [0.0, 5] {
      var diary = DiaryBuilder.clean(rise: rise)
      let before = try #require(diary.results().group("lactose"))
      diary.profile("allergy", "milk")
      let after = try #require(diary.results().group("lactose"))
      #expect(before.nextStep != "none")
      #expect(after.nextStep == "none")
    }
  }

  @Test(
    "Body-mass index with units",
    arguments: [
      (("175", "cm"), ("50", "kg"), true), (("175", "cm"), ("110", "lb"), true),
      (("69", "in"), ("110", "lb"), true), (("5'9\"", nil), ("110", "lb"), true),
      (("5 ft 9 in", nil), ("7 st 12", nil), true), (("1.75", "m"), ("50000", "g"), true),
      (("175", "cm"), ("7.5", "stone"), true), (("175", "cm"), ("150", "lb"), false),
      (("5'9\"", nil), ("11 st", nil), false), (("69", "in"), ("70", "kg"), false),
      (("175", nil), ("70", nil), false), (("1.75", nil), ("50", nil), true),
    ] as [((String, String?), (String, String?), Bool)])
  func bodyMassIndex(height: (String, String?), weight: (String, String?), fires: Bool) {
    var diary = DiaryBuilder.short()
    diary.profile("height", height.0, unit: height.1)
    diary.profile("weight", weight.0, unit: weight.1)
    #expect(diary.safetyGates().map(\.gate) == (fires ? ["care-team"] : []))
  }

  @Test("The lowest weight of the diary counts")
  func lowestWeight() {
    var diary = DiaryBuilder.short()
    diary.profile("height", "175")
    diary.context(1, nil, "weight", 60, unit: "kg")
    #expect(diary.safetyGates().isEmpty)
    diary.context(15, nil, "weight", 52, unit: "kg")
    #expect(diary.safetyGates().map(\.gate) == ["care-team", "red-flags"])
  }

  @Test(
    "A fast is of 24 hours in any unit",
    arguments: [
      (1.0, "d", true), (60, "min", false), (1440, "min", true), (36, "h", true), (16, "h", false),
      (24, "hours", true), (2, "days", true), (30, nil, true),
    ] as [(Double, String?, Bool)])
  func fasting(value: Double, unit: String?, fires: Bool) {
    var diary = DiaryBuilder.short()
    diary.context(16, 9, "fasting", value, unit: unit)
    #expect(diary.safetyGates().map(\.gate) == (fires ? ["fasting"] : []))
  }
}

extension DiaryBuilder {
  /// Twenty days of rice and little symptoms, for which no gate fires.
  static func short() -> DiaryBuilder {
    var diary = DiaryBuilder()
    for day in 0..<20 {
      diary.food(day, 12, "rice", groups: [])
      diary.symptom(day, nil, "bloating", Double(day % 3))
    }
    return diary
  }

  /// The safety gates alone, without the model.
  func safetyGates() -> [AnalysisResults.SafetyGate] {
    AnalysisRun(diary: diary, options: AnalysisOptions(), foods: FoodClassifier()).safety
  }
}
