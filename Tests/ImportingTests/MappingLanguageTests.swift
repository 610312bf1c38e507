// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import Importing

/// One test or more for each of the points of what a mapping must express.
@Suite("Mapping language")
struct MappingLanguageTests {
  private let food = "entries: [{kind: food, name: \"{Food}\"}]\n"

  // 1. Files by name or by header; several tables; exact repeats.
  @Test func filesAreTakenByNameOrHeader() throws {
    let yaml = """
      tables:
        - match: {file: "*essen*.csv"}
          time: "{Date}"
          repeats: drop
          entries: [{kind: food, name: "{Food}"}]
        - match: {header: [Date, Ache], without: [Food]}
          time: "{Date}"
          entries: [{kind: symptom, name: ache, value: "{Ache}", scale: 0-10}]
      """
    let foods = "Date,Food\n2026-01-01,Rice\n2026-01-01,Rice\n"
    let aches = "Ache,Date\n4,2026-01-01\n"
    let result = try Mapped.read(
      [(foods, "x/Mein Essen 1.csv"), (aches, "b.csv"), (foods, "essen2.csv")], yaml)
    #expect(
      Mapped.lines(result) == [
        "-|2026-01-01|food|Rice|-|-|-|-", "-|2026-01-01|symptom|ache|4|0-10|-|-",
      ])
    #expect(result.findings.contains { $0.id == "entries-repeated" })
    #expect(result.findings.contains { $0.id == "mapping-row-repeated" })
  }

  // 2. Encoding, delimiter, quotes, skipped lines, comments, no header, ragged rows.
  @Test func layouts() throws {
    let yaml = """
      csv: {delimiter: pipe, quote: single, skip-lines: 2, comment: "#", surplus-cells: ignore}
      time: "{Date}"
      entries: [{kind: food, name: "{Food}", note: "{Note}"}]
      """
    let text =
      "My export, \"quoted\n\n# by me\nDate|Food|Note\n2026-01-01|'Rice | peas'| 5\" pipe |x\n# end\n2026-01-02|Oats\n"
    let result = try Mapped.read(text, yaml)
    #expect(
      Mapped.lines(result) == [
        "-|2026-01-01|food|Rice | peas|-|-|-|5\" pipe", "-|2026-01-02|food|Oats|-|-|-|-",
      ])
    // The lines that were skipped count.
    #expect(result.diaries.first?.entries.map(\.origin.line) == [5, 7])
  }

  @Test func encodingsAndPositions() throws {
    let yaml =
      "reintro-mapping: 1\ncsv: {encoding: windows-1252, header: false, delimiter: semicolon}\n"
      + "time: \"{#1}\"\nentries: [{kind: food, name: \"{#2}\"}]\n"
    let bytes = Array("2026-01-01;K".utf8) + [0xE4] + Array("se;\n".utf8)
    let options = ImportOptions(mapping: try Mapping(yaml: yaml, file: "m.yaml"))
    let result = try Importer.read(bytes: bytes, name: "a.csv", options: options)
    #expect(Mapped.lines(result) == ["-|2026-01-01|food|Käse|-|-|-|-"])
    let named = "csv: {header: false, columns: [Date, Food]}\ntime: \"{Date}\"\n" + food
    #expect(try Mapped.lines("2026-01-01,Rice\n", named) == ["-|2026-01-01|food|Rice|-|-|-|-"])
  }

  // 3. Decimals, thousands, missing values, factors; blank is not 0.
  @Test func numbers() throws {
    let yaml = """
      csv: {delimiter: semicolon}
      numbers: {decimal: ",", thousands: ".", missing: [n/a, "--"]}
      time: "{Date}"
      entries: [{kind: context, name: water, value: "{W}", divide: 1000, unit: l}]
      """
    let text = "Date;W\n2026-01-01;1.234,5\n2026-01-02;N/A\n2026-01-03;\n2026-01-04;0\n"
    #expect(
      try Mapped.lines(text, yaml) == [
        "-|2026-01-01|context|water|1.2345|l|-|-", "-|2026-01-02|context|water|-|-|-|-",
        "-|2026-01-03|context|water|-|-|-|-", "-|2026-01-04|context|water|0|l|-|-",
      ])
  }

  // 4. XML: paths, parents, key-value children, tests, namespaces, a dropped DOCTYPE.
  @Test func xml() throws {
    let yaml = """
      xml: {record: day/item, namespace: "urn:x"}
      time: {date: "{../@date}", clock: "{@at}"}
      where: {"@kind": food}
      entries:
        - kind: food
          name: "{Meta[@key='name']/@value|title}"
          value: "{amount/@n}"
          unit: "{amount}"
      """
    let text = """
      <?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaa">]>
      <d xmlns="urn:x" xmlns:y="urn:y"><day date="2026-01-01">
      <item kind="food" at="08:10"><Meta key="b" value="no"/><Meta key="name" value="Rice &amp; peas"/>
      <amount n="2">cups</amount></item>
      <item kind="food" at="9:00 PM"><title>Oats</title></item>
      <item kind="walk" at="10:00"><title>Park</title></item><y:item kind="food"><title>no</title></y:item>
      </day></d>
      """
    let result = try Mapped.read(text, yaml, name: "d.xml")
    #expect(
      Mapped.lines(result) == [
        "-|2026-01-01T08:10|food|Rice & peas|2|cups|-|-", "-|2026-01-01T21:00|food|Oats|-|-|-|-",
      ])
    #expect(result.diaries.first?.entries.map(\.origin.line) == [3, 5])
  }

  @Test func entitiesAreRefused() {
    let yaml = "xml: {record: item}\ntime: \"{@d}\"\nentries: [{kind: food, name: \"{.}\"}]\n"
    let text = "<!DOCTYPE d [<!ENTITY a \"aaa\">]><d><item d=\"2026-01-01\">&a;</item></d>"
    #expect(Mapped.findings(text, yaml).map(\.id) == ["xml-entity"])
  }

  // 5. Headers in any case, without units, by other names; required and optional.
  @Test func headers() throws {
    let yaml =
      "time: \"{datum|DATE}\"\n"
      + "entries: [{kind: food, name: \"{food  name}\", value: \"{Weight}\", note: \"{Nothing?}\"}]\n"
    let text = "Date,Food Name (en),Weight (g)\n2026-01-01,Rice,50\n"
    #expect(try Mapped.lines(text, yaml) == ["-|2026-01-01|food|Rice|50|-|-|-"])
    let second = "time: \"{Date}\"\nentries: [{kind: food, name: \"{Name#2}\"}]\n"
    #expect(
      try Mapped.lines("Date,Name,Name\n2026-01-01,Brand,Rice\n", second)
        == ["-|2026-01-01|food|Rice|-|-|-|-"])
  }

  // 6. Filters.
  @Test(arguments: [
    ("{Kind: food}", ["Rice"]), ("{Kind: {not: [food, total]}}", ["Walk"]),
    ("{Food: {like: \"*i*e\"}}", ["Rice"]), ("{Food: {not-like: \"*a*\"}}", ["Rice"]),
    ("{N: {above: 2}}", ["Walk", "Total"]), ("{N: {at-most: 3, at-least: 2}}", ["Walk"]),
    ("{Gone: {blank: true}}", ["Rice", "Total"]), ("{N: {below: 2}}", ["Rice"]),
    ("{Gone: {is: \"TRUE\"}}", ["Walk"]),
  ])
  func filters(_ filter: String, _ names: [String]) throws {
    let yaml = "where: \(filter)\ntime: \"{Date}\"\n" + food
    let text =
      "Date,Kind,Food,N,Gone\n2026-01-01,Food,Rice,1,\n2026-01-02,move,Walk,3,true\n"
      + "2026-01-03,TOTAL,Total,9,\n"
    let entries = try Mapped.read(text, yaml).diaries.flatMap(\.entries)
    #expect(entries.map(\.name) == names)
  }

  // 7. and 8. Long, wide and event lists in one file; kinds; directions.
  @Test func wideColumns() throws {
    let yaml = """
      time: "{Date}"
      numbers: {missing: ["-"]}
      entries:
        - kind: symptom
          columns: {from: Nausea, to: Gas, strip-unit: true}
          scale: 0-5
          names: {Gas: {scale: 1-5, rescale: 0-10}}
        - {kind: symptom, name: low energy, value: "{Energy}", scale: 1-5, direction: higher-is-better}
        - {kind: symptom, name: appetite, value: "{Appetite}", scale: 0-4, direction: middle-is-best}
        - {kind: wellbeing, columns: {rest: numeric, except: [Id]}}
        - {kind: medicine, columns: {rest: text}}
        - {kind: ingredient, name: milk, where: {Milk: "yes"}}
      """
    let text =
      "Date,Id,Nausea (0-5),Gas,Energy,Appetite,Calm,Pill,Milk\n"
      + "2026-01-01,1,2,3,5,0,7,Zinc,yes\n2026-01-02,2,-,1,4,3,,,no\n"
    #expect(
      Set(try Mapped.lines(text, yaml)) == [
        "-|2026-01-01|symptom|Nausea|2|0-5|-|-", "-|2026-01-01|symptom|Gas|5|0-10|-|-",
        "-|2026-01-01|symptom|low energy|1|1-5|-|-", "-|2026-01-01|symptom|appetite|4|0-4|-|-",
        "-|2026-01-01|context|Calm|7|-|-|-", "-|2026-01-01|context|medication|Zinc|-|-|Pill",
        "-|2026-01-01|food|milk|-|-|-|-", "-|2026-01-02|symptom|Gas|0|0-10|-|-",
        "-|2026-01-02|symptom|low energy|2|1-5|-|-", "-|2026-01-02|symptom|appetite|2|0-4|-|-",
      ])
  }

  @Test func longTablesWithKindsFromCells() throws {
    let yaml = """
      lookups: {kinds: {Essen: food, Beschwerde: symptom, Notiz: note, Wetter: skip}}
      participant: "{Wer}"
      time: "{Tag}"
      entries: [{kind: "{Art -> kinds}", name: "{Was}", value: "{Wert}", scale: 0-10}]
      """
    let text =
      "Wer,Tag,Art,Was,Wert\nA,2026-01-01,essen,Reis,\nB,2026-01-01,Beschwerde,Kopf,3\n"
      + "A,2026-01-02,Notiz,gut,\nA,2026-01-02,Wetter,nass,\n"
    #expect(
      try Mapped.lines(text, yaml) == [
        "A|2026-01-01|food|Reis|-|-|-|-", "A|2026-01-02|note|-|-|-|-|gut",
        "B|2026-01-01|symptom|Kopf|3|0-10|-|-",
      ])
  }

  // 9. Several items in a cell.
  @Test func items() throws {
    let yaml = """
      time: "{Date}"
      entries:
        - kind: food
          each: {of: "{Foods}", split: ["|", ","], labels: [Meals, Snacks], list-end: ". ", escape: "~"}
          note: "{label}"
        - kind: symptom
          each: {of: "{Symptoms}", split: "|", strip-emoji: true, pattern: ["{name} ({level})", "{name} - {level}"]}
          scale: 0-4
          words: {mild: 1, little: 1, severe: 3}
      """
    let text =
      "Date,Foods,Symptoms\n2026-01-01,\"Meals: Waffle | Cheese~, cheddar. Snacks: Tea, Rusk.\","
      + "☕ Back (lower) pain (Mild) | 💣 Stress - Little | Gas\n"
    #expect(
      Set(try Mapped.lines(text, yaml)) == [
        "-|2026-01-01|food|Waffle|-|-|-|Meals", "-|2026-01-01|food|Cheese, cheddar|-|-|-|Meals",
        "-|2026-01-01|food|Tea|-|-|-|Snacks", "-|2026-01-01|food|Rusk|-|-|-|Snacks",
        "-|2026-01-01|symptom|Back (lower) pain|1|0-4|-|-",
        "-|2026-01-01|symptom|Stress|1|0-4|-|-", "-|2026-01-01|symptom|Gas|-|-|-|-",
      ])
  }

  // 10. Amounts.
  @Test(arguments: [
    ("4.00 medium", "4|medium"), ("3.00  capsule", "3|capsule"), ("200ml", "200|ml"),
    ("[ x 2 ]", "2|portion"), ("2.00 x 20.0 pieces", "2|x 20.0 pieces"), ("", "-|-"),
  ])
  func amounts(_ text: String, _ expected: String) throws {
    let yaml = """
      time: "{Date}"
      entries:
        - {kind: food, name: "{Food}", amount: "{Amount}", unit: portion, amount-pattern: "[ x {value} ]"}
      """
    let lines = try Mapped.lines("Date,Food,Amount\n2026-01-01,Egg,\(text)\n", yaml)
    #expect(lines == ["-|2026-01-01|food|Egg|\(expected)|-|-"])
  }

  @Test func amountsInNames() throws {
    let yaml = """
      time: "{Date}"
      entries:
        - kind: food
          each: {of: "{Food}", pattern: ["{name}, {value} {unit}", "{value} {name}"]}
      """
    let text =
      "Date,Food\n2026-01-01,\"Brand - Rice, long, 1.75 cup (drained)\"\n2026-01-02,3 egg\n2026-01-03,Tea\n"
    #expect(
      try Mapped.lines(text, yaml) == [
        "-|2026-01-01|food|Brand - Rice, long|1.75|cup (drained)|-|-",
        "-|2026-01-02|food|egg|3|-|-|-", "-|2026-01-03|food|Tea|-|-|-|-",
      ])
  }

  // 11. Severities.
  @Test func severities() throws {
    let yaml = """
      time: "{Date}"
      entries:
        - kind: symptom
          name: "{Name}"
          value: "{How}"
          scale: 0-4
          words: {mild: 1, "yes": unknown, "no": absent, "": skip}
          names:
            Pain: {scale: 0-100}
            Rash: {words: {slight: 1, bad: 3}, scale: 0-3}
      """
    let text =
      "Date,Name,How\n2026-01-01,A,Mild\n2026-01-02,A,Yes\n2026-01-03,A,no\n2026-01-04,A,\n"
      + "2026-01-05,Pain,70\n2026-01-06,Rash,bad\n2026-01-07,A,3\n"
    #expect(
      try Mapped.lines(text, yaml) == [
        "-|2026-01-01|symptom|A|1|0-4|-|-", "-|2026-01-02|symptom|A|-|-|-|-",
        "-|2026-01-03|symptom|A|0|0-4|-|-", "-|2026-01-05|symptom|Pain|70|0-100|-|-",
        "-|2026-01-06|symptom|Rash|3|0-3|-|-", "-|2026-01-07|symptom|A|3|0-4|-|-",
      ])
  }

  // 15. What absence means.
  @Test func absence() throws {
    let yaml = """
      absence: zero
      time: "{Date}"
      entries: [{kind: symptom, name: "{Name}", value: "{How}", scale: 0-4}, {kind: food, name: "{Food}", blank: skip}]
      """
    let text =
      "Date,Name,How,Food\n2026-01-01,Gas,2,Rice\n2026-01-01,Rash,1,Rice\n2026-01-03,Gas,1,Oats\n"
    let lines = try Mapped.lines(text, yaml)
    #expect(lines.contains("-|2026-01-03|symptom|Rash|0|0-4|-|-"))
    #expect(lines.count { $0.contains("symptom") } == 4)
    let missing = try Mapped.lines(text, yaml.replacing("absence: zero", with: "absence: missing"))
    #expect(missing.count { $0.contains("symptom") } == 3)
  }

  // 16. Joins, lists of words, provenance, own groups.
  @Test func joinsAndGroups() throws {
    let yaml = """
      groups: [{id: red_meat, label: Red meat}]
      tables:
        - table: eaten
          match: {header: [Day, Dish]}
          joins: [{table: dishes, key: "{Dish}"}]
          time: "{Day}"
          entries:
            - {kind: food, name: "{dishes.Title}", groups: "{dishes.Groups}", note: "dish {Dish}"}
        - table: dishes
          match: {header: [Key, Title]}
          lookup: "{Key}"
      """
    let eaten = "Day,Dish\n2026-01-01,d1\n2026-01-02,d2\n"
    let dishes = "Key,Title,Groups\nd1,Stew,red_meat dairy\nd2,Fruit,none\n"
    let result = try Mapped.read([(eaten, "a.csv"), (dishes, "b.csv")], yaml)
    #expect(
      Mapped.lines(result) == [
        "-|2026-01-01|food|Stew|-|-|[red_meat dairy]|dish d1",
        "-|2026-01-02|food|Fruit|-|-|[]|dish d2",
      ])
    let diary = try #require(result.diaries.first)
    #expect(diary.entries.map { diary.reference(to: $0) } == ["a.csv:2", "a.csv:3"])
    #expect(
      try Mapping(yaml: "reintro-mapping: 1\n" + yaml, file: "m").ownGroups.map(\.label) == [
        "Red meat"
      ])
    let alone = Mapped.findings(eaten, yaml)
    #expect(alone.contains { $0.id == "mapping-join-missing" && $0.line == 2 })
  }

  @Test func foodsWithGroupsAndIngredients() throws {
    let yaml = """
      time: "{Date}"
      entries:
        - kind: food
          name: "{Food}"
          names: {house bread|bread: {name: Bread, groups: [gluten, sesame]}, Tea: skip, Pill: medicine}
      """
    let text = "Date,Food\n2026-01-01,House  Bread\n2026-01-02,Tea\n2026-01-03,Pill\n"
    #expect(
      try Mapped.lines(text, yaml) == [
        "-|2026-01-01|food|Bread|-|-|[gluten sesame]|-",
        "-|2026-01-03|context|medication|-|-|-|Pill",
      ])
  }
}
