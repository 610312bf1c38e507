// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// What was noted of each day besides food and symptoms, with its rows, and whether it is usual.
///
/// It follows the rules of `ConfounderTable` and adds what may help.
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

  /// The longest exercise that counts as moderate, in minutes; intense minutes count double.
  static let moderateMinutes = 120.0

  /// The facts of each day with any, by factor.
  private(set) var byDay: [Int: [Fact]] = [:]
  /// The person's mean of each factor with values.
  private(set) var usualValues: [String: Double] = [:]
  /// The unit of each factor with values.
  private(set) var units: [String: String] = [:]

  private typealias Noted = (value: Double?, entries: [Int])
  private static let usualUnits = [
    "sleep": "h", "sleep-quality": "0-10", "stress": "0-10", "exercise": "min",
    "alcohol": "drinks", "caffeine": "mg", "breathing-exercise": "min", "journaling": "min",
  ]

  init(frame: DiaryFrame, confounders: ConfounderTable, exclusions: Exclusions) {
    var noted: [String: [Int: Noted]] = [:]
    for index in frame.places.circumstances {
      let entry = frame.entries[index]
      guard let time = entry.time else { continue }
      let name = Words.name(entry.name)
      guard Self.read.contains(name) else { continue }
      let span = frame.span(of: time)
      let number = entry.value?.number.flatMap { $0.isFinite ? $0 : nil }
      for day in Self.days(name, span) {
        Self.add(number, index, name, to: &noted[name, default: [:]][day])
      }
      if number != nil, units[name] == nil {
        units[name] = entry.unit?.isEmpty == false ? entry.unit : Self.usualUnits[name]
      }
    }
    let loggedDays = max(1, frame.logged.count { $0 })
    addNumbers(noted, confounders, loggedDays)
    addDays(noted, confounders)
    addExclusions(noted, exclusions)
    for day in byDay.keys { byDay[day]?.sort { $0.factor < $1.factor } }
  }

  /// The names that are read; fasts come from the exclusions.
  private static let read: Set<String> = [
    "sleep", "sleep-quality", "stress", "exercise", "menses", "alcohol", "caffeine", "medication",
    "antibiotics", "illness", "travel", "journaling", "breathing-exercise",
  ]

  /// The days that an entry tells of: of sleep the last, of what is done the first.
  private static func days(_ name: String, _ span: ClosedRange<Int>) -> [Int] {
    switch name {
    case "sleep": [span.upperBound]
    case "exercise", "alcohol", "caffeine": [span.lowerBound]
    default: Array(span.prefix(400))
    }
  }

  /// Adds an entry to what is known of its day: the highest rating, the sum of an amount.
  private static func add(_ number: Double?, _ entry: Int, _ name: String, to noted: inout Noted?) {
    let isRating = name == "stress" || name == "sleep-quality"
    var known = noted ?? (nil, [])
    if let number {
      known.value = known.value.map { isRating ? max($0, number) : $0 + number } ?? number
    }
    known.entries.append(entry)
    noted = known
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

  private mutating func addNumbers(
    _ noted: [String: [Int: Noted]], _ table: ConfounderTable, _ loggedDays: Int
  ) {
    for (name, worse) in [("stress", 1.0), ("sleep", -1), ("sleep-quality", -1)] {
      usualValues[name] = table.usual(name)
      for day in table.numbers[name, default: [:]].keys {
        let score = (table.score(name, day) ?? 0) * worse
        add(
          name, day, score < -1 ? .mayEase : .mayWorsen, usual: abs(score) <= 1,
          noted[name]?[day])
      }
    }
    usualValues["caffeine"] = table.usual("caffeine")
    for day in table.numbers["caffeine", default: [:]].keys {
      add(
        "caffeine", day, .mayWorsen, usual: !table.isAboveUsualCaffeine(day),
        noted["caffeine"]?[day])
    }
    let exercise = table.numbers["exercise", default: [:]].filter { $0.value > 0 }
    for (day, minutes) in exercise {
      let isIntense = minutes >= Self.moderateMinutes
      add(
        isIntense ? "exercise-intense" : "exercise-moderate", day,
        isIntense ? .mayWorsen : .mayEase,
        usual: !isIntense && exercise.count * 2 > loggedDays, noted["exercise"]?[day])
    }
    for factor in ["exercise-intense", "exercise-moderate"] { units[factor] = units["exercise"] }
    for (day, drinks) in noted["alcohol", default: [:]] {
      guard let number = drinks.value, number >= ConfounderTable.heavyDrinks else { continue }
      add("alcohol", day + 1, .mayWorsen, usual: false, drinks)
    }
  }

  private mutating func addDays(_ noted: [String: [Int: Noted]], _ table: ConfounderTable) {
    let factors: [(String, GroupResult.LedgerItem.Direction)] = [
      ("menses", .mayWorsen), ("premenstrual", .mayWorsen), ("medication", .either),
      ("antibiotics", .mayWorsen), ("illness", .mayWorsen), ("travel", .mayWorsen),
    ]
    for (name, direction) in factors {
      for day in table.days[name, default: []] {
        let entry = noted[name]?[day].map { Noted(value: nil, entries: $0.entries) }
        add(name, day, direction, usual: table.common.contains(name), entry)
      }
    }
    for name in ["journaling", "breathing-exercise"] {
      for day in table.helpful[name, default: []] {
        add(name, day, .mayEase, usual: table.common.contains(name), noted[name]?[day])
      }
    }
  }

  /// Fasts may make a day better than it would be; the return to food may make one worse.
  private mutating func addExclusions(_ noted: [String: [Int: Noted]], _ exclusions: Exclusions) {
    for (day, entry) in exclusions.fastEntries {
      let isFast = exclusions.reasons[day] == "fast"
      add(
        isFast ? "fasting" : "refeeding", day, isFast ? .mayEase : .mayWorsen, usual: false,
        (nil, [entry]))
    }
    let courses = noted["antibiotics", default: [:]]
    for (day, reason) in exclusions.reasons where reason == "after antibiotics" {
      let last = (1...Exclusions.antibioticTailDays).lazy.compactMap { courses[day - $0] }.first
      add(
        "antibiotics", day, .mayWorsen, usual: false, last.map { Noted(nil, $0.entries) })
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
