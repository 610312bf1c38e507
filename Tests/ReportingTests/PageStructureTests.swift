// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import Reporting
import Testing

@Suite("The page as a whole")
struct PageStructureTests {
  private func page(_ results: AnalysisResults) throws -> PageReader.Element {
    try PageReader.read(Report.html(results, findings: SampleResults.findings))
  }

  @Test("Every sample's page is well-formed and names no file", arguments: SampleResults.names)
  func wellFormed(name: String) throws {
    let page = try SampleResults.page(name)
    let elements = page.descendants
    #expect(!elements.contains { ["iframe", "object", "link", "img"].contains($0.name) })
    for element in elements {
      #expect(!element.attributes.keys.contains { $0.hasPrefix("on") || $0 == "src" })
      if let address = element.attributes["href"] {
        #expect(address.hasPrefix("#") || element.name == "a" && address.hasPrefix("https://"))
      }
    }
  }

  @Test("The policy lets nothing in", arguments: SampleResults.names)
  func policy(name: String) throws {
    let page = try SampleResults.page(name)
    let policy = page.all("meta").first {
      $0.attributes["http-equiv"] == "Content-Security-Policy"
    }
    let rules = try #require(policy?.attributes["content"]).split(separator: "; ")
    #expect(rules.first == "default-src 'none'")
    #expect(!rules.contains { $0.contains("http") })
    let style = try #require(page.all("style").first?.text)
    #expect(!style.contains("http") && !style.contains("@import") && style.count > 1000)
  }

  @Test("Identifiers are there once, and links lead to them", arguments: SampleResults.names)
  func identifiers(name: String) throws {
    let elements = try SampleResults.page(name).descendants
    let identifiers = elements.compactMap { $0.attributes["id"] }
    #expect(Set(identifiers).count == identifiers.count)
    let known = Set(identifiers)
    for element in elements {
      if let address = element.attributes["href"], address.hasPrefix("#") {
        #expect(known.contains(String(address.dropFirst())), "\(address)")
      }
      for name in (element.attributes["aria-labelledby"] ?? "").split(separator: " ") {
        #expect(known.contains(String(name)), "\(name)")
      }
    }
  }

  @Test("Each picture is hidden from those who cannot see it, or described to them")
  func pictures() throws {
    for picture in try page(SampleResults.make()).all("svg") {
      if picture.attributes["aria-hidden"] == "true" { continue }
      #expect(picture.attributes["role"] == "img")
      // The first two elements of a picture are its name and its description.
      #expect(picture.children.prefix(2).map(\.name) == ["title", "desc"])
      let title = try #require(picture.children.first)
      let description = try #require(picture.children.dropFirst().first)
      #expect(title.text.count > 3 && description.text.count > 10)
    }
  }

  @Test("The parts stand in the order of their importance")
  func order() throws {
    let page = try page(SampleResults.make())
    let main = try #require(page.all("main").first)
    #expect(main.children.map { $0.attributes["id"] } == ["safety", "patient", "clinic", "more"])
    #expect(
      main.all("section").map { $0.attributes["id"] } == [
        "safety", "keep", "saw", "open", "next", "doctor", "verdicts", "timeline", "exceptions",
        "further", "groups", "others", "beliefs", "symptoms", "method", "glossary", "references",
      ])
    let body = try #require(page.all("body").first)
    #expect(body.children.map(\.name) == ["svg", "a", "header", "nav", "main", "footer"])
    #expect(
      try #require(body.children.last).text.contains(
        "organises and summarises diary records for discussion with a dietitian or doctor"))
  }

  @Test("Tests of triggers are open, those of other groups and what explains the page are folded")
  func folded() throws {
    let page = try page(SampleResults.make())
    let folded = page.all("details").filter { $0.hasClass("fold") }
    #expect(folded.allSatisfy { $0.hasClass("print") && $0.attributes["open"] == nil })
    let parts = page.all("div").filter { $0.hasClass("folded") }
    #expect(parts.count == folded.count)
    let inside = parts.flatMap { $0.all("svg") }.filter { $0.hasClass("challenge") }
    let articles = page.all("article")
    for article in articles {
      let charts = article.all("svg").filter { $0.hasClass("challenge") }
      let isTrigger = article.hasClass("likely-trigger") || article.hasClass("possible-trigger")
      #expect(charts.allSatisfy { chart in inside.contains { $0.text == chart.text } != isTrigger })
    }
    for id in ["others", "symptoms", "method", "glossary", "references"] {
      let section = try #require(page.first(id: id))
      #expect(section.children.map(\.name) == ["details", "div"], "\(id)")
      #expect(section.all("summary").first?.all("h2").count == 1, "\(id)")
    }
    for id in ["safety", "saw", "keep", "verdicts", "timeline", "exceptions"] {
      #expect(try #require(page.first(id: id)).children.first?.name == "h2", "\(id)")
    }
  }

  @Test("Words that a diary cannot support do not occur", arguments: SampleResults.plainNames)
  func words(name: String) throws {
    let results = SampleResults.named(name)
    let body = try #require(try page(results).all("body").first)
    let forbidden: Set = ["allergic", "intolerant", "safe", "banned", "diagnosis"]
    for text in [body.text, Report.summary(results)] {
      let words = text.lowercased().split { !$0.isLetter }.map(String.init)
      #expect(forbidden.isDisjoint(with: words))
    }
  }

  @Test("A hostile text changes nothing outside its place")
  func hostile() throws {
    let hostile = try page(SampleResults.hostile())
    let harmless = try page(SampleResults.hostile("apple"))
    #expect(hostile.descendants.map(\.name) == harmless.descendants.map(\.name))
    #expect(
      hostile.descendants.map { $0.attributes.keys.sorted() }
        == harmless.descendants.map { $0.attributes.keys.sorted() })
    let text = hostile.text
    #expect(text.contains("<script>alert(1)</script>\"></svg>]]>&amp;'�gnol��"))
    let forbidden: Set<Unicode.Scalar> = ["\u{202E}", "\u{2066}", "\u{0}", "\u{1B}"]
    #expect(!text.unicodeScalars.contains { forbidden.contains($0) })
  }

  @Test("The same results give the same bytes")
  func sameBytes() {
    let first = Report.html(SampleResults.make(), findings: SampleResults.findings)
    for _ in 0..<5 {
      #expect(Report.html(SampleResults.make(), findings: SampleResults.findings) == first)
    }
  }

  @Test("Pages stay small", arguments: [("rich", 400_000), ("years", 1_500_000)])
  func size(name: String, limit: Int) {
    #expect(Report.html(SampleResults.named(name), findings: []).count <= limit)
  }
}
