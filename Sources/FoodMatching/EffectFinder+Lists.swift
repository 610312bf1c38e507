// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The lists of foods that negations and free-from words take out.
extension EffectFinder {
  // MARK: After a negation

  /// The foods that a negation takes out: the first that follows and what a list goes on with.
  func excluded(after place: Int) -> [Int] {
    var start = place + 1
    var clause = items[place].clause
    // "free from: milk, egg"
    let isHeading =
      items.indices.contains(start) && items[start].clause == clause + 1
      && mark(start) == UInt8(ascii: ":")
    if isHeading { clause += 1 }
    var foods: [Int] = []
    while items.indices.contains(start), items[start].clause == clause,
      start - place <= Self.reach
    {
      if items[start].isFood {
        if !foods.isEmpty, !carries(on: start, from: place, foods) { return foods }
        foods.append(start)
      } else if !canSkip(start, foods, place) {
        break
      }
      start += 1
    }
    guard
      role(place) != .exclusion || rule(place)?.groups.isEmpty != false
        || foods.contains(where: isAllergen) || isAmongFoods(place)
    else { return [] }
    return foods + more(after: place, foods, from: start, isHeading: isHeading)
  }

  /// Whether "free from" says something of the food before it: "passata free from garlic", but
  /// not "free from bread", which is a name.
  private func isAmongFoods(_ place: Int) -> Bool {
    place > 0 && items[place - 1].isFood && items[place - 1].clause == items[place].clause
  }

  /// The foods that a list adds to a rule such as "sans gluten" or "no sugar".
  func more(after place: Int) -> [Int] {
    let next = place + 1
    guard items.indices.contains(next) else { return [] }
    guard items[next].clause == items[place].clause else {
      return more(after: place, [place], from: next, isHeading: false)
    }
    guard let join = role(next), items.indices.contains(next + 1), items[next + 1].isFood,
      items[next + 1].clause == items[place].clause
    else { return [] }
    switch join {
    case .or, .nor: return [next + 1]
    case .and where isHeld(next + 1, by: hosts(of: place)): return [next + 1]
    case .and where style(place) == .without && isAllergen(next + 1): return [next + 1]
    default: return []
    }
  }

  /// How a negation lists: its role, or that of the first word of a rule such as "sans gluten".
  private func style(_ place: Int) -> FoodRule.Role? {
    if endsInNegation(place) { return .without }
    guard let role = role(place), [.remove, .lower, .add, .stop].contains(role),
      let first = items[place].words.first, words[first].stem >= 0
    else { return role(place) }
    return index.data.traits(of: words[first].stem).contains(.without) ? .without : .negation
  }

  /// Whether a negation goes on to a further food of its clause: "no X or Y", "no onion and garlic".
  private func carries(on next: Int, from place: Int, _ foods: [Int]) -> Bool {
    var join = next - 1
    while role(join) == .stop { join -= 1 }
    switch role(join) {
    case .or, .nor: return true
    case .and:
      if [.exclusion, .traces].contains(role(place)) || isGroupWord(next) { return true }
      if isAllergen(next), role(place) == .without || foods.allSatisfy(isAllergen) { return true }
      return isAlike(join - 1, last: next)
        || entries(next).contains { entry in hosts(of: place).contains { holds($0, part: entry) } }
    default: return false
    }
  }

  /// Whether the last two foods hold the same, or an allergen in common: "soup without onion and
  /// garlic", "sandwich without butter and cheese", but not "burger without cheese and fries".
  private func isAlike(_ place: Int, last: Int) -> Bool {
    let isLast = last + 1 >= items.count || items[last + 1].clause != items[last].clause
    guard isLast, place >= 0 else { return false }
    return isSame(place, last) || !allergens(place).isDisjoint(with: allergens(last))
  }

  private func canSkip(_ place: Int, _ foods: [Int], _ start: Int) -> Bool {
    switch role(place) {
    case .with: foods.isEmpty && place - start <= 3
    case .stop, .unit:
      foods.isEmpty ? place - start <= 3 : [.or, .and, .nor].contains(role(place - 1))
    case .and, .or, .nor: !foods.isEmpty
    default: false
    }
  }

  // MARK: Over commas

  /// A list over commas, as far as it is plain to see.
  private struct Members {
    var foods: [Int] = []
    /// The join before the last: "and", "or", or none where only commas stand.
    var closing: FoodRule.Role?
  }

