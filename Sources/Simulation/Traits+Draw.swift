// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

extension Traits {
  /// Draws a person and a way of keeping a diary, of one kind.
  static func draw(_ kind: DiaryKind, _ random: inout RandomSource) -> Traits {
    var traits = Traits()
    traits.drawHabits(&random)
    traits.drawBody(&random)
    traits.drawGroups(kind, &random)
    traits.apply(kind, &random)
    return traits
  }

  private mutating func drawHabits(_ random: inout RandomSource) {
    peakShare = random.uniform()
    clockShare = random.pick([1, 1, 0.9, 0.6, 0], else: 1)
    amountShare = random.pick([1, 1, 0.9, 0.5], else: 1)
    doseSpread = random.uniform(0, 0.3)
    missing = random.uniform(0, 0.08)
    missingOnBadDays = random.bernoulli(0.2) ? random.uniform(0, 0.3) : 0
    foodsOnMissingDays = random.bernoulli(0.6)
    scale = random.bernoulli(0.85) ? .tenth : .hundred
    pairing = random.uniform(0, 0.3)
    let names = random.shuffled([
      "bloating", "abdominal pain", "diarrhoea", "headache", "fatigue", "itching", "heartburn",
    ])
    let count = 1 + random.index(weights: [0.5, 0.3, 0.2])
    symptoms = names.prefix(count).enumerated().map { place, name in
      SymptomTraits(name: name, sensitivity: place == 0 ? 1 : random.uniform(0.2, 0.9))
    }
  }

  private mutating func drawBody(_ random: inout RandomSource) {
    level = random.uniform(0.8, 4.2)
    noiseSD = random.uniform(0.6, 1.7)
    persistence = random.uniform(0, 0.65)
    noise =
      [Noise.plain, .flares, .heavyTails, .skewed][
        random.index(weights: [0.45, 0.2, 0.15, 0.2])]
    drift = random.bernoulli(0.4) ? random.uniform(0, 1.2) : 0
    weekend = random.bernoulli(0.3) ? random.normal(sd: 0.4) : 0
    nocebo = random.bernoulli(0.5) ? random.uniform(0, 0.8) : 0
    noceboChance = random.uniform(0.4, 1)
    context.menstruates = random.bernoulli(0.4)
    context.stress = max(0, random.normal(mean: 0.12, sd: 0.1))
    context.sleep = max(0, random.normal(mean: 0.12, sd: 0.12))
    context.menses = random.uniform(0, 1.4)
    context.illness = random.uniform(0.5, 3)
    context.alcohol = random.uniform(0, 1)
    context.exercise = random.normal(sd: 0.25)
    context.coupling = random.bernoulli(0.2) ? random.uniform(0, 0.5) : 0
    context.recorded = random.pick([1, 0.95, 0.8, 0.4], else: 1)
  }

  /// Draws the groups, which of them are triggers, and how.
  private mutating func drawGroups(_ kind: DiaryKind, _ random: inout RandomSource) {
    if kind == .literature {
      groups = Literature.draw(&random)
      return
    }
    let count = kind == .twelve ? 12 : random.integer(4, 8)
    let chosen = random.shuffled(GroupID.builtIn).prefix(count)
    var triggers = random.index(weights: [0.2, 0.36, 0.26, 0.12, 0.06])
    if kind == .twelve { triggers += random.integer(0, 2) }
    if kind == .notriggers { triggers = 0 }
    groups = chosen.enumerated().map { place, group in
      var traits = GroupTraits(group: group)
      traits.clock = kind == .delayed ? .late(&random) : .draw(&random)
      traits.dose = kind == .threshold ? .high(&random) : .draw(&random)
      traits.dosesAddUp = random.bernoulli(0.5)
      traits.frequency = random.uniform(0.06, 0.6)
      let strength = min(5, max(0.5, random.logNormal(median: 1.8, spread: 0.5)))
      traits.potency = place < triggers ? strength : 0
      if kind == .weak { traits.potency = min(traits.potency, random.uniform(0.3, 1)) }
      return traits
    }
    groups.sort { $0.group < $1.group }
  }

  /// Sets what makes the kind.
  private mutating func apply(_ kind: DiaryKind, _ random: inout RandomSource) {
    let places = Array(groups.indices)
    suspects = Array(random.shuffled(places).prefix(random.integer(0, 2))).sorted()
    switch kind {
    case .clean, .delayed, .threshold, .weak, .notriggers: applyClean(kind, &random)
    case .sloppy: applySloppy(&random)
    case .freeliving: design = .freeLiving
    case .missing10: missing = 0.1
    case .missing40:
      missing = 0.3
      missingOnBadDays = random.uniform(0.2, 0.7)
    case .confounded: applyConfounded(&random)
    case .coarse: scale = random.bernoulli(0.5) ? .five : .words
    case .nocebo:
      nocebo = random.uniform(0.8, 2.5)
      noceboChance = random.uniform(0.6, 1)
      noceboOfSuspects = nocebo * random.uniform(0, 0.4)
    case .heavyar:
      persistence = random.uniform(0.7, 0.93)
      noiseSD = random.uniform(0.9, 1.8)
    case .drift: drift = random.uniform(1.5, 4)
    case .zeroinflated:
      noise = .attacks
      level = random.uniform(-2.5, -0.8)
      attacksOnly = random.bernoulli(0.5)
      foodsOnMissingDays = !attacksOnly && foodsOnMissingDays
    case .stamped: stamped = true
    case .mixed: applyMixed(&random)
    case .literature:
      nocebo = random.uniform(1, 2.2)
      noceboChance = Literature.placeboReactions
    case .twelve: break
    }
  }

  private mutating func applyClean(_ kind: DiaryKind, _ random: inout RandomSource) {
    if kind == .notriggers {
      design = random.pick([.careful, .sloppy, .freeLiving], else: .careful)
    }
    if kind == .clean {
      missing = random.uniform(0, 0.03)
      missingOnBadDays = 0
      context.coupling = 0
      noise = random.bernoulli(0.7) ? .plain : noise
    }
  }

  private mutating func applySloppy(_ random: inout RandomSource) {
    design = .sloppy
    missing = random.uniform(0.05, 0.2)
    doseSpread = random.uniform(0.2, 0.6)
    amountShare = random.pick([0.3, 0.6, 0.9], else: 0.6)
    phasesRecorded = random.bernoulli(0.5)
    pairing = random.uniform(0.2, 0.5)
  }

  private mutating func applyConfounded(_ random: inout RandomSource) {
    if random.bernoulli(0.4) { design = .freeLiving }
    context.stress = random.uniform(0.2, 0.6)
    context.sleep = random.uniform(0.2, 0.6)
    context.menses = random.uniform(0.8, 2.5)
    context.illness = random.uniform(1.5, 4)
    context.alcohol = random.uniform(0.5, 2)
    context.coupling = random.uniform(0.5, 1)
    context.recorded = random.pick([1, 0.95, 0.9], else: 1)
  }

  private mutating func applyMixed(_ random: inout RandomSource) {
    design = .mixed
    missing = random.uniform(0.02, 0.25)
    stamped = random.bernoulli(0.25)
    drift = random.uniform(0, 2)
    if random.bernoulli(0.3) { scale = .five }
    doseSpread = random.uniform(0.1, 0.4)
    context.coupling = random.uniform(0, 0.6)
  }
}
