// SPDX-License-Identifier: Apache-2.0

/// The warnings of the analysis, and how they are said in German.
extension German {
  /// What `AnalysisRun`, `DiaryAnalyzer` and `PhaseReview` write.
  static let warnings = Phrasebook(limits + readings + exclusions + phases)

  private static let limits = [
    (
      "{n#entry/entries} lie more than ten years from the others and were left out.",
      "{n|Eintrag liegt|Einträge liegen} mehr als zehn Jahre von den anderen entfernt und zählen nicht "
        + "mit."
    ),
    ("{a@n} of {n#day} have no entry.", "{a} von {n|Tag|Tagen} haben keinen Eintrag."),
    (
      "The diary has symptoms, but no food and no test.",
      "Das Tagebuch nennt Beschwerden, aber kein Lebensmittel und keinen Test."
    ),
    (
      "The diary has no symptom entry, so nothing can be judged.",
      "Das Tagebuch nennt keine Beschwerden. So kann man nichts beurteilen."
    ),
    (
      "Only {n#symptom value} can be compared; at least {m@n} are needed.",
      "Nur {n|Wert|Werte} für Beschwerden lassen sich vergleichen; nötig sind mindestens {m}."
    ),
    (
      "Always noted and never better or worse, so it tells nothing about food and is left out of the "
        + "overall outcome: {m@m}.",
      "Immer notiert und nie besser oder schlechter. Das sagt nichts über das Essen und zählt im "
        + "Gesamturteil nicht mit: {m}."
    ),
    (
      "The diary records no symptom at all, so there is nothing to compute a probability from; that a "
        + "food is tolerated rests on this alone.",
      "Das Tagebuch nennt gar keine Beschwerde. Darum lässt sich keine Wahrscheinlichkeit berechnen; "
        + "dass etwas vertragen wurde, beruht allein darauf."
    ),
    (
      "This diary never notes the absence of a symptom, so days with other entries and no symptom count "
        + "as days without symptoms: {n#day}.",
      "Dieses Tagebuch notiert nie, dass eine Beschwerde fehlt. Darum zählen Tage mit anderen Einträgen "
        + "und ohne Beschwerde als Tage ohne Beschwerden: {n|Tag|Tage}."
    ),
    (
      "As asked, days with other entries and no symptom count as days without symptoms: {n#day}.",
      "Wie gewünscht zählen Tage mit anderen Einträgen und ohne Beschwerde als Tage ohne Beschwerden: "
        + "{n|Tag|Tage}."
    ),
    (
      "How often each food group is a trigger was learned from the {n@n} diaries of this batch, so "
        + "these answers depend on other people's diaries too.",
      "Wie oft jede Gruppe ein Auslöser ist, wurde aus den {n} Tagebüchern dieser Sammlung gelernt. Die "
        + "Antworten hängen also auch von den Tagebüchern anderer ab."
    ),
  ]

  private static let readings = [
    (
      "{n#symptom entry/symptom entries} without a severity: taken as {m@n} of 10.",
      "{n|Beschwerde|Beschwerden} ohne Stärke: als {m} von 10 gezählt."
    ),
    (
      "{n#symptom entry/symptom entries} with a severity word that is not known: taken as {m@n} of 10.",
      "{n|Beschwerde|Beschwerden} mit einem unbekannten Wort für die Stärke: als {m} von 10 gezählt."
    ),
    (
      "{n#symptom entry/symptom entries} without a scale: taken as 0 to 10, or 0 to 100 where larger.",
      "{n|Beschwerde|Beschwerden} ohne Skala: als 0 bis 10 gelesen, bei größeren Werten als 0 bis 100."
    ),
    (
      "{n#symptom entry/symptom entries} outside the scale: taken as the nearer end of it.",
      "{n|Beschwerde|Beschwerden} außerhalb der Skala: als deren näheres Ende gezählt."
    ),
    (
      "The scale changes within the diary for {m@m}; values were brought to 0 to 10, but may not be "
        + "comparable.",
      "Die Skala wechselt im Tagebuch bei: {m}. Die Werte sind auf 0 bis 10 gebracht, aber vielleicht "
        + "nicht vergleichbar."
    ),
    (
      "{n#food entry/food entries} of {m@n} were not understood; what they hold is unknown, not "
        + "nothing.",
      "{n|Eintrag|Einträge} von {m} zum Essen wurden nicht verstanden; was darin steckt, ist unbekannt, "
        + "nicht nichts."
    ),
    (
      "These foods may or may not hold a group. They count half, and a tenth while the group is left "
        + "out: {m@m}.",
      "In diesen Lebensmitteln kann eine Gruppe stecken oder nicht. Sie zählen halb, und zu einem "
        + "Zehntel, solange die Gruppe weggelassen wird: {m}."
    ),
    (
      "{n#food entry/food entries} with more than {m@n} portions: taken as that many.",
      "{n|Eintrag|Einträge} zum Essen mit mehr als {m} Portionen: als so viele gezählt."
    ),
    (
      "The diary names no food in the declared test of {g@g}; one portion a day was assumed.",
      "Das Tagebuch nennt kein Lebensmittel im angegebenen Test ({g}); angenommen ist eine Portion am "
        + "Tag."
    ),
    (
      "Noted, but not used in the comparisons: {f@f}.",
      "Notiert, aber nicht für Vergleiche verwendet: {f}."
    ),
  ]

