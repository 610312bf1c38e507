// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import Reporting
import Testing

@Suite("The summary for a terminal")
struct SummaryTests {
  private func lines(_ results: AnalysisResults) -> [Substring] {
    Report.summary(results).split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test("Safety comes first, the answer follows, the disclaimer is last")
  func order() throws {
    let lines = lines(SampleResults.make())
    #expect(
      lines.first == "! Coeliac disease has not been ruled out (diary.csv:5, diary.csv:9)")
    let answer = try #require(lines.firstIndex(of: "One food group stood out: lactose."))
    let table = try #require(lines.firstIndex { $0.contains("Lactose") })
    #expect(answer < table)
    #expect(lines.last?.isEmpty == true)
    #expect(lines.dropLast().last?.hasPrefix("This report organises") == true)
  }

  @Test("The table's columns are aligned")
  func aligned() throws {
    let rows = lines(SampleResults.make()).filter { $0.hasPrefix("  ") }
    #expect(rows.count == 6)
    let head = try #require(rows.first)
    let verdict = try #require(head.firstRange(of: "Verdict")).lowerBound
    let column = head.distance(from: head.startIndex, to: verdict)
    for row in rows {
      let cells = Array(row)
      #expect(cells[column - 1] == " " && cells[column] != " ")
    }
    #expect(rows[1].contains("likely trigger    2.1 (1.1 to 3.0)   96 in 100  2"))
  }

  @Test("It stays short and cannot steer the terminal", arguments: SampleResults.names)
  func short(name: String) {
    let results = SampleResults.named(name)
    let summary = Report.summary(results)
    #expect(lines(results).count <= 36)
    #expect(!summary.unicodeScalars.contains { $0.value < 32 && $0 != "\n" || $0 == "\u{202E}" })
  }

  @Test("Escape codes come only where they are asked for")
  func colour() {
    let plain = Report.summary(SampleResults.make())
    let coloured = Report.summary(SampleResults.make(), colour: true)
    #expect(!plain.contains("\u{1B}") && coloured.contains("\u{1B}[1m"))
    let stripped = coloured.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[0m", with: "")
    #expect(stripped == plain)
  }
}
