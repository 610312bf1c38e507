// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

/// What fired a safety gate, why days are left out, and settings.
extension German {
  func evidence(_ gate: AnalysisResults.SafetyGate) -> String {
    guard let facts = gate.facts, !facts.isEmpty else { return gate.evidence }
    return facts.map(fact).joined(separator: "; ")
  }

  func inferred(_ fact: Statement) -> String {
    "Soweit das Tagebuch zeigt: \(self.fact(fact))."
  }

  private func fact(_ fact: Statement) -> String {
    let text = fact.text("text") ?? ""
    func amount(_ name: String) -> String { self.amount(fact.number(name) ?? 0) }
    return switch fact.code {
    case "age": ofProfile(text)
    case "loose-stools": ofProfile(text) + ", weicher Stuhl seit sechs Wochen oder länger"
    case "body-mass-index": "Body-Mass-Index \(amount("value"))"
    case "weight-fall": "Gewicht von \(amount("from")) auf \(amount("to")) kg"
    case "left-out":
      "\(count(fact.whole("days"), "Tag", "Tage")) ohne \(groups(fact.texts("groups")))"
    case "left-out-from":
      "\(groups(fact.texts("group"))) weggelassen "
        + (fact.text("end").map { "vom \(day(fact.text("start"))) bis \(day($0))" }
          ?? "ab \(day(fact.text("start")))")
    case "suspected": "\(text), vermutet: \(groups(fact.texts("groups")))"
    case "fast": "Fasten \(spoken(fact.text("time") ?? ""))"
    case "days-without-challenge":
      "\(count(fact.whole("days"), "Tag", "Tage")) ab \(day(fact.text("start"))) ohne Test"
    case "more": "und \(fact.whole("count")) weitere"
    default: text.split(separator: "; ").map { ofProfile(String($0)) }.joined(separator: "; ")
    }
  }

  /// `age 12` and `pregnancy: yes` in German; the diary's own words otherwise.
  private func ofProfile(_ text: String) -> String {
    if text.hasPrefix("age ") { return "Alter " + text.dropFirst(4).replacing(".", with: ",") }
    return Self.profileWords[text.lowercased()] ?? text
  }

  private static let profileWords = [
    "pregnancy: yes": "Schwangerschaft: ja", "pregnant: yes": "schwanger: ja",
    "pregnancy": "Schwangerschaft", "breast-feeding: yes": "Stillzeit: ja",
    "breastfeeding: yes": "Stillzeit: ja", "breast-feeding": "Stillzeit",
  ]

  /// A day written as YYYY-MM-DD.
  func day(_ text: String?) -> String {
    guard let text else { return "" }
    return CivilDate(iso: text).map(date) ?? text
  }

  func exclusion(_ reason: String) -> String {
    if reason.hasPrefix("after ") { return "nach: " + confounder(String(reason.dropFirst(6))) }
    if reason.hasPrefix("before ") { return "vor: " + confounder(String(reason.dropFirst(7))) }
    return reason == "fast" ? confounder("fasting") : confounder(reason)
  }

  func setting(_ name: String) -> String {
    switch name {
    case "day-starts": return "Ein Tag beginnt um"
    case "prior": return "Vorwissen"
    case "time-zone": return "Zeitzone"
    case "symptoms-absent": return "Tage ohne Eintrag zu Beschwerden"
    case "protocol-phases": return "Phasen aus der Protokolldatei"
    case "protocol-order": return "Reihenfolge der Tests"
    case "learned-prevalence": return "Gelernte Häufigkeit"
    case "date-order": return "Reihenfolge von Tag, Monat und Jahr"
    case "groups-left-out": return "Nicht gefragte Gruppen"
    case "mapping-sha256": return "Zuordnungsdatei, SHA-256"
    case "foods-sha256": return "Datei eigener Lebensmittel, SHA-256"
    default: return name.replacingHyphens.capitalizedFirst.shortened(to: 60)
    }
  }

  func settingValue(_ name: String, _ value: String) -> String {
    if name == "learned-prevalence" {
      return value.replacing(" diaries: ", with: " Tagebücher: ")
        .replacing("no change", with: "keine Änderung")
    }
    switch value {
    case "literature": return "aus der Literatur"
    case "neutral": return "alle Gruppen gleich"
    case "from the diary": return "aus dem Tagebuch erschlossen"
    case "zero": return "keine Beschwerden"
    case "missing": return "nicht bekannt"
    case "randomised": return "ausgelost"
    default: return value
    }
  }
}
