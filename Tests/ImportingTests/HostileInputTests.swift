// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import TestSupport
import Testing

@testable import Importing

/// The start of a file of some format, and one sound row of it.
struct HostileTwin: CustomTestStringConvertible, Sendable {
  var format: String
  var head: String
  /// A sound row, with `X` where a text of the row's writer stands.
  var row: String
  var testDescription: String { format }

  static let all: [HostileTwin] = [
    HostileTwin(
      format: "canonical-csv", head: "time,kind,name,value,unit,note\n",
      row: "2026-01-05,food,\"X\",1,g,\n"),
    HostileTwin(format: "mysymptoms", head: "\n", row: "01/25/2026, 08:00, Lunch, \"X\"\n"),
    HostileTwin(
      format: "bearable", head: "date,weekday,time of day,category,rating/amount,detail,notes\n",
      row: "\"1st Mar 2022\",\"Tuesday\",\"mid\",\"Food Diary\",\"\",\"X\",\"\"\n"),
    HostileTwin(
      format: "cronometer-servings", head: "Day,Group,Food Name,Amount,Energy (kcal)\n",
      row: "2026-01-05,Lunch,\"X\",1 g,3\n"),
    HostileTwin(
      format: "cronometer-biometrics", head: "Day,Group,Metric,Unit,Amount\n",
      row: "2026-01-05,A,\"X\",bpm,60\n"),
    HostileTwin(
      format: "cronometer-exercises", head: "Day,Group,Exercise,Minutes,Calories Burned\n",
      row: "2026-01-05,A,\"X\",20,-5\n"),
    HostileTwin(
      format: "cronometer-notes", head: "Day,Group,Note\n", row: "2026-01-05,A,\"X\"\n"),
    HostileTwin(
      format: "cronometer-fasts", head: "Name,Start,End,Recurrence,Comments\n",
      row: "\"X\",2026-01-05 20:00,2026-01-06 08:00,,\n"),
    HostileTwin(
      format: "cronometer-dailysummary", head: "Date,Energy (kcal),Carbs (g),Note,Completed\n",
      row: "2026-01-05,2000,200,\"X\",true\n"),
    HostileTwin(
      format: "fatsecret",
      head: "# Food Diary Report - Detailed Report\n\"Tuesday, May 1, 2018\",1\n Lunch,1\n",
      row: "  \"X\",1\n   1 cup\n"),
    HostileTwin(
      format: "macrofactor", head: "Date,Time,Food Name,Serving Size,Serving Qty\n",
      row: "2026-01-05,08:00,\"X\",cup,1\n"),
  ]

  func text(_ filling: String, rows: Int = 3) -> [UInt8] {
    let sound = String(repeating: row.replacing("X", with: "Rice"), count: rows)
    return Array((head + sound + row.replacing("X", with: filling)).utf8)
  }

  /// The line of the row behind the sound ones.
  func line(rows: Int = 3) -> Int {
    let before = head + String(repeating: row, count: rows)
    return before.utf8.count { $0 == 0x0A } + 1
  }
}

@Suite("Hostile input, reader by reader")
struct HostileInputTests {
  private func outcome(_ bytes: [UInt8], name: String = "a.csv") -> (
    findings: [Finding], failed: Bool, diaries: [Diary]
  ) {
    do {
      let result = try Importer.read(bytes: bytes, name: name)
      return (result.findings, false, result.diaries)
    } catch {
      return (error.findings, true, [])
    }
  }

  @Test(arguments: HostileTwin.all)
  func soundRowsAreRead(_ twin: HostileTwin) {
    let result = outcome(twin.text("Bread"))
    #expect(!result.failed && result.diaries.flatMap(\.inputs).map(\.format) == [twin.format])
    #expect(result.diaries.flatMap(\.inputs).map(\.rows) == [4])
    #expect(result.diaries.flatMap(\.inputs).map(\.rowsUnread) == [0])
  }

  /// A cell of 10 MB ends the file with its line.
  @Test(arguments: HostileTwin.all)
  func longCells(_ twin: HostileTwin) {
    let result = outcome(twin.text(String(repeating: "x", count: 10_000_000)))
    #expect(result.failed)
    let errors = result.findings.filter { $0.severity == .error }
    #expect(errors.map(\.id) == ["csv-cell-too-long"])
    #expect(errors.map(\.line) == [twin.line()])
  }

  /// A line of more than 10 MB in many cells, and one of very many cells.
  @Test(arguments: HostileTwin.all)
  func longLines(_ twin: HostileTwin) {
    let wide = String(repeating: "y", count: 900_000)
    let line = twin.row.replacing("X", with: "Rice").split(separator: "\n")[0]
    for (more, id) in [
      (String(repeating: "," + wide, count: 12), "csv-row-too-long"),
      (String(repeating: ",", count: 20_000), "csv-too-many-cells"),
    ] {
      let text = twin.text("Rice", rows: 2) + Array((line + more).utf8)
      let result = outcome(text)
      #expect(result.failed)
      #expect(result.findings.filter { $0.severity == .error }.map(\.id) == [id])
      #expect(result.findings.filter { $0.severity == .error }.map(\.line) == [twin.line()])
    }
  }

