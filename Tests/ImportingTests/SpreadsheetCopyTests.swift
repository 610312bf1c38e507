// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import TestSupport
import Testing

@testable import Importing

/// Exports that a spreadsheet saved again: other signs between the cells, other decimals and dates.
@Suite("Exports saved again by a spreadsheet")
struct SpreadsheetCopyTests {
  private func read(_ text: String, _ options: ImportOptions = ImportOptions()) throws
    -> ImportResult
  {
    try Importer.read(bytes: Array(text.utf8), name: "export.csv", options: options)
  }

  private static let bearable =
    "date;date formatted;weekday;time of day;category;rating/amount;detail;notes\n"

  /// A file of each reader, with what a comma in a number must become.
  private static let decimals: [(text: String, lines: [String])] = [
    (
      "Day;Time;Group;Food Name;Amount\n2022-11-03;9:51;Lunch;Eggs, Cooked;4,50 medium\n",
      ["-|2022-11-03T09:51|food|Eggs, Cooked|4.5|medium|-|-"]
    ),
    (
      "Day\tTime\tGroup\tFood Name\tAmount\n2022-11-03\t\tLunch\tMilk\t0,25 x 20,0 g\n",
      ["-|2022-11-03|food|Milk|0.25|x 20,0 g|-|-"]
    ),
    (
      "Day;Group;Exercise;Minutes;Calories Burned\n2022-11-03;A;Run;30,50;-200,0\n",
      ["-|2022-11-03|context|exercise|30.5|min|-|Run"]
    ),
    (
      "Day;Group;Metric;Unit;Amount\n2022-11-03;A;Weight;kg;70,5\n2022-11-03;A;Sleep;hours;7,5\n",
      ["-|2022-11-03|context|sleep|7.5|h|-|-", "-|2022-11-03|context|weight|70.5|kg|-|-"]
    ),
    (
      bearable
        + """
        5th Jan 2024;2024-01-05;Friday;;Health measurements;70,5;Weight (kg);
        5th Jan 2024;2024-01-05;Friday;;Meds/Supplements;2,5;Omeprazole (mg);
        5th Jan 2024;2024-01-05;Friday;;Mood;3,5;;
        5th Jan 2024;2024-01-05;Friday;;Sleep;7,5;;
        5th Jan 2024;2024-01-05;Friday;;Symptom;1,5;Bloating;
        """,
      [
        "-|2024-01-05|context|medication|2.5|mg|-|Omeprazole",
        "-|2024-01-05|context|mood|3.5|1-5|-|-", "-|2024-01-05|context|sleep|7.5|h|-|-",
        "-|2024-01-05|context|weight|70.5|kg|-|-", "-|2024-01-05|symptom|Bloating|1.5|0-4|-|-",
      ]
    ),
  ]

  @Test(arguments: decimals)
  func commasAreDecimalCommasWhereNoneParts(_ text: String, _ lines: [String]) throws {
    let result = try read(text)
    #expect(Mapped.lines(result) == lines)
    #expect(result.findings.contains { $0.id == "number-decimal-comma" && $0.severity == .note })
  }

