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
}
