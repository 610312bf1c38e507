// SPDX-License-Identifier: Apache-2.0

public import DiaryAnalysis
public import DiaryModel
internal import Markup

/// One participant's line in the index of a batch.
public struct BatchIndexEntry: Codable, Hashable, Sendable {
  /// The pseudonym.
  public var participant: String
  /// The report's path from the index; empty where there is no report.
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
  /// How many of these cannot be judged; `nil` where nobody counted.
  public var unjudged: Int?
  /// The grade of the data, `A` to `D`; `nil` where nobody graded.
  public var grade: String?

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
    tolerated = results.keptGroups
    let unjudged = groups(.cannotBeJudged).count
    open = groups(.notClear).count + unjudged
    self.unjudged = unjudged
    grade = results.dataQuality?.grade.rawValue
  }
}

/// What the index of a batch says of all its participants.
public struct BatchIndexSummary: Hashable, Sendable {
  /// The participants.
  public var participants: Int
  /// Those with a safety note.
  public var safety: Int
  /// Those with a likely trigger.
  public var likely: Int
  /// What could not be used.
  public var failures: Int

  /// Creates a summary.
  public init(participants: Int, safety: Int, likely: Int, failures: Int) {
    self.participants = participants
    self.safety = safety
    self.likely = likely
    self.failures = failures
  }
}

extension Report {
  /// A page of the index of a batch, as UTF-8, of lines that are made one after the other.
  ///
  /// - Parameters:
  ///   - summary: what is said of all participants.
  ///   - page: its number, counted from 1.
  ///   - pages: how many there are.
  ///   - language: the language of the page.
  ///   - next: gives the lines in their order, then `nil`.
  /// - Returns: the whole page.
  package static func indexHTML(
    summary: BatchIndexSummary, page: Int, of pages: Int, language: ReportLanguage = .english,
    next: () -> BatchIndexEntry?
  ) -> [UInt8] {
    var writer = MarkupWriter(reservingCapacity: 64 * 1024)
    // Whether there are reports is told above the lines; all have one, or none.
    let first = next()
    BatchIndexPage(
      entries: first.map { [$0] } ?? [], summary: summary, page: page, pages: pages,
      language: language
    ).write(&writer, further: next)
    return writer.bytes
  }
}

/// A page of the index of a batch.
struct BatchIndexPage: Sendable {
  let entries: [BatchIndexEntry]
  let summary: BatchIndexSummary
  let page: Int
  let pages: Int
  private let words: any Catalogue

  init(
    entries: [BatchIndexEntry], summary: BatchIndexSummary, page: Int, pages: Int,
    language: ReportLanguage
  ) {
    self.entries = entries
    self.summary = summary
    self.page = page
    self.pages = pages
    words = language.catalogue()
  }

  /// Writes the page; the lines that `further` gives come behind the others.
  func write(_ page: inout MarkupWriter, further: () -> BatchIndexEntry? = { nil }) {
    page.raw("<!DOCTYPE html>\n")
    page.element(.html) { page in
      page.attribute(.lang, words.language)
      page.attribute(.xmlns, "http://www.w3.org/1999/xhtml")
      ReportPage.head(
        &page, title: words.indexTitle, policy: "; script-src '\(IndexScript.hash)'",
        style: IndexScript.style)
      page.element(.body) { page in
        page.element(.header) { header(&$0) }
        page.element(.main) { page in
          controls(&page)
          table(&page, further)
          links(&page)
        }
        page.element(.footer) { $0.element(.p, text: words.disclaimer) }
        page.element(.script) { $0.raw(IndexScript.text) }
      }
    }
  }

  private func header(_ page: inout MarkupWriter) {
    page.element(.h1, text: words.indexTitle)
    page.element(.p, class: "answer", text: words.indexAnswer(summary))
    page.element(.p, class: "lead", text: lead)
    if summary.failures > 0 {
      page.element(.p) { page in
        page.text(words.indexFailures(summary.failures) + " ")
        link(&page, to: "failures.csv", "failures.csv")
      }
    }
    page.element(.p) { link(&$0, to: "cohort.html", words.cohortTitle) }
  }

