// SPDX-License-Identifier: Apache-2.0

internal import Reporting

/// The numbers of people in a cohort's row, and what those that are shown tell of the others.
///
/// The numbers stand in sums and are parts of one another: verdicts sum up to the diaries, the first
/// four of them to those ruled, those judged are among these, those challenged among the diaries, those
/// pooled among the challenged, the diaries among all participants. Each of this limits the difference
/// of two running sums, so that the range of any difference is a shortest path (Floyd 1962), and exact.
struct CohortCells {
  /// The places of the numbers behind the verdicts.
  static let diaries = verdicts
  static let judged = verdicts + 1
  static let challenged = verdicts + 2
  static let pooled = verdicts + 3
  private static let verdicts = CohortFigures.verdicts.count

  /// The verdicts in their order, then diaries, judged, challenged, people pooled.
  let numbers: [Int]
  /// All participants; `nil` where they are not shown.
  let all: Int?

  init(_ group: CohortFigures.Group, of all: Int?) {
    var cells = group.verdicts.prefix(Self.verdicts).map { $0 ?? 0 }
    cells += [Int](repeating: 0, count: Self.verdicts - cells.count)
    numbers =
      cells + [
        group.diaries ?? 0, group.judged ?? 0, group.challenged ?? 0, group.pooled?.people ?? 0,
      ]
    self.all = all
  }

  /// The places of the numbers that may be shown together.
  ///
  /// From those of at least 5 the one is taken away, again and again, without which the least is told;
  /// until no number, sum or difference is known to be 1 to 4.
  var shown: Set<Int> {
    var shown = Set(numbers.indices.filter { numbers[$0] >= SmallCells.fewest })
    while true {
      // Nearly all are challenged, and nearly all of these pooled: the one would tell the other.
      if !shown.contains(Self.diaries) { shown.remove(Self.challenged) }
      if !shown.contains(Self.challenged) { shown.remove(Self.pooled) }
      guard told(by: shown) > 0 else { return shown }
      let best = order(of: shown).map { (told(by: shown.subtracting([$0])), $0) }
        .min { $0.0 < $1.0 }
      guard let best else { return [] }
      shown.remove(best.1)
    }
  }

  /// What is left out first: what says least about the group.
  private func order(of shown: Set<Int>) -> [Int] {
    let ranks = [Self.pooled: 0, Self.challenged: 1, Self.judged: 3, Self.diaries: 4]
    return shown.sorted {
      (ranks[$0] ?? 2, numbers[$0], $0) < (ranks[$1] ?? 2, numbers[$1], $1)
    }
  }

  /// How many numbers, sums and differences are known to be 1 to 4.
  func told(by shown: Set<Int>) -> Int {
    // What mostly holds may be taken for granted by whoever computes back.
    [(false, false), (true, false), (false, true), (true, true)].reduce(0) { sum, assumed in
      sum + told(by: shown, judgesAllRuled: assumed.0, challengesTested: assumed.1)
    }
  }

  private func told(by shown: Set<Int>, judgesAllRuled: Bool, challengesTested: Bool) -> Int {
    var limits = Limits()
    for place in 0..<Self.verdicts {
      limits.limit(place, to: place + 1, least: 0)
      if shown.contains(place) { limits.fix(place, to: place + 1, at: numbers[place]) }
    }
    let whole = [
      (Self.diaries, Limits.diaries), (Self.judged, Limits.judged),
      (Self.challenged, Limits.challenged), (Self.pooled, Limits.pooled),
    ]
    for (place, node) in whole {
      limits.limit(0, to: node, least: 0)
      if shown.contains(place) { limits.fix(0, to: node, at: numbers[place]) }
    }
    if let all { limits.fix(0, to: Limits.all, at: all) }
    limits.limit(Limits.diaries, to: Limits.all, least: 0)
    limits.limit(Limits.judged, to: Limits.ruled, least: 0)
    limits.limit(Limits.challenged, to: Limits.diaries, least: 0)
    limits.limit(Limits.pooled, to: Limits.challenged, least: 0)
    if judgesAllRuled { limits.fix(Limits.judged, to: Limits.ruled, at: 0) }
    if challengesTested { limits.limit(Limits.challenged, to: Limits.tested, least: 0) }
    // What does not fit the numbers is not what holds here.
    guard limits.settle() else { return 0 }
    let pairs = Limits.pairs.count { limits.isSmall($0, to: $1) }
    let stretches = [(0, Limits.ruled), (Limits.ruled, Limits.diaries), (0, Limits.diaries)]
    return pairs
      + stretches.count { start, end in
        let seen = (start..<end).filter(shown.contains).reduce(0) { $0 + numbers[$1] }
        return limits.isSmall(start, to: end, less: seen)
      }
  }

  /// Limits of the differences of running sums of verdicts and of other numbers.
  private struct Limits {
    static let ruled = CohortFigures.ruledVerdicts
    static let tested = CohortCells.verdicts - 1
    static let diaries = CohortCells.verdicts
    static let all = CohortCells.verdicts + 1
    static let judged = CohortCells.verdicts + 2
    static let challenged = CohortCells.verdicts + 3
    static let pooled = CohortCells.verdicts + 4
    private static let count = CohortCells.verdicts + 5
    private static let endless = 1 << 40

    /// What must not be known to differ by 1 to 4: sums of neighbouring verdicts, and people of one
    /// kind against those of another.
    static let pairs: [(Int, Int)] = {
      var pairs = (0..<diaries).flatMap { start in
        ((start + 1)...diaries).map { (start, $0) }
      }
      pairs += (0..<ruled).map { ($0, judged) } + [(0, challenged), (0, pooled)]
      let people = [ruled, tested, diaries, all, judged, challenged, pooled]
      for one in people { pairs += people.filter { $0 != one }.map { (one, $0) } }
      return pairs
    }()

    /// The most that each number can be above each other.
    private var most = [Int](
      repeating: Limits.endless, count: Limits.count * Limits.count)

    mutating func limit(_ one: Int, to other: Int, least: Int) {
      most[other * Self.count + one] = min(most[other * Self.count + one], -least)
    }

    mutating func fix(_ one: Int, to other: Int, at difference: Int) {
      limit(one, to: other, least: difference)
      most[one * Self.count + other] = min(most[one * Self.count + other], difference)
    }

    /// Follows all paths; returns whether numbers within the limits exist.
    mutating func settle() -> Bool {
      let count = Self.count
      for middle in 0..<count {
        for one in 0..<count where most[one * count + middle] < Self.endless {
          for other in 0..<count where most[middle * count + other] < Self.endless {
            let sum = most[one * count + middle] + most[middle * count + other]
            most[one * count + other] = min(most[one * count + other], sum)
          }
        }
      }
      return (0..<count).allSatisfy { most[$0 * count + $0] >= 0 }
    }

    /// Whether the difference, less what is known of it, can only be 1 to 4.
    func isSmall(_ one: Int, to other: Int, less known: Int = 0) -> Bool {
      let high = most[one * Self.count + other]
      let low = -most[other * Self.count + one]
      return low - known >= 1 && high - known < SmallCells.fewest
    }
  }
}
