// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import Importing

@Suite("What drafts of mappings make of cells as people write them")
struct MappingDraftCellTests {
  /// The values and units of what one column gives beside foods, cell by cell.
  private func values(_ header: String, _ cells: [String]) throws -> [String] {
    let rows = cells.enumerated().map { place, cell in
      "2026-01-\(place < 9 ? "0" : "")\(place + 1);Rice;\(cell)\n"
    }
    return try Drafted.read("Date;Food;\(header)\n" + rows.joined()).diaries.flatMap(\.entries)
      .filter { $0.kind != .food }
      .map { "\($0.name) \($0.value?.canonicalText ?? "-") \($0.unit ?? "-")" }
  }

  @Test func ratingsSayTheirScale() throws {
    #expect(
      try values("Bloating", ["8/10", "0/10", "7,5/10", "2 / 10", "3 von 10"])
        == ["8", "0", "7.5", "2", "3"].map { "Bloating \($0) 0-10" })
    #expect(
      try values("Bloating", ["4/5", "0/5", "1 out of 5"])
        == ["4", "0", "1"].map { "Bloating \($0) 0-5" })
    let text = "Date,Food,Bloating\n2026-01-01,Rice,4/5\n2026-01-02,Rice,1/5\n"
    #expect(try Drafted.yaml(text).contains("    scale: 0-5   # as the cells say"))
  }

  @Test("Ratings, numbers and words in one column are on one scale")
  func ratingsAmongOthers() throws {
    #expect(
      try values("Bloating", ["8/10", "a bit", "2", "n/a", "none", "0/10", "4/5"])
        == ["8", "2.5", "2", "0", "0", "8"].map { "Bloating \($0) 0-10" })
  }

  @Test func ratingsOfMoods() throws {
    #expect(
      try values("Mood", ["7/10", "3/10", "10/10"]) == ["7", "3", "10"].map { "mood \($0) 0-10" })
    #expect(try values("Mood", ["4/5", "1/5"]) == ["8", "2"].map { "mood \($0) 0-10" })
  }

  @Test(
    "A rating is brought to the scale that a mapping states, or told",
    arguments: [
      ("scale: 0-10", "8/10", "8 0-10"), ("scale: 0-4", "5/10", "2 0-4"),
      ("scale: 1-5", "4/5", "4 1-5"), ("value-as: number", "8/10", "8 0-10"),
      ("scale: 0-100", "8/10", "80 0-100"), ("scale: mild-severe", "8/10", "8 0-10"),
    ])
  func ratingsOnStatedScales(_ keys: String, _ cell: String, _ value: String) throws {
    let yaml = """
      time: "{D}"
      entries:
        - {kind: symptom, name: ache, value: "{V}", \(keys)}
      """
    let parts = value.split(separator: " ")
    #expect(
      try Mapped.lines("D,V\n2026-01-01,\(cell)\n", yaml)
        == ["-|2026-01-01|symptom|ache|\(parts[0])|\(parts[1])|-|-"])
  }

  @Test func ratingsThatDoNotFitAreRefused() {
    let yaml = """
      time: "{D}"
      entries:
        - {kind: symptom, name: ache, value: "{V}", scale: 1-5}
      """
    #expect(Mapped.findings("D,V\n2026-01-01,8/10\n", yaml).map(\.id).contains("mapping-value"))
    #expect(RatingText("11/10") == nil && RatingText("1/2") == nil && RatingText("1/2/2026") == nil)
  }

  @Test(
    "Lengths of sleep are read however they are written",
    arguments: [
      ("7,5 h", "7.5"), ("7:30", "7.5"), ("6 Std", "6"), ("6 Std.", "6"), ("6h30", "6.5"),
      ("6 Stunden 30 Minuten", "6.5"), ("7 hours", "7"), ("7.25 hrs", "7.25"), ("420 min", "7"),
      ("7½ h", "7.5"), ("11pm-7am", "8"), ("22:30 – 6:45", "8.25"), ("23-7", "8"),
      ("23 bis 7 Uhr", "8"), ("7-8", "7.5"), ("7-8 h", "7.5"), ("6", "6"), ("7,5", "7.5"),
    ])
  func sleep(_ cell: String, _ hours: String) throws {
    #expect(
      try values("Schlaf", ["8 h", cell, "7:00", "6,5"])
        == ["8", hours, "7", "6.5"].map { "sleep \($0) h" })
    #expect(
      try values("Slept (h)", Array(repeating: "8", count: 30) + [cell]).last == "sleep \(hours) h")
  }

  @Test("A span of minutes is none of hours")
  func minutes() throws {
    let yaml = """
      time: "{D}"
      entries: [{kind: context, name: exercise, value: "{V}", value-as: minutes}]
      """
    #expect(Mapped.findings("D,V\n2026-01-01,10-12\n", yaml).map(\.id).contains("mapping-value"))
    #expect(
      try Mapped.lines("D,V\n2026-01-01,1h30\n", yaml)
        == ["-|2026-01-01|context|exercise|90|min|-|-"])
  }

  @Test func sleepThatIsNoLengthIsTold() throws {
    let text =
      "Datum;Essen;Schlaf\n2026-01-01;Reis;7,5 h\n2026-01-02;Reis;schlecht\n2026-01-03;Reis;6 Std\n"
    #expect(try Drafted.yaml(text).contains("# DOUBT: these cells are no lengths of sleep"))
    let result = try Drafted.read(text)
    #expect(Mapped.lines(result).filter { $0.contains("|sleep|") }.count == 2)
    let found = result.findings.filter { $0.id == "mapping-word-left-out" }
    #expect(found.map(\.line) == [3])
    #expect(found.first?.summary.contains("“schlecht”") == true)
  }

  @Test(arguments: ["8-99", "7-", "x-7", "1e3-5", "99999999999999h", "7h 99999999999 m", "½"])
  func noLengths(_ text: String) {
    #expect(LengthText.span(text) == nil)
    #expect(LengthText.minutes(text) == nil)
  }

  @Test(
    "Words of moods are numbers, those that are not known are told",
    arguments: [
      ("Mood", "mood", ["good", "bad", "ok", "great", "awful"]),
      ("Stimmung", "mood", ["gut", "schlecht", "mittel", "sehr gut", "sehr schlecht"]),
      ("Energy", "energy", ["high", "low", "medium", "very high", "very low"]),
      ("Schlafqualität", "sleep-quality", ["Gut", "schlecht", "geht so", "SEHR GUT", "furchtbar"]),
      ("Humeur", "mood", ["bon", "mauvais", "moyen", "très bon", "terrible"]),
    ])
  func moods(_ header: String, _ name: String, _ words: [String]) throws {
    #expect(
      try values(header, words) == ["7.5", "2.5", "5", "10", "0"].map { "\(name) \($0) 0-10" })
    #expect(
      try values(header, words + ["grün"]).count == 5)
  }

  @Test(
    "Clock times are read as people write them",
    arguments: [
      ("8h10", "T08:10"), ("8H10", "T08:10"), ("ca. 8 Uhr", "T08:00"), ("ca 8 uhr", "T08:00"),
      ("8 Uhr 10", "T08:10"), ("08.10", "T08:10"), ("8.10 Uhr", "T08:10"), ("8h", "T08:00"),
      ("about 8 pm", "T20:00"), ("~8:10", "T08:10"), ("um 20 Uhr", "T20:00"), ("à 8h10", "T08:10"),
      ("8 o'clock", "T08:00"), ("8.30 pm", "T20:30"),
    ])
  func clocks(_ cell: String, _ time: String) throws {
    let text =
      "Date,Time,Food\n2026-01-01,8:00,Rice\n2026-01-02,\(cell),Oats\n2026-01-03,9:00,Rye\n"
    #expect(try Drafted.lines(text)[1] == "-|2026-01-02\(time)|food|Oats|-|-|-|-")
    #expect(try Drafted.yaml(text).contains("words:") == false)
  }

  @Test("The end of a day is the start of the next")
  func endOfDay() throws {
    let text = "Date,Time,Food\n2026-01-30,8:00,Rice\n2026-01-31,24:00,Oats\n"
    #expect(
      try Drafted.lines(text) == [
        "-|2026-01-30T08:00|food|Rice|-|-|-|-", "-|2026-02-01T00:00|food|Oats|-|-|-|-",
      ])
    let placeholder = """
      time: {date: "{D}", clock: "{T}", placeholders: ["00:00"]}
      entries: [{kind: food, name: "{F}"}]
      """
    #expect(
      try Mapped.lines("D,T,F\n2026-01-31,24:00,Oats\n", placeholder)
        == ["-|2026-01-31|food|Oats|-|-|-|-"])
  }

  @Test(arguments: [
    "", "8", "810", "25 Uhr", "8h99", "13 pm", "24:01", "8 Uhr morgens früh", "Uhr", "ca. Uhr", "h",
    "8.1", "~",
  ])
  func noClocks(_ text: String) {
    #expect(ClockText.written(text) == nil)
  }
}
