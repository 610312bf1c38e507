// SPDX-License-Identifier: Apache-2.0

/// A dense matrix, stored by columns.
public struct Matrix: Hashable, Sendable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public private(set) var columns: Int
  /// The elements, column after column.
  public private(set) var elements: [Double]

  /// Creates a matrix of `rows` rows and no column.
  public init(rows: Int) {
    self.rows = rows
    columns = 0
    elements = []
  }

  /// Adds a column on the right; it must hold `rows` elements.
  public mutating func append(column: [Double]) {
    precondition(
      column.count == rows, "A column must have as many elements as the matrix has rows.")
    elements += column
    columns += 1
  }

  /// The elements of one column.
  public func column(_ index: Int) -> ArraySlice<Double> {
    elements[index * rows..<(index + 1) * rows]
  }
}

/// One question to the model: an outcome, what else explains it, and the exposures.
public struct ModelInput: Sendable {
  /// Hours of the observations, strictly increasing; for a daily entry, the end of its day.
  public var hours: [Double]
  /// The outcome at those, on the 0–10 scale.
  public var outcome: [Double]
  /// The nuisance columns, the intercept first.
  public var nuisance: Matrix
  /// Their prior precisions in units of 1/σ²; 0 for a flat prior.
  public var nuisancePrecision: [Double]
  /// Their prior means in units of σ.
  public var nuisanceMean: [Double]
  /// The exposure columns ("atoms": one lag kernel and dose shape each); a group's lie together.
  public var atoms: Matrix
  /// The group of each atom, 0..<groupCount.
  public var atomGroup: [Int]
  /// The log prior weight of each atom within its group.
  public var atomLogWeight: [Double]
  /// The number of groups, those without an atom included.
  public var groupCount: Int
  /// Log odds added to each group's prior inclusion; zeros for none.
  public var groupLogOdds: [Double]

  /// Creates a question.
  public init(
    hours: [Double], outcome: [Double], nuisance: Matrix, nuisancePrecision: [Double],
    nuisanceMean: [Double], atoms: Matrix, atomGroup: [Int], atomLogWeight: [Double],
    groupCount: Int, groupLogOdds: [Double]
  ) {
    self.hours = hours
    self.outcome = outcome
    self.nuisance = nuisance
    self.nuisancePrecision = nuisancePrecision
    self.nuisanceMean = nuisanceMean
    self.atoms = atoms
    self.atomGroup = atomGroup
    self.atomLogWeight = atomLogWeight
    self.groupCount = groupCount
    self.groupLogOdds = groupLogOdds
  }
}
