// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import Importing

@Suite("Whose a row is that cannot be read")
struct UnreadOwnerTests {
  private static let header = UnreadFiles.header + "\n"

  private static func rice(_ person: String) -> String {
    (10...49).map { "\(person),2026-02-\($0 % 18 + 10),food,rice,,,,\n" }.joined()
  }

  private static func read(_ files: String...) throws -> ImportResult {
    try Importer.read(
      files.enumerated().map { (Array($0.element.utf8), "d\($0.offset).csv") })
  }

  @Test("A mistyped name does not make a second diary of one person's file, and is told")
  func mistyped() throws {
    let row = "p01,2026-99-01,symptom,throat swelled,3,0-10,,\n"
    let result = try Self.read(Self.header + Self.rice("p001") + row)
    #expect(result.diaries.map(\.participant) == ["p001"])
    let unread = result.diaries.flatMap(\.unreadable)
    #expect(unread.map(\.name) == ["throat swelled"])
    #expect(unread.first?.text.contains("p01") == true)
    let finding = try #require(result.findings.first { $0.id == "participant-not-read" })
    #expect(finding.severity == .warning)
    #expect(finding.line == 42)
    #expect(finding.summary.contains("“p01”") && finding.summary.contains("“p001”"))
  }

  @Test("The same in another file, and in what import writes")
  func elsewhere() throws {
    let row = "p01,,profile,unread,date-not-existing,symptom,,throat swelled\n"
    let both = try Self.read(
      Self.header + Self.rice("p001"), Self.header + Self.rice("p001") + row)
    #expect(both.diaries.map(\.participant) == ["p001"])
    #expect(both.diaries.flatMap(\.unreadable).map(\.name) == ["throat swelled"])
    #expect(both.findings.contains { $0.id == "participant-not-read" })
  }

  @Test("A row of the only person is told as one that cannot be read, no more")
  func own() throws {
    let row = "p001,2026-99-01,symptom,throat swelled,3,0-10,,\n"
    let result = try Self.read(Self.header + Self.rice("p001") + row)
    #expect(result.findings.map(\.id) == ["date-not-existing"])
  }

  @Test("A group that is not known in a person's profile is no other's")
  func unknownGroup() throws {
    let row = "a,,profile,allergy,,,penut,\n"
    let result = try Self.read(Self.header + Self.rice("a") + Self.rice("b") + row)
    #expect(result.diaries.map(\.participant) == ["a", "b"])
    #expect(result.diaries.map(\.unreadable.count) == [1, 0])
    let foods = { (day: String) in
      (10...28).map { "<food time=\"2026-\(day)-\($0)\" name=\"rice\"/>" }.joined()
    }
    let xml =
      "<diaries xmlns=\"urn:reintro:diary:1\"><diary participant=\"a\"><profile>"
      + "<item name=\"allergy\" groups=\"penut\"/></profile><entries>\(foods("01"))</entries></diary>"
      + "<diary participant=\"b\"><entries>\(foods("03"))</entries></diary></diaries>"
    let read = try Importer.read(bytes: Array(xml.utf8), name: "d.xml")
    #expect(read.diaries.map(\.participant) == ["a", "b"])
    #expect(read.diaries.map(\.unreadable.count) == [1, 0])
  }
}

@Suite("No word of a Bearable row is lost")
struct BearableWordsTests {
  private static let header = "date,weekday,time of day,category,rating/amount,detail,notes\n"

  private static func read(_ row: String) throws -> Diary {
    let symptoms = (10...29).map { "\($0)th Mar 2022,x,mid,Symptom,1,Nausea (Mild),\n" }.joined()
    let text = header + symptoms + "30th Mar 2022,x,mid," + row + ",\n"
    return try #require(
      try Importer.read(bytes: Array(text.utf8), name: "b.csv").diaries.first)
  }

  @Test(
    "Words that became no entry are kept",
    arguments: [
      "Reactions,throat swelled,5 | 6", "Throat swelled,,", "Custom,throat swelled,Milk | Egg",
      "Food Diary,throat swelled,Meals: Rice", "Mood,throat swelled,Good",
      "Food and throat swelled,,Milk",
    ])
  func kept(_ row: String) throws {
    let diary = try Self.read(row)
    #expect(diary.unreadable.count == 1)
    #expect(diary.unreadable.first?.reason == "bearable-words-left-over")
    #expect(diary.unreadable.first?.note.lowercased().contains("throat swelled") == true)
    #expect(diary.unreadable.first?.origin.line == 22)
  }

  @Test(
    "Words that entries have, or that are understood, are not kept twice",
    arguments: [
      "Custom,throat swelled,Milk", "Custom,throat swelled,", "Custom,2,throat swelled",
      "Food Diary factors,,Caffeine - Little | No meat", "Mood,4,Good", "Mood,Good,",
      "Symptom,Mild,Headache", "Sleep,7h 30m,", "Nutrition,,Milk", "Symptom,2,Headache (Moderate)",
      "Meds/Supplements,50,Iron (mg)", "Notes,,slept badly", "Energy,Great,",
    ])
  func understood(_ row: String) throws {
    let diary = try Self.read(row)
    #expect(diary.unreadable.isEmpty)
    #expect(diary.entries.count >= 21)
  }
}
