// SPDX-License-Identifier: Apache-2.0

public import DiaryModel
internal import FoodKnowledge

/// A food of a diary that was not understood, not wholly understood, or only possibly holds groups.
public struct UncertainFood: Hashable, Sendable {
  /// The food as the diary names it.
  public var name: String
  /// The number of days with it.
  public var days: Int
  /// The words that were not understood.
  public var unknownWords: [String]
  /// The groups that it holds for certain.
  public var certain: [GroupID]
  /// The groups that it possibly holds.
  public var possible: [GroupID]

  /// Creates a food.
  public init(
    name: String, days: Int, unknownWords: [String], certain: [GroupID], possible: [GroupID]
  ) {
    self.name = name
    self.days = days
    self.unknownWords = unknownWords
    self.certain = certain
    self.possible = possible
  }

  /// How much it matters: a day's worth counts 3 for a food that was not understood at all, 2 for
  /// one with words that were not understood, and 1 for one that only possibly holds groups.
  public var weight: Int { days * (unknownWords.isEmpty ? 1 : certain.isEmpty ? 3 : 2) }
}

extension DiaryAnalyzer {
  /// The foods of a diary that were not wholly understood, by how much they matter.
  ///
  /// By days and by how little is known of them. Entries that name their groups are certain.
  public func uncertainFoods(in diary: Diary) -> [UncertainFood] {
    let axis = TimeAxis(dayStartMinutes: options.dayStartMinutes)
    let frame = DiaryFrame(diary: diary, axis: axis)
    let foods = foods.reading(foodsOf: frame)
    var days: [String: Set<Int>] = [:]
    for entry in frame.entries where entry.kind == .food && entry.groups == nil {
      if let time = entry.time { days[entry.name, default: []].insert(axis.day(of: time.start)) }
    }
    let found = days.compactMap { name, days -> UncertainFood? in
      let reading = foods.classify(name)
      let food = UncertainFood(
        name: name, days: days.count, unknownWords: reading.unknown,
        certain: asked(reading.certain), possible: asked(reading.possible))
      return food.unknownWords.isEmpty && food.possible.isEmpty ? nil : food
    }
    return found.sorted { ($1.weight, $0.name) < ($0.weight, $1.name) }
  }

  private func asked(_ set: GroupSet) -> [GroupID] {
    foods.groups(in: set).filter { !options.groupsLeftOut.contains($0) }
  }
}

extension FoodClassifier {
  /// The classifier for the language that most food texts of a diary are in.
  func reading(foodsOf frame: DiaryFrame) -> FoodClassifier {
    reading(language: language(of: frame.places.foodNames))
  }
}
