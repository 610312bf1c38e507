// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import FoodKnowledge
internal import Testing

@testable import FoodMatching

@Suite("The classifier withstands any text")
struct ClassifierRobustnessTests {
  private let classifier = FoodClassifier()

  /// SplitMix64, so that a failing text can be had again.
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var mixed = state
      mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
      return mixed ^ mixed >> 31
    }
  }

  @Test("Random bytes are read without harm", arguments: 0..<40)
  func randomBytes(seed: Int) {
    var random = Seeded(state: UInt64(seed))
    for _ in 0..<20 {
      let bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      let reading = classifier.classify(String(decoding: bytes, as: UTF8.self))
      #expect(reading.certain.isDisjoint(with: reading.possible))
    }
  }

  @Test("Words of the rules and foods in any order are read without harm", arguments: 0..<40)
  func randomWords(seed: Int) {
    var random = Seeded(state: UInt64(seed) &+ 1_000)
    let words = [
      "no", "free", "gluten free", "dairy", "cheese", "pizza", "with", "or", "and", ",", "+", "2",
      "ohne", "milk", "oat milk", "latte", "vegan", "w/o", "-", "(", ")", "sans", "lactose",
      "egg", "decaf", "nuts", "x", "½", "flavour", "200g", "Käse", "frei", "zero", "xqzv",
    ]
    for _ in 0..<30 {
      let text = (0..<Int.random(in: 1...14, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }.joined(separator: " ")
      let reading = classifier.classify(text)
      #expect(reading.certain.isDisjoint(with: reading.possible), "\(text)")
    }
  }

  @Test(
    "Odd texts are unknown, not free of anything",
    arguments: [
      "🦄🛸", "مرحبا بالعالم", "\u{202E}txet desrever", "<script>alert(1)</script>", "(a+)+$",
      "e\u{301}\u{302}\u{303}\u{304}", "\u{0}\u{1}\u{2}zzqq", "same as yesterday", "漢字",
    ])
  func odd(text: String) {
    let reading = classifier.classify(text)
    #expect(reading.certain.isEmpty)
    #expect(!reading.unknown.isEmpty)
  }

  @Test(
    "A megabyte of anything is read, and what is not understood is said",
    arguments: [
      "🦄🛸", "مرحبا بالعالم ", "e\u{301}\u{302}\u{303}", "\u{0}\u{1}\u{1B}[31mzzqq ",
      "<b onload=alert(1)>zzqq</b> ", "(zzqq+)+$|", "zzqqfreizzqq ", "\u{202E}zzqq\u{202C} ",
    ])
  func megabyte(piece: String) {
    let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    let reading = classifier.classify(text)
    #expect(reading.certain.isEmpty)
    #expect(!reading.unknown.isEmpty)
    let groups = classifier.groups(of: Array(text.utf8))
    #expect(groups.certain == reading.certain && groups.possible == reading.possible)
    #expect(groups.unknown.count == reading.unknown.count)
  }

  @Test("Groups alone are those of the whole reading")
  func groupsAlone() {
    let texts = [
      "Big Mac no cheese", "oat milk latte", "xqzvw and butter", "gluten free bread", "", "200",
      "2 Scheiben Käsebrot, ohne Butter", "dairy free pizza + beer",
    ]
    for text in texts {
      let (reading, groups) = (classifier.classify(text), classifier.groups(of: Array(text.utf8)))
      #expect(groups.certain == reading.certain && groups.possible == reading.possible)
      let bytes = Array(text.utf8)
      let words = groups.unknown.map { String(decoding: bytes[$0], as: UTF8.self) }
      #expect(words == reading.unknown, "\(text)")
    }
  }

  @Test("Twice the text means twice the phrases and at most twice the effects")
  func linearEffects() {
    func work(_ count: Int) -> (items: Int, effects: Int) {
      let text = String(repeating: "no milk, latte + vegan pizza; oat milk latte; ", count: count)
      let list = TextScanner.tokens(text).list
      let index = FoodClassifier().index
      let words = WordFinder.words(list, in: index)
      let items = PhraseMatcher.items(words, in: index)
      return (items.count, EffectFinder(items, words, in: index).effects.count)
    }
    let (one, two) = (work(500), work(1_000))
    #expect(two.items == 2 * one.items)
    #expect(two.effects <= 2 * one.effects + 2 * one.effects / 100)
  }

  @Test("An empty text holds nothing and knows nothing", arguments: ["", "   ", "--,;", "200"])
  func empty(text: String) {
    let reading = classifier.classify(text)
    #expect(reading.certain.isEmpty && reading.possible.isEmpty && reading.evidence.isEmpty)
  }

  @Test("A text of 1 MB is read whole")
  func large() {
    let text = String(repeating: "toast with cheese, xqzvw; ", count: 40_000)
    let list = TextScanner.tokens(text).list
    #expect(list.tokens.count == 160_000)
    #expect(list.folded.count < 3 * text.utf8.count)
    let reading = classifier.classify(String(repeating: "x", count: 1_000_000))
    #expect(reading.unknown.count == 1)
  }

  @Test("Twice the text gives twice the words and phrases, no more")
  func linear() {
    func work(_ count: Int) -> (words: Int, items: Int) {
      let meal = "2 slices of cheese pizza no onion, Apfelkuchen + oat latte; "
      let text = String(repeating: meal, count: count)
      let list = TextScanner.tokens(text).list
      let words = WordFinder.words(list, in: FoodClassifier().index)
      return (words.count, PhraseMatcher.items(words, in: FoodClassifier().index).count)
    }
    let (one, two) = (work(20), work(40))
    #expect(two.words == 2 * one.words)
    #expect(two.items == 2 * one.items)
  }

  @Test("A long row of foods before a free-from word is not walked through to its start")
  func longRow() {
    let text = String(repeating: "egg ", count: 20_000) + "wheat free"
    #expect(classifier.classify(text).certain == GroupSet([.init(rawValue: "egg")]))
    #expect(
      classifier.classify("rye egg wheat free").certain.contains(.init([.init(rawValue: "gluten")]))
    )
  }

  @Test("The same text always reads the same")
  func deterministic() {
    let text = "Big Mac no cheese + oat milk latte, 2 Scheiben Käsebrot, yogert"
    #expect(classifier.classify(text) == classifier.classify(text))
  }

  @Test(
    "Free-from words never add an allergen",
    arguments: [
      "gluten free", "dairy free", "lactose free", "vegan", "egg free", "nut free", "soy free",
      "wheat free", "vegetarian", "decaf", "alcohol free", "no cheese", "without milk", "fish free",
    ])
  func freeFromNeverAdds(word: String) {
    let index = classifier.index.data
    for entry in index.entries.indices where entry % 7 == 0 {
      let name = index.displayName(Int32(entry))
      let plain = classifier.classify(name)
      let other = classifier.classify("\(name), \(word)")
      // A phrase of its own, such as "vegan chili", is a food, no free-from word.
      if other.evidence.contains(where: { $0.span.contains(", ") }) { continue }
      let added = other.certain.subtracting(plain.certain.union(plain.possible))
      #expect(added.isSubset(of: GroupSet([.init(rawValue: "yeast")])), "\(name), \(word)")
    }
  }
}
