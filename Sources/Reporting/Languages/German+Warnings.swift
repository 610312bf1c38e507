// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

/// The warnings, from their codes and arguments.
extension German {
  func warning(_ warning: AnalysisResults.Warning) -> String {
    let code = Statement(warning.code, warning.arguments ?? [:])
    return limit(code) ?? reading(code) ?? exclusion(code) ?? phase(code, warning) ?? warning.text
  }

  // MARK: What the diary lacks

  private func limit(_ code: Statement) -> String? {
    let number = code.whole("count")
    switch code.code {
    case "stray-dates":
      return count(number, "Eintrag liegt", "Einträge liegen")
        + " mehr als zehn Jahre von den anderen entfernt und \(number == 1 ? "zählt" : "zählen") nicht "
        + "mit."
    case "missing-days":
      return "\(number) von \(count(code.whole("total"), "Tag", "Tagen")) "
        + "\(number == 1 ? "hat" : "haben") keinen Eintrag."
    case "symptoms-only":
      return "Das Tagebuch nennt Beschwerden, aber kein Lebensmittel und keinen Test."
    case "foods-only": return "Das Tagebuch nennt keine Beschwerden. So kann man nichts beurteilen."
    case "few-entries":
      return "Nur \(count(number, "Wert", "Werte")) für Beschwerden "
        + "\(number == 1 ? "lässt" : "lassen") sich vergleichen; nötig sind mindestens "
        + "\(code.whole("needed"))."
    case "constant-symptoms":
      return
        "Immer notiert und nie besser oder schlechter. Das sagt nichts über das Essen und zählt im "
        + "Gesamturteil nicht mit: \(named("symptoms", code))."
    case "no-symptoms":
      return "Das Tagebuch nennt gar keine Beschwerde. Darum lässt sich keine Wahrscheinlichkeit "
        + "berechnen; dass etwas vertragen wurde, beruht allein darauf."
    case "absence-zero":
      let why =
        code.text("asked") == "yes"
        ? "Wie gewünscht zählen"
        : "Dieses Tagebuch notiert nie, dass eine Beschwerde fehlt. Darum zählen"
      return why + " Tage mit anderen Einträgen und ohne Beschwerde als Tage ohne Beschwerden: "
        + "\(count(code.whole("days"), "Tag", "Tage"))."
        + (code.whole("unrated") == 0
          ? ""
          : " Nicht so vor und nach der Zeit, die die Dateien mit Beschwerden umfassen: über "
            + "\(count(code.whole("unrated"), "Tag", "Tage")) mit anderen Einträgen ist dort nichts "
            + "bekannt.")
    case "rows-not-read":
      return count(number, "Zeile war", "Zeilen waren")
        + " nicht lesbar und \(number == 1 ? "zählt" : "zählen") nicht mit. Darin können Beschwerden oder "
        + "Angaben zur Person stehen. Nach Warnzeichen wurde trotzdem gesucht."
    case "prevalence-learned":
      return
        "Wie oft jede Gruppe ein Auslöser ist, wurde aus den \(code.whole("diaries")) Tagebüchern "
        + "dieser Sammlung gelernt. Die Antworten hängen also auch von den Tagebüchern anderer ab."
    default: return nil
    }
  }

  // MARK: How entries were read

