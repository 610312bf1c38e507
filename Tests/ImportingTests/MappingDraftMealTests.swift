// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import Importing

@Suite("Drafts of tables with a column of meals")
struct MappingDraftMealTests {
  @Test("Symptoms beside the meals are symptoms, not amounts of the food")
  func symptoms() throws {
    let read = Set(
      try Drafted.lines(
        """
        Date,Time,Meal,Food,Bloating,Pain (0-10),Notes
        2026-02-01,9:10,Breakfast,bread,none,1,
        2026-02-01,13:05,Lunch,rice,mild,4,
        2026-02-02,19:00,Dinner,soup,severe,7,late
        """))
    #expect(
      read.isSuperset(of: [
        "-|2026-02-01T09:10|food|bread|-|-|-|Breakfast",
        "-|2026-02-01T13:05|symptom|Pain|4|0-10|-|-",
        "-|2026-02-02T19:00|symptom|Bloating|severe|mild-severe|-|-",
        "-|2026-02-02T19:00|food|soup|-|-|-|Dinner",
      ]))
  }

  @Test("Where no clock stands, the meal tells the part of the day")
  func parts() throws {
    let read = Set(
      try Drafted.lines(
        """
        Datum;Mahlzeit;Essen;Beschwerde;Stärke
        13.02.2026;Frühstück;Brot;Kopfweh;3
        13.02.2026;Mittag;Reis;;
        14.02.2026;Abendessen;Suppe;Blähungen;6
        """))
    #expect(
      read.isSuperset(of: [
        "-|2026-02-13T06:00/2026-02-13T10:00|food|Brot|-|-|-|-",
        "-|2026-02-13T11:00/2026-02-13T14:00|food|Reis|-|-|-|-",
        "-|2026-02-14T17:00/2026-02-14T21:00|symptom|Blähungen|6|0-10|-|-",
      ]))
  }

  @Test("A number beside kinds of entries that is named as a symptom is one")
  func kinds() throws {
    let read = Set(
      try Drafted.lines(
        """
        Date,Type,Item,Bloating
        2026-01-01,meal,Rice,2
        2026-01-01,snack,Nuts,3
        2026-01-02,meal,Oats,5
        """))
    #expect(
      read.isSuperset(of: [
        "-|2026-01-02|food|Oats|-|-|-|-", "-|2026-01-02|symptom|Bloating|5|0-5|-|-",
      ]))
  }

  @Test(
    "A symptom or a scale in the name goes before a meal in it",
    arguments: [
      "Nausea after each meal (0-10)", "Pain 1 hour after meal (0-10)",
      "Übelkeit nach der Mahlzeit",
    ])
  func symptomsOfMeals(_ header: String) throws {
    let text =
      "Date,Time,Food,\(header)\n2026-02-13,08:10,Milk,0\n2026-02-14,09:00,Egg,3\n"
      + "2026-02-15,12:00,Rice,2\n"
    let entries = try Drafted.read(text).diaries.flatMap(\.entries)
    #expect(
      entries.filter { $0.kind == .symptom }.map(\.value) == [.number(0), .number(3), .number(2)])
    #expect(entries.allSatisfy { $0.note == nil })
    let words = text.replacing(",3\n", with: ",mild\n").replacing(",2\n", with: ",severe\n")
    #expect(
      try Drafted.read(words).diaries.flatMap(\.entries).filter { $0.kind == .food }.map(\.name)
        == ["Milk", "Egg", "Rice"])
  }

  @Test("How large a meal was is no food", arguments: ["Meal size", "Mahlzeitgröße"])
  func sizes(_ header: String) throws {
    let text = "Date,\(header),Food\n2026-02-13,big,Milk\n2026-02-14,light,Egg\n"
    #expect(try Drafted.yaml(text).contains("#   \(header): such as “big”, “light”"))
    #expect(
      try Drafted.lines(text) == [
        "-|2026-02-13|food|Milk|-|-|-|-", "-|2026-02-14|food|Egg|-|-|-|-",
      ])
  }

  @Test("Columns named after parts of the day hold meals beside one that is named so")
  func partsAsColumns() throws {
    let text =
      "Datum;Frühstück;Mittag;Abend\n2026-02-13;Müsli;Suppe;Pizza\n2026-02-14;Ei;Salat;Fisch\n"
    let times = [
      "T06:00/2026-02-13T10:00|", "T11:00/2026-02-13T14:00|", "T17:00/2026-02-13T21:00|",
    ]
    #expect(
      try Drafted.lines(text).prefix(3)
        == zip(times, ["Müsli", "Suppe", "Pizza"]).map { "-|2026-02-13\($0)food|\($1)|-|-|-|-" }[
          ...])
    let alone = "Datum;Mittag;Abend\n2026-02-13;Suppe;Pizza\n2026-02-14;Salat;Fisch\n"
    #expect(try Drafted.yaml(alone).contains("# DOUBT: taken for what was eaten then"))
    #expect(try Drafted.lines(alone).count == 4)
    // How somebody felt then is no meal.
    let felt = "Datum;Essen;Mittag;Abend\n2026-02-13;Reis;gut;stark\n2026-02-14;Ei;gut;leicht\n"
    #expect(
      try Drafted.read(felt).diaries.flatMap(\.entries).filter { $0.kind == .food }.map(\.name)
        == ["Reis", "Ei"])
  }

  @Test(
    "Cells that say that nothing was eaten are no foods",
    arguments: ["-", "n/a", "Nothing", "skipped", "nichts", "ausgelassen"])
  func nothing(_ word: String) throws {
    let text =
      "Date,Breakfast,Dinner\n2026-02-13,\(word),Pizza\n2026-02-14,Egg,\"Rice, \(word) oil\"\n"
      + "2026-02-15,Egg,\(word)\n2026-02-16,Egg,\"Rice, peas\"\n"
    let names = try Drafted.read(text).diaries.flatMap(\.entries).map(\.name)
    #expect(
      names.sorted()
        == ["Egg", "Egg", "Egg", "Pizza", "Rice", "Rice", "peas", "\(word) oil"].sorted())
    #expect(try Drafted.yaml(text).contains("not: [\"\(word.lowercased())\"]"))
  }

  @Test("Which meal of the day a number says is no severity", arguments: ["Meal", "Mahlzeit Nr"])
  func numbers(_ header: String) throws {
    let text = "Date,\(header),Food\n2026-02-13,1,Milk\n2026-02-13,2,Egg\n2026-02-14,3,Rice\n"
    #expect(
      try Drafted.read(text).diaries.flatMap(\.entries).map(\.kind) == [.food, .food, .food])
  }
}
