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
  /// For answers beside the main one.
  static let rough = SearchEffort(models: 3, window: 4, modelWindow: 4)
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
    /// The kept models' places in the pool.
    var models: Range<Int>
  }

  /// A subset about to be made: its parent's place, the group that joins, the place and log
  /// weight of its heaviest pair of a parent's model and an atom, and the log weight of all.
  private struct Join {
    var parent: Int
    var group: Int
    var pair: Int
    /// How many of the parent's models were swept.
    var models: Int
    /// Where the log weights of all pairs are kept; `nil` where the subset is too light to extend.
    var weights: Int?
    var top: Double
    var logTotal: Double
  }

  /// Subsets this many nats below the best are left out.
  private static let negligible = 12.0
  /// Subsets that fall short of the window by this many nats by their parent's heaviest atom choice
  /// are not weighed by the others.
  private static let doubt = 2.0
  /// What exact weights may add to a subset's rough weight.
  private static let margin = 0.5

  let input: PreparedInput
  let prior: InclusionPrior
  private var system: ResidualSystem
  private var slab: Slab
  private var effort = SearchEffort.screening
  private var phi = 0
  // Working space, kept from level to level and from search to search.
  private var sweep: AtomSweep
  private var candidate: CandidateModel
  /// The kept models of the level that grows, and of the one that it grows into.
  private var pool: ModelPool
  private var nextPool: ModelPool
  private var level: [Node] = []
  private var nextLevel: [Node] = []
  private var joins: [Join] = []
  private var extensions: [(parent: Int, group: Int)] = []
  private var places = MaskTable()
  private var kept: [Int] = []
  /// The log weights of all pairs of the level's subsets that may be extended.
  private var weighed: [Double] = []
  private var best = -Double.infinity
  private var order: [Int]
  /// The atoms' log prior weights, with room behind the end.
  private let weights: [Double]
  /// The log of the sum of the atoms' prior weights, by group.
  private let logShares: [Double]

  /// Prepares searches up to an effort; at most 64 groups take part.
  init(
    input: PreparedInput, system: ResidualSystem, slab: Slab, prior: InclusionPrior,
    most effort: SearchEffort
  ) {
    precondition(input.sourceGroup.count <= 64, "The search takes at most 64 groups.")
    self.input = input
    self.prior = prior
    self.system = system
    self.slab = slab
    let groups = input.sourceGroup.count
    let weights = input.logWeight + Array(repeating: 0, count: ResidualSystem.room)
    let widest = (0..<groups).map { input.groupStart[$0 + 1] - input.groupStart[$0] }.max() ?? 0
    let depth = max(min(effort.depth, groups), 1)
    sweep = AtomSweep(models: effort.models, depth: depth, atoms: widest)
    candidate = CandidateModel(capacity: depth)
    pool = ModelPool(capacity: depth)
    nextPool = ModelPool(capacity: depth)
    order = Array(repeating: 0, count: depth)
    self.weights = weights
    logShares = (0..<groups).map { group in
      log(weights[input.groupStart[group]..<input.groupStart[group + 1]].reduce(0) { $0 + exp($1) })
    }
  }

  /// Adds the models found at one φ to the terms.
  mutating func collect(
    _ system: ResidualSystem, slab: Slab, effort: SearchEffort, phi: Int,
    into terms: inout ModelTerms
  ) {
    self.system = system
    self.slab = slab
    self.effort = effort
    self.phi = phi
    pool.removeAll()
    level.removeAll(keepingCapacity: true)
    level.append(root(into: &terms))
    for size in 0..<min(effort.depth, input.sourceGroup.count) {
      weigh(logStep: prior.logSize[size + 1] - prior.logSize[size])
      grow(into: &terms)
      if nextLevel.isEmpty { break }
      swap(&level, &nextLevel)
      swap(&pool, &nextPool)
    }
  }

  /// Weighs roughly all subsets one larger than those of the level.
  private mutating func weigh(logStep: Double) {
    let hopeless = best - effort.window - Self.doubt
    findExtensions()
    weighed.removeAll(keepingCapacity: true)
    joins.removeAll(keepingCapacity: true)
    for (parent, group) in extensions {
      joins.append(
        assess(
          parent, level[parent], by: group, logPrior: logStep + input.logOdds[group],
          hopeless: hopeless))
    }
    for join in joins { best = max(best, join.logTotal) }
  }

  /// Fits the subsets that were weighed, and makes the next level of those to extend.
  private mutating func grow(into terms: inout ModelTerms) {
    nextLevel.removeAll(keepingCapacity: true)
    nextPool.removeAll()
    for join in joins where join.logTotal >= best - Self.negligible {
      let light =
        join.weights == nil || join.logTotal < best - effort.window - Self.margin
      if let node = extend(level[join.parent], by: join, light: light, into: &terms) {
        nextLevel.append(node)
      }
    }
    for node in nextLevel { best = max(best, node.logTotal) }
    let least = best - effort.window
    nextLevel.removeAll { $0.logTotal < least }
    if nextLevel.count > effort.breadth {
      nextLevel.sort { ($0.logTotal, $1.mask) > ($1.logTotal, $0.mask) }
      nextLevel.removeLast(nextLevel.count - effort.breadth)
    }
  }

  /// The empty subset.
  private mutating func root(into terms: inout ModelTerms) -> Node {
    candidate.fit(order, count: 0, system: system, slab: slab, logAtomWeight: input.logWeight)
    let total = candidate.logWeight + prior.logSize[0]
    best = total
    terms.append(candidate, atoms: order, count: 0, phi: phi, logWeight: total)
    pool.append(candidate, atoms: order, size: 0)
    return Node(mask: 0, logTotal: total, logScale: prior.logSize[0], models: 0..<1)
  }

  /// Finds every subset one larger, as its heaviest parent and the group that joins.
  private mutating func findExtensions() {
    let groups = input.sourceGroup.count
    places.clear(for: level.count * groups)
    extensions.removeAll(keepingCapacity: true)
    for parent in level.indices {
      for group in 0..<groups where level[parent].mask & (1 << group) == 0 {
        let place = places.insert(level[parent].mask | (1 << group), place: extensions.count)
        if place == extensions.count {
          extensions.append((parent, group))
        } else if level[parent].logTotal > level[extensions[place].parent].logTotal {
          extensions[place] = (parent, group)
        }
      }
    }
  }

  /// Sweeps one group's atoms for the first models of a parent, heaviest first.
  private mutating func sweep(_ parent: Node, _ group: Int, models: Range<Int>) {
    for slot in models {
      let model = parent.models.lowerBound + slot
      project(model, group)
      score(model, group, slot: slot)
    }
  }

  private mutating func project(_ model: Int, _ group: Int) {
    sweep.project(
      pool, model: model, start: input.groupStart[group], end: input.groupStart[group + 1],
      system: system, slab: slab)
  }

  private mutating func score(_ model: Int, _ group: Int, slot: Int) {
    sweep.score(
      pool.fits[model], slot: slot, start: input.groupStart[group], system: system, slab: slab,
      logAtomWeight: weights)
  }

  /// Weighs one subset roughly; by its parent's heaviest model alone where that leaves no hope.
  private mutating func assess(
    _ place: Int, _ parent: Node, by group: Int, logPrior: Double, hopeless: Double
  ) -> Join {
    let heaviest = parent.models.lowerBound
    let alone = parent.logTotal - pool.fits[heaviest].logWeight
    project(heaviest, group)
    let bound = sweep.bound(
      pool.fits[heaviest], system: system, slab: slab, logShare: logShares[group])
    guard bound + alone + logPrior >= best - Self.negligible else {
      return Join(
        parent: place, group: group, pair: 0, models: 1, top: -.infinity, logTotal: -.infinity)
    }
    score(heaviest, group, slot: 0)
    var join = sum(place, group, models: 1, scale: alone + logPrior)
    if parent.models.count > 1, join.logTotal > hopeless {
      sweep(parent, group, models: 1..<parent.models.count)
      join = sum(place, group, models: parent.models.count, scale: parent.logScale + logPrior)
    }
    if join.logTotal >= best - effort.window - Self.margin {
      join.weights = weighed.count
      weighed += sweep.logWeights[0..<join.models * sweep.stride]
    }
    return join
  }

  /// Adds up the pairs of the first models swept and all atoms.
  private func sum(_ place: Int, _ group: Int, models: Int, scale: Double) -> Join {
    let (pair, top, sum) = sweep.total(models: models)
    return Join(
      parent: place, group: group, pair: pair, models: models, top: top,
      logTotal: top > AtomSweep.none ? scale + top + log(sum) : -.infinity)
  }

  /// Fits a subset's heaviest models and adds them; `nil` where it is too light to extend, and
  /// is then represented by its heaviest model alone.
  private mutating func extend(
    _ parent: Node, by join: Join, light: Bool, into terms: inout ModelTerms
  ) -> Node? {
    // A subset with its weights kept is within the window of the best of its time, and all others are
    // light.
    let weights = join.weights ?? 0
    let stride = AtomSweep.stride(
      of: input.groupStart[join.group + 1] - input.groupStart[join.group])
    if light {
      kept.removeAll(keepingCapacity: true)
      kept.append(join.pair)
    } else {
      findHeaviest(weights..<weights + join.models * stride)
    }
    let firstKept = nextPool.fits.count
    var (approximate, exact) = (0.0, 0.0)
    let first = terms.terms.count
    for pair in kept {
      let model = parent.models.lowerBound + pair / stride
      let size = pool.fits[model].size + 1
      for k in 0..<size - 1 { order[k] = pool.atoms[model * pool.capacity + k] }
      order[size - 1] = input.groupStart[join.group] + pair % stride
      candidate.fit(
        order, count: size, system: system, slab: slab, logAtomWeight: input.logWeight)
      exact += exp(candidate.logWeight - join.top)
      approximate += light ? 1 : exp(weighed[weights + pair] - join.top)
      terms.append(
        candidate, atoms: order, count: size, phi: phi, logWeight: candidate.logWeight)
      if !light { nextPool.append(candidate, atoms: order, size: size) }
    }
    guard exact > 0, approximate > 0 else {
      terms.removeLast(terms.terms.count - first)
      return nil
    }
    let total = join.logTotal + log(exact / approximate)
    let scale = total - join.top - log(exact)
    for k in first..<terms.terms.count { terms.terms[k].logWeight += scale }
    if light { return nil }
    return Node(
      mask: parent.mask | (1 << join.group), logTotal: total, logScale: scale,
      models: firstKept..<nextPool.fits.count)
  }

  /// Finds the heaviest pairs within the window, heaviest first, by their weights kept in a range.
  private mutating func findHeaviest(_ range: Range<Int>) {
    kept.removeAll(keepingCapacity: true)
    let start = range.lowerBound
    var lightest = -Double.infinity
    for (k, weight) in weighed[range].enumerated() {
      if kept.count < effort.models {
        kept.append(k)
      } else if !(weight > lightest) {
        continue
      }
      // Those that are lighter move down by one; of as many as may be kept the last falls out.
      var place = kept.count - 1
      while place > 0, weighed[start + kept[place - 1]] < weight {
        kept[place] = kept[place - 1]
        place -= 1
      }
      kept[place] = k
      lightest = weighed[start + kept[kept.count - 1]]
    }
    guard let first = kept.first else { return }
    let least = weighed[start + first] - effort.modelWindow
    while let last = kept.last, weighed[start + last] < least { kept.removeLast() }
  }
}
