// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import Foundation
import Reporting
import Testing

@Suite("The numbers of the page")
struct PageNumbersTests {
  private let results = SampleResults.make()
  private func page(_ results: AnalysisResults) throws -> PageReader.Element {
    try PageReader.read(Report.html(results, findings: []))
  }

  /// Every number of a JSON text.
  private func numbers(_ value: Any) -> Set<Double> {
    switch value {
    case let number as NSNumber: [number.doubleValue]
    case let list as [Any]: list.reduce(into: []) { $0.formUnion(numbers($1)) }
    case let object as [String: Any]: object.values.reduce(into: []) { $0.formUnion(numbers($1)) }
    default: []
    }
  }

  @Test("Every number stands in results.json", arguments: ["rich", "null", "hostile", "years"])
  func all(name: String) throws {
    let results = SampleResults.named(name)
    let json = try JSONSerialization.jsonObject(with: Data(try Report.resultsJSON(results)))
    let known = numbers(json)
    let shown = try SampleResults.page(name).all("data")
    #expect(shown.count > 50)
    for element in shown {
      let value = try #require(Double(element.attributes["value"] ?? ""))
      #expect(known.contains(value), "\(value), shown as \(element.text)")
    }
  }

  @Test("What is read is the value, said in fewer digits")
  func readable() throws {
    for element in try page(results).all("data") where !element.hasClass("rough") {
      let value = try #require(Double(element.attributes["value"] ?? ""))
      let text = element.text.replacingOccurrences(of: "−", with: "-")
      let said = try #require(Double(text), "\(element.text)")
      let candidates = [value, abs(value), value * 100]
      let isCount = [46.0].contains { abs(value * $0 - said) < 0.01 }
      #expect(candidates.contains { abs($0 - said) <= 0.5001 } || isCount)
    }
  }

  @Test("Each day's row holds its numbers", arguments: ["rich", "years"])
  func days(name: String) throws {
    let results = SampleResults.named(name)
    let table = try #require(
      try SampleResults.page(name).all("table").first { $0.hasClass("days") })
    let rows = try #require(table.all("tbody").first).children
    let days = results.timeline.days.filter { $0.logged || $0.outcome != nil }
    let names = results.outcome.symptoms
    #expect(rows.count == days.count && !days.isEmpty)
    for (row, day) in zip(rows, days) {
      let cells = row.all("td").map { cell in
        Double(cell.all("data").first?.attributes["value"] ?? cell.text)
      }
      #expect(
        Array(cells.prefix(1 + names.count)) == [day.outcome] + names.map { day.symptoms[$0] })
    }
  }

  @Test("The verdict strip says what the results say")
  func strip() throws {
    let table = try #require(try page(results).all("table").first { $0.hasClass("verdicts") })
    let rows = try #require(table.all("tbody").first).children
    let order = ["lactose", "gluten", "fructan", "sorbitol", "egg"]
    #expect(rows.count == order.count)
    for (row, name) in zip(rows, order) {
      let result = try #require(results.groups.first { $0.group.rawValue == name })
      #expect(row.hasClass(result.verdict.rawValue))
      let values = row.all("data").compactMap { Double($0.attributes["value"] ?? "") }
      let effect = try #require(result.effect)
      var expected = [result.probability, effect.mean, effect.low, effect.high]
      expected += [result.dose?.highestTolerated, result.dose?.lowestProvoking]
      expected += [Double(result.exposedDays)]
      if let rate = result.falseAlarmRate {
        expected += [result.falseAlarmWindows.map(Double.init), rate]
      }
      let known = expected.compactMap { $0 }
      #expect(values.count == known.count)
      #expect(zip(values, known).allSatisfy { abs($0 - $1) <= 0.000_05 }, "\(values) \(known)")
    }
  }

  @Test("Windows are said as a count of a count")
  func windows() throws {
    let table = try #require(try page(results).all("table").first { $0.hasClass("verdicts") })
    let text = try #require(table.all("tr").first { $0.text.contains("Lactose") }).text
    #expect(text.contains("Of 46 windows without a test, 2 looked this bad"))
    #expect(text.contains("Chance of a rise: 96 in 100"))
    #expect(text.contains("2.1 points higher (1.1 to 3.0)"))
    #expect(text.contains("No rise up to 3 g lactose"))
    #expect(text.contains("Rise from 12 g lactose"))
    #expect(text.contains("in 1 of 2 tests"))
  }

  @Test("The timeline has a point for each day with a value, at its height")
  func timeline() throws {
    let chart = try #require(try page(results).first(id: "timeline"))
    let picture = try #require(chart.all("svg").first { $0.hasClass("timeline") })
    let points = picture.corners("dots")
    let values = results.timeline.days.compactMap(\.outcome)
    #expect(points.count == values.count)
    let heights = points.map(\.y)
    let scale = zip(values, heights).map { (value: $0, height: $1) }
    let low = try #require(scale.min { $0.value < $1.value })
    let high = try #require(scale.max { $0.value < $1.value })
    let slope = (high.height - low.height) / (high.value - low.value)
    #expect(slope < 0)
    for point in scale {
      #expect(abs(low.height + (point.value - low.value) * slope - point.height) < 0.11)
    }
    #expect(picture.places("hollow").count == 3)
    #expect(picture.places("missing").count == 3)
    #expect(picture.places("doses").count == 18)
  }

  @Test("Five years make ten rows, and days without entries between do not show")
  func rows() throws {
    let years = try SampleResults.page("years")
    #expect(years.all("svg").filter { $0.hasClass("timeline") }.count == 10)
    var gap = SampleResults.years()
    for index in gap.timeline.days.indices where (183 * 2..<183 * 8).contains(index) {
      gap.timeline.days[index].logged = false
      gap.timeline.days[index].outcome = nil
    }
    #expect(try page(gap).all("svg").filter { $0.hasClass("timeline") }.count == 4)
  }

  @Test("Each challenge has its picture, its row of values and its row of doses")
  func challenges() throws {
    let groups = try #require(try page(results).first(id: "groups"))
    let total = results.groups.reduce(0) { $0 + $1.challenges.count }
    #expect(groups.all("svg").filter { $0.hasClass("challenge") }.count == total)
    let tables = groups.all("table").filter { $0.hasClass("values") }
    #expect(tables.reduce(0) { $0 + ($1.all("tbody").first?.children.count ?? 0) } == 2 * total)
  }

  @Test(
    "An effect that rounds to nothing is said to be less than the least number that is written",
    arguments: [
      (ReportLanguage.english, "less than 0.1 points", "0.0 (0.0", "0.0 points"),
      (.german, "weniger als 0,1 Punkte", "0,0 (0,0", "0,0 Punkte"),
    ])
  func nothing(language: ReportLanguage, words: String, table: String, exact: String) throws {
    var results = results
    for (mean, high, isNothing) in [(0.0031, 0.0412, true), (0.0031, 0.0512, false)] {
      results.groups[2].effect = .init(mean: mean, low: -0.0018, high: high)
      let html = try PageReader.read(Report.html(results, findings: [], language: language))
      let strip = try #require(html.first(id: "verdicts"))
      let row = try #require(
        strip.all("tr").first { $0.hasClass("tolerated") && $0.text.contains("E") })
      #expect(row.text.contains(words) == isNothing)
      #expect(row.text.contains(exact) != isNothing)
      let values = row.all("data").compactMap { Double($0.attributes["value"] ?? "") }
      #expect(values.contains(mean))
      #expect(Report.summary(results, language: language).contains(table) != isNothing)
    }
  }
}
