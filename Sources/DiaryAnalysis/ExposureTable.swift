// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import FoodKnowledge

/// One meal's share of one group.
struct GroupMeal: Hashable, Sendable {
  /// The day that it counts for.
  var day: Int
  /// The hour; `nil` where only the day is known.
  var hour: Double?
  /// The amount in usual portions.
  var portions: Double
  /// The probability that the food holds the group: 1 where it is certain.
  var weight: Double
  /// The grams of the group's substance, where known.
  var grams: Double?
  /// The food as the diary names it.
  var name: String
  /// The place of the entry in the frame; `nil` where a declared phase stands for the food.
  var entry: Int?

  /// Whether the food holds the group for certain.
  var certain: Bool { weight >= 1 }
}

/// What a diary holds of one group.
struct GroupExposure: Sendable {
  /// A day with the group.
  struct Day: Hashable, Sendable {
    var day: Int
    /// The portions of foods that hold the group for certain.
    var certainPortions: Double
    /// The portions of foods that possibly hold it, in full.
    var possiblePortions: Double
    /// The portions to be expected: each food's, times the probability that it holds the group.
    var portions: Double
    /// The grams of the substance; `nil` where any food's are not known.
    var grams: Double?
    var foods: [String]
    var entries: [Int]

    /// Whether any food holds the group for certain.
    var certain: Bool { certainPortions > 0 }
  }

  let group: GroupID
  /// The meals in time.
  let meals: [GroupMeal]
  /// The days with a meal, in order.
  let days: [Day]

  init(group: GroupID, meals unordered: [GroupMeal], axis: TimeAxis) {
    self.group = group
    meals = unordered.sorted {
      ($0.day, $0.hour ?? axis.begin(of: $0.day), $0.name, $0.portions, $0.entry ?? -1)
        < ($1.day, $1.hour ?? axis.begin(of: $1.day), $1.name, $1.portions, $1.entry ?? -1)
    }
    var days: [Day] = []
    var named: Set<String> = []
    for meal in meals {
      if days.last?.day != meal.day {
        named.removeAll(keepingCapacity: true)
        days.append(
          Day(
            day: meal.day, certainPortions: 0, possiblePortions: 0, portions: 0, grams: 0,
            foods: [], entries: []))
      }
      let last = days.count - 1
      days[last].portions += meal.portions * meal.weight
      if meal.certain {
        days[last].certainPortions += meal.portions
      } else {
        days[last].possiblePortions += meal.portions
      }
      days[last].grams = days[last].grams.flatMap { sum in meal.grams.map { sum + $0 } }
      if named.insert(meal.name).inserted { days[last].foods.append(meal.name) }
      if let entry = meal.entry { days[last].entries.append(entry) }
    }
    self.days = days
  }

  /// The days on which the group was eaten for certain.
  var certainDays: [Int] {
    days.indices.compactMap { days[$0].certain ? days[$0].day : nil }
  }

  /// The days that make up episodes: the certain ones, or the possible ones where no day is certain.
  var episodeDays: [Int] {
    let certain = certainDays
    return certain.isEmpty ? days.map(\.day) : certain
  }

  /// The portions of a day; 0 where there are none.
  func portions(on day: Int) -> Double {
    days.first { $0.day == day }?.portions ?? 0
  }
}

/// Which groups a diary holds, when, and how much.
struct ExposureTable: Sendable {
  /// The most portions that one entry counts for.
  static let topPortions = 20.0
  /// The caffeine of a usual portion in mg: a cup of filter coffee, EFSA 2015.
  static let caffeinePortion = 90.0
  /// What a dose is counted in, each being a portion, that in a food's name is food and no unit.
  private static let countedPieces: Set<String> = [
    "portion", "portions", "capsule", "capsules", "kapsel", "kapseln", "clove", "cloves", "zehe",
    "zehen", "egg", "eggs", "ei", "eier",
  ]

