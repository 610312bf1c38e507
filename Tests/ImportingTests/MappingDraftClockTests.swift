// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import Importing

@Suite("Which column drafts of mappings take for the clock, and which order for the dates")
struct MappingDraftClockTests {
  @Test(
    "Severities are no clock times, whatever else their column's name says",
    arguments: [
      "Pain at night", "How bloated were you at night (0-10)?", "Pain 1 hour after meal (0-10)",
      "Blähungen zur Zeit", "Bloating at lunch", "Bauchweh um die Uhrzeit (0-10)",
      "How bloated are you? [1 = not at all; 7 = very]",
    ])
  func severities(_ header: String) throws {
    let text =
      "Date,Food,\(header)\n2026-02-13,Milk,1\n2026-02-14,Egg,4\n2026-02-15,Rice,7\n"
    #expect(try !Drafted.yaml(text).contains("clock:"))
    let entries = try Drafted.read(text).diaries.flatMap(\.entries)
    #expect(Set(entries.map { $0.time?.description.count }) == [10])
    #expect(
      entries.filter { $0.kind == .symptom }.map(\.value) == [.number(1), .number(4), .number(7)])
  }

  @Test("Numbers that are named as nothing known are no clock times either")
  func smallNumbers() throws {
    let text =
      "Date,Food,Glasses at work,Time in bed (h)\n2026-02-13,Milk,1,8\n2026-02-14,Egg,4,7\n"
    #expect(try !Drafted.yaml(text).contains("clock:"))
    // A column that is called the time and nothing else may hold hours.
    let hours = "Date,Food,Hour\n2026-02-13,Milk,8\n2026-02-14,Egg,19\n"
    #expect(
      try Drafted.read(hours).diaries.flatMap(\.entries).map { $0.time?.description } == [
        "2026-02-13T08:00", "2026-02-14T19:00",
      ])
  }

  @Test("A column of clock times goes before words, wherever it stands")
  func clockTimesFirst() throws {
    let text =
      "Date,When did it start,Bloating at lunch,Time,Food\n2026-02-13,morning,1,08:10,Milk\n"
      + "2026-02-14,evening,4,09:00,Egg\n2026-02-15,noon,7,12:00,Rice\n"
    let lines = try Drafted.lines(text)
    #expect(lines.contains("-|2026-02-15T12:00|food|Rice|-|-|-|-"))
    #expect(lines.contains("-|2026-02-15T12:00|symptom|Bloating at lunch|7|0-10|-|-"))
  }

  @Test("Dates with clock times need no other clock; midnights are days")
  func datesWithClocks() throws {
    let text =
      "Timestamp,What did you eat,Pain at work,Bus at\n13/02/2026 08:10:22,Milk,1,07:40\n"
      + "14/02/2026 21:10:22,Egg,4,07:50\n"
    #expect(try !Drafted.yaml(text).contains("clock:"))
    #expect(try Drafted.lines(text).contains("-|2026-02-14T21:10:22|food|Egg|-|-|-|-"))
    let midnights =
      "Date,Time,Food\n2026-02-13 00:00:00,08:10,Milk\n2026-02-14 00:00:00,09:00,Egg\n"
    #expect(try Drafted.yaml(midnights).contains("clock: \"{Time}\""))
  }

  @Test(
    "Orders of dates that are offered are those that fit",
    arguments: [
      ("13.2.26", ["dmy", "ymd"], "the day or the year"),
      ("01/02/2026", ["dmy", "mdy"], "the day or the month"),
      ("1.2.3", ["dmy", "mdy", "ymd"], "the day, the month or the year"),
      ("2/13/14", ["mdy"], ""),
    ])
  func orders(_ date: String, _ orders: [String], _ words: String) throws {
    let yaml = try Drafted.yaml("Date,Food\n\(date),Rice\n")
    let offered = ["dmy", "mdy", "ymd"].filter { yaml.contains("# order: \($0)\n") }
    #expect(offered == (orders.count > 1 ? orders : []))
    #expect(words.isEmpty || yaml.contains("# DOUBT: no date shows whether \(words) comes first."))
    for order in offered {
      let answered = yaml.split(separator: "# order: \(order)").joined(separator: "order: \(order)")
      let mapping = try Mapping(yaml: answered, file: "m.yaml")
      let result = try Importer.read(
        bytes: Array("Date,Food\n\(date),Rice\n".utf8), name: "d.csv",
        options: ImportOptions(mapping: mapping))
      #expect(result.diaries.flatMap(\.entries).count == 1)
    }
  }

  @Test func ordersThatDoNotAgree() throws {
    let yaml = try Drafted.yaml("Date,Food\n13/02/2026,Rice\n02/14/2026,Egg\n")
    #expect(
      yaml.contains("# DOUBT: the dates are written in several orders.")
        && !yaml.contains("# order"))
  }

  @Test("The time of the meal goes before that of the report, and is no food")
  func timesOfMeals() throws {
    let text =
      "Meal time,Reporting date,Food,Serving weight (g)\n08:10,2026-02-13 20:00:05,Milk,250\n"
      + "12:30,2026-02-13 20:00:05,Rice,50\nN/A,2026-02-14 20:01:05,Egg,60\n"
    let entries = try Drafted.read(text).diaries.flatMap(\.entries)
    #expect(Set(entries.map(\.name)) == ["Milk", "Rice", "Egg"])
    #expect(entries.contains { $0.time?.description == "2026-02-13T08:10" && $0.name == "Milk" })
  }
}
