// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

/// The page about all participants of a batch.
struct CohortPage: Sendable {
  let figures: CohortFigures
  private let words: any Catalogue

  init(figures: CohortFigures, language: ReportLanguage) {
    self.figures = figures
    words = language.catalogue()
  }

  func write(_ page: inout MarkupWriter) {
    page.raw("<!DOCTYPE html>\n")
    page.element(.html) { page in
      page.attribute(.lang, words.language)
      page.attribute(.xmlns, "http://www.w3.org/1999/xhtml")
      ReportPage.head(&page, title: words.cohortTitle)
      page.element(.body) { page in
        page.element(.header) { header(&$0) }
        page.element(.main) { page in
          frequency(&page)
          expectedFalse(&page)
          pooled(&page)
          verdicts(&page)
          counts(&page)
        }
        page.element(.footer) { $0.element(.p, text: words.disclaimer) }
      }
    }
  }

  private func header(_ page: inout MarkupWriter) {
    page.element(.h1, text: words.cohortTitle)
    page.element(.p, class: "answer", text: words.cohortAnswer(figures.participants))
    page.element(.p, class: "lead", text: words.cohortLead)
    if figures.masksSmall { page.element(.p, text: words.cohortMaskedNote) }
    page.element(.p) { page in
      page.element(.a) { page in
        page.attribute(.href, "index.html")
        page.text(words.cohortIndexLink)
      }
    }
  }

  private func frequency(_ page: inout MarkupWriter) {
    page.element(.h2, text: words.cohortFrequencyTitle)
    page.element(.p, text: words.cohortFrequencyNote)
    let rows = figures.groups.filter { $0.judged != 0 }.map { group in
      let literature = group.literature
      let reacted = literature?.reacted.map { share($0) } ?? words.notKnown
      return [
        words.name(group.group), count(group.diaries), count(group.judged),
        share(group.frequency), share(group.likelyShare),
        literature.map { share($0.corrected) } ?? words.notKnown,
        literature.map { "\(reacted) (\(share($0.control))), n = \($0.people), \($0.source)" }
          ?? words.notKnown,
      ]
    }
    table(&page, words.cohortFrequencyTitle, words.cohortFrequencyHeads, rows)
  }

  private func expectedFalse(_ page: inout MarkupWriter) {
    page.element(.h2, text: words.cohortFalseTitle)
    page.element(.p, text: words.cohortFalseNote)
    let rows = figures.groups.filter { $0.judged != 0 }.map { group in
      [
        words.name(group.group), count(group.verdicts.first ?? nil),
        number(group.expectedFalse), count(group.challenged), number(group.expectedPlacebo),
      ]
    }
    table(&page, words.cohortFalseTitle, words.cohortFalseHeads, rows)
  }

  private func pooled(_ page: inout MarkupWriter) {
    let rows = figures.groups.compactMap { group in
      group.pooled.map { pooled in
        [
          words.name(group.group), count(pooled.people), range(pooled.effect),
          pooled.prediction.map { "\(number($0.low)) … \(number($0.high))" } ?? words.notKnown,
          words.number(pooled.betweenVariance, decimals: 2),
          words.number(pooled.inconsistency * 100, decimals: 0) + " %",
        ]
      }
    }
    page.element(.h2, text: words.cohortPooledTitle)
    page.element(.p, text: words.cohortPooledNote)
    table(&page, words.cohortPooledTitle, words.cohortPooledHeads, rows)
  }

  private func verdicts(_ page: inout MarkupWriter) {
    page.element(.h2, text: words.cohortVerdictTitle)
    let names = CohortFigures.verdicts.map { name in
      Verdict(rawValue: name).map(words.word) ?? name
    }
    let rows = figures.groups.map { group in
      [words.name(group.group)] + group.verdicts.map(count)
    }
    table(&page, words.cohortVerdictTitle, [words.cohortGroup] + names, rows)
  }

  private func counts(_ page: inout MarkupWriter) {
    page.element(.h2, text: words.cohortGradeTitle)
    table(&page, words.cohortGradeTitle, words.cohortGradeHeads, rows(figures.grades) { $0 })
    page.element(.h2, text: words.cohortWarningTitle)
    table(
      &page, words.cohortWarningTitle, words.cohortWarningHeads,
      rows(figures.warnings, \.replacingHyphens))
    page.element(.h2, text: words.cohortSafetyTitle)
    table(
      &page, words.cohortSafetyTitle, words.cohortSafetyHeads, rows(figures.safety, words.gateName))
    page.element(.h2, text: words.cohortInseparableTitle)
    let pairs = rows(figures.inseparable) { pair in
      pair.split(separator: " ").map { words.name(GroupID(rawValue: String($0))) }
        .joined(separator: " / ")
    }
    table(&page, words.cohortInseparableTitle, words.cohortInseparableHeads, pairs)
  }

  private func rows(
    _ counts: [CohortFigures.Count], _ name: (String) -> String
  ) -> [[String]] {
    counts.map { [name($0.name), count($0.participants)] }
  }

  private func table(
    _ page: inout MarkupWriter, _ caption: String, _ heads: [String], _ rows: [[String]]
  ) {
    guard !rows.isEmpty else {
      page.element(.p, text: words.cohortNothing)
      return
    }
    page.element(.div, class: "scroll") { page in
      page.attribute(.role, "region")
      page.attribute(.tabindex, "0")
      page.attribute(.ariaLabel, caption)
      page.element(.table) { page in
        page.element(.thead) { page in
          page.element(.tr) { page in
            for head in heads { cell(&page, .th, head, scope: "col") }
          }
        }
        page.element(.tbody) { page in
          for row in rows {
            page.element(.tr) { page in
              for (place, text) in row.enumerated() {
                if place == 0 {
                  cell(&page, .th, text, scope: "row")
                } else {
                  page.element(.td, text: text)
                }
              }
            }
          }
        }
      }
    }
  }

  private func cell(_ page: inout MarkupWriter, _ tag: Tag, _ text: String, scope: String) {
    page.element(tag) { page in
      page.attribute(.scope, scope)
      page.text(text.shortened(to: 120))
    }
  }

  /// A number of people; where it is masked, it says so.
  private func count(_ count: Int?) -> String {
    count.map { "\($0)" } ?? (figures.masksSmall ? words.cohortMasked : words.notKnown)
  }

  private func number(_ value: Double?) -> String {
    value.map { words.number($0, decimals: 1) } ?? words.notKnown
  }

  private func share(_ value: Double) -> String {
    words.number(value * 100, decimals: 0) + " %"
  }

  private func share(_ estimate: CohortFigures.Estimate?) -> String {
    guard let estimate else { return figures.masksSmall ? words.cohortMasked : words.notKnown }
    guard let low = estimate.low, let high = estimate.high else { return share(estimate.value) }
    return "\(share(estimate.value)) (\(share(low)) … \(share(high)))"
  }

  private func range(_ estimate: CohortFigures.Estimate) -> String {
    "\(number(estimate.value)) (\(number(estimate.low)) … \(number(estimate.high)))"
  }
}
