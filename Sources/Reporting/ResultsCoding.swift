// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import FoundationEssentials
internal import Markup

/// `results.json`: keys in order, absent values left out, numbers with at most four decimals.
enum ResultsCoding {
  static func encode(_ results: AnalysisResults, indented: Bool) throws -> [UInt8] {
    guard indented else { return try JSONLine.encode(results.rounded(), forms: .results) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return [UInt8](try encoder.encode(results.rounded()))
  }
}
