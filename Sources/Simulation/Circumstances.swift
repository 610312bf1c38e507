// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// What else happens on each day.
struct Circumstances {
  var stress: [Double] = []
  var sleepHours: [Double] = []
  var menses: [Bool] = []
  var illness: [Bool] = []
  var alcohol: [Int] = []
  var exerciseMinutes: [Int] = []
  /// Whether the day's circumstances are written down.
  var recorded: [Bool] = []
  /// Whether alcohol is a tested group, so that drinks are exposures rather than circumstances.
  var drinks = true

  /// Draws the circumstances of every day; exposures pull them along by the person's coupling.
  static func draw(
    _ traits: Traits, _ schedule: Schedule, firstWeekday: Int, _ random: inout RandomSource
  ) -> Circumstances {
    var days = Circumstances()
    var exposed = Array(repeating: false, count: schedule.days)
    for meal in schedule.meals where meal.day < schedule.days { exposed[meal.day] = true }
    days.drinks = !traits.groups.contains { $0.group.rawValue == "alcohol" }
    var tension = random.normal()
    let cycle = random.integer(25, 32)
    let cycleStart = random.integer(0, 27)
    var illUntil = -1
    let usualStress = random.uniform(2, 5)
    let usualSleep = random.uniform(6, 8)
    for day in 0..<schedule.days {
      let pull = exposed[day] ? traits.context.coupling : 0
      tension = 0.5 * tension + random.normal(sd: 0.87)
      days.stress.append(clipped(usualStress + 1.4 * tension + 2 * pull, 0, 10).rounded())
      let sleep = usualSleep - 0.25 * tension - 1.2 * pull + random.normal(sd: 0.8)
      days.sleepHours.append((clipped(sleep, 2, 12) * 4).rounded() / 4)
      days.menses.append(traits.context.menstruates && (day + cycleStart) % cycle < 5)
      if random.bernoulli(0.006 + 0.02 * pull) { illUntil = day + random.integer(1, 4) }
      days.illness.append(day <= illUntil)
      let restDay = (firstWeekday + day - 1) % 7 >= 4
      let wets = random.bernoulli((restDay ? 0.3 : 0.08) + 0.4 * pull)
      days.alcohol.append(wets && days.drinks ? 1 + random.poisson(mean: 1.5) : 0)
      days.exerciseMinutes.append(random.bernoulli(0.3) ? 10 * random.integer(2, 9) : 0)
      days.recorded.append(random.bernoulli(traits.context.recorded))
    }
    return days
  }

  /// What the circumstances of a day add to the level, in points.
  func effect(day: Int, _ traits: ContextTraits) -> Double {
    guard stress.indices.contains(day) else { return 0 }
    var sum = traits.stress * (stress[day] - 4) + traits.sleep * (7 - sleepHours[day])
    if menses[day] { sum += traits.menses }
    if illness[day] { sum += traits.illness }
    if day > 0, alcohol[day - 1] >= 4 { sum += traits.alcohol }
    if exerciseMinutes[day] > 0 { sum += traits.exercise }
    return sum
  }
}

/// A value held between two bounds.
func clipped(_ value: Double, _ low: Double, _ high: Double) -> Double {
  min(high, max(low, value))
}
