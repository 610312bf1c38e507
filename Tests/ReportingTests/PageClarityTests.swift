// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import Reporting
import Testing

@Suite("What readers stumbled over")
struct PageClarityTests {
  private func text(
    _ id: String, of results: AnalysisResults, language: ReportLanguage = .english
  ) throws -> String {
    let page = try PageReader.read(Report.html(results, findings: [], language: language))
    return try #require(page.first(id: id)).text
  }

  /// A diary that tolerates gluten, `declared` or eaten along the way, and in which gates fired.
  private func tolerated(_ gates: [String], declared: Bool = true) -> AnalysisResults {
    var results = SampleResults.make()
    let gluten = GroupID(rawValue: "gluten")
    for place in results.groups.indices where results.groups[place].group == gluten {
      results.groups[place].verdict = .tolerated
      if !declared { results.timeline.phases.removeAll { $0.groups.contains(gluten) } }
    }
    results.safety = gates.map {
      .init(
        gate: $0, withholdsRetest: true, groups: [gluten], entries: ["a.csv:1"],
        evidence: "gluten-free")
    }
    return results
  }

  @Test("Gluten to keep beside the coeliac note says until when, and why", arguments: [true, false])
  func gluten(declared: Bool) throws {
    let coeliac = tolerated(["coeliac-not-excluded"], declared: declared)
    let keep = try text("keep", of: coeliac)
    #expect(keep.contains("Keep eating gluten until your tests for coeliac disease are done."))
    #expect(keep.contains("they can miss the disease"))
    #expect(!keep.contains("before you eat more") && !keep.contains("need care first"))
    #expect(
      try text("keep", of: coeliac, language: .german).contains("Essen Sie Gluten weiter, bis"))
  }

  @Test("Where another note forbids gluten, nothing says to keep eating it")
  func glutenForbidden() throws {
    for gates in [["known-allergy"], ["coeliac-not-excluded", "known-allergy"]] {
      let keep = try text("keep", of: tolerated(gates))
      #expect(!keep.contains("Keep eating gluten"))
      #expect(keep.contains("before you eat more of this"))
    }
    #expect(!(try text("keep", of: tolerated([]))).contains("Keep eating gluten"))
  }
}
