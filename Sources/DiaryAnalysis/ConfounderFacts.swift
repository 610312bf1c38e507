// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// What was noted of each day besides food and symptoms, with its rows, and whether it is usual.
///
/// It says what `ConfounderTable` read, and adds what may help.
struct ConfounderFacts: Sendable {
  /// What one factor was on one day.
  struct Fact: Sendable {
    var factor: String
    var direction: GroupResult.LedgerItem.Direction
    var isUsual: Bool
    var value: Double?
    /// The places of the entries.
    var entries: [Int]
  }

  /// The facts of each day with any, by factor.
  private(set) var byDay: [Int: [Fact]] = [:]
  /// The person's mean of each factor with values.
  private(set) var usualValues: [String: Double] = [:]
  /// The unit of each factor with values.
  private(set) var units: [String: String] = [:]

  private typealias Noted = ConfounderTable.Noted

  init(frame: DiaryFrame, confounders: ConfounderTable, exclusions: Exclusions) {
    units = confounders.units
    addNumbers(confounders, max(1, frame.logged.count { $0 }))
    addDays(confounders)
    addExclusions(confounders, exclusions)
    for day in byDay.keys { byDay[day]?.sort { $0.factor < $1.factor } }
  }

  private mutating func add(
    _ factor: String, _ day: Int, _ direction: GroupResult.LedgerItem.Direction, usual: Bool,
    _ noted: Noted?
  ) {
    let value = noted?.value.flatMap { $0.isFinite ? $0 : nil }
    byDay[day, default: []].append(
      Fact(
        factor: factor, direction: direction, isUsual: usual, value: value,
        entries: noted?.entries ?? []))
  }

  private mutating func addNumbers(_ table: ConfounderTable, _ loggedDays: Int) {
    for (name, worse) in [("stress", 1.0), ("sleep", -1), ("sleep-quality", -1)] {
      usualValues[name] = table.usual(name)
      let (scores, noted) = (table.scores(name), table.noted[name, default: [:]])
      for day in table.numbers[name, default: [:]].keys {
        let score = (scores[day] ?? 0) * worse
        add(name, day, score < -1 ? .mayEase : .mayWorsen, usual: abs(score) <= 1, noted[day])
      }
    }
    usualValues["caffeine"] = table.usual("caffeine")
    for day in table.numbers["caffeine", default: [:]].keys {
      add(
        "caffeine", day, .mayWorsen, usual: !table.isAboveUsualCaffeine(day),
        table.noted["caffeine"]?[day])
    }
    let exercise = table.numbers["exercise", default: [:]].filter { $0.value > 0 }
    for (day, minutes) in exercise {
      let isIntense = minutes >= ConfounderTable.intenseMinutes
      add(
        isIntense ? "exercise-intense" : "exercise-moderate", day,
        isIntense ? .mayWorsen : .mayEase,
        usual: !isIntense && exercise.count * 2 > loggedDays,
        table.noted["exercise"]?[day])
    }
    for factor in ["exercise-intense", "exercise-moderate"] { units[factor] = units["exercise"] }
    for (day, drinks) in table.noted["alcohol", default: [:]]
    where table.isAfterDrinking(day + 1) {
      add("alcohol", day + 1, .mayWorsen, usual: false, drinks)
    }
  }

  private mutating func addDays(_ table: ConfounderTable) {
    let factors: [(String, GroupResult.LedgerItem.Direction)] = [
      ("menses", .mayWorsen), ("premenstrual", .mayWorsen), ("medication", .either),
      ("antibiotics", .mayWorsen), ("illness", .mayWorsen), ("travel", .mayWorsen),
    ]
    for (name, direction) in factors {
      for day in table.days[name, default: []] {
        let entry = table.noted[name]?[day].map { Noted(entries: $0.entries) }
        add(name, day, direction, usual: table.common.contains(name), entry)
      }
    }
    for name in ["journaling", "breathing-exercise"] {
      for day in table.helpful[name, default: []] {
        add(name, day, .mayEase, usual: table.common.contains(name), table.noted[name]?[day])
      }
    }
  }

  /// Fasts may make a day better than it would be; the return to food may make one worse.
  private mutating func addExclusions(_ table: ConfounderTable, _ exclusions: Exclusions) {
    for (day, entry) in exclusions.fastEntries {
      let isFast = exclusions.reasons[day] == "fast"
      add(
        isFast ? "fasting" : "refeeding", day, isFast ? .mayEase : .mayWorsen, usual: false,
        Noted(entries: [entry]))
    }
    let courses = table.noted["antibiotics", default: [:]]
    for (day, reason) in exclusions.reasons where reason == "after antibiotics" {
      let last = (1...Exclusions.antibioticTailDays).lazy.compactMap { courses[day - $0] }.first
      add(
        "antibiotics", day, .mayWorsen, usual: false, last.map { Noted(entries: $0.entries) })
    }
  }

  /// The ledger of a window, by factor, what is not usual first.
  ///
  /// - Parameters:
  ///   - window: The days.
  ///   - others: The days on which another group was tested as well.
  ///   - group: The group whose challenge it is; it is no factor beside itself.
  ///   - includesUsual: Whether the person's usual state is listed too.
  ///   - frame: The diary, for the rows.
  /// - Returns: An item for each factor, direction and usualness.
  func ledger(
    _ window: ClosedRange<Int>, others: [Int], group: GroupID, includesUsual: Bool,
    frame: DiaryFrame
  ) -> [GroupResult.LedgerItem] {
    var items: [GroupResult.LedgerItem] = []
    for day in window {
      for fact in byDay[day] ?? [] where fact.factor != group.rawValue {
        guard includesUsual || !fact.isUsual else { continue }
        let found = items.firstIndex {
          $0.factor == fact.factor && $0.direction == fact.direction && $0.isUsual == fact.isUsual
        }
        let place = found ?? items.count
        if found == nil { items.append(item(fact)) }
        items[place].days.append(.init(date: CivilDate(dayNumber: day), value: fact.value))
        let rows = fact.entries.map { frame.reference($0) }
        items[place].entries += rows.filter { !items[place].entries.contains($0) }
      }
    }
    if !others.isEmpty {
      items.append(
        .init(
          factor: "other-challenge", direction: .mayWorsen, isUsual: false, unit: nil,
          usualValue: nil,
          days: others.map { .init(date: CivilDate(dayNumber: $0), value: nil) }, entries: []))
    }
    return items.sorted {
      ($0.isUsual ? 1 : 0, $0.factor, $0.direction.rawValue)
        < ($1.isUsual ? 1 : 0, $1.factor, $1.direction.rawValue)
    }
  }

  private func item(_ fact: Fact) -> GroupResult.LedgerItem {
    .init(
      factor: fact.factor, direction: fact.direction, isUsual: fact.isUsual,
      unit: fact.value == nil ? nil : units[fact.factor],
      usualValue: usualValues[fact.factor], days: [], entries: [])
  }
}
