// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

extension ReportPage {
  /// One part for each group that the report is about.
  func groupSections(_ page: inout MarkupWriter) {
    section(&page, id: "groups", title: words.groupsTitle, class: "wide") { page in
      if focus.groups.isEmpty {
        page.element(.p, text: judged.isEmpty ? words.answerNoGroups : words.answerNotYet)
      }
      let isDrawn = focus.groups.contains { !$0.challenges.isEmpty }
      if isDrawn {
        page.element(.p, class: "small", text: words.challengesNote)
      }
      let drawn = focus.groups.map(DrawnChallenges.init)
      groupSymbols(&page, drawn)
      for (result, drawn) in zip(focus.groups, drawn) { group(&page, result, drawn) }
    }
  }

  /// What the charts of all groups share.
  private func groupSymbols(_ page: inout MarkupWriter, _ drawn: [DrawnChallenges]) {
    let band = results.outcome.baselineBand
    let ranges = drawn.filter { !$0.challenges.isEmpty }.map(\.days)
    let hasTests = !ranges.isEmpty
    let hasHours = focus.groups.contains { $0.verdict != .tolerated && !$0.timing.isEmpty }
    guard hasTests || hasHours else { return }
    page.symbols { page in
      if hasTests {
        ChallengeChart.symbol(&page, band: band, words: words)
        for (place, days) in ranges.enumerated() where !ranges[..<place].contains(days) {
          ChallengeChart.daySymbol(&page, days, words)
        }
        DoseChart.symbol(&page, band: band, words: words)
      }
      if hasHours { LagChart.symbol(&page, words: words) }
    }
  }

  private func group(
    _ page: inout MarkupWriter, _ result: GroupResult, _ drawn: DrawnChallenges
  ) {
    page.element(.article, class: "group " + result.verdict.rawValue) { page in
      page.attribute(.id, anchor(result))
      page.element(.header) { page in
        page.element(.h3) { page in
          page.attribute(.id, anchor(result) + "-title")
          groupName(&page, result.group)
        }
        page.element(.p) { verdictWord(&$0, result) }
      }
      body(&page, result, drawn)
    }
  }

  private func body(
    _ page: inout MarkupWriter, _ result: GroupResult, _ drawn: DrawnChallenges
  ) {
    page.element(
      .p,
      text: result.verdict == .tolerated && wasFollowed(result)
        ? words.toleratedThoughFollowed
        : words.meaning(
          result.verdict, isShown: isShown(result), isWithheld: !maySuggest(result.group)))
    if result.evidenceLevel == "disputed" { page.element(.p, text: words.disputed) }
    if !result.reasons.isEmpty {
      page.element(.ul, class: "reasons") { page in
        for reason in reasons(result) {
          page.element(.li) { $0.said(reason, limit: 400) }
        }
      }
    }
    if hasNextStep(result), maySuggest(result.group) {
      page.element(.p) { page in
        page.element(.strong, text: words.nextStep)
        page.said(nextStep(result), limit: 400)
      }
    }
    numbers(&page, result)
    numbersDiffer(&page, result)
    windows(&page, result)
    if doubtsSingle(result) { page.element(.p, class: "callout", text: words.placebo) }
    challenges(&page, result, drawn)
    if result.verdict == .tolerated {
      if !result.symptoms.isEmpty {
        details(&page, words.groupSymptomsTitle) { symptomTable(&$0, result) }
      }
    } else if !result.timing.isEmpty || !result.symptoms.isEmpty {
      page.element(.div, class: "pair") { page in
        timing(&page, result)
        groupSymptoms(&page, result)
      }
    }
    exposures(&page, result)
  }

  /// The sentences that speak for a verdict.
  func reasons(_ result: GroupResult, besides code: String? = nil) -> [String] {
    let codes = result.reasonCodes ?? []
    return result.reasons.enumerated().compactMap { place, sentence in
      let reason = place < codes.count ? codes[place] : nil
      return code != nil && reason?.code == code ? nil : words.reason(sentence, reason)
    }
  }

  /// Whether one challenge alone speaks for a rise: one that rose as far as matters, among all that
  /// could be compared; or, for a trigger, the only one that could be compared, if it rose at all.
  func isSinglePositive(_ result: GroupResult) -> Bool {
    let effects = result.challenges.compactMap(\.effect)
    if effects.count(where: { $0 >= Thresholds.relevantRise }) == 1 { return true }
    return result.verdict.isTrigger && effects.count == 1 && effects.allSatisfy { $0 > 0 }
  }

  // MARK: Timing and symptoms

  private func timing(_ page: inout MarkupWriter, _ result: GroupResult) {
    guard !result.timing.isEmpty else { return }
    page.element(.div) { page in
      fold(&page, .h4, words.timingTitle) { page in
        if let days = result.peakDays?.probabilities {
          timingTable(&page, days.enumerated().map { (Double($0), $1) }) { page, day in
            page.text(words.dayAfter(Int(day)))
          }
        } else {
          lag(&page, result)
          timingTable(&page, result.timing.map { ($0.meanHours, $0.probability) }) { page, hours in
            page.text(words.about)
            amount(&page, hours)
            page.text(words.hours)
          }
        }
      }
    }
  }

