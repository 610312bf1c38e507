// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import Testing

@testable import Reporting

/// The rules of RFC 5545, read by hand; the contract check reads the file with a parser of others.
@Suite("The calendar of the next experiments")
struct CalendarFileTests {
  private func bytes(_ results: AnalysisResults) throws -> [UInt8] {
    try #require(Report.calendar(results))
  }

  /// The unfolded content lines.
  private func lines(_ bytes: [UInt8]) -> [String] {
    var lines: [[UInt8]] = [[]]
    var place = 0
    while place < bytes.count {
      if place + 1 < bytes.count, bytes[place] == 13, bytes[place + 1] == 10 {
        if place + 2 < bytes.count, bytes[place + 2] == 32 {
          place += 3
        } else {
          lines.append([])
          place += 2
        }
      } else {
        lines[lines.count - 1].append(bytes[place])
        place += 1
      }
    }
    return lines.dropLast().map { String(decoding: $0, as: UTF8.self) }
  }

  private func values(_ name: String, _ results: AnalysisResults) throws -> [String] {
    lines(try bytes(results)).filter { $0.hasPrefix(name + ":") }.map {
      String($0.dropFirst(name.count + 1))
    }
  }

  /// Results whose names hold all that must be escaped, and more bytes than a line.
  private func hostile() -> AnalysisResults {
    var results = SampleResults.experiments()
    results.participant = "p,;\\\r\nBEGIN:VEVENT"
    results.experiments.proposals[1].group = GroupID(
      rawValue: "käse;,\\\n\u{202E}" + String(repeating: "ß🙂", count: 60))
    return results
  }

  @Test("Lines end with CRLF, and none is longer than 75 octets or breaks a character")
  func folding() throws {
    for results in [SampleResults.experiments(), hostile()] {
      let bytes = try bytes(results)
      #expect(bytes.suffix(2) == [13, 10])
      var length = 0
      for (place, byte) in bytes.enumerated() {
        if byte == 10 { #expect(place > 0 && bytes[place - 1] == 13) }
        if byte == 13 { #expect(place + 1 < bytes.count && bytes[place + 1] == 10) }
        if byte == 13 || byte == 10 { length = 0 } else { length += 1 }
        #expect(length <= 75)
      }
      for line in bytes.split(separator: 10) {
        #expect(String(validating: line.dropLast(), as: UTF8.self) != nil)
      }
    }
  }

  @Test("Names and properties are those that an event must have, each event closed")
  func structure() throws {
    let lines = lines(try bytes(hostile()))
    #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
    #expect(lines.contains("VERSION:2.0"))
    let events = lines.dropLast().split(separator: "BEGIN:VEVENT").dropFirst()
    // Two experiments, each with a washout, three doses, days to watch and the reminder.
    #expect(events.count == 2 * 6)
    for event in events {
      let names = event.compactMap { $0.split(separator: ":").first.map(String.init) }
      for name in ["UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY", "END"] {
        #expect(names.count { $0 == name } == 1, "\(name)")
      }
    }
    #expect(!lines.contains { $0.unicodeScalars.contains("\u{202E}") })
  }

  @Test("Days follow each other: washout, doses, watching; the end is the day after the last")
  func days() throws {
    let results = SampleResults.experiments()
    let starts = try values("DTSTART;VALUE=DATE", results)
    let ends = try values("DTEND;VALUE=DATE", results)
    // The diary ends on 20 March 2026.
    #expect(
      starts.prefix(6) == ["20260321", "20260324", "20260325", "20260326", "20260327", "20260321"])
    #expect(
      ends.prefix(6) == ["20260324", "20260325", "20260326", "20260327", "20260329", "20260329"])
    #expect(try values("DTSTAMP", results).allSatisfy { $0 == "20260320T000000Z" })
    let summaries = try values("SUMMARY", results)
    #expect(summaries[1] == "Test of fructans: ¼ clove of garlic")
    #expect(summaries[5] == "Write down your symptoms")
    #expect(!summaries.contains { $0.contains("gluten") })
  }

  @Test(
    "No event stands on a day of the diary; the first stands on the start that is given",
    arguments: [
      (nil, 0, "20260321"), ("2026-11-23", 0, "20261123"), ("2026-01-01", 0, "20260321"),
      (nil, -30, "20260321"), ("2027-02-28", -30, "20270228"),
    ] as [(String?, Int, String)])
  func start(given: String?, moved: Int, expected: String) throws {
    var results = SampleResults.experiments()
    for place in results.experiments.proposals.indices {
      let start = results.experiments.proposals[place].start
      results.experiments.proposals[place].start = start.advanced(by: moved)
    }
    let start = try given.map { try #require(CivilDate(iso: $0)) }
    let bytes = try #require(Report.calendar(results, start: start))
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
    let starts = lines.filter { $0.hasPrefix("DTSTART") }.map { String($0.suffix(8)) }
    #expect(starts.min() == expected)
    // The days between the events stay as they are.
    let plain = try values("DTSTART;VALUE=DATE", SampleResults.experiments())
    func gaps(_ days: [String]) -> [Int] {
      let numbers = days.compactMap { day in
        CivilDate(iso: "\(day.prefix(4))-\(day.dropFirst(4).prefix(2))-\(day.suffix(2))")?.dayNumber
      }
      return numbers.map { $0 - (numbers.first ?? 0) }
    }
    #expect(gaps(starts) == gaps(plain) && starts.count == plain.count)
  }

  @Test("Identifiers differ within a file, and stay the same for the same content")
  func identifiers() throws {
    let first = try values("UID", SampleResults.experiments())
    #expect(Set(first).count == first.count)
    #expect(try bytes(SampleResults.experiments()) == bytes(SampleResults.experiments()))
    var other = SampleResults.experiments()
    other.participant = "p002"
    #expect(Set(try values("UID", other)).isDisjoint(with: first))
    // FNV-1a of nothing and of "a" (Fowler, Noll, Vo).
    #expect(CalendarFile.identifier("").hasPrefix("cbf29ce484222325"))
    #expect(CalendarFile.identifier("a").hasPrefix("af63dc4c8601ec8c"))
  }

  @Test("Text is escaped as RFC 5545, 3.3.11, has it")
  func escaping() {
    #expect(CalendarFile.escaped("a,b;c\\d\ne\r\u{0}") == "a\\,b\\;c\\\\d\\ne")
  }

  @Test("Nothing proposed, no file")
  func none() {
    #expect(Report.calendar(SampleResults.make()) == nil)
    #expect(Report.reasonWithoutCalendar(SampleResults.make()).isEmpty == false)
  }
}