  private var lead: String {
    let hasReports = entries.isEmpty || entries.contains { !$0.report.isEmpty }
    return hasReports ? words.indexLead : words.indexLeadWithoutReports
  }

  /// What the script makes its search and filters of: words, parted by bars.
  private func controls(_ page: inout MarkupWriter) {
    page.element(.div) { page in
      page.attribute(.id, "controls")
      page.attribute(.dataLabel, ([words.notKnown] + words.indexControls).joined(separator: "|"))
    }
  }

  private func table(_ page: inout MarkupWriter, _ further: () -> BatchIndexEntry?) {
    page.element(.div, class: "scroll") { page in
      page.attribute(.role, "region")
      page.attribute(.tabindex, "0")
      page.attribute(.ariaLabel, words.indexCaption)
      page.element(.table) { page in
        page.attribute(.id, "participants")
        page.attribute(.style, labels)
        page.element(.caption, text: words.indexCaption)
        page.element(.thead) { page in
          page.element(.tr) { page in
            for head in heads {
              page.element(.th) { page in
                page.attribute(.scope, "col")
                page.text(head)
              }
            }
          }
        }
        page.element(.tbody) { page in
          for entry in entries { row(&page, entry) }
          while let entry = further() { row(&page, entry) }
        }
      }
    }
  }

  /// The heads once more, for the style sheet to set beside the cells where there is no room for columns.
  private var labels: String {
    heads.enumerated().map { place, head in
      let text = head.filter { $0 != "\"" && $0 != "\\" && !$0.isNewline }
      return "--head-\(place + 1):\"\(text)\""
    }.joined(separator: ";")
  }

  private var heads: [String] {
    var heads = words.indexHeads
    heads.insert(words.indexQuality, at: max(0, heads.count - 1))
    return heads
  }

  private func row(_ page: inout MarkupWriter, _ entry: BatchIndexEntry) {
    page.element(.tr) { page in
      page.attribute(.dataNumbers, entry.numbers.map(String.init).joined(separator: " "))
      page.element(.th) { page in
        page.attribute(.scope, "row")
        guard !entry.report.isEmpty else {
          page.userText(entry.participant, limit: 80)
          return
        }
        page.element(.a) { page in
          page.attribute(.href, entry.report)
          page.userText(entry.participant, limit: 80)
        }
      }
      page.element(.td, class: "word", text: words.listOrDash(entry.safety.map(words.gateName)))
      for groups in [entry.likely, entry.possible] {
        // No trigger found is one thing, nothing judged another.
        page.element(
          .td,
          text: entry.isJudged
            ? words.listOrDash(groups.map(words.name)) : words.indexNothingJudged)
      }
      tolerated(&page, entry.tolerated)
      page.element(.td, text: "\(entry.open)")
      page.element(.td, text: entry.grade ?? words.notKnown)
      page.element(.td, text: words.daysOf(entry.loggedDays, entry.days))
    }
  }

  /// The tolerated groups; where they are many, a phone shows their number and folds the names.
  private func tolerated(_ page: inout MarkupWriter, _ groups: [GroupID]) {
    let names = words.listOrDash(groups.map(words.name))
    guard groups.count > Thresholds.listedTolerated else { return page.element(.td, text: names) }
    page.element(.td) { page in
      page.element(.details, class: "fold") { page in
        page.element(.summary, text: words.indexGroups(groups.count))
      }
      page.element(.div, class: "folded", text: names)
    }
  }

  /// The other pages.
  private func links(_ page: inout MarkupWriter) {
    guard pages > 1 else { return }
    page.element(.nav) { page in
      page.attribute(.ariaLabel, words.indexPages)
      page.element(.p) { page in
        page.text(words.indexPageOf(self.page, pages) + " ")
        for number in 1...pages where number != self.page {
          link(&page, to: number == 1 ? "index.html" : "index-\(number).html", "\(number)")
          page.text(" ")
        }
      }
    }
  }

  private func link(_ page: inout MarkupWriter, to target: String, _ text: String) {
    page.element(.a) { page in
      page.attribute(.href, target)
      page.text(text)
    }
  }
}
