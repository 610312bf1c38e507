// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import Foundation
import Testing

@testable import Reporting

@Suite("Certainty, hours, doses and days stand where their numbers say")
struct PictureGeometryTests {
  private let results = SampleResults.make().rounded()

  private func group(_ name: String) throws -> GroupResult {
    try #require(results.groups.first { $0.group.rawValue == name })
  }

  private func pictures(_ name: String, of page: String = "rich") throws -> [PageReader.Element] {
    try SampleResults.page(page).all("svg").filter { $0.hasClass(name) }
  }

  /// The middles and the sides of squares.
  private func squares(_ picture: PageReader.Element, _ name: String) -> [(
    x: Double, y: Double, side: Double
  )] {
    picture.all("path").filter { $0.hasClass(name) }.flatMap { path in
      (path.attributes["d"] ?? "").matches(of: /M([0-9.]+) ([0-9.]+)h([0-9.]+)v([0-9.]+)/)
        .compactMap { match in
          guard let x = Double(match.1), let y = Double(match.2), let side = Double(match.3),
            match.3 == match.4
          else { return nil }
          return (x + side / 2, y + side / 2, side)
        }
    }
  }

  // MARK: Hours after eating

  /// The shares of a gamma distribution in steps of a tenth of an hour, over the largest of them.
  private func shape(_ mean: Double, _ sd: Double) -> (Double) -> Double {
    func weight(_ hours: Double) -> Double {
      hours <= 0
        ? 0 : pow(hours, mean * mean / (sd * sd) - 1) * exp(-hours / (sd * sd / mean))
    }
    let highest = stride(from: 0.0, to: 100, by: 0.01).map(weight).max() ?? 1
    return { weight($0) / highest }
  }

