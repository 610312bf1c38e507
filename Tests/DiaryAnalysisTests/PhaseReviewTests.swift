// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FoodKnowledge
import Testing

@testable import DiaryAnalysis

@Suite("Where phases and diary disagree")
struct PhaseReviewTests {
  private func warning(_ results: AnalysisResults, _ code: String) throws
    -> AnalysisResults.Warning
  {
    try #require(results.warnings.first { $0.code == code }, "\(results.warnings.map(\.code))")
  }

  private func date(_ day: Int) -> CivilDate { DiaryBuilder.date(day) }

  @Test("A diary that keeps to its protocol has no disagreement")
  func clean() {
    let results = DiaryBuilder.clean(rise: 0).results()
    #expect(results.warnings.filter(\.isAboutPhases).isEmpty)
    for phase in results.timeline.phases where phase.source == "diary" {
      #expect(phase.entry?.hasPrefix("diary.csv:") == true)
    }
  }

  @Test("Days between challenges are washouts, marked as inferred")
  func inferredWashouts() {
    let phases = DiaryBuilder.clean(rise: 0).results().timeline.phases
    let washouts = phases.filter { $0.name == "washout" }
    // Challenges of 3 days on days 35, 44, 53, 62 and 71, none of the days between in any phase.
    #expect(washouts.map(\.start) == [38, 47, 56, 65].map(date))
    #expect(washouts.map(\.end) == [43, 52, 61, 70].map(date))
    let all = washouts.allSatisfy { $0.source == "inferred" && $0.resolved == true }
    #expect(all)
    #expect(phases == phases.sorted { ($0.start, $0.end) < ($1.start, $1.end) })
  }

  @Test("A washout after which symptoms are still high is unresolved")
  func unresolved() throws {
    var diary = DiaryBuilder.clean(rise: 0)
    for day in [42, 43] { diary.symptom(day, nil, "bloating", 9) }
    let results = diary.results()
    let warning = try warning(results, "unresolved-washout")
    #expect(warning.groups?.map(\.rawValue) == ["egg"])
    #expect(warning.start == date(42))
    #expect(warning.end == date(43))
    let washouts = results.timeline.phases.filter { $0.name == "washout" }
    #expect(washouts.map(\.resolved) == [false, true, true, true])
  }

  @Test("Two tests without a day between are said")
  func noPause() throws {
    var diary = DiaryBuilder.clean(rise: 0)
    diary.phase("challenge", 38, 39, groups: ["soy"])
    #expect(try warning(diary.results(), "no-washout").groups?.map(\.rawValue) == ["soy"])
  }

  @Test("Food during its elimination is named by its rows; most days of it mean it was not kept")
  func hidden() throws {
    var diary = DiaryBuilder.clean(rise: 0)
    diary.food(12, 8, "milk", groups: ["lactose"])
    let slip = try warning(diary.results(), "exposure-during-elimination")
    #expect(slip.groups?.map(\.rawValue) == ["lactose"])
    // The elimination's row and the milk's: rows count from 2, the milk's is the last.
    #expect(slip.entries == ["diary.csv:3", "diary.csv:\(diary.entries.count + 1)"])
    #expect((slip.start, slip.end) == (date(7), date(34)))
    // 28 days of elimination, milk on 14 of them.
    for day in 13...24 { diary.food(day, 8, "milk", groups: ["lactose"]) }
    #expect(!diary.results().has("elimination-not-kept"))
    diary.food(25, 8, "milk", groups: ["lactose"])
    let broken = try warning(diary.results(), "elimination-not-kept")
    #expect(broken.text.contains("14 of 28 days"))
    #expect(!diary.results().has("exposure-during-elimination"))
  }

  @Test("Tests before the baseline or before the elimination, and phases outside the diary")
  func order() throws {
    var diary = DiaryBuilder.clean(rise: 0)
    diary.phase("challenge", -6, -5, groups: ["egg"])
    diary.phase("challenge", 2, 3, groups: ["lactose"])
    diary.phase("washout", 200, 202)
    let results = diary.results()
    #expect(try warning(results, "challenge-before-baseline").start == date(-6))
    #expect(try warning(results, "challenge-before-elimination").start == date(2))
    let outside = results.warnings.filter { $0.code == "phase-outside-diary" }
    #expect(outside.map(\.start) == [date(-6), date(200)])
  }

