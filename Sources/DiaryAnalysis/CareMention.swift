// SPDX-License-Identifier: Apache-2.0

/// Words around an emergency department that say that nobody was its patient: `did not go to the ER`,
/// `worked in the ER`.
///
/// Only plain forms count: any word that is not listed here, before or behind, and the gate fires.
struct CareMention: Sendable {
  let tokens: [String]
  /// The first and the last word of what names the department.
  let start: Int
  let end: Int

  /// Whether the words say plainly that nobody went there, or only to work.
  var isNoVisit: Bool { isDenied || isNeedless || isWork }

  /// The words of the clause before the department.
  private var before: ArraySlice<String> {
    let first = tokens[..<start].lastIndex(where: Clause.isBreak).map { $0 + 1 } ?? 0
    return tokens[first..<start]
  }

  /// `I did not have to go to the ER`, where nothing turns it round behind: `, but I should have`.
  private var isDenied: Bool {
    let before = before
    guard let denial = before.lastIndex(where: Self.denials.contains),
      before[(denial + 1)...].allSatisfy(Self.ways.contains),
      before[..<denial].allSatisfy(Self.plain.contains)
    else { return false }
    return endsPlainly(end + 1, Self.trailing)
  }

  /// `ER was not needed`.
  private var isNeedless: Bool {
    let rest = tokens[(end + 1)...].drop { ["was", "is", "war", "ist"].contains($0) }
    guard before.allSatisfy({ ["the", "an", "die", "a"].contains($0) }),
      ["not", "wasnt", "isnt", "nicht"].contains(rest.first ?? ""),
      ["needed", "necessary", "required", "noetig", "notwendig", "gebraucht", "erforderlich"]
        .contains(rest.dropFirst().first ?? "")
    else { return false }
    return endsPlainly(rest.startIndex + 2, [])
  }

  /// `night shift in the ER last night`, `in der Notaufnahme gearbeitet`.
  private var isWork: Bool {
    let before = before
    if let work = before.lastIndex(where: { !Self.places.contains($0) }),
      Self.work.contains(before[work])
    {
      return before[..<work].allSatisfy(Self.ofWork.contains)
        && endsPlainly(end + 1, Self.trailing)
    }
    guard end + 1 < tokens.count, Self.workBehind.contains(tokens[end + 1]) else { return false }
    return before.allSatisfy { Self.places.contains($0) || Self.ofWork.contains($0) }
      && endsPlainly(end + 2, Self.trailing)
  }

  /// Whether the clause ends after at most three words of a set, and what follows does not turn it.
  private func endsPlainly(_ place: Int, _ words: Set<String>) -> Bool {
    var next = place
    while next < tokens.count, next < place + 3, words.contains(tokens[next]) { next += 1 }
    guard next < tokens.count else { return true }
    guard Clause.isBreak(tokens[next]) else { return false }
    return !tokens[next...].prefix(6).contains(where: Self.turns.contains)
  }

  private static let denials: Set<String> = [
    "no", "not", "never", "didnt", "dont", "doesnt", "wasnt", "hasnt", "havent", "hadnt", "werent",
    "nicht", "nie", "kein", "keine",
  ]
  /// What may stand between the denial and the department.
  private static let ways: Set<String> = [
    "go", "gone", "went", "be", "been", "have", "had", "need", "needed", "to", "in", "into", "at",
    "the", "a", "an", "die", "der", "zur", "visit", "visited", "trip", "visits",
  ]
  /// What may stand before the denial.
  private static let plain: Set<String> = [
    "i", "we", "he", "she", "ich", "wir", "er", "sie", "did", "do", "have", "has", "had", "was",
    "were", "am", "bin", "war", "waren", "musste", "mussten", "muss", "ging", "and", "so", "und",
    "today", "heute",
  ]
  /// What may follow the department.
  private static let trailing: Set<String> = [
    "today", "yesterday", "last", "night", "again", "this", "week", "all", "day", "heute",
    "gestern",
    "gehen", "gegangen", "gefahren", "fahren", "muessen", "gemusst", "gearbeitet", "gehabt",
    "gewesen", "die", "ganze", "nacht",
  ]
  /// What turns a denial round where it follows.
  private static let turns: Set<String> = [
    "but", "however", "although", "though", "yet", "until", "till", "because", "instead", "only",
    "should", "shouldve", "would", "could", "wanted", "almost", "nearly", "unfortunately", "even",
    "despite", "later", "then", "next", "went", "still", "when", "if", "since", "wish", "regret",
    "aber", "jedoch", "obwohl", "sondern", "weil", "bis", "erst", "nur", "haette", "haetten",
    "sollte", "wollte", "leider", "trotz", "trotzdem", "dann", "danach", "spaeter", "fast",
    "beinahe", "wenn", "ging", "doch", "da", "sonst", "otherwise",
  ]
  private static let work: Set<String> = [
    "worked", "working", "work", "works", "shift", "shifts", "duty", "volunteered", "volunteering",
    "internship", "dienst", "nachtdienst", "fruehdienst", "spaetdienst", "tagdienst", "schicht",
    "nachtschicht", "fruehschicht", "spaetschicht", "arbeite", "arbeitete", "praktikum",
  ]
  private static let workBehind: Set<String> = [
    "gearbeitet", "arbeiten", "shift", "shifts", "dienst", "nachtdienst", "schicht", "nachtschicht",
    "praktikum",
  ]
  /// What may stand between work and the department.
  private static let places: Set<String> = [
    "in", "at", "on", "the", "an", "a", "our", "my", "der", "einer", "unserer", "meiner",
  ]
  /// What may stand before work; `after` is not among it: `after a night shift in the ER with hives`.
  private static let ofWork: Set<String> = [
    "i", "we", "ich", "wir", "night", "day", "long", "double", "late", "early", "another", "had",
    "have", "was", "am", "did", "a", "an", "my", "the", "on", "last", "busy", "hatte", "habe",
    "bin",
    "war", "still", "heute", "today", "gestern", "yesterday", "and", "und", "lange", "langer",
    "langen", "anstrengend", "anstrengende", "stressige", "stressful", "die", "ganze", "nacht",
    "im",
  ]
}
