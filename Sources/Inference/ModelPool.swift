// SPDX-License-Identifier: Apache-2.0

/// The models kept in a search, in flat storage that is used again for every level.
struct ModelPool {
  /// What is known of a model besides its atoms and factor.
  struct Fit {
    /// The number of its atoms.
    var size: Int
    /// The residual sum of squares.
    var residual: Double
    /// The log evidence without the subset's prior.
    var logWeight: Double
  }

  /// The most atoms in a model; rows of a factor are as far apart.
  let capacity: Int
  /// The models' fits, in the order in which they were kept.
  private(set) var fits: [Fit] = []
  /// Their atoms, `capacity` a model.
  private(set) var atoms: [Int] = []
  /// Their lower factors, `capacity` squared a model.
  private(set) var factors: [Double] = []
  /// Their projections, `capacity` a model.
  private(set) var projections: [Double] = []

  /// Creates an empty pool for models of up to `capacity` atoms.
  init(capacity: Int) {
    self.capacity = capacity
  }

  /// Forgets all models, but keeps their room.
  mutating func removeAll() {
    fits.removeAll(keepingCapacity: true)
  }

  /// Keeps the model just fitted, with these atoms.
  mutating func append(_ model: CandidateModel, atoms order: [Int], size: Int) {
    let place = fits.count
    fits.append(Fit(size: size, residual: model.residual, logWeight: model.logWeight))
    let base = place * capacity
    if atoms.count < base + capacity { grow() }
    for k in 0..<size { atoms[base + k] = order[k] }
    model.copy(size, to: place, factors: &factors, projections: &projections)
  }

  /// Makes room for twice as many models, and at least for 64.
  private mutating func grow() {
    let lines = max(atoms.count, 64 * capacity)
    atoms.append(contentsOf: repeatElement(0, count: lines))
    factors.append(contentsOf: repeatElement(0, count: lines * capacity))
    projections.append(contentsOf: repeatElement(0, count: lines))
  }
}
