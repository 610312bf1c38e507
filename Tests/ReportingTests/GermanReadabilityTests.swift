// SPDX-License-Identifier: Apache-2.0

import Reporting
import Testing

@Suite("How easy the patient's part is to read in German")
struct GermanReadabilityTests {
  /// The syllables of a German word: vowels, of which the usual pairs make one syllable.
  static func syllables(_ word: String) -> Int {
    let letters = Array(word.lowercased().filter(\.isLetter))
    let vowels = Set("aeiouyäöü")
    let pairs: Set = ["ei", "ai", "au", "eu", "äu", "ie", "aa", "ee", "oo", "ey", "ay", "oi"]
    var count = 0
    var place = 0
    while place < letters.count {
      defer { place += 1 }
      guard vowels.contains(letters[place]) else { continue }
      if letters[place] == "u", place > 0, letters[place - 1] == "q" { continue }
      count += 1
      if place + 1 < letters.count, pairs.contains(String(letters[place...(place + 1)])) {
        place += 1
      }
    }
    return max(1, count)
  }

  /// The first Wiener Sachtextformel (Bamberger and Vanecek 1984), a school grade: 0.1935 MS +
  /// 0.1672 SL + 0.1297 IW − 0.0327 ES − 0.875, with the percentages of words of three syllables and
  /// more (MS), of more than six letters (IW) and of one syllable (ES), and words per sentence (SL).
  static func grade(_ blocks: [String]) -> Double {
    var sentences = 0
    var words: [String] = []
    for block in blocks {
      for sentence in block.split(whereSeparator: { ".!?:".contains($0) }) {
        let parts = sentence.split { !$0.isLetter && $0 != "-" }.filter {
          $0.contains(where: \.isLetter)
        }
        guard !parts.isEmpty else { continue }
        sentences += 1
        words += parts.map(String.init)
      }
    }
    guard !words.isEmpty else { return 0 }
    func percent(_ holds: (String) -> Bool) -> Double {
      100 * Double(words.count(where: holds)) / Double(words.count)
    }
    let long = percent { Self.syllables($0) >= 3 }
    let letters = percent { $0.filter(\.isLetter).count > 6 }
    let short = percent { Self.syllables($0) == 1 }
    let length = Double(words.count) / Double(sentences)
    return 0.1935 * long + 0.1672 * length + 0.1297 * letters - 0.0327 * short - 0.875
  }

  @Test("The counter counts as dictionaries do")
  func counter() {
    let known = [
      "Lebensmittel": 4, "Beschwerden": 3, "Auslöser": 3, "Milch": 1, "Ei": 1, "Zwiebel": 2,
      "Portion": 3, "Ernährungsfachkraft": 5, "Fruktane": 3, "Quelle": 2, "Joghurt": 2, "neu": 1,
    ]
    for (word, count) in known.sorted(by: { $0.key < $1.key }) {
      #expect(Self.syllables(word) == count, "\(word)")
    }
    // Six words, five of one syllable, none long: by hand.
    #expect(abs(Self.grade(["Die Katze sitzt auf dem Dach."]) - -2.5968) < 0.001)
    // One word of four syllables and twelve letters in a sentence of two.
    #expect(abs(Self.grade(["Lebensmittel fehlen."]) - (9.675 + 0.3344 + 6.485 - 0.875)) < 0.001)
  }

  @Test("Its grade is at most 7", arguments: ["rich", "null", "empty"])
  func grade(name: String) throws {
    let page = try PageReader.read(
      Report.html(SampleResults.named(name), findings: [], language: .german))
    let patient = try #require(page.first(id: "patient"))
    let answer = page.all("p").filter { $0.hasClass("answer") || $0.hasClass("lead") }.map(\.text)
    let names: Set = ["p", "li", "h2", "h3"]
    let blocks = patient.descendants.filter { block in
      names.contains(block.name) && !block.descendants.contains { names.contains($0.name) }
    }.map(\.text)
    let grade = Self.grade(answer + blocks)
    #expect(grade <= 7, "\(name): \(grade)")
  }
}
