// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Finds where the phases and the rest of the diary disagree.
///
/// Every disagreement is a coded warning with its groups, days and rows.
struct PhaseReview: Sendable {
  /// The codes of all its warnings.
  static let codes: Set<String> = [
    "challenge-without-food", "elimination-not-kept", "exposure-during-elimination",
    "exposure-during-washout", "phase-outside-diary", "challenge-before-baseline",
    "challenge-before-elimination", "phases-overlap", "challenge-not-declared", "no-washout",
    "unresolved-washout", "phases-differ",
  ]

  /// The days after the diary's end within which a phase is a plan, not a slip.
  static let aheadDays = 90
  /// The most rows that one warning names.
  static let mostRows = 50

  let frame: DiaryFrame
  /// The phases of the diary or the protocol file.
  let declared: [PhaseSpan]
  let exposures: [GroupExposure]
  let challenges: [ChallengeSpan]
  let inference: PhaseInference
  /// The phases of the diary that a protocol file overrules.
  var overruled: [PhaseSpan] = []

  typealias Warning = AnalysisResults.Warning

  /// All disagreements, in a fixed order.
  func warnings() -> [Warning] {
    let inside = declared.filter { $0.last >= frame.firstDay && $0.first <= frame.lastDay }
    return inside.flatMap(whileDeclared) + outside + order + overlaps + undeclared + washouts
      + differences
  }

  /// Challenges that the diary and the protocol file do not both have at about the same time.
  private var differences: [Warning] {
    guard !overruled.isEmpty else { return [] }
    func missing(_ some: [PhaseSpan], in others: [PhaseSpan]) -> [PhaseSpan] {
      let tests = others.filter { $0.name == "challenge" }
      return some.filter { phase in
        phase.name == "challenge"
          && !tests.contains {
            $0.overlap(phase) != nil && !Set($0.groups).isDisjoint(with: phase.groups)
          }
      }
    }
    let inDiary = missing(overruled, in: declared).prefix(Self.mostRows).map { phase in
      warning(
        "phases-differ", phase.groups, phase,
        "The diary names a test of \(name(phase)) from \(dates(phase)), the protocol file does not; "
          + "the file is followed.", ["declaredBy": "diary"])
    }
    let inProtocol = missing(declared, in: overruled).prefix(Self.mostRows).map { phase in
      warning(
        "phases-differ", phase.groups, phase,
        "The protocol file names a test of \(name(phase)) from \(dates(phase)), the diary does not; "
          + "the file is followed.", ["declaredBy": "protocol"])
    }
    return inDiary + inProtocol
  }

  // MARK: Phase by phase

  private func whileDeclared(_ phase: PhaseSpan) -> [Warning] {
    switch phase.name {
    case "challenge": phase.groups.compactMap { withoutFood(phase, $0) }
    case "elimination": phase.groups.compactMap { notKept(phase, $0) }
    case "washout": eatenInWashout(phase)
    default: []
    }
  }

  private func withoutFood(_ phase: PhaseSpan, _ group: GroupID) -> Warning? {
    guard !eaten(group, phase.first...phase.last).contains(where: \.certain) else { return nil }
    return warning(
      "challenge-without-food", [group], phase,
      "The test of \(group) from \(dates(phase)) has no food that holds it.")
  }

  private func notKept(_ phase: PhaseSpan, _ group: GroupID) -> Warning? {
    let days = eaten(group, phase.first...phase.last).filter {
      $0.certain && !isChallenged($0.day, group)
    }
    guard !days.isEmpty else { return nil }
    let foodDays =
      (max(phase.first, frame.firstDay)...max(phase.first, min(phase.last, frame.lastDay)))
      .count { frame.hasFood($0) && !isChallenged($0, group) }
    let rows = days.flatMap(\.entries)
    guard days.count * 2 < foodDays || foodDays < 2 else {
      return warning(
        "elimination-not-kept", [group], phase,
        "Foods with \(group) were to be left out from \(dates(phase)), but were eaten on \(days.count) of "
          + "\(Words.count(foodDays, "day")) with foods.",
        ["days": .count(days.count), "total": .count(foodDays)], rows: rows)
    }
    return warning(
      "exposure-during-elimination", [group], phase,
      "Foods with \(group) were eaten on \(Words.count(days.count, "day")) on which they were left out, "
        + "\(dates(phase)).", ["days": .count(days.count)], rows: rows)
  }