  @Test("Only phases that exclude each other overlap")
  func overlaps() throws {
    var diary = DiaryBuilder.clean(rise: 0)
    diary.phase("elimination", 0, 83, groups: ["soy"])
    diary.phase("challenge", 46, 48, groups: ["soy"])
    let overlaps = diary.results().warnings.filter { $0.code == "phases-overlap" }
    // The baseline of days 0 to 6 with the soy elimination, and egg (44 to 46) with soy (46 to 48).
    #expect(overlaps.map(\.start) == [date(0), date(46)])
    #expect(overlaps.map(\.end) == [date(6), date(46)])
    #expect(overlaps.allSatisfy { $0.entries?.count == 2 })
  }

  @Test("Food in the pause after its test, and a return that no test declares")
  func afterwards() throws {
    var diary = DiaryBuilder.clean(rise: 0)
    diary.phase("washout", 38, 43)
    diary.food(39, 8, "milk", groups: ["lactose"])
    diary.food(82, 8, "egg", groups: ["egg"])
    diary.food(58, 8, "egg", groups: ["egg"])
    let results = diary.results()
    let again = results.warnings.filter { $0.code == "challenge-not-declared" }
    #expect(again.map(\.groups) == [[GroupID(rawValue: "egg")]])
    #expect(again.first?.text.contains("on \(date(58)) and 1 more time, outside") == true)
    #expect(again.first?.entries?.count == 2)
    #expect(try warning(results, "exposure-during-washout").groups?.map(\.rawValue) == ["lactose"])
    #expect(try warning(results, "challenge-not-declared").start == date(58))
  }

  @Test("A protocol's phases win, carry their plan, and are those of the participant")
  func fromProtocol() throws {
    let builder = DiaryBuilder.clean(rise: 0)
    var phase = Timeline.Phase(
      name: "challenge", start: date(35), end: date(37),
      groups: [GroupID(rawValue: "lactose")], source: "protocol")
    phase.entry = "plan.yaml:4"
    phase.food = "whole milk"
    let mine = builder.results { $0.participantPhases = ["p1": [phase]] }
    let declared = mine.timeline.phases.filter { $0.source != "inferred" }
    #expect(declared.map(\.source) == ["protocol"])
    #expect(declared.first?.entry == "plan.yaml:4")
    #expect(declared.first?.food == "whole milk")
    var others = builder.results { $0.participantPhases = ["p2": [phase]] }
    #expect(others.warnings.map(\.code).last == "protocol-participant-unknown")
    #expect(others.warnings.last?.arguments?["participants"] == .texts(["p2"]))
    others.warnings.removeLast()
    #expect(others == builder.results())
  }

