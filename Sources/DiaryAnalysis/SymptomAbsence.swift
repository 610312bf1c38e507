// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Symptom entries whose name says that there was no symptom: `none`, `keine Beschwerden`.
///
/// Without a severity, or with 0, such an entry is a zero of all symptoms at its time, and no symptom
/// of that name; with a severity above 0 it stays a symptom. Names that deny single symptoms (`no pain`)
/// are a zero of these, see `DeniedSymptoms`.
enum SymptomAbsence {
  /// Names that say it as a word alone.
  private static let words: Set<String> = [
    "none", "no", "nothing", "nil", "nada", "zero", "0", "absent", "keine", "kein", "keinerlei",
    "nichts", "nix", "nein", "aucun", "aucune", "rien", "ninguno", "ninguna", "nessuno", "nessuna",
    "niente", "geen", "niets", "ohne", "na", "n a",
  ]
  /// Names that say it as a state, which an answer of `no` turns round.
  private static let states: Set<String> = [
    "no symptoms", "no symptom", "no complaints", "no issues", "no problems", "no reaction",
    "no reactions", "none at all", "nothing at all", "nothing to report", "not any", "symptom free",
    "symptomfree", "symptomless", "asymptomatic", "free of symptoms", "without symptoms",
    "keine beschwerden", "keine symptome", "kein symptom", "keinerlei beschwerden",
    "keinerlei symptome", "keine probleme", "keine reaktion", "ohne beschwerden", "ohne symptome",
    "ohne symptom", "gar keine", "gar nichts", "beschwerdefrei", "beschwerdenfrei", "symptomfrei",
    "symptomlos", "asymptomatisch", "aucun symptome", "aucuns symptomes", "pas de symptome",
    "pas de symptomes", "sans symptome", "sans symptomes", "sin sintomas", "sin sintoma",
    "ningun sintoma", "ningun", "nessun sintomo", "nessun", "senza sintomi", "asintomatico",
    "asintomatica", "all good", "all fine", "all ok", "alles gut", "alles ok", "alles okay",
    "alles bestens", "tutto bene", "todo bien", "tout va bien", "alles goed", "not applicable",
    "geen klachten", "geen symptomen", "klachtenvrij", "zonder klachten",
  ]
  /// Words of time that change nothing: `none today`.
  static let times: Set<String> = [
    "today", "now", "so", "far", "all", "day", "whole", "this", "morning", "evening", "heute",
    "den", "ganzen", "tag", "bisher", "jetzt", "aujourdhui", "hoy", "oggi", "vandaag", "at", "the",
  ]
  private static let dashes = Set("-–—−".unicodeScalars)
  private static let answersOfNo: Set<String> = [
    "no", "n", "false", "falsch", "non", "nee", "nein",
  ]
  /// The bytes beyond which no name is looked at: none of the words is nearly as long.
  private static let longest = 80

  /// Whether a name says that there was no symptom.
  static func isName(_ name: String) -> Bool { isWord(name) || isState(name) }

  /// Whether an entry of such a name has no severity, or one of 0.
  static func isSaid(by entry: Entry) -> Bool {
    switch entry.value {
    case nil: return true
    case .number(let number): return !(number > 0)
    case .text(let text):
      let answer = Words.normal(text)
      if answersOfNo.contains(answer) {
        return !isState(entry.name) && DeniedSymptoms.names(entry.name).isEmpty
      }
      return SymptomSeverity.presence.contains(answer) || SymptomSeverity.isDenied(entry)
    }
  }

  private static func isWord(_ name: String) -> Bool { stands(name, in: words, orDash: true) }
  private static func isState(_ name: String) -> Bool { stands(name, in: states, orDash: false) }

  private static func stands(_ name: String, in texts: Set<String>, orDash: Bool) -> Bool {
    guard name.utf8.count <= longest else { return false }
    let tokens = Words.tokens(name).filter { !Clause.isBreak($0) }
    guard !tokens.isEmpty else {
      let marks = name.unicodeScalars.filter { $0 != " " }
      return orDash && !marks.isEmpty && marks.allSatisfy(dashes.contains)
    }
    return texts.contains(tokens.joined(separator: " "))
      || texts.contains(tokens.filter { !times.contains($0) }.joined(separator: " "))
  }
}
