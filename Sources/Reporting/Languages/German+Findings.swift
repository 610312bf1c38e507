// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import Markup

/// What was found in the inputs, by identifier; the words of the file stand behind it in quotes.
extension German {
  func finding(_ finding: Finding) -> String {
    guard let text = Self.findings[finding.id] else {
      return finding.summary + (finding.remedy.isEmpty ? "" : " " + finding.remedy)
    }
    let rows = finding.times > 1 ? " (\(finding.times) Zeilen; dies ist die erste.)" : ""
    let quoted = Self.quoted(finding.summary).map { " Dort steht „\($0)“." } ?? ""
    return text + quoted + rows
  }

  /// The first words of a summary that stand in quotes: those of the file.
  private static func quoted(_ summary: String) -> String? {
    guard let start = summary.firstIndex(of: "“"),
      let end = summary[start...].firstIndex(of: "”")
    else { return nil }
    let text = summary[summary.index(after: start)..<end]
    return text.isEmpty ? nil : String(text)
  }

  static let findings = rowFindings.merging(fileFindings) { first, _ in first }
    .merging(mappingFindings) { first, _ in first }
    .merging(appFindings) { first, _ in first }

  private static let appFindings = [
    "bearable-mood-scale":
      "Die Datei sagt nicht, auf welcher Skala die Stimmung steht. Reicht sie bis 10, geben Sie "
      + "Monate mit Werten über 5 dazu.",
    "bearable-rating-not-readable": "Eine Bewertung ist nicht lesbar.",
    "bearable-time-unknown": "Die Tageszeit ist nicht bekannt; der Tag blieb erhalten.",
    "bearable-words-left-over":
      "Worte in der Kategorie oder der Bewertung ergaben keinen Eintrag; nur nach Warnzeichen wird in "
      + "ihnen gesucht.",
    "bearable-too-many-items":
      "Die Zelle nennt mehr als 1.000 Dinge; so viele hat kein Tag. Prüfen Sie, ob die Datei so ist, "
      + "wie die App sie gespeichert hat.",
    "clinical-record-not-kept":
      "Dieser Befund wird nicht als Allergie gegen ein Lebensmittel geführt.",
    "clinical-record-not-readable":
      "Der Befund ist nicht lesbar. Nennt er eine Allergie gegen ein Lebensmittel, geben Sie sie als "
      + "Angabe zur Person an: Warnungen hängen davon ab.",
    "clinical-records-not-read":
      "Befunde im Export von Apple Health wurden nicht gelesen; nur Allergien werden es. Sie können "
      + "Diagnosen, Schwangerschaften, Medikamente und Messwerte enthalten: Geben Sie an, was für Sie gilt.",
    "cronometer-fast-open": "Das Fasten hat noch kein Ende; gelesen wurde nur der Beginn.",
    "cronometer-fast-recurring":
      "Das Fasten soll sich wiederholen; gelesen wurde nur dieses eine.",
    "cronometer-totals":
      "Tagessummen nennen kein Lebensmittel; sie bleiben erhalten und werden nicht verwendet. "
      + "Geben Sie auch servings.csv.",
    "fatsecret-amount-alone": "Eine Menge steht unter keinem Lebensmittel und entfiel.",
    "fatsecret-line-passed":
      "Eine Zeile nennt keinen Tag; was unter ihr steht, ist nicht lesbar.",
    "myfitnesspal-day": "Eine Überschrift nennt keinen Tag; was unter ihr steht, ist nicht lesbar.",
    "myfitnesspal-row-alone": "Eine Zeile hat nur eine Zelle und ergab kein Lebensmittel.",
    "myfitnesspal-text-cut":
      "Ein Text ist länger als 64 KiB; der Rest entfiel. Prüfen Sie, ob die Seite so ist, wie sie "
      + "gespeichert wurde.",
    "row-unread-before":
      "Die Zeile war schon nicht lesbar, als diese Datei entstand; ihre Worte bleiben für Warnungen "
      + "erhalten, sonst wird nichts daraus. Berichtigen Sie sie dort, wo sie herkommt.",
  ]

