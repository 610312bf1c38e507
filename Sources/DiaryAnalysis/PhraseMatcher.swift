// SPDX-License-Identifier: Apache-2.0

/// A phrase to look for in the words of a text.
///
/// Written as words with blanks between, each with alternatives after `|`, `*` at the start or the
/// end of a word for any beginning or ending, and `#` for a number; `~` in place of a blank lets up
/// to four other words stand between, in either order.
struct Phrase: Hashable, Sendable {
  private let parts: [[String]]
  private let isNear: Bool
  /// Words that give the phrase another meaning where they follow it: `adrenaline rush`.
  private let otherwiseNext: [String]
  /// The same for words before it: `hair transplant`.
  private let otherwiseBefore: Set<String>
  /// The same for words within it or directly after it: `blood test and stool test`.
  private let otherwiseInside: [String]
  /// Whether it is a device, which counts only where it may have been used.
  private let isDevice: Bool
  /// Whether it is a place of emergency care, which counts only where somebody was a patient there.
  private let isCarePlace: Bool
  private static let reach = 4

  init(
    _ text: String, next: String = "", before: String = "", inside: String = "",
    isDevice: Bool = false, isCarePlace: Bool = false
  ) {
    self.isCarePlace = isCarePlace
    otherwiseInside = inside.split(separator: "|").map { Words.folded(String($0)) }
    self.isDevice = isDevice
    isNear = text.contains("~")
    parts = text.split(whereSeparator: { $0 == " " || $0 == "~" }).map {
      $0.split(separator: "|").map { Words.folded(String($0)) }
    }
    otherwiseNext = next.split(separator: "|").map { Words.folded(String($0)) }
    otherwiseBefore = Set(before.split(separator: "|").map { Words.folded(String($0)) })
  }

  /// Whether the phrase stands in the tokens of a text: meant, not denied, and not of another person.
  func stands(in tokens: [String]) -> Bool {
    tokens.indices.contains { stands(in: tokens, at: $0) }
  }

  /// Whether the phrase stands there from one of the tokens on.
  func stands(in tokens: [String], at start: Int) -> Bool {
    guard let end = isNear ? nearEnd(tokens, start) : adjacentEnd(tokens, start) else {
      return false
    }
    let clause = Clause(tokens: tokens, start: start, end: end)
    return !hasOtherMeaning(tokens, start: start, end: end)
      && !clause.isDenied(hasGap: isNear) && !clause.isOfAnother
      && !(isCarePlace && CareMention(tokens: tokens, start: start, end: end).isNoVisit)
  }

  /// The words, as they are written in a phrase, one of which the phrase starts with.
  var starts: [String] {
    guard let first = parts.first else { return [] }
    return isNear && parts.count == 2 ? parts.flatMap(\.self) : first
  }

  /// The last word of the phrase; a comma may stand between its words: `blood, in stool`.
  private func adjacentEnd(_ tokens: [String], _ start: Int) -> Int? {
    var place = start
    for (offset, part) in parts.enumerated() {
      if offset > 0, place < tokens.count, tokens[place] == "," { place += 1 }
      guard place < tokens.count, Self.matches(tokens[place], part) else { return nil }
      place += 1
    }
    return parts.isEmpty ? nil : place - 1
  }

  private func nearEnd(_ tokens: [String], _ start: Int) -> Int? {
    guard parts.count == 2 else { return adjacentEnd(tokens, start) }
    for (one, other) in [(0, 1), (1, 0)] where Self.matches(tokens[start], parts[one]) {
      var place = start + 1
      var between = 0
      while place < tokens.count, between <= Self.reach, !["|", ","].contains(tokens[place]) {
        if Self.matches(tokens[place], parts[other]) { return place }
        if tokens[place] != ":" { between += 1 }
        place += 1
      }
    }
    return nil
  }

  private static func matches(_ token: String, _ alternatives: [String]) -> Bool {
    alternatives.contains { word in
      if word.utf8.last == UInt8(ascii: "*") { return begins(token, word) }
      if word.utf8.first == UInt8(ascii: "*") { return token.hasSuffix(word.dropFirst()) }
      if word == "#" { return token.utf8.first.map { (48...57).contains($0) } ?? false }
      return token == word
    }
  }

  /// Whether a token begins as a word says that ends in `*`.
  private static func begins(_ token: String, _ word: String) -> Bool {
    let stem = word.utf8.dropLast()
    guard token.utf8.starts(with: stem) else { return false }
    // A letter of ASCII stands by itself unless a mark beyond ASCII follows it.
    let rest = token.utf8.dropFirst(stem.count).first ?? 0
    return rest < 128 && (stem.last ?? 0) < 128 || token.hasPrefix(word.dropLast())
  }

  /// Whether a device was bought or carried only: `never used`, and nothing else says that it was.
  private static func isUnused(_ tokens: [String]) -> Bool {
    let uses = tokens.indices.filter { used.contains(tokens[$0]) }
    return uses.allSatisfy { $0 > 0 && Clause.denials.contains(tokens[$0 - 1]) }
  }

