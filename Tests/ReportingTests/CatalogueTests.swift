// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Foundation
import TestSupport
import Testing

@testable import Reporting

@Suite("The catalogues of texts")
struct CatalogueTests {
  private let english = CatalogueMembers(.english).all
  private let german = CatalogueMembers(.german).all

  /// The members that the protocols of the catalogue require.
  private func requirements() throws -> Set<String> {
    let folder = Fixtures.root + "/Sources/Reporting/Languages"
    var names: Set<String> = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder)
    where file.hasPrefix("Catalogue+") {
      let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
      for match in text.matches(of: /\n  (?:var|func) (\w+)/) { names.insert(String(match.1)) }
    }
    return names.subtracting([
      "language", "labels", "isMean", "eatsGluten", "isCoeliacOpen", "writesDecimalComma",
    ])
  }

  @Test("These tests ask every member")
  func complete() throws {
    let required = try requirements()
    #expect(required.count > 200)
    #expect(required.symmetricDifference(Set(english.map(\.name))).isEmpty)
  }

  @Test("German says something of its own, in as many texts, wherever the words are not the same")
  func differs() {
    #expect(english.map(\.name) == german.map(\.name))
    // Terms and names that both languages have, signs, and shorthand with numbers.
    let same: Set = [
      "Test", "Tests", "Pause", "Gluten", "Kaffee", "Version", "Format", "NAP", "FODMAP", "Placebo",
      "Alcohol", "Stress", "Phase", "SHA-256", "τ²", "I²", "1 Test", "2 Tests", "Tofu", "Polenta",
      "Hedges’ g",
      "Hummus", ", ", "; ", ")", " (", ".", "missing", "symptom", "band", "phase elimination",
      "phase challenge", "phase washout", "left-out", "dose", "eaten", "factor", "min",
      "Jun", "Jul", "Aug", "Sep", "Nov", "Jan", "Feb", "Apr", "Phases", " Test", "Fructose",
    ]
    for (one, other) in zip(english, german) where one.text == other.text {
      #expect(same.contains(one.text), "\(one.name): \(one.text)")
    }
  }

  @Test("Every code of the documentation is asked for")
  func codes() {
    #expect(CatalogueSamples.reasonCodes.count >= 20)
    #expect(CatalogueSamples.nextStepCodes.count >= 12)
    #expect(CatalogueSamples.factCodes.count >= 9)
    #expect(CatalogueSamples.warningCodes.count >= 35)
  }

  @Test("No text is empty, and none holds a placeholder")
  func filled() {
    for (name, text) in english + german {
      #expect(!text.isEmpty && !text.contains("{"), "\(name)")
    }
  }

  @Test("German has no English function word, and its quotes, minus and decimals are its own")
  func german_only() {
    let signs = Set(english.map(\.text))
    for (name, text) in german where !signs.contains(text) {
      #expect(EnglishWords.found(in: text).isEmpty, "\(name): \(text)")
      #expect(!text.contains("“") || text.contains("„"), "\(name): \(text)")
      #expect(text.firstMatch(of: /\d\.\d/) == nil || name == "chartDate", "\(name): \(text)")
    }
  }

  @Test("Dates, numbers and plurals follow the language")
  func forms() throws {
    let words = ReportLanguage.german.catalogue()
    let day = try #require(CivilDate(year: 2026, month: 3, day: 3))
    let next = try #require(CivilDate(year: 2026, month: 4, day: 2))
    #expect(words.date(day) == "3. März 2026")
    #expect(words.period(day, day.advanced(by: 14)) == "3.–17. März 2026")
    #expect(words.period(day, next) == "3. März – 2. Apr. 2026")
    #expect(words.number(-1.25, decimals: 2) == "−1,25")
    #expect(words.amount(2.5) == "2,5")
    #expect(ReportLanguage.english.catalogue().number(-1.25, decimals: 2) == "−1.25")
    #expect(words.daysWithoutEntries(1) == "1 Tag ohne jeden Eintrag ist nicht aufgeführt.")
    #expect(words.daysWithoutEntries(3) == "3 Tage ohne jeden Eintrag sind nicht aufgeführt.")
    #expect(words.list(["Laktose", "Ei", "Soja"]) == "Laktose, Ei und Soja")
  }

  @Test("A rise is said with its noun in the right number")
  func rises() {
    let (english, german) = (ReportLanguage.english.catalogue(), ReportLanguage.german.catalogue())
    #expect(
      [0.1, 0.5, 1, 2.5].map(english.rise) == [
        "less than half a point", "about half a point", "about 1 point",
        "about 2 and a half points",
      ])
    #expect(
      [0.1, 0.5, 1, 2.5].map(german.rise) == [
        "weniger als einen halben Punkt", "etwa einen halben Punkt", "etwa 1 Punkt",
        "etwa 2,5 Punkte",
      ])
  }

  @Test("Emergency texts name the number to call", arguments: ["possible-immediate-allergy"])
  func emergency(gate: String) {
    let words = ReportLanguage.german.catalogue()
    #expect(words.safety(gate).advice.contains("112"))
    #expect(words.doctor.contains { $0.contains("112") })
    #expect(words.calendarShift.contains("112"))
  }

  @Test("Every built-in group and every finding of an import has German words")
  func known() throws {
    let words = ReportLanguage.german.catalogue()
    for group in GroupID.builtIn {
      #expect(words.name(group) != group.rawValue && words.examples(group) != nil)
    }
    let folder = URL(fileURLWithPath: Fixtures.root + "/Sources/Importing")
    let files = try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var identifiers: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /(?:id: |add\(\s*|tally\(\s*)"([a-z0-9]+(?:-[a-z0-9]+)+)"/) {
        identifiers.insert(String(match.1))
      }
    }
    #expect(identifiers.count > 80)
    #expect(identifiers.filter { German.findings[$0] == nil }.sorted() == [])
  }

  @Test(
    "One participant is told in the singular",
    arguments: [
      (ReportLanguage.english, 1, "1 participant"), (.english, 2, "2 participants"),
      (.english, 0, "0 participants"), (.german, 1, "1 Person"), (.german, 2, "2 Teilnehmende"),
    ])
  func participants(language: ReportLanguage, count: Int, words: String) {
    let catalogue = language.catalogue()
    let summary = BatchIndexSummary(participants: count, safety: 1, likely: 0, failures: 0)
    #expect(catalogue.indexAnswer(summary).hasPrefix(words + ": "))
    #expect(catalogue.cohortAnswer(count) == words)
  }

  @Test("A finding keeps the file's own words and the number of rows")
  func finding() {
    var finding = Finding(
      id: "group-unknown", severity: .warning, summary: "“lactos” is not a group.", file: "a.csv")
    finding.times = 3
    let text = ReportLanguage.german.catalogue().finding(finding)
    #expect(
      text == "Diese Gruppe ist nicht bekannt. Dort steht „lactos“. (3 Zeilen; dies ist die erste.)"
    )
  }
}