  private static let exclusions = [
    (
      "{n#day} with a fast or the 48 hours after it left out of the comparisons.",
      "{n|Tag|Tage} mit Fasten oder den 48 Stunden danach zählen bei Vergleichen nicht mit."
    ),
    (
      "{n#day} with antibiotics or the 14 days after them left out of the comparisons.",
      "{n|Tag|Tage} mit Antibiotika oder den 14 Tagen danach zählen bei Vergleichen nicht mit."
    ),
    (
      "{n#day} with illness left out of the comparisons.",
      "{n|Tag|Tage} mit Krankheit zählen bei Vergleichen nicht mit."
    ),
    (
      "{n#day} with travel left out of the comparisons.",
      "{n|Reisetag zählt|Reisetage zählen} bei Vergleichen nicht mit."
    ),
    (
      "Records before and after ({f@f}) are not comparable. Only the days from {a@d} to {b@d} are "
        + "looked at.",
      "Einträge davor und danach sind nicht vergleichbar ({f}). Betrachtet werden nur die Tage vom {a} "
        + "bis zum {b}."
    ),
    (
      "Records before and after ({f@f}) are not comparable. No stretch of the diary holds enough values "
        + "to be looked at.",
      "Einträge davor und danach sind nicht vergleichbar ({f}). Kein Abschnitt des Tagebuchs hat genug "
        + "Werte."
    ),
  ]

  private static let phases = [
    (
      "The test of {g@g} from {a@d} to {b@d} has no food that holds it.",
      "Im Test vom {a} bis zum {b} steht kein Lebensmittel, das {g} enthält."
    ),
    (
      "{g@g} was to be left out from {a@d} to {b@d}, but was eaten on {m@n} of {n#day} with foods.",
      "{g} sollte vom {a} bis zum {b} wegfallen, wurde aber an {m} von {n|Tag|Tagen} mit Essen gegessen."
    ),
    (
      "{g@g} was eaten on {n#day} on which it was left out, {a@d} to {b@d}.",
      "{g} wurde an {n|Tag|Tagen} gegessen, an denen es wegfallen sollte ({a} bis {b})."
    ),
    (
      "{g@g} was eaten on {n#day} of the pause after its test, {a@d} to {b@d}.",
      "{g} wurde an {n|Tag|Tagen} der Pause nach dem Test gegessen ({a} bis {b})."
    ),
    (
      "The {r@r} from {a@d} to {b@d} lies outside the days of this diary.",
      "Eine Phase liegt außerhalb der Tage dieses Tagebuchs: {r}, {a} bis {b}."
    ),
    (
      "The test from {a@d} to {b@d} starts before the usual diet does.",
      "Der Test vom {a} bis zum {b} beginnt vor der Normalkost."
    ),
    (
      "The test of {g@g} from {a@d} to {b@d} comes before it was left out.",
      "Der Test vom {a} bis zum {b} kommt, bevor es weggelassen wurde: {g}."
    ),
    (
      "The {r@r} from {a@d} to {b@d} and the {s@r} from {c@d} to {d@d} overlap on {n#day}.",
      "Zwei Phasen überschneiden sich an {n|Tag|Tagen}: {r} vom {a} bis zum {b} und {s} vom {c} bis zum "
        + "{d}."
    ),
    (
      "{g@g} was eaten again from {a@d} to {b@d}, outside the declared tests.",
      "{g} wurde vom {a} bis zum {b} wieder gegessen, außerhalb der angegebenen Tests."
    ),
    (
      "No day lies between the test of {g@g} from {a@d} to {b@d} and the one before it.",
      "Zwischen dem Test vom {a} bis zum {b} ({g}) und dem davor liegt kein Tag."
    ),
    (
      "Before {a@n} of {n#test} symptoms had not come back to the usual range, up to {x@n}: {i@i}.",
      "Vor {a} von {n|Test|Tests} waren die Beschwerden noch nicht zurück im üblichen Bereich, bis {x}: "
        + "{i}."
    ),
  ]
}
