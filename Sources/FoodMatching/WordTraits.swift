// SPDX-License-Identifier: Apache-2.0

/// What a word says by itself, in any language.
struct WordTraits: OptionSet, Sendable {
  /// The bits.
  let rawValue: Int32

  /// A word of a negation: no, without, free from.
  static let negator = WordTraits(rawValue: 1)
  /// A word such as "without", which a list over commas may follow.
  static let without = WordTraits(rawValue: 2)
  /// A word that takes out what stands before it: free, frei; or that ends so.
  static let free = WordTraits(rawValue: 4)
  /// A word that begins with "vegan".
  static let vegan = WordTraits(rawValue: 8)
  /// A word that speaks for another language than English.
  static let foreign = WordTraits(rawValue: 16)
  /// A word that stands for other words.
  static let replaced = WordTraits(rawValue: 32)
  /// A food by itself, as "fritos" is.
  static let food = WordTraits(rawValue: 64)
  /// A food by itself where the text is in another language than English, as "pan" is.
  static let foreignFood = WordTraits(rawValue: 256)
  /// A word that may be a part of a German or Dutch compound.
  static let compound = WordTraits(rawValue: 128)
}

extension FoodIndex {
  /// What a word says by itself, as the phrases tell.
  func findTraits(of word: Int32) -> WordTraits {
    var traits: WordTraits = []
    let letters = words.word(word)
    if letters.starts(with: "vegan".utf8) { traits.insert(.vegan) }
    if ["frei", "freier", "freien", "vrij"].contains(where: { end in
      letters.count > end.utf8.count && letters.suffix(end.utf8.count).elementsEqual(end.utf8)
    }) {
      traits.insert(.free)
    }
    let mask = wordLanguages[Int(word)]
    let own = mask & 1 == 0 ? mask : 0
    if (own | functionLanguages[Int(word)]) > 1 { traits.insert(.foreign) }
    if !replacements[word].isEmpty { traits.insert(.replaced) }
    forEachMeaning(of: word) { meaning in
      guard meaning.isRule else {
        if meaning.language == 0 { traits.insert(.food) }
        if meaning.isStrict { traits.insert(.foreignFood) }
        return
      }
      switch rules[Int(meaning.first)].role {
      case .negation, .exclusion: traits.insert(.negator)
      case .without: traits.formUnion([.negator, .without])
      case .free: traits.insert(.free)
      default: break
      }
    }
    if isCompoundWord(word) { traits.insert(.compound) }
    return traits
  }

  /// Whether a word is a phrase by itself in German, Dutch or any language.
  private func isCompoundWord(_ word: Int32) -> Bool {
    var isFound = false
    forEachMeaning(of: replacements[word].first ?? word) { meaning in
      let isFree = meaning.isRule && rules[Int(meaning.first)].role == .free
      if !meaning.isRule || isFree, ["", "de", "nl"].contains(languages[Int(meaning.language)]) {
        isFound = true
      }
    }
    return isFound
  }

  /// Calls the body with what a word means where it stands alone.
  private func forEachMeaning(of word: Int32, _ body: (Meaning) -> Void) {
    let node = trie.child(PhraseTrie.root, word * 2)
    var next = node < 0 ? -1 : trie.firstMeaning[Int(node)]
    while next >= 0 {
      let meaning = trie.meanings[Int(next)]
      body(meaning)
      next = meaning.next
    }
  }
}
