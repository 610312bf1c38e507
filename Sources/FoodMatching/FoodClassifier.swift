// SPDX-License-Identifier: Apache-2.0

public import DiaryModel

/// A set of groups: one bit each for the built-in ones, in the order of `GroupID.builtIn`, and above
/// them for those that a user named, in the order of `FoodClassifier.ownGroups`.
public struct GroupSet: OptionSet, Hashable, Sendable {
  /// The most groups that a user can name.
  public static let ownCapacity = 64 - GroupID.builtIn.count

  /// The bits.
  public let rawValue: UInt64

  /// Creates a set from its bits.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// Creates the set of one group by the number of its bit; empty where there is no such bit.
  init(number: Int) { rawValue = 1 << UInt64(truncatingIfNeeded: number) }

  /// Creates a set of groups; those that are not built in are left out.
  public init(_ groups: some Sequence<GroupID>) {
    rawValue = groups.reduce(0) { bits, group in
      group.builtInIndex.map { bits | 1 << UInt64($0) } ?? bits
    }
  }

  /// The built-in groups, in the order of `GroupID.builtIn`.
  public var groups: [GroupID] {
    GroupID.builtIn.enumerated().filter { rawValue & 1 << UInt64($0.offset) != 0 }.map(\.element)
  }
}

/// What a food text says, and why.
public struct FoodReading: Hashable, Sendable {
  /// One piece of evidence: a stretch of the text, the entry it matched, and what follows.
  public struct Evidence: Hashable, Sendable {
    /// The words of the text that matched.
    public var span: String
    /// The entry of the food knowledge, or the rule, such as `negation`.
    public var entry: String
    /// The groups that it brings for certain (for a negation: takes away).
    public var certain: GroupSet
    /// The groups that it may bring.
    public var possible: GroupSet
    /// Where that fact is from.
    public var source: String

    /// Creates evidence.
    public init(
      span: String, entry: String, certain: GroupSet, possible: GroupSet, source: String
    ) {
      self.span = span
      self.entry = entry
      self.certain = certain
      self.possible = possible
      self.source = source
    }
  }

  /// The groups that a normal portion holds for certain.
  public var certain: GroupSet
  /// The groups that it possibly holds; disjoint from `certain`.
  public var possible: GroupSet
  /// The words that were not understood; all of the text's words where nothing was.
  public var unknown: [String]
  /// Why.
  public var evidence: [Evidence]
  /// The usual portion in grams (or millilitres); `nil` where it is not known.
  public var portionGrams: Double?
  /// The grams of a group's substance in a usual portion, such as of lactose, where known.
  public var dosePerPortion: [GroupID: Double]
  /// The ids of the sources of each of these doses.
  public var doseSources: [GroupID: [String]]

  /// Creates a reading.
  public init(
    certain: GroupSet, possible: GroupSet, unknown: [String], evidence: [Evidence],
    portionGrams: Double?, dosePerPortion: [GroupID: Double],
    doseSources: [GroupID: [String]] = [:]
  ) {
    self.certain = certain
    self.possible = possible
    self.unknown = unknown
    self.evidence = evidence
    self.portionGrams = portionGrams
    self.dosePerPortion = dosePerPortion
    self.doseSources = doseSources
  }
}

/// The groups of a food text, without evidence.
public struct FoodGroups: Hashable, Sendable {
  /// The groups that a normal portion holds for certain.
  public var certain: GroupSet
  /// The groups that it possibly holds; disjoint from `certain`.
  public var possible: GroupSet
  /// The bytes of the words that were not understood.
  public var unknown: [Range<Int>]
}

/// Reads the groups of very many food texts, one after the other, without evidence.
///
/// It keeps no text and no answer, only the memory that it read the last one in.
public struct FoodGroupReader {
  private var reader: FoodReader

  /// Creates a reader that knows what a classifier knows.
  public init(_ classifier: FoodClassifier) {
    reader = FoodReader(classifier.index, language: classifier.language)
  }

  /// Reads the groups of one food text in UTF-8.
  public mutating func groups(of text: ArraySlice<UInt8>) -> FoodGroups {
    reader.read(text)
    return reader.groups()
  }
}

