// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FileAccess
import TestSupport
import Testing

@testable import Importing

@Suite("Nothing is lost after the first import")
struct LosslessTests {
  private func diaries(_ bytes: [UInt8], _ name: String) throws -> [Diary] {
    try Importer.read(bytes: bytes, name: name).diaries
  }

  /// Through each canonical format and back by the other.
  private func expectStable(_ diaries: [Diary]) throws {
    let csv = CanonicalCSVWriter.write(diaries)
    let xml = CanonicalXMLWriter.write(diaries)
    #expect(try CanonicalCSVWriter.write(self.diaries(xml, "d.xml")) == csv)
    #expect(try CanonicalXMLWriter.write(self.diaries(csv, "d.csv")) == xml)
    #expect(try CanonicalXMLWriter.write(self.diaries(xml, "d.xml")) == xml)
    #expect(try CanonicalCSVWriter.write(self.diaries(csv, "d.csv")) == csv)
  }

  @Test(arguments: [
    "a\rb", "a\r\nb", "\r", "a\r", "a\nb", "a\u{FFFE}b", "\u{FFFF}", "a\u{7F}b", "\tx ", "x\u{0}y",
    "\u{1}", "e\u{301} é", "a\u{FFFD}", "\u{FEFF}x", "＝1", "\u{85}\u{2028}",
  ])
  func anyTextInANote(text: String) throws {
    let quoted =
      "time,kind,name,note\n2026-01-01,food,milk,\"\(text)\"\n"
      + "2026-01-01,note,,\"x\(text)\"\n"
    try expectStable(diaries(Array(quoted.utf8), "d.csv"))
  }

  @Test func lineEndsInCellsAreKept() throws {
    let text = "time,kind,name,note\n2026-01-01,note,,\"a\rb\r\nc\nd\"\n"
    let read = try diaries(Array(text.utf8), "d.csv")
    #expect(read.first?.entries.first?.note?.utf8.elementsEqual("a\rb\r\nc\nd".utf8) == true)
    let back = try diaries(CanonicalXMLWriter.write(read), "d.xml")
    #expect(back.first?.entries.first?.note?.utf8.elementsEqual("a\rb\r\nc\nd".utf8) == true)
  }

  @Test func noncharactersAreReplacedWithAFinding() throws {
    let text = "time,kind,name\n2026-01-01,food,a\u{FFFE}b\n"
    let result = try Importer.read(bytes: Array(text.utf8), name: "d.csv")
    #expect(result.diaries.first?.entries.first?.name == "a\u{FFFD}b")
    #expect(result.findings.map(\.id) == ["csv-noncharacter"])
  }

  @Test(arguments: [
    ("2026-01-01,food, milk ,", ["csv-blanks-dropped"]), ("2026-01-01,food,milk,", []),
    ("2026-01-01,food,\" milk \",", []),
  ])
  func droppedBlanksAreNoted(row: String, ids: [String]) throws {
    let result = try Importer.read(
      bytes: Array("time,kind,name,note\n\(row)\n".utf8), name: "d.csv")
    #expect(result.findings.map(\.id) == ids)
  }

  @Test(arguments: ["293.1e3080", "NaN", "1,5", "-inf", "1.5", "120/80", ""])
  func cronometerAmounts(amount: String) throws {
    let text = """
      Day,Time,Group,Metric,Unit,Amount
      2022-11-03,8:30 AM,Own,"Blood Glucose",mg/dL,"\(amount)"
      """
    let read = try diaries(Array(text.utf8), "biometrics.csv")
    #expect(read.first?.entries.count == 1)
    let entry = read.first?.entries.first
    #expect(amount.isEmpty || (entry?.value?.canonicalText ?? entry?.note) == amount)
    try expectStable(read)
  }

