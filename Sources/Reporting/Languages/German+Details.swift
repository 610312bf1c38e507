// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

extension German {
  var disputed: String {
    "In der Forschung ist umstritten, ob diese Gruppe als solche Beschwerden auslöst. Nehmen Sie das "
      + "Ergebnis höchstens als Hinweis."
  }

  // MARK: Timeline

  var symptomAxis: String { "Symptome" }
  var symptomAxisNote: String { "0 keine, 10 max." }

  func timelineName(_ first: CivilDate, _ last: CivilDate) -> String {
    "Beschwerden, Phasen und Lebensmittel, \(period(first, last))"
  }

  func timelineDescription(_ results: AnalysisResults) -> String {
    var text = "\(theDayValue.capitalizedFirst) jedes Tages auf einer Skala von 0 bis 10. "
    if let low = results.outcome.baselineBand?.first, let high = results.outcome.baselineBand?.last
    {
      text += "Der übliche Bereich reicht von \(number(low)) bis \(number(high)). "
    }
    return text + "Darunter die Tage, an denen Lebensmittel getestet wurden, und andere Einflüsse. "
      + "Alle Werte stehen in der Tabelle danach."
  }

  var legend: [(String, String)] {
    [
      ("symptom", "\(dayValue) des Tages"),
      ("band", "üblicher Bereich: 8 von 10 Tagen ohne Test"),
      ("phase elimination", "weggelassen"),
      ("phase challenge", "getestet"),
      ("phase washout", "Normalkost, oder Pause nach einem Test"),
      ("missing", "kein Eintrag zu Beschwerden"),
      ("left-out", "nicht verglichen"),
      ("dose", "Testtag, mit Portionen"),
      ("eaten", "sonst gegessen"),
      ("factor", "anderer Einfluss"),
    ]
  }

  var lanesCut: String { "Hier stehen nur die Gruppen mit den aussagekräftigsten Urteilen." }

  func phase(_ phase: Timeline.Phase) -> [String] {
    let name = phaseName(phase.name)
    let groups = phase.groups.map { self.name($0) }
    if groups.isEmpty { return [name] }
    let all = groups.joined(separator: ", ")
    return phase.name == "challenge"
      ? ["Test: " + all, all, name] : ["\(name): \(all)", name]
  }

  func phaseName(_ name: String) -> String {
    switch name {
    case "baseline": return "Normalkost"
    case "elimination": return "Weggelassen"
    case "challenge": return "Test"
    case "washout": return "Pause"
    default: return name.shortened(to: 40)
    }
  }

  func source(_ source: String) -> String {
    switch source {
    case "diary": return "aus dem Tagebuch"
    case "protocol": return "aus der Protokolldatei"
    case "inferred": return "aus dem Gegessenen erschlossen"
    default: return source.shortened(to: 40)
    }
  }

  var dayTable: String { "Tag für Tag" }
  func dayTableHeads(_ symptoms: [String]) -> [String] {
    ["Tag", "\(dayValue.capitalizedFirst), 0–10"] + (symptoms.isEmpty ? ["Beschwerden"] : symptoms)
      + ["Andere Einflüsse", "Nicht verglichen wegen"]
  }
  var phaseTable: String { "Phasen" }
  var phaseTableHeads: [String] { ["Phase", "Tage", "Lebensmittel", "Bekannt aus", "Zeile"] }
  func daysWithoutEntries(_ number: Int) -> String {
    number == 1
      ? "1 Tag ohne jeden Eintrag ist nicht aufgeführt."
      : "\(number) Tage ohne jeden Eintrag sind nicht aufgeführt."
  }

  // MARK: Groups

  var factAlone: String { "Wahrscheinlichkeit für sich allein" }
  func aloneNote(_ names: [String]) -> String {
    ". Nur geschätzt, da zusammen gegessen mit: \(list(names))."
  }
  var factEffect: String { "Anstieg der Beschwerden" }
  var factEffectIfAny: String { "Anstieg, wenn es einen gibt" }
  var percentRange: String { "-%-Bereich" }
  var numbersDiffer: (title: String, all: String, ifAny: String, tests: String, without: String) {
    (
      "Warum sich diese Zahlen unterscheiden",
      ": alle Lebensmittel und Einflüsse zusammen; „kein Anstieg“ zählt als 0.",
      ": dasselbe, falls es einen Anstieg gibt.",
      ": die Tests allein, jeder mit den Tagen davor.",
      ": diese Tests ohne Tage mit einem anderen Einfluss."
    )
  }
  var numbersDifferHalves: String { " „\(patientPart)“ nennt ihn in halben Punkten." }
  var factPeak: String { "Am stärksten" }
  func hoursAfter(_ hours: Double) -> String {
    hours.rounded() == 1 ? " Stunde nach dem Essen" : " Stunden nach dem Essen"
  }
  func dayAfter(_ day: Int) -> String {
    switch day {
    case ...0: "am selben Tag"
    case 1: "am nächsten Tag"
    default: "\(count(day, "Tag", "Tage")) nach dem Essen"
    }
  }
  var hours: String { " Stunden" }
  var about: String { "etwa " }
  var timingTitle: String { "Wie bald nach dem Essen" }
  var timingNote: String { "Falls es ein Auslöser ist: wie gut jede Reaktionszeit passt" }
  var groupSymptomsTitle: String { "Welche Beschwerden" }
  var groupSymptomsNote: String { "Dieselbe Frage, für jede Beschwerde einzeln gestellt" }
  var groupSymptomsHeads: [String] {
    ["Beschwerde", "Wahrscheinlichkeit, dass sie zunimmt", "Anstieg, wenn es einen gibt"]
  }
  var foodTable: String { "Lebensmittel dieses Tagebuchs, die es enthalten oder enthalten können" }
  var foodHeads: [String] { ["Lebensmittel", "Gegessen am"] }
  var exposureTable: String { "Tage, an denen es gegessen wurde" }
  var furtherExposures: String { "Weitere Tage, an denen es gegessen wurde" }
  var exposuresAbove: String {
    "Tage, auf die ein Wert der Beschwerden folgt, stehen oben in der Tabelle der Mengen."
  }
  var exposureHeads: [String] { ["Tag", "Portionen", "Zeilen"] }
  var possibly: String { " (möglich)" }

