// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import Testing

@testable import Reporting

@Suite("The dietitian's page")
struct ClinicPageTests {
  private func clinic(
    _ results: AnalysisResults, _ language: ReportLanguage = .english
  ) throws -> PageReader.Element {
    let page = try PageReader.read(Report.html(results, findings: [], language: language))
    return try #require(page.first(id: "clinic"))
  }

  @Test("Safety, foods to keep, verdicts, timeline, exceptions and experiments stand in this order")
  func order() throws {
    let clinic = try clinic(SampleResults.experiments())
    let parts = ["gates", "kept", "verdicts", "timeline", "exceptions", "experiments"]
    let found = clinic.descendants.compactMap { element in
      parts.first {
        element.hasClass($0) && ["gates", "kept", "verdicts"].contains($0)
          || element.name == "section" && element.attributes["id"] == $0 && $0 != "verdicts"
      }
    }
    #expect(found == parts)
    let kept = try #require(clinic.all("p").first { $0.hasClass("kept") })
    #expect(kept.text == "Tolerated so far: egg and caffeine.")
  }

  @Test("A verdict's data grade is a word in its row")
  func grade() throws {
    let strip = try #require(
      try clinic(SampleResults.make()).all("table").first { $0.hasClass("verdicts") })
    let rows = strip.all("tr")
    let lactose = try #require(rows.first { $0.text.contains("Lactose") })
    #expect(lactose.text.contains("Data grade B"))
    let sorbitol = try #require(rows.first { $0.text.contains("Sorbitol") })
    #expect(!sorbitol.text.contains("Data grade"), "no grade is known of it")
  }

  @Test(
    "Three exceptions stand on the page, the others once among the details",
    arguments: [2, 3, 4, 9])
  func exceptions(count: Int) throws {
    var results = SampleResults.make()
    results.warnings = (0..<count).map { .init(code: "few-challenges", text: "Limit \($0) holds.") }
    results.provenance.inputs = []
    let page = try PageReader.read(Report.html(results, findings: []))
    let shown = try #require(page.first(id: "exceptions"))
    #expect(shown.all("li").map(\.text) == (0..<min(count, 3)).map { "Limit \($0) holds." })
    let rest = page.first(id: "further")?.all("li").map(\.text) ?? []
    #expect(rest == (min(count, 3)..<count).map { "Limit \($0) holds." })
    let line = [4: "1 more stands under", 9: "6 more stand under"][count]
    #expect(shown.text.contains("under “") == (line != nil))
    #expect(line.map { shown.text.contains($0) } ?? true)
  }

  @Test("Many gates all stand on the page, each with fewer rows")
  func crowded() throws {
    var results = SampleResults.make()
    let names = ["care-team", "red-flags", "swallowing", "fasting", "known-allergy"]
    for (count, rows) in [(3, 4), (4, 2)] {
      results.safety = names.prefix(count).map {
        .init(
          gate: $0, withholdsRetest: false, groups: [],
          entries: (1...5).map { "diary.csv:\($0 * 10)" }, evidence: "as written")
      }
      let gates = try clinic(results).all("p").filter { $0.hasClass("gate") }
      #expect(gates.count == count)
      for gate in gates {
        #expect(gate.text.contains("diary.csv:10"))
        #expect(gate.text.contains(" and \(5 - rows) more"))
      }
    }
  }
}