  private static let used: Set<String> = [
    "used", "use", "using", "needed", "injected", "gave", "given", "benutzt", "gebraucht",
    "gespritzt", "verwendet", "genommen",
  ]

  /// Whether a word that gives the phrase another meaning stands in it or directly after it.
  private func holdsOther(_ tokens: [String], start: Int, end: Int) -> Bool {
    guard !otherwiseInside.isEmpty else { return false }
    return tokens[start..<min(tokens.count, end + 2)].contains { Self.matches($0, otherwiseInside) }
  }

  private func hasOtherMeaning(_ tokens: [String], start: Int, end: Int) -> Bool {
    if isDevice {
      let later = tokens[(end + 1)...].drop(while: Clause.isBreak)
      let isDenied = later.first.map(Clause.denials.contains) ?? false
      let isUse = later.dropFirst().first.map(Self.used.contains) ?? false
      if isDenied, isUse, Self.isUnused(tokens) { return true }
    }
    if holdsOther(tokens, start: start, end: end) { return true }
    if !otherwiseNext.isEmpty {
      var place = end + 1
      while place < tokens.count, Self.links.contains(tokens[place]) { place += 1 }
      if place < tokens.count, Self.matches(tokens[place], otherwiseNext) { return true }
    }
    guard !otherwiseBefore.isEmpty else { return false }
    var place = start - 1
    while place >= 0, Self.links.contains(tokens[place]) { place -= 1 }
    guard place >= 0, otherwiseBefore.contains(tokens[place]) else { return false }
    return !isDevice || Self.isUnused(tokens)
  }

  private static let links: Set<String> = [
    "a", "an", "the", "my", "our", "new", "another", "in", "on", "of", "from", "with", "to",
    "between", "meine", "meinen", "einen", "neuen", "im", "auf", "dem",
  ]
}

/// The words around a match, for telling whether it is denied or of another person.
struct Clause: Sendable {
  let tokens: [String]
  let start: Int
  let end: Int

  /// Whether words such as `no` stand before a match (with at most three words between that only
  /// carry the denial on: `no signs of`), inside it, or directly after it.
  func isDenied(hasGap: Bool) -> Bool {
    if isDeniedBefore || isInDeniedList { return true }
    if hasGap, end - start > 1, tokens[(start + 1)..<end].contains(where: Self.denials.contains) {
      return true
    }
    var next = end + 1
    if next < tokens.count, Self.isBreak(tokens[next]) { next += 1 }
    while next < tokens.count, Self.auxiliaries.contains(tokens[next]) { next += 1 }
    if next + 1 < tokens.count, tokens[next] == "ruled", tokens[next + 1] == "out" {
      return next + 2 >= tokens.count || Self.isBreak(tokens[next + 2])
    }
    guard next < tokens.count, Self.laterDenials.contains(tokens[next]) else { return false }
    // `hives: no` denies; `hives, no fever` does not.
    return next + 1 >= tokens.count || Self.isBreak(tokens[next + 1])
  }

  /// `denies swelling, hives, wheeze`: within the sentence, until it turns.
  private var isInDeniedList: Bool {
    for token in tokens[..<start].reversed().prefix(14) {
      if Self.listDenials.contains(token) { return true }
      if token == "|" || Self.turns.contains(token) { return false }
    }
    return false
  }

  /// Whether no hives are counted: `0 hives`, where the number is of no other thing.
  private func isZero(_ place: Int) -> Bool {
    guard tokens[place] == "0" else { return false }
    return place == 0 || tokens[place - 1] == "|" || tokens[place - 1] == ","
  }

  private var isDeniedBefore: Bool {
    var place = start - 1
    var between = 0
    while place >= 0, between <= 3 {
      let token = tokens[place]
      if Self.denials.contains(token) { return !isFirstTime(token) }
      if isZero(place) { return true }
      if token == "free", ["of", "from"].contains(tokens[place + 1]) { return true }
      if Self.lists.contains(token), place >= 2, !Self.isBreak(tokens[place - 1]) {
        // `no hives or swelling`: the denial reaches over the other thing in the list.
        place -= 2
        between += 1
        continue
      }
      guard Self.carriers.contains(token) else { return false }
      place -= 1
      between += 1
    }
    return false
  }

  /// `never had hives like this before` says that they are there.
  private func isFirstTime(_ denial: String) -> Bool {
    guard ["never", "nie", "niemals"].contains(denial) else { return false }
    return tokens[(end + 1)...].prefix(4).contains {
      ["like", "before", "until", "such", "this", "so", "zuvor", "vorher", "bis"].contains($0)
    }
  }

