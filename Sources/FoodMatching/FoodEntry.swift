// SPDX-License-Identifier: Apache-2.0

/// One part of a dish.
struct FoodPart: Sendable {
  /// The entry that it is.
  var entry: Int32
  /// Whether the dish only sometimes has it.
  var isPossible: Bool
}

/// One food of the knowledge: an ingredient, a dish or a brand.
struct FoodEntry: Sendable {
  /// The table and line that it stands in.
  var place: FilePlace
  /// Its source ids, in the index's texts.
  var source: Int32
  /// Its doses in the index's list of doses.
  var doses: Range<Int32> = 0..<0
  /// Its parts in the index's list of parts.
  var parts: Range<Int32> = 0..<0
  /// The entries that it stands in for, in the index's list of targets: oat milk for milk.
  var replaces: Range<Int32> = 0..<0
  /// The wider entries that it is one of, in the index's list of targets: cheddar is a cheese.
  var wider: Range<Int32> = 0..<0
  /// What its own row says, apart from its parts.
  var ownCertain: GroupSet = []
  var ownPossible: GroupSet = []
  var absent: GroupSet = []
  /// The groups that "no …" and "…-free" of it take away from all foods in scope.
  var free: GroupSet = []
  /// What it holds with its parts.
  var certain: GroupSet = []
  var possible: GroupSet = []
  /// The usual portion in grams; 0 where not known.
  var portion = 0.0
  /// The entry that its name ends in and that it is a kind of, as rye bread is bread; -1 for none.
  var head: Int32 = -1

  /// Whether it holds all that another holds for certain, and at least possibly the rest.
  func holds(_ other: FoodEntry) -> Bool {
    certain.isSuperset(of: other.certain)
      && certain.union(possible).isSuperset(of: other.possible)
  }

  /// The number of its table.
  var table: Int { Int(place.table) }
  /// Its line, from 1.
  var line: Int { Int(place.line) }

  /// Creates an entry that holds nothing.
  init(table: Int, line: Int, source: Int32) {
    place = FilePlace(
      table: Int32(truncatingIfNeeded: table), line: Int32(truncatingIfNeeded: line))
    self.source = source
  }

  /// A line of a table.
  struct FilePlace: Sendable {
    var table: Int32
    var line: Int32
  }
}

/// What a word or phrase does that is no food.
struct FoodRule: Sendable {
  /// The kinds of rules.
  enum Role: String, CaseIterable, Sendable {
    /// A word without meaning here: the, fresh, lunch, a shop's name.
    case stop
    /// "with" and its like: ends the scope of a negation.
    case with
    /// "and" and its like.
    case and
    /// "or" and its like: carries a negation on.
    case or
    /// nor, ni, né: carries a negation on, and negates by itself where there is none.
    case nor
    /// but, extra: ends the scope of a negation.
    case but
    /// no, without, ohne: takes away what follows.
    case negation
    /// without, ohne, sans: as a negation; a list over commas may follow it.
    case without
    /// free from, free of: as a negation that takes out the whole list that follows.
    case exclusion
    /// may contain: what follows is traces at most and says nothing.
    case traces
    /// substituted: "X for Y" takes out Y, "X with Y" takes out X.
    case exchange
    /// removed, replaced by: takes away the food before it, unless one follows.
    case removed
    /// free, frei: takes away what stands before.
    case free
    /// Takes groups away: dairy free, vegan.
    case remove
    /// Makes certain groups possible: decaf, low FODMAP.
    case lower
    /// Adds groups to the food beside it: sugar free.
    case add
    /// Makes the food before it a mere flavour.
    case flavour
    /// A first word of database names: nuts, beverages.
    case category
    /// A unit of amount.
    case unit

    /// Whether it can act on foods by itself.
    var hasEffect: Bool {
      switch self {
      case .stop, .with, .and, .or, .but, .category, .unit: false
      default: true
      }
    }

    /// Whether it changes what a food beside it holds: dairy free, decaf, sugar free.
    var isModifier: Bool { self == .remove || self == .lower || self == .add }
  }

  /// What it does.
  var role: Role
  /// The groups that it takes away, lowers or adds.
  var groups: GroupSet = []
  /// The groups that may come in.
  var possible: GroupSet = []
  /// Its source ids, in the index's texts.
  var source: Int32
  /// The grams of one unit; 0 for a unit that counts as a usual portion.
  var unitGrams = 0.0
}

/// How much of a group's substance a food has.
struct FoodDose: Sendable {
  /// The number of the group.
  var group: Int
  /// Grams per 100 g of the food.
  var gramsPer100: Double
  /// The ids of the figure's sources, in the index's texts.
  var source: Int32
}
