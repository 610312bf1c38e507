// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import TestSupport
import Testing

@testable import Importing

@Suite("Foods of Apple Health exports")
struct AppleHealthFoodTests {
  private let at = "2026-01-05 08:10:00 +0100"

  private func read(_ elements: String) throws -> ImportResult {
    try Importer.read(
      bytes: AppleHealthTests.export(elements), name: "export.xml",
      options: ImportOptions(timeZone: "Europe/Berlin"))
  }

  private func foods(_ elements: String) throws -> [Entry] {
    try read(elements).diaries.flatMap(\.entries).filter { $0.kind == .food }
  }

  private func nutrient(_ type: String, _ value: String, _ name: String?) -> String {
    AppleHealthTests.record(
      "QuantityTypeIdentifierDietary" + type, value, from: at, unit: "mg", source: "App",
      metadata: name.map(AppleHealthTests.food) ?? "")
  }

  private func correlation(_ content: String) -> String {
    """
    <Correlation type="HKCorrelationTypeIdentifierFood" sourceName="App" creationDate="\(at)" \
    startDate="\(at)" endDate="\(at)">\(content)</Correlation>

    """
  }

  @Test(arguments: [true, false])
  func nutrientsInsideAndOutsideAreOneFood(outsideFirst: Bool) throws {
    let outside = nutrient("Sugar", "9", "pizza") + nutrient("Protein", "7", "pizza")
    let inside = correlation(AppleHealthTests.food("Fast food pizza") + outside)
    let read = try foods(outsideFirst ? outside + inside : inside + outside)
    #expect(read.map(\.name) == ["Fast food pizza"])
    #expect(read.first?.time?.description == "2026-01-05T08:10+01:00")
  }

  // Two different sugars at one time are two apples; protein and sugar are of one.
  @Test func foodsWithoutCorrelationCountOnceEach() throws {
    let read = try foods(
      nutrient("Sugar", "9", "apple") + nutrient("Protein", "1", "apple")
        + nutrient("Sugar", "12", "apple") + nutrient("Sugar", "9", "pear")
        + nutrient("Sugar", "9", "pear"))
    #expect(read.map(\.name) == ["apple", "apple", "pear"])
  }

  @Test func nameOfANutrientServesWhereTheFoodHasNone() throws {
    let read = try foods(correlation(nutrient("Sugar", "9", "pear")))
    #expect(read.map(\.name) == ["pear"])
  }

  @Test func amountsAreNumberAndUnit() throws {
    func amount(_ text: String) -> String {
      "<MetadataEntry key=\"foodAmount\" value=\"\(text)\"/>"
    }
    let read = try foods(
      correlation(AppleHealthTests.food("a") + amount("2 pie"))
        + correlation(AppleHealthTests.food("b") + amount("some")))
    #expect(read.map(\.value) == [.number(2), nil])
    #expect(read.map(\.unit) == ["pie", nil])
    #expect(read.map(\.note) == [nil, "amount: some"])
  }

  // A dose inside a food stands outside too, and is one dose.
  @Test(arguments: [true, false])
  func dosesAreNotDoubled(outsideFirst: Bool) throws {
    let outside = nutrient("Caffeine", "80", "coffee")
    let inside = correlation(AppleHealthTests.food("coffee") + outside)
    let result = try read(outsideFirst ? outside + inside : inside + outside)
    let entries = result.diaries.flatMap(\.entries)
    #expect(entries.filter { $0.name == "caffeine" }.map(\.value) == [.number(80)])
    #expect(entries.filter { $0.kind == .food }.count == 1)
    #expect(result.findings.isEmpty)
  }

  @Test func oneRecordEightTimesIsOne() throws {
    let food = correlation(AppleHealthTests.food("soup"))
    let symptom = AppleHealthTests.record(
      "CategoryTypeIdentifierBloating", "HKCategoryValueSeverityMild", from: at)
    let result = try read(String(repeating: food + symptom, count: 8))
    #expect(result.diaries.first?.entries.count == 2)
    let finding = try #require(result.findings.first)
    #expect(finding.id == "apple-health-duplicate")
    #expect(finding.summary.contains("14 rows"))
  }

  @Test func mealsWithoutNamesAreCounted() throws {
    let result = try read(
      correlation(AppleHealthTests.food("soup")) + nutrient("Sugar", "9", nil)
        + nutrient("Protein", "9", nil))
    let finding = try #require(result.findings.first)
    #expect(finding.id == "apple-health-foods-without-name")
    #expect(finding.summary.hasPrefix("1 meal "))
  }

  @Test func waterIsNoMealWithoutName() throws {
    let result = try read(
      correlation(AppleHealthTests.food("soup")) + nutrient("Water", "250", nil)
        + nutrient("Water", "300", nil))
    #expect(result.findings.map(\.id) == ["apple-health-water"])
    #expect(result.findings.map(\.times) == [2])
    #expect(result.diaries.flatMap(\.entries).map(\.name) == ["soup"])
  }

  @Test func placeholderNamesAreKeptWithAWarning() throws {
    let result = try read(
      correlation(AppleHealthTests.food("not_set")) + correlation(AppleHealthTests.food("Food")))
    #expect(result.diaries.first?.entries.count == 2)
    #expect(result.findings.map(\.id) == ["apple-health-placeholder-name"])
    #expect(result.findings.first?.summary.contains("2 rows") == true)
  }

  @Test func diaryGoesThroughCanonicalFormats() throws {
    let result = try read(
      correlation(AppleHealthTests.food("Fast food &quot;14 inch&quot; pizza"))
        + AppleHealthTests.record(
          "CategoryTypeIdentifierBloating", "HKCategoryValueSeverityNotPresent", from: at)
        + AppleHealthTests.record(
          "CategoryTypeIdentifierNausea", "HKCategoryValueSeverityUnspecified", from: at))
    let diary = try #require(result.diaries.first)
    let xml = try Importer.read(bytes: CanonicalXMLWriter.write([diary]), name: "a.xml")
    let csv = try Importer.read(bytes: CanonicalCSVWriter.write([diary]), name: "a.csv")
    #expect(xml.diaries.first?.saysTheSame(as: diary) == true)
    #expect(csv.diaries.first?.saysTheSame(as: diary) == true)
  }
}
