// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import Importing

@Suite("How drafts of mappings tell decimals from thousands")
struct MappingDraftNumberTests {
  /// A table with amounts; semicolons part the cells.
  private func table(_ amounts: [String], sign: Character = ";") -> String {
    let rows = amounts.enumerated().map { place, amount in
      let cell = amount.contains(sign) ? "\"\(amount)\"" : amount
      return "2026-02-1\(place + 1)\(sign)Rice\(sign)\(cell)\n"
    }
    return "Date\(sign)Food\(sign)Amount (g)\n" + rows.joined()
  }

  private func values(_ text: String) throws -> [String?] {
    try Drafted.read(text).diaries.flatMap(\.entries).map { $0.value?.canonicalText }
  }

  @Test(
    "Another number shows what the sign in a group of three is",
    arguments: [
      (["1,200", "50.5", "120"], ["1200", "50.5", "120"], "thousands: \",\""),
      (["1.200", "50,5", "120"], ["1200", "50.5", "120"], "thousands: \".\""),
      (["1,234.5", "1,200"], ["1234.5", "1200"], "thousands: \",\""),
      (["1.234,5", "1.200"], ["1234.5", "1200"], "thousands: \".\""),
      (["1,200,300", "1,200"], ["1200300", "1200"], "thousands: \",\""),
      (["1,200", "50,5"], ["1.2", "50.5"], "decimal: \",\""),
      (["0,125", "50"], ["0.125", "50"], "decimal: \",\""),
    ])
  func proven(_ amounts: [String], _ numbers: [String], _ line: String) throws {
    for sign in [",", ";"] as [Character] {
      let text = table(amounts, sign: sign)
      #expect(try Drafted.yaml(text).contains("  \(line)\n"))
      #expect(try values(text) == numbers)
    }
  }

  @Test("Cells with units show it too, and columns of another kind do")
  func elsewhere() throws {
    let text =
      "Datum;Uhrzeit;Lebensmittel;Menge;Blähungen (0-10)\n13.02.2026;08.10;Milch;1.200 g;3\n"
      + "13.02.2026;18.10;Brot;50,5 g;0\n14.02.2026;12.00;Ei;120 g;2,5\n"
    #expect(try Drafted.yaml(text).contains("  thousands: \".\"\n"))
    let foods = try Drafted.read(text).diaries.flatMap(\.entries).filter { $0.kind == .food }
    #expect(foods.map { $0.value?.canonicalText } == ["1200", "50.5", "120"])
  }

  @Test("Where nothing shows it, both readings stand below a doubt")
  func open() throws {
    let comma = table(["1,200", "2", "1"], sign: ",")
    let yaml = try Drafted.yaml(comma)
    #expect(yaml.contains("# DOUBT: “1,200” may be 1.2 or 1200;"))
    #expect(!yaml.contains("\nnumbers:"))
    #expect(throws: ImportError.self) { try values(comma) }
    for (line, value) in [
      ("numbers: {decimal: \",\"}", "1.2"),
      ("numbers: {decimal: \".\", thousands: \",\"}", "1200"),
    ] {
      let parts = yaml.split(separator: "# " + line)
      #expect(parts.count == 2)
      let mapping = try Mapping(yaml: parts.joined(separator: line), file: "m.yaml")
      let result = try Importer.read(
        bytes: Array(comma.utf8), name: "d.csv", options: ImportOptions(mapping: mapping))
      #expect(result.diaries.flatMap(\.entries).first?.value?.canonicalText == value)
    }
    #expect(
      try Drafted.yaml(table(["1.200", "2"])).contains("# DOUBT: “1.200” may be 1.2 or 1200;"))
    // With a point, a comma between the cells leaves no doubt.
    #expect(try !Drafted.yaml(table(["1.200", "2"], sign: ",")).contains("may be"))
  }

  @Test func documents() throws {
    let text =
      "<a><food date=\"2026-02-13\" amount=\"1,5 cups\">Milk</food>"
      + "<food date=\"2026-02-14\" amount=\"1.200 g\">Rice</food></a>"
    #expect(
      try Drafted.lines(text, name: "a.xml") == [
        "-|2026-02-13|food|Milk|1.5|cups|-|-", "-|2026-02-14|food|Rice|1200|g|-|-",
      ])
  }
}
