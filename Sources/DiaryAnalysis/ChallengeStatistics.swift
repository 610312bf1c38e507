// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import Statistics

/// Compares the response window of each challenge with days without one.
struct ChallengeStatistics: Sendable {
  /// How far from a challenge its comparison days may lie.
  static let comparisonReach = 28
  /// The fewest comparison days that are looked for close by.
  static let enoughComparisonDays = 5
  /// The most inferred challenges of a group that are described in every detail.
  static let mostInDetail = 6

  let frame: DiaryFrame
  let outcome: DailyOutcome
  let exclusions: Exclusions
  let confounders: ConfounderTable
  /// The phases with the baseline diet.
  let baseline: [PhaseSpan]
  /// The symptoms, by day.
  let records: [SymptomRecord]
  /// The challenges of all groups, and those of them that are declared.
  let all: [ChallengeSpan]
  let declared: [ChallengeSpan]
  let facts: ConfounderFacts
  let schedule: RandomisedSchedule

  /// What a group's challenges are compared with.
  func cleanDays(_ exposure: GroupExposure) -> CleanDays {
    CleanDays(
      days: outcome.days, group: exposure, others: all,
      tail: Mechanism(of: exposure.group).tailDays)
  }

  /// A challenge with its figures, and the values on the days of its window.
  struct Judged: Sendable {
    var result: GroupResult.Challenge
    let window: Window
  }

  /// The values on the days of a challenge's window.
  struct Window: Sendable {
    let values: [Double]
    /// Those of the days on which nothing stands besides the challenge.
    let unconfounded: [Double]
    /// What stands on the other days.
    let confounders: [String]
  }

  /// The challenges of one group with their figures.
  func results(
    of spans: [ChallengeSpan], exposure: GroupExposure, clean: CleanDays
  ) -> [Judged] {
    let portions = Dictionary(uniqueKeysWithValues: exposure.days.map { ($0.day, $0) })
    return spans.map { span in
      let inDetail = span.source != "inferred" || spans.count <= Self.mostInDetail
      let comparison = comparisonDays(span, clean)
      let effects = ChallengeEffects(
        outcome: outcome, window: Array(span.window), comparison: comparison)
      let window = window(of: span)
      var challenge = result(span, comparison, effects.overlap, portions, window)
      effects.write(to: &challenge, inDetail: inDetail)
      addDetails(to: &challenge, span, comparison, window)
      return Judged(result: challenge, window: window)
    }
  }

  private func window(of span: ChallengeSpan) -> Window {
    let standing = span.window.map { self.standing($0, span) }
    return Window(
      values: outcome.values(span.window),
      unconfounded: outcome.values(zip(span.window, standing).filter(\.1.isEmpty).map(\.0)),
      confounders: Set(standing.joined()).sorted())
  }

  /// Adds the windows and the ledger.
  private func addDetails(
    to challenge: inout GroupResult.Challenge, _ span: ChallengeSpan, _ comparison: [Int],
    _ window: Window
  ) {
    challenge.mechanism = Mechanism(of: span.group).rawValue
    challenge.responseWindow = Self.range(span.window.lowerBound, span.window.upperBound)
    if let first = comparison.min(), let last = comparison.max() {
      challenge.baselineWindow = Self.range(first, last)
    }
    if !window.confounders.isEmpty {
      challenge.napWithoutConfounded =
        Nonoverlap(baseline: outcome.values(comparison), exposed: window.unconfounded)?.estimate
    }
    challenge.ledger = facts.ledger(
      span.window, others: span.window.filter { isOtherChallenge($0, span) }, group: span.group,
      includesUsual: span.source != "inferred", frame: frame)
  }

  private static func range(_ first: Int, _ last: Int) -> GroupResult.DayRange {
    .init(start: CivilDate(dayNumber: first), end: CivilDate(dayNumber: last))
  }