  /// The groups with an exposure, in `GroupID` order.
  var groups: [GroupExposure] = []
  /// The food texts that were not understood at all, by entry.
  var unknown: [Int: String] = [:]
  /// The days with such a food.
  var unknownDays: Set<Int> = []
  /// The foods that count half for a group, by group.
  var possibleFoods: [GroupID: Set<String>] = [:]
  /// The number of food entries with more than `topPortions`.
  var cappedEntries = 0
  /// The number of food entries with a number that is too large for portions, and no unit that is known.
  var unitlessEntries = 0
  /// The number of food entries.
  var foodEntries = 0
  /// Declared challenges that stand for the foods that the diary does not name.
  var assumedChallenges: [GroupID] = []
  /// The units of planned doses that nothing is known of.
  var unknownDoseUnits: Set<String> = []

  init(
    frame: DiaryFrame, foods: FoodClassifier, phases: [PhaseSpan], without: Set<GroupID> = []
  ) {
    let avoidance = Avoidance(phases: phases)
    var meals: [GroupID: [GroupMeal]] = [:]
    let readings = frame.places.foodNames.map { foods.classify($0) }
    for (index, name) in zip(frame.places.foods, frame.places.foodName) {
      let entry = frame.entries[index]
      guard let time = entry.time else { continue }
      foodEntries += 1
      let reading = readings[name]
      add(entry, index, time.start, reading, foods, frame.axis, avoidance, to: &meals)
    }
    addContexts(frame, to: &meals)
    addDeclaredChallenges(frame, phases, foods, to: &meals)
    let units = phases.compactMap { $0.plan.doses == nil ? nil : $0.plan.unit.map(Words.normal) }
    unknownDoseUnits = Set(units).filter {
      !Self.countedPieces.contains($0) && !foods.knowsUnit($0)
    }
    possibleFoods = possibleFoods.filter { !without.contains($0.key) }
    assumedChallenges.removeAll { without.contains($0) }
    groups = meals.keys.filter { !without.contains($0) }.sorted().map {
      GroupExposure(group: $0, meals: meals[$0] ?? [], axis: frame.axis)
    }
  }

  /// The exposure to one group; empty where it was never eaten.
  func exposure(to group: GroupID, axis: TimeAxis) -> GroupExposure {
    groups.first { $0.group == group } ?? GroupExposure(group: group, meals: [], axis: axis)
  }

  private mutating func add(
    _ entry: Entry, _ index: Int, _ point: TimePoint, _ reading: FoodReading,
    _ foods: FoodClassifier, _ axis: TimeAxis, _ avoidance: Avoidance,
    to meals: inout [GroupID: [GroupMeal]]
  ) {
    let given = amount(entry, reading, foods)
    let portions = given.isFinite ? min(given, Self.topPortions) : 1
    if given > Self.topPortions + 1e-9 { cappedEntries += 1 }
    guard portions > 0 else { return }
    let day = axis.day(of: point)
    func meal(_ group: GroupID, certain: Bool) -> GroupMeal {
      let weight = certain ? 1 : avoidance.weightOfPossible(group, on: day)
      return GroupMeal(
        day: day, hour: axis.hour(of: point), portions: portions, weight: weight,
        grams: reading.dosePerPortion[group].map { $0 * portions * weight }, name: entry.name,
        entry: index)
    }
    if let groups = entry.groups {
      for group in Set(groups) { meals[group, default: []].append(meal(group, certain: true)) }
      return
    }
    if reading.evidence.isEmpty, !reading.unknown.isEmpty {
      unknown[index] = entry.name
      unknownDays.insert(day)
    }
    for group in foods.groups(in: reading.certain) {
      meals[group, default: []].append(meal(group, certain: true))
    }
    for group in foods.groups(in: reading.possible.subtracting(reading.certain)) {
      meals[group, default: []].append(meal(group, certain: false))
      possibleFoods[group, default: []].insert(entry.name)
    }
  }

