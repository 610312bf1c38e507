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

  /// Whether a word alone is a rule that takes out what stands before it: free, frei.
  func isFreeWord(_ word: Int32) -> Bool {
    let node = trie.child(PhraseTrie.root, word * 2)
    var next = node < 0 ? -1 : trie.firstMeaning[Int(node)]
    while next >= 0 {
      let meaning = trie.meanings[Int(next)]
      if meaning.isRule, rules[Int(meaning.first)].role == .free { return true }
      next = meaning.next
    }
    return false
  }
}