  private func result(
    _ span: ChallengeSpan, _ comparison: [Int], _ overlap: Nonoverlap?,
    _ eaten: [Int: GroupExposure.Day], _ window: Window
  ) -> GroupResult.Challenge {
    let comparisonValues = outcome.values(comparison)
    let baseline = Self.mean(comparisonValues)
    let aligned = (span.first - 2)...max(span.first + 3, span.windowEnd)
    let windowMean = Self.mean(window.values)
    let tested = windowMean.flatMap { pValue(span, atLeast: $0) }
    var challenge = GroupResult.Challenge(
      start: CivilDate(dayNumber: span.first), end: CivilDate(dayNumber: span.last),
      source: span.source, effect: Self.difference(windowMean, baseline), nap: overlap?.estimate,
      napInterval: overlap.map { Self.ends($0.scoreInterval(confidence: 0.9)) },
      pValue: tested?.share,
      confounders: window.confounders,
      effectWithoutConfounded: Self.difference(Self.mean(window.unconfounded), baseline),
      excludedDays: span.window.compactMap { day in
        exclusions.reason(day).map { .init(date: CivilDate(dayNumber: day), reason: $0) }
      }, baselineMean: baseline, baselineDays: comparisonValues.count,
      values: aligned.compactMap { day in
        outcome[day].map { .init(day: day - span.first, value: $0) }
      },
      doses: aligned.compactMap { day in
        eaten[day].map { .init(day: day - span.first, value: $0.portions) }
      }, entries: references(span, eaten))
    challenge.pValueKind = tested?.kind
    challenge.pValueWindows = tested?.windows
    return challenge
  }

  /// What stands on a day of a window besides the challenge itself.
  private func standing(_ day: Int, _ span: ChallengeSpan) -> [String] {
    let names = confounders.names(on: day).filter { $0 != span.group.rawValue }
    return names + (isOtherChallenge(day, span) ? ["other-challenge"] : [])
  }

  /// Whether a declared challenge of another group, not given at the same time, touches a day.
  private func isOtherChallenge(_ day: Int, _ span: ChallengeSpan) -> Bool {
    declared.contains {
      $0.window.contains(day) && !($0.first <= span.last && span.first <= $0.last)
        && $0.group != span.group
    }
  }

  /// Up to 14 days with a value, the nearest before the challenge first, then those after it; days
  /// of the baseline diet count only for a challenge in it.
  private func comparisonDays(_ span: ChallengeSpan, _ clean: CleanDays) -> [Int] {
    let inBaseline = isBaseline(span.first)
    func usable(_ day: Int, strict: Bool) -> Bool {
      outcome[day] != nil && !span.window.contains(day) && isBaseline(day) == inBaseline
        && clean.contains(day, strict: strict)
    }
    let reach = Self.comparisonReach
    let before = (1...reach).map { span.first - $0 }
    let after = (1...reach).map { span.windowEnd + $0 }
    for strict in [true, false] {
      let close = before.prefix(14).filter { usable($0, strict: strict) }
      if close.count >= Self.enoughComparisonDays { return close }
      let wide = (before + after).filter { usable($0, strict: strict) }
      if wide.count >= 3 || !strict { return Array(wide.prefix(14)) }
    }
    return []
  }

  private func isBaseline(_ day: Int) -> Bool {
    baseline.contains { $0.contains(day) }
  }

  /// The share of windows of a challenge's length whose mean is at least as high, over the starts
  /// that a draw could have given where the protocol says that there was one, else over all.
  ///
  /// Windows with a value on fewer than half of their days are left out. The challenge's own counts.
  private func pValue(
    _ span: ChallengeSpan, atLeast mean: Double
  ) -> (share: Double, kind: String, windows: Int)? {
    let length = span.window.count
    if let starts = schedule.starts(for: span),
      let drawn = share(of: starts, length: length, atLeast: mean, fewest: 2)
    {
      return (drawn.share, "randomisation", drawn.windows)
    }
    return share(of: outcome.days, length: length, atLeast: mean, fewest: 5)
      .map { ($0.share, "shift", $0.windows) }
  }

