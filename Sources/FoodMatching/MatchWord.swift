// SPDX-License-Identifier: Apache-2.0

/// A word of a text as the knowledge numbers it.
struct MatchWord: Sendable {
  /// The number of its stem; -1 where no phrase has it.
  var stem: Int32
  /// The number of the word as written, where a phrase wants it so; -1 otherwise.
  var exact: Int32
  /// The token that it came from; an abbreviation or a compound gives several words.
  var token: Int
  /// The clause and section of the token.
  var clause: Int
  var section: Int
  /// Whether it is a number.
  var isNumber: Bool
  /// The mark that opened its clause.
  var mark: UInt8
  /// How a hyphen follows it.
  var hyphen: Token.Hyphen
  /// Whether its stem leaves an ending out, as that of a plural does.
  var isInflected: Bool
  /// Whether a name that was turned round has used it.
  var isUsed = false

  /// Creates a word of a token.
  @inline(__always)
  init(_ stem: Int32, exact: Int32, _ token: Token, at place: Int) {
    self.stem = stem
    self.exact = exact
    self.token = place
    (clause, section) = (token.clause, token.section)
    isNumber = token.number != nil
    isInflected = token.stem.count < token.letters.count
    (mark, hyphen) = (token.mark, token.hyphen)
  }
}

/// Finds the known words of a text: as written, by an ending, by a compound's parts, by spelling.
struct WordFinder {
  /// Words searched for in this way in one text; those after them stay unknown.
  static let searchLimit = 400

  private let index: SharedFoodIndex
  private var searches = 0

  /// Creates a finder.
  init(_ index: SharedFoodIndex) { self.index = index }

  /// The words of a text's tokens.
  static func words(_ list: TokenList, in index: SharedFoodIndex) -> [MatchWord] {
    var words: [MatchWord] = []
    words.reserveCapacity(list.tokens.count + 2)
    _ = find(list, in: index, &words)
    return words
  }

  /// Adds the words of a text's tokens; gives what they all say by themselves.
  static func find(_ list: TokenList, in index: SharedFoodIndex, _ words: inout [MatchWord])
    -> WordTraits
  {
    var finder = WordFinder(index)
    var all: WordTraits = []
    for place in list.tokens.indices {
      let token = list.tokens[place]
      let isExact = index.data.mayBeExact(list.folded, token.letters)
      let exact = isExact ? index.data.exactWords.find(list.folded, token.letters) : -1
      let stem = index.data.words.find(list.folded, token.stem)
      let traits = index.data.traits(of: stem)
      if !traits.contains(.replaced), stem >= 0 || exact >= 0 || token.number != nil {
        words.append(MatchWord(stem, exact: exact, token, at: place))
        all.formUnion(traits)
        continue
      }
      let meant =
        stem >= 0 ? index.data.replacements[stem] : finder.search(list.folded, token)
      for word in meant {
        words.append(MatchWord(word, exact: -1, token, at: place))
        all.formUnion(index.data.traits(of: word))
      }
    }
    return all
  }

  /// The words that an unknown word stands for; -1 alone where there are none.
  private mutating func search(_ folded: [UInt8], _ token: Token) -> [Int32] {
    let letters = token.letters
    guard letters.count >= 4, letters.count <= 40, searches < Self.searchLimit else { return [-1] }
    searches += 1
    if let words = withoutLess(folded, letters) { return words }
    if let words = glued(folded, letters) { return words }
    if folded[letters].suffix(2).elementsEqual("is".utf8) {
      // Stems keep the s of "-is" (cassis): plurals such as "kiwis" are found here.
      let single = index.data.words.find(folded, letters.lowerBound..<letters.upperBound - 1)
      if single >= 0 { return expanded(single) }
    }
    let inflected = withoutEnding(folded, letters)
    if inflected >= 0 { return expanded(inflected) }
    if letters.count >= 6, let parts = compound(folded, letters, depth: 0), parts.hasForeign {
      return parts.words
    }
    guard let near = index.data.similar.nearest(to: folded[token.stem], in: index.data.words) else {
      return [-1]
    }
    return expanded(near)
  }

