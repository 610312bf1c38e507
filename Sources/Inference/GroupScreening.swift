// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Keeps the work bounded where a diary names very many groups.
///
/// The groups with the highest evidence when each alone is a trigger go into the search; the
/// others keep the probability that this evidence gives them.
struct GroupScreening {
  /// The most groups that are searched together.
  static let limit = 32
  /// Groups that are weighed at a time.
  private static let portion = 8

  let settings: ModelSettings
  let prior: InclusionPrior

  /// For each group of the computation, the log posterior odds of it alone against no trigger.
  func logOdds(_ input: PreparedInput) -> [Double] {
    let groups = input.sourceGroup.count
    var odds = [Double](repeating: 0, count: groups)
    let phi = settings.phiGrid.min { abs($0 - 0.3) < abs($1 - 0.3) } ?? 0.3
    for first in stride(from: 0, to: groups, by: Self.portion) {
      let chosen = Array(first..<min(first + Self.portion, groups))
      let part = input.selecting(chosen)
      let system = WhitenedColumns(
        part, noise: NoiseModel(phi: phi, nugget: settings.nugget), logPrior: 0
      ).system(part.outcome)
      let sigma = settings.sigma ?? (system.residual / system.degrees).squareRoot()
      let slab = Slab(
        mean: settings.slabMean, sd: settings.slabSD,
        sigma: max(sigma, ResidualSystem.leastVariance.squareRoot()))
      let effort = SearchEffort(models: 1, window: 0, depth: 1)
      var search = SubsetSearch(
        input: part, system: system, slab: slab, prior: prior, most: effort)
      var terms = ModelTerms()
      search.collect(system, slab: slab, effort: effort, phi: 0, into: &terms)
      guard let empty = terms.terms.first(where: { $0.count == 0 }) else { continue }
      let groupOf = part.groupOfAtom
      for term in terms.terms where term.count == 1 {
        let group = first + groupOf[terms.members[term.first].atom]
        odds[group] = term.logWeight - empty.logWeight
      }
    }
    return odds
  }

  /// The places of the groups that go into the search, ascending.
  static func heaviest(_ odds: [Double]) -> [Int] {
    let order = odds.indices.sorted { (odds[$1], $0) < (odds[$0], $1) }
    return order.prefix(limit).sorted()
  }
}

extension PreparedInput {
  /// The same question about some of its groups.
  func selecting(_ groups: [Int]) -> PreparedInput {
    var part = self
    part.sourceGroup = groups.map { sourceGroup[$0] }
    part.logOdds = groups.map { logOdds[$0] }
    let atoms = groups.flatMap { Array(groupStart[$0]..<groupStart[$0 + 1]) }
    part.sourceAtom = atoms.map { sourceAtom[$0] }
    part.logWeight = atoms.map { logWeight[$0] }
    part.groupStart = groups.reduce(into: [0]) { starts, group in
      starts.append((starts.last ?? 0) + groupStart[group + 1] - groupStart[group])
    }
    let lead = nuisanceCount
    part.rows = []
    part.rows.reserveCapacity(count * (lead + atoms.count))
    for i in 0..<count {
      part.rows += rows[i * width..<i * width + lead]
      for atom in atoms { part.rows.append(rows[i * width + lead + atom]) }
    }
    return part
  }
}