  private func share(
    of starts: some Sequence<Int>, length: Int, atLeast mean: Double, fewest: Int
  ) -> (share: Double, windows: Int)? {
    var count = 0
    var total = 0
    for start in starts where start + length <= outcome.days.upperBound {
      guard let window = outcome.mean(start...start + length - 1), window.count * 2 >= length
      else { continue }
      total += 1
      if window.mean >= mean - 1e-9 { count += 1 }
    }
    return total < fewest ? nil : (Double(max(count, 1)) / Double(total), total)
  }

  /// How often windows without a challenge look as bad as the challenges do on average.
  func falseAlarms(
    _ spans: [ChallengeSpan], _ judged: [Judged], clean: CleanDays
  ) -> (rate: Double, windows: Int)? {
    let effects = judged.compactMap(\.result.effect)
    guard let threshold = Self.mean(effects), !spans.isEmpty else { return nil }
    let lengths = spans.map(\.window.count).sorted()
    let length = lengths[lengths.count / 2]
    for strict in [true, false] {
      let differences = windowDifferences(length) { clean.contains($0, strict: strict) }
      guard differences.count >= 5 || !strict else { continue }
      guard !differences.isEmpty else { return nil }
      let worse = differences.count { $0 >= threshold - 1e-9 }
      return (Double(worse) / Double(differences.count), differences.count)
    }
    return nil
  }

  /// For each window of clean days, its mean above that of the clean days of the two weeks before.
  private func windowDifferences(_ length: Int, _ clean: (Int) -> Bool) -> [Double] {
    let open = outcome.days.map(clean)
    let base = outcome.days.lowerBound
    var sum = 0.0
    var count = 0
    func add(_ days: Range<Int>) {
      for day in days where open[day - base] {
        guard let value = outcome[day] else { continue }
        sum += value
        count += 1
      }
    }
    // The first day after the last one that is not clean.
    var free = base
    var differences: [Double] = []
    for last in outcome.days {
      if !open[last - base] { free = last + 1 }
      let start = last - length + 1
      guard start >= free, let window = outcome.mean(start...last), window.count * 2 >= length
      else { continue }
      (sum, count) = (0, 0)
      add(max(base, start - 14)..<start)
      if count < 3 { add(last + 1..<min(last + 15, outcome.days.upperBound)) }
      if count >= 3 { differences.append(window.mean - sum / Double(count)) }
    }
    return differences
  }

  private func references(_ span: ChallengeSpan, _ eaten: [Int: GroupExposure.Day]) -> [String] {
    let foods = span.window.flatMap { eaten[$0]?.entries ?? [] }
    let first = records.partitioningIndex { $0.day >= span.window.lowerBound }
    let symptoms = records[first...].prefix { $0.day <= span.window.upperBound }.map(\.entry)
    var seen: Set<Int> = []
    return (foods + symptoms).filter { seen.insert($0).inserted }.map { frame.reference($0) }
  }

  private static func ends(_ interval: ClosedRange<Double>) -> [Double] {
    [interval.lowerBound, interval.upperBound]
  }

  static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  private static func difference(_ left: Double?, _ right: Double?) -> Double? {
    guard let left, let right else { return nil }
    return left - right
  }
}

/// The days that neither the group nor, where asked, any other challenge touches.
struct CleanDays: Sendable {
  private let days: Range<Int>
  private var isTouched: [Bool]
  private var isTested: [Bool]

  /// Looks at the days of a period.
  init(days: Range<Int>, group: GroupExposure, others: [ChallengeSpan], tail: Int) {
    self.days = days
    isTouched = Array(repeating: false, count: days.count)
    isTested = isTouched
    for day in group.days {
      Self.mark(day.day..<day.day + tail + 1, of: days, in: &isTouched)
    }
    for other in others where other.group != group.group {
      Self.mark(Range(other.window), of: days, in: &isTested)
    }
  }

  private static func mark(_ marked: Range<Int>, of days: Range<Int>, in flags: inout [Bool]) {
    for day in marked.clamped(to: days) { flags[day - days.lowerBound] = true }
  }

  /// Whether a day of the period is clean; `false` outside it.
  func contains(_ day: Int, strict: Bool) -> Bool {
    guard days.contains(day) else { return false }
    let place = day - days.lowerBound
    return !isTouched[place] && !(strict && isTested[place])
  }
}
