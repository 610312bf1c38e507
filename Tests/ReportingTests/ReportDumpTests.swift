// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import Foundation
import Reporting
import Testing

@Suite(
  "Pages for looking at", .enabled(if: ProcessInfo.processInfo.environment["REPORT_OUT"] != nil))
struct ReportDumpTests {
  @Test("Each sample's page is written into the folder that REPORT_OUT names")
  func dump() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["REPORT_OUT"])
    for (name, results) in SampleResults.all {
      let bytes = Report.html(results, findings: SampleResults.findings)
      #expect(!bytes.isEmpty)
      try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name).html"))
      try Data(Report.summary(results).utf8).write(
        to: URL(fileURLWithPath: "\(folder)/\(name).txt"))
      try Data(try Report.resultsJSON(results)).write(
        to: URL(fileURLWithPath: "\(folder)/\(name).json"))
    }
  }
}
