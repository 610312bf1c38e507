// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Reads food texts, one after the other: words, phrases, effects, groups.
struct FoodReader {
  private let index: SharedFoodIndex
  private let language: UInt8
  private var scanner = TextScanner()
  private var matcher: PhraseMatcher
  private var finder: EffectFinder
  private var effects = EffectLists()

  private var list: TokenList { scanner.list }
  private var words: [MatchWord] { finder.words }
  private var items: [MatchItem] { finder.items }

  /// Creates a reader for texts in a language.
  init(_ index: SharedFoodIndex, language: UInt8 = 0) {
    self.index = index
    self.language = language
    matcher = PhraseMatcher(index)
    finder = EffectFinder(index)
  }

  /// The text that was read.
  var bytes: [UInt8] { scanner.bytes }

  /// Reads a text as far as its phrases and effects.
  mutating func read(_ text: ArraySlice<UInt8>) {
    scanner.read(text)
    matcher.words.removeAll(keepingCapacity: true)
    matcher.traits = WordFinder.find(scanner.list, in: index, &matcher.words)
    matcher.match(hint: language)
    finder.find(in: &matcher)
    effects.sort(finder.effects, items: finder.items.count)
  }

  /// What the text says.
  func reading() -> FoodReading {
    var sum = GroupSum()
    var evidence: [FoodReading.Evidence] = []
    var portion: Double? = 0
    var doses = DoseSum()
    var foods = 0
    let origins = Set(finder.effects.map(\.origin))
    for (place, item) in items.enumerated() {
      switch item.kind {
      case .foods(let range):
        let targets = FoodTargets(index, range)
        if item.isNegated {
          if item.isTraces { continue }
          foods += 1
          evidence += targets.map { negated(item, $0) }
          continue
        }
        let composer = GroupComposer(index: index, effects: effects[place])
        for entry in targets {
          let groups = composer.groups(of: entry)
          sum.add(groups.certain, groups.possible, isPossible: false)
          doses.add(entry, holding: groups, in: index.data)
          // A part of a dish is no food by itself, but holds what a rule adds to it.
          if index.isComponent(entry) { continue }
          foods += 1
          evidence.append(found(item, entry, groups))
          portion = index.data.portion(of: entry).flatMap { grams in portion.map { $0 + grams } }
        }
      case .rule(let rule):
        if origins.contains(place) { evidence.append(ruled(item, rule)) }
      case .number, .unknown: continue
      }
    }
    return FoodReading(
      certain: sum.certain, possible: sum.possible, unknown: unknown(hasFoods: foods > 0),
      evidence: evidence, portionGrams: evidence.isEmpty || portion == 0 ? nil : portion,
      dosePerPortion: doses.grams, doseSources: doses.sources)
  }

  /// The groups and the places of the words that were not understood, without any evidence.
  func groups() -> FoodGroups {
    var sum = GroupSum()
    var hasFoods = false
    for place in finder.items.indices {
      guard case .foods(let range) = finder.items[place].kind else { continue }
      if finder.items[place].isNegated {
        if !finder.items[place].isTraces { hasFoods = true }
        continue
      }
      let composer = GroupComposer(index: index, effects: effects[place])
      for entry in range {
        let target = index.data.targets[entry]
        if !hasFoods { hasFoods = !index.isComponent(target) }
        let groups = composer.groups(of: target)
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
    for place in finder.items.indices {
      switch finder.items[place].kind {
      case .unknown: if hasFoods, finder.items[place].isNegated { continue }
      case .number: continue
      case .foods, .rule: if hasFoods { continue }
      }
      for word in finder.items[place].words where last != finder.words[word].token {
        last = finder.words[word].token
        places.append(scanner.list.tokens[last].source)
      }
    }
    return places
  }
}

/// The effects of a text by the item that they act on, each item's in their order.
private struct EffectLists {
  private var sorted: [MatchEffect] = []
  private var ends: [Int] = []

  /// Takes the effects on so many items.
  mutating func sort(_ effects: [MatchEffect], items: Int) {
    ends.removeAll(keepingCapacity: true)
    sorted.removeAll(keepingCapacity: true)
    guard let first = effects.first else { return }
    ends.append(contentsOf: repeatElement(0, count: items + 1))
    for effect in effects { ends[effect.item + 1] += 1 }
    for item in 0..<items { ends[item + 1] += ends[item] }
    sorted.append(contentsOf: repeatElement(first, count: effects.count))
    for effect in effects {
      sorted[ends[effect.item]] = effect
      ends[effect.item] += 1
    }
  }

  /// The effects on an item.
  subscript(item: Int) -> ArraySlice<MatchEffect> {
    guard !sorted.isEmpty else { return [] }
    return sorted[(item == 0 ? 0 : ends[item - 1])..<ends[item]]
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
}
