// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

/// Data quality, phases and beliefs.
extension German {
  var qualityTitle: String { "Wie gut die Daten sind" }
  var gradeLabel: String { "Datengüte" }
  func grade(_ grade: DataQuality.Grade) -> String { "Datengüte " + grade.rawValue }

  func gradeMeaning(_ grade: DataQuality.Grade) -> String {
    switch grade {
    case .a: "Stufe A: Nichts daran, wie das Tagebuch geführt wurde, spricht gegen seine Antworten."
    case .b: "Stufe B: Das Tagebuch hat kleine Lücken."
    case .c: "Stufe C: Das Tagebuch hat Lücken, die seine Antworten schwächen."
    case .d:
      "Stufe D: Das Tagebuch hat zu wenige Einträge oder zu viele Lücken, um viel auf seine Antworten "
        + "zu geben."
    }
  }

  var qualityCaption: String { "Woraus die Stufe besteht" }
  var qualityHeads: [String] { ["Gezählt", "Wie viele", "Bewertung", "Wo"] }
  var groupGradesCaption: String { "Stufen nach Gruppe" }
  var groupGradeHeads: [String] {
    [
      "Gruppe", "Stufe", "Tage mit einem Wert nach dem Essen",
      "Tage mit einem sicheren Lebensmittel", "Wiederholungen",
    ]
  }
  var outOf: String { " von " }
  var chanceIs: String { "; Zufall bringt das mit p = " }

  func rating(_ rating: DataQuality.Rating) -> String {
    switch rating {
    case .good: "gut"
    case .fair: "mäßig"
    case .poor: "schlecht"
    }
  }

  func qualityPart(_ code: String) -> String {
    switch code {
    case "logged-days": return "Tage mit irgendeinem Eintrag"
    case "symptom-days": return "Tage mit einem Wert für Beschwerden"
    case "challenge-days": return "Testtage und ihr Nachlauf mit einem Wert"
    case "missing-after-bad-days": return "Tage ohne Wert gleich nach einem schlechten Tag"
    case "missing-on-challenge-days": return "Tage ohne Wert während der Tests"
    case "identical-days": return "Tage in Blöcken genau gleicher Beschwerden"
    case "identical-times": return "Tage in Blöcken genau gleicher Uhrzeit"
    case "late-entries": return "Zeilen, die nach denen viel späterer Tage stehen"
    case "scale-changes": return "Beschwerden, deren Skala wechselt"
    case "food-only-days": return "Tage in Abschnitten mit Essen, aber ohne Beschwerden"
    case "symptom-only-days": return "Tage in Abschnitten mit Beschwerden, aber ohne Essen"
    case "unknown-foods": return "Tage mit einem Lebensmittel, das nicht verstanden wurde"
    case "clock-times": return "Einträge mit einer Uhrzeit"
    default: return code.replacingHyphens.capitalizedFirst.shortened(to: 60)
    }
  }

  // MARK: Phases

  func phaseSources(_ phases: [Timeline.Phase]) -> String? {
    let sources = ["diary", "protocol", "inferred"].filter { source in
      phases.contains { $0.source == source }
    }
    return sources.isEmpty ? nil : "Phasen " + list(sources.map { self.source($0) })
  }

  func disagreements(_ number: Int) -> String {
    number == 1
      ? "ein Widerspruch zum Tagebuch, siehe „\(exceptionsTitle)“"
      : "\(number) Widersprüche zum Tagebuch, siehe „\(exceptionsTitle)“"
  }

  func longName(_ phase: Timeline.Phase) -> String {
    var name = phaseName(phase.name)
    if phase.resolved == false { name += ", Beschwerden noch nicht wie sonst" }
    if phase.blinded == true { name += ", verblindet" }
    return name
  }

  // MARK: Beliefs

  var beliefsTitle: String { "Was vermutet wurde und was das Tagebuch zeigt" }
  var beliefsNote: String { "Was vorher vermutet wurde, ändert keine der Zahlen." }
  var beliefHeads: [String] {
    ["Gruppe", "Vermutet", "Was das Tagebuch zeigt", "Wahrscheinlichkeit eines Anstiegs"]
  }
  func believed(_ believed: Bool) -> String { believed ? "ja" : "nein" }
}
