// SPDX-License-Identifier: Apache-2.0

internal import Markup

/// The texts of a batch's pages that no report has.
struct BatchWords: Sendable {
  private let isGerman: Bool

  init(_ language: ReportLanguage) { isGerman = language == .german }

  private func say(_ english: String, _ german: String) -> String { isGerman ? german : english }

  // MARK: Index

  var quality: String { say("Data", "Daten") }
  var pages: String { say("Pages", "Seiten") }

  func pageOf(_ page: Int, _ pages: Int) -> String {
    say("Page \(page) of \(pages). Others:", "Seite \(page) von \(pages). Weitere:")
  }

  func indexAnswer(_ summary: BatchIndexSummary) -> String {
    say(
      "\(summary.participants) participants: \(summary.safety) with a safety note, "
        + "\(summary.likely) with a likely trigger.",
      "\(summary.participants) Teilnehmende: \(summary.safety) mit einem Sicherheitshinweis, "
        + "\(summary.likely) mit einem wahrscheinlichen Auslöser.")
  }

  /// What the index's script needs, in its order.
  var controls: [String] {
    isGerman
      ? [
        "Suche", "Urteil", "alle", "wahrscheinlicher Auslöser", "möglicher Auslöser",
        "kein Auslöser", "Sicherheit", "alle", "mit Hinweis", "ohne Hinweis", "Daten", "alle",
        "# von # auf dieser Seite", "Mehr zeigen",
      ]
      : [
        "Search", "Verdict", "all", "likely trigger", "possible trigger", "no trigger", "Safety",
        "all", "with a note", "without a note", "Data", "all", "# of # on this page", "Show more",
      ]
  }

  // MARK: Cohort

  var cohortTitle: String { say("All participants together", "Alle Teilnehmenden zusammen") }

  var cohortLead: String {
    say(
      "These figures are about the group, never about one person: a food that is a trigger for many need "
        + "not be one for you, nor a rare one harmless. What one diary shows stands in its own report.",
      "Diese Zahlen gelten für die Gruppe, nie für eine einzelne Person: Was bei vielen ein Auslöser ist, "
        + "muss es bei Ihnen nicht sein, und Seltenes kann bei Ihnen einer sein. Was ein Tagebuch zeigt, "
        + "steht in seinem eigenen Bericht.")
  }

  func cohortAnswer(_ count: Int?) -> String {
    let number = count.map { "\($0)" } ?? masked
    return say("\(number) participants", "\(number) Teilnehmende")
  }

  var masked: String { say("masked", "verdeckt") }

  var maskedNote: String {
    say(
      "Cells of fewer than 5 people are left out, and those from which they could be worked out.",
      "Felder mit weniger als 5 Personen fehlen, ebenso solche, aus denen sie sich errechnen ließen."
    )
  }

  var frequencyTitle: String {
    say("How often groups are triggers", "Wie oft Gruppen Auslöser sind")
  }

  var frequencyNote: String {
    say(
      "“Expected” is the mean of the calibrated probabilities, “likely” the share with that verdict; both "
        + "among the judged, with 90 % score intervals (Wilson 1927; Brown, Cai and DasGupta 2001). "
        + "“Blinded” is what remains of the published reactions without those to the control. Those studies "
        + "tested people who had responded to a diet; who keeps a diary is chosen otherwise.",
      "„Erwartet“ ist der Mittelwert der kalibrierten Wahrscheinlichkeiten, „wahrscheinlich“ der Anteil mit "
        + "diesem Urteil; beides unter den Beurteilten, mit 90-%-Score-Intervallen (Wilson 1927; Brown, Cai "
        + "und DasGupta 2001). „Verblindet“ ist, was von den veröffentlichten Reaktionen ohne die auf die "
        + "Kontrolle bleibt. Dort wurden Menschen geprüft, denen eine Diät geholfen hatte; wer ein Tagebuch "
        + "führt, ist anders ausgewählt.")
  }

