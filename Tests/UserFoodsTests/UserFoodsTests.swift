// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import FoodKnowledge
internal import FoodMatching
internal import Testing
internal import UserFoods
internal import YAMLReading

@Suite("A user's own foods")
struct UserFoodsTests {
  private static let yaml = """
    foods:
      - name: grandma's stew
        aliases: [sunday stew]
        groups: [celery]
        parts: [beef, wheat flour, ?milk]
        portion: 400
        doses: {gluten: 1.5}
      - name: pizza
        groups: [corn]
      - name: zizzle
        possible: soy
      - name: zizzle plate
        parts: [zizzle, egg]
    """

  private func groups(_ names: String...) -> GroupSet {
    GroupSet(names.map(GroupID.init(rawValue:)))
  }

  @Test("They are found by name and alias, with their parts, portion and doses")
  func found() throws {
    let classifier = try UserFoods.classifier(yaml: Self.yaml, file: "own.yaml")
    for text in ["Grandma's stew", "sunday stew with bread"] {
      let reading = classifier.classify(text)
      #expect(reading.certain.isSuperset(of: groups("celery", "gluten")), "\(text)")
      #expect(reading.possible.contains(groups("dairy")))
    }
    let reading = classifier.classify("200 g sunday stew")
    #expect(reading.portionGrams == 400)
    #expect(reading.dosePerPortion[GroupID(rawValue: "gluten")] == 6)
    #expect(
      classifier.portions(of: reading, text: "200 g sunday stew", value: nil, unit: nil) == 0.5)
    #expect(reading.evidence.contains { $0.entry == "grandma's stew" && $0.source == "own.yaml" })
  }

  @Test("They win over what is built in, but a longer phrase wins over them")
  func win() throws {
    let classifier = try UserFoods.classifier(yaml: Self.yaml, file: "own.yaml")
    #expect(classifier.classify("pizza").certain == groups("corn"))
    #expect(FoodClassifier().classify("pizza").certain.contains(groups("gluten")))
    #expect(classifier.classify("cheese pizza").certain.contains(groups("dairy")))
  }

  @Test("A later food may have an earlier one as part")
  func nested() throws {
    let reading = try UserFoods.classifier(yaml: Self.yaml, file: "own.yaml")
      .classify("zizzle plate")
    #expect(reading.certain == groups("egg"))
    #expect(reading.possible.contains(groups("soy")))
    #expect(reading.unknown.isEmpty)
  }

  @Test("A part is looked for among the words of earlier foods, however it is written")
  func otherSpelling() throws {
    func reading(_ food: String, _ part: String) throws -> FoodReading {
      let yaml = """
        foods:
          - name: \(food)
            groups: [gluten]
          - name: zazzle plate
            parts: [\(part), milk]
        """
      return try UserFoods.classifier(yaml: yaml, file: "own.yaml").classify("zazzle plate")
    }
    let found = try reading("Zizzle pie", "zizzle pie")
    #expect(found.certain.isSuperset(of: groups("gluten", "dairy")))
    #expect(throws: UserFoodsError.self) { try reading("zizzle pie", "big zizzle pie") }
  }

  @Test("What is not in the file reads as before")
  func others() throws {
    let classifier = try UserFoods.classifier(yaml: Self.yaml, file: "own.yaml")
    for text in ["flat white", "2 Scheiben Roggenbrot mit Quark", "yogert", "Big Mac no cheese"] {
      #expect(classifier.classify(text) == FoodClassifier().classify(text))
    }
  }

  @Test(
    "Faults name the line",
    arguments: [
      ("", 1), ("- a", 1), ("foods: [", 1), ("foods:\n  - groups: [egg]", 2),
      ("foods:\n  - name: x\n    groups: [egg, msg]", 3),
      ("foods:\n  - name: x\n    colour: red", 3), ("foods:\n  - name: x\n    portion: much", 3),
      ("foods:\n  - name: x\n    portion: .inf", 3), ("foods:\n  - name: x\n  - name: x", 3),
      ("foods:\n  - name: y\n  - name: x\n    parts: [xqzvw]", 3),
      ("foods:\n  - name: x\n    doses: {lactose: 900}", 3),
    ])
  func faults(yaml: String, line: Int) {
    let error = #expect(throws: UserFoodsError.self) {
      try UserFoods.classifier(yaml: yaml, file: "own.yaml")
    }
    #expect(error?.description.hasPrefix("own.yaml:\(line): error: ") == true, "\(error as Any)")
  }
}