  private static let rowFindings = [
    "age-not-readable": "Das Alter ist nicht lesbar. Geben Sie es in Jahren an.",
    "amount-negative": "Eine Menge ist kleiner als null.",
    "amount-not-readable": "Eine Menge beginnt nicht mit einer Zahl.",
    "amount-not-a-number": "Eine Menge ist keine Zahl; sie bleibt als Text stehen.",
    "amount-zero": "Eine Menge ist null.",
    "challenge-without-groups": "Ein Test nennt keine Gruppe.",
    "context-unused": "Dieser Eintrag bleibt erhalten, wird aber nicht verwendet.",
    "number-with-point":
      "Der Punkt in einer Zahl trennt Dezimalstellen oder Tausender; er wurde als Dezimalpunkt gelesen.",
    "number-decimal-comma": "Eine Zahl mit Komma wurde als Dezimalzahl gelesen.",
    "profile-unused": "Diese Angabe zur Person bleibt erhalten, wird aber nicht verwendet.",
    "csv-blank-header": "Eine Spalte hat keinen Namen und wird nicht gelesen.",
    "csv-blanks-dropped": "Leerzeichen am Rand einer Zelle ohne Anführungszeichen entfielen.",
    "csv-control-character":
      "Die Zeile enthält Steuerzeichen; jedes wurde als Leerzeichen gelesen.",
    "csv-duplicate-header": "Zwei Spalten heißen gleich; die erste wird gelesen.",
    "csv-cut-off":
      "Die Datei endet mitten in einer Zeile; was danach kam, fehlt vielleicht.",
    "csv-long-row":
      "Die Zeile hat mehr Zellen als die Kopfzeile. Setzen Sie Zellen mit einem Komma "
      + "in Anführungszeichen.",
    "csv-missing-column": "Eine nötige Spalte fehlt.",
    "csv-no-header": "Die Datei hat keine Kopfzeile.",
    "csv-noncharacter": "Die Zeile enthält U+FFFE oder U+FFFF; das sind keine Schriftzeichen.",
    "csv-short-row":
      "Die Zeile hat weniger Zellen als die Kopfzeile; die fehlenden zählen als leer.",
    "csv-text-after-quote":
      "Hinter einem schließenden Anführungszeichen steht Text; er zählt zur Zelle.",
    "csv-unknown-column": "Eine Spalte wird nicht gelesen.",
    "diary-column-not-read":
      "Spalten, die wie Beschwerden oder Lebensmittel heißen, wurden nicht gelesen.",
    "csv-unterminated-quote": "Ein Anführungszeichen wird nicht geschlossen.",
    "csv-too-many-cells": "Die Zeile hat zu viele Zellen.",
    "csv-cell-too-long": "Die Zeile hat eine zu lange Zelle.",
    "csv-row-too-long": "Die Zeile ist zu lang.",
    "cronometer-note-row":
      "Der Eintrag steht in der Gruppe der Notizen und wurde als Notiz behalten.",
    "date-not-existing": "Diesen Tag gibt es nicht.",
    "date-order-ambiguous":
      "Die Reihenfolge von Tag und Monat ist nicht eindeutig. Geben Sie --date-order an.",
    "date-order-mixed": "Die Datumsangaben folgen keiner gemeinsamen Reihenfolge.",
    "date-order-used": "Die Datumsangaben dieser Art wurden in einer Reihenfolge gelesen.",
    "errors-not-listed": "Weitere Zeilen mit diesem Fehler sind nur gezählt.",
    "group-unknown": "Diese Gruppe ist nicht bekannt.",
    "interval-backwards": "Der Zeitraum endet, bevor er beginnt.",
    "kind-missing": "Die Zeile hat keine Art (kind).",
    "kind-unknown": "Diese Art von Eintrag ist nicht bekannt.",
    "mysymptoms-empty-row": "Die Zeile nennt nichts und wurde ausgelassen.",
    "mysymptoms-item-not-readable": "Eine Angabe ist hier nicht lesbar.",
    "mysymptoms-type-unknown": "Diese Art von Eintrag ist nicht bekannt.",
    "name-missing": "Dem Eintrag fehlt der Name.",
    "note-empty": "Die Notiz hat keinen Text.",
    "number-not-finite": "Der Wert ist keine endliche Zahl.",
    "number-not-readable": "Der Wert ist keine Zahl.",
    "number-with-comma": "Die Zahl hat ein Komma. Schreiben Sie einen Punkt.",
    "offset-not-readable": "Der Abstand zur Weltzeit ist nicht lesbar.",
    "participant-not-read":
      "Dieser Name steht nur in einer Zeile, die nicht lesbar ist; ihre Worte wurden zu diesem Tagebuch "
      + "genommen. Berichtigen Sie den Namen, wenn er ein Tippfehler ist.",
    "participant-unnamed":
      "Einträge ohne Person stehen neben solchen mit; sie bilden ein eigenes Tagebuch.",
    "phase-unknown": "Diese Phase ist nicht bekannt.",
    "severity-not-readable": "Die Stärke ist weder Zahl noch bekanntes Wort.",
    "severity-outside-scale": "Die Stärke liegt außerhalb ihrer Skala.",
    "severity-yes-or-no": "Das wurde als Ja oder Nein gelesen: ob die Beschwerde da war.",
    "severity-scale-missing":
      "Die Stärke hat keine Skala. Geben Sie die Skala als Einheit an, etwa 0-10.",
    "severity-scale-unknown": "Diese Skala der Stärke ist nicht bekannt.",
    "context-not-a-number":
      "Der Wert ist keine Zahl; er bleibt erhalten und zählt nicht. Schreiben Sie eine Zahl.",
    "sleep-adds-up":
      "Der Schlaf eines Tages ergibt zusammen mehr als 14 Stunden. Wurde er zweimal gemessen, lassen Sie "
      + "die Zeilen eines Geräts weg, oder schreiben Sie seinen Namen in deren Notiz.",
    "sleep-of-several-sources":
      "Für diese Tage nennt eine andere Quelle einen anderen Schlaf; er wird nicht zusammengezählt. Es "
      + "gilt die Quelle, die mehr Tage hat.",
    "sleep-not-possible": "So lange kann niemand an einem Tag schlafen.",
    "text-not-utf8": "Die Zeile ist nicht in UTF-8. Speichern Sie die Datei als UTF-8.",
    "time-missing": "Der Zeile fehlt Datum oder Zeit.",
    "time-not-existing": "Diese Uhrzeit gibt es nicht.",
    "time-not-readable": "Die Zeitangabe ist nicht lesbar.",
    "time-skipped":
      "Diese Uhrzeit gab es wegen der Zeitumstellung nicht; sie bleibt, wie sie steht.",
    "value-outside-scale": "Der Wert liegt außerhalb seiner Skala.",
    "xml-text-twice": "Der Eintrag hat einen Text und ein gleichnamiges Attribut.",
  ]

