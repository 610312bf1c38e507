// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Which daily doses were followed by an outcome within the usual band, and which were not.
struct DoseSummary: Sendable {
  let exposure: GroupExposure
  /// The response to each certain day's dose with one, in time.
  let responses: [GroupResult.DoseResponse]
  private let inGrams: Bool

  /// Finds the responses: the worst value on a day and its tail, up to the next exposure day.
  init(exposure: GroupExposure, outcome: DailyOutcome, band: BaselineBand) {
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
  }

  /// The doses; `nil` where no exposure day has an outcome.
  ///
  /// A provoking dose is named only where the verdict holds the group for a trigger; the highest
  /// tolerated dose then lies below it.
  func dose(isTrigger: Bool) -> GroupResult.Dose? {
    guard let highest = responses.map(\.dose).max() else { return nil }
    let provoking = isTrigger ? responses.filter(\.isAbove).map(\.dose).min() : nil
    let tolerated = responses.filter { response in
      !response.isAbove && (provoking.map { response.dose < $0 } ?? true)
    }.map(\.dose).max()
    guard provoking != nil || tolerated != nil else { return nil }
    let unit = inGrams ? "g \(exposure.group.rawValue)" : "portions"
    var dose = GroupResult.Dose(
      unit: unit, highestTolerated: tolerated, lowestProvoking: provoking)
    dose.untestedAbove = highest
    if let tolerated, let provoking { dose.untestedBetween = [tolerated, provoking] }
    return dose
  }
}
