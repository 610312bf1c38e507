// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Batch

@Suite("Pseudonyms")
struct PseudonymTests {
  private let replaced = Pseudonyms(policy: .replaced)

  private func published(
    _ id: String, content: String = "c", known: [String: String] = [:]
  ) -> String {
    replaced.published(id, content: content, known: known)
  }

  @Test(arguments: [
    "p001", "P-17", "A12", "x1-1", "S03P012", "site2-031", "site2-03-12", "sub-01", "sub-012",
    "participant_7", "12", "2001", "sim000021", "sim010203", "proband0815x", "pat-012",
  ])
  func keepsCodes(id: String) {
    #expect(published(id) == id)
  }

  @Test(arguments: [
    "Anna", "anna", "Anna Meier", "meier-1970", "max.mustermann", "Jo Li", "../x", "CON", "",
    "p\n1", "ü1", ".hidden", String(repeating: "7", count: 300), "Li Wei 3",
    "MariaSchmidt1", "m.schmidt85", "meier1", "anna1990", "Li", "Jo", "Wu1", "Al-Ed.1", "A", "demo",
    "Pat1", "M-S-1", "m.s.7", "p-anna-1",
    // Dates and years of birth, and numbers of persons.
    "anna.meier.1985-03-02", "p1985-03-02", "site2-1985-03-02", "19850302", "p02031985", "02.03.85",
    "120385", "A120385", "120385-1234", "p1990", "sub-1985", "p1-2001", "004917612345678",
  ])
  func replacesWhatMayBeAName(id: String) {
    let name = published(id)
    #expect(name.hasPrefix("p-") && name.utf8.count == 14)
    #expect(name.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) || $0 == 45 })
    #expect(!name.contains("nna"))
  }

  @Test(arguments: ["Li.csv", "Jo.csv", "Wu1.csv", "Al-Ed.1.csv", "Cara.csv", "p1985-03-02.csv"])
  func namesOfFilesThatMayBeNamesAreReplaced(name: String) {
    #expect(replaced.label(ofUnit: name, content: "c").hasPrefix("input-"))
    #expect(replaced.label(ofFile: name) == "file.csv")
  }

  @Test func dependsOnTheBytesSoThatNamesCannotBeTried() {
    #expect(published("Anna", content: "one") != published("Anna", content: "two"))
    #expect(published("Anna") == published("Anna"))
    #expect(published("Anna") != published("Berta"))
    #expect(published("Anna", content: "two", known: ["Anna": "p-old"]) == "p-old")
  }

  @Test func aSaltGivesTheSameEverywhere() {
    let one = Pseudonyms(policy: .salted(Array("0123456789abcdef".utf8)))
    let two = Pseudonyms(policy: .salted(Array("0123456789abcdeg".utf8)))
    func name(_ pseudonyms: Pseudonyms, _ content: String) -> String {
      pseudonyms.published("Anna", content: content, known: ["Anna": "p-old"])
    }
    #expect(name(one, "a") == name(one, "b"))
    #expect(name(one, "a") != name(two, "a"))
    #expect(name(one, "a") != "p-old")
  }

  @Test func keptNamesAreKept() {
    let kept = Pseudonyms(policy: .kept)
    #expect(kept.published("Anna", content: "c", known: [:]) == "Anna")
    #expect(kept.label(ofFile: "Anna/x.csv") == "Anna/x.csv")
  }

  @Test func namesOfFilesAreReplacedAndTheirEndingsKept() {
    #expect(replaced.label(ofFile: "export/foods-2026.csv", number: 1) == "export/foods-2026.csv")
    #expect(replaced.label(ofFile: "Anna/Meier.XML", number: 2) == "file/file-2.XML")
    let label = replaced.label(ofUnit: "Anna Meier.csv", content: "c")
    #expect(label.hasPrefix("input-") && label.hasSuffix(".csv") && !label.contains("Anna"))
    #expect(replaced.label(ofUnit: "p01.zip", content: "c") == "p01.zip")
  }
}
