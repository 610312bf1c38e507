// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Works out what a food holds under the effects that act on it.
struct GroupComposer {
  /// The food knowledge.
  let index: SharedFoodIndex
  /// The effects on this food.
  let effects: ArraySlice<MatchEffect>
  /// What the foods that are left out hold: "burger without cheese" has no lactose of cheese.
  private let excluded: GroupSet

  /// Creates a composer for a food on which these effects act.
  init(index: SharedFoodIndex, effects: ArraySlice<MatchEffect>) {
    self.index = index
    self.effects = effects
    var excluded: GroupSet = []
    for effect in effects where effect.entry >= 0 {
      let food = index.data.entries[Int(effect.entry)]
      excluded.formUnion(food.certain.union(food.possible))
    }
    self.excluded = excluded
  }

  /// The groups of an entry.
  func groups(of entry: Int32) -> GroupSum {
    let food = index.data.entries[Int(entry)]
    guard !effects.isEmpty else { return GroupSum(certain: food.certain, possible: food.possible) }
    var without: GroupSet = []
    var sum = composed(entry, depth: 0, &without)
    for effect in effects {
      sum.certain.subtract(effect.remove)
      sum.possible.subtract(effect.remove)
      let lowered = sum.certain.intersection(effect.lower)
      sum.certain.subtract(lowered)
      if Self.gone.isSuperset(of: effect.lower) { sum.possible.subtract(effect.lower) }
      sum.possible.formUnion(lowered)
      sum.certain.formUnion(effect.add)
      sum.possible.formUnion(effect.addPossible)
      sum.possible.subtract(sum.certain)
    }
    if food.certain.union(food.possible).isSuperset(of: Self.milkSugar) { settle(&sum) }
    return sum
  }

  /// Where what is left out takes the dairy, no lactose stays: "quiche without cream and cheese".
  private func settle(_ sum: inout GroupSum) {
    guard sum.certain.isDisjoint(with: Self.dairy) else { return }
    let lactose = sum.certain.intersection(Self.lactose)
    sum.certain.subtract(lactose)
    sum.possible.formUnion(lactose)
    if sum.possible.isDisjoint(with: Self.dairy) { sum.possible.subtract(Self.lactose) }
  }

  /// An entry with its parts; adds to `gone` the groups of the parts that are taken out.
  private func composed(_ entry: Int32, depth: Int, _ gone: inout GroupSet) -> GroupSum {
    let food = index.data.entries[Int(entry)]
    if food.parts.isEmpty || depth > 6 { return leaf(entry) }
    var sum = GroupSum()
    var without: GroupSet = []
    var perhaps: GroupSet = []
    for number in food.parts {
      let part = index.data.parts[Int(number)]
      if let effect = effects.first(where: {
        $0.entry >= 0 && index.data.isKind(part.entry, of: $0.entry)
      }) {
        let entry = index.data.entries[Int(effect.entry)]
        without.formUnion(entry.certain)
        without.formUnion(index.data.entries[Int(part.entry)].certain)
        perhaps.formUnion(entry.possible)
        continue
      }
      let inner = composed(part.entry, depth: depth + 1, &without)
      let isDoubtful = isWider(part.entry)
      if isDoubtful { without.formUnion(inner.certain) }
      sum.add(inner.certain, inner.possible, isPossible: part.isPossible || isDoubtful)
    }
    let isDairyGone =
      !without.isDisjoint(with: Self.dairy) && sum.certain.isDisjoint(with: Self.dairy)
    if isDairyGone, sum.certain.union(sum.possible).isDisjoint(with: Self.lactose) {
      without.formUnion(Self.lactose)
    }
    let hasOther = !sum.certain.isDisjoint(with: Self.fructan)
    sum.override(with: food, without: without, perhaps: perhaps, excluded: excluded)
    if !hasOther { loosen(&sum, food, without) }
    gone.formUnion(without)
    return sum
  }

  /// The fructan that a row gives beside gluten is of wheat: without gluten it is possible only.
  private func loosen(_ sum: inout GroupSum, _ food: FoodEntry, _ without: GroupSet) {
    guard food.certain.isSuperset(of: Self.wheat), food.ownCertain.isSuperset(of: Self.fructan)
    else { return }
    let isTakenOut =
      !without.isDisjoint(with: Self.gluten) && sum.certain.isDisjoint(with: Self.gluten)
    guard isTakenOut || effects.contains(where: { !$0.remove.isDisjoint(with: Self.gluten) })
    else { return }
    sum.certain.subtract(Self.fructan)
    sum.possible.formUnion(Self.fructan)
  }

