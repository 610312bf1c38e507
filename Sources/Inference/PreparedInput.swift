// SPDX-License-Identifier: Apache-2.0

/// A question in the layout of the computation: only finite numbers, one row for each observation.
///
/// Groups without an atom, or with zeros only, are left out: their inclusion keeps its prior.
struct PreparedInput {
  /// Days since the observation before; 0 for the first.
  var gaps: [Double] = []
  /// Rows of nuisance columns and atoms.
  var rows: [Double] = []
  /// The outcome, less its centre.
  var outcome: [Double] = []
  /// For each observation, its place in the question.
  var sourceRow: [Int] = []
  /// The number of observations.
  var count = 0
  /// The number of nuisance columns.
  var nuisanceCount = 0
  /// The number of atoms in the computation.
  var atomCount: Int { sourceAtom.count }
  /// The numbers in one row.
  var width: Int { nuisanceCount + atomCount }
  /// Prior precisions of the nuisance columns.
  var precision: [Double] = []
  /// Prior means of the nuisance columns.
  var mean: [Double] = []
  /// For each atom in the computation, its place in the question.
  var sourceAtom: [Int] = []
  /// The log prior weight of each atom in the computation.
  var logWeight: [Double] = []
  /// For each group in the computation, its place in the question, ascending.
  var sourceGroup: [Int] = []
  /// Where each group's atoms begin, with the end of the last.
  var groupStart: [Int] = [0]
  /// Log odds added to each group's prior inclusion.
  var logOdds: [Double] = []

  /// The group of the computation that each of its atoms belongs to.
  var groupOfAtom: [Int] {
    var groups: [Int] = []
    for g in 0..<sourceGroup.count {
      groups += Array(repeating: g, count: groupStart[g + 1] - groupStart[g])
    }
    return groups
  }

  /// Brings a question into this layout.
  init(_ input: ModelInput) {
    let kept = Self.finiteObservations(input)
    count = kept.count
    sourceRow = kept
    nuisanceCount = min(
      input.nuisance.columns, input.nuisancePrecision.count, input.nuisanceMean.count)
    precision = input.nuisancePrecision.prefix(nuisanceCount).map { max(0, finite($0)) }
    mean = input.nuisanceMean.prefix(nuisanceCount).map(finite)
    gaps = kept.indices.map { k in
      k == 0 ? 0 : max(0, input.hours[kept[k]] - input.hours[kept[k - 1]]) / 24
    }
    collectGroups(input, kept)
    fillRows(input, kept)
    outcome = centred(kept.map { input.outcome[$0] })
  }

  /// The same question about another outcome at the same times; `nil` where it has other observations.
  func asking(_ other: [Double]) -> PreparedInput? {
    guard let last = sourceRow.last, other.indices.contains(last),
      other.allSatisfy(\.isFinite), sourceRow.count == other.count
    else { return nil }
    var input = self
    input.outcome = centred(other)
    return input
  }

  /// The indices of the observations that have a finite time and outcome.
  private static func finiteObservations(_ input: ModelInput) -> [Int] {
    let rows = min(
      input.hours.count, input.outcome.count,
      input.nuisance.columns > 0 ? input.nuisance.rows : Int.max,
      input.atoms.columns > 0 ? input.atoms.rows : Int.max)
    return (0..<rows).filter { input.hours[$0].isFinite && input.outcome[$0].isFinite }
  }

  /// Sorts the atoms by group, and leaves out groups that were never eaten.
  private mutating func collectGroups(_ input: ModelInput, _ kept: [Int]) {
    let atoms = min(input.atoms.columns, input.atomGroup.count, input.atomLogWeight.count)
    var members: [[Int]] = Array(repeating: [], count: max(0, input.groupCount))
    for atom in 0..<atoms where members.indices.contains(input.atomGroup[atom]) {
      members[input.atomGroup[atom]].append(atom)
    }
    for (group, list) in members.enumerated() {
      let exposed = list.contains { atom in
        let base = atom * input.atoms.rows
        return kept.contains { finite(input.atoms.elements[base + $0]) != 0 }
      }
      guard exposed else { continue }
      sourceGroup.append(group)
      sourceAtom += list
      logWeight += list.map { max(-700, finite(input.atomLogWeight[$0])) }
      groupStart.append(sourceAtom.count)
      let odds = group < input.groupLogOdds.count ? input.groupLogOdds[group] : 0
      logOdds.append(min(max(finite(odds), -50), 50))
    }
  }

  /// Copies the columns into rows.
  private mutating func fillRows(_ input: ModelInput, _ kept: [Int]) {
    let width = width
    rows = Array(repeating: 0, count: count * width)
    for column in 0..<nuisanceCount {
      copy(input.nuisance.elements, from: column * input.nuisance.rows, kept, to: column, width)
    }
    for (place, atom) in sourceAtom.enumerated() {
      copy(
        input.atoms.elements, from: atom * input.atoms.rows, kept, to: nuisanceCount + place, width)
    }
  }

  private mutating func copy(
    _ elements: [Double], from base: Int, _ kept: [Int], to column: Int, _ width: Int
  ) {
    var place = column
    for k in kept {
      let value = elements[base + k]
      if value != 0 { rows[place] = finite(value) }
      place += width
    }
  }

  /// An outcome less its centre, where a flat intercept allows it.
  private func centred(_ values: [Double]) -> [Double] {
    let flat =
      nuisanceCount > 0 && precision[0] == 0 && (0..<count).allSatisfy { rows[$0 * width] == 1 }
    let outcomes = values.map(finite)
    let centre = flat && count > 0 ? outcomes.reduce(0, +) / Double(count) : 0
    return outcomes.map { $0 - centre }
  }
}

/// The number, within ±1e6; 0 for NaN.
private func finite(_ x: Double) -> Double {
  x.isNaN ? 0 : min(max(x, -1e6), 1e6)
}
