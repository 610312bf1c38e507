// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import Foundation
import Reporting
import Testing

@Suite("Numbers in pictures and tables")
struct PicturesTellTheNumbersTests {
  private let results = SampleResults.make()

  /// The numbers of a text, a true minus sign included.
  private func numbers(_ text: String) -> [Double] {
    let plain = text.replacingOccurrences(of: "\u{2212}", with: "-")
    return plain.split { !"-.0123456789".contains($0) }.compactMap {
      Double($0.hasSuffix(".") ? $0.dropLast() : $0)
    }
  }

  /// The group whose part of the page an element stands in.
  private func parts() throws -> [(article: PageReader.Element, group: GroupResult)] {
    try SampleResults.page("rich").all("article").map { article in
      let place = try #require(Int((article.attributes["id"] ?? "").dropFirst(6)))
      return (article, results.groups[place - 1])
    }
  }

  @Test("A challenge's picture has a point at the height of each value, and says it")
  func challenges() throws {
    var compared = 0
    for (article, group) in try parts() {
      let pictures = article.all("svg").filter { $0.hasClass("challenge") }
      #expect(pictures.count == group.challenges.count)
      for (picture, challenge) in zip(pictures, group.challenges) {
        let values = challenge.values.sorted { $0.day < $1.day }
        let points = picture.corners("dots")
        #expect(points.count == values.count)
        // The scale of the picture: 0 stands at 108, 10 at 8.
        for (point, value) in zip(points, values) {
          #expect(abs(point.y - (108 - value.value * 10)) < 0.06)
        }
        #expect(zip(points, points.dropFirst()).allSatisfy { $0.x < $1.x })
        #expect(picture.places("doses").count == challenge.doses.count { $0.value > 0 })
        let said = try #require(picture.children.first { $0.name == "desc" }).text
        let (first, last) = (try #require(values.first).day, try #require(values.last).day)
        #expect(said.contains("from day \(first) to day \(last): "))
        let told = try #require(said.components(separatedBy: ": ").last).dropLast()
          .components(separatedBy: ", ")
        try #require(told.count == last - first + 1)
        for day in first...last {
          let value = values.first { $0.day == day }?.value
          let text = told[day - first]
          #expect(value == nil ? text == "–" : abs((Double(text) ?? -1) - (value ?? 0)) < 0.0051)
          compared += 1
        }
      }
    }
    #expect(compared > 20)
  }

  @Test("A forest plot stands where its numbers say, on the axis that it draws")
  func forest() throws {
    let table = try #require(
      try SampleResults.page("rich").all("table").first { $0.hasClass("verdicts") })
    let rows = try #require(table.all("tbody").first).children
    for row in rows {
      let picture = try #require(row.all("svg").first { $0.hasClass("forest") })
      let cell = try #require(row.all("td").first { $0.hasClass("effect") })
      let told = cell.all("data").compactMap { Double($0.attributes["value"] ?? "") }
      #expect(told.count == 3)
      #expect(picture.all("use").map { $0.attributes["href"] } == ["#effects"])
      let axis = try #require(try SampleResults.page("rich").first(id: "effects"))
      let labels = axis.all("text").compactMap { numbers($0.text).first }
      let ticks = axis.places("axis").dropFirst().map(\.x)
      #expect(
        ticks.map { "\($0)" }
          == axis.all("text").compactMap { label in
            label.attributes["x"].flatMap(Double.init).map { "\($0)" }
          })
      #expect(labels.count == ticks.count && ticks.count > 2)
      let scale = (ticks[1] - ticks[0]) / (labels[1] - labels[0])
      func place(_ value: Double) -> Double { ticks[0] + (value - labels[0]) * scale }
      let mean = try #require(picture.places("mean").first)
      let range = picture.places("range")
      #expect(abs(mean.x - place(told[0])) < 0.25)
      #expect(abs(range[1].x - place(told[1])) < 0.25 && abs(range[2].x - place(told[2])) < 0.25)
      let said = try #require(picture.children.first { $0.name == "desc" }).text
      for value in told { #expect(numbers(said).contains { abs(abs($0) - abs(value)) <= 0.0501 }) }
    }
  }

  @Test("A number in a table that is not of results.json is a day, a count or said in words")
  func tables() throws {
    let json = try JSONSerialization.jsonObject(with: Data(try Report.resultsJSON(results)))
    let known = Self.numbers(json)
    var looked = 0
    // Each number of a day is compared with that day's in PageNumbersTests.
    let days = try SampleResults.page("rich").all("table").filter { $0.hasClass("days") }
      .flatMap { $0.all("td") }.map(\.text)
    for cell in try SampleResults.page("rich").all("td") where !days.contains(cell.text) {
      let fixed = try bare(cell)
      for number in fixed.matches(of: /\d+(\.\d+)?/).compactMap({ Double($0.output.0) }) {
        looked += 1
        #expect(number.rounded() == number || known.contains(number), "\(cell.text)")
        #expect(number == 100 || known.contains(number) || number < 40, "\(cell.text)")
      }
    }
    #expect(looked > 5)
  }

  /// The text of a cell without what is marked as a number, a day, or text of the diary.
  private func bare(_ cell: PageReader.Element) throws -> String {
    var text = cell.text
    for element in cell.descendants where ["data", "bdi", "svg"].contains(element.name) {
      guard let range = text.range(of: element.text) else { continue }
      text.replaceSubrange(range, with: " ")
    }
    let months = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
    let day = try Regex("([0-9]+\u{2013})?[0-9]+ (\(months))[a-z]*( [0-9]{4})?")
    return text.replacing(day, with: " ").replacing(/[0-9a-f]{12}/, with: " ")
  }

  private static func numbers(_ value: Any) -> Set<Double> {
    switch value {
    case let number as NSNumber: [number.doubleValue]
    case let list as [Any]: list.reduce(into: []) { $0.formUnion(numbers($1)) }
    case let object as [String: Any]: object.values.reduce(into: []) { $0.formUnion(numbers($1)) }
    // The line of a row, where the table names its file.
    case let text as String: Set(text.matches(of: /:(\d+)$/).compactMap { Double($0.output.1) })
    default: []
    }
  }
}
