// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import Testing

@testable import Reporting

@Suite("The outcome is called what it is")
struct OutcomeWordTests {
  private func page(_ aggregate: String) -> String {
    var results = SampleResults.make()
    results.outcome.name = "overall"
    results.outcome.aggregate = aggregate
    return String(decoding: Report.html(results, findings: []), as: UTF8.self).lowercased()
  }

  @Test("Where it is the mean of the symptoms, nothing calls it the worst")
  func mean() {
    let page = page("mean")
    #expect(page.contains("mean of the symptoms"))
    #expect(!page.contains("worst symptom"))
  }

  @Test("Where it is the worst, nothing calls it the mean")
  func worst() {
    let page = page("worst")
    #expect(page.contains("worst symptom"))
    #expect(!page.contains("mean of the symptoms"))
  }
}
