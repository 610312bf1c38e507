// SPDX-License-Identifier: Apache-2.0

/// The course of a person's symptoms through a diary, cause by cause.
struct Course {
  let traits: Traits
  let schedule: Schedule
  let circumstances: Circumstances
  let moments: [Moment]
  let field: ResponseField
  let noise: NoiseProcess
  /// By moment: the level of the main symptom without foods and noise, in points.
  let structure: [Double]

  /// Draws the course; each part has its own stream, so that a change of one leaves the others.
  init(_ traits: Traits, seed: UInt64, participant: UInt64, firstWeekday: Int) {
    func stream(_ part: UInt64) -> RandomSource {
      RandomSource(seed: seed, stream: participant &* 16 &+ part)
    }
    var random = stream(2)
    let schedule = Schedule.draw(traits, &random)
    random = stream(3)
    let circumstances = Circumstances.draw(
      traits, schedule, firstWeekday: firstWeekday, &random)
    random = stream(4)
    let moments = Moment.draw(traits, days: schedule.days, &random)
    random = stream(5)
    noise = NoiseProcess.draw(traits, moments, days: schedule.days, &random)
    random = stream(6)
    let levels = Self.levels(traits, schedule, circumstances, firstWeekday, &random)
    structure = moments.map { levels[$0.day] }
    field = ResponseField(traits, schedule, moments)
    self.traits = traits
    self.schedule = schedule
    self.circumstances = circumstances
    self.moments = moments
  }

  /// The level by day: usual level, drift, weekend, circumstances, and expectation.
  private static func levels(
    _ traits: Traits, _ schedule: Schedule, _ circumstances: Circumstances, _ firstWeekday: Int,
    _ random: inout RandomSource
  ) -> [Double] {
    let knots = (0..<5).map { _ in random.uniform(-0.5, 0.5) * traits.drift }
    let unwritten = random.bernoulli(0.5) ? random.uniform(0, 0.8) : 0
    let suspected = Set(
      schedule.meals.filter { $0.known && $0.groups.contains { traits.suspects.contains($0) } }
        .map(\.day))
    var reacting = false
    return (0..<schedule.days).map { day in
      let place = 4 * Double(day) / Double(max(1, schedule.days - 1))
      let knot = min(3, Int(place))
      let share = place - Double(knot)
      var level = traits.level + (1 - share) * knots[knot] + share * knots[knot + 1]
      if (firstWeekday + day - 1) % 7 >= 5 { level += traits.weekend }
      if schedule.usualDiet[day] { level += unwritten }
      level += circumstances.effect(day: day, traits.context)
      if let since = schedule.challengeDay[day] {
        if since == 0 { reacting = random.bernoulli(traits.noceboChance) }
        let decay = [1, 0.6, 0.3]
        level += reacting ? traits.nocebo * decay[min(since, 2)] : 0
      }
      if suspected.contains(day) { level += traits.noceboOfSuspects }
      return level
    }
  }

  /// The rise of the main symptom by one group at one moment, in points before any bound.
  func rise(_ group: Int, at moment: Int) -> Double {
    traits.groups[group].potency * field.unit[group][moment]
  }

  /// The rise by all groups.
  func rises(at moment: Int) -> Double {
    traits.groups.indices.reduce(0) { $0 + rise($1, at: moment) }
  }

  /// A symptom's severity, 0…10, for a level of the main symptom and noise of one moment.
  func severity(_ symptom: Int, level: Double, noiseOf moment: Int) -> Double {
    let sum = traits.symptoms[symptom].sensitivity * level + noise.values[symptom][moment]
    return clipped(sum, 0, 10)
  }

  /// The worst symptom for a level of the main symptom and the noise of one moment.
  func worst(level: Double, noiseOf moment: Int) -> Double {
    var most = 0.0
    for symptom in traits.symptoms.indices {
      most = max(most, severity(symptom, level: level, noiseOf: moment))
    }
    return most
  }

  /// The moments whose noise stands for all noise in expectations: at most 24, evenly spread.
  var noiseSample: [Int] {
    let count = min(24, moments.count)
    return (0..<count).map { ($0 * moments.count + moments.count / 2) / max(1, count) }
  }

  /// The expected worst symptom at a level of the main symptom, over this person's own noise.
  func expected(level: Double, _ sample: [Int]) -> Double {
    guard !sample.isEmpty else { return 0 }
    return sample.reduce(0) { $0 + worst(level: level, noiseOf: $1) } / Double(sample.count)
  }
}
