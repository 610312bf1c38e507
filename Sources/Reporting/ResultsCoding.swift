// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import FoundationEssentials

/// `results.json`: keys in order, absent values left out, numbers with at most four decimals.
enum ResultsCoding {
  static func encode(_ results: AnalysisResults, indented: Bool) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if indented { encoder.outputFormatting.insert(.prettyPrinted) }
    return [UInt8](try encoder.encode(results.rounded()))
  }
}
