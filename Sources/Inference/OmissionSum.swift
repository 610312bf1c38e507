// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Observations that a question about one group is asked without.
public struct Omission: Hashable, Sendable {
  /// The group's place in the question.
  public var group: Int
  /// The observations' places in the question.
  public var rows: [Int]

  /// Creates an omission.
  public init(group: Int, rows: [Int]) {
    self.group = group
    self.rows = rows
  }
}

/// What the model says of one group without some observations.
public struct OmissionAnswer: Sendable {
  /// The posterior inclusion probability.
  public var inclusion: Double
  /// The noise standard deviation in points.
  public var sigma: Double
  /// The effect components of the group.
  public var effects: [Posterior.EffectComponent]
}

/// Asks the models that carry a posterior once more, without some observations.
///
/// No new search: the heaviest models without the group, and all atoms of the group beside the heaviest
/// choices of others, are fitted with and without the observations, and the odds of the group change as
/// the two sums do. All atoms, since those that stood out often did so by what is left out.
struct OmissionSum {
  /// Models below this share of their side's weight are left out.
  private static let negligible = 2e-3
  /// The most models without the group.
  private static let most = 20
  /// The most choices of other groups' atoms that the group is taken beside, each with all of its atoms.
  private static let contexts = 4
  /// Autocorrelations of less posterior probability than this are left out.
  private static let leastPhi = 0.05

  private let found: TriggerQuestion.Found
  private let posterior: Posterior
  private let slab: Slab
  private let degrees: Double
  /// Each term's weight; 0 at an autocorrelation that is left out.
  private let weights: [Double]
  /// The group of each atom.
  private let groupOf: [Int]
  /// The groups of each term, as bits.
  private let masks: [UInt64]

  init(found: TriggerQuestion.Found, posterior: Posterior, settings: ModelSettings) {
    self.found = found
    self.posterior = posterior
    degrees = Double(max(found.input.count - 1, 1))
    slab = Slab(
      mean: settings.slabMean, sd: settings.slabSD,
      sigma: max(
        settings.sigma ?? posterior.sigma, ResidualSystem.leastVariance.squareRoot()))
    let groupOf = found.input.groupOfAtom
    self.groupOf = groupOf
    let terms = found.terms
    weights = terms.terms.map { term in
      posterior.phi[term.phi] < Self.leastPhi ? 0 : exp(term.logWeight - posterior.logEvidence)
    }
    masks = terms.terms.map { term in
      terms.members[term.first..<term.first + term.count].reduce(0) {
        $0 | 1 << UInt64(groupOf[$1.atom])
      }
    }
  }

  /// The answers; `nil` where a group was not searched, or nothing is left.
  func answers(_ omissions: [Omission]) -> [OmissionAnswer?] {
    let rows = Set(omissions.flatMap(\.rows)).sorted()
    let places = Dictionary(
      uniqueKeysWithValues: found.input.sourceRow.enumerated().map { ($0.element, $0.offset) })
    let kept = rows.filter { places[$0] != nil }
    let reductions = found.systems.indices.map { phi in
      posterior.phi[phi] < Self.leastPhi
        ? nil
        : RowOmission(
          kept.compactMap { places[$0] }, columns: found.columns[phi], system: found.systems[phi])
    }
    let columns = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    var room = Room(terms: found.terms, atoms: found.input.atomCount)
    return omissions.map { omission in
      guard let group = found.input.sourceGroup.firstIndex(of: omission.group) else { return nil }
      return answer(
        group, Set(omission.rows).sorted().compactMap { columns[$0] }, reductions, &room)
    }
  }

  /// The models that hold the group, or those that do not.
  private struct Side {
    var refits: [Refit] = []
    /// The sums of the weights and of weighted noise variances, with all observations and without some.
    var before = 0.0
    var after = 0.0
    var variance = 0.0
    var varianceAfter = 0.0

