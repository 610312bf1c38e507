// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import TestSupport
import Testing

@testable import Importing

@Suite("Keys of records, and what is written and read byte by byte")
struct RecordKeyTests {
  /// Against a set of the standard library, over keys of which a half come twice or more.
  @Test func setOfKeys() {
    var generator = SeededGenerator(seed: 7)
    var own = RecordKeySet()
    var other: Set<String> = []
    #expect(own.insert(.nothing) && !own.insert(.nothing) && own.contains(.nothing))
    for _ in 0..<20_000 {
      let text = String(Int.random(in: 0..<10_000, using: &generator))
      #expect(own.contains(RecordKey([text])) == other.contains(text))
      #expect(own.insert(RecordKey([text])) == other.insert(text).inserted)
    }
    #expect(own.count == other.count)
  }

  /// Texts that differ in one byte, in where they part, or in whether they are there at all.
  @Test func differentTextsHaveDifferentKeys() {
    var lists: [[String?]] = [
      [], [nil], [""], [nil, nil], ["", ""], [nil, ""], ["", nil], ["ab", "c"], ["a", "bc"],
      ["abc"], ["abc", nil], ["abc", ""], ["\u{0}"], ["\u{0}\u{0}"],
    ]
    let long = String(repeating: "x", count: 40)
    for place in 0..<40 {
      for other in ["w", "y", "X"] {
        lists.append([String(long.prefix(place)) + other + String(long.dropFirst(place + 1))])
      }
      lists.append([String(long.prefix(place)), String(long.dropFirst(place))])
    }
    lists.append([long])
    let distinct = Set(lists.map { $0.map { $0.map { "<\($0)>" } ?? "-" } })
    #expect(Set(lists.map { RecordKey($0) }).count == distinct.count)
  }

  @Test(arguments: [
    ("2026-02-09 08:10:05 +0130", "2026-02-09T08:10:05+01:30"),
    ("2024-02-29 23:59:59 -0800", "2024-02-29T23:59:59-08:00"),
    ("20140209081005+0000", "2014-02-09T08:10:05Z"),
    ("2026-02-29 08:10:05 +0100", nil), ("2026-02-09 24:10:05 +0100", nil),
    ("2026-02-09 08:10:05 +0160", nil), ("2026-02-09 08:10:05 *0100", nil),
    ("2026-02-09T08:10:05 +0100", nil), ("2026-02-09 08:10:0a +0100", nil),
    ("2026-02-09 08:10:05 +1900", nil), ("2026-02-09 08:10:05 +010", nil), ("", nil),
    ("99999999999999999999999999", nil), ("20140209081005+00:0", nil),
  ])
  func dates(_ text: String, _ expected: String?) {
    let date = AppleHealthDate(Array(text.utf8).span)
    #expect(date?.point(nil).description == expected)
  }

  /// The bytes that the CSV writer makes of times, beside the texts of the same times.
  @Test func timesAreWrittenAsTheirTexts() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<2000 {
      let points = try (0..<2).map { _ in
        let day = CivilDate(dayNumber: Int.random(in: -800_000...3_000_000, using: &generator))
        let unit = Bool.random(using: &generator) ? 60 : 1
        let second = Int.random(in: 0..<86_400, using: &generator) / unit * unit
        let time = try #require(LocalDateTime(date: day, secondOfDay: second))
        let offset = Int.random(in: -72...72, using: &generator) * 900
        return try [
          TimePoint.day(day), .clock(time), .instant(time, #require(UTCOffset(seconds: offset))),
        ][Int.random(in: 0..<3, using: &generator)]
      }
      for time in [EntryTime.at(points[0]), .interval(points[0], points[1])] {
        var rows = RowBytes(room: 1)
        rows.append(time)
        let bytes = rows.take()
        #expect(String(decoding: bytes, as: UTF8.self) == time.description)
      }
    }
  }
}
