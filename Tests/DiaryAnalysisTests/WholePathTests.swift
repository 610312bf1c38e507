// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FoodKnowledge
import Testing

@testable import DiaryAnalysis

@Suite("A whole diary becomes results")
struct WholePathTests {
  @Test("Counts and dates are those of the diary")
  func frame() throws {
    let results = DiaryBuilder.clean().results()
    #expect(results.participant == "p1")
    #expect(results.period.start == DiaryBuilder.date(0))
    #expect(results.period.end == DiaryBuilder.date(83))
    #expect(results.period.days == 84)
    #expect(results.period.loggedDays == 84)
    #expect(results.groups.map(\.group.rawValue) == ["lactose", "egg"])
    #expect(results.timeline.days.count == 84)
    #expect(results.outcome.absence == "missing")
    let lactose = try #require(results.group("lactose"))
    #expect(lactose.exposedDays == 9)
    #expect(lactose.challenges.map(\.start) == [35, 53, 71].map(DiaryBuilder.date))
    #expect(lactose.challenges.allSatisfy { $0.source == "diary" })
  }

  @Test("The order of rows changes nothing")
  func rowOrder() {
    let builder = DiaryBuilder.clean()
    let analyzer = DiaryAnalyzer(options: .init(), foods: .init(), version: "test")
    let expected = analyzer.analyze(builder.diary)
    for seed in 1...3 {
      #expect(analyzer.analyze(builder.shuffled(UInt64(seed))) == expected)
    }
  }
}
