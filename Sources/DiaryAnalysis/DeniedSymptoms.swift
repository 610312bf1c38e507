// SPDX-License-Identifier: Apache-2.0

/// Symptoms of which an entry's name says that they were not there: `no pain`, `keine Schmerzen`.
///
/// Only what is a complaint wherever it is can be denied so: no appetite, no stool and no sleep are
/// complaints themselves. A word between, such as `no severe pain`, leaves the rest open.
enum DeniedSymptoms {
  /// The bytes beyond which no name is looked at.
  private static let longest = 120

  private static let negations: Set<String> = [
    "no", "without", "zero", "keine", "kein", "keinen", "keinerlei", "ohne", "pas", "sans",
    "aucun", "aucune", "sin", "ningun", "ninguna", "nessun", "nessuna", "senza", "geen", "zonder",
  ]
  /// Words that may follow a negation, or go with one.
  private static let fillers: Set<String> = [
    "any", "more", "mehr", "de", "d", "plus", "mas", "piu",
  ]
  private static let conjunctions: Set<String> = [
    "and", "or", "nor", "und", "oder", "et", "ou", "ni", "y", "o", "e", "en", "of",
  ]
  private static let nouns: Set<String> = [
    "pain", "pains", "ache", "aches", "discomfort", "bloating", "cramp", "cramps", "cramping",
    "nausea", "vomiting", "diarrhea", "diarrhoea", "constipation", "flatulence", "reflux",
    "heartburn", "indigestion", "migraine", "migraines", "fatigue", "tiredness", "dizziness",
    "itch", "itching", "itchiness", "rash", "rashes", "hives", "eczema", "swelling", "wheezing",
    "cough", "coughing", "sneezing", "congestion", "fever", "fog",
    "schmerz", "schmerzen", "weh", "kraempfe", "krampf", "blaehung", "blaehungen", "voellegefuehl",
    "uebelkeit", "erbrechen", "durchfall", "verstopfung", "sodbrennen", "migraene", "muedigkeit",
    "schwindel", "juckreiz", "ausschlag", "hautausschlag", "quaddeln", "schwellung", "husten",
    "niesen", "fieber",
    "douleur", "douleurs", "crampe", "crampes", "ballonnement", "ballonnements", "nausee",
    "nausees", "vomissement", "vomissements", "diarrhee", "brulures", "demangeaisons", "vertiges",
    "fievre", "toux",
    "dolor", "dolores", "calambres", "hinchazon", "nauseas", "vomitos", "diarrea", "estrenimiento",
    "acidez", "migrana", "picor", "mareos", "fiebre", "tos",
    "dolore", "dolori", "crampi", "gonfiore", "vomito", "stitichezza", "bruciore", "emicrania",
    "prurito", "vertigini", "febbre", "tosse",
    "pijn", "krampen", "misselijkheid", "braken", "diarree", "obstipatie", "jeuk", "uitslag",
    "duizeligheid", "koorts",
  ]
  /// Ends of words that are complaints: `headache`, `Bauchschmerzen`, `hoofdpijn`.
  private static let ends = ["ache", "aches", "schmerz", "schmerzen", "weh", "kraempfe", "pijn"]
  /// Where it does not hurt.
  private static let places: Set<String> = [
    "stomach", "belly", "tummy", "abdominal", "gut", "back", "neck", "head", "joint", "muscle",
    "chest", "throat", "period", "menstrual", "brain", "acid", "skin", "ear", "tooth",
  ]
  /// Complaints that name their place behind them: `maux de tête`.
  private static let ofPlaces: Set<String> = [
    "mal", "maux", "douleur", "douleurs", "dolor", "dolores", "dolore", "dolori", "bruciore",
  ]
  private static let placesBehind: Set<String> = [
    "tete", "ventre", "estomac", "dos", "gorge", "cabeza", "estomago", "barriga", "vientre",
    "espalda", "testa", "stomaco", "pancia", "schiena", "gola",
  ]

