// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FileAccess
import TestSupport
import Testing

@testable import Importing

/// One file in which a night stands more than once.
@Suite("Sleep that one file has more than once")
struct SleepTwiceTests {
  private static let header = "time,kind,name,value,unit,note\n"

  private func csv(_ rows: [String]) -> String {
    let cells = rows.map { $0.replacing(" ", with: ",context,sleep,", maxReplacements: 1) }
    return Self.header + cells.joined(separator: "\n") + "\n"
  }

  /// The hours that a diary gives each day, with the findings.
  private func read(_ rows: [String]) throws -> (days: [String: Double], findings: [Finding]) {
    let result = try Mapped.read([(csv(rows), "d.csv")])
    var days: [String: Double] = [:]
    for entry in result.diaries.flatMap(\.entries) {
      let hours = (entry.value?.number ?? 0) / (entry.unit == "min" ? 60 : 1)
      days[entry.time?.end.date.description ?? "", default: 0] += hours
    }
    return (days, result.findings)
  }

  @Test("Of two that overlap the longer counts, whoever wrote it, and both rows are named")
  func overlap() throws {
    let (days, findings) = try read([
      "2026-01-01T23:00/2026-01-02T06:30 7,h,",
      "2026-01-01T23:10/2026-01-02T06:40 7.25,h,",
      "2026-01-02T23:00/2026-01-03T06:30 7,h,",
    ])
    #expect(days == ["2026-01-02": 7.25, "2026-01-03": 7])
    #expect(findings.map(\.id) == ["sleep-of-several-sources"])
    #expect(findings.first?.line == 2)
    #expect(findings.first?.summary.contains("line 3") == true)
  }

  @Test("A night, its stages and a total are one; minutes are hours")
  func stages() throws {
    let (days, _) = try read([
      "2026-01-02T00:00+01:00/2026-01-02T08:00+01:00 7.5,h,",
      "2026-01-01T23:00Z/2026-01-02T02:00Z 180,min,deep",
      "2026-01-02T03:00+01:00/2026-01-02T08:00+01:00 270,min,light",
    ])
    #expect(days == ["2026-01-02": 7.5])
  }

  @Test(
    "What can both be true adds up",
    arguments: [
      // A nap, with and without times; parts of a night that meet; a night that is parted.
      ["2026-01-01T23:00/2026-01-02T06:00 7,h,", "2026-01-02T14:00/2026-01-02T15:00 1,h,"],
      ["2026-01-02 6.5,h,night", "2026-01-02 1.5,h,nap"],
      ["2026-01-02 6.5,h,", "2026-01-02 1.5,h,"],
      ["2026-01-01T23:00/2026-01-02T03:15 4,h,", "2026-01-02T03:00/2026-01-02T07:00 4,h,"],
      ["2026-01-02 4,h,first", "2026-01-02 4,h,second"],
    ])
  func parts(_ rows: [String]) throws {
    let (days, findings) = try read(rows)
    #expect(days == ["2026-01-02": 8])
    #expect(findings.isEmpty)
  }

  @Test("Two trackers that name themselves are told by most of their nights")
  func trackers() throws {
    // The fourth night is short: alone it might be two halves of a night.
    let rows = (2...9).flatMap { day in
      [
        "2026-01-0\(day) \(day == 4 ? 4 : 7),h,Ring",
        "2026-01-0\(day) \(day == 4 ? 4.5 : 7.5),h,Watch",
      ]
    }
    let (days, findings) = try read(rows + ["2026-01-10 6,h,Ring"])
    #expect(days.values.sorted() == [4, 6, 7, 7, 7, 7, 7, 7, 7])
    #expect(findings.map(\.id) == ["sleep-of-several-sources"])
    #expect(findings.first?.summary.contains("8 days") == true)
    #expect(findings.first?.line == 3)
  }

  @Test("A long nap once does not make naps a tracker")
  func longNap() throws {
    let rows = (2...9).flatMap { day in
      ["2026-01-0\(day) 7,h,night", "2026-01-0\(day) \(day == 4 ? 5 : 1),h,nap"]
    }
    let (days, findings) = try read(rows)
    #expect(days.values.sorted() == [8, 8, 8, 8, 8, 8, 8, 12])
    #expect(findings.isEmpty)
  }