  func challengesTitle(_ number: Int) -> String {
    number == 1 ? "Der Test, Tag für Tag" : "Die \(number) Tests nebeneinander"
  }
  var challengesNote: String {
    "Tag 0 ist der erste Tag des Tests. Das getönte Band ist der übliche Bereich, die gestrichelte "
      + "Linie das Mittel der Vergleichstage. Die Balken zeigen die gegessenen Portionen."
  }
  func challengesCut(_ number: Int) -> String {
    number == 1
      ? "1 weiterer Test ist ohne Bild aufgeführt."
      : "\(number) weitere Tests sind ohne Bild aufgeführt."
  }
  func exposuresCut(_ shown: Int, of all: Int) -> String {
    "Aufgeführt sind die \(shown) von \(all) Tagen mit den höchsten Mengen; results.json enthält alle."
  }
  func challengeName(_ group: GroupID, _ number: Int) -> String { "\(name(group)), Test \(number)" }
  func challengeDescription(_ challenge: GroupResult.Challenge) -> String {
    guard let days = challenge.dayRange else { return dayValue.capitalizedFirst }
    return "\(dayValue.capitalizedFirst) jedes Tages, 0 bis 10, von Tag \(days.lowerBound) bis "
      + "Tag \(days.upperBound): \(values(challenge, days))."
  }
  var moreOrLess: String { " Punkte höher oder niedriger" }
  var comparedBefore: String { " als an " }
  func comparedAfter(_ days: Int) -> String { days == 1 ? " Tag ohne." : " Tagen ohne." }
  var noComparison: String { "Kein Tag zum Vergleichen." }
  var alsoThen: String { "Zur selben Zeit: " }
  var withoutThoseDays: String { ". Ohne diese Tage: " }
  func leftOut(_ date: CivilDate) -> String { "Nicht verglichen, \(shortDate(date)): " }
  var challengeTable: String { "Tests und Vergleichstage" }
  var challengeHeads: [String] {
    [
      "Test", "Bekannt aus", "Unterschied, Punkte", "Ohne Tage mit anderen Einflüssen",
      "Mittel der Vergleichstage", "Vergleichstage", "Nichtüberlappung (NAP, 90-%-Bereich)",
      "Zeitfenster, mindestens so schlecht", "Zeilen",
    ]
  }
  var valueTable: String { "\(dayValue.capitalizedFirst) und Portionen, nach Tag des Tests" }
  var valueTableHead: String { "Tag" }
  func valueRow(_ start: CivilDate) -> String { "\(shortDate(start)): Beschwerde" }
  func doseRow(_ start: CivilDate) -> String { "\(shortDate(start)): Portionen" }

  // MARK: Symptoms

  func symptomsIntro(_ outcome: AnalysisResults.Outcome) -> String {
    outcome.name == "overall"
      ? "Die Urteile beruhen auf der \(isMean ? "mittleren" : "stärksten") Beschwerde jedes Tages. Hier steht jede Beschwerde "
        + "für sich."
      : "Die Urteile beruhen auf: \(outcome.name.shortened(to: 60)). Hier steht jede Beschwerde für "
        + "sich."
  }
  var factMean: String { "Mittel aller Tage" }
  var factMedian: String { "Mittlerer Wert der Tage ohne Test" }
  var factBand: String { "Üblicher Bereich" }
  var factAutocorrelation: String { "Wie sehr ein Tag dem Vortag gleicht (−1 bis 1)" }
  var otherSymptoms: String { "Auch notiert: " }
  var symptomTableHint: String {
    "Die Werte aller Tage stehen in der Tabelle unter „\(timelineTitle)“."
  }
  func valuesOn(_ days: Int) -> String {
    days == 1 ? "Werte an 1 Tag" : "Werte an \(days) Tagen"
  }
  func ownScale(_ low: String, _ high: String) -> String {
    "im Tagebuch von \(low) bis \(high) notiert"
  }
  func ownPoint(_ points: String, _ low: String, _ high: String) -> String {
    "Ein Punkt von 0–10 sind \(points) auf der Skala dieses Tagebuchs, \(low) bis \(high)."
  }
  func symptomDescription(_ first: CivilDate, _ last: CivilDate) -> String {
    "Stärkster Wert jedes Tages von 0 bis 10, \(period(first, last)). Tage ohne Wert sind leer."
  }
}
