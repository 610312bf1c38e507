// SPDX-License-Identifier: Apache-2.0

package import DiaryAnalysis
package import DiaryModel
package import FoodKnowledge
package import Importing
package import Reporting

/// Takes diaries to what is written of them: bytes in, bytes out, and no file touched.
package struct DiaryWorker: Sendable {
  /// What is written of one participant.
  package struct Output: Sendable {
    /// The results.
    package var results: AnalysisResults
    /// The line of `results.jsonl`, without its end.
    package var line: [UInt8]
    /// The report; empty where none is written.
    package var report: [UInt8]
  }

  private let analyzer: DiaryAnalyzer
  private let language: ReportLanguage
  private let writesReports: Bool

  /// Creates a worker.
  package init(
    analysis: AnalysisOptions, foods: FoodClassifier, version: String,
    language: ReportLanguage = .english, writesReports: Bool = true
  ) {
    self.language = language
    self.writesReports = writesReports
    analyzer = DiaryAnalyzer(options: analysis, foods: foods, version: version)
  }

  /// Analyses one diary; `nil` where its results cannot be written as JSON.
  package func output(of diary: Diary, findings: [Finding]) -> Output? {
    guard writesReports else {
      return self.results(of: diary).map { Output(results: $0.results, line: $0.line, report: []) }
    }
    let results = analyzer.analyze(diary)
    guard let made = try? Report.lineAndPage(results, findings: findings, language: language)
    else { return nil }
    return Output(results: results, line: made.line, report: made.page)
  }

  /// Analyses one diary without writing a report; `nil` where its results cannot be written as JSON.
  package func results(of diary: Diary) -> (results: AnalysisResults, line: [UInt8])? {
    let results = analyzer.analyze(diary)
    return (try? Report.resultsLine(results)).map { (results, $0) }
  }

  /// Analyses a file in memory: what came of each participant, and what was found; `fallback` is the
  /// id of a participant whom the file does not name.
  package func outputs(
    of bytes: [UInt8], name: String, fallback: String, options: ImportOptions
  ) -> (outputs: [Output], findings: [Finding]) {
    do {
      let imported = try Importer.read(bytes: bytes, name: name, options: options)
      let outputs = imported.diaries.compactMap { diary in
        var diary = diary
        diary.participant = diary.participant ?? fallback
        return output(of: diary, findings: imported.findings)
      }
      return (outputs, imported.findings)
    } catch {
      return ([], error.findings)
    }
  }
}