    mutating func add(_ refit: Refit, reference: Double) {
      let weight = refit.weight * exp(refit.change - reference)
      before += refit.weight
      after += weight
      variance += refit.weight * refit.variance
      varianceAfter += weight * refit.varianceAfter
    }
  }

  /// A model with all observations and without some.
  private struct Refit {
    var weight: Double
    /// What leaving them out adds to its log evidence.
    var change: Double
    var variance: Double
    var varianceAfter: Double
    /// The group's own coefficient without them, where the model holds the group.
    var effect: Posterior.EffectComponent?
  }

  private func answer(
    _ group: Int, _ rows: [Int], _ reductions: [RowOmission?], _ room: inout Room
  ) -> OmissionAnswer? {
    let bit: UInt64 = 1 << UInt64(group)
    let sides = [heaviest { $0 & bit != 0 }, heaviest { $0 & bit == 0 }]
    let own = found.input.groupStart[group]..<found.input.groupStart[group + 1]
    let contexts = contexts(sides[0], of: own)
    var with = Side()
    var without = Side()
    for (phi, reduction) in reductions.enumerated() {
      let others = contexts.filter { $0.phi == phi }.map(\.atoms)
      let chosen = sides[1].filter { found.terms.terms[$0].phi == phi }
      guard let reduction, !(others.isEmpty && chosen.isEmpty) else { continue }
      let atoms = room.place(
        others.joined() + Array(own) + chosen.flatMap { members($0).map(\.atom) })
      let question = Question(
        group: group, phi: phi, system: reduction.system(without: rows, atoms: atoms),
        logAtomWeight: atoms.map { found.input.logWeight[$0] })
      for context in others {
        with.refits += own.map { refit(context + [$0], question, &room) }
      }
      without.refits += chosen.map { refit($0, question, &room) }
    }
    return answer(posterior.inclusion[found.input.sourceGroup[group]], &with, &without)
  }

  private func answer(
    _ inclusion: Double, _ with: inout Side, _ without: inout Side
  ) -> OmissionAnswer? {
    let reference = (with.refits + without.refits).reduce(-.infinity) { max($0, $1.change) }
    for refit in with.refits { with.add(refit, reference: reference) }
    for refit in without.refits { without.add(refit, reference: reference) }
    guard with.after > 0, without.after > 0, with.before > 0, without.before > 0 else { return nil }
    let before = min(max(inclusion, 1e-12), 1 - 1e-12)
    let odds =
      before / (1 - before) * (with.after / with.before) / (without.after / without.before)
    guard odds.isFinite else { return nil }
    let after = odds / (1 + odds)
    let variance =
      before * with.variance / with.before + (1 - before) * without.variance / without.before
    let varianceAfter =
      after * with.varianceAfter / with.after
      + (1 - after) * without.varianceAfter / without.after
    let effects = with.refits.compactMap { refit in
      refit.effect.map { effect in
        var effect = effect
        effect.weight = refit.weight * exp(refit.change - reference) / with.after * after
        return effect
      }
    }
    return OmissionAnswer(
      inclusion: after, sigma: posterior.sigma * (varianceAfter / variance).squareRoot(),
      effects: effects)
  }

  /// What the models at one φ are asked about one group.
  private struct Question {
    var group: Int
    var phi: Int
    /// The normal equations of the models' atoms without the rows.
    var system: ResidualSystem
    var logAtomWeight: [Double]
  }

  /// What is kept from group to group.
  private struct Room {
    var model: CandidateModel
    /// Each model's log evidence and noise variance with all observations, once they are known.
    var before: [(logWeight: Double, variance: Double)?]
    /// The place of each atom among those of a question; −1 where it is none of them.
    private(set) var places: [Int]
    private var placed: [Int] = []

    init(terms: ModelTerms, atoms: Int) {
      model = CandidateModel(capacity: max(terms.terms.reduce(0) { max($0, $1.count) }, 1))
      before = Array(repeating: nil, count: terms.terms.count)
      places = Array(repeating: -1, count: atoms)
    }

