// SPDX-License-Identifier: Apache-2.0

extension FoodIndex {
  /// Whether a dish has a part that is an entry or one of its kinds.
  func hasPart(_ entry: Int32, kindOf other: Int32, depth: Int = 0) -> Bool {
    guard depth < 5 else { return false }
    return entries[Int(entry)].parts.contains {
      isKind(parts[Int($0)].entry, of: other)
        || hasPart(parts[Int($0)].entry, kindOf: other, depth: depth + 1)
    }
  }

  /// Whether an entry is the name of a group and no food of its own: gluten, dairy, lactose.
  func isGroupName(_ entry: Int32) -> Bool {
    let food = entries[Int(entry)]
    return !food.free.isEmpty && food.wider.contains { name(targets[Int($0)]) == "*group name" }
  }

  /// Whether an entry stands for an allergen, as milk and wheat do, without being a group's name.
  func isAllergen(_ entry: Int32) -> Bool {
    entries[Int(entry)].wider.contains { name(targets[Int($0)]) == "*allergen" }
  }

  /// Whether a word alone is a rule that takes out what stands before it: free, frei; or ends so.
  func isFreeWord(_ word: Int32) -> Bool {
    let letters = words.word(word)
    let ends = ["frei", "freier", "freien", "vrij"].contains {
      letters.count > $0.utf8.count && letters.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
    return ends || hasRole(word) { $0 == .free }
  }

  /// Whether a word alone negates in any language: no, without, sin.
  func isNegator(
    _ word: Int32,
    _ isWanted: (FoodRule.Role) -> Bool = {
      [.negation, .without, .exclusion].contains($0)
    }
  ) -> Bool {
    hasRole(word, where: isWanted)
  }

  private func hasRole(_ word: Int32, where isWanted: (FoodRule.Role) -> Bool) -> Bool {
    let node = trie.child(PhraseTrie.root, word * 2)
    var next = node < 0 ? -1 : trie.firstMeaning[Int(node)]
    while next >= 0 {
      let meaning = trie.meanings[Int(next)]
      if meaning.isRule, isWanted(rules[Int(meaning.first)].role) { return true }
      next = meaning.next
    }
    return false
  }
}
