// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

extension ReportPage {
  /// What limits the reading.
  func exceptions(_ page: inout MarkupWriter) {
    section(&page, id: "exceptions", title: words.exceptionsTitle) { page in
      let unread = results.provenance.inputs.reduce(0) { $0 &+ $1.rowsUnread }
      let rows = results.provenance.inputs.reduce(0) { $0 &+ $1.rows }
      guard !results.warnings.isEmpty || unread > 0 || results.outcome.absence == "zero" else {
        page.element(
          .p, text: results.period.loggedDays > 0 ? words.exceptionsNone : words.answerNoDays)
        return
      }
      page.element(.ul, class: "exceptions") { page in
        for warning in results.warnings {
          page.element(.li) { $0.userText(warning.text, limit: 600) }
        }
        if unread > 0 { page.element(.li, text: words.rowsUnread(unread, of: rows)) }
        if results.outcome.absence == "zero" { page.element(.li, text: words.absenceZero) }
      }
    }
  }

  /// What to do next, as far as nothing forbids it.
  func next(_ page: inout MarkupWriter) {
    section(&page, id: "next", title: words.nextTitle) { page in
      let steps = groups.filter { $0.verdict != .tolerated && hasNextStep($0) }
      let shown = steps.filter { maySuggest($0.group) }
      page.element(.p, text: shown.isEmpty ? words.nextNone : words.nextIntro)
      if !shown.isEmpty {
        page.element(.ol, class: "steps") { page in
          for result in shown.prefix(Thresholds.nextSteps) {
            page.element(.li) { page in
              page.element(.strong) { groupName(&$0, result.group) }
              page.text(": ")
              page.userText(result.nextStep, limit: 400)
            }
          }
        }
      }
      let later = shown.dropFirst(Thresholds.nextSteps)
      if !later.isEmpty {
        page.element(.p) { page in
          page.text(words.nextLater)
          groupNames(&page, Array(later))
        }
      }
      if shown.count < steps.count { page.element(.p, text: words.nextWithheld) }
    }
  }

  private func hasNextStep(_ result: GroupResult) -> Bool {
    result.nextStep != "none" && !result.nextStep.isEmpty
  }

  /// One part for each group that was tested in any way.
  func groupSections(_ page: inout MarkupWriter) {
    section(&page, id: "groups", title: words.groupsTitle, class: "wide") { page in
      if judged.isEmpty { page.element(.p, text: words.answerNoGroups) }
      for (index, result) in judged.enumerated() {
        group(&page, result, isFolded: index >= Thresholds.openGroups)
      }
    }
  }

  /// One group; those after the most telling ones of a very long report are folded.
  private func group(_ page: inout MarkupWriter, _ result: GroupResult, isFolded: Bool) {
    page.element(.article, class: "group " + result.verdict.rawValue) { page in
      page.attribute(.id, anchor(result))
      page.element(.header) { page in
        page.element(.h3) { groupName(&$0, result.group) }
        page.element(.p) { verdictWord(&$0, result) }
      }
      if isFolded {
        details(&page, words.showTable, class: "print") { body(&$0, result) }
      } else {
        body(&page, result)
      }
    }
  }

  private func body(_ page: inout MarkupWriter, _ result: GroupResult) {
    page.element(.p, text: words.meaning(result.verdict))
    if result.evidenceLevel == "disputed" { page.element(.p, text: words.disputed) }
    if !result.reasons.isEmpty {
      page.element(.ul, class: "reasons") { page in
        for reason in result.reasons { page.element(.li) { $0.userText(reason, limit: 400) } }
      }
    }
    if hasNextStep(result), maySuggest(result.group) {
      page.element(.p) { page in
        page.element(.strong, text: words.nextStep)
        page.userText(result.nextStep, limit: 400)
      }
    }
    numbers(&page, result)
    if isSinglePositive(result) { page.element(.p, class: "callout", text: words.placebo) }
    challenges(&page, result)
    timing(&page, result)
    groupSymptoms(&page, result)
    exposures(&page, result)
  }

  /// Whether all evidence is one challenge, and that one speaks for a rise.
  private func isSinglePositive(_ result: GroupResult) -> Bool {
    guard result.challenges.count == 1, let effect = result.challenges.first?.effect else {
      return false
    }
    return effect > 0
      && (effect >= Thresholds.relevantRise || result.verdict == .likelyTrigger
        || result.verdict == .possibleTrigger)
  }

