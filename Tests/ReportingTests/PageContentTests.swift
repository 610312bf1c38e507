// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import Reporting
import Testing

@Suite("What the page says")
struct PageContentTests {
  private func page(_ results: AnalysisResults) throws -> PageReader.Element {
    try PageReader.read(Report.html(results, findings: SampleResults.findings))
  }
  private func text(_ id: String, of results: AnalysisResults) throws -> String {
    try #require(try page(results).first(id: id)).text
  }
  private func answer(_ results: AnalysisResults) throws -> String {
    try #require(try page(results).all("p").first { $0.hasClass("answer") }).text
  }

  @Test("The answer is one sentence")
  func answers() throws {
    #expect(try answer(SampleResults.make()) == "One food group stood out: lactose.")
    #expect(try answer(SampleResults.null()) == "No food in this diary stood out.")
    #expect(try answer(SampleResults.empty()) == "This diary holds no day that could be judged.")
    var results = SampleResults.make()
    results.groups.removeAll { $0.verdict == .likelyTrigger }
    #expect(
      try answer(results)
        == "No food stood out clearly. This may play a part: gluten and fructans.")
    results.groups.removeAll { $0.verdict != .notTested }
    #expect(try answer(results) == "This diary cannot answer the question yet.")
    results.outcome.symptoms = []
    #expect(
      try answer(results) == "This diary holds no symptom, so no food could be judged.")
  }

  @Test("It is no answer that nothing stood out where a set or followed tests speak against it")
  func unsettled() throws {
    func said(_ change: (inout AnalysisResults) -> Void) throws -> [String] {
      var results = SampleResults.null()
      for place in results.groups.indices where results.groups[place].verdict == .tolerated {
        results.groups[place].verdict = .notClear
        results.groups[place].probability = 0.3
        results.groups[place].reasonCodes = []
      }
      change(&results)
      return [try answer(results), try text("saw", of: results)]
    }
    let names = SampleResults.null().groups.filter { $0.verdict == .tolerated }.map(\.group)
    let first = try #require(names.first)
    let plain = try said { _ in }
    #expect(plain[0] == "No food in this diary stood out." && plain[1].contains("a good one"))
    let open = try said { results in
      results.separations = [.init(groups: [first], testGroup: first, testFood: "x", similarity: 1)]
      results.separations[0].probability = 0.41
    }
    #expect(open[0].hasPrefix("No food stood out clearly. This may play a part: "))
    #expect(!open[1].contains("a good one") && open[1].contains("not settled yet"))
    for (followed, isOpen) in [(3, true), (2, false)] {
      let tests = try said { results in
        for place in results.groups.indices where results.groups[place].group == first {
          results.groups[place].reasonCodes = [
            Statement(
              "tests-followed",
              ["followed": .number(Double(followed)), "tests": 3, "mean": .number(2), "points": 1])
          ]
        }
      }
      #expect(tests[1].contains("a good one") != isOpen)
    }
  }

  @Test("A gate names its rows and withholds the tests of its groups")
  func gates() throws {
    let results = SampleResults.make()
    let safety = try text("safety", of: results)
    #expect(safety.contains("diary.csv:5, 9"))
    #expect(safety.contains("in more than one meal a day for 6 weeks"))
    let next = try text("next", of: results)
    #expect(!next.contains("wheat") && next.contains("Test garlic"))
    #expect(next.contains("held back"))
  }

  @Test("A gate for all groups withholds every test, also the one that would separate")
  func gateForAll() throws {
    var results = SampleResults.make()
    results.safety = [
      .init(
        gate: "possible-immediate-allergy", withholdsRetest: true, groups: [], entries: ["a.csv:7"],
        evidence: "throat swelling after peanut")
    ]
    let next = try text("next", of: results)
    #expect(!next.contains("garlic") && !next.contains("apple"))
    #expect(!(try text("open", of: results)).contains("garlic"))
    #expect(
      try text("safety", of: results).contains("Do not eat again what you ate before this."))
    #expect(!(try text("keep", of: results)).contains("Fine so far, up to"))
  }

  @Test("Without a gate there is no banner")
  func noGate() throws {
    #expect(try page(SampleResults.null()).first(id: "safety") == nil)
  }

  @Test("The placebo sentence stands beside a single bad test, and nowhere else")
  func placebo() throws {
    var results = SampleResults.make()
    func groups() throws -> [String] {
      try page(results).all("article").filter { $0.text.contains("one person in four") }
        .compactMap { $0.all("h3").first?.text }
    }
    // A gate forbids the test of gluten, and with it the call for a repeat.
    #expect(try groups() == ["Fructans"])
    results.safety = []
    #expect(try groups() == ["Gluten", "Fructans"])
  }

  @Test("Groups that cannot be told apart are named, with the one test that would tell")
  func separation() throws {
    let open = try text("open", of: SampleResults.make())
    #expect(open.contains("Gluten and fructans were eaten at the same times"))
    // Tests of gluten are held back, and so nothing promises an answer from a test at home.
    #expect(
      open.contains(
        "Ask your doctor first, as tests of gluten are held back. Then a test of garlic may tell "
          + "more: it holds fructans and none of the others."))
    #expect(!open.contains("would tell"))
    #expect(open.contains("Not brought back in this diary: mannitol."))
    var free = SampleResults.make()
    free.safety = []
    #expect(
      try text("open", of: free).contains(
        "One test would tell: garlic – it holds fructans and none of the others."))
  }

  @Test("Rows that were not read are said, and folders are not shown")
  func findings() throws {
    let results = SampleResults.make()
    #expect(try text("further", of: results).contains("3 of 1650 rows could not be read"))
    let method = try text("method", of: results)
    #expect(method.contains("diary.csv:812") && !method.contains("/home"))
    #expect(method.contains("9f2c9f2c9f2c…"))
    #expect(method.contains("Grandma's surprise × 3"))
  }

  @Test("Excluded days and confounders stand with the challenge")
  func exclusions() throws {
    let page = try page(SampleResults.make())
    let sorbitol = try #require(
      page.all("article").first { $0.all("h3").first?.text == "Sorbitol" }?.text)
    #expect(sorbitol.contains("Not compared, 12 Mar: stomach bug (illness)"))
    let lactose = try #require(
      page.all("article").first { $0.all("h3").first?.text == "Lactose" }?.text)
    #expect(
      lactose.contains("At the same time: short sleep. Without those days: 2.1 points higher"))
    #expect(lactose.contains("0.93 (0.71 to 0.98)"))
  }

  @Test("A dose that was fine above one that was not is said to disagree")
  func doses() throws {
    var results = SampleResults.make()
    results.groups[1].dose = .init(unit: "portions", highestTolerated: 2, lowestProvoking: 1)
    #expect(try text("verdicts", of: results).contains("the dose alone does not decide"))
    #expect(!(try text("verdicts", of: SampleResults.make())).contains("does not decide"))
  }

  @Test("Alcohol that is tolerated is no advice to drink")
  func alcohol() throws {
    var results = SampleResults.null()
    #expect(!(try text("keep", of: results)).contains("drink more"))
    results.groups[0].group = GroupID(rawValue: "alcohol")
    #expect(try text("keep", of: results).contains("not a reason to drink more"))
  }

  @Test("Later tests are named, three are described")
  func nextSteps() throws {
    var results = SampleResults.make()
    results.safety = []
    results.groups = (1...5).map { index in
      GroupResult(
        group: GroupID(rawValue: "own-\(index)"), verdict: .notTested, nextStep: "Step \(index).")
    }
    let next = try text("next", of: results)
    #expect(next.contains("Step 3.") && !next.contains("Step 4."))
    #expect(next.contains("Later, one at a time: own-4 and own-5."))
  }

  @Test("Of four hundred groups ten are shown in full, the others in a table")
  func many() throws {
    let page = try SampleResults.page("many")
    #expect(page.all("article").count == 10)
    let results = SampleResults.named("many")
    let candidates = results.groups.filter { $0.verdict != .notTested || !$0.challenges.isEmpty }
    let rows = page.all("table").filter { $0.hasClass("others") }
      .flatMap { $0.all("tbody").first?.children ?? [] }
    #expect(rows.count == candidates.count - 10)
  }
}
