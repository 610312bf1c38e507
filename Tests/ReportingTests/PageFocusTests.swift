// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import Reporting
import Testing

@Suite("What the page puts first")
struct PageFocusTests {
  private func page(_ results: AnalysisResults) throws -> PageReader.Element {
    try PageReader.read(Report.html(results, findings: []))
  }
  private func strip(_ page: PageReader.Element) throws -> [String] {
    let table = try #require(page.all("table").first { $0.hasClass("verdicts") })
    return try #require(table.all("tbody").first).children.compactMap { $0.all("a").first?.text }
  }

  @Test("A group merely eaten along the way is a row of the small table, not a section")
  func along() throws {
    let page = try page(SampleResults.make())
    #expect(try strip(page) == ["Lactose", "Gluten", "Fructans", "Sorbitol", "Egg"])
    #expect(page.all("article").count == 5)
    let row = try #require(page.first(id: "others")?.all("tbody").first?.children.first)
    #expect(row.children.map(\.text) == ["Caffeine", "tolerated so far", "8 in 100", "62", "–"])
    #expect(
      try #require(page.first(id: "clinic")).text.contains("Tolerated so far: egg and caffeine."))
  }

  @Test("A trigger that nobody tested on purpose is shown in full")
  func undeclaredTrigger() throws {
    var results = SampleResults.make()
    let caffeine = try #require(results.groups.firstIndex { $0.group.rawValue == "caffeine" })
    results.groups[caffeine].verdict = .possibleTrigger
    #expect(try strip(page(results)).contains("Caffeine"))
  }

  @Test("Without a protocol the groups with tests of their own fill the strip up to three")
  func undeclared() throws {
    var results = SampleResults.null()
    results.timeline.phases = []
    let egg = try #require(results.groups.first { $0.group.rawValue == "egg" })
    results.groups = ["soy", "egg", "fish", "corn", "yeast"].map { name in
      var result = egg
      result.group = GroupID(rawValue: name)
      for index in result.challenges.indices { result.challenges[index].source = "inferred" }
      return result
    }
    #expect(try strip(page(results)).count == 3)
    results.groups[4].challenges[0].source = "protocol"
    #expect(try strip(page(results)) == ["Yeast"])
  }

  @Test("Of many tests those meant as such and those of the highest doses are drawn")
  func drawn() throws {
    var results = SampleResults.null()
    results.groups = [results.groups[0]]
    results.groups[0].challenges = (0..<9).map { index in
      var challenge = SampleResults.challenge(
        20 + index * 5, doses: [Double(index + 1)], effect: 0.1)
      challenge.source = index == 0 ? "diary" : "inferred"
      return challenge
    }
    func titles() throws -> (drawn: [String], text: String) {
      let article = try #require(try page(results).all("article").first)
      let drawn = article.all("svg").filter { $0.hasClass("challenge") }
      return (drawn.compactMap { $0.all("title").first?.text }, article.text)
    }
    #expect(try titles().drawn == [1, 7, 8, 9].map { "Egg, test \($0)" })
    #expect(try titles().text.contains("5 other tests are listed without a picture."))
    results.groups[0].verdict = .possibleTrigger
    #expect(try titles().drawn == [1, 5, 6, 7, 8, 9].map { "Egg, test \($0)" })
    #expect(try titles().text.contains("3 other tests are listed without a picture."))
    // Days read as a test that cannot be compared show nothing; those meant as one do.
    for place in results.groups[0].challenges.indices where place != 3 {
      results.groups[0].challenges[place].effect = nil
    }
    #expect(try titles().drawn == ["Egg, test 1", "Egg, test 4"])
  }

  @Test("Other factors are two names at most")
  func factors() throws {
    var results = SampleResults.make()
    results.groups[1].challenges[0].confounders = ["menses", "sleep", "stress", "travel"]
    results.groups[1].challenges[1].confounders = ["stress"]
    let table = try #require(try page(results).all("table").first { $0.hasClass("verdicts") })
    let lactose = try #require(table.all("tr").first { $0.text.contains("Lactose") })
    #expect(lactose.text.contains("in 2 of 2 testsstress, period and 2 more"))
  }

  @Test("Sentences of the analysis name groups and factors, never their identifiers")
  func names() throws {
    var results = SampleResults.make()
    results.groups[1].reasons = [
      "It was nearly always eaten together with gos, tree_nut and dairy.",
      "Other factors at those times: menses and other-challenge.",
    ]
    results.warnings = [.init(code: "exposure-during-elimination", text: "dairy was eaten.")]
    let text = try #require(try page(results).all("main").first).text
    #expect(text.contains("together with bean sugars (GOS), tree nuts and milk protein."))
    #expect(text.contains("at those times: period and another test."))
    #expect(text.contains("Milk protein was eaten."))
    #expect(!text.contains("tree_nut") && !text.contains("other-challenge"))
  }

  @Test(
    "Doses for the patient are said in the measures of a kitchen, rather too small than too large",
    arguments: [
      (0.5, "portions", "about half a portion"), (0.1, "portions", "a taste of a portion"),
      (1, "portions", "about one portion"), (1.75, "portions", "about one and a half portions"),
      (0.4444, "portions", "about a quarter of a portion"),
      (2.4444, "portions", "about 2 portions"), (2.75, "portions", "about 2 and a half portions"),
      (3.44, "portions", "about 3 portions"), (3, "portions", "about 3 portions"),
      (0.096, "g caffeine", "about one cup of coffee"),
      (6, "g lactose", "about half a glass of milk"), (3.26, "g fructan", "about 3.2 g fructans"),
      (0.09, "g fructan", "about 0.09 g fructans"),
    ])
  func kitchen(dose: Double, unit: String, words: String) throws {
    var results = SampleResults.null()
    results.groups[0].dose = .init(unit: unit, highestTolerated: dose, lowestProvoking: nil)
    let keep = try #require(try page(results).first(id: "keep"))
    #expect(keep.text.contains("Fine so far, up to \(words) a day"))
    let value = keep.all("data").first { $0.hasClass("rough") }?.attributes["value"]
    #expect(value.flatMap(Double.init) == dose)
  }

  @Test(
    "A dose that symptoms followed is said by the nearest measure, never as the one below",
    arguments: [
      (
        1.47, "portions", "They rose from about one and a half portions.",
        "ab etwa anderthalb Portionen."
      ),
      (
        0.7, "portions", "from about three quarters of a portion.",
        "ab etwa drei Vierteln von einer Portion."
      ),
      (
        0.2, "portions", "from about a quarter of a portion.",
        "ab etwa einem Viertel von einer Portion."
      ),
      (0.9, "portions", "from about one portion.", "ab etwa einer Portion."),
      (2.8, "portions", "from about 3 portions.", "ab etwa 3 Portionen."),
      (
        17, "g lactose", "from about one and a half glasses of milk.",
        "ab etwa anderthalb Gläsern Milch."
      ),
      (0.28, "g fructan", "from about 0.3 g fructans.", "ab etwa 0,3 g Fruktane."),
    ])
  func provokingDose(dose: Double, unit: String, english: String, german: String) throws {
    var results = SampleResults.make()
    results.groups[1].dose = .init(unit: unit, highestTolerated: nil, lowestProvoking: dose)
    for (language, words) in [(ReportLanguage.english, english), (.german, german)] {
      let page = try PageReader.read(Report.html(results, findings: [], language: language))
      let saw = try #require(page.first(id: "saw"))
      #expect(saw.text.contains(words), "\(saw.text)")
    }
  }
}
