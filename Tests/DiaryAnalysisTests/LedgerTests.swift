// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FoodKnowledge
import TestSupport
import Testing

@testable import DiaryAnalysis

@Suite("The ledger of what else stood during a challenge")
struct LedgerTests {
  /// A declared egg challenge on days 30 to 32 (window to 35) with a level of 1, and 6 on days 30, 31.
  static func diary(_ change: (inout DiaryBuilder) -> Void) -> DiaryBuilder {
    var diary = DiaryBuilder()
    diary.phase("challenge", 30, 32, groups: ["egg"])
    for day in 0..<50 {
      diary.food(day, 12, "rice", groups: [])
      diary.symptom(day, nil, "pain", (30...31).contains(day) ? 6 : Double(day % 3))
      if (30...32).contains(day) {
        diary.food(day, 8, "capsule", portions: 1, groups: ["egg"])
      }
    }
    change(&diary)
    return diary
  }

  static func ledger(_ change: (inout DiaryBuilder) -> Void) throws -> [GroupResult.LedgerItem] {
    try #require(diary(change).results().group("egg")?.challenges.first).ledger
  }

  @Test("Nothing noted, nothing listed")
  func empty() throws {
    #expect(try Self.ledger { _ in }.isEmpty)
  }

  @Test(
    "Each factor: the days in the window, the direction and the row",
    arguments: [
      ("menses", 1.0, nil as String?, "menses", "may-worsen", 31),
      ("medication", 1, nil, "medication", "either", 31),
      ("travel", 1, nil, "travel", "may-worsen", 31),
      ("illness", 1, nil, "illness", "may-worsen", 31),
      ("antibiotics", 1, nil, "antibiotics", "may-worsen", 31),
      ("alcohol", 4, "drinks", "alcohol", "may-worsen", 32),
      ("exercise", 45, "min", "exercise-moderate", "may-ease", 31),
      ("exercise", 150, "min", "exercise-intense", "may-worsen", 31),
      ("journaling", 1, nil, "journaling", "may-ease", 31),
      ("breathing-exercise", 10, "min", "breathing-exercise", "may-ease", 31),
      ("fasting", 24, "h", "fasting", "may-ease", 31),
    ])
  func factors(
    name: String, value: Double, unit: String?, factor: String, direction: String, day: Int
  ) throws {
    let items = try Self.ledger { $0.context(31, nil, name, value, unit: unit) }
    let item = try #require(items.first { $0.factor == factor }, "\(items)")
    #expect(item.direction.rawValue == direction)
    #expect(!item.isUsual)
    #expect(item.days.first?.date == DiaryBuilder.date(day))
    // The phase, 50 days of rice and symptom, and three capsules: the next row is 106.
    #expect(item.entries == ["diary.csv:106"])
  }

  @Test("Light drinking the day before is none")
  func lightDrinking() throws {
    #expect(try Self.ledger { $0.context(31, nil, "alcohol", 2, unit: "drinks") }.isEmpty)
  }

  @Test("Drinks of one day add up, for the ledger, the model and the comparisons alike")
  func drinksInParts() throws {
    let diary = Self.diary {
      $0.context(31, 18, "alcohol", 2, unit: "drinks")
      $0.context(31, 21, "alcohol", 2, unit: "drinks")
      $0.context(33, 21, "alcohol", 3.5, unit: "drinks")
    }
    let challenge = try #require(diary.results().group("egg")?.challenges.first)
    let item = try #require(challenge.ledger.first { $0.factor == "alcohol" })
    #expect(item.days == [.init(date: DiaryBuilder.date(32), value: 4)])
    #expect(item.entries == ["diary.csv:106", "diary.csv:107"])
    #expect(challenge.confounders.contains("alcohol"))
    let run = AnalysisRun(diary: diary.diary, options: AnalysisOptions(), foods: FoodClassifier())
    let after = (0..<50).filter { run.confounders.isAfterDrinking(DiaryBuilder.start + $0) }
    #expect(after == [32])
    #expect(run.confounders.names(on: DiaryBuilder.start + 32) == ["alcohol"])
  }

