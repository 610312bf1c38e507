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
      } else if let role = role(next), [.with, .and, .or, .negation].contains(role) {
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

  private func isModifier(_ place: Int) -> Bool {
    let role = role(place)
    return role == .remove || role == .lower || role == .add
  }

  /// Foods named after "with" that the foods before have anyway: "GF ramen with soy sauce".
  private func partsAfter(_ place: Int, of foods: [Int]) -> [Int] {
    var found: [Int] = []
    var next = place
    while items.indices.contains(next), items[next].clause == items[place].clause,
      next - place <= Self.reach, role(next) != .negation, !isModifier(next)
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
      after.prefix(while: { $0 < first }).allSatisfy({ isModifier($0) || role($0) == .stop })
    else { return [] }
    return after.filter { items[$0].isFood && items[$0].clause == items[first].clause }
  }
}
