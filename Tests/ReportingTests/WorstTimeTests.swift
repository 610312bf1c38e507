// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import Testing

@testable import Reporting

@Suite("The worst time after eating is one that fits")
struct WorstTimeTests {
  @Test(
    "Two response times with hardly any between are both told, and nothing between them",
    arguments: [
      ([0.45, 0.05, 0.45, 0.05], 0, 2), ([0.3, 0.1, 0.15, 0.45], 0, 3),
      ([0.02, 0.46, 0.04, 0.48], 1, 3),
    ])
  func two(_ shares: [Double], first: Int, second: Int) throws {
    let found = try #require(GroupResult.separatePeaks(shares))
    #expect(found == (first, second))
  }

  @Test(
    "One peak, a flat answer and a faint second peak are one time",
    arguments: [
      [0.11, 0.66, 0.18, 0.05], [0.25, 0.25, 0.25, 0.25], [0.7, 0.05, 0.15, 0.1],
      [0.3, 0.2, 0.3, 0.2], [], [1],
    ])
  func one(_ shares: [Double]) {
    #expect(GroupResult.separatePeaks(shares) == nil)
  }

  @Test(
    "The page tells both times and marks both",
    arguments: [
      (ReportLanguage.english, "4 or 26 hours after eating (2 to 40)"),
      (.german, "4 oder 26 Stunden nach dem Essen (2 bis 40)"),
    ])
  func page(language: ReportLanguage, words: String) throws {
    var results = SampleResults.make()
    results.groups[1].peakHours = .init(median: 19, low: 2, high: 40)
    for (place, share) in [0.45, 0.05, 0.45, 0.05].enumerated() {
      results.groups[1].timing[place].probability = share
    }
    let page = try PageReader.read(Report.html(results, findings: [], language: language))
    let group = try #require(page.first(id: "group-2"))
    #expect(group.text.contains(words))
    let picture = try #require(group.all("svg").first { $0.hasClass("lag") })
    for element in group.all("dl") + [picture] { #expect(!element.text.contains("19")) }
    let marks = picture.places("worst").map { $0.x }
    #expect(marks.count == 2)
    for (mark, hours) in zip(marks, [4.0, 26]) {
      #expect(abs(mark - (26 + hours / 96 * 324)) < 0.06)
    }
  }
}
