// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// What follows from phases that nobody wrote down: pauses, and whether symptoms had settled.
struct PhaseInference: Sendable {
  /// The longest stretch between two challenges that is taken for a washout.
  static let longestWashoutDays = 21
  /// The days before a challenge that tell whether symptoms had settled.
  static let settlingDays = 2

  let frame: DiaryFrame
  let phases: [PhaseSpan]
  /// The outcome of all days.
  let daily: [Int: Double]
  let band: BaselineBand?

  /// Challenges in time, those that start and end on the same days as one.
  var challenges: [PhaseSpan] {
    var merged: [PhaseSpan] = []
    for phase in phases where phase.name == "challenge" {
      if let last = merged.last, last.first == phase.first, last.last == phase.last {
        merged[merged.count - 1].groups = Set(last.groups + phase.groups).sorted()
      } else {
        merged.append(phase)
      }
    }
    return merged
  }

  /// Whether symptoms had settled before a challenge that follows another.
  enum Settling: Hashable {
    /// The days before it lay in the baseline band.
    case settled
    /// They lay above it, at this mean.
    case unsettled(mean: Double, days: ClosedRange<Int>)
    /// No day lay between the two challenges.
    case noPause
    /// No day before it has a value, or there is no baseline band.
    case unknown
  }

  /// Each challenge that follows another within three weeks, the one before, and how things stood.
  var transitions: [(before: PhaseSpan, after: PhaseSpan, settling: Settling)] {
    zip(challenges, challenges.dropFirst()).compactMap { before, after in
      guard after.first > before.last, after.first - before.last - 1 <= Self.longestWashoutDays
      else { return nil }
      return (before, after, settling(after: before.last, before: after.first))
    }
  }

  private func settling(after end: Int, before start: Int) -> Settling {
    guard start - end > 1 else { return .noPause }
    let days = max(end + 1, start - Self.settlingDays)...(start - 1)
    let values = days.compactMap { daily[$0] }
    guard let band, !values.isEmpty else { return .unknown }
    let mean = values.reduce(0, +) / Double(values.count)
    return mean > band.high + 1e-9 ? .unsettled(mean: mean, days: days) : .settled
  }

  /// The phases for the reader: those known, and washouts between challenges that nothing covers.
  var shown: [Timeline.Phase] {
    let pauses = transitions.compactMap { before, after, settling -> PhaseSpan? in
      guard settling != .noPause else { return nil }
      let span = PhaseSpan(
        name: "washout", first: before.last + 1, last: after.first - 1, groups: [],
        source: "inferred")
      return phases.contains { $0.overlap(span) != nil } ? nil : span
    }
    let all = (phases + pauses).enumerated().sorted {
      ($0.element.first, $0.element.last, $0.offset) < (
        $1.element.first, $1.element.last, $1.offset
      )
    }
    return all.map { shown($0.element) }
  }

  private func shown(_ span: PhaseSpan) -> Timeline.Phase {
    var phase = span.result
    guard span.name == "washout",
      let next = challenges.first(where: { $0.first > span.last }),
      next.first - span.last <= Self.settlingDays + 1
    else { return phase }
    switch settling(after: span.first - 1, before: next.first) {
    case .settled: phase.resolved = true
    case .unsettled: phase.resolved = false
    case .noPause, .unknown: break
    }
    return phase
  }
}
