// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

extension ReportPage {
  /// The verdict strip: one row for each group that was tested in any way.
  func verdicts(_ page: inout MarkupWriter) {
    section(&page, id: "verdicts", title: words.verdictsTitle) { page in
      let held = Set(heldBack)
      names(
        &page, words.word(.tolerated).capitalizedFirst + ":",
        groups(.tolerated).map(\.group).filter { !held.contains($0) }.sorted(), class: "kept")
      guard !focus.groups.isEmpty else {
        page.element(.p, text: judged.isEmpty ? words.answerNoGroups : words.answerNotYet)
        eatenAlong(&page)
        return
      }
      inseparable(&page)
      page.element(
        .p, class: "note", text: words.verdictsIntro + (ownPoint.map { " " + $0 } ?? ""))
      page.symbols { ForestPlot.symbol(&$0, axis: effectAxis, words: words) }
      page.element(.table, class: "verdicts") { page in
        page.element(.thead) { page in
          page.element(.tr) { page in
            for head in columns { columnHeading(&page, head) }
          }
        }
        page.element(.tbody) { page in
          for (index, line) in lines.enumerated() { verdict(&page, line, index) }
        }
      }
      eatenAlong(&page)
    }
  }

  /// The groups that cannot be told apart, in a line each, above the verdicts that it limits.
  private func inseparable(_ page: inout MarkupWriter) {
    for set in results.notSeparable {
      page.element(.p, class: "callout") { page in
        page.element(.strong, text: words.inseparable(set.map(words.inner)))
      }
    }
  }

  /// The other groups in a line for each verdict.
  private func eatenAlong(_ page: inout MarkupWriter) {
    let held = Set(heldBack)
    for verdict in Verdict.allCases where verdict != .tolerated {
      eatenAlong(&page, words.eatenAlong(verdict)) {
        $0.verdict == verdict && !held.contains($0.group)
      }
    }
    eatenAlong(&page, words.eatenAlongHeldBack) { held.contains($0.group) }
  }

  private func eatenAlong(
    _ page: inout MarkupWriter, _ intro: String, where isShown: (GroupResult) -> Bool
  ) {
    let others = focus.others
    let groups = others.indices.filter { isShown(others[$0]) }.map { others[$0].group }
    names(&page, intro, groups, class: "small along")
  }

  private var columns: [String] {
    [
      words.columnGroup, words.columnVerdict, words.columnEffect, words.columnDose,
      words.columnRepeats, words.columnChance, words.columnOther,
    ]
  }

