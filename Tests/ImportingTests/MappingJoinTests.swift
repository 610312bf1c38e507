// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import Importing

@Suite("Joins in mappings")
struct MappingJoinTests {
  private static let xml = """
    tables:
      - table: eaten
        xml: {record: log/eaten}
        joins: [{table: foods, key: "{@food}"}]
        time: "{@on}"
        entries:
          - {kind: food, name: "{foods.name/@value|@alias}", note: "{foods.@group}"}
      - table: foods
        xml: {record: foods/food}
        lookup: "{@id}"
    """

  /// The table stands behind, in, or before the records that ask for it.
  @Test(arguments: [
    "<d><foods>F</foods><log>E</log></d>", "<d><log>E</log><foods>F</foods></d>",
  ])
  func tablesInOneDocument(_ frame: String) throws {
    let text = frame.replacing(
      "F", with: "<food id='1' group='a'><name value='Rye'/></food><food id='2' alias='Oats'/>"
    ).replacing(
      "E",
      with: "<eaten on='2026-01-01' food='1'/><eaten on='2026-01-02' food='2'/>"
    )
    #expect(
      try Mapped.lines(text, Self.xml, name: "d.xml") == [
        "-|2026-01-01|food|Rye|-|-|-|a", "-|2026-01-02|food|Oats|-|-|-|-",
      ])
  }

  @Test func tablesInTwoDocuments() throws {
    let log = "<d><log><eaten on='2026-01-01' food='1'/><eaten on='2026-01-02' food='9'/></log></d>"
    let foods = "<d><foods><food id='1' alias='Rye'/></foods></d>"
    for files in [[(log, "a.xml"), (foods, "b.xml")], [(foods, "b.xml"), (log, "a.xml")]] {
      let error = #expect(throws: ImportError.self) { try Mapped.read(files, Self.xml) }
      // Of two rows one finds no food: its name is missing, and half is more than 5 %.
      let ids = error?.findings.map { "\($0.file) \($0.id) \($0.line ?? 0)" } ?? []
      #expect(ids.contains("a.xml mapping-join-missing 1"))
      #expect(!ids.contains { $0.hasPrefix("b.xml xml") })
    }
    let whole = "<d><log><eaten on='2026-01-01' food='1'/></log></d>"
    let result = try Mapped.read([(whole, "a.xml"), (foods, "b.xml")], Self.xml)
    #expect(Mapped.lines(result) == ["-|2026-01-01|food|Rye|-|-|-|-"])
  }

  private static func nearest(_ reach: String, key: String = "") -> String {
    """
    tables:
      - match: {header: [When, Symptom]}
        joins: [{table: meals, \(key)nearest: \(reach)}]
        time: "{When}"
        entries:
          - {kind: symptom, name: "{Symptom}", note: "{meals.Dish}"}
      - table: meals
        match: {header: [At, Dish]}
        time: "{At}"
        lookup: "{Who?}"
    """
  }

  private static let symptoms =
    "When,Symptom,Who\n2026-01-01T12:00,Rash,a\n2026-01-01T23:50,Ache,b\n2026-01-03,Itch,a\n"
  private static let meals =
    "At,Dish,Who\n2026-01-01T09:00,Porridge,a\n2026-01-01T13:30,Stew,b\n2026-01-02T00:20,Cake,b\n"
    + "2026-01-03T08:00,Toast,a\n"

  @Test(arguments: [
    // 12:00 is 1:30 from the stew and 3:00 from the porridge; 23:50 is 0:30 from the cake of the
    // next day; the third has no clock time, and meets the row of its own day.
    ("2h", ["Stew", "Cake", "Toast"]), ("1:00", ["-", "Cake", "Toast"]),
    ("day", ["Stew", "Stew", "Toast"]),
  ])
  func nearestInTime(_ reach: String, _ dishes: [String]) throws {
    let files = [(Self.symptoms, "s.csv"), (Self.meals, "m.csv")]
    let lines = Mapped.lines(try Mapped.read(files, Self.nearest(reach)))
    #expect(lines.map { String($0.split(separator: "|").last ?? "") } == dishes)
  }

  @Test func nearestWithoutAKey() throws {
    let yaml = Self.nearest("2h").replacing("lookup: \"{Who?}\"", with: "lookup: \"\"")
    let files = [(Self.symptoms, "s.csv"), (Self.meals, "m.csv")]
    let lines = Mapped.lines(try Mapped.read(files, yaml))
    #expect(
      lines.map { String($0.split(separator: "|").last ?? "") } == ["Stew", "Cake", "Toast"])
    let findings = Mapped.findings(
      Self.symptoms, yaml.replacing("    time: \"{At}\"\n", with: ""))
    #expect(findings.map(\.id) == ["mapping-not-readable"])
    #expect(findings.first?.summary.contains("empty “lookup”") == true)
    #expect(findings.first?.line == 10)
  }

  @Test func nearestWithoutAKeyInXML() throws {
    let yaml = """
      tables:
        - xml: {record: d/s}
          joins: [{table: meals, nearest: 2h}]
          time: "{@at}"
          entries:
            - {kind: symptom, name: "{@name}", note: "{meals.@dish}"}
        - table: meals
          xml: {record: d/m}
          time: "{@at}"
          lookup: ""
      """
    let text =
      "<d><s at='2026-01-01T12:00' name='Rash'/><m at='2026-01-01T09:00' dish='Porridge'/>"
      + "<m at='2026-01-01T13:30' dish='Stew'/></d>"
    #expect(
      try Mapped.lines(text, yaml, name: "d.xml") == ["-|2026-01-01T12:00|symptom|Rash|-|-|-|Stew"])
  }

  @Test func nearestOfAKey() throws {
    let files = [(Self.symptoms, "s.csv"), (Self.meals, "m.csv")]
    let lines = Mapped.lines(try Mapped.read(files, Self.nearest("4h", key: "key: \"{Who}\", ")))
    #expect(
      lines.map { String($0.split(separator: "|").last ?? "") } == ["Porridge", "Cake", "Toast"])
  }

  @Test(arguments: [
    ("nearest: soon", "is not how near"), ("nearest: 25:00", "is not how near"),
    ("note: x", "nearest"), ("key: \"{Who -> names}\"", "The mapping has none"),
  ])
  func faults(_ join: String, _ text: String) {
    let yaml = Self.nearest("1h").replacing("nearest: 1h", with: join)
    let findings = Mapped.findings(Self.symptoms, yaml)
    #expect(findings.map(\.id) == ["mapping-not-readable"])
    #expect(findings.allSatisfy { "\($0.summary) \($0.remedy)".contains(text) && $0.line == 4 })
  }

  @Test func nearestNeedsATime() {
    let yaml = Self.nearest("1h").replacing("    time: \"{When}\"\n", with: "")
    #expect(Mapped.findings(Self.symptoms, yaml).map(\.line) == [4])
  }
}
