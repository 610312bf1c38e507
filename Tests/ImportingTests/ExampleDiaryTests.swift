// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FileAccess
import TestSupport
import Testing

@testable import Importing

@Suite("The contract's example diary", .enabled(if: Fixtures.hasShared))
struct ExampleDiaryTests {
  private func diary() throws -> Diary {
    let path = try #require(Fixtures.shared("contract/examples/diary.csv"))
    let result = try Importer.read([path])
    #expect(result.findings.isEmpty)
    #expect(result.diaries.count == 1)
    return try #require(result.diaries.first)
  }

  // Counted by hand in the file: 3 profile, 4 phase, 3 food, 2 symptom, 2 context, 1 note.
  @Test func holdsWhatIsCountedByHand() throws {
    let diary = try diary()
    #expect(diary.participant == "p001")
    #expect(diary.entries.count == 15)
    let counts = EntryKind.allCases.map { kind in diary.entries.count { $0.kind == kind } }
    #expect(counts == [3, 4, 3, 2, 2, 1])
    #expect(diary.inputs.map(\.name) == ["diary.csv"])
    #expect(diary.inputs.map(\.rows) == [15])
    #expect(diary.inputs.map(\.format) == ["canonical-csv"])
  }

  @Test func keepsTimesValuesAndLines() throws {
    let diary = try diary()
    let milk = try #require(diary.entries.first { $0.origin.line == 14 })
    #expect(milk.time?.description == "2026-02-10T07:50+01:00")
    #expect(milk.name == "whole milk")
    #expect(milk.value == .number(240))
    #expect(milk.unit == "ml")
    #expect(milk.groups?.map(\.rawValue) == ["dairy", "lactose"])
    let pain = try #require(diary.entries.first { $0.origin.line == 15 })
    #expect(pain.time?.start.local?.secondOfDay == 15 * 3600)
    #expect(pain.time?.end.local?.secondOfDay == 18 * 3600 + 1800)
    #expect(pain.note == "came in waves")
    let note = try #require(diary.entries.first { $0.origin.line == 16 })
    #expect(note.note == "slept badly, \"wired\"")
    #expect(note.name.isEmpty)
    let suspects = try #require(diary.entries.first { $0.origin.line == 4 })
    #expect(suspects.groups?.map(\.rawValue) == ["gluten"])
    #expect(suspects.value == nil)
  }

  @Test func isLosslessThroughCSV() throws {
    let diary = try diary()
    let again = try Importer.read(bytes: CanonicalCSVWriter.write([diary]), name: "again.csv")
    #expect(again.diaries.count == 1)
    #expect(again.diaries.first?.saysTheSame(as: diary) == true)
  }
}
