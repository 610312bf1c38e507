// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import DiaryAnalysis

@Suite("What hides an answer does not become a wrong one")
struct MaskedOutcomeTests {
  @Test("A symptom that never varies changes no verdict and is named")
  func constantSymptom() throws {
    let plain = DiaryBuilder.clean()
    var masked = plain
    for day in 0..<84 { masked.symptom(day, nil, "fatigue", 9) }
    let (before, after) = (plain.results(), masked.results())
    #expect(after.groups.map(\.verdict) == before.groups.map(\.verdict))
    #expect(after.group("lactose")?.verdict == .likelyTrigger)
    #expect(after.outcome.symptoms == ["bloating"])
    let warning = try #require(after.warnings.first { $0.code == "constant-symptoms" })
    #expect(warning.text.contains("fatigue"))
    #expect(!before.has("constant-symptoms"))
  }

  @Test("A symptom of one severity that comes and goes stays in the outcome")
  func comesAndGoes() {
    var diary = DiaryBuilder.clean()
    for day in stride(from: 0, to: 84, by: 3) { diary.symptom(day, nil, "headache", 5) }
    #expect(diary.results().outcome.symptoms.contains("headache"))
    #expect(!diary.results().has("constant-symptoms"))
  }

  @Test("Where only the worst is constant, the mean of the symptoms carries the verdict")
  func worstIsConstant() throws {
    var diary = DiaryBuilder.clean()
    for day in 0..<84 {
      diary.symptom(day, nil, "pain", day % 2 == 0 ? 10 : 3)
      diary.symptom(day, nil, "cramps", day % 2 == 0 ? 3 : 10)
    }
    let results = diary.results()
    #expect(results.outcome.aggregate == "mean")
    #expect(DiaryBuilder.clean().results().outcome.aggregate == "worst")
    let lactose = try #require(results.group("lactose"))
    #expect(lactose.verdict != .cannotBeJudged)
    let probability = try #require(lactose.probability)
    #expect(results.groups.allSatisfy { ($0.probability ?? 0) <= probability })
  }

  @Test("Where neither the worst nor the mean moves, the reason says so")
  func nothingMoves() throws {
    var diary = DiaryBuilder()
    for day in 0..<40 {
      diary.food(day, 12, "milk", portions: 1, groups: day % 5 == 0 ? ["lactose"] : [])
      diary.symptom(day, nil, "pain", day % 2 == 0 ? 10 : 3)
      diary.symptom(day, nil, "cramps", day % 2 == 0 ? 3 : 10)
    }
    let reasons = try #require(diary.results().group("lactose")).reasons
    #expect(reasons.contains { $0.contains("worst symptom is equally bad") })
    #expect(!reasons.contains { $0.contains("All symptom values are the same") })
  }

  @Test("A likely set that cannot be told apart is said to be likely")
  func likelySet() throws {
    var diary = DiaryBuilder()
    for day in 0..<60 {
      let isChallenge = day % 8 < 2
      diary.food(
        day, 8, isChallenge ? "milk" : "rice", portions: 1,
        groups: isChallenge ? ["dairy", "lactose"] : [])
      diary.symptom(day, 21, "bloating", isChallenge ? 8 : Double(day % 2))
    }
    let results = diary.results()
    let set = try #require(results.separations.first)
    #expect(set.groups.map(\.rawValue) == ["dairy", "lactose"])
    let probability = try #require(set.probability)
    #expect(probability >= 0.75 && probability <= 1)
    for group in ["dairy", "lactose"] {
      let result = try #require(results.group(group))
      #expect(result.reasons.contains { $0.hasPrefix("At least one of dairy and lactose acts") })
      #expect(!result.reasons.contains { $0.contains("of 100 %; only") })
      #expect(probability >= (result.probability ?? 0) - 1e-4)
    }
  }

  @Test("A food known only from possible holdings is not tested once more")
  func onlyPossible() {
    let exposure = GroupExposure(
      group: GroupID(rawValue: "soy"), meals: [], axis: TimeAxis(dayStartMinutes: 300))
    let evidence = GroupEvidence(
      exposure: exposure, summary: nil, challenges: [], falseAlarms: nil, eliminatedFrom: nil,
      inseparableFrom: [], excludedExposureDays: 0, adequateEpisodes: 0, isConstant: false)
    let step = NextStep.step(
      .notClear, evidence: evidence, dose: nil, separation: nil, withheld: false)
    #expect(step.text.hasPrefix("Test it by itself"))
    #expect(!step.text.contains("once more"))
    #expect(step.statement.code == "test-with-certain-food")
  }

  @Test("Amounts beyond belief and diaries without symptoms are said to be so")
  func warnings() {
    var diary = DiaryBuilder.short()
    #expect(!diary.results().has("amount-capped") && !diary.results().has("no-symptoms"))
    diary.food(3, 8, "milk", portions: 1e308, groups: ["dairy"])
    #expect(diary.results().has("amount-capped"))
    let portions: (Double, String?) -> (Double?, Bool) = { value, unit in
      var diary = DiaryBuilder.short()
      diary.food(3, 8, "milk", portions: value, unit: unit, groups: ["dairy"])
      let results = diary.results()
      let eaten = results.groups.first { $0.group.rawValue == "dairy" }?.exposures
        .first { $0.foods == ["milk"] }
      return (eaten?.portions, results.has("amount-without-unit"))
    }
    #expect(portions(200, nil) == (1, true))
    #expect(portions(200, "xyz") == (1, true))
    #expect(portions(3, nil) == (3, false))
    #expect(portions(240, "ml") == (1, false))
    var zeros = DiaryBuilder()
    for day in 0..<20 {
      zeros.food(day, 12, "milk", portions: 1, groups: day % 5 == 0 ? ["dairy"] : [])
      zeros.symptom(day, nil, "bloating", 0)
    }
    #expect(zeros.results().has("no-symptoms"))
  }
}
