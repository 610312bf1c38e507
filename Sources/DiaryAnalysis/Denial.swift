// SPDX-License-Identifier: Apache-2.0

/// Texts in a profile or context that say that something is not so, or not known.
enum Denial {
  private static let texts: Set<String> = [
    "", "-", "–", "—", "?", "no", "none", "n", "n/a", "na", "nil", "nothing", "never", "false", "0",
    "0.0", "nope", "not", "negative", "absent", "not applicable", "not pregnant", "not known",
    "not tested", "not tested yet", "not yet tested", "untested", "unknown", "none known",
    "no known", "nka", "nkda", "nkfa", "none that i know of", "not allergic", "not breastfeeding",
    "not breast-feeding", "not currently", "not currently pregnant", "not at present",
    "not relevant",
    "kein", "keine", "keiner", "keines", "nein", "nie", "niemals", "nicht", "nicht schwanger",
    "keine bekannt", "keine bekannten", "unbekannt", "nicht bekannt", "nicht getestet", "entfällt",
    "negativ", "nicht stillend", "nicht zutreffend", "trifft nicht zu", "falsch",
  ]
  /// Words after which a text no longer denies: `none except milk`.
  private static let turns: Set<String> = [
    "but", "aber", "however", "sondern", "though", "although", "except", "excepting", "excluding",
    "besides", "außer", "ausser", "ausgenommen", "jedoch", "sauf", "salvo", "excepto", "tranne",
    "behalve",
  ]
  /// The first of two such words, and the second.
  private static let doubleTurns = [
    "other": "than", "apart": "from", "aside": "from", "save": "for", "bis": "auf",
    "abgesehen": "von",
  ]
  private static let first: Set<String> = [
    "no", "none", "never", "without", "denies", "keine", "kein", "keinerlei", "ohne", "nie",
  ]
  private static let afterNot: Set<String> = [
    "allergic", "tested", "known", "applicable", "any", "an", "a", "pregnant", "allergisch",
    "getestet", "bekannt", "schwanger",
  ]

  /// Whether a whole text is a denial.
  static func holds(_ text: String) -> Bool {
    let normal = Words.normal(text)
    if texts.contains(normal) { return true }
    guard let first = normal.utf8.first, let last = normal.utf8.last,
      ".!(".utf8.contains(first) || ".!)".utf8.contains(last)
    else { return false }
    let bare = normal.drop { ".!(".contains($0) }
    let end = bare.lastIndex { !".!)".contains($0) }
    return texts.contains(end.map { String(bare[...$0]) } ?? "")
  }

  /// What is left of a text without the clauses that deny; empty where all do.
  static func affirmed(_ text: String) -> String {
    if holds(text) { return "" }
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    var clauses: [[String]] = [[]]
    for (place, word) in words.enumerated() {
      let normal = Words.normal(word).filter { !",;.".contains($0) }
      let next = place + 1 < words.count ? Words.normal(words[place + 1]) : nil
      if turns.contains(normal) || next.map({ doubleTurns[normal] == $0 }) == true {
        clauses.append([])
        continue
      }
      clauses[clauses.count - 1].append(word)
      if let last = word.last, ",;.".contains(last) { clauses.append([]) }
    }
    return clauses.filter { !isDenied($0) }.map { $0.joined(separator: " ") }
      .joined(separator: " ")
  }

  private static func isDenied(_ clause: [String]) -> Bool {
    let text = clause.joined(separator: " ")
    let tokens = Words.tokens(text).filter { !Clause.isBreak($0) }
    guard let word = tokens.first else { return true }
    if holds(tokens.joined(separator: " ")) || first.contains(word) { return true }
    return ["not", "nicht"].contains(word)
      && tokens.dropFirst().first.map(afterNot.contains) ?? true
  }
}
