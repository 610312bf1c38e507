// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// What else than food can change the symptoms, day by day.
struct ConfounderTable: Sendable {
  /// What was said of one name on one day, by the entries that count.
  struct Noted: Sendable {
    /// The highest rating, or the sum of an amount; `nil` where no entry has a number.
    var value: Double?
    /// The places of the entries, the first `mostEntries`.
    var entries: [Int] = []
  }

  /// The most entries that are kept of a name and day.
  static let mostEntries = 100
  /// The drinks of a day from which alcohol counts as a confounder of the next day.
  static let heavyDrinks = 4.0
  /// The days before the menses that count as premenstrual.
  static let premenstrualDays = 5

  /// The minutes from which exercise is intense; noted as intense they count double.
  static let intenseMinutes = 120.0

  /// The mg of caffeine above the person's mean from which it counts: a cup, EFSA 2015.
  static let caffeineAbove = 90.0

  /// Numbers by name (`stress`, `sleep`, `sleep-quality`, `exercise`, `caffeine`), then by day.
  private(set) var numbers: [String: [Int: Double]] = [:]
  /// Days by name (`menses`, `premenstrual`, `illness`, `medication`, `travel`, `antibiotics`).
  private(set) var days: [String: Set<Int>] = [:]
  /// Days of what may help (`journaling`, `breathing-exercise`); they are no confounders.
  private(set) var helpful: [String: Set<Int>] = [:]
  /// What was said, by name, then by day.
  private(set) var noted: [String: [Int: Noted]] = [:]
  /// The unit of each name with numbers.
  private(set) var units: [String: String] = [:]
  /// The context names that nothing is done with.
  private(set) var unused: Set<String> = []

  /// What stands on more than half of the days with entries.
  private(set) var common: Set<String> = []
  private var center: [String: (mean: Double, sd: Double)] = [:]
  private var byDay: [Int: [String]] = [:]

  init(frame: DiaryFrame) {
    for index in frame.places.circumstances {
      let entry = frame.entries[index]
      if let time = entry.time { add(entry, index, Words.name(entry.name), frame.span(of: time)) }
    }
    for name in Self.asNoted { numbers[name] = noted[name]?.compactMapValues(\.value) }
    addPremenstrual()
    let loggedDays = max(1, frame.logged.count { $0 })
    let present = days.merging(helpful) { days, _ in days }
    common = Set(present.filter { $0.value.count * 2 > loggedDays }.keys)
    center = numbers.mapValues { Self.meanAndDeviation(Array($0.values).sorted()) }
    byDay = namesByDay()
  }

  /// The confounders that stand on a day, sorted.
  ///
  /// Stress and sleep stand where they are more than one standard deviation worse than usual; what
  /// stands on more than half of all days is the person's usual state and no confounder.
  func names(on day: Int) -> [String] { byDay[day] ?? [] }

  /// The names of all days with any.
  private func namesByDay() -> [Int: [String]] {
    var byDay: [Int: [String]] = [:]
    for (name, days) in days where !common.contains(name) {
      for day in days { byDay[day, default: []].append(name) }
    }
    for (name, worse) in [("stress", 1.0), ("sleep", -1), ("sleep-quality", -1)] {
      for (day, z) in scores(name) where z * worse > 1 { byDay[day, default: []].append(name) }
    }
    for (day, minutes) in numbers["exercise", default: [:]]
    where minutes >= Self.intenseMinutes {
      byDay[day, default: []].append("exercise")
    }
    for day in noted["alcohol", default: [:]].keys where isAfterDrinking(day + 1) {
      byDay[day + 1, default: []].append("alcohol")
    }
    for day in numbers["caffeine", default: [:]].keys where isAboveUsualCaffeine(day) {
      byDay[day, default: []].append("caffeine")
    }
    for day in byDay.keys { byDay[day]?.sort() }
    return byDay
  }

  /// Whether more caffeine was noted than one standard deviation, and a cup, above the mean.
  func isAboveUsualCaffeine(_ day: Int) -> Bool {
    guard let value = numbers["caffeine"]?[day], let center = center["caffeine"] else {
      return false
    }
    return value > center.mean + center.sd && value >= center.mean + Self.caffeineAbove
  }

  /// The mean of a number over all days that have it.
  func usual(_ name: String) -> Double? { center[name]?.mean }

