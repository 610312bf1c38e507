// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FileAccess
import TestSupport
import Testing

@testable import Importing

@Suite("Bearable, FatSecret and MyFitnessPal's diary")
struct AppFormatTests {
  private func lines(_ name: String) throws -> [String] {
    Mapped.lines(try Importer.read([Fixtures.path("formats/" + name)]))
  }

  /// Read with the eye in the file, in the diary's order.
  @Test func bearableOfBothHeaders() throws {
    #expect(
      try lines("bearable-2022.csv") == [
        "-|2022-03-01T12:00/2022-03-01T18:00|symptom|Back (lower) pain|1|0-4|-|-",
        "-|2022-03-01T18:00/2022-03-02T00:00|symptom|Bloating|4|0-4|-|-",
        "-|2022-03-02|context|No meat|-|-|-|Food Diary factors",
        "-|2022-03-02|food|Caffeine|-|-|-|-",
        "-|2022-03-02|food|Dairy|-|-|-|-",
        "-|2022-03-02T12:00/2022-03-02T18:00|food|Apple|-|-|-|Snacks",
        "-|2022-03-02T12:00/2022-03-02T18:00|food|Oat porridge|-|-|-|Meals",
        "-|2022-03-02T12:00/2022-03-02T18:00|food|St. Clement's cake|-|-|-|Snacks",
        "-|2022-03-02T12:00/2022-03-02T18:00|food|Tea|-|-|-|Meals",
        "-|2022-03-02T12:00/2022-03-02T18:00|food|Toast, buttered|-|-|-|Meals",
        "-|2022-03-03|context|sleep|9.75|h|-|Asleep 02:45 - 12:30. In bed 02:15 - 13:15",
        "-|2022-03-03|context|sleep-quality|4|1-5|-|-",
        "-|2022-03-03T03:00|context|mood|9|1-10|-|-",
        "-|2022-03-03T03:04|context|medication|50|mg|-|Hydroxyzine",
        "-|2022-03-03T06:00/2022-03-03T12:00|context|energy|2|1-5|-|-",
        "-|2022-03-03T06:00/2022-03-03T12:00|note|-|-|-|-|late \"shift\"",
        "-|2022-03-04|context|bowel-movement|None|-|-|-",
      ])
    #expect(
      try lines("bearable-2024.csv") == [
        "-|2024-09-22|context|Stress|Moderate|-|-|Lifestyle",
        "-|2024-09-22|context|menses|1|-|-|Menstruation, Light",
        "-|2024-09-22|food|Caffeine|-|-|-|Little", "-|2024-09-22|food|Dairy|-|-|-|A lot",
        "-|2024-09-22T00:00/2024-09-22T06:00|symptom|Nausea|2|0-4|-|-",
        "-|2024-09-22T22:15|symptom|Headache|3|0-4|-|-",
        "-|2024-09-23|context|cycle-phase|Follicular|-|-|-",
        "-|2024-09-23T06:00/2024-09-23T12:00|context|mood|4|1-5|-|Calm | Happy",
        "-|2024-09-23T06:00/2024-09-23T12:00|context|weight|61.5|kg|-|-",
        "-|2024-09-23T06:00/2024-09-23T12:00|note|-|-|-|-|Two lines:\r\nslept well",
      ])
  }

  private static let bearable = "date,weekday,time of day,category,rating/amount,detail,notes\n"
  private static let sound = String(
    repeating: "\"1st Mar 2022\",\"Tuesday\",\"mid\",\"Symptom\",\"1\",\"Nausea (Mild)\",\"\"\n",
    count: 30)

  @Test(arguments: [
    (#""31st Feb 2022","x","mid","Symptom","1","Nausea (Mild)","""#, "date-not-existing"),
    (#""1st Mar 2022","x","mid","Symptom","7","Nausea (Mild)","""#, "severity-outside-scale"),
    (#""1st Mar 2022","x","mid","Symptom","1","","""#, "name-missing"),
    (#""1st Mar 2022","x","mid","Symptom","lots","Nausea","""#, "bearable-rating-not-readable"),
    (#""1st Mar 2022","x","mid","","1","Nausea","""#, "name-missing"),
    (#""1st Mar 2022","x","","Sleep","31:00","","""#, "sleep-not-possible"),
    (#""1st Mar 2022","x","mid","Symptom","1","Nausea","",more"#, "csv-long-row"),
  ])
  func bearableRowsThatCannotBeRead(_ row: String, _ id: String) throws {
    let text = Self.bearable + Self.sound + row + "\n"
    let result = try Importer.read(bytes: Array(text.utf8), name: "b.csv")
    let errors = result.findings.filter { $0.severity == .error }
    #expect(errors.map(\.id) == [id])
    #expect(errors.map(\.line) == [32])
    #expect(result.diaries.first?.inputs.map(\.rowsUnread) == [1])
    #expect(result.diaries.first?.entries.count == 30)
  }

  /// Of a category “Food” the app writes pictures and levels as of “Nutrition”.
  @Test func bearableFoodsHaveLevels() throws {
    let text =
      Self.bearable
      + #""1st Mar 2022","x","","Food","","🥛 Milk | 🍞 Bread (rye) - A lot | No meat","""# + "\n"
      + #""2nd Mar 2022","x","","Food","","Meals: Rice. Snacks: 🍎 Apple - Little","""# + "\n"
    let result = try Importer.read(bytes: Array(text.utf8), name: "b.csv")
    #expect(
      Mapped.lines(result) == [
        "-|2022-03-01|context|No meat|-|-|-|Food", "-|2022-03-01|food|Bread (rye)|-|-|-|A lot",
        "-|2022-03-01|food|Milk|-|-|-|-", "-|2022-03-02|food|Apple|-|-|-|Snacks; Little",
        "-|2022-03-02|food|Rice|-|-|-|Meals",
      ])
  }

  @Test func bearableSaysWhatItAssumes() throws {
    let text =
      Self.bearable + #""1st Mar 2022","x","noon-ish","Mood","3","","""# + "\n"
      + #""2nd Mar 2022","x","mid","Mood","5","","""# + "\n"
    let result = try Importer.read(bytes: Array(text.utf8), name: "b.csv")
    #expect(result.findings.map(\.id) == ["bearable-time-unknown", "bearable-mood-scale"])
    #expect(result.findings.map(\.severity) == [.warning, .warning])
    #expect(result.diaries.first?.entries.map(\.unit) == ["1-5", "1-5"])
  }

  @Test func fatSecretsOutline() throws {
    #expect(
      try lines("fatsecret.csv") == [
        "-|2018-05-01|food|Blueberry Cupcakes|1.5|cupcakes (2-3/4\" dia)|-|-",
        "-|2018-05-01T06:00/2018-05-01T10:00|food|Bread, Rye|2|x 1 oz, 56 g|-|-",
        "-|2018-05-01T06:00/2018-05-01T10:00|food|Goats Cheese (Soft)|3|oz|-|-",
        "-|2018-05-02T17:00/2018-05-02T21:00|food|White Rice|0.5|cup|-|-",
      ])
  }

  /// In German, as the app writes it for a German: the outline tells the format.
  @Test func fatSecretInAnotherLanguage() throws {
    let text = """
      #----
      # Bericht
      Datum,Kalorien
      "Dienstag, 1. Mai 2018",300
       Frühstück,300
        Käse,300
         40 g
        Brot,100
         eine Scheibe
      """
    let result = try Importer.read(bytes: Array(text.utf8), name: "f.csv")
    #expect(
      Mapped.lines(result) == [
        "-|2018-05-01|food|Brot|eine Scheibe|-|-|-", "-|2018-05-01|food|Käse|40|g|-|-",
      ])
    #expect(result.findings.map(\.id) == ["amount-not-a-number"])
    #expect(result.findings.map(\.line) == [9])
  }

  @Test func fatSecretLinesOutOfPlace() {
    let text = """
      #----
      # Food Diary Report - Detailed Report
      "Tuesday, May 1, 2018",1
       Lunch,1
        Rice,1
         1 cup
      "Someday, May 32, 2018",1
         3 oz
       Lunch,1
        Bread,1
      """
    let error = #expect(throws: ImportError.self) {
      try Importer.read(bytes: Array(text.utf8), name: "f.csv")
    }
    #expect(
      error?.findings.map { "\($0.id) \($0.line ?? 0)" } == [
        "fatsecret-line-passed 7", "fatsecret-amount-alone 8", "time-missing 10",
        "too-many-unreadable-rows 0",
      ])
  }

  @Test func myFitnessPalsDiary() throws {
    #expect(
      try lines("myfitnesspal-printable.html") == [
        "-|2026-03-01|context|exercise|20|min|-|Walking, 3.0 mph",
        "-|2026-03-01|food|Broth|-|-|-|-",
        "-|2026-03-01|food|Tuna & Beans|1.75|cup (drained, canned)|-|-",
        "-|2026-03-01|note|-|-|-|-|Started today. Felt fine.",
        "-|2026-03-01T06:00/2026-03-01T10:00|food|Baked Cod - Baked Cod|4.8|oz|-|-",
        "-|2026-03-01T06:00/2026-03-01T10:00|food|Onions, raw|0.5|cup, chopped|-|-",
        "-|2026-03-02|food|Organics - Cashews|1|oz|-|-",
      ])
    let result = try Importer.read([Fixtures.path("formats/myfitnesspal-printable.html")])
    // The lines of the rows, counted in the file.
    let entries = try #require(result.diaries.first).entries
    #expect(entries.first { $0.name.hasPrefix("Baked") }?.origin.line == 12)
    #expect(entries.first { $0.kind == .note }?.origin.line == 21)
    #expect(entries.last?.origin.line == 29)
  }

  /// 143 foods, 20 exercises and 4 notes, counted with Python's `re` in the tables' bodies.
  @Test(.enabled(if: Fixtures.hasShared))
  func realPrintableDiary() throws {
    let path = try #require(Fixtures.shared("samples/myfitnesspal/printable_diary_demo.htm"))
    let result = try Importer.read([path])
    let entries = try #require(result.diaries.first).entries
    #expect(entries.count { $0.kind == .food } == 143)
    #expect(entries.count { $0.name == "exercise" } == 20)
    #expect(entries.count { $0.kind == .note } == 4)
    #expect(entries.count == 167)
    #expect(Set(entries.compactMap { $0.time?.start.date }).count == 14)
    // Every food of the page has its amount behind a comma.
    #expect(entries.allSatisfy { $0.kind != .food || $0.value?.number != nil })
    #expect(result.findings == [])
  }

  /// Each file, whether all of them are read: the samples lie in one folder per app.
  @Test(.enabled(if: Fixtures.hasShared))
  func everySampleIsRead() throws {
    let top = try #require(Fixtures.shared("samples"))
    for app in try FileSystem.names(inFolder: top) where !app.hasSuffix(".md") {
      let result = try Importer.read([top + "/" + app])
      let left = result.findings.filter { $0.id == "format-unknown" }.map(\.file)
      // A document type alone is no diary.
      #expect(left.allSatisfy { $0.hasSuffix("dtd_v03_2017.dtd.txt") }, "\(app)")
      #expect(result.diaries.flatMap(\.inputs).allSatisfy { $0.rowsUnread == 0 && $0.rows > 0 })
    }
  }

  /// One row: energy, fat, carbohydrates, fiber and sugars of the day.
  @Test(.enabled(if: Fixtures.hasShared))
  func realDailySummary() throws {
    let path = try #require(Fixtures.shared("samples/cronometer/dawndrain_dailysummary.csv"))
    let result = try Importer.read([path])
    #expect(
      Mapped.lines(result) == [
        "-|2025-03-06|context|calories|1477.23|kcal|-|-",
        "-|2025-03-06|context|carbohydrates|145.47|g|-|-", "-|2025-03-06|context|fat|54.19|g|-|-",
        "-|2025-03-06|context|fiber|5.32|g|-|-", "-|2025-03-06|context|sugar|52.26|g|-|-",
      ])
    #expect(result.findings.map(\.id) == ["cronometer-totals"])
  }

  @Test(arguments: [
    ("Onions, raw, 0.5 cup, chopped", "Onions, raw", 0.5, "cup, chopped"),
    ("Brand - Tuna, 1.75 cup (drained)", "Brand - Tuna", 1.75, "cup (drained)"),
    ("Rice (long, white), 1,000 g", "Rice (long, white)", 1000, "g"),
    ("Soup, 2 serving(s)", "Soup", 2, "serving(s)"), ("Cake, 1 1/2 slices", "Cake", 1.5, "slices"),
  ])
  func foodAndAmount(_ text: String, _ name: String, _ number: Double, _ unit: String) throws {
    let parted = try #require(MyFitnessPalHandler.parted(text))
    #expect(parted.name == name)
    #expect(parted.amount.number == number)
    #expect(parted.amount.unit == unit)
  }

  @Test(arguments: ["Broth", "Milk, 2% fat", "Milk 1, 5", ", 3 oz", "1,5 g", ""])
  func textsThatNameNoAmount(_ text: String) {
    let parted = MyFitnessPalHandler.parted(text)
    #expect(parted == nil || parted?.name == "Milk 1")
  }
}
