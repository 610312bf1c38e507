// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

extension ReportPage {
  /// The challenges of a group: small multiples on day 0, and the table behind them.
  func challenges(
    _ page: inout MarkupWriter, _ result: GroupResult, _ drawn: DrawnChallenges
  ) {
    guard !result.challenges.isEmpty else { return }
    yardstick(&page, result)
    let title = words.challengesTitle(result.challenges.count)
    if result.verdict.isTrigger {
      page.element(.h4, text: title)
      pictures(&page, result, drawn)
      withoutConfounded(&page, result)
      doseResponse(&page, result)
      tables(&page, result, drawn)
    } else {
      let isOpen = speaksAgainst(result)
      fold(&page, .h4, title) { page in
        pictures(&page, result, drawn)
        if !isOpen { withoutConfounded(&page, result) }
        doseResponse(&page, result)
        tables(&page, result, drawn)
      }
      if isOpen { withoutConfounded(&page, result) }
    }
  }

  /// The numbers behind the pictures of the tests.
  private func tables(
    _ page: inout MarkupWriter, _ result: GroupResult, _ drawn: DrawnChallenges
  ) {
    details(&page, words.showTable) { page in
      challengeTable(&page, result)
      effectTable(&page, result)
      ledgerTable(&page, result)
      doseTable(&page, result)
      valueTable(&page, drawn)
    }
  }

  /// Whether the comparison without confounded days speaks against the verdict of a group that is no
  /// trigger: the rise is larger without them, or the verdict another.
  private func speaksAgainst(_ result: GroupResult) -> Bool {
    guard let comparison = result.verdictWithoutConfounded else { return false }
    return comparison.reading == .stronger || comparison.verdictDiffering(from: result) != nil
  }

  /// The challenges drawn.
  private func pictures(
    _ page: inout MarkupWriter, _ result: GroupResult, _ drawn: DrawnChallenges
  ) {
    page.element(.div, class: "multiples") { page in
      for (index, challenge) in drawn.challenges { figure(&page, result, drawn, challenge, index) }
    }
    let rest = result.challenges.count - drawn.challenges.count
    if rest > 0 { page.element(.p, class: "small", text: words.challengesCut(rest)) }
  }

  private func figure(
    _ page: inout MarkupWriter, _ result: GroupResult, _ drawn: DrawnChallenges,
    _ challenge: GroupResult.Challenge, _ index: Int
  ) {
    page.element(.figure) { page in
      ChallengeChart(
        id: anchor(result) + "-\(index + 1)",
        title: words.challengeName(result.group, index + 1),
        description: words.challengeDescription(challenge), challenge: challenge,
        band: results.outcome.baselineBand, days: drawn.days,
        highestDose: drawn.highestDose, words: words
      ).write(&page)
      page.element(.figcaption) { page in
        page.element(.strong, class: "line", text: words.period(challenge.start, challenge.end))
        if let effect = challenge.effect {
          data(&page, effect, magnitude: true)
          page.text(words.direction(effect, neither: words.moreOrLess))
          page.text(words.comparedBefore)
          plainAmount(&page, Double(challenge.baselineDays))
          page.text(words.comparedAfter(challenge.baselineDays))
        } else {
          page.text(words.noComparison)
        }
        exclusions(&page, challenge)
      }
    }
  }

  private func exclusions(_ page: inout MarkupWriter, _ challenge: GroupResult.Challenge) {
    if !challenge.confounders.isEmpty {
      page.element(.span, class: "line") { page in
        page.text(words.alsoThen)
        page.element(
          .bdi, class: "said", text: words.list(challenge.confounders.map(words.confounder)))
        guard let without = challenge.effectWithoutConfounded else { return }
        page.text(words.withoutThoseDays)
        data(&page, without, magnitude: true)
        page.text(words.direction(without))
      }
    }
    for excluded in challenge.excludedDays {
      page.element(.span, class: "line") { page in
        page.text(words.leftOut(excluded.date))
        page.said(words.exclusion(excluded.reason))
      }
    }
  }

