// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel

/// Made-up results of a diary of lactose, gluten and fructan tests, rich enough to fill a page.
enum SampleResults {
  static func day(_ offset: Int) -> CivilDate { CivilDate(dayNumber: 20_458 + offset) }

  static func make(days count: Int = 75) -> AnalysisResults {
    var results = plain(days: count)
    results.warnings.append(overlap)
    results.dataQuality = quality(count)
    results.beliefs = beliefs
    return results
  }

  private static let overlap: AnalysisResults.Warning = {
    var warning = AnalysisResults.Warning(
      code: "phases-overlap", text: "The challenge and the washout overlap on 1 day.")
    warning.groups = [GroupID(rawValue: "egg")]
    warning.start = day(41)
    warning.end = day(41)
    warning.entries = ["diary.csv:11", "diary.csv:12"]
    return warning
  }()

  private static func quality(_ count: Int) -> DataQuality {
    let stretches = [17, 18, 40, 61].map { DataQuality.Stretch(start: day($0), end: day($0)) }
    let parts: [DataQuality.Part] = [
      .init(
        code: "logged-days", value: Double(count - 4) / Double(count), count: count - 4,
        total: count, rating: .good, stretches: stretches),
      .init(
        code: "missing-after-bad-days", value: 0.0312, count: 3, total: 9, rating: .fair,
        stretches: stretches),
      .init(
        code: "late-entries", value: 0.0137, count: 5, total: 365, rating: .fair,
        entries: (1...8).map { "diary.csv:\($0)" }),
    ]
    let group = [
      DataQuality.Part(code: "window-days", value: 0.9, count: 9, total: 10, rating: .good),
      DataQuality.Part(code: "repeats", value: 1, count: 2, total: 2, rating: .fair),
    ]
    return DataQuality(
      grade: .b, parts: parts,
      groups: [.init(group: GroupID(rawValue: "lactose"), grade: .b, parts: group)])
  }

  private static let beliefs = [
    Belief(
      group: GroupID(rawValue: "gluten"), believed: true, verdict: .possibleTrigger,
      probability: 0.44, entries: ["diary.csv:3"]),
    Belief(
      group: GroupID(rawValue: "lactose"), believed: false, verdict: .likelyTrigger,
      probability: 0.9612, entries: []),
  ]

  private static func plain(days count: Int) -> AnalysisResults {
    var results = AnalysisResults(
      participant: "p001",
      period: .init(start: day(0), end: day(count - 1), days: count, loggedDays: count - 4),
      outcome: .init(
        name: "overall", scale: [0, 10], symptoms: ["abdominal pain", "bloating", "tiredness"],
        dailyMean: 2.412_34, autocorrelation: 0.4101, absence: "missing",
        baselineBand: [0.8, 3.1], baselineMedian: 1.9),
      groups: groups(),
      notSeparable: [[GroupID(rawValue: "gluten"), GroupID(rawValue: "fructan")]],
      separations: [
        .init(
          groups: [GroupID(rawValue: "gluten"), GroupID(rawValue: "fructan")],
          testGroup: GroupID(rawValue: "fructan"), testFood: "garlic", similarity: 0.971)
      ],
      safety: [
        .init(
          gate: "coeliac-not-excluded", withholdsRetest: true,
          groups: [GroupID(rawValue: "gluten")], entries: ["diary.csv:5", "diary.csv:9"],
          evidence: "gluten-free since 2025; no coeliac test noted")
      ],
      warnings: [
        .init(code: "missing-days", text: "4 of 75 days have no entry."),
        .init(
          code: "few-challenges",
          text: "Egg was tested once only; one test can be good or bad by chance."),
      ],
      timeline: timeline(count),
      unknownFoods: [.init(name: "Grandma's surprise", count: 3), .init(name: "FitBar", count: 1)],
      provenance: .init(
        inputs: [
          .init(
            name: "diary.csv", sha256: String(repeating: "9f2c", count: 16),
            format: "canonical-csv", rows: 1650, rowsUnread: 3)
        ], version: "0.1.0", settings: ["day-starts": "05:00", "time-zone": "Europe/Berlin"]))
    results.helpfulFactors = [
      .init(
        factor: "journaling", daysWith: 21, daysWithout: 50, meanWith: 2.1, meanWithout: 2.543_21,
        difference: -0.443_21)
    ]
    return results
  }

