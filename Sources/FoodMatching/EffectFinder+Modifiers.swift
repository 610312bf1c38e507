// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Words such as "vegan", "decaf" and "flavour", and foods that stand in for others.
extension EffectFinder {
  mutating func modify(_ place: Int) {
    guard case .rule(let number) = items[place].kind else { return }
    let rule = index.data.rules[number]
    let others = rule.role == .remove && endsInFree(place) ? joined(before: place, like: place) : []
    for food in others { items[food].isNegated = true }
    let targets = modified(by: place, holding: rule.role == .lower ? rule.groups : [])
    takeAwayAll(others, from: targets)
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

  /// A food whose name says vegan, such as "vegan sausage roll", holds nothing of animals.
  mutating func holdToName(_ place: Int) {
    let isVegan = items[place].words.contains { word in
      index.data.traits(of: words[word].stem).contains(.vegan)
    }
    guard isVegan else { return }
    effects.append(MatchEffect(remove: Self.animal, item: place, origin: place))
  }

  private static let animal = GroupSet(
    ["dairy", "lactose", "egg", "fish", "crustacean", "mollusc"].map(GroupID.init(rawValue:)))

  /// Whether the gluten of a food, or of those right before it, is of rye or barley, which
  /// "wheat free" leaves in it.
  private func isOtherGrain(_ place: Int) -> Bool {
    let before = items.indices.prefix(place).suffix(Self.reach).reversed().prefix {
      items[$0].isFood
    }
    return ([place] + before).contains { food in
      entries(food).contains { entry in
        index.otherGrains.contains { grain in
          grain >= 0
            && (index.data.isKind(entry, of: grain) || index.data.hasPart(entry, kindOf: grain))
        }
      }
    }
  }

  /// Whether a rule's last word is "free" in one of the languages.
  private func endsInFree(_ place: Int) -> Bool {
    guard let last = items[place].words.last else { return false }
    return index.data.traits(of: words[last].stem).contains(.free)
  }

  mutating func flavour(_ place: Int) {
    let before = place - 1
    guard items.indices.contains(before), items[before].isFood,
      items[before].clause == items[place].clause
    else { return }
    effects.append(
      MatchEffect(lower: GroupSet(rawValue: .max), item: before, origin: place))
  }

  // MARK: oat milk for milk

  mutating func substitute(_ place: Int) {
    for entry in entries(place) {
      for replaced in index.data.entries[Int(entry)].replaces {
        let other = index.data.targets[Int(replaced)]
        let remove = index.data.entries[Int(other)].free
        let isGroup = index.isGroupName(other)
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
