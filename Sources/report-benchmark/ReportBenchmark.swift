// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Foundation
internal import Reporting

/// Renders the pages of results that were written before, again and again in one process.
///
/// `Tools/bench-report` makes the results, and counts instructions where the machine can.
@main
enum ReportBenchmark {
  private static let usage = "usage: report-benchmark TIMES RESULTS.json…\n"

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let times = arguments.first.flatMap({ Int($0) }), times > 0, arguments.count > 1 else {
      FileHandle.standardError.write(Data(usage.utf8))
      exit(2)
    }
    for path in arguments.dropFirst() {
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      let results = try JSONDecoder().decode(AnalysisResults.self, from: data)
      for language in ReportLanguage.allCases {
        try measure(results, language, times, name: path)
      }
    }
  }

  /// Prints the name, the language, bytes, and the fastest and median milliseconds of a page, parted
  /// by tabs.
  ///
  /// They are those of the processor, so that what else runs on the machine counts little.
  private static func measure(
    _ results: AnalysisResults, _ language: ReportLanguage, _ times: Int, name: String
  ) throws {
    var seconds: [Double] = []
    var first = Data()
    for _ in 0..<times {
      let start = clock()
      let bytes = Report.html(results, findings: [], language: language)
      seconds.append(Double(clock() - start) / Double(CLOCKS_PER_SEC))
      let page = Data(bytes)
      if first.isEmpty { first = page }
      guard page == first else { throw OtherBytes(name: name) }
    }
    seconds.sort()
    let milliseconds = [seconds[0], seconds[seconds.count / 2]].map {
      String(format: "%.3f", $0 * 1000)
    }
    print(
      ([name, language.rawValue, "\(first.count)"] + milliseconds).joined(separator: "\t"))
  }

  /// The same results gave two pages.
  private struct OtherBytes: Error {
    let name: String
  }
}
