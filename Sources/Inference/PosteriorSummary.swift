// SPDX-License-Identifier: Apache-2.0

internal import Glibc
internal import Statistics

/// Weighs the models together.
struct PosteriorSummary {
  let source: ModelInput
  let input: PreparedInput
  let prior: InclusionPrior
  let degrees: Double
  let phiCount: Int

  /// The posterior over these models; `source` gives the shape of the answer.
  func posterior(_ terms: ModelTerms) -> Posterior {
    var answer = priorAnswer()
    let best = terms.terms.reduce(-.infinity) { max($0, $1.logWeight) }
    let weights = terms.terms.map { exp($0.logWeight - best) }
    let total = weights.reduce(0, +)
    guard total > 0, total.isFinite else { return answer }
    answer.logEvidence = best + log(total)
    answer.phi = Array(repeating: 0, count: phiCount)
    let groups = input.sourceGroup.count
    let groupOf = input.groupOfAtom
    var joint = [Double](repeating: 0, count: groups * groups)
    var atoms = [Double](repeating: 0, count: input.atomCount)
    var means = [Double](repeating: 0, count: groups)
    var memberWeights = [Double](repeating: 0, count: terms.members.count)
    var variance = 0.0
    for (term, share) in zip(terms.terms, weights) {
      let weight = share / total
      answer.phi[term.phi] += weight
      variance += weight * term.residual / max(degrees - 2, 1)
      let members = term.first..<term.first + term.count
      for place in members {
        let atom = terms.members[place].atom
        let line = groupOf[atom] * groups
        atoms[atom] += weight
        memberWeights[place] = weight
        for other in members { joint[line + groupOf[terms.members[other].atom]] += weight }
      }
    }
    answer.sigma = variance.squareRoot()
    for (group, places) in membersByGroup(terms, groupOf).enumerated() {
      answer.effects[input.sourceGroup[group]] = effects(
        of: places, terms, memberWeights, mean: &means[group])
    }
    place(joint: joint, atoms: atoms, means: means, in: &answer)
    return answer
  }

  /// The places of each group's members among all, ascending.
  private func membersByGroup(_ terms: ModelTerms, _ groupOf: [Int]) -> [[Int]] {
    var counts = [Int](repeating: 0, count: input.sourceGroup.count)
    for member in terms.members { counts[groupOf[member.atom]] += 1 }
    var places = counts.map { count in
      var room: [Int] = []
      room.reserveCapacity(count)
      return room
    }
    for (place, member) in terms.members.enumerated() {
      places[groupOf[member.atom]].append(place)
    }
    return places
  }

  /// A group's components, without those below 1e-3 of its whole weight; adds all to its mean.
  private func effects(
    of places: [Int], _ terms: ModelTerms, _ weights: [Double], mean: inout Double
  ) -> [Posterior.EffectComponent] {
    let least = 1e-3 * places.reduce(0) { $0 + weights[$1] }
    var effects: [Posterior.EffectComponent] = []
    effects.reserveCapacity(places.count { weights[$0] >= least })
    for place in places {
      let member = terms.members[place]
      let effect = Posterior.EffectComponent(
        weight: weights[place], atom: input.sourceAtom[member.atom], mean: member.mean,
        sd: member.sd)
      mean += effect.weight * effect.positiveMean
      if !(effect.weight < least) { effects.append(effect) }
    }
    return effects
  }

  /// The answer where the data say nothing.
  func priorAnswer() -> Posterior {
    let groups = max(0, source.groupCount)
    let inclusion = (0..<groups).map { g in
      let odds = g < source.groupLogOdds.count ? source.groupLogOdds[g] : 0
      return prior.probability(logOdds: odds.isFinite ? odds : 0)
    }
    var joint = [Double](repeating: 0, count: groups * groups)
    for a in 0..<groups {
      for b in 0..<groups {
        joint[a * groups + b] = a == b ? inclusion[a] : inclusion[a] * inclusion[b]
      }
    }
    return Posterior(
      inclusion: inclusion, atomProbability: priorAtoms(),
      phi: Array(repeating: 1 / Double(max(phiCount, 1)), count: phiCount),
      meanGivenTrigger: Array(repeating: 0, count: groups), logEvidence: 0, sigma: 1,
      effects: Array(repeating: [], count: groups), jointInclusion: joint)
  }

  /// The prior weights of the atoms, each group's summing to 1.
  private func priorAtoms() -> [Double] {
    var sums: [Int: Double] = [:]
    let weights = source.atomLogWeight.map { $0.isFinite ? exp(min($0, 50)) : 0 }
    for (group, weight) in zip(source.atomGroup, weights) { sums[group, default: 0] += weight }
    return zip(source.atomGroup, weights).map { group, weight in
      let sum = sums[group] ?? 0
      return sum > 0 ? weight / sum : 0
    }
  }

  /// Writes the groups of the computation to their places in the answer.
  private func place(
    joint: [Double], atoms: [Double], means: [Double], in answer: inout Posterior
  ) {
    let groups = input.sourceGroup.count
    let all = source.groupCount
    for (a, sourceA) in input.sourceGroup.enumerated() {
      let inclusion = min(joint[a * groups + a], 1)
      answer.inclusion[sourceA] = inclusion
      if inclusion > 0 {
        answer.meanGivenTrigger[sourceA] = means[a] / joint[a * groups + a]
        for atom in input.groupStart[a]..<input.groupStart[a + 1] {
          answer.atomProbability[input.sourceAtom[atom]] = atoms[atom] / joint[a * groups + a]
        }
      }
    }
    for a in 0..<all {
      for b in 0..<all where a != b {
        answer.jointInclusion[a * all + b] = answer.inclusion[a] * answer.inclusion[b]
      }
      answer.jointInclusion[a * all + a] = answer.inclusion[a]
    }
    for (a, sourceA) in input.sourceGroup.enumerated() {
      for (b, sourceB) in input.sourceGroup.enumerated() {
        answer.jointInclusion[sourceA * all + sourceB] = min(joint[a * groups + b], 1)
      }
    }
  }
}

/// The mean of a normal variable given that it is positive.
func truncatedMean(_ mean: Double, _ sd: Double) -> Double {
  guard sd > 0 else { return max(mean, 0) }
  return max(mean + sd * NormalDistribution.inverseMillsRatio(mean / sd), 0)
}
