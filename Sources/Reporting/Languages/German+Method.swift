// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

extension German {
  var method: [String] {
    [
      "Jeder Text zu einem Lebensmittel wurde nach Gruppen durchsucht. \(theDayValue.capitalizedFirst) jedes "
        + "Tages wurde mit dem verglichen, was in den Tagen davor gegessen wurde. Das Modell wägt alle "
        + "Mischungen möglicher Auslöser ab, dazu vier Reaktionszeiten und drei Formen der "
        + "Dosis-Wirkung. Es berücksichtigt gute und schlechte Zeiten, die von Tag zu Tag nachwirken, "
        + "langsame Veränderung, die Erwartung bei einem Test und andere Einflüsse im Tagebuch wie "
        + "Schlaf, Stress oder den Zyklus.",
      "Tests werden auch einzeln betrachtet: die Tage eines Tests und ein Nachlauf gegen Vergleichstage "
        + "desselben Tagebuchs, mit der Nichtüberlappung aller Paare (NAP), und gegen gleich lange "
        + "Zeitfenster ohne Test.",
      "Gruppen, die fast immer zusammen gegessen wurden, lassen sich nicht trennen. Sie bekommen alle "
        + "dasselbe Urteil, nach der Wahrscheinlichkeit, dass mindestens eine davon ein Auslöser ist: "
        + "Keine davon gilt allein als wahrscheinlicher Auslöser, und keine als vertragen.",
      "Ein Tagebuch kann ein Lebensmittel nicht von einer Ursache unterscheiden, die niemand "
        + "aufgeschrieben hat.",
    ]
  }

  var thresholdsTitle: String { "Wie die Urteile entstehen" }
  var thresholds: [String] {
    [
      "Wahrscheinlicher Auslöser: Ein Anstieg ist zu 75 von 100 oder mehr wahrscheinlich.",
      "Möglicher Auslöser: von 30 bis unter 75 von 100.",
      "Bisher vertragen: 6 von 100 oder weniger, und mindestens eine übliche Portion wurde gegessen, "
        + "mit Einträgen zu Beschwerden in den 72 Stunden danach.",
      "Nicht klar: alles dazwischen, oder zu wenige Einträge.",
      "Nicht beurteilbar: Die Gründe stehen bei der Gruppe.",
      "Das schattierte Feld der Bilder: weniger als \(amount(Thresholds.relevantRise)) Punkt von 0–10.",
    ]
  }

  var filesTitle: String { "Gelesene Dateien" }
  var filesNone: String { "Es ist keine Datei genannt." }
  var filesCaption: String { "Eingelesene Dateien" }
  var fileHeads: [String] {
    [
      "Datei", "Format", "Zeilen", "Nicht gelesen", "Verwendete Einträge",
      "Schon in einer Datei davor", "SHA-256, erste Stellen",
    ]
  }
  var settingsTitle: String { "Einstellungen" }
  var versionLabel: String { "Version des Programms" }
  var absenceLabel: String { "Ein Tag ohne Eintrag zu Beschwerden" }
  func absence(_ absence: String) -> String {
    absence == "zero" ? "zählt als keine Beschwerden" : "zählt als nicht bekannt"
  }
  var unknownTitle: String { "Lebensmittel, die nicht verstanden wurden" }
  var unknownNote: String {
    "Was darin steckt, ist nicht bekannt. Sie gelten nicht als frei von irgendetwas."
  }
  var findingsTitle: String { "Hinweise zu den Dateien" }
  var findingsNone: String { "Die Dateien gaben keinen Anlass für einen Hinweis." }
  func findingsCount(_ number: Int) -> String { count(number, "Hinweis", "Hinweise") }
  func severity(_ severity: Finding.Severity) -> String {
    switch severity {
    case .note: "Hinweis"
    case .warning: "Warnung"
    case .error: "Nicht gelesen"
    }
  }

  var glossary: [(String, String)] {
    [
      (
        "Ausgangslage (Baseline)",
        "Wie es Ihnen an gewöhnlichen Tagen geht, ohne Tests. Im üblichen Bereich liegen 8 von 10 "
          + "solcher Tage."
      ),
      (
        "Auslassphase (Eliminationsdiät)",
        "Eine Zeit, in der man Lebensmittel mit Absicht weglässt."
      ),
      (
        "Test (Provokation, Belastungstest, Wiedereinführung)",
        "Eine Gruppe nach Tagen ohne sie wieder essen und beobachten, was danach kommt."
      ),
      ("Pause (Auswaschphase)", "Tage nach einem Test, bis die Beschwerden wieder sind wie sonst."),
      (
        "Gruppe",
        "Ein Lebensmittel oder ein Stoff darin, den man weglassen und wieder einführen kann."
      ),
      ("Punkt", "Ein Schritt auf der Skala der Beschwerden von 0 (keine) bis 10 (stärkste)."),
      (
        "Bereich",
        "Wo der wahre Wert wohl liegt. Von 90-%-Bereichen stimmen 9 von 10."
      ),
      (
        "Wahrscheinlichkeit eines Anstiegs",
        "Wie stark dieses Tagebuch, zusammen mit dem Vorwissen, für einen Anstieg spricht. Sie ist "
          + "kein Beweis."
      ),
      (
        "Zeitfenster (Fenster) ohne Test",
        "Stücke des Tagebuchs, so lang wie der Test. Sehen viele davon ebenso schlecht aus, kann ein "
          + "schlechter Test Zufall sein."
      ),
      (
        "Placebo",
        "Eine Testspeise ohne Wirkstoff. Auch danach kann es Menschen schlechter gehen."
      ),
      (
        "NAP",
        "Wie oft ein Testtag schlechter ist als ein Vergleichstag: 0,5 heißt kein Unterschied, 1 heißt "
          + "immer."
      ),
      (
        "FODMAP",
        "Zucker, die mancher Darm schlecht aufnimmt: Laktose, Fruktose, Fruktane, "
          + "Galakto-Oligosaccharide, Polyole."
      ),
      (
        "Erkennen, unterstützen, „Reset“",
        "Weglassen und wieder Einführen kann erkennen helfen, was Beschwerden auslöst, und bunt zu "
          + "essen kann die Abwehr im Alltag unterstützen. Aber nichts davon setzt das Immunsystem "
          + "zurück („Reset“): Dieses Wort gehört zu medizinischen Eingriffen wie der "
          + "Stammzell-Transplantation."
      ),
    ]
  }
}
