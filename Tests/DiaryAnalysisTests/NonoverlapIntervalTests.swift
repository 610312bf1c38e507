// SPDX-License-Identifier: Apache-2.0

import Statistics
import Testing

@testable import DiaryAnalysis

@Suite("The score interval of the non-overlap")
struct NonoverlapIntervalTests {
  @Test("Parker, Vannest & Davis 2011, example 1; 95 % limits from SingleCaseES 0.7.4")
  func example() throws {
    let overlap = try #require(
      Nonoverlap(baseline: [20, 20, 26, 25, 22, 23], exposed: [28, 25, 24, 27, 30, 30, 29]))
    #expect(abs(overlap.estimate - 38.5 / 42) < 1e-12)
    // The program finds its limits with a tolerance of about 1e-4.
    let limits = overlap.scoreInterval(z: 1.959963984540054)
    #expect(abs(limits[0] - 0.597340610527278) < 1e-4)
    #expect(abs(limits[1] - 0.986017584590098) < 1e-4)
    let narrower = overlap.scoreInterval()
    #expect(narrower[0] > limits[0] && narrower[1] < limits[1])
  }
}
