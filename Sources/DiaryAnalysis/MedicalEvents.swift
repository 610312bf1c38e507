// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Transplants, chemotherapy and immunosuppression, which split a diary: what lies before one is not
/// comparable with what lies after it, and what lies within its reach is not interpreted at all.
///
/// One stretch of the diary is kept: the one before the first event, if it has the values that the model
/// needs; else the one with the most values among those that start a year after an event ended. The
/// year is a convention: the effect of such events is counted in months.
struct MedicalEvents: Sendable {
  /// The context names.
  static let names = ["transplant", "chemotherapy", "immunosuppression"]
  /// The days after an event's end that are not interpreted.
  static let settlingDays = 365

  /// One event, or several whose reaches meet.
  struct Event: Hashable, Sendable {
    /// The name of the first.
    var name: String
    /// The first day.
    var first: Int
    /// The last day that any of them covers.
    var last: Int
    /// The places of the entries in the frame.
    var entries: [Int]
  }

  /// The events in time.
  let events: [Event]
  /// The days that are interpreted; `nil` where none are; all days of a diary without events.
  let kept: Range<Int>?

  /// Finds the events, and the stretch to keep by the days with a symptom value.
  init(frame: DiaryFrame, valueDays: [Int]) {
    events = Self.events(frame)
    guard let first = events.first else {
      kept = frame.days
      return
    }
    let before = frame.firstDay..<max(frame.firstDay, first.first)
    var stretches = [before]
    for (place, event) in events.enumerated() {
      let start = event.last + Self.settlingDays + 1
      let end = place + 1 < events.count ? events[place + 1].first : frame.days.upperBound
      if start < end { stretches.append(start..<end) }
    }
    let counts = stretches.map { days in valueDays.count { days.contains($0) } }
    let enough = stretches.indices.filter { counts[$0] >= ModelRun.fewestObservations }
    kept =
      enough.contains(0)
      ? before : enough.max { (counts[$0], $1) < (counts[$1], $0) }.map { stretches[$0] }
  }

  /// Whether a day is not interpreted.
  func leavesOut(_ day: Int) -> Bool {
    events.isEmpty ? false : kept.map { !$0.contains(day) } ?? true
  }

  /// Why a day is not interpreted; `nil` where it is.
  func reason(_ day: Int) -> String? {
    guard leavesOut(day) else { return nil }
    if let event = events.last(where: { $0.first <= day }) { return "after \(event.name)" }
    return events.first.map { "before \($0.name)" }
  }

  private static func events(_ frame: DiaryFrame) -> [Event] {
    var found: [Event] = []
    for index in frame.places.contexts {
      let entry = frame.entries[index]
      let name = Words.normal(entry.name)
      guard names.contains(name), ConfounderTable.isPresent(entry), let time = entry.time else {
        continue
      }
      let span = frame.span(of: time)
      found.append(
        Event(name: name, first: span.lowerBound, last: span.upperBound, entries: [index]))
    }
    found.sort {
      ($0.first, $0.last, $0.name, $0.entries.first ?? 0) < (
        $1.first, $1.last, $1.name, $1.entries.first ?? 0
      )
    }
    return found.reduce(into: []) { merged, event in
      guard let last = merged.last, event.first <= last.last + settlingDays + 1 else {
        merged.append(event)
        return
      }
      merged[merged.count - 1].last = max(last.last, event.last)
      merged[merged.count - 1].entries += event.entries
    }
  }
}
