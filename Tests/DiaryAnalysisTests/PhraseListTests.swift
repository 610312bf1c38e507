// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@testable import DiaryAnalysis

@Suite("Phrases looked for together")
struct PhraseListTests {
  /// Every form that a phrase can have.
  private static let phrases = [
    Phrase("throat|tongue~swell*|swollen"), Phrase("short of breath"), Phrase("anaphyla*"),
    Phrase("*allergie|ige"), Phrase("lost # kg|kilo"), Phrase("# weeks along"),
    Phrase("hives|hive", before: "bee|honey"), Phrase("insulin", next: "resistance|level*"),
    Phrase("transplant*", before: "hair"), Phrase("epi pen|pens", next: "expired", isDevice: true),
    Phrase("fasted|fasting~#"), Phrase("blut~papier"), Phrase("blood in|on stool"),
  ]
  private static let words = [
    "throat", "tongue", "swelling", "swollen", "short", "of", "breath", "anaphylaxis", "anaphyla",
    "anaphyl", "milchallergie", "ige", "lost", "5", "kg", "kilo", "weeks", "along", "hives", "hive",
    "bee", "honey", "insulin", "resistance", "levels", "transplanted", "hair", "epi", "pen", "pens",
    "expired", "fasted", "fasting", "blut", "papier", "blood", "in", "on", "stool", "no", "not",
    "my", "sister", "had", "i", "|", ":", "never", "used", "or", "the",
  ]

  @Test("A list finds what its phrases find one by one", arguments: 0..<20)
  func likeOneByOne(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var hits = 0
    for _ in 0..<500 {
      let tokens = (0..<Int.random(in: 0...9, using: &generator)).compactMap { _ in
        Self.words.randomElement(using: &generator)
      }
      let chosen = Self.phrases.filter { _ in Bool.random(using: &generator) }
      let expected = chosen.contains { $0.stands(in: tokens) }
      hits += expected ? 1 : 0
      #expect(PhraseList(chosen).stands(in: tokens) == expected, "\(tokens)")
    }
    #expect(hits > 20)
  }
}
