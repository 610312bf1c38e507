// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

extension ReportPage {
  /// The challenges of a group: small multiples on day 0, and the table behind them.
  func challenges(_ page: inout MarkupWriter, _ result: GroupResult) {
    guard !result.challenges.isEmpty else { return }
    yardstick(&page, result)
    page.element(.h4, text: words.challengesTitle(result.challenges.count))
    page.element(.p, class: "small challenges-note", text: words.challengesNote)
    page.element(.div, class: "multiples") { page in
      for drawn in result.drawnChallenges { figure(&page, result, drawn.challenge, drawn.index) }
    }
    let rest = result.challenges.count - result.drawnChallenges.count
    if rest > 0 { page.element(.p, class: "small", text: words.challengesCut(rest)) }
    withoutConfounded(&page, result)
    doseResponse(&page, result)
    details(&page, words.showTable) { page in
      challengeTable(&page, result)
      effectTable(&page, result)
      ledgerTable(&page, result)
      doseTable(&page, result)
      valueTable(&page, result)
    }
  }

  /// The days that all challenges of a group show, at most six weeks.
  private func days(_ result: GroupResult) -> ClosedRange<Int> {
    let known = result.drawnChallenges.map(\.challenge).flatMap {
      $0.values.map(\.day) + $0.doses.map(\.day)
    }
    let low = max(min(known.min() ?? -2, -2), -14)
    return low...min(max(known.max() ?? 3, 3), 42)
  }

  private func figure(
    _ page: inout MarkupWriter, _ result: GroupResult, _ challenge: GroupResult.Challenge,
    _ index: Int
  ) {
    page.element(.figure) { page in
      ChallengeChart(
        id: anchor(result) + "-test-\(index + 1)",
        title: words.challengeName(result.group, index + 1),
        description: words.challengeDescription(challenge), challenge: challenge,
        band: results.outcome.baselineBand, days: days(result),
        highestDose: result.challenges.flatMap(\.doses).map(\.value).max() ?? 0, words: words
      ).write(&page)
      page.element(.figcaption) { page in
        page.element(.strong, class: "line", text: words.period(challenge.start, challenge.end))
        if let effect = challenge.effect {
          data(&page, effect, magnitude: true)
          page.text(words.direction(effect))
          page.text(words.comparedBefore)
          amount(&page, Double(challenge.baselineDays))
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
    table(&page, caption: words.challengeTable, heads: words.challengeHeads) { page in
      for challenge in result.challenges.prefix(Thresholds.listedChallenges) {
        page.element(.tr) { page in
          heading(&page, words.period(challenge.start, challenge.end), scope: "row")
          page.element(.td, text: words.source(challenge.source))
          number(&page, challenge.effect)
          number(&page, challenge.effectWithoutConfounded)
          number(&page, challenge.baselineMean)
          page.element(.td) { amount(&$0, Double(challenge.baselineDays)) }
          nap(&page, challenge)
          page.element(.td) { page in
            guard let share = challenge.pValue else { return page.text(words.notKnown) }
            hundredths(&page, share)
            page.text(words.certaintyAfter)
            guard let windows = challenge.pValueWindows else { return }
            page.text(words.windowsBefore)
            amount(&page, Double(windows))
            page.text(words.windowsAfter(challenge.pValueKind))
          }
          page.element(.td) { rows(&$0, challenge.entries) }
        }
      }
    }
  }

  private func number(_ page: inout MarkupWriter, _ value: Double?) {
    page.element(.td) { page in
      guard let value else { return page.text(words.notKnown) }
      data(&page, value)
    }
  }

  private func nap(_ page: inout MarkupWriter, _ challenge: GroupResult.Challenge) {
    page.element(.td) { page in
      guard let nap = challenge.nap else { return page.text(words.notKnown) }
      data(&page, nap, decimals: 2)
      guard let interval = challenge.napInterval, let low = interval.first,
        let high = interval.last
      else { return }
      page.text(" (")
      data(&page, low, decimals: 2)
      page.text(words.between)
      data(&page, high, decimals: 2)
      page.text(")")
    }
  }

  /// The values behind the small multiples: a row for each challenge, a column for each day.
  private func valueTable(_ page: inout MarkupWriter, _ result: GroupResult) {
    let days = days(result)
    let heads = [words.valueTableHead] + days.map { words.number(Double($0), decimals: 0) }
    table(&page, caption: words.valueTable, heads: heads, class: "values") { page in
      for challenge in result.drawnChallenges.map(\.challenge) {
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
      heading(&page, name, scope: "row")
      for day in days {
        page.element(.td) { page in
          guard let value = values.first(where: { $0.day == day }) else {
            return page.text(words.notKnown)
          }
          amount(&page, value.value)
        }
      }
    }
  }
}
