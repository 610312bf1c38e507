// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FoodKnowledge
import Testing

@testable import DiaryAnalysis

@Suite("What is published of foods")
struct LiteraturePriorTests {
  @Test(
    "Rates follow the order of blinded challenges",
    arguments: [
      ("fructan", "mannitol"), ("mannitol", "egg"), ("egg", "gluten"), ("gos", "sorbitol"),
    ])
  func order(more: String, less: String) {
    let (one, other) = (GroupID(rawValue: more), GroupID(rawValue: less))
    #expect(LiteraturePrior(of: one).logOdds > LiteraturePrior(of: other).logOdds)
  }

  @Test("Nothing is added for groups of which nothing is published")
  func unknown() {
    let prior = LiteraturePrior(of: GroupID(rawValue: "egg"))
    #expect(prior.logOdds == 0)
    #expect(prior.kernelWeights == ResponseKernel.all.map(\.weight))
  }

  @Test("Weights of response times sum to 1 and rule nothing out", arguments: GroupID.builtIn)
  func weights(group: GroupID) {
    let prior = LiteraturePrior(of: group)
    #expect(abs(prior.kernelWeights.reduce(0, +) - 1) < 1e-12)
    #expect(prior.kernelWeights.allSatisfy { $0 > 0.05 })
    #expect(abs(prior.logOdds) < 1)
  }

  @Test("The neutral prior treats a rarely provoking group like any other")
  func neutral() throws {
    var options = AnalysisOptions()
    let diary = DiaryBuilder.clean().diary
    let literature = AnalysisRun(diary: diary, options: options, foods: FoodClassifier())
    options.prior = .neutral
    let neutral = AnalysisRun(diary: diary, options: options, foods: FoodClassifier())
    let place = try #require(
      literature.exposures.groups.firstIndex { $0.group.rawValue == "lactose" })
    let one = try #require(literature.overallRun()?.groups[place].inclusion)
    let other = try #require(neutral.overallRun()?.groups[place].inclusion)
    #expect(one != other)
  }
}
