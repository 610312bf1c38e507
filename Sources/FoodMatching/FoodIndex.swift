// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The food knowledge, ready for looking up.
package struct FoodIndex: Sendable {
  /// The tables that the entries stand in.
  var tables: [FoodTable]
  /// All foods.
  var entries: PackedList<FoodEntry> = []
  /// The parts of the dishes.
  var parts: PackedList<FoodPart> = []
  /// The doses of the foods.
  var doses: PackedList<FoodDose> = []
  /// The entries that phrases, `replaces` and `wider` refer to.
  var targets: PackedList<Int32> = []
  /// All rules.
  var rules: PackedList<FoodRule> = []
  /// Stems of the words of all phrases.
  var words = WordTable(capacity: 16)
  /// Words that count only as written, such as "peppers".
  var exactWords = WordTable(capacity: 16)
  /// Phrases over word keys: twice the stem's number, or one more than twice the exact word's.
  var trie = PhraseTrie()
  /// The words that a word stands for, by its number: a spelling or an abbreviation.
  var replacements = WordReplacements()
  /// The languages whose phrases hold a word, one bit each; bit 0 for phrases of any language.
  var wordLanguages: PackedList<UInt32> = []
  /// The languages in which a word is a function word.
  var functionLanguages: PackedList<UInt32> = []
  /// The languages, in the order of their bits; the first stands for any.
  var languages: [String] = [""]
  /// What each word says by itself.
  var traits: PackedList<WordTraits> = []
  /// One bit for each kind of exact word; see `mayBeExact(_:_:)`.
  var exactMask: UInt64 = 0
  /// The words of phrases in stretches of the same first letter and length, for spelling.
  var similar = SimilarWords()
  /// The names of the entries, numbered like them.
  var names = WordTable(capacity: 16)
  /// Sources and citations.
  var texts = WordTable(capacity: 16)
  /// The ids of the sources table and their citations, in the texts.
  var citations: PackedList<Citation> = []
  /// The groups that a user named; their bits follow those of the built-in ones.
  var ownGroups: [OwnGroup] = []
  /// What was wrong in the tables: `file:line: what`.
  package internal(set) var problems: [String] = []

  /// A row of the sources table.
  struct Citation: Sendable {
    var id: Int32
    var citation: Int32
  }

  /// The entry of exactly this name; -1 for none.
  func entry(named bytes: [UInt8], _ range: Range<Int>) -> Int32 { names.find(bytes, range) }

  /// The name of an entry.
  func name(_ entry: Int32) -> String { String(decoding: names.word(entry), as: UTF8.self) }

  /// One of the index's texts.
  func text(_ id: Int32) -> String { String(decoding: texts.word(id), as: UTF8.self) }

  /// The ids of the sources of a dose.
  func sourceIDs(of dose: FoodDose) -> [String] {
    text(dose.source).split(separator: ";").map(String.init)
  }

  /// Whether an entry is another or one of its kinds.
  ///
  /// Told by the `is` column, or by the last word of the name where the groups agree.
  func isKind(_ entry: Int32, of other: Int32, depth: Int = 0) -> Bool {
    if entry == other { return true }
    guard depth < 5 else { return false }
    let food = entries[Int(entry)]
    if !food.wider.isEmpty {
      return food.wider.contains { isKind(targets[Int($0)], of: other, depth: depth + 1) }
    }
    guard food.head >= 0 else { return false }
    return isKind(food.head, of: other, depth: depth + 1)
  }
}

extension FoodIndex {
  /// Finds the heads of the names of the entries from one on.
  mutating func findHeads(from first: Int) {
    for number in first..<entries.count {
      let name = names.word(Int32(truncatingIfNeeded: number))
      guard let blank = name.firstIndex(of: 0x20) else { continue }
      let head = names.find(names.bytes, blank + 1..<name.endIndex)
      guard head >= 0 else { continue }
      let certain = entries[Int(head)].certain
      let isKind = certain.isEmpty || !certain.isDisjoint(with: entries[number].certain)
      if isKind { entries[number].head = head }
    }
  }

  /// What a word says by itself; nothing for -1.
  @inline(__always)
  func traits(of word: Int32) -> WordTraits { word < 0 ? [] : traits[Int(word)] }

  /// Whether a word may be one that counts as written; `false` rules it out.
  @inline(__always)
  func mayBeExact(_ bytes: [UInt8], _ word: Range<Int>) -> Bool {
    exactMask & Self.exactBit(bytes, word) != 0
  }

  /// The bit of an exact word, by its first letter and its length.
  @inline(__always)
  static func exactBit(_ bytes: [UInt8], _ word: Range<Int>) -> UInt64 {
    guard let first = word.first else { return 0 }
    return 1 << ((UInt64(bytes[first]) &* 3 &+ UInt64(word.count) &* 7) & 63)
  }
}

/// The food knowledge, shared by all who read texts with it.
package final class SharedFoodIndex: Sendable {
  /// The knowledge.
  let data: FoodIndex
  /// The stem of "alone"; -1 where no table has it.
  let alone: Int32
  /// The entries that names of groups, of allergens and of mere components are kinds of; -1 for
  /// none.
  let groupName, allergen, component: Int32
  /// The entry of sauces; -1 for none.
  let sauce: Int32
  /// The entries that a name turned round may start with, whatever they are made of: oil, flour.
  let makings: [Int32]
  /// The entry of tea, which a name turned round may make of a herb; -1 for none.
  let tea: Int32
  /// The entries that are made into milk and that lists name in the plural: almond, oats.
  let plantMilks: [Int32]
  /// The grains whose gluten "wheat free" leaves in a food; −1 where there is none.
  let otherGrains: [Int32]

  /// Shares an index.
  package init(_ data: FoodIndex) {
    self.data = data
    func find(_ name: StaticString, in table: WordTable) -> Int32 {
      let letters = name.withUTF8Buffer { buffer in unsafe Array(buffer) }
      return table.find(letters, 0..<letters.count)
    }
    alone = find("alon", in: data.words)
    groupName = find("*group name", in: data.names)
    allergen = find("*allergen", in: data.names)
    component = find("*component", in: data.names)
    sauce = find("sauce", in: data.names)
    let makings: [StaticString] = [
      "oil", "wheat flour", "juice", "sauce", "soup", "seeds", "vinegar", "syrup", "stock",
    ]
    tea = find("tea", in: data.names)
    self.makings = makings.map { find($0, in: data.names) }
    let plantMilks: [StaticString] = ["soy", "oats", "almond", "cashew", "hazelnut"]
    self.plantMilks = plantMilks.map { find($0, in: data.names) }
    let otherGrains: [StaticString] = ["rye", "barley"]
    self.otherGrains = otherGrains.map { find($0, in: data.names) }
  }
}

/// The words that words stand for.
struct WordReplacements: Sendable {
  /// The place of a word's list; 0 for none.
  ///
  /// Words added later have none.
  var places: PackedList<Int32> = []
  /// The lists, each after its length.
  var lists: PackedList<Int32> = [0]

  /// The words that a word stands for; empty where it stands for itself.
  subscript(word: Int32) -> [Int32] {
    guard word >= 0, Int(word) < places.count else { return [] }
    let place = Int(places[Int(word)])
    return place == 0 ? [] : Array(lists[place + 1..<place + 1 + Int(lists[place])])
  }

  /// Sets what a word stands for.
  mutating func set(_ word: Int32, _ meant: [Int32]) {
    while places.count <= Int(word) { places.append(0) }
    places[Int(word)] = Int32(truncatingIfNeeded: lists.count)
    lists.append(Int32(truncatingIfNeeded: meant.count))
    lists += meant
  }
}
