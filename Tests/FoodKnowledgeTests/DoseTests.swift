// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import FoodKnowledge
internal import Testing

@testable import FoodMatching

@Suite("Doses of what was eaten")
struct DoseTests {
  private let classifier = FoodClassifier()

  private func dose(
    _ text: String, _ group: String, value: Double? = nil, unit: String? = nil
  ) -> Double? {
    let reading = classifier.classify(text)
    return classifier.doses(of: reading, text: text, value: value, unit: unit)[
      GroupID(rawValue: group)]
  }

  @Test(
    "Grams that publications and composition tables give",
    arguments: [
      // Facioni 2020: 4.9 g in 100 g of whole milk; EFSA 2010: 12 g in about 250 ml.
      ("250 ml whole milk", "lactose", 12, 0.5), ("200 ml milk", "lactose", 9.6, 0.4),
      // FoodData Central: 38.4 g of sugars in 100 g of whole milk powder, 10.0 in evaporated milk.
      ("20 g milk powder", "lactose", 7.7, 0.3), ("100 g evaporated milk", "lactose", 10, 0.3),
      // Facioni 2020, Lomer 2008: cottage cheese 3.1–3.2; ricotta 3.5; feta 1.4; ice cream 5.2.
      ("100 g cottage cheese", "lactose", 3.15, 0.2), ("100 g ricotta", "lactose", 3.5, 0.2),
      ("100 g feta", "lactose", 1.5, 0.2), ("100g ice cream", "lactose", 5.2, 0.3),
      // KErn 2016: white bread 5.8 g, toast 6.9 g in 100 g; a slice of 40 g.
      ("1 slice of wheat bread", "gluten", 2.5, 0.3), ("40 g rye bread", "gluten", 0.48, 0.05),
      ("100 g wheat flour", "gluten", 8.66, 0.1), ("500 ml weissbier", "gluten", 1.37, 0.05),
      // Whelan 2011: breads hold 0.6–1.9 g in 100 g, wheat breads at the lower end.
      ("2 slices of bread", "fructan", 0.6, 0.15),
      // Muir 2007: garlic 17.4 g, shallots 8.9 g in 100 g.
      ("1 garlic clove", "fructan", 0.7, 0.1), ("100 g shallot", "fructan", 8.9, 0.1),
      // EFSA 2015: espresso 60 ml 80 mg, filter coffee 200 ml 90 mg, black tea 220 ml 50 mg,
      // cola 355 ml 40 mg, energy drink 250 ml 80 mg, plain chocolate 50 g 25 mg, milk 10 mg.
      ("espresso", "caffeine", 0.07, 0.011), ("200 ml filter coffee", "caffeine", 0.09, 0.005),
      ("220 ml black tea", "caffeine", 0.05, 0.003), ("355 ml cola", "caffeine", 0.04, 0.003),
      ("250 ml energy drink", "caffeine", 0.08, 0.004),
      ("50 g dark chocolate", "caffeine", 0.025, 0.002),
      ("50 g milk chocolate", "caffeine", 0.01, 0.001),
      // Stacewicz-Sapuntzakis 2001: prunes 14.7 g, prune juice 6.1 g in 100 g.
      ("50 g prunes", "sorbitol", 7.35, 0.1), ("200 ml prune juice", "sorbitol", 12.2, 0.2),
      // FoodData Central: an apple of 182 g holds 6.3 g more fructose than glucose.
      ("182 g apple", "fructose", 6.3, 0.4), ("248 ml apple juice", "fructose", 7.7, 0.4),
      // 125 ml of wine at 12.5 % by volume: 125 × 0.125 × 0.789 = 12.3 g; 0.5 l of beer at 5 %: 19.7.
      ("125 ml red wine", "alcohol", 12.3, 1), ("0.5 l beer", "alcohol", 19.7, 0.7),
      ("4 cl vodka", "alcohol", 12.6, 0.4), ("pint of lager", "alcohol", 22.4, 0.8),
    ] as [(String, String, Double, Double)])
  func known(text: String, group: String, grams: Double, tolerance: Double) throws {
    #expect(abs(try #require(dose(text, group)) - grams) <= tolerance)
  }

  @Test("Each dose names the sources of its own figures, for a dish also that of its recipe")
  func sources() {
    let milk = classifier.classify("milk")
    #expect(milk.doseSources[GroupID(rawValue: "lactose")] == ["fdc", "facioni2020"])
    let latte = classifier.classify("latte")
    #expect(latte.doseSources[GroupID(rawValue: "lactose")] == ["fdc", "facioni2020", "recipe"])
    #expect(latte.doseSources[GroupID(rawValue: "caffeine")]?.contains("efsa2015") == true)
    for text in ["milk", "latte", "beer and toast", "lactose free milk", "big mac", "water"] {
      let reading = classifier.classify(text)
      #expect(Set(reading.doseSources.keys) == Set(reading.dosePerPortion.keys), "\(text)")
      for id in reading.doseSources.values.joined() {
        #expect(classifier.citation(for: id) != nil, "\(text): \(id)")
      }
    }
  }

