// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FoodKnowledge
import Testing

@testable import DiaryAnalysis

/// Ways in which a diary can be bad.
enum BadInput: String, CaseIterable, Sendable {
  case onlyZeros, oneObservation, challengeBeforeBaseline, overlappingPhases, challengeWithoutFood
  case eatenEveryDay, eatenOnTheLastDay, alwaysTogether, allEqual, onlyPhases, transplantFirst
  case hugeNumbers, backwardPhases, noFoods

  /// A diary without rhyme or reason that is bad in this way.
  func diary(_ seed: UInt64) -> DiaryBuilder {
    var generator = SplitMix(state: seed)
    var diary = DiaryBuilder()
    if self != .onlyPhases {
      let (rates, foods) = (self != .oneObservation, self != .noFoods)
      for day in 0..<50 {
        if foods { foodsOf(day, &diary, &generator) }
        guard rates || day == Int(seed % 50) else { continue }
        let isSkipped = Int.random(in: 0..<5, using: &generator) == 0
        if self == .oneObservation || self == .allEqual || !isSkipped {
          diary.symptom(day, nil, "pain", severity(&generator))
        }
      }
    }
    phases(&diary)
    return diary
  }

  private func foodsOf(_ day: Int, _ diary: inout DiaryBuilder, _ generator: inout SplitMix) {
    let groups = ["lactose", "egg", "fructan", "own_group"]
    if Bool.random(using: &generator) {
      diary.food(
        day, Double.random(in: 6..<23, using: &generator), "meal",
        portions: self == .hugeNumbers ? 1e300 : 1,
        groups: [groups.randomElement(using: &generator) ?? "egg"])
    }
    switch self {
    case .eatenEveryDay: diary.food(day, 8, "toast", groups: ["gluten"])
    case .eatenOnTheLastDay where day == 49: diary.food(day, 22, "toast", groups: ["gluten"])
    case .alwaysTogether where Bool.random(using: &generator):
      diary.food(day, 8, "toast", groups: ["gluten", "yeast"])
    default: diary.food(day, 12, "rice", groups: [])
    }
  }

  private func severity(_ generator: inout SplitMix) -> Double {
    switch self {
    case .onlyZeros: 0
    case .allEqual: 4
    case .hugeNumbers: [1e300, -1e300, .infinity, .nan].randomElement(using: &generator) ?? 0
    default: Double(Int.random(in: 0...9, using: &generator))
    }
  }

  private func phases(_ diary: inout DiaryBuilder) {
    switch self {
    case .challengeBeforeBaseline:
      diary.phase("challenge", 2, 4, groups: ["egg"])
      diary.phase("baseline", 10, 20)
      diary.phase("elimination", 21, 30, groups: ["egg"])
    case .overlappingPhases:
      for name in ["baseline", "elimination", "challenge", "washout"] {
        diary.phase(name, 5, 40, groups: name == "baseline" ? [] : ["egg", "lactose"])
        diary.phase(name, 20, 45, groups: ["egg"])
      }
    case .challengeWithoutFood: diary.phase("challenge", 20, 22, groups: ["soy", "peanut"])
    case .backwardPhases:
      diary.phase("challenge", 30, 20, groups: ["egg"])
      diary.phase("elimination", 1_000_000, -1_000_000, groups: ["egg"])
    case .onlyPhases:
      diary.phase("elimination", 0, 20, groups: ["egg"])
      diary.phase("challenge", 21, 23, groups: ["egg"])
    case .transplantFirst: diary.context(0, nil, "transplant")
    default: break
    }
  }

  /// What the results must say of it: a warning's code; `nil` where the verdicts alone say it.
  var code: String? {
    switch self {
    case .onlyZeros: "no-symptoms"
    case .oneObservation: "few-entries"
    case .challengeBeforeBaseline: "challenge-before-baseline"
    case .overlappingPhases: "phases-overlap"
    case .challengeWithoutFood: "challenge-without-food"
    case .onlyPhases: "foods-only"
    case .transplantFirst: "medical-event"
    case .noFoods: "symptoms-only"
    default: nil
    }
  }
}

@Suite("Bad input gives a verdict that says why")
struct BadInputTests {
  private static let cases = BadInput.allCases.flatMap { bad in
    (1...4 as ClosedRange<UInt64>).map { (bad, $0) }
  }

  @Test("Sound, finite, and the same in any order", arguments: cases)
  func sound(bad: BadInput, seed: UInt64) {
    let builder = bad.diary(seed)
    let analyzer = DiaryAnalyzer(
      options: AnalysisOptions(), foods: FoodClassifier(), version: "test")
    let results = analyzer.analyze(builder.diary)
    RobustnessTests.expectSound(results)
    let strange = Self.strangeNumbers(results, "results")
    #expect(strange.isEmpty, "\(strange)")
    let isSame = analyzer.analyze(builder.shuffled(seed + 9)) == results
    #expect(isSame)
    if let code = bad.code { #expect(results.has(code), "\(results.warnings.map(\.code))") }
    #expect(results.dataQuality != nil)
    let groups = results.warnings.compactMap(\.groups)
    #expect(groups.allSatisfy { !$0.isEmpty })
  }

  @Test("What cannot be judged is not judged", arguments: 1...4 as ClosedRange<UInt64>)
  func notJudged(seed: UInt64) {
    for bad in [BadInput.oneObservation, .allEqual, .transplantFirst, .onlyPhases] {
      let verdicts = Set(bad.diary(seed).results().groups.map(\.verdict))
      #expect(verdicts.isSubset(of: [.cannotBeJudged, .notTested]), "\(bad): \(verdicts)")
    }
    let daily = BadInput.eatenEveryDay.diary(seed).results().group("gluten")
    #expect(daily?.verdict == .cannotBeJudged)
    for bad in [BadInput.onlyZeros, .oneObservation, .onlyPhases] {
      let triggers = bad.diary(seed).results().groups.filter { $0.verdict == .likelyTrigger }
      #expect(triggers.isEmpty)
    }
  }

  /// The places of all numbers that are not finite.
  static func strangeNumbers(_ value: Any, _ path: String) -> [String] {
    if let number = value as? Double { return number.isFinite ? [] : [path] }
    return Mirror(reflecting: value).children.flatMap { child in
      strangeNumbers(child.value, path + "." + (child.label ?? "·"))
    }
  }
}
