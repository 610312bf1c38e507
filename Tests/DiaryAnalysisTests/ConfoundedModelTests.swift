// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FoodKnowledge
import Testing

@testable import DiaryAnalysis

@Suite("The verdict without confounded days")
struct ConfoundedModelTests {
  /// Egg on three days of every twelve; symptoms rise on those in `bad` only.
  private static func diary(_ bad: Set<Int>, medicated: Set<Int>) -> DiaryBuilder {
    var diary = DiaryBuilder()
    let level = [1.0, 2, 1, 0, 2, 1, 0, 1, 2, 1, 1]
    for day in 0..<96 {
      diary.food(day, 12, "rice", groups: [])
      if day >= 12, day % 12 < 3 { diary.food(day, 8, "egg", portions: 1, groups: ["egg"]) }
      diary.symptom(day, nil, "pain", level[day % 11] + (bad.contains(day) ? 5 : 0))
      if medicated.contains(day) { diary.context(day, nil, "medication", 1) }
    }
    return diary
  }

  private static let testDays = Set((12..<96).filter { $0 % 12 < 4 })

  @Test("A trigger on all test days stays one without the few that are confounded")
  func stays() throws {
    let results = Self.diary(Self.testDays, medicated: [12, 13, 24]).results()
    let egg = try #require(results.group("egg"))
    let comparison = try #require(egg.verdictWithoutConfounded)
    #expect(egg.verdict == .likelyTrigger)
    #expect(comparison.verdictWithout == .likelyTrigger)
    #expect(try #require(comparison.probabilityWithout) >= 0.75)
    #expect(comparison.valuesLeftOut == 3)
    #expect(!results.has("verdict-rests-on-confounded-days"))
  }

  @Test("The model gives without those days what it gives for a diary that never had them")
  func isTheModelWithoutThem() throws {
    let bad: Set<Int> = [12, 13, 14, 48, 49, 50]
    let results = Self.diary(bad, medicated: [12, 13, 14, 36]).results()
    let comparison = try #require(results.group("egg")?.verdictWithoutConfounded)
    let run = AnalysisRun(
      diary: Self.diary(bad, medicated: [12, 13, 14, 36]).diary, options: AnalysisOptions(),
      foods: FoodClassifier())
    let series = run.modelSeries.without {
      [12, 13, 14, 36].map { $0 + DiaryBuilder.start }.contains($0)
    }
    let twin = try #require(run.modelRun(series, columns: run.modelColumns(series)))
    let place = try #require(run.exposures.groups.firstIndex { $0.group.rawValue == "egg" })
    let probability = try #require(comparison.probabilityWithout)
    #expect(abs(probability - twin.groups[place].probability) < 0.05)
    #expect(comparison.valuesLeftOut == 4)
  }

  @Test("A verdict that only confounded days carry is told")
  func rests() throws {
    // Medicated on every test day on which symptoms rose; on the others there is no rise.
    let bad = Set((12..<60).filter { $0 % 12 < 4 })
    let results = Self.diary(bad, medicated: bad).results()
    let egg = try #require(results.group("egg"))
    let comparison = try #require(egg.verdictWithoutConfounded)
    let without = try #require(comparison.verdictWithout)
    let warning = results.warnings.first { $0.code == "verdict-rests-on-confounded-days" }
    #expect((warning != nil) == (without != egg.verdict))
    #expect(without == egg.verdict || comparison.reading != .stands)
    if let warning {
      #expect(warning.groups?.map(\.rawValue) == ["egg"])
      #expect(warning.arguments?["verdictWithout"] == .text(without.rawValue))
    }
  }

  @Test("The confounded days of another group's tests are not left out")
  func ownOnly() throws {
    var diary = Self.diary(Self.testDays, medicated: [12, 13, 18, 19])
    // Soy is tested between the eggs, and medicated on two of its days only.
    for day in stride(from: 18, to: 96, by: 12) {
      diary.food(day, 8, "tofu", portions: 1, groups: ["soy"])
    }
    let results = diary.results()
    let egg = try #require(results.group("egg")?.verdictWithoutConfounded)
    let soy = try #require(results.group("soy")?.verdictWithoutConfounded)
    #expect(egg.valuesLeftOut == 2)
    #expect(soy.valuesLeftOut == 2)
    var other = Self.diary(Self.testDays, medicated: [18, 19])
    for day in stride(from: 18, to: 96, by: 12) {
      other.food(day, 8, "tofu", portions: 1, groups: ["soy"])
    }
    // Of the eggs no value is left out where only soy's days are confounded.
    #expect(other.results().group("egg")?.verdictWithoutConfounded?.valuesLeftOut == nil)
  }

