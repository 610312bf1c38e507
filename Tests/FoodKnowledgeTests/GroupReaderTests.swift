// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import Testing

internal import FoodKnowledge

@Suite("Many texts in one reader")
struct GroupReaderTests {
  private static let texts = [
    "flat white", "Pad Thai, no peanuts", "", "Käsebrot mit Butter", "🍕", "noodles, egg",
    "GF/DF cake", "vegan sausage roll", "latte with oat milk", "salade césar sans sauce",
    "milk, egg & nut free cake", "2½ slices of rye bread", "qqzzx", "cheese removed; toast",
    "pain sans gluten, lait", "PEANUT BUTTER", "d'amande", "no milk", "sugar free sauce",
    "sugar free sauce, chicken", "\u{0}\u{7F}\"\\",
  ]

  @Test("A text reads the same whatever was read before it")
  func order() {
    let classifier = FoodClassifier()
    var reader = FoodGroupReader(classifier)
    for text in Self.texts {
      for other in Self.texts {
        _ = reader.groups(of: Array(other.utf8)[...])
        let groups = reader.groups(of: Array(text.utf8)[...])
        let reading = classifier.classify(text)
        #expect(groups.certain == reading.certain, "\(text) after \(other)")
        #expect(groups.possible == reading.possible, "\(text) after \(other)")
        #expect(groups.unknown.count == reading.unknown.count, "\(text) after \(other)")
      }
    }
  }

  @Test("A part of a longer text is read by itself")
  func slices() {
    let line = Array("oat milk, no sugar\nbuttered toast\n".utf8)
    var reader = FoodGroupReader(FoodClassifier())
    let groups = reader.groups(of: line[19..<33])
    let toast = GroupSet(["gluten", "dairy"].map(GroupID.init(rawValue:)))
    #expect(groups.certain.isSuperset(of: toast))
    #expect(groups == FoodClassifier().groups(of: Array("buttered toast".utf8)))
  }

  @Test("A word such as sauce is not understood alone, and may be left out")
  func components() {
    let classifier = FoodClassifier()
    #expect(classifier.classify("sauce").unknown == ["sauce"])
    #expect(classifier.groups(of: Array("sauce".utf8)).unknown == [0..<5])
    let egg = GroupSet([GroupID(rawValue: "egg")])
    #expect(classifier.classify("caesar salad").certain.isSuperset(of: egg))
    for text in ["caesar salad, no sauce", "caesar salad without dressing or bread"] {
      #expect(classifier.classify(text).certain.isDisjoint(with: egg))
    }
  }
}
