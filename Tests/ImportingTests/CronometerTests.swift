// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import TestSupport
import Testing

@testable import Importing

@Suite("Cronometer CSV")
struct CronometerTests {
  private func read(_ text: String) throws -> ImportResult {
    try Importer.read(bytes: Array(text.utf8), name: "servings.csv")
  }

  /// Made up in the shape of a real table.
  static let servings = """
    Day,Time,Group,Food Name,Amount,Energy (kcal),Caffeine (mg),Category
    2022-11-03,9:51 AM,"Breakfast","Eggs, Cooked","4.00 medium",272.80,0,"Dairy and Egg Products"
    2022-11-03,,"Lunch","Muffin","1.00 whole - 3 1/2"" diameter",100,,""
    2022-11-03,17:05,"Dinner","Capsules","3.00  capsule",0,,""
    2022-11-03,12:00 AM,"Dinner","Crackers","2.00 x 20.0 pieces",0,,""
    2022-11-04,,"Notes","Calorie","2500.00 1",0,,""
    2022-11-04,,"Lunch","Tallow","0.00 g",0,,""
    """

  @Test func foodsTimesAndAmounts() throws {
    let result = try read(Self.servings)
    let entries = try #require(result.diaries.first).entries
    let texts = entries.map { entry in
      let value = entry.value?.canonicalText ?? "-"
      return [entry.time?.description ?? "-", entry.name, value, entry.unit ?? "-"]
        .joined(separator: "|")
    }
    #expect(
      texts == [
        "2022-11-03|Muffin|1|whole - 3 1/2\" diameter",
        "2022-11-03T00:00|Crackers|2|x 20.0 pieces", "2022-11-03T09:51|Eggs, Cooked|4|medium",
        "2022-11-03T17:05|Capsules|3|capsule", "2022-11-04|Tallow|0|g", "2022-11-04||-|-",
      ])
    #expect(entries.last?.kind == .note)
    #expect(entries.last?.note == "Calorie")
    #expect(result.findings.map(\.id) == ["cronometer-note-row", "amount-zero"])
    #expect(result.diaries.first?.inputs.map(\.format) == ["cronometer-servings"])
  }

  @Test func biometricsExercisesAndNotes() throws {
    let metrics = try read(
      """
      Day,Time,Group,Metric,Unit,Amount
      2022-11-03,,Uncategorized,"Sleep (Garmin)",hours,8.5
      2022-11-03,8:30 AM,Own,"Blood Glucose",mg/dL,258.0
      2022-11-03,8:30 AM,Own,"Weight",lbs,100
      """)
    let entries = try #require(metrics.diaries.first).entries
    #expect(entries.map(\.name) == ["sleep", "Blood Glucose", "weight"])
    #expect(entries.map(\.unit) == ["h", "mg/dL", "kg"])
    // The international pound is 0.45359237 kg exactly.
    #expect(entries.map { $0.value?.number } == [8.5, 258, 45.359_237])
    #expect(metrics.findings.map(\.id) == ["context-unused"])
    let moves = try read("Day,Group,Exercise,Minutes,Calories Burned\n2022-11-03,A,Walk,30,-100\n")
    #expect(moves.diaries.first?.entries.map(\.name) == ["exercise"])
    #expect(moves.diaries.first?.entries.map(\.value) == [.number(30)])
    let notes = try read("Day,Time,Group,Note\n2022-11-03,,A,\"felt, well\"\n")
    #expect(notes.diaries.first?.entries.map(\.note) == ["felt, well"])
  }

  /// What people rate themselves, in metrics of their own.
  @Test func ratingsAreSymptomsAndContexts() throws {
    let result = try read(
      """
      Day,Time,Group,Metric,Unit,Amount
      2022-11-03,9:00 PM,Own,"Bloating",1-10,6
      2022-11-03,9:00 PM,Own,"Mood",1-10,7
      2022-11-03,9:00 PM,Own,"Sleep",1-10,4
      2022-11-03,9:00 PM,Own,"Focus",1-10,8
      2022-11-03,,Own,"Sleep (Fitbit)",min,450
      """)
    #expect(
      Mapped.lines(result) == [
        "-|2022-11-03|context|sleep|7.5|h|-|-",
        "-|2022-11-03T21:00|context|Focus|8|1-10|-|-",
        "-|2022-11-03T21:00|context|mood|7|1-10|-|-",
        "-|2022-11-03T21:00|context|sleep-quality|4|1-10|-|-",
        "-|2022-11-03T21:00|symptom|Bloating|6|1-10|-|-",
      ])
    #expect(result.findings.map(\.id) == ["cronometer-metric-rated", "context-unused"])
    #expect(result.findings.map(\.line) == [2, 5])
  }

  /// Two devices measure the same nights; the one with more of them counts, and naps of one add up.
  @Test func sleepOfTwoDevicesIsThatOfOne() throws {
    let result = try read(
      """
      Day,Group,Metric,Unit,Amount
      2022-11-03,Own,"Sleep (Fitbit)",min,450
      2022-11-03,Own,Sleep,hours,7.5
      2022-11-04,Own,"Sleep (Fitbit)",min,420
      2022-11-04,Own,"Sleep (Fitbit)",min,30
      2022-11-04,Own,Sleep,hours,6
      2022-11-05,Own,"Sleep (Fitbit)",min,480
      """)
    #expect(
      result.diaries.flatMap(\.entries).map { "\($0.origin.line) \($0.value?.number ?? 0)" }
        .sorted()
        == ["2 7.5", "4 7.0", "5 0.5", "7 8.0"])
    #expect(result.findings.map(\.id) == ["sleep-of-several-sources"])
    #expect(result.findings.map(\.line) == [6])
  }

  @Test func notesWithoutTextAreTold() throws {
    let result = try read("Day,Time,Group,Note\n2022-11-03,,A,fine\n2022-11-04,,A,\n")
    #expect(result.diaries.first?.entries.map(\.note) == ["fine"])
    #expect(result.findings.map(\.id) == ["cronometer-note-empty"])
  }

  @Test(arguments: [
    ("2022-11-31,,Lunch,Rice,1 g,1", "date-not-existing"),
    ("2022-11-03,25:00,Lunch,Rice,1 g,1", "time-not-readable"),
    ("2022-11-03,,Lunch,,1 g,1", "name-missing"),
    ("2022-11-03,,Lunch,Rice,some,1", "amount-not-readable"),
    ("2022-11-03,,Lunch,Rice,1 g,1,2", "csv-long-row"),
  ])
  func faults(_ row: String, _ id: String) throws {
    let sound = String(repeating: "2022-11-03,,Lunch,Rice,\"1.00 g\",1\n", count: 30)
    let result = try read("Day,Time,Group,Food Name,Amount,Energy (kcal)\n" + sound + row + "\n")
    #expect(result.findings.map(\.id) == [id])
    #expect(result.findings.map(\.line) == [32])
    #expect(result.diaries.first?.entries.count == 30)
  }

  /// Rows counted with Python's `csv` module: 98 servings that all have a time, 116 of
  /// which 62 have none, 127 measurements of which 3 are sleep; no row is in a group Notes.
  @Test(
    .enabled(if: Fixtures.hasShared),
    arguments: [
      ("dhjelmar_servings_time12h.csv", 98, 0), ("davidgma_servings_time24h_2020.csv", 116, 62),
    ])
  func realServings(_ name: String, _ foods: Int, _ withoutTime: Int) throws {
    let path = try #require(Fixtures.shared("samples/cronometer/" + name))
    let entries = try #require(try Importer.read([path]).diaries.first).entries
    #expect(entries.count { $0.kind == .food } == foods)
    #expect(entries.count == foods)
    #expect(entries.count { $0.time?.start.local == nil } == withoutTime)
    #expect(entries.allSatisfy { $0.value?.number != nil && $0.unit?.isEmpty == false })
  }

  /// Read with the eye in the two files, at these lines.
  @Test(
    .enabled(if: Fixtures.hasShared),
    arguments: [
      ("dhjelmar_servings_time12h.csv", 2, "2022-11-03T09:51|Eggs, Cooked|4|medium"),
      (
        "dhjelmar_servings_time12h.csv", 8,
        "2022-11-03T15:03|Publix, Boneless Chicken Cutlets|4|x 4.0 oz"
      ),
      ("davidgma_servings_time24h_2020.csv", 2, "2020-07-15T05:17|Jasmine Tea|600|g"),
      ("davidgma_servings_time24h_2020.csv", 3, "2020-07-15|Fat, mutton tallow|7|g"),
    ])
  func realRows(_ name: String, _ line: Int, _ expected: String) throws {
    let path = try #require(Fixtures.shared("samples/cronometer/" + name))
    let entries = try #require(try Importer.read([path]).diaries.first).entries
    let entry = try #require(entries.first { $0.origin.line == line })
    let value = entry.value?.canonicalText ?? "-"
    let text = [entry.time?.description ?? "-", entry.name, value, entry.unit ?? "-"]
    #expect(text.joined(separator: "|") == expected)
  }

  @Test(.enabled(if: Fixtures.hasShared))
  func realBiometrics() throws {
    let path = try #require(Fixtures.shared("samples/cronometer/dhjelmar_biometrics_time12h.csv"))
    let entries = try #require(try Importer.read([path]).diaries.first).entries
    #expect(entries.count == 127)
    #expect(entries.count { $0.name == "sleep" && $0.unit == "h" } == 3)
  }
}
