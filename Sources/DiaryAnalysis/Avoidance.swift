// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// How likely a food that only possibly holds a group really holds it.
///
/// The food knowledge calls a group possible where 1 to 9 of 10 recipes hold it. A person who has
/// declared to leave the group out picks the recipes without it, so there a tenth is taken instead
/// of a half: from the start of the group's elimination to the end of the protocol, except on the
/// days of its own challenges.
struct Avoidance: Sendable {
  /// The weight of a possible food as a rule.
  static let usualWeight = 0.5
  /// The weight while the group is left out.
  static let avoidedWeight = 0.1

  private var avoided: [GroupID: ClosedRange<Int>] = [:]
  private var challenged: [GroupID: [ClosedRange<Int>]] = [:]

  init(phases: [PhaseSpan]) {
    guard let end = phases.map(\.last).max() else { return }
    for phase in phases {
      for group in phase.groups {
        switch phase.name {
        case "elimination":
          let start = min(phase.first, avoided[group]?.lowerBound ?? phase.first)
          avoided[group] = start...max(start, end)
        case "challenge": challenged[group, default: []].append(phase.first...phase.last)
        default: break
        }
      }
    }
  }

  /// The weight of a food that possibly holds a group, on a day.
  func weightOfPossible(_ group: GroupID, on day: Int) -> Double {
    guard let span = avoided[group], span.contains(day),
      !(challenged[group] ?? []).contains(where: { $0.contains(day) })
    else { return Self.usualWeight }
    return Self.avoidedWeight
  }
}
