// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

extension German {
  // MARK: Yardstick

  var yardstick: (String, String, String) {
    (
      "Daran gemessen: Folgen auch einem zweiten Test Beschwerden, steigt die Wahrscheinlichkeit auf ",
      " von 100; folgen ihm keine, liegt sie bei ", " von 100."
    )
  }

  // MARK: Effect sizes

  var windowsBefore: String { ", bei " }

  func windowsAfter(_ kind: String?, _ number: Int) -> String {
    kind == "randomisation"
      ? number == 1 ? " ausgelosten Anfang" : " ausgelosten Anfängen"
      : number == 1 ? " Zeitfenster" : " Zeitfenstern"
  }

  var effectTable: String { "Effektstärken: die Testtage gegen die Vergleichstage" }
  var effectHeads: [String] {
    [
      "Test", "Testtage", "Verglichen mit", "Tau (−1 bis 1)", "Tau ohne den Trend davor",
      "Hedges’ g", "Logarithmus des Verhältnisses der Mittelwerte",
      "Änderung des Niveaus, Punkte (90-%-Bereich)", "Ähnlichkeit von Tag zu Tag (φ)",
    ]
  }

  // MARK: Other factors

  var withoutTable: String { "Mit und ohne die Tage, an denen etwas anderes mitspielte" }
  var withoutHeads: [String] {
    [
      "Gezählte Tage", "Tests", "Tage", "Unterschied, Punkte", "Nichtüberlappung (NAP)",
      "Wahrscheinlichkeit eines Anstiegs, von 100", "Urteil",
    ]
  }
  var allDays: String { "Alle Testtage" }
  var daysWithout: String { "Ohne diese Tage" }

  func chanceWithout(values: Int) -> String {
    "Wahrscheinlichkeit und Urteil in der zweiten Zeile gelten ohne die eigenen Testtage, an denen etwas "
      + "anderes mitspielte: \(count(values, "Beschwerdewert fehlt", "Beschwerdewerte fehlen"))."
  }

  func differenceAgainstChance(isSmaller: Bool) -> String {
    "Ohne diese Tage ist der Unterschied \(isSmaller ? "kleiner" : "größer"), die Wahrscheinlichkeit "
      + "aber \(isSmaller ? "höher" : "niedriger"). Beides geht zusammen: Der Unterschied betrachtet "
      + "nur die Testtage. Die Wahrscheinlichkeit wägt alle Tage und Lebensmittel ab, und dort sprachen "
      + "die weggelassenen Werte \(isSmaller ? "gegen" : "für") einen Anstieg."
  }

  func verdictWithout(_ verdict: Verdict) -> String {
    "Ohne diese Werte hieße die Antwort: \(word(verdict))."
  }

  func reading(_ reading: GroupResult.ConfoundedComparison.Reading) -> String {
    switch reading {
    case .stands: "Ohne diese Tage ändert sich wenig."
    case .weaker: "Ohne diese Tage ist der Anstieg kleiner als ein Punkt."
    case .gone: "Ohne diese Tage gibt es keinen Anstieg."
    case .stronger: "Ohne diese Tage ist der Anstieg ein Punkt oder mehr."
    case .differs: "Ohne diese Tage ändern sich die Zahlen: Vergleichen Sie die beiden Spalten."
    case .noDaysLeft: "Kein Testtag bleibt übrig, an dem nichts anderes mitspielte."
    }
  }

  var ledgerTable: String { "Was an den Testtagen sonst noch mitspielte" }
  var ledgerHeads: [String] {
    [
      "Test", "Einfluss", "Tage, was notiert wurde, und wie es auf Beschwerden wirken kann",
      "Zeilen",
    ]
  }

  func direction(_ item: GroupResult.LedgerItem) -> String {
    let text =
      switch item.direction {
      case .mayWorsen: "kann verstärken"
      case .mayEase: "kann lindern"
      case .either: "beides ist möglich"
      }
    return item.isUsual ? "wie üblich" : text
  }

  func factor(_ name: String) -> String {
    switch name {
    case "sleep": return "Schlaf"
    case "sleep-quality": return "Schlafqualität"
    case "exercise-intense": return "langer oder harter Sport"
    case "exercise-moderate": return "mäßige Bewegung"
    case "alcohol": return "Alkohol am Vortag"
    case "caffeine": return "mehr Koffein als sonst"
    case "refeeding": return "die ersten Tage nach dem Fasten"
    case "good-sleep": return "Schlaf so lang wie üblich oder länger"
    default: return confounder(name)
    }
  }

  func noted(_ unit: String, _ value: Double) -> String {
    switch unit {
    case "h": return "Std."
    case "min": return "Min."
    case "drinks": return isOne(value) ? "Getränk" : "Getränke"
    default: return unit
    }
  }

  var usually: (String, String) { (" (sonst ", ")") }
  var usualHere: String { "Üblich in diesem Tagebuch: " }

  // MARK: Doses

  func doseTable(_ unit: String) -> String {
    "Menge jedes Tages, \(doseUnit(unit)), und die höchste \(isMean ? "mittlere Beschwerde" : "Beschwerde") danach"
  }
  var doseHeads: [String] {
    ["Tag", "Menge", "Höchste danach, 0–10", "Tage später", "Gegen den üblichen Bereich", "Zeilen"]
  }
  func range(isAbove: Bool) -> String { isAbove ? "darüber" : "darin" }
  func doseUnit(_ unit: String) -> String {
    if unit == "portions" { return "Portionen" }
    guard unit.hasPrefix("g ") else { return unit.shortened(to: 40) }
    return "g " + inner(.init(rawValue: String(unit.dropFirst(2))))
  }

  var untestedAbove: (String, String) { ("Über mehr als ", " am Tag ist nichts bekannt.") }
  var untestedBetween: (String, String, String) {
    ("Zwischen ", " und ", " am Tag wurde keine Menge getestet.")
  }

  // MARK: What may help

  var helpfulTable: String { "Tage mit und ohne das, was helfen kann, in diesem Tagebuch" }
  var helpfulHeads: [String] {
    ["Einfluss", "Tage damit", "Mittel", "Tage ohne", "Mittel", "Unterschied, Punkte"]
  }
  var helpfulNote: String {
    "Das sind Mittelwerte der Tage, wie sie waren. Sie zeigen nicht, dass das eine zum anderen führte: "
      + "An guten Tagen macht man oft mehr."
  }
}
