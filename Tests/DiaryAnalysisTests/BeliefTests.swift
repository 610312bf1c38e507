// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import DiaryAnalysis

@Suite("What was believed stands beside what the diary shows")
struct BeliefTests {
  private func beliefs(_ suspects: String?, groups: [String]? = nil) throws -> [Belief] {
    var diary = DiaryBuilder.clean()
    diary.profile("suspects", suspects, groups: groups)
    return try #require(diary.results().beliefs)
  }

  @Test(
    "A suspicion by group, by word, and by food",
    arguments: [
      (nil, ["egg"], ["egg"]), ("egg, lactose", nil, ["lactose", "egg"]),
      ("Omelette", nil, ["egg"]), ("nothing really", nil, []),
    ] as [(String?, [String]?, [String])])
  func believed(text: String?, groups: [String]?, expected: [String]) throws {
    let believed = try beliefs(text, groups: groups).filter(\.believed)
    #expect(believed.map(\.group.rawValue).filter { ["lactose", "egg"].contains($0) } == expected)
    #expect(believed.allSatisfy { $0.entries.count == 1 })
  }

  @Test("A trigger that nobody suspected stands there, too; without suspicions there is no table")
  func unsuspected() throws {
    let found = try beliefs(nil, groups: ["egg"])
    #expect(found.map(\.group.rawValue) == ["lactose", "egg"])
    #expect(found.map(\.believed) == [false, true])
    #expect(found.first?.verdict == .likelyTrigger)
    #expect(DiaryBuilder.clean().results().beliefs == [])
  }

  @Test("A suspicion changes no number")
  func noWeight() throws {
    var diary = DiaryBuilder.clean()
    let before = diary.results()
    diary.profile("suspects", nil, groups: ["egg", "lactose"])
    #expect(diary.results().groups == before.groups)
  }
}