  @Test("Days of more than 14 hours are told where nothing says which rows are the same")
  func addsUp() throws {
    let (days, findings) = try read([
      "2026-01-02 7,h,", "2026-01-02 7,h,", "2026-01-03 7,h,", "2026-01-03 7.2,h,",
    ])
    #expect(days == ["2026-01-02": 14, "2026-01-03": 14.2])
    #expect(findings.map(\.id) == ["sleep-adds-up"])
    #expect(findings.first?.summary.contains("lines 4, 5") == true)
  }

  @Test("Two files that give a day the same hours in other words count once")
  func sameHours() throws {
    let one = csv(["2026-01-02 7,h,", "2026-01-03 7,h,"])
    let two = csv(["2026-01-02 7,h,slept badly", "2026-01-03 7,h,", "2026-01-04 6,h,"])
    let result = try Mapped.read([(one, "a.csv"), (two, "b.csv")])
    #expect(result.diaries.flatMap(\.entries).compactMap(\.value?.number) == [7, 7, 6])
    #expect(result.findings.map(\.id) == ["entries-repeated"])
  }

  @Test("Kinds and separators of spreadsheets and web pages do not matter, and minutes are hours")
  func otherSigns() throws {
    let text = "time|kind|name|value|unit\n2026-01-02|\u{A0}context\u{200B}|sleep|7,5|h\n"
    let result = try Mapped.read([(text, "d.csv")])
    let entry = try #require(result.diaries.first?.entries.first)
    #expect(entry.kind == .context && entry.hoursSlept == 7.5)
    let minutes = Entry(
      kind: .context, time: nil, name: "sleep", value: .number(450), unit: "Minutes",
      origin: Origin(input: 0, line: 1))
    #expect(minutes.hoursSlept == 7.5)
  }

  // Of each participant nights with and without times, notes and second rows, in any order.
  @Test("Rows that are only counted tell the same as rows that are held", arguments: 0..<60)
  func counted(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let units = ["7.5,h", "430,min", "0.5,h", "6,h", "8,"]
    // Few kinds of rows in most files, so that some participants have plain nights alone.
    let odd = Int.random(in: 0...4, using: &random)
    let rows = (0..<40).map { place in
      let day = odd == 0 ? place / 2 + 1 : Int.random(in: 1...25, using: &random)
      let (who, date) = ("p\(place % 2)", CivilDate(dayNumber: 20_000 + day))
      let before = CivilDate(dayNumber: 19_999 + day)
      let hour = Int.random(in: 1...9, using: &random)
      let time = odd > 2 && hour > 6 ? "\(before)T23:0\(hour)/\(date)T0\(hour):00" : "\(date)"
      let note = odd > 1 && hour % 2 == 0 ? "a watch of \(hour)" : ""
      let unit = units.randomElement(using: &random) ?? ""
      return "\(who),\(time),context,sleep,\(unit),\(note)\n"
    }
    let path = try Fixtures.temporaryFolder() + "/d.csv"
    let text = "participant,time,kind,name,value,unit,note\n" + rows.joined()
    try FileSystem.write(Array(text.utf8), to: path)
    let whole = try Importer.read([path])
    let split = try SplitImport(InputFiles([path]), options: ImportOptions(), mostAtOnce: 1)
    #expect(split.findings == whole.findings)
    let checked = try Importer.check([path])
    #expect(checked.diaries.map(\.inputs) == whole.diaries.map(\.inputs))
  }

  @Test("Files that are read in parts give the same")
  func inParts() throws {
    let nights = [
      "2026-01-01T23:00/2026-01-02T06:30,context,sleep,7,h",
      "2026-01-01T23:10/2026-01-02T06:40,context,sleep,7.25,h",
    ]
    let text = ["a", "b"].flatMap { who in nights.map { "\(who),\($0)\n" } }.joined()
    let path = try Fixtures.temporaryFolder() + "/d.csv"
    try FileSystem.write(Array(("participant,time,kind,name,value,unit\n" + text).utf8), to: path)
    let whole = try Importer.read([path])
    let split = try SplitImport(InputFiles([path]), options: ImportOptions(), mostAtOnce: 1)
    #expect(split.isInParts)
    var diaries: [Diary] = []
    try split.forEach { diary in
      diaries.append(diary)
      return true
    }
    #expect(diaries == whole.diaries)
    #expect(split.findings == whole.findings)
    #expect(whole.diaries.map(\.entries.count) == [1, 1])
    #expect(whole.findings.map(\.line) == [2, 4])
    let checked = try Importer.check([path])
    #expect(checked.entries == 2)
    #expect(checked.findings == whole.findings)
    #expect(checked.diaries.map(\.inputs) == whole.diaries.map(\.inputs))
  }
}
