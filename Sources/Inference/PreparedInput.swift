// SPDX-License-Identifier: Apache-2.0

/// A question in the layout of the computation: only finite numbers, one row for each observation.
///
/// Groups without an atom, or with zeros only, are left out: their inclusion keeps its prior.
struct PreparedInput {
  /// Days since the observation before; 0 for the first.
  var gaps: [Double] = []
  /// Rows of nuisance columns, outcome, atoms; the outcome less its centre.
  var rows: [Double] = []
  /// The number of observations.
  var count = 0
  /// The number of nuisance columns.
  var nuisanceCount = 0
  /// The number of atoms in the computation.
  var atomCount: Int { sourceAtom.count }
  /// The numbers in one row.
  var width: Int { nuisanceCount + 1 + atomCount }
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
    nuisanceCount = min(
      input.nuisance.columns, input.nuisancePrecision.count, input.nuisanceMean.count)
    precision = input.nuisancePrecision.prefix(nuisanceCount).map { max(0, finite($0)) }
    mean = input.nuisanceMean.prefix(nuisanceCount).map(finite)
    gaps = kept.indices.map { k in
      k == 0 ? 0 : max(0, input.hours[kept[k]] - input.hours[kept[k - 1]]) / 24
    }
    collectGroups(input, kept)
    fillRows(input, kept)
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

  /// Copies the columns into rows and centres the outcome where a flat intercept allows it.
  private mutating func fillRows(_ input: ModelInput, _ kept: [Int]) {
    let width = width
    rows = Array(repeating: 0, count: count * width)
    for column in 0..<nuisanceCount {
      let base = column * input.nuisance.rows
      for (i, k) in kept.enumerated() {
        rows[i * width + column] = finite(input.nuisance.elements[base + k])
      }
    }
    for (place, atom) in sourceAtom.enumerated() {
      let base = atom * input.atoms.rows
      for (i, k) in kept.enumerated() {
        rows[i * width + nuisanceCount + 1 + place] = finite(input.atoms.elements[base + k])
      }
    }
    let flat =
      nuisanceCount > 0 && precision[0] == 0 && (0..<count).allSatisfy { rows[$0 * width] == 1 }
    let outcomes = kept.map { finite(input.outcome[$0]) }
    let centre = flat && count > 0 ? outcomes.reduce(0, +) / Double(count) : 0
    for i in 0..<count { rows[i * width + nuisanceCount] = outcomes[i] - centre }
  }
}

/// The number, within ±1e6; 0 for NaN.
private func finite(_ x: Double) -> Double {
  x.isNaN ? 0 : min(max(x, -1e6), 1e6)
}
