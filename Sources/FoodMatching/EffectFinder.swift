// SPDX-License-Identifier: Apache-2.0

/// Finds which foods the negations, free-from words and substitutes of a text act on.
struct EffectFinder {
  /// How many items to either side an effect reaches at most, which keeps the work linear.
  private static let reach = 40

  private let index: SharedFoodIndex
  private(set) var items: [MatchItem]
  private(set) var effects: [MatchEffect] = []

  /// Finds the effects in a text's items.
  init(_ items: [MatchItem], in index: SharedFoodIndex) {
    self.index = index
    self.items = items
    for place in items.indices {
      guard let role = role(place), !items[place].isNegated else { continue }
      switch role {
      case .negation: negate(place)
      case .free: free(place)
      case .remove, .lower, .add: modify(place)
      case .flavour: flavour(place)
      case .stop, .with, .and, .or, .category, .unit: continue
      }
    }
    for place in items.indices where self.items[place].isFood { substitute(place) }
  }

  private func role(_ place: Int) -> FoodRule.Role? {
    guard items.indices.contains(place), case .rule(let rule) = items[place].kind else {
      return nil
    }
    return index.data.rules[rule].role
  }

  private func rule(_ place: Int) -> FoodRule? {
    guard case .rule(let rule) = items[place].kind else { return nil }
    return index.data.rules[rule]
  }

  private func entries(_ place: Int) -> [Int32] {
    guard case .foods(let range) = items[place].kind else { return [] }
    return Array(index.data.targets[range])
  }

  // MARK: no X, without X

  private mutating func negate(_ place: Int) {
    var taken: [Int] = []
    var next = place + 1
    while items.indices.contains(next), items[next].clause == items[place].clause {
      if items[next].isFood {
        let isGroupWord = entries(next).contains { !index.data.entries[Int($0)].free.isEmpty }
        if !taken.isEmpty, role(next - 1) == .and, !isGroupWord { break }
        if !taken.isEmpty, role(next - 1) != .and, role(next - 1) != .or { break }
        taken.append(next)
      } else if !canSkip(next, taken, place) {
        break
      }
      next += 1
    }
    guard !taken.isEmpty else {
      useUpAfter(place)
      return
    }
    if let rule = rule(place), !rule.groups.isEmpty,
      entries(taken[0]).allSatisfy({ index.data.entries[Int($0)].free.isEmpty })
    {
      modify(place)
      return
    }
    for food in taken { items[food].isNegated = true }
    let foods = negationTargets(place, after: taken)
    for food in taken { takeAway(food, from: foods) }
  }

  private func canSkip(_ place: Int, _ taken: [Int], _ start: Int) -> Bool {
    switch role(place) {
    case .stop, .unit, .with: taken.isEmpty && place - start <= 3
    case .and, .or: !taken.isEmpty
    default: false
    }
  }

  /// A negated word that is no food is used up, so that "not vegan" does not count as vegan.
  private mutating func useUpAfter(_ place: Int) {
    let next = place + 1
    guard items.indices.contains(next), items[next].clause == items[place].clause else { return }
    if role(next) == .remove || role(next) == .lower || role(next) == .add {
      items[next].isNegated = true
    }
  }

  /// The foods before, in the same clause or else in the section, and those after in the clause.
  private func negationTargets(_ place: Int, after taken: [Int]) -> [Int] {
    let here = items[place]
    let before = foodsBefore(place)
    var foods = before.filter { items[$0].clause == here.clause }
    if foods.isEmpty { foods = before.filter { items[$0].section == here.section } }
    let after = items.indices.dropFirst((taken.last ?? place) + 1).prefix(Self.reach)
    return foods + after.filter { items[$0].isFood && items[$0].clause == here.clause }
  }

  /// The foods among the items before, the nearest last.
  private func foodsBefore(_ place: Int) -> [Int] {
    items.indices.prefix(place).suffix(Self.reach).filter { items[$0].isFood }
  }

  private mutating func takeAway(_ food: Int, from foods: [Int]) {
    for entry in entries(food) {
      for target in foods {
        effects.append(
          MatchEffect(
            remove: index.data.entries[Int(entry)].free, entry: entry, item: target, origin: food))
      }
    }
  }

  // MARK: X free, dairy free, vegan

  private mutating func free(_ place: Int) {
    let before = place - 1
    guard items.indices.contains(before), items[before].clause == items[place].clause else {
      return
    }
    guard items[before].isFood else {
      if case .unknown = items[before].kind { items[before].isNegated = true }
      return
    }
    items[before].isNegated = true
    takeAway(before, from: modified(by: place))
  }

  private mutating func modify(_ place: Int) {
    guard case .rule(let number) = items[place].kind else { return }
    let rule = index.data.rules[number]
    for target in modified(by: place) {
      var effect = MatchEffect(rule: number, item: target, origin: place)
      switch rule.role {
      case .lower: effect.lower = rule.groups
      case .add: effect.add = rule.groups
      default: effect.remove = rule.groups
      }
      effect.addPossible = rule.possible
      effects.append(effect)
    }
  }

  private mutating func flavour(_ place: Int) {
    let before = place - 1
    guard items.indices.contains(before), items[before].isFood,
      items[before].clause == items[place].clause
    else { return }
    effects.append(
      MatchEffect(lower: GroupSet(rawValue: .max), item: before, origin: place))
  }

  /// The foods that a modifier stands before, else those that it stands after.
  private func modified(by place: Int) -> [Int] {
    let clause = items[place].clause
    var foods: [Int] = []
    var next = place + 1
    while items.indices.contains(next), items[next].clause == clause, next - place <= Self.reach {
      if items[next].isFood, role(next + 1) == .free, items.indices.contains(next + 1),
        items[next + 1].clause == clause
      {
        // The next of several "X free Y free": no food of its own.
        next += 2
        continue
      }
      if items[next].isFood {
        foods.append(next)
      } else if !foods.isEmpty || [.with, .and, .or, .negation].contains(role(next)) {
        break
      }
      next += 1
    }
    if !foods.isEmpty { return foods }
    let before = foodsBefore(place)
    let same = before.filter { items[$0].clause == clause }
    if !same.isEmpty { return same }
    guard let last = before.last, items[last].section == items[place].section else { return [] }
    return before.filter { items[$0].clause == items[last].clause }
  }

  // MARK: oat milk for milk

  private mutating func substitute(_ place: Int) {
    for entry in entries(place) {
      for replaced in index.data.entries[Int(entry)].replaces {
        let other = index.data.targets[Int(replaced)]
        guard let food = nearest(to: place, with: other) else { continue }
        effects.append(MatchEffect(entry: other, item: food, origin: place))
      }
    }
  }

  private func nearest(to place: Int, with part: Int32) -> Int? {
    let here = items[place]
    func holds(_ other: Int) -> Bool {
      items[other].isFood
        && entries(other).contains { index.data.hasPart($0, kindOf: part) && $0 != part }
    }
    let before = items.indices.prefix(place).suffix(Self.reach).last {
      items[$0].section == here.section && holds($0)
    }
    return before
      ?? items.indices.dropFirst(place + 1).prefix(Self.reach).first {
        items[$0].clause == here.clause && holds($0)
      }
  }
}

extension FoodIndex {
  /// Whether a dish has a part that is an entry or one of its kinds.
  func hasPart(_ entry: Int32, kindOf other: Int32, depth: Int = 0) -> Bool {
    guard depth < 5 else { return false }
    return entries[Int(entry)].parts.contains {
      isKind(parts[Int($0)].entry, of: other)
        || hasPart(parts[Int($0)].entry, kindOf: other, depth: depth + 1)
    }
  }
}
