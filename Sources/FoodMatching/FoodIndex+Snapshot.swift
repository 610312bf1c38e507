// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

extension FoodIndex {
  /// The index as text, from which it can be had again without its tables.
  package func snapshot() throws -> [UInt8] {
    // Each would be lost without a word.
    guard GroupID.builtIn.count <= GroupSet.packedBits else {
      throw SnapshotWriter.TooLarge(number: GroupID.builtIn.count)
    }
    var writer = SnapshotWriter()
    try writer.put(tables.count)
    for table in tables { try writer.put(Array(table.name.utf8)) }
    try writer.put(languages.count)
    for language in languages { try writer.put(Array(language.utf8)) }
    for table in [words, exactWords, names, texts] {
      try writer.put(table.bytes)
      try writer.put(table.starts)
      try writer.put(table.slots)
    }
    try writer.put(entries)
    try writer.put(parts)
    try writer.put(doses)
    try writer.put(targets)
    try writer.put(rules)
    try writer.put(citations)
    try writer.put(trie.edges)
    try writer.put(trie.firstMeaning)
    try writer.put(trie.meanings)
    try writer.put(trie.englishMeaning)
    try writer.put(trie.starts)
    try writer.put(trie.ways)
    try writer.put(replacements.places)
    try writer.put(replacements.lists)
    try writer.put(wordLanguages)
    try writer.put(functionLanguages)
    try writer.put(traits)
    try writer.put(similar.ids)
    try writer.put(similar.starts)
    try writer.put(similar.letters)
    return writer.text
  }

  /// Creates an index from its snapshot, most of which is read only where it is needed.
  package init(snapshot: StaticString) {
    var reader = SnapshotReader(snapshot)
    tables = (0..<max(reader.number(), 0)).map { _ in
      FoodTable(name: reader.string(), bytes: [])
    }
    languages = (0..<max(reader.number(), 0)).map { _ in reader.string() }
    words = WordTable(&reader)
    exactWords = WordTable(&reader)
    names = WordTable(&reader)
    texts = WordTable(&reader)
    entries = reader.list()
    parts = reader.list()
    doses = reader.list()
    targets = reader.list()
    rules = reader.list()
    citations = reader.list()
    trie = PhraseTrie(
      edges: reader.list(), firstMeaning: reader.list(), meanings: reader.list(),
      englishMeaning: reader.list(), starts: reader.list(), ways: reader.list())
    replacements = WordReplacements(places: reader.list(), lists: reader.list())
    wordLanguages = reader.list()
    functionLanguages = reader.list()
    traits = reader.list()
    similar = SimilarWords(ids: reader.list(), starts: reader.list(), letters: reader.list())
    for word in 0..<Int32(truncatingIfNeeded: exactWords.count) {
      let letters = exactWords.word(word)
      exactMask |= Self.exactBit(exactWords.bytes, letters.startIndex..<letters.endIndex)
    }
  }
}

extension WordTable {
  fileprivate init(_ reader: inout SnapshotReader) {
    self.init(bytes: reader.bytes(), starts: reader.list(), slots: reader.list())
  }
}