@Suite("A user's own groups")
struct OwnGroupTests {
  private let additive = GroupID(rawValue: "additive_x")
  private static let yaml = """
    groups:
      - id: additive_x
        label: Additive X
      - {id: Weed-2}
    foods:
      - name: zizzle
        groups: [additive_x, egg]
        possible: [Weed-2]
        portion: 200
        doses: {additive_x: 2}
      - name: zizzle pie
        parts: [zizzle, wheat flour]
    """

  @Test("They are found in foods and dishes, with doses, beside the built-in ones")
  func found() throws {
    let classifier = try UserFoods.classifier(yaml: Self.yaml, file: "own.yaml")
    #expect(classifier.ownGroups.map(\.label) == ["Additive X", "Weed-2"])
    let reading = classifier.classify("zizzle pie")
    let certain = classifier.groups(in: reading.certain).map(\.rawValue)
    #expect(certain.contains("gluten") && certain.contains("egg"))
    #expect(certain.last == "additive_x")
    #expect(classifier.groups(in: reading.possible).map(\.rawValue) == ["Weed-2"])
    #expect(classifier.classify("zizzle").dosePerPortion[additive] == 4)
    #expect(
      classifier.groups(in: classifier.classify("milk").certain).allSatisfy { $0 != additive })
    #expect(reading.certain.groups.allSatisfy { $0.builtInIndex != nil })
  }

  @Test(
    "An amount is not told where one of the foods holds the group in an amount that nobody knows",
    arguments: ["blue", "lactose"])
  func unknownAmount(group: String) throws {
    let yaml = """
      groups:
        - id: blue
      foods:
        - name: bluething
          groups: [\(group)]
          portion: 100
          doses: {\(group): 10}
        - name: bluestuff
          groups: [\(group)]
          portion: 100
      """
    let classifier = try UserFoods.classifier(yaml: yaml, file: "own.yaml")
    let id = GroupID(rawValue: group)
    let alone = classifier.classify("bluething")
    #expect(alone.dosePerPortion == [id: 10])
    #expect(alone.doseSources == [id: ["own.yaml"]])
    let both = classifier.classify("bluething with bluestuff")
    #expect(classifier.groups(in: both.certain) == [id])
    #expect(both.dosePerPortion.isEmpty && both.doseSources.isEmpty)
  }

  @Test("A file may name groups alone, up to as many as there is room for")
  func alone() throws {
    let many = (1...GroupSet.ownCapacity).map { "  - {id: g\($0)}" }.joined(separator: "\n")
    let classifier = try UserFoods.classifier(yaml: "groups:\n" + many, file: "own.yaml")
    #expect(classifier.ownGroups.count == 36)
    #expect(throws: UserFoodsError.self) {
      try UserFoods.classifier(yaml: "groups:\n" + many + "\n  - {id: more}", file: "own.yaml")
    }
  }

  @Test(
    "Faults name their line",
    arguments: [
      ("groups: x", 1, "list"), ("groups:\n  - label: X", 2, "'id'"),
      ("groups:\n  - id: a b", 2, "cannot be"), ("groups:\n  - id: none", 2, "cannot be"),
      ("groups:\n  - id: <i>", 2, "cannot be"), ("groups:\n  - id: 9lives", 2, "cannot be"),
      ("groups:\n  - id: gluten", 2, "known already"),
      ("groups:\n  - id: a\n  - id: a", 3, "known already"),
      ("groups:\n  - id: a\n    name: x", 3, "unknown field 'name'"),
      ("groups:\n  - id: a\nfoods:\n  - name: b\n    groups: [c]", 5, "unknown group 'c'"),
    ])
  func wrong(yaml: String, line: Int, words: String) {
    let error = #expect(throws: UserFoodsError.self) {
      try UserFoods.classifier(yaml: yaml, file: "own.yaml")
    }
    #expect(error?.line == line, "\(error as Any)")
    #expect(error?.text.contains(words) == true, "\(error as Any)")
  }
}
