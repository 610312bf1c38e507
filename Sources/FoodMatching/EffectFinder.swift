// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Finds which foods the negations, free-from words and substitutes of a text act on.
struct EffectFinder {
  /// How many items to either side an effect reaches at most, which keeps the work linear.
  static let reach = 40

  let index: SharedFoodIndex
  var words: [MatchWord] = []
  var items: [MatchItem] = []
  var effects: [MatchEffect] = []
  /// What the words all say by themselves.
  private var traits: WordTraits = []
  /// The foods that a text says are not in, by the item that says so.
  private var exclusions: [(place: Int, foods: [Int])] = []

  /// Creates a finder, which many texts may use.
  init(_ index: SharedFoodIndex) { self.index = index }

  /// Finds the effects in a text's items.
  init(_ items: [MatchItem], _ words: [MatchWord], in index: SharedFoodIndex) {
    self.init(index)
    self.items = items
    self.words = words
    var traits: WordTraits = []
    for word in words { traits.formUnion(index.data.traits(of: word.stem)) }
    find(traits)
  }

  /// Takes the words and phrases of a text and finds their effects.
  mutating func find(in matcher: inout PhraseMatcher) {
    swap(&words, &matcher.words)
    swap(&items, &matcher.items)
    find(matcher.traits)
  }

  private mutating func find(_ traits: WordTraits) {
    effects.removeAll(keepingCapacity: true)
    self.traits = traits
    let hasRules = traits.contains(.negator) || items.contains { $0.role?.hasEffect == true }
    if hasRules { findRules() }
    let isVegan = traits.contains(.vegan)
    for place in items.indices where items[place].isFood {
      substitute(place)
      if isVegan { holdToName(place) }
    }
  }

  private mutating func findRules() {
    exclusions.removeAll(keepingCapacity: true)
    findExclusions()
    var next = 0
    for place in items.indices {
      while next < exclusions.count, exclusions[next].place == place {
        exclude(exclusions[next].foods, by: place)
        next += 1
      }
      guard let role = items[place].role else { continue }
      if !items[place].isNegated { apply(role, at: place) }
    }
  }

  private mutating func apply(_ role: FoodRule.Role, at place: Int) {
    switch role {
    case .removed: removed(place)
    case .free: free(place)
    case .remove, .lower, .add: modify(place)
    case .exclusion: if let rule = rule(place), !rule.groups.isEmpty { modify(place) }
    case .flavour: flavour(place)
    case .stop, .with, .and, .or, .nor, .but, .category, .unit, .negation, .without, .traces,
      .exchange:
      break
    }
  }

  func role(_ place: Int) -> FoodRule.Role? {
    items.indices.contains(place) ? items[place].role : nil
  }

  func rule(_ place: Int) -> FoodRule? {
    guard case .rule(let rule) = items[place].kind else { return nil }
    return index.data.rules[rule]
  }

  func entries(_ place: Int) -> FoodTargets {
    guard case .foods(let range) = items[place].kind else { return FoodTargets(index, 0..<0) }
    return FoodTargets(index, range)
  }

  // MARK: no X, without X

  /// Finds the lists after negations first, so that no effect falls on what is not in.
  private mutating func findExclusions() {
    var end = -1
    let hasNegator = traits.contains(.negator)
    for place in items.indices {
      guard let role = items[place].role else {
        if hasNegator, place > end, endsInNegation(place) { end = max(end, goOn(after: place)) }
        continue
      }
      var foods: [Int] = []
      switch role {
      case .negation, .without, .exclusion, .traces: foods = excluded(after: place)
      case .nor: if place > end { foods = excluded(after: place) }
      case .removed: if !isFoodBefore(place), leadsToFood(place) { foods = excluded(after: place) }
      case .exchange: foods = exchanged(after: place)
      case .remove, .lower, .add, .stop:
        if isNegator(firstWordOf: place) { foods = more(after: place) }
      case .free, .flavour, .with, .and, .or, .but, .category, .unit: continue
      }
      if foods.isEmpty, role == .negation || role == .without { foods = answered(by: place) }
      guard let last = foods.last else { continue }
      end = max(end, last)
      for food in foods {
        items[food].isNegated = true
        items[food].isTraces = role == .traces
      }
      if role == .removed || role == .exclusion { items[place].isNegated = true }
      if role != .traces { exclusions.append((place, foods)) }
    }
  }

  /// A name such as "pain sans gluten" goes on with a list: "pain sans gluten, lait, oeufs".
  private mutating func goOn(after place: Int) -> Int {
    let foods = more(after: place)
    for food in foods { items[food].isNegated = true }
    if !foods.isEmpty { exclusions.append((place + 1, foods)) }
    return foods.last ?? place
  }

  private mutating func exclude(_ foods: [Int], by place: Int) {
    let targets = negationTargets(place, after: foods)
    for food in foods { takeAway(food, from: targets) }
  }

  /// "cheese removed", "milk: none": takes out the food before it.
  private mutating func removed(_ place: Int) {
    guard let food = foodBefore(place) else { return }
    items[food].isNegated = true
    var foods = foodsBefore(food).filter { items[$0].section == items[place].section }
    if foods.isEmpty { foods = foodsAfter(place) }
    takeAway(food, from: foods)
  }

  /// Takes a food out of the foods of its clause, or of those before where none there holds it.
  private mutating func takeAway(_ food: Int, from foods: [Int]) {
    let clause = items[food].clause
    for entry in entries(food) {
      let remove = index.data.entries[Int(entry)].free
      let near = foods.filter { items[$0].clause == clause }
      let isNear = near.contains { isTouched($0, remove, entry) }
      for target in isNear ? near : foods {
        effects.append(MatchEffect(remove: remove, entry: entry, item: target, origin: food))
      }
      if !isNear, !foods.contains(where: { isTouched($0, remove, entry) }) {
        takeAwayNamed(in: food, of: entry, from: foods)
      }
    }
  }

  // MARK: X free

  private mutating func free(_ place: Int) {
    let before = place - 1
    guard items.indices.contains(before), items[before].clause == items[place].clause else {
      return
    }
    guard items[before].isFood else {
      if case .unknown = items[before].kind { items[before].isNegated = true }
      return
    }
    let foods = [before] + joined(before: before, like: before)
    for food in foods { items[food].isNegated = true }
    takeAwayAll(foods, from: modified(by: place))
  }

  /// Takes foods of a "… free" out of all foods that it acts on.
  mutating func takeAwayAll(_ foods: [Int], from targets: [Int]) {
    for food in foods {
      for entry in entries(food) {
        let remove = freed(by: entry)
        for target in targets where !items[target].isNegated {
          effects.append(MatchEffect(remove: remove, entry: entry, item: target, origin: food))
        }
      }
    }
  }

  /// The groups that "… free" of a food takes away: of milk, all that milk holds.
  private func freed(by entry: Int32) -> GroupSet {
    let food = index.data.entries[Int(entry)]
    return food.free.isEmpty && index.isAllergen(entry) ? food.certain : food.free
  }
}
