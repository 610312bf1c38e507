// SPDX-License-Identifier: Apache-2.0

/// Names turned round at a comma: "Cheese, cheddar".
extension PhraseMatcher {
  mutating func matchInverted() {
    guard let last = words.last, last.clause != words.first?.clause else { return }
    let clauses = clauseRanges()
    guard clauses.count > 1 else { return }
    for (place, clause) in clauses.enumerated() {
      if place == 1 { skipCategory(clauses) }
      guard clause.count <= 2, !isUsed(clause) else { continue }
      let last = min(place == 0 ? 3 : place + 1, clauses.count - 1)
      guard place < last else { continue }
      for other in clauses[(place + 1)...last] where other.count <= 3 && !isUsed(other) {
        guard words[other.lowerBound].section == words[clause.lowerBound].section else { break }
        let isAsked =
          other.upperBound < words.count && words[other.upperBound].mark == UInt8(ascii: "?")
        if isAsked || joinInverted(clause, other) || food(of: other) != nil { break }
      }
    }
  }

  private mutating func joinInverted(_ head: Range<Int>, _ front: Range<Int>) -> Bool {
    var node = PhraseTrie.root
    for range in [front, head] {
      for place in range {
        node = step(node, words[place]).found
        if node < 0 { return false }
      }
    }
    guard let meaning = meaning(of: node), !meaning.isRule, isName(meaning, of: head, front)
    else { return false }
    let first = words[head.lowerBound]
    append(meaning, head, first)
    items[items.count - 1].more = front
    use(front)
    use(head)
    return true
  }

  /// Whether a joined name is of the kind of its head where both are foods by themselves.
  ///
  /// "Noodles, egg" is a name turned round; "chicken, black beans" are two foods.
  private func isName(_ joined: Meaning, of head: Range<Int>, _ front: Range<Int>) -> Bool {
    guard food(of: front) != nil, let other = food(of: head), joined.count == 1, other.count == 1
    else { return true }
    let entry = index.data.targets[Int(joined.first)]
    let kind = index.data.targets[Int(other.first)]
    if index.data.isKind(entry, of: kind) { return true }
    let name = index.data.names.word(entry)
    return name.count > index.data.names.word(kind).count
      && name.suffix(index.data.names.word(kind).count).elementsEqual(index.data.names.word(kind))
  }

  /// The food that a clause is, with no word besides.
  private func food(of clause: Range<Int>) -> Meaning? {
    guard let found = longest(from: clause.lowerBound), found.end == clause.upperBound,
      !found.meaning.isRule
    else { return nil }
    return found.meaning
  }

  /// Uses up a first clause such as "Nuts" where a food of its own follows.
  private mutating func skipCategory(_ clauses: [Range<Int>]) {
    guard let first = clauses.first, first.count <= 2, !isUsed(first) else { return }
    var node = PhraseTrie.root
    for place in first {
      node = step(node, words[place]).found
      if node < 0 { return }
    }
    var next = index.data.trie.firstMeaning[Int(node)]
    while next >= 0 {
      let meaning = index.data.trie.meanings[Int(next)]
      if meaning.isRule, index.data.rules[Int(meaning.first)].role == .category,
        let food = longest(from: clauses[1].lowerBound), !food.meaning.isRule
      {
        use(first)
        append(meaning, first, words[first.lowerBound])
        return
      }
      next = meaning.next
    }
  }

  private func isUsed(_ range: Range<Int>) -> Bool {
    hasUsed && range.contains { words[$0].isUsed }
  }

  private mutating func use(_ range: Range<Int>) {
    hasUsed = true
    for place in range { words[place].isUsed = true }
  }

  /// The words between breaks, without numbers at either end.
  private func clauseRanges() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for place in words.indices {
      if place + 1 < words.count, words[place + 1].clause == words[place].clause { continue }
      if start <= place { ranges.append(start..<place + 1) }
      start = place + 1
    }
    return ranges.count > 40 ? [] : ranges
  }
}
