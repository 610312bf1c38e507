// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import FoodKnowledge
import Testing

@Suite("What an analysis does with what is known of foods")
struct FoodKnowledgeUseTests {
  private func analyzer(without groups: Set<GroupID> = []) -> DiaryAnalyzer {
    var options = AnalysisOptions()
    options.groupsLeftOut = groups
    return DiaryAnalyzer(options: options, foods: FoodClassifier(), version: "test")
  }

  private func diary(_ foods: [(day: Int, name: String)]) -> Diary {
    var builder = DiaryBuilder()
    for food in foods { builder.food(food.day, 12, food.name, groups: nil) }
    for day in 0..<20 { builder.symptom(day, 20, "bloating", day % 4 == 0 ? 5 : 1) }
    return Diary(participant: nil, entries: builder.entries, inputs: [])
  }

  @Test("Foods that were not wholly understood are listed by how much they matter")
  func uncertain() {
    var foods: [(day: Int, name: String)] = (0..<9).map { ($0, "muesli") }
    foods += (0..<4).map { ($0, "zorblax") } + (0..<2).map { ($0, "qwzrty") }
    foods += (0..<5).map { ($0, "boiled rice") } + [(0, "zorblax")]
    let found = analyzer().uncertainFoods(in: diary(foods))
    #expect(found.map(\.name) == ["zorblax", "muesli", "qwzrty"])
    #expect(found.map(\.days) == [4, 9, 2])
    #expect(found.map(\.weight) == [12, 9, 6])
    #expect(found.first?.unknownWords == ["zorblax"])
    #expect(found.first?.certain.isEmpty == true)
    let reversed = analyzer().uncertainFoods(in: diary(foods.reversed()))
    #expect(reversed == found)
  }

  @Test("A food that names its groups is certain")
  func named() {
    var builder = DiaryBuilder()
    builder.food(0, 12, "zorblax", groups: ["gluten"])
    #expect(
      analyzer().uncertainFoods(in: Diary(participant: nil, entries: builder.entries, inputs: []))
        .isEmpty)
  }

  @Test("Disputed groups can be left out of results and of the list")
  func withoutDisputed() {
    let disputed = Set(GroupID.builtIn.filter { $0.dispute != nil })
    #expect(
      disputed == Set(["histamine", "nightshade"].map(GroupID.init(rawValue:))))
    let diary = diary(
      (0..<20).map { ($0, $0 % 4 == 0 ? "tomato salad and salami" : "boiled rice") })
    let all = Set(analyzer().analyze(diary).groups.map(\.group))
    #expect(all.isSuperset(of: disputed))
    let fewer = Set(analyzer(without: disputed).analyze(diary).groups.map(\.group))
    #expect(fewer == all.subtracting(disputed))
    let asked = analyzer(without: disputed).uncertainFoods(in: diary)
    #expect(asked.allSatisfy { Set($0.possible + $0.certain).isDisjoint(with: disputed) })
  }

  @Test("A diary's own language decides words that several languages have")
  func language() {
    func pain(_ foods: [String]) -> UncertainFood? {
      let diary = diary(foods.enumerated().map { ($0.offset, $0.element) })
      return analyzer().uncertainFoods(in: diary).first { $0.name == "Pain" }
    }
    let french = pain(["Pain", "poulet rôti", "tarte aux pommes", "café au lait"])
    #expect(french?.unknownWords == [])
    #expect(french?.certain.contains(GroupID(rawValue: "yeast")) == true)
    let english = pain(["Pain", "chicken and rice", "vegetable soup", "hot milk"])
    #expect(english?.unknownWords == ["Pain"])
  }
}
