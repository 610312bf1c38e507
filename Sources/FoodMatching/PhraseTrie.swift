// SPDX-License-Identifier: Apache-2.0

/// What a phrase stands for: foods or a rule, in one language or in any.
struct Meaning: Sendable {
  /// Whether `first` and `count` number rules rather than foods.
  var isRule: Bool
  /// The language, 0 where it holds in any.
  var language: UInt8
  /// Whether it holds only in a text of its language.
  var isStrict: Bool
  /// Whether a user's own file says so, which wins over everything built in.
  var isOwn = false
  /// The first of its foods in the list of targets, or its rule.
  var first: Int32
  /// The number of its foods.
  var count: Int32
  /// The next meaning of the same phrase; -1 at the end.
  var next: Int32 = -1

  /// How well it fits a text of a language; 0 for not at all.
  ///
  /// The user's own meanings first, then those of the language, of all languages and of others;
  /// foods before rules.
  @inline(__always)
  func rank(in language: UInt8) -> Int {
    let agrees = self.language == language
    if isStrict, !agrees { return 0 }
    let rank = agrees && language != 0 ? 6 : self.language == 0 ? 4 : 2
    return (isRule ? rank : rank + 1) + (isOwn ? 10 : 0)
  }
}

/// Phrases over numbered words: one hash table holds the edges of all nodes.
struct PhraseTrie: Sendable {
  /// The first node.
  static let root: Int32 = 0
  /// Phrases longer than this many words are not kept.
  static let longestPhrase = 9

  /// A way from a node on by a word; a child of 0 marks a free slot.
  struct Edge: Sendable {
    var node: Int32
    var word: Int32
    var child: Int32
  }

  private(set) var edges: PackedList<Edge>
  /// The first meaning of each node; -1 for none.
  private(set) var firstMeaning: PackedList<Int32> = [-1]
  /// All meanings, chained by `next`.
  private(set) var meanings: PackedList<Meaning> = []
  /// The meaning of each node in English texts; -1 for none.
  private(set) var englishMeaning: PackedList<Int32> = [-1]
  /// The node that each stem leads to from the root, by the stem's number; -1 for none.
  private(set) var starts: PackedList<Int32> = []
  /// Which words lead on from each node, one bit for many words: most go no further.
  private(set) var ways: PackedList<Int32> = [0]

  /// Creates an empty trie.
  init() { edges = PackedList(Array(repeating: Edge(node: 0, word: 0, child: 0), count: 64)) }

  /// Creates a trie from its parts.
  init(
    edges: PackedList<Edge>, firstMeaning: PackedList<Int32>, meanings: PackedList<Meaning>,
    englishMeaning: PackedList<Int32>, starts: PackedList<Int32>, ways: PackedList<Int32>
  ) {
    self.edges = edges
    self.firstMeaning = firstMeaning
    self.meanings = meanings
    self.englishMeaning = englishMeaning
    self.starts = starts
    self.ways = ways
  }

  /// The number of edges: every node but the first has one that leads to it.
  private var edgeCount: Int { firstMeaning.count - 1 }

  /// The node reached from a node by a word key; -1 for none.
  @inline(__always)
  func child(_ node: Int32, _ word: Int32) -> Int32 {
    if node == Self.root, word & 1 == 0 {
      let stem = Int(word >> 1)
      return stem < starts.count ? starts[stem] : -1
    }
    return ways[Int(node)] & Self.way(word) == 0 ? -1 : edge(node, word)
  }

  private func edge(_ node: Int32, _ word: Int32) -> Int32 {
    var slot = Self.slot(node, word, edges.count)
    while true {
      let edge = edges[slot]
      if edge.word == word && edge.node == node { return edge.child == 0 ? -1 : edge.child }
      if edge.child == 0 { return -1 }
      slot = (slot + 1) & (edges.count - 1)
    }
  }

  /// The bit of a word in `ways`.
  @inline(__always)
  private static func way(_ word: Int32) -> Int32 {
    let mixed = UInt32(bitPattern: word) &* 0x9e37_79b1
    return 1 << Int32(truncatingIfNeeded: (UInt64(mixed) &* 23) >> 32)
  }

  /// Adds a phrase, given by its word keys, with a meaning.
  mutating func insert(_ phrase: [Int32], _ meaning: Meaning) {
    guard !phrase.isEmpty, phrase.count <= Self.longestPhrase else { return }
    let node = phrase.reduce(Self.root) { addChild($0, $1) }
    var last = firstMeaning[Int(node)]
    let index = Int32(truncatingIfNeeded: meanings.count)
    meanings.append(meaning)
    let best = englishMeaning[Int(node)]
    let rank = meaning.rank(in: 0)
    if rank > 0, best < 0 || rank > meanings[Int(best)].rank(in: 0) {
      englishMeaning[Int(node)] = index
    }
    guard last >= 0 else {
      firstMeaning[Int(node)] = index
      return
    }
    while meanings[Int(last)].next >= 0 { last = meanings[Int(last)].next }
    meanings[Int(last)].next = index
  }

  private mutating func addChild(_ node: Int32, _ word: Int32) -> Int32 {
    let found = child(node, word)
    if found >= 0 { return found }
    guard firstMeaning.count < 0xFFFFF else { return Self.root }
    if edgeCount * 3 >= edges.count * 2 { grow() }
    let new = Int32(truncatingIfNeeded: firstMeaning.count)
    firstMeaning.append(-1)
    englishMeaning.append(-1)
    ways.append(0)
    ways[Int(node)] |= Self.way(word)
    if node == Self.root, word & 1 == 0 {
      while starts.count <= Int(word >> 1) { starts.append(-1) }
      starts[Int(word >> 1)] = new
    }
    place(Edge(node: node, word: word, child: new))
    return new
  }

  private mutating func place(_ edge: Edge) {
    var slot = Self.slot(edge.node, edge.word, edges.count)
    while edges[slot].child != 0 { slot = (slot + 1) & (edges.count - 1) }
    edges[slot] = edge
  }

  private mutating func grow() {
    let old = edges
    edges = PackedList(
      Array(repeating: Edge(node: 0, word: 0, child: 0), count: old.count * 2))
    for edge in old where edge.child != 0 { place(edge) }
  }

  private static func slot(_ node: Int32, _ word: Int32, _ size: Int) -> Int {
    let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
    let mixed = (key ^ key >> 29) &* 0x9e37_79b9_7f4a_7c15
    return Int(truncatingIfNeeded: mixed >> 40) & (size - 1)
  }
}
