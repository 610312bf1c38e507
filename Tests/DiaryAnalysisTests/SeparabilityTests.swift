// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import DiaryAnalysis

@Suite("What a diary cannot tell apart")
struct SeparabilityTests {
  private func doses(_ meals: [(day: Int, portions: Double, weight: Double)]) -> DailyDoses {
    let exposure = GroupExposure(
      group: GroupID(rawValue: "lactose"),
      meals: meals.map {
        GroupMeal(
          day: $0.day, hour: 8, portions: $0.portions, weight: $0.weight, grams: nil, name: "food",
          entry: nil)
      }, axis: TimeAxis(dayStartMinutes: 300))
    return DailyDoses(exposure, foodDays: Array(0..<30))
  }

  /// Ten days of milk, which holds both, and ten of cheese, which holds dairy and possibly lactose.
  private var dairy: DailyDoses { doses((0..<20).map { ($0, $0 % 2 == 0 ? 1 : 2, 1) }) }
  private var lactose: DailyDoses {
    doses((0..<20).map { ($0, $0 % 2 == 0 ? 1 : 2, $0 < 10 ? 1 : 0.5) })
  }

  @Test("Days on which one of two groups is only possible do not tell them apart")
  func possibleDays() {
    #expect(lactose.known.prefix(20).count { $0 == nil } == 10)
    // On the other twenty days the doses are the same.
    #expect(abs(dairy.similarity(to: lactose) - 1) < 1e-12)
    #expect(abs(lactose.similarity(to: dairy) - 1) < 1e-12)
    // The model counts those days by half; by expected doses they are not quite the same.
    #expect(!dairy.isSame(as: lactose))
    #expect(dairy.isSame(as: dairy))
  }

  @Test("Days without one of them do")
  func separateDays() {
    let cheese = doses((0..<10).map { ($0, $0 % 2 == 0 ? 1 : 2, 1) })
    #expect(dairy.similarity(to: cheese) < Separability.similar)
  }

  @Test("A group that is never certain counts by what is expected of it")
  func neverCertain() {
    let possible = doses((0..<10).map { ($0, 1, 0.5) })
    #expect(possible.known == possible.expected)
    #expect(possible.expected.prefix(10).allSatisfy { $0 == 0.5 })
    let certain = doses((0..<10).map { ($0, 1, 1) })
    #expect(abs(possible.similarity(to: certain) - 1) < 1e-12)
  }

  // MARK: One verdict for a set

  private func ruling(
    _ inclusion: Double, set: Double, isOnlyPossible: Bool = false
  ) -> VerdictRules.Ruling {
    let meal = GroupMeal(
      day: 0, hour: nil, portions: 1, weight: isOnlyPossible ? 0.5 : 1, grams: nil, name: "bread",
      entry: 0)
    let exposure = GroupExposure(
      group: GroupID(rawValue: "gluten"), meals: [meal], axis: TimeAxis(dayStartMinutes: 300))
    let diary = DiaryEvidence(
      observations: 40, hasSymptoms: true, isConstant: false, isAllZero: false, unknownShare: 0)
    var group = GroupEvidence(
      exposure: exposure,
      summary: .init(inclusion: inclusion, kernels: [], effect: nil, hasAtoms: true),
      challenges: [], inseparableFrom: [GroupID(rawValue: "fructan")], setProbability: set,
      excludedExposureDays: 0, adequateEpisodes: 3, isConstant: false)
    group.isSetOnlyPossible = isOnlyPossible
    return VerdictRules(diary: diary, group: group).ruling()
  }

  @Test(
    "All of a set have one verdict by the chance that any of them acts, whatever each one's own",
    arguments: [
      (0.30, false, Verdict.possibleTrigger), (0.99, false, .possibleTrigger),
      (0.29, false, .notClear), (0.05, false, .notClear), (0.74, true, .notClear),
      (0.76, true, .possibleTrigger),
    ])
  func oneVerdict(set: Double, isOnlyPossible: Bool, expected: Verdict) {
    for inclusion in [0.001, 0.05, 0.2, 0.5, 0.8, 0.999] {
      let ruling = ruling(inclusion, set: set, isOnlyPossible: isOnlyPossible)
      #expect(ruling.verdict == expected, "\(inclusion)")
      let codes = ruling.reasons.map(\.statement.code)
      #expect(codes.contains("one-of-set") && codes.contains("eaten-together"))
    }
  }

  /// Wheat with honey in three tests, followed by five points from the next day on: fructose acts sooner.
  private func wheat() -> AnalysisResults {
    var diary = DiaryBuilder()
    let level = [1.0, 2, 1, 1, 2, 0, 1, 2, 1, 0]
    for day in 0..<84 {
      diary.food(day, 12, "rice", groups: [])
      let isChallenge = [35, 53, 71].contains { ($0...$0 + 2).contains(day) }
      let follows = [35, 53, 71].contains { ($0 + 1...$0 + 4).contains(day) }
      if isChallenge {
        diary.food(day, 8, "honey cake", portions: 1, groups: ["fructan", "fructose"])
      }
      diary.symptom(day, nil, "bloating", level[day % 10] + (follows ? 5 : 0))
    }
    return diary.results()
  }

  @Test("Where one of two that were eaten together looks innocent by itself, both are possible")
  func wheatVerdicts() throws {
    let results = wheat()
    let separation = try #require(results.separations.first)
    let members = separation.groups.compactMap { results.group($0.rawValue) }
    let own = members.compactMap(\.probability)
    #expect(own.count == 2 && (own.min() ?? 1) < VerdictRules.possible, "\(own)")
    #expect(members.map(\.verdict) == [.possibleTrigger, .possibleTrigger])
    #expect(try #require(separation.probability) > 0.9)
  }

  @Test("The rise of a set lies between those of its members, and near the five points that it is")
  func riseOfSet() throws {
    let results = wheat()
    let separation = try #require(results.separations.first)
    let effect = try #require(separation.effect)
    let ifAny = separation.groups.compactMap { results.group($0.rawValue)?.effectIfAny?.mean }
    let probability = try #require(separation.probability)
    let (low, high) = (ifAny.min() ?? 0, ifAny.max() ?? 0)
    #expect(effect.mean >= probability * low - 1e-9 && effect.mean <= probability * high + 1e-9)
    #expect(effect.low <= effect.mean && effect.mean <= effect.high)
    #expect(effect.low > 0 && effect.low < 5 && effect.high > 5, "\(effect)")
  }

  @Test("A group that cannot be judged shares no verdict with one that was eaten with it")
  func unjudged() throws {
    var diary = DiaryBuilder()
    let level = [1.0, 2, 1, 1, 2, 0, 1, 2, 1, 0]
    // Both in the first two weeks' bread, and then left out; gluten comes back as seitan on one day.
    for day in 0..<84 {
      diary.food(day, 12, "rice", groups: [])
      if day < 14, day % 2 == 0 {
        diary.food(day, 8, "bread", portions: 1, groups: ["gluten", "fructan"])
      }
      let follows = day < 15 || day == 50
      diary.symptom(day, nil, "bloating", level[day % 10] + (follows ? 5 : 0))
    }
    diary.food(50, 8, "seitan", portions: 1, groups: ["gluten"])
    diary.phase("elimination", 20, 45, groups: ["gluten", "fructan"])
    let results = diary.results()
    #expect(results.group("fructan")?.verdict == .notTested)
    #expect(!results.notSeparable.flatMap(\.self).contains(GroupID(rawValue: "fructan")))
  }
}
