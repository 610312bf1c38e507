// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import Foundation
import Testing

@testable import Reporting

@Suite("The script of a report")
struct ReportScriptTests {
  @Test(
    "The page allows the script that it holds, and nothing else", arguments: SampleResults.names)
  func allowed(name: String) throws {
    let page = try SampleResults.page(name)
    let script = try #require(page.all("script").first?.text)
    #expect(page.all("script").count == 1)
    #expect(script.trimmingCharacters(in: .newlines) == ReportScript.text.description)
    #expect(try #require(page.all("body").first).all("script").isEmpty)
    let policy = page.all("meta").compactMap { $0.attributes["content"] }
      .first { $0.hasPrefix("default-src 'none'") }
    #expect(policy?.contains("; script-src '\(ReportScript.hash)'") == true)
    #expect(policy?.contains("unsafe-eval") == false)
  }

  @Test("It makes no markup, and asks for nothing")
  func harmless() {
    let script = ReportScript.text.description
    for name in ["innerHTML", "outerHTML", "insertAdjacent", "eval", "Function(", "fetch", "http"] {
      #expect(!script.contains(name), "\(name)")
    }
  }

  @Test("Pictures of days say where each stands: their first day and as many as are drawn")
  func days() throws {
    for name in ["rich", "years"] {
      let page = try SampleResults.page(name)
      let days = SampleResults.named(name).timeline.days
      for kind in ["timeline", "calendar"] {
        let told = page.all("svg").filter { $0.hasClass(kind) }.map {
          ($0.attributes["data-days"] ?? "").split(separator: " ").compactMap { Double($0) }
        }
        #expect(!told.isEmpty && told.allSatisfy { $0.count == 4 })
        let first = try #require(told.first)
        if kind == "timeline" {
          #expect(first[2] == days.first.map { Double($0.date.dayNumber) })
          #expect(told.map { $0[3] }.reduce(0, +) == Double(days.count))
        } else {
          #expect(first[2] + first[3] == days.last.map { Double($0.date.dayNumber + 1) })
        }
      }
    }
  }

  @Test("A day of the timeline stands where the script looks for it")
  func places() throws {
    let results = SampleResults.named("rich")
    let page = try SampleResults.page("rich")
    let chart = try #require(page.all("svg").first { $0.hasClass("timeline") })
    let told = (chart.attributes["data-days"] ?? "").split(separator: " ").compactMap { Double($0) }
    let days = results.timeline.days
    let starts = days.indices.filter {
      days[$0].outcome == nil && ($0 == 0 || days[$0 - 1].outcome != nil)
    }
    let points = chart.places("missing").map(\.x)
    let expected = starts.map { told[0] + (Double(days[$0].date.dayNumber) - told[2]) * told[1] }
    #expect(!points.isEmpty)
    #expect(points.count == expected.count)
    #expect(zip(points, expected).allSatisfy { abs($0 - $1) < 0.2 })
  }
}