  @Test("Without confounded days nothing is asked again")
  func none() {
    let results = Self.diary(Self.testDays, medicated: []).results()
    #expect(results.group("egg")?.verdictWithoutConfounded == nil)
  }

  @Test("A randomised protocol makes p the share of the starts that the draw could have given")
  func randomised() throws {
    let builder = DiaryBuilder.clean()
    let phases = [(35, "lactose"), (44, "egg"), (53, "lactose"), (62, "egg"), (71, "lactose")].map {
      Timeline.Phase(
        name: "challenge", start: DiaryBuilder.date($0.0), end: DiaryBuilder.date($0.0 + 2),
        groups: [GroupID(rawValue: $0.1)], source: "protocol")
    }
    let drawn = builder.results {
      $0.protocolPhases = phases
      $0.isRandomised = true
    }
    let first = try #require(drawn.group("lactose")?.challenges.first)
    #expect(first.pValueKind == "randomisation")
    // Its own start and the two of egg, whose windows lie lower.
    #expect(first.pValueWindows == 3)
    #expect(abs(try #require(first.pValue) - 1.0 / 3) < 1e-12)
    let plain = builder.results { $0.protocolPhases = phases }
    #expect(plain.group("lactose")?.challenges.allSatisfy { $0.pValueKind == "shift" } == true)
    // The diary's own phases were not drawn because a protocol for somebody else was.
    let own = builder.results { $0.isRandomised = true }
    #expect(own.group("lactose")?.challenges.allSatisfy { $0.pValueKind == "shift" } == true)
  }

  @Test("Every reason, next step and safety fact has a code")
  func codes() throws {
    for results in [Self.diary([], medicated: []).results(), DiaryBuilder.clean().results()] {
      for group in results.groups {
        #expect(group.reasonCodes?.count == group.reasons.count)
        let step = try #require(group.nextStepCode)
        #expect((step.code == "none") == (group.nextStep == "none"))
      }
    }
    let lactose = try #require(DiaryBuilder.clean().results().group("lactose"))
    let tests = try #require(lactose.reasonCodes?.first { $0.code == "tests-followed" })
    #expect(tests.number("tests") == 3 && tests.number("followed") == 3)
    let chance = try #require(lactose.reasonCodes?.first { $0.code == "chance" })
    #expect(chance.number("probability") == lactose.probability)
  }

  @Test("Many foods of one meal all stand in its exposure")
  func bounded() {
    var diary = DiaryBuilder()
    for place in 1...5000 { diary.food(3, 12, "food \(place)", groups: ["egg"]) }
    for day in 0..<20 { diary.symptom(day, nil, "pain", Double(day % 3)) }
    #expect(diary.results().group("egg")?.exposures.first?.foods.count == 5000)
  }

  @Test("Entries of symptoms that fill too many days are cut, and told")
  func intervals() {
    var diary = DiaryBuilder()
    for place in 0..<600 { diary.symptom(place % 5, last: place % 5 + 400, "pain \(place % 7)") }
    let results = diary.results()
    // 367 days each: 545 entries pass 200,000 days, the other 55 are cut.
    let warning = results.warnings.first { $0.code == "symptom-intervals-cut" }
    #expect(warning?.arguments?["count"] == .number(55))
  }

  @Test("An archive's name stands for the participant, not the path inside it")
  func archive() {
    var diary = DiaryBuilder.clean().diary
    diary.participant = nil
    diary.inputs[0].name = "export.zip/data/diary.csv"
    let results = DiaryAnalyzer(
      options: AnalysisOptions(), foods: FoodClassifier(), version: "test"
    ).analyze(diary)
    #expect(results.participant == "export.zip")
  }
}

extension DiaryBuilder {
  fileprivate mutating func symptom(_ first: Int, last: Int, _ name: String) {
    interval(.symptom, first, last, name, .number(3), "0-10")
  }
}
