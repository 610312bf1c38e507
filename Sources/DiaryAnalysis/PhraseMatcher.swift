// SPDX-License-Identifier: Apache-2.0

/// A phrase to look for in the words of a text.
///
/// Written as words with blanks between, each with alternatives after `|` and `*` at the end of a
/// word for any ending; `~` in place of a blank lets up to four other words stand between, in either
/// order.
struct Phrase: Hashable, Sendable {
  private let parts: [[String]]
  private let isNear: Bool
  private static let reach = 4

  init(_ text: String) {
    isNear = text.contains("~")
    parts = text.split(whereSeparator: { $0 == " " || $0 == "~" }).map {
      $0.split(separator: "|").map(String.init)
    }
  }

  /// Whether the phrase stands in the tokens of a text and is not denied there.
  func stands(in tokens: [String]) -> Bool {
    tokens.indices.contains { start in
      guard let end = isNear ? nearEnd(tokens, start) : adjacentEnd(tokens, start) else {
        return false
      }
      return !Self.isDenied(tokens, start: start, end: end)
    }
  }

  private func adjacentEnd(_ tokens: [String], _ start: Int) -> Int? {
    guard start + parts.count <= tokens.count else { return nil }
    for (offset, part) in parts.enumerated()
    where !Self.matches(tokens[start + offset], part) { return nil }
    return start + parts.count - 1
  }

  private func nearEnd(_ tokens: [String], _ start: Int) -> Int? {
    guard parts.count == 2 else { return adjacentEnd(tokens, start) }
    for (one, other) in [(0, 1), (1, 0)] where Self.matches(tokens[start], parts[one]) {
      var place = start + 1
      while place < tokens.count, place - start <= Self.reach + 1, tokens[place] != "|" {
        if Self.matches(tokens[place], parts[other]) { return place }
        place += 1
      }
    }
    return nil
  }

  private static func matches(_ token: String, _ alternatives: [String]) -> Bool {
    alternatives.contains { word in
      word.hasSuffix("*") ? token.hasPrefix(word.dropLast()) : token == word
    }
  }

  private static let denials: Set<String> = [
    "no", "not", "without", "never", "none", "denies", "denied", "didnt", "dont", "doesnt", "isnt",
    "wasnt", "hasnt", "nothing", "negative", "neither", "nor", "kein", "keine", "keinen", "keiner",
    "ohne", "nicht", "nie", "niemals", "weder",
  ]
  private static let breaks: Set<String> = [
    "|", "but", "aber", "however", "then", "dann", "jedoch",
  ]
  private static let laterDenials: Set<String> = [
    "no", "none", "negative", "absent", "0", "nein", "keine", "kein", "excluded", "ausgeschlossen",
  ]

  /// Whether words such as `no` stand up to five words before, within, or directly after a match.
  private static func isDenied(_ tokens: [String], start: Int, end: Int) -> Bool {
    var place = start - 1
    while place >= 0, start - place <= 5, !breaks.contains(tokens[place]) {
      if denials.contains(tokens[place]) { return true }
      place -= 1
    }
    if tokens[start...end].contains(where: denials.contains) { return true }
    var next = end + 1
    if next < tokens.count, tokens[next] == "|" { next += 1 }
    guard next < tokens.count, laterDenials.contains(tokens[next]) else { return false }
    // `hives: no` denies; `hives, no fever` does not.
    return next + 1 >= tokens.count || tokens[next + 1] == "|"
  }
}
