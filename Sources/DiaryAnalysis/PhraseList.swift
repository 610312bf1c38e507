// SPDX-License-Identifier: Apache-2.0

/// Phrases to look for together, found by the words that they can start with.
struct PhraseList: Sendable {
  private let phrases: [Phrase]
  /// For each word, the phrases that can start with it.
  private var words: [String: [Int]] = [:]
  /// The phrases that can start with a word of this beginning, by its first byte.
  private var beginnings: [UInt8: [Int]] = [:]
  /// The phrases that can start with words of many beginnings.
  private var others: [Int] = []

  init(_ phrases: [Phrase]) {
    self.phrases = phrases
    for (place, phrase) in phrases.enumerated() {
      if phrase.starts.isEmpty { others.append(place) }
      for word in Set(phrase.starts) { add(word, place) }
    }
  }

  private mutating func add(_ word: String, _ place: Int) {
    let isOpen = word.utf8.last == UInt8(ascii: "*") && word.utf8.count > 1
    if let first = word.utf8.first, first != UInt8(ascii: "*"), word != "#" {
      if isOpen {
        if beginnings[first]?.last != place { beginnings[first, default: []].append(place) }
      } else {
        words[word, default: []].append(place)
      }
    } else if others.last != place {
      others.append(place)
    }
  }

  /// Whether any of the phrases stands in the tokens of a text.
  func stands(in tokens: [String]) -> Bool {
    tokens.indices.contains { start in
      let token = tokens[start]
      func stand(_ places: [Int]?) -> Bool {
        places?.contains { phrases[$0].stands(in: tokens, at: start) } ?? false
      }
      return stand(words[token]) || stand(token.utf8.first.flatMap { beginnings[$0] })
        || stand(others)
    }
  }
}
