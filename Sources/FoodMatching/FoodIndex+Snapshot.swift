// SPDX-License-Identifier: Apache-2.0

extension FoodIndex {
  /// The index as text, from which it can be had again without its tables.
  package func snapshot() throws -> [UInt8] {
    var writer = SnapshotWriter()
    try writer.put(tables.count)
    for table in tables { try writer.put(table.name) }
    try writer.put(languages.count)
    for language in languages { try writer.put(language) }
    for table in [words, exactWords, names, texts] { try put(table, to: &writer) }
    try putEntries(to: &writer)
    try putRules(to: &writer)
    try putTrie(to: &writer)
    try writer.put(parts.map { Int($0.entry) * 2 + ($0.isPossible ? 1 : 0) })
    try writer.put(targets.map(Int.init))
    try writer.put(replacements.places.map(Int.init))
    try writer.put(replacements.lists.map(Int.init))
    try writer.put(wordLanguages.map(Int.init))
    try writer.put(functionLanguages.map(Int.init))
    try writer.put(words.indices.map { (compoundWords[$0] ? 1 : 0) + (plainFoods[$0] ? 2 : 0) })
    try writer.put(similar.ids.map(Int.init))
    try writer.put(similar.starts.map(Int.init))
    return writer.text
  }

  private func put(_ table: WordTable, to writer: inout SnapshotWriter) throws {
    var places = [Int](repeating: 0, count: table.count)
    for (slot, word) in table.slots.enumerated() where word >= 0 { places[Int(word)] = slot }
    try writer.put(table.bytes)
    try writer.put(table.starts.map(Int.init))
    try writer.put(table.slots.count)
    try writer.put(places)
  }

  private func putEntries(to writer: inout SnapshotWriter) throws {
    try writer.put(entries.count)
    for entry in entries {
      for number in [entry.table, entry.line, Int(entry.source)] { try writer.put(number) }
      for range in [entry.doses, entry.parts, entry.replaces, entry.wider] {
        try writer.put(Int(range.lowerBound))
        try writer.put(range.count)
      }
      for set in [entry.ownCertain, entry.ownPossible, entry.absent, entry.free, entry.certain] {
        try writer.put(set)
      }
      try writer.put(entry.possible)
      try writer.put(entry.portion)
    }
    try writer.put(doses.count)
    for dose in doses {
      try writer.put(dose.group)
      try writer.put(dose.gramsPer100)
    }
  }

  private func putRules(to writer: inout SnapshotWriter) throws {
    try writer.put(rules.count)
    for rule in rules {
      try writer.put(FoodRule.Role.allCases.firstIndex(of: rule.role) ?? 0)
      try writer.put(Int(rule.source))
      try writer.put(rule.groups)
      try writer.put(rule.possible)
      try writer.put(rule.unitGrams)
    }
    try writer.put(citations.flatMap { [Int($0.id), Int($0.citation)] })
  }

  private func putTrie(to writer: inout SnapshotWriter) throws {
    let edges = trie.edges.enumerated().filter { $0.element.child != 0 }
      .sorted { $0.element.child < $1.element.child }
    try writer.put(trie.edges.count)
    try writer.put(edges.count)
    for edge in edges {
      for number in [edge.offset, edge.element.node, edge.element.word] { try writer.put(number) }
    }
    try writer.put(trie.firstMeaning.map(Int.init))
    try writer.put(trie.meanings.count)
    for meaning in trie.meanings {
      let flags = (meaning.isRule ? 1 : 0) + (meaning.isStrict ? 2 : 0)
      try writer.put(flags + Int(meaning.language) * 4)
      for number in [meaning.first, meaning.count, meaning.next] { try writer.put(Int(number)) }
    }
  }
}

extension WordTable {
  /// The numbers of the words.
  var indices: Range<Int> { 0..<count }
}

// MARK: Reading

