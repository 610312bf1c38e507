// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Which daily doses were followed by an outcome within the usual band, and which were not.
struct DoseSummary: Sendable {
  let exposure: GroupExposure
  /// The response to each certain day's dose with one, in time.
  let responses: [GroupResult.DoseResponse]
  /// Those of them that can tell of a dose that provoked: outside the baseline diet, on which everything
  /// else is eaten too, and not in the tail of a larger dose.
  private let telling: [GroupResult.DoseResponse]
  private let inGrams: Bool

  /// Finds the responses: the worst value on a day and its tail, up to the next exposure day.
  init(
    exposure: GroupExposure, outcome: DailyOutcome, band: BaselineBand,
    isBaselineDiet: (Int) -> Bool = { _ in false }
  ) {
    let tail = Mechanism(of: exposure.group).tailDays
    let days = exposure.days
    let inGrams = !days.isEmpty && days.allSatisfy { ($0.grams ?? 0) > 0 }
    self.exposure = exposure
    self.inGrams = inGrams
    responses = days.enumerated().compactMap { index, day in
      guard day.certain else { return nil }
      let next = index + 1 < days.count ? days[index + 1].day - 1 : Int.max
      let window = day.day...max(day.day, min(day.day + tail, next))
      let values = window.compactMap { day in outcome[day].map { (day: day, value: $0) } }
      guard let first = values.first else { return nil }
      let worst = values.dropFirst().reduce(first) { $1.value > $0.value ? $1 : $0 }
      let dose = inGrams ? day.grams ?? 0 : day.portions
      guard dose.isFinite else { return nil }
      return .init(
        date: CivilDate(dayNumber: day.day), dose: dose, worst: worst.value,
        worstDate: CivilDate(dayNumber: worst.day), isAbove: worst.value > band.high + 1e-9)
    }
    telling = responses.filter { response in
      let day = response.date.dayNumber
      let next = days.partitioningIndex { $0.day >= day }
      let before = days[..<next].suffix(tail).filter { $0.day >= day - tail }
      return !isBaselineDiet(day)
        && !before.contains { (inGrams ? $0.grams ?? 0 : $0.portions) > response.dose }
    }
  }

  /// The doses; `nil` where there is nothing to say of them.
  ///
  /// - Parameters:
  ///   - verdict: Only of a trigger is a provoking dose named, with the highest tolerated one below it.
  ///   - challenges: The group's tests. No dose provokes where none of them was followed, and none was
  ///     fine where some were, but no day after it lay above the usual range.
  /// - Returns: The doses, of which either may be missing.
  func dose(_ verdict: Verdict, challenges: [GroupResult.Challenge]) -> GroupResult.Dose? {
    guard let highest = responses.map(\.dose).max() else { return nil }
    let effects = challenges.compactMap(\.effect)
    let isFollowed = effects.contains { $0 >= VerdictRules.reaction }
    let isTrigger = verdict == .likelyTrigger || verdict == .possibleTrigger
    let least = isTrigger ? telling.filter(\.isAbove).map(\.dose).min() : nil
    let provoking = effects.isEmpty || isFollowed ? least.flatMap(threshold) : nil
    let fine = responses.filter { response in
      !response.isAbove && (least.map { response.dose < $0 } ?? true)
    }.map(\.dose).max()
    let roseWithinRange =
      verdict != .tolerated && isFollowed && !telling.contains(where: \.isAbove)
    let tolerated = roseWithinRange ? nil : fine
    guard isTrigger || tolerated != nil else { return nil }
    let unit = inGrams ? "g \(exposure.group.rawValue)" : "portions"
    var dose = GroupResult.Dose(
      unit: unit, highestTolerated: tolerated, lowestProvoking: provoking)
    dose.untestedAbove = highest
    if let tolerated, let provoking { dose.untestedBetween = [tolerated, provoking] }
    return dose
  }

  /// The least provoking dose, if after most of the days with as much or more the outcome was above the
  /// usual range: else it was one bad day.
  private func threshold(_ least: Double) -> Double? {
    let above = telling.filter { $0.dose >= least }
    return above.count(where: \.isAbove) * 2 > above.count ? least : nil
  }
}
