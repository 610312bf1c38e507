// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import Simulation

@Suite("The course of symptoms")
struct CourseTests {
  /// A person without noise, bounds in the way, or circumstances.
  private func quietPerson(potency: Double) -> Traits {
    var traits = Traits()
    traits.level = 2
    traits.noiseSD = 0
    traits.missing = 0
    traits.scale = .hundred
    traits.context.recorded = 0
    traits.symptoms = [SymptomTraits(name: "bloating")]
    traits.doseSpread = 0
    traits.groups = ["egg", "lactose", "soy"].map { GroupTraits(group: GroupID(rawValue: $0)) }
    traits.groups[1].potency = potency
    return traits
  }

  private func simulate(_ traits: Traits) -> SimulatedDiary {
    let start = CivilDate(dayNumber: 19_000)
    return Simulator(seed: 3).diary(traits, participant: 1, start: start, kind: .clean)
  }

  /// Without noise, the rise is what the diary shows more than the same diary without the trigger.
  @Test(arguments: [0.8, 2.5])
  func theRiseIsTheDifferenceThatTheFoodMakes(_ potency: Double) {
    let with = simulate(quietPerson(potency: potency))
    let without = simulate(quietPerson(potency: 0))
    #expect(with.process.moments.count == without.process.moments.count)
    for (index, pair) in zip(with.process.moments, without.process.moments).enumerated() {
      guard let one = pair.0.outcome, let other = pair.1.outcome else { continue }
      // Each of the two is rounded to a tenth.
      #expect(abs((one - other) - with.process.rises[1][index]) < 0.1001)
    }
    #expect(with.truths[1].trigger)
    #expect(without.truths.allSatisfy { !$0.trigger })
  }

  @Test func oneQuietPortionAtOneRaisesByThePotency() {
    let traits = quietPerson(potency: 2)
    for clock: ResponseClock in [
      .hump(peak: 5, spread: 0.5), .gamma(mean: 26, sd: 11), .plateau(from: 3, to: 9),
      .delayed(delay: 20, peak: 10, spread: 0.4), .biphasic(first: 2, second: 24, share: 0.8),
    ] {
      for stamped in [false, true] {
        var traits = traits
        traits.groups[1].clock = clock
        traits.stamped = stamped
        var schedule = Schedule()
        schedule.days = 8
        schedule.meals = [Meal(minute: 1440 + 780, groups: [1], dose: 1, saidDose: 1)]
        let moments =
          stamped
          ? (0..<(8 * 24)).map { Moment(day: $0 / 24, hours: ($0 - 5)..<$0, minute: $0 * 60) }
          : (0..<8).map { Moment(day: $0, hours: ($0 * 24 + 5)..<($0 * 24 + 29), minute: nil) }
        let field = ResponseField(traits, schedule, moments)
        #expect(abs((field.unit[1].max() ?? 0) - 1) < 1e-9)
        #expect(field.unit[0].allSatisfy { $0 == 0 })
      }
    }
  }

  @Test func doseResponsesGrowAndKeepTheirThresholds() {
    let families: [DoseResponse] = [
      .linear, .saturating(half: 0.4), .step(dose: 0.5), .ramp(dose: 0.5), .sigmoid(middle: 0.6),
    ]
    for family in families {
      let responses = (0...40).map { family.response(to: Double($0) / 10) }
      #expect(responses.first == 0)
      #expect(zip(responses, responses.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(abs(family.response(to: 1) - 1) < 1e-12)
    }
    #expect(DoseResponse.step(dose: 0.5).response(to: 0.49) == 0)
    #expect(DoseResponse.ramp(dose: 0.5).response(to: 0.5) == 0)
  }

  /// Counted by hand: days 3, 5, 6 lie together, 9 is 3 days later, 20 stands alone and unseen.
  @Test func effectsAreMeansOverEpisodes() {
    let recorded = [(3, 0.5), (4, 1.0), (6, 0.2), (8, 2.0), (9, 1.5), (12, 0.7), (13, 9.0)]
    let (effect, episodes) = Truth.effect(
      exposureDays: [6, 3, 9, 5, 20], recorded: recorded.map { (day: $0.0, rise: $0.1) })
    #expect(Truth.episodes([6, 3, 9, 5, 20]) == [3...6, 9...9, 20...20])
    #expect(episodes == 2)
    #expect(abs(effect - (2.0 + 1.5) / 2) < 1e-12)
  }

  @Test func severitiesAreRoundedToTheirScale() {
    #expect(Severity(6.26, .tenth).onTen == 6)
    #expect(Severity(6.26, .hundred).value == .number(63))
    #expect(Severity(6.26, .five).value == .number(3))
    #expect(Severity(6.26, .five).onTen == 7.5)
    #expect(Severity(6.26, .words).value == .text("severe"))
    #expect(Severity(0.2, .words).value == .text("none"))
  }
}
