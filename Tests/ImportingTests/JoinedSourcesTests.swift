// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import TestSupport
import Testing

@testable import Importing

/// Several files that say the same of one day in different ways.
@Suite("The same told by several sources")
struct JoinedSourcesTests {
  private static let header = "time,kind,name,value,unit\n"

  private func sleep(_ days: [(Int, [Double])]) -> String {
    let rows = days.flatMap { day, hours in
      hours.map { "2026-01-\(day < 10 ? "0" : "")\(day),context,sleep,\($0),h\n" }
    }
    return Self.header + rows.joined()
  }

  private func nights(_ result: ImportResult) -> [String] {
    result.diaries.flatMap(\.entries).map { entry in
      "\(entry.time?.description ?? "") \(entry.value?.canonicalText ?? "")"
    }
  }

  /// The second tracker covers more days; the first has a nap, which adds up to its own night only.
  @Test func sleepOfTwoTrackersIsThatOfOne() throws {
    let one = sleep([(1, [7]), (2, [6.5, 0.5]), (3, [5])])
    let two = sleep([(2, [8]), (3, [5]), (4, [7]), (5, [6])])
    let result = try Mapped.read([(one, "a.csv"), (two, "b.csv")])
    #expect(
      nights(result) == [
        "2026-01-01 7", "2026-01-02 8", "2026-01-03 5", "2026-01-04 7", "2026-01-05 6",
      ])
    #expect(result.findings.map(\.id) == ["sleep-of-several-sources", "entries-repeated"])
    #expect(result.findings.map(\.file) == ["a.csv", "b.csv"])
    #expect(result.findings.first?.line == 3)
  }

  @Test func napsOfOneTrackerStay() throws {
    let one = sleep([(1, [7]), (2, [6.5, 0.5])])
    let result = try Mapped.read([
      (one, "a.csv"), (Self.header + "2026-01-02,food,rice,,\n", "b.csv"),
    ])
    #expect(
      nights(result).filter { !$0.hasSuffix(" ") }
        == ["2026-01-01 7", "2026-01-02 0.5", "2026-01-02 6.5"])
    #expect(result.findings.isEmpty)
  }

  private func export(_ day: String, _ elements: String) -> [UInt8] {
    let text = """
      <?xml version="1.0"?>
      <HealthData><ExportDate value="\(day)"/>\(elements)</HealthData>
      """
    return Array(text.utf8)
  }

  /// One record printed on the clocks of two exports, in August and in December.
  @Test(arguments: [false, true])
  func exportsOfTwoSeasonsCountOnce(_ isReversed: Bool) throws {
    func elements(_ bloating: String, _ milk: String) -> String {
      AppleHealthTests.record(
        "CategoryTypeIdentifierBloating", "HKCategoryValueSeverityMild", from: bloating)
          + """
          <Correlation type="HKCorrelationTypeIdentifierFood" sourceName="A" startDate="\(milk)" \
          endDate="\(milk)">\(AppleHealthTests.food("Milk"))</Correlation>
          """
    }
    let summer = export(
      "2025-08-05 10:05:13 +0200",
      elements("2025-07-04 08:43:00 +0200", "2025-07-04 00:00:00 +0200"))
    let winter = export(
      "2025-12-05 10:05:13 +0100",
      elements("2025-07-04 07:43:00 +0100", "2025-07-03 23:00:00 +0100")
        + AppleHealthTests.record(
          "CategoryTypeIdentifierBloating", "HKCategoryValueSeverityMild",
          from: "2025-11-04 07:43:00 +0100"))
    let files = [(bytes: summer, name: "1.xml"), (bytes: winter, name: "2.xml")]
    let result = try Importer.read(isReversed ? files.reversed() : files)
    let times = result.diaries.flatMap(\.entries).map { $0.time?.description ?? "" }
    #expect(
      times
        == (isReversed
          ? ["2025-07-03T23:00+01:00", "2025-07-04T07:43+01:00", "2025-11-04T07:43+01:00"]
          : ["2025-07-04", "2025-07-04T08:43+02:00", "2025-11-04T07:43+01:00"]))
    #expect(result.findings.contains { $0.id == "entries-repeated" })
  }

  /// The app exports a month at a time: a mood above 5 in one shows the scale of all.
  @Test func moodsAreJudgedOverAllMonths() throws {
    let header = "date,weekday,time of day,category,rating/amount,detail,notes\n"
    let january = header + "\"31st Jan 2024\",\"\",\"\",\"Mood\",\"4\",\"\",\"\"\n"
    let february = january + "\"1st Feb 2024\",\"\",\"\",\"Mood\",\"8\",\"\",\"\"\n"
    let result = try Mapped.read([(january, "01.csv"), (february, "02.csv")])
    #expect(
      Mapped.lines(result) == [
        "-|2024-01-31|context|mood|4|1-10|-|-", "-|2024-02-01|context|mood|8|1-10|-|-",
      ])
    #expect(result.findings.map(\.id) == ["bearable-mood-scale", "entries-repeated"])
    #expect(result.findings.first?.severity == .note)
    let alone = try Mapped.read([(january, "01.csv")])
    #expect(Mapped.lines(alone) == ["-|2024-01-31|context|mood|4|1-5|-|-"])
    #expect(alone.findings.map(\.severity) == [.warning])
  }
}
