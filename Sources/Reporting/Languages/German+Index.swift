// SPDX-License-Identifier: Apache-2.0

internal import Markup

extension German {
  var indexTitle: String { "Tagebücher dieser Sammlung" }
  var indexCaption: String { "Teilnehmende; zuerst die mit einem Sicherheitshinweis" }
  var indexHeads: [String] {
    [
      "Person", "Sicherheit", "Wahrscheinliche Auslöser", "Mögliche Auslöser", "Bisher vertragen",
      "Offen", "Tage mit Einträgen",
    ]
  }

  var indexLead: String {
    "Jede Zeile führt zu einem Bericht. Ein Urteil gilt nur für das eigene Tagebuch einer Person; "
      + "die Zeilen lassen sich nicht zusammenzählen."
  }

  var indexLeadWithoutReports: String {
    "Diese Auswertung lief ohne Berichte. Ein Urteil gilt nur für das eigene Tagebuch einer Person; "
      + "die Zeilen lassen sich nicht zusammenzählen."
  }

  func indexFailures(_ number: Int) -> String {
    "\(count(number, "Fehler", "Fehler")) in den Eingaben; was und wo, steht in"
  }

  func indexGroups(_ number: Int) -> String {
    count(number, "Lebensmittelgruppe", "Lebensmittelgruppen")
  }

  func gateName(_ gate: String) -> String {
    switch gate {
    case "row-not-read": return "Angabe nicht lesbar"
    case "possible-immediate-allergy": return "mögliche Soforttyp-Allergie"
    case "known-allergy": return "bekannte Allergie"
    case "avoided-allergen": return "lange gemiedenes Allergen"
    case "care-team": return "nur mit Behandlungsteam"
    case "red-flags": return "Warnzeichen"
    case "swallowing": return "Schluckbeschwerden"
    case "coeliac-not-excluded": return "Zöliakie nicht ausgeschlossen"
    case "fasting": return "Fasten"
    case "long-elimination": return "lange Auslassphase"
    default: return gate.replacingHyphens.shortened(to: 80).capitalizedFirst
    }
  }

  func daysOf(_ logged: Int, _ all: Int) -> String { "\(logged) von \(all)" }

  var indexQuality: String {
    "Daten"
  }

  var indexNothingJudged: String {
    "nichts beurteilt"
  }

  var indexPages: String {
    "Seiten"
  }

  func indexPageOf(_ page: Int, _ pages: Int) -> String {
    "Seite \(page) von \(pages). Weitere:"
  }

  func indexAnswer(_ summary: BatchIndexSummary) -> String {
    "\(count(summary.participants, "Person", "Teilnehmende")): \(summary.safety) mit einem Sicherheitshinweis, "
      + "\(summary.likely) mit einem wahrscheinlichen Auslöser."
  }

  var indexControls: [String] {
    [
      "Suche", "Urteil", "alle", "wahrscheinlicher Auslöser", "möglicher Auslöser",
      "nicht klar", "nicht beurteilbar", "beurteilt, keiner wahrscheinlich oder möglich",
      "nichts beurteilt", "Sicherheit", "alle", "mit Hinweis", "ohne Hinweis", "Daten", "alle",
      "# von # auf dieser Seite", "Mehr zeigen",
    ]
  }
}