  @Test("A row of a long time is known on its last days too; one that denies is not")
  func longTime() {
    var diary = Self.diary { _ in }
    diary.context(60, nil, "medication", 1, last: 560)
    diary.context(559, nil, "medication", 0)
    diary.food(1400)
    let run = AnalysisRun(diary: diary.diary, options: AnalysisOptions(), foods: FoodClassifier())
    let facts = ConfounderFacts(
      frame: run.frame, confounders: run.confounders, exclusions: run.exclusions)
    for day in [60, 300, 559, 560] {
      let fact = facts.byDay[DiaryBuilder.start + day]?.first { $0.factor == "medication" }
      #expect(fact?.entries.map { run.frame.reference($0) } == ["diary.csv:106"], "\(day)")
    }
    #expect(facts.byDay[DiaryBuilder.start + 561] == nil)
  }

  @Test("A fast eases, and the two days after it may be worse")
  func refeeding() throws {
    let items = try Self.ledger { $0.context(30, nil, "fasting", 24, unit: "h") }
    #expect(items.map(\.factor) == ["fasting", "refeeding"])
    #expect(items.last?.days.map(\.date) == [31, 32].map { DiaryBuilder.date($0) })
    #expect(items.allSatisfy { $0.entries == ["diary.csv:106"] })
  }

  @Test("Stress is read against the person's own mean, both ways")
  func stress() throws {
    let items = try Self.ledger { diary in
      for day in 0..<50 {
        diary.context(day, nil, "stress", day == 31 ? 9 : day == 33 ? 0 : 4 + Double(day % 3))
      }
    }
    let worse = try #require(items.first { $0.direction == .mayWorsen && !$0.isUsual })
    #expect(worse.days == [.init(date: DiaryBuilder.date(31), value: 9)])
    let better = try #require(items.first { $0.direction == .mayEase })
    #expect(better.days == [.init(date: DiaryBuilder.date(33), value: 0)])
    let usual = try #require(items.last)
    #expect(usual.isUsual && usual.days.count == 4)
    let mean = try #require(usual.usualValue)
    #expect((4.5...5.5).contains(mean))
  }

  @Test("More caffeine than usual counts; a usual cup, and caffeine's own test, do not")
  func caffeine() throws {
    func cups(_ high: Double) throws -> [GroupResult.LedgerItem] {
      try Self.ledger { diary in
        for day in 0..<50 {
          diary.context(day, nil, "caffeine", day == 31 ? high : 90 + Double(day % 2), unit: "mg")
        }
      }.filter { !$0.isUsual }
    }
    #expect(try cups(400).map(\.factor) == ["caffeine"])
    #expect(try cups(120).isEmpty)
  }

  @Test("What is there on most days is usual")
  func usual() throws {
    let items = try Self.ledger { $0.context(0, nil, "medication", 1, last: 49) }
    #expect(items.count == 1)
    #expect(items.first?.isUsual == true && items.first?.days.count == 6)
  }