  var frequencyHeads: [String] {
    isGerman
      ? [
        "Gruppe", "Tagebücher", "Beurteilt", "Erwartet", "Wahrscheinliche Auslöser",
        "Verblindet, veröffentlicht", "Davon reagierten (Kontrolle)",
      ]
      : [
        "Group", "Diaries", "Judged", "Expected", "Likely triggers", "Blinded, published",
        "Reacted there (control)",
      ]
  }

  var falseTitle: String {
    say("How many of these are expected to be false", "Wie viele davon falsch sein dürften")
  }

  var falseNote: String {
    say(
      "Of the likely triggers, the sum of 1 − probability is expected to be none. Beside it stands how many of "
        + "those who tried the group again would react to a placebo: about one in four (Van den Houte 2024).",
      "Von den wahrscheinlichen Auslösern ist die Summe von 1 − Wahrscheinlichkeit voraussichtlich keiner. "
        + "Daneben steht, wie viele von denen, die die Gruppe wieder probierten, auf ein Placebo reagieren "
        + "würden: etwa jede vierte Person (Van den Houte 2024).")
  }

  var falseHeads: [String] {
    isGerman
      ? [
        "Gruppe", "Wahrscheinliche Auslöser", "davon falsch erwartet", "Wieder probiert",
        "Placebo-Reaktionen erwartet",
      ]
      : [
        "Group", "Likely triggers", "of these, expected false", "Tried again",
        "placebo reactions expected",
      ]
  }

  var pooledTitle: String {
    say(
      "How much symptoms rose at reintroductions",
      "Wie stark Beschwerden bei Wiedereinführung stiegen")
  }

  var pooledNote: String {
    say(
      "The change of level at a reintroduction, from a regression with errors that depend on time, averaged "
        + "within each person and pooled over people by random effects (REML; Hartung–Knapp). Points of 0 to 10, "
        + "90 % intervals. The range for one more person says how far people differ; it is no forecast for anyone.",
      "Die Änderung des Niveaus bei einer Wiedereinführung, aus einer Regression mit zeitabhängigen Fehlern, "
        + "je Person gemittelt und über Personen mit zufälligen Effekten zusammengefasst (REML; Hartung–Knapp). "
        + "Punkte von 0 bis 10, 90-%-Intervalle. Der Bereich für eine weitere Person sagt, wie verschieden "
        + "Menschen sind; er sagt für niemanden etwas voraus.")
  }

  var pooledHeads: [String] {
    isGerman
      ? ["Gruppe", "Personen", "Änderung", "Eine weitere Person", "τ²", "I²"]
      : ["Group", "People", "Change", "One more person", "τ²", "I²"]
  }

  var verdictTitle: String { say("Verdicts", "Urteile") }
  var group: String { say("Group", "Gruppe") }
  var gradeTitle: String { say("How good the data are", "Wie gut die Daten sind") }
  var gradeHeads: [String] { isGerman ? ["Note", "Teilnehmende"] : ["Grade", "Participants"] }
  var warningHeads: [String] { isGerman ? ["Grenze", "Teilnehmende"] : ["Limit", "Participants"] }
  var warningTitle: String { say("What limits the analyses", "Was die Auswertungen begrenzt") }
  var safetyTitle: String { say("Safety notes", "Sicherheitshinweise") }
  var safetyHeads: [String] { isGerman ? ["Hinweis", "Teilnehmende"] : ["Note", "Participants"] }

  var inseparableTitle: String {
    say("Groups that diaries cannot tell apart", "Gruppen, die Tagebücher nicht trennen")
  }

  var inseparableHeads: [String] {
    isGerman ? ["Paar", "Teilnehmende"] : ["Pair", "Participants"]
  }
  var nothing: String { say("None.", "Keine.") }
  var indexLink: String { say("To the list of participants", "Zur Liste der Teilnehmenden") }
}