  private func numbers(_ page: inout MarkupWriter, _ result: GroupResult) {
    page.element(.dl, class: "facts") { page in
      if let effect = result.effect {
        fact(&page, words.factEffect) { page in
          points(&page, effect)
          level(&page, effect)
        }
      }
      if let effect = result.effectIfAny, result.effectIfAny != result.effect {
        fact(&page, words.factEffectIfAny) { page in
          points(&page, effect)
          level(&page, effect)
        }
      }
      fact(&page, words.columnDose) { doses(&$0, result) }
      if let peak = result.peakHours {
        fact(&page, words.factPeak) { page in
          amount(&page, peak.median)
          page.text(words.hoursAfter)
          page.text(" (")
          amount(&page, peak.low)
          page.text(words.between)
          amount(&page, peak.high)
          page.text(")")
        }
      }
      fact(&page, words.columnChance) { chance(&$0, result) }
    }
  }

  private func level(_ page: inout MarkupWriter, _ interval: GroupResult.Interval) {
    page.text(", ")
    page.element(.data) { page in
      page.attribute(.value, "\(interval.level)")
      page.text(words.amount(interval.level * 100))
    }
    page.text(words.percentRange)
  }

  // MARK: Timing and symptoms

  private func timing(_ page: inout MarkupWriter, _ result: GroupResult) {
    guard !result.timing.isEmpty else { return }
    page.element(.h4, text: words.timingTitle)
    page.element(.table, class: "bars") { page in
      page.element(.caption, text: words.timingNote)
      page.element(.tbody) { page in
        for timing in result.timing {
          page.element(.tr) { page in
            page.element(.th) { page in
              page.attribute(.scope, "row")
              page.text(words.about)
              amount(&page, timing.meanHours)
              page.text(words.hours)
            }
            bar(&page, timing.probability)
            page.element(.td) { page in
              hundredths(&page, timing.probability)
              page.text(words.certaintyAfter)
            }
          }
        }
      }
    }
  }

  private func bar(_ page: inout MarkupWriter, _ share: Double) {
    page.element(.td, class: "bar") { page in
      page.element(.svg) { page in
        page.attribute(.viewBox, "0 0 100 8")
        page.attribute(.preserveAspectRatio, "none")
        page.attribute(.ariaHidden, "true")
        page.attribute(.focusable, "false")
        page.rectangle(class: "track", x: 0, y: 0, width: 100, height: 8)
        page.rectangle(
          class: "fill", x: 0, y: 0, width: min(max(share, 0), 1) * 100, height: 8)
      }
    }
  }

  private func groupSymptoms(_ page: inout MarkupWriter, _ result: GroupResult) {
    guard !result.symptoms.isEmpty else { return }
    page.element(.h4, text: words.groupSymptomsTitle)
    table(&page, caption: words.groupSymptomsNote, heads: words.groupSymptomsHeads) { page in
      for symptom in result.symptoms {
        page.element(.tr) { page in
          page.element(.th) { page in
            page.attribute(.scope, "row")
            page.userText(symptom.symptom, limit: 80)
          }
          page.element(.td) { page in
            hundredths(&page, symptom.probability)
            page.text(words.certaintyAfter)
          }
          page.element(.td) { page in
            if let effect = symptom.effectIfAny {
              points(&page, effect)
            } else {
              page.text(words.notKnown)
            }
          }
        }
      }
    }
  }

  private func exposures(_ page: inout MarkupWriter, _ result: GroupResult) {
    guard !result.exposures.isEmpty else { return }
    details(&page, words.sourceRows) { page in
      table(&page, caption: words.exposureTable, heads: words.exposureHeads) { page in
        for exposure in result.exposures {
          page.element(.tr) { page in
            heading(&page, words.date(exposure.date), scope: "row")
            page.element(.td) { page in
              amount(&page, exposure.portions)
              if !exposure.certain { page.text(words.possibly) }
            }
            page.element(.td) { page in
              for (index, food) in exposure.foods.enumerated() {
                if index > 0 { page.text(", ") }
                page.userText(food, limit: 120)
              }
            }
            page.element(.td) { rows(&$0, exposure.entries) }
          }
        }
      }
    }
  }
}
