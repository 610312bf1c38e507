// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import reintro

@Suite("Lists of findings")
struct FindingListTests {
  private func findings(_ count: Int, _ id: String, file: String) -> [Finding] {
    (1...count).map {
      Finding(id: id, severity: .error, summary: "Bad.", file: file, line: $0)
    }
  }

  @Test func whatIsNotShownIsCountedByFileAndKind() {
    var repeated = Finding(id: "c", severity: .warning, summary: "Odd.", file: "x.csv", line: 9)
    repeated.times = 4312
    let all =
      findings(98, "a", file: "x.csv") + findings(3, "b", file: "x.csv")
      + findings(2, "a", file: "y.csv") + findings(1000, "a", file: "x.csv") + [repeated]
    let lines = FindingList.lines(all, limit: 100)
    #expect(lines.count == 100 + 3 + 2)
    #expect(lines[97] == "x.csv:98: error: Bad. [a]")
    #expect(lines[99] == "x.csv:2: error: Bad. [b]")
    #expect(
      lines[100..<103].map { String($0.prefix { $0 != ";" }) } == [
        "x.csv: error: … and 1 more of kind b", "x.csv: error: … and 1,000 more of kind a",
        "x.csv: warning: … and 4,312 more of kind c",
      ])
    #expect(lines.suffix(2) == ["y.csv:1: error: Bad. [a]", "y.csv:2: error: Bad. [a]"])
  }

  @Test func allAreShownWhereAllAreAskedFor() {
    let all = findings(1500, "a", file: "x.csv")
    #expect(FindingList.lines(all, limit: .max) == all.map(\.description))
  }

  @Test func everyFindingIsCountedOnceOrAsOftenAsItWasFound() {
    var repeated = Finding(id: "c", severity: .error, summary: "Odd.", file: "x.csv", line: 9)
    repeated.times = 1_234_567
    let all = findings(3, "a", file: "x.csv") + [repeated]
    #expect(FindingList.count(all, of: .error) == 1_234_570)
    #expect(FindingList.count(all, of: .warning) == 0)
    let rest = FindingList.lines([repeated], limit: 0)
    #expect(rest == ["x.csv: error: … and 1,234,567 more of kind c; --verbose lists them."])
  }
}
