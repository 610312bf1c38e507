// SPDX-License-Identifier: Apache-2.0

internal import Glibc
import Inference
import Testing

@Suite("What must hold for every question")
struct ModelPropertyTests {
  static let model = TriggerModel()

  @Test("The order of groups and atoms changes nothing", arguments: 1...4)
  func order(_ seed: Int) {
    let input = simulated(groups: 4, atoms: 5, entries: 50, effect: 1, seed: UInt64(seed))
    let groups = [2, 0, 3, 1]
    let one = Self.model.posterior(input)
    let other = Self.model.posterior(input.permuted(groups: groups, reversingAtoms: true))
    #expect(deviation(groups.map { one.inclusion[$0] }, other.inclusion) < 1e-9)
    #expect(deviation(groups.map { one.meanGivenTrigger[$0] }, other.meanGivenTrigger) < 1e-9)
    #expect(abs(one.sigma - other.sigma) < 1e-9)
  }

  @Test("A constant added to the outcome changes nothing")
  func shift() {
    let input = simulated(groups: 3, atoms: 4, entries: 40)
    var shifted = input
    shifted.outcome = input.outcome.map { $0 + 5 }
    let one = Self.model.posterior(input)
    let other = Self.model.posterior(shifted)
    #expect(deviation(one.inclusion, other.inclusion) < 1e-9)
    #expect(deviation(one.meanGivenTrigger, other.meanGivenTrigger) < 1e-9)
  }

  @Test("A true trigger is found, the others are not")
  func trigger() {
    let posterior = Self.model.posterior(
      simulated(groups: 5, atoms: 4, entries: 90, effect: 3, seed: 9))
    #expect(posterior.inclusion[0] > 0.95)
    #expect(posterior.inclusion[1...].allSatisfy { $0 < 0.5 })
    #expect(abs(posterior.meanGivenTrigger[0] - 3) < 1)
    #expect(abs(posterior.sigma - 1) < 0.3)
  }

  @Test("A group without atoms or exposure keeps its prior")
  func noAtoms() {
    var input = simulated(groups: 3, atoms: 3, entries: 40)
    let alone = Self.model.posterior(input)
    input.groupCount = 5
    input.groupLogOdds += [0, 1]
    for _ in 0..<2 { input.atoms.append(column: Array(repeating: 0, count: 40)) }
    input.atomGroup += [4, 4]
    input.atomLogWeight += [-1, -1]
    let posterior = Self.model.posterior(input)
    #expect(abs(posterior.inclusion[3] - 0.25) < 1e-12)
    // Odds of a third, times e.
    #expect(abs(posterior.inclusion[4] - exp(1) / (3 + exp(1))) < 1e-12)
    #expect(deviation(Array(posterior.inclusion[..<3]), alone.inclusion) < 1e-9)
    #expect(posterior.effects[4].isEmpty)
  }

  @Test("Groups with the same columns share the blame")
  func duplicates() {
    var input = simulated(groups: 2, atoms: 4, entries: 60, effect: 2, seed: 3)
    for atom in 0..<4 { input.atoms.append(column: Array(input.atoms.column(atom))) }
    input.atomGroup += [2, 2, 2, 2]
    input.atomLogWeight += input.atomLogWeight[..<4]
    input.groupCount = 3
    input.groupLogOdds = [0, 0, 0]
    let posterior = Self.model.posterior(input)
    #expect(abs(posterior.inclusion[0] - posterior.inclusion[2]) < 1e-9)
    let either =
      posterior.inclusion[0] + posterior.inclusion[2] - posterior.jointInclusion[2]
    #expect(either > 0.9)
    #expect(posterior.inclusion[0] < 0.9)
  }

  @Test("Probabilities add up", arguments: 1...3)
  func sums(_ seed: Int) {
    let posterior = Self.model.posterior(
      simulated(groups: 4, atoms: 6, entries: 45, effect: 1, seed: UInt64(seed)))
    #expect(abs(posterior.phi.reduce(0, +) - 1) < 1e-9)
    for group in 0..<4 {
      let atoms = posterior.atomProbability[group * 6..<group * 6 + 6]
      #expect(abs(atoms.reduce(0, +) - 1) < 1e-9)
      #expect(posterior.jointInclusion[group * 5] == posterior.inclusion[group])
    }
    #expect(posterior.inclusion.allSatisfy { $0 >= 0 && $0 <= 1 })
  }

  @Test("The fast sum is near the exact sum, the noise level unknown", arguments: 1...6)
  func fastAgainstExact(_ seed: Int) {
    let input = simulated(
      groups: 3, atoms: 6, entries: 40, effect: 0.5 * Double(seed), seed: UInt64(seed))
    var settings = ModelSettings()
    settings.mode = .exact
    let exact = TriggerModel(settings: settings).posterior(input)
    let fast = Self.model.posterior(input)
    #expect(deviation(exact.inclusion, fast.inclusion) < 0.03)
    #expect(deviation(exact.jointInclusion, fast.jointInclusion) < 0.03)
    #expect(deviation(exact.phi, fast.phi) < 0.03)
  }

  @Test("The same question gives the same bytes")
  func repeated() {
    let input = simulated(groups: 5, atoms: 6, entries: 50)
    let one = Self.model.posterior(input).numbers.map(\.bitPattern)
    #expect(one == Self.model.posterior(input).numbers.map(\.bitPattern))
  }

  @Test("Log odds added to one group raise it as in the formula")
  func logOdds() {
    var input = simulated(groups: 1, atoms: 3, entries: 40, effect: 0.2, seed: 5)
    var settings = ModelSettings()
    settings.mode = .exact
    settings.sigma = 1
    let model = TriggerModel(settings: settings)
    let before = model.posterior(input).inclusion[0]
    input.groupLogOdds = [0.8]
    let after = model.posterior(input).inclusion[0]
    #expect(abs(log(after / (1 - after)) - log(before / (1 - before)) - 0.8) < 1e-9)
  }
}
