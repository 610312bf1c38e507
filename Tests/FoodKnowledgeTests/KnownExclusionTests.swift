// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import FoodKnowledge
internal import Testing

@testable import FoodMatching

@Suite("What a text excludes is neither certain nor possible")
struct KnownExclusionTests {
  private static let lists = [
    KnownExclusions.english, KnownExclusions.others, KnownExclusions.kept,
    KnownExclusions.lookAlikes,
  ]

  private static var answers: [KnownAnswerTests.Answer] {
    lists.flatMap { $0.split(separator: "\n").compactMap(KnownAnswerTests.Answer.init) }
  }

  @Test("Every line of the lists is read, and there are enough")
  func everyLine() {
    #expect(Self.answers.count == Self.lists.map { $0.split(separator: "\n").count }.reduce(0, +))
    #expect(Self.answers.count >= 180)
  }

  @Test("Exclusions reach as far as the list says", arguments: answers)
  func known(_ answer: KnownAnswerTests.Answer) {
    let reading = FoodClassifier().classify(answer.text)
    let missing = answer.certain.subtracting(reading.certain)
    #expect(missing.isEmpty, "missing in '\(answer.text)': \(missing.groups)")
    let wrong = answer.excluded.intersection(reading.certain.union(reading.possible))
    #expect(wrong.isEmpty, "left in '\(answer.text)': \(wrong.groups)")
  }

  /// Groups that an exclusion may leave as possible: fructan beside gluten, see docs/foods.md.
  private static let loose = GroupSet([GroupID(rawValue: "fructan")])

  @Test(
    "A dish without one of its parts holds no group that this part alone brings",
    arguments: ["no", "without", "minus", "hold the", ", no", "(without", "excluding", "lacking"])
  func dishes(negator: String) {
    let classifier = FoodClassifier()
    let index = classifier.index.data
    var (tried, read) = (0, 0)
    for dish in index.entries.indices where index.entries[dish].parts.count > 1 {
      let name = index.name(Int32(dish))
      guard isNamed(Int32(dish), classifier) else { continue }
      for part in index.entries[dish].parts.map({ index.parts[Int($0)].entry })
      where (dish + Int(part)) % 11 == 0 && isNamed(part, classifier) {
        tried += 1
        let text = "\(name) \(negator) \(index.name(part))"
        let reading = classifier.classify(text)
        guard reading.evidence.map(\.entry) == [index.displayName(Int32(dish)), "negation"] else {
          continue
        }
        read += 1
        let groups = index.entries[Int(part)].certain.subtracting(Self.loose)
        let alone = groups.subtracting(others(index, Int32(dish), but: part))
        let left = alone.intersection(reading.certain.union(reading.possible))
        #expect(left.isEmpty, "\(text): \(left.groups)")
      }
    }
    #expect(tried >= 200 && read * 10 >= tried * 8, "\(read) of \(tried)")
  }

  /// Whether an entry's own name is read as that entry and nothing else.
  private func isNamed(_ entry: Int32, _ classifier: FoodClassifier) -> Bool {
    let index = classifier.index.data
    let name = index.name(entry)
    guard !name.hasPrefix("*"), !name.hasPrefix("@") else { return false }
    return classifier.classify(name).evidence.map(\.entry) == [name]
  }

  /// What the other parts of a dish hold, or may hold.
  private func others(_ index: FoodIndex, _ dish: Int32, but part: Int32) -> GroupSet {
    index.entries[Int(dish)].parts.map { index.parts[Int($0)].entry }.reduce(into: GroupSet()) {
      groups, other in
      guard !index.isKind(other, of: part) else { return }
      let food = index.entries[Int(other)]
      groups.formUnion(food.certain.union(food.possible))
    }
  }

  @Test(
    "Every language's negations take common foods out of a dish",
    arguments: [
      ("de", ["ohne", ", kein", ", keine", "(ohne", "weder"], "Pfannkuchen", "Milch", "Ei"),
      ("de", ["ohne", "frei von", "enthält kein"], "Kuchen", "Nüsse", "Ei"),
      ("fr", ["sans", ", pas de", "(sans", "excepté"], "crêpes", "lait", "oeuf"),
      ("es", ["sin", "(sin", "libre de", ", nada de"], "tarta", "leche", "huevo"),
      ("it", ["senza", "(senza", "privo di", "tranne"], "torta", "latte", "uova"),
      ("nl", ["zonder", "geen", "(zonder", "vrij van"], "pannenkoek", "melk", "ei"),
      (
        "en", ["no", "without", "w/o", "sans", "free from", "omit", "lacking"], "pancakes", "milk",
        "egg"
      ),
    ])
  func languages(
    code: String, negators: [String], dish: String, first: String, second: String
  ) {
    let classifier = FoodClassifier().reading(language: code)
    let joins = [
      "de": ["oder", "und"], "fr": ["ou", "ni"], "es": ["o", "ni"], "it": ["o", "e"],
      "nl": ["of", "en"], "en": ["or", "and"],
    ]
    let groups = GroupSet(["lactose", "egg", "tree_nut"].map(GroupID.init(rawValue:)))
    for negator in negators {
      for join in joins[code] ?? [] {
        let reading = classifier.classify("\(dish) \(negator) \(first) \(join) \(second)")
        let left = groups.intersection(reading.certain)
          .intersection(
            classifier.classify(first).certain.union(classifier.classify(second).certain))
        #expect(left.isEmpty, "\(dish) \(negator) \(first) \(join) \(second): \(left.groups)")
        #expect(reading.certain.groups.contains(GroupID(rawValue: "gluten")))
      }
    }
  }

  @Test("Twice as many exclusions are read with at most twice the effects")
  func linearExclusions() {
    for piece in [
      "no egg, milk or nuts, ", "dairy-, egg- and ", "without milk, egg, ", "egg, milk & nut free ",
      "no-egg noodles, ", "may contain nuts, soy, ", "neither milk nor egg; ", "free from: milk, ",
    ] {
      let (one, two) = (effects(piece, 500), effects(piece, 1_000))
      #expect(two <= 2 * one + 200, "\(piece): \(one), \(two)")
    }
  }

  private func effects(_ piece: String, _ count: Int) -> Int {
    let index = FoodClassifier().index
    let words = WordFinder.words(
      TextScanner.tokens(String(repeating: piece, count: count)).list, in: index)
    return EffectFinder(PhraseMatcher.items(words, in: index), words, in: index).effects.count
  }
}
