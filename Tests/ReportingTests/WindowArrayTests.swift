// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import Testing

@testable import Reporting

@Suite("Stretches without a test, as bad as the tests or calmer")
struct WindowArrayTests {
  private let plain = SampleResults.make()

  private func page(
    _ results: AnalysisResults, _ language: ReportLanguage = .english
  ) throws -> PageReader.Element {
    try PageReader.read(Report.html(results, findings: [], language: language))
  }

  /// The sample without gates, in which lactose has these stretches.
  private func lactose(_ rate: Double?, of windows: Int?) throws -> AnalysisResults {
    var results = plain
    results.safety = []
    let place = try #require(results.groups.firstIndex { $0.group.rawValue == "lactose" })
    results.groups[place].falseAlarmRate = rate
    results.groups[place].falseAlarmWindows = windows
    return results
  }

  /// The figures of stretches, within a part of the page.
  private func figures(_ page: PageReader.Element, _ part: String) throws -> [PageReader.Element] {
    try #require(page.first(id: part)).all("figure").filter { figure in
      figure.all("svg").contains { $0.hasClass("windows") }
    }
  }

  /// The squares and the dots of a picture: its lines, a sign each 11 px.
  private func signs(_ picture: PageReader.Element) throws -> (squares: Int, dots: Int) {
    func ends(_ name: String) -> [(from: Double, to: Double)] {
      picture.all("path").filter { $0.hasClass(name) }.flatMap { path in
        (path.attributes["d"] ?? "").matches(of: /M([\d.]+) [\d.]+H([\d.]+)/).compactMap { match in
          Double(match.1).flatMap { from in Double(match.2).map { (from, $0) } }
        }
      }
    }
    // Dashes of 8 px with 3 between them; dashes of 0 px each 11 px, the line 1 px longer than they need.
    let squares = ends("so").map { (from, to) in Int(((to - from + 3) / 11).rounded()) }
    let dots = ends("not-so").map { (from, to) in Int(((to - from) / 11).rounded(.down)) + 1 }
    return (squares.reduce(0, +), dots.reduce(0, +))
  }

  @Test(
    "Few stretches are drawn one by one, others as 100, and none or all of them as they are",
    arguments: [
      (0.0833, 12, 1, 11), (1, 19, 19, 0), (0.0435, 46, 4, 96), (0, 46, 0, 46), (1, 46, 46, 0),
      (0.002, 500, 1, 99), (0.998, 500, 99, 1), (0, 500, 0, 100), (0.09, 100, 9, 91),
      (0.25, 20, 25, 75), (0.2105, 19, 4, 15), (0.4, 5, 2, 3),
    ] as [(Double, Int, Int, Int)])
  func drawn(rate: Double, windows: Int, squares: Int, dots: Int) throws {
    let page = try page(lactose(rate, of: windows))
    for part in ["saw", "group-2"] {
      let figure = try #require(try figures(page, part).first)
      let found = try signs(try #require(figure.all("svg").first))
      #expect(found == (squares, dots), "\(part)")
      let description = try #require(figure.all("desc").first?.text)
      #expect(description.contains("\(squares) square") && description.contains("\(dots) dot"))
    }
  }

  @Test("The sentence says the same counts, each with the value of the results")
  func said() throws {
    func told(_ rate: Double, _ windows: Int, _ language: ReportLanguage = .english) throws -> (
      String, [String]
    ) {
      let page = try page(lactose(rate, of: windows), language)
      let text = try #require(try figures(page, "saw").first?.all("figcaption").first)
      return (
        text.all("p").map { String($0.text.prefix { $0 != "\n" }) }.joined(),
        text.all("data").map { $0.attributes["value"] ?? "" }
      )
    }
    let rest = "looked as bad (squares). The rest were calmer (dots)."
    let many = try told(0.0435, 46)
    #expect(
      many.0 == "Of 100 stretches as long as a test but without lactose, about 4 " + rest
        + " In this diary: 2 of 46.")
    #expect(many.1 == ["0.0435", "0.0435", "46"])
    let few = try told(0.1667, 12)
    #expect(few.0 == "Of 12 stretches as long as a test but without lactose, 2 " + rest)
    #expect(few.1 == ["12", "0.1667"])
    let none = try told(0, 23)
    #expect(
      none.0 == "Of 23 stretches as long as a test but without lactose, none looked as bad. "
        + "All were calmer (dots).")
    #expect(none.1 == ["23"])
    #expect(try told(1, 23).0.contains("lactose, all looked as bad (squares)."))
    #expect(
      try told(0.0435, 46, .german).0
        == "So schlecht wie bei einem Test war es ohne Laktose in etwa 4 von 100 gleich langen Zeiten "
        + "(Quadrate). Sonst war es besser (Punkte). In diesem Tagebuch: 2 von 46.")
    #expect(try told(0, 23, .german).0.contains("nie: in keiner von 23 gleich langen Zeiten."))
  }

  @Test(
    "Nothing is drawn of no, too few or impossible stretches, and the chance is a sentence still")
  func notDrawn() throws {
    for (rate, windows) in [(nil, 46), (0.5, nil), (0.5, 4), (0.5, 0), (.nan, 46), (1.5, 46)]
      as [(Double?, Int?)]
    {
      let page = try page(lactose(rate, of: windows))
      #expect(try !figures(page, "saw").contains { $0.text.contains("lactose") })
      let saw = try #require(page.first(id: "saw"))
      #expect(
        saw.all("li").first?.text.contains("For 96 of them, this would be a trigger.") == true)
    }
  }

  @Test(
    "One picture in the patient's part has one meaning, said once not to be that of being wrong")
  func oneMeaning() throws {
    let page = try page(lactose(0.0435, of: 46))
    let saw = try #require(page.first(id: "saw"))
    #expect(try figures(page, "saw").count == saw.all("svg").count { $0.hasClass("windows") })
    #expect(try figures(page, "saw").count == 3)
    let captions = try figures(page, "saw").map(\.text)
    #expect(captions.allSatisfy { !$0.contains("100 people") })
    let note = "The small signs are not the chance that the answer is wrong."
    #expect(saw.text.components(separatedBy: note).count == 2)
    #expect(try figures(page, "groups").allSatisfy { $0.text.contains("not the probability") })
  }

  @Test(
    "Of a group that must not be tested again nothing is argued away; its own part has the count")
  func withheld() throws {
    var results = try lactose(0.6, of: 46)
    results.safety = [
      .init(
        gate: "immediate-allergy", withholdsRetest: true, groups: [GroupID(rawValue: "lactose")],
        entries: [], evidence: "wheeze")
    ]
    let held = try page(results)
    #expect(try figures(held, "saw").count == 2)
    #expect(try !figures(held, "saw").contains { $0.text.contains("lactose") })
    #expect(try figures(held, "group-2").count == 1)
    results.safety[0].groups = []
    let all = try page(results)
    #expect(try figures(all, "saw").isEmpty)
    #expect(try #require(all.first(id: "saw")).text.contains("not the chance") == false)
  }

  @Test(
    "Nothing is as bad as tests that no symptoms followed; groups that are no triggers have none")
  func notShown() throws {
    var results = try lactose(0.0435, of: 46)
    let place = try #require(results.groups.firstIndex { $0.group.rawValue == "gluten" })
    results.groups[place].reasonCodes = [
      Statement("tests-followed", ["followed": 0, "tests": 3, "mean": 0, "points": 1])
    ]
    let page = try page(results)
    #expect(try !figures(page, "saw").contains { $0.text.contains("gluten,") })
    #expect(try figures(page, "groups").count == 2)
    #expect(try !figures(page, "groups").contains { $0.text.contains("egg") })
  }

  @Test("Groups that cannot be told apart share one picture, and tests merely read are called so")
  func together() throws {
    var results = plain
    results.safety = []
    results.separations[0].probability = 0.927_31
    for place in results.groups.indices {
      for test in results.groups[place].challenges.indices {
        results.groups[place].challenges[test].source = "inferred"
      }
    }
    let page = try page(results)
    let captions = try figures(page, "saw").map(\.text)
    #expect(captions.count == 2)
    #expect(
      captions.contains { $0.contains("without gluten or fructans, about 17") })
    #expect(
      captions.allSatisfy { $0.contains("as long as the days we read as a test but without") })
  }
}

extension String {
  fileprivate func components(separatedBy text: String) -> [Substring] {
    var (parts, rest) = ([Substring](), self[...])
    while let found = rest.firstRange(of: text) {
      parts.append(rest[..<found.lowerBound])
      rest = rest[found.upperBound...]
    }
    return parts + [rest]
  }
}
