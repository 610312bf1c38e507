// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import DiaryAnalysis

@Suite("Gluten that was only possibly eaten, and what comes before it is left out")
struct PossibleGlutenTests {
  private static let first = "If you have not been tested for coeliac disease: have that test first"

  private static func daily(_ food: String, groups: [String]?) -> AnalysisResults {
    var diary = DiaryBuilder()
    for day in 0..<60 {
      diary.food(day, 9, food, portions: 1, groups: groups)
      diary.symptom(day, 20, "pain", Double((day * 7) % 4))
    }
    return diary.results()
  }

  @Test("A food that only possibly holds it, eaten every day, is not eaten always")
  func possible() throws {
    let results = Self.daily("oat-free rice porridge", groups: nil)
    let gluten = try #require(results.group("gluten"))
    #expect(gluten.exposedDays == 0 && !gluten.exposures.isEmpty)
    #expect(gluten.verdict == .notClear)
    #expect(gluten.reasonCodes?.contains { $0.code == "eaten-always" } == false)
    #expect(!results.experiments.proposals.contains { $0.reason == "eaten-daily" })
  }

  @Test("What is surely eaten every day is, and a coeliac test comes before gluten is left out")
  func sure() throws {
    let results = Self.daily("wheat bread", groups: ["gluten"])
    let gluten = try #require(results.group("gluten"))
    #expect(gluten.reasonCodes?.map(\.code) == ["eaten-always"])
    #expect(results.experiments.proposals.contains { $0.reason == "eaten-daily" })
    #expect(gluten.nextStep.hasPrefix(Self.first) && gluten.nextStep.contains("two weeks"))
    #expect(gluten.nextStepCode?.text("first") == "coeliac-test")
    let egg = try #require(Self.daily("eggs", groups: ["egg"]).group("egg"))
    #expect(egg.nextStepCode?.code == "leave-out-then-bring-back")
    #expect(!egg.nextStep.contains("coeliac"))
  }
}
