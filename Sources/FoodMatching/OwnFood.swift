// SPDX-License-Identifier: Apache-2.0

public import DiaryModel

/// A food or dish that a user describes; it wins over everything that is built in.
public struct OwnFood: Hashable, Sendable {
  /// What the food is called in the diary.
  public var name: String
  /// Other names of it.
  public var aliases: [String] = []
  /// The groups that it holds for certain.
  public var groups: [GroupID] = []
  /// The groups that it possibly holds.
  public var possible: [GroupID] = []
  /// The foods that it is made of; `?name` for one that it only sometimes has.
  public var parts: [String] = []
  /// The grams of a usual portion; `nil` where not known.
  public var portion: Double?
  /// Grams of a group's substance in 100 g.
  public var doses: [GroupID: Double] = [:]

  /// Creates a food that holds nothing.
  public init(name: String) { self.name = name }
}

extension FoodClassifier {
  /// A classifier that knows a user's own foods and groups, too.
  ///
  /// - Parameters:
  ///   - foods: the foods; a later one may have earlier ones as parts.
  ///   - groups: the groups that are not built in; at most `GroupSet.ownCapacity` are kept.
  ///   - source: what the evidence names as their source, such as the file's name.
  /// - Returns: the classifier, and the parts that no food is named like, by the place of their food.
  public func adding(_ foods: [OwnFood], groups: [OwnGroup] = [], source: String)
    -> (classifier: FoodClassifier, unknownParts: [(food: Int, part: String)])
  {
    var index = index.data
    for group in groups where index.number(of: group.group) == nil {
      guard index.ownGroups.count < GroupSet.ownCapacity else { break }
      index.ownGroups.append(group)
    }
    let unknown = index.add(foods, source: source)
    return (FoodClassifier(index: SharedFoodIndex(index)), unknown)
  }
}

extension FoodIndex {
  /// The mark before the names of a user's own foods, which may be those of built-in ones.
  static let ownMark = UInt8(ascii: "@")

  /// Adds a user's foods; gives the parts that no food is named like.
  mutating func add(_ foods: [OwnFood], source: String) -> [(food: Int, part: String)] {
    var unknown: [(food: Int, part: String)] = []
    let sourceBytes = Array(source.utf8)
    let sourceID = texts.intern(sourceBytes, 0..<sourceBytes.count)
    tables.append(FoodTable(name: source, bytes: []))
    let first = entries.count
    for (number, food) in foods.enumerated() {
      let name = [Self.ownMark] + food.name.utf8
      guard Int(names.intern(name, 0..<name.count)) == entries.count else { continue }
      var entry = FoodEntry(table: tables.count - 1, line: number + 1, source: sourceID)
      entry.ownCertain = set(of: food.groups)
      entry.ownPossible = set(of: food.possible).subtracting(entry.ownCertain)
      entry.portion = food.portion ?? 0
      entry.doses = addDoses(food.doses, sourceID)
      entry.parts = addParts(food.parts) { unknown.append((number, $0)) }
      let target = Int32(targets.count)
      targets.append(Int32(entries.count))
      entries.append(entry)
      let meaning = Meaning(
        isRule: false, language: 0, isStrict: false, isOwn: true, first: target, count: 1)
      for phrase in [food.name] + food.aliases { insertOwn(phrase, meaning) }
    }
    resolve(from: first)
    findHeads(from: first)
    sortWords()
    return unknown
  }

  /// Adds a phrase as it stands: `=` and other marks of the tables mean nothing.
  private mutating func insertOwn(_ phrase: String, _ meaning: Meaning) {
    let bytes = Array(phrase.utf8)
    let isMarked = bytes.first == UInt8(ascii: "=")
    insert(bytes, (isMarked ? 1 : 0)..<bytes.count, meaning)
  }

  private mutating func addDoses(_ list: [GroupID: Double], _ source: Int32) -> Range<Int32> {
    let first = Int32(doses.count)
    for (group, grams) in list.sorted(by: { $0.key < $1.key }) {
      guard let number = number(of: group) else { continue }
      doses.append(FoodDose(group: number, gramsPer100: grams, source: source))
    }
    return first..<Int32(doses.count)
  }

  private mutating func addParts(_ list: [String], unknown: (String) -> Void) -> Range<Int32> {
    let first = Int32(parts.count)
    for part in list {
      let isPossible = part.hasPrefix("?")
      let name = isPossible ? String(part.dropFirst()) : part
      let found = foods(named: name)
      if found.isEmpty { unknown(name) }
      parts += found.map { FoodPart(entry: $0, isPossible: isPossible) }
    }
    return first..<Int32(parts.count)
  }

  /// The foods that a name stands for: one of the user's, a built-in one, or one by another name.
  private func foods(named name: String) -> [Int32] {
    let bytes = Array(name.utf8)
    for key in [[Self.ownMark] + bytes, bytes] {
      let found = entry(named: key, 0..<key.count)
      if found >= 0 { return [found] }
    }
    var reader = FoodReader(SharedFoodIndex(self))
    reader.read(bytes[...])
    return reader.onlyFoods
  }
}
