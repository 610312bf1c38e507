// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis

extension GroupResult {
  /// Rounds the yardstick, the dose responses and the comparison without confounded days.
  mutating func roundDetails() {
    placebo = placebo.flatMap { placebo in
      guard let share = placebo.share.rounded4, let shown = placebo.reactionShare.rounded4
      else { return nil }
      return Placebo(share: share, reactionShare: shown, source: placebo.source)
    }
    probabilityAfterPositive = probabilityAfterPositive?.rounded4
    probabilityAfterNegative = probabilityAfterNegative?.rounded4
    if doseResponses.contains(where: { $0.dose.isLong || $0.worst.isLong }) { roundDoses() }
    verdictWithoutConfounded = verdictWithoutConfounded.map { comparison in
      var rounded = comparison
      rounded.effect = comparison.effect?.rounded4
      rounded.effectWithout = comparison.effectWithout?.rounded4
      rounded.nap = comparison.nap?.rounded4
      rounded.napWithout = comparison.napWithout?.rounded4
      rounded.probabilityWithout = comparison.probabilityWithout?.rounded4
      return rounded
    }
  }

  private mutating func roundDoses() {
    doseResponses = doseResponses.compactMap { response in
      guard let dose = response.dose.rounded4, let worst = response.worst.rounded4 else {
        return nil
      }
      return DoseResponse(
        date: response.date, dose: dose, worst: worst, worstDate: response.worstDate,
        isAbove: response.isAbove)
    }
  }
}

extension GroupResult.Challenge {
  /// Rounds the effect sizes and the ledger.
  mutating func roundDetails() {
    tau = tau?.rounded4
    tauTrendCorrected = tauTrendCorrected?.rounded4
    hedgesG = hedgesG?.rounded4
    logResponseRatio = logResponseRatio?.rounded4
    levelChange = levelChange?.rounded()
    autocorrelation = autocorrelation?.rounded4
    napWithoutConfounded = napWithoutConfounded?.rounded4
    for place in ledger.indices {
      if ledger[place].usualValue.isLong {
        ledger[place].usualValue = ledger[place].usualValue?.rounded4
      }
      guard ledger[place].days.contains(where: { $0.value.isLong }) else { continue }
      ledger[place].days = ledger[place].days.map {
        .init(date: $0.date, value: $0.value?.rounded4)
      }
    }
  }
}

extension AnalysisResults.FactorDifference {
  /// The rounded difference; `nil` where a mean is not finite.
  func rounded() -> AnalysisResults.FactorDifference? {
    guard let with = meanWith.rounded4, let without = meanWithout.rounded4,
      let difference = difference.rounded4
    else { return nil }
    return .init(
      factor: factor, daysWith: daysWith, daysWithout: daysWithout, meanWith: with,
      meanWithout: without, difference: difference)
  }
}
