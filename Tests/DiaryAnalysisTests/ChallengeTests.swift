// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import DiaryAnalysis

@Suite("Phases, challenges and excluded days")
struct ChallengeTests {
  @Test("Without phases, what was left out and came back is found")
  func inferred() throws {
    var diary = DiaryBuilder()
    for day in 0..<60 {
      diary.food(day, 12, "rice", groups: [])
      diary.symptom(day, nil, "pain", Double(day % 3))
      if day < 7 || (40...42).contains(day) { diary.food(day, 8, "milk", groups: ["lactose"]) }
    }
    let results = diary.results()
    #expect(results.timeline.phases.map(\.name) == ["baseline", "elimination", "challenge"])
    #expect(results.timeline.phases.allSatisfy { $0.source == "inferred" })
    #expect(results.timeline.phases[1].start == DiaryBuilder.date(7))
    #expect(results.timeline.phases[1].end == DiaryBuilder.date(39))
    let challenge = try #require(results.group("lactose")?.challenges.first)
    #expect(challenge.start == DiaryBuilder.date(40))
    #expect(challenge.end == DiaryBuilder.date(42))
    #expect(challenge.source == "inferred")
  }

  @Test("The effect is the window's mean above that of the comparison days")
  func effect() throws {
    let diary = ChallengeDetailTests.rising()
    let challenge = try #require(diary.results().group("lactose")?.challenges.first)
    // Fourteen days before: seven zeros and seven ones. Window: the dose days and one more.
    #expect(challenge.baselineMean == 0.5)
    #expect(challenge.baselineDays == 14)
    #expect(challenge.effect == 5 - 0.5)
    #expect(challenge.nap == 1)
    #expect(challenge.doses.map(\.value) == [1, 2, 3])
    #expect(challenge.doses.map(\.day) == [0, 1, 2])
    #expect(challenge.values.map(\.day) == [-2, -1, 0, 1, 2, 3])
    #expect(challenge.values.map(\.value) == [0, 1, 4, 6, 8, 2])
    // One of the 37 windows of four days reaches that mean: its own.
    #expect(challenge.pValue == 1.0 / 37)
    #expect(challenge.entries.count == 3 + 4)
    #expect(challenge.entries.allSatisfy { $0.hasPrefix("diary.csv:") })
  }

  @Test("Confounders in the window are named, and the effect without their days is given")
  func confounded() throws {
    var diary = DiaryBuilder()
    for day in 0..<40 {
      diary.food(day, 12, "rice", groups: [])
      diary.symptom(day, nil, "pain", (30...31).contains(day) ? 6 : (32...33).contains(day) ? 2 : 1)
    }
    diary.food(30, 8, "milk", groups: ["lactose"])
    diary.food(31, 8, "milk", groups: ["lactose"])
    diary.food(32, 8, "milk", groups: ["lactose"])
    diary.context(30, nil, "menses", 1)
    diary.context(31, nil, "menses", 1)
    let challenge = try #require(diary.results().group("lactose")?.challenges.first)
    #expect(challenge.confounders == ["menses"])
    #expect(challenge.effect == 3)
    #expect(challenge.effectWithoutConfounded == 1)
  }

  @Test("Fasts with their refeeding, antibiotics with their tail and illness are left out")
  func exclusions() {
    var diary = DiaryBuilder()
    for day in 0..<60 {
      diary.food(day, 12, "rice", groups: [])
      diary.symptom(day, nil, "pain", Double(day % 3))
    }
    diary.context(10, nil, "fasting", 48, unit: "h")
    diary.context(5, nil, "fasting", 16, unit: "h")
    diary.context(30, nil, "antibiotics", last: 32)
    diary.context(20, nil, "illness")
    let results = diary.results()
    let days = results.timeline.days
    #expect(days[5].excluded == nil)
    #expect(days[10...13].map(\.excluded) == ["fast", "fast", "refeeding", "refeeding"])
    #expect(days[14].excluded == nil)
    #expect(days[20].excluded == "illness")
    #expect(days[30...32].allSatisfy { $0.excluded == "antibiotics" })
    #expect(days[33...46].allSatisfy { $0.excluded == "after antibiotics" })
    #expect(days[47].excluded == nil)
    #expect(results.gate("fasting")?.withholdsRetest == false)
    for code in ["fasting", "antibiotics", "illness"] { #expect(results.has(code)) }
  }

  @Test("What was eaten only after a transplant cannot be judged")
  func transplant() throws {
    var diary = DiaryBuilder.clean()
    diary.context(33, nil, "transplant")
    let results = diary.results()
    let lactose = try #require(results.group("lactose"))
    #expect(lactose.verdict == .cannotBeJudged)
    #expect(lactose.reasons.joined().contains("transplant"))
    #expect(lactose.nextStep == "none")
    #expect(results.has("medical-event"))
    #expect(results.gate("care-team") != nil)
  }
}
