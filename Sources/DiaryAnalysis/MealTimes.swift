// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// When foods were eaten, for looking up whether one stands shortly before an entry.
struct MealTimes: Sendable {
  private let axis: TimeAxis
  private var hours: [Double] = []
  private var days: Set<Int> = []
  /// The days with a food of which only the day is known.
  private var daysWithoutHour: Set<Int> = []

  init(frame: DiaryFrame) {
    axis = frame.axis
    for food in frame.entries where food.kind == .food {
      guard let eaten = food.time else { continue }
      let day = axis.day(of: eaten.start)
      days.insert(day)
      if let hour = axis.hour(of: eaten.start) {
        hours.append(hour)
      } else {
        daysWithoutHour.insert(day)
      }
    }
    hours.sort()
  }

  /// Whether a food stands up to some hours before an entry; where a time is not known, on its day.
  func precede(_ entry: Entry, within reach: Double) -> Bool {
    guard let time = entry.time, entry.kind != .food else { return true }
    let day = axis.day(of: time.start)
    guard let hour = axis.hour(of: time.start) else { return days.contains(day) }
    if daysWithoutHour.contains(day) { return true }
    let first = hours.partitioningIndex { $0 >= hour - reach - 1e-9 }
    return first < hours.count && hours[first] <= hour + 1e-9
  }
}
