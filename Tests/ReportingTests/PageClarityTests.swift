// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import Foundation
import Reporting
import TestSupport
import Testing

@Suite("What readers stumbled over")
struct PageClarityTests {
  private func text(
    _ id: String, of results: AnalysisResults, language: ReportLanguage = .english
  ) throws -> String {
    let page = try PageReader.read(Report.html(results, findings: [], language: language))
    return try #require(page.first(id: id)).text
  }

  @Test("Where only days are known, the worst time is a day, and no hours are named or drawn")
  func worstDay() throws {
    var results = SampleResults.make()
    for place in results.groups.indices where !results.groups[place].timing.isEmpty {
      results.groups[place].peakHours = nil
      results.groups[place].peakDays = .init(
        median: 1, low: 0, high: 2, probabilities: [0.21, 0.68, 0.11])
    }
    let page = try PageReader.read(Report.html(results, findings: []))
    #expect(page.all("figure").filter { $0.text.contains("hours after one portion") }.isEmpty)
    #expect(!page.text.contains("hours after eating"))
    #expect(page.text.contains("the next day (the same day to 2 days after eating)"))
    let table = try #require(
      page.all("table").first { $0.text.contains("how well each response time fits") })
    let rows = try #require(table.all("tbody").first).children.map(\.text)
    #expect(rows.count == 3)
    #expect(rows[1].contains("the next day") && rows[1].contains("68"))
    let german = try PageReader.read(Report.html(results, findings: [], language: .german))
    #expect(german.text.contains("am nächsten Tag (am selben Tag bis 2 Tage nach dem Essen)"))
    #expect(!german.text.contains("Stunden nach dem Essen"))
  }

  /// A diary that tolerates gluten, `declared` or eaten along the way, and in which gates fired.
  private func tolerated(_ gates: [String], declared: Bool = true) -> AnalysisResults {
    var results = SampleResults.make()
    let gluten = GroupID(rawValue: "gluten")
    for place in results.groups.indices where results.groups[place].group == gluten {
      results.groups[place].verdict = .tolerated
      results.groups[place].exposures += SampleResults.exposures([(70, [1])], food: "bread")
      if !declared { results.timeline.phases.removeAll { $0.groups.contains(gluten) } }
    }
    results.safety = gates.map {
      .init(
        gate: $0, withholdsRetest: true, groups: [gluten], entries: ["a.csv:1"],
        evidence: "gluten-free")
    }
    return results
  }

  @Test(
    "Gluten to keep beside the coeliac note says until when, and why", arguments: [true, false])
  func gluten(declared: Bool) throws {
    let coeliac = tolerated(["coeliac-not-excluded"], declared: declared)
    let safety = try text("safety", of: coeliac)
    #expect(safety.contains("Keep eating gluten until your tests for coeliac disease are done."))
    #expect(safety.contains("they can miss the disease"))
    let keep = try text("keep", of: coeliac)
    #expect(!keep.lowercased().contains("gluten"), "not among the foods to keep")
    #expect(!keep.contains("before you eat more") && !keep.contains("need care first"))
    #expect(
      try text("safety", of: coeliac, language: .german).contains("Essen Sie Gluten weiter, bis"))
    #expect(!(try text("keep", of: coeliac, language: .german)).contains("Gluten"))
  }

  @Test("Where another note forbids gluten, nothing says to keep eating it")
  func glutenForbidden() throws {
    for gates in [["known-allergy"], ["coeliac-not-excluded", "known-allergy"]] {
      let page = try PageReader.read(Report.html(tolerated(gates), findings: []))
      #expect(!page.text.contains("Keep eating gluten"))
      let keep = try text("keep", of: tolerated(gates))
      let asked = "Ask your doctor about these first (see “Read this first”): gluten."
      #expect(keep.contains(asked))
      #expect(!keep.contains("Gluten"), "among the foods to keep")
    }
    #expect(!(try text("keep", of: tolerated([]))).contains("Keep eating gluten"))
  }

  @Test("A group's different rises are explained, each by its number")
  func rises() throws {
    var results = SampleResults.make()
    let sorbitol = try #require(results.groups.firstIndex { $0.group.rawValue == "sorbitol" })
    results.groups[sorbitol].verdictWithoutConfounded = nil
    let page = try PageReader.read(Report.html(results, findings: []))
    func why(_ name: String) throws -> PageReader.Element? {
      let article = try #require(
        page.all("article").first { $0.all("h3").first?.text.contains(name) == true })
      let place = article.children.firstIndex {
        $0.all("h4").first?.text == "Why these numbers differ" && $0.name == "details"
      }
      return place.map { article.children[$0 + 1] }
    }
    let gluten = try #require(try why("Gluten"))
    // The mean rise, the rise if any, the mean of the tests, and that without days with other factors.
    let values = gluten.all("data").compactMap { Double($0.attributes["value"] ?? "") }
    #expect(values == [0.8, 1.7, 1.3, 0.7123])
    #expect(gluten.all("li").first?.text.hasPrefix("0.8 points higher: all foods") == true)
    #expect(try why("Egg")?.all("li").count == 2)
    #expect(try why("Sorbitol") == nil)
  }

  @Test(
    "Only of a rise that the patient's part says is it told that it stands there in halves",
    arguments: [
      ("gluten", 1.7, true), ("gluten", 0.25, true), ("gluten", 0.24, false), ("egg", 0.7, false),
    ])
  func halves(name: String, rise: Double, isSaid: Bool) throws {
    var results = SampleResults.make()
    let place = try #require(results.groups.firstIndex { $0.group.rawValue == name })
    results.groups[place].effectIfAny = .init(mean: rise, low: 0.1, high: 1.9)
    let page = try PageReader.read(Report.html(results, findings: []))
    let article = try #require(page.first(id: "group-\(place + 1)"))
    #expect(article.text.contains("says it in halves of a point") == isSaid)
    let patient = try #require(page.first(id: "patient"))
    let said = patient.all("data").filter { $0.hasClass("rough") }.map { $0.attributes["value"] }
    #expect(said.contains("\(rise)") == isSaid)
  }

  @Test("In forced colours no two phases of the legend have the same border")
  func forcedColours() throws {
    let style = try String(
      contentsOfFile: Fixtures.root + "/Sources/Reporting/Style/report.css", encoding: .utf8)
    let forced = try #require(style.components(separatedBy: "@media (forced-colors: active)").last)
    let rules = forced.components(separatedBy: "@media")[0].split(separator: "\n")
    let borders = ["elimination", "challenge", "washout"].map { phase in
      rules.filter { $0.contains(".phase.\(phase)") && !$0.contains("fill:") }
        .compactMap { $0.split(separator: "{").last.map(String.init) }.joined()
    }
    #expect(Set(borders).count == 3)
  }

  @Test("Many tolerated groups of a participant are a number that unfolds their names")
  func manyTolerated() throws {
    func cells(_ count: Int, _ language: ReportLanguage) throws -> [PageReader.Element] {
      var entry = BatchIndexEntry(SampleResults.make(), report: "reports/p001.html")
      entry.tolerated = ["dairy", "soy", "egg", "fish", "corn", "yeast"].prefix(count)
        .map(GroupID.init(rawValue:))
      let page = try PageReader.read(
        Report.indexHTML([entry], failures: 0, language: language))
      return try #require(page.all("tbody").first).all("td")
    }
    let few = try cells(5, .english)[3]
    #expect(few.text == "Milk protein, Soy, Egg, Fish, Corn" && few.children.isEmpty)
    let many = try cells(6, .english)[3]
    #expect(many.children.map(\.name) == ["details", "div"])
    #expect(many.children.map(\.text) == ["6 food groups", few.text + ", Yeast"])
    #expect(try cells(6, .german)[3].children[0].text == "6 Lebensmittelgruppen")
  }

  @Test("Tests that could not be compared are not counted with those that could")
  func comparedTests() throws {
    var results = SampleResults.make()
    let place = try #require(results.groups.firstIndex { $0.group.rawValue == "lactose" })
    results.groups[place].challenges[0].effect = nil
    results.groups[place].reasonCodes = [
      Statement("tests-followed", ["followed": 1, "tests": 1, "mean": .number(2.1), "points": 1]),
      Statement("tests-followed", ["followed": 0, "tests": 2, "mean": .number(-0.4), "points": 1]),
      Statement("tests-followed", ["followed": 1, "tests": 2, "mean": .number(0.04), "points": 1]),
    ]
    results.groups[place].reasons = ["Only one.", "None of two tests.", "One of two tests."]
    let english = try text("groups", of: results)
    #expect(
      english.contains(
        "The only test that could be compared was followed by symptoms at least 1 point higher; on "
          + "average 2.1 points higher than on the comparison days."))
    #expect(
      english.contains(
        "None of the two tests that could be compared were followed by symptoms at least 1 point "
          + "higher; on average 0.4 points lower"))
    #expect(english.contains("on average they were as high as on the comparison days."))
    #expect(try text("verdicts", of: results).contains("2 tests, 1 compared"))
    #expect(!(try text("verdicts", of: SampleResults.make())).contains("compared"))
    let german = try text("groups", of: results, language: .german)
    #expect(german.contains("Auf den einzigen vergleichbaren Test folgten Beschwerden"))
    #expect(try text("verdicts", of: results, language: .german).contains("2 Tests, 1 verglichen"))
  }

  @Test(
    "Days in the program's sentences are written as people do, those of the diary as they stand")
  func days() throws {
    var results = SampleResults.make()
    results.safety[0].evidence = "gluten left out from 2026-01-19; since 2026-01-19 without bread"
    results.safety[0].facts = [
      Statement("left-out-from", ["group": "gluten", "start": "2026-01-19"]),
      Statement("words", ["text": "since 2026-01-19 without bread"]),
    ]
    var fast = results.safety[0]
    fast.evidence = "fasting 2026-02-03T20:00"
    fast.facts = [Statement("fast", ["time": "2026-02-03T20:00"])]
    results.safety.append(fast)
    results.warnings = [
      .init(
        code: "phases-overlap",
        text: "Read from plan-2026-03-01.csv: 2026-03-01 to 2026-03-04, again on 2026-03-09.")
    ]
    let english = try text("safety", of: results)
    #expect(
      english.contains("gluten left out from 19 January 2026; since 2026-01-19 without bread"))
    #expect(english.contains("fasting 3 February 2026 20:00"))
    #expect(
      try text("exceptions", of: results).contains(
        "plan-2026-03-01.csv: 1 March 2026 to 4 March 2026, again on 9 March 2026."))
    let german = try text("safety", of: results, language: .german)
    #expect(german.contains("Fasten 3. Februar 2026 20:00"))
  }

  @Test("A symptom noted on another scale than 0–10 has that scale at its axis, with its days")
  func ownScale() throws {
    var results = SampleResults.make()
    let name = try #require(results.outcome.symptoms.first)
    let days = results.timeline.days.count { $0.symptoms[name] != nil }
    results.outcome.scales = [name: [0, 100]]
    let page = try PageReader.read(Report.html(results, findings: []))
    let section = try #require(page.first(id: "symptoms"))
    let figures = section.all("figure").filter {
      $0.all("svg").first?.hasClass("sparkline") == true
    }
    let figure = try #require(figures.first { $0.text.contains(name) })
    #expect(figure.text.contains("values on \(days) days, noted in the diary from 0 to 100"))
    #expect(figure.all("span").map(\.text).prefix(2) == ["0", "100"])
    for other in figures where !other.text.contains(name) {
      #expect(other.all("span").map(\.text).prefix(2) == ["0", "10"])
    }
    // Only where all symptoms are on one scale can a point of it be said.
    let point = "One point of 0–10 is 10 on the scale of this diary, 0 to 100."
    #expect(results.outcome.symptoms.count > 1 && !page.text.contains(point))
    for name in results.outcome.symptoms { results.outcome.scales?[name] = [0, 100] }
    #expect(try text("verdicts", of: results).contains(point))
  }

  @Test("No wheat is named among foods to keep before coeliac disease is ruled out")
  func noWheat() throws {
    var results = SampleResults.make()
    let place = try #require(results.groups.firstIndex { $0.group.rawValue == "fructan" })
    results.groups[place].verdict = .tolerated
    #expect(results.safety.contains { $0.gate == AnalysisResults.SafetyGate.coeliac })
    #expect(try !text("keep", of: results).contains("wheat"))
    results.safety = []
    #expect(try text("keep", of: results).contains("wheat, onion"))
  }

  @Test("A sign that the diary has already is not told as one that may come")
  func signNoted() throws {
    var results = SampleResults.make()
    let told = "Your diary has one of these signs."
    results.safety = []
    #expect(try !text("doctor", of: results).contains(told))
    results.safety = [
      .init(gate: "red-flags", withholdsRetest: false, groups: [], entries: [], evidence: "blood")
    ]
    #expect(try text("doctor", of: results).contains(told))
  }

  @Test("Foods whose names hold commas are parted by semicolons, others by commas")
  func commas() throws {
    var results = SampleResults.make()
    results.warnings = [
      .init(
        code: "possible-foods",
        text: "They count half, and a tenth while it is left out: rice, egg, milk and 7 more.")
    ]
    results.warnings[0].arguments = ["foods": .texts(["rice, egg", "milk"]), "count": 9]
    #expect(
      try text("exceptions", of: results).contains(
        "They count half, and a tenth while it is left out: rice, egg; milk; and 7 more."))
    #expect(
      try text("exceptions", of: results, language: .german)
        .contains("weggelassen wird: rice, egg; milk; und 7 weitere."))
    results.warnings[0].arguments = ["foods": .texts(["rice", "milk"]), "count": 2]
    results.warnings[0].text = "They count half: rice, milk."
    #expect(try text("exceptions", of: results).contains("They count half: rice, milk."))
  }
}
