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
    let odds = LiteraturePrior.logOdds(of: [one, other])
    #expect(odds[0] > odds[1])
  }

  @Test("Nothing is added for groups of which nothing is published")
  func unknown() {
    let prior = LiteraturePrior(of: GroupID(rawValue: "egg"))
    #expect(LiteraturePrior.logOdds(of: [GroupID(rawValue: "egg")]) == [0])
    #expect(prior.kernelWeights == ResponseKernel.all.map(\.weight))
  }

  @Test("Weights of response times sum to 1 and rule nothing out", arguments: GroupID.builtIn)
  func weights(group: GroupID) {
    let prior = LiteraturePrior(of: group)
    #expect(abs(prior.kernelWeights.reduce(0, +) - 1) < 1e-12)
    #expect(prior.kernelWeights.allSatisfy { $0 > 0.05 })
    #expect(LiteraturePrior.logOdds(of: [group]).allSatisfy { abs($0) < 1.2 })
  }

  @Test("In a diary mostly of published groups, all are triggers a little less often")
  func studied() {
    let published = ["fructan", "mannitol", "gos", "lactose", "gluten"].map {
      GroupID(rawValue: $0)
    }
    let egg = GroupID(rawValue: "egg")
    let among = LiteraturePrior.logOdds(of: published + [egg])
    // log(0.135/0.865) − log(0.25/0.75)
    #expect(abs((among.last ?? 0) + 0.7588424398253402) < 1e-12)
    let others = ["dairy", "soy", "corn", "yeast"].map { GroupID(rawValue: $0) }
    #expect(LiteraturePrior.logOdds(of: others + [egg]) == [0, 0, 0, 0, 0])
    #expect(
      LiteraturePrior.logOdds(of: Array(published.reversed()))
        == LiteraturePrior.logOdds(of: published).reversed())
  }

  @Test("The neutral prior treats a rarely provoking group like any other")
  func neutral() throws {
    var options = AnalysisOptions()
    let diary = DiaryBuilder.clean(rise: 0).diary
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
