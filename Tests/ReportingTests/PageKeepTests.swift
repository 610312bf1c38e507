// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import Reporting
import Testing

@Suite("No food that a safety gate names stands among those to keep")
struct PageKeepTests {
  private let gluten = GroupID(rawValue: "gluten")
  private let egg = GroupID(rawValue: "egg")

  private func page(
    _ results: AnalysisResults, _ language: ReportLanguage = .english
  ) throws -> PageReader.Element {
    try PageReader.read(Report.html(results, findings: [], language: language))
  }

  private func section(
    _ results: AnalysisResults, _ id: String, _ language: ReportLanguage = .english
  ) throws -> String {
    try #require(page(results, language).first(id: id)).text
  }

  private func set(
    _ group: GroupID, _ verdict: Verdict, in results: inout AnalysisResults, code: String? = nil
  ) throws {
    let place = try #require(results.groups.firstIndex { $0.group == group })
    results.groups[place].verdict = verdict
    results.groups[place].reasonCodes = code.map { [Statement($0, ["gate": "known-allergy"])] }
  }

  private func gate(_ name: String, _ groups: [GroupID]) -> AnalysisResults.SafetyGate {
    .init(
      gate: name, withholdsRetest: true, groups: groups, entries: ["diary.csv:7"],
      evidence: "egg")
  }

  @Test(
    "A tolerated group that a gate names stands apart, by its name",
    arguments: ["known-allergy", "avoided-allergen", "care-team"])
  func named(name: String) throws {
    var results = SampleResults.make()
    results.safety = []
    #expect(try section(results, "keep").contains("Egg"))
    #expect(Report.summary(results).contains("food groups were fine"))
    let before = results.keptGroups.count
    results.safety = [gate(name, [egg])]
    #expect(results.keptGroups.count == before - 1)
    let keep = try section(results, "keep")
    #expect(!keep.contains("Egg"))
    #expect(keep.contains("Ask your doctor about these first (see “Read this first”): egg."))
    let index = BatchIndexEntry(results, report: "")
    #expect(!index.tolerated.contains(egg))
  }

  @Test(
    "A group that cannot be judged under its gate is named where foods to keep are, and only there")
  func cannotBeJudged() throws {
    var results = SampleResults.make()
    results.safety = [gate("known-allergy", [egg])]
    results.safety[0].named = [egg]
    try set(egg, .cannotBeJudged, in: &results, code: "named-by-gate")
    #expect(try section(results, "keep").contains("(see “Read this first”): egg."))
    #expect(!(try section(results, "open")).contains("egg"))
    #expect(!(try section(results, "clinic")).contains("tolerated so far: egg"))
  }

  @Test("Tolerated gluten is spoken of under the coeliac gate, beside whatever other gate")
  func toleratedGluten() throws {
    var results = SampleResults.make()
    try set(gluten, .tolerated, in: &results)
    try eat(gluten, on: 70, in: &results)
    let told = "Keep eating gluten until your tests"
    #expect(try section(results, "safety").contains(told))
    results.safety.append(gate("care-team", []))
    #expect(!(try section(results, "safety")).contains(told))
    #expect(try section(results, "keep").contains("(see “Read this first”): gluten."))
    #expect(results.keptGroups.contains(gluten))
  }

  private func eat(_ group: GroupID, on day: Int, in results: inout AnalysisResults) throws {
    let place = try #require(results.groups.firstIndex { $0.group == group })
    results.groups[place].exposures.append(
      .init(
        date: SampleResults.day(day), portions: 1, certain: true, foods: ["bread"],
        entries: ["diary.csv:7"]))
  }

  @Test(
    "Who has eaten no gluten for two weeks is not told to keep eating it, nor to start by themselves",
    arguments: [
      (ReportLanguage.english, "Keep eating gluten", "Do not start to eat it again by yourself."),
      (.german, "Essen Sie Gluten weiter", "Fangen Sie nicht allein wieder damit an."),
    ])
  func glutenFree(language: ReportLanguage, keep: String, wait: String) throws {
    for (day, eats) in [(74, true), (61, true), (60, false)] {
      var results = SampleResults.make()
      try set(gluten, .tolerated, in: &results)
      try eat(gluten, on: day, in: &results)
      let safety = try section(results, "safety", language)
      #expect(safety.contains(keep) == eats, "day \(day)")
      #expect(safety.contains(wait) == !eats, "day \(day)")
    }
  }

  @Test(
    "The coeliac test before an own test of gluten is asked of the doctor where none is eaten",
    arguments: [
      (ReportLanguage.english, "while you still eat gluten", "ask your doctor first. That test"),
      (.german, "solange Sie noch Gluten essen", "Fragen Sie zuerst Ihren Arzt. Dieser Test"),
    ])
  func coeliacFirst(language: ReportLanguage, eating: String, asking: String) throws {
    var results = SampleResults.experiments()
    results.safety = []
    results.experiments.proposals = [results.experiments.proposals[2]]
    #expect(try section(results, "next", language).contains(asking))
    try eat(gluten, on: 74, in: &results)
    #expect(try section(results, "next", language).contains(eating))
    let place = try #require(results.groups.firstIndex { $0.group == gluten })
    results.groups[place].exposures = []
    results.experiments = ExperimentPlan()
    results.groups[place].nextStep =
      "If you have not been tested for coeliac disease: have that test first, while you still eat "
      + "gluten (NICE NG20). Leave it out."
    results.groups[place].nextStepCode = Statement(
      "leave-out-then-bring-back", ["first": "coeliac-test"])
    #expect(try section(results, "next", language).contains(asking))
    #expect(!(try section(results, "next", language)).contains(eating))
  }

  @Test(
    "While coeliac tests are open, a plan that leaves wheat out says to ask the doctor first",
    arguments: [
      (ReportLanguage.english, "Ask your doctor first: days without it leave out wheat too"),
      (.german, "Fragen Sie zuerst Ihren Arzt: An Tagen ohne dies fällt auch Weizen weg"),
    ])
  func wheatFirst(language: ReportLanguage, words: String) throws {
    var results = SampleResults.experiments()
    results.experiments.proposals = [results.experiments.proposals[0]]
    #expect(try section(results, "next", language).contains("Fru"))
    for part in ["next", "experiments"] {
      #expect(try section(results, part, language).contains(words), "\(part)")
    }
    let calendar = try #require(Report.calendar(results, language: language))
    let unfolded = String(decoding: calendar, as: UTF8.self).replacing("\r\n ", with: "")
    #expect(unfolded.contains(words.prefix(30)))
    results.safety = []
    #expect(!(try section(results, "next", language)).contains(words))
    results.safety = SampleResults.make().safety
    results.experiments = ExperimentPlan()
    let place = try #require(results.groups.firstIndex { $0.group.rawValue == "fructan" })
    results.groups[place].nextStep = "Repeat the test."
    for (code, asks) in [("repeat-alone", true), ("bring-back", false)] {
      results.groups[place].nextStepCode = Statement(code)
      #expect(try section(results, "next", language).contains(words) == asks, "\(code)")
    }
  }
}
