// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import FoodKnowledge

/// Writes diaries by hand: day 0 is Monday, 2026-01-05.
struct DiaryBuilder {
  static let start = 20_458

  private(set) var entries: [Entry] = []

  static func date(_ day: Int) -> CivilDate { CivilDate(dayNumber: start + day) }

  static func time(_ day: Int, _ hour: Double?) -> TimePoint {
    let date = date(day)
    guard let hour, let local = LocalDateTime(date: date, secondOfDay: Int(hour * 3600)) else {
      return .day(date)
    }
    return .clock(local)
  }

  private mutating func add(
    _ kind: EntryKind, _ time: EntryTime?, _ name: String, _ value: EntryValue?, _ unit: String?,
    _ groups: [String]?, _ note: String?
  ) {
    entries.append(
      Entry(
        kind: kind, time: time, name: name, value: value, unit: unit,
        groups: groups.map { $0.map(GroupID.init(rawValue:)) }, note: note,
        origin: Origin(input: 0, line: entries.count + 2)))
  }

  mutating func interval(
    _ kind: EntryKind, _ first: Int, _ last: Int, _ name: String, _ value: EntryValue?,
    _ unit: String?
  ) {
    add(
      kind, .interval(Self.time(first, nil), Self.time(last, nil)), name, value, unit, nil, nil)
  }

  mutating func food(
    _ day: Int, _ hour: Double? = nil, _ name: String = "food", portions: Double? = nil,
    unit: String? = "portion", groups: [String]? = [], note: String? = nil
  ) {
    add(
      .food, .at(Self.time(day, hour)), name, portions.map { .number($0) },
      portions == nil ? nil : unit, groups, note)
  }

  mutating func symptom(
    _ day: Int, _ hour: Double? = nil, _ name: String = "bloating", _ value: Double?,
    scale: String? = "0-10", note: String? = nil
  ) {
    add(
      .symptom, .at(Self.time(day, hour)), name, value.map { .number($0) }, scale, nil, note)
  }

  mutating func symptom(_ day: Int, word: String, _ name: String = "bloating") {
    add(.symptom, .at(Self.time(day, nil)), name, .text(word), "mild-severe", nil, nil)
  }

  mutating func context(
    _ day: Int, _ hour: Double? = nil, _ name: String, _ value: Double? = nil, unit: String? = nil,
    last: Int? = nil, text: String? = nil, note: String? = nil
  ) {
    let start = Self.time(day, hour)
    let time: EntryTime = last.map { .interval(start, Self.time($0, hour)) } ?? .at(start)
    add(.context, time, name, value.map { .number($0) } ?? text.map { .text($0) }, unit, nil, note)
  }

  mutating func phase(
    _ name: String, _ first: Int, _ last: Int, groups: [String] = [], note: String? = nil
  ) {
    add(
      .phase, .interval(Self.time(first, nil), Self.time(last, nil)), name, nil, nil, groups, note)
  }

  mutating func profile(
    _ name: String, _ value: String? = nil, unit: String? = nil, groups: [String]? = nil
  ) {
    let parsed: EntryValue? = value.map { text in
      Double(text).map { .number($0) } ?? .text(text)
    }
    add(.profile, nil, name, parsed, unit, groups, nil)
  }

  mutating func note(_ day: Int, _ hour: Double? = nil, _ text: String) {
    add(.note, .at(Self.time(day, hour)), "", nil, nil, nil, text)
  }

  var diary: Diary {
    Diary(
      participant: "p1", entries: entries,
      inputs: [
        InputSummary(
          name: "diary.csv", sha256: "", format: "canonical-csv", rows: entries.count,
          rowsUnread: 0)
      ])
  }

  /// The diary with its entries in another order, as if its rows had been shuffled.
  func shuffled(_ seed: UInt64) -> Diary {
    var generator = SplitMix(state: seed)
    return Diary(
      participant: "p1", entries: entries.shuffled(using: &generator), inputs: diary.inputs)
  }

  func results(_ change: (inout AnalysisOptions) -> Void = { _ in }) -> AnalysisResults {
    var options = AnalysisOptions()
    change(&options)
    return DiaryAnalyzer(options: options, foods: FoodClassifier(), version: "test").analyze(diary)
  }
}

/// The generator of Steele, Lea & Flood 2014.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension AnalysisResults {
  func group(_ name: String) -> GroupResult? { groups.first { $0.group.rawValue == name } }
  func has(_ code: String) -> Bool { warnings.contains { $0.code == code } }
  func gate(_ name: String) -> SafetyGate? { safety.first { $0.gate == name } }
}

extension DiaryBuilder {
  /// A protocol of twelve weeks with three lactose challenges and two of egg, three days each.
  ///
  /// Lactose raises the symptom by `rise` on its days and the next; egg does not.
  static func clean(rise: Double = 5) -> DiaryBuilder {
    var diary = DiaryBuilder()
    let level = [1.0, 2, 1, 1, 2, 0, 1, 2, 1, 0]
    diary.phase("baseline", 0, 6)
    diary.phase("elimination", 7, 34, groups: ["lactose", "egg"])
    let challenges = [(35, "lactose"), (44, "egg"), (53, "lactose"), (62, "egg"), (71, "lactose")]
    for (day, group) in challenges { diary.phase("challenge", day, day + 2, groups: [group]) }
    for day in 0..<84 {
      diary.food(day, 12, "rice", groups: [])
      var value = level[day % level.count]
      for (first, group) in challenges {
        if (first...first + 2).contains(day) {
          diary.food(
            day, 8, "capsule", portions: 1, groups: [group])
        }
        if group == "lactose", (first...first + 3).contains(day) { value += rise }
      }
      diary.symptom(day, nil, "bloating", min(value, 10))
    }
    return diary
  }
}
