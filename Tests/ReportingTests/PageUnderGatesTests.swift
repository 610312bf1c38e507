// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import Reporting
import Testing

@Suite("What a page says under a safety gate, and of tests that showed nothing")
struct PageUnderGatesTests {
  private func page(
    _ results: AnalysisResults, _ language: ReportLanguage = .english, findings: [Finding] = []
  ) throws -> PageReader.Element {
    try PageReader.read(Report.html(results, findings: findings, language: language))
  }

  private func allergy(_ evidence: String = "lips swelled") -> AnalysisResults.SafetyGate {
    .init(
      gate: "possible-immediate-allergy", withholdsRetest: true, groups: [],
      entries: ["diary.csv:903", "diary.csv:7"], evidence: evidence)
  }

  private func text(_ page: PageReader.Element, _ id: String) throws -> String {
    try #require(page.first(id: id)).text
  }

  @Test("Nothing argues a possible allergy away, and nothing invites a repeat")
  func allergyIsNotArguedAway() throws {
    var results = SampleResults.make()
    let inviting: [(ReportLanguage, [String])] = [
      (
        .english,
        [
          "one person in four", "A repeat makes", "could still be chance", "More tests",
          "would tell",
        ]
      ),
      (
        .german,
        [
          "jeder vierte Mensch", "Erst eine Wiederholung", "noch Zufall", "Weitere Tests",
          "Klarheit",
        ]
      ),
    ]
    results.safety = []
    for (language, sentences) in inviting {
      let all = try page(results, language).text
      for sentence in sentences { #expect(all.contains(sentence), "\(sentence)") }
    }
    results.safety = [allergy()]
    for (language, sentences) in inviting {
      let all = try page(results, language).text
      for sentence in sentences { #expect(!all.contains(sentence), "\(sentence)") }
    }
    let english = try page(results)
    #expect(
      try text(english, "saw").contains(
        "Do not test this again by yourself. Speak with your doctor first."))
    #expect(!(try text(english, "saw")).contains("doctor first. They were"))
    #expect(try text(english, "open").contains("Do not test these again by yourself."))
    #expect(try text(english, "groups").contains("Do not test it again without a doctor."))
  }

  @Test("Under a possible allergy, no trigger is no good answer")
  func nothingStoodOut() throws {
    var results = SampleResults.null()
    #expect(try text(page(results), "saw").contains("a real answer, and a good one"))
    results.safety = [allergy()]
    let saw = try text(page(results), "saw")
    #expect(!saw.contains("a good one") && saw.contains("Speak with your doctor about it first."))
  }

  @Test("The advice is plain without the name of a food, and names the foods before the sign")
  func foods() throws {
    var results = SampleResults.make()
    results.safety = [allergy()]
    let safety = try text(page(results), "safety")
    #expect(safety.contains("Do not eat again what you ate before this."))
    #expect(!safety.contains("Eaten"))
    results.safety[0].foods = [
      .init(
        name: "cashew <nuts>", entries: ["diary.csv:903"], hoursBefore: 0.5,
        groups: [GroupID(rawValue: "tree_nut")]),
      .init(name: "egg", entries: ["diary.csv:905", "diary.csv:906"], hoursBefore: 2, groups: []),
      .init(name: "toast", entries: ["diary.csv:8"], hoursBefore: nil, groups: []),
    ]
    let english = try page(results)
    #expect(
      try text(english, "safety").contains(
        "Eaten in the 2 hours before: cashew <nuts> (diary.csv:903), egg (diary.csv:905, 906)"))
    #expect(
      try text(english, "safety").contains(
        "Eaten that day, with no time noted: toast (diary.csv:8)"))
    let clinic = try #require(english.descendants.first { $0.hasClass("clinic-head") }).text
    #expect(clinic.contains("Eaten in the 2 hours before: cashew <nuts>, egg."))
    #expect(
      try text(page(results, .german), "safety").contains(
        "In den 2 Stunden davor gegessen: cashew <nuts> (diary.csv:903)"))
    let summary = Report.summary(results)
    #expect(summary.contains("Eaten in the 2 hours before: cashew <nuts> and egg\n"))
  }

  @Test("A time that could not be read is not quoted, and long lists of signs are whole")
  func times() throws {
    var results = SampleResults.make()
    let signs = (1...6).map { String(repeating: "lips swelled ", count: 9) + "\($0)" }
    results.safety = [
      allergy((signs + ["walnut 2026-13-45", "2026-13-45"]).joined(separator: "; "))
    ]
    let time = Finding(
      id: "time-not-readable", severity: .error, summary: "“2026-13-45” is not a time.",
      file: "diary.csv", line: 7)
    let safety = try text(page(results, findings: [time]), "safety")
    #expect(!safety.contains("2026-13-45"))
    for sign in signs { #expect(safety.contains(sign)) }
    results.safety[0].entries = (1...9).map { "diary.csv:\($0 * 100)" }
    let clinic = try page(results).descendants.first { $0.hasClass("clinic-head") }
    #expect(clinic?.text.contains("900") == true && clinic?.text.contains("more") == false)
    results.safety[0].entries = ["diary.csv:903", "diary.csv:7"]
    #expect(safety.contains("; walnut"))
    var other = time
    other.line = 8
    #expect(try text(page(results, findings: [other]), "safety").contains("2026-13-45"))
  }

  @Test(
    "What a shifted row has in the place of its time is quoted where it is words",
    arguments: ["anaphylaxis", "peanut", "throat swelled shut", "not-a-date"])
  func words(sign: String) throws {
    var results = SampleResults.make()
    results.safety = [allergy("walnut; " + sign)]
    let time = Finding(
      id: "time-not-readable", severity: .error, summary: "“\(sign)” is not a time.",
      file: "diary.csv", line: 7)
    #expect(
      try text(page(results, findings: [time]), "safety").contains(
        "Your diary says: walnut; " + sign))
  }

  @Test("Signs beyond the first six unfold, each by itself")
  func furtherSigns() throws {
    var results = SampleResults.make()
    results.safety[0].evidence = "one; two; three; four; five; six; and 2 more"
    results.safety[0].furtherEvidence = ["wheeze <after> milk", "fasting 2026-01-05"]
    results.safety[0].furtherFacts = [
      Statement("words", ["text": "wheeze <after> milk"]),
      Statement("fast", ["time": "2026-01-05"]),
    ]
    let safety = try #require(page(results).first(id: "safety"))
    let fold = try #require(safety.all("details").first)
    #expect(fold.all("summary").map(\.text) == ["Show 2 more signs"])
    let signs = fold.all("li").map(\.text)
    #expect(signs.count == 2 && signs[0] == "wheeze <after> milk")
    #expect(signs[1].hasPrefix("fasting ") && signs[1].contains("2026"))
    let json = String(decoding: try Report.resultsJSON(results), as: UTF8.self)
    #expect(json.contains("wheeze <after> milk") || json.contains("wheeze \\u003cafter"))
    results.safety[0].furtherEvidence = (0..<700).map { "sign \($0)" }
    results.safety[0].furtherFacts = nil
    let many = try #require(page(results).first(id: "safety")?.all("details").first)
    #expect(many.all("li").count == 501)
  }

  @Test("What was only inferred is not called the diary's words")
  func inferred() throws {
    var results = SampleResults.make()
    let start = SampleResults.day(14)
    results.safety[0].evidence = "gluten left out from \(start); no coeliac test noted"
    results.safety[0].facts = [
      Statement("left-out-from", ["group": "gluten", "start": .text("\(start)")]),
      Statement("words", ["text": "no coeliac test noted"]),
    ]
    #expect(try text(page(results), "safety").contains("Your diary says: gluten left out from"))
    for place in results.timeline.phases.indices {
      results.timeline.phases[place].source = "inferred"
    }
    let english = try text(page(results), "safety")
    #expect(english.contains("Your diary says: no coeliac test noted"))
    #expect(english.contains("As far as the diary shows, foods with gluten were left out from"))
    let german = try text(page(results, .german), "safety")
    #expect(german.contains("Das steht in Ihrem Tagebuch: no coeliac test noted"))
    #expect(german.contains("Soweit das Tagebuch zeigt: Gluten weggelassen ab"))
    results.safety[0].evidence = "gluten left out from \(start)"
    results.safety[0].facts = [results.safety[0].facts?.first].compactMap(\.self)
    #expect(!(try text(page(results), "safety")).contains("Your diary says"))
  }

  @Test("Tests that no symptoms followed are not said to have been followed")
  func notShown() throws {
    var results = SampleResults.make()
    results.safety = []
    let place = try #require(results.groups.firstIndex { $0.group.rawValue == "gluten" })
    func sentence(_ followed: Int) throws -> (saw: String, group: String) {
      results.groups[place].reasonCodes = [
        Statement(
          "tests-followed",
          ["followed": .number(Double(followed)), "tests": 3, "mean": 0, "points": 1])
      ]
      let page = try page(results)
      let saw = try #require(page.first(id: "saw")).all("li").first { $0.text.contains("Gluten") }
      let group = page.all("article").first { $0.all("h3").first?.text == "Gluten" }
      return (try #require(saw).text, try #require(group).text)
    }
    let none = try sentence(0)
    for text in [none.saw, none.group] {
      #expect(text.contains("Its tests did not show it, but the diary cannot rule it out."))
      #expect(!text.contains("may have gone up") && !text.contains("may have followed"))
    }
    let one = try sentence(1)
    #expect(one.saw.contains("may have gone up") && one.group.contains("may have followed"))
    #expect(!one.saw.contains("Its tests did not"))
  }

  @Test("The test that tells groups apart is named once, under what is tested")
  func separating() throws {
    var results = SampleResults.make()
    results.safety = []
    let names = ["gluten", "fructan"]
    for place in results.groups.indices where names.contains(results.groups[place].group.rawValue) {
      results.groups[place].nextStep = "Test fructan by itself, with garlic."
      results.groups[place].nextStepCode = Statement(
        "separate", ["group": "fructan", "food": "garlic"])
    }
    let steps = try #require(page(results).first(id: "next")).all("li").map(\.text)
    #expect(steps.count { $0.contains("garlic") } == 1)
    #expect(steps.first { $0.contains("garlic") }?.hasPrefix("Fructans: Test fructans") == true)
    #expect(!steps.contains { $0.hasPrefix("Gluten") })
  }

  @Test(
    "A dose to stay at is said in portions as people say them",
    arguments: [
      (0.5, "half a portion", "einer halben Portion"),
      (2.75, "2 and a half portions", "2,5 Portionen"),
    ])
  func staying(dose: Double, english: String, german: String) throws {
    var results = SampleResults.make()
    results.groups[1].nextStep = "Stay at or below \(dose) portions a day for now."
    results.groups[1].nextStepCode = Statement(
      "stay-at-dose", ["dose": .number(dose), "unit": "portions"])
    #expect(
      try text(page(results), "next").contains("Stay at or below \(english) a day for now."))
    #expect(
      try text(page(results, .german), "next").contains("bei höchstens \(german) am Tag."))
  }
}
