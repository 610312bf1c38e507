// SPDX-License-Identifier: Apache-2.0

/// Cuts a text's words into phrases, the longest first, from left to right.
struct PhraseMatcher {
  let index: SharedFoodIndex
  /// The text's words.
  var words: [MatchWord] = []
  /// What the words all say by themselves.
  var traits: WordTraits = []
  private var language: UInt8 = 0
  /// Whether a word is used up before the others are read.
  var hasUsed = false
  /// Whether a word may count as it is written.
  private var hasExact = false
  /// The phrases.
  var items: [MatchItem] = []

  /// Creates a matcher, which many texts may use.
  init(_ index: SharedFoodIndex) { self.index = index }

  /// The phrases of a text's words.
  static func items(_ words: [MatchWord], in index: SharedFoodIndex) -> [MatchItem] {
    var matcher = PhraseMatcher(index)
    matcher.words = words
    for word in words { matcher.traits.formUnion(index.data.traits(of: word.stem)) }
    matcher.match(hint: 0)
    return matcher.items
  }

  /// Finds the phrases of the words.
  mutating func match(hint: UInt8) {
    items.removeAll(keepingCapacity: true)
    let isPlain = hint == 0 && !traits.contains(.foreign)
    language = isPlain ? 0 : Self.language(of: words, in: index, hint: Int(hint))
    hasUsed = false
    hasExact = words.contains { $0.exact >= 0 }
    matchInverted()
    matchAll()
    readAlone()
  }

  /// The language whose own words a text has most of; 0 where that is English or none.
  ///
  /// A hint counts as much as one function word, so that clear words of the text win.
  static func language(of words: [MatchWord], in index: SharedFoodIndex, hint: Int = 0)
    -> UInt8
  {
    guard hint > 0 || words.contains(where: { isForeign($0, index) }) else { return 0 }
    var scores = [Int](repeating: 0, count: index.data.languages.count)
    if hint > 0, hint < scores.count { scores[hint] = 2 }
    for word in words where word.stem >= 0 {
      let mask = index.data.wordLanguages[Int(word.stem)]
      let function = index.data.functionLanguages[Int(word.stem)]
      if mask == 1, function & 1 == 0 { continue }
      let traits = index.data.traits(of: word.stem)
      let isFood = traits.contains(.food)
      for language in scores.indices {
        let bit = UInt32(1) << UInt32(language)
        if function & bit != 0 {
          // "pan-fried" makes "pan" no English word where it may be Spanish.
          let isMeant = !isFood && (language > 0 || !traits.contains(.foreignFood))
          scores[language] += isMeant ? 2 : 0
        } else if mask & bit != 0, mask & 1 == 0 {
          scores[language] += 1
        }
      }
    }
    var best = 0
    for language in scores.indices.dropFirst() where scores[language] > scores[best] {
      best = language
    }
    return UInt8(truncatingIfNeeded: best)
  }

  /// Whether a word speaks for another language than English.
  private static func isForeign(_ word: MatchWord, _ index: SharedFoodIndex) -> Bool {
    index.data.traits(of: word.stem).contains(.foreign)
  }

  // MARK: Left to right

  private mutating func matchAll() {
    var place = 0
    while place < words.count {
      let word = words[place]
      if word.isUsed {
        place += 1
        continue
      }
      if let match = negation(at: place) ?? phrase(from: place) {
        append(match.meaning, place..<match.end, word)
        place = match.end
      } else {
        items.append(MatchItem(place..<place + 1, word.isNumber ? .number : .unknown, word))
        place += 1
      }
    }
    if hasUsed { items.sort { $0.words.lowerBound < $1.words.lowerBound } }
  }

  @inline(__always)
  mutating func append(_ meaning: Meaning, _ range: Range<Int>, _ word: MatchWord) {
    var item = MatchItem(range, kind(of: meaning), word)
    if meaning.isRule { item.role = index.data.rules[Int(meaning.first)].role }
    items.append(item)
  }

  /// A first word that is a dish of its own, which the tables list with "alone".
  ///
  /// "chili", "2 bowls of chili with rice", but not "chili prawns" or "chili and lime".
  private mutating func readAlone() {
    guard let place = items.firstIndex(where: { $0.isFood }), items[place].words.count == 1,
      let word = items[place].words.first, index.alone >= 0,
      items[..<place].allSatisfy({ isSkipped($0) }),
      place + 1 >= items.count || endsName(items[place + 1], after: items[place])
    else { return }
    let node = step(PhraseTrie.root, words[word]).found
    guard node >= 0 else { return }
    let next = index.data.trie.child(node, index.alone * 2)
    guard next >= 0, let meaning = meaning(of: next), !meaning.isRule else { return }
    items[place].kind = kind(of: meaning)
  }

