// SPDX-License-Identifier: Apache-2.0

internal import Markup

extension German {
  var cohortTitle: String {
    "Alle Teilnehmenden zusammen"
  }

  var cohortLead: String {
    "Diese Zahlen gelten für die Gruppe, nie für eine einzelne Person: Was bei vielen ein Auslöser ist, "
      + "muss es bei Ihnen nicht sein, und Seltenes kann bei Ihnen einer sein. Was ein Tagebuch zeigt, "
      + "steht in seinem eigenen Bericht."
  }

  func cohortAnswer(_ count: Int?) -> String {
    guard let number = count else { return "\(cohortMasked) Teilnehmende" }
    return self.count(number, "Person", "Teilnehmende")
  }

  var cohortMasked: String {
    "verdeckt"
  }

  var cohortMaskedNote: String {
    "Felder mit weniger als 5 Personen fehlen, ebenso solche, aus denen sie sich errechnen ließen."
  }

  var cohortFrequencyTitle: String {
    "Wie oft Gruppen Auslöser sind"
  }

  var cohortFrequencyNote: String {
    "„Erwartet“ ist der Mittelwert der kalibrierten Wahrscheinlichkeiten, „wahrscheinlich“ der Anteil mit "
      + "diesem Urteil; beides unter den Beurteilten, mit 90-%-Score-Intervallen (Wilson 1927; Brown, Cai "
      + "und DasGupta 2001). „Verblindet“ ist, was von den veröffentlichten Reaktionen ohne die auf die "
      + "Kontrolle bleibt. Dort wurden Menschen geprüft, denen eine Diät geholfen hatte; wer ein Tagebuch "
      + "führt, ist anders ausgewählt."
  }

  var cohortFrequencyHeads: [String] {
    [
      "Gruppe", "Tagebücher", "Beurteilt", "Erwartet", "Wahrscheinliche Auslöser",
      "Verblindet, veröffentlicht", "Davon reagierten (Kontrolle)",
    ]
  }

  var cohortFalseTitle: String {
    "Wie viele davon falsch sein dürften"
  }

  var cohortFalseNote: String {
    "Von den wahrscheinlichen Auslösern ist die Summe von 1 − Wahrscheinlichkeit voraussichtlich keiner. "
      + "Daneben steht, wie viele von denen, die die Gruppe wieder probierten, auf ein Placebo reagieren "
      + "würden: so viele wie in der Studie zu dieser Gruppe auf die Kontrolle, sonst etwa jede vierte "
      + "Person (Van den Houte 2024)."
  }

  var cohortFalseHeads: [String] {
    [
      "Gruppe", "Wahrscheinliche Auslöser", "davon falsch erwartet", "Wieder probiert",
      "Placebo-Reaktionen erwartet",
    ]
  }

  var cohortPooledTitle: String {
    "Wie stark Beschwerden bei Wiedereinführung stiegen"
  }

  var cohortPooledNote: String {
    "Die Änderung des Niveaus bei einer Wiedereinführung, aus einer Regression mit zeitabhängigen Fehlern, "
      + "je Person gemittelt und über Personen mit zufälligen Effekten zusammengefasst (REML; Hartung–Knapp). "
      + "Punkte von 0 bis 10, 90-%-Intervalle. Der Bereich für eine weitere Person sagt, wie verschieden "
      + "Menschen sind; er sagt für niemanden etwas voraus."
  }

  var cohortPooledHeads: [String] {
    ["Gruppe", "Personen", "Änderung", "Eine weitere Person", "τ²", "I²"]
  }

  var cohortVerdictTitle: String {
    "Urteile"
  }

  var cohortGroup: String {
    "Gruppe"
  }

  var cohortGradeTitle: String {
    "Wie gut die Daten sind"
  }

  var cohortGradeHeads: [String] {
    ["Note", "Teilnehmende"]
  }

  var cohortWarningHeads: [String] {
    ["Grenze", "Teilnehmende"]
  }

  var cohortWarningTitle: String {
    "Was die Auswertungen begrenzt"
  }

  var cohortSafetyTitle: String {
    "Sicherheitshinweise"
  }

  var cohortSafetyHeads: [String] {
    ["Hinweis", "Teilnehmende"]
  }

  var cohortInseparableTitle: String {
    "Gruppen, die Tagebücher nicht trennen"
  }

  var cohortInseparableHeads: [String] {
    ["Paar", "Teilnehmende"]
  }

  var cohortNothing: String {
    "Keine."
  }

  var cohortIndexLink: String {
    "Zur Liste der Teilnehmenden"
  }
}
