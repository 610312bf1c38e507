// SPDX-License-Identifier: Apache-2.0

/// Writes out what a text says shortly: "bunless", "egg/dairy free", "lettuce wrapped", "filling only".
///
/// One pass from left to right; the words that it puts in belong to the word that called for them.
struct FreeFromWording {
  private let index: SharedFoodIndex
  private let old: [Token]
  private var list: TokenList
  private var isChanged = false

  /// A text's tokens, written out.
  static func writtenOut(_ list: TokenList, in index: SharedFoodIndex) -> TokenList {
    var wording = FreeFromWording(list, index)
    return wording.writeOut() ? wording.list : list
  }

  private init(_ list: TokenList, _ index: SharedFoodIndex) {
    self.index = index
    old = list.tokens
    self.list = list
  }

  private mutating func writeOut() -> Bool {
    guard old.indices.contains(where: isTrigger) else { return false }
    list.tokens.removeAll(keepingCapacity: true)
    var place = 0
    while place < old.count {
      let next = step(place)
      if next == place {
        list.tokens.append(old[place])
        place += 1
      } else {
        isChanged = true
        place = next
      }
    }
    return isChanged
  }

  // MARK: Words

  private static let groupWords = [
    "gluten", "wheat", "dairy", "milk", "lactose", "egg", "eggs", "nut", "nuts", "peanut", "soy",
    "soya", "fish", "shellfish", "sesame", "mustard", "celery", "corn", "yeast", "onion", "garlic",
  ]
  private static let leaves = [
    "lettuce", "collard", "cabbage", "nori", "kale", "chard", "portobello", "portobella", "leaf",
  ]
  private static let carriers = [
    "wrap", "wraps", "wrapped", "bun", "buns", "cup", "cups", "boat", "boats", "leaf", "instead",
  ]
  private static let insides = [
    "patty", "patties", "filling", "fillings", "topping", "toppings", "insides", "inside",
  ]
  private static let negations = [
    "no", "without", "minus", "sans", "w/o", "skip", "hold", "less", "ohne", "sin", "senza",
  ]
  private static let plants = ["coconut", "oat", "rice", "hemp", "pea", "plant"]
  private static let spirals = ["zoodles", "zoodle", "courgetti", "boodles", "swoodles"]
  private static let triggers =
    ["free", "only", "style", "any", "based", "skip", "skipping", "not", "non", "isnt", "crust"]
    + leaves + spirals

  /// The triggers, to be found at once: this is asked of every word of every text.
  private static let triggerTable: WordTable = {
    var table = WordTable(capacity: triggers.count)
    for word in triggers.map({ Array($0.utf8) }) { _ = table.intern(word, 0..<word.count) }
    return table
  }()

  private func isTrigger(_ place: Int) -> Bool {
    let isWord = old[place].number == nil
    return isWord && Self.triggerTable.find(list.folded, old[place].letters) >= 0
      || endsInLess(place)
  }

  private func endsInLess(_ place: Int) -> Bool {
    let letters = old[place].letters
    return letters.count >= 7 && list.folded[letters].suffix(4).elementsEqual("less".utf8)
  }

  /// Whether the word at a place is one of some words.
  private func isOne(_ place: Int, _ words: [String]) -> Bool {
    guard old.indices.contains(place), old[place].number == nil else { return false }
    let letters = list.folded[old[place].letters]
    return words.contains { $0.utf8.count == letters.count && letters.elementsEqual($0.utf8) }
  }

  /// Whether the words at a place and the next are such, in one clause.
  private func isPair(_ place: Int, _ first: [String], _ second: [String]) -> Bool {
    isOne(place, first) && isOne(place + 1, second)
      && old[place].clause == old[place + 1].clause
  }

  private mutating func put(_ text: String, for place: Int) {
    for word in text.split(separator: " ") {
      let start = list.folded.count
      list.folded.append(contentsOf: word.utf8)
      append(start..<list.folded.count, for: place)
    }
  }

  /// Appends a word that is already in the folded letters, with its stem.
  private mutating func append(_ letters: Range<Int>, for place: Int) {
    let cut = TextScanner.stem(list.folded, letters)
    let start = list.folded.count
    list.folded.append(contentsOf: list.folded[letters.lowerBound..<cut.end])
    if cut.endsInY { list.folded[list.folded.count - 1] = UInt8(ascii: "i") }
    list.tokens.append(
      Token(
        letters: letters, stem: start..<list.folded.count, source: old[place].source,
        clause: old[place].clause, section: old[place].section, number: nil))
  }

