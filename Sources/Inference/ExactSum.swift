// SPDX-License-Identifier: Apache-2.0

/// The sum over every subset of groups and every choice of their atoms at one φ.
struct ExactSum {
  let input: PreparedInput
  let system: ResidualSystem
  let slab: Slab
  let prior: InclusionPrior
  let phi: Int
  private var atoms: [Int]
  private var model: CandidateModel

  /// Prepares the sum.
  init(
    input: PreparedInput, system: ResidualSystem, slab: Slab, prior: InclusionPrior, phi: Int
  ) {
    self.input = input
    self.system = system
    self.slab = slab
    self.prior = prior
    self.phi = phi
    let groups = input.sourceGroup.count
    atoms = Array(repeating: 0, count: groups)
    model = CandidateModel(capacity: max(groups, 1))
  }

  /// The number of models that the sum has, for a limit; 1e300 at most.
  static func size(_ input: PreparedInput) -> Double {
    var product = 1.0
    for g in 0..<input.sourceGroup.count {
      product *= Double(1 + input.groupStart[g + 1] - input.groupStart[g])
    }
    return min(product, 1e300)
  }

  /// Adds every model to the terms.
  mutating func collect(into terms: inout ModelTerms) {
    visit(group: 0, count: 0, logOdds: 0, into: &terms)
  }

  private mutating func visit(
    group: Int, count: Int, logOdds: Double, into terms: inout ModelTerms
  ) {
    guard group < input.sourceGroup.count else {
      model.fit(
        atoms, count: count, system: system, slab: slab, logAtomWeight: input.logWeight)
      terms.append(
        model, atoms: atoms, count: count, phi: phi,
        logWeight: model.logWeight + prior.logSize[count] + logOdds)
      return
    }
    visit(group: group + 1, count: count, logOdds: logOdds, into: &terms)
    for atom in input.groupStart[group]..<input.groupStart[group + 1] {
      atoms[count] = atom
      visit(
        group: group + 1, count: count + 1, logOdds: logOdds + input.logOdds[group], into: &terms)
    }
  }
}