  @Test(
    "The same amount in other units is the same dose",
    arguments: [
      ("0.2 l milk", "20 cl milk"), ("200 ml milk", "2 dl milk"),
      ("0.25 kg yogurt", "250 g yogurt"),
      ("1 pint milk", "568 ml milk"), ("2 tbsp honey", "6 tsp honey"),
    ])
  func units(one: String, other: String) {
    let first = classifier.doses(of: classifier.classify(one), text: one, value: nil, unit: nil)
    let second = classifier.doses(
      of: classifier.classify(other), text: other, value: nil, unit: nil)
    #expect(!first.isEmpty && first.keys == second.keys)
    for (group, grams) in first { #expect(abs(grams - (second[group] ?? 0)) < 1e-9) }
  }

  @Test("Twice the amount is twice the dose, for every food that has one")
  func doubling() {
    let index = classifier.index.data
    for (number, entry) in index.entries.enumerated() where !entry.doses.isEmpty {
      let name = index.displayName(Int32(number))
      let reading = classifier.classify(name)
      for amount in [0.25, 1, 3.5] {
        let once = classifier.doses(of: reading, text: name, value: amount, unit: "portion")
        let twice = classifier.doses(of: reading, text: name, value: amount * 2, unit: "portion")
        for (group, grams) in once {
          #expect(abs((twice[group] ?? 0) - 2 * grams) < 1e-9, "\(name) \(group)")
        }
      }
    }
  }

  @Test(
    "What the text takes away or lowers has no dose",
    arguments: [
      ("lactose free milk", "lactose"), ("latte with oat milk", "lactose"),
      ("decaf coffee", "caffeine"), ("decaf latte", "caffeine"), ("gluten free bread", "gluten"),
      ("gluten free bread", "fructan"), ("gluten free pasta", "gluten"),
      ("alcohol free wine", "alcohol"), ("caffeine free cola", "caffeine"),
    ])
  func without(text: String, group: String) {
    #expect(dose(text, group) == nil)
  }

  @Test("A sum is given only where the amount is known for all that surely hold the substance")
  func partial() {
    // Croissants surely hold gluten; how much is not in the tables.
    #expect(dose("bread", "gluten") != nil)
    #expect(dose("bread and croissant", "gluten") == nil)
    #expect(dose("milk and croissant", "lactose") != nil)
  }

  @Test("A dish has the doses of its parts")
  func dishes() throws {
    // 130 g of milk at 4.8 g; a shot of espresso.
    #expect(abs(try #require(dose("cappuccino", "lactose")) - 6.24) < 1e-4)
    #expect(abs(try #require(dose("2 cappuccinos", "lactose")) - 12.48) < 1e-4)
    #expect(abs(try #require(dose("cappuccino", "caffeine")) - 0.08) < 1e-4)
    #expect(dose("pizza", "gluten") == nil)
  }
}

@Suite("The tables of doses are sound")
struct DoseTableTests {
  /// The most of a substance that 100 g of any food in the tables can hold.
  private static let most: [String: Double] = [
    "lactose": 60, "gluten": 80, "fructan": 20, "gos": 5, "fructose": 60, "sorbitol": 20,
    "mannitol": 6, "caffeine": 0.5, "alcohol": 60,
  ]

