// SPDX-License-Identifier: Apache-2.0

public import DiaryAnalysis
public import DiaryModel

/// The outputs made from one participant's results.
public enum Report {
  /// The self-contained HTML page, as UTF-8.
  public static func html(_ results: AnalysisResults, findings: [Finding]) -> [UInt8] { [] }

  /// `results.json`, indented, as UTF-8; `resultsLine` is the same on one line.
  public static func resultsJSON(_ results: AnalysisResults) throws -> [UInt8] { [] }

  /// The results on one line, without the line's end, as UTF-8.
  public static func resultsLine(_ results: AnalysisResults) throws -> [UInt8] { [] }

  /// The summary for a terminal.
  public static func summary(_ results: AnalysisResults) -> String { "" }
}
