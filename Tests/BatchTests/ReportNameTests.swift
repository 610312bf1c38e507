// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Batch

@Suite("Names of report files")
struct ReportNameTests {
  @Test(arguments: ["p001", "A-7_b.2"])
  func keepsPlainPseudonyms(id: String) {
    #expect(ReportName.name(for: id) == id + ".html")
  }

  @Test(arguments: [
    "../x", "a/b", "", ".hidden", "CON", "aux", "ü", "a b", "nul\0", "x\n",
    String(repeating: "y", count: 300),
  ])
  func makesAnyOtherAPlainName(id: String) {
    let name = ReportName.name(for: id)
    #expect(name.hasPrefix("_") && name.hasSuffix(".html") && name.utf8.count < 70)
    #expect(name.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "/") })
  }

  @Test func keepsPseudonymsApart() {
    let names = ["a/b", "a_b", "a b", "a\\b", "_a_b"].map(ReportName.name)
    #expect(Set(names).count == names.count)
  }
}
