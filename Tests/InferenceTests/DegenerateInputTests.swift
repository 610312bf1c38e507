// SPDX-License-Identifier: Apache-2.0

import Inference
import Testing

@Suite("Questions at the edge give finite numbers")
struct DegenerateInputTests {
  static let model = TriggerModel()

  @Test("Fewer than three observations give the prior", arguments: 0...2)
  func fewObservations(_ entries: Int) {
    let posterior = Self.model.posterior(simulated(groups: 2, atoms: 2, entries: entries))
    #expect(posterior.inclusion == [0.25, 0.25])
    #expect(posterior.numbers.allSatisfy { $0.isFinite })
  }

  @Test("Three to six observations", arguments: 3...6)
  func someObservations(_ entries: Int) {
    let posterior = Self.model.posterior(simulated(groups: 2, atoms: 3, entries: entries))
    #expect(posterior.numbers.allSatisfy { $0.isFinite })
    #expect(posterior.inclusion.allSatisfy { $0 > 0.01 && $0 < 0.99 })
  }

  @Test("Outcomes that never move", arguments: [0.0, 7.0])
  func constantOutcome(_ value: Double) {
    var input = simulated(groups: 3, atoms: 3, entries: 40)
    input.outcome = input.outcome.map { _ in value }
    let posterior = Self.model.posterior(input)
    #expect(posterior.numbers.allSatisfy { $0.isFinite })
    #expect(posterior.inclusion.allSatisfy { $0 < 0.25 })
  }

  @Test("No group, no atom")
  func nothingEaten() {
    let posterior = Self.model.posterior(simulated(groups: 0, atoms: 0, entries: 20))
    #expect(posterior.inclusion.isEmpty)
    #expect(posterior.numbers.allSatisfy { $0.isFinite })
    #expect(abs(posterior.phi.reduce(0, +) - 1) < 1e-9)
    let unexposed = Self.model.posterior(simulated(groups: 2, atoms: 0, entries: 20))
    #expect(unexposed.inclusion == [0.25, 0.25])
  }

  @Test("Four hundred groups stay bounded")
  func manyGroups() {
    let posterior = Self.model.posterior(
      simulated(groups: 400, atoms: 2, entries: 60, effect: 4, seed: 4))
    #expect(posterior.inclusion.count == 400)
    #expect(posterior.numbers.allSatisfy { $0.isFinite })
    #expect(posterior.inclusion[0] > 0.5)
    #expect(posterior.inclusion.allSatisfy { $0 >= 0 && $0 <= 1 })
  }

  @Test("Two thousand entries")
  func manyEntries() {
    let posterior = Self.model.posterior(simulated(groups: 3, atoms: 3, entries: 2000))
    #expect(posterior.numbers.allSatisfy { $0.isFinite })
    #expect(posterior.inclusion[0] > 0.999)
    #expect(abs(posterior.meanGivenTrigger[0] - 2) < 0.3)
  }

  @Test("Numbers that are not finite, or far too large")
  func wildNumbers() {
    var input = simulated(groups: 2, atoms: 2, entries: 20)
    input.outcome[3] = .nan
    input.outcome[4] = .infinity
    input.outcome[5] = 1e300
    input.hours[7] = .nan
    input.groupLogOdds = [.infinity, .nan]
    input.nuisancePrecision = [0, .infinity]
    var atoms = Matrix(rows: 20)
    for column in 0..<4 {
      var values = Array(input.atoms.column(column))
      values[column] = column == 0 ? .nan : 1e300
      atoms.append(column: values)
    }
    input.atoms = atoms
    #expect(Self.model.posterior(input).numbers.allSatisfy { $0.isFinite })
  }

  @Test("Nuisance columns that repeat each other")
  func collinearNuisance() {
    let input = simulated(groups: 2, atoms: 2, entries: 30, effect: 1)
    var twice = input
    twice.nuisance.append(column: Array(repeating: 2, count: 30))
    twice.nuisancePrecision.append(0)
    twice.nuisanceMean.append(0)
    let one = Self.model.posterior(input)
    let other = Self.model.posterior(twice)
    #expect(deviation(one.inclusion, other.inclusion) < 1e-9)
  }

  @Test("Observations at the same hour")
  func sameHour() {
    var input = simulated(groups: 2, atoms: 2, entries: 20)
    input.hours = input.hours.map { _ in 5 }
    #expect(Self.model.posterior(input).numbers.allSatisfy { $0.isFinite })
  }
}