  @Test func equalTextsOfOtherBytesStayApart() throws {
    // Longer than a text that is held without memory of its own.
    let names = ["crème brûlée with vanilla", "cre\u{300}me bru\u{302}le\u{301}e with vanilla"]
    let rows = names.map { "2026-01-01,food,\($0),cup of something,\"a long note, \($0)\"\n" }
    let text = "time,kind,name,unit,note\n" + rows.joined() + rows.joined()
    let entries = try #require(diaries(Array(text.utf8), "d.csv").first).entries
    #expect(
      Set(entries.map { Array($0.name.utf8) }) == Set(names.map { Array($0.utf8) }))
    #expect(
      entries.allSatisfy { ($0.note ?? "").utf8.elementsEqual("a long note, \($0.name)".utf8) })
  }

  @Test func repeatedMarksDoNotHideTheFirstColumn() throws {
    let text = "\u{FEFF}\u{FEFF}\u{FEFF}participant,time,kind,name\np7,2026-01-01,food,milk\n"
    #expect(try diaries(Array(text.utf8), "d.csv").first?.participant == "p7")
    let wide = text.utf16.flatMap {
      [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
    }
    #expect(try diaries(wide, "d.csv").first?.participant == "p7")
  }

  @Test func manyEntriesAreWrittenInPieces() throws {
    let entries = (0..<6000).map { number in
      Entry(
        kind: number % 3 == 0 ? .profile : .food,
        time: number % 3 == 0 ? nil : .at(.day(CivilDate(dayNumber: 20_000 - number))),
        name: "food number \(number) & more", note: "plain", origin: Origin(input: 0, line: number))
    }
    try expectStable([Diary(participant: "p", entries: entries, inputs: [])])
    var pieces = 0
    CanonicalXMLWriter.write([Diary(participant: "p", entries: entries, inputs: [])]) { _ in
      pieces += 1
    }
    #expect(pieces > 1)
  }

  private static let hasZones = FileSystem.kind(of: "/usr/share/zoneinfo/Europe/Berlin") != nil

  @Test(.enabled(if: hasZones)) func knownZonesAreToldFromOthers() {
    #expect(Importer.knowsTimeZone("Europe/Berlin"))
    for name in ["Europe/Nowhere", "", "../etc/passwd", "Europe"] {
      #expect(!Importer.knowsTimeZone(name))
    }
  }

  @Test(
    .enabled(if: hasZones),
    arguments: ["0001-01-01T12:00Z", "1890-06-01T12:00+01:00", "2026-01-01T12:00Z"])
  func timesOnAZonesClockStayAsTheyAre(time: String) throws {
    let zone = ImportOptions(timeZone: "Europe/Berlin")
    let text = "time,kind,name\n\(time),food,milk\n"
    let first = try Importer.read(bytes: Array(text.utf8), name: "d.csv", options: zone).diaries
    let written = CanonicalCSVWriter.write(first)
    let second = try Importer.read(bytes: written, name: "d.csv", options: zone).diaries
    #expect(CanonicalCSVWriter.write(second) == written)
    let (old, new) = (try #require(TimePoint(iso: time)), first.first?.entries.first?.time?.start)
    #expect(try instant(old) == instant(#require(new)))
  }

  private func instant(_ point: TimePoint) throws -> Int {
    guard case .instant(let time, let offset) = point else {
      Issue.record("\(point) is no instant")
      return 0
    }
    return time.secondsSinceEpoch - offset.seconds
  }

  @Test(
    .enabled(if: hasZones),
    arguments: [
      // Clocks in Berlin went from 02:00 to 03:00 on 2024-03-31, and back on 2024-10-27.
      ("2024-03-31T02:00", true), ("2024-03-31T02:59:59", true), ("2024-03-31T01:59", false),
      ("2024-03-31T03:00", false), ("2024-10-27T02:30", false), ("2024-03-31", false),
      ("2024-03-31T00:00/2024-03-31T02:30", true),
    ])
  func skippedLocalTimesAreNoted(time: String, isSkipped: Bool) throws {
    let result = try Importer.read(
      bytes: Array("time,kind,name\n\(time),food,milk\n".utf8), name: "d.csv",
      options: ImportOptions(timeZone: "Europe/Berlin"))
    #expect(result.findings.map(\.id) == (isSkipped ? ["time-skipped"] : []))
    #expect(result.diaries.first?.entries.first?.time?.description == time)
  }

  @Test(arguments: [
    ("2026-02-09T08:10+18:01", "offset-not-readable"),
    ("2026-02-09T08:10:05+1:00", "offset-not-readable"),
    ("2026-02-09T08:10 CET", "offset-not-readable"), ("2026-02-09T25:10", "time-not-existing"),
    ("2026-02-09T08:61", "time-not-existing"), ("2026-02-09T08:10:99", "time-not-existing"),
    ("2026-02-30T08:10+18:01", "date-not-existing"),
  ])
  func theFaultNamesThePartThatIsWrong(time: String, id: String) {
    let error = #expect(throws: RowFault.self) { try TimeReading(time) }
    #expect(error?.id == id)
  }
}