  /// Whether one of its kinds is taken out: "pizza without mozzarella" has cheese at most.
  private func isWider(_ part: Int32) -> Bool {
    effects.contains { effect in
      effect.entry >= 0
        && index.data.entries[Int(effect.entry)].wider.contains {
          index.data.targets[Int($0)] == part
        }
    }
  }

  /// An entry without parts; where a group goes, its free-from variant stands in for it.
  private func leaf(_ entry: Int32) -> GroupSum {
    let food = index.data.entries[Int(entry)]
    var sum = GroupSum(certain: food.certain, possible: food.possible)
    for effect in effects where effect.entry >= 0 && index.isAllergen(effect.entry) {
      // "bread without milk"
      sum.possible.subtract(index.data.entries[Int(effect.entry)].certain)
    }
    for effect in effects
    where !sum.certain.isDisjoint(with: effect.remove) || !effect.add.isEmpty {
      let variant = self.variant(of: entry, effect)
      if let variant {
        let other = index.data.entries[Int(variant.entry)]
        let breading = variant.keepsGluten ? sum.certain.intersection(Self.gluten) : []
        sum = GroupSum(certain: other.certain.union(breading), possible: other.possible)
        sum.possible.subtract(breading)
      } else {
        strip(&sum, effect.remove)
      }
    }
    return sum
  }

  /// What a word such as "alcohol-free" leaves possible only where it surely was in: beer without
  /// alcohol may hold a rest of it, tiramisu without alcohol holds none.
  private static let gone = GroupSet(["alcohol", "capsaicin"].map(GroupID.init(rawValue:)))
  private static let gluten = GroupSet([GroupID(rawValue: "gluten")])
  private static let dairy = GroupSet([GroupID(rawValue: "dairy")])
  private static let lactose = GroupSet([GroupID(rawValue: "lactose")])
  private static let milkSugar = GroupSet(["dairy", "lactose"].map(GroupID.init(rawValue:)))
  private static let wheat = GroupSet(["gluten", "fructan"].map(GroupID.init(rawValue:)))
  private static let fructan = GroupSet([GroupID(rawValue: "fructan")])
  private static let soy = GroupSet([GroupID(rawValue: "soy")])
  /// What a fermented soy sauce brings beside soy.
  private static let soySauce = GroupSet(["gluten", "histamine"].map(GroupID.init(rawValue:)))
  private static let milkBorne = GroupSet(["lactose", "histamine"].map(GroupID.init(rawValue:)))

  /// What goes with a group: the fructan of wheat becomes possible, a cheese's histamine goes.
  private func strip(_ sum: inout GroupSum, _ removed: GroupSet) {
    let gone = removed.intersection(sum.certain)
    sum.certain.subtract(removed)
    sum.possible.subtract(removed)
    if !gone.isDisjoint(with: Self.dairy) {
      sum.certain.subtract(Self.milkBorne)
      sum.possible.subtract(Self.milkBorne)
    }
    if !gone.isDisjoint(with: Self.soy), sum.certain.isSuperset(of: Self.soySauce) {
      sum.certain.subtract(Self.soySauce)
    }
    if !gone.isDisjoint(with: Self.gluten), !sum.certain.isDisjoint(with: Self.fructan) {
      sum.certain.subtract(Self.fructan)
      sum.possible.formUnion(Self.fructan)
    }
  }

  private static let variants: [(word: StaticString, groups: GroupSet)] = [
    ("vegan ", GroupSet(["dairy", "egg"].map(GroupID.init(rawValue:)))),
    ("gluten free ", gluten),
    ("dairy free ", dairy),
    ("lactose free ", GroupSet([GroupID(rawValue: "lactose")])),
    ("sugar free ", GroupSet([GroupID(rawValue: "sweetener")])),
  ]

  /// The entry named like the effect and the food together, such as "gluten free bread".
  ///
  /// A variant that is not asked to be without gluten keeps the gluten of a crust.
  private func variant(of entry: Int32, _ effect: MatchEffect) -> (
    entry: Int32, keepsGluten: Bool
  )? {
    let groups = effect.remove.union(effect.add)
    let base = base(of: entry)
    for variant in Self.variants where groups.isSuperset(of: variant.groups) {
      var name: [UInt8] = variant.word.withUTF8Buffer { buffer in unsafe Array(buffer) }
      name.append(contentsOf: index.data.names.word(base))
      let found = index.data.entry(named: name, 0..<name.count)
      if found >= 0 { return (found, groups.isDisjoint(with: Self.gluten)) }
    }
    return nil
  }

  /// The food that a row of the varieties is one of; any other entry itself.
  private func base(of entry: Int32) -> Int32 {
    let food = index.data.entries[Int(entry)]
    guard index.data.tables[food.table].kind == .varieties, let wider = food.wider.first else {
      return entry
    }
    return index.data.targets[Int(wider)]
  }
}
