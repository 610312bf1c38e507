// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import Foundation
import Reporting
import Testing

@Suite("The next experiments on the page")
struct ExperimentPageTests {
  private func text(_ id: String, _ results: AnalysisResults) throws -> String {
    let page = try PageReader.read(Report.html(results, findings: []))
    return try #require(page.first(id: id)).text
  }

  @Test("The patient reads what to eat on which day")
  func patient() throws {
    let next = try text("next", SampleResults.experiments())
    #expect(next.contains("Go 3 days without it."))
    #expect(
      next.contains("Then have garlic: ¼ clove on day 1, ½ clove on day 2 and 1 clove on day 3."))
    #expect(
      next.contains("Test it once more.")
        && next.contains("Then have boiled eggs: 1 on day 1, 2 on day 2 and 2 on day 3."))
  }

  @Test("What to do about a trigger comes first, however many tests there are")
  func triggerFirst() throws {
    var results = SampleResults.experiments()
    results.safety = []
    let lactose = try #require(results.groups.firstIndex { $0.group.rawValue == "lactose" })
    results.groups[lactose].verdict = .likelyTrigger
    results.groups[lactose].nextStep = "Leave it out for now."
    results.groups[lactose].nextStepCode = Statement("leave-out-for-now", [:])
    let next = try text("next", results)
    let trigger = try #require(next.firstRange(of: "Lactose: Leave it out for now."))
    let test = try #require(next.firstRange(of: "clove on day 1"))
    #expect(trigger.upperBound < test.lowerBound)
    #expect(!next.contains("Later, one at a time: lactose"))
  }

  @Test("The dietitian reads what each is expected to tell")
  func clinic() throws {
    let table = try text("experiments", SampleResults.experiments())
    #expect(table.contains("tells apart what was eaten together: ¼, ½, 1 clove of garlic"))
    #expect(table.contains("3 without, 3 with, 2 watching"))
    #expect(table.contains("now 41; with a rise 90, without 8 in 100"))
    #expect(table.contains("0.41"))
  }

  @Test("A gate withholds an experiment here too, whatever the analysis proposed")
  func gates() throws {
    var results = SampleResults.experiments()
    for id in ["next", "experiments"] {
      #expect(!(try text(id, results)).contains("wheat gluten"))
    }
    results.safety = []
    #expect(try text("next", results).contains("8 g of wheat gluten powder a day for 7 days"))
    results.safety = [
      .init(gate: "care-team", withholdsRetest: true, groups: [], entries: [], evidence: "")
    ]
    let page = try PageReader.read(Report.html(results, findings: []))
    #expect(page.first(id: "experiments") == nil)
    #expect(!(try text("next", results)).contains("garlic"))
    #expect(Report.calendar(results) == nil)
  }

  @Test("A food that also holds a withheld group is withheld")
  func alsoHolds() throws {
    var results = SampleResults.experiments()
    results.experiments.proposals[0].foodAlsoHolds = [GroupID(rawValue: "gluten")]
    #expect(!(try text("experiments", results)).contains("garlic"))
  }

  @Test("A diary that ends in antibiotics: no test, but when one can begin")
  func waiting() throws {
    var results = SampleResults.make()
    results.experiments = ExperimentPlan(
      status: "wait-antibiotics", waitUntil: SampleResults.day(80))
    for id in ["next", "experiments"] {
      let said = try text(id, results)
      #expect(said.contains("Your diary ends with a time with antibiotics."))
      #expect(said.contains("from 26 March 2026 on"))
    }
    #expect(!(try text("next", results)).contains("Test "))
  }

  @Test("Its numbers stand in results.json, and its grade is at most 7")
  func numbersAndGrade() throws {
    var results = SampleResults.experiments()
    results.safety = []
    let page = try PageReader.read(Report.html(results, findings: []))
    let json = String(decoding: try Report.resultsJSON(results), as: UTF8.self)
    let shown = try #require(page.first(id: "experiments")).all("data")
    #expect(shown.count == 3 * 4)
    for element in shown { #expect(json.contains(element.attributes["value"] ?? "?")) }
    let next = try #require(page.first(id: "next"))
    let blocks = next.descendants.filter { ["p", "li", "h2"].contains($0.name) }.map(\.text)
    #expect(ReadabilityTests.grade(blocks) <= 7)
  }

  @Test("Every food and kind has words of its own")
  func words() throws {
    for kind in ["first-test", "higher-dose", "bring-back"] {
      var results = SampleResults.experiments()
      results.experiments.proposals[0].kind = kind
      #expect(!(try text("experiments", results)).contains(kind))
    }
    var results = SampleResults.experiments()
    results.experiments.proposals[0].food = "own-food"
    results.experiments.proposals[0].days = SampleResults.doses([1, 2, 2], "portion")
    #expect(
      try text("next", results).contains("Then have a food that holds it: 1 portion on day 1"))
  }

  @Test("Tests that are expected to tell little are not called those that tell the most")
  func little() throws {
    var results = SampleResults.experiments()
    results.experiments.proposals[1].expectedGain = 0.03
    let next = try text("next", results)
    #expect(next.contains("would tell the most"))
    #expect(next.components(separatedBy: "It may tell only a little.").count == 2)
    for place in results.experiments.proposals.indices {
      results.experiments.proposals[place].expectedGain = 0.03
    }
    for part in ["next", "experiments"] {
      let said = try text(part, results)
      #expect(!said.contains("the most") && said.contains("a little"), "\(part)")
      #expect(!said.contains("only a little"))
    }
  }
}
