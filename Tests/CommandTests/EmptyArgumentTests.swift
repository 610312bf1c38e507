// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import reintro

@Suite("Arguments that cannot be meant")
struct EmptyArgumentTests {
  @Test(arguments: [
    ["batch", "in", "-o", ""], ["batch", "", "-o", "out"], ["analyze", ""],
    ["analyze", "x.csv", "--json", ""], ["analyze", "x.csv", "--json="], ["analyze", "--", ""],
    ["import", "x.csv", "-o", ""], ["validate", "x.csv", ""], ["mapping", ""],
    ["simulate", "--participants", "1", "--seed", "1", "-o", ""], ["foods", "--foods", ""],
    ["worker", "--salt="], [""],
  ])
  func emptyOnesAreTold(arguments: [String]) throws {
    let told = try #require(EmptyArguments.told(arguments))
    #expect(told.hasPrefix("error: ") && told.contains("--help"))
  }

  @Test(arguments: [
    ["foods", ""], ["foods", "--", ""], ["foods", "--jsonl", "", "milk"],
    ["batch", "a=", "-o", "b"],
    ["analyze", "x.csv", "--json=a="], ["--version"], [],
  ])
  func othersAreNot(arguments: [String]) { #expect(EmptyArguments.told(arguments) == nil) }

  @Test func aMomentToComeIsNone() throws {
    // 2026-02-09T08:10Z.
    let now = 1_770_624_600
    func fault(_ text: String) throws -> String? {
      try #require(SinceMoment(text, now: now)).fault(now: now)
    }
    #expect(try fault("2026-02-09T08:10Z") == nil)
    #expect(try fault("2026-02-09") == nil)
    #expect(try fault("24h") == nil)
    #expect(try fault("2026-02-09T08:11")?.contains("2026-02-09T08:10Z") == true)
    #expect(try fault("2099-01-01") != nil)
  }
}
