// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import Reporting
import Testing

extension SampleResults {
  /// Every sample, by the name of its page.
  static let all: [(String, AnalysisResults)] = [
    ("rich", make()), ("empty", empty()), ("null", null()), ("years", years()),
    ("many", many()), ("hostile", hostile()),
  ]

  static let names = all.map(\.0)
  /// Those whose texts are words of this project.
  static let plainNames = names.filter { $0 != "hostile" }

  /// The sample's page, read once for all tests.
  static func page(_ name: String) throws -> PageReader.Element {
    try #require(pages.first { $0.0 == name }?.1)
  }

  private static let pages = all.map { name, results in
    (name, try? PageReader.read(Report.html(results, findings: findings)))
  }

  static func named(_ name: String) -> AnalysisResults {
    all.first { $0.0 == name }?.1 ?? empty()
  }

  static let findings = [
    Finding(
      id: "csv-date", severity: .error, summary: "“2026-02-30” is no date.",
      remedy: "Correct the day.", file: "/home/someone/diary.csv", line: 812),
    Finding(
      id: "unit-unknown", severity: .warning,
      summary: "The unit “splash” is not known; 1 portion was taken.",
      file: "diary.csv", line: 90),
  ]

  /// A diary without anything.
  static func empty() -> AnalysisResults {
    var results = make(days: 1)
    results.participant = ""
    results.period = .init(start: day(0), end: day(0), days: 1, loggedDays: 0)
    results.outcome = .init(
      name: "overall", scale: [0, 10], symptoms: [], dailyMean: nil, autocorrelation: nil,
      absence: "missing", baselineBand: nil, baselineMedian: nil)
    results.groups = []
    results.notSeparable = []
    results.separations = []
    results.safety = []
    results.warnings = []
    results.timeline = Timeline(days: [], phases: [])
    results.unknownFoods = []
    results.provenance.inputs = []
    return results
  }

  /// A diary in which nothing stands out.
  static func null() -> AnalysisResults {
    var results = make()
    results.groups = groups().filter { [.tolerated, .notTested].contains($0.verdict) }
    results.notSeparable = []
    results.separations = []
    results.safety = []
    results.warnings = []
    return results
  }

  /// Five years of entries.
  static func years() -> AnalysisResults {
    var results = make(days: 1826)
    results.period.loggedDays = 1790
    return results
  }

  /// Four hundred groups that a user named, half of them tested.
  static func many() -> AnalysisResults {
    var results = make()
    let models = groups()
    results.groups = (0..<400).map { index in
      var result = models[index % models.count]
      result.group = GroupID(rawValue: "own-group-\(index)")
      if index % 2 == 1 { result.verdict = .notTested }
      return result
    }
    return results
  }

  /// Texts that try to leave their place.
  static let hostileText =
    #"<script>alert(1)</script>"></svg>]]>&amp;'\#u{202E}gnol\#u{2066}\#u{0}\#u{1B}[31m"#
    + String(repeating: "x", count: 10_240)

  /// Every text of the results is the same one.
  static func hostile(_ text: String = hostileText) -> AnalysisResults {
    var results = make()
    results.participant = text
    results.outcome.name = text
    results.outcome.symptoms = [text]
    results.groups = groups().map { group in
      var result = group
      result.group = GroupID(rawValue: text + group.group.rawValue)
      result.reasons = [text]
      result.nextStep = text
      result.dose?.unit = text
      result.exposures = group.exposures.map {
        .init(date: $0.date, portions: 1, certain: false, foods: [text], entries: [text])
      }
      result.challenges = group.challenges.map {
        var challenge = $0
        challenge.source = text
        challenge.pValueKind = text
        challenge.mechanism = text
        challenge.ledger = [
          .init(
            factor: text, direction: .either, isUsual: true, unit: text, usualValue: 1,
            days: [.init(date: $0.start, value: 1)], entries: [text])
        ]
        challenge.confounders = [text]
        challenge.entries = [text]
        challenge.excludedDays = [.init(date: $0.start, reason: text)]
        return challenge
      }
      result.symptoms = [.init(symptom: text, probability: 0.5, effectIfAny: nil)]
      return result
    }
    results.notSeparable = [[GroupID(rawValue: text), GroupID(rawValue: text + "2")]]
    results.separations = [
      .init(
        groups: results.notSeparable[0], testGroup: GroupID(rawValue: text), testFood: text,
        similarity: 0.99)
    ]
    results.safety = [
      .init(gate: text, withholdsRetest: true, groups: [], entries: [text], evidence: text)
    ]
    results.warnings = [.init(code: text, text: text)]
    results.timeline.days = results.timeline.days.map {
      var day = $0
      day.symptoms = [text: 3]
      day.confounders = [text]
      day.excluded = text
      return day
    }
    results.timeline.phases = [
      .init(
        name: text, start: day(3), end: day(60), groups: [GroupID(rawValue: text)], source: text)
    ]
    results.unknownFoods = [.init(name: text, count: 2)]
    results.helpfulFactors = results.helpfulFactors.map {
      var factor = $0
      factor.factor = text
      return factor
    }
    results.provenance = .init(
      inputs: [.init(name: text, sha256: text, format: text, rows: 1, rowsUnread: 1)],
      version: text, settings: [text: text])
    return results
  }
}
