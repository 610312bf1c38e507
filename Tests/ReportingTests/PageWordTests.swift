// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import Reporting
import Testing

@Suite("Sentences of the page say what the results say, in the reader's words")
struct PageWordTests {
  private func text(
    _ id: String, of results: AnalysisResults, _ language: ReportLanguage = .english
  ) throws -> String {
    let page = try PageReader.read(Report.html(results, findings: [], language: language))
    return try #require(page.first(id: id)).text
  }

  @Test("A test of gluten says first that the coeliac test comes before")
  func coeliacFirst() throws {
    var results = SampleResults.experiments()
    results.safety = []
    results.experiments.proposals = [results.experiments.proposals[2]]
    for place in results.groups.indices where results.groups[place].group.rawValue == "gluten" {
      results.groups[place].exposures += SampleResults.exposures([(70, [1])], food: "bread")
    }
    let english = "Gluten: If you have not been tested for coeliac disease: have that test first"
    #expect(try text("next", of: results).contains(english))
    #expect(try text("experiments", of: results).contains("have that test first"))
    let german =
      "Gluten: Wenn Sie noch nicht auf Zöliakie getestet sind: Machen Sie zuerst diesen Test"
    #expect(try text("next", of: results, .german).contains(german))
    let place = try #require(results.groups.firstIndex { $0.group.rawValue == "gluten" })
    results.experiments = ExperimentPlan()
    results.groups[place].nextStep = "Leave it out."
    results.groups[place].nextStepCode = Statement(
      "leave-out-then-bring-back", ["first": "coeliac-test"])
    #expect(try text("next", of: results, .german).contains(german))
  }

  @Test(
    "What an open group lacks is said by the codes of its reasons",
    arguments: [
      ("chance", 30, "No clear answer yet"), ("no-test-compared", 30, "No clear answer yet"),
      ("no-test-compared", 2, "Not eaten enough to tell"),
      ("no-observed-portion", 30, "Not eaten enough to tell"),
      ("possible-foods-on-days", 0, "Eaten perhaps, in foods that may or may not hold it"),
      ("unknown-foods", 30, "No answer, as too many of your foods are not known here"),
    ])
  func lack(code: String, days: Int, intro: String) throws {
    var results = SampleResults.make()
    var group = results.groups[results.groups.count - 1]
    group.group = GroupID(rawValue: "corn")
    group.verdict = .notClear
    group.challenges = []
    group.exposedDays = days
    group.reasons = ["Why."]
    group.reasonCodes = [Statement(code)]
    results.groups.append(group)
    let paragraph = try PageReader.read(Report.html(results, findings: [])).first(id: "open")?.all(
      "p"
    ).first {
      $0.text.contains("corn")
    }
    #expect(try #require(paragraph).text.hasPrefix(intro + ":"))
  }

  @Test(
    "The method says what holds for groups that cannot be told apart",
    arguments: [
      (ReportLanguage.english, "have one verdict, by the chance that at least one of them"),
      (.german, "dasselbe Urteil, nach der Wahrscheinlichkeit, dass mindestens eine davon"),
    ])
  func setsInMethod(language: ReportLanguage, words: String) throws {
    #expect(try text("method", of: SampleResults.make(), language).contains(words))
  }

  @Test("Every red flag of the analysis is among the signs for a doctor")
  func redFlags() throws {
    let results = SampleResults.make()
    let english = [
      "lose weight", "blood", "fever", "wake up at night", "swallow", "sticks", "anaemia",
      "Over 60",
      "tongue swells", "breathe", "faint",
    ]
    for sign in english { #expect(try text("doctor", of: results).contains(sign), "\(sign)") }
    let german = [
      "abnehmen", "Blut im Stuhl", "Fieber", "nachts", "Schlucken", "stecken", "Blutarmut",
      "über 60",
      "Zunge", "Luft", "ohnmächtig",
    ]
    for sign in german {
      #expect(try text("doctor", of: results, .german).contains(sign), "\(sign)")
    }
  }

  @Test("What was left out is named in words")
  func leftOut() throws {
    var results = SampleResults.make()
    results.safety[0].gate = "avoided-allergen"
    results.safety[0].facts = [
      Statement("left-out", ["groups": .texts(["gluten", "dairy"]), "days": 24]),
      Statement("words", ["text": "dairy queen"]),
    ]
    results.safety[0].evidence = "without gluten and dairy for 24 days; dairy queen"
    #expect(
      try text("safety", of: results).contains(
        "without gluten and milk protein for 24 days; dairy queen"))
  }

