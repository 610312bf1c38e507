// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import Importing

@Suite("Rows that cannot be read are kept for the safety gates")
struct UnreadRowTests {
  private static let header = "participant,time,kind,name,value,unit,groups,note\n"

  private static func csv(_ rows: String, good: Int = 60) -> [UInt8] {
    let days = (0..<good).map { "p,2026-02-\($0 % 28 < 9 ? "0" : "")\($0 % 28 + 1),food,rice,,,," }
    return Array((header + days.joined(separator: "\n") + "\n" + rows + "\n").utf8)
  }

  private static func unread(_ bytes: [UInt8], _ name: String) throws -> [UnreadRow] {
    try Importer.read(bytes: bytes, name: name).diaries.flatMap(\.unreadable)
  }

  @Test("A canonical row is kept cell by cell")
  func canonical() throws {
    let rows = try Self.unread(
      Self.csv("p,2026-02-03,symptom,throat swelling,9,0-4,,after milk"), "d.csv")
    let row = try #require(rows.first)
    #expect(rows.count == 1)
    #expect(row.kind == .symptom)
    #expect(row.name == "throat swelling")
    #expect(row.value == "9")
    #expect(row.note == "after milk")
    #expect(row.reason == "severity-outside-scale")
    #expect(row.origin.line == 62)
  }

  @Test("A row with a comma too many keeps all its words")
  func longRow() throws {
    let rows = try Self.unread(Self.csv("p,,profile,height,1,70,m,,,"), "d.csv")
    #expect(rows.first?.kind == nil)
    #expect(rows.first?.note == "profile; height; 1; 70; m")
  }

  @Test("Bytes that are not UTF-8 do not hide the rest of the row")
  func bytes() throws {
    var text = Self.csv("p,2026-02-03,note,,,,,throat swelling")
    text.insert(0xFF, at: text.count - 2)
    #expect(try Self.unread(text, "d.csv").first?.note.hasPrefix("throat swell") == true)
  }

  @Test("A group that is not known does not hide an allergy")
  func group() throws {
    let rows = try Self.unread(Self.csv("p,,profile,allergy,,,penut,"), "d.csv")
    #expect(rows.first?.name == "allergy")
    #expect(rows.first?.note == "penut")
  }

  @Test("An XML record is kept with its text")
  func xml() throws {
    let foods = (1...28).map { "<food time=\"2026-02-\($0 < 10 ? "0" : "")\($0)\" name=\"rice\"/>" }
    let text =
      "<diary xmlns=\"urn:reintro:diary:1\" participant=\"p\"><entries>"
      + foods.joined()
      + "<symptom time=\"2026-02-30\" name=\"throat swelling\" value=\"3\" scale=\"0-10\">x</symptom>"
      + "</entries></diary>"
    let rows = try Self.unread(Array(text.utf8), "d.xml")
    #expect(rows.first?.kind == .symptom)
    #expect(rows.first?.name == "throat swelling")
    #expect(rows.first?.participant == "p")
  }

  @Test("A row is its participant's; one that names nobody is everybody's")
  func participants() throws {
    var text = Self.header
    for day in 10..<28 {
      for person in ["a", "b"] { text += "\(person),2026-02-\(day),food,rice,,,,\n" }
    }
    let named = try Importer.read(
      bytes: Array((text + "a,2026-02-40,symptom,ache,1,0-10,,\n").utf8), name: "d.csv"
    ).diaries
    #expect(named.map(\.unreadable.count) == [1, 0])
    let unnamed = try Importer.read(
      bytes: Array((text + ",2026-02-40,symptom,ache,1,0-10,,\n").utf8), name: "d.csv"
    ).diaries
    #expect(unnamed.map(\.unreadable.count) == [1, 1])
  }

  @Test(
    "Sizes and ages with words or a decimal comma are read",
    arguments: [
      "p,,profile,age,12 years,,,", "p,,profile,age,birth year 2014,,,",
      "p,,profile,date of birth,2014-03-02,,,", "p,,profile,height,\"1,70\",m,,",
      "p,,profile,weight,\"52,5\",kg,,", "p,2026-02-03,symptom,throat swelling,yes,,,",
      "p,2026-02-03,symptom,bloating,no,,,",
    ])
  func readable(row: String) throws {
    let result = try Importer.read(bytes: Self.csv(row), name: "d.csv")
    #expect(result.diaries.first?.unreadable.isEmpty == true)
    #expect(result.diaries.first?.entries.count == 61)
  }

  @Test("Groups with commas between get a hint")
  func commas() throws {
    let result = try Importer.read(
      bytes: Self.csv("p,2026-02-03,food,cake,,,\"lactose,egg\","), name: "d.csv")
    let finding = try #require(result.findings.first { $0.id == "group-unknown" })
    #expect(finding.remedy.contains("“lactose egg”"))
  }

  @Test(
    "A row of a mapped file is kept with all its cells",
    arguments: ["2026-01-01,bad,throat swelling", "2026-01-01,3,throat swelling,x"])
  func mapped(row: String) throws {
    let yaml =
      "time: \"{D}\"\nentries:\n  - {kind: symptom, name: \"{N}\", value: \"{V}\", scale: 0-10}\n"
    let sound = String(repeating: "2026-01-01,2,ache\n", count: 40)
    let diary = try #require(try Mapped.read("D,V,N\n" + sound + row + "\n", yaml).diaries.first)
    #expect(diary.unreadable.count == 1)
    #expect(diary.unreadable.first?.note.contains("throat swelling") == true)
    #expect(diary.unreadable.first?.origin.line == 42)
  }

  @Test("A long text is cut, and says so")
  func cut() throws {
    let rows = try Self.unread(
      Self.csv("p,2026-02-40,note,,,,," + String(repeating: "x ", count: 3000)), "d.csv")
    #expect(rows.first?.isCut == true)
    #expect((rows.first?.note.utf8.count ?? 0) <= UnreadRow.longestText)
  }
}
