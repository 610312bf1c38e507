// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import Reporting

/// Leaves out cells of fewer than 5 participants, and those from which such a cell could be worked out.
enum SmallCells {
  /// The smallest number that is shown.
  static let fewest = 5

  /// The cells of a row whose sum is known.
  ///
  /// Every cell below 5 is left out. Where what is left out is a single cell, or sums up to less than
  /// 5, the sum would tell it: then the smallest of the others is left out too.
  static func masked(_ cells: [Int]) -> [Int?] {
    var hidden = Set(cells.indices.filter { cells[$0] < fewest })
    while !hidden.isEmpty, hidden.count == 1 || hidden.reduce(0, { $0 + cells[$1] }) < fewest,
      let smallest = cells.indices.filter({ !hidden.contains($0) })
        .min(by: { (cells[$0], $0) < (cells[$1], $1) })
    {
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
    masked.inseparable = pairs(figures.inseparable, of: all, in: masked.groups)
    return masked
  }

  /// Pairs of groups: they are parts of the diaries that have one of the two, where these are shown.
  private static func pairs(
    _ counts: [CohortFigures.Count], of all: Int, in groups: [CohortFigures.Group]
  ) -> [CohortFigures.Count] {
    let diaries = Dictionary(groups.map { ($0.group.rawValue, $0.diaries) }) { first, _ in first }
    return zip(counts.sorted { $0.name < $1.name }, masked(counts, of: all)).map { count, masked in
      let wholes = count.name.split(separator: " ").compactMap { diaries[String($0)] ?? nil }
      let isTold = wholes.contains { self.masked(count.participants ?? 0, of: $0) == nil }
      return .init(name: masked.name, participants: isTold ? nil : masked.participants)
    }
  }

  /// In alphabetical order, since the order by frequency would tell something of what is left out.
  private static func masked(
    _ counts: [CohortFigures.Count], of all: Int
  ) -> [CohortFigures.Count] {
    counts.sorted { $0.name < $1.name }.map {
      .init(name: $0.name, participants: masked($0.participants ?? 0, of: all))
    }
  }

  /// A group without the numbers that are small or would tell a small one (`CohortCells`), and without
  /// the figures that are made of them.
  static func masked(_ group: CohortFigures.Group, of all: Int) -> CohortFigures.Group {
    let cells = CohortCells(group, of: all < fewest ? nil : all)
    let shown = cells.shown
    func number(_ place: Int) -> Int? { shown.contains(place) ? cells.numbers[place] : nil }
    var masked = CohortFigures.Group(
      group: group.group, diaries: number(CohortCells.diaries),
      judged: number(CohortCells.judged), verdicts: group.verdicts.indices.map(number))
    masked.literature = group.literature
    if masked.judged != nil {
      // An interval tells out of how many.
      masked.frequency = group.frequency
      if masked.verdicts.first != .some(nil) {
        masked.likelyShare = group.likelyShare
        masked.expectedFalse = group.expectedFalse
      }
    }
    masked.challenged = number(CohortCells.challenged)
    if masked.challenged != nil { masked.expectedPlacebo = group.expectedPlacebo }
    // The intervals of a pooled effect and of its prediction tell out of how many.
    if number(CohortCells.pooled) != nil { masked.pooled = group.pooled }
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
