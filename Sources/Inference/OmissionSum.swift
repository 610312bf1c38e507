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
/// No new search: the heaviest models that hold the group, and the heaviest that do not, are fitted with
/// and without the observations, and the odds of the group change as the two sums do.
struct OmissionSum {
  /// Models below this share of their side's weight are left out.
  private static let negligible = 2e-3
  /// The most models of a side.
  private static let most = 20
  /// Autocorrelations of less posterior probability than this are left out.
  private static let leastPhi = 0.05

  private let found: TriggerQuestion.Found
  private let posterior: Posterior
  private let slab: Slab
  private let degrees: Double
  /// Each term's weight; 0 at an autocorrelation that is left out.
  private let weights: [Double]
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
    var with = Side()
    var without = Side()
    for (phi, reduction) in reductions.enumerated() {
      let chosen = sides.map { $0.filter { found.terms.terms[$0].phi == phi } }
      guard let reduction, !chosen.allSatisfy(\.isEmpty) else { continue }
      let atoms = room.place(chosen.joined().lazy.flatMap { members($0).lazy.map(\.atom) })
      let question = Question(
        group: group, phi: phi, system: reduction.system(without: rows, atoms: atoms),
        logAtomWeight: atoms.map { found.input.logWeight[$0] })
      with.refits += chosen[0].map { refit($0, question, &room) }
      without.refits += chosen[1].map { refit($0, question, &room) }
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

  /// Fits a model with and without the rows.
  private func refit(_ place: Int, _ question: Question, _ room: inout Room) -> Refit {
    let atoms = members(place).map(\.atom)
    let before = room.before[place] ?? fit(atoms, question.phi, &room.model)
    room.before[place] = before
    room.model.fit(
      atoms.map { room.places[$0] }, count: atoms.count, system: question.system, slab: slab,
      logAtomWeight: question.logAtomWeight)
    var refit = Refit(
      weight: weights[place], change: room.model.logWeight - before.logWeight,
      variance: before.variance,
      varianceAfter: room.model.residual / max(question.system.degrees - 2, 1))
    let own = found.input.groupStart[question.group]..<found.input.groupStart[question.group + 1]
    if let j = atoms.firstIndex(where: own.contains) {
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
