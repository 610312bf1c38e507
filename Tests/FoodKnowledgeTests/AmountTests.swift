// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import FoodKnowledge
internal import Testing

@Suite("Amounts in usual portions")
struct AmountTests {
  private let classifier = FoodClassifier()

  private func reading(grams: Double?) -> FoodReading {
    FoodReading(
      certain: [], possible: [], unknown: [], evidence: [], portionGrams: grams, dosePerPortion: [:]
    )
  }

  @Test(
    "A value in a unit against a portion of 240 g",
    arguments: [
      (240.0, "g", 1.0), (0.48, "kg", 2), (120, "ml", 0.5), (1, "cup", 1), (8, "tbsp", 0.5),
      (16, "tsp", 1.0 / 3), (2, "slices", 2), (3, "Scheiben", 3), (1.5, "portion", 1.5),
      (24, "cl", 1), (1, "l", 1000.0 / 240), (1e9, "kg", 20), (-5, "g", 0), (4, "zorks", 4),
      (2, "EL", 0.125), (1, "Glas", 1), (8, "fl oz", 8 * 28.35 / 240), (2, "large glasses", 2),
      (2, "cuillères à soupe", 0.125),
    ] as [(Double, String, Double)])
  func valueAndUnit(value: Double, unit: String, portions: Double) {
    let found = classifier.portions(
      of: reading(grams: 240), text: "", value: value, unit: unit)
    #expect(abs(found - portions) < 1e-9)
  }

  @Test(
    "The amount that a text names, against a portion of 100 g",
    arguments: [
      ("2 slices toast", 2.0), ("yogurt 150g", 1.5), ("1/2 cup oats", 1.2), ("cookies x 3", 3),
      ("cookies x3", 3), ("1 1/2 bagels", 1.5), ("½ avocado", 0.5), ("milk, 3.25% fat", 1),
      ("7 up", 7), ("bread", 1), ("200 ml milk", 2), ("2 Scheiben Brot", 2), ("0,5l Bier", 5),
      ("9999999999999999999999 eggs", 1), ("8 fl oz milk", 8 * 0.2835),
    ] as [(String, Double)])
  func textAmount(text: String, portions: Double) {
    let found = classifier.portions(of: reading(grams: 100), text: text, value: nil, unit: nil)
    #expect(abs(found - portions) < 1e-9)
  }

  @Test("Which words are units", arguments: ["cup", "fl oz", "Scheiben", "verre", "large glass"])
  func units(text: String) {
    #expect(classifier.knowsUnit(text))
    #expect(
      !classifier.knowsUnit("zorks") && !classifier.knowsUnit("") && !classifier.knowsUnit("7"))
  }

  @Test("Values that are no numbers count as one portion", arguments: [Double.nan, .infinity])
  func notFinite(value: Double) {
    #expect(
      classifier.portions(of: reading(grams: 100), text: "", value: value, unit: "g") == 1)
  }

  @Test("Grams without a known portion count as one portion")
  func noPortion() {
    #expect(classifier.portions(of: reading(grams: nil), text: "", value: 300, unit: "g") == 1)
  }

  @Test("A glass of milk holds about 11 g of lactose, lactose-free milk none")
  func lactoseDose() throws {
    let lactose = GroupID(rawValue: "lactose")
    let milk = classifier.classify("milk")
    // 4.8 g in 100 g of milk, 240 g in a glass.
    #expect(abs(try #require(milk.dosePerPortion[lactose]) - 11.52) < 1e-9)
    #expect(milk.portionGrams == 240)
    #expect(classifier.classify("lactose free milk").dosePerPortion[lactose] == nil)
  }

  @Test("Evidence names span, entry and a source that can be cited")
  func evidence() throws {
    let reading = classifier.classify("2 slices of Cheddar cheese without crackers")
    let cheddar = try #require(reading.evidence.first)
    #expect(cheddar.span == "Cheddar cheese")
    #expect(cheddar.entry == "cheddar")
    let source = try #require(cheddar.source.split(separator: ";").first)
    #expect(classifier.citation(for: String(source))?.contains("1169/2011") == true)
    #expect(reading.evidence.contains { $0.entry == "negation" && $0.span == "crackers" })
    #expect(reading.unknown.isEmpty)
    #expect(classifier.classify("toast with xqzvw").unknown == ["xqzvw"])
  }
}
