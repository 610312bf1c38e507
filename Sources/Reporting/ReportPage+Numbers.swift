// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

/// What a group's section says in numbers.
extension ReportPage {
  func numbers(_ page: inout MarkupWriter, _ result: GroupResult) {
    page.element(.dl, class: "facts") { page in
      if let joint = results.joint(result.group), let probability = result.probability {
        fact(&page, words.factAlone) { page in
          hundredths(&page, probability)
          page.text(words.certaintyAfter)
          page.text(words.aloneNote(joint.groups.filter { $0 != result.group }.map(words.inner)))
        }
      }
      if let effect = result.effect {
        fact(&page, words.factEffect) { page in
          points(&page, effect)
          level(&page, effect)
        }
      }
      if let effect = shownEffectIfAny(result) {
        fact(&page, words.factEffectIfAny) { page in
          points(&page, effect)
          level(&page, effect)
        }
      }
      fact(&page, words.columnDose) { doses(&$0, result) }
      if let peak = result.peakHours {
        fact(&page, words.factPeak) { page in
          let worst = result.worstHours
          for (place, hours) in worst.enumerated() {
            if place > 0 { page.text(words.or) }
            data(&page, hours, decimals: 0)
          }
          page.text(words.hoursAfter(worst.last ?? 0))
          page.text(" (")
          data(&page, peak.low, decimals: 0)
          page.text(words.between)
          data(&page, peak.high, decimals: 0)
          page.text(")")
        }
      }
      if let peak = result.peakDays {
        fact(&page, words.factPeak) { page in
          page.text(words.either(result.worstDays.map(words.dayAfter)))
          guard peak.low < peak.high else { return }
          page.text(" (" + words.dayAfter(peak.low) + words.between)
          page.text(words.dayAfter(peak.high) + ")")
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

  /// What each of a group's rises means, since no two of them are the same number.
  func numbersDiffer(_ page: inout MarkupWriter, _ result: GroupResult) {
    let texts = words.numbersDiffer
    let ifAny = texts.ifAny + (saidRise(result) == nil ? "" : words.numbersDifferHalves)
    let rises: [(Double?, String)] = [
      (result.effect?.mean, texts.all), (shownEffectIfAny(result)?.mean, ifAny),
      (meanOfTests(result), texts.tests),
      (result.verdictWithoutConfounded?.effectWithout, texts.without),
    ]
    let shown = rises.compactMap { rise, text in rise.map { ($0, text) } }
    guard shown.count > 1 else { return }
    fold(&page, .h4, texts.title) { page in
      page.element(.ul, class: "small") { page in
        for (rise, text) in shown {
          page.element(.li) { page in
            data(&page, rise, magnitude: true)
            page.text(words.direction(rise) + text)
          }
        }
      }
    }
  }

  /// The rise given that there is one, where it is another number than the mean rise.
  private func shownEffectIfAny(_ result: GroupResult) -> GroupResult.Interval? {
    (result.probability ?? 0) < 0.95 ? result.effectIfAny : nil
  }

  /// The mean difference of the tests that could be compared.
  private func meanOfTests(_ result: GroupResult) -> Double? {
    result.verdictWithoutConfounded?.effect
      ?? result.reasonCodes?.first { $0.code == "tests-followed" }?.number("mean")
  }
}
