// SPDX-License-Identifier: Apache-2.0

/// Words that English sentences cannot do without and German ones never have.
enum EnglishWords {
  private static let words: Set<String> = [
    "the", "of", "and", "were", "with", "without", "which", "that", "this", "these", "those",
    "from",
    "than", "then", "there", "are", "is", "it", "its", "at", "by", "be", "been", "has", "have",
    "had",
    "your", "you", "they", "what", "when", "where", "who", "how", "any", "some", "more", "most",
    "after", "before", "each", "day", "days", "week", "weeks", "food", "foods", "group", "groups",
    "symptom", "symptoms", "row", "rows", "entry", "entries", "only", "other", "read", "chance",
    "rise", "hours", "on", "for", "to", "or", "eaten", "left", "out",
  ]

  static func found(in text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init).filter(words.contains)
  }
}
