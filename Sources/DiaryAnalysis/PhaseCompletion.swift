// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Finds what lies around declared challenges where nothing else is declared: the usual diet, and how
/// long each challenged group had been left out.
///
/// Pauses between challenges are found by `PhaseInference`, as for all diaries.
struct PhaseCompletion: Sendable {
  /// The fewest days without a group before its first challenge that show that it was left out.
  static let fewestDays = 7

  let frame: DiaryFrame
  let exposures: [GroupExposure]

  /// The declared phases; where these are challenges only, with an inferred baseline and eliminations.
  func completed(_ declared: [PhaseSpan]) -> [PhaseSpan] {
    guard !declared.isEmpty, declared.allSatisfy({ $0.name == "challenge" }) else {
      return declared
    }
    let eliminations = eliminations(before: declared)
    var inferred = eliminations
    if let first = eliminations.map(\.first).min(), first > frame.firstDay {
      inferred.append(
        PhaseSpan(
          name: "baseline", first: frame.firstDay, last: first - 1, groups: [], source: "inferred"))
    }
    return (inferred + declared).enumerated().sorted {
      ($0.element.first, $0.element.last, $0.offset) < (
        $1.element.first, $1.element.last, $1.offset
      )
    }.map(\.element)
  }

  /// One elimination for the groups that were last eaten on the same day, up to the first of their
  /// challenges.
  private func eliminations(before challenges: [PhaseSpan]) -> [PhaseSpan] {
    var firstChallenge: [GroupID: Int] = [:]
    for phase in challenges {
      for group in phase.groups {
        firstChallenge[group] = min(firstChallenge[group] ?? phase.first, phase.first)
      }
    }
    let eaten = Dictionary(uniqueKeysWithValues: exposures.map { ($0.group, $0.certainDays) })
    var spans: [Int: PhaseSpan] = [:]
    for (group, end) in firstChallenge.sorted(by: { $0.key < $1.key }) {
      let last = eaten[group]?.last { $0 < end } ?? frame.firstDay - 1
      let days = max(last + 1, frame.firstDay)..<max(last + 1, frame.firstDay, end)
      let known = days.count { frame.hasFood($0) }
      guard days.count >= Self.fewestDays, known * 2 >= days.count else { continue }
      if var span = spans[days.lowerBound] {
        span.groups.append(group)
        span.last = min(span.last, end - 1)
        spans[days.lowerBound] = span
      } else {
        spans[days.lowerBound] = PhaseSpan(
          name: "elimination", first: days.lowerBound, last: end - 1, groups: [group],
          source: "inferred")
      }
    }
    return spans.values.sorted { ($0.first, $0.last) < ($1.first, $1.last) }
  }
}
