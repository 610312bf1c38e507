// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import TestSupport
import Testing

@testable import Importing

/// Expected values were counted without this project, with Python's `xml.etree` and `grep -c` over
/// the file with its prolog cut off; each test says what was counted.
@Suite("A real Apple Health export", .enabled(if: Fixtures.hasShared))
struct AppleHealthSampleTests {
  private func read(_ zone: String? = nil) throws -> ImportResult {
    let path = try #require(
      Fixtures.shared("samples/apple_health/hkimport_subset_food_sleep.xml"))
    return try Importer.read([path], options: ImportOptions(timeZone: zone))
  }

  // grep -c '<Correlation type="HKCorrelationTypeIdentifierFood"' gives 34; all 162 nutrients in
  // them stand a second time outside, so that nothing is added to the 34.
  @Test func holds34FoodsNoneDouble() throws {
    let diary = try #require(read().diaries.first)
    let foods = diary.entries.filter { $0.kind == .food }
    #expect(foods.count == 34)
    #expect(foods.count { $0.name == "Bananas" } == 3)
    #expect(foods.count { $0.name == "Cucumber" } == 3)
    #expect(foods.contains { $0.name == "Lentil & Couscous Salad" })
    #expect(foods.contains { $0.name == "Muffin W/ Bruléed Banana" })
  }

  // 33 correlations start at 00:00:00, one at 07:00:00 with foodAmount "2 pie".
  @Test func readsPlaceholdersAsDays() throws {
    let diary = try #require(read().diaries.first)
    let foods = diary.entries.filter { $0.kind == .food }
    #expect(foods.count { $0.time?.start.local == nil } == 33)
    let pizza = try #require(foods.first { $0.time?.start.local != nil })
    #expect(pizza.name == "Fast food pizza chain 14\" cheese topping regular crust")
    #expect(pizza.time?.description == "2017-07-17T07:00+02:00")
    #expect(pizza.value == .number(2))
    #expect(pizza.unit == "pie")
  }

  // 42 Workout elements and 15 BodyMass records; no two are alike.
  @Test func readsCovariates() throws {
    let diary = try #require(read().diaries.first)
    let counts = ["exercise", "weight", "mindful-session", "caffeine"].map { name in
      diary.entries.count { $0.kind == .context && $0.name == name }
    }
    #expect(counts == [42, 15, 4, 0])
  }

  // Union of all Asleep intervals, by the day on which they end, sleep from 18:00 to the next day.
  @Test func addsUpSleepOnce() throws {
    let diary = try #require(read().diaries.first)
    let nights = diary.entries.filter { $0.name == "sleep" }
    #expect(nights.count == 64)
    let total = nights.reduce(0) { $0 + ($1.value?.number ?? 0) }
    #expect(abs(total - 598.711) < 0.5)
    let known = ["2017-04-05": 2.0, "2017-04-27": 7.0, "2017-06-16": 4.83, "2017-06-17": 5.93]
    for night in nights {
      guard let hours = known[night.time?.description ?? ""] else { continue }
      #expect(night.value == .number(hours))
    }
    #expect(nights.count { known[$0.time?.description ?? ""] != nil } == 4)
  }

  // 18 different pairs of startDate and sourceName among dietary records without HKFoodType;
  // one food is called not_set, one Food.
  @Test func saysWhatIsMissing() throws {
    let findings = try read().findings
    let unnamed = try #require(findings.first { $0.id == "apple-health-foods-without-name" })
    #expect(unnamed.summary.hasPrefix("18 meals"))
    let placeholder = try #require(findings.first { $0.id == "apple-health-placeholder-name" })
    #expect(placeholder.summary.hasSuffix("(2 rows; this is the first.)"))
    #expect(findings.contains { $0.id == "apple-health-export-clock" })
  }

  // Jerusalem is an hour ahead of the printed +0200 in July.
  @Test func bringsInstantsToTheZone() throws {
    let result = try read("Asia/Jerusalem")
    let pizza = result.diaries.first?.entries.first { $0.kind == .food && $0.value != nil }
    #expect(pizza?.time?.description == "2017-07-17T08:00+03:00")
    #expect(!result.findings.contains { $0.id == "apple-health-export-clock" })
  }
}