  private func verdict(_ page: inout MarkupWriter, _ line: ReportLine, _ index: Int) {
    let result = line.leading
    page.element(.tr, class: line.verdict.rawValue) { page in
      page.element(.th, class: "group") { page in
        for (place, member) in line.members.enumerated() {
          if place > 0 { page.text(words.or) }
          stripName(&page, member)
        }
      }
      cell(&page, words.columnVerdict) { page in
        verdictWord(&page, result)
        guard let grade = grade(of: result.group) else { return }
        page.element(.span, class: "small", text: words.grade(grade))
      }
      cell(&page, words.columnEffect, class: "effect") { effect(&$0, line, index) }
      let dose = dose(result)
      let hasDose = dose?.highestTolerated != nil || dose?.lowestProvoking != nil
      cell(&page, words.columnDose, class: hasDose ? nil : "none") { doses(&$0, result) }
      cell(&page, words.columnRepeats) { page in
        page.text(words.tests(result.challenges.count, compared: result.comparedTests))
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

  /// How good the data are on which a group's verdict rests.
  private func grade(of group: GroupID) -> DataQuality.Grade? {
    results.dataQuality?.groups.first { $0.group == group }?.grade
  }

  /// A group's name in the strip, with foods that hold it.
  private func stripName(_ page: inout MarkupWriter, _ result: GroupResult) {
    // As in the contents: one link while all is shown, one that stays in the dietitian's view.
    for (view, target) in [("whole", anchor(result)), ("clinic", anchor(result) + "-title")] {
      page.element(.a, class: view) { page in
        page.attribute(.href, "#" + target)
        groupName(&page, result.group, isNarrow: true)
      }
    }
    if let examples = words.examples(result.group) {
      page.element(.span, class: "small", text: examples)
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
    let joint = results.joint(result.group)
    guard let probability = joint?.probability ?? result.probability else { return }
    page.element(.span, class: "small") { page in
      page.text(
        joint.map { words.jointBefore($0.groups.map(words.inner)) } ?? words.certaintyBefore)
      hundredths(&page, probability)
      page.text(words.certaintyAfter)
    }
  }

  private func effect(_ page: inout MarkupWriter, _ line: ReportLine, _ index: Int) {
    guard let effect = line.effect else {
      page.text(words.noEffect)
      return
    }
    ForestPlot(
      id: "effect-\(index + 1)", effect: effect, axis: effectAxis,
      title: words.effectTitle(words.either(line.groups)),
      description: words.forestDescription(words.either(line.groups), effect)
    ).write(&page)
    page.element(.span, class: "small") { points(&$0, effect) }
  }

  /// `1.9 points higher (0.6 to 3.1)`; `less than 0.1 points` where all of that would be written as 0.
  func points(_ page: inout MarkupWriter, _ interval: GroupResult.Interval) {
    if interval.isNothing {
      page.text(words.lessThan)
      page.element(.data, class: "rough") { page in
        page.attribute(.value) { $0.shortest(interval.mean) }
        page.text(words.number(GroupResult.Interval.least))
      }
      return page.text(words.neither)
    }
    data(&page, interval.mean, magnitude: true)
    page.text(words.direction(interval.mean))
    page.text(" (")
    data(&page, interval.low, decimals: 1)
    page.text(words.between)
    data(&page, interval.high, decimals: 1)
    page.text(")")
  }

  /// The highest tolerated and the lowest provoking dose.
  func doses(_ page: inout MarkupWriter, _ result: GroupResult) {
    guard let dose = dose(result), dose.highestTolerated != nil || dose.lowestProvoking != nil
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
      let name = words.unit(unit, value)
      if unit == "portions" {
        page.text(name)
      } else {
        page.element(.bdi, class: "said", text: name)
      }
    }
  }

  /// How often windows without a challenge looked as bad.
  func chance(_ page: inout MarkupWriter, _ result: GroupResult) {
    guard let rate = result.falseAlarmRate, let windows = result.falseAlarmWindows, windows > 0
    else {
      page.text(words.notKnown)
      return
    }
    let (before, between, after) = words.chanceSentence(windows: windows)
    page.text(before)
    amount(&page, Double(windows))
    page.text(between)
    share(&page, rate, (rate * Double(windows)).rounded())
    page.text(after)
  }

  /// The other factors of challenges, those of most challenges first.
  private func commonConfounders(_ challenges: [GroupResult.Challenge]) -> [String] {
    var counts: [String: Int] = [:]
    for challenge in challenges {
      for name in Set(challenge.confounders.map(words.confounder)) { counts[name, default: 0] += 1 }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  private func otherFactors(_ page: inout MarkupWriter, _ result: GroupResult) {
    guard !result.challenges.isEmpty else {
      page.text(words.notKnown)
      return
    }
    let confounded = result.challenges.filter { !$0.confounders.isEmpty }
    page.text(words.otherFactors(confounded.count, of: result.challenges.count))
    guard !confounded.isEmpty else { return }
    page.element(
      .span, class: "small", text: words.few(commonConfounders(confounded), limit: 2))
  }
}

extension GroupResult.Interval {
  /// The least number of points that is written.
  static let least = 0.1

  /// Whether mean and range would all be written as 0.0, which looks more precise than it is.
  var isNothing: Bool { [mean, low, high].allSatisfy { $0.magnitude < Self.least / 2 } }
}