  @Test("A rise that stands only on confounded days is gone without them")
  func gone() throws {
    let group = try #require(
      Self.diary { diary in
        diary.context(30, nil, "menses", 1)
        diary.context(31, nil, "menses", 1)
      }.results().group("egg"))
    let comparison = try #require(group.verdictWithoutConfounded)
    #expect(comparison.days == 6 && comparison.confoundedDays == 2)
    #expect(comparison.challenges == 1 && comparison.challengesLeft == 1)
    // Comparison days 16 to 29 hold 5 ones, 5 twos and 4 zeros, mean 15/14; 6, 6, 2, 0, 1, 2 have
    // mean 17/6; the last four, of days 32 to 35, have 5/4.
    let level: Double = 15.0 / 14
    let effect = try #require(comparison.effect)
    let effectWithout = try #require(comparison.effectWithout)
    #expect(abs(effect - 17.0 / 6 + level) < 1e-12)
    #expect(abs(effectWithout - 1.25 + level) < 1e-12)
    #expect(comparison.reading == .weaker)
    let nap = try #require(comparison.nap)
    let napWithout = try #require(comparison.napWithout)
    #expect(napWithout < nap)
    #expect(
      try #require(Self.diary { _ in }.results().group("egg")).verdictWithoutConfounded == nil)
  }

  @Test("What may help: means of the days with and without, by hand")
  func helpful() throws {
    let results = Self.diary { diary in
      for day in [0, 3, 6, 9] { diary.context(day, nil, "journaling", 1) }
    }.results()
    let factor = try #require(results.helpfulFactors.first)
    #expect(results.helpfulFactors.count == 1)
    #expect(factor.factor == "journaling" && factor.daysWith == 4 && factor.daysWithout == 46)
    #expect(factor.meanWith == 0)
    // 50 days: 17 ones and 16 twos make 49; days 30 (0) and 31 (1) are 6 instead.
    let expected: Double = 60.0 / 46
    #expect(abs(factor.meanWithout - expected) < 1e-12)
    #expect(factor.difference == -factor.meanWithout)
    #expect(!results.has("unused-contexts"))
  }

  // MARK: Bad input

  static func expectFinite(_ results: AnalysisResults) {
    RobustnessTests.expectSound(results)
    var numbers: [Double?] = results.helpfulFactors.flatMap {
      [$0.meanWith, $0.meanWithout, $0.difference]
    }
    for group in results.groups {
      numbers += [group.probabilityAfterPositive, group.probabilityAfterNegative]
      numbers += [group.dose?.untestedAbove] + (group.dose?.untestedBetween ?? [])
      numbers += group.doseResponses.flatMap { [$0.dose, $0.worst] }
      let without = group.verdictWithoutConfounded
      numbers += [without?.effect, without?.effectWithout, without?.nap, without?.napWithout]
      for challenge in group.challenges {
        numbers += [
          challenge.tau, challenge.tauTrendCorrected, challenge.hedgesG,
          challenge.logResponseRatio, challenge.levelChange?.mean, challenge.levelChange?.low,
          challenge.levelChange?.high, challenge.autocorrelation, challenge.napWithoutConfounded,
        ]
        numbers += challenge.ledger.flatMap { $0.days.map(\.value) + [$0.usualValue] }
        for tau in [challenge.tau, challenge.tauTrendCorrected].compactMap(\.self) {
          #expect((-1...1).contains(tau))
        }
        if let p = challenge.pValue, let windows = challenge.pValueWindows {
          #expect(p <= 1 && p >= 1 / Double(windows) - 1e-12)
        }
        #expect((challenge.pValue == nil) == (challenge.pValueKind == nil))
      }
    }
    #expect(numbers.allSatisfy { $0?.isFinite ?? true })
  }

  @Test("Diaries of whatever entries can hold", arguments: 1...25)
  func anything(seed: UInt64) {
    var source = TestSupport.RandomDiary(seed: seed)
    let analyzer = DiaryAnalyzer(
      options: AnalysisOptions(), foods: FoodClassifier(), version: "test")
    for _ in 0..<3 { Self.expectFinite(analyzer.analyze(source.next())) }
    Self.expectFinite(RandomDiary.make(seed).results())
  }

  @Test("One observation, all equal, zeros only, a test before the baseline or without its food")
  func degenerate() {
    var one = DiaryBuilder()
    one.phase("challenge", 0, 0, groups: ["egg"], note: "randomised 2026-01-05 2026-01-06")
    one.food(0, 8, "capsule", groups: ["egg"])
    one.symptom(0, 9, "pain", 4)
    Self.expectFinite(one.results())
    for value in [0.0, 3] {
      var diary = DiaryBuilder()
      diary.phase("challenge", 2, 4, groups: ["egg", "soy"])
      diary.phase("baseline", 8, 14)
      diary.phase("challenge", 3, 9, groups: ["egg"])
      diary.phase("elimination", 0, 39, groups: ["egg"])
      for day in 0..<40 {
        diary.food(day, 12, "rice", groups: [])
        diary.symptom(day, nil, "pain", value)
        diary.context(day, nil, "stress", 5)
      }
      for day in [2, 3, 20] { diary.food(day, 8, "capsule", portions: 1, groups: ["egg"]) }
      let results = diary.results()
      Self.expectFinite(results)
      let first = results.group("egg")?.challenges.first
      #expect(first?.hedgesG == nil && first?.levelChange == nil)
      #expect(first?.logResponseRatio == (value == 0 ? nil : 0))
    }
  }
}
