// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing
import YAMLReading

@testable import Importing

@Suite("Wrong mappings and hostile inputs")
struct MappingFaultTests {
  /// Faults in the mapping alone: its line, and words of the message.
  @Test(arguments: [
    ("name: a\n", 1, "no “entries”"),
    ("entreis:\n  - {kind: food}\n", 2, "Did you mean “entries”"),
    ("time: \"{D}\"\nentries:\n  - kind: food\n    nam: x\n", 5, "Did you mean “name”"),
    ("time: \"{D}\"\nentries:\n  - kind: fod\n    name: x\n", 4, "Did you mean “food”"),
    ("time: \"{D}\"\nentries:\n  - kind: food\n", 4, "no “name”"),
    ("entries:\n  - {kind: food, name: x}\n", 3, "no “time”"),
    ("time: \"{D\"\nentries: [{kind: food, name: x}]\n", 2, "never closed"),
    (
      "time: {date: \"{D}\", formats: [whenever]}\nentries: [{kind: food, name: x}]\n", 2,
      "not a format"
    ),
    ("time: {date: \"{D}\", zone: Mars/Olympus}\nentries: [{kind: food, name: x}]\n", 2, "no zone"),
    (
      "time: \"{D}\"\nentries:\n  - {kind: symptom, name: x, value: \"{V}\", scale: ten}\n", 4,
      "not a scale"
    ),
    (
      "time: \"{D}\"\nentries:\n  - {kind: food, name: x}\n  - {kind: food, name: x}\n", 5,
      "line 4 already"
    ),
    (
      "time: \"{D}\"\nentries:\n  - {kind: food, name: x, groups: [glutn]}\n", 4,
      "Did you mean “gluten”"
    ),
    (
      "time: \"{D}\"\nentries:\n  - {kind: food, each: {of: \"{F}\", pattern: \"{nme}\"}}\n", 4,
      "not a pattern"
    ),
    ("time: \"{D}\"\nentries:\n  - {kind: food, name: \"{F -> list}\"}\n", 4, "no list “list”"),
    (
      "time: \"{D}\"\ncsv: {skip-lines: many}\nentries: [{kind: food, name: x}]\n", 3,
      "whole number"
    ),
    ("time: \"{D}\"\ncsv: {delimiter: colon}\nentries: [{kind: food, name: x}]\n", 3, "semicolon"),
    ("time: \"{D}\"\nname: a\nname: b\nentries: [{kind: food, name: x}]\n", 4, "stands twice"),
    ("time: \"{D}\"\nentries: [}\n", 3, "not YAML"),
    (
      "format: xml\nxml: {record: \"a[1]\"}\ntime: \"{@d}\"\nentries: [{kind: food, name: x}]\n", 3,
      "not a path"
    ),
    ("xml: {record: a}\ntime: \"{@}\"\nentries: [{kind: food, name: x}]\n", 3, "not a path"),
    ("time: {clock: x}\nentries: [{kind: food, name: x}]\n", 2, "needs “date”"),
    ("groups: [{id: gluten}]\ntime: \"{D}\"\nentries: [{kind: food, name: x}]\n", 2, "already"),
    (
      "numbers: {decimal: \",\", thousands: \",\"}\ntime: \"{D}\"\nentries: [{kind: food, name: x}]\n",
      2, "same sign"
    ),
    (
      "tables:\n  - match: {header: [A]}\n    time: \"{A}\"\n    entries: &e [{kind: note, note: x}]\n"
        + "  - match: {header: [A]}\n    time: \"{A}\"\n    entries: *e\n", 6, "same “match”"
    ),
  ])
  func mappingFaults(_ yaml: String, _ line: Int, _ words: String) {
    let findings = Mapped.findings("D\n2026-01-01\n", yaml)
    #expect(findings.map(\.id) == ["mapping-not-readable"])
    #expect(findings.map(\.file) == ["m.yaml"])
    #expect(findings.map(\.line) == [line])
    #expect(findings.first.map { $0.summary + $0.remedy }?.contains(words) == true, "\(findings)")
  }

