// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import Inference
internal import Statistics

/// Finds the groups that a diary cannot tell apart.
struct Separability: Sendable {
  /// The correlation of daily doses above which two groups may be inseparable.
  static let similar = 0.9
  /// The correlation above which nothing in the exposures separates them.
  static let same = 0.99
  /// The recalibrated probability that either is a trigger from which the question matters.
  static let matters = 0.30
  /// By how much that must exceed the recalibrated probability of each.
  static let moving = 0.10

  let exposures: [GroupExposure]
  let foodDays: [Int]
  let run: ModelRun
  /// Whether the model is asked about each group: one that cannot be judged shares no verdict.
  let isJudged: [Bool]

  /// The sets, and for each what would tell its members apart.
  func sets() -> [AnalysisResults.Separation] {
    let count = exposures.count
    var parent = Array(0..<count)
    var doses: [Int: DailyDoses] = [:]
    func root(_ index: Int) -> Int {
      var place = index
      while parent[place] != place { place = parent[place] }
      return place
    }
    for one in 0..<count where isJudged[one] {
      for other in one + 1..<max(count, one + 1) where isJudged[other] {
        guard let either = either(one, other) else { continue }
        for place in [one, other] where doses[place] == nil {
          doses[place] = dailyDoses(exposures[place])
        }
        guard let first = doses[one], let second = doses[other],
          first.similarity(to: second) > Self.similar,
          first.isSame(as: second) || isMoving(one, other, either)
        else { continue }
        let (low, high) = (min(root(one), root(other)), max(root(one), root(other)))
        parent[high] = low
      }
    }
    return Dictionary(grouping: 0..<count, by: root).filter { $0.value.count > 1 }
      .sorted { $0.key < $1.key }.map { separation($0.value.sorted()) }
  }

  /// The recalibrated probability that either of two groups is a trigger, where that matters.
  private func either(_ one: Int, _ other: Int) -> Double? {
    let either = eitherActs(one, other)
    return either >= Self.matters ? either : nil
  }

  /// The recalibrated probability that either of two groups acts, and at least that of each.
  ///
  /// The group that is trusted more lends its recalibration.
  private func eitherActs(_ one: Int, _ other: Int) -> Double {
    let (p, q) = (run.groups[one].inclusion, run.groups[other].inclusion)
    let place = one * exposures.count + other
    let both = run.joint.indices.contains(place) ? run.joint[place] : p * q
    let either = min(max(p + q - both, 0), 1)
    let trusted =
      run.groups[one].probability >= run.groups[other].probability
      ? run.groups[one] : run.groups[other]
    return max(trusted.recalibration(either), trusted.probability)
  }

  private func isMoving(_ one: Int, _ other: Int, _ either: Double) -> Bool {
    either - max(run.groups[one].probability, run.groups[other].probability) >= Self.moving
  }

  private func separation(_ members: [Int]) -> AnalysisResults.Separation {
    let groups = members.map { exposures[$0].group }
    let doses = members.map { dailyDoses(exposures[$0]) }
    let pairs = doses.indices.flatMap { one in doses.indices.map { (one, $0) } }
    let lowest = pairs.filter { $0.0 < $0.1 }.map { doses[$0.0].similarity(to: doses[$0.1]) }.min()
    let test = SeparatingFood.choose(groups)
    let probability = any(members)
    var separation = AnalysisResults.Separation(
      groups: groups, testGroup: test.group, testFood: test.food,
      similarity: min(max(lowest ?? 1, 0), 1), probability: probability)
    if let probability, let rise = rise(members) {
      let ifAny = AnalysisRun.interval(rise)
      separation.effect = ifAny.flatMap { AnalysisRun.effect(probability, rise, $0) }
    }
    return separation
  }

  /// The rise if any of some groups acts: that of each, at the weight of its own probability.
  private func rise(_ members: [Int]) -> EffectDistribution? {
    let parts = members.compactMap { place in
      run.groups[place].effect.map { (weight: run.groups[place].inclusion, effect: $0) }
    }
    return parts.isEmpty ? nil : EffectDistribution(mixing: parts)
  }

