// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

extension Traits {
  /// Draws a person and a diary of the narrow profile.
  static func drawReference(_ kind: DiaryKind, _ random: inout RandomSource) -> Traits {
    var traits = Traits()
    traits.plan = ReferencePlan()
    traits.peakShare = 0
    traits.clockShare = random.bernoulli(0.85) ? 0.95 : 0
    traits.amountShare = 1
    traits.doseSpread = 0.1
    traits.pairing = 0
    traits.missing = random.uniform(0, 0.06)
    traits.symptoms = [SymptomTraits(name: "abdominal pain", sensitivity: 1)]
    traits.phasesRecorded = random.bernoulli(0.7)
    traits.drawReferenceBody(&random)
    traits.drawReferenceGroups(kind, &random)
    traits.applyReference(kind, &random)
    return traits
  }

  private mutating func drawReferenceBody(_ random: inout RandomSource) {
    level = random.uniform(1.2, 4)
    noiseSD = random.uniform(0.8, 1.7)
    persistence = random.uniform(0.1, 0.6)
    drift = random.uniform(0, 1.2)
    weekend = random.normal(sd: 0.2)
    nocebo = max(0, random.normal(mean: 0.4, sd: 0.4))
    context.menstruates = random.bernoulli(0.4)
    context.stress = max(0, random.normal(mean: 0.12, sd: 0.1))
    context.sleep = max(0, random.normal(mean: 0.12, sd: 0.1))
    context.menses = random.uniform(0, 1)
    context.illness = random.uniform(0.5, 2.5)
    context.recorded = 1
  }

  private mutating func drawReferenceGroups(_ kind: DiaryKind, _ random: inout RandomSource) {
    guard kind != .literature else {
      groups = Literature.draw(&random).map { group in
        var narrowed = group
        narrowed.dose = Self.referenceDose(&random)
        return narrowed
      }
      return
    }
    let count = kind == .twelve ? 12 : random.integer(5, 8)
    // A share of triggers from Beta(1, 3): one food in four, with much doubt about it.
    let (one, other) = (random.gamma(shape: 1), random.gamma(shape: 3))
    let share = kind == .notriggers ? 0 : one / (one + other)
    groups = random.shuffled(GroupID.builtIn).prefix(count).map { group in
      var traits = GroupTraits(group: group)
      traits.clock = Self.referenceClock(kind, &random)
      traits.dose = kind == .threshold ? .step(dose: 0.9) : .draw(&random)
      traits.frequency = random.uniform(0.15, 0.5)
      let strength = min(5, max(0.4, random.gamma(shape: 3, scale: 0.61)))
      traits.potency = random.bernoulli(share) ? strength : 0
      if kind == .weak { traits.potency *= 0.5 }
      return traits
    }
    groups.sort { $0.group < $1.group }
  }

  private static func referenceDose(_ random: inout RandomSource) -> DoseResponse {
    switch random.index(weights: [0.5, 0.3, 0.2]) {
    case 0: .linear
    case 1: .saturating(half: random.uniform(0.2, 0.5))
    default: .ramp(dose: 0.5)
    }
  }

  private static func referenceClock(
    _ kind: DiaryKind, _ random: inout RandomSource
  ) -> ResponseClock {
    let means =
      kind == .delayed
      ? [24...36, 36...52]
      : [2.5...6, 8...16, 20...30, 36...50]
    let range = random.pick(means, else: 8...16)
    return .gammaClock(
      mean: random.uniform(range.lowerBound, range.upperBound),
      variation: random.uniform(0.35, 0.7))
  }

  private mutating func applyReference(_ kind: DiaryKind, _ random: inout RandomSource) {
    switch kind {
    case .clean, .delayed, .threshold, .weak, .notriggers, .twelve: break
    case .sloppy:
      design = .sloppy
      missing = 0.1
      doseSpread = 0.3
      phasesRecorded = random.bernoulli(0.5)
    case .freeliving:
      design = .freeLiving
    case .missing10: missing = 0.1
    case .missing40: missing = 0.4
    case .confounded:
      context.stress = random.uniform(0.2, 0.5)
      context.sleep = random.uniform(0.2, 0.5)
      context.menses = random.uniform(0.8, 2)
      context.illness = random.uniform(1, 3)
      context.coupling = random.uniform(0.3, 0.8)
    case .coarse: scale = random.bernoulli(0.5) ? .five : .words
    case .nocebo: nocebo = random.uniform(0.8, 2.2)
    case .heavyar: persistence = random.uniform(0.75, 0.9)
    case .drift: drift = random.uniform(2, 4)
    case .zeroinflated:
      level = random.uniform(-2, 0)
      noiseSD = random.uniform(1.2, 2)
    case .stamped: stamped = true
    case .mixed: design = .mixed
    case .literature:
      nocebo = random.uniform(1, 2.2)
      noceboChance = Literature.placeboReactions
    }
  }
}
