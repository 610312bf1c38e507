// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import FoodKnowledge
internal import Testing

@Suite("The language of a diary decides between readings of a word")
struct LanguageChoiceTests {
  private func certain(_ text: String, _ language: String) -> Set<String> {
    let reading = FoodClassifier().reading(language: language).classify(text)
    return Set(reading.certain.groups.map(\.rawValue))
  }

  @Test(
    "A word of several languages is read in the one that is given",
    arguments: [
      ("pain", "fr", "gluten"), ("pain", "fr-FR", "yeast"), ("mais", "de", "corn"),
      ("mais", "it", "corn"), ("maïs", "nl_NL", "corn"), ("thon", "fr", "fish"),
      ("pomme", "fr", "sorbitol"), ("Rind mit Nudeln", "de", "gluten"),
    ])
  func given(text: String, language: String, group: String) {
    #expect(certain(text, language).contains(group))
  }

  @Test("Without a language a bare word is read in English")
  func english() {
    #expect(certain("pain", "").isEmpty)
    #expect(certain("pain", "en").isEmpty)
    #expect(certain("pain", "tlh").isEmpty)
    #expect(certain("cottage pie", "fr").contains("nightshade"))
  }

  @Test("Clear words of the text win over the given language")
  func textWins() {
    let text = "zwei Scheiben Brot mit Käse und Gurke"
    let own = FoodClassifier().classify(text).certain
    #expect(FoodClassifier().reading(language: "fr").classify(text).certain == own)
    #expect(own.contains(GroupSet(["gluten", "dairy"].map(GroupID.init(rawValue:)))))
  }

  @Test(
    "The language of a diary is that of most of its texts, in any order",
    arguments: [
      (["Brot mit Käse", "Apfel", "Kartoffeln und Quark", "pizza"], "de"),
      (["pain", "poulet rôti", "tarte aux pommes", "café au lait"], "fr"),
      (["bread and cheese", "apple", "croissant", "penne al forno", "tea", "steak"], ""),
      ([], ""),
    ])
  func ofDiary(texts: [String], language: String) {
    let classifier = FoodClassifier()
    #expect(classifier.language(of: texts) == language)
    #expect(classifier.language(of: texts.reversed()) == language)
    #expect(classifier.language(of: texts + texts) == language)
  }

  @Test("Both ways of reading agree", arguments: ["", "de", "fr", "es", "it", "nl"])
  func agree(language: String) {
    let classifier = FoodClassifier().reading(language: language)
    for text in ["pain", "mais", "Rind", "tosti", "room", "no milk latte", "sin pan"] {
      let groups = classifier.groups(of: Array(text.utf8))
      let reading = classifier.classify(text)
      #expect(groups.certain == reading.certain && groups.possible == reading.possible)
    }
  }
}