  private func eatenInWashout(_ phase: PhaseSpan) -> [Warning] {
    guard let test = declared.last(where: { $0.name == "challenge" && $0.last < phase.first })
    else { return [] }
    return test.groups.compactMap { group in
      let days = eaten(group, phase.first...phase.last).filter {
        $0.certain && !isChallenged($0.day, group)
      }
      guard !days.isEmpty else { return nil }
      return warning(
        "exposure-during-washout", [group], phase,
        "Foods with \(group) were eaten on \(Words.count(days.count, "day")) of the pause after their test, "
          + "\(dates(phase)).", ["days": .count(days.count)], rows: days.flatMap(\.entries))
    }
  }

  // MARK: The phases among themselves

  private var outside: [Warning] {
    let out = declared.filter {
      $0.last < frame.firstDay || $0.first > frame.lastDay + Self.aheadDays
    }
    return out.map { phase in
      warning(
        "phase-outside-diary", phase.groups, phase,
        "The \(phase.name) from \(dates(phase)) lies outside the days of this diary.",
        ["phase": .text(phase.name)])
    }
  }

  private var order: [Warning] {
    let baseline = declared.filter { $0.name == "baseline" }.map(\.first).min()
    return declared.filter { $0.name == "challenge" }.flatMap { phase -> [Warning] in
      if let baseline, phase.first < baseline {
        return [
          warning(
            "challenge-before-baseline", phase.groups, phase,
            "The test from \(dates(phase)) starts before the usual diet does.")
        ]
      }
      let early = phase.groups.filter { group in
        let starts = declared.filter { $0.name == "elimination" && $0.groups.contains(group) }
          .map(\.first)
        return starts.min().map { phase.first < $0 } ?? false
      }
      guard !early.isEmpty else { return [] }
      return [
        warning(
          "challenge-before-elimination", early, phase,
          "The test of \(Words.list(early.map(\.rawValue))) from \(dates(phase)) comes before it was "
            + "left out.")
      ]
    }
  }

  /// Phases that exclude each other, on the same days; an elimination goes on in the background.
  private var overlaps: [Warning] {
    var warnings: [Warning] = []
    for (place, phase) in declared.enumerated() {
      for other in declared[(place + 1)...] {
        guard other.first <= phase.last else { break }
        guard let days = phase.overlap(other), exclude(phase, other) else { continue }
        var warning = warning(
          "phases-overlap", Set(phase.groups + other.groups).sorted(), phase,
          "The \(phase.name) from \(dates(phase)) and the \(other.name) from \(dates(other)) overlap "
            + "on \(Words.count(days.count, "day")).",
          [
            "phase": .text(phase.name), "from": .day(phase.first), "to": .day(phase.last),
            "other": .text(other.name), "otherFrom": .day(other.first),
            "otherTo": .day(other.last), "days": .count(days.count),
          ])
        warning.start = CivilDate(dayNumber: days.lowerBound)
        warning.end = CivilDate(dayNumber: days.upperBound)
        warning.entries = [phase.reference, other.reference].compactMap(\.self)
        warnings.append(warning)
        guard warnings.count < Self.mostRows else { return warnings }
      }
    }
    return warnings
  }

  private func exclude(_ one: PhaseSpan, _ other: PhaseSpan) -> Bool {
    switch Set([one.name, other.name]) {
    case ["challenge"]: one.groups != other.groups || one.first != other.first
    case ["elimination"], ["elimination", "challenge"], ["elimination", "washout"]: false
    case ["baseline"], ["washout"]: false
    default: true
    }
  }

  /// Groups that were left out and came back without a declared test, where tests are declared.
  private var undeclared: [Warning] {
    guard declared.contains(where: { $0.name == "challenge" }) else { return [] }
    let undeclared = challenges.filter { challenge in
      let eliminations = inference.phases.filter {
        $0.name == "elimination" && $0.groups.contains(challenge.group)
      }
      return challenge.source == "inferred"
        && eliminations.contains { $0.last < challenge.first }
        && !eliminations.contains { $0.contains(challenge.first) }
    }
    return Dictionary(grouping: undeclared, by: \.group)
      .compactMap { _, all in all.first.map { (first: $0, all: all) } }
      .sorted { ($0.first.first, $0.first.group) < ($1.first.first, $1.first.group) }
      .map { eatenAgain($0.first, all: $0.all) }
  }

