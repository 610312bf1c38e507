// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import Foundation
import Reporting
import Testing

@Suite("Tables as CSV files")
struct TablesTests {
  /// A strict reader of RFC 4180: quotes doubled, every line ended by CR LF.
  private func read(_ bytes: [UInt8]) throws -> [[String]] {
    let text = try #require(String(validating: bytes, as: UTF8.self))
    let scalars = Array(text.unicodeScalars)
    var (rows, row, cell, quoted, index) = ([[String]](), [String](), "", false, 0)
    while index < scalars.count {
      let scalar = scalars[index]
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      switch (scalar, quoted) {
      case ("\"", true) where next == "\"":
        cell.unicodeScalars.append("\"")
        index += 1
      case ("\"", _): quoted.toggle()
      case (",", false):
        row.append(cell)
        cell = ""
      case ("\r", false):
        #expect(next == "\n")
        rows.append(row + [cell])
        (row, cell) = ([], "")
        index += 1
      case ("\n", false): Issue.record("a bare line feed")
      default: cell.unicodeScalars.append(scalar)
      }
      index += 1
    }
    #expect(!quoted && row.isEmpty && cell.isEmpty)
    return rows
  }

  private func table(_ name: String, _ results: AnalysisResults) throws -> [[String: String]] {
    let file = try #require(Report.tables(results).first { $0.name == name + ".csv" })
    let rows = try read(file.bytes)
    let heads = try #require(rows.first)
    return rows.dropFirst().map { Dictionary(zip(heads, $0)) { first, _ in first } }
  }

  @Test("Every row is as long as the row of names", arguments: SampleResults.names)
  func shape(name: String) throws {
    let files = Report.tables(SampleResults.named(name))
    #expect(files.count == 22 && Set(files.map(\.name)).count == 22)
    for file in files {
      let rows = try read(file.bytes)
      let heads = try #require(rows.first)
      #expect(heads.first == "participant" && Set(heads).count == heads.count)
      #expect(heads.allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == "_" || $0.isNumber } })
      #expect(rows.allSatisfy { $0.count == heads.count }, "\(file.name)")
    }
  }

  @Test("Columns and tables are the same for every diary")
  func columns() throws {
    let heads = SampleResults.names.map { name in
      Report.tables(SampleResults.named(name)).map { file in
        file.name + String(decoding: file.bytes.prefix { $0 != 13 }, as: UTF8.self)
      }
    }
    #expect(Set(heads).count == 1)
  }

  @Test("Each number is one of results.json", arguments: ["rich", "null", "years"])
  func numbers(name: String) throws {
    let results = SampleResults.named(name)
    let json = String(decoding: try Report.resultsJSON(results), as: UTF8.self)
    let known = Set(json.matches(of: /-?[0-9]+(\.[0-9]+)?/).compactMap { Double($0.output.0) })
    let counters: Set = ["challenge", "challenges", "experiment"]
    var looked = 0
    for file in Report.tables(results) {
      let rows = try read(file.bytes)
      let heads = try #require(rows.first)
      for row in rows.dropFirst() {
        for (head, cell) in zip(heads, row) where !counters.contains(head) {
          guard let number = Double(cell), head != "value" || file.name != "settings.csv" else {
            continue
          }
          looked += 1
          #expect(known.contains(number), "\(file.name) \(head) \(cell)")
        }
      }
    }
    #expect(looked > 100)
  }

  @Test("The rows say what the results say")
  func content() throws {
    let results = SampleResults.make().rounded()
    let groups = try table("groups", results)
    #expect(groups.map { $0["group"] } == results.groups.map(\.group.rawValue))
    #expect(groups.map { $0["verdict"] } == results.groups.map(\.verdict.rawValue))
    let means = groups.map { Double($0["effect_mean"] ?? "") }
    #expect(means == results.groups.map { $0.effect?.mean })
    let exposures = try table("exposures", results)
    #expect(exposures.count == results.groups.reduce(0) { $0 + $1.exposures.count })
    let days = try table("days", results)
    #expect(days.map { Double($0["outcome"] ?? "") } == results.timeline.days.map(\.outcome))
    let symptoms = try table("symptoms", results)
    #expect(symptoms.count == results.timeline.days.reduce(0) { $0 + $1.symptoms.count })
    let challenges = try table("challenges", results)
    #expect(
      challenges.map { Double($0["effect"] ?? "") }
        == results.groups.flatMap(\.challenges).map(\.effect))
    #expect(try table("warnings", results).count == results.warnings.count)
  }

  @Test(
    "Text that a spreadsheet would run gets an apostrophe, and loses nothing",
    arguments: [
      "=1+1", "+1", "-1-1", "@SUM(A1)", "\tx", "'x", "\u{FF1D}1", "a, \"b\"\r\nc", "=a,b",
    ])
  func formulas(text: String) throws {
    var results = SampleResults.make()
    results.unknownFoods = [.init(name: text, count: 2)]
    results.participant = text
    let row = try #require(try table("unknown_foods", results).first)
    for cell in [row["food"], row["participant"]] {
      let cell = try #require(cell)
      #expect(cell.first.map { !"=+-@\t\u{FF1D}".contains($0) } == true)
      #expect((cell.hasPrefix("'") ? String(cell.dropFirst()) : cell) == text)
    }
    #expect(row["entries"] == "2")
  }

  @Test("Numbers keep their sign, and nothing of theirs is taken for a formula")
  func negative() throws {
    var results = SampleResults.make()
    results.groups[0].effect = .init(mean: -0.5, low: -1, high: 0.25)
    let row = try #require(try table("groups", results).first)
    #expect(row["effect_mean"] == "-0.5" && row["effect_low"] == "-1")
  }
}
