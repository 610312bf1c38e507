// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import Importing

@Suite("Rows that cannot be read are kept for the safety gates")
struct UnreadRowTests {
  private static let header = UnreadFiles.header + "\n"

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

  private static let bearable =
    "date,weekday,time of day,category,rating/amount,detail,notes\n"
    + String(repeating: "1st Mar 2022,Tuesday,mid,Symptom,1,Nausea (Mild),\n", count: 40)
  private static let servings =
    "Day,Time,Group,Food Name,Amount\n"
    + String(repeating: "2026-02-09,,Lunch,Rice,1 cup\n", count: 40)
  private static let mySymptoms = String(
    repeating: "03/30/2022,18:57,Symptom,Bloating,Intensity: 3\n", count: 40)
  private static let page =
    UnreadFiles.page + "</tbody></table><h2 id=\"date\">Someday</h2><table id=\"food\"><tbody>"

  private static let badDates = "startDate=\"2026-02-30\" endDate=\"2026-02-30\""

  /// Each with one row that cannot be read, and the words that a safety gate looks for.
  @Test(
    "A row of an app's export is kept with its words",
    arguments: [
      (bearable + "31st Feb 2022,x,mid,Symptom,1,throat swelling,\n", "b.csv", "throat swelling"),
      (servings + "2026-02-09,,Lunch,\"throat swelling\",some\n", "s.csv", "throat swelling"),
      (
        UnreadFiles.fatSecret + "\"Someday, May 32, 2018\",1\n Lunch,1\n  throat swelling tea,1\n",
        "f.csv",
        "throat swelling tea"
      ),
      (
        mySymptoms + "03/30/2022,18:57,Symptom,throat swelling,Intensity: 30\n", "m.csv",
        "throat swelling"
      ),
      (
        page + "<tr><td>throat swelling pills</td><td>1</td></tr></tbody></table></body></html>",
        "p.html", "throat swelling pills"
      ),
      (
        UnreadFiles.health(
          "<Record type=\"HKCategoryTypeIdentifierWheezing\" \(badDates) value=\"HKx\"/>"),
        "e.xml", "wheezing"
      ),
      (
        UnreadFiles.health(
          "<Record type=\"HKQuantityTypeIdentifierDietaryProtein\" \(badDates) value=\"1\">"
            + "<MetadataEntry key=\"HKFoodType\" value=\"peanut bar\"/></Record>"), "e.xml",
        "peanut bar"
      ),
      (
        UnreadFiles.health(
          "<Correlation type=\"HKCorrelationTypeIdentifierFood\" \(badDates)>"
            + "<MetadataEntry key=\"HKFoodType\" value=\"peanut bar\"/></Correlation>"), "e.xml",
        "peanut bar"
      ),
      (
        "full_date,date,weekday,time,mood,activities,note_title,note\n"
          + String(repeating: "2026-03-02,2 March,Monday,10:00 pm,good,coffee,,\n", count: 40)
          + "2026-03-32,2 March,Monday,10:00 pm,good,throat swelling,,\n", "d.csv",
        "throat swelling"
      ),
    ])
  func apps(_ text: String, _ name: String, _ words: String) throws {
    let result = try Importer.read(bytes: Array(text.utf8), name: name)
    // A line that is no day has words of its own, and is no row.
    let rows = result.diaries.flatMap(\.unreadable).filter { $0.reason != "fatsecret-line-passed" }
    #expect(rows.count == 1)
    #expect(rows.first?.text.contains(words) == true)
    #expect(rows.first?.reason.isEmpty == false)
    #expect(result.rowsUnread == 1)
    let lines = result.findings.filter { $0.severity == .error }.map(\.line)
    #expect(lines == [rows.first?.origin.line])
  }

  @Test(
    "A canonical diary carries what could not be read, and gives it back",
    arguments: ["csv", "xml"],
    [
      "p,2026-02-03,symptom,throat swelling,9,0-4,,after milk",
      "p,,profile,height,1,70,m,,,", "p,,profile,allergy,,,penut,", "p,,symptom,\"a; b\",,,,",
      "p,,symptom,a\\,\"b\\; c\",d;,,",
      "p,2026-02-40,note,,,,,\(String(repeating: "x ", count: 3000))end",
      "p,2026-02-03,profil,weight,50,kg,,",
    ])
  func carried(ending: String, row: String) throws {
    let diary = try #require(
      try Importer.read(bytes: Self.csv(row), name: "d.csv").diaries.first)
    let bytes = UnreadFiles.written([diary], ending)
    let again = try Importer.read(bytes: bytes, name: "d." + ending)
    let back = try #require(again.diaries.first)
    #expect(again.findings.map(\.id) == ["row-unread-before"])
    #expect(again.rowsUnread == 0)
    #expect(back.saysTheSame(as: diary))
    #expect(back.unreadable.count == 1)
    for (read, kept) in zip(back.unreadable, diary.unreadable) {
      #expect(read.kind == kept.kind)
      #expect(read.name == kept.name)
      #expect((read.value, read.unit, read.note) == (kept.value, kept.unit, kept.note))
      #expect((read.participant, read.reason, read.isCut) == ("p", kept.reason, kept.isCut))
    }
    #expect(UnreadFiles.written([back], ending) == bytes)
  }

  @Test("A list of more items than a day has is refused as a whole")
  func longList() throws {
    let items = Array(repeating: "tea", count: 1001).joined(separator: " | ")
    let text = Self.bearable + "1st Mar 2022,x,mid,Food Diary,,\(items),\n"
    let result = try Importer.read(bytes: Array(text.utf8), name: "b.csv")
    #expect(result.findings.map(\.id) == ["bearable-too-many-items"])
    #expect(result.diaries.first?.unreadable.first?.isCut == true)
  }

  @Test("A long text is cut, and says so")
  func cut() throws {
    let rows = try Self.unread(
      Self.csv("p,2026-02-40,note,,,,," + String(repeating: "x ", count: 3000)), "d.csv")
    #expect(rows.first?.isCut == true)
    #expect((rows.first?.note.utf8.count ?? 0) <= UnreadRow.longestText)
  }
}
