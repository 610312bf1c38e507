// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

extension ReportPage {
  /// What a second test would do to the chance, beside a single positive one.
  func yardstick(_ page: inout MarkupWriter, _ result: GroupResult) {
    guard doubtsSingle(result), let positive = result.probabilityAfterPositive,
      let negative = result.probabilityAfterNegative
    else { return }
    page.element(.p, class: "small yardstick") { page in
      page.text(words.yardstick.0)
      hundredths(&page, positive)
      page.text(words.yardstick.1)
      hundredths(&page, negative)
      page.text(words.yardstick.2)
    }
  }

  /// The challenges with all their days, and without those on which something else stood.
  func withoutConfounded(_ page: inout MarkupWriter, _ result: GroupResult) {
    guard let comparison = result.verdictWithoutConfounded else { return }
    table(&page, caption: words.withoutTable, heads: words.withoutHeads, class: "stacked") { page in
      row(
        &page, words.allDays, comparison.challenges, comparison.effect, comparison.nap,
        result.probability, result.verdict
      ) { plainAmount(&$0, Double(comparison.days)) }
      row(
        &page, words.daysWithout, comparison.challengesLeft, comparison.effectWithout,
        comparison.napWithout, comparison.probabilityWithout, comparison.verdictWithout
      ) { page in
        plainAmount(&page, Double(comparison.days))
        page.text(" − ")
        plainAmount(&page, Double(comparison.confoundedDays))
        page.text(" = \(comparison.days - comparison.confoundedDays)")
      }
    }
    page.element(.p, class: "small", text: words.reading(comparison.reading))
    if comparison.probabilityWithout != nil, let values = comparison.valuesLeftOut {
      page.element(.p, class: "small", text: words.chanceWithout(values: values))
    }
    if let isSmaller = Self.fallsAgainstChance(result, comparison) {
      page.element(
        .p, class: "small", text: words.differenceAgainstChance(isSmaller: isSmaller))
    }
    if let verdict = comparison.verdictDiffering(from: result) {
      page.element(.p, class: "small", text: words.verdictWithout(verdict))
    }
  }

  /// Whether the difference is smaller without confounded days while the chance is higher, or the
  /// other way round, as both are written; `nil` where they go together.
  private static func fallsAgainstChance(
    _ result: GroupResult, _ comparison: GroupResult.ConfoundedComparison
  ) -> Bool? {
    guard let effect = comparison.effect, let effectWithout = comparison.effectWithout,
      let chance = result.probability, let chanceWithout = comparison.probabilityWithout
    else { return nil }
    let rise = effectWithout.asWritten - effect.asWritten
    let gain = (chanceWithout * 100).rounded() - (chance * 100).rounded()
    return rise * gain < 0 ? rise < 0 : nil
  }

  private func row(
    _ page: inout MarkupWriter, _ name: String, _ challenges: Int, _ effect: Double?,
    _ nap: Double?, _ probability: Double?, _ verdict: Verdict?,
    _ days: (inout MarkupWriter) -> Void
  ) {
    page.element(.tr) { page in
      rowHeading(&page, name)
      let heads = words.withoutHeads
      labelled(&page, heads, 1) { plainAmount(&$0, Double(challenges)) }
      labelled(&page, heads, 2, days)
      labelled(&page, heads, 3) { value(&$0, effect) }
      labelled(&page, heads, 4) { value(&$0, nap, decimals: 2) }
      labelled(&page, heads, 5) { page in
        guard let probability else { return page.text(words.notKnown) }
        hundredths(&page, probability)
      }
      labelled(&page, heads, 6) { $0.text(verdict.map(words.word) ?? words.notKnown) }
    }
  }

  /// The windows and effect sizes of each challenge.
  func effectTable(_ page: inout MarkupWriter, _ result: GroupResult) {
    let listed = result.challenges.prefix(Thresholds.listedChallenges).filter { $0.tau != nil }
    guard !listed.isEmpty else { return }
    table(&page, caption: words.effectTable, heads: words.effectHeads) { page in
      for challenge in listed {
        page.element(.tr) { page in
          rowHeading(&page, period(challenge.start, challenge.end))
          for range in [challenge.responseWindow, challenge.baselineWindow] {
            page.element(
              .td, text: range.map { period($0.start, $0.end) } ?? words.notKnown)
          }
          cell(&page, challenge.tau, decimals: 2)
          cell(&page, challenge.tauTrendCorrected, decimals: 2)
          cell(&page, challenge.hedgesG, decimals: 2)
          cell(&page, challenge.logResponseRatio, decimals: 2)
          page.element(.td) { page in
            guard let change = challenge.levelChange else { return page.text(words.notKnown) }
            plain(&page, change.mean)
            page.text(" (")
            plain(&page, change.low, decimals: 1)
            page.text(words.between)
            plain(&page, change.high, decimals: 1)
            page.text(")")
          }
          cell(&page, challenge.autocorrelation, decimals: 2)
        }
      }
    }
  }

