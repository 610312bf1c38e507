// SPDX-License-Identifier: Apache-2.0

internal import Glibc
import Inference
import Statistics

/// A seeded generator (SplitMix64), so that tests repeat.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A uniform number from 0 to below 1.
  mutating func uniform() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  /// A standard normal number.
  mutating func normal() -> Double { NormalDistribution.quantile(max(uniform(), 1e-12)) }
}

/// A question with random exposures: group 0 is a trigger of `effect` points by its atom 1.
func simulated(
  groups: Int, atoms: Int, entries: Int, effect: Double = 2, seed: UInt64 = 1
) -> ModelInput {
  var random = SeededGenerator(state: seed)
  var columns: [[Double]] = []
  var outcome = (0..<entries).map { _ in 3 + random.normal() }
  for _ in 0..<groups {
    let days = (0..<entries).map { _ in random.uniform() < 0.25 ? 0.5 + random.uniform() : 0 }
    for atom in 0..<atoms {
      let share = Double(atom) / Double(max(atoms, 1))
      columns.append(
        (0..<entries).map { i in (1 - share) * days[i] + (i > 0 ? share * days[i - 1] : 0) })
    }
  }
  if columns.count > 1 {
    for i in 0..<entries { outcome[i] += effect * columns[min(1, atoms - 1)][i] }
  }
  var nuisance = Matrix(rows: entries)
  nuisance.append(column: Array(repeating: 1, count: entries))
  nuisance.append(column: (0..<entries).map { _ in random.normal() })
  var matrix = Matrix(rows: entries)
  for column in columns { matrix.append(column: column) }
  return ModelInput(
    hours: (0..<entries).map { Double($0) * 24 + 21 }, outcome: outcome, nuisance: nuisance,
    nuisancePrecision: [0, 4], nuisanceMean: [0, 0.1], atoms: matrix,
    atomGroup: (0..<groups).flatMap { Array(repeating: $0, count: atoms) },
    atomLogWeight: (0..<groups * atoms).map { 0.1 * Double($0 % max(atoms, 1)) - 1.5 },
    groupCount: groups, groupLogOdds: Array(repeating: 0, count: groups))
}

extension Posterior {
  /// Every number of the answer.
  var numbers: [Double] {
    inclusion + atomProbability + phi + meanGivenTrigger + [logEvidence, sigma] + jointInclusion
      + effects.joined().flatMap { [$0.weight, $0.mean, $0.sd] }
  }
}

extension ModelInput {
  /// The same question with groups and atoms in another order.
  func permuted(groups: [Int], reversingAtoms: Bool) -> ModelInput {
    var copy = self
    var order: [Int] = []
    for group in groups {
      let members = atomGroup.indices.filter { atomGroup[$0] == group }
      order += reversingAtoms ? members.reversed() : members
    }
    copy.atoms = Matrix(rows: atoms.rows)
    for atom in order { copy.atoms.append(column: Array(atoms.column(atom))) }
    copy.atomGroup = order.map { groups.firstIndex(of: atomGroup[$0]) ?? 0 }
    copy.atomLogWeight = order.map { atomLogWeight[$0] }
    copy.groupLogOdds = groups.map { groupLogOdds[$0] }
    return copy
  }
}
