// SPDX-License-Identifier: Apache-2.0

/// Something eaten that holds tested groups.
struct Meal {
  /// Minutes since the first midnight of the diary.
  var minute: Int
  /// The places of the groups that it holds.
  var groups: [Int]
  /// What was really eaten, in usual portions.
  var dose: Double
  /// What the person would write down.
  var saidDose: Double
  /// Whether the person knows of it.
  var known = true

  var day: Int { minute / 1440 }
  var hour: Int { minute / 60 }
}

/// A stretch of a simulated protocol.
struct PlannedPhase {
  var name: String
  var first: Int
  var last: Int
  var groups: [Int]
}

/// What is eaten when.
struct Schedule {
  var days = 0
  var phases: [PlannedPhase] = []
  var meals: [Meal] = []
  /// For each day, which day of a challenge it is, from 0; `nil` outside.
  var challengeDay: [Int?] = []
  /// Whether the usual diet is eaten without being written down in full.
  var usualDiet: [Bool] = []

  /// Draws the schedule of a person.
  static func draw(_ traits: Traits, _ random: inout RandomSource) -> Schedule {
    var schedule = Schedule()
    if let plan = traits.plan {
      schedule.follow(plan, traits, &random)
      schedule.fillMarks()
      schedule.meals.sort { $0.minute < $1.minute }
      return schedule
    }
    switch traits.design {
    case .careful: schedule.addProtocol(traits, sloppy: false, &random)
    case .sloppy: schedule.addProtocol(traits, sloppy: true, &random)
    case .freeLiving:
      schedule.addFreeLiving(days: random.integer(56, 120), traits, &random)
    case .mixed:
      schedule.addProtocol(traits, sloppy: random.bernoulli(0.5), &random)
      schedule.addFreeLiving(days: random.integer(14, 35), traits, &random)
    }
    schedule.fillMarks()
    schedule.meals.sort { $0.minute < $1.minute }
    return schedule
  }

  private mutating func fillMarks() {
    challengeDay = Array(repeating: nil, count: days)
    usualDiet = Array(repeating: false, count: days)
    for phase in phases {
      for day in phase.first...max(phase.first, phase.last) where day < days {
        if phase.name == "challenge" { challengeDay[day] = day - phase.first }
        if phase.name == "baseline" { usualDiet[day] = true }
      }
    }
  }

  private mutating func addPhase(_ name: String, length: Int, groups: [Int]) -> Range<Int> {
    let first = days
    days += max(1, length)
    phases.append(PlannedPhase(name: name, first: first, last: days - 1, groups: groups))
    return first..<days
  }
}

extension Schedule {
  private mutating func addProtocol(
    _ traits: Traits, sloppy: Bool, _ random: inout RandomSource
  ) {
    let places = Array(traits.groups.indices)
    let logged = random.bernoulli(0.6)
    let baseline = addPhase("baseline", length: random.integer(5, 14), groups: [])
    for day in baseline { addUsualMeals(day, traits, known: logged, share: 1, &random) }
    let hiddenShare = sloppy ? random.uniform(0.05, 0.25) : random.uniform(0, 0.03)
    let elimination = addPhase("elimination", length: random.integer(10, 28), groups: places)
    for day in elimination { addUsualMeals(day, traits, known: false, share: hiddenShare, &random) }
    let rounds = places.count > 7 ? 1 : 1 + random.index(weights: [0.55, 0.35, 0.1])
    for round in 0..<rounds {
      for place in random.shuffled(places) {
        if round > 0, random.bernoulli(0.3) { continue }
        addChallenge(place, traits, sloppy: sloppy, &random)
        let shortest = sloppy ? 0 : 2
        let length = random.integer(shortest, sloppy ? 3 : 5)
        guard length > 0 else { continue }
        let washout = addPhase("washout", length: length, groups: [])
        for day in washout {
          addUsualMeals(day, traits, known: false, share: hiddenShare, &random)
        }
      }
    }
  }

