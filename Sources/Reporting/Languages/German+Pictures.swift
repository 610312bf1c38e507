// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel

extension German {
  // MARK: Certainty

  func windowsTitle(_ name: String) -> String {
    "\(name.capitalizedFirst): wie oft es ohne ebenso schlecht war"
  }
  func windowsDetailTitle(_ name: String) -> String {
    "\(name.capitalizedFirst): Fenster ohne, neben den Tests"
  }
  func windowsDescription(squares: Int, of signs: Int) -> String {
    "\(signs) kleine Zeichen für Zeiten ohne. So schlecht wie ein Test: "
      + "\(count(squares, "Quadrat", "Quadrate")). Besser: "
      + "\(count(signs - squares, "Punkt", "Punkte")). Der Text daneben sagt dasselbe."
  }
  private func asBad(_ isRead: Bool, _ name: String) -> String {
    "So schlecht wie \(isRead ? "an den Tagen, die als Test gelten," : "bei einem Test") war es "
      + "ohne \(name) "
  }
  func windowsOfHundred(_ name: String, isRead: Bool) -> (String, String, String, String) {
    (
      asBad(isRead, name) + "in etwa ",
      " von 100 gleich langen Zeiten (Quadrate). Sonst war es besser (Punkte). In diesem Tagebuch: ",
      " von ", "."
    )
  }
  func windowsCounted(_ name: String, worse: Int, of windows: Int, isRead: Bool) -> (
    String, String, String?
  ) {
    let start = asBad(isRead, name)
    if worse == 0 {
      return (
        start + "nie: in keiner von ", " gleich langen Zeiten. Alle waren besser (Punkte).", nil
      )
    }
    if worse == windows {
      return (start + "immer: in allen ", " gleich langen Zeiten (Quadrate).", nil)
    }
    let read = isRead ? "die Tage, die als Test gelten," : "ein Test"
    return (
      "Von ", " Zeiten, so lang wie \(read) und ohne \(name), war es in ",
      " ebenso schlecht (Quadrate). Sonst war es besser (Punkte)."
    )
  }
  var windowsNote: String { "Die kleinen Zeichen sagen nicht, wie oft die Antwort falsch ist." }
  var windowsDetailNote: String {
    "Quadrate: Ihr Anstieg war mindestens so groß wie der mittlere Anstieg der Tests. Die Fenster "
      + "überlappen sich und zählen daher weniger als ebenso viele Tests. Das ist nicht die "
      + "Wahrscheinlichkeit, dass das Urteil falsch ist."
  }
  var hundredCaption: (String, String) {
    (
      "Denken Sie an 100 Menschen mit einem Tagebuch wie Ihrem. Bei ",
      " von ihnen wäre dies ein Auslöser."
    )
  }
  func hundredJoint(_ names: [String]) -> (String, String) {
    (
      "Denken Sie an 100 Menschen mit einem Tagebuch wie Ihrem. Bei ",
      " von ihnen wäre mindestens eines ein Auslöser: \(list(names))."
    )
  }
  var hundredNote: String {
    "Die Zahlen von Menschen sind an erfundenen Tagebüchern geprüft, noch nicht an Kranken."
  }

  // MARK: Hours after eating

  func lagTitle(_ group: GroupID) -> String {
    "\(name(group)): Anstieg der Beschwerden nach Stunden"
  }
  func lagDescription(_ peak: GroupResult.PeakHours?, _ worst: [Double]) -> String {
    let start = "Eine Linie über die vier Tage nach dem Essen. "
    guard let peak else { return start + "Die Reaktionszeiten stehen in der Tabelle danach." }
    return start
      + "Am stärksten ist es etwa \(wholeHours(worst))\(hoursAfter(peak.median)), Bereich \(number(peak.low, decimals: 0)) bis \(number(peak.high, decimals: 0))."
  }
  func lagPeak(_ hours: [Double]) -> String {
    "am stärksten: etwa \(wholeHours(hours)) Std."
  }
  var lagCaption: (String, String, String) {
    (
      "Nach oben: der Anstieg in Punkten, falls es ein Auslöser ist. Nach rechts: Stunden nach einer "
        + "Portion. Alle Reaktionszeiten zählen so viel, wie sie passen. Raute und Balken: die "
        + "stärkste Zeit und ihr Bereich. Gegessen an ",
      " Tag.", " Tagen."
    )
  }

  // MARK: Doses

  func doseTitle(_ group: GroupID) -> String { "\(name(group)): Mengen und was darauf folgte" }
  func doseDescription(above: Int, within: Int) -> String {
    "Ein Zeichen für jeden Tag mit einer Menge, auf der Höhe des höchsten Werts danach, 0 bis 10. "
      + "Über dem üblichen Bereich: \(above). Darin: \(within). Alle Werte stehen in der Tabelle "
      + "danach."
  }
  func doseCaption(_ unit: String, days: Int, isScaled: Bool) -> String {
    "Nach oben: die höchste \(isMean ? "mittlere Beschwerde" : "Beschwerde") nach einer Menge, 0–10, "
      + "an \(count(days, "Tag", "Tagen")). Nach rechts: die Menge des Tages, \(unit)"
      + (isScaled ? ", jeder Schritt der gleiche Faktor" : "")
      + ". Raute: über dem üblichen Bereich (dem Band). Ring: darin."
  }

  // MARK: Calendar

  var weekdays: [String] { ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"] }
  var calendarTitle: String { "Kalender der Beschwerden" }
  func calendarName(_ first: CivilDate, _ last: CivilDate) -> String {
    "\(theDayValue.capitalizedFirst) jedes Tages, \(period(first, last))"
  }
  func calendarDescription(values: Int, of days: Int) -> String {
    "Ein Quadrat für jeden Tag, größer und dunkler, wo die Beschwerden stärker waren. \(values) von "
      + "\(count(days, "Tag", "Tagen")) \(values == 1 ? "hat" : "haben") einen Wert. Alle Werte stehen in der Tabelle unter „\(timelineTitle)“."
  }
  var calendarScale: String { "\(dayValue), 0–10:" }
  var calendarMissing: String { "kein Eintrag zu Beschwerden" }
  var calendarEaten: String { " gegessen" }
  var calendarCut: String { "Hier stehen nur die letzten zwei Jahre." }
}
