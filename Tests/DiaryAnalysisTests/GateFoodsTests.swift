// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import DiaryAnalysis

@Suite("Safety gates name the foods and groups that they are about")
struct GateFoodsTests {
  @Test("What was eaten in the two hours before a sign is named, with its row")
  func beforeSign() throws {
    var diary = DiaryBuilder.clean()
    diary.food(66, 10.9, "too early", groups: ["crustacean"])
    diary.food(66, 13, "walnut cake", portions: 1, groups: ["tree_nut", "egg"])
    let cake = diary.entries.count + 1
    diary.symptom(66, 13.5, "hives", 7)
    let sign = diary.entries.count + 1
    let rice =
      (diary.entries.firstIndex {
        $0.name == "rice" && $0.time?.start.date == DiaryBuilder.date(66)
      } ?? 0) + 2
    let results = diary.results()
    let gate = try #require(results.gate("possible-immediate-allergy"))
    #expect(gate.entries == [sign, rice, cake].map { "diary.csv:\($0)" })
    #expect(gate.foods?.map(\.name) == ["rice", "walnut cake"])
    let food = try #require(gate.foods?.last)
    #expect(food.entries == ["diary.csv:\(cake)"] && food.hoursBefore == 0.5)
    #expect(food.groups.map(\.rawValue) == ["egg", "tree_nut"])
    #expect(gate.groups.isEmpty && gate.named?.map(\.rawValue) == ["egg", "tree_nut"])
  }

  @Test("A group eaten before a sign, or of a known allergy, is never called tolerated")
  func neverTolerated() throws {
    #expect(DiaryBuilder.clean().results().group("egg")?.verdict == .tolerated)
    var swollen = DiaryBuilder.clean()
    // The egg of day 62 is eaten at eight.
    swollen.note(62, 8.5, "my tongue swelled up")
    var egg = DiaryBuilder.clean()
    egg.profile("allergy", "egg")
    var asthma = egg
    asthma.profile("condition", "asthma")
    for (diary, name) in [
      (swollen, "possible-immediate-allergy"), (egg, "known-allergy"), (asthma, "known-allergy"),
    ] {
      let results = diary.results()
      let egg = try #require(results.group("egg"))
      #expect(egg.verdict == .cannotBeJudged && egg.probability == nil && egg.dose == nil)
      #expect(egg.reasonCodes?.map(\.code) == ["named-by-gate"])
      #expect(egg.reasonCodes?.first?.text("gate") == name)
      #expect(egg.nextStep == "none" && results.keptGroups.isEmpty)
      #expect(results.group("lactose")?.verdict == .likelyTrigger)
      #expect(results.experiments.proposals.allSatisfy { $0.group?.rawValue != "egg" })
    }
  }

  @Test("Without a time on either side the foods of the day are named, without hours")
  func dayOnly() throws {
    for (food, sign) in [(nil, 18.0), (9.0, nil)] as [(Double?, Double?)] {
      var diary = DiaryBuilder()
      for day in 0..<30 { diary.symptom(day, nil, "pain", Double(day % 3)) }
      diary.food(10, food, "walnuts", groups: ["tree_nut"])
      diary.food(11, food, "prawns", groups: ["crustacean"])
      diary.note(10, sign, "my lips swelled up and I fainted")
      let gate = try #require(diary.results().gate("possible-immediate-allergy"))
      #expect(gate.foods?.map(\.name) == ["walnuts"])
      #expect(gate.foods?.first?.hoursBefore == nil)
    }
  }

  @Test("An allergen in the words of a sign is named, one that is denied is not")
  func spoken() throws {
    var diary = DiaryBuilder.clean()
    diary.profile("condition", "anaphylaxis to sesame in 2019")
    let gate = try #require(diary.results().gate("possible-immediate-allergy"))
    #expect(gate.named?.map(\.rawValue) == ["sesame"] && gate.foods == [])
  }

  @Test("What is only left out for long stays judged, and is no food to keep")
  func leftOut() throws {
    var diary = DiaryBuilder.clean()
    #expect(diary.results().keptGroups.map(\.rawValue) == ["egg"])
    diary.profile("age", "9")
    let results = diary.results()
    #expect(results.group("egg")?.verdict == .tolerated)
    #expect(results.keptGroups.isEmpty)
  }
}