extension FoodIndex {
  /// Creates an index from its snapshot.
  package init(snapshot: StaticString) {
    var reader = SnapshotReader(snapshot)
    tables = (0..<reader.number()).map { _ in FoodTable(name: reader.string(), bytes: []) }
    languages = (0..<reader.number()).map { _ in reader.string() }
    words = Self.wordTable(&reader)
    exactWords = Self.wordTable(&reader)
    names = Self.wordTable(&reader)
    texts = Self.wordTable(&reader)
    readEntries(&reader)
    readRules(&reader)
    trie = Self.trie(&reader)
    parts = reader.list().map { FoodPart(entry: $0 >> 1, isPossible: $0 & 1 == 1) }
    targets = reader.list()
    replacements = WordReplacements(places: reader.list(), lists: reader.list())
    wordLanguages = reader.list().map { UInt32(bitPattern: $0) }
    functionLanguages = reader.list().map { UInt32(bitPattern: $0) }
    let uses = reader.list()
    compoundWords = uses.map { $0 & 1 != 0 }
    plainFoods = uses.map { $0 & 2 != 0 }
    similar = SimilarWords(ids: reader.list(), starts: reader.list())
  }

  private static func wordTable(_ reader: inout SnapshotReader) -> WordTable {
    let bytes = reader.bytes()
    let starts = reader.list()
    return WordTable(bytes: bytes, starts: starts, size: reader.number(), places: reader.list())
  }

  private mutating func readEntries(_ reader: inout SnapshotReader) {
    let count = reader.number()
    entries.reserveCapacity(count)
    for _ in 0..<count {
      var entry = FoodEntry(
        table: reader.number(), line: reader.number(),
        source: Int32(truncatingIfNeeded: reader.number()))
      entry.doses = reader.range()
      entry.parts = reader.range()
      entry.replaces = reader.range()
      entry.wider = reader.range()
      entry.ownCertain = reader.groups()
      entry.ownPossible = reader.groups()
      entry.absent = reader.groups()
      entry.free = reader.groups()
      entry.certain = reader.groups()
      entry.possible = reader.groups()
      entry.portion = reader.fraction()
      entries.append(entry)
    }
    for _ in 0..<reader.number() {
      doses.append(FoodDose(group: reader.number(), gramsPer100: reader.fraction()))
    }
  }

  private mutating func readRules(_ reader: inout SnapshotReader) {
    let roles = FoodRule.Role.allCases
    for _ in 0..<reader.number() {
      let role = roles[reader.number()]
      let source = Int32(truncatingIfNeeded: reader.number())
      rules.append(
        FoodRule(
          role: role, groups: reader.groups(), possible: reader.groups(), source: source,
          unitGrams: reader.fraction()))
    }
    let pairs = reader.list()
    for place in stride(from: 0, to: pairs.count, by: 2) {
      citations.append(Citation(id: pairs[place], citation: pairs[place + 1]))
    }
  }

  private static func trie(_ reader: inout SnapshotReader) -> PhraseTrie {
    var trie = PhraseTrie(size: reader.number())
    for child in 0..<reader.number() {
      let (slot, node, word) = (reader.number(), reader.number(), reader.number())
      trie.restore(.init(node: node, word: word, child: child + 1), slot: slot)
    }
    let firstMeaning = reader.list()
    var meanings: [Meaning] = []
    let count = reader.number()
    meanings.reserveCapacity(count)
    for _ in 0..<count {
      let flags = reader.number()
      meanings.append(
        Meaning(
          isRule: flags & 1 != 0, language: UInt8(truncatingIfNeeded: flags >> 2),
          isStrict: flags & 2 != 0, first: Int32(truncatingIfNeeded: reader.number()),
          count: Int32(truncatingIfNeeded: reader.number()),
          next: Int32(truncatingIfNeeded: reader.number())))
    }
    trie.restore(firstMeaning: firstMeaning, meanings: meanings)
    return trie
  }
}
