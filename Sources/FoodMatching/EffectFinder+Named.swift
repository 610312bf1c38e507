// SPDX-License-Identifier: Apache-2.0

/// What a dish that is left out names, where it is no part of the foods as such.
extension EffectFinder {
  /// "full breakfast without eggs and toast", "nachos, no cheese sauce": takes out what is named.
  mutating func takeAwayNamed(in food: Int, of entry: Int32, from foods: [Int]) {
    guard items[food].words.count > 1 else { return }
    for part in named(in: food) where isNamedPart(part, of: entry) {
      for target in foods where holds(target, part: part) {
        effects.append(MatchEffect(entry: part, item: target, origin: food))
      }
    }
  }

  /// Whether a dish's name says a part of it, as that of a sauce does.
  private func isNamedPart(_ part: Int32, of entry: Int32) -> Bool {
    guard part != entry, part != index.sauce else { return false }
    return index.data.hasPart(entry, kindOf: part)
      || index.sauce >= 0 && index.data.isKind(entry, of: index.sauce)
  }

  /// The foods that a name of several words names by some of them, the longest first.
  private func named(in place: Int) -> [Int32] {
    let range = items[place].words
    var found: [Int32] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let most = start == range.lowerBound ? range.upperBound - 1 : range.upperBound
      var node = PhraseTrie.root
      var end = start + 1
      var meaning: Int32 = -1
      var next = start
      while next < most, words[next].stem >= 0 {
        node = index.data.trie.child(node, words[next].stem * 2)
        guard node >= 0 else { break }
        next += 1
        let best = index.data.trie.englishMeaning[Int(node)]
        if best >= 0 { (meaning, end) = (best, next) }
      }
      if meaning >= 0, case let food = index.data.trie.meanings[Int(meaning)], !food.isRule {
        let first = Int(food.first)
        found += FoodTargets(index, first..<first + Int(food.count))
      }
      start = end
    }
    return found
  }
}
