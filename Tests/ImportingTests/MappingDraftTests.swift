// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import Importing

@Suite("Drafts of mappings")
struct MappingDraftTests {
  @Test func wideTableWithDecimalCommas() throws {
    let text =
      "Datum;Uhrzeit;Essen;Bauchweh;Schlaf;Nummer\n13.02.2026;8:10;Brot, Milch;3;7,5;1\n"
      + "14.02.2026;9:00;Reis, Erbsen;0;8;2\n"
    let yaml = try Drafted.yaml(text)
    #expect(yaml.contains("order: dmy") && yaml.contains("delimiter: semicolon"))
    #expect(yaml.contains("# DOUBT: the numbers go from 0 to 3") && yaml.contains("decimal: \",\""))
    #expect(
      Set(try Drafted.lines(text)).isSuperset(of: [
        "-|2026-02-13T08:10|food|Brot|-|-|-|-", "-|2026-02-13T08:10|food|Milch|-|-|-|-",
        "-|2026-02-13T08:10|symptom|Bauchweh|3|0-3|-|-", "-|2026-02-14T09:00|context|sleep|8|h|-|-",
      ]))
  }

  @Test func longTable() throws {
    let text =
      "date,food,amount,unit,symptom,severity,comment\n2026-01-01,Rice,50,g,,,\n"
      + "2026-01-02,,,,Headache,4,\"bad, bad\"\n"
    #expect(
      Set(try Drafted.lines(text)) == [
        "-|2026-01-01|food|Rice|50|g|-|-", "-|2026-01-02|symptom|Headache|4|0-4|-|-",
        "-|2026-01-02|note|-|-|-|-|bad, bad",
      ])
  }

  @Test func ambiguousDatesAreLeftOpen() throws {
    let text = "Date,Food\n01/02/2026,Rice\n"
    let yaml = try Drafted.yaml(text)
    #expect(yaml.contains("DOUBT") && yaml.contains("# order: dmy"))
    #expect(throws: ImportError.self) { try Drafted.lines(text) }
  }

  @Test func xml() throws {
    let text =
      "<log><day date=\"2026-01-01\"><meal><food>Rice</food></meal><meal><food>Oats</food></meal></day></log>"
    #expect(try Drafted.yaml(text, name: "a.xml").contains("record: \"log/day/meal\""))
    #expect(
      try Drafted.lines(text, name: "a.xml")
        == ["-|2026-01-01|food|Oats|-|-|-|-", "-|2026-01-01|food|Rice|-|-|-|-"])
  }

  @Test(arguments: [
    "", "a,b\n", "PK\u{3}\u{4}", "a,b\nc,d\n", "<a><b/></a>", "<a", "Date\n2026-01-01\n",
  ])
  func filesThatAreNoDiary(_ text: String) {
    #expect(throws: ImportError.self) { try Drafted.yaml(text) }
  }

  /// Names that would be YAML or a template of their own.
  @Test func hostileNames() throws {
    let text =
      "Date,\"a\"\"b: {x} #\",\"Food \"\"q\"\" \\\",\"#2\"\n2026-01-01,1,Rice,2\n2026-01-02,2,Oats,3\n"
    #expect(try Drafted.lines(text).contains("-|2026-01-01|food|Rice|-|-|-|-"))
  }

  /// No header: the cells say what the columns are.
  @Test func listWithoutHeader() throws {
    let text =
      "2026-02-13,08:10,food,Oat porridge,\n2026-02-13,21:00,symptom,Bloating,3\n"
      + "2026-02-14,08:00,food,Rye bread,\n2026-02-14,09:00,note,slept badly,\n"
    #expect(
      try Drafted.lines(text) == [
        "-|2026-02-13T08:10|food|Oat porridge|-|-|-|-",
        "-|2026-02-13T21:00|symptom|Bloating|3|0-3|-|-",
        "-|2026-02-14T08:00|food|Rye bread|-|-|-|-", "-|2026-02-14T09:00|note|-|-|-|-|slept badly",
      ])
    let yaml = try Drafted.yaml(text)
    #expect(yaml.contains("header: false") && yaml.contains("The first row holds data"))
  }

  /// Names that say nothing, none at all, one that stands twice, and signs of the language.
  @Test func oddHeaders() throws {
    let text =
      "Date,,{what?},what,what\n2026-01-01,1,Rice,aa,a\n2026-01-02,2,Oats,aa,a\n"
      + "2026-01-03,3,Bread,bb,b\n"
    let yaml = try Drafted.yaml(text)
    #expect(yaml.contains("DOUBT: no column is named"))
    #expect(yaml.contains("The name of column 3, “{what?}”, has signs that mean something"))
    #expect(yaml.contains("Column 2 has no name; below, {#2} stands for it."))
    #expect(yaml.contains("The name of column 5, “what”, stands twice"))
    #expect(yaml.contains("column 2, without a name (here {#2}): such as “1”"))
    #expect(
      try Drafted.lines(text) == [
        "-|2026-01-01|food|Rice|-|-|-|-", "-|2026-01-02|food|Oats|-|-|-|-",
        "-|2026-01-03|food|Bread|-|-|-|-",
      ])
    // By its place, a name with signs in it is still known for what it says.
    #expect(
      try Drafted.lines("Date,Food | eaten\n2026-01-01,Rice\n2026-01-02,Oats\n") == [
        "-|2026-01-01|food|Rice|-|-|-|-", "-|2026-01-02|food|Oats|-|-|-|-",
      ])
  }
}
