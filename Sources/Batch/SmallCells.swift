// SPDX-License-Identifier: Apache-2.0

internal import Reporting

/// Leaves out cells of fewer than 5 participants, and those from which such a cell could be worked out.
enum SmallCells {
  /// The smallest number that is shown.
  static let fewest = 5

  /// The cells of a row whose sum is known.
  ///
  /// Every cell below 5 is left out. Where what was left out is a single cell, or sums up to less than
  /// 5, the sum of the row would tell it: then the smallest of the others is left out too.
  static func masked(_ cells: [Int]) -> [Int?] {
    var hidden = Set(cells.indices.filter { cells[$0] < fewest })
    while !hidden.isEmpty, hidden.count < cells.count,
      hidden.count == 1 || hidden.reduce(0, { $0 + cells[$1] }) < fewest
    {
      let others = cells.indices.filter { !hidden.contains($0) }
      guard let smallest = others.min(by: { (cells[$0], $0) < (cells[$1], $1) }) else { break }
      hidden.insert(smallest)
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

  private static func masked(_ group: CohortFigures.Group, of all: Int) -> CohortFigures.Group {
    let diaries = group.diaries ?? 0
    let judged = group.judged ?? 0
    var masked = CohortFigures.Group(
      group: group.group, diaries: self.masked(diaries, of: all),
      judged: judged < fewest ? nil : judged,
      verdicts: self.masked(group.verdicts.map { $0 ?? 0 }))
    masked.literature = group.literature
    // The one who could not be judged is told by the difference.
    if (1..<fewest).contains(diaries - judged) { masked.diaries = nil }
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

  private static func isChanged(
    _ masked: CohortFigures.Group, from group: CohortFigures.Group
  ) -> Bool {
    var masked = masked
    masked.isMasked = group.isMasked
    return masked != group
  }
}