  private func reading(_ code: Statement) -> String? {
    let number = code.whole("count")
    let symptoms = count(number, "Beschwerde", "Beschwerden")
    let severity = amount(code.number("severity") ?? 5)
    switch code.code {
    case "severity-unknown": return "\(symptoms) ohne Stärke: als \(severity) von 10 gezählt."
    case "severity-word":
      return
        "\(symptoms) mit einem unbekannten Wort für die Stärke: als \(severity) von 10 gezählt."
    case "scale-assumed":
      return "\(symptoms) ohne Skala: als 0 bis 10 gelesen, bei größeren Werten als 0 bis 100."
    case "severity-outside-scale":
      return "\(symptoms) außerhalb der Skala: als deren näheres Ende gezählt."
    case "scale-changed":
      return
        "Die Skala wechselt im Tagebuch bei: \(named("symptoms", code)). Die Werte sind auf 0 bis 10 "
        + "gebracht, aber vielleicht nicht vergleichbar."
    case "unknown-foods":
      return "\(number) von \(count(code.whole("total"), "Eintrag", "Einträgen")) zum Essen "
        + "\(number == 1 ? "wurde" : "wurden") nicht verstanden; was darin steckt, ist unbekannt, nicht "
        + "nichts."
    case "possible-foods":
      return
        "In diesen Lebensmitteln kann eine Gruppe stecken oder nicht. Sie zählen halb, und zu einem "
        + "Zehntel, solange die Gruppe weggelassen wird: \(named("foods", code))."
    case "amount-capped":
      return "\(count(number, "Eintrag", "Einträge")) zum Essen mit mehr als "
        + "\(amount(code.number("portions") ?? 0)) Portionen: als so viele gezählt."
    case "amount-without-unit":
      return "\(count(number, "Eintrag", "Einträge")) zum Essen mit einer Zahl über "
        + "\(amount(code.number("portions") ?? 0)) ohne bekannte Einheit: als eine Portion gezählt. "
        + "Schreiben Sie die Einheit dazu, etwa g oder ml."
    case "symptom-intervals-cut":
      return
        "\(symptoms) über viele Tage: Nur der erste und der letzte Tag zählen, weil solche Einträge "
        + "mehr Tage füllen, als sich ansehen lassen."
    case "exposure-from-phase":
      return
        "Das Tagebuch nennt kein Lebensmittel im angegebenen Test (\(groups(code.texts("groups")))); "
        + "angenommen sind die geplanten Mengen, sonst eine Portion am Tag."
    case "unused-contexts":
      return "Notiert, aber nicht für Vergleiche verwendet: \(named("contexts", code, confounder))."
    case "dose-unit-unknown":
      return
        "Die Einheit „\(code.text("unit") ?? "")“ einer geplanten Menge ist nicht bekannt: Wo das "
        + "Tagebuch kein Lebensmittel nennt, zählen die Mengen als Portionen."
    default: return nil
    }
  }

  /// Names of the diary, and how many more there are.
  private func named(
    _ key: String, _ code: Statement, _ word: (String) -> String = { $0 }
  ) -> String {
    let names = code.texts(key).prefix(8).map(word)
    return few(names, of: code.whole("count"))
  }

  private func few(_ names: [String], of total: Int) -> String {
    let separator = separator(of: names)
    let rest = total > names.count ? more(total - names.count) : nil
    guard separator == ", " else {
      return names.joined(separator: separator) + (rest.map { "; und " + $0 } ?? "")
    }
    return rest.map { list(names + [$0]) } ?? names.joined(separator: separator)
  }

  // MARK: Days left out

  private func exclusion(_ code: Statement) -> String? {
    let number = code.whole("days")
    let days = count(number, "Tag", "Tage")
    let end = " \(number == 1 ? "zählt" : "zählen") bei Vergleichen nicht mit."
    switch code.code {
    case "fasting": return days + " mit Fasten oder den 48 Stunden danach" + end
    case "antibiotics": return days + " mit Antibiotika oder den 14 Tagen danach" + end
    case "illness": return days + " mit Krankheit" + end
    case "travel": return days + " auf Reisen" + end
    case "medical-event":
      let events = list(code.texts("events").map(confounder))
      let start = "Einträge davor und danach sind nicht vergleichbar (\(events)). "
      guard let from = code.text("keptFrom"), let to = code.text("keptTo") else {
        return start + "Kein Abschnitt des Tagebuchs hat genug Werte."
      }
      return start + "Betrachtet werden nur die Tage vom \(day(from)) bis zum \(day(to))."
    default: return nil
    }
  }

  // MARK: Phases