  /// With commas between the cells `70,5` may be anything, and must not pass for a word.
  @Test func commasAmongCommasAreTold() throws {
    let header = Self.bearable.replacing(";", with: ",")
    let result = try read(
      header + #"5th Jan 2024,2024-01-05,Friday,,Health measurements,"70,5",Weight (kg),"# + "\n")
    #expect(Mapped.lines(result) == ["-|2024-01-05|context|weight|-|kg|-|70,5"])
    #expect(result.findings.map(\.id) == ["amount-not-a-number"])
  }

  private static let servings = """
    Day;Time;Group;Food Name;Amount
    03.11.2022;9:51;Lunch;Eggs;4 medium
    2022-11-05;;Lunch;Rice;1 g
    14.11.2022;21:51;Dinner;Milk;250 g

    """

  @Test func aColumnOfLocalDatesProvesItsOrder() throws {
    let result = try read(Self.servings)
    #expect(
      Mapped.lines(result) == [
        "-|2022-11-03T09:51|food|Eggs|4|medium|-|-", "-|2022-11-05|food|Rice|1|g|-|-",
        "-|2022-11-14T21:51|food|Milk|250|g|-|-",
      ])
    #expect(result.findings.map(\.id) == ["date-order-used"])
    #expect(result.findings.map(\.line) == [2])
    let bearable = try read(
      Self.bearable
        + """
        05.01.2024;05.01.2024;Friday;am;Symptom;2;Bloating (Moderate);
        16.01.2024;16.01.2024;Tuesday;08:30:00;Symptom;1;Bloating (Mild);
        """)
    #expect(
      Mapped.lines(bearable) == [
        "-|2024-01-05T06:00/2024-01-05T12:00|symptom|Bloating|2|0-4|-|-",
        "-|2024-01-16T08:30|symptom|Bloating|1|0-4|-|-",
      ])
    let fasts = try read(
      "Name;Start;End;Recurrence;Comments\n16:8;05.11.2022 20:00;06.11.2022 12:00;;\n"
        + "16:8;12.11.2022 20:00;13.11.2022 12:00;;\n")
    #expect(
      fasts.diaries.first?.entries.map { $0.time?.description ?? "" }
        == ["2022-11-05T20:00/2022-11-06T12:00", "2022-11-12T20:00/2022-11-13T12:00"])
  }

  @Test func anOrderThatNothingProvesIsAskedFor() throws {
    let text = "Day;Group;Food Name;Amount\n03.11.2022;A;Eggs;1 g\n"
    let error = #expect(throws: ImportError.self) { try read(text) }
    #expect(error?.findings.map(\.id) == ["date-order-ambiguous"])
    let day = try read(text, ImportOptions(dateOrder: .dmy))
    let month = try read(text, ImportOptions(dateOrder: .mdy))
    #expect(Mapped.lines(day) == ["-|2022-11-03|food|Eggs|1|g|-|-"])
    #expect(Mapped.lines(month) == ["-|2022-03-11|food|Eggs|1|g|-|-"])
    let both = text + "14.11.2022;A;Eggs;1 g\n11.14.2022;A;Eggs;1 g\n"
    let mixed = #expect(throws: ImportError.self) { try read(both) }
    #expect(mixed?.findings.map(\.id) == ["date-order-mixed"])
  }

  @Test(arguments: [";", "\t"])
  func mySymptomsPartedOtherwise(_ sign: String) throws {
    let text = """

      10/31/2018;05:20;Symptom;Headache;Intensity: 1;Duration: 5:00
      11/03/2018;04:52;Breakfast;"Sushi, cold";[ x 0,5 ];Apple;Notes: bad, and dear
      """
    let result = try read(text.replacing(";", with: sign))
    #expect(
      Mapped.lines(result) == [
        "-|2018-10-31T05:20/2018-10-31T10:20|symptom|Headache|1|0-10|-|-",
        "-|2018-11-03T04:52|food|Apple|-|-|-|-",
        "-|2018-11-03T04:52|food|Sushi, cold|0.5|portion|-|-",
        "-|2018-11-03T04:52|note|-|-|-|-|bad, and dear",
      ])
  }

  @Test func fatSecretPartedBySemicolons() throws {
    let text = """
      # Food Diary Report - Detailed Report;"1 May";"31 May"
      Date;Cals ( kcal);Fat( g)
      "Tuesday, 1 May 2018";1523;1
       Breakfast;500;1
        Milk, whole;228;1
         1,5 cups
      """
    #expect(
      Mapped.lines(try read(text)) == [
        "-|2018-05-01T06:00/2018-05-01T10:00|food|Milk, whole|1.5|cups|-|-"
      ])
  }
}
