// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Batch

@Suite("Rows of the batch tables")
struct CSVTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("cr\rhere", "\"cr\rhere\""),
  ])
  func quotesWhatMustBeQuoted(text: String, cell: String) {
    #expect(CSVText.cell(text) == cell)
  }

  @Test func writesOutWhatWouldNotBeSeen() {
    #expect(CSVText.visible("a\u{202E}b\u{1B}[2J\n") == "a\\u{202E}b\\u{1B}[2J\\u{A}")
    #expect(CSVText.visible("ü, \"x\"") == "ü, \"x\"")
  }

  @Test(arguments: ["=1+1", "+cmd", "@SUM(A1)", "-x", "\tx", "＝1+1", "＋1", "－x", "＠x"])
  func makesFormulasHarmless(text: String) {
    #expect(CSVText.cell(text).hasPrefix("'"))
  }

  @Test(arguments: ["-1.5", "+2", "-0.25"])
  func leavesNumbersAlone(text: String) {
    #expect(CSVText.cell(text) == text)
  }

  @Test(arguments: [
    (0.5, "0.5"), (2.0, "2"), (0.123_456, "0.1235"), (-0.000_01, "0"), (1e15, "1000000000000000"),
    (1e-9, "0"),
  ])
  func writesNumbersWithFourDecimals(value: Double, text: String) {
    #expect(SummaryTable.number(value) == text)
  }

  @Test func writesNothingForWhatIsNoNumber() {
    #expect(SummaryTable.number(nil).isEmpty)
    #expect(SummaryTable.number(.nan).isEmpty)
    #expect(SummaryTable.number(-.infinity).isEmpty)
  }
}
