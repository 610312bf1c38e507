// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import DiaryAnalysis

@Suite("Doses that were fine, and doses that were not")
struct DoseTests {
  /// Doses of lactose by day, 40 days whose outcome is 1 but on the days given.
  private func summary(
    _ doses: [(day: Int, portions: Double)], worst: [Int: Double], baseline: Int = 0
  ) throws -> DoseSummary {
    let exposure = GroupExposure(
      group: GroupID(rawValue: "lactose"),
      meals: doses.map {
        GroupMeal(
          day: $0.day, hour: 8, portions: $0.portions, weight: 1, grams: nil, name: "milk",
          entry: nil)
      }, axis: TimeAxis(dayStartMinutes: 300))
    let values = Dictionary(uniqueKeysWithValues: (0..<40).map { ($0, worst[$0] ?? 1) })
    let outcome = DailyOutcome(days: 0..<40, values: values) { _ in false }
    let spans = doses.map { span($0.day, $0.day) }
    let band = try #require(
      BaselineBand(outcome: outcome, challenges: spans, ofPhases: []) { $0 < baseline })
    return DoseSummary(exposure: exposure, outcome: outcome, band: band) { $0 < baseline }
  }

  private func span(_ first: Int, _ last: Int) -> ChallengeSpan {
    ChallengeSpan(
      group: GroupID(rawValue: "lactose"), first: first, last: last, windowEnd: last + 1,
      source: "diary")
  }

  private func tests(_ effects: [Double?]) -> [GroupResult.Challenge] {
    effects.map { effect in
      GroupResult.Challenge(
        start: DiaryBuilder.date(0), end: DiaryBuilder.date(2), source: "diary", effect: effect,
        nap: nil, napInterval: nil, pValue: nil, confounders: [], effectWithoutConfounded: nil,
        excludedDays: [], baselineMean: nil, baselineDays: 0, values: [], doses: [], entries: [])
    }
  }

  private let rising = [(day: 10, portions: 0.5), (15, 1.0), (20, 2.0), (25, 2.0)]

  @Test("A threshold lies between doses that were fine and doses after most of which it rose")
  func threshold() throws {
    let summary = try summary(rising, worst: [20: 6, 25: 6])
    let dose = try #require(summary.dose(.likelyTrigger, challenges: tests([0.2, 3, 4])))
    #expect(dose.highestTolerated == 1 && dose.lowestProvoking == 2)
    #expect(dose.untestedBetween == [1, 2] && dose.untestedAbove == 2)
    // Of what is tolerated no dose provokes.
    let tolerated = try #require(summary.dose(.tolerated, challenges: tests([0.2])))
    #expect(tolerated.highestTolerated == 1 && tolerated.lowestProvoking == nil)
  }

  @Test("No dose provokes where no test was followed, or where most days with as much were fine")
  func unfollowed() throws {
    let followed = try summary(rising, worst: [20: 6, 25: 6])
    let none = try #require(followed.dose(.possibleTrigger, challenges: tests([0.6, -0.3, nil])))
    #expect(none.lowestProvoking == nil && none.untestedBetween == nil)
    #expect(none.highestTolerated == 1, "two portions were not fine either")
    let once = try summary(rising, worst: [10: 6])
    let dose = try #require(once.dose(.likelyTrigger, challenges: tests([2, 2])))
    #expect(dose.lowestProvoking == nil && dose.highestTolerated == nil)
  }

  @Test(
    "No dose was fine where tests were followed, though within the usual range",
    arguments: [Verdict.likelyTrigger, .possibleTrigger, .notClear])
  func withinRange(verdict: Verdict) throws {
    let summary = try summary(rising, worst: [:])
    let followed = summary.dose(verdict, challenges: tests([1.2, 0.4]))
    #expect(followed?.highestTolerated == nil && followed?.lowestProvoking == nil)
    #expect(summary.dose(verdict, challenges: tests([0.2, 0.4]))?.highestTolerated == 2)
  }

  @Test("Neither a day of the baseline diet nor the tail of a larger dose makes a dose provoking")
  func notTelling() throws {
    let doses = [(day: 3, portions: 0.5), (15, 2.0), (16, 0.25), (25, 2.0), (30, 1.0)]
    let summary = try summary(doses, worst: [3: 6, 15: 6, 16: 6, 25: 6], baseline: 6)
    let dose = try #require(summary.dose(.likelyTrigger, challenges: tests([3, 3])))
    #expect(dose.lowestProvoking == 2 && dose.highestTolerated == 1)
  }

  @Test("Without a threshold there is no dose to stay at")
  func nextStep() throws {
    let exposure = GroupExposure(
      group: GroupID(rawValue: "lactose"), meals: [], axis: TimeAxis(dayStartMinutes: 300))
    let evidence = GroupEvidence(
      exposure: exposure, challenges: tests([2, 2]), inseparableFrom: [],
      excludedExposureDays: 0, adequateEpisodes: 2, isConstant: false)
    func code(_ dose: GroupResult.Dose?) -> String {
      NextStep.step(
        .likelyTrigger, evidence: evidence, dose: dose, separation: nil, withheld: false
      ).statement.code
    }
    typealias Dose = GroupResult.Dose
    #expect(code(Dose(unit: "portions", highestTolerated: 1, lowestProvoking: 2)) == "stay-at-dose")
    for dose in [
      nil, Dose(unit: "portions", highestTolerated: 2, lowestProvoking: nil),
    ] { #expect(code(dose) == "leave-out-for-now") }
    // Half a portion would be what symptoms followed.
    let provoked = Dose(unit: "portions", highestTolerated: nil, lowestProvoking: 0.5)
    #expect(code(provoked) == "leave-out-then-less")
  }

  @Test("The usual range is that away from what was left out, where other foods leave no days")
  func band() throws {
    // Milk on the first ten days and three more, with 8; else 1; egg every third day of all.
    let milk = Set(Array(0..<10) + [30, 31, 32])
    let values = Dictionary(
      uniqueKeysWithValues: (0..<40).map { ($0, milk.contains($0) ? 8.0 : 1) })
    let outcome = DailyOutcome(days: 0..<40, values: values) { _ in false }
    let egg = stride(from: 0, to: 40, by: 3).map { span($0, $0 + 1) }
    let band = try #require(
      BaselineBand(outcome: outcome, challenges: egg + [span(30, 32)], ofPhases: [span(30, 32)]) {
        $0 < 10
      })
    #expect(band.high == 1 && band.low == 1)
  }
}
