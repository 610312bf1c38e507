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

  /// Whether a joined name says all that its two parts say, so that it is one name turned round
  /// and not two foods of a list.
  ///
  /// Where the part behind the comma is no food, it describes the head: "Milk, whole". Where it is
  /// one, the two are a list, "bread, milk", unless the joined name holds the same groups, "Noodles,
  /// egg", the part is a kind of the head, "Cheese, cheddar", or the head only says what was made
  /// of the part, "Oil, olive".
  private func isName(_ joined: Meaning, of head: Range<Int>, _ front: Range<Int>) -> Bool {
    guard let part = food(of: front) else { return true }
    guard let other = food(of: head) else { return true }
    guard joined.count == 1, other.count == 1, part.count == 1 else { return false }
    let name = index.data.targets[Int(joined.first)]
    let kind = index.data.targets[Int(other.first)]
    let food = index.data.targets[Int(part.first)]
    if index.data.isKind(food, of: kind), index.data.isKind(name, of: kind) { return true }
    if index.plantMilks.contains(food), front.count == 1, !words[front.lowerBound].isInflected,
      isStandIn(name, for: kind)
    {
      return true
    }
    let (whole, first) = (index.data.entries[Int(name)], index.data.entries[Int(kind)])
    let last = index.data.entries[Int(food)]
    if index.makings.contains(kind) {
      let isEmpty = first.certain.union(first.possible).isEmpty
      return isEmpty || index.data.isKind(name, of: kind)
        || whole.certain.isSuperset(of: last.certain)
    }
    if index.tea == kind {
      if last.certain.union(last.possible).isEmpty { return true }
      let both = first.certain.union(last.certain)
      if index.data.isKind(name, of: kind) { return whole.certain.isSuperset(of: both) }
    }
    let all = first.certain.union(first.possible).union(last.certain).union(last.possible)
    return whole.certain == first.certain.union(last.certain)
      && whole.certain.union(whole.possible) == all
  }

  /// Whether an entry stands in for another, as oat milk does for milk.
  private func isStandIn(_ entry: Int32, for other: Int32) -> Bool {
    index.data.entries[Int(entry)].replaces.contains { index.data.targets[Int($0)] == other }
  }

  /// Whether a first clause such as "Nuts" says no more than the food that follows it.
  private func isCategory(_ clause: Range<Int>, of part: Meaning) -> Bool {
    guard let head = food(of: clause) else { return true }
    guard head.count == 1, part.count == 1 else { return false }
    let kind = index.data.targets[Int(head.first)]
    let food = index.data.targets[Int(part.first)]
    if index.data.isKind(food, of: kind) { return true }
    let (first, last) = (index.data.entries[Int(kind)], index.data.entries[Int(food)])
    if last.holds(first) { return true }
    // "Nuts, chestnuts": a kind by its name, though it has none of the groups.
    var name = index.data.names.word(kind)
    if name.last == UInt8(ascii: "s") { name = name.dropLast() }
    return first.holds(last)
      && index.data.names.word(food).suffix(name.count).elementsEqual(name)
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
        let food = longest(from: clauses[1].lowerBound), !food.meaning.isRule,
        isCategory(first, of: food.meaning)
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
