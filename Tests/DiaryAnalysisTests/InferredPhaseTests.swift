// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import DiaryAnalysis

@Suite("Eliminations that nobody wrote down")
struct InferredPhaseTests {
  /// A hundred days with rice and a value; each food daily but on its days without.
  private static func diary(
    _ foods: [(group: String, without: [ClosedRange<Int>])], days: Int = 100
  ) -> DiaryBuilder {
    var diary = DiaryBuilder()
    for day in 0..<days {
      diary.food(day, 12, "rice", groups: [])
      for food in foods where !food.without.contains(where: { $0.contains(day) }) {
        diary.food(day, 8, "food with " + food.group, portions: 1, groups: [food.group])
      }
      diary.symptom(day, 20, "pain", Double(day % 3))
    }
    return diary
  }

  private static func eliminations(_ results: AnalysisResults) -> [Timeline.Phase] {
    results.timeline.phases.filter { $0.name == "elimination" }
  }

  @Test("Groups with days of their own have phases of their own")
  func apart() {
    let results = Self.diary([("lactose", [20...39]), ("egg", [60...79])]).results()
    let phases = Self.eliminations(results)
    #expect(phases.map { $0.groups.map(\.rawValue) } == [["lactose"], ["egg"]])
    #expect(phases.map(\.start) == [20, 60].map(DiaryBuilder.date))
    #expect(phases.map(\.end) == [39, 79].map(DiaryBuilder.date))
  }

  @Test("Groups left out together are one phase, on the days on which all of them were")
  func together() {
    let results = Self.diary([
      ("lactose", [20...35]), ("egg", [22...50]), ("celery", [23...40]), ("fish", [24...60]),
      ("corn", [60...80]),
    ]).results()
    let phases = Self.eliminations(results)
    #expect(
      phases.map { $0.groups.map(\.rawValue) } == [
        ["lactose", "egg"], ["fish", "celery"], ["corn"],
      ])
    #expect(phases.map(\.start) == [22, 24, 60].map(DiaryBuilder.date))
    #expect(phases.map(\.end) == [35, 40, 80].map(DiaryBuilder.date))
  }

  @Test("No group stands in a phase on whose days it was eaten", arguments: 0..<20)
  func neverEaten(seed: Int) {
    var generator = SplitMix(state: UInt64(seed))
    var diary = DiaryBuilder()
    let groups = ["gluten", "lactose", "egg", "soy", "fish", "celery", "corn", "yeast"]
    for day in 0..<200 {
      for group in groups where Int.random(in: 0..<7, using: &generator) == 0 {
        diary.food(day, 12, "food with " + group, portions: 1, groups: [group])
      }
      diary.food(day, 18, "rice", groups: [])
      diary.symptom(day, 20, "pain", Double(day % 3))
    }
    let results = diary.results()
    let phases = Self.eliminations(results)
    #expect(!phases.isEmpty)
    for phase in phases {
      for group in phase.groups {
        let days = results.group(group.rawValue)?.exposures.map(\.date) ?? []
        #expect(!days.contains { phase.start <= $0 && $0 <= phase.end }, "\(group) \(phase.start)")
      }
    }
  }

  @Test("A stretch without gluten is no gluten-free diet where gluten is eaten again for weeks")
  func eatenAgain() {
    let results = Self.diary([("gluten", [20...35])]).results()
    #expect(Self.eliminations(results).first?.groups.map(\.rawValue) == ["gluten"])
    #expect(results.gate("coeliac-not-excluded") == nil)
  }

  @Test(
    "Gluten that came back for a few days only is left out, with the rows and days that show it")
  func leftOut() throws {
    let diary = Self.diary([("gluten", [20...59, 63...99])])
    let gate = try #require(diary.results().gate("coeliac-not-excluded"))
    let rows = diary.entries.indices.filter { diary.entries[$0].name == "food with gluten" }
    // The last meal of day 19, the first of day 60.
    #expect(gate.entries == [rows[19], rows[20]].map { "diary.csv:\($0 + 2)" })
    let (start, end) = (DiaryBuilder.date(20), DiaryBuilder.date(59))
    #expect(gate.evidence == "gluten left out from \(start) to \(end)")
    #expect(gate.facts?.first?.text("start") == "\(start)")
    #expect(gate.facts?.first?.text("end") == "\(end)")
  }

  @Test("One of many foods that is not eaten for months is no strict diet")
  func strict() {
    let rare = Self.diary([
      ("fish", [10...80]), ("egg", [1...20]), ("soy", [30...50]),
    ]).results()
    #expect(rare.gate("long-elimination") == nil)
    #expect(Self.diary([("fish", [10...80])]).results().gate("long-elimination") != nil)
  }
}