  // MARK: Rules

  /// Writes out what starts at a place; the place after it, or the same where nothing does.
  private mutating func step(_ place: Int) -> Int {
    if isPair(place, Self.negations, ["any", "crust", "shell"]) || isOne(place, ["skipping"])
      || isPair(place, ["skip"], ["the"])
    {
      return negated(place)
    }
    if isOne(place, ["not", "non", "isnt"]), let next = deniedFreeFrom(place) { return next }
    if let next = lists(place) { return next }
    if endsInLess(place) { return lessWord(place) }
    return wrapped(place)
  }

  private static let breads = "without bun or bread or tortilla or wrap or pita"
  private static let crusts = "without pastry or pizza base or bread or bun or tortilla"

  private mutating func negated(_ place: Int) -> Int {
    if isPair(place, Self.negations, ["crust", "shell"]) {
      put(Self.crusts, for: place + 1)
      return place + 2
    }
    put("without", for: place)
    return place + (isOne(place, ["skipping"]) ? 1 : 2)
  }

  /// "not vegan", "not gluten free" say nothing of what follows.
  private func deniedFreeFrom(_ place: Int) -> Int? {
    if isPair(place, ["not", "non", "isnt"], ["vegan", "vegetarian", "veggie"]) {
      return place + 2
    }
    if isPair(place, ["not", "isnt"], Self.groupWords), isPair(place + 1, Self.groupWords, ["free"])
    {
      return place + 3
    }
    return nil
  }

  /// "egg/dairy/nut free", "dairy- and gluten-free": each of them is free.
  private mutating func lists(_ start: Int) -> Int? {
    guard isPair(start, Self.groupWords, ["and", "or", "free"]) else { return nil }
    let isFirst = start == 0 || old[start - 1].clause != old[start].clause
    var (words, place) = ([start], start)
    while isPair(place, Self.groupWords, ["and", "or"]), old.indices.contains(place + 2),
      old[place + 2].clause == old[start].clause, isOne(place + 2, Self.groupWords)
    {
      if isOne(place + 1, ["and"]), !isFirst, !Self.isGroup(list.folded[old[start].letters]) {
        return nil
      }
      place += 2
      words.append(place)
    }
    guard words.count > 1, isPair(place, Self.groupWords, ["free"]) else { return nil }
    for word in words {
      list.tokens.append(old[word])
      put("free", for: word)
    }
    return place + 2
  }

  /// Whether a word before "and … free" is a group's name and hardly a food of its own.
  private static func isGroup(_ letters: ArraySlice<UInt8>) -> Bool {
    ["gluten", "dairy", "lactose", "wheat", "soy", "nut", "onion"].contains {
      letters.elementsEqual($0.utf8)
    }
  }

  /// "bunless" is "bun free" where "bun" is a known word and "bunless" is not.
  private mutating func lessWord(_ place: Int) -> Int {
    let token = old[place]
    guard index.data.words.find(list.folded, token.stem) < 0,
      index.data.exactWords.find(list.folded, token.letters) < 0
    else { return place }
    let base = token.letters.lowerBound..<token.letters.upperBound - 4
    let cut = TextScanner.stem(list.folded, base)
    guard !cut.endsInY, index.data.words.find(list.folded, base.lowerBound..<cut.end) >= 0 else {
      return place
    }
    append(base, for: place)
    put("free", for: place)
    return place + 1
  }

  /// Leaves for bread, insides alone, spirals for pasta, plants for milk.
  private mutating func wrapped(_ place: Int) -> Int {
    if isPair(place, Self.leaves, Self.carriers) {
      list.tokens.append(old[place])
      put(Self.breads, for: place + 1)
      return place + 2
    }
    if isPair(place, ["protein"], ["style"]) {
      put(Self.breads, for: place + 1)
      return place + 2
    }
    if isPair(place, Self.insides, ["only"]) {
      if isOne(place, ["patty", "patties"]) { list.tokens.append(old[place]) }
      put(Self.crusts, for: place + 1)
      return place + 2
    }
    if isPair(place, Self.plants, ["based"]), !isOne(place, ["plant"]) {
      put("dairy free", for: place + 1)
      return place + 2
    }
    if isOne(place, Self.spirals) {
      list.tokens.append(old[place])
      put("without pasta or noodles", for: place)
      return place + 1
    }
    return place
  }
}
