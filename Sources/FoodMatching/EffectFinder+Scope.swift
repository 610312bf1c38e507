// SPDX-License-Identifier: Apache-2.0

/// Which foods a word such as "vegan" or "gluten free" acts on.
extension EffectFinder {
  /// The foods that a modifier stands before, else those that it stands after.
  ///
  /// Those after it must hold one of the groups, where groups are given ("café décaféiné au lait").
  func modified(by place: Int, holding groups: GroupSet = []) -> [Int] {
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
      } else if !foods.isEmpty {
        break
      } else if let role = role(next),
        [.with, .and, .or, .nor, .but, .negation, .without].contains(role)
      {
        // "GF/DF cake", "vegan and gluten free pizza": both act on what follows.
        guard role == .and || role == .or, isModifier(next + 1) || isModifier(next - 1) else {
          break
        }
      }
      next += 1
    }
    if !foods.isEmpty { foods += partsAfter(next, of: foods) }
    let isMeant = groups.isEmpty || foods.contains { isTouched($0, groups, -1) }
    let before = foodsBefore(place)
    if !foods.isEmpty, isMeant || before.isEmpty { return foods }
    let same = before.filter { items[$0].clause == clause }
    if !same.isEmpty { return same }
    guard let last = before.last, items[last].section == items[place].section else {
      return foodsOfNextClause(place)
    }
    return before.filter { items[$0].clause == items[last].clause }
  }

  func isModifier(_ place: Int) -> Bool {
    role(place)?.isModifier == true
  }

  /// Foods named after "with" that the foods before have anyway: "GF ramen with soy sauce".
  private func partsAfter(_ place: Int, of foods: [Int]) -> [Int] {
    var found: [Int] = []
    var next = place
    while items.indices.contains(next), items[next].clause == items[place].clause,
      next - place <= Self.reach, role(next) != .negation, role(next) != .without, !isModifier(next)
    {
      if items[next].isFood,
        entries(next).contains(where: { part in foods.contains { holds($0, part: part) } })
      {
        found.append(next)
      }
      next += 1
    }
    return found
  }

  /// "Gluten free, dairy free cake", "Vegan: lasagne": the foods of the next clause.
  private func foodsOfNextClause(_ place: Int) -> [Int] {
    let after = items.indices.dropFirst(place + 1).prefix(Self.reach)
    guard let first = after.first(where: { items[$0].isFood }),
      items[first].section == items[place].section,
      after.prefix(while: { $0 < first }).allSatisfy({
        isModifier($0) || role($0) == .stop || role($0) == .but
      })
    else { return [] }
    return after.filter { items[$0].isFood && items[$0].clause == items[first].clause }
  }

  // MARK: What a negation acts on

  /// The foods among the items before, the nearest last.
  func foodsBefore(_ place: Int) -> [Int] {
    items.indices.prefix(place).suffix(Self.reach).filter { items[$0].isFood }
  }

  func foodsAfter(_ place: Int) -> [Int] {
    items.indices.dropFirst(place + 1).prefix(Self.reach).filter {
      items[$0].isFood && items[$0].clause == items[place].clause
    }
  }

  /// The foods before it in the section, and those after it in the clause; where there are none,
  /// those that the next clause with a food begins: "no milk, no egg pancakes".
  func negationTargets(_ place: Int, after foods: [Int]) -> [Int] {
    let before = foodsBefore(place).filter { items[$0].section == items[place].section }
    let last = max(place, foods.last ?? place)
    let targets = before + foodsAfter(last)
    guard targets.isEmpty else { return targets }
    let after = items.indices.dropFirst(last + 1).prefix(Self.reach).filter {
      items[$0].isFood && items[$0].section == items[place].section
    }
    if role(place) == .exclusion { return after }
    let isAlone = last + 1 >= items.count || items[last + 1].clause != items[last].clause
    guard isAlone, let first = after.first else { return [] }
    return after.filter { items[$0].clause == items[first].clause }
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

  // MARK: After the food: "cheese removed", "milk: none", "vegan? no"

  /// Whether a food stands directly before a word such as "removed" or "none".
  func isFoodBefore(_ place: Int) -> Bool {
    place > 0 && items[place - 1].isFood
      && (items[place - 1].clause == items[place].clause || isAnswer(place))
  }

  /// The food that "removed" or "none" takes out.
  func foodBefore(_ place: Int) -> Int? {
    if isFoodBefore(place) { return place - 1 }
    return foodsBefore(place).last { items[$0].clause == items[place].clause }
  }

  /// Whether a word stands alone behind a colon, a dash or a question mark.
  private func isAnswer(_ place: Int) -> Bool {
    guard place > 0, items[place].clause == items[place - 1].clause + 1,
      place + 1 >= items.count || items[place + 1].clause != items[place].clause
    else { return false }
    return [UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "-")].contains(mark(place))
  }

  /// The food that a bare "no" behind a colon or a question mark answers.
  ///
  /// Such a "no" uses up a word such as "vegan?".
  mutating func answered(by place: Int) -> [Int] {
    let next = place + 1
    if items.indices.contains(next), items[next].clause == items[place].clause {
      // "not vegan" says nothing of what follows.
      if isModifier(next) { items[next].isNegated = true }
      return []
    }
    guard isAnswer(place) else { return [] }
    if isModifier(place - 1) { items[place - 1].isNegated = true }
    return items[place - 1].isFood ? [place - 1] : []
  }

  /// Whether a food follows, with nothing but words without meaning between.
  func leadsToFood(_ place: Int) -> Bool {
    var next = place + 1
    while role(next) == .stop, next - place <= 3 { next += 1 }
    return items.indices.contains(next) && items[next].isFood
      && items[next].clause == items[place].clause
  }

  // MARK: X for Y

  /// What "substituted X for Y" (Y) or "substituted X with Y" (X) takes out.
  func exchanged(after place: Int) -> [Int] {
    let after = foodsAfter(place)
    guard let first = after.first, first - place <= 4 else { return [] }
    let isFor = role(first + 1) == .stop && isFor(first + 1)
    return isFor && after.count > 1 ? [after[1]] : [first]
  }

  private func isFor(_ place: Int) -> Bool {
    guard let word = items[place].words.first, words[word].stem >= 0 else { return false }
    let letters = index.data.words.word(words[word].stem)
    return ["for", "fuer", "pour", "por", "per", "voor"].contains {
      letters.elementsEqual($0.utf8)
    }
  }

  /// Whether a food's name ends in a negation and one word: "pain sans gluten".
  func endsInNegation(_ place: Int) -> Bool {
    let range = items[place].words
    guard range.count > 2, items[place].isFood else { return false }
    return index.data.traits(of: words[range.upperBound - 2].stem).contains(.negator)
  }

  /// Whether a rule of several words starts with a negation: "sans sel", "no sugar".
  func isNegator(firstWordOf place: Int) -> Bool {
    let range = items[place].words
    guard range.count > 1, let first = range.first else { return false }
    return index.data.traits(of: words[first].stem).contains(.negator)
  }
}
