// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import Importing

@Suite("Columns that nothing reads")
struct UnreadColumnTests {
  @Test("A carried row is one in any case", arguments: ["profile", "Profile", "PROFILE"])
  func carriedRows(_ kind: String) throws {
    let text =
      "time,kind,name,value,unit,note\n2026-01-01,food,Rice,,,\n"
      + ",\(kind),unread-in-part,time-missing,Symptom,fainted; 5\n"
    let result = try Importer.read([(Array(text.utf8), "a.csv")])
    #expect(result.diaries.flatMap(\.entries).map(\.kind) == [.food])
    #expect(result.diaries.flatMap(\.unreadable).map(\.kind) == [.symptom])
    #expect(result.diaries.flatMap(\.unreadable).map(\.isCut) == [true])
  }

  @Test("Those that look like symptoms or foods are a warning, all others a note")
  func mapping() throws {
    let text =
      "Date,Food,Headache,Bauchschmerzen,Snacks,Steps,Food notes,Weather\n2026-01-01,Rice,3,2,nuts,9,x,y\n"
    let yaml = """
      time: "{Date}"
      entries: [{kind: food, name: "{Food}"}]
      """
    let found = try Mapped.read(text, yaml).findings
    #expect(
      found.map(\.id) == [
        "diary-column-not-read", "diary-column-not-read", "mapping-columns-unused",
      ])
    #expect(found.map(\.severity) == [.warning, .warning, .note])
    try #require(found.count == 3)
    #expect(found[0].summary == "Not read: “Headache”, “Bauchschmerzen”, named as symptoms are.")
    #expect(found[1].summary == "Not read: “Snacks”, named as foods are.")
    #expect(found[2].summary == "Not read: “Steps”, “Food notes”, “Weather”.")
    #expect(found.allSatisfy { $0.line == 1 })
  }

  @Test("In a canonical file too, and under the names that others give to its columns")
  func canonical() throws {
    let text = "time,kind,name,severity,Headache,Lunch,colour\n2026-01-01,food,Rice,,,,\n"
    let found = try Importer.read(bytes: Array(text.utf8), name: "a.csv").findings
    #expect(found.map(\.severity) == [.warning, .warning, .warning, .note])
    #expect(
      found.map(\.id) == Array(repeating: "diary-column-not-read", count: 3) + [
        "csv-unknown-column"
      ])
    try #require(found.count == 4)
    #expect(found[0].remedy.contains("“value”") && found[1].remedy.contains("a row of its own"))
    // Where the column itself is there, another name says nothing.
    let both = "time,kind,name,value,severity\n2026-01-01,food,Rice,,\n"
    let ids = try Importer.read(bytes: Array(both.utf8), name: "a.csv").findings.map(\.id)
    #expect(ids == ["csv-unknown-column"])
  }

  @Test("No preset's own file gives such a warning", arguments: PresetTwins.all)
  func presets(_ twin: PresetTwin) throws {
    let result = try Importer.read(
      twin.files.map { (Array($0.text.utf8), $0.name) }, options: ImportOptions(timeZone: twin.zone)
    )
    #expect(!result.findings.contains { $0.id == "diary-column-not-read" })
  }
}

@Suite("Hints for words in place of groups and kinds")
struct GroupHintTests {
  private func findings(_ row: String) throws -> [Finding] {
    let text = "time,kind,name,groups\n" + row + "\n"
    return try Importer.read(bytes: Array(text.utf8), name: "a.csv").findings
  }

  @Test(
    "Everyday words name the groups that they stand for",
    arguments: [
      ("milk", "dairy and lactose"), ("Wheat", "gluten and fructan"), ("nuts", "tree_nut"),
      ("milch", "dairy and lactose"), ("prawns", "crustacean"), ("GLUTEN", "Write “gluten”."),
      ("glutn", "Did you mean “gluten”?"), ("sulfites", "sulphite"),
    ])
  func words(_ word: String, _ hint: String) throws {
    let found = try findings("2026-01-01,food,x,\(word)")
    #expect(found.map(\.id) == ["group-unknown"])
    #expect(found.first?.remedy.contains(hint) == true, "\(found.first?.remedy ?? "")")
  }

  @Test func everyHintNamesAGroup() {
    #expect(GroupWords.meant(by: "milk").map(\.rawValue) == ["dairy", "lactose"])
    for word in ["milk", "wheat", "nuts", "seafood", "fodmaps", "wine", "tomato", "senf", "stevia"]
    {
      let groups = GroupWords.meant(by: word)
      #expect(!groups.isEmpty && groups.allSatisfy { $0.builtInIndex != nil })
    }
    #expect(GroupWords.meant(by: "stone").isEmpty)
  }

  @Test("Mappings give the same hints")
  func mappings() throws {
    let yaml = """
      time: "{D}"
      entries: [{kind: food, name: "{F}", groups: "{G}"}]
      """
    let cell = Mapped.findings("D,F,G\n2026-01-01,x,milk\n", yaml)
    #expect(cell.first?.remedy.contains("dairy and lactose") == true)
    let own = yaml.replacing("\"{G}\"", with: "wheat")
    let error = #expect(throws: ImportError.self) {
      try Mapping(yaml: "reintro-mapping: 1\n" + own, file: "m.yaml")
    }
    #expect(error?.findings.first?.remedy.contains("gluten and fructan") == true)
  }

  @Test("Kinds are read in any case", arguments: ["food", "Food", "FOOD", " Food "])
  func kinds(_ kind: String) throws {
    let text = "time,kind,name\n2026-01-01,\"\(kind)\",Rice\n"
    let result = try Importer.read(bytes: Array(text.utf8), name: "a.csv")
    #expect(result.diaries.flatMap(\.entries).map(\.kind) == [.food])
    #expect(result.rowsUnread == 0)
  }
}
