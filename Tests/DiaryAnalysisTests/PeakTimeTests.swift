// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FoodKnowledge
import Testing

@testable import DiaryAnalysis

@Suite("A lag is said in hours only where times are noted")
struct PeakTimeTests {
  /// The clean protocol with its symptoms, or its meals, at other times.
  private func lactose(
    symptomHour: Double?, mealHour: Double? = 8, every step: Int = 1
  ) throws -> GroupResult {
    var diary = DiaryBuilder.clean().diary
    for place in diary.entries.indices {
      let entry = diary.entries[place]
      guard let date = entry.time?.start.date, [.symptom, .food].contains(entry.kind) else {
        continue
      }
      let day = date - DiaryBuilder.date(0)
      let hour = entry.kind == .food ? mealHour : day % step == 0 ? symptomHour : nil
      diary.entries[place].time = .at(DiaryBuilder.time(day, hour))
    }
    let results = DiaryAnalyzer(
      options: AnalysisOptions(), foods: FoodClassifier(), version: "test"
    ).analyze(diary)
    return try #require(results.group("lactose"))
  }

  @Test("Ratings of days give days, the day of eating being 0")
  func byDay() throws {
    let found = try lactose(symptomHour: nil)
    #expect(found.verdict == .likelyTrigger)
    #expect(found.peakHours == nil)
    let days = try #require(found.peakDays)
    // Symptoms rise on the three days of lactose and the day after.
    #expect(days.low <= days.median && days.median <= 1 && days.median <= days.high)
    #expect(abs(days.probabilities.reduce(0, +) - 1) < 1e-9)
  }

  @Test("Ratings with times give hours, unless meals have none")
  func byHour() throws {
    let found = try lactose(symptomHour: 18)
    #expect(found.peakHours != nil)
    #expect(found.peakDays == nil)
    let mealsByDay = try lactose(symptomHour: 18, mealHour: nil)
    #expect(mealsByDay.peakHours == nil)
    #expect(mealsByDay.peakDays != nil)
    let mostlyByDay = try lactose(symptomHour: 18, every: 4)
    #expect(mostlyByDay.peakHours == nil)
  }

  @Test("The worst day of each response time, and quantiles over days")
  func days() throws {
    // After a portion at 13:00, by the gamma distribution's series: of 44 h, .008, .429, .464, .092, .008.
    #expect(PeakTime.worstDays == [0, 0, 1, 2])
    let spread = try #require(PeakTime.days([0.02, 0.01, 0.57, 0.4]))
    #expect([spread.median, spread.low, spread.high] == [1, 1, 2])
    #expect(zip(spread.probabilities, [0.03, 0.57, 0.4]).allSatisfy { abs($0 - $1) < 1e-12 })
    let fast = try #require(PeakTime.days([0.5, 0.5, 0, 0]))
    #expect([fast.median, fast.low, fast.high] == [0, 0, 0])
    #expect(PeakTime.days([]) == nil)
  }
}
