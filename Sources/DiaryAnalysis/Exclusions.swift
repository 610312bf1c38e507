// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The days that are left out of comparisons, and why.
struct Exclusions: Sendable {
  /// The shortest fast that counts, in hours.
  static let fastHours = 24.0
  /// The days of refeeding after a fast.
  static let refeedingDays = 2
  /// The days after antibiotics that are left out as well.
  static let antibioticTailDays = 14

  /// The reason for each day that is left out of the challenges' comparisons.
  private(set) var reasons: [Int: String] = [:]
  /// The place of the entry of the fast that a day is left out for.
  private(set) var fastEntries: [Int: Int] = [:]
  /// The days that are left out of the model as well.
  private(set) var outOfModel: Set<Int> = []
  /// The places of the entries of fasts of a day or more.
  private(set) var fasts: [Int] = []
  /// The medical events that split the diary, and the stretch that is interpreted.
  let medical: MedicalEvents

  /// Finds the days; `valueDays` are those with a symptom value.
  init(frame: DiaryFrame, confounders: ConfounderTable, valueDays: [Int]) {
    medical = MedicalEvents(frame: frame, valueDays: valueDays)
    addFasts(frame)
    for day in (confounders.days["antibiotics"] ?? []).sorted() {
      exclude(day, "antibiotics", model: true)
    }
    for day in (confounders.days["antibiotics"] ?? []).sorted() {
      for tail in 1...Self.antibioticTailDays {
        exclude(day + tail, "after antibiotics", model: true)
      }
    }
    for name in ["illness", "travel"] {
      let days = confounders.days[name] ?? []
      let logged = frame.logged.count { $0 }
      guard days.count * 2 <= logged else { continue }
      for day in days.sorted() { exclude(day, name, model: false) }
    }
  }

  /// Whether a day is left out of the challenges' comparisons.
  func contains(_ day: Int) -> Bool { reasons[day] != nil || medical.leavesOut(day) }

  /// Why a day is left out; `nil` where it is not.
  func reason(_ day: Int) -> String? {
    medical.reason(day) ?? reasons[day]
  }

  /// The stable code of a reason.
  static func code(_ reason: String) -> String { Words.name(reason) }

  /// Whether a day is left out of the model.
  func leavesModel(_ day: Int) -> Bool { outOfModel.contains(day) || medical.leavesOut(day) }

  private mutating func exclude(_ day: Int, _ reason: String, model: Bool) {
    if reasons[day] == nil { reasons[day] = reason }
    if model { outOfModel.insert(day) }
  }

  private mutating func addFasts(_ frame: DiaryFrame) {
    var refeeding: [(day: Int, entry: Int)] = []
    for index in frame.entries.indices {
      let kind = frame.entries[index].kind
      guard kind == .note || kind == .context, let fast = Self.fast(frame.entries[index], frame)
      else { continue }
      fasts.append(index)
      for day in fast {
        if reasons[day] == nil { fastEntries[day] = index }
        exclude(day, "fast", model: true)
      }
      refeeding += (1...Self.refeedingDays).map { (fast.upperBound + $0, index) }
    }
    for (day, entry) in refeeding {
      if reasons[day] == nil { fastEntries[day] = entry }
      exclude(day, "refeeding", model: true)
    }
  }

  /// The days of a fast of a day or more that an entry tells of.
  private static func fast(_ entry: Entry, _ frame: DiaryFrame) -> ClosedRange<Int>? {
    guard let time = entry.time else { return nil }
    let span = frame.span(of: time)
    if entry.kind == .note {
      let text = [entry.name, entry.note ?? ""].joined(separator: " ")
      guard let hours = hours(inNote: text), hours >= fastHours
      else { return nil }
      // A note looks back: the fast ends on its day.
      return span.upperBound - days(hours) + 1...span.upperBound
    }
    guard entry.kind == .context, Words.normal(entry.name) == "fasting",
      ConfounderTable.isPresent(entry), let hours = hours(entry, time, frame.axis),
      hours >= fastHours
    else { return nil }
    let last = max(span.upperBound, span.lowerBound + days(hours) - 1)
    return span.lowerBound...min(last, span.lowerBound + 400)
  }

  private static func days(_ hours: Double) -> Int { Int(min((hours / 24).rounded(.up), 400)) }

  /// The hours of a unit of time; `nil` for other units.
  static func unitHours(_ unit: String) -> Double? {
    switch unit {
    case "h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden": 1
    case "d", "day", "days", "tag", "tage", "tagen": 24
    case "min", "mins", "minute", "minutes", "minuten": 1.0 / 60
    case "w", "week", "weeks", "woche", "wochen": 168
    default: nil
    }
  }

  private static let fastPhrases = PhraseList([
    Phrase("fasted|fasting|gefastet|fastete~#"),
    Phrase("# hour|hours|h|day|days|stunden|tage fast|fastenkur|fasten"),
  ])

