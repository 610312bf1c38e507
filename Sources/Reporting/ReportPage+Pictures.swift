// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

/// Pictures beside words and tables that say the same.
extension ReportPage {
  // MARK: Certainty

  /// The chance that a group is a trigger, as a count of 100 people.
  ///
  /// It has no picture: one beside that of the stretches would have the same signs mean two things.
  func ofHundred(_ page: inout MarkupWriter, _ line: ReportLine) {
    guard let probability = line.probability else { return }
    let caption =
      line.separation.map { words.hundredJoint($0.groups.map(words.inner)) } ?? words.hundredCaption
    page.element(.p, class: "chance") { page in
      page.text(caption.0)
      hundredths(&page, probability)
      page.text(caption.1)
    }
  }

  /// How often stretches without a test were as bad as the tests of a trigger; `nil` where no symptoms
  /// followed these, so that "as bad" would say nothing.
  func windowCount(_ result: GroupResult) -> WindowCount? {
    result.verdict.isTrigger && isShown(result) ? WindowCount(result) : nil
  }

  /// The same for the patient; not of a group that must not be tested again, of which nothing is argued
  /// away.
  func toldWindows(_ line: ReportLine) -> WindowCount? {
    line.groups.allSatisfy(maySuggest) ? windowCount(line.leading) : nil
  }

  /// The stretches in the patient's part: of groups that cannot be told apart those of the likeliest.
  func windows(_ page: inout MarkupWriter, _ line: ReportLine) {
    guard let count = toldWindows(line) else { return }
    let name = words.either(line.groups)
    windows(
      &page, count, line.leading, name, id: anchor(line.leading) + "-seen",
      title: words.windowsTitle(name))
  }

  /// The stretches in a group's own part.
  func windows(_ page: inout MarkupWriter, _ result: GroupResult) {
    guard let count = windowCount(result) else { return }
    let name = words.inner(result.group)
    windows(
      &page, count, result, name, id: anchor(result) + "-windows",
      title: words.windowsDetailTitle(name), note: words.windowsDetailNote)
  }

  private func windows(
    _ page: inout MarkupWriter, _ count: WindowCount, _ result: GroupResult, _ name: String,
    id: String, title: String, note: String? = nil
  ) {
    page.element(.figure, class: "of-hundred " + result.verdict.rawValue) { page in
      WindowChart(
        id: id, title: title,
        description: words.windowsDescription(squares: count.squares, of: count.signs), count: count
      ).write(&page)
      page.element(.figcaption) { page in
        page.element(.p) { windowSentence(&$0, count, result, name) }
        if let note { page.element(.p, class: "small", text: note) }
      }
    }
  }

  private func windowSentence(
    _ page: inout MarkupWriter, _ count: WindowCount, _ result: GroupResult, _ name: String
  ) {
    let isRead =
      !result.challenges.isEmpty && result.challenges.allSatisfy { $0.source == "inferred" }
    guard count.isOfHundred else {
      let (before, between, after) = words.windowsCounted(
        name, worse: count.worse, of: count.windows, isRead: isRead)
      page.text(before)
      amount(&page, Double(count.windows))
      page.text(between)
      guard let after else { return }
      share(&page, count.rate, Double(count.worse))
      return page.text(after)
    }
    let texts = words.windowsOfHundred(name, isRead: isRead)
    page.text(texts.0)
    share(&page, count.rate, Double(count.squares))
    page.text(texts.1)
    share(&page, count.rate, Double(count.worse))
    page.text(texts.2)
    amount(&page, Double(count.windows))
    page.text(texts.3)
  }

  /// A share of the results, said as a count.
  func share(_ page: inout MarkupWriter, _ rate: Double, _ count: Double) {
    page.element(.data) { page in
      page.attribute(.value) { $0.shortest(rate, keepsPoint: true) }
      page.text(words.amount(count))
    }
  }

  // MARK: Hours after eating