  /// NUL bytes are read as blanks, and said.
  @Test(arguments: HostileTwin.all)
  func nulBytes(_ twin: HostileTwin) {
    let result = outcome(twin.text("Bre\u{0}ad"))
    #expect(!result.failed)
    #expect(
      result.findings.contains { $0.id == "csv-control-character" && $0.line == twin.line() })
    let texts = result.diaries.flatMap(\.entries).flatMap { [$0.name, $0.note ?? ""] }
    #expect(!texts.contains { $0.contains("\u{0}") })
  }

  /// A quote that is never closed names the line on which it opens.
  @Test(arguments: HostileTwin.all)
  func openQuotes(_ twin: HostileTwin) {
    let open = Array(twin.row.split(separator: "X")[0].utf8) + Array("Rice\n\n".utf8)
    let result = outcome(twin.text("Rice") + open)
    #expect(result.failed)
    let errors = result.findings.filter { $0.severity == .error }
    #expect(errors.map(\.id) == ["csv-unterminated-quote"])
    #expect(errors.map(\.line) == [twin.line(rows: 4)])
  }

  /// Bytes that are no UTF-8 in one row of very many make that row unreadable, with its line.
  @Test(arguments: HostileTwin.all)
  func wrongBytes(_ twin: HostileTwin) {
    var text = twin.text("é", rows: 40)
    guard let place = text.firstIndex(of: 0xC3) else { return }
    text[place] = 0xFF
    text += Array(twin.row.replacing("X", with: "é").utf8)
    let result = outcome(text)
    #expect(!result.failed)
    let errors = result.findings.filter { $0.severity == .error }
    #expect(errors.map(\.id) == ["text-not-utf8"])
    #expect(errors.map(\.line) == [twin.line(rows: 40)])
  }

  /// More than 5 % of rows without a day: an error that gives the count, and at most 100 printed.
  @Test(arguments: HostileTwin.all.filter { $0.format != "fatsecret" })
  func tooManyUnreadableRows(_ twin: HostileTwin) throws {
    let bad = twin.row.replacing("X", with: "Rice")
      .replacing("2026-01-05", with: "2026-13-05").replacing("01/25/2026", with: "13/45/2026")
      .replacing("1st Mar", with: "31st Feb")
    let text = twin.text("Rice", rows: 20) + Array(String(repeating: bad, count: 300).utf8)
    let result = outcome(text)
    #expect(result.failed)
    #expect(result.findings.count { $0.severity == .error } == 301)
    let last = try #require(result.findings.last)
    #expect(last.id == "too-many-unreadable-rows" && last.summary.contains("300 of 321"))
  }

  private static let xml: [(name: String, open: String, close: String)] = [
    ("canonical-xml", "<diary xmlns=\"urn:reintro:diary:1\"><entries>", "</entries></diary>"),
    ("apple-health", "<HealthData locale=\"en_US\">", "</HealthData>"),
    ("fhir", "<Bundle xmlns=\"http://hl7.org/fhir\"><entry>", "</entry></Bundle>"),
  ]

  @Test(arguments: xml.map(\.name))
  func documents(_ name: String) throws {
    let (_, open, close) = try #require(Self.xml.first { $0.name == name })
    let attacks = [
      (String(repeating: "<a>", count: 100_000), "xml-limit"),
      ("<a x=\"" + String(repeating: "x", count: 10_000_000) + "\"/>", "xml-limit"),
      ("<a>&e;</a>", "xml-entity"), ("<a>", "xml-not-well-formed"),
      ("<a>\u{0}</a>", nil), ("<a b='1' b='2'/>", "xml-not-well-formed"),
    ]
    for (attack, id) in attacks {
      let result = outcome(Array(("\n" + open + "\n" + attack + close).utf8), name: "a.xml")
      #expect(result.failed)
      let errors = result.findings.filter { $0.severity == .error }
      if let id {
        #expect(errors.contains { $0.id == id && ($0.line ?? 0) >= 2 }, "\(attack.prefix(20))")
      } else {
        #expect(!errors.isEmpty)
      }
    }
  }

  @Test(arguments: [
    String(repeating: "<div>", count: 100_000),
    "<p title=\"" + String(repeating: "x", count: 10_000_000) + "\">",
    "<!--" + String(repeating: "x", count: 10_000_000),
  ])
  func pages(_ attack: String) {
    let result = outcome(
      Array("<html>\n<body id=\"printable-diary\">\n\(attack)</body></html>".utf8), name: "a.htm")
    #expect(result.failed)
    #expect(result.findings.map(\.id) == ["xml-limit"])
    #expect(result.findings.allSatisfy { ($0.line ?? 0) >= 2 })
  }

  @Test func anEmptyPageIsNoDiary() {
    let result = outcome(
      Array("<html><body id=\"printable-diary\"></body></html>".utf8), name: "a.htm")
    #expect(result.failed && result.findings.map(\.id) == ["no-entries"])
  }

  /// Two persons' files in one folder: each says whose it is, and the third says nobody's.
  @Test func severalParticipants() throws {
    let files = ["p1", "p2"].map { name in
      (Array("participant,time,kind,name\n\(name),2026-01-05,food,Rice\n".utf8), "\(name).csv")
    }
    let app = (HostileTwin.all[2].text("Bread"), "bearable.csv")
    let result = try Importer.read(files + [app])
    #expect(result.diaries.map(\.participant) == [nil, "p1", "p2"])
    let finding = try #require(result.findings.first { $0.id == "participant-unnamed" })
    #expect(finding.file == "bearable.csv" && finding.severity == .warning)
    let joined = try Importer.read([files[0], app])
    #expect(joined.diaries.map(\.participant) == ["p1"])
    #expect(joined.diaries.first?.entries.count == 5)
  }
}
