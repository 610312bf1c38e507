// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FoodKnowledge
import Statistics
import Testing

@testable import DiaryAnalysis

@Suite("The grade of the data")
struct DataQualityTests {
  private func quality(_ diary: DiaryBuilder) throws -> DataQuality {
    try #require(diary.results().dataQuality)
  }

  private func part(_ diary: DiaryBuilder, _ code: String) throws -> DataQuality.Part {
    let parts = try quality(diary).parts
    return try #require(parts.first { $0.code == code }, "\(parts.map(\.code))")
  }

  private func stretch(_ first: Int, _ last: Int) -> DataQuality.Stretch {
    .init(start: DiaryBuilder.date(first), end: DiaryBuilder.date(last))
  }

  /// Sixty days of rice and a symptom that varies, both but on some days.
  private func plain(
    _ days: Int = 60, without missing: Set<Int> = [],
    value: (Int) -> Double = { Double($0 * 7 % 5) }
  ) -> DiaryBuilder {
    var diary = DiaryBuilder()
    for day in 0..<days where !missing.contains(day) {
      diary.food(day, 12, "rice", groups: [])
      diary.symptom(day, 20 + Double(day * 13 % 40) / 60, "pain", value(day))
    }
    return diary
  }

  @Test("A diary kept well is graded A, group by group")
  func good() throws {
    let quality = try quality(DiaryBuilder.clean())
    #expect(quality.grade == .a)
    #expect(quality.groups.map(\.group.rawValue) == ["lactose", "egg"])
    // Lactose was tested three times, egg twice.
    #expect(quality.groups.map { $0.parts.last?.count } == [3, 2])
    #expect(quality.groups.map(\.grade) == [.a, .a])
  }

  @Test("Missing days are counted, and named as stretches")
  func missingDays() throws {
    let logged = try part(plain(without: [10, 11, 12, 30]), "logged-days")
    #expect((logged.count, logged.total) == (56, 60))
    #expect(logged.value == 56.0 / 60)
    #expect(logged.rating == .good)
    #expect(logged.stretches == [stretch(10, 12), stretch(30, 30)])
    #expect(try part(plain(without: Set(10..<18)), "logged-days").rating == .fair)
    #expect(try part(plain(without: Set(10..<30)), "logged-days").rating == .poor)
  }

  // 8 and 1 hits of 10 each: (C(10,8)·10 + C(10,9)) / C(20,9) = 460/167960. Fisher's tea: 17/70.
  @Test(
    "Fisher's exact test",
    arguments: [
      (8, 10, 1, 10, 460.0 / 167_960), (3, 4, 1, 4, 17.0 / 70), (0, 5, 0, 7, 1),
      (5, 5, 0, 5, 1.0 / 252), (0, 0, 3, 4, 1),
    ] as [(Int, Int, Int, Int, Double)])
  func fisher(a: Int, n: Int, b: Int, m: Int, expected: Double) throws {
    let p = try #require(fisherExactPValue(hits: a, of: n, otherHits: b, of: m))
    #expect(abs(p - expected) < 1e-12)
  }

  @Test("Fisher's exact test is the share of all ways to choose the hits")
  func fisherByCounting() throws {
    for (n, m) in [(3, 4), (5, 2), (4, 4)] {
      for hits in 0...(n + m) {
        let subsets = (0..<(1 << (n + m))).filter { $0.nonzeroBitCount == hits }
        for a in max(0, hits - m)...min(n, hits) {
          let extreme = subsets.count { ($0 & ((1 << n) - 1)).nonzeroBitCount >= a }
          let p = try #require(fisherExactPValue(hits: a, of: n, otherHits: hits - a, of: m))
          #expect(abs(p - Double(extreme) / Double(subsets.count)) < 1e-12)
        }
      }
    }
    #expect(fisherExactPValue(hits: 3, of: 2, otherHits: 0, of: 1) == nil)
    #expect(fisherExactPValue(hits: -1, of: 2, otherHits: 0, of: 1) == nil)
  }

  @Test("Days that are missing after bad days are no chance; others may be")
  func missingAfterBadDays() throws {
    // Bad days every tenth day, the next one missing in five of six cases.
    let bad = Set(stride(from: 4, to: 60, by: 10))
    let value = { (day: Int) in bad.contains(day) ? 8.0 : 1 + Double(day % 2) / 10 }
    let after = try part(
      plain(without: [5, 15, 25, 35, 45], value: value), "missing-after-bad-days")
    #expect(after.rating == .poor)
    #expect(after.count == 5)
    #expect(after.stretches.first == stretch(5, 5))
    let elsewhere = try part(
      plain(without: [8, 18, 28, 38, 48], value: value), "missing-after-bad-days")
    #expect(elsewhere.rating == .good)
  }

