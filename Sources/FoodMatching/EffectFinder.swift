// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Finds which foods the negations, free-from words and substitutes of a text act on.
struct EffectFinder {
  /// How many items to either side an effect reaches at most, which keeps the work linear.
  static let reach = 40

  private let index: SharedFoodIndex
  private let words: [MatchWord]
  private(set) var items: [MatchItem]
  private(set) var effects: [MatchEffect] = []

  /// Finds the effects in a text's items.
  init(_ items: [MatchItem], _ words: [MatchWord], in index: SharedFoodIndex) {
    self.index = index
    self.items = items
    self.words = words
    for place in items.indices {
      guard let role = role(place), !items[place].isNegated else { continue }
      switch role {
      case .negation, .exclusion: negate(place)
      case .removed: removed(place)
      case .free: free(place)
      case .remove, .lower, .add: modify(place)
      case .flavour: flavour(place)
      case .stop, .with, .and, .or, .category, .unit: continue
      }
    }
    for place in items.indices where self.items[place].isFood { substitute(place) }
  }

  func role(_ place: Int) -> FoodRule.Role? {
    guard items.indices.contains(place), case .rule(let rule) = items[place].kind else {
      return nil
    }
    return index.data.rules[rule].role
  }

  private func rule(_ place: Int) -> FoodRule? {
    guard case .rule(let rule) = items[place].kind else { return nil }
    return index.data.rules[rule]
  }

  func entries(_ place: Int) -> [Int32] {
    guard case .foods(let range) = items[place].kind else { return [] }
    return Array(index.data.targets[range])
  }

  // MARK: no X, without X

