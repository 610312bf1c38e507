// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Brings local times to days and hours; a day starts at the hour that the user chose.
///
/// Hours count from 1970-01-01T00:00 of the person's own clock. Day `d` covers the hours from
/// `begin(of: d)` to `end(of: d)`, the end not included.
struct TimeAxis: Sendable {
  /// The hour of the clock at which a day starts, 0..<24.
  let startHour: Double

  init(dayStartMinutes: Int) {
    startHour = Double(min(max(dayStartMinutes, 0), 1439)) / 60
  }

  /// The first hour of a day.
  func begin(of day: Int) -> Double { Double(day) * 24 + startHour }

  /// The hour at which a day ends and the next begins.
  func end(of day: Int) -> Double { begin(of: day) + 24 }

  /// The hour of a point; `nil` where only the day is known.
  func hour(of point: TimePoint) -> Double? {
    guard let local = point.local else { return nil }
    return Double(local.date.dayNumber) * 24 + Double(local.secondOfDay) / 3600
  }

  /// The day of a point: the day itself, or for a clock time before the day's start the one before.
  func day(of point: TimePoint) -> Int {
    guard let local = point.local else { return point.date.dayNumber }
    let early = Double(local.secondOfDay) / 3600 < startHour
    return local.date.dayNumber - (early ? 1 : 0)
  }

  /// Three hours of a day at which a meal without a clock may have been: breakfast, lunch, supper.
  func mealHours(of day: Int) -> [Double] {
    let begin = begin(of: day)
    return [begin + 3, begin + 8, begin + 14]
  }
}
