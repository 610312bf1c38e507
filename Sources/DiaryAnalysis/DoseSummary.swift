// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Which daily doses were followed by an outcome within the usual band, and which were not.
struct DoseSummary: Sendable {
  let exposure: GroupExposure
  let outcome: DailyOutcome
  let band: BaselineBand

  /// The doses; `nil` where no exposure day has an outcome.
  ///
  /// The response to a day's dose is looked for on that day and its tail, up to the next exposure
  /// day. A provoking dose is named only where the verdict holds the group for a trigger; the
  /// highest tolerated dose then lies below it.
  func dose(isTrigger: Bool) -> GroupResult.Dose? {
    let tail = Mechanism(of: exposure.group).tailDays
    let days = exposure.days
    let inGrams = !days.isEmpty && days.allSatisfy { ($0.grams ?? 0) > 0 }
    var responses: [(dose: Double, provoked: Bool)] = []
    for (index, day) in days.enumerated() where day.certain {
      let next = index + 1 < days.count ? days[index + 1].day - 1 : Int.max
      let window = day.day...max(day.day, min(day.day + tail, next))
      guard let worst = outcome.values(window).max() else { continue }
      let dose = inGrams ? day.grams ?? 0 : day.portions
      responses.append((dose, worst > band.high + 1e-9))
    }
    guard !responses.isEmpty else { return nil }
    let provoking = isTrigger ? responses.filter(\.provoked).map(\.dose).min() : nil
    let tolerated = responses.filter { response in
      !response.provoked && (provoking.map { response.dose < $0 } ?? true)
    }.map(\.dose).max()
    guard provoking != nil || tolerated != nil else { return nil }
    let unit = inGrams ? "g \(exposure.group.rawValue)" : "portions"
    return .init(unit: unit, highestTolerated: tolerated, lowestProvoking: provoking)
  }
}