  private static let fileFindings = [
    "apple-health-category": "Dieser Wert ist nicht bekannt.",
    "apple-health-cda": "Das ist der zweite Export von Apple Health; gebraucht wird export.xml.",
    "apple-health-only-in-bed":
      "Für diese Nächte steht nur, wie lange jemand im Bett war; daraus wird kein Schlaf.",
    "cronometer-metric-rated": "Diese Messgröße hat eine Skala und wurde als Bewertung gelesen.",
    "cronometer-note-empty": "Die Notiz hat keinen Text.",
    "apple-health-date": "Das ist kein Datum eines Exports.",
    "apple-health-duplicate":
      "Der Eintrag steht schon davor, mit gleicher Zeit, gleichem Wert und gleicher Quelle.",
    "apple-health-export-clock":
      "Zeiten stehen nach der Uhr am Tag des Exports. Geben Sie die Zone mit --time-zone an.",
    "apple-health-fact-past":
      "Diese Angabe zur Person endete mehr als ein Jahr vor dem Export und wird nicht verwendet.",
    "apple-health-water":
      "Getrunkenes Wasser wird nicht gelesen: es gehört zu keiner Gruppe von Lebensmitteln.",
    "apple-health-foods-without-name":
      "Mahlzeiten enthalten Nährstoffe ohne Namen und zählen nicht als Lebensmittel. Geben Sie auch "
      + "den Export der App selbst an.",
    "apple-health-placeholder-name":
      "Die App gab einem Lebensmittel keinen eigenen Namen: Dass gegessen wurde, bleibt, nicht was.",
    "apple-health-unit": "Diese Einheit wird nicht gelesen.",
    "apple-health-value": "Dieser Wert ist keine Zahl.",
    "cronometer-table-not-read":
      "Diese Tabelle nennt keine Lebensmittel. Geben Sie servings.csv an.",
    "entries-repeated":
      "Einträge stehen auch in einer Datei davor; jeder zählt nur einmal.",
    "file-changed": "Die Datei hat sich während des Lesens geändert.",
    "file-empty": "Die Datei ist leer.",
    "file-not-found": "An diesem Ort steht nichts.",
    "file-not-readable": "Die Datei ist nicht lesbar.",
    "files-of-two-people":
      "Zwei Dateien sagen Verschiedenes über die Person; sie können von zwei Menschen sein und wurden zu "
      + "einem Tagebuch verbunden. Geben Sie jede Person allein.",
    "files-years-apart":
      "Zwischen zwei Dateien liegt mehr als ein Jahr ohne Eintrag. Sind sie von zwei Menschen, geben Sie "
      + "jeden allein.",
    "file-skipped": "Die Datei oder der Ordner wurde nicht gelesen.",
    "format-unknown": "Das Format der Datei ist nicht bekannt.",
    "no-diary": "Keine Eingabe enthält ein Tagebuch.",
    "spreadsheet-not-read": "Die Datei ist eine Tabellenkalkulation, kein Text.",
    "text-encoding":
      "Die Datei ist nicht in UTF-8. Prüfen Sie Umlaute, oder speichern Sie sie neu.",
    "time-zone-unknown": "Diese Zeitzone ist nicht bekannt.",
    "too-many-unreadable-rows": "Zu viele Zeilen sind nicht lesbar.",
    "xml-control-character":
      "Die Datei enthält Steuerzeichen; jedes wurde als Leerzeichen gelesen.",
    "xml-encoding": "Die Zeichenkodierung der Datei ist falsch angegeben.",
    "xml-entity": "Die Datei verwendet Entitäten, die nicht erlaubt sind.",
    "xml-limit": "Die Datei überschreitet eine Grenze für XML.",
    "xml-namespace": "Der Namensraum ist nicht der erwartete.",
    "xml-not-well-formed": "Die Datei ist kein wohlgeformtes XML.",
    "xml-schema": "Etwas steht, wo das Schema es nicht erlaubt.",
    "xml-schema-structure": "Der Aufbau entspricht nicht dem Schema.",
    "xml-library": "Die Datei ist nicht lesbar, weil libxml2 nicht installiert ist.",
    "xml-system": "Die Datei konnte nicht gelesen werden.",
    "zip-library": "Das Zip-Archiv ist nicht lesbar, weil libzip nicht installiert ist.",
    "zip-bomb": "Das Zip-Archiv wird abgelehnt: Es ist ausgepackt zu groß.",
    "zip-damaged": "Das Zip-Archiv ist beschädigt.",
    "zip-encrypted": "Eine Datei im Zip-Archiv ist verschlüsselt.",
    "zip-inside-zip": "Ein Zip-Archiv in einem Zip-Archiv wird nicht gelesen.",
    "zip-member-damaged": "Eine Datei im Zip-Archiv ist beschädigt.",
    "zip-method": "Eine Datei im Zip-Archiv ist auf eine Art gepackt, die nicht gelesen wird.",
    "zip-name-unsafe": "Eine Datei im Zip-Archiv hat einen unsicheren Namen und wurde ausgelassen.",
    "zip-several-disks": "Das Zip-Archiv ist auf mehrere Dateien verteilt.",
    "zip-too-many-members": "Das Zip-Archiv enthält zu viele Dateien.",
    "zip-without-files": "Das Zip-Archiv enthält keine Datei, die ein Tagebuch sein kann.",
  ]