  private static let counts: [String: Double] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "einen": 1, "einem": 1, "zwei": 2,
    "drei": 3, "vier": 4, "fuenf": 5,
  ]
  private static let lengths: (number: String, unit: String) = (
    "#|" + counts.keys.sorted().joined(separator: "|"),
    "hours|hour|h|hrs|day|days|tage|tag|tagen|stunden|std"
  )

  /// Days on which nothing at all was eaten: not `nothing but rice`, `nothing with milk`.
  private static let emptyDays: PhraseList = {
    let (number, unit) = lengths
    let texts = [
      "nothing|nichts|nix|ohne eat|eaten|ate|gegessen|essen|nahrung for|in|seit|since \(number) \(unit)",
      "ate|eaten|eat|eating nothing for|in|since \(number) \(unit)",
      "nothing to eat for|in|since \(number) \(unit)",
      "\(number) \(unit) nichts|nix gegessen|essen", "\(number) \(unit) lang nichts|nix gegessen",
      "\(number) \(unit) nichts|nix mehr|zu gegessen|essen",
      "no|without food|eating|meals for|in|since \(number) \(unit)",
      "not|havent|hasnt|didnt eaten|eat for|in|since \(number) \(unit)",
      "not|havent|hasnt|didnt eaten|eat anything for|in|since \(number) \(unit)",
      "\(number) \(unit) i|we|he|she|have|of ate|eaten|eat|eating nothing",
    ]
    let food = [
      "\(number) \(unit) ohne|without|no essen|nahrung|food",
      "\(number) \(unit) of|with|without no food", "\(number) \(unit) without any food",
      "\(number) \(unit) without|no eating food",
    ]
    let eating = ["without|no eating", "without any|no eating", "without|no eating anything"]
      .map { "\(number) \(unit) \($0)" }
    let limited = "but|except|als|mit|ausser|with|containing"
    let noMeals =
      "|poisoning|allergy|allergies|intolerance|intolerances|issues|problems|reaction|reactions"
      + "|diary|trigger|triggers|additives"
    // What follows `eating` says what was not eaten: `5 days without eating dairy`.
    let any = "abcdefghijklmnopqrstuvwxyz".map { "|\($0)*" }.joined() + "|#"
    return PhraseList(
      texts.map { Phrase($0, next: limited) } + food.map { Phrase($0, next: limited + noMeals) }
        + eating.map { Phrase($0, next: any) }
        + eating.map { Phrase($0 + " and|so|then|because|now|due|since|at") })
  }()
  /// Words by which something was eaten after all.
  private static let limits: Set<String> = [
    "except", "ausser", "besides", "other", "apart", "contains", "containing", "enthaelt",
    "enthalten",
  ]

  /// The hours of a fast that a note tells of: `fasted for 36 hours`, `ate nothing for 2 days`.
  static func hours(inNote text: String) -> Double? {
    let isFast = Words.contains(text, "fast")
    let mayBeEmpty = ["eat", "ate", "gegessen", "essen", "food", "nahrung"]
      .contains { Words.contains(text, $0) }
    guard isFast || mayBeEmpty else { return nil }
    let tokens = Words.tokens(text)
    let isGerman = tokens.contains { $0 == "nichts" || $0 == "nix" }
    let isLimited = tokens.contains { limits.contains($0) || isGerman && $0 == "was" }
    let empty = mayBeEmpty && !isLimited ? emptyHours(tokens) : nil
    guard isFast, fastPhrases.stands(in: tokens) else { return empty }
    let lengths = zip(tokens, tokens.dropFirst()).compactMap { number, unit -> Double? in
      guard let count = Double(number), let size = unitHours(unit) else { return nil }
      return count * size
    }
    return (lengths + [empty].compactMap(\.self)).max()
  }

  /// The longest time without food that a note tells of; its other lengths of time are not meant.
  private static func emptyHours(_ tokens: [String]) -> Double? {
    let sizes = zip(tokens, tokens.dropFirst()).map { number, unit -> Double? in
      guard let count = Double(number) ?? counts[number], let size = unitHours(unit) else {
        return nil
      }
      return count * size
    }
    return sizes.indices.compactMap { place -> Double? in
      guard let size = sizes[place] else { return nil }
      let words = (max(0, place - 24)..<min(tokens.count, place + 12)).map { other in
        other != place && other < sizes.count && sizes[other] != nil ? "" : tokens[other]
      }
      return emptyDays.stands(in: words) ? size : nil
    }.max()
  }

  /// The hours of a fast: its value, or how long its interval is; whole days where no clock is given.
  static func hours(_ entry: Entry, _ time: EntryTime, _ axis: TimeAxis) -> Double? {
    if let number = entry.value?.number, number.isFinite {
      let unit = Words.normal(entry.unit ?? "")
      if let size = unitHours(unit) { return number * size }
      if number > 1 || !unit.isEmpty { return number }
    }
    guard case .interval(let start, let end) = time else { return nil }
    if let begin = axis.hour(of: start), let stop = axis.hour(of: end) { return stop - begin }
    return Double(end.date.dayNumber - start.date.dayNumber + 1) * 24
  }
}
