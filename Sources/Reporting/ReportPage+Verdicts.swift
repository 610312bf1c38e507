// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

extension ReportPage {
  /// The verdict strip: one row for each group that was tested in any way.
  func verdicts(_ page: inout MarkupWriter) {
    section(&page, id: "verdicts", title: words.verdictsTitle) { page in
      guard !judged.isEmpty else {
        page.element(.p, text: words.answerNoGroups)
        return
      }
      page.element(.p, class: "note", text: words.verdictsIntro)
      page.element(.table, class: "verdicts") { page in
        page.element(.thead) { page in
          page.element(.tr) { page in
            for head in columns { heading(&page, head, scope: "col") }
          }
        }
        page.element(.tbody) { page in
          for (index, result) in judged.enumerated() { verdict(&page, result, index) }
        }
      }
    }
  }

  private var columns: [String] {
    [
      words.columnGroup, words.columnVerdict, words.columnEffect, words.columnDose,
      words.columnRepeats, words.columnChance, words.columnOther,
    ]
  }

  private func verdict(_ page: inout MarkupWriter, _ result: GroupResult, _ index: Int) {
    page.element(.tr, class: result.verdict.rawValue) { page in
      page.element(.th, class: "group") { page in
        page.attribute(.scope, "row")
        page.element(.a) { page in
          page.attribute(.href, "#" + anchor(result))
          groupName(&page, result.group)
        }
        if let examples = words.examples(result.group) {
          page.element(.span, class: "small", text: examples)
        }
      }
      cell(&page, words.columnVerdict) { verdictWord(&$0, result) }
      cell(&page, words.columnEffect, class: "effect") { effect(&$0, result, index) }
      let hasDose = result.dose?.highestTolerated != nil || result.dose?.lowestProvoking != nil
      cell(&page, words.columnDose, class: hasDose ? nil : "none") { doses(&$0, result) }
      cell(&page, words.columnRepeats) { page in
        page.text(words.tests(result.challenges.count))
        page.element(.span, class: "small") { page in
          page.text(words.daysEaten.0)
          amount(&page, Double(result.exposedDays))
          page.text(result.exposedDays == 1 ? words.daysEaten.1 : words.daysEaten.2)
        }
      }
      let hasWindows = result.falseAlarmRate != nil && (result.falseAlarmWindows ?? 0) > 0
      cell(&page, words.columnChance, class: hasWindows ? nil : "none") { chance(&$0, result) }
      cell(&page, words.columnOther, class: result.challenges.isEmpty ? "none" : nil) {
        otherFactors(&$0, result)
      }
    }
  }

  private func cell(
    _ page: inout MarkupWriter, _ label: String, class name: String? = nil,
    _ content: (inout MarkupWriter) -> Void
  ) {
    page.element(.td, class: name) { page in
      page.attribute(.dataLabel, label)
      page.element(.div, content)
    }
  }

  /// The verdict as symbol and word, and how certain a rise is.
  func verdictWord(_ page: inout MarkupWriter, _ result: GroupResult) {
    page.element(.strong, class: "word " + result.verdict.rawValue) { page in
      icon(&page, result.verdict.rawValue)
      page.text(words.word(result.verdict).capitalizedFirst)
    }
    guard let probability = result.probability else { return }
    page.element(.span, class: "small") { page in
      page.text(words.certaintyBefore)
      hundredths(&page, probability)
      page.text(words.certaintyAfter)
    }
  }

  private func effect(_ page: inout MarkupWriter, _ result: GroupResult, _ index: Int) {
    guard let effect = result.effect else {
      page.text(words.noEffect)
      return
    }
    ForestPlot(
      id: "effect-\(index + 1)", effect: effect, axis: effectAxis,
      title: words.effectTitle(result.group),
      description: words.forestDescription(result.group, effect)
    ).write(&page)
    page.element(.span, class: "small") { points(&$0, effect) }
  }

  /// `1.9 points higher (0.6 to 3.1)`.
  func points(_ page: inout MarkupWriter, _ interval: GroupResult.Interval) {
    data(&page, interval.mean, magnitude: true)
    page.text(words.direction(interval.mean))
    page.text(" (")
    data(&page, interval.low)
    page.text(words.between)
    data(&page, interval.high)
    page.text(")")
  }

