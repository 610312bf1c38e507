// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import Importing

@Suite("Dates that do not say their order")
struct DateOrderTests {
  private func read(_ times: [String], _ order: DateOrder? = nil) throws -> ImportResult {
    let rows = times.map { "\"\($0)\",food,milk\n" }.joined()
    return try Importer.read(
      bytes: Array(("time,kind,name\n" + rows).utf8), name: "d.csv",
      options: ImportOptions(dateOrder: order))
  }

  private func days(_ result: ImportResult) -> [String?] {
    (result.diaries.first?.entries ?? []).map { $0.time?.description }
  }

  @Test(arguments: [DateOrder.dmy, .mdy])
  func theUserDecides(_ order: DateOrder) throws {
    let expected = order == .dmy ? "2026-04-03" : "2026-03-04"
    #expect(days(try read(["03/04/2026"], order)) == [expected])
  }

  @Test func aDayAboveTwelveProvesTheOrderOfTheColumn() throws {
    #expect(days(try read(["03/04/2026", "13/04/2026"])) == ["2026-04-03", "2026-04-13"])
    #expect(days(try read(["03/04/2026", "04/13/2026"])) == ["2026-03-04", "2026-04-13"])
    #expect(days(try read(["3.4.2026", "28.4.2026"])) == ["2026-04-03", "2026-04-28"])
    let result = try read(["03/04/2026 18:05", "13/04/2026 6:30 PM"])
    #expect(days(result) == ["2026-04-03T18:05", "2026-04-13T18:30"])
    #expect(result.findings.map(\.id) == ["date-order-used"])
  }

  @Test func withoutProofTheOptionIsNamed() {
    let error = #expect(throws: ImportError.self) { try read(["03/04/2026", "05/06/2026"]) }
    #expect(error?.findings.map(\.id) == ["date-order-ambiguous"])
    #expect(error?.findings.map(\.line) == [2])
    #expect(error?.findings.first?.description.contains("--date-order dmy or mdy") == true)
    #expect(error?.findings.first?.description.contains("03/04/2026") == true)
  }

  @Test func contradictionsAreAnError() {
    let error = #expect(throws: ImportError.self) { try read(["13/04/2026", "04/13/2026"]) }
    #expect(error?.findings.map(\.id) == ["date-order-mixed"])
    #expect(error?.findings.first?.summary.contains("line 2") == true)
    #expect(error?.findings.first?.summary.contains("line 3") == true)
  }

  @Test func nothingIsAskedWhereEveryOrderSaysTheSame() throws {
    #expect(days(try read(["03/03/2026", "05/05/2026"])) == ["2026-03-03", "2026-05-05"])
  }

  @Test func aYearInFrontDecidesForItsOwnRowOnly() throws {
    #expect(
      days(try read(["2026/02/09", "2026-02-10 08:15"])) == ["2026-02-09", "2026-02-10T08:15"])
    let error = #expect(throws: ImportError.self) { try read(["2026/02/13", "03/04/2026"]) }
    #expect(error?.findings.map(\.id) == ["date-order-ambiguous"])
  }

  @Test func yearsOfTwoDigitsNeedProofToo() throws {
    #expect(days(try read(["03/04/26"], .mdy)) == ["2026-03-04"])
    #expect(days(try read(["26/04/03"], .ymd)) == ["2026-04-03"])
    #expect(throws: ImportError.self) { try read(["03/04/05"]) }
    #expect(days(try read(["13/04/26", "03/04/32"])) == ["2026-04-13", "2032-04-03"])
  }

  @Test func intervalsOfThemAreRead() throws {
    let result = try read(["13/04/2026/15/04/2026", "1.5.2026/3.5.2026"])
    #expect(days(result) == ["2026-04-13/2026-04-15", "2026-05-01/2026-05-03"])
  }

  @Test(arguments: [
    ("1:05", 3900), ("01:05", 3900), ("13:05:09", 47_109), ("1:05 PM", 47_100),
    ("12:00 AM", 0), ("12:00 pm", 43_200), ("12:30\u{202F}a.m.", 1800), ("11:59PM", 86_340),
  ])
  func clocks(_ text: String, _ second: Int) {
    #expect(ClockText.secondOfDay(text) == second)
  }

  @Test(arguments: [
    "24:00", "13:00 PM", "0:10 AM", "1:5x", "105", "", "1:60", ":", "1:2:3:4", "-1:00",
  ])
  func noClocks(_ text: String) {
    #expect(ClockText.secondOfDay(text) == nil)
  }
}
