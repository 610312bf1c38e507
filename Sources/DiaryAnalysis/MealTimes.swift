// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// When foods were eaten, for looking up which stand shortly before an entry.
struct MealTimes: Sendable {
  /// A food before an entry.
  struct Before: Sendable {
    /// The place of the food in the frame.
    var food: Int
    /// The hours between the two; `nil` where either time is not known, and only the day is the same.
    var hours: Double?
  }

  private let axis: TimeAxis
  /// The foods with a time, in time.
  private var timed: [(hour: Double, food: Int)] = []
  private var byDay: [Int: [Int]] = [:]
  /// The foods of which only the day is known.
  private var withoutHour: [Int: [Int]] = [:]

  init(frame: DiaryFrame) {
    axis = frame.axis
    for food in frame.places.foods {
      guard let eaten = frame.entries[food].time else { continue }
      let day = axis.day(of: eaten.start)
      byDay[day, default: []].append(food)
      if let hour = axis.hour(of: eaten.start) {
        timed.append((hour, food))
      } else {
        withoutHour[day, default: []].append(food)
      }
    }
    timed.sort { ($0.hour, $0.food) < ($1.hour, $1.food) }
  }

  /// Whether a food stands up to some hours before an entry; where a time is not known, on its day.
  func precede(_ entry: Entry, within reach: Double) -> Bool {
    entry.time == nil || entry.kind == .food || !foods(before: entry, within: reach).isEmpty
  }

  /// The foods up to some hours before an entry, that entry itself included where it is one; where a
  /// time is not known, those of its day.
  func foods(before entry: Entry, within reach: Double) -> [Before] {
    guard let time = entry.time else { return [] }
    let day = axis.day(of: time.start)
    guard let hour = axis.hour(of: time.start) else {
      return (byDay[day] ?? []).map { Before(food: $0) }
    }
    let first = timed.partitioningIndex { $0.hour >= hour - reach - 1e-9 }
    let near = timed[first...].prefix { $0.hour <= hour + 1e-9 }.map {
      Before(food: $0.food, hours: max(0, hour - $0.hour))
    }
    return near + (withoutHour[day] ?? []).map { Before(food: $0) }
  }
}