  /// The recalibrated probability that any of some groups acts: that of the likeliest pair.
  private func any(_ members: [Int]) -> Double? {
    let pairs = members.flatMap { one in members.filter { $0 > one }.map { eitherActs(one, $0) } }
    return pairs.max().map { ($0 * 10_000).rounded() / 10_000 }
  }

  private func dailyDoses(_ exposure: GroupExposure) -> DailyDoses {
    DailyDoses(exposure, foodDays: foodDays)
  }
}

/// The portions of a group on the days with foods, at most 3 a day.
struct DailyDoses: Sendable {
  /// What is known to hold the group; `nil` on days on which foods only possibly hold it.
  let known: [Double?]
  /// The same with what possibly holds it at its weight.
  let expected: [Double]

  init(_ exposure: GroupExposure, foodDays: [Int]) {
    let byDay = Dictionary(uniqueKeysWithValues: exposure.days.map { ($0.day, $0) })
    expected = foodDays.map { min(byDay[$0]?.portions ?? 0, 3) }
    guard !exposure.certainDays.isEmpty else {
      known = expected
      return
    }
    known = foodDays.map { day in
      guard let found = byDay[day] else { return 0 }
      return found.certain ? min(found.certainPortions, 3) : nil
    }
  }

  /// The correlation over the days on which the doses of both are known; a day on which one of them is
  /// only possible tells nothing apart.
  func similarity(to other: DailyDoses) -> Double {
    let both = zip(known, other.known).compactMap { one, other in
      one.flatMap { one in other.map { (one, $0) } }
    }
    return correlation(both.map(\.0), both.map(\.1)) ?? correlation(expected, other.expected) ?? 0
  }

  /// Whether nothing in the exposures tells the two apart, not even what is only possible.
  func isSame(as other: DailyDoses) -> Bool {
    similarity(to: other) > Separability.same
      && (correlation(expected, other.expected) ?? 0) > Separability.same
  }
}

/// Foods that hold one group and as few others as possible.
enum SeparatingFood {
  /// The food by group, and the groups that it brings as well.
  static let foods: [(group: String, food: String, also: Set<String>)] = [
    ("fructan", "onion or garlic", []),
    ("lactose", "lactose powder in water", []),
    ("dairy", "hard cheese or lactose-free milk", []),
    ("gluten", "seitan, which is gluten without fructan", ["soy"]),
    ("gos", "canned lentils or chickpeas", []),
    ("soy", "firm tofu, which is low in galacto-oligosaccharides", []),
    ("sorbitol", "sorbitol sweets or blackberries", []),
    ("mannitol", "button mushrooms", []),
    ("fructose", "honey", []),
    ("egg", "a boiled egg", []),
    ("caffeine", "black coffee", []),
    ("alcohol", "a clear spirit, well diluted", []),
    ("histamine", "tinned tuna", ["fish"]),
    ("nightshade", "boiled potato", []),
    ("corn", "plain corn grits", []),
    ("yeast", "yeast flakes", []),
    ("capsaicin", "chilli flakes", ["nightshade"]),
    ("sweetener", "a table-top sweetener", []),
    ("fish", "fresh white fish", []),
    ("crustacean", "plain prawns", []),
    ("mollusc", "plain mussels", []),
    ("peanut", "plain peanuts", []),
    ("tree_nut", "plain almonds", []),
    ("sesame", "plain sesame seeds", []),
    ("mustard", "plain mustard seeds", []),
    ("celery", "plain celery", ["mannitol"]),
    ("lupin", "lupin flour", []),
    ("sulphite", "sulphured dried apricots", ["sorbitol", "fructan"]),
  ]

  /// The member that can best be tested by itself, and with what.
  static func choose(_ groups: [GroupID]) -> (group: GroupID, food: String) {
    let names = Set(groups.map(\.rawValue))
    let pure = foods.first { names.contains($0.group) && $0.also.isDisjoint(with: names) }
    if let pure { return (GroupID(rawValue: pure.group), pure.food) }
    let first = groups.first ?? GroupID(rawValue: "")
    return (first, "a food that holds \(first.rawValue) and none of the others")
  }
}