  /// Whether a day follows one with many drinks, in one entry or in several.
  func isAfterDrinking(_ day: Int) -> Bool {
    (noted["alcohol"]?[day - 1]?.value ?? 0) >= Self.heavyDrinks
  }

  /// How far a number lies from its mean in standard deviations, on the days that have it.
  func scores(_ name: String) -> [Int: Double] {
    guard let values = numbers[name], let center = center[name], center.sd > 1e-9 else {
      return [:]
    }
    return values.mapValues { ($0 - center.mean) / center.sd }
  }

  /// Whether a context says that something was, not that it was not.
  static func isPresent(_ entry: Entry) -> Bool {
    switch entry.value {
    case nil: true
    case .number(let number): number > 0
    case .text(let text): !Denial.holds(text)
    }
  }

  static func meanAndDeviation(_ values: [Double]) -> (mean: Double, sd: Double) {
    guard !values.isEmpty else { return (0, 0) }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, values.count > 1 ? (squares / Double(values.count - 1)).squareRoot() : 0)
  }

  /// Whose numbers are what was noted.
  private static let asNoted = ["stress", "sleep-quality", "sleep", "caffeine"]

  private mutating func add(
    _ entry: Entry, _ index: Int, _ name: String, _ span: ClosedRange<Int>
  ) {
    let number = finite(entry)
    switch name {
    case "stress", "sleep-quality":
      guard let number else { return }
      for day in span.prefix(400) { note(number, entry, index, name, day, isRating: true) }
    case "sleep":
      guard let hours = entry.hoursSlept, hours.isFinite else { return }
      note(hours, entry, index, name, span.upperBound)
    case "exercise":
      let minutes = number ?? (Self.isPresent(entry) ? 30 : 0)
      let factor = Words.tokens(entry.note ?? "").contains("intense") ? 2.0 : 1
      numbers[name, default: [:]][span.lowerBound, default: 0] +=
        min(max(minutes, 0), 600) * factor
      note(number, entry, index, name, span.lowerBound)
    case "alcohol":
      guard let number, number > 0 else { return }
      note(min(number, 1e5), entry, index, name, span.lowerBound)
    case "menses", "illness", "medication", "travel", "antibiotics":
      guard Self.isPresent(entry) else { return }
      days[name, default: []].formUnion(span.prefix(4000))
      for day in span.prefix(4000) { note(number, entry, index, name, day) }
    case "caffeine":
      guard let number, number >= 0 else { return }
      note(min(number, 1e5), entry, index, name, span.lowerBound)
    case "journaling", "breathing-exercise":
      guard Self.isPresent(entry) else { return }
      helpful[name, default: []].formUnion(span.prefix(400))
      for day in span.prefix(400) { note(number, entry, index, name, day) }
    case "fasting", "weight", "transplant", "chemotherapy", "immunosuppression": break
    default: unused.insert(name)
    }
  }

  /// The units that names have where an entry gives none.
  private static let usualUnits = [
    "sleep": "h", "sleep-quality": "0-10", "stress": "0-10", "exercise": "min",
    "alcohol": "drinks", "caffeine": "mg", "breathing-exercise": "min", "journaling": "min",
  ]

  /// Keeps what an entry says of a day.
  private mutating func note(
    _ number: Double?, _ entry: Entry, _ index: Int, _ name: String, _ day: Int,
    isRating: Bool = false
  ) {
    if number != nil, units[name] == nil {
      let own = name == "sleep" ? nil : entry.unit
      units[name] = own.flatMap { $0.isEmpty ? nil : $0 } ?? Self.usualUnits[name]
    }
    var known = noted[name]?[day] ?? Noted()
    if let number {
      known.value = known.value.map { isRating ? max($0, number) : $0 + number } ?? number
    }
    if known.entries.count < Self.mostEntries { known.entries.append(index) }
    noted[name, default: [:]][day] = known
  }

  private func finite(_ entry: Entry) -> Double? {
    entry.value?.number.flatMap { $0.isFinite ? $0 : nil }
  }

  private mutating func addPremenstrual() {
    guard let menses = days["menses"] else { return }
    let starts = menses.filter { start in (1...3).allSatisfy { !menses.contains(start - $0) } }
    let before = starts.flatMap { start in (1...Self.premenstrualDays).map { start - $0 } }
    days["premenstrual"] = Set(before).subtracting(menses)
  }
}