  /// Whether the clause is about a relative or friend: `my sister used her pen`.
  ///
  /// Children are no others: a parent may keep the diary of a child.
  var isOfAnother: Bool {
    if start > 0, Self.people.contains(tokens[start]) { return false }
    var place = start - 1
    while place >= 0, !Self.people.contains(tokens[place]) {
      guard Self.ofOthers.contains(tokens[place]) || Self.isNumber(tokens[place]) else {
        return false
      }
      place -= 1
    }
    guard place >= 0 else { return false }
    var before = place - 1
    while before >= 0, Self.owners.contains(tokens[before]) { before -= 1 }
    guard before < 0 || Self.isBreak(tokens[before]) || Self.clauseWords.contains(tokens[before])
    else { return false }
    let after = tokens[(end + 1)...].prefix(5).prefix { !Self.isBreak($0) }
    return !(tokens[start...end] + after).contains(where: Self.firstPerson.contains)
  }

  static func isBreak(_ token: String) -> Bool { token == "|" || token == ":" || token == "," }
  private static func isNumber(_ token: String) -> Bool {
    token.utf8.first.map { (48...57).contains($0) } ?? false
  }

  static let denials: Set<String> = [
    "no", "not", "without", "never", "none", "denies", "denied", "didnt", "dont", "doesnt", "isnt",
    "wasnt", "hasnt", "havent", "hadnt", "arent", "werent", "nothing", "negative", "neither", "nor",
    "zero", "kein", "keine", "keinen", "keiner", "keinerlei", "ohne", "nicht", "nie", "niemals",
    "weder",
  ]
  /// Words that may stand between a denial and what it denies.
  private static let carriers: Set<String> = [
    "any", "sign", "signs", "of", "the", "my", "a", "an", "real", "actual", "visible", "obvious",
    "known", "history", "had", "have", "has", "having", "been", "be", "get", "got", "feel", "felt",
    "for", "to", "evidence", "new", "significant", "unintended", "family",
    "currently", "even", "anzeichen", "zeichen", "von", "eine", "einen", "die", "der",
    "das", "meine", "bekannte", "bekannten", "hinweis", "auf", "jemals", "ever", "mehr", "gehabt",
    "hatte", "am", "im", "is", "are", "was", "were", "need", "needed", "use", "used", "longer",
  ]
  private static let lists: Set<String> = ["or", "nor", "oder", "noch"]
  private static let laterDenials: Set<String> = [
    "no", "none", "negative", "absent", "0", "nein", "keine", "kein", "excluded", "ausgeschlossen",
    "negativ", "free", "denied", "verneint",
  ]
  /// What may stand between a sign and its denial: `anaemia was ruled out`.
  private static let auxiliaries: Set<String> = [
    "is", "was", "were", "has", "have", "been", "ist", "war", "wurde", "test", "tests",
  ]
  /// Denials of all that follows in a list.
  private static let listDenials: Set<String> = ["denies", "denying", "verneint"]
  private static let turns: Set<String> = [
    "but", "however", "although", "though", "except", "then", "now", "later", "reports", "had",
    "has", "and", "still", "after", "aber", "dann", "jedoch", "danach", "jetzt", "hat", "hatte",
  ]
  private static let clauseWords: Set<String> = [
    "but", "and", "because", "why", "after", "when", "while", "that", "aber", "und", "weil", "dass",
  ]
  private static let people: Set<String> = [
    "sister", "sisters", "brother", "brothers", "mother", "mothers", "mum", "mums", "mom", "moms",
    "father", "fathers", "dad", "dads", "friend", "friends", "husband", "husbands", "wife", "wifes",
    "partner", "partners", "aunt", "uncle", "cousin", "cousins", "grandmother", "grandfather",
    "grandma", "grandpa", "colleague", "colleagues", "neighbour", "neighbours", "neighbor",
    "family",
    "schwester", "bruder", "mutter", "vater", "freund", "freundin", "mann", "frau", "tante",
    "onkel", "oma", "opa", "kollege", "kollegin", "nachbar", "nachbarin", "familie", "schwaegerin",
    "dog", "dogs", "cat", "cats", "puppy", "horse", "hund", "katze", "kater", "pferd",
  ]
  private static let owners: Set<String> = [
    "my", "the", "a", "our", "her", "his", "meine", "mein", "meiner", "meinem", "die", "der",
    "eine", "ein", "seine", "ihre",
  ]
  /// Words that keep a clause with the person that it began with.
  private static let ofOthers: Set<String> = [
    "has", "had", "have", "is", "was", "uses", "used", "use", "using", "to", "her", "his", "their",
    "a", "an", "the", "with", "gets", "got", "also", "suffers", "suffered", "from", "severe", "bad",
    "felt", "food", "new", "chronic", "known", "history", "of", "stage", "weeks", "months",
    "recently", "hat", "hatte", "ist", "war", "ihren", "seinen", "ihre", "seine", "einen", "eine",
    "den", "benutzte", "wochen", "monaten", ":", "positive", "taking", "takes", "on", "kidney",
    "liver", "heart", "lung", "renal", "stem", "cell", "bone", "marrow", "organ",
  ]
  private static let firstPerson: Set<String> = [
    "i", "me", "my", "mine", "im", "ive", "ich", "mich", "mir", "mein", "meine", "meinen",
  ]
}
