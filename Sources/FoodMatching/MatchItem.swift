// SPDX-License-Identifier: Apache-2.0

/// A stretch of a text's words and what it was understood as.
struct MatchItem: Sendable {
  /// What a stretch is.
  enum Kind: Sendable {
    /// Foods, in the index's list of targets.
    case foods(Range<Int>)
    /// A rule.
    case rule(Int)
    /// A number.
    case number
    /// Not understood.
    case unknown
  }

  /// The words.
  var words: Range<Int>
  /// Words of other clauses that belong to it, for names turned round at a comma.
  var more: Range<Int> = 0..<0
  /// What it is.
  var kind: Kind
  /// Its clause and section.
  var clause: Int
  var section: Int
  /// Whether it is taken away or used up by a rule.
  var isNegated = false
  /// Whether it is at most there in traces: "may contain nuts".
  var isTraces = false
  /// The role of its rule; `nil` where it is none.
  var role: FoodRule.Role?

  /// Creates an item that starts with a word.
  @inline(__always)
  init(_ words: Range<Int>, _ kind: Kind, _ first: MatchWord) {
    self.words = words
    self.kind = kind
    (clause, section) = (first.clause, first.section)
  }

  /// Whether it is a food that counts.
  var isFood: Bool {
    if case .foods = kind { return !isNegated }
    return false
  }
}

/// What a rule or a negation does to a food.
struct MatchEffect: Sendable {
  /// Groups that are taken away.
  var remove: GroupSet = []
  /// Groups that become possible.
  var lower: GroupSet = []
  /// Groups that come in.
  var add: GroupSet = []
  var addPossible: GroupSet = []
  /// The entry whose parts are taken out; -1 for none.
  var entry: Int32 = -1
  /// The rule it is from, for variants such as "gluten free bread"; -1 for none.
  var rule: Int = -1
  /// The item that it acts on.
  var item: Int
  /// The item that it comes from.
  var origin: Int
}
