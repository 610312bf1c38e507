// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import Importing

@Suite("mySymptoms CSV")
struct MySymptomsTests {
  /// Made up in the shape of real exports: a blank first line, a blank after each comma, rows of
  /// any length, no line end at the end.
  static let export = """

    10/31/2018, 05:20, Symptom, Headache, Intensity: 1, Duration: 5:00, Dizzy , Intensity: 3
    11/03/2018, 04:52, Breakfast, "Orange", "[ x 4 ]", "Apple", "[ x 0.5 ]", "Notes: sour, and
    a little old"
    12/26/2017, 10:55, Breakfast, "Porridge", "Oats", "Cow's milk", "[ 200 ml ]"
    03/30/2022, 18:57, Dinner, "Sushi, Cucumber Rolls", "Cucumber", "White rice",,,
    02/27/2019, 02:00, Sleep Quality, Sleep Quality, Intensity: 7, Duration: 10:00
    02/28/2019, 08:00, Medication, "Ibuprofen", "[ 200 mg ]"
    02/28/2019, 08:05, Supplements, "Vitamin D", "[ x 1 ]"
    02/28/2019, 09:00, Exercise, "Running", Intensity: 5, Duration: 0:45
    02/28/2019, 10:00, Stress, Stress, Intensity: 4
    02/28/2019, 11:00, Energy, Energy, Intensity: 6
    02/28/2019, 12:00, Bowel Movement, Bowel Movement, Intensity: 4
    02/28/2019, 13:00, Symptom
    02/28/2019, 13:30, Drink, "Coffee", "[ x 2 ]", "Milk"
    """

  private func entries(_ text: String = export, _ order: DateOrder? = nil) throws -> ImportResult {
    try Importer.read(
      bytes: Array(text.utf8), name: "diary.csv", options: ImportOptions(dateOrder: order))
  }

  // Counted by hand in the text above: foods 2 + 3 + 3 + 2, symptoms 2, notes 1; contexts
  // sleep-quality, sleep, medication, supplement, exercise, stress, energy, bowel-movement.
  @Test func holdsWhatIsCountedByHand() throws {
    let result = try entries()
    let diary = try #require(result.diaries.first)
    func count(_ kind: EntryKind) -> Int { diary.entries.count { $0.kind == kind } }
    #expect(count(.food) == 10)
    #expect(count(.symptom) == 2)
    #expect(count(.note) == 1)
    #expect(count(.context) == 8)
    #expect(diary.inputs.map(\.format) == ["mysymptoms"])
    #expect(diary.inputs.map(\.rows) == [13])
    #expect(diary.inputs.map(\.rowsUnread) == [0])
    #expect(Set(result.findings.map(\.id)) == ["mysymptoms-empty-row", "context-unused"])
  }

  private func line(_ name: String) throws -> String {
    let entry = try #require(try entries().diaries.first?.entries.first { $0.name == name })
    let value = entry.value?.canonicalText ?? "-"
    return "\(entry.time?.description ?? "-") \(value) \(entry.unit ?? "-") \(entry.note ?? "-")"
      + " line \(entry.origin.line)"
  }

  @Test(arguments: [
    ("Headache", "2018-10-31T05:20/2018-10-31T10:20 1 0-10 - line 2"),
    ("Dizzy", "2018-10-31T05:20 3 0-10 - line 2"),
    ("Orange", "2018-11-03T04:52 4 portion - line 3"),
    ("Apple", "2018-11-03T04:52 0.5 portion - line 3"),
    ("Porridge", "2017-12-26T10:55 - - - line 5"),
    ("Cow's milk", "2017-12-26T10:55 200 ml - line 5"),
    ("Sushi, Cucumber Rolls", "2022-03-30T18:57 - - - line 6"),
    ("sleep-quality", "2019-02-27T02:00/2019-02-27T12:00 7 0-10 - line 7"),
    ("sleep", "2019-02-27 10 h - line 7"),
    ("medication", "2019-02-28T08:00 200 mg Ibuprofen line 8"),
    ("exercise", "2019-02-28T09:00/2019-02-28T09:45 45 min Running line 10"),
    ("stress", "2019-02-28T10:00 4 0-10 - line 11"),
    ("bowel-movement", "2019-02-28T12:00 4 0-10 - line 13"),
    ("Coffee", "2019-02-28T13:30 2 portion - line 15"),
    ("", "2018-11-03T04:52 - - sour, and\na little old line 3"),
  ])
  func timesAmountsAndLines(_ name: String, _ expected: String) throws {
    #expect(try line(name) == expected)
  }

  @Test(arguments: [
    ("02/30/2019, 10:00, Lunch, \"Rice\"", "date-not-existing"),
    ("13/04/2019, 10:00, Lunch, \"Rice\"", "date-not-existing"),
    ("02/03/2019, 25:00, Lunch, \"Rice\"", "time-not-existing"),
    ("02/03/2019, 10:00, Brunch, \"Rice\"", "mysymptoms-type-unknown"),
    ("02/03/2019, 10:00, Symptom, Ache, Intensity: 11", "severity-outside-scale"),
    ("02/03/2019, 10:00, Symptom, Ache, Intensity: much", "mysymptoms-item-not-readable"),
    ("02/03/2019, 10:00, Symptom, Intensity: 3", "mysymptoms-item-not-readable"),
    ("02/03/2019, 10:00, Symptom, Ache, Duration: long", "mysymptoms-item-not-readable"),
    ("02/03/2019, 10:00, Lunch, \"[ x 2 ]\"", "mysymptoms-item-not-readable"),
    ("02/03/2019", "csv-short-row"),
    ("soon, 10:00, Lunch, \"Rice\"", "time-not-readable"),
  ])
  func faults(_ row: String, _ id: String) throws {
    let sound = String(repeating: "01/02/2019, 10:00, Lunch, \"Rice\"\n", count: 30)
    let result = try entries("\n" + sound + row)
    #expect(result.findings.map(\.id) == [id])
    #expect(result.findings.map(\.line) == [32])
    #expect(result.diaries.first?.inputs.map(\.rowsUnread) == [1])
    #expect(result.diaries.first?.entries.count == 30)
  }

  /// An export has no column for the scale.
  @Test func theRemedyOfAnIntensityIsInTheApp() throws {
    let sound = String(repeating: "01/02/2019, 10:00, Lunch, \"Rice\"\n", count: 30)
    let result = try entries("\n" + sound + "02/03/2019, 10:00, Symptom, Ache, Intensity: 11")
    let remedy = try #require(result.findings.first).remedy
    #expect(remedy.contains("in the app") && !remedy.contains("unit"))
  }

  @Test func anotherDateOrderCanBeStated() throws {
    let result = try entries("\n13/04/2019, 10:00, Lunch, \"Rice\"", .dmy)
    #expect(result.diaries.first?.entries.first?.time?.description == "2019-04-13T10:00")
  }

  @Test func anUnterminatedQuoteEndsTheFile() {
    let error = #expect(throws: ImportError.self) {
      try entries("\n01/02/2019, 10:00, Lunch, \"Rice\"\n01/02/2019, 11:00, Lunch, \"Rice\n")
    }
    #expect(error?.findings.map(\.id) == ["csv-unterminated-quote"])
    #expect(error?.findings.map(\.line) == [3])
  }
}