  private mutating func negate(_ place: Int) {
    let carriesAnd = role(place) == .exclusion
    var taken: [Int] = []
    var next = place + 1
    while items.indices.contains(next), items[next].clause == items[place].clause {
      if items[next].isFood {
        if !taken.isEmpty, !carries(on: next, from: place, carriesAnd) { break }
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
    taken += listed(from: next, after: place, carriesAnd)
    if let rule = rule(place), !rule.groups.isEmpty, !taken.contains(where: isGroupWord) {
      modify(place)
      return
    }
    for food in taken { items[food].isNegated = true }
    let foods = negationTargets(place, after: taken)
    for food in taken { takeAway(food, from: foods) }
  }

  /// Whether a food names a group: "no …" of it takes the group out of all foods.
  private func isGroupWord(_ place: Int) -> Bool {
    entries(place).contains { !index.data.entries[Int($0)].free.isEmpty }
  }

  /// Whether a negation goes on to a further food: "no X or Y", "no onion and garlic".
  private func carries(on next: Int, from place: Int, _ carriesAnd: Bool) -> Bool {
    switch role(next - 1) {
    case .or: true
    case .and:
      carriesAnd || isGroupWord(next) || isAlike(next - 2, last: next)
        || entries(next).contains { entry in
          foodsBefore(place).suffix(4).contains {
            holds($0, part: entry) || sharesAllergen($0, entry, after: next)
          }
        }
    default: false
    }
  }

  /// Whether the last two foods hold the same, or an allergen in common: "soup without onion and
  /// garlic", "sandwich without butter and cheese", but not "burger without cheese and fries".
  private func isAlike(_ place: Int, last: Int) -> Bool {
    let isLast = last + 1 >= items.count || items[last + 1].clause != items[last].clause
    guard isLast, place >= 0 else { return false }
    return isSame(place, last)
      || !certainGroups(place).intersection(certainGroups(last)).isDisjoint(with: Self.allergens)
  }

  /// What any reading of a food surely holds.
  private func certainGroups(_ place: Int) -> GroupSet {
    entries(place).reduce(into: GroupSet()) { $0.formUnion(index.data.entries[Int($1)].certain) }
  }

  /// Whether a last word such as "milk" in "cake without egg and milk" is of what the food holds.
  private func sharesAllergen(_ place: Int, _ entry: Int32, after next: Int) -> Bool {
    let food = index.data.entries[Int(entry)]
    let isLast = next + 1 >= items.count || items[next + 1].clause != items[next].clause
    guard isLast, food.parts.isEmpty, next >= 2, isGroupWord(next - 2) else { return false }
    let groups = food.certain.intersection(Self.allergens)
    return entries(place).map { index.data.entries[Int($0)] }.contains {
      !$0.certain.union($0.possible).isDisjoint(with: groups)
    }
  }

  private static let allergens = GroupSet(
    ["gluten", "dairy", "egg", "soy", "peanut", "tree_nut", "fish"].map(GroupID.init(rawValue:)))

  /// The foods of a list over commas that "or" closes: "no cheese, egg or mayo".
  private func listed(from start: Int, after place: Int, _ carriesAnd: Bool) -> [Int] {
    guard items.indices.contains(start), items[start].clause != items[place].clause else {
      return []
    }
    var found: [Int] = []
    var isClosing = false
    for next in start..<min(start + 12, items.count) {
      guard items[next].section == items[place].section else { return [] }
      if items[next].isFood {
        found.append(next)
        if isClosing { return found }
        continue
      }
      switch role(next) {
      case .or: isClosing = true
      case .and where carriesAnd: isClosing = true
      case .stop: continue
      default: return []
      }
    }
    // Without "or", only what is quite alike: "curry without onion, garlic".
    guard let previous = items[..<start].lastIndex(where: \.isFood), found.count <= 3,
      found.allSatisfy({ isSame(previous, $0) })
    else { return [] }
    return found
  }

  /// Whether two foods hold the same for certain, and something.
  private func isSame(_ place: Int, _ other: Int) -> Bool {
    let certain = entries(place).map { index.data.entries[Int($0)].certain }
    return certain.contains { !$0.isEmpty }
      && certain == entries(other).map { index.data.entries[Int($0)].certain }
  }

  private func canSkip(_ place: Int, _ taken: [Int], _ start: Int) -> Bool {
    switch role(place) {
    case .stop, .unit, .with: taken.isEmpty && place - start <= 3
    case .and, .or: !taken.isEmpty
    default: false
    }
  }

  /// "cheese removed", "milk replaced by": takes out the food before it, unless one follows.
  private mutating func removed(_ place: Int) {
    let clause = items[place].clause
    let isBefore = place > 0 && items[place - 1].isFood && items[place - 1].clause == clause
    let food = foodsBefore(place).last { items[$0].clause == clause }
    guard let food, isBefore || !leadsToFood(place) else {
      negate(place)
      return
    }
    items[food].isNegated = true
    var foods = foodsBefore(food).filter { items[$0].section == items[place].section }
    if foods.isEmpty { foods = foodsAfter(place) }
    takeAway(food, from: foods)
  }

  /// Whether a food follows, with nothing but words without meaning between.
  private func leadsToFood(_ place: Int) -> Bool {
    var next = place + 1
    while role(next) == .stop, next - place <= 3 { next += 1 }
    return items.indices.contains(next) && items[next].isFood
      && items[next].clause == items[place].clause
  }

  private func foodsAfter(_ place: Int) -> [Int] {
    items.indices.dropFirst(place + 1).prefix(Self.reach).filter {
      items[$0].isFood && items[$0].clause == items[place].clause
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

  /// The foods before it in the section, and those after it in the clause.
  private func negationTargets(_ place: Int, after taken: [Int]) -> [Int] {
    let before = foodsBefore(place).filter { items[$0].section == items[place].section }
    let foods = before + foodsAfter(taken.last ?? place)
    guard foods.isEmpty, role(place) == .exclusion else { return foods }
    return items.indices.dropFirst((taken.last ?? place) + 1).prefix(Self.reach).filter {
      items[$0].isFood && items[$0].section == items[place].section
    }
  }

  /// The foods among the items before, the nearest last.
  func foodsBefore(_ place: Int) -> [Int] {
    items.indices.prefix(place).suffix(Self.reach).filter { items[$0].isFood }
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
    }
  }

  func isTouched(_ place: Int, _ remove: GroupSet, _ entry: Int32) -> Bool {
    entry >= 0 && holds(place, part: entry)
      || entries(place).contains {
        !index.data.entries[Int($0)].certain.isDisjoint(with: remove)
      }
  }

  /// Whether a food is a dish with a part that is an entry or one of its kinds.
  func holds(_ place: Int, part: Int32) -> Bool {
    items[place].isFood
      && entries(place).contains { index.data.hasPart($0, kindOf: part) && $0 != part }
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
    let foods = [before] + joined(before: before, like: before)
    for food in foods { items[food].isNegated = true }
    let targets = modified(by: place)
    for food in foods { takeAway(food, from: targets, all: true) }
  }

  /// The foods of a list before "… free": "egg/dairy/nut free", "onion and garlic free".
  private func joined(before place: Int, like free: Int) -> [Int] {
    var found: [Int] = []
    var next = place
    while next >= 2, let join = role(next - 1), join == .or || join == .and,
      items[next - 2].isFood, items[next - 2].clause == items[place].clause,
      isListed(next - 2, join, like: free)
    {
      next -= 2
      found.append(next)
    }
    return found
  }

  /// A group's name, or an ingredient that holds what the free one does, such as onion and garlic.
  private func isListed(_ place: Int, _ join: FoodRule.Role, like free: Int) -> Bool {
    let certain = entries(place).map { index.data.entries[Int($0)].certain }
    if isGroupWord(place) {
      let isFirst = place == 0 || items[place - 1].clause != items[place].clause
      return join == .or || isFirst || entries(place).allSatisfy(index.data.isGroupName)
    }
    guard items[free].isFood || items[free].isNegated else { return false }
    let other = entries(free).map { index.data.entries[Int($0)].certain }
    return !certain.isEmpty && certain == other && certain.contains { !$0.isEmpty }
  }

  private mutating func modify(_ place: Int) {
    guard case .rule(let number) = items[place].kind else { return }
    let rule = index.data.rules[number]
    let others = rule.role == .remove && endsInFree(place) ? joined(before: place, like: place) : []
    for food in others { items[food].isNegated = true }
    let targets = modified(by: place, holding: rule.role == .lower ? rule.groups : [])
    for food in others { takeAway(food, from: targets, all: true) }
    for target in targets where !items[target].isNegated {
      if rule.groups.isSuperset(of: Self.wheat), rule.role == .lower, isOtherGrain(target) {
        continue
      }
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

  private static let wheat = GroupSet(["gluten", "fructan"].map(GroupID.init(rawValue:)))

  /// Whether a food's gluten is of rye or barley, which "wheat free" leaves in it.
  private func isOtherGrain(_ place: Int) -> Bool {
    entries(place).contains { entry in
      ["rye", "barley"].contains { grain in
        let other = index.data.entry(named: Array(grain.utf8), 0..<grain.utf8.count)
        return other >= 0
          && (index.data.isKind(entry, of: other) || index.data.hasPart(entry, kindOf: other))
      }
    }
      || foodsBefore(place).last.map { last in
        last + 1 == place && isOtherGrain(last)
      } == true
  }

  /// Whether a rule's last word is "free" in one of the languages.
  private func endsInFree(_ place: Int) -> Bool {
    guard let last = items[place].words.last else { return false }
    return words[last].stem >= 0 && index.data.isFreeWord(words[last].stem)
  }

  private mutating func takeAway(_ food: Int, from foods: [Int], all: Bool) {
    for entry in entries(food) {
      let remove = index.data.entries[Int(entry)].free
      for target in foods where !items[target].isNegated {
        effects.append(MatchEffect(remove: remove, entry: entry, item: target, origin: food))
      }
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

  // MARK: oat milk for milk

  private mutating func substitute(_ place: Int) {
    for entry in entries(place) {
      for replaced in index.data.entries[Int(entry)].replaces {
        let other = index.data.targets[Int(replaced)]
        let remove = index.data.entries[Int(other)].free
        let isGroup = index.data.isGroupName(other)
        guard let food = nearest(to: place, with: other, isGroup ? remove : []) else { continue }
        effects.append(
          MatchEffect(remove: isGroup ? remove : [], entry: other, item: food, origin: place))
      }
    }
  }

  private func nearest(to place: Int, with part: Int32, _ groups: GroupSet) -> Int? {
    let here = items[place]
    func holds(_ other: Int) -> Bool {
      other != place && items[other].isFood
        && (groups.isEmpty ? self.holds(other, part: part) : isTouched(other, groups, part))
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
