// SPDX-License-Identifier: Apache-2.0

/// Turns an amount in a unit, or the amount inside a text, into usual portions.
struct AmountReader {
  /// The largest number of portions that is believed.
  static let mostPortions = 20.0

  private let index: SharedFoodIndex
  /// The largest number that is given, which is finite.
  private let most: Double

  /// Creates a reader with the units of the rules table, which gives no more portions than `most`.
  init(_ index: SharedFoodIndex, most: Double = mostPortions) {
    self.index = index
    self.most = most
  }

  /// What one of a unit is.
  private enum Unit {
    /// So many grams or millilitres.
    case grams(Double)
    /// A piece, slice, glass or portion: counted as one usual portion.
    case portion
  }

  /// A value in a unit, in usual portions; 1 where there is no usable value.
  ///
  /// Grams need a usual portion in grams; without one an amount counts as one portion. A unit that
  /// is not known counts as "portion". The result lies within 0…`most` and is never NaN.
  func portions(value: Double, unit: String, portionGrams: Double?) -> Double {
    guard value.isFinite else { return 1 }
    switch self.unit(unit) ?? .portion {
    case .portion: return clamped(value)
    case .grams(let grams):
      guard let portionGrams, portionGrams > 0 else { return value > 0 ? 1 : 0 }
      return clamped(value * grams / portionGrams)
    }
  }

  /// The first amount that a text names, such as "2 slices" or "200g", in usual portions.
  func portions(inText text: String, portionGrams: Double?) -> Double {
    let list = TextScanner.tokens(text).list
    for (place, token) in list.tokens.enumerated() {
      guard var value = token.number else { continue }
      var next = place + 1
      if next < list.tokens.count, let more = list.tokens[next].number, more < 1, more > 0 {
        value += more
        next += 1
      }
      if next < list.tokens.count, list.tokens[next].number == nil {
        let after = unit(list, at: next)
        if case .grams(let grams) = after, let portionGrams, portionGrams > 0 {
          return clamped(value * grams / portionGrams)
        }
        if case .portion = after { return clamped(value) }
        if after != nil { continue }
      }
      // A bare number counts pieces only at either end of the text or beside an "x".
      let isMultiplied = place > 0 && isTimes(list, place - 1)
      let isLast = next >= list.tokens.count
      if value <= Self.mostPortions, place == 0 || isLast || isMultiplied {
        return clamped(value)
      }
    }
    return 1
  }

  private func isTimes(_ list: TokenList, _ place: Int) -> Bool {
    list.folded[list.tokens[place].letters].elementsEqual("x".utf8)
  }

  private func clamped(_ value: Double) -> Double {
    value.isNaN ? 1 : min(max(value, 0), most)
  }

  /// Whether a text such as "cups", "fl oz" or "large glass" names a unit.
  func knowsUnit(_ text: String) -> Bool { unit(text) != nil }

  /// The first unit that a text names.
  private func unit(_ text: String) -> Unit? {
    let list = TextScanner.tokens(text).list
    return list.tokens.indices.lazy.compactMap { unit(list, at: $0) }.first
  }

  /// The longest unit that starts at a place, such as "fl oz".
  private func unit(_ list: TokenList, at first: Int) -> Unit? {
    var found: Unit?
    var node = PhraseTrie.root
    for token in list.tokens[first...].prefix(PhraseTrie.longestPhrase) {
      guard token.number == nil else { break }
      let id = index.data.words.find(list.folded, token.stem)
      guard id >= 0 else { break }
      node = index.data.trie.child(node, id * 2)
      guard node >= 0 else { break }
      found = unit(node) ?? found
    }
    return found
  }

  /// The unit that the phrase of a node stands for.
  private func unit(_ node: Int32) -> Unit? {
    var next = index.data.trie.firstMeaning[Int(node)]
    while next >= 0 {
      let meaning = index.data.trie.meanings[Int(next)]
      next = meaning.next
      guard meaning.isRule else { continue }
      let rule = index.data.rules[Int(meaning.first)]
      guard rule.role == .unit else { continue }
      return rule.unitGrams > 0 ? .grams(rule.unitGrams) : .portion
    }
    return nil
  }
}
