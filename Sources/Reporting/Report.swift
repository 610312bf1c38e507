// SPDX-License-Identifier: Apache-2.0

public import DiaryAnalysis
public import DiaryModel
internal import Markup

/// The outputs made from one participant's results.
///
/// All of them show the numbers of `AnalysisResults.rounded()`; the same results give the same bytes.
public enum Report {
  /// The self-contained HTML page, as UTF-8.
  public static func html(
    _ results: AnalysisResults, findings: [Finding], language: ReportLanguage = .english
  ) -> [UInt8] {
    page(ReportPage(results: results.rounded(), findings: findings, language: language))
  }

  private static func page(_ page: ReportPage) -> [UInt8] {
    var writer = MarkupWriter(reservingCapacity: 384 * 1024)
    page.write(&writer)
    return writer.bytes
  }

  /// `results.json`, indented, as UTF-8; `resultsLine` is the same on one line.
  public static func resultsJSON(_ results: AnalysisResults) throws -> [UInt8] {
    try ResultsCoding.encode(results, indented: true)
  }

  /// The results on one line, without the line's end, as UTF-8.
  public static func resultsLine(_ results: AnalysisResults) throws -> [UInt8] {
    try ResultsCoding.encode(results, indented: false)
  }

  /// What a batch writes of one participant, numbers rounded once: the results on one line, without
  /// the line's end, and the page.
  package static func lineAndPage(
    _ results: AnalysisResults, findings: [Finding], language: ReportLanguage
  ) throws -> (line: [UInt8], page: [UInt8]) {
    let rounded = results.rounded()
    let line = try JSONLine.encode(rounded, forms: .results)
    return (line, page(ReportPage(results: rounded, findings: findings, language: language)))
  }

  /// The summary for a terminal, each line ended; `colour` adds escape codes for emphasis.
  ///
  /// Of the findings those stand in it that change what was analysed: groups that are not known.
  public static func summary(
    _ results: AnalysisResults, findings: [Finding] = [], colour: Bool = false,
    language: ReportLanguage = .english
  ) -> String {
    Summary(results: results.rounded(), colour: colour, findings: findings, language: language)
      .text()
  }

  /// The index of a batch on one page, as UTF-8: participants with a safety gate first.
  public static func indexHTML(
    _ entries: [BatchIndexEntry], failures: Int, language: ReportLanguage = .english
  ) -> [UInt8] {
    let sorted = entries.sorted {
      ($0.safety.isEmpty ? 1 : 0, $0.participant) < ($1.safety.isEmpty ? 1 : 0, $1.participant)
    }
    let summary = BatchIndexSummary(
      participants: entries.count, safety: entries.count { !$0.safety.isEmpty },
      likely: entries.count { !$0.likely.isEmpty }, failures: failures)
    return indexHTML(sorted, summary: summary, page: 1, of: 1, language: language)
  }

  /// A page of the index of a batch, as UTF-8: its lines in the order in which they are given, its
  /// number counted from 1.
  public static func indexHTML(
    _ entries: [BatchIndexEntry], summary: BatchIndexSummary, page: Int, of pages: Int,
    language: ReportLanguage = .english
  ) -> [UInt8] {
    var writer = MarkupWriter(reservingCapacity: 64 * 1024)
    BatchIndexPage(
      entries: entries, summary: summary, page: page, pages: pages, language: language
    ).write(&writer)
    return writer.bytes
  }

  /// What all participants of a batch show together, as UTF-8.
  package static func cohortHTML(
    _ figures: CohortFigures, language: ReportLanguage = .english
  ) -> [UInt8] {
    var writer = MarkupWriter(reservingCapacity: 64 * 1024)
    CohortPage(figures: figures, language: language).write(&writer)
    return writer.bytes
  }
}