  /// The symptoms that a name denies, as it spells them; empty where it is the name of a symptom.
  static func names(_ name: String) -> [String] {
    guard name.utf8.count <= longest else { return [] }
    let clauses = clauses(name)
    guard let first = clauses.first else { return [] }
    if let free = freeOf(first.words), clauses.count == 1 { return [free] }
    // A denial goes on behind `or`, and behind a comma only in a list that ends so.
    let isList = clauses.last?.joint == .conjunction
    var found: [String] = []
    for clause in clauses {
      let goesOn = clause.joint == .conjunction || clause.joint == .comma && isList
      var words = clause.words[...]
      let isDenied = words.first.map { negations.contains($0.token) } ?? false
      if isDenied { words.removeFirst() }
      while let word = words.first, isDenied, fillers.contains(word.token) { words.removeFirst() }
      guard isDenied || goesOn, isComplaint(words.map(\.token)) else { return [] }
      found.append(words.map(\.text).joined(separator: " "))
    }
    return found
  }

  /// The symptoms that each denied one means: those of its name, else all whose names hold its words.
  ///
  /// Each name is read once, however many are denied.
  static func matches(
    _ denied: some Sequence<String>, among names: [String]
  ) -> [String: [String]] {
    let tokens = names.map { Words.tokens($0) }
    let same = Dictionary(grouping: names.indices) { tokens[$0] }
    // Where each word stands, but for names that deny something themselves.
    var holding: [String: [Int]] = [:]
    for place in names.indices where self.names(names[place]).isEmpty {
      for word in Set(tokens[place]) { holding[word, default: []].append(place) }
    }
    func places(_ sought: [String]) -> [Int] {
      if let same = same[sought] { return same }
      guard let last = sought.last else { return [] }
      guard sought.count == 1, ends.contains(last) else {
        return (holding[last] ?? []).filter { sought.allSatisfy(tokens[$0].contains) }
      }
      return Set(holding.filter { $0.key.hasSuffix(last) }.values.joined()).sorted()
    }
    return Dictionary(
      uniqueKeysWithValues: Set(denied).map { name in
        (name, places(Words.tokens(name)).map { names[$0] })
      })
  }

  /// A word as it stands and in plain letters.
  private struct Word {
    var text: String
    var token: String
  }

  /// What stands before a clause.
  private enum Joint { case start, conjunction, comma, stop }

  /// Words between commas, `and` and the like, and what stands before them.
  private struct WordClause {
    var words: [Word] = []
    var joint = Joint.start
  }

  /// The clauses of a name, without words of time.
  private static func clauses(_ name: String) -> [WordClause] {
    var clauses = [WordClause()]
    func begin(_ joint: Joint) {
      guard let last = clauses.last else { return }
      guard last.words.isEmpty else { return clauses.append(WordClause(joint: joint)) }
      // Of `, or` the second tells, of `; or` the first.
      if last.joint == .comma || last.joint == .start {
        clauses[clauses.count - 1].joint = joint
      }
    }
    for text in name.split(whereSeparator: { $0.isWhitespace || $0 == "-" || $0 == "/" }) {
      let tokens = Words.tokens(String(text))
      let words = tokens.filter { !Clause.isBreak($0) }
      for token in words where !SymptomAbsence.times.contains(token) {
        if conjunctions.contains(token) && words.count == 1 {
          begin(.conjunction)
        } else {
          let own = words.count == 1 ? text.filter { $0.isLetter || $0.isNumber } : token
          clauses[clauses.count - 1].words.append(Word(text: own, token: token))
        }
      }
      if tokens.last.map(Clause.isBreak) == true { begin(text.last == "," ? .comma : .stop) }
    }
    return clauses.filter { !$0.words.isEmpty }
  }

  private static func isComplaint(_ tokens: [String]) -> Bool {
    guard let last = tokens.last, tokens.count <= 3 else { return false }
    if let first = tokens.first, ofPlaces.contains(first), tokens.count > 1 {
      return placesBehind.contains(last)
    }
    let isNoun = nouns.contains(last) || ends.contains { last.hasSuffix($0) && last != $0 }
    return isNoun && tokens.dropLast().allSatisfy(places.contains)
  }

  /// The symptom that `pain free` or `schmerzfrei` denies.
  private static func freeOf(_ words: [Word]) -> String? {
    let tokens = words.map(\.token)
    if tokens == ["schmerzfrei"] { return "Schmerzen" }
    if tokens == ["fieberfrei"] { return "Fieber" }
    guard tokens.last == "free", isComplaint(tokens.dropLast()) else { return nil }
    return words.dropLast().map(\.text).joined(separator: " ")
  }
}
