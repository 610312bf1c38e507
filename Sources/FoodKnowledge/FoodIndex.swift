// SPDX-License-Identifier: Apache-2.0

/// The food knowledge, ready for looking up; built once from its tables.
struct FoodIndex: Sendable {
  /// The tables, whose bytes all places refer to.
  var tables: [FoodTable]
  /// All foods.
  var entries: [FoodEntry] = []
  /// The parts of the dishes.
  var parts: [FoodPart] = []
  /// The entries that phrases, `replaces` and `wider` refer to.
  var targets: [Int32] = []
  /// All rules.
  var rules: [FoodRule] = []
  /// Stems of the words of all phrases.
  var words = WordTable(capacity: 16_384)
  /// Words that count only as written, such as "peppers".
  var exactWords = WordTable(capacity: 256)
  /// Phrases over word keys: twice the stem's number, or one more than twice the exact word's.
  var trie = PhraseTrie(capacity: 32_768)
  /// The words that a word stands for, by its number: a spelling or an abbreviation.
  var replacements: [Int32: [Int32]] = [:]
  /// The languages whose phrases hold a word, one bit each; bit 0 for phrases of any language.
  var wordLanguages: [UInt32] = []
  /// The languages in which a word is a function word.
  var functionLanguages: [UInt32] = []
  /// The languages, in the order of their bits; the first stands for any.
  var languages: [String] = [""]
  /// Whether a word is a food or a rule by itself and may be a part of a compound.
  var compoundWords: [Bool] = []
  /// Whether a word alone is a food in any language, as "fritos" is.
  var plainFoods: [Bool] = []
  /// The words of phrases in stretches of the same first letter and length, for spelling.
  var similar = SimilarWords()
  /// Entries by name, and what `sources.tsv` says of a source.
  var names = WordTable(capacity: 8_192)
  var entryOfName: [Int32] = []
  /// What was wrong in the tables: `file:line: what`.
  var problems: [String] = []

  /// The knowledge that is compiled in.
  static let builtIn = FoodIndex(FoodTables.all)

  /// The entry of exactly this name; -1 for none.
  func entry(named bytes: [UInt8], _ range: Range<Int>) -> Int32 {
    let name = names.find(bytes, range)
    return name < 0 ? -1 : entryOfName[Int(name)]
  }

  /// A place's text.
  func text(_ table: Int, _ range: Range<Int>) -> String {
    String(decoding: tables[table].bytes[range], as: UTF8.self)
  }

  /// The name of an entry.
  func name(_ entry: Int32) -> String {
    text(entries[Int(entry)].table, entries[Int(entry)].name)
  }

  /// Whether an entry is another or one of its kinds.
  ///
  /// Told by the `is` column, or by the last word of the name where the groups agree.
  func isKind(_ entry: Int32, of other: Int32, depth: Int = 0) -> Bool {
    if entry == other { return true }
    guard depth < 5 else { return false }
    let food = entries[Int(entry)]
    if !food.wider.isEmpty {
      return food.wider.contains { isKind(targets[$0], of: other, depth: depth + 1) }
    }
    let bytes = tables[food.table].bytes
    guard let blank = bytes[food.name].firstIndex(of: 0x20) else { return false }
    let head = self.entry(named: bytes, blank + 1..<food.name.upperBound)
    guard head >= 0 else { return false }
    let certain = entries[Int(head)].certain
    guard certain.isEmpty || !certain.isDisjoint(with: food.certain) else { return false }
    return isKind(head, of: other, depth: depth + 1)
  }
}