  /// The foods that a list over commas adds: "without anchovies, egg and parmesan".
  private func more(after place: Int, _ first: [Int], from start: Int, isHeading: Bool) -> [Int] {
    guard let last = first.last, start == last + 1, items.indices.contains(start),
      items[start].clause != items[last].clause,
      isHeading || first.count == 1 || style(place) == .exclusion || style(place) == .traces
    else { return [] }
    let members = members(from: start)
    guard !members.foods.isEmpty else { return [] }
    if isHeading || style(place) == .traces || members.closing == .or { return members.foods }
    let isPlain = (first + members.foods).allSatisfy(isPlainAllergen)
    if members.closing == .and { return closed(members.foods, by: place, isPlain: isPlain) }
    let isInBrackets = mark(place) == UInt8(ascii: "(") || mark(place) == UInt8(ascii: "[")
    let hosts = hosts(of: place)
    if style(place) == .exclusion, isPlain { return members.foods }
    if style(place) == .without || isInBrackets {
      let held = members.foods.prefix {
        isPlain && isInBrackets || (isPlain || isInBrackets) && isHeld($0, by: hosts)
      }
      if !held.isEmpty { return Array(held) }
    }
    // Without a last "or", only what is quite alike: "curry without onion, garlic".
    guard members.foods.count <= 3,
      members.foods.allSatisfy({ isSame(last, $0) && !isOtherKind($0, than: last) })
    else { return [] }
    return members.foods
  }

  /// Whether two names differ in what they are kinds of the same thing by: "no cow's milk, goat's
  /// milk" says which milk it was.
  private func isOtherKind(_ place: Int, than other: Int) -> Bool {
    let (one, two) = (items[place].words, items[other].words)
    guard one.count > 1, two.count > 1, let end = one.last, let otherEnd = two.last else {
      return false
    }
    return words[end].stem == words[otherEnd].stem
  }

  /// A list that "and" closes, which a further food of the meal may also follow.
  ///
  /// "pasta without anchovies, egg and parmesan", but not "toast without butter, eggs and bacon".
  private func closed(_ foods: [Int], by place: Int, isPlain: Bool) -> [Int] {
    if style(place) == .exclusion || isPlain { return foods }
    guard style(place) == .without, let last = foods.last, foods.count > 1 else { return [] }
    let hosts = hosts(of: place)
    if foods.allSatisfy(isTopping), hosts.contains(where: hasParts) { return foods }
    let held = foods.filter { isHeld($0, by: hosts) }
    let isList = foods.dropLast().allSatisfy { food in
      held.contains { $0 == food || isSame($0, food) }
    }
    guard isList else { return [] }
    let isIn = !allergens(last).isEmpty || isHeld(last, by: hosts)
    return isIn && !isDrink(last) ? foods : foods.dropLast()
  }

  private func members(from start: Int) -> Members {
    var members = Members()
    var join: FoodRule.Role?
    var next = start
    while items.indices.contains(next), next - start < 24,
      items[next].section == items[start].section
    {
      let isNew = items[next].clause != items[next - 1].clause
      if isNew, !isComma(mark(next)) { break }
      if items[next].isFood {
        guard isNew || join != nil || role(next - 1) == .stop else { break }
        members.foods.append(next)
        if let join {
          members.closing = join
          break
        }
      } else {
        switch role(next) {
        case .or, .nor: join = .or
        case .and: join = .and
        case .stop where isNew || join != nil: break
        default: return members
        }
      }
      next += 1
    }
    return members
  }

  func mark(_ place: Int) -> UInt8 { words[items[place].words.lowerBound].mark }

  private func isComma(_ mark: UInt8) -> Bool { mark == UInt8(ascii: ",") || mark >= 0x80 }

  /// Whether a food is one of the hosts' parts, or of their allergens, for certain or possibly.
  private func isHeld(_ place: Int, by hosts: [Int]) -> Bool {
    let groups = allergens(place)
    return hosts.contains { host in
      entries(place).contains { holds(host, part: $0) }
        || entries(host).contains {
          let food = index.data.entries[Int($0)]
          return !food.certain.union(food.possible).isDisjoint(with: groups)
        }
    }
  }

  /// The foods that a negation speaks of: those before it, else those after its clause.
  private func hosts(of place: Int) -> [Int] {
    foodsBefore(place).suffix(4).filter { items[$0].section == items[place].section }
  }

  // MARK: What a food is

  /// Whether a food names a group: "no …" of it takes the group out of all foods.
  func isGroupWord(_ place: Int) -> Bool {
    entries(place).contains { !index.data.entries[Int($0)].free.isEmpty }
  }

  /// Whether a food's name stands for an allergen, as milk, egg and nuts do.
  func isAllergen(_ place: Int) -> Bool {
    isGroupWord(place) || entries(place).contains(where: index.isAllergen)
  }

  /// The same, or one of the kind of such a food: walnuts, tuna.
  private func isPlainAllergen(_ place: Int) -> Bool {
    rule(place)?.groups.isEmpty == false || isAllergen(place) || endsInNegation(place)
      || entries(place).contains { entry in
        index.data.entries[Int(entry)].wider.contains {
          !index.data.entries[Int(index.data.targets[Int($0)])].free.isEmpty
        }
      }
  }

  private func hasParts(_ place: Int) -> Bool {
    entries(place).contains { !index.data.entries[Int($0)].parts.isEmpty }
  }