  @Test("Days that are missing during tests are no chance")
  func missingOnTests() throws {
    var diary = DiaryBuilder()
    for day in 0..<60 {
      diary.food(day, 12, "rice", groups: [])
      if (30...32).contains(day) || (45...47).contains(day) {
        diary.food(day, 8, "egg", groups: ["egg"])
      } else {
        diary.symptom(day, nil, "pain", Double(day * 7 % 5))
      }
    }
    let missing = try part(diary, "missing-on-challenge-days")
    #expect(missing.rating == .poor)
    // Two tests of three days with a tail of three.
    #expect((missing.count, missing.total) == (6, 12))
    #expect(try part(diary, "challenge-days").value == 0.5)
    #expect(try quality(diary).groups.first { $0.group.rawValue == "egg" }?.grade ?? .a > .b)
  }

  @Test("A block of the very same days stands out, unless all days are alike")
  func identicalDays() throws {
    let block = plain { (20...27).contains($0) ? 3 : Double($0 * 7 % 5) }
    let found = try part(block, "identical-days")
    #expect(found.stretches.count == 1)
    #expect(found.count >= 8)
    #expect(found.rating == .poor)
    #expect(try part(plain(), "identical-days").count == 0)
    #expect(try part(plain { _ in 3 }, "identical-days").count == 0)
    // No symptoms for two weeks is good news, and no mark of anything.
    let calm = plain { (20...33).contains($0) ? 0 : Double($0 * 7 % 5) }
    #expect(try part(calm, "identical-days").count == 0)
  }

  @Test("The same clock time day after day stands out where others vary")
  func identicalTimes() throws {
    var diary = DiaryBuilder()
    for day in 0..<60 {
      let hour = (20...29).contains(day) ? 22 : 18 + Double(day * 17 % 100) / 60
      diary.symptom(day, hour, "pain", Double(day * 7 % 5))
    }
    let found = try part(diary, "identical-times")
    #expect(found.stretches == [stretch(20, 29)])
    var reminder = DiaryBuilder()
    for day in 0..<60 { reminder.symptom(day, 21, "pain", Double(day * 7 % 5)) }
    #expect(try part(reminder, "identical-times").count == 0)
  }

  @Test("Rows added long after their days are named; a file in another order is not")
  func lateEntries() throws {
    var diary = plain()
    for day in 20..<25 { diary.symptom(day, 8, "pain", 2) }
    let late = try part(diary, "late-entries")
    #expect(late.count == 5)
    #expect(late.stretches == [stretch(20, 24)])
    let last = diary.entries.count + 1
    #expect(late.entries == (last - 4...last).map { "diary.csv:\($0)" })
    var shuffled = DiaryBuilder()
    for day in 0..<60 { shuffled.symptom(day * 37 % 60, 8, "pain", Double(day % 4)) }
    #expect(try !quality(shuffled).parts.contains { $0.code == "late-entries" })
  }

  @Test("A change of scale is fair where it is named, and poor where it is not")
  func scales() throws {
    var named = DiaryBuilder()
    var silent = DiaryBuilder()
    for day in 0..<40 {
      let value = Double(day * 7 % 5) + 1
      named.symptom(
        day, nil, "pain", day < 20 ? value : value * 10, scale: day < 20 ? "0-10" : "0-100")
      silent.symptom(day, nil, "pain", day < 20 ? value : value * 15, scale: nil)
    }
    let told = try part(named, "scale-changes")
    #expect(told.rating == .fair)
    #expect(told.stretches == [stretch(20, 20)])
    let hidden = try part(silent, "scale-changes")
    #expect(hidden.rating == .poor)
    #expect(hidden.stretches == [stretch(20, 20)])
    #expect(try part(plain(), "scale-changes").rating == .good)
  }

  @Test("Stretches of foods alone and symptoms alone")
  func oneKind() throws {
    var diary = DiaryBuilder()
    for day in 0..<40 {
      if !(10...12).contains(day) { diary.food(day, 12, "rice", groups: []) }
      if !(20..<26).contains(day), day != 30 {
        diary.symptom(day, nil, "pain", Double(day * 7 % 5))
      }
    }
    #expect(try part(diary, "symptom-only-days").stretches == [stretch(10, 12)])
    let foods = try part(diary, "food-only-days")
    #expect(foods.stretches == [stretch(20, 25)])
    #expect(foods.rating == .fair)
  }

  private static let rules: [([(String, DataQuality.Rating)], Bool, DataQuality.Grade)] = [
    ([("a", .good), ("b", .fair), ("c", .fair)], true, .a),
    ([("a", .fair), ("b", .fair), ("c", .fair)], true, .b),
    ([("a", .poor)], true, .b),
    ([("symptom-days", .poor)], true, .c),
    ([("a", .poor), ("b", .poor)], true, .c),
    ([("symptom-days", .poor), ("challenge-days", .poor)], true, .d),
    ([("a", .poor), ("b", .poor), ("c", .poor)], true, .d),
    ([("a", .good)], false, .d),
  ]

  @Test("The grade follows from the parts", arguments: rules)
  func grade(
    parts: [(String, DataQuality.Rating)], hasEnough: Bool, expected: DataQuality.Grade
  ) {
    let list = parts.map {
      DataQuality.Part(code: $0.0, value: 0, count: 0, total: 0, rating: $0.1)
    }
    #expect(DataQuality.grade(list, hasEnoughValues: hasEnough) == expected)
  }
}
