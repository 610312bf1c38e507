// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import Foundation
import Reporting
import Testing

@Suite("results.json")
struct ResultsJSONTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test("What was written reads back as the rounded results", arguments: SampleResults.names)
  func roundTrip(name: String) throws {
    let results = SampleResults.named(name)
    for bytes in [try Report.resultsJSON(results), try Report.resultsLine(results)] {
      let back = try JSONDecoder().decode(AnalysisResults.self, from: Data(bytes))
      #expect(back == results.rounded())
    }
  }

  @Test("One line is one line; the other form is indented")
  func lines() throws {
    let line = text(try Report.resultsLine(SampleResults.make()))
    #expect(!line.contains { $0.isNewline })
    let indented = text(try Report.resultsJSON(SampleResults.make()))
    #expect(indented.split(separator: "\n").count > 500)
  }

  @Test("Numbers have at most four decimals, and absent values are left out")
  func numbers() throws {
    var results = SampleResults.make()
    results.outcome.dailyMean = 1 / 3.0
    results.outcome.autocorrelation = -0.000_01
    results.groups[0].effect = .init(mean: 2.0 / 3, low: .nan, high: 1)
    results.groups[1].probability = .infinity
    results.groups[1].timing = [.init(meanHours: 4, probability: .nan)]
    let line = text(try Report.resultsLine(results))
    #expect(line.contains("\"dailyMean\":0.3333"))
    #expect(line.contains("\"autocorrelation\":0,") || line.contains("\"autocorrelation\":0."))
    #expect(!line.contains("0.33333") && !line.contains("null") && !line.contains("-0,"))
    let rounded = results.rounded()
    #expect(rounded.groups[0].effect == nil)
    #expect(rounded.groups[1].probability == nil)
    #expect(rounded.groups[1].timing.isEmpty)
  }

  @Test("Rounding twice changes nothing", arguments: SampleResults.names)
  func idempotent(name: String) {
    let once = SampleResults.named(name).rounded()
    #expect(once.rounded() == once)
  }

  @Test("Keys stand in order and slashes as they are")
  func keys() throws {
    let line = text(try Report.resultsLine(SampleResults.make()))
    let keys = ["groups", "notSeparable", "outcome", "participant", "period", "provenance"]
    let places = keys.compactMap { line.range(of: "\"\($0)\":")?.lowerBound }
    #expect(places == places.sorted() && places.count == keys.count)
    #expect(line.contains("Europe/Berlin"))
  }
}