    /// Gives each of some atoms a place, and returns them in that order.
    mutating func place(_ atoms: some Sequence<Int>) -> [Int] {
      for atom in placed { places[atom] = -1 }
      placed.removeAll(keepingCapacity: true)
      for atom in atoms where places[atom] < 0 {
        places[atom] = placed.count
        placed.append(atom)
      }
      return placed
    }
  }

  /// The heaviest choices of other groups' atoms that a group joins.
  private func contexts(_ terms: [Int], of own: Range<Int>) -> [(phi: Int, atoms: [Int])] {
    var found: [(phi: Int, atoms: [Int])] = []
    for term in terms where found.count < Self.contexts {
      let phi = self.found.terms.terms[term].phi
      let atoms = members(term).map(\.atom).filter { !own.contains($0) }
      if !found.contains(where: { $0.phi == phi && $0.atoms == atoms }) {
        found.append((phi, atoms))
      }
    }
    return found
  }

  /// Fits a model with and without the rows.
  private func refit(_ place: Int, _ question: Question, _ room: inout Room) -> Refit {
    let atoms = members(place).map(\.atom)
    let before = room.before[place] ?? fit(atoms, question.phi, &room.model)
    room.before[place] = before
    return refit(atoms, weights[place], before, question, &room)
  }

  /// Fits a model that need not be among the terms.
  private func refit(_ atoms: [Int], _ question: Question, _ room: inout Room) -> Refit {
    let before = fit(atoms, question.phi, &room.model)
    let logPrior =
      found.prior.logSize[atoms.count]
      + atoms.reduce(0) { $0 + found.input.logOdds[groupOf[$1]] }
    let weight = exp(before.logWeight + logPrior - posterior.logEvidence)
    return refit(atoms, weight, before, question, &room)
  }

  private func refit(
    _ atoms: [Int], _ weight: Double, _ before: (logWeight: Double, variance: Double),
    _ question: Question, _ room: inout Room
  ) -> Refit {
    room.model.fit(
      atoms.map { room.places[$0] }, count: atoms.count, system: question.system, slab: slab,
      logAtomWeight: question.logAtomWeight)
    var refit = Refit(
      weight: weight, change: room.model.logWeight - before.logWeight, variance: before.variance,
      varianceAfter: room.model.residual / max(question.system.degrees - 2, 1))
    if let j = atoms.firstIndex(where: { groupOf[$0] == question.group }) {
      refit.effect = .init(
        weight: 0, atom: found.input.sourceAtom[atoms[j]], mean: room.model.mean(j),
        sd: room.model.sd(j))
    }
    return refit
  }

  /// Fits a model with all observations.
  private func fit(
    _ atoms: [Int], _ phi: Int, _ model: inout CandidateModel
  ) -> (logWeight: Double, variance: Double) {
    model.fit(
      atoms, count: atoms.count, system: found.systems[phi], slab: slab,
      logAtomWeight: found.input.logWeight)
    return (model.logWeight, model.residual / max(degrees - 2, 1))
  }

  /// The heaviest terms of a side, heaviest first.
  private func heaviest(_ isOfSide: (UInt64) -> Bool) -> [Int] {
    var total = 0.0
    var kept: [Int] = []
    for (place, weight) in weights.enumerated() where weight > 0 && isOfSide(masks[place]) {
      total += weight
      if let last = kept.last, kept.count == Self.most, weight <= weights[last] { continue }
      var rank = kept.count
      while rank > 0, weights[kept[rank - 1]] < weight { rank -= 1 }
      kept.insert(place, at: rank)
      if kept.count > Self.most { kept.removeLast() }
    }
    let least = Self.negligible * total
    while let last = kept.last, weights[last] < least { kept.removeLast() }
    return kept
  }

  private func members(_ place: Int) -> ArraySlice<ModelTerms.Member> {
    let term = found.terms.terms[place]
    return found.terms.members[term.first..<term.first + term.count]
  }
}