  /// The highest tolerated and the lowest provoking dose.
  func doses(_ page: inout MarkupWriter, _ result: GroupResult) {
    guard let dose = result.dose, dose.highestTolerated != nil || dose.lowestProvoking != nil
    else {
      page.text(words.notKnown)
      return
    }
    if let highest = dose.highestTolerated {
      doseLine(&page, words.noRiseUpTo, highest, dose.unit)
    }
    if let lowest = dose.lowestProvoking {
      doseLine(&page, words.riseFrom, lowest, dose.unit)
    }
    if let highest = dose.highestTolerated, let lowest = dose.lowestProvoking, lowest <= highest {
      page.element(.span, class: "small", text: words.dosesDisagree)
    }
  }

  private func doseLine(
    _ page: inout MarkupWriter, _ before: String, _ value: Double, _ unit: String
  ) {
    page.element(.span, class: "line") { page in
      page.text(before)
      amount(&page, value)
      page.text(" ")
      page.element(.bdi, text: words.unit(unit, value))
    }
  }

  /// How often windows without a challenge looked as bad.
  func chance(_ page: inout MarkupWriter, _ result: GroupResult) {
    guard let rate = result.falseAlarmRate, let windows = result.falseAlarmWindows, windows > 0
    else {
      page.text(words.notKnown)
      return
    }
    let (before, between, after) = words.chanceSentence
    page.text(before)
    amount(&page, Double(windows))
    page.text(between)
    page.element(.data) { page in
      page.attribute(.value, "\(rate)")
      page.text(words.amount((rate * Double(windows)).rounded()))
    }
    page.text(after)
  }

  private func otherFactors(_ page: inout MarkupWriter, _ result: GroupResult) {
    guard !result.challenges.isEmpty else {
      page.text(words.notKnown)
      return
    }
    let confounded = result.challenges.filter { !$0.confounders.isEmpty }
    page.text(words.otherFactors(confounded.count, of: result.challenges.count))
    guard !confounded.isEmpty else { return }
    let names = Set(confounded.flatMap(\.confounders)).map(words.confounder).sorted()
    page.element(.span, class: "small", text: words.list(names))
  }

  // MARK: What could not be told

  /// The groups without an answer, and what would give one.
  func open(_ page: inout MarkupWriter) {
    section(&page, id: "open", title: words.openTitle) { page in
      let unanswered = groups(.notClear) + groups(.cannotBeJudged) + groups(.notTested)
      if unanswered.isEmpty, results.notSeparable.isEmpty {
        page.element(.p, text: judged.isEmpty ? words.openNothingTested : words.openNone)
      }
      for set in results.notSeparable { inseparable(&page, set) }
      names(&page, words.notClearIntro, groups(.notClear))
      names(&page, words.cannotIntro, groups(.cannotBeJudged))
      names(&page, words.notTestedIntro, groups(.notTested))
    }
  }

  private func inseparable(_ page: inout MarkupWriter, _ set: [GroupID]) {
    page.element(.div, class: "callout") { page in
      page.element(.p) { page in
        page.element(.strong, text: words.inseparable(set.map(words.inner)))
      }
      let separation = results.separations.first { $0.groups == set }
      guard let separation else { return }
      page.element(.p) { page in
        guard maySuggest(separation.testGroup) else {
          page.text(words.separationWithheld)
          return
        }
        let (before, after) = words.separatingTest(group: words.inner(separation.testGroup))
        page.text(before)
        page.element(.strong) { $0.userText(separation.testFood) }
        page.text(after)
      }
      page.element(.p, class: "small") { page in
        page.text(words.similarity.0)
        hundredths(&page, separation.similarity)
        page.text(words.similarity.1)
      }
    }
  }

  private func names(_ page: inout MarkupWriter, _ intro: String, _ list: [GroupResult]) {
    guard !list.isEmpty else { return }
    page.element(.p) { page in
      page.element(.strong, text: intro)
      page.text(" ")
      groupNames(&page, list)
    }
  }

  /// The names of groups, and a full stop.
  func groupNames(_ page: inout MarkupWriter, _ list: [GroupResult]) {
    for (index, result) in list.enumerated() {
      if index > 0 { page.text(", ") }
      groupName(&page, result.group)
    }
    page.text(".")
  }
}
