// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import Foundation
import Reporting
import Testing

@Suite("Grade, phases and beliefs on the page")
struct PageQualityTests {
  private let results = SampleResults.make()

  private func page(_ results: AnalysisResults) throws -> PageReader.Element {
    try PageReader.read(Report.html(results, findings: []))
  }

  private func element(_ page: PageReader.Element, _ id: String) -> PageReader.Element? {
    for tag in ["section", "div"] {
      if let found = page.all(tag).first(where: { $0.attributes["id"] == id }) { return found }
    }
    return nil
  }

  @Test("The grade stands beside the period in the dietitian's head, with the phases' source")
  func head() throws {
    let head = try #require(try page(results).all("div").first { $0.hasClass("clinic-head") })
    #expect(head.text.contains("71 of 75 days with entries · Data grade B"))
    #expect(head.text.contains("Phases named in the diary; one disagreement with the diary"))
    #expect(Report.summary(results).contains("Data grade B"))
  }

  @Test("Disagreements come first among the exceptions, with their rows")
  func exceptions() throws {
    let section = try #require(element(try page(results), "exceptions"))
    let first = try #require(section.all("li").first)
    #expect(
      first.text == "The challenge and the washout overlap on 1 day. diary.csv:11, 12")
    let summary = Report.summary(results)
    let place = try #require(summary.range(of: "overlap")?.lowerBound)
    let other = try #require(summary.range(of: "4 of 75 days have no entry")?.lowerBound)
    #expect(place < other)
  }

  @Test("Every part of the grade is a row; rows beyond six are counted")
  func parts() throws {
    let method = try #require(element(try page(results), "method"))
    let rows = method.all("tr").map(\.text)
    #expect(rows.contains { $0.contains("Days with any entry") && $0.contains("71 of 75") })
    #expect(rows.contains { $0.contains("3 of 9; chance does this with p = 0.03") })
    #expect(rows.contains { $0.contains("6 and 2 more") })
  }

  @Test("Beliefs are a table of their own, and none without suspicions")
  func beliefs() throws {
    let section = try #require(element(try page(results), "beliefs"))
    #expect(section.all("tbody").first?.all("tr").count == 2)
    #expect(section.text.contains("changes none of the numbers"))
    var without = results
    without.beliefs = []
    #expect(element(try page(without), "beliefs") == nil)
    without.dataQuality = nil
    #expect(!(try page(without)).text.contains("Data grade"))
  }

  @Test("The user's own groups are called by their labels, and no label is markup")
  func labels() throws {
    var named = results
    let own = GroupID(rawValue: "additive_x")
    named.ownGroups = [OwnGroup(group: own, label: "Additive <b>X</b>")]
    named.beliefs = [
      Belief(group: own, believed: true, verdict: .notTested, probability: nil, entries: [])
    ]
    named.warnings = [.init(code: "x", text: "The test of additive_x is short.")]
    let read = try page(named)
    #expect(element(read, "beliefs")?.text.contains("Additive <b>X</b>") == true)
    #expect(element(read, "exceptions")?.text.contains("The test of Additive <b>X</b> is") == true)
    #expect(Report.summary(named).contains("Additive <b>X</b>"))
  }

  @Test("Groups that are not known are told in the summary")
  func unknownGroups() {
    let finding = Finding(
      id: "group-unknown", severity: .warning, summary: "“lactos” is not a group that is known.",
      file: "diary.csv", line: 7)
    #expect(
      Report.summary(results, findings: [finding]).contains(
        "- diary.csv:7: “lactos” is not a group that is known."))
    #expect(!Report.summary(results).contains("lactos”"))
  }
}
