// SPDX-License-Identifier: Apache-2.0

/// How much each group's exposures raise the main symptom at each moment.
struct ResponseField {
  /// By group, then by moment: the rise, in units of the rise after one portion at 13:00.
  var unit: [[Double]]

  /// Computes the responses to everything that was really eaten, known or not.
  init(_ traits: Traits, _ schedule: Schedule, _ moments: [Moment]) {
    let hours = schedule.days * 24 + 48
    unit = traits.groups.indices.map { place in
      let group = traits.groups[place]
      let curve = group.clock.curve
      var level = Array(repeating: 0.0, count: hours)
      for (hour, amount) in Self.amounts(place, group, schedule) {
        for (lag, height) in curve.enumerated() where hour + lag < hours {
          level[hour + lag] += amount * height
        }
      }
      let norm = Self.norm(curve, traits)
      return moments.map { Self.remembered(level, $0.hours, traits.peakShare) / norm }
    }
  }

  /// The responses that the meals of one group set off, with their hours.
  private static func amounts(
    _ place: Int, _ group: GroupTraits, _ schedule: Schedule
  ) -> [(hour: Int, amount: Double)] {
    let meals = schedule.meals.filter { $0.groups.contains(place) && $0.dose > 0 }
    guard group.dosesAddUp else {
      return meals.map { ($0.hour, group.dose.response(to: $0.dose)) }
    }
    var totals: [Int: Double] = [:]
    for meal in meals { totals[meal.day, default: 0] += meal.dose }
    return meals.map { meal in
      let total = totals[meal.day] ?? meal.dose
      return (meal.hour, group.dose.response(to: total) * meal.dose / total)
    }
  }

  /// What is remembered of a period: something between its mean and its worst hour.
  static func remembered(_ level: [Double], _ hours: Range<Int>, _ peakShare: Double) -> Double {
    let bounded = hours.clamped(to: 0..<level.count)
    guard !bounded.isEmpty else { return 0 }
    let part = level[bounded]
    let mean = part.reduce(0, +) / Double(part.count)
    return peakShare * (part.max() ?? 0) + (1 - peakShare) * mean
  }

  /// The most that one portion at 13:00 brings to any moment, so that potencies are recorded points.
  private static func norm(_ curve: [Double], _ traits: Traits) -> Double {
    var level = Array(repeating: 0.0, count: 13)
    level += curve
    level += Array(repeating: 0.0, count: 29)
    let periods: [Range<Int>] =
      traits.stamped
      ? (14...(level.count - 1)).map { ($0 - 5)..<$0 }
      : (0..<5).map { ($0 * 24 + 5)..<($0 * 24 + 29) }
    let most = periods.map { remembered(level, $0, traits.peakShare) }.max() ?? 1
    return max(most, 1e-9)
  }
}