  /// All stretches of one group in one warning, which tells the days of the first.
  private func eatenAgain(_ first: ChallengeSpan, all: [ChallengeSpan]) -> Warning {
    let group = first.group
    let span = PhaseSpan(
      name: "challenge", first: first.first, last: first.last, groups: [group],
      source: "inferred")
    let more = all.count - 1
    let when =
      span.first == span.last ? "on \(CivilDate(dayNumber: span.first))" : "from \(dates(span))"
    let others = more > 0 ? " and \(Words.count(more, "more time"))" : ""
    return warning(
      "challenge-not-declared", [group], span,
      "Foods with \(group) were eaten again \(when)\(others), outside the declared tests.",
      ["more": .count(more)],
      rows: all.flatMap { eaten(group, $0.first...$0.last) }.flatMap(\.entries))
  }

  private var washouts: [Warning] {
    let transitions = inference.transitions.filter {
      $0.before.last >= frame.firstDay && $0.after.first <= frame.lastDay
    }
    let noPause = transitions.filter { before, after, settling in
      settling == .noPause && after.source != "inferred" && before.groups != after.groups
    }
    let unsettled = transitions.compactMap { _, after, settling -> Unsettled? in
      guard case .unsettled(let mean, let days) = settling else { return nil }
      return Unsettled(phase: after, mean: mean, days: days)
    }
    return noPause.map { _, after, _ in
      warning(
        "no-washout", after.groups, after,
        "No day lies between the test of \(name(after)) from \(dates(after)) and the one before it."
      )
    } + unresolved(unsettled, of: transitions.count)
  }

  private struct Unsettled {
    var phase: PhaseSpan
    var mean: Double
    var days: ClosedRange<Int>
  }

  /// One warning for all tests before which symptoms had not settled.
  private func unresolved(_ tests: [Unsettled], of count: Int) -> [Warning] {
    guard let first = tests.first, let last = tests.last, let high = inference.band?.high else {
      return []
    }
    let named = tests.prefix(6).map {
      "\(name($0.phase)) on \(CivilDate(dayNumber: $0.phase.first)) (\(Words.decimal($0.mean)))"
    }
    let more = tests.count > named.count ? ["\(tests.count - named.count) more"] : []
    var warning = warning(
      "unresolved-washout", Set(tests.flatMap(\.phase.groups)).sorted(), first.phase,
      "Before \(tests.count) of \(Words.count(count, "test")) symptoms had not come back to the usual "
        + "range, up to \(Words.decimal(high)): \(Words.list(named + more)).",
      [
        "tests": .count(tests.count), "total": .count(count), "high": .number(high),
        "starts": .texts(tests.prefix(6).map { CivilDate(dayNumber: $0.phase.first).description }),
        "groups": .texts(tests.prefix(6).map(\.phase.groupNames)),
        "means": .texts(tests.prefix(6).map { Words.decimal($0.mean) }),
      ])
    warning.start = CivilDate(dayNumber: first.days.lowerBound)
    warning.end = CivilDate(dayNumber: last.days.upperBound)
    warning.entries = tests.compactMap(\.phase.reference)
    return [warning]
  }

  // MARK: Parts of these

  private func eaten(_ group: GroupID, _ days: ClosedRange<Int>) -> [GroupExposure.Day] {
    exposures.first { $0.group == group }?.days.filter { days.contains($0.day) } ?? []
  }

  private func isChallenged(_ day: Int, _ group: GroupID) -> Bool {
    declared.contains {
      $0.name == "challenge" && $0.contains(day) && $0.groups.contains(group)
    }
  }

  private func name(_ phase: PhaseSpan) -> String {
    phase.groups.isEmpty ? "a food" : Words.list(phase.groups.map(\.rawValue))
  }

  private func dates(_ phase: PhaseSpan) -> String {
    "\(CivilDate(dayNumber: phase.first)) to \(CivilDate(dayNumber: phase.last))"
  }

  private func warning(
    _ code: String, _ groups: [GroupID], _ phase: PhaseSpan, _ text: String,
    _ arguments: [String: Statement.Argument] = [:], rows: [Int] = []
  ) -> Warning {
    var warning = Warning(code: code, text: text)
    warning.arguments = arguments.isEmpty ? nil : arguments
    warning.groups = groups.isEmpty ? nil : groups
    warning.start = CivilDate(dayNumber: phase.first)
    warning.end = CivilDate(dayNumber: phase.last)
    let foods = Set(rows).sorted().prefix(Self.mostRows).map { frame.reference($0) }
    warning.entries = [phase.reference].compactMap(\.self) + foods
    return warning
  }
}