  @Test func versionsMustBeStated() {
    for yaml in ["name: x\n", "reintro-mapping: 2\n", "", "- a\n", "reintro-mapping: 1\n: {\n"] {
      #expect(throws: ImportError.self) { try Mapping(yaml: yaml, file: "m.yaml") }
    }
  }

  @Test func missingColumnsNameBothPlaces() throws {
    let yaml = "time: \"{Date}\"\nentries:\n  - kind: food\n    name: \"{Foood}\"\n"
    let fault = try #require(
      Mapped.findings("\n\nDate,Food\n2026-01-01,Rice\n", yaml).first { $0.severity == .error })
    #expect(fault.id == "mapping-column-missing")
    #expect(fault.file == "diary.csv" && fault.line == 3)
    #expect(fault.summary.contains("“Foood”") && fault.summary.contains("m.yaml:5"))
    #expect(fault.remedy.contains("Did you mean “Food”"))
  }

  @Test func tablesThatAreForOtherFilesSaySo() throws {
    let yaml =
      "match: {header: [Date, Foood]}\ntime: \"{Date}\"\nentries: [{kind: note, note: x}]\n"
    let fault = try #require(Mapped.findings("Date,Food\n2026-01-01,Rice\n", yaml).first)
    #expect(fault.id == "mapping-not-matching")
    #expect(fault.summary.contains("“Foood”") && fault.summary.contains("m.yaml:1"))
    #expect(fault.remedy.contains("Did you mean “food”"))
  }

  /// A preset for two general columns does not take a home-made table with more.
  @Test func generalPresetsTakeNothingElse() {
    for text in [
      "Date,Weight,Bloating\n2026-01-01,70,3\n", "Date,Title,Body,Pain\n1/1/2026,a,b,3\n",
    ] {
      #expect(throws: ImportError.self) {
        try Importer.read(bytes: Array(text.utf8), name: "x.csv")
      }
    }
  }

  @Test func wrongSeparatorsAreNamed() throws {
    let yaml =
      "csv: {delimiter: semicolon}\ntime: \"{Date}\"\nentries: [{kind: food, name: \"{Food}\"}]\n"
    let fault = try #require(
      Mapped.findings("Date,Food\n2026-01-01,Rice\n", yaml).first { $0.severity == .error })
    #expect(fault.id == "mapping-column-missing" && fault.line == 1)
    #expect(fault.remedy.contains("delimiter: comma"))
  }

  /// A cell of the wrong type: the line of the row, the place in the mapping, the text.
  @Test(arguments: [
    ("2026-01-01,bad,x", "mapping-value", "m.yaml:"),
    ("2026-01-01,11,x", "severity-outside-scale", "0-10"),
    ("soon,1,x", "mapping-date", "soon"), (",1,x", "time-missing", "m.yaml:"),
    ("2026-01-01,1,", "name-missing", ""), ("2026-02-30,1,x", "mapping-date", "2026-02-30"),
    ("2026-01-01,\"1,5\",x", "number-with-comma", "1,5"),
    ("2026-01-01,1e999,x", "number-not-finite", "1e999"),
    ("2026-01-01,1,x,y", "csv-long-row", "4 cells"),
  ])
  func cellFaults(_ row: String, _ id: String, _ words: String) throws {
    let yaml =
      "time: \"{D}\"\nentries:\n  - {kind: symptom, name: \"{N}\", value: \"{V}\", scale: 0-10}\n"
    let sound = String(repeating: "2026-01-01,2,ache\n", count: 40)
    let result = try Mapped.read("D,V,N\n" + sound + row + "\n", yaml)
    let errors = result.findings.filter { $0.severity == .error }
    #expect(errors.map(\.id) == [id])
    #expect(errors.map(\.line) == [42])
    #expect(errors.first.map { $0.summary + $0.remedy }?.contains(words) == true)
    #expect(result.diaries.first?.entries.count == 40)
    #expect(result.diaries.first?.inputs.map(\.rowsUnread) == [1])
  }

  @Test func nothingIsLostSilently() throws {
    let yaml =
      "where: {K: a}\ntime: \"{D}\"\nentries: [{kind: food, name: \"{F}\", where: {F: {blank: false}}}]\n"
    let result = try Mapped.read(
      "D,K,F,Z\n2026-01-01,a,Rice,1\n2026-01-01,b,Oats,1\n2026-01-02,a,,1\n", yaml)
    #expect(
      Set(result.findings.map(\.id))
        == ["mapping-columns-unused", "mapping-rows-left-out", "mapping-row-without-entry"])
  }

  @Test func columnsThatAreNotReadAreNamedInQuotationMarks() throws {
    let yaml = "time: \"{D}\"\nentries: [{kind: food, name: \"{F}\"}]\n"
    let result = try Mapped.read("D,F,Anna's notes,\"panic, …\"\n2026-01-01,Rice,1,2\n", yaml)
    #expect(
      result.findings.filter { $0.id == "mapping-columns-unused" }.map(\.summary)
        == ["Not read: “Anna's notes”, “panic, …”."])
  }

  @Test func unknownFormatsNameTheCommand() {
    do {
      _ = try Importer.read(bytes: Array("a,b\nc,d\n".utf8), name: "x.csv")
      Issue.record("was read")
    } catch {
      #expect(error.findings.map(\.id) == ["format-unknown"])
      #expect(error.findings.first?.remedy.contains("reintro mapping") == true)
    }
  }

  @Test func hostileCells() throws {
    let yaml =
      "time: \"{D}\"\nentries: [{kind: food, each: {of: \"{F}\", split: \"|\", pattern: \"{name} ({level})\"}}]\n"
    let long = String(repeating: "x", count: 10 << 20)
    #expect(Mapped.findings("D,F\n2026-01-01,\(long)\n", yaml).last?.id == "csv-cell-too-long")
    #expect(
      try Mapped.lines("D,F\n2026-01-01,a\u{0}b\n", yaml) == ["-|2026-01-01|food|a b|-|-|-|-"])
    let many = String(repeating: "|", count: 1_000_000)
    #expect(Mapped.findings("D,F\n2026-01-01,\(many)\n", yaml).contains { $0.id == "no-diary" })
    let brackets = String(repeating: "a (b", count: 200_000)
    #expect(try Mapped.lines("D,F\n2026-01-01,\(brackets)\n", yaml).count == 1)
  }

  /// Texts that make backtracking matchers explode.
  @Test func patternsDoNotBacktrack() throws {
    let node = MappingNode(node: YAMLNode(.scalar("x"), line: 1), label: "x")
    let pattern = try CapturePattern(
      "{name} {skip} {skip} {skip} {skip} {skip} ({level})", at: node)
    #expect(pattern.match(String(repeating: "a ", count: 2000)) == nil)
    #expect(pattern.match("a b c d e f (g)") == [.name: "a", .skip: "f", .level: "g"])
    #expect(!Wildcard.fits(String(repeating: "a", count: 100_000), pattern: "*a*a*a*a*a*b"))
    #expect(Wildcard.fits("abcabc", pattern: "a*b*c") && !Wildcard.fits("ab", pattern: "abc*"))
    #expect(Wildcard.fits("aba", pattern: "ab*") && !Wildcard.fits("aba", pattern: "aba*a"))
  }

  @Test func deepAndBroadDocuments() {
    let yaml = "xml: {record: a}\ntime: \"{@d}\"\nentries: [{kind: food, name: \"{.}\"}]\n"
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(Mapped.findings(deep, yaml).last?.id == "xml-limit")
    let broad = "<a d=\"2026-01-01\">" + String(repeating: "<b/>", count: 60_000) + "</a>"
    #expect(Mapped.findings(broad, yaml).contains { $0.id == "mapping-record-too-large" })
  }
}