  @Test("Days of an inferred stretch have a start and an end")
  func stretch() throws {
    var results = SampleResults.make()
    let (start, end) = (SampleResults.day(14), SampleResults.day(30))
    results.safety[0].evidence = "gluten left out from \(start) to \(end)"
    results.safety[0].facts = [
      Statement(
        "left-out-from",
        ["group": "gluten", "start": .text("\(start)"), "end": .text("\(end)")])
    ]
    for place in results.timeline.phases.indices {
      results.timeline.phases[place].source = "inferred"
    }
    let english = try text("safety", of: results)
    #expect(
      english.contains("foods with gluten were left out from 19 January 2026 to 4 February 2026."))
    #expect(!english.contains("Your diary says"))
    #expect(
      try text("safety", of: results, .german).contains(
        "Gluten weggelassen vom 19. Januar 2026 bis 4. Februar 2026."))
  }

  @Test("All of some tests are all of them")
  func allTests() throws {
    var results = SampleResults.make()
    results.groups[0].reasons = ["a", "b"]
    results.groups[0].reasonCodes = [3, 2].map { number in
      Statement(
        "tests-followed", ["followed": number, "tests": number, "mean": .number(2.1), "points": 1])
    }
    let english = try text("groups", of: results)
    #expect(english.contains("All three tests that could be compared were followed"))
    #expect(english.contains("Both tests that could be compared were followed"))
    let german = try text("groups", of: results, .german)
    #expect(german.contains("Auf alle drei vergleichbaren Tests folgten"))
    #expect(german.contains("Auf beide vergleichbaren Tests folgten"))
  }

  @Test("Hours and quality of sleep are told apart, and days without an entry are told of once")
  func toldOnce() throws {
    var results = SampleResults.make()
    results.groups[0].reasons = ["Other factors at those times: sleep, sleep-quality and stress."]
    results.groups[0].reasonCodes = [Statement("other-factors")]
    #expect(
      try text("groups", of: results).contains("times: short sleep, poor sleep and stress."))
    results.outcome.absence = "zero"
    let sentence = "Days without a symptom entry, but with other entries, were counted"
    #expect(try text("further", of: results).contains(sentence))
    results.warnings.append(.init(code: "absence-zero", text: "No entry counts as no symptom."))
    for part in ["exceptions", "further"] {
      #expect(!(try text(part, of: results)).contains(sentence))
    }
  }

  @Test("The names of phases that overlap do not stand in each other")
  func overlapping() throws {
    var results = SampleResults.make()
    func phase(_ days: ClosedRange<Int>, _ group: String) -> Timeline.Phase {
      .init(
        name: "elimination", start: SampleResults.day(days.lowerBound),
        end: SampleResults.day(days.upperBound), groups: [GroupID(rawValue: group)],
        source: "inferred")
    }
    results.timeline.phases = [phase(14...40, "gluten"), phase(44...60, "egg")]
    let apart = try text("timeline", of: results)
    #expect(apart.contains("Left out: Gluten") && apart.contains("Left out: Egg"))
    results.timeline.phases = [phase(14...40, "gluten"), phase(16...60, "egg")]
    let beside = try text("timeline", of: results)
    #expect(!beside.contains("Left out: Gluten") && beside.contains("Left out: Egg"))
  }

  @Test("German says by what was judged in the dative")
  func dative() throws {
    let page = try PageReader.read(
      Report.html(SampleResults.make(), findings: [], language: .german))
    #expect(page.text.contains("der stärksten Beschwerde jedes Tages: abdominal pain"))
  }
}
