// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@testable import DiaryModel

@Suite("Diaries")
struct DiaryTests {
  @Test func reorderingInPlaceIsTakingEachFromItsPlace() {
    let entries = (0..<7).map {
      Entry(kind: .food, time: nil, name: "\($0)", origin: Origin(input: 0, line: $0))
    }
    // A cycle of all, of some, none, and pairs.
    for places: [Int32] in [
      [1, 2, 3, 4, 5, 6, 0], [0, 3, 2, 5, 4, 1, 6], [0, 1, 2, 3, 4, 5, 6], [6, 5, 4, 3, 2, 1, 0],
    ] {
      var reordered = entries
      reordered.reorder(by: places)
      #expect(reordered == places.map { entries[Int($0)] })
    }
  }

  @Test(arguments: UInt64(0)..<30)
  func canonicalOrderDoesNotDependOnTheOrderOfRows(_ seed: UInt64) {
    var source = RandomDiary(seed: seed)
    let diary = source.next()
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<5 {
      let shuffled = diary.entries.shuffled(using: &generator)
      let again = Diary(participant: diary.participant, entries: shuffled, inputs: [])
      #expect(again == diary)
    }
  }

  @Test func profileComesFirstThenPhasesThenTime() throws {
    func entry(_ kind: EntryKind, _ time: String?, _ name: String) -> Entry {
      Entry(
        kind: kind, time: time.flatMap { EntryTime(iso: $0) }, name: name,
        origin: Origin(input: 0, line: 1))
    }
    let diary = Diary(
      participant: nil,
      entries: [
        entry(.food, "2026-01-02T08:00", "later"), entry(.food, "2026-01-02", "day only"),
        entry(.phase, "2026-03-01/2026-03-05", "washout"), entry(.symptom, "2026-01-01", "first"),
        entry(.profile, nil, "age"),
      ], inputs: [])
    #expect(diary.entries.map(\.name) == ["age", "washout", "first", "day only", "later"])
  }

  @Test func entriesAreReferredToByFileAndLine() {
    let summary = InputSummary(name: "a.csv", sha256: "", format: "x", rows: 1, rowsUnread: 0)
    let diary = Diary(participant: nil, entries: [], inputs: [summary])
    let here = Entry(kind: .food, time: nil, name: "x", origin: Origin(input: 0, line: 7))
    let nowhere = Entry(kind: .food, time: nil, name: "x", origin: Origin(input: 3, line: 7))
    #expect(diary.reference(to: here) == "a.csv:7")
    #expect(diary.reference(to: nowhere) == "?:7")
  }

  @Test func findingsPrintPlaceSeverityTextAndName() {
    let finding = Finding(
      id: "some-id", severity: .warning, summary: "What.", remedy: "Do.", file: "a.csv", line: 3)
    #expect(finding.description == "a.csv:3: warning: What. Do. [some-id]")
    #expect(Finding.Severity.note < .warning)
    #expect(Finding.Severity.warning < .error)
  }

  @Test func thereAreTwentyEightGroups() {
    #expect(GroupID.builtIn.count == 28)
    #expect(Set(GroupID.builtIn).count == 28)
    #expect(GroupID(rawValue: "gluten") < GroupID(rawValue: "sweetener"))
    #expect(GroupID(rawValue: "sweetener") < GroupID(rawValue: "aaa"))
    #expect(GroupID(rawValue: "own").builtInIndex == nil)
  }
}
