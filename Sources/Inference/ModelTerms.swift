// SPDX-License-Identifier: Apache-2.0

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

  /// Adds a fitted model.
  mutating func append(
    _ model: CandidateModel, atoms: [Int], count: Int, phi: Int, logWeight: Double
  ) {
    terms.append(
      Term(
        phi: phi, logWeight: logWeight, residual: model.residual, first: members.count,
        count: count))
    for j in 0..<count {
      members.append(Member(atom: atoms[j], mean: model.mean[j], sd: model.sd[j]))
    }
  }
}
