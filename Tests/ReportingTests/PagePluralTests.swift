// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import Testing

@testable import Reporting

@Suite("Nouns stand in the number of what is counted")
struct PagePluralTests {
  /// Results in which everything that can be counted is there once.
  private func once() -> AnalysisResults {
    var results = SampleResults.make()
    results.period.days = 1
    results.period.loggedDays = 1
    for place in results.timeline.days.indices where place > 0 {
      results.timeline.days[place].outcome = nil
    }
    for place in results.groups.indices {
      results.groups[place].exposedDays = 1
      results.groups[place].falseAlarmRate = 1
      results.groups[place].falseAlarmWindows = 1
      results.groups[place].peakHours = .init(median: 1.2, low: 1, high: 3)
      // A dose that is written as one, though it is none by the last digit.
      results.groups[place].dose = .init(
        unit: "portions", highestTolerated: 1.001, lowestProvoking: 1)
      results.groups[place].dose?.untestedAbove = 1
      results.groups[place].dose?.untestedBetween = [0.5, 1]
      for test in results.groups[place].challenges.indices {
        results.groups[place].challenges[test].pValueWindows = 1
        results.groups[place].challenges[test].ledger = [
          .init(
            factor: "alcohol", direction: .mayWorsen, isUsual: false, unit: "drinks",
            usualValue: 1, days: [.init(date: SampleResults.day(36), value: 1)],
            entries: ["diary.csv:1"])
        ]
      }
    }
    return results
  }

  @Test(
    "One of anything is told in the singular",
    arguments: [
      (ReportLanguage.english, "windows? without|windows?|starts?|portions?|days?|hours?|drinks?"),
      (.german, "Fenstern?|Zeitfenstern?|Anf[aä]ngen?|Portion(?:en)?|Tage?n?|Stunden?|Getränke?"),
    ])
  func singular(language: ReportLanguage, nouns: String) throws {
    let page = try PageReader.read(Report.html(once(), findings: [], language: language))
    let text = try #require(page.all("body").first).text
    let found = try text.matches(of: Regex("(?:^|[^0-9.,−–-])1 (?:ausgelosten )?(\(nouns))\\b"))
      .compactMap { $0.output[1].substring.map(String.init) }
    let singular: Set = [
      "window without", "window", "start", "portion", "day", "hour", "drink", "Fenster",
      "Zeitfenster", "Anfang", "Portion", "Tag", "Stunde", "Getränk",
    ]
    #expect(Set(found).subtracting(singular).isEmpty, "\(found)")
    #expect(Set(found).count >= 4, "\(Set(found))")
  }

  @Test(
    "What is counted once in a text has its verb in the singular",
    arguments: [
      (ReportLanguage.english, "1 of 5 days has a value", "2 of 5 days have a value"),
      (.german, "1 von 5 Tagen hat einen Wert", "2 von 5 Tagen haben einen Wert"),
    ])
  func verbs(language: ReportLanguage, one: String, two: String) {
    let words = language.catalogue()
    #expect(words.calendarDescription(values: 1, of: 5).contains(one))
    #expect(words.calendarDescription(values: 2, of: 5).contains(two))
  }

  @Test("A group whose name is a plural stands where its number does not matter")
  func pluralNames() {
    let german = ReportLanguage.german.catalogue()
    #expect(german.separatingTest(group: "Fruktane").1.contains("enthält Fruktane"))
    #expect(german.keepBeside("Fruktane").contains("enthalten auch Fruktane"))
    for code in [
      "elimination-not-kept", "exposure-during-elimination", "exposure-during-washout",
      "challenge-not-declared",
    ] {
      var warning = AnalysisResults.Warning(code: code, text: "")
      warning.groups = [GroupID(rawValue: "fructan")]
      warning.start = SampleResults.day(1)
      warning.end = SampleResults.day(4)
      warning.arguments = ["days": .number(1), "total": .number(9)]
      #expect(german.warning(warning).hasSuffix(": Fruktane."), "\(german.warning(warning))")
    }
  }
}
