// SPDX-License-Identifier: Apache-2.0

/// A time at which symptoms are, or would have been, written down.
struct Moment {
  var day: Int
  /// The period that the entry speaks of, in hours since the first midnight.
  var hours: Range<Int>
  /// The clock time of the entry in minutes; `nil` for an entry about the day.
  var minute: Int?

  /// The end of the period in hours since the first midnight.
  var end: Double { minute.map { Double($0) / 60 } ?? Double(hours.upperBound) }

  /// Draws the moments of a diary.
  static func draw(_ traits: Traits, days: Int, _ random: inout RandomSource) -> [Moment] {
    guard traits.stamped else {
      return (0..<days).map {
        Moment(day: $0, hours: ($0 * 24 + 5)..<($0 * 24 + 29), minute: nil)
      }
    }
    var moments: [Moment] = []
    let count = random.integer(2, 5)
    for day in 0..<days {
      for place in 0..<count where random.bernoulli(0.9) {
        let width = 14.0 / Double(count)
        let hour = 9 + width * Double(place) + random.uniform(0, 0.7) * width
        let minute = day * 1440 + min(1425, Int(hour * 60))
        let previous = moments.last.flatMap(\.minute) ?? -600
        let end = minute / 60 + (minute % 60 >= 30 ? 1 : 0)
        let start = max(end - 5, min(end - 1, (previous + 59) / 60))
        moments.append(Moment(day: day, hours: start..<end, minute: minute))
      }
    }
    return moments
  }
}

/// How the noise of each symptom runs through the moments.
struct NoiseProcess {
  /// By symptom, then by moment, in points.
  var values: [[Double]]

  /// Draws the noise of a person: a part shared by the symptoms, and a part of each.
  static func draw(
    _ traits: Traits, _ moments: [Moment], days: Int, _ random: inout RandomSource
  ) -> NoiseProcess {
    let shared = series(traits, moments, &random)
    let episodes = episodes(traits, days: days, &random)
    let values = traits.symptoms.enumerated().map { place, symptom in
      let own = series(traits, moments, &random)
      return moments.indices.map { index in
        let mixed = place == 0 ? shared[index] : 0.7 * shared[index] + 0.7 * own[index]
        return traits.noiseSD * (symptom.sensitivity + 1) / 2 * mixed
          + symptom.sensitivity * episodes[moments[index].day]
      }
    }
    return NoiseProcess(values: values)
  }

  /// Unit-variance noise: a persistent part, and a tenth to two fifths that is fresh each time.
  private static func series(
    _ traits: Traits, _ moments: [Moment], _ random: inout RandomSource
  ) -> [Double] {
    let fresh = random.uniform(0.1, 0.4)
    var state = random.normal()
    var last = moments.first?.end ?? 0
    return moments.map { moment in
      let now = moment.end
      let memory = RealFunctions.power(max(traits.persistence, 1e-6), (now - last) / 24)
      last = now
      state = memory * state + (1 - memory * memory).squareRoot() * random.normal()
      let jump: Double =
        traits.noise == .heavyTails
        ? random.studentT(degrees: 3) / 1.732_050_807_568_877 : random.normal()
      let sum = (1 - fresh).squareRoot() * state + fresh.squareRoot() * jump
      guard traits.noise == .skewed else { return sum }
      return (RealFunctions.exp(0.5 * clipped(sum, -6, 6)) - 1.133) / 0.604
    }
  }

  /// The level of spontaneous bad spells by day: a two-state chain (Hahn 1998: a third of the days,
  /// five days a spell), or, for attacks, rarer and shorter.
  private static func episodes(
    _ traits: Traits, days: Int, _ random: inout RandomSource
  ) -> [Double] {
    guard traits.noise == .flares || traits.noise == .attacks else {
      return Array(repeating: 0, count: days)
    }
    let attacks = traits.noise == .attacks
    let leave = attacks ? random.uniform(0.4, 0.9) : 1 / random.uniform(3, 7)
    let share = attacks ? random.uniform(0.08, 0.3) : random.uniform(0.2, 0.4)
    let enter = leave * share / (1 - share)
    let height = attacks ? random.uniform(3, 6.5) : random.uniform(0.8, 2.5)
    var bad = random.bernoulli(share)
    return (0..<days).map { _ in
      bad = random.bernoulli(bad ? 1 - leave : enter)
      return bad ? height * random.uniform(0.6, 1.4) : 0
    }
  }
}