  /// The rise hour by hour, drawn above the table of response times.
  func lag(_ page: inout MarkupWriter, _ result: GroupResult) {
    guard let rise = (result.effectIfAny ?? result.effect)?.mean, rise > 0,
      result.timing.contains(where: { $0.probability > 0 })
    else { return }
    page.element(.figure, class: "small-chart") { page in
      LagChart(
        id: anchor(result) + "-lag", title: words.lagTitle(result.group),
        description: words.lagDescription(result.peakHours, result.worstHours),
        timing: result.timing, rise: rise,
        peak: result.peakHours, worst: result.worstHours, words: words
      ).write(&page)
      page.element(.figcaption) { page in
        page.text(words.lagCaption.0)
        amount(&page, Double(result.exposedDays))
        page.text(result.exposedDays == 1 ? words.lagCaption.1 : words.lagCaption.2)
      }
    }
  }

  // MARK: Doses

  /// The days with a dose and a response: all, or those of the highest doses, in time.
  func shownResponses(_ result: GroupResult) -> [GroupResult.DoseResponse] {
    let all = result.doseResponses
    let ranked = all.indices.sorted { (all[$1].dose, $0) < (all[$0].dose, $1) }
    return ranked.prefix(Thresholds.listedExposures).sorted().map { all[$0] }
  }

  /// Doses against what followed, where at least two doses can be compared.
  func doseResponse(_ page: inout MarkupWriter, _ result: GroupResult) {
    let shown = shownResponses(result)
    guard let dose = dose(result),
      let chart = DoseChart(
        id: anchor(result) + "-doses", title: words.doseTitle(result.group),
        description: words.doseDescription(
          above: shown.count(where: \.isAbove), within: shown.count { !$0.isAbove }),
        responses: shown, dose: dose, words: words)
    else { return }
    page.element(.h4, text: words.doseTitle(result.group))
    page.element(.figure, class: "small-chart") { page in
      chart.write(&page)
      page.element(.figcaption) { page in
        page.said(
          words.doseCaption(
            words.doseUnit(dose.unit), days: chart.responses.count, isScaled: chart.isLogarithmic),
          limit: 400)
      }
    }
  }

  // MARK: Calendar

  /// The outcome of each day of at most the last two years, on a calendar.
  func calendar(_ page: inout MarkupWriter) {
    let days = Array(results.timeline.days.suffix(Thresholds.calendarDays))
    guard let first = days.first?.date, let last = days.last?.date,
      days.contains(where: { $0.outcome != nil })
    else { return }
    let likely = groups(.likelyTrigger).prefix(3)
    page.element(.h3, text: words.calendarTitle)
    page.element(.figure) { page in
      page.element(.div, class: "scroll") { page in
        page.attribute(.role, "group")
        page.attribute(.tabindex, "0")
        page.attribute(.ariaLabel, words.calendarTitle)
        CalendarChart(
          id: "calendar", title: words.calendarName(first, last),
          description: words.calendarDescription(
            values: days.count { $0.outcome != nil }, of: days.count),
          days: days,
          eaten: likely.map { result in
            Set(result.exposures.filter(\.certain).map(\.date.dayNumber))
          }, words: words
        ).write(&page)
      }
      page.element(.figcaption) { page in
        calendarLegend(&page, likely.map(\.group))
        let isCut = days.count < results.timeline.days.count
        if isCut { page.element(.p, class: "small", text: words.calendarCut) }
      }
    }
  }

  private func calendarLegend(_ page: inout MarkupWriter, _ groups: [GroupID]) {
    page.element(.ul, class: "legend") { page in
      page.element(.li) { page in
        page.text(words.calendarScale)
        for value in [0.0, 3, 5, 7, 10] {
          page.mark(class: "swatch cell", box: "0 0 20 20") { picture in
            let side = CalendarChart.side(value)
            picture.rectangle(
              class: "heat heat-\(CalendarChart.shade(value))", x: 10 - side / 2, y: 10 - side / 2,
              width: side, height: side)
          }
          page.text(words.number(value, decimals: 0))
        }
      }
      page.element(.li) { page in
        page.mark(class: "swatch cell", box: "0 0 20 20") { picture in
          picture.rectangle(class: "missing", x: 0, y: 0, width: 20, height: 20)
        }
        page.text(words.calendarMissing)
      }
      for (side, group) in groups.enumerated() {
        page.element(.li) { page in
          page.mark(class: "swatch cell", box: "0 0 20 20") { picture in
            picture.rectangle(class: "day", x: 0.5, y: 0.5, width: 19, height: 19)
            CalendarChart.mark(&picture, (0, 0), side)
          }
          groupName(&page, group)
          page.text(words.calendarEaten)
        }
      }
    }
  }
}
