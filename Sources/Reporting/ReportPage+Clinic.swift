// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

/// What stands around the verdict strip and the timeline on the dietitian's page.
extension ReportPage {
  /// Who, when, the answer and the gates in a few lines; shown on paper, where this page may lie
  /// alone on a desk.
  func clinicHead(_ page: inout MarkupWriter) {
    page.element(.div, class: "clinic-head") { page in
      page.element(.p) { page in
        if results.participant.isEmpty {
          page.text(words.noParticipant)
        } else {
          page.element(.strong) { $0.userText(results.participant, limit: 80) }
        }
        page.text(" · " + words.period(results.period.start, results.period.end))
        page.text(" · " + words.loggedLine(results.period))
        if let quality = results.dataQuality {
          page.text(" · ")
          page.element(.strong, text: words.grade(quality.grade))
        }
      }
      phaseLine(&page)
      page.element(.p, class: "answer", text: answer.sentence)
      let isCrowded = results.safety.count >= Thresholds.manyGates
      page.element(.div, class: isCrowded ? "gates crowded" : "gates") { page in
        for gate in results.safety { self.gate(&page, gate, isCrowded: isCrowded) }
      }
    }
  }

  /// A gate in a few lines: what it is, what it holds back, the foods before a sign, and rows.
  private func gate(
    _ page: inout MarkupWriter, _ gate: AnalysisResults.SafetyGate, isCrowded: Bool
  ) {
    page.element(.p, class: "gate") { page in
      icon(&page, "warning")
      page.element(.strong, text: words.safety(gate.gate).title)
      if gate.withholdsRetest {
        page.text(
          ". "
            + (gate.groups.isEmpty
              ? words.gateWithholdsAll : words.gateWithholds(gate.groups.map(words.inner))))
      }
      for (intro, foods) in words.eatenBefore(gate) {
        let most = isCrowded ? 6 : Thresholds.foodsBefore
        page.text(" " + intro)
        userTexts(&page, foods.prefix(most).map(\.name), limit: isCrowded ? 40 : 60)
        page.text(
          foods.count > most && isCrowded ? words.and + words.more(foods.count - most) + "." : ".")
      }
      guard !gate.entries.isEmpty else { return }
      page.text(" ")
      let most =
        gate.gate == "possible-immediate-allergy" ? (isCrowded ? 6 : 24) : isCrowded ? 2 : 4
      page.element(.span, class: "small-inline") { page in
        rows(&page, Array(gate.entries.prefix(most)))
      }
      let rest = gate.entries.count - most
      if rest > 0 { page.text(words.and + words.more(rest)) }
    }
  }

  // MARK: Groups merely eaten along the way

  /// The other groups: a table, and a paragraph each behind it.
  func otherGroups(_ page: inout MarkupWriter) {
    guard !focus.others.isEmpty else { return }
    section(&page, id: "others", title: words.othersTitle, class: "wide", isFolded: true) { page in
      page.element(.p, text: words.othersIntro)
      othersTable(&page, focus.others.prefix(Thresholds.otherGroups))
      let rest = focus.others.dropFirst(Thresholds.otherGroups)
      if !rest.isEmpty {
        details(&page, words.othersMore(rest.count), class: "print", isOpen: true) {
          othersTable(&$0, rest)
        }
      }
      details(&page, words.othersWhy) { page in
        for result in focus.others.prefix(60) { other(&page, result) }
      }
    }
  }

  private func othersTable(_ page: inout MarkupWriter, _ groups: ArraySlice<GroupResult>) {
    table(&page, caption: words.othersCaption, heads: words.othersHeads, class: "others") { page in
      for result in groups {
        page.element(.tr) { page in
          page.element(.th) { groupName(&$0, result.group) }
          page.element(.td, text: words.word(result.verdict))
          page.element(.td) { page in
            guard let probability = result.probability else { return page.text(words.notKnown) }
            hundredths(&page, probability)
            page.text(words.certaintyAfter)
          }
          page.element(.td) { plainAmount(&$0, Double(result.exposedDays)) }
          page.element(.td) { page in
            guard let highest = result.highestPortions else { return page.text(words.notKnown) }
            plainAmount(&page, highest)
          }
        }
      }
    }
  }

  private func other(_ page: inout MarkupWriter, _ result: GroupResult) {
    page.element(.p, class: "other") { page in
      page.attribute(.id, anchor(result))
      page.element(.strong) { groupName(&$0, result.group) }
      page.text(": " + words.word(result.verdict) + ". ")
      // How likely it is stands in the table above.
      for reason in reasons(result, besides: "chance") {
        page.said(reason, limit: 400)
        page.text(" ")
      }
      if let effect = result.effect {
        page.text(words.factEffect + ": ")
        points(&page, effect)
        page.text(". ")
      }
      var count = 0
      var first: [String] = []
      for exposure in result.exposures {
        first += exposure.entries.prefix(max(0, 20 - count))
        count += exposure.entries.count
      }
      guard count > 0 else { return }
      page.text(words.safetyRows)
      rows(&page, first)
      page.text(count > 20 ? words.and + words.more(count - 20) + "." : ".")
    }
  }
}
