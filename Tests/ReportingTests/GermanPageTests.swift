// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import FoodKnowledge
import Foundation
import Importing
import Markup
import Simulation
import TestSupport
import Testing

@testable import Reporting

@Suite("German reports")
struct GermanPageTests {
  /// The texts of the program on a page: not what the diary says, nor titles of publications.
  private func texts(_ element: PageReader.Element) -> [String] {
    if element.name == "style" || element.name == "script" || element.hasClass("references")
      || element.hasClass("row")
    {
      return []
    }
    if element.name == "bdi", !element.hasClass("said") { return [] }
    var own = element.text
    for child in element.children where !child.text.isEmpty {
      if let place = own.range(of: child.text) { own.replaceSubrange(place, with: " ") }
    }
    let names = ["aria-label", "data-label", "title"].compactMap { element.attributes[$0] }
    return [own] + names + element.children.flatMap(texts)
  }

  /// Whether a text lists names of foods after a sentence of the program.
  private func bare(_ text: String) -> String {
    guard text.hasPrefix("In diesen Lebensmitteln kann"), let end = text.firstIndex(of: ":") else {
      return text
    }
    return String(text[...end])
  }

  private func expectGerman(_ results: AnalysisResults, _ findings: [Finding]) throws {
    let page = try PageReader.read(Report.html(results, findings: findings, language: .german))
    #expect(page.attributes["lang"] == "de")
    for text in texts(page).map(bare) {
      #expect(EnglishWords.found(in: text).isEmpty, "\(text)")
    }
  }

  /// A sample with sentences that the analysis writes, in the place of made-up ones.
  private func sample(_ name: String) -> AnalysisResults {
    var results = SampleResults.named(name)
    for place in results.groups.indices {
      results.groups[place].reasonCodes = [
        Statement(
          "tests-followed",
          ["followed": 1, "tests": 1, "mean": .number(2.1), "points": 1])
      ]
      results.groups[place].reasons = [
        "The only test was followed by symptoms at least 1 point "
          + "higher; on average 2.1 points higher than on the comparison days."
      ]
      if results.groups[place].nextStep != "none" {
        results.groups[place].nextStep = "Keep eating it; no further test is needed."
        results.groups[place].nextStepCode = Statement("keep-eating")
      }
    }
    results.warnings = results.warnings.map {
      var warning = $0
      warning.code = "missing-days"
      warning.text = "4 of 75 days have no entry."
      warning.arguments = ["count": 4, "total": 75]
      return warning
    }
    return results
  }

  @Test("A page of results has no English sentence", arguments: ["rich", "null", "empty"])
  func samples(name: String) throws {
    try expectGerman(sample(name), [])
  }

  @Test(
    "A report of a fixture has no English sentence",
    arguments: [
      "apple-health-gut", "cronometer-and-symptoms", "demo", "gluten-fructan", "lactose-clean",
      "mysymptoms-dairy", "no-trigger",
    ])
  func fixtures(name: String) throws {
    let imported = try Importer.read([Fixtures.path(name)], options: ImportOptions())
    let diary = try #require(imported.diaries.first)
    let results = DiaryAnalyzer(options: AnalysisOptions(), foods: FoodClassifier(), version: "1")
      .analyze(diary)
    #expect(results.groups.count > 5)
    try expectGerman(results, imported.findings)
  }

  @Test("Reports of simulated diaries have no English sentence", arguments: DiaryKind.allCases)
  func simulated(kind: DiaryKind) throws {
    let simulated = Simulator(seed: 20_261_122).diary(1, kind: kind)
    let results = DiaryAnalyzer(options: AnalysisOptions(), foods: FoodClassifier(), version: "1")
      .analyze(simulated.diary)
    try expectGerman(results, [])
  }

  @Test("The summary, the calendar and the index are German as well")
  func others() throws {
    let results = sample("rich")
    let summary = Report.summary(results, language: .german)
    #expect(summary.contains("Eine Gruppe fiel auf: Laktose."))
    #expect(summary.contains("Laktose") && summary.contains("wahrscheinlicher Auslöser"))
    #expect(EnglishWords.found(in: summary).isEmpty)
    let index = Report.indexHTML(
      [.init(results, report: "reports/p001.html")], failures: 2, language: .german)
    for text in texts(try PageReader.read(index)) {
      #expect(EnglishWords.found(in: text).isEmpty, "\(text)")
    }
  }

  @Test("Numbers stay those of results.json, with a comma only in what is read")
  func numbers() throws {
    let page = try PageReader.read(
      Report.html(sample("rich"), findings: [], language: .german))
    let english = try PageReader.read(Report.html(sample("rich"), findings: []))
    let values = { (page: PageReader.Element) in page.all("data").map { $0.attributes["value"] } }
    #expect(values(page) == values(english))
    #expect(page.all("data").contains { $0.text == "2,1" })
    #expect(!page.all("data").contains { $0.text.firstMatch(of: /\d\.\d/) != nil })
  }

  @Test("Results and their JSON do not depend on the language")
  func neutral() throws {
    let results = sample("rich")
    let before = try Report.resultsJSON(results)
    _ = Report.html(results, findings: [], language: .german)
    #expect(try Report.resultsJSON(results) == before)
  }
}
