// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import Reporting
import Testing

@Suite("How easy the patient's part is to read")
struct ReadabilityTests {
  /// The syllables of an English word: groups of vowels, without a silent e at its end.
  static func syllables(_ word: String) -> Int {
    let letters = word.lowercased().filter(\.isLetter)
    guard !letters.isEmpty else { return 1 }
    let vowels = Set("aeiouy")
    var count = 0
    var previous = false
    for letter in letters {
      let isVowel = vowels.contains(letter)
      if isVowel, !previous { count += 1 }
      previous = isVowel
    }
    let endsInLe =
      letters.hasSuffix("le") && !vowels.contains(letters.dropLast(2).last ?? "a")
    let isSilent = letters.hasSuffix("e") && !endsInLe
    let isSilentPast =
      letters.hasSuffix("ed") && !letters.hasSuffix("ted") && !letters.hasSuffix("ded")
    return max(1, count - (isSilent || isSilentPast ? 1 : 0))
  }

  /// The Flesch–Kincaid grade (Kincaid 1975): 0.39 words per sentence + 11.8 syllables per word
  /// − 15.59.
  static func grade(_ blocks: [String]) -> Double {
    var sentences = 0
    var words = 0
    var syllables = 0
    for block in blocks {
      for sentence in block.split(whereSeparator: { ".!?".contains($0) }) {
        let parts = sentence.split { !$0.isLetter && !$0.isNumber && $0 != "’" && $0 != "'" }
        guard !parts.isEmpty else { continue }
        sentences += 1
        words += parts.count
        syllables += parts.reduce(0) { $0 + Self.syllables(String($1)) }
      }
    }
    guard words > 0 else { return 0 }
    return 0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words)
      - 15.59
  }

  /// The texts of the innermost blocks of an element.
  private func blocks(_ element: PageReader.Element) -> [String] {
    let names: Set = ["p", "li", "h2", "h3"]
    return element.descendants.filter { block in
      names.contains(block.name) && !block.descendants.contains { names.contains($0.name) }
    }.map(\.text)
  }

  @Test("The counter counts as dictionaries do")
  func counter() {
    let known = [
      "food": 1, "symptoms": 2, "tolerated": 4, "table": 2, "because": 2, "dietitian": 3,
      "possible": 3, "raised": 1, "tested": 2, "milk": 1,
    ]
    for (word, count) in known.sorted(by: { $0.key < $1.key }) {
      #expect(abs(Self.syllables(word) - count) <= (word == "dietitian" ? 1 : 0), "\(word)")
    }
    #expect(abs(Self.grade(["The cat sat on the mat."]) - -1.45) < 0.01)
  }

  @Test("Its grade is at most 7", arguments: ["rich", "null", "empty"])
  func grade(name: String) throws {
    let page = try SampleResults.page(name)
    let patient = try #require(page.first(id: "patient"))
    let answer = page.all("p").filter { $0.hasClass("answer") || $0.hasClass("lead") }.map(\.text)
    let grade = Self.grade(answer + blocks(patient))
    #expect(grade <= 7, "\(name): \(grade)")
  }
}