  /// The amount in usual portions: the unit `portion` as it stands, all else as the food says.
  ///
  /// A number above `topPortions` without a unit, or with one that is not known, is grams or the like
  /// and no count of portions: then it is one portion, since nothing is said of how much was eaten.
  private mutating func amount(
    _ entry: Entry, _ reading: FoodReading, _ foods: FoodClassifier
  ) -> Double {
    let number = entry.value?.number
    let unit = Words.normal(entry.unit ?? "")
    if let number, ["portion", "portions"].contains(unit) { return number }
    if let number, number > Self.topPortions, unit.isEmpty || !foods.knowsUnit(unit) {
      unitlessEntries += 1
      return 1
    }
    return foods.statedPortions(of: reading, text: entry.name, value: number, unit: entry.unit)
  }

  /// Adds the contexts `caffeine` (mg) and `alcohol` (drinks), less what that day's foods bring.
  private func addContexts(_ frame: DiaryFrame, to meals: inout [GroupID: [GroupMeal]]) {
    for (name, portion) in [("caffeine", Self.caffeinePortion), ("alcohol", 1.0)] {
      let group = GroupID(rawValue: name)
      var eaten: [Int: Double] = [:]
      for meal in meals[group] ?? [] { eaten[meal.day, default: 0] += meal.portions * meal.weight }
      for index in frame.places.contexts where Words.normal(frame.entries[index].name) == name {
        let entry = frame.entries[index]
        guard let time = entry.time, let number = entry.value?.number, number.isFinite, number > 0
        else { continue }
        let day = frame.axis.day(of: time.start)
        let covered = min(eaten[day] ?? 0, number / portion)
        eaten[day] = (eaten[day] ?? 0) - covered
        let rest = min(number / portion, Self.topPortions) - covered
        guard rest > 1e-9 else { continue }
        meals[group, default: []].append(
          GroupMeal(
            day: day, hour: frame.axis.hour(of: time.start), portions: rest, weight: 1,
            grams: nil, name: name, entry: index))
      }
    }
  }

  /// Lets a declared challenge stand for its food on days of it that name none, or only foods that
  /// were not understood, where no day of the challenge holds the group.
  private mutating func addDeclaredChallenges(
    _ frame: DiaryFrame, _ phases: [PhaseSpan], _ foods: FoodClassifier,
    to meals: inout [GroupID: [GroupMeal]]
  ) {
    for phase in phases where phase.name == "challenge" {
      let days = (phase.first...phase.last).clamped(
        to: frame.firstDay...max(frame.firstDay, frame.lastDay))
      guard phase.last >= frame.firstDay, phase.first <= frame.lastDay, days.count <= 60 else {
        continue
      }
      let bare = days.filter { !frame.hasFood($0) || unknownDays.contains($0) }
      for group in phase.groups where bare.count == days.count {
        let seen = (meals[group] ?? []).contains { days.contains($0.day) }
        guard !seen else { continue }
        assumedChallenges.append(group)
        for day in bare {
          let (portions, grams) = Self.planned(phase.plan, day - phase.first, group, foods)
          guard portions > 0 else { continue }
          meals[group, default: []].append(
            GroupMeal(
              day: day, hour: nil, portions: portions, weight: 1, grams: grams,
              name: phase.plan.food ?? "challenge phase", entry: phase.entry))
        }
      }
    }
  }

  /// The portions and grams that a protocol file plans for a day of a challenge; one portion where it
  /// gives no dose, or a weight or volume without a food whose usual portion is known.
  private static func planned(
    _ plan: PhaseSpan.Plan, _ day: Int, _ group: GroupID, _ foods: FoodClassifier
  ) -> (portions: Double, grams: Double?) {
    let reading =
      plan.food.map { foods.classify($0) }
      ?? FoodReading(
        certain: [], possible: [], unknown: [], evidence: [], portionGrams: nil,
        dosePerPortion: [:])
    var portions = 1.0
    if let doses = plan.doses {
      let dose = doses.indices.contains(day) ? doses[day] : 0
      let unit = Words.normal(plan.unit ?? "portion")
      portions =
        Self.countedPieces.contains(unit)
        ? dose : foods.portions(of: reading, text: plan.food ?? "", value: dose, unit: unit)
    }
    portions = portions.isFinite ? min(max(portions, 0), topPortions) : 1
    return (portions, reading.dosePerPortion[group].map { $0 * portions })
  }
}
