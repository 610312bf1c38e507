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

  func indexAnswer(_ entries: [BatchIndexEntry]) -> String {
    let safety = entries.count { !$0.safety.isEmpty }
    let likely = entries.count { !$0.likely.isEmpty }
    return "\(count(entries.count, "Person", "Personen")): \(safety) mit einem Sicherheitshinweis, "
      + "\(likely) mit einem wahrscheinlichen Auslöser."
  }

  func indexFailures(_ number: Int) -> String {
    "\(count(number, "Fehler", "Fehler")) in den Eingaben; was und wo, steht in"
  }

  func gateName(_ gate: String) -> String {
    let names = [
      "possible-immediate-allergy": "mögliche Soforttyp-Allergie",
      "known-allergy": "bekannte Allergie", "avoided-allergen": "lange gemiedenes Allergen",
      "care-team": "nur mit Behandlungsteam", "red-flags": "Warnzeichen",
      "swallowing": "Schluckbeschwerden", "coeliac-not-excluded": "Zöliakie nicht ausgeschlossen",
      "fasting": "Fasten", "long-elimination": "lange Auslassphase",
    ]
    return names[gate] ?? gate.replacingHyphens.shortened(to: 80).capitalizedFirst
  }

  func daysOf(_ logged: Int, _ all: Int) -> String { "\(logged) von \(all)" }
}
