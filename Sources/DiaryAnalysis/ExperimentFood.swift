// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// A food by which one group can be tested, with the doses of three days.
struct ExperimentFood: Hashable, Sendable {
  /// The stable code; with blanks for its hyphens a text that the food knowledge understands.
  let code: String
  /// The other groups that it holds.
  let also: [String]
  /// The kitchen measure of `amounts`.
  let unit: String
  /// The amounts of the first, second and third dose.
  let amounts: [Double]
  /// The same in usual portions of the group.
  let portions: [Double]

  private init(
    _ code: String, also: [String] = [], _ unit: String, _ amounts: [Double],
    portions: [Double]? = nil
  ) {
    self.code = code
    self.also = also
    self.unit = unit
    self.amounts = amounts
    self.portions = portions ?? amounts
  }

  /// Quarter, half and whole: the steps of the low-FODMAP protocol.
  private static let steps = [0.25, 0.5, 1]
  /// One portion first, then two: the general elimination diet has 2–3 portions a day.
  private static let general = [1.0, 2, 2]

  /// What is in a user's group only the user knows.
  static let own = ExperimentFood("own-food", "portion", general)

  /// The foods of a group, the plainest first; none where no dose at home is to be proposed.
  static func foods(of group: GroupID) -> [ExperimentFood] {
    group.builtInIndex == nil ? [own] : table[group.rawValue] ?? []
  }

  /// The food that brings the fewest other groups that are still open, and none that is withheld.
  static func choose(
    for group: GroupID, withheld: Set<GroupID>, open: Set<GroupID>
  ) -> ExperimentFood? {
    let allowed = foods(of: group).filter { food in
      !food.also.contains { withheld.contains(GroupID(rawValue: $0)) }
    }
    func others(_ food: ExperimentFood) -> Int {
      food.also.count { open.contains(GroupID(rawValue: $0)) }
    }
    return allowed.enumerated().min {
      (others($0.element), $0.offset) < (others($1.element), $1.offset)
    }?.element
  }

  /// The foods by group, with the doses of section 2 of the document.
  ///
  /// Alcohol has none: no answer is worth advice to drink.
  private static let table: [String: [ExperimentFood]] = [
    "gluten": [.init("wheat-gluten", "g", [8], portions: [2])],
    "dairy": [
      .init("lactose-free-milk", "cup", general),
      .init("hard-cheese", also: ["histamine"], "portion", general),
    ],
    "lactose": [
      .init("milk", also: ["dairy"], "cup", steps),
      .init("lactose-powder", "g", [3, 6, 12], portions: steps),
    ],
    "soy": [.init("tofu", "portion", general)],
    "egg": [.init("boiled-egg", "piece", general)],
    "peanut": [.init("peanuts", "portion", general)],
    "tree_nut": [.init("almonds", "portion", general)],
    "fish": [.init("cod", "portion", general)],
    "crustacean": [.init("prawns", "portion", general)],
    "mollusc": [.init("mussels", "portion", general)],
    "sesame": [.init("sesame-seeds", "tablespoon", general)],
    "mustard": [.init("mustard-seeds", "teaspoon", general)],
    "celery": [.init("celery", also: ["mannitol"], "portion", general)],
    "lupin": [.init("lupin-flour", also: ["gos"], "tablespoon", general)],
    "sulphite": [
      .init("dried-apricots", also: ["sorbitol", "fructan"], "portion", general)
    ],
    "fructan": [
      .init("garlic", "clove", steps), .init("onion", "portion", steps),
      .init(
        "wheat-bread", also: ["gluten", "yeast"], "slice", [1, 2, 3], portions: [0.5, 1, 1.5]),
    ],
    "gos": [.init("canned-lentils", also: ["fructan"], "cup", [0.25, 0.5, 0.75])],
    "fructose": [.init("honey", "teaspoon", [1, 3, 6], portions: [0.25, 0.75, 1.5])],
    "sorbitol": [.init("blackberries", "cup", steps)],
    "mannitol": [.init("button-mushrooms", "cup", steps)],
    "caffeine": [.init("black-coffee", "cup", general)],
    "histamine": [.init("tinned-tuna", also: ["fish"], "portion", general)],
    "nightshade": [.init("boiled-potato", "portion", general)],
    "corn": [.init("polenta", "portion", general)],
    "yeast": [.init("yeast-flakes", "tablespoon", general)],
    "capsaicin": [.init("chilli-flakes", also: ["nightshade"], "teaspoon", [0.25, 0.5, 0.5])],
    "sweetener": [.init("table-top-sweetener", "portion", general)],
  ]
}

/// The days of an experiment by the group's mechanism; the protocols of `docs/experiments.md`.
struct ExperimentProtocol: Hashable, Sendable {
  /// The days without the group before it.
  var washoutDays: Int
  /// The portions of each day with doses.
  var portions: [Double]
  /// The days after the last dose.
  var watchDays: Int

  /// The days without what was eaten every day, before it is brought back.
  static let longWashoutDays = 14
  /// The days of a week of entries without a test.
  static let baselineDays = 7

  /// The protocol of a group, tested by a food.
  init(group: GroupID, food: ExperimentFood, isEatenDaily: Bool = false) {
    let isGluten = group.rawValue == "gluten"
    let usual = isGluten ? 7 : 3
    washoutDays = isEatenDaily ? Self.longWashoutDays : usual
    portions = isGluten ? [Double](repeating: food.portions.first ?? 1, count: 7) : food.portions
    watchDays = isGluten ? 3 : Self.watchDays(of: group)
  }

  init(washoutDays: Int, portions: [Double], watchDays: Int) {
    self.washoutDays = washoutDays
    self.portions = portions
    self.watchDays = watchDays
  }

  /// The tail of the group's own clock; the low-FODMAP protocol has at least two days.
  private static func watchDays(of group: GroupID) -> Int { max(2, Mechanism(of: group).tailDays) }

  /// The doses as the results show them.
  func days(of food: ExperimentFood) -> [Experiment.Dose] {
    portions.indices.map { day in
      let place = min(day, food.amounts.count - 1)
      let size = ["small", "medium", "large"]
      return .init(
        day: day, dose: food.amounts[place], unit: food.unit, portions: portions[day],
        size: portions.count == 3 ? size[day] : "usual")
    }
  }
}
