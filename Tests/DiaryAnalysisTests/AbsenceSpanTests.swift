// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FoodKnowledge
import Testing

@testable import DiaryAnalysis

@Suite("Days outside what the files with symptoms cover")
struct AbsenceSpanTests {
  /// Foods on days 0–59 of the first file, attacks on every fourth day of 20–40 in another one, where
  /// `sleep` of day 19 stands as well.
  private func results(
    inputs: [(foods: Int, symptoms: Int)], _ absence: AnalysisOptions.Absence? = nil,
    everyDay: Bool = false
  ) throws -> AnalysisResults {
    let place = try #require(inputs.first)
    var builder = DiaryBuilder()
    for day in 0..<60 { builder.food(day, 12, "rice") }
    for day in stride(from: 20, through: 40, by: everyDay ? 1 : 4) {
      builder.symptom(day, everyDay ? nil : 15, "pain", Double(3 + day % 3))
    }
    builder.context(19, nil, "sleep", 7, unit: "h")
    var diary = builder.diary
    for index in diary.entries.indices {
      diary.entries[index].origin.input =
        diary.entries[index].kind == .food ? place.foods : place.symptoms
    }
    let input = try #require(diary.inputs.first)
    if place.foods != place.symptoms { diary.inputs.append(input) }
    var options = AnalysisOptions()
    options.absence = absence
    return DiaryAnalyzer(options: options, foods: FoodClassifier(), version: "t").analyze(diary)
  }

  private func rated(_ results: AnalysisResults) -> [Int] {
    results.timeline.days.indices.filter { results.timeline.days[$0].outcome != nil }
  }

  @Test("Before the first and after the last entry of a symptom app, a day is not free of symptoms")
  func twoFiles() throws {
    for (foods, symptoms) in [(0, 1), (1, 0)] {
      let found = try results(inputs: [(foods, symptoms)])
      #expect(found.outcome.absence == "zero")
      #expect(rated(found) == Array(19...40))
      let warning = found.warnings.first { $0.code == "absence-zero" }
      #expect(warning?.arguments?["unrated"] == .count(38))
      #expect(warning?.arguments?["days"] == .count(16))
      #expect(warning?.text.contains("38 days with other entries") == true)
    }
  }

  @Test("Of one file, and where zeros were asked for, all days count")
  func otherwise() throws {
    let one = try results(inputs: [(0, 0)])
    #expect(rated(one) == Array(0..<60))
    #expect(one.warnings.first { $0.code == "absence-zero" }?.arguments?["unrated"] == .count(0))
    #expect(rated(try results(inputs: [(0, 1)], .zero)) == Array(0..<60))
  }

  @Test("Days before and after do not make a log of attacks of a daily rating")
  func dailyRatings() throws {
    let found = try results(inputs: [(0, 1)], everyDay: true)
    #expect(found.outcome.absence == "missing")
    #expect(rated(found) == Array(20...40))
  }
}
