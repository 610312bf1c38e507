// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import TestSupport
import Testing

@testable import Importing

@Suite("Numbers and dates of files that a spreadsheet program saved again")
struct MappingResavedTests {
  private static let steps = """
    time: "{d}"
    numbers: {thousands: ","}
    entries: [{kind: context, name: steps, value: "{n}"}]
    """

  /// The values of numbers in a table that a sign parts.
  private func values(_ cells: [String], _ sign: String, _ yaml: String) throws -> [String?] {
    let rows = cells.enumerated().map { "2026-01-0\($0 + 1)\(sign)\"\($1)\"\n" }.joined()
    return try Mapped.read("d\(sign)n\n\(rows)", yaml).diaries.flatMap(\.entries)
      .map { $0.value?.canonicalText }
  }

  @Test("Thousands are groups of three digits, and a comma that parts none is never taken out")
  func groups() throws {
    #expect(
      try values(["1,234", "12,345.5", "1,234,567", "7"], ",", Self.steps)
        == ["1234", "12345.5", "1234567", "7"])
    let dots = Self.steps.replacing("thousands: \",\"", with: "thousands: \".\"")
    #expect(try values(["1.234", "1.234,5"], ";", dots) == ["1234", "1234.5"])
    let blanks = Self.steps.replacing("thousands: \",\"", with: "thousands: space")
    #expect(try values(["1 234", "1\u{202F}234,5"], ";", blanks) == ["1234", "1234.5"])
  }

  @Test("Where semicolons part cells, a comma that can part decimals only does")
  func decimals() throws {
    #expect(
      try values(["1,5", "0,25", "1,234,567", "12,345.5"], ";", Self.steps)
        == ["1.5", "0.25", "1234567", "12345.5"])
  }

  @Test(
    "What may be either is told, not guessed",
    arguments: [
      (",", "1,5", ","), (",", "12,34", ","), (";", "1,500", ","), (";", "1.5", "."),
    ])
  func doubts(_ sign: String, _ cell: String, _ thousands: String) {
    let yaml = Self.steps.replacing("\",\"", with: "\"\(thousands)\"")
    let found = Mapped.findings("d\(sign)n\n2026-01-05\(sign)\"\(cell)\"\n", yaml)
    #expect(
      found.contains { $0.severity == .error && $0.line == 2 && $0.summary.contains(cell) })
  }

  @Test("Patterns of amounts know the comma where a point parts thousands")
  func patterns() throws {
    let yaml = """
      time: "{d}"
      numbers: {thousands: "."}
      entries: [{kind: food, name: "{n}", amount: "{a}", amount-pattern: "{value}{unit}"}]
      """
    #expect(
      try Mapped.lines("d,n,a\n2026-01-05,Milk,\"1,5l\"\n", yaml)
        == ["-|2026-01-05|food|Milk|1.5|l|-|-"])
  }

  @Test("What is no number stays a text")
  func texts() throws {
    #expect(try values(["1,2,3", "12,34.5"], ",", Self.steps) == ["1,2,3", "12,34.5"])
  }

  @Test("Presets read exports that were saved with semicolons")
  func presets() throws {
    let loseIt = """
      Date;Name;Icon;Meal;Quantity;Units;Deleted
      01/25/2026;Milk;Milk;Breakfast;1,5;Cups;0
      """
    #expect(try Mapped.lines(loseIt, name: "food-logs.csv").first?.contains("|1.5|Cups|") == true)
    let meals = """
      Date;Meal;Calories;Fat (g);Saturated Fat;Cholesterol;Protein (g)
      2026-01-05;Breakfast;300,5;10;1;1;10
      """
    #expect(try Mapped.lines(meals).contains { $0.contains("|calories|300.5|kcal") })
  }

  @Test("A row of a table of foods that cannot be read is one of a food")
  func unreadFoods() throws {
    let rows = (1...30).map { "01/\($0 < 10 ? "0" : "")\($0)/2026,Milk,Milk,Lunch,1,Cups,0\n" }
    let text = "Date,Name,Icon,Meal,Quantity,Units,Deleted\n" + rows.joined()
    let result = try Mapped.read(
      text + "01/41/2026,Cheese,Cheese,Lunch,1,Slices,0\n", name: "food-logs.csv")
    let unread = result.diaries.flatMap(\.unreadable)
    #expect(unread.map(\.kind) == [.food])
    #expect(unread.first?.note.contains("Cheese") == true)
    let mixed = """
      time: "{d}"
      entries:
        - {kind: food, name: "{f}"}
        - {kind: symptom, name: "{s}", where: {s: {blank: false}}}
      """
    let days = (1...30).map { "2026-01-\($0 < 10 ? "0" : "")\($0),milk,\n" }.joined()
    let other = try Mapped.read("d,f,s\n" + days + "2026-13-01,milk,ache\n", mixed)
    #expect(other.diaries.flatMap(\.unreadable).map(\.kind) == [nil])
  }

  @Test("The order of dates that is stated goes before that of a preset")
  func order() throws {
    let loseIt = """
      Date,Name,Icon,Meal,Quantity,Units,Deleted
      05/11/2026,Milk,Milk,Breakfast,1,Cups,0
      """
    for (order, day) in [(nil, "2026-05-11"), (DateOrder.dmy, "2026-11-05")] {
      let lines = try Mapped.lines(
        loseIt, name: "food-logs.csv", options: ImportOptions(dateOrder: order))
      #expect(lines.first?.contains(day) == true)
    }
  }

  @Test("Cells that an app leaves out are no faults")
  func leftOut() throws {
    let daylio = """
      full_date,date,weekday,time,mood,activities,note
      2019-09-28,28 September,Saturday,10:00 pm,good,"milk | run",hello
      """
    #expect(try Mapped.lines(daylio).contains { $0.contains("|note|") && $0.contains("hello") })
    let recall = """
      Survey ID,User ID,Start DateTime,Recall Date,Meal ID,Meal name,Meal time,Food ID,Name (en),Missing name,Portion Weight
      s1,u2,2024-05-21T10:00:00Z,2024-05-20,1,Lunch,N/A,12,Bread,N/A,50
      """
    #expect(
      try Mapped.lines(recall).first?.hasPrefix("u2|2024-05-20T11:00/2024-05-20T14:00|food|Bread")
        == true)
  }

  @Test("A habit that counts is divided, also where it is a symptom")
  func habits() throws {
    let marks = """
      Date,Bloating,Headache
      2026-01-05,5000,0
      2026-01-06,0,2
      """
    let lines = try Mapped.lines(marks, name: "Checkmarks.csv")
    #expect(lines.contains { $0.hasPrefix("-|2026-01-05|symptom|Bloating|5|") })
    #expect(lines.contains { $0.hasPrefix("-|2026-01-06|symptom|Headache|-|") })
  }

  @Test("A blank clock of an end is no end")
  func blankEnd() throws {
    let yaml = """
      time: {date: "{d}", clock: "{t}", day-starts: "04:00", end: {date: "{d}", clock: "{e}"}}
      entries: [{kind: food, name: "{n}"}]
      """
    let text = "d,t,e,n\n2026-01-05,00:30,,Late\n2026-01-05,12:00,12:30,Noon\n"
    #expect(
      try Mapped.lines(text, yaml) == [
        "-|2026-01-05T12:00/2026-01-05T12:30|food|Noon|-|-|-|-",
        "-|2026-01-06T00:30|food|Late|-|-|-|-",
      ])
  }

  @Test("The end of a list may be followed by blanks or none")
  func listEnds() throws {
    for end in [".", ". "] {
      let yaml = """
        time: "{d}"
        entries:
          - {kind: food, each: {of: "{c}", split: "|", labels: [Meals, Snacks], list-end: "\(end)"}, note: "{label}"}
        """
      let lines = try Mapped.lines("d,c\n2026-01-05,Meals: A | St. B. Snacks: C | D.\n", yaml)
      #expect(
        lines.map { $0.replacing("-|2026-01-05|food|", with: "") } == [
          "A|-|-|-|Meals", "C|-|-|-|Snacks", "D|-|-|-|Snacks", "St. B|-|-|-|Meals",
        ])
    }
  }
}