  @Test("Where only tests are declared, what lies around them is inferred, and says so")
  func challengesOnly() throws {
    let diary = DiaryBuilder.challengesOnly(extraDay: nil)
    let phases = diary.results().timeline.phases
    // Eaten daily up to day 13, tested on days 34 to 36 and 44 to 46.
    #expect(
      phases.map(\.name) == ["baseline", "elimination", "challenge", "washout", "challenge"])
    #expect(
      phases.map(\.source) == ["inferred", "inferred", "diary", "inferred", "diary"])
    #expect(phases.map(\.start) == [date(0), date(14), date(34), date(37), date(44)])
    #expect(phases.map(\.end) == [date(13), date(33), date(36), date(43), date(46)])
    #expect(phases[1].groups.map(\.rawValue) == ["lactose", "egg"])
    let slip = DiaryBuilder.challengesOnly(extraDay: 58).results()
    #expect(try warning(slip, "challenge-not-declared").start == date(58))
  }

  @Test("A short pause before a test is no elimination")
  func tooShort() {
    var diary = DiaryBuilder()
    for day in 0..<40 {
      diary.symptom(day, nil, "pain", Double(day % 3))
      diary.food(day, 12, "rice", groups: [])
      if day < 14 || day > 19 { diary.food(day, 8, "milk", groups: ["lactose"]) }
    }
    diary.phase("challenge", 20, 22, groups: ["lactose"])
    #expect(diary.results().timeline.phases.map(\.name) == ["challenge"])
  }

  @Test("Tests of the diary that the protocol file does not have, and the reverse, are told")
  func differ() {
    let builder = DiaryBuilder.clean(rise: 0)
    let phase = Timeline.Phase(
      name: "challenge", start: date(50), end: date(52), groups: [GroupID(rawValue: "soy")],
      source: "protocol")
    let found = builder.results { $0.protocolPhases = [phase] }.warnings.filter {
      $0.code == "phases-differ"
    }
    #expect(found.count == 6)
    #expect(found.count { $0.arguments?["declaredBy"] == .text("diary") } == 5)
    #expect(found.last?.groups?.map(\.rawValue) == ["soy"])
    #expect(!builder.results().has("phases-differ"))
  }

  @Test("A dose in a unit that nobody knows is told; grams are not")
  func doseUnits() {
    let builder = DiaryBuilder.clean(rise: 0)
    let known = [
      "g", "portion", "pint", "plates", "cans", "bottle", "kilogram", "fl oz", "large glass",
      "eggs",
      "cloves", "capsule", "verre", "taza", "Gläser", "EL", "Esslöffel", "Zehen", "Stücke", "litre",
    ]
    for (unit, isTold) in [("blorps", true)] + known.map({ ($0, false) }) {
      var phase = Timeline.Phase(
        name: "challenge", start: date(35), end: date(37),
        groups: [GroupID(rawValue: "lactose")], source: "protocol")
      phase.doses = [1, 2, 3]
      phase.doseUnit = unit
      #expect(
        builder.results { $0.protocolPhases = [phase] }.has("dose-unit-unknown") == isTold,
        "\(unit)")
    }
  }

  @Test("More phases than any protocol has are cut, and told")
  func manyPhases() {
    var diary = DiaryBuilder.clean(rise: 0)
    for place in 0..<18_000 { diary.phase("challenge", place % 80, 83, groups: ["egg"]) }
    let results = diary.results()
    #expect(results.timeline.phases.count <= PhaseTable.mostPhases + 1)
    #expect(
      results.warnings.first { $0.code == "phases-cut" }?.arguments?["count"] == .number(17_007))
  }

  @Test("Planned doses stand for foods that the diary does not name")
  func plannedDoses() throws {
    var diary = DiaryBuilder()
    for day in 0..<40 { diary.symptom(day, nil, "pain", Double(day % 3)) }
    var phase = Timeline.Phase(
      name: "challenge", start: date(20), end: date(22),
      groups: [GroupID(rawValue: "lactose")], source: "protocol")
    phase.doses = [0.25, 0, 2]
    let lactose = try #require(diary.results { $0.protocolPhases = [phase] }.group("lactose"))
    #expect(lactose.exposures.map(\.portions) == [0.25, 2])
    #expect(lactose.exposures.map(\.date) == [date(20), date(22)])
    // A unit that nobody knows counts portions, as the warning says; so does a piece.
    for unit in ["blorps", "capsules", "glasses"] {
      phase.doseUnit = unit
      let counted = try #require(diary.results { $0.protocolPhases = [phase] }.group("lactose"))
      #expect(counted.exposures.map(\.portions) == [0.25, 2])
    }
    // A weight of nobody knows what is a portion.
    phase.doseUnit = "g"
    let weighed = try #require(diary.results { $0.protocolPhases = [phase] }.group("lactose"))
    #expect(weighed.exposures.map(\.portions) == [1, 1])
    // 240 ml of milk is a usual portion of the food tables only where they say so: ask them.
    let milk = FoodClassifier().classify("whole milk")
    let portion = try #require(milk.portionGrams)
    phase.food = "whole milk"
    phase.doses = [portion, 2 * portion]
    phase.doseUnit = "g"
    let grams = try #require(diary.results { $0.protocolPhases = [phase] }.group("lactose"))
    #expect(grams.exposures.map(\.portions) == [1, 2])
    #expect(grams.exposures.first?.foods == ["whole milk"])
  }
}

extension DiaryBuilder {
  /// Lactose and egg daily for two weeks, left out, and each tested once; only the tests are declared.
  fileprivate static func challengesOnly(extraDay: Int?) -> DiaryBuilder {
    var diary = DiaryBuilder()
    for day in 0..<70 {
      diary.symptom(day, nil, "pain", Double(day % 3))
      diary.food(day, 12, "rice", groups: [])
      if day < 14 { diary.food(day, 8, "pancakes", groups: ["lactose", "egg"]) }
      if (34...36).contains(day) { diary.food(day, 8, "milk", groups: ["lactose"]) }
      if (44...46).contains(day) || day == extraDay { diary.food(day, 8, "egg", groups: ["egg"]) }
    }
    diary.phase("challenge", 34, 36, groups: ["lactose"])
    diary.phase("challenge", 44, 46, groups: ["egg"])
    return diary
  }
}