  /// Whether a food is an ingredient that a meal seldom has beside its dish: onions, not fries.
  private func isTopping(_ place: Int) -> Bool {
    entries(place).allSatisfy {
      let food = index.data.entries[Int($0)]
      return food.parts.isEmpty && food.portion > 0 && food.portion <= 85
        && food.certain.isDisjoint(with: Self.gluten)
    } && !isDrink(place)
  }

  private static let gluten = GroupSet([GroupID(rawValue: "gluten")])

  private func isDrink(_ place: Int) -> Bool {
    entries(place).contains {
      !index.data.entries[Int($0)].certain.isDisjoint(with: Self.drinks)
    }
  }

  private static let drinks = GroupSet(["caffeine", "alcohol"].map(GroupID.init(rawValue:)))

  /// The allergens that any reading of a food surely holds.
  private func allergens(_ place: Int) -> GroupSet {
    entries(place).reduce(into: GroupSet()) { $0.formUnion(index.data.entries[Int($1)].certain) }
      .intersection(Self.allergens)
  }

  private static let allergens = GroupSet(
    [
      "gluten", "dairy", "egg", "soy", "peanut", "tree_nut", "fish", "crustacean", "mollusc",
      "sesame",
    ].map(GroupID.init(rawValue:)))

  /// Whether two foods hold the same for certain, and something.
  private func isSame(_ place: Int, _ other: Int) -> Bool {
    let certain = entries(place).map { index.data.entries[Int($0)].certain }
    return certain.contains { !$0.isEmpty }
      && certain == entries(other).map { index.data.entries[Int($0)].certain }
  }

  // MARK: Before "free"

  /// The foods of a list before "… free": "egg/dairy/nut free", "dairy-, egg- and nut-free".
  func joined(before place: Int, like free: Int) -> [Int] {
    var chain: [(food: Int, isComma: Bool, join: FoodRule.Role?)] = []
    var next = place
    while chain.count < 12, let found = previous(of: next) {
      chain.append(found)
      next = found.food
    }
    var count = 0
    for (number, link) in chain.enumerated() {
      let isListed = isListed(link.food, link.join ?? .and, like: free, link.isComma)
      let list = chain[...number].map(\.food)
      if isListed, !link.isComma || count == number && starts(list) {
        guard count == number else { continue }
        count = number + 1
      } else if hangs(link.food) || starts(list) && list.allSatisfy(isAllergen) {
        count = number + 1
      }
    }
    return chain.prefix(count).map(\.food)
  }

  /// The food before in a list, over a comma or a join.
  private func previous(of place: Int) -> (food: Int, isComma: Bool, join: FoodRule.Role?)? {
    var before = place - 1
    guard before >= 0 else { return nil }
    var join: FoodRule.Role?
    if let role = role(before), role == .or || role == .and,
      items[before].clause == items[place].clause
    {
      join = role
      before -= 1
    }
    guard before >= 0, items[before].isFood, items[before].section == items[place].section,
      before == 0 || !isNumber(before - 1)
    else { return nil }
    let isComma = items[before].clause != items[place].clause
    guard isComma ? isListComma(before, place) : join != nil else { return nil }
    return (before, isComma, join)
  }

  private func isNumber(_ place: Int) -> Bool {
    if case .number = items[place].kind { return true }
    return role(place) == .unit
  }

  private func isListComma(_ before: Int, _ place: Int) -> Bool {
    items[place].clause == items[before].clause + 1
      && words[items[before].words.upperBound].mark == UInt8(ascii: ",")
  }

  private func hangs(_ place: Int) -> Bool {
    items[place].words.last.map { words[$0].hyphen == .hanging } == true
  }

  /// Whether a list of names, the outermost last, can only be one of what is left out.
  private func starts(_ list: [Int]) -> Bool {
    guard let outer = list.last else { return false }
    let isFirst = outer == 0 || items[outer - 1].clause != items[outer].clause
    let mark = mark(outer)
    return entries(outer).allSatisfy(index.isGroupName) || hangs(outer)
      || isFirst && (mark == UInt8(ascii: "(") || mark == UInt8(ascii: "["))
  }

  /// A group's name, or an ingredient that holds what the free one does, such as onion and garlic.
  private func isListed(
    _ place: Int, _ join: FoodRule.Role, like free: Int, _ isComma: Bool
  ) -> Bool {
    let certain = entries(place).map { index.data.entries[Int($0)].certain }
    if isAllergen(place) {
      let isFirst = place == 0 || items[place - 1].clause != items[place].clause
      if join == .or || entries(place).allSatisfy(index.isGroupName) { return true }
      // "egg and nut free cake", but not "egg and gluten free toast".
      let following = Array(foodsAfter(free).prefix(3))
      return isFirst && (following.isEmpty || isHeld(place, by: following))
    }
    guard items[free].isFood || items[free].isNegated else { return false }
    let other = entries(free).map { index.data.entries[Int($0)].certain }
    return !certain.isEmpty && certain == other && certain.contains { !$0.isEmpty }
  }
}
