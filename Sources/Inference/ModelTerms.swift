// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// The models that carry the posterior, with their weights.
struct ModelTerms {
  /// One model.
  struct Term {
    /// The place of its φ on the grid.
    var phi: Int
    /// Its log posterior weight, up to the constant of all.
    var logWeight: Double
    /// Its residual sum of squares.
    var residual: Double
    /// Its first member's place.
    var first: Int
    /// The number of its members.
    var count: Int
  }

  /// One atom in one model.
  struct Member {
    /// The atom, in the computation's order.
    var atom: Int
    /// The coefficient's mean before truncation.
    var mean: Double
    /// Its standard deviation before truncation.
    var sd: Double
  }

  /// The models.
  var terms: [Term] = []
  /// Their members, model after model.
  var members: [Member] = []

  /// Makes room for as many models as most diaries need.
  mutating func reserve() {
    terms.reserveCapacity(1024)
    members.reserveCapacity(4096)
  }

  /// Forgets all models, but keeps their room.
  mutating func removeAll() {
    terms.removeAll(keepingCapacity: true)
    members.removeAll(keepingCapacity: true)
  }

  /// Adds a fitted model.
  mutating func append(
    _ model: CandidateModel, atoms: [Int], count: Int, phi: Int, logWeight: Double
  ) {
    terms.append(
      Term(
        phi: phi, logWeight: logWeight, residual: model.residual, first: members.count,
        count: count))
    for j in 0..<count {
      members.append(Member(atom: atoms[j], mean: model.mean(j), sd: model.sd(j)))
    }
  }

  /// Takes back the last models added.
  mutating func removeLast(_ count: Int) {
    terms.removeLast(count)
    members.removeLast(members.count - (terms.last.map { $0.first + $0.count } ?? 0))
  }

  /// The log of the sum of all weights; −∞ where there is none.
  var logEvidence: Double {
    guard !terms.isEmpty else { return -.infinity }
    let best = terms.reduce(-.infinity) { max($0, $1.logWeight) }
    return best + log(terms.reduce(0) { $0 + exp($1.logWeight - best) })
  }

  /// The posterior mean of RSS/(ν − 2), in points²; ν − 2 at least 1.
  func noiseVariance(degrees: Double) -> Double {
    let total = logEvidence
    let scale = max(degrees - 2, 1)
    return terms.reduce(0) { $0 + exp($1.logWeight - total) * $1.residual / scale }
  }
}
