// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import DiaryAnalysis

@Suite("What a diary cannot tell apart")
struct SeparabilityTests {
  private func doses(_ meals: [(day: Int, portions: Double, weight: Double)]) -> DailyDoses {
    let exposure = GroupExposure(
      group: GroupID(rawValue: "lactose"),
      meals: meals.map {
        GroupMeal(
          day: $0.day, hour: 8, portions: $0.portions, weight: $0.weight, grams: nil, name: "food",
          entry: nil)
      }, axis: TimeAxis(dayStartMinutes: 300))
    return DailyDoses(exposure, foodDays: Array(0..<30))
  }

  /// Ten days of milk, which holds both, and ten of cheese, which holds dairy and possibly lactose.
  private var dairy: DailyDoses { doses((0..<20).map { ($0, $0 % 2 == 0 ? 1 : 2, 1) }) }
  private var lactose: DailyDoses {
    doses((0..<20).map { ($0, $0 % 2 == 0 ? 1 : 2, $0 < 10 ? 1 : 0.5) })
  }

  @Test("Days on which one of two groups is only possible do not tell them apart")
  func possibleDays() {
    #expect(lactose.known.prefix(20).count { $0 == nil } == 10)
    // On the other twenty days the doses are the same.
    #expect(abs(dairy.similarity(to: lactose) - 1) < 1e-12)
    #expect(abs(lactose.similarity(to: dairy) - 1) < 1e-12)
    // The model counts those days by half; by expected doses they are not quite the same.
    #expect(!dairy.isSame(as: lactose))
    #expect(dairy.isSame(as: dairy))
  }

  @Test("Days without one of them do")
  func separateDays() {
    let cheese = doses((0..<10).map { ($0, $0 % 2 == 0 ? 1 : 2, 1) })
    #expect(dairy.similarity(to: cheese) < Separability.similar)
  }

  @Test("A group that is never certain counts by what is expected of it")
  func neverCertain() {
    let possible = doses((0..<10).map { ($0, 1, 0.5) })
    #expect(possible.known == possible.expected)
    #expect(possible.expected.prefix(10).allSatisfy { $0 == 0.5 })
    let certain = doses((0..<10).map { ($0, 1, 1) })
    #expect(abs(possible.similarity(to: certain) - 1) < 1e-12)
  }
}
