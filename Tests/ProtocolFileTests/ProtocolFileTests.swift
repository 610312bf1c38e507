// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import ProtocolFile
import Testing
import YAMLReading

@Suite("A protocol in YAML")
struct ProtocolFileTests {
  private static let whole = """
    title: Reintroduction of sugars
    randomised: true
    phases:
      - name: baseline
        start: 2026-01-05
        days: 7
      - name: elimination
        end: 2026-02-08
        groups: [lactose, fructan]
      - name: challenge
        groups: lactose
        food: whole milk
        doses: [0.25, 0.5, 1]
        blinded: yes
      - {name: washout, days: 3}
      - name: challenge
        participant: p002
        start: 2026-03-01
        days: 4
        groups: fructan gluten
        doses: [5, 10]
        unit: g
    """

  private func phase(_ file: ProtocolFile, _ place: Int) throws -> Timeline.Phase {
    try #require(file.items.indices.contains(place) ? file.items[place].phase : nil)
  }

  @Test("Phases follow each other, last as many days as they have doses, and name their line")
  func phases() throws {
    let file = try ProtocolFile(yaml: Self.whole, file: "some/plan.yaml")
    #expect(file.isRandomised)
    #expect(file.title == "Reintroduction of sugars")
    #expect(file.items.count == 5)
    let spans = file.items.map { "\($0.phase.name) \($0.phase.start) \($0.phase.end)" }
    #expect(
      spans == [
        "baseline 2026-01-05 2026-01-11", "elimination 2026-01-12 2026-02-08",
        "challenge 2026-02-09 2026-02-11", "washout 2026-02-12 2026-02-14",
        "challenge 2026-03-01 2026-03-04",
      ])
    let milk = try phase(file, 2)
    #expect(milk.doses == [0.25, 0.5, 1])
    #expect(milk.doseUnit == "portion")
    #expect(milk.blinded == true)
    #expect(milk.food == "whole milk")
    #expect(milk.entry == "plan.yaml:10")
    let fructan = try phase(file, 4)
    #expect(fructan.groups.map(\.rawValue) == ["gluten", "fructan"])
    #expect(fructan.doseUnit == "g")
    #expect(fructan.blinded == nil)
    #expect(file.items.map(\.participant) == [nil, nil, nil, nil, "p002"])
  }

  @Test("Phases of one participant do not become those of all")
  func participants() throws {
    var options = AnalysisOptions()
    try ProtocolFile(yaml: Self.whole, file: "plan.yaml").apply(to: &options)
    #expect(options.protocolPhases.count == 4)
    #expect(options.participantPhases["p002"]?.count == 1)
    #expect(options.isRandomised)
  }

  @Test("Groups of the user's own are known where they are named")
  func ownGroups() throws {
    let yaml = "phases: [{name: elimination, start: 2026-01-05, days: 9, groups: [my_group]}]"
    let own = GroupID(rawValue: "my_group")
    #expect(throws: YAMLFault.self) { try ProtocolFile(yaml: yaml, file: "p") }
    let file = try ProtocolFile(yaml: yaml, file: "p", ownGroups: [own])
    #expect(file.items.map(\.phase.groups) == [[own]])
  }

  private static let faults: [(yaml: String, line: Int, words: String)] = [
    ("", 1, "empty"),
    ("phases", 1, "phases"),
    ("title: x", 1, "phases"),
    ("phases: {}", 1, "list"),
    ("phases: []", 1, "list"),
    ("phase:\n  - name: baseline", 1, "unknown field 'phase'"),
    ("phases:\n  - name: [", 2, "not YAML"),
    ("phases:\n  - start: 2026-01-05", 2, "without a 'name'"),
    ("phases:\n  - name: washuot\n    start: 2026-01-05", 2, "'washout'"),
    ("phases:\n  - name: baseline\n    days: 3", 2, "'start'"),
    ("phases:\n  - name: baseline\n    start: 5.1.2026\n    days: 3", 3, "YYYY-MM-DD"),
    ("phases:\n  - name: baseline\n    start: 2026-02-30\n    days: 3", 3, "calendar"),
    ("phases:\n  - name: baseline\n    start: 2026-01-05", 2, "'end' or 'days'"),
    ("phases:\n  - name: baseline\n    start: 2026-01-05\n    days: 0", 4, "'days'"),
    ("phases:\n  - name: baseline\n    start: 2026-01-05\n    days: 1e9", 4, "'days'"),
    (
      "phases:\n  - name: baseline\n    start: 2026-01-05\n    end: 2026-01-06\n    days: 2", 5,
      "not both"
    ),
    ("phases:\n  - name: baseline\n    start: 2026-01-05\n    end: 2026-01-04", 4, "before"),
    ("phases:\n  - name: baseline\n    start: 0001-01-05\n    end: 9999-01-04", 2, "3650"),
    ("phases:\n  - name: challenge\n    start: 2026-01-05\n    days: 3", 2, "groups"),
    (
      "phases:\n  - name: challenge\n    start: 2026-01-05\n    days: 3\n    groups: [lactos]", 5,
      "'lactose'"
    ),
    (
      "phases:\n  - name: challenge\n    start: 2026-01-05\n    days: 1\n    groups: egg\n    doses: [1, 2]",
      6, "more doses than days"
    ),
    (
      "phases:\n  - name: challenge\n    start: 2026-01-05\n    groups: egg\n    doses: [1, -2]", 5,
      "'-2'"
    ),
    (
      "phases:\n  - name: challenge\n    start: 2026-01-05\n    groups: egg\n    doses: [nan]", 5,
      "'nan'"
    ),
    ("randomised: maybe\nphases:\n  - {name: baseline, start: 2026-01-05, days: 1}", 1, "true"),
    (
      "phases:\n  - name: washout\n    start: 2026-01-05\n    days: 3\n    doses: [1]", 5,
      "only a challenge"
    ),
  ]

  @Test("Each fault is told with its line", arguments: faults)
  func told(yaml: String, line: Int, words: String) {
    do {
      _ = try ProtocolFile(yaml: yaml, file: "plan.yaml")
      Issue.record("read without a fault: \(yaml)")
    } catch {
      #expect(error.line == line, "\(error)")
      #expect(error.text.contains(words), "\(error)")
      #expect(error.description.hasPrefix("plan.yaml:\(line): error: "))
    }
  }

  @Test("YAML is told by its ending or by its list of phases")
  func recognised() {
    #expect(ProtocolFile.isYAML(name: "plan.YML", text: ""))
    #expect(ProtocolFile.isYAML(name: "plan.txt", text: "title: a\r\nphases:\r\n"))
    #expect(!ProtocolFile.isYAML(name: "plan.csv", text: "time,kind,name\n"))
    #expect(!ProtocolFile.isYAML(name: "plan.xml", text: "<diary>\n<phases:/>"))
  }
}
