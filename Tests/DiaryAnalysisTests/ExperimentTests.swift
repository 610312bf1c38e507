// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FoodKnowledge
import Testing

@testable import DiaryAnalysis

@Suite("The next experiments")
struct ExperimentTests {
  private static let small = ExperimentTwin(
    tests: [(20, "egg", [1, 2, 2], 0.5), (36, "soy", [1, 2, 2], 0)], neverBack: ["corn"])
  private static func diary() -> DiaryBuilder { small.diary(1) }

  private func proposal(_ results: AnalysisResults, _ group: String) -> Experiment? {
    results.experiments.proposals.first { $0.group?.rawValue == group }
  }

  @Test("The most telling comes first, one after the other from the day after the diary's last")
  func order() throws {
    let plan = Self.diary().results().experiments
    #expect(plan.status == "proposed")
    #expect(plan.proposals.count > 1 && plan.proposals.count <= 3)
    let gains = plan.proposals.map(\.expectedGain)
    #expect(gains == gains.sorted(by: >))
    #expect(gains.allSatisfy { $0 >= 0.02 && $0 <= 1 })
    var next = Self.small.days
    for experiment in plan.proposals {
      #expect(experiment.start == DiaryBuilder.date(next))
      next += experiment.length
    }
  }

  @Test("A test that was positive once is repeated; one that was never back is a first test")
  func kinds() throws {
    let results = Self.diary().results()
    let egg = try #require(proposal(results, "egg"))
    #expect(results.group("egg")?.verdict == .possibleTrigger)
    #expect(egg.kind == "repeat" && egg.reason == "possible" && egg.food == "boiled-egg")
    #expect(egg.days.map(\.dose) == [1, 2, 2] && egg.washoutDays == 3 && egg.watchDays == 3)
    let corn = try #require(proposal(results, "corn"))
    #expect(corn.kind == "first-test" && corn.reason == "not-tested")
    #expect(egg.probability == results.group("egg")?.probability)
  }

  /// The table of protocols: doses of `docs/experiments.md`, section 2.
  @Test(
    "Each mechanism has its own days",
    arguments: [
      ("fructan", [0.25, 0.5, 1], 3, 2), ("fructose", [1, 3, 6], 3, 2),
      ("gos", [0.25, 0.5, 0.75], 3, 2), ("sorbitol", [0.25, 0.5, 1], 3, 2),
      ("gluten", [8, 8, 8, 8, 8, 8, 8], 7, 3), ("egg", [1, 2, 2], 3, 3),
    ])
  func protocols(name: String, doses: [Double], washout: Int, watch: Int) throws {
    let group = GroupID(rawValue: name)
    let food = try #require(ExperimentFood.choose(for: group, withheld: [], open: []))
    let days = ExperimentProtocol(group: group, food: food)
    #expect(days.days(of: food).map(\.dose) == doses)
    #expect(days.washoutDays == washout && days.watchDays == watch)
    #expect(days.days(of: food).map(\.portions).allSatisfy { $0 > 0 && $0 <= 2 })
  }