  private func isSkipped(_ item: MatchItem) -> Bool {
    if case .number = item.kind { return true }
    return item.role == .stop || item.role == .but || item.role == .unit
  }

  private func endsName(_ item: MatchItem, after last: MatchItem) -> Bool {
    if item.section != last.section { return true }
    if isSkipped(item) { return true }
    return switch item.role {
    case .with, .negation, .without, .exclusion: true
    default: false
    }
  }

  /// "no" at a clause's start negates, whatever it is in the language of the words before.
  private func negation(at place: Int) -> (meaning: Meaning, end: Int)? {
    guard language != 0, place > 0, words[place].clause != words[place - 1].clause else {
      return nil
    }
    let node = step(PhraseTrie.root, words[place]).found
    guard node >= 0, let own = meaning(of: node), own.isRule,
      index.data.rules[Int(own.first)].role == .stop
    else { return nil }
    var next = index.data.trie.firstMeaning[Int(node)]
    while next >= 0 {
      let meaning = index.data.trie.meanings[Int(next)]
      if meaning.isRule, [.negation, .without].contains(index.data.rules[Int(meaning.first)].role) {
        return (meaning, place + 1)
      }
      next = meaning.next
    }
    return nil
  }

  func longest(from place: Int, upTo limit: Int = .max) -> (meaning: Meaning, end: Int)? {
    let clause = words[place].clause
    if hasExact { return walk(PhraseTrie.root, place, clause, limit) }
    var best: (node: Int32, end: Int) = (-1, 0)
    var node = PhraseTrie.root
    var next = place
    let end = min(limit, words.count)
    while next < end, words[next].clause == clause, !words[next].isUsed, words[next].stem >= 0 {
      node = index.data.trie.child(node, words[next].stem * 2)
      guard node >= 0 else { break }
      next += 1
      if hasMeaning(node) { best = (node, next) }
    }
    guard best.node >= 0, let meaning = meaning(of: best.node) else { return nil }
    return (meaning, best.end)
  }

  /// The longest phrase from a word on, unless one that starts inside it names more.
  private func phrase(from place: Int) -> (meaning: Meaning, end: Int)? {
    let found = longest(from: place)
    guard let match = found, match.end - place > 1, !match.meaning.isRule else { return found }
    if let modifier = modifier(at: place, before: match.end),
      isListed(before: place)
        || longest(from: modifier.end).map({ !$0.meaning.isRule && $0.end > match.end }) == true
    {
      return modifier
    }
    if let last = items.last, last.words.upperBound == place, isNegation(last) {
      return upToHyphen(place, match) ?? firstOfAll(place, match) ?? upToWith(place, match)
    }
    return match
  }

  /// Whether an allergen and "and" or "or" stand before, or a word with a hanging hyphen: the
  /// "gluten free" of "dairy and gluten free pizza" is no part of a name.
  private func isListed(before place: Int) -> Bool {
    guard let last = items.last, last.words.upperBound == place else { return false }
    if case .foods = last.kind { return words[place - 1].hyphen == .hanging }
    guard last.role == .and || last.role == .or, items.count > 1,
      case .foods(let foods) = items[items.count - 2].kind
    else { return false }
    return index.data.targets[foods].contains {
      !index.data.entries[Int($0)].free.isEmpty || index.isAllergen($0)
    }
  }

  /// A hyphen joins a negation to one word: "no-egg noodles" are noodles.
  private func upToHyphen(_ place: Int, _ match: (meaning: Meaning, end: Int))
    -> (meaning: Meaning, end: Int)?
  {
    guard words[place - 1].hyphen == .joined else { return nil }
    var end = place
    while end + 1 < match.end, words[end].hyphen == .joined { end += 1 }
    return end + 1 < match.end ? longest(from: place, upTo: end + 1) : nil
  }