  private mutating func addChallenge(
    _ place: Int, _ traits: Traits, sloppy: Bool, _ random: inout RandomSource
  ) {
    let doses = random.pick(
      [[0.25, 0.5, 1], [0.5, 1, 2], [1, 1, 1], [1], [1, 1], [0.5, 1], [0.25, 0, 0.5, 0, 1]],
      else: [1])
    var length = doses.count
    if sloppy, random.bernoulli(0.2) { length = random.integer(1, length) }
    var groups = [place]
    if traits.groups.count > 1, random.bernoulli(sloppy ? traits.pairing : traits.pairing / 3) {
      groups.append((place + random.integer(1, traits.groups.count - 1)) % traits.groups.count)
    }
    let challenge = addPhase("challenge", length: length, groups: groups.sorted())
    let servings = 1 + random.index(weights: [0.6, 0.3, 0.1])
    for (day, dose) in zip(challenge, doses) where dose > 0 {
      let varied = sloppy ? dose * random.pick([0.5, 1, 1, 2], else: 1) : dose
      for _ in 0..<servings {
        addMeal(day, groups, varied / Double(servings), known: true, traits, &random)
      }
    }
  }

  private mutating func addFreeLiving(
    days count: Int, _ traits: Traits, _ random: inout RandomSource
  ) {
    let first = days
    days += count
    let avoids = random.bernoulli(0.4)
    for day in first..<days {
      addUsualMeals(day, traits, known: random.bernoulli(0.97), share: 1, avoids: avoids, &random)
    }
  }

  /// Adds what a day without a plan brings, `share` of the usual.
  private mutating func addUsualMeals(
    _ day: Int, _ traits: Traits, known: Bool, share: Double, avoids: Bool = false,
    _ random: inout RandomSource
  ) {
    for (place, group) in traits.groups.enumerated() {
      var chance = group.frequency * share
      if avoids, traits.suspects.contains(place) { chance *= 0.4 }
      guard random.bernoulli(chance) else { continue }
      var groups = [place]
      if traits.groups.count > 1, random.bernoulli(traits.pairing) {
        groups.append((place + 1) % traits.groups.count)
      }
      let dose = random.pick([0.25, 0.5, 0.5, 1, 1, 1, 1.5, 2], else: 1)
      let servings = 1 + random.index(weights: [0.8, 0.2])
      for _ in 0..<servings {
        addMeal(
          day, groups.sorted(), dose / Double(servings), known: known, traits, &random)
      }
    }
  }

  private mutating func addMeal(
    _ day: Int, _ groups: [Int], _ dose: Double, known: Bool, _ traits: Traits,
    _ random: inout RandomSource
  ) {
    let centre = random.pick([465, 750, 780, 960, 1140, 1170], else: 780)
    let minute = min(1320, max(390, centre + Int(random.normal(sd: 40))))
    let said = max(0.05, (dose * 20).rounded() / 20)
    let dose = said * RandomSource.factor(spread: traits.doseSpread, &random)
    meals.append(
      Meal(minute: day * 1440 + minute, groups: groups, dose: dose, saidDose: said, known: known))
  }
}

extension Schedule {
  /// Follows a plan that is the same for everybody.
  private mutating func follow(
    _ plan: ReferencePlan, _ traits: Traits, _ random: inout RandomSource
  ) {
    let sloppy = traits.design == .sloppy
    if traits.design != .freeLiving {
      let places = Array(traits.groups.indices)
      for day in addPhase("baseline", length: plan.baseline, groups: []) {
        addUsualMeals(day, traits, known: true, share: 1, &random)
      }
      let hidden = sloppy ? 0.15 : 0.0
      for day in addPhase("elimination", length: plan.elimination, groups: places) {
        addUsualMeals(day, traits, known: false, share: hidden, &random)
      }
      for place in random.shuffled(places) {
        let challenge = addPhase("challenge", length: plan.doses.count, groups: [place])
        for (day, dose) in zip(challenge, plan.doses) {
          let varied = sloppy ? dose * random.pick([0.5, 1, 1, 2], else: 1) : dose
          addMeal(day, [place], varied, known: true, traits, &random)
        }
        let washout = plan.washout - (sloppy ? random.integer(0, 2) : 0)
        for day in addPhase("washout", length: washout, groups: []) {
          addUsualMeals(day, traits, known: false, share: hidden, &random)
        }
      }
    }
    if traits.design == .freeLiving || traits.design == .mixed {
      let free = traits.design == .mixed ? 14...28 : plan.free
      addFreeLiving(days: random.integer(free.lowerBound, free.upperBound), traits, &random)
    }
  }
}

extension RandomSource {
  /// A log-normal factor about 1.
  fileprivate static func factor(spread: Double, _ random: inout RandomSource) -> Double {
    random.logNormal(median: 1, spread: spread)
  }
}
