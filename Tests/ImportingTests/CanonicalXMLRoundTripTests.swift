// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import TestSupport
import Testing

@testable import Importing

@Suite("Canonical XML, written and read again")
struct CanonicalXMLRoundTripTests {
  @Test(arguments: 0..<150)
  func losesNothing(seed: Int) throws {
    var source = RandomDiary(seed: UInt64(seed))
    let diary = source.next()
    let bytes = CanonicalXMLWriter.write([diary])
    let result = try Importer.read(bytes: bytes, name: "again.xml")
    let again = try #require(result.diaries.first)
    #expect(again.inputs.first?.format == "canonical-xml")
    #expect(again.inputs.first?.rowsUnread == 0, "\(result.findings)")
    #expect(again.participant == diary.participant)
    #expect(again.entries.count == diary.entries.count)
    expectSame(again, diary)
  }

  private func expectSame(
    _ read: Diary, _ written: Diary, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    if read.saysTheSame(as: written) { return }
    let pairs = zip(read.entries, written.entries)
    let pair = pairs.first { !$0.0.saysTheSame(as: $0.1) }
    Issue.record(
      "read \(read.entries.count), written \(written.entries.count): \(String(describing: pair))",
      sourceLocation: sourceLocation)
  }

  @Test(arguments: 0..<50)
  func saysTheSameAsTheCSV(seed: Int) throws {
    var source = RandomDiary(seed: UInt64(1000 + seed))
    let diary = source.next()
    let xml = try Importer.read(bytes: CanonicalXMLWriter.write([diary]), name: "a.xml")
    let csv = try Importer.read(bytes: CanonicalCSVWriter.write([diary]), name: "a.csv")
    let pair = try #require(zip(xml.diaries, csv.diaries).first { _ in true })
    expectSame(pair.0, pair.1)
  }

  @Test func keepsSeveralParticipantsApart() throws {
    var source = RandomDiary(seed: 77)
    let diaries = ["a", "b", "c"].map { name in
      var diary = source.next()
      diary.participant = name
      return diary
    }
    let result = try Importer.read(bytes: CanonicalXMLWriter.write(diaries), name: "all.xml")
    #expect(result.diaries.map(\.participant) == ["a", "b", "c"])
    for (one, other) in zip(result.diaries, diaries) { #expect(one.saysTheSame(as: other)) }
  }

  @Test(.enabled(if: Fixtures.hasShared))
  func examplesSayTheSame() throws {
    let xml = try Importer.read([#require(Fixtures.shared("contract/examples/diary.xml"))])
    let csv = try Importer.read([#require(Fixtures.shared("contract/examples/diary.csv"))])
    #expect(xml.findings.isEmpty)
    let diary = try #require(xml.diaries.first)
    #expect(diary.entries.count == 15)
    #expect(try diary.saysTheSame(as: #require(csv.diaries.first)))
    // Line numbers as an editor shows them for the first food and the note.
    #expect(diary.entries.first { $0.name == "whole milk" }?.origin.line == 16)
    #expect(diary.entries.first { $0.kind == .note }?.origin.line == 22)
  }

  @Test func writesTheFormOfTheContract() throws {
    let entry = Entry(
      kind: .symptom,
      time: EntryTime(iso: "2026-02-10T15:00/2026-02-10T18:30"), name: "abdominal pain",
      value: .number(4), unit: "0-10", note: "came in waves", origin: Origin(input: 0, line: 1))
    let bytes = CanonicalXMLWriter.write([
      Diary(participant: "p<1>", entries: [entry], inputs: [])
    ])
    let expected = """
      <?xml version="1.0" encoding="UTF-8"?>
      <diary xmlns="urn:reintro:diary:1" participant="p&lt;1&gt;">
        <entries>
          <symptom time="2026-02-10T15:00" end="2026-02-10T18:30" name="abdominal pain" value="4" \
      scale="0-10">came in waves</symptom>
        </entries>
      </diary>

      """
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }
}