  private func cell(_ page: inout MarkupWriter, _ value: Double?, decimals: Int? = nil) {
    page.element(.td) { page in
      guard let value else { return page.text(words.notKnown) }
      plain(&page, value, decimals: decimals)
    }
  }

  private func value(_ page: inout MarkupWriter, _ value: Double?, decimals: Int? = nil) {
    guard let value else { return page.text(words.notKnown) }
    data(&page, value, decimals: decimals)
  }

  /// What else stood in the windows, with its rows.
  func ledgerTable(_ page: inout MarkupWriter, _ result: GroupResult) {
    let listed = result.challenges.prefix(Thresholds.listedChallenges)
    let items = listed.flatMap(\.ledger)
    guard !items.isEmpty else { return }
    let file = RowFile(items.lazy.flatMap(\.entries))
    let usual = Usual(items)
    table(&page, caption: words.ledgerTable, heads: words.ledgerHeads, file: file) { page in
      for challenge in listed {
        let factors = challenge.ledger.byFactor
        for (place, items) in factors.enumerated() {
          page.element(.tr) { page in
            if place == 0 { ledgerHeading(&page, challenge, rows: factors.count) }
            page.element(.td) { factor(&$0, items.first?.factor ?? "") }
            page.element(.td) { page in
              for (place, item) in items.enumerated() {
                if place > 0 { page.text("; ") }
                noted(&page, item, usual)
              }
            }
            page.element(.td) { rows(&$0, items.flatMap(\.entries), in: file) }
          }
        }
      }
    }
    usually(&page, usual)
  }

  /// The days of a test, beside all that stood in its windows.
  private func ledgerHeading(
    _ page: inout MarkupWriter, _ challenge: GroupResult.Challenge, rows: Int
  ) {
    page.element(.th) { page in
      if rows > 1 { page.attribute(.rowspan, "\(rows)") }
      page.text(period(challenge.start, challenge.end))
    }
  }

  /// What the person's mean of each factor is, where it is one for all rows of a table: it stands once
  /// below it.
  private struct Usual {
    /// The first item of each such factor.
    var items: [GroupResult.LedgerItem] = []

    init(_ all: [GroupResult.LedgerItem]) {
      var values: [String: Set<Double>] = [:]
      for item in all {
        if let value = item.usualValue { values[item.factor, default: []].insert(value) }
      }
      for item in all where values[item.factor]?.count == 1 && item.usualValue != nil {
        if !items.contains(where: { $0.factor == item.factor }) { items.append(item) }
      }
    }
  }

  private func usually(_ page: inout MarkupWriter, _ usual: Usual) {
    guard !usual.items.isEmpty else { return }
    page.element(.p, class: "small") { page in
      page.text(words.usualHere)
      for (place, item) in usual.items.enumerated() {
        guard let value = item.usualValue else { continue }
        if place > 0 { page.text("; ") }
        factor(&page, item.factor)
        page.text(" ")
        amount(&page, value)
        unit(&page, item.unit, value)
      }
      page.text(".")
    }
  }

  /// A factor; one whose name only the diary knows is set apart.
  private func factor(_ page: inout MarkupWriter, _ name: String) {
    let text = words.factor(name)
    guard Vocabulary.contexts.contains(name) else { return page.said(text, limit: 60) }
    page.text(text)
  }

  /// The unit behind a value, a space before it; one that only the diary knows is set apart.
  private func unit(_ page: inout MarkupWriter, _ unit: String?, _ value: Double) {
    guard let unit else { return }
    page.text(" ")
    let text = words.noted(unit, value)
    guard ["h", "min", "drinks", "0-10"].contains(unit) else { return page.said(text, limit: 20) }
    page.text(text)
  }

