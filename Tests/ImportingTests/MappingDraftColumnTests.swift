// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import Importing

@Suite("What drafts of mappings make of columns by their names and odd cells")
struct MappingDraftColumnTests {
  /// A table with one column beside dates and foods.
  private func table(_ header: String, _ cells: [String]) -> String {
    let rows = cells.enumerated().map { "2026-01-0\($0.offset + 1),Rice,\"\($0.element)\"\n" }
    return "Date,Food,\(header)\n" + rows.joined()
  }

  @Test(
    "Columns named as contexts are no symptoms",
    arguments: [
      ("Slept (h)", "sleep", "h"), ("Hours of sleep", "sleep", "h"), ("Schlaf", "sleep", "h"),
      ("Geschlafen", "sleep", "h"), ("Sommeil", "sleep", "h"), ("Sueño", "sleep", "h"),
      ("Sleep quality", "sleep-quality", "-"), ("Stress level", "stress", "-"),
      ("Stimmung", "mood", "-"), ("Energy", "energy", "-"), ("Sport (min)", "exercise", "min"),
      ("Caffeine", "caffeine", "mg"), ("Alcohol", "alcohol", "-"), ("Period", "menses", "-"),
    ])
  func contexts(_ header: String, _ name: String, _ unit: String) throws {
    let lines = Mapped.lines(try Drafted.read(table(header, ["6", "7", "8"])))
    #expect(
      lines.filter { !$0.contains("|food|") } == [
        "-|2026-01-01|context|\(name)|6|\(unit)|-|-", "-|2026-01-02|context|\(name)|7|\(unit)|-|-",
        "-|2026-01-03|context|\(name)|8|\(unit)|-|-",
      ])
  }

  @Test(
    "Counts, durations and measurements are no symptoms",
    arguments: [
      "Steps", "Schritte", "Temperature", "Fever (°C)", "Pulse", "Weather", "Headache duration",
      "Pain (min)", "Water (l)", "Cycle day",
    ])
  func measures(_ header: String) throws {
    let kinds = Set(
      try Drafted.read(table(header, ["36", "37", "38"])).diaries.flatMap(\.entries).map(\.kind))
    #expect(kinds.isSubset(of: [.food]))
  }

  @Test(
    "Hours, minutes and other units are told apart by what the column is called",
    arguments: [
      ("Exercise (hours)", ["1", "2", "1"], "exercise", ["60", "120", "60"], "min"),
      ("Sport (Stunden)", ["1", "2", "1"], "exercise", ["60", "120", "60"], "min"),
      ("Sleep (hours)", ["7", "8", "9"], "sleep", ["7", "8", "9"], "h"),
      ("Sleep (min)", ["420", "400", "8"], "sleep", ["420", "400", "8"], "min"),
    ])
  func units(
    _ header: String, _ cells: [String], _ name: String, _ values: [String], _ unit: String
  ) throws {
    let entries = try Drafted.read(table(header, cells)).diaries.flatMap(\.entries)
      .filter { $0.kind == .context }
    #expect(entries.allSatisfy { $0.name == name && $0.unit == unit })
    #expect(entries.compactMap { $0.value?.canonicalText } == values)
  }

  @Test(
    "A context in another unit is left out",
    arguments: ["Exercise (kcal)", "Sport (km)", "Caffeine (cups)", "Alcohol (g)"])
  func otherUnits(_ header: String) throws {
    let text = table(header, ["300", "2", "20"])
    #expect(try Drafted.yaml(text).contains("Left out"))
    #expect(try Drafted.read(text).diaries.flatMap(\.entries).allSatisfy { $0.kind == .food })
  }

  @Test("Hours of sleep written as times are sleep and not the clock")
  func sleepAsTimes() throws {
    let lines = Mapped.lines(try Drafted.read(table("Slept", ["7:30", "6h 15m", "8:00"])))
    #expect(lines.contains("-|2026-01-01|context|sleep|7.5|h|-|-"))
    #expect(lines.contains("-|2026-01-02|context|sleep|6.25|h|-|-"))
  }

  @Test(
    "A column named as a symptom is one with words of severity",
    arguments: [
      ("Headache", ["no", "mild", "severe"]), ("Kopfweh", ["nein", "leicht", "stark"]),
      ("Bauchschmerzen", ["keine", "schwach", "schlimm"]),
      ("Ballonnements", ["aucun", "léger", "fort"]), ("Dolor", ["nada", "poco", "fuerte"]),
      ("Buikpijn", ["geen", "licht", "hevig"]),
    ])
  func symptomsInWords(_ header: String, _ words: [String]) throws {
    #expect(try Drafted.yaml(table(header, words)).contains("    words:\n"))
    let entries = try Drafted.read(table(header, words)).diaries.flatMap(\.entries)
      .filter { $0.kind == .symptom }
    #expect(entries.map(\.name) == [header, header, header])
    #expect(entries.map(\.value) == [.number(0), .number(1), .number(3)])
    #expect(Set(entries.map(\.unit)) == ["0-4"])
  }

  @Test("Yes and no make a symptom of a column that is named as one, and of no other")
  func answers() throws {
    let symptoms = try Drafted.read(table("Headache", ["yes", "no", "yes"])).diaries.flatMap(
      \.entries
    )
    .filter { $0.kind == .symptom }
    #expect(symptoms.map(\.value) == [nil, .number(0), nil])
    let gym = try Drafted.read(table("Gym", ["yes", "no", "yes"])).diaries.flatMap(\.entries)
    #expect(gym.allSatisfy { $0.kind == .food })
  }

  @Test("A column of severities under another name is one with a doubt; free text is told")
  func otherNames() throws {
    let unknown = table("Foggy", ["none", "mild", "severe"])
    #expect(
      try Drafted.yaml(unknown).contains(
        "# DOUBT: taken for symptoms because of what stands in them"))
    #expect(
      try Drafted.yaml(table("Headache", ["1", "2", "3"])).contains("DOUBT: taken for") == false)
    let free = try Drafted.yaml(table("Headache", ["left side", "after lunch", "here"]))
    #expect(free.contains("#     DOUBT: it is named as a symptom"))
  }

  @Test("A scale in the name is the scale, and no part of the symptom's name")
  func statedScale() throws {
    let text = table("Bloating (0-10)", ["1", "3", "2"])
    #expect(try Drafted.yaml(text).contains("scale: 0-10   # as the column's name says"))
    let entries = try Drafted.read(text).diaries.flatMap(\.entries).filter { $0.kind == .symptom }
    #expect(entries.map(\.name) == ["Bloating", "Bloating", "Bloating"])
    #expect(Set(entries.map(\.unit)) == ["0-10"])
    // A scale that the numbers do not keep to says nothing.
    #expect(try Drafted.yaml(table("Bloating (0-3)", ["1", "9", "2"])).contains("scale: 0-10\n"))
  }

  @Test("A few words among the numbers of a symptom do not make its rows unreadable")
  func wordsAmongNumbers() throws {
    let result = try Drafted.read(
      "Date,Ache\n" + (10...60).map { "2026-01-\($0 % 28 + 1),\($0 % 10)\n" }.joined()
        + "2026-02-01,n/a\n2026-02-02,none\n")
    #expect(result.rowsUnread == 0)
    let last = result.diaries.flatMap(\.entries).last
    #expect(last?.value == .number(0) && last?.time?.description == "2026-02-02")
  }

  @Test("Words among clock times are told and given a meaning")
  func wordsAmongClocks() throws {
    let text =
      "Date,Clock,Food\n2026-01-01,08:10,Rice\n2026-01-02,8 Uhr,Oats\n2026-01-03,12:00,Milk\n"
      + "2026-01-04,mittags,Milk\n2026-01-05,whenever,Milk\n2026-01-06,12:30,Milk\n"
    let yaml = try Drafted.yaml(text)
    #expect(yaml.contains("# DOUBT: these cells of “Clock” are no clock times."))
    #expect(yaml.contains("    \"8 uhr\": \"08:00\"\n"))
    let result = try Drafted.read(text)
    #expect(result.rowsUnread == 0)
    #expect(
      result.diaries.flatMap(\.entries).map { $0.time?.description } == [
        "2026-01-01T08:10", "2026-01-02T08:00", "2026-01-03T12:00",
        "2026-01-04T11:00/2026-01-04T14:00", "2026-01-05", "2026-01-06T12:30",
      ])
  }

  @Test("When somebody went to bed is not when they ate")
  func bedtimes() throws {
    let text = "Date,Food,Bedtime\n2026-01-01,Rice,23:10\n2026-01-02,Oats,22:50\n"
    #expect(
      try Drafted.read(text).diaries.flatMap(\.entries).map { $0.time?.description } == [
        "2026-01-01", "2026-01-02",
      ])
    let other = text.replacing("Bedtime", with: "Eaten")
    #expect(try Drafted.yaml(other).contains("# DOUBT: taken for the time of all entries"))
  }

  @Test("Columns named after meals give the time of the meal where there is no clock")
  func meals() throws {
    let text = "day,breakfast,dinner\n1/25/2026,toast,\"rice, beans\"\n1/26/2026,toast,pizza\n"
    let lines = try Drafted.lines(text)
    #expect(
      lines.prefix(3) == [
        "-|2026-01-25T06:00/2026-01-25T10:00|food|toast|-|-|-|-",
        "-|2026-01-25T17:00/2026-01-25T21:00|food|beans|-|-|-|-",
        "-|2026-01-25T17:00/2026-01-25T21:00|food|rice|-|-|-|-",
      ])
    // Without a proven order, nothing is said twice that has to be answered.
    #expect(try !Drafted.yaml("day,dinner\n01/02/2026,Rice\n").contains("meal:"))
    #expect(try !Drafted.yaml("day,time,dinner\n2026-01-01,18:10,Rice\n").contains("meal:"))
  }

  @Test("A column of parts of the day is the clock where it is named so")
  func partsOfTheDay() throws {
    let text = "Date,Time,Food\n2026-01-01,morning,Rice\n2026-01-02,evening,Oats\n"
    #expect(
      try Drafted.read(text).diaries.flatMap(\.entries).map { $0.time?.description } == [
        "2026-01-01T06:00/2026-01-01T11:00", "2026-01-02T17:00/2026-01-02T21:00",
      ])
  }

  @Test("The unit of an amount is that of the header, but where a cell has its own")
  func amountsWithOddCells() throws {
    let text =
      "Datum,Essen,Menge (g)\n2026-01-01,Reis,50\n2026-01-02,Ei,1 Stück\n2026-01-03,Reis,200\n"
    #expect(try Drafted.yaml(text).contains("# DOUBT: “1 Stück” is no number"))
    #expect(
      try Drafted.lines(text) == [
        "-|2026-01-01|food|Reis|50|g|-|-", "-|2026-01-02|food|Ei|1|Stück|-|-",
        "-|2026-01-03|food|Reis|200|g|-|-",
      ])
  }

  @Test("Drinks that are counted are foods, and medicines are medicines")
  func drinksAndMedicines() throws {
    let coffee = Mapped.lines(try Drafted.read(table("Coffee (cups)", ["2", "0", "1"])))
    #expect(
      coffee.filter { !$0.contains("Rice") } == [
        "-|2026-01-01|food|Coffee|2|cups|-|-", "-|2026-01-03|food|Coffee|1|cups|-|-",
      ])
    // Braces mean something in a mapping.
    let odd = Mapped.lines(try Drafted.read(table("{Coffee} ({cups})", ["2", "0", "1"])))
    #expect(odd.contains("-|2026-01-01|food|Coffee|2|portion|-|-"))
    let pills = Mapped.lines(try Drafted.read(table("Schmerzmittel", ["Ibuprofen", "", ""])))
    #expect(pills.contains("-|2026-01-01|context|medication|-|-|-|Ibuprofen"))
  }
}
