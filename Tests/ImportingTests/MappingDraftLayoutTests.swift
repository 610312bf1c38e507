// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import Importing

@Suite("Titles above a table, dates that stand once a day, sums below it")
struct MappingDraftLayoutTests {
  private static let table =
    "Date;Food;Amount (g);Symptom;Severity\n2026-01-13;Rice,peas and carrots;200,5;;\n"
    + "2026-01-14;Oats;50;;\n2026-01-15;;;Cramps;3\n"
  private static let entries = [
    "-|2026-01-13|food|Rice,peas and carrots|200.5|g|-|-", "-|2026-01-14|food|Oats|50|g|-|-",
    "-|2026-01-15|symptom|Cramps|3|0-3|-|-",
  ]

  @Test(
    "What stands above the columns' names is skipped",
    arguments: [
      ("", 0), ("My diary\n", 1), ("My diary;;;;\n;;;;\n", 2), ("\n\nMy diary\n\n", 4),
      ("My diary, of Anna, autumn, 2025\n", 1), ("Name:;Anna;;;\n;;;;\nnotes\n", 3),
      ("\"My\ndiary\"\n\n", 3), ("\n", 0),
    ])
  func titles(_ top: String, _ lines: Int) throws {
    for end in ["\n", "\r\n", "\r"] {
      let text = String(
        (top + Self.table).split(separator: "\n", omittingEmptySubsequences: false)
          .joined(separator: end))
      #expect(try Drafted.lines(text) == Self.entries, "\(end.debugDescription)")
      let yaml = try Drafted.yaml(text)
      #expect(yaml.contains("skip-lines: \(lines) ") == (lines > 0))
      #expect(yaml.contains("skip-lines") == (lines > 0) && yaml.contains("delimiter: semicolon"))
    }
  }

  @Test("The names of few columns above longer rows are no title")
  func shortHeader() throws {
    let text = "Date,Food\n2026-01-01,Rice,,,\n2026-01-02,Oats,,,\n"
    #expect(try Drafted.yaml(text).contains("skip-lines") == false)
    #expect(
      try Drafted.yaml("Date,Food\n2026-01-01,\"a, b, c, d\"\n").contains("skip-lines") == false)
    let semicolons =
      "Date;Food\n2026-01-01;Rice, peas, oil, salt\n2026-01-02;Oats, milk, nuts, figs\n"
    #expect(try Drafted.yaml(semicolons).contains("delimiter: semicolon\ntime:"))
  }

  @Test func datesThatStandOnceADay() throws {
    let text =
      "Date,Food,Symptom,Severity\n2026-01-13,Rice,,\n,Peas,,\n,,Cramps,3\n2026-01-14,Oats,,\n,Milk,,\n"
    let yaml = try Drafted.yaml(text)
    #expect(yaml.contains("# DOUBT: rows without a date were taken for further ones"))
    #expect(yaml.contains("fill-down: [\"Date\"]\n"))
    let result = try Drafted.read(text)
    #expect(result.rowsUnread == 0)
    #expect(
      Mapped.lines(result) == [
        "-|2026-01-13|food|Peas|-|-|-|-", "-|2026-01-13|food|Rice|-|-|-|-",
        "-|2026-01-13|symptom|Cramps|3|0-3|-|-", "-|2026-01-14|food|Milk|-|-|-|-",
        "-|2026-01-14|food|Oats|-|-|-|-",
      ])
    #expect(
      try Drafted.yaml("Date,Food\n,Rice\n2026-01-14,Oats\n,Milk\n").contains("fill-down") == false)
  }

  @Test func columnsThatAreFilledDown() throws {
    let yaml = """
      fill-down: [Date, Who?]
      participant: "{Who?}"
      time: "{Date}"
      entries:
        - {kind: food, where: {Food: {blank: false}}, name: "{Food}", note: "{Note}"}
        - {kind: symptom, columns: [Ache], scale: 0-10}
      """
    let text =
      "Who,Date,Food,Note,Ache\na,2026-01-13,Rice,x,1\n,,Peas,,\n,,,,\n,2026-01-14,Oats,,\n"
      + "b,,Milk,,2\n"
    let result = try Mapped.read(text, yaml)
    #expect(
      Mapped.lines(result) == [
        "a|2026-01-13|food|Peas|-|-|-|-", "a|2026-01-13|food|Rice|-|-|-|x",
        "a|2026-01-13|symptom|Ache|1|0-10|-|-", "a|2026-01-14|food|Oats|-|-|-|-",
        "b|2026-01-14|food|Milk|-|-|-|-", "b|2026-01-14|symptom|Ache|2|0-10|-|-",
      ])
    #expect(result.rowsUnread == 0)
    // Above the first date there is none.
    let above = Mapped.findings("Who,Date,Food,Note,Ache\n,,Figs,,\na,2026-01-13,Rice,x,1\n", yaml)
    #expect(above.first { $0.severity == .error }?.id == "time-missing")
    #expect(above.first { $0.severity == .error }?.line == 2)
    let missing = Mapped.findings(
      "Datum,Food\n2026-01-01,Rice\n", "fill-down: [Datum, X]\n" + Self.food)
    #expect(missing.contains { $0.id == "mapping-column-missing" && $0.summary.contains("“X”") })
    let xml =
      "xml: {record: a/b}\nfill-down: [d]\ntime: \"{d}\"\nentries: [{kind: food, name: x}]\n"
    #expect(throws: ImportError.self) { try Mapped.read("<a/>", xml) }
  }

  private static let food = "time: \"{Datum}\"\nentries: [{kind: food, name: \"{Food}\"}]\n"

  @Test(
    "A row of sums is no entry, and what stands in it is told",
    arguments: [
      "Total,3,7.5", "Average,,7.25", "Summe:,3,15", "Ø,1.5,7:30", "Durchschnitt,50 %,", ",Total,7",
    ])
  func totals(_ row: String) throws {
    let yaml = """
      time: "{Date}"
      entries:
        - {kind: symptom, columns: [Ache], scale: 0-10}
        - {kind: context, name: sleep, value: "{Sleep}", unit: h, blank: skip}
      """
    let text = "Date,Ache,Sleep\n2026-01-13,1,8\n2026-01-14,2,7\n" + row + "\n"
    let result = try Mapped.read(text, yaml)
    #expect(Mapped.lines(result).count == 4)
    #expect(result.rowsUnread == 0)
    let found = result.findings.filter { $0.id == "mapping-totals-row" }
    #expect(found.map(\.line) == [4])
    let number = try #require(row.split(separator: ",").last)
    #expect(found.first?.summary.contains(number) == true)
    #expect(try Drafted.lines(text).count == 4)
  }

  @Test(
    "A row with words in it, or with a word that is no sum, is an error as before",
    arguments: ["Total,my throat swelled,", "Yesterday,3,7", "Total Raisin Bran,1,2", ",3,7"])
  func noTotals(_ row: String) throws {
    let rows = (1...28).map { "2026-01-\($0 < 10 ? "0" : "")\($0),1,8\n" }.joined()
    let yaml = """
      time: "{Date}"
      entries: [{kind: context, name: mine, value: "{Ache}", note: "{Sleep}"}]
      """
    let result = try Mapped.read("Date,Ache,Sleep\n" + rows + row + "\n", yaml)
    #expect(result.rowsUnread == 1)
    #expect(result.findings.contains { $0.severity == .error && $0.line == 30 })
  }
}