  private static let mappingFindings = [
    "mapping-absence-too-large":
      "Die Regel „absence: zero“ gäbe mehr als eine Million Einträge; keiner wurde ergänzt.",
    "mapping-clock":
      "Die Uhr, die die Person sah, steht nicht darin. Geben Sie die Zone mit --time-zone an.",
    "mapping-column-missing": "Eine Spalte, die die Zuordnung nennt, fehlt.",
    "mapping-columns-unused": "Einige Spalten werden nicht gelesen.",
    "mapping-date": "Das ist kein Datum, wie die Zuordnung es erwartet.",
    "mapping-item-left-out": "Ein Wort wurde ausgelassen, wie die Zuordnung es sagt.",
    "mapping-join-missing": "Ein Name wurde in einer anderen Tabelle nicht gefunden.",
    "mapping-lookup": "Zeilen wurden nur zum Nachschlagen gelesen; sie geben keine Einträge.",
    "mapping-meal-unknown": "Diese Mahlzeit hat in der Zuordnung keine Uhrzeit; ihr Tag bleibt.",
    "mapping-not-drafted": "Für diese Datei ließ sich keine Zuordnung entwerfen.",
    "mapping-not-needed": "Diese Datei braucht keine Zuordnung.",
    "mapping-not-matching": "Keine Regel der Zuordnung passt zu dieser Zeile.",
    "mapping-not-readable": "Die Zuordnung ist nicht lesbar.",
    "mapping-notice":
      "Dieses Format lässt etwas offen, das angenommen werden musste; „reintro validate“ sagt, was.",
    "mapping-number": "Die Zahl hat einen Punkt, erwartet ist ein Komma.",
    "mapping-record-too-large": "Ein Datensatz ist zu groß.",
    "mapping-row-repeated": "Die Zeile steht schon davor; sie zählt einmal.",
    "mapping-row-without-entry": "Zeilen geben nach den Regeln der Zuordnung keinen Eintrag.",
    "mapping-rows-left-out": "Die Zeile wurde ausgelassen, wie die Zuordnung es sagt.",
    "mapping-too-large": "Die Datei ist zu groß für eine Zuordnung.",
    "mapping-value": "Ein Wert ist nicht, wie die Zuordnung ihn erwartet.",
    "mapping-totals-row": "Zeilen mit Summen oder Mittelwerten und ohne Datum sind keine Einträge.",
    "mapping-word-left-out": "Wörter geben keinen Eintrag, wie die Zuordnung es sagt.",
    "mapping-word-unknown":
      "Dieses Wort zählt als Beschwerde, deren Stärke nicht bekannt ist, wie die Zuordnung es sagt.",
  ]
}