  @Test("Lactose is tested with milk where milk protein is fine, else with milk sugar alone")
  func food() {
    let (lactose, dairy) = (GroupID(rawValue: "lactose"), GroupID(rawValue: "dairy"))
    #expect(ExperimentFood.choose(for: lactose, withheld: [], open: [])?.code == "milk")
    #expect(
      ExperimentFood.choose(for: lactose, withheld: [], open: [dairy])?.code == "lactose-powder")
    #expect(
      ExperimentFood.choose(for: lactose, withheld: [dairy], open: [])?.code == "lactose-powder")
    let fish = GroupID(rawValue: "fish")
    #expect(
      ExperimentFood.choose(for: GroupID(rawValue: "histamine"), withheld: [fish], open: []) == nil)
    #expect(
      ExperimentFood.choose(for: GroupID(rawValue: "alcohol"), withheld: [], open: []) == nil)
  }

  @Test("The food knowledge finds in each food its group and what else it holds, and no more")
  func foodsHold() {
    let classifier = FoodClassifier()
    // Known to people rather than to the food tables.
    let unlisted: Set = [
      "lactose-powder", "table-top-sweetener", "dried-apricots", "mussels", "canned-lentils",
      "lactose-free-milk",
    ]
    for group in GroupID.builtIn {
      for food in ExperimentFood.foods(of: group) {
        #expect(food.amounts.count == food.portions.count)
        guard !unlisted.contains(food.code) else { continue }
        let text = food.code.split(separator: "-").joined(separator: " ")
        let certain = classifier.classify(text).certain.groups
        #expect(certain.contains(group), "\(food.code)")
        let known = Set(food.also.map(GroupID.init(rawValue:)) + [group])
        #expect(Set(certain).isSubset(of: known), "\(food.code): \(certain)")
      }
    }
  }

  // MARK: Safety and waiting

  @Test("A gate for all groups withholds every experiment")
  func gateForAll() {
    var diary = Self.diary()
    diary.profile("pregnancy", "yes")
    let plan = diary.results().experiments
    #expect(plan.status == "withheld" && plan.proposals.isEmpty)
  }

  @Test("A gate for a group withholds its experiments only")
  func gateForOne() {
    var diary = Self.diary()
    diary.profile("allergy", "egg allergy", groups: ["egg"])
    let results = diary.results()
    #expect(results.gate("known-allergy")?.groups.contains(GroupID(rawValue: "egg")) == true)
    #expect(proposal(results, "egg") == nil)
    #expect(proposal(results, "corn") != nil)
  }

  @Test("Antibiotics, a fast, illness and travel at the end: wait")
  func waiting() {
    var diary = Self.diary()
    diary.context(53, nil, "antibiotics")
    var plan = diary.results().experiments
    #expect(plan.status == "wait-antibiotics" && plan.proposals.isEmpty)
    #expect(plan.waitUntil == DiaryBuilder.date(68))
    diary = Self.diary()
    diary.context(54, nil, "fasting", 48, unit: "h", last: 55)
    plan = diary.results().experiments
    #expect(plan.status == "wait-fast" && plan.waitUntil == DiaryBuilder.date(58))
    diary = Self.diary()
    diary.context(55, nil, "illness")
    plan = diary.results().experiments
    #expect(plan.status == "wait-illness" && plan.waitUntil == nil)
    diary = Self.diary()
    diary.context(30, nil, "antibiotics")
    #expect(diary.results().experiments.status == "proposed")
  }

  // MARK: Where the data are the limit

  @Test("Too few values: a week of entries first")
  func fewValues() throws {
    var diary = DiaryBuilder()
    for day in 0..<5 {
      diary.food(day, nil, "capsule", portions: 1, groups: ["egg"])
      diary.symptom(day, nil, "bloating", Double(day % 3))
    }
    let plan = diary.results().experiments
    let week = try #require(plan.proposals.first)
    #expect(plan.proposals.count == 1 && week.kind == "baseline-week" && week.group == nil)
    #expect(week.watchDays == 7 && week.days.isEmpty && week.expectedGain > 0)
    #expect(DiaryBuilder().results().experiments.status == "no-days")
  }

  @Test("What is eaten every day is left out for two weeks and brought back")
  func daily() throws {
    var diary = DiaryBuilder()
    for day in 0..<40 {
      diary.food(day, 8, "capsule", portions: 1, groups: ["egg"])
      diary.symptom(day, nil, "bloating", [1, 3, 2, 5, 4, 2, 1][day % 7])
    }
    let egg = try #require(proposal(diary.results(), "egg"))
    #expect(egg.kind == "bring-back" && egg.reason == "eaten-daily" && egg.washoutDays == 14)
  }

  @Test("A likely trigger of three tests and a tolerated group are left alone")
  func settled() {
    let results = DiaryBuilder.clean().results()
    #expect(results.group("lactose")?.verdict == .likelyTrigger)
    #expect(results.experiments.proposals.isEmpty)
    #expect(results.experiments.status == "nothing-open")
  }

  @Test("Of what cannot be told apart only the one test is proposed that would tell")
  func inseparable() throws {
    var diary = DiaryBuilder()
    for day in 0..<60 {
      diary.food(day, nil, "rice", groups: [])
      let isTest = [20, 21, 22, 35, 36, 37, 50, 51, 52].contains(day)
      if isTest { diary.food(day, 8, "capsule", portions: 1, groups: ["egg", "soy"]) }
      diary.symptom(day, nil, "bloating", [1, 2, 0, 1, 2][day % 5] + (isTest ? 4 : 0))
    }
    let results = diary.results()
    let set = try #require(results.separations.first)
    #expect(results.experiments.proposals.map(\.group) == [set.testGroup])
    #expect(results.experiments.proposals.first?.kind == "separate")
  }

  // MARK: Properties

  @Test("The order of rows and the names of other rows change nothing")
  func rowOrder() {
    let builder = Self.diary()
    let analyzer = DiaryAnalyzer(options: .init(), foods: .init(), version: "test")
    let expected = analyzer.analyze(builder.diary).experiments
    for seed in 1...3 {
      #expect(analyzer.analyze(builder.shuffled(UInt64(seed))).experiments == expected)
    }
  }

  @Test("A quieter diary promises more of the same test")
  func quiet() throws {
    func gain(_ sd: Double) throws -> Double {
      let twin = ExperimentTwin(sd: sd, tests: [], neverBack: ["corn"])
      return try #require(proposal(twin.diary(4).results(), "corn")).expectedGain
    }
    let gains = try [0.4, 0.8, 1.6].map(gain)
    #expect(gains[0] > gains[1] && gains[1] > gains[2])
  }
}
