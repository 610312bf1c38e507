// SPDX-License-Identifier: Apache-2.0

/// The sentences of the analysis, and how they are said in German.
extension German {
  /// What `VerdictRules` writes.
  static let reasons = Phrasebook(
    [
      (
        "It was eaten on {n#day} before it was left out, and never after.",
        "Es wurde an {n|Tag|Tagen} gegessen, bevor es weggelassen wurde, und danach nicht mehr."
      ),
      ("No entry shows that it was eaten.", "Kein Eintrag zeigt, dass es gegessen wurde."),
      (
        "Only foods that possibly hold it were eaten.",
        "Gegessen wurde nur, was es möglicherweise enthält."
      ),
      (
        "Only foods that possibly hold it were eaten, on {n#day}.",
        "Gegessen wurde nur, was es möglicherweise enthält, an {n|Tag|Tagen}."
      ),
      (
        "Foods were not understood on {p@p} of the days with foods, so it may have been eaten unseen.",
        "An {p} der Tage mit Essen wurde ein Lebensmittel nicht verstanden. Es kann also unbemerkt "
          + "gegessen worden sein."
      ),
      (
        "It was eaten only on days that are left out of every comparison.",
        "Es wurde nur an Tagen gegessen, die bei keinem Vergleich mitzählen."
      ),
      ("It was eaten only after {f@f}.", "Es wurde nur nach diesem Ereignis gegessen: {f}."),
      ("The diary has no symptom entries.", "Das Tagebuch hat keine Einträge zu Beschwerden."),
      (
        "The diary has {n#symptom value} that can be compared; {m@n} are needed.",
        "Das Tagebuch hat {n|vergleichbaren Wert|vergleichbare Werte} für Beschwerden; nötig sind {m}."
      ),
      (
        "The worst symptom is equally bad at every time, so nothing in the overall outcome can be seen "
          + "to change with food.",
        "Die stärkste Beschwerde ist immer gleich stark. Darum sieht man nicht, ob sie sich mit dem "
          + "Essen ändert."
      ),
      (
        "All symptom values are the same, so nothing can be seen to change with food.",
        "Alle Werte für Beschwerden sind gleich. Darum sieht man nicht, ob sie sich mit dem Essen ändern."
      ),
      (
        "It was eaten every day in much the same amount, so there are no days to compare with.",
        "Es wurde jeden Tag in fast gleicher Menge gegessen. Darum gibt es keine Tage zum Vergleichen."
      ),
      (
        "No symptom was recorded, but less than one portion was eaten at a time.",
        "Es ist keine Beschwerde notiert, aber auch nie eine ganze Portion auf einmal."
      ),
      (
        "It was eaten {n#time} in a usual portion, and the diary records no symptom at all.",
        "Es wurde {n}-mal in üblicher Portion gegessen, und das Tagebuch nennt gar keine Beschwerde."
      ),
      (
        "The model gave no answer for this diary.",
        "Das Modell gab für dieses Tagebuch keine Antwort."
      ),
      (
        "It was nearly always eaten together with {g@g}.",
        "Es wurde fast immer zusammen mit {g} gegessen."
      ),
      (
        "No usual portion with two symptom values in the 72 hours after it.",
        "Keine übliche Portion mit zwei Werten für Beschwerden in den 72 Stunden danach."
      ),
      (
        "At least one of {g@g} acts with a probability of at least {p@p}; only which of them is not "
          + "clear.",
        "Mindestens eines davon wirkt mit einer Wahrscheinlichkeit von mindestens {p}: {g}. Nur welches, "
          + "ist nicht klar."
      ),
      (
        "At least one of {g@g} acts with a probability of {p@p}; only which of them is not clear.",
        "Mindestens eines davon wirkt mit einer Wahrscheinlichkeit von {p}: {g}. Nur welches, ist nicht "
          + "klar."
      ),
      (
        "It was eaten on {n#day}; no test could be compared by itself.",
        "Es wurde an {n|Tag|Tagen} gegessen; kein Test ließ sich für sich allein vergleichen."
      ),
      (
        "Of {n#window} of this length without a test, {m@n} looked as bad.",
        "Von {n|Zeitfenster|Zeitfenstern} dieser Länge ohne Test: {m} ebenso schlecht."
      ),
      ("Other factors at those times: {f@f}.", "Andere Einflüsse zu diesen Zeiten: {f}."),
      (
        "No symptom value stands in the hours after it was eaten.",
        "In den Stunden nach dem Essen steht kein Wert für Beschwerden."
      ),
      (
        "Weighed together with all other foods and factors, the chance of a rise of any size is {p@p} in "
          + "100.",
        "Zusammen mit allen anderen Lebensmitteln und Einflüssen gewichtet liegt die Wahrscheinlichkeit "
          + "eines Anstiegs, gleich wie groß, bei {p} von 100."
      ),
    ] + followed)