  /// The days of an item, what was noted on them, and what it may do.
  private func noted(
    _ page: inout MarkupWriter, _ item: GroupResult.LedgerItem, _ usual: Usual
  ) {
    page.text(words.list(days(item.days.map(\.date))))
    let values = item.days.compactMap(\.value)
    for (index, value) in values.enumerated() {
      page.text(index > 0 ? ", " : ": ")
      plainAmount(&page, value)
    }
    if let last = values.last {
      unit(&page, item.unit, last)
      if let mean = item.usualValue, !usual.items.contains(where: { $0.factor == item.factor }) {
        page.text(words.usually.0)
        amount(&page, mean)
        page.text(words.usually.1)
      }
    }
    page.text(", " + words.direction(item))
  }

  /// Each day's dose and what followed; where there are many days, those of the highest doses.
  func doseTable(_ page: inout MarkupWriter, _ result: GroupResult) {
    guard let dose = result.dose, !result.doseResponses.isEmpty else { return }
    untested(&page, dose)
    let all = result.doseResponses
    let shown = shownResponses(result)
    let entries = rowsByDay(result)
    let file = RowFile(shown.lazy.flatMap { entries[$0.date] ?? [] })
    table(
      &page, caption: words.doseTable(dose.unit), heads: words.doseHeads, class: "doses", file: file
    ) { page in
      for response in shown {
        page.element(.tr) { page in
          rowHeading(&page, day(response.date))
          page.element(.td) { plainAmount(&$0, response.dose) }
          page.element(.td) { plainAmount(&$0, response.worst) }
          page.element(.td) { $0.number(Double(response.worstDate - response.date), decimals: 0) }
          page.element(.td, text: words.range(isAbove: response.isAbove))
          page.element(.td) { rows(&$0, entries[response.date] ?? [], in: file) }
        }
      }
    }
    if shown.count < all.count {
      page.element(.p, class: "small", text: words.exposuresCut(shown.count, of: all.count))
    }
  }

  /// The rows of what was eaten, by day.
  private func rowsByDay(_ result: GroupResult) -> [CivilDate: [String]] {
    Dictionary(result.exposures.map { ($0.date, $0.entries) }, uniquingKeysWith: { $1 })
  }

  private func untested(_ page: inout MarkupWriter, _ dose: GroupResult.Dose) {
    guard let above = dose.untestedAbove else { return }
    page.element(.p, class: "small") { page in
      page.text(words.untestedAbove.0)
      amount(&page, above)
      page.text(" ")
      page.said(words.unit(dose.unit, above))
      page.text(words.untestedAbove.1)
      guard let between = dose.untestedBetween, let low = between.first, let high = between.last
      else { return }
      page.text(" " + words.untestedBetween.0)
      amount(&page, low)
      page.text(words.untestedBetween.1)
      amount(&page, high)
      page.text(" ")
      page.said(words.unit(dose.unit, high))
      page.text(words.untestedBetween.2)
    }
  }

  /// What may help, as it was in this diary.
  func helpfulFactors(_ page: inout MarkupWriter) {
    guard !results.helpfulFactors.isEmpty else { return }
    let heads = words.helpfulHeads
    table(&page, caption: words.helpfulTable, heads: heads, class: "stacked") { page in
      for factor in results.helpfulFactors {
        page.element(.tr) { page in
          page.element(.th) { $0.said(words.factor(factor.factor), limit: 60) }
          labelled(&page, heads, 1) { amount(&$0, Double(factor.daysWith)) }
          labelled(&page, heads, 2) { value(&$0, factor.meanWith) }
          labelled(&page, heads, 3) { amount(&$0, Double(factor.daysWithout)) }
          labelled(&page, heads, 4) { value(&$0, factor.meanWithout) }
          labelled(&page, heads, 5) { value(&$0, factor.difference) }
        }
      }
    }
    page.element(.p, class: "small", text: words.helpfulNote)
  }
}

extension [GroupResult.LedgerItem] {
  /// The items of each factor together, in the order in which factors are first named; none is empty.
  fileprivate var byFactor: [[GroupResult.LedgerItem]] {
    var found: [[GroupResult.LedgerItem]] = []
    for item in self {
      if let place = found.firstIndex(where: { $0.first?.factor == item.factor }) {
        found[place].append(item)
      } else {
        found.append([item])
      }
    }
    return found
  }
}
