// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FoodKnowledge
import Testing

@testable import DiaryAnalysis

@Suite("A row that cannot be read keeps its safety sign")
struct UnreadSafetyTests {
  private static func results(_ rows: [UnreadRow], _ builder: DiaryBuilder = .clean())
    -> AnalysisResults
  {
    var diary = builder.diary
    diary.unreadable = rows
    return DiaryAnalyzer(
      options: AnalysisOptions(), foods: FoodClassifier(), version: "test"
    ).analyze(diary)
  }

  private static func row(
    _ kind: EntryKind?, _ name: String, _ value: String = "", _ note: String = ""
  ) -> UnreadRow {
    UnreadRow(
      kind: kind, name: name, value: value, note: note, reason: "test",
      origin: Origin(input: 0, line: 4711))
  }

  @Test("Evidence from a row that could not be read says which row, and why it could not be read")
  func unreadEvidence() throws {
    var diary = DiaryBuilder.short().diary
    diary.entries.append(
      Entry(
        kind: .note, time: .at(.day(DiaryBuilder.date(3))), name: "", note: "wheeze after egg",
        origin: Origin(input: 0, line: 40)))
    diary.unreadable = [
      UnreadRow(
        kind: .note, note: "hives after milk; 2026-01-06 tonight", reason: "time-not-existing",
        origin: Origin(input: 0, line: 41)),
      UnreadRow(note: "fainted; xyz", reason: "", origin: Origin(input: 0, line: 42)),
    ]
    let results = DiaryAnalyzer(options: .init(), foods: .init(), version: "test").analyze(diary)
    let facts = try #require(results.gate("possible-immediate-allergy")?.facts)
    func fact(_ start: String) throws -> Statement {
      try #require(facts.first { $0.text("text")?.hasPrefix(start) ?? false })
    }
    #expect(try fact("wheeze").arguments.count == 1)
    #expect(try fact("hives").text("reason") == "time-not-existing")
    #expect(try fact("hives").text("row") == "diary.csv:41")
    #expect(try fact("fainted").text("reason") == "unread")
  }

  @Test("Without such rows the diary suggests tests, and nothing else here means anything")
  func control() {
    let results = Self.results([])
    #expect(results.safety.isEmpty)
    #expect(results.groups.contains { $0.nextStep != "none" })
  }

  @Test(
    "A sign in a row that cannot be read fires its gate and names the row",
    arguments: [
      (EntryKind.symptom, "throat swelling", "9", "", "possible-immediate-allergy"),
      (.symptom, "hives", "bad", "", "possible-immediate-allergy"),
      (.symptom, "itching", "11", "my tongue swelled up", "possible-immediate-allergy"),
      (.note, "", "", "blood in my stool", "red-flags"),
      (.symptom, "trouble swallowing", "x9", "", "swallowing"),
      (.context, "chemotherapy", "", "", "care-team"),
      (.profile, "allergy", "peanut", "", "known-allergy"),
      (.profile, "condition", "type 1 diabetes", "", "care-team"),
    ])
  func signs(kind: EntryKind, name: String, value: String, note: String, gate: String) throws {
    let results = Self.results([Self.row(kind, name, value, note)])
    let found = try #require(results.gate(gate))
    #expect(found.entries == ["diary.csv:4711"])
  }

  @Test("Words of a row of no known kind are looked at as well")
  func unknownKind() {
    let results = Self.results([Self.row(nil, "", "", "Mon; throat swelling; strong")])
    #expect(results.gate("possible-immediate-allergy")?.entries == ["diary.csv:4711"])
  }

  @Test(
    "A row about the person withholds all tests at home",
    arguments: [
      "age", "pregnancy", "height", "weight", "allergy", "condition", "eating disorder",
      "date of birth",
    ])
  func profile(name: String) throws {
    let results = Self.results([Self.row(.profile, name, "??!")])
    let gate = try #require(results.gate("row-not-read"))
    #expect(gate.withholdsRetest && gate.groups.isEmpty)
    #expect(gate.entries == ["diary.csv:4711"])
    #expect(gate.facts?.first?.code == "row-not-read")
    #expect(gate.facts?.first?.text("row") == "diary.csv:4711")
    #expect(results.experiments.proposals.isEmpty)
    #expect(results.groups.allSatisfy { $0.nextStep == "none" })
    #expect(results.has("rows-not-read"))
  }

  @Test("What is denied, or no gate asks for, withholds nothing")
  func harmless() {
    let rows = [
      Self.row(.profile, "pregnancy", "no"), Self.row(.profile, "sex", "x"),
      Self.row(.symptom, "throat swelling", "0"), Self.row(.food, "rice", "1,5"),
      Self.row(.symptom, "bloating", "11"), Self.row(nil, "", "", "hives; no; 2026-02-30"),
    ]
    #expect(Self.results(rows).safety.isEmpty)
  }

  @Test("Words that were not all kept withhold tests")
  func cut() {
    let row = Self.row(.note, "", "", String(repeating: "a ", count: 2000))
    #expect(Self.results([row]).gate("row-not-read") != nil)
  }

  @Test("A sign with a date far from all others still fires")
  func stray() {
    var builder = DiaryBuilder.clean()
    builder.symptom(-9000, nil, "throat swelling", 8)
    let results = builder.results()
    #expect(results.has("stray-dates"))
    #expect(results.gate("possible-immediate-allergy")?.entries.count == 1)
  }

  @Test(
    "Ages in words, and years of birth, count as ages",
    arguments: ["12 years", "12 Jahre", "birth year 2014", "2014-05-01", "teenager"])
  func ages(text: String) {
    var builder = DiaryBuilder.clean()
    builder.profile("age", text)
    #expect(builder.results().gate("care-team")?.groups.isEmpty == true)
    var grown = DiaryBuilder.clean()
    grown.profile("age", "born 1980")
    #expect(grown.results().gate("care-team") == nil)
  }

  @Test(
    "Heights are read however they are written; 45 kg is too little at 1.73 m",
    arguments: [
      ("1,73", nil), ("1,73", "m"), ("5'8\"", nil), ("5'8\"", "ft"), ("5'8", "ft"), ("5' 8", nil),
      ("5 8", "ft"), ("5 ft 8 in", nil), ("173 cm", nil), ("5′8″", nil),
    ] as [(String, String?)])
  func heights(text: String, unit: String?) throws {
    var builder = DiaryBuilder.clean()
    builder.profile("height", text, unit: unit)
    builder.profile("weight", "45", unit: "kg")
    let gate = try #require(builder.results().gate("care-team"))
    #expect(gate.evidence == "body-mass index 15" || gate.evidence == "body-mass index 15.1")
  }

  @Test(
    "An exception from a denial is what there is",
    arguments: [
      "none except milk", "no allergies other than milk", "keine außer Milch",
      "none apart from milk",
      "keine bis auf Milch", "no, but milk",
    ])
  func exceptions(text: String) {
    var builder = DiaryBuilder.clean()
    builder.profile("allergy", text)
    let gate = builder.results().gate("known-allergy")
    #expect(gate?.groups.map(\.rawValue) == ["dairy", "lactose"], "\(text)")
  }

  @Test(
    "A denial stays one", arguments: ["none", "no other allergies", "keine anderen", "no, none"])
  func denials(text: String) {
    var builder = DiaryBuilder.clean()
    builder.profile("allergy", text)
    #expect(builder.results().gate("known-allergy") == nil, "\(text)")
  }
}
