// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

/// Data quality, phases and beliefs.
extension ReportPage {
  /// Where the phases are known from, and how often the diary says otherwise.
  func phaseLine(_ page: inout MarkupWriter) {
    guard let sources = words.phaseSources(results.timeline.phases) else { return }
    page.element(.p, class: "small") { page in
      let count = results.warnings.count(where: \.isAboutPhases)
      page.text(sources + (count == 0 ? "." : "; " + words.disagreements(count) + "."))
    }
  }

  // MARK: The grade

  /// What the grade of the data is made of.
  func dataQuality(_ page: inout MarkupWriter) {
    guard let quality = results.dataQuality else { return }
    page.element(.h3, text: words.qualityTitle)
    page.element(.p, text: words.gradeMeaning(quality.grade))
    table(&page, caption: words.qualityCaption, heads: words.qualityHeads) { page in
      for part in quality.parts { row(&page, part) }
    }
    let shown = quality.groups.filter { group in
      focus.groups.contains { $0.group == group.group }
    }
    guard !shown.isEmpty else { return }
    details(&page, words.groupGradesCaption) { page in
      table(&page, caption: words.groupGradesCaption, heads: words.groupGradeHeads) { page in
        for group in shown { row(&page, group) }
      }
    }
  }

  private func row(_ page: inout MarkupWriter, _ part: DataQuality.Part) {
    page.element(.tr) { page in
      rowHeading(&page, words.qualityPart(part.code))
      page.element(.td) { page in
        count(&page, part)
        guard part.code.hasPrefix("missing-") else { return }
        page.text(words.chanceIs)
        data(&page, part.value, decimals: 2)
      }
      page.element(.td, text: words.rating(part.rating))
      page.element(.td) { places(&$0, part) }
    }
  }

  private func count(_ page: inout MarkupWriter, _ part: DataQuality.Part) {
    plainAmount(&page, Double(part.count))
    page.text(words.outOf)
    plainAmount(&page, Double(part.total))
  }

  private func places(_ page: inout MarkupWriter, _ part: DataQuality.Part) {
    let days = part.stretches.prefix(Thresholds.stretches).map(words.stretch)
    page.text(days.joined(separator: "; "))
    let rest = part.stretches.count - days.count
    if rest > 0 { page.text("; " + words.more(rest)) }
    guard !part.entries.isEmpty else { return }
    if !days.isEmpty { page.text(" ") }
    rows(&page, Array(part.entries.prefix(Thresholds.stretches)))
    let more = part.entries.count - Thresholds.stretches
    if more > 0 { page.text(words.and + words.more(more)) }
  }

  private func row(_ page: inout MarkupWriter, _ group: DataQuality.Group) {
    page.element(.tr) { page in
      page.element(.th) { groupName(&$0, group.group) }
      page.element(.td, text: group.grade.rawValue)
      for code in ["window-days", "certain-foods", "repeats"] {
        page.element(.td) { page in
          if let part = group.parts.first(where: { $0.code == code }) { count(&page, part) }
        }
      }
    }
  }

  // MARK: Beliefs

  /// What was suspected beside what the diary shows; nothing where no suspicion is named.
  func beliefs(_ page: inout MarkupWriter) {
    guard let beliefs = results.beliefs, !beliefs.isEmpty else { return }
    section(&page, id: "beliefs", title: words.beliefsTitle) { page in
      page.element(.p, text: words.beliefsNote)
      table(&page, caption: words.beliefsTitle, heads: words.beliefHeads) { page in
        for belief in beliefs { row(&page, belief) }
      }
    }
  }

  private func row(_ page: inout MarkupWriter, _ belief: Belief) {
    page.element(.tr) { page in
      page.element(.th) { groupName(&$0, belief.group) }
      page.element(.td) { page in
        page.text(words.believed(belief.believed))
        guard !belief.entries.isEmpty else { return }
        page.text(" ")
        page.element(.span, class: "small-inline") { rows(&$0, Array(belief.entries.prefix(3))) }
      }
      page.element(.td, text: words.word(belief.verdict))
      page.element(.td) { page in
        guard let probability = belief.probability else { return page.text(words.notKnown) }
        hundredths(&page, probability)
        page.text(words.certaintyAfter)
      }
    }
  }
}

extension AnalysisResults {
  /// The warnings, those on which diary and phases disagree first.
  var orderedWarnings: [Warning] {
    warnings.filter(\.isAboutPhases) + warnings.filter { !$0.isAboutPhases }
  }
}
