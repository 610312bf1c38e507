// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// How far the search goes.
struct SearchEffort: Hashable {
  /// The most atom choices kept for a subset.
  var models: Int
  /// Subsets this many nats below the best are not extended.
  var window: Double
  /// Atom choices this many nats below a subset's best are not kept.
  var modelWindow = 6.0
  /// The largest subset.
  var depth = 6
  /// The most subsets extended at one size.
  var breadth = 400

  /// To find which autocorrelations matter.
  static let screening = SearchEffort(models: 1, window: 1)
  /// To find the noise level.
  static let coarse = SearchEffort(models: 2, window: 3)
  /// For the answer.
  static let full = SearchEffort(models: 6, window: 6.5)
}

/// The sum over subsets of groups at one φ, each subset with its atoms summed.
///
/// Subsets of each size grow from the retained ones of the size before, each from its heaviest
/// parent. A parent stands for all its atom choices by those kept, scaled to its whole weight.
struct SubsetSearch {
  /// A subset of groups.
  private struct Node {
    var mask: UInt64
    /// The log weight of the subset, all atom choices together.
    var logTotal: Double
    /// What to add to a kept model's log weight so that the kept ones stand for the subset.
    var logScale: Double
    var models: [FittedModel]
  }

  let input: PreparedInput
  let system: ResidualSystem
  let slab: Slab
  let prior: InclusionPrior
  let effort: SearchEffort
  let phi: Int
  private var sweep: AtomSweep
  private var candidate: CandidateModel
  private var best = -Double.infinity
  private var order: [Int]

  /// Prepares the search; at most 64 groups take part.
  init(
    input: PreparedInput, system: ResidualSystem, slab: Slab, prior: InclusionPrior,
    effort: SearchEffort, phi: Int
  ) {
    precondition(input.sourceGroup.count <= 64, "The search takes at most 64 groups.")
    self.input = input
    self.system = system
    self.slab = slab
    self.prior = prior
    self.effort = effort
    self.phi = phi
    let groups = input.sourceGroup.count
    let widest = (0..<groups).map { input.groupStart[$0 + 1] - input.groupStart[$0] }.max() ?? 0
    let depth = max(min(effort.depth, groups), 1)
    sweep = AtomSweep(models: effort.models, depth: depth, atoms: widest)
    candidate = CandidateModel(capacity: depth)
    order = Array(repeating: 0, count: depth)
  }

  /// Adds the models found to the terms.
  mutating func collect(into terms: inout ModelTerms) {
    var level = [root(into: &terms)]
    let groups = input.sourceGroup.count
    for size in 0..<min(effort.depth, groups) {
      var next: [Node] = []
      for (parent, group) in extensions(of: level) {
        let step = prior.logSize[size + 1] - prior.logSize[size] + input.logOdds[group]
        if let node = extend(level[parent], by: group, logPrior: step, into: &terms) {
          next.append(node)
        }
      }
      next = next.filter { $0.logTotal >= best - effort.window }
      if next.count > effort.breadth {
        next.sort { ($0.logTotal, $1.mask) > ($1.logTotal, $0.mask) }
        next.removeLast(next.count - effort.breadth)
      }
      if next.isEmpty { break }
      level = next
    }
  }

  /// The empty subset.
  private mutating func root(into terms: inout ModelTerms) -> Node {
    candidate.fit(order, count: 0, system: system, slab: slab, logAtomWeight: input.logWeight)
    let total = candidate.logWeight + prior.logSize[0]
    best = total
    terms.append(candidate, atoms: order, count: 0, phi: phi, logWeight: total)
    return Node(
      mask: 0, logTotal: total, logScale: prior.logSize[0],
      models: [candidate.kept(atoms: order, count: 0)])
  }

  /// Every subset one larger, as its heaviest parent and the group that joins.
  private func extensions(of level: [Node]) -> [(parent: Int, group: Int)] {
    var places: [UInt64: Int] = [:]
    var found: [(parent: Int, group: Int)] = []
    for parent in level.indices {
      for group in 0..<input.sourceGroup.count where level[parent].mask & (1 << group) == 0 {
        let mask = level[parent].mask | (1 << group)
        if let place = places[mask] {
          if level[parent].logTotal > level[found[place].parent].logTotal {
            found[place] = (parent, group)
          }
        } else {
          places[mask] = found.count
          found.append((parent, group))
        }
      }
    }
    return found
  }

  /// Weighs one subset; `nil` where it is too light to extend.
  private mutating func extend(
    _ parent: Node, by group: Int, logPrior: Double, into terms: inout ModelTerms
  ) -> Node? {
    let (start, end) = (input.groupStart[group], input.groupStart[group + 1])
    for (slot, model) in parent.models.enumerated() {
      sweep.sweep(
        model, slot: slot, start: start, end: end, system: system, slab: slab,
        logAtomWeight: input.logWeight)
    }
    let pairs = parent.models.count * (end - start)
    let top = sweep.logWeights[..<pairs].max() ?? -.infinity
    guard top > -.infinity else { return nil }
    var sum = 0.0
    for k in 0..<pairs { sum += exp(sweep.logWeights[k] - top) }
    let guess = parent.logScale + logPrior + top + log(sum)
    let kept = heaviest(pairs)
    var exact: [FittedModel] = []
    var approximate = 0.0
    let first = terms.terms.count
    for pair in kept {
      let model = parent.models[pair / (end - start)]
      for (k, atom) in model.atoms.enumerated() { order[k] = atom }
      let size = model.atoms.count + 1
      order[size - 1] = start + pair % (end - start)
      candidate.fit(
        order, count: size, system: system, slab: slab, logAtomWeight: input.logWeight)
      exact.append(candidate.kept(atoms: order, count: size))
      approximate += exp(sweep.logWeights[pair] - top)
      terms.append(
        candidate, atoms: order, count: size, phi: phi, logWeight: candidate.logWeight)
    }
    let sumExact = exact.reduce(0) { $0 + exp($1.logWeight - top) }
    guard sumExact > 0, approximate > 0 else { return nil }
    let total = guess + log(sumExact / approximate)
    let scale = total - top - log(sumExact)
    for k in first..<terms.terms.count { terms.terms[k].logWeight += scale }
    best = max(best, total)
    return Node(
      mask: parent.mask | (1 << group), logTotal: total, logScale: scale, models: exact)
  }

  /// The heaviest pairs within the window, heaviest first.
  private func heaviest(_ pairs: Int) -> [Int] {
    var kept: [Int] = []
    for k in 0..<pairs {
      let weight = sweep.logWeights[k]
      if kept.count == effort.models, weight <= sweep.logWeights[kept[kept.count - 1]] { continue }
      let place = kept.firstIndex { sweep.logWeights[$0] < weight } ?? kept.count
      kept.insert(k, at: place)
      if kept.count > effort.models { kept.removeLast() }
    }
    guard let first = kept.first else { return [] }
    let least = sweep.logWeights[first] - effort.modelWindow
    return kept.filter { sweep.logWeights[$0] >= least }
  }
}