  @Test("The curve of hours is the response times of the model, weighed, in points")
  func lag() throws {
    let lactose = try group("lactose")
    let picture = try #require(
      try pictures("lag").first { $0.attributes["id"]?.hasPrefix("group-2-") ?? false }
    )
    let shapes = [shape(4, 3), shape(12, 7), shape(26, 11), shape(44, 15)]
    let weights = lactose.timing.map(\.probability)
    let rise = try #require(lactose.effectIfAny).mean
    let labels = picture.all("span").compactMap { Double($0.text) }
    #expect(labels.starts(with: [0, 1, 2, 3]))
    let line = picture.corners("symptom")
    #expect(line.count == 49)
    for (step, corner) in line.enumerated() {
      let hours = Double(step) * 2
      let height = zip(shapes, weights).reduce(0) { $0 + $1.0(hours) * $1.1 } * rise
      #expect(abs(corner.x - (26 + hours / 96 * 324)) < 0.06)
      #expect(abs(corner.y - (118 - height / 3 * 94)) < 0.11, "\(hours) h")
    }
    let peak = try #require(lactose.peakHours)
    let mark = try #require(picture.places("worst").first)
    #expect(abs(mark.x - (26 + peak.median / 96 * 324)) < 0.06)
    let range = try #require(picture.places("worst-range").first)
    #expect(abs(range.x - (26 + peak.low / 96 * 324)) < 0.06)
  }

  @Test("Tolerated groups, and those without times, have no curve of hours")
  func lagOnlyWhereAsked() throws {
    #expect(try pictures("lag").count == 3)
  }

  // MARK: Doses

  @Test("Each dose has its sign at the height of what followed, and the bounds stand at theirs")
  func doses() throws {
    let lactose = try group("lactose")
    let picture = try #require(
      try pictures("dose-response").first {
        $0.attributes["id"]?.hasPrefix("group-2-") ?? false
      })
    let highest = try #require(lactose.doseResponses.map(\.dose).max())
    func x(_ dose: Double) -> Double { 26 + dose / highest * 310 }
    let above = lactose.doseResponses.filter(\.isAbove)
    let within = lactose.doseResponses.filter { !$0.isAbove }
    #expect(!above.isEmpty && !within.isEmpty)
    for (places, responses) in [
      (picture.corners("above"), above), (picture.corners("within"), within),
    ] {
      #expect(places.count == responses.count)
      for (place, response) in zip(places, responses) {
        #expect(abs(place.x - x(response.dose)) < 0.06)
        #expect(abs(place.y - (144 - response.worst * 10.4)) < 0.11)
      }
    }
  }

  private func chart(_ doses: [Double]) -> DoseChart? {
    DoseChart(
      id: "a", title: "a", description: "a",
      responses: doses.map {
        .init(
          date: SampleResults.day(0), dose: $0, worst: 3, worstDate: SampleResults.day(0),
          isAbove: false)
      }, dose: .init(unit: "portions", highestTolerated: nil, lowestProvoking: nil),
      words: ReportLanguage.english.catalogue())
  }

  @Test("Doses of one size are not drawn, and those a tenfold apart stand at equal factors")
  func scale() throws {
    #expect(chart([]) == nil && chart([1, 1]) == nil && chart([0, 2]) == nil)
    #expect(chart([.nan, 1, .infinity]) == nil)
    let narrow = try #require(chart([1, 2, 4]))
    #expect(!narrow.isLogarithmic)
    #expect(abs((narrow.x(4) - narrow.x(2)) - 2 * (narrow.x(2) - narrow.x(1))) < 1e-9)
    let wide = try #require(chart([0.5, 2, 8, 32]))
    #expect(wide.isLogarithmic)
    let places = [0.5, 2, 8, 32].map(wide.x)
    #expect(zip(places, places.dropFirst()).allSatisfy { abs($1 - $0 - 296 / 3) < 1e-9 })
  }

  // MARK: Calendar

  @Test("Each day with a value is a square in its week, as large as the value")
  func weeks() throws {
    let picture = try #require(try pictures("calendar").first)
    let days = results.timeline.days
    let drawn = squares(picture, "heat")
    #expect(drawn.count == days.count { $0.outcome != nil })
    #expect(picture.places("missing").count == days.count { $0.outcome == nil })
    // The first day of the sample, 5 January 2026, is a Monday.
    let first = try #require(days.first?.date)
    #expect("\(first)" == "2026-01-05")
    for (place, day) in days.enumerated() {
      guard let value = day.outcome else { continue }
      let (x, y) = (34 + Double(place / 7) * 20 + 10, 20 + Double(place % 7) * 20 + 10)
      let square = drawn.filter { abs($0.x - x) < 0.11 && abs($0.y - y) < 0.11 }
      #expect(square.count == 1)
      #expect(abs((square.first?.side ?? 0) - (2 + 1.3 * value)) < 0.11)
    }
    let eaten = try group("lactose").exposures.filter(\.certain).map(\.date)
    let marks = picture.places("ate")
    #expect(marks.count == Set(eaten).count)
    for date in eaten {
      let place = date - first
      #expect(
        marks.contains {
          abs($0.x - (34 + Double(place / 7) * 20 + 2)) < 0.06
            && abs($0.y - (20 + Double(place % 7) * 20 + 18)) < 0.06
        })
    }
  }

  @Test("Five years show their last two, in a row for each month")
  func months() throws {
    let picture = try #require(try pictures("calendar", of: "years").first)
    let days = SampleResults.years().timeline.days.suffix(731)
    #expect(squares(picture, "heat").count == days.count { $0.outcome != nil })
    let start = try #require(days.first?.date)
    let rows = Set(squares(picture, "heat").map { (($0.y - 30) / 20).rounded() })
    let months = Set(
      days.filter { $0.outcome != nil }.map {
        Double(($0.date.year - start.year) * 12 + $0.date.month - start.month)
      })
    #expect(rows == months && months.count >= 24)
    let columns = Set(squares(picture, "heat").map { (($0.x - 76) / 20).rounded() })
    #expect(columns == Set(days.filter { $0.outcome != nil }.map { Double($0.date.day - 1) }))
  }

  // MARK: Words

  @Test("Each picture has words beside it in both languages", arguments: ReportLanguage.allCases)
  func words(language: ReportLanguage) throws {
    let page = try PageReader.read(Report.html(results, findings: [], language: language))
    for name in ["windows", "lag", "dose-response", "calendar"] {
      let figures = page.all("figure").filter { figure in
        figure.all("svg").contains { $0.hasClass(name) }
      }
      #expect(!figures.isEmpty)
      #expect(figures.allSatisfy { !($0.all("figcaption").first?.text ?? "").isEmpty })
    }
  }
}
