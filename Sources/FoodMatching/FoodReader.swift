// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Reads one food text: words, phrases, effects, groups.
struct FoodReader {
  private let index: SharedFoodIndex
  private let bytes: [UInt8]
  private let list: TokenList
  private let words: [MatchWord]
  private let items: [MatchItem]
  private let effects: [Int: [MatchEffect]]
  private let origins: Set<Int>

  /// Reads a text as far as its phrases and effects.
  init(_ index: SharedFoodIndex, _ text: [UInt8]) {
    self.index = index
    bytes = text
    list = FreeFromWording.writtenOut(TextScanner.tokens(text, 0..<text.count), in: index)
    words = WordFinder.words(list, in: index)
    let finder = EffectFinder(PhraseMatcher.items(words, in: index), in: index)
    items = finder.items
    effects = finder.effects.isEmpty ? [:] : Dictionary(grouping: finder.effects, by: \.item)
    origins = finder.effects.isEmpty ? [] : Set(finder.effects.map(\.origin))
  }

  /// What the text says.
  func reading() -> FoodReading {
    var sum = GroupSum()
    var evidence: [FoodReading.Evidence] = []
    var portion: Double? = 0
    var doses: [GroupID: Double] = [:]
    var foods = 0
    for (place, item) in items.enumerated() {
      switch item.kind {
      case .foods(let range):
        foods += 1
        if item.isNegated {
          evidence.append(contentsOf: index.data.targets[range].map { negated(item, $0) })
          continue
        }
        let composer = GroupComposer(index: index, effects: effects[place] ?? [])
        for entry in index.data.targets[range] {
          let groups = composer.groups(of: entry)
          sum.add(groups.certain, groups.possible, isPossible: false)
          evidence.append(found(item, entry, groups))
          portion = index.data.portion(of: entry).flatMap { grams in portion.map { $0 + grams } }
          index.data.addDoses(of: entry, within: groups, to: &doses)
        }
      case .rule(let rule):
        if origins.contains(place) { evidence.append(ruled(item, rule)) }
      case .number, .unknown: continue
      }
    }
    return FoodReading(
      certain: sum.certain, possible: sum.possible, unknown: unknown(hasFoods: foods > 0),
      evidence: evidence, portionGrams: evidence.isEmpty || portion == 0 ? nil : portion,
      dosePerPortion: doses)
  }

  /// The groups and the places of the words that were not understood, without any evidence.
  func groups() -> FoodGroups {
    var sum = GroupSum()
    var hasFoods = false
    for (place, item) in items.enumerated() {
      guard case .foods(let range) = item.kind else { continue }
      hasFoods = true
      if item.isNegated { continue }
      let composer = GroupComposer(index: index, effects: effects[place] ?? [])
      for entry in range {
        let groups = composer.groups(of: index.data.targets[entry])
        sum.add(groups.certain, groups.possible, isPossible: false)
      }
    }
    return FoodGroups(
      certain: sum.certain, possible: sum.possible, unknown: unknownPlaces(hasFoods: hasFoods))
  }

  /// The foods, where the text is the name of foods and nothing else.
  var onlyFoods: [Int32] {
    guard items.count == 1, let item = items.first, item.isFood, case .foods(let range) = item.kind
    else { return [] }
    return Array(index.data.targets[range])
  }

  // MARK: Evidence

  private func found(_ item: MatchItem, _ entry: Int32, _ groups: GroupSum)
    -> FoodReading.Evidence
  {
    FoodReading.Evidence(
      span: span(item), entry: index.data.displayName(entry), certain: groups.certain,
      possible: groups.possible, source: index.data.source(of: entry))
  }

  private func negated(_ item: MatchItem, _ entry: Int32) -> FoodReading.Evidence {
    let food = index.data.entries[Int(entry)]
    return FoodReading.Evidence(
      span: span(item), entry: "negation", certain: food.certain.union(food.free), possible: [],
      source: "text")
  }

  private func ruled(_ item: MatchItem, _ number: Int) -> FoodReading.Evidence {
    let rule = index.data.rules[number]
    return FoodReading.Evidence(
      span: span(item), entry: rule.role.rawValue, certain: rule.groups, possible: rule.possible,
      source: index.data.text(rule.source))
  }

  /// The text of an item's words.
  private func span(_ item: MatchItem) -> String {
    var text = source(item.words)
    if !item.more.isEmpty { text += ", " + source(item.more) }
    return text
  }

  private func source(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    let start = list.tokens[words[first].token].source.lowerBound
    let end = list.tokens[words[last].token].source.upperBound
    return start < end ? String(decoding: bytes[start..<end], as: UTF8.self) : ""
  }

  // MARK: Unknown words

  /// The words that nothing explained; all words but numbers where no food was found.
  private func unknown(hasFoods: Bool) -> [String] {
    unknownPlaces(hasFoods: hasFoods).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  private func unknownPlaces(hasFoods: Bool) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var last = -1
    for item in items {
      let isUnknown = if case .unknown = item.kind { !item.isNegated } else { false }
      let isNumber = if case .number = item.kind { true } else { false }
      guard isUnknown || !hasFoods && !isNumber else { continue }
      for word in item.words where last != words[word].token {
        last = words[word].token
        places.append(list.tokens[last].source)
      }
    }
    return places
  }
}

extension FoodIndex {
  /// The name of an entry for people: without the mark of entries that are only parts.
  func displayName(_ entry: Int32) -> String {
    let name = name(entry)
    return name.hasPrefix("*") || name.hasPrefix("@") ? String(name.dropFirst()) : name
  }

  /// The source ids of an entry.
  func source(of entry: Int32) -> String { text(entries[Int(entry)].source) }

  /// The citation of a source id; `nil` where the sources table does not have it.
  func citation(for source: String) -> String? {
    citations.first { text($0.id) == source }.map { text($0.citation) }
  }

  /// The usual portion of an entry in grams; `nil` where it is not known.
  func portion(of entry: Int32) -> Double? {
    let portion = entries[Int(entry)].portion
    return portion > 0 ? portion : nil
  }

  /// Adds the doses in a usual portion of an entry, of the groups that it still holds.
  func addDoses(of entry: Int32, within groups: GroupSum, to doses: inout [GroupID: Double]) {
    let food = entries[Int(entry)]
    guard food.portion > 0 else { return }
    let held = groups.certain.union(groups.possible)
    for dose in food.doses.map({ self.doses[Int($0)] }) {
      guard held.contains(GroupSet(rawValue: 1 << UInt64(dose.group))),
        let group = group(dose.group)
      else { continue }
      doses[group, default: 0] += dose.gramsPer100 * food.portion / 100
    }
  }
}