  /// Values that look like a diary, from a small generator of their own.
  static func outcome(_ offset: Int) -> Double? {
    if [17, 18, 40, 61].contains(offset) { return nil }
    var state = UInt64(bitPattern: Int64(offset &+ 7)) &* 0x9E37_79B9_7F4A_7C15
    state ^= state >> 29
    let noise = Double(state % 25) / 10
    let rises: [Int: Double] = [
      35: 2.6, 36: 4.1, 37: 5.2, 38: 3.1, 56: 2.2, 57: 4.4, 58: 4.9, 59: 2.5, 47: 2, 48: 2.4,
    ]
    return (((offset < 14 ? 2.5 : 0.6) + noise + (rises[offset] ?? 0)) * 10).rounded() / 10
  }

  private static func timeline(_ count: Int) -> Timeline {
    let days = (0..<count).map { offset -> Timeline.Day in
      let value = outcome(offset)
      let symptoms = value.map {
        ["abdominal pain": $0, "bloating": ($0 * 7).rounded() / 10, "tiredness": 2]
      }
      var confounders: [String] = []
      if offset % 28 < 4 { confounders.append("menses") }
      if [36, 50].contains(offset) { confounders.append("sleep") }
      if [12, 52, 53].contains(offset) { confounders.append("stress") }
      return Timeline.Day(
        date: day(offset), logged: value != nil, outcome: value, symptoms: symptoms ?? [:],
        confounders: confounders,
        excluded: (66...68).contains(offset) ? "stomach bug (illness)" : nil)
    }
    func phase(_ name: String, _ range: ClosedRange<Int>, _ groups: [String] = []) -> Timeline.Phase
    {
      Timeline.Phase(
        name: name, start: day(range.lowerBound), end: day(range.upperBound),
        groups: groups.map(GroupID.init(rawValue:)), source: "diary")
    }
    return Timeline(
      days: days,
      phases: [
        phase("baseline", 0...13), phase("elimination", 14...34, ["gluten", "lactose", "fructan"]),
        phase("challenge", 35...37, ["lactose"]), phase("washout", 38...41),
        phase("challenge", 42...44, ["egg"]), phase("challenge", 47...49, ["gluten", "fructan"]),
        phase("washout", 50...54), phase("challenge", 56...58, ["lactose"]),
        phase("challenge", 63...65, ["sorbitol"]),
      ])
  }

  static func challenge(
    _ start: Int, doses: [Double], effect: Double, confounders: [String] = [],
    excluded: [GroupResult.ExcludedDay] = []
  ) -> GroupResult.Challenge {
    var challenge = GroupResult.Challenge(
      start: day(start), end: day(start + doses.count - 1), source: "diary", effect: effect,
      nap: 0.93, napInterval: [0.71, 0.98], pValue: 0.0312, confounders: confounders,
      effectWithoutConfounded: confounders.isEmpty ? effect : effect - 0.3137,
      excludedDays: excluded, baselineMean: 1.8712, baselineDays: 14,
      values: (-2...(doses.count + 2)).compactMap { offset in
        outcome(start + offset).map { .init(day: offset, value: $0) }
      },
      doses: doses.enumerated().map { .init(day: $0.offset, value: $0.element) },
      entries: ["diary.csv:\(900 + start)", "diary.csv:\(903 + start)"])
    challenge.pValueKind = start == 56 ? "randomisation" : "shift"
    challenge.pValueWindows = start == 56 ? 6 : 71
    challenge.mechanism = "sugar"
    challenge.responseWindow = .init(start: day(start), end: day(start + doses.count))
    challenge.baselineWindow = .init(start: day(start - 14), end: day(start - 1))
    challenge.tau = 0.86
    challenge.tauTrendCorrected = 0.714_29
    challenge.hedgesG = effect * 0.9
    challenge.logResponseRatio = 0.543_21
    challenge.levelChange = .init(mean: effect - 0.1, low: effect - 1.234_56, high: effect + 1)
    challenge.autocorrelation = 0.35
    challenge.napWithoutConfounded = confounders.isEmpty ? nil : 0.9012
    challenge.ledger = confounders.map {
      .init(
        factor: $0, direction: .mayWorsen, isUsual: false, unit: $0 == "sleep" ? "h" : nil,
        usualValue: $0 == "sleep" ? 7.412_34 : nil,
        days: [.init(date: day(start + 1), value: $0 == "sleep" ? 4.5 : nil)],
        entries: ["diary.csv:\(800 + start)"])
    }
    return challenge
  }

  static func exposures(_ starts: [(Int, [Double])], food: String) -> [GroupResult.Exposure] {
    starts.flatMap { start, doses in
      doses.enumerated().map { index, dose in
        GroupResult.Exposure(
          date: day(start + index), portions: dose, certain: true, foods: [food],
          entries: ["diary.csv:\(900 + start + index)"])
      }
    }
  }
}
