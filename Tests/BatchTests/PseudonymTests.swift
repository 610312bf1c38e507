// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Batch

@Suite("Pseudonyms")
struct PseudonymTests {
  private let replaced = Pseudonyms(policy: .replaced)

  private func published(
    _ id: String, isNamed: Bool = false, content: String = "c", known: [String: String] = [:]
  ) -> String {
    replaced.published(id, isNamed: isNamed, content: content, known: known)
  }

  @Test(arguments: ["p001", "A", "site2-031", "sub-01", "participant_7", "12", "sim000021", "demo"])
  func keepsCodes(id: String) {
    #expect(published(id) == id)
  }

  @Test(arguments: [
    "Anna", "anna", "Anna Meier", "meier-1970", "max.mustermann", "Jo Li", "../x", "CON", "",
    "p\n1", "ü1", ".hidden", String(repeating: "7", count: 300), "Li Wei 3",
  ])
  func replacesWhatMayBeAName(id: String) {
    let name = published(id)
    #expect(name.hasPrefix("p-") && name.utf8.count == 14)
    #expect(name.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) || $0 == 45 })
    #expect(!name.contains("nna"))
  }

  @Test func anIdOfTheContentWithADigitIsACode() {
    #expect(published("proband0815x", isNamed: true) == "proband0815x")
    #expect(published("Anna", isNamed: true) != "Anna")
    #expect(published("Anna Meier 1", isNamed: true) != "Anna Meier 1")
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
      pseudonyms.published("Anna", isNamed: false, content: content, known: ["Anna": "p-old"])
    }
    #expect(name(one, "a") == name(one, "b"))
    #expect(name(one, "a") != name(two, "a"))
    #expect(name(one, "a") != "p-old")
  }

  @Test func keptNamesAreKept() {
    let kept = Pseudonyms(policy: .kept)
    #expect(kept.published("Anna", isNamed: false, content: "c", known: [:]) == "Anna")
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
