// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FoodKnowledge
import Testing

@testable import DiaryAnalysis

@Suite("Every diary gets a verdict that says why")
struct RobustnessTests {
  static func expectSound(_ results: AnalysisResults) {
    for group in results.groups {
      #expect(!group.reasons.isEmpty, "\(group.group) has no reason")
      var numbers: [Double?] = [group.probability, group.falseAlarmRate]
      for interval in [group.effect, group.effectIfAny] {
        numbers += [interval?.mean, interval?.low, interval?.high]
        if let interval {
          #expect(interval.low <= interval.mean + 1e-6 && interval.mean <= interval.high + 1e-6)
        }
      }
      for challenge in group.challenges {
        numbers += [challenge.effect, challenge.nap, challenge.pValue, challenge.baselineMean]
      }
      let isFinite = numbers.allSatisfy { $0?.isFinite ?? true }
      #expect(isFinite)
      if let probability = group.probability { #expect((0...1).contains(probability)) }
    }
  }

  @Test("An empty diary has no group and says that it has no symptoms")
  func empty() {
    let results = DiaryBuilder().results()
    #expect(results.groups.isEmpty)
    #expect(results.has("foods-only"))
    #expect(results.timeline.days.isEmpty)
  }

  @Test("One observation cannot be judged")
  func oneObservation() throws {
    var diary = DiaryBuilder()
    diary.food(0, 8, "milk", groups: ["dairy"])
    diary.symptom(0, 10, "pain", 4)
    let results = diary.results()
    let dairy = try #require(results.group("dairy"))
    #expect(dairy.verdict == .cannotBeJudged)
    #expect(dairy.probability == nil)
    #expect(results.has("few-entries"))
    Self.expectSound(results)
  }

  @Test("Foods alone and symptoms alone are said")
  func oneKindOnly() {
    var foods = DiaryBuilder()
    var symptoms = DiaryBuilder()
    for day in 0..<20 {
      foods.food(day, 8, "milk", groups: ["dairy"])
      symptoms.symptom(day, nil, "pain", Double(day % 4))
    }
    let foodsOnly = foods.results()
    #expect(foodsOnly.has("foods-only"))
    #expect(foodsOnly.group("dairy")?.verdict == .cannotBeJudged)
    let symptomsOnly = symptoms.results()
    #expect(symptomsOnly.has("symptoms-only"))
    #expect(symptomsOnly.groups.isEmpty)
  }

  @Test("Values that are all the same cannot be judged; zeros everywhere are tolerated")
  func constantOutcome() {
    for (value, expected) in [(3.0, Verdict.cannotBeJudged), (0, .tolerated)] {
      var diary = DiaryBuilder()
      for day in 0..<40 {
        diary.food(day, 12, "rice", groups: [])
        diary.symptom(day, nil, "pain", value)
      }
      for day in [20, 21, 30] { diary.food(day, 8, "egg", portions: 1, groups: ["egg"]) }
      let results = diary.results()
      #expect(results.group("egg")?.verdict == expected)
      Self.expectSound(results)
    }
  }

  @Test("A food eaten every day alike cannot be judged")
  func everyDay() throws {
    var diary = DiaryBuilder()
    for day in 0..<60 {
      diary.food(day, 8, "bread", portions: 1, groups: ["gluten"])
      diary.symptom(day, nil, "pain", Double((day * 7) % 5))
    }
    let gluten = try #require(diary.results().group("gluten"))
    #expect(gluten.verdict == .cannotBeJudged)
    #expect(gluten.reasons.joined().contains("every day with foods written down"))
  }

  @Test("A food eaten once on the last day is not clear")
  func lastDay() {
    var diary = DiaryBuilder()
    for day in 0..<60 {
      diary.food(day, 12, "rice", groups: [])
      diary.symptom(day, nil, "pain", Double((day * 7) % 5))
    }
    diary.food(59, 22, "egg", portions: 1, groups: ["egg"])
    let results = diary.results()
    #expect(results.group("egg")?.verdict == .notClear)
    Self.expectSound(results)
  }

  @Test("Phases may overlap")
  func overlappingPhases() {
    var diary = DiaryBuilder.clean()
    diary.phase("challenge", 30, 60, groups: ["egg", "soy"])
    diary.phase("elimination", 0, 83, groups: ["soy", "lactose"])
    diary.phase("washout", 10, 9)
    let results = diary.results()
    #expect(results.group("soy")?.verdict == .notTested)
    Self.expectSound(results)
  }

  @Test("Absurd numbers and dates do no harm")
  func absurd() {
    var diary = DiaryBuilder.clean()
    diary.food(40, 8, "milk", portions: 1e300, groups: ["lactose"])
    diary.food(41, 8, "milk", portions: -5, groups: ["lactose"])
    diary.food(41, 8, "milk", portions: .infinity, groups: ["lactose"])
    diary.symptom(50, nil, "bloating", 1e300)
    diary.symptom(51, nil, "bloating", -1e300)
    diary.symptom(52, nil, "bloating", .nan)
    diary.context(50, nil, "fasting", 1e18, unit: "h")
    diary.context(50, nil, "stress", .infinity)
    diary.context(50, nil, "caffeine", 1e300, unit: "mg")
    diary.context(50, nil, "sleep", -1e300)
    diary.symptom(-700_000, nil, "bloating", 3)
    diary.food(2_000_000, nil, "milk", groups: ["lactose"])
    diary.phase("challenge", -700_000, 2_000_000, groups: ["lactose"])
    let results = diary.results()
    #expect(results.has("stray-dates"))
    #expect(results.has("severity-outside-scale"))
    Self.expectSound(results)
  }

  @Test("Five years, and 400 foods with all groups", arguments: [(1826, 3), (90, 28)])
  func large(days: Int, groupCount: Int) {
    var diary = DiaryBuilder()
    var generator = SplitMix(state: 7)
    let groups = GroupID.builtIn.prefix(groupCount).map(\.rawValue)
    for day in 0..<days {
      for hour in [8.0, 19] {
        let food = Int.random(in: 0..<400, using: &generator)
        diary.food(
          day, hour, "food \(food)", portions: 1,
          groups: [groups[food % groups.count], groups[food * 7 % groups.count]])
      }
      diary.symptom(day, nil, "pain", Double(Int.random(in: 0...6, using: &generator)))
    }
    let results = diary.results()
    #expect(results.groups.count == groups.count)
    #expect(results.timeline.days.count == days)
    Self.expectSound(results)
  }

  @Test("The order of rows changes nothing, whatever the diary", arguments: 1...6)
  func anyOrder(seed: UInt64) {
    let builder = RandomDiary.make(seed)
    let analyzer = DiaryAnalyzer(
      options: AnalysisOptions(), foods: FoodClassifier(), version: "test")
    let results = analyzer.analyze(builder.diary)
    #expect(analyzer.analyze(builder.shuffled(seed + 100)) == results)
    Self.expectSound(results)
  }
}

/// Diaries of every kind of entry, without rhyme or reason.
enum RandomDiary {
  static func make(_ seed: UInt64) -> DiaryBuilder {
    var generator = SplitMix(state: seed)
    var diary = DiaryBuilder()
    let groups = ["lactose", "dairy", "egg", "fructan", "own_group"]
    let contexts = ["stress", "sleep", "menses", "illness", "fasting", "medication", "alcohol"]
    for day in 0..<50 {
      for _ in 0..<Int.random(in: 0...4, using: &generator) {
        let hour: Double? =
          Bool.random(using: &generator) ? Double.random(in: 0..<24, using: &generator) : nil
        let number = Double(Int.random(in: 0...9, using: &generator))
        switch Int.random(in: 0...5, using: &generator) {
        case 0, 1:
          diary.food(
            day, hour, "food \(Int(number))", portions: number / 3,
            groups: [groups.randomElement(using: &generator) ?? "egg"])
        case 2, 3:
          diary.symptom(day, hour, Bool.random(using: &generator) ? "pain" : "gas", number)
        case 4:
          diary.context(day, hour, contexts.randomElement(using: &generator) ?? "stress", number)
        default: diary.note(day, hour, "note \(Int(number))")
        }
      }
    }
    diary.phase("challenge", 20, 22, groups: ["egg"])
    return diary
  }
}