  /// How many of the tests were followed by symptoms, and by how much.
  private static var followed: [(String, String)] {
    let starts = [
      ("The only test was followed", "Auf den einzigen Test folgten Beschwerden"),
      ("The only test was not followed", "Auf den einzigen Test folgten keine Beschwerden"),
      ("{a@w} of {b@w} tests was followed", "Auf {a} von {b} Tests folgten Beschwerden"),
      ("{a@w} of {b@w} tests were followed", "Auf {a} von {b} Tests folgten Beschwerden"),
      ("{a@n} of {b@w} tests were followed", "Auf {a} von {b} Tests folgten Beschwerden"),
    ]
    let ends = [("lower", "niedriger"), ("higher", "höher")]
    return starts.flatMap { english, german in
      ends.map { direction, richtung in
        (
          "\(english) by symptoms at least 1 point higher; on average {x@n} points \(direction) than "
            + "on the comparison days.",
          "\(german), die mindestens 1 Punkt höher waren; im Mittel {x} Punkte \(richtung) als an den "
            + "Vergleichstagen."
        )
      }
    }
  }

  /// What `NextStep` writes.
  static let nextSteps = Phrasebook([
    (
      "Test {g@g} by itself, with {o@o}. Go three days without it. Then eat a small, a medium and a "
        + "usual portion on three days.",
      "Testen Sie {g} für sich allein ({o}). Lassen Sie es vorher drei Tage lang weg. Essen Sie dann an "
        + "drei Tagen eine kleine, eine mittlere und eine übliche Portion."
    ),
    (
      "Repeat the test once, after at least three days without. A second test makes the answer much "
        + "surer.",
      "Wiederholen Sie den Test einmal, nach mindestens drei Tagen ohne. Ein zweiter Test macht die "
        + "Antwort viel sicherer."
    ),
    (
      "Repeat the test after at least three days without it. Eat nothing else that is new on those "
        + "days.",
      "Wiederholen Sie den Test nach mindestens drei Tagen ohne. Essen Sie an diesen Tagen sonst nichts "
        + "Neues."
    ),
    (
      "Bring it back by itself: about 8 g of gluten a day for a week, after a week without. Note your "
        + "symptoms every day.",
      "Führen Sie es für sich allein wieder ein: eine Woche lang etwa 8 g Gluten am Tag, nach einer "
        + "Woche ohne. Notieren Sie jeden Tag Ihre Beschwerden."
    ),
    (
      "Test it by itself: three days with a small, a medium and a usual portion of a food that surely "
        + "holds it, and a symptom value on each of those days and the three after.",
      "Testen Sie es für sich allein: drei Tage mit einer kleinen, einer mittleren und einer üblichen "
        + "Portion von etwas, das es sicher enthält. Notieren Sie Ihre Beschwerden an diesen und den "
        + "drei Tagen danach."
    ),
    (
      "Test it once more by itself: a small, a medium and a usual portion on three days. Note your "
        + "symptoms on those days and on the three days after.",
      "Testen Sie es noch einmal für sich allein: an drei Tagen eine kleine, eine mittlere und eine "
        + "übliche Portion. Notieren Sie Ihre Beschwerden an diesen und den drei Tagen danach."
    ),
    (
      "Keep eating it; no further test is needed.",
      "Essen Sie es weiter; ein weiterer Test ist nicht nötig."
    ),
    (
      "Bring it back by itself: a small, a medium and a usual portion on three days.",
      "Führen Sie es für sich allein wieder ein: an drei Tagen eine kleine, eine mittlere und eine "
        + "übliche Portion."
    ),
    (
      "Leave it out for now, and test half a portion in some weeks.",
      "Lassen Sie es vorerst weg, und testen Sie in einigen Wochen eine halbe Portion."
    ),
    (
      "Stay at or below {n@n} {u@u} a day for now. Test a little more in some weeks.",
      "Bleiben Sie vorerst bei höchstens {n} {u} am Tag. Testen Sie in einigen Wochen etwas mehr."
    ),
    (
      "Leave it out for two weeks. Then bring it back for three days, and note your symptoms every day.",
      "Lassen Sie es zwei Wochen lang weg. Essen Sie es dann drei Tage lang wieder, und notieren Sie "
        + "jeden Tag Ihre Beschwerden."
    ),
    (
      "Before the next test, note your symptoms every day; write 0 where there are none.",
      "Notieren Sie vor dem nächsten Test jeden Tag Ihre Beschwerden; schreiben Sie 0, wo keine sind."
    ),
  ])

  /// What `SafetyGates` writes beside the diary's own words.
  static let evidences = Phrasebook([
    (
      "age {n@n}, loose stools for six weeks or more",
      "Alter {n}, weicher Stuhl seit sechs Wochen oder länger"
    ),
    ("age {n@n}", "Alter {n}"),
    ("weight from {a@n} to {b@n} kg", "Gewicht von {a} auf {b} kg"),
    ("body-mass index {n@n}", "Body-Mass-Index {n}"),
    ("without {g@g} for {n@n} days", "{n} Tage ohne {g}"),
    ("gluten left out from {d@d}", "Gluten weggelassen ab {d}"),
    ("fasting {z@z}", "Fasten {z}"),
    ("{n@n} days from {d@d} without a challenge", "{n} Tage ab {d} ohne Test"),
    ("and {n@n} more", "und {n} weitere"),
    ("{t@t}, suspected: {g@g}", "{t}, vermutet: {g}"),
  ])
}
