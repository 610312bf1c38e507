// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import Reporting
import Testing

@Suite("The page on a phone")
struct PagePhoneTests {
  /// Four weeks of tests of three days, with pauses of four and five between them.
  private func planned() -> AnalysisResults {
    var results = SampleResults.make()
    let first = results.timeline.days[0].date.dayNumber
    var day = first + 1
    var phases: [Timeline.Phase] = []
    for length in [4, 5, 4, 5, 4, 5] {
      for (name, days) in [("challenge", 3), ("washout", length)] {
        phases.append(
          Timeline.Phase(
            name: name, start: CivilDate(dayNumber: day), end: CivilDate(dayNumber: day + days - 1),
            groups: name == "challenge" ? [GroupID(rawValue: "egg")] : [], source: "diary"))
        day += days
      }
    }
    results.timeline.phases = phases
    return results
  }

  /// The labels of a picture: where they start, on which line, and what they say.
  private func labels(
    _ picture: PageReader.Element, _ name: String?
  ) -> [(x: Double, y: Double, text: String)] {
    let labels =
      name.map { name in picture.all("g").filter { $0.attributes["class"] == name } }?
      .flatMap(\.children) ?? picture.children.filter { $0.name == "foreignObject" }
    return labels.compactMap { label in
      guard let x = label.attributes["x"].flatMap(Double.init),
        let y = label.attributes["y"].flatMap(Double.init)
      else { return nil }
      return (x, y, label.text)
    }.sorted { ($0.x, $0.text) < ($1.x, $1.text) }
  }

  @Test("No name of a phase reaches the next, and no date the edge")
  func labelsKeepApart() throws {
    let page = try PageReader.read(Report.html(planned(), findings: []))
    let weeks = page.all("svg").filter { $0.hasClass("weeks") }
    #expect(!weeks.isEmpty)
    var shown = 0
    for picture in weeks {
      let names = labels(picture, "name")
      shown += names.count
      for (one, next) in zip(names, names.dropFirst()) {
        #expect(one.x + 6.9 * Double(one.text.count) <= next.x, "\(one.text) \(next.text)")
      }
      for date in labels(picture, nil) where date.x > 92 {
        #expect(date.x + 6.9 * Double(date.text.count) <= 360, "\(date.text)")
      }
    }
    #expect(shown > 0)
  }

  @Test("Tables of few rows name the column in each cell, so that they can stand stacked")
  func stacked() throws {
    let page = try PageReader.read(Report.html(SampleResults.make(), findings: []))
    let tables = page.all("table").filter { $0.hasClass("stacked") }
    #expect(
      tables.contains { $0.text.contains("With and without the days on which something else") })
    for table in tables {
      let heads = table.all("thead")[0].all("th").map(\.text)
      for row in table.all("tbody")[0].all("tr") {
        #expect(row.all("td").map { $0.attributes["data-label"] ?? "" } == Array(heads.dropFirst()))
      }
    }
  }
}