  private func challengeTable(_ page: inout MarkupWriter, _ result: GroupResult) {
    let listed = result.challenges.prefix(Thresholds.listedChallenges)
    let file = RowFile(listed.lazy.flatMap(\.entries))
    table(&page, caption: words.challengeTable, heads: words.challengeHeads, file: file) { page in
      for challenge in listed {
        page.element(.tr) { page in
          rowHeading(&page, period(challenge.start, challenge.end))
          page.element(.td, text: words.source(challenge.source))
          number(&page, challenge.effect)
          number(&page, challenge.effectWithoutConfounded)
          number(&page, challenge.baselineMean)
          page.element(.td) { plainAmount(&$0, Double(challenge.baselineDays)) }
          nap(&page, challenge)
          page.element(.td) { page in
            guard let share = challenge.pValue else { return page.text(words.notKnown) }
            hundredths(&page, share)
            page.text(words.certaintyAfter)
            guard let windows = challenge.pValueWindows else { return }
            page.text(words.windowsBefore)
            plainAmount(&page, Double(windows))
            page.text(words.windowsAfter(challenge.pValueKind, windows))
          }
          page.element(.td) { rows(&$0, challenge.entries, in: file) }
        }
      }
    }
  }

  private func number(_ page: inout MarkupWriter, _ value: Double?) {
    page.element(.td) { page in
      guard let value else { return page.text(words.notKnown) }
      plain(&page, value)
    }
  }

  private func nap(_ page: inout MarkupWriter, _ challenge: GroupResult.Challenge) {
    page.element(.td) { page in
      guard let nap = challenge.nap else { return page.text(words.notKnown) }
      plain(&page, nap, decimals: 2)
      guard let interval = challenge.napInterval, let low = interval.first,
        let high = interval.last
      else { return }
      page.text(" (")
      plain(&page, low, decimals: 2)
      page.text(words.between)
      plain(&page, high, decimals: 2)
      page.text(")")
    }
  }

  /// The values behind the small multiples: a row for each challenge, a column for each day.
  private func valueTable(_ page: inout MarkupWriter, _ drawn: DrawnChallenges) {
    let days = drawn.days
    let heads = [words.valueTableHead] + days.map { words.number(Double($0), decimals: 0) }
    table(&page, caption: words.valueTable, heads: heads, class: "values") { page in
      for (_, challenge) in drawn.challenges {
        aligned(&page, words.valueRow(challenge.start), challenge.values, days)
        aligned(&page, words.doseRow(challenge.start), challenge.doses, days)
      }
    }
  }

  private func aligned(
    _ page: inout MarkupWriter, _ name: String, _ values: [GroupResult.AlignedValue],
    _ days: ClosedRange<Int>
  ) {
    page.element(.tr) { page in
      rowHeading(&page, name)
      for day in days {
        page.element(.td) { page in
          guard let value = values.first(where: { $0.day == day }) else {
            return page.text(words.notKnown)
          }
          plainAmount(&page, value.value)
        }
      }
    }
  }
}

/// The challenges of a group that are drawn, and what their pictures share.
struct DrawnChallenges: Sendable {
  /// The challenges in time, and the place of each among all of the group.
  let challenges: [(index: Int, challenge: GroupResult.Challenge)]
  /// The days that all of them show, at most six weeks.
  let days: ClosedRange<Int>
  /// The highest dose of the group's challenges.
  let highestDose: Double

  init(_ result: GroupResult) {
    challenges = result.drawnChallenges
    var (first, last) = (-2, 3)
    for (_, challenge) in challenges {
      for value in challenge.values {
        (first, last) = (min(first, value.day), max(last, value.day))
      }
      for dose in challenge.doses { (first, last) = (min(first, dose.day), max(last, dose.day)) }
    }
    days = max(first, -14)...min(last, 42)
    highestDose = result.challenges.lazy.flatMap(\.doses).map(\.value).max() ?? 0
  }
}