  @Test("Each dose lies within what its substance allows; pure substances aside")
  func ranges() throws {
    let index = FoodClassifier().index.data
    let pure: Set = [
      "lactose", "lactose powder", "sorbitol", "mannitol", "gluten", "inulin", "fos",
      "oligofructose",
      "prebiotic fibre", "chicory root fibre", "chicory root fiber", "chicory fibre",
      "chicory coffee", "chicory", "chicory root",
    ]
    for (number, entry) in index.entries.enumerated() {
      let name = index.displayName(Int32(number))
      for dose in entry.doses.map({ index.doses[Int($0)] }) {
        let group = GroupID.builtIn[dose.group]
        let most = try #require(Self.most[group.rawValue], "\(name): \(group)")
        #expect(dose.gramsPer100 > 0, "\(name): \(group)")
        if !pure.contains(name) { #expect(dose.gramsPer100 <= most, "\(name): \(group)") }
        #expect(entry.portion > 0, "\(name) has a dose but no portion")
        let held = entry.certain.union(entry.possible)
        #expect(held.groups.contains(group), "\(name) does not hold \(group)")
      }
    }
  }

  @Test(
    "A variety holds what the food holds that it is one of, also under free-from words",
    arguments: ["", "vegan ", "dairy free ", "lactose free ", "gluten free ", "decaf "])
  func varieties(prefix: String) {
    let classifier = FoodClassifier()
    let index = classifier.index.data
    for (number, entry) in index.entries.enumerated()
    where index.tables[entry.table].kind == .varieties {
      let name = index.displayName(Int32(number))
      let base = entry.wider.first.map { index.displayName(index.targets[Int($0)]) }
      guard let base else {
        Issue.record("\(name) is no variety of anything")
        continue
      }
      let (one, other) = (classifier.classify(prefix + name), classifier.classify(prefix + base))
      // "vegan milk" and "lactose free milk" are foods of their own.
      guard one.evidence.map(\.entry).contains(name), other.evidence.map(\.entry).contains(base)
      else { continue }
      #expect(one.certain == other.certain, "\(prefix)\(name)")
      #expect(one.possible == other.possible, "\(prefix)\(name)")
    }
  }

  @Test("Several hundred foods have doses")
  func broad() {
    let index = FoodClassifier().index.data
    #expect(index.entries.count { !$0.doses.isEmpty } >= 300)
  }

  @Test(
    "Faults are told with file and line",
    arguments: [
      ("foods\tsubstance\tamount\tunit\tsource\nx\tlactose\t5\tg/100g\tlore", ":2: unknown source"),
      ("foods\tsubstance\tamount\tunit\tsource\nx\tlactose\t5\tg/100g\t", ":2: no source"),
      ("foods\tsubstance\tamount\tunit\tsource\nz\tlactose\t5\tg/100g\tlaw", ":2: unknown food"),
      ("foods\tsubstance\tamount\tunit\tsource\nx\tsugar\t5\tg/100g\tlaw", ":2: a dose is not"),
      ("foods\tsubstance\tamount\tunit\tsource\nx\tlactose\t5\toz\tlaw", ":2: a dose is not"),
      (
        "foods\tsubstance\tamount\tunit\tsource\nx\tlactose\tfive\tg/100g\tlaw", ":2: a dose is not"
      ),
      ("foods\tsubstance\tamount\tunit\tsource\nx\tlactose\t101\tg/100g\tlaw", ":2: more than"),
      ("foods\tsubstance\tamount\tunit\tsource\nx\tlactose\t5\tg/portion\tlaw", ":2: more than"),
      (
        "foods\tsubstance\tamount\tunit\tsource\nx\tlactose\t5\tg/100g\tlaw\nx;y\tlactose\t4\tg/100g\tlaw",
        ":3: the same dose"
      ),
      ("foods\tparts\tsource\ny\tx 5;nowhere 3\tlaw", ":2: 'nowhere 3' is not"),
      ("foods\tparts\tsource\ny\tx\tlaw", ":2: 'x' is not"),
      ("foods\tparts\tsource\nx\ty 5\tlaw", ":2: 'x' has no portion"),
      ("foods\tcolour\tsource\nx\tblue\tlaw", ":1: unknown column"),
    ])
  func faults(text: String, problem: String) {
    let problems = Self.index(doses: text).problems
    #expect(problems.contains { $0.hasPrefix("doses.tsv" + problem) }, "\(problems)")
  }

  @Test("Units are converted, an empty amount takes a figure back, and parts add up")
  func arithmetic() throws {
    let index = Self.index(
      doses: """
        foods\tsubstance\tamount\tunit\tparts\tsource
        x\tlactose\t5\tg/100g\t\tlaw
        y\tlactose\t300\tmg/100g\t\tlaw
        y\tcaffeine\t80\tmg/portion\t\tlaw
        y\tgluten\t\tg/100g\t\tlaw
        w\t\t\t\tx 40;y 100\tlaw
        """)
    #expect(index.problems == [])
    // 300 mg in 100 g; 80 mg in a portion of 50 g.
    #expect(Self.doses(index, 1) == ["lactose": 0.3, "caffeine": 0.16])
    // 40 g at 5 g and 100 g at 0.3 g in a portion of 200 g; caffeine 160 mg of y.
    let dish = Self.doses(index, 2)
    #expect(abs(try #require(dish["lactose"]) - (2 + 0.3) / 2) < 1e-12)
    #expect(abs(try #require(dish["caffeine"]) - 0.16 / 2) < 1e-12)
  }

  private static func doses(_ index: FoodIndex, _ entry: Int) -> [String: Double] {
    var doses: [String: Double] = [:]
    for dose in index.entries[entry].doses.map({ index.doses[Int($0)] }) {
      doses[GroupID.builtIn[dose.group].rawValue] = dose.gramsPer100
    }
    return doses
  }

  private static func index(doses: String) -> FoodIndex {
    let foods = """
      name\tcertain\tpossible\tportion\tdoses\tsource
      x\tlactose\t\t\t\tlaw
      y\tlactose\tcaffeine\t50\tgluten=3\tlaw
      w\tlactose caffeine\t\t200\t\tlaw
      """
    return FoodIndex([
      FoodTable(name: "sources.tsv", bytes: Array("id\tcitation\nlaw\tA law".utf8)),
      FoodTable(name: "ingredients.tsv", bytes: Array(foods.utf8)),
      FoodTable(name: "doses.tsv", bytes: Array(doses.utf8)),
    ])
  }
}
