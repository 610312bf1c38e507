// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import Testing

@testable import Reporting

@Suite("Numbers and sentences that stand side by side agree")
struct PageAgreementTests {
  private func page(
    _ results: AnalysisResults, _ language: ReportLanguage = .english
  ) throws -> PageReader.Element {
    try PageReader.read(Report.html(results, findings: [], language: language))
  }

  private func part(_ id: String, _ results: AnalysisResults) throws -> PageReader.Element {
    try #require(try page(results).first(id: id))
  }

  private func results(_ change: (inout GroupResult) -> Void) -> AnalysisResults {
    var results = SampleResults.make()
    for place in results.groups.indices where results.groups[place].group.rawValue == "lactose" {
      change(&results.groups[place])
    }
    return results
  }

  private func values(_ element: PageReader.Element) -> [String] {
    element.all("data").compactMap { $0.attributes["value"] }
  }

  @Test("Groups that cannot be told apart show the chance of both; their own only in the numbers")
  func joint() throws {
    var results = SampleResults.make()
    results.separations[0].probability = 0.927_31
    let all = try page(results)
    let strip = try #require(all.first(id: "verdicts"))
    let saw = try #require(all.first(id: "saw"))
    #expect(strip.text.contains("At least one of gluten and fructans: 93 in 100"))
    #expect(values(strip).filter { $0 == "0.9273" }.count == 1, "once for both")
    let rows = strip.all("tr").filter { $0.text.contains("luten") || $0.text.contains("ructans") }
    #expect(rows.count == 1, "neither has a line of its own")
    let sentences = saw.all("li").filter { $0.text.contains("luten") }
    #expect(sentences.count == 1)
    #expect(
      sentences.first?.text.contains("Gluten or fructans: possible trigger. Your symptoms rose")
        == true)
    #expect(sentences.first?.text.contains("Which of them it is, this diary cannot tell.") == true)
    #expect(!values(strip).contains("0.412") && !values(saw).contains("0.412"))
    #expect(
      saw.text.contains(
        "For 93 of them, at least one of these would be a trigger: gluten and fructans"))
    let groups = try #require(all.first(id: "groups"))
    #expect(
      groups.text.contains(
        "Chance of a rise by itself41 in 100. A guess, as it was eaten together with fructans"))
    results.separations[0].probability = nil
    let plain = try page(results)
    #expect(values(try #require(plain.first(id: "saw"))).contains("0.412"))
    #expect(!plain.text.contains("At least one of") && !plain.text.contains("by itself41"))
  }

  @Test(
    "A difference that moves against the chance is explained",
    arguments: [
      (0.71, 0.99, "Without those days the difference is smaller, yet the chance is higher"),
      (1.9, 0.61, "Without those days the difference is larger, yet the chance is lower"),
      (0.71, 0.61, nil), (1.9, 0.99, nil), (1.32, 0.99, nil), (0.71, 0.9633, nil),
    ] as [(Double, Double, String?)])
  func movesAgainst(effect: Double, probability: Double, sentence: String?) throws {
    let changed = results { group in
      group.verdictWithoutConfounded?.effectWithout = effect
      group.verdictWithoutConfounded?.probabilityWithout = probability
    }
    let text = try part("groups", changed).text
    #expect(text.contains("yet the chance is") == (sentence != nil))
    if let sentence { #expect(text.contains(sentence)) }
  }

  @Test(
    "Differences are compared as the table writes them: just below a point with more decimals",
    arguments: [
      // Written 0.96 and 1.0, while both are 1.0 to a tenth.
      (1.04, 0.96, 0.99, "the difference is smaller, yet the chance is higher"),
      (0.96, 1.04, 0.61, "the difference is larger, yet the chance is lower"),
      // Both written 1.2.
      (1.24, 1.16, 0.99, nil),
    ] as [(Double, Double, Double, String?)])
  func comparedAsWritten(
    with: Double, without: Double, probability: Double, sentence: String?
  ) throws {
    let changed = results { group in
      group.verdictWithoutConfounded?.effect = with
      group.verdictWithoutConfounded?.effectWithout = without
      group.verdictWithoutConfounded?.probabilityWithout = probability
    }
    let groups = try part("groups", changed)
    let text = groups.text
    #expect(text.contains("yet the chance is") == (sentence != nil))
    if let sentence { #expect(text.contains(sentence)) }
    let shown = groups.all("data").filter { $0.attributes["value"] == "0.96" }
    #expect(shown.allSatisfy { $0.text == "0.96" } && shown.isEmpty == (sentence == nil))
  }

  @Test("What is just below a point does not read as a point", arguments: [0.95, 0.97, 0.9996])
  func belowOnePoint(mean: Double) throws {
    let changed = results { group in
      let code = Statement(
        "tests-followed",
        [
          "followed": .number(0), "tests": .number(2), "points": .number(1), "mean": .number(mean),
        ])
      group.reasons = ["None of two tests were followed."]
      group.reasonCodes = [code]
      for place in group.challenges.indices { group.challenges[place].effect = mean }
    }
    for language in ReportLanguage.allCases {
      let groups = try #require(try page(changed, language).first(id: "groups"))
      let own = try #require(groups.first(id: "group-2"))
      let said = own.all("data").filter { $0.attributes["value"] == "\(mean)" }
      #expect(said.count >= 2)
      for element in said { #expect(!element.text.hasPrefix("1"), "\(element.text)") }
      let reasons = try #require(own.all("ul").first { $0.hasClass("reasons") }).text
      #expect(!reasons.contains("1.0") && !reasons.contains("1,0"), "\(reasons)")
    }
  }

  @Test("A link of the strip has a twin that stays in the dietitian's view")
  func stripLinks() throws {
    let all = try page(SampleResults.make())
    let strip = try #require(all.first(id: "verdicts"))
    let links = strip.all("a").compactMap { link in
      link.attributes["href"].map { (link.attributes["class"] ?? "", $0) }
    }
    #expect(links.count == strip.all("tbody")[0].all("tr").count * 2)
    for pair in stride(from: 0, to: links.count, by: 2) {
      #expect(links[pair].0 == "whole" && links[pair + 1].0 == "clinic")
      #expect(links[pair].1 + "-title" == links[pair + 1].1)
      #expect(all.first(id: String(links[pair + 1].1.dropFirst()))?.name == "h3")
    }
  }

  @Test("The numbers of tests that are folded are folded with them")
  func tablesFoldWithTests() throws {
    let groups = try #require(try page(SampleResults.make()).first(id: "groups"))
    for article in groups.all("article") {
      let tables = article.children.filter { child in
        child.name == "details" && child.text.contains("Tests and comparison days")
      }
      let isTrigger = article.hasClass("likely-trigger") || article.hasClass("possible-trigger")
      #expect(tables.isEmpty || isTrigger, "\(article.attributes)")
    }
    #expect(groups.text.contains("Tests and comparison days"))
  }

  @Test("Each cell of the next experiments names its column, for phones")
  func experimentCells() throws {
    for language in ReportLanguage.allCases {
      let section = try #require(
        try page(SampleResults.experiments(), language).first(id: "experiments"))
      let heads = section.all("thead")[0].all("th").map(\.text)
      for row in section.all("tbody")[0].all("tr") {
        #expect(row.all("td").map { $0.attributes["data-label"] } == heads.dropFirst().map { $0 })
      }
    }
  }

  @Test("No line of a dose chart runs through the words of the other")
  func doseBounds() throws {
    let doses = [0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4, 5.5, 6, 60]
    for most in [6.0, 60] {
      for kept in doses where kept <= most {
        for rise in doses where rise <= most {
          for language in ReportLanguage.allCases {
            let chart = try #require(
              DoseChart(
                id: "a", title: "a", description: "a",
                responses: [0.5, most].map {
                  .init(
                    date: SampleResults.day(0), dose: $0, worst: 3,
                    worstDate: SampleResults.day(0), isAbove: false)
                }, dose: .init(unit: "g", highestTolerated: kept, lowestProvoking: rise),
                words: language.catalogue()))
            let bounds = chart.bounds
            let upper = try #require(bounds.first { $0.isUpper })
            let lower = try #require(bounds.first { !$0.isUpper })
            #expect(bounds.count == 2 && Set(bounds.map(\.name)).count == 2)
            #expect(kept == rise || !lower.room.contains(upper.x), "\(kept) \(rise) \(most)")
            for bound in bounds {
              #expect(bound.room.lowerBound >= 0 && bound.room.upperBound <= 360)
            }
          }
        }
      }
    }
  }

  @Test("A dose that symptoms followed is none that was fine, whatever the usual range is")
  func doseWithinRange() throws {
    func changed(followed: Double) -> AnalysisResults {
      results { group in
        group.dose = .init(unit: "portions", highestTolerated: 2, lowestProvoking: nil)
        group.reasonCodes = [
          Statement(
            "tests-followed",
            [
              "followed": .number(followed), "tests": .number(2), "points": .number(1),
              "mean": .number(2),
            ])
        ]
        group.nextStep = "Stay at or below 2 portions a day for now."
        group.nextStepCode = Statement(
          "stay-at-dose", ["dose": .number(2), "unit": .text("portions")])
      }
    }
    for (followed, isFine) in [(2.0, false), (0, true)] {
      let all = try page(changed(followed: followed))
      let own = try #require(all.first(id: "group-2")).text
      #expect(own.contains("No rise up to 2 portions") == isFine)
      #expect(own.contains("Stay at or below") == isFine)
      #expect(try #require(all.first(id: "next")).text.contains("Stay at or below") == isFine)
    }
  }

  @Test("What the person wondered about stands first of what was tried")
  func asked() throws {
    let saw = try #require(try page(SampleResults.make()).first(id: "saw")).text
    let asked = try #require(saw.firstRange(of: "You wondered about: gluten."))
    #expect(asked.lowerBound < (try #require(saw.firstRange(of: "Lactose"))).lowerBound)
  }

  @Test("Where all that could come next is held back, the reader is told so")
  func heldBack() throws {
    var results = SampleResults.make()
    results.experiments.proposals = []
    for place in results.groups.indices { results.groups[place].nextStep = "none" }
    #expect(try part("next", results).text.contains("held back"))
    results.safety = []
    #expect(!(try part("next", results).text).contains("held back"))
  }

  @Test(
    "No row of the timeline is left with a few days", arguments: [29, 60, 104, 137, 190, 200, 733])
  func rows(count: Int) throws {
    let timeline = try part("timeline", SampleResults.make(days: count))
    let rows = timeline.all("svg").filter {
      $0.attributes["id"]?.hasPrefix("timeline-") ?? false
    }
    #expect(rows.count == [29: 1, 60: 1, 104: 1, 137: 2, 190: 2, 200: 2, 733: 4][count])
  }
}
