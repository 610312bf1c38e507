// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Batch

@Suite("Names of report files")
struct ReportNameTests {
  @Test(arguments: ["p001", "A-7_b.2", "nulls", "a.nul"])
  func keepsPlainPseudonyms(id: String) {
    #expect(ReportName.name(for: id) == id + ".html")
  }

  @Test(arguments: [
    "../x", "a/b", "", ".hidden", "CON", "aux", "NUL.csv", "com1.b.c", "ü", "a b", "nul\0", "x\n",
    String(repeating: "y", count: 300),
  ])
  func makesAnyOtherAPlainName(id: String) {
    let name = ReportName.name(for: id)
    #expect(name.hasPrefix("_") && name.hasSuffix(".html") && name.utf8.count < 70)
    #expect(name.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "/") })
  }

  @Test func keepsPseudonymsApart() {
    let names = ["a/b", "a_b", "a b", "a\\b", "_a_b"].map { ReportName.name(for: $0) }
    #expect(Set(names).count == names.count)
  }

  @Test func idsThatDifferInCaseOnlyHaveAHashWhoeverComesFirst() {
    let ids = ["p1", "P1", "p2", "A-b", "a-B", "a-b", "q"]
    let names = ReportNames(ids)
    #expect(ids.filter { names.name(for: $0) == $0 + ".html" } == ["p2", "q"])
    #expect(Set(ids.map { names.name(for: $0).lowercased() }).count == ids.count)
    let other = ReportNames(ids.reversed())
    #expect(ids.allSatisfy { names.name(for: $0) == other.name(for: $0) })
    #expect(ReportNames(["p1", "p2"]).name(for: "p1") == "p1.html")
  }
}
