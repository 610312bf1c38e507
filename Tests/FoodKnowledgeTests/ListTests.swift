// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import Testing

internal import FoodKnowledge

@Suite("Lists over commas and names turned round")
struct ListTests {
  private static let common = [
    "fish", "eggs", "nuts", "bread", "toast", "milk", "cheese", "yoghurt", "butter", "cream",
    "rice", "pasta", "noodles", "beer", "almonds", "oats", "apple", "potatoes", "tomato", "garlic",
    "bacon", "raisins", "corn", "prawns", "peanuts", "honey", "coffee", "wine", "chicken",
  ]

  @Test("A list holds what each of its two foods holds", arguments: common)
  func pairs(_ first: String) {
    let classifier = FoodClassifier()
    let own = classifier.classify(first).certain
    for second in Self.common {
      let reading = classifier.classify("\(first), \(second)")
      let missing = own.union(classifier.classify(second).certain).subtracting(reading.certain)
      #expect(missing.isEmpty, "missing in '\(first), \(second)': \(missing.groups)")
    }
  }

  @Test("A list of three holds what each of its foods holds", arguments: common)
  func triples(_ first: String) {
    let classifier = FoodClassifier()
    for (place, second) in Self.common.enumerated() {
      let third = Self.common[(place * 7 + 3) % Self.common.count]
      let foods = [first, second, third]
      let all = foods.reduce(into: GroupSet()) { $0.formUnion(classifier.classify($1).certain) }
      let text = foods.joined(separator: ", ")
      let missing = all.subtracting(classifier.classify(text).certain)
      #expect(missing.isEmpty, "missing in '\(text)': \(missing.groups)")
    }
  }

  @Test("The order of two foods changes nothing", arguments: common)
  func order(_ first: String) {
    let classifier = FoodClassifier()
    for second in Self.common {
      let one = classifier.classify("\(first), \(second)").certain
      let other = classifier.classify("\(second), \(first)").certain
      #expect(one == other, "\(first), \(second): \(one.groups), turned \(other.groups)")
    }
  }

  @Test(
    "Words that English has as well are a list's foods in their own language",
    arguments: [
      ("es", "pan, leche"), ("es", "queso, pan"), ("fr", "pain, lait"), ("fr", "fromage, pain"),
      ("it", "pane, latte"), ("nl", "brood, melk"), ("de", "Brot, Milch"),
    ])
  func languages(_ code: String, _ text: String) {
    let both = GroupSet(["gluten", "dairy"].map(GroupID.init(rawValue:)))
    let reading = FoodClassifier().reading(language: code).classify(text)
    #expect(reading.certain.isSuperset(of: both), "\(text): \(reading.certain.groups)")
  }

  @Test("What may be there in traces only leaves a text without foods not understood")
  func traces() {
    let reading = FoodClassifier().classify("may contain nuts")
    #expect(reading.certain.isEmpty && reading.possible.isEmpty)
    #expect(!reading.unknown.isEmpty)
    #expect(!reading.evidence.contains { $0.entry == "negation" })
  }

  @Test("There are enough lists and names")
  func enough() {
    #expect(KnownLists.lists.split(separator: "\n").count >= 60)
    #expect(KnownLists.names.split(separator: "\n").count >= 25)
  }
}
