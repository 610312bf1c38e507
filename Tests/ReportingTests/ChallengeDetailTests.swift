// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import Foundation
import Reporting
import Testing

@Suite("The details of challenges on the page")
struct ChallengeDetailTests {
  private func article(_ name: String) throws -> PageReader.Element {
    let page = try SampleResults.page("rich")
    return try #require(
      page.all("article").first { $0.all("h3").first?.text.contains(name) == true })
  }

  private func table(_ article: PageReader.Element, _ caption: String) throws -> PageReader.Element
  {
    try #require(
      article.all("table").first { $0.all("caption").first?.text.contains(caption) == true })
  }

  @Test("A single positive test says what a second one would do; several do not")
  func yardstick() throws {
    // A gate forbids the test of gluten, and with it the call for a second one.
    #expect(try article("Gluten").all("p").allSatisfy { !$0.hasClass("yardstick") })
    var results = SampleResults.named("rich")
    results.safety = []
    let page = try PageReader.read(Report.html(results, findings: []))
    let gluten = try #require(
      page.all("article").first { $0.all("h3").first?.text.contains("Gluten") == true })
    let text = try #require(gluten.all("p").first { $0.hasClass("yardstick") }).text
    // (1 + 0.412)/2 and 0.412/3.
    #expect(text.contains("71 in 100") && text.contains("14 in 100"))
    #expect(try article("Lactose").all("p").allSatisfy { !$0.hasClass("yardstick") })
  }

  @Test("Effect sizes stand in a row for each test, with windows and the range of the level")
  func effects() throws {
    let rows = try table(try article("Lactose"), "Effect sizes").all("tr").dropFirst()
    #expect(rows.count == 2)
    let first = try #require(rows.first)
    // A number that is said in full stands without its value.
    let values = first.all("td").dropFirst(2).flatMap { cell in
      cell.text.split { !"−.0123456789".contains($0) }.compactMap { said in
        cell.all("data").first { $0.text == said }?.attributes["value"].flatMap(Double.init)
          ?? Double(said.replacing("−", with: "-"))
      }
    }
    #expect(values == [0.86, 0.7143, 2.1708, 0.5432, 2.312, 1.1774, 3.412, 0.35])
    // All days are of one year, which stands in the head of the page.
    #expect(first.text.hasPrefix("9–11 Feb9–12 Feb26 Jan – 8 Feb"))
  }

  @Test("The kind of p and its windows are said")
  func kinds() throws {
    let text = try table(try article("Lactose"), "Tests and comparison").text
    #expect(text.contains("3 in 100, of 71 windows"))
    #expect(text.contains("3 in 100, of 6 starts drawn by lot"))
  }

  @Test("The ledger names factor, direction, day, value, usual value and rows")
  func ledger() throws {
    let lactose = try article("Lactose")
    let ledger = try table(lactose, "What else stood")
    let (head, text) = (ledger.all("thead")[0].text, ledger.all("tbody")[0].text)
    for part in ["sleep", "may worsen", "10 Feb", "4.5", "h", "835"] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(head.contains("Rows: diary.csv") && !text.contains("diary.csv"))
    #expect(lactose.text.contains("Usual in this diary: sleep 7.41 h"))
  }

  @Test("With and without confounded days stand under each other, and what that means")
  func without() throws {
    let gluten = try article("Gluten")
    let rows = try table(gluten, "With and without").all("tr").dropFirst().map(\.text)
    #expect(rows.count == 2)
    #expect(rows.first?.contains("1.3") == true && rows.last?.contains("0.7") == true)
    #expect(gluten.text.contains("Without those days the rise is less than a point."))
    #expect(!(try article("Egg")).text.contains("With and without the days"))
  }

  @Test(
    "A comparison that speaks against a verdict is never folded, another one of no trigger is",
    arguments: [
      (GroupResult.ConfoundedComparison.Reading.stronger, Verdict.notClear as Verdict?, false),
      (.weaker, .possibleTrigger, false), (.weaker, .notClear, true), (.weaker, nil, true),
    ])
  func against(
    reading: GroupResult.ConfoundedComparison.Reading, verdict: Verdict?, isFolded: Bool
  ) throws {
    var results = SampleResults.make()
    let place = try #require(results.groups.firstIndex { $0.group.rawValue == "sorbitol" })
    results.groups[place].verdictWithoutConfounded?.reading = reading
    results.groups[place].verdictWithoutConfounded?.verdictWithout = verdict
    let page = try PageReader.read(Report.html(results, findings: []))
    let article = try #require(page.first(id: "group-\(place + 1)"))
    let caption = "With and without the days"
    #expect(article.text.components(separatedBy: caption).count == 2)
    let folded = article.all("div").filter { $0.hasClass("folded") }
    #expect(folded.contains { $0.text.contains(caption) } == isFolded)
  }

  @Test("Doses are listed with what followed, and what was never tried is said")
  func doses() throws {
    let lactose = try article("Lactose")
    #expect(lactose.text.contains("Nothing is known of more than 1.5 g lactose a day."))
    #expect(lactose.text.contains("No dose was tried between 3 and 12 g lactose a day."))
    let rows = try table(lactose, "Each day’s dose").all("tr").dropFirst()
    #expect(rows.count == 6)
    #expect(rows.first?.text.contains("within") == true)
    #expect(rows.last?.text.contains("above") == true)
  }

  @Test("What may help is shown with its days and no advice")
  func helpful() throws {
    let section = try #require(try SampleResults.page("rich").first(id: "symptoms"))
    let text = section.text
    for part in ["journaling", "21", "50", "−0.4", "They do not show that one thing led"] {
      #expect(text.contains(part), "\(part)")
    }
  }
}
