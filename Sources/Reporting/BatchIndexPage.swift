// SPDX-License-Identifier: Apache-2.0

public import DiaryAnalysis
public import DiaryModel
internal import Markup

/// One participant's line in the index of a batch.
public struct BatchIndexEntry: Codable, Hashable, Sendable {
  /// The pseudonym.
  public var participant: String
  /// The report's path from the index.
  public var report: String
  /// The days of the diary.
  public var days: Int
  /// Those of them with an entry.
  public var loggedDays: Int
  /// The safety gates that fired.
  public var safety: [String]
  /// The likely triggers.
  public var likely: [GroupID]
  /// The possible triggers.
  public var possible: [GroupID]
  /// The groups tolerated so far.
  public var tolerated: [GroupID]
  /// How many groups are not clear or cannot be judged.
  public var open: Int

  /// Creates a line from results.
  public init(_ results: AnalysisResults, report: String) {
    participant = results.participant
    self.report = report
    days = results.period.days
    loggedDays = results.period.loggedDays
    safety = results.safety.map(\.gate)
    func groups(_ verdict: Verdict) -> [GroupID] {
      results.groups.filter { $0.verdict == verdict }.map(\.group)
    }
    likely = groups(.likelyTrigger)
    possible = groups(.possibleTrigger)
    tolerated = groups(.tolerated)
    open = groups(.notClear).count + groups(.cannotBeJudged).count
  }
}

/// The index of a batch: participants with a safety gate first, then by pseudonym.
struct BatchIndexPage: Sendable {
  let entries: [BatchIndexEntry]
  let failures: Int
  private let words: any Catalogue

  init(entries: [BatchIndexEntry], failures: Int, language: ReportLanguage) {
    self.entries = entries.sorted {
      ($0.safety.isEmpty ? 1 : 0, $0.participant) < ($1.safety.isEmpty ? 1 : 0, $1.participant)
    }
    self.failures = failures
    words = language.catalogue()
  }

  func write(_ page: inout MarkupWriter) {
    page.raw("<!DOCTYPE html>\n")
    page.element(.html) { page in
      page.attribute(.lang, words.language)
      page.attribute(.xmlns, "http://www.w3.org/1999/xhtml")
      ReportPage.head(&page, title: words.indexTitle)
      page.element(.body) { page in
        page.element(.header) { page in
          page.element(.h1, text: words.indexTitle)
          page.element(.p, class: "answer", text: words.indexAnswer(entries))
          page.element(.p, class: "lead", text: words.indexLead)
          if failures > 0 { failureNote(&page) }
        }
        page.element(.main) { table(&$0) }
        page.element(.footer) { $0.element(.p, text: words.disclaimer) }
      }
    }
  }

  private func failureNote(_ page: inout MarkupWriter) {
    page.element(.p) { page in
      page.text(words.indexFailures(failures) + " ")
      page.element(.a) { page in
        page.attribute(.href, "failures.csv")
        page.text("failures.csv")
      }
    }
  }

  private func table(_ page: inout MarkupWriter) {
    page.element(.div, class: "scroll") { page in
      page.attribute(.role, "region")
      page.attribute(.tabindex, "0")
      page.attribute(.ariaLabel, words.indexCaption)
      page.element(.table) { page in
        page.element(.caption, text: words.indexCaption)
        page.element(.thead) { page in
          page.element(.tr) { page in
            for head in words.indexHeads {
              page.element(.th) { page in
                page.attribute(.scope, "col")
                page.text(head)
              }
            }
          }
        }
        page.element(.tbody) { page in
          for entry in entries { row(&page, entry) }
        }
      }
    }
  }

  private func row(_ page: inout MarkupWriter, _ entry: BatchIndexEntry) {
    page.element(.tr) { page in
      page.element(.th) { page in
        page.attribute(.scope, "row")
        page.element(.a) { page in
          page.attribute(.href, entry.report)
          page.userText(entry.participant, limit: 80)
        }
      }
      let safety = entry.safety.map(words.gateName)
      page.element(.td, class: "word", text: words.listOrDash(safety))
      for groups in [entry.likely, entry.possible, entry.tolerated] {
        page.element(.td, text: words.listOrDash(groups.map(words.name)))
      }
      page.element(.td, text: "\(entry.open)")
      page.element(.td, text: words.daysOf(entry.loggedDays, entry.days))
    }
  }
}
