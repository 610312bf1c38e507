// SPDX-License-Identifier: Apache-2.0

internal import Reporting

/// Leaves out cells of fewer than 5 participants, and those from which such a cell could be worked out.
enum SmallCells {
  /// The smallest number that is shown.
  static let fewest = 5

  /// The cells of a row whose sum is known.
  static func masked(_ cells: [Int]) -> [Int?] { masked(cells, sums: [cells.indices]) }

  /// The cells of a row of which the sums of stretches are known.
  ///
  /// Every cell below 5 is left out. Where what was left out of a stretch is a single cell, or sums up
  /// to less than 5, the sum would tell it: then the smallest of its others is left out too.
  static func masked(
    _ cells: [Int], sums: [Range<Int>], hiding: Set<Int> = []
  ) -> [Int?] {
    var hidden = hiding.union(cells.indices.filter { cells[$0] < fewest })
    var isSettled = false
    while !isSettled {
      isSettled = true
      for stretch in sums {
        let gone = stretch.filter(hidden.contains)
        guard !gone.isEmpty, gone.count == 1 || gone.reduce(0, { $0 + cells[$1] }) < fewest,
          let smallest = stretch.filter({ !hidden.contains($0) })
            .min(by: { (cells[$0], $0) < (cells[$1], $1) })
        else { continue }
        hidden.insert(smallest)
        isSettled = false
      }
    }
    return cells.indices.map { hidden.contains($0) ? nil : cells[$0] }
  }

  /// A part of a whole that is known: neither it nor the rest may be small.
  static func masked(_ part: Int, of whole: Int) -> Int? {
    part < fewest || (1..<fewest).contains(whole - part) ? nil : part
  }

  /// All figures of a cohort without their small cells.
  static func masked(_ figures: CohortFigures) -> CohortFigures {
    var masked = figures
    masked.masksSmall = true
    let all = figures.participants ?? 0
    if all < fewest { masked.participants = nil }
    masked.groups = figures.groups.map { self.masked($0, of: all) }
    let grades = self.masked(figures.grades.map { $0.participants ?? 0 })
    for place in masked.grades.indices { masked.grades[place].participants = grades[place] }
    masked.safety = self.masked(figures.safety, of: all)
    masked.warnings = self.masked(figures.warnings, of: all)
    masked.inseparable = self.masked(figures.inseparable, of: all)
    return masked
  }

  /// In alphabetical order, since the order by frequency would tell something of what is left out.
  private static func masked(
    _ counts: [CohortFigures.Count], of all: Int
  ) -> [CohortFigures.Count] {
    counts.sorted { $0.name < $1.name }.map {
      .init(name: $0.name, participants: masked($0.participants ?? 0, of: all))
    }
  }

  static func masked(_ group: CohortFigures.Group, of all: Int) -> CohortFigures.Group {
    let diaries = group.diaries ?? 0
    let judged = group.judged ?? 0
    var masked = CohortFigures.Group(
      group: group.group, diaries: self.masked(diaries, of: all),
      judged: self.masked(judged, of: all), verdicts: [])
    masked.literature = group.literature
    // Those without a probability are told by the difference: among all, and among those with a
    // verdict of their own.
    if (1..<fewest).contains(diaries - judged) { masked.diaries = nil }
    let ruled = group.verdicts.prefix(CohortFigures.ruledVerdicts).reduce(0) { $0 + ($1 ?? 0) }
    if (1..<fewest).contains(abs(ruled - judged)) { masked.judged = nil }
    masked.verdicts = verdicts(of: group, knowing: masked)
    if masked.judged != nil {
      masked.frequency = group.frequency
      if masked.verdicts.first != .some(nil) {
        masked.likelyShare = group.likelyShare
        masked.expectedFalse = group.expectedFalse
      }
    }
    masked.challenged = self.masked(group.challenged ?? 0, of: diaries)
    if masked.challenged != nil { masked.expectedPlacebo = group.expectedPlacebo }
    if let pooled = group.pooled, let people = pooled.people, people >= fewest {
      masked.pooled = pooled
      masked.pooled?.people = self.masked(people, of: group.challenged ?? people)
    }
    masked.isMasked = isChanged(masked, from: group)
    return masked
  }

  /// The verdicts of a group of which `known` says the sums that are shown.
  ///
  /// All sum up to `diaries`. The first four mostly sum up to `judged`: only diaries that have a verdict
  /// without a probability make a difference, and it is never a small one where `judged` is shown.
  /// Where a sum is left out, its verdicts must not tell it: without `judged` one of the first four is
  /// left out, without `diaries` all of the others.
  private static func verdicts(
    of group: CohortFigures.Group, knowing known: CohortFigures.Group
  ) -> [Int?] {
    let cells = group.verdicts.map { $0 ?? 0 }
    let ruled = 0..<min(CohortFigures.ruledVerdicts, cells.count)
    let others = ruled.upperBound..<cells.count
    var hidden: Set<Int> = []
    if known.judged == nil, let smallest = ruled.min(by: { (cells[$0], $0) < (cells[$1], $1) }) {
      hidden.insert(smallest)
    }
    let ruledSum = known.judged == nil ? [] : [ruled]
    guard known.diaries != nil else {
      return masked(cells, sums: ruledSum, hiding: hidden.union(others))
    }
    return masked(
      cells, sums: [cells.indices] + ruledSum + (known.judged == nil ? [] : [others]),
      hiding: hidden)
  }

  private static func isChanged(
    _ masked: CohortFigures.Group, from group: CohortFigures.Group
  ) -> Bool {
    var masked = masked
    masked.isMasked = group.isMasked
    return masked != group
  }
}