  /// A row for each time and its probability; the first cell says the time.
  private func timingTable(
    _ page: inout MarkupWriter, _ times: [(time: Double, probability: Double)],
    _ name: (inout MarkupWriter, Double) -> Void
  ) {
    page.element(.table, class: "bars") { page in
      page.element(.caption, text: words.timingNote)
      page.element(.tbody) { page in
        for timing in times {
          page.element(.tr) { page in
            page.element(.th) { name(&$0, timing.time) }
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
      page.mark(class: nil, box: "0 0 100 8", isStretched: true) { picture in
        picture.rectangle(class: "track", x: 0, y: 0, width: 100, height: 8)
        picture.rectangle(
          class: "fill", x: 0, y: 0, width: min(max(share, 0), 1) * 100, height: 8)
      }
    }
  }

  private func groupSymptoms(_ page: inout MarkupWriter, _ result: GroupResult) {
    guard !result.symptoms.isEmpty else { return }
    page.element(.div) { page in
      fold(&page, .h4, words.groupSymptomsTitle) { symptomTable(&$0, result) }
    }
  }

  private func symptomTable(_ page: inout MarkupWriter, _ result: GroupResult) {
    table(&page, caption: words.groupSymptomsNote, heads: words.groupSymptomsHeads) { page in
      for symptom in result.symptoms {
        page.element(.tr) { page in
          page.element(.th) { $0.userText(symptom.symptom, limit: 80) }
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
    let told = daysWithDoses(result)
    let shown = listed(result.exposures)
    let further = shown.filter { told[$0.date] != $0.portions }
    let file = RowFile(further.lazy.flatMap(\.entries))
    details(&page, words.sourceRows) { page in
      foods(&page, result.exposures)
      if !told.isEmpty { page.element(.p, class: "small", text: words.exposuresAbove) }
      if !further.isEmpty {
        table(
          &page,
          caption: told.isEmpty ? words.exposureTable : words.furtherExposures,
          heads: words.exposureHeads, file: file
        ) { page in
          for exposure in further { self.exposure(&page, exposure, file) }
        }
      }
      if shown.count < result.exposures.count {
        page.element(
          .p, class: "small", text: words.exposuresCut(shown.count, of: result.exposures.count))
      }
    }
  }

  /// The portions of the days that the table of doses lists already, with their rows.
  private func daysWithDoses(_ result: GroupResult) -> [CivilDate: Double] {
    guard result.dose?.unit == "portions", !result.challenges.isEmpty else { return [:] }
    return Dictionary(
      shownResponses(result).map { ($0.date, $0.dose) }, uniquingKeysWith: { $1 })
  }

  /// The days to list: all, or those of the highest amounts, in time.
  private func listed(_ exposures: [GroupResult.Exposure]) -> [GroupResult.Exposure] {
    guard exposures.count > Thresholds.listedExposures else { return exposures }
    func weight(_ exposure: GroupResult.Exposure) -> Double {
      exposure.certain ? exposure.portions : exposure.portions / 1000
    }
    let ranked = exposures.indices.sorted {
      (weight(exposures[$1]), $0) < (weight(exposures[$0]), $1)
    }
    return ranked.prefix(Thresholds.listedExposures).sorted().map { exposures[$0] }
  }

  private func exposure(
    _ page: inout MarkupWriter, _ exposure: GroupResult.Exposure, _ file: RowFile?
  ) {
    page.element(.tr) { page in
      rowHeading(&page, day(exposure.date))
      page.element(.td) { page in
        plainAmount(&page, exposure.portions)
        if !exposure.certain { page.text(words.possibly) }
      }
      page.element(.td) { rows(&$0, exposure.entries, in: file) }
    }
  }

  /// Each food once, with the days on which it stands among those listed: a diary names few foods often.
  private func foods(_ page: inout MarkupWriter, _ exposures: [GroupResult.Exposure]) {
    var eaten: [String: [CivilDate]] = [:]
    for exposure in exposures {
      for food in exposure.foods { eaten[food, default: []].append(exposure.date) }
    }
    guard let last = exposures.last?.date else { return }
    // In the order in which they were first eaten, those of a day by name.
    let names = eaten.sorted { ($0.value.first ?? last, $0.key) < ($1.value.first ?? last, $1.key) }
    table(&page, caption: words.foodTable, heads: words.foodHeads) { page in
      for (name, dates) in names.prefix(Thresholds.listedFoods) {
        page.element(.tr) { page in
          page.element(.th) { $0.userText(name, limit: 120) }
          page.element(.td) { page in
            for (place, day) in days(dates.prefix(Thresholds.listedFoodDays)).enumerated() {
              if place > 0 { page.raw(", ") }
              page.text(day)
            }
            let rest = dates.count - Thresholds.listedFoodDays
            if rest > 0 { page.text(words.and + words.more(rest)) }
          }
        }
      }
    }
    let rest = names.count - Thresholds.listedFoods
    if rest > 0 { page.element(.p, class: "small", text: words.more(rest).capitalizedFirst + ".") }
  }
}
