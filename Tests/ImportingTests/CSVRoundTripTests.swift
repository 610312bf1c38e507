// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import TestSupport
import Testing

@testable import Importing

@Suite("Canonical CSV, written and read again")
struct CSVRoundTripTests {
  @Test(arguments: UInt64(0)..<200)
  func losesNothing(_ seed: UInt64) throws {
    var source = RandomDiary(seed: seed)
    let diary = source.next()
    let bytes = CanonicalCSVWriter.write([diary])
    let result = try Importer.read(bytes: bytes, name: "d.csv")
    #expect(result.diaries.count == 1)
    let again = try #require(result.diaries.first)
    for (one, other) in zip(again.entries, diary.entries) where !one.saysTheSame(as: other) {
      Issue.record("\(other) came back as \(one)")
    }
    #expect(again.entries.count == diary.entries.count)
    #expect(again.participant == diary.participant)
    #expect(CanonicalCSVWriter.write([again]) == bytes)
  }

  @Test func hasTheColumnsOfTheFormat() {
    let bytes = CanonicalCSVWriter.write([])
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "participant,time,kind,name,value,unit,groups,note\n")
  }

  @Test func writesWhatTheRFCAsksFor() throws {
    let origin = Origin(input: 0, line: 1)
    let time = try #require(EntryTime(iso: "2026-02-10T07:50+01:00"))
    let food = Entry(
      kind: .food, time: time, name: "rice, \"fried\"", value: .number(120), unit: "ml",
      groups: [], note: " two\nlines", origin: origin)
    let diary = Diary(participant: "p1", entries: [food], inputs: [])
    let text = String(decoding: CanonicalCSVWriter.write([diary]), as: UTF8.self)
    #expect(
      text.split(separator: "\n", maxSplits: 1).last.map(String.init)
        == "p1,2026-02-10T07:50+01:00,food,\"rice, \"\"fried\"\"\",120,ml,none,\" two\nlines\"\n")
  }

  @Test func severalParticipantsComeBackApart() throws {
    var source = RandomDiary(seed: 99)
    var diaries = [source.next(), source.next(), source.next()]
    for (place, name) in ["a", "b", "c"].enumerated() { diaries[place].participant = name }
    let again = try Importer.read(bytes: CanonicalCSVWriter.write(diaries), name: "d.csv").diaries
    #expect(again.map(\.participant) == ["a", "b", "c"])
    #expect(zip(again, diaries).allSatisfy { $0.saysTheSame(as: $1) })
  }
}