  /// "bunless" is "bun free", where "bun" is a known food.
  private func withoutLess(_ folded: [UInt8], _ letters: Range<Int>) -> [Int32]? {
    guard letters.count >= 7, folded[letters].suffix(4).elementsEqual("less".utf8) else {
      return nil
    }
    let cut = TextScanner.stem(folded, letters.lowerBound..<letters.upperBound - 4)
    let base = letters.lowerBound..<cut.end
    let word = cut.endsInY ? -1 : index.data.words.find(folded, base)
    let free = Array("free".utf8)
    let other = index.data.words.find(free, 0..<TextScanner.stem(free, 0..<4).end)
    guard word >= 0, other >= 0, index.data.traits(of: word).contains(.food) else { return nil }
    return expanded(word) + [other]
  }

  /// "fishfingers" is "fish fingers", where the two words are a phrase.
  private func glued(_ folded: [UInt8], _ letters: Range<Int>) -> [Int32]? {
    guard letters.count >= 6 else { return nil }
    for split in letters.lowerBound + 3...letters.upperBound - 3 {
      let head = TextScanner.stem(folded, letters.lowerBound..<split)
      let first = index.data.words.find(folded, letters.lowerBound..<head.end)
      guard first >= 0 else { continue }
      let node = index.data.trie.child(PhraseTrie.root, first * 2)
      guard node >= 0 else { continue }
      let tail = TextScanner.stem(folded, split..<letters.upperBound)
      let last = index.data.words.find(folded, split..<tail.end)
      guard last >= 0 else { continue }
      let next = index.data.trie.child(node, last * 2)
      if next >= 0, index.data.trie.firstMeaning[Int(next)] >= 0 { return [first, last] }
    }
    return nil
  }

  private static let endings: [StaticString] = ["en", "n", "er", "em", "x"]

  /// The word without a German or French ending, where another language has it; -1 otherwise.
  private func withoutEnding(_ folded: [UInt8], _ letters: Range<Int>) -> Int32 {
    for ending in Self.endings {
      let count = ending.utf8CodeUnitCount
      guard letters.count >= count + 3 else { continue }
      var end = letters.upperBound - count
      let agrees = ending.withUTF8Buffer { buffer in
        unsafe buffer.elementsEqual(folded[end..<letters.upperBound])
      }
      guard agrees else { continue }
      if folded[end - 1] == UInt8(ascii: "e"), end - letters.lowerBound > 3 { end -= 1 }
      let found = index.data.words.find(folded, letters.lowerBound..<end)
      if found >= 0, index.data.wordLanguages[Int(found)] & ~1 != 0 { return found }
    }
    return -1
  }

  // MARK: Compounds

  private static let links: [StaticString] = ["", "s", "n", "en", "es", "e", "er"]

  /// The parts of a German or Dutch compound; the longest last part that is known is its head.
  ///
  /// At least one part must be a word of these languages only, so that English words stay whole.
  private func compound(_ folded: [UInt8], _ letters: Range<Int>, depth: Int)
    -> (words: [Int32], hasForeign: Bool)?
  {
    guard letters.count >= 6, depth < 3 else { return nil }
    for split in letters.lowerBound + 3...letters.upperBound - 3 {
      let head = known(folded, split..<letters.upperBound)
      guard head >= 0 else { continue }
      for link in Self.links {
        let end = split - link.utf8CodeUnitCount
        guard end - letters.lowerBound >= 2 else { continue }
        let agrees = link.withUTF8Buffer { buffer in
          unsafe buffer.elementsEqual(folded[end..<split])
        }
        guard agrees else { continue }
        let first = letters.lowerBound..<end
        let modifier = known(folded, first)
        if modifier >= 0 {
          let isForeign = isForeign(head) || isForeign(modifier)
          return ((expanded(modifier) + expanded(head)), isForeign)
        }
        if let more = compound(folded, first, depth: depth + 1) {
          return (more.words + expanded(head), more.hasForeign || isForeign(head))
        }
      }
    }
    return nil
  }

  /// The number of a word that is a phrase by itself in German, Dutch or any language.
  private func known(_ folded: [UInt8], _ letters: Range<Int>) -> Int32 {
    var end = letters.upperBound
    var id = index.data.words.find(folded, letters)
    if id < 0, letters.count >= 4, folded[end - 1] == UInt8(ascii: "e") {
      end -= 1
      id = index.data.words.find(folded, letters.lowerBound..<end)
    }
    return index.data.traits(of: id).contains(.compound) ? id : -1
  }

  private func isForeign(_ id: Int32) -> Bool { index.data.wordLanguages[Int(id)] != 1 }

  private func expanded(_ id: Int32) -> [Int32] {
    let meant = index.data.replacements[id]
    return meant.isEmpty ? [id] : meant
  }
}