@Suite("Elements that no rule of a mapping names")
struct UnreadElementTests {
  private static let yaml = """
    format: xml
    xml: {record: log/day/meal/item}
    time: "{../../@date}"
    entries: [{kind: food, name: "{name}"}]
    """

  private func unread(_ inner: String) -> [String] {
    Mapped.findings("<log><day date='2026-02-01'>\(inner)</day></log>", Self.yaml)
      .filter { ["mapping-columns-unused", "diary-column-not-read"].contains($0.id) }
      .map(\.summary)
  }

  @Test(
    "Each is named once",
    arguments: [
      ("<symptom name='Headache'/>", ["symptom"]),
      ("<symptom><name>Headache</name></symptom>", ["symptom"]),
      ("<symptoms><headache level='2'/><headache level='3'/></symptoms>", ["headache"]),
      ("<remark>felt faint</remark>", ["remark"]),
    ])
  func named(_ element: String, _ names: [String]) {
    let found = unread(
      "<meal at='08:00'><item><name>Milk</name></item></meal>\(element)\(element)")
    #expect(found.joined().components(of: "“") == names.count + 1)
    #expect(names.allSatisfy { name in found.contains { $0.contains("“\(name)”") } })
    #expect(found.contains { $0.contains("“@at”") })
  }

  @Test("What holds records, says nothing or is named is not told")
  func silent() {
    #expect(unread("<meal><item><name>Milk</name></item><gap/>\n </meal>") == [])
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func components(of text: String) -> Int {
    split(separator: text, omittingEmptySubsequences: false).count - 1
  }
}
