// SPDX-License-Identifier: Apache-2.0

/// What a phrase stands for: foods or a rule, in one language or in any.
struct Meaning: Sendable {
  /// Whether `first` and `count` number rules rather than foods.
  var isRule: Bool
  /// The language, 0 where it holds in any.
  var language: UInt8
  /// Whether it holds only in a text of its language.
  var isStrict: Bool
  /// The first of its foods in the list of targets, or its rule.
  var first: Int32
  /// The number of its foods.
  var count: Int32
  /// The next meaning of the same phrase; -1 at the end.
  var next: Int32 = -1
}

/// Phrases over numbered words: one hash table holds the edges of all nodes.
struct PhraseTrie: Sendable {
  /// The first node.
  static let root: Int32 = 0
  /// Phrases longer than this many words are not kept.
  static let longestPhrase = 9

  private var keys: [UInt64]
  private var children: [Int32]
  private var edgeCount = 0
  /// The first meaning of each node; -1 for none.
  private(set) var firstMeaning: [Int32] = [-1]
  /// All meanings, chained by `next`.
  private(set) var meanings: [Meaning] = []

  /// Creates an empty trie with room for about this many edges.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: .max, count: size)
    children = Array(repeating: -1, count: size)
  }

  /// The node reached from a node by a word key; -1 for none.
  func child(_ node: Int32, _ word: Int32) -> Int32 {
    let key = Self.key(node, word)
    var slot = Self.slot(key, keys.count)
    while true {
      if keys[slot] == key { return children[slot] }
      if keys[slot] == .max { return -1 }
      slot = (slot + 1) & (keys.count - 1)
    }
  }

  /// Adds a phrase, given by its word keys, with a meaning.
  mutating func insert(_ phrase: [Int32], _ meaning: Meaning) {
    guard !phrase.isEmpty, phrase.count <= Self.longestPhrase else { return }
    let node = phrase.reduce(Self.root) { addChild($0, $1) }
    var last = firstMeaning[Int(node)]
    let index = Int32(truncatingIfNeeded: meanings.count)
    meanings.append(meaning)
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
    if edgeCount * 2 >= keys.count { grow() }
    let new = Int32(truncatingIfNeeded: firstMeaning.count)
    firstMeaning.append(-1)
    place(Self.key(node, word), new)
    edgeCount += 1
    return new
  }

  private mutating func place(_ key: UInt64, _ child: Int32) {
    var slot = Self.slot(key, keys.count)
    while keys[slot] != .max { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    children[slot] = child
  }

  private mutating func grow() {
    let (oldKeys, oldChildren) = (keys, children)
    keys = Array(repeating: .max, count: oldKeys.count * 2)
    children = Array(repeating: -1, count: oldKeys.count * 2)
    for index in oldKeys.indices where oldKeys[index] != .max {
      place(oldKeys[index], oldChildren[index])
    }
  }

  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  private static func slot(_ key: UInt64, _ size: Int) -> Int {
    let mixed = (key ^ key >> 31) &* 0x9e37_79b9_7f4a_7c15
    return Int(truncatingIfNeeded: mixed >> 32) & (size - 1)
  }
}