  private func phase(_ code: Statement, _ warning: AnalysisResults.Warning) -> String? {
    let named = list((warning.groups ?? []).map(inner))
    let group = named.isEmpty ? "ein Lebensmittel" : named
    let from = warning.start.map(date) ?? ""
    let to = warning.end.map(date) ?? ""
    let span = "vom \(from) bis zum \(to)"
    let days = count(code.whole("days"), "Tag", "Tagen")
    switch code.code {
    case "challenge-without-food":
      return "Im Test \(span) steht kein Lebensmittel, das \(group) enthält."
    case "elimination-not-kept":
      return "Das sollte \(span) wegfallen, wurde aber an \(code.whole("days")) von "
        + "\(count(code.whole("total"), "Tag", "Tagen")) mit Essen gegessen: \(group)."
    case "exposure-during-elimination":
      return "An \(days) gegessen, obwohl es wegfallen sollte (\(from) bis \(to)): \(group)."
    case "exposure-during-washout":
      return "An \(days) der Pause nach dem Test gegessen (\(from) bis \(to)): \(group)."
    case "phase-outside-diary":
      return "Eine Phase liegt außerhalb der Tage dieses Tagebuchs: "
        + "\(phaseName(code.text("phase") ?? "")), \(from) bis \(to)."
    case "challenge-before-baseline": return "Der Test \(span) beginnt vor der Normalkost."
    case "challenge-before-elimination":
      return "Der Test \(span) kommt, bevor es weggelassen wurde: \(group)."
    case "challenge-not-declared":
      let more = code.whole("more")
      let others = more > 0 ? " und noch \(count(more, "weiteres Mal", "weitere Male"))" : ""
      return "Außerhalb der angegebenen Tests wieder gegessen, "
        + "\(from == to ? "am \(from)" : span)\(others): \(group)."
    case "no-washout": return "Zwischen dem Test \(span) (\(group)) und dem davor liegt kein Tag."
    case "phases-differ":
      return code.text("declaredBy") == "diary"
        ? "Das Tagebuch nennt einen Test \(span) (\(group)), die Protokolldatei nicht; es gilt die Datei."
        : "Die Protokolldatei nennt einen Test \(span) (\(group)), das Tagebuch nicht; es gilt die Datei."
    case "verdict-rests-on-confounded-days": return confounded(code, group)
    default: return plan(code)
    }
  }

  private func confounded(_ code: Statement, _ group: String) -> String {
    func verdict(_ name: String) -> String {
      code.text(name).flatMap(Verdict.init(rawValue:)).map(word) ?? ""
    }
    return
      "An einigen Testtagen für \(group) kann auch etwas anderes die Beschwerden verändert haben, "
      + "etwa Krankheit, Stress oder Medikamente. Ohne diese Tage "
      + "(\(count(code.whole("values"), "Beschwerdewert", "Beschwerdewerte"))) hieße die Antwort "
      + "„\(verdict("verdictWithout"))“ statt „\(verdict("verdict"))“."
  }

  private func plan(_ code: Statement) -> String? {
    switch code.code {
    case "phases-overlap":
      return "Zwei Phasen überschneiden sich an \(count(code.whole("days"), "Tag", "Tagen")): "
        + "\(phaseName(code.text("phase") ?? "")) vom \(day(code.text("from"))) bis zum "
        + "\(day(code.text("to"))) und \(phaseName(code.text("other") ?? "")) vom "
        + "\(day(code.text("otherFrom"))) bis zum \(day(code.text("otherTo")))."
    case "phases-cut":
      let number = code.whole("count")
      return "\(count(number, "Phase", "Phasen")) nach den ersten \(code.whole("kept")) "
        + "\(number == 1 ? "wurde" : "wurden") ausgelassen."
    case "unresolved-washout": return unresolved(code)
    case "protocol-participant-unknown":
      return "Die Protokolldatei hat Phasen für andere "
        + "(\(few(code.texts("participants"), of: code.whole("count")))), aber nicht für diese Person. "
        + "Darum wird keine davon verwendet."
    default: return nil
    }
  }

  private func unresolved(_ code: Statement) -> String {
    let parts = zip(code.texts("starts"), zip(code.texts("groups"), code.texts("means")))
    let tests = parts.map { start, what in
      let names = what.0.split(separator: " ").map(String.init)
      let name = names.isEmpty ? "ein Lebensmittel" : groups(names)
      let mean = what.1.replacing(".", with: ",")
      return "\(name) am \(CivilDate(iso: start).map(shortDate) ?? start) (\(mean))"
    }
    return
      "Vor \(code.whole("tests")) von \(count(code.whole("total"), "Test", "Tests")) waren die "
      + "Beschwerden noch nicht zurück im üblichen Bereich, bis \(number(code.number("high") ?? 0)): "
      + "\(few(tests, of: code.whole("tests")))."
  }
}