  /// Where a text would be nothing but a negated dish, its first word is what is not in it.
  ///
  /// "no egg pasta" is pasta, but "no peanut butter" is no butter.
  private func firstOfAll(_ place: Int, _ match: (meaning: Meaning, end: Int))
    -> (meaning: Meaning, end: Int)?
  {
    guard match.end == words.count, match.meaning.count == 1, !items.contains(where: \.isFood)
    else { return nil }
    let whole = index.data.targets[Int(match.meaning.first)]
    for split in place + 1..<match.end {
      guard let first = longest(from: place, upTo: split), first.end == split,
        !first.meaning.isRule, let rest = longest(from: split), rest.end == match.end,
        !rest.meaning.isRule
      else { continue }
      let head = index.data.targets[Int(rest.meaning.first)]
      let certain = index.data.entries[Int(head)].certain
      let isIn = index.data.entries[Int(whole)].certain.isSuperset(of: certain)
      if index.data.isKind(whole, of: head) || !certain.isEmpty && isIn { return first }
    }
    return nil
  }

  /// The rule such as "vegan" that a food's phrase starts with: "vegan cream cheese".
  private func modifier(at place: Int, before end: Int) -> (meaning: Meaning, end: Int)? {
    var node = PhraseTrie.root
    for next in place..<end - 1 {
      node = step(node, words[next]).found
      guard node >= 0 else { return nil }
      if let meaning = meaning(of: node), meaning.isRule,
        index.data.rules[Int(meaning.first)].role.isModifier
      {
        return (meaning, next + 1)
      }
    }
    return nil
  }

  private func isNegation(_ item: MatchItem) -> Bool {
    item.role == .negation || item.role == .without
  }

  /// A negated phrase ends at "with": "rice instead of pasta with tomato sauce".
  private func upToWith(_ place: Int, _ match: (meaning: Meaning, end: Int))
    -> (meaning: Meaning, end: Int)
  {
    for next in place + 1..<match.end {
      let node = step(PhraseTrie.root, words[next]).found
      guard node >= 0, let meaning = meaning(of: node), meaning.isRule,
        index.data.rules[Int(meaning.first)].role == .with
      else { continue }
      return longest(from: place, upTo: next) ?? match
    }
    return match
  }

  /// The longest phrase from a node on; the words must stand in one clause and before the limit.
  private func walk(_ node: Int32, _ place: Int, _ clause: Int, _ limit: Int) -> (
    meaning: Meaning, end: Int
  )? {
    var best: (meaning: Meaning, end: Int)?
    if place < limit, place < words.count, words[place].clause == clause, !words[place].isUsed {
      let next = step(node, words[place])
      if next.exact >= 0 { best = walk(next.exact, place + 1, clause, limit) }
      if next.stem >= 0, let found = walk(next.stem, place + 1, clause, limit),
        found.end > best?.end ?? 0
          || found.end == best?.end && found.meaning.isOwn && best?.meaning.isOwn == false
      {
        best = found
      }
    }
    if let best { return best }
    guard node != PhraseTrie.root, let meaning = meaning(of: node) else { return nil }
    return (meaning, place)
  }

  /// The nodes that a word leads to: as written, then by its stem.
  func step(_ node: Int32, _ word: MatchWord) -> PhraseStep {
    PhraseStep(
      exact: word.exact >= 0 ? index.data.trie.child(node, word.exact * 2 + 1) : -1,
      stem: word.stem >= 0 ? index.data.trie.child(node, word.stem * 2) : -1)
  }

  @inline(__always)
  private func hasMeaning(_ node: Int32) -> Bool {
    language == 0
      ? index.data.trie.englishMeaning[Int(node)] >= 0 : meaning(of: node) != nil
  }

  /// The meaning of a node in this text's language; `nil` for none.
  func meaning(of node: Int32) -> Meaning? {
    if language == 0 {
      let best = index.data.trie.englishMeaning[Int(node)]
      return best < 0 ? nil : index.data.trie.meanings[Int(best)]
    }
    var best: (meaning: Meaning, rank: Int)?
    var next = index.data.trie.firstMeaning[Int(node)]
    while next >= 0 {
      let meaning = index.data.trie.meanings[Int(next)]
      next = meaning.next
      let rank = meaning.rank(in: language)
      if rank > best?.rank ?? 0 { best = (meaning, rank) }
    }
    return best?.meaning
  }

  private func kind(of meaning: Meaning) -> MatchItem.Kind {
    let first = Int(meaning.first)
    return meaning.isRule ? .rule(first) : .foods(first..<first + Int(meaning.count))
  }
}

/// The nodes that a word leads to; -1 for none.
struct PhraseStep {
  /// By the word as written.
  var exact: Int32
  /// By its stem.
  var stem: Int32

  /// The one that exists, the word as written first.
  var found: Int32 { exact >= 0 ? exact : stem }
}