/// Tells which trigger groups a food text holds.
public struct FoodClassifier: Sendable {
  let index: SharedFoodIndex
  /// The number of the language that texts are in unless their own words say otherwise; 0: English.
  private(set) var language: UInt8 = 0

  /// Creates a classifier with an index of tables.
  package init(index: SharedFoodIndex) { self.index = index }

  /// The same classifier for texts in a language, such as those of one diary.
  ///
  /// It decides between the readings of a word that several languages have ("Pain", "mais") where
  /// the text's own words do not.
  ///
  /// - Parameter code: an ISO 639 code such as `de`, with or without a region; a language that the
  ///   tables do not know changes nothing.
  /// - Returns: the classifier; clear words of a text in another language still win.
  public func reading(language code: String) -> FoodClassifier {
    let short = String(code.lowercased().prefix { $0 != "-" && $0 != "_" })
    var classifier = self
    let known = index.data.languages.firstIndex(of: short) ?? 0
    classifier.language = UInt8(truncatingIfNeeded: known)
    return classifier
  }

  /// The groups that a user named beside the built-in ones.
  public var ownGroups: [OwnGroup] { index.data.ownGroups }

  /// The groups of a set, those of the user last.
  public func groups(in set: GroupSet) -> [GroupID] {
    let own = set.rawValue >> UInt64(GroupID.builtIn.count)
    guard own != 0 else { return set.groups }
    return set.groups
      + ownGroups.enumerated().filter { own & 1 << UInt64($0.offset) != 0 }.map(\.element.group)
  }

  /// The language that most food texts of a diary are in, as an ISO 639 code.
  ///
  /// Each distinct text votes for the language that its own words show. The most votes win where
  /// they are at least a third of the texts; the order of the texts does not matter.
  ///
  /// - Returns: the code, or an empty text for English or none.
  public func language(of texts: some Sequence<String>) -> String {
    var votes = [Int](repeating: 0, count: index.data.languages.count)
    var count = 0
    for text in Set(texts) {
      let bytes = Array(text.utf8)
      let words = WordFinder.words(TextScanner.tokens(bytes, 0..<bytes.count), in: index)
      votes[Int(PhraseMatcher.language(of: words, in: index))] += 1
      count += 1
    }
    let most = votes.dropFirst().max() ?? 0
    guard most > 0, most * 3 >= count, let best = votes.dropFirst().firstIndex(of: most) else {
      return ""
    }
    return index.data.languages[best]
  }

  /// Reads one food text.
  public func classify(_ text: String) -> FoodReading {
    var reader = FoodReader(index, language: language)
    reader.read(Array(text.utf8)[...])
    return reader.reading()
  }

  /// Reads the groups of one food text in UTF-8, without evidence; `FoodGroupReader` reads many.
  public func groups(of text: [UInt8]) -> FoodGroups {
    var reader = FoodGroupReader(self)
    return reader.groups(of: text[...])
  }

  /// The amount of an entry in usual portions: its value in its unit against the usual portion, or
  /// the amount that the text itself starts or ends with; 1 where nothing is said.
  public func portions(of reading: FoodReading, text: String, value: Double?, unit: String?)
    -> Double
  {
    portions(AmountReader(index), of: reading, text: text, value: value, unit: unit)
  }

  /// The same where it is more than is believed too: at least 0 and finite.
  package func statedPortions(
    of reading: FoodReading, text: String, value: Double?, unit: String?
  ) -> Double {
    let reader = AmountReader(index, most: .greatestFiniteMagnitude)
    return portions(reader, of: reading, text: text, value: value, unit: unit)
  }

  private func portions(
    _ reader: AmountReader, of reading: FoodReading, text: String, value: Double?, unit: String?
  ) -> Double {
    if let value {
      return reader.portions(
        value: value, unit: unit ?? "portion", portionGrams: reading.portionGrams)
    }
    return reader.portions(inText: text, portionGrams: reading.portionGrams)
  }

  /// Whether a text names a unit of amounts, such as "cup", "fl oz" or "Scheiben".
  public func knowsUnit(_ text: String) -> Bool { AmountReader(index).knowsUnit(text) }

  /// What a source id of the evidence stands for; `nil` for an unknown id.
  public func citation(for source: String) -> String? { index.data.citation(for: source) }
}
