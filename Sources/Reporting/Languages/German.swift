// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

/// The German catalogue.
///
/// It says "Sie". The patient's parts keep to short sentences and everyday words; the parts for
/// professionals use the terms of German dietetics.
struct German: Catalogue {
  let language = "de"
  let writesDecimalComma = true
  var labels: [String: String] = [:]
  var isMean = false
  var eatsGluten = true
  var isCoeliacOpen = false

  /// What the outcome of a day is, without and with the article.
  var dayValue: String { isMean ? "mittlere Beschwerde" : "stärkste Beschwerde" }
  var theDayValue: String { "die " + dayValue }

  // MARK: Numbers and dates

  func date(_ date: CivilDate) -> String {
    let (year, month, day) = date.parts
    return NumberText.date(day, ". ", Self.name(of: month, in: Self.months), year)
  }

  func shortDate(_ date: CivilDate) -> String {
    let (_, month, day) = date.parts
    return NumberText.date(day, ". ", Self.name(of: month, in: Self.shortMonths))
  }

  func chartDate(_ date: CivilDate) -> String { "\(date.day).\(date.month)." }

  func chartMonth(_ number: Int) -> String {
    String(Self.name(of: number, in: Self.months).prefix(3))
  }

  func period(_ start: CivilDate, _ end: CivilDate) -> String {
    if start == end { return date(start) }
    if start.year == end.year, start.month == end.month {
      return "\(start.day).–\(date(end))"
    }
    return start.year == end.year
      ? "\(shortDate(start)) – \(shortDate(end)) \(end.year)" : "\(date(start)) – \(date(end))"
  }

  func dayOfMonth(_ day: Int) -> String { "\(day)." }

  func shortPeriod(_ start: CivilDate, _ end: CivilDate) -> String {
    start.year == end.year && start.month == end.month
      ? "\(start.day).–\(shortDate(end))" : "\(shortDate(start)) – \(shortDate(end))"
  }

  private static let months = [
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
    "November", "Dezember",
  ]

  private static let shortMonths = [
    "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez.",
  ]

  private static func name(of month: Int, in names: [String]) -> String {
    names.indices.contains(month - 1) ? names[month - 1] : "?"
  }

  func hundredths(_ share: Double) -> String {
    if share < 0.01 { return "weniger als 1" }
    if share > 0.99 { return "mehr als 99" }
    return NumberText.fixed(share * 100, decimals: 0)
  }

  /// A count and its noun in the case that the sentence asks for.
  func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }

  func list(_ items: [String]) -> String { list(items, last: and) }

  /// The same with another word before the last: ` oder `.
  private func list(_ items: [String], last link: String) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + link + last
  }

  func either(_ names: [String]) -> String { list(names, last: or) }

  // MARK: Header

  let reportTitle = "Bericht zur Wiedereinführung von Lebensmitteln"
  let skipLink = "Zum Bericht springen"
  let contents = "In diesem Bericht"
  let participant = "Tagebuch von"
  let noParticipant = "ohne Namen"
  let periodLabel = "Zeitraum"
  let loggedLabel = "Tage mit Einträgen"
  let outcomeLabel = "Beurteilt nach"

  func logged(_ period: AnalysisResults.Period) -> String {
    "\(period.loggedDays) von \(period.days)"
  }

  func loggedLine(_ period: AnalysisResults.Period) -> String {
    "\(period.loggedDays) von \(count(period.days, "Tag", "Tagen")) mit Einträgen"
  }

  /// In the dative, as it follows "Beurteilt nach".
  func outcome(_ outcome: AnalysisResults.Outcome) -> String {
    if outcome.symptoms.isEmpty { return "keiner Beschwerde in diesem Tagebuch" }
    return outcome.name == "overall"
      ? "der \(isMean ? "mittleren" : "stärksten") Beschwerde jedes Tages"
      : outcome.name.shortened(to: 60)
  }

  // MARK: The answer

  let answerNothingStoodOut = "Kein Lebensmittel in diesem Tagebuch fiel auf."
  let answerNoGroups = "In diesem Tagebuch steht keine Gruppe, die man beurteilen kann."
  let answerNoDays = "In diesem Tagebuch steht kein Tag, den man beurteilen kann."
  let answerNoOutcome =
    "In diesem Tagebuch stehen keine Beschwerden. So kann man kein Lebensmittel beurteilen."
  let answerNotYet = "Dieses Tagebuch kann die Frage noch nicht beantworten."

  func answerLikely(_ names: [String], count: Int) -> String {
    count == 1
      ? "Eine Gruppe fiel auf: \(list(names))." : "\(count) Gruppen fielen auf: \(list(names))."
  }

  func answerLikelySet(_ names: [String]) -> String {
    "Beschwerden folgten auf: \(list(names)). Dieses Tagebuch kann sie nicht auseinanderhalten."
  }

  func answerPossible(_ names: [String]) -> String {
    "Kein Lebensmittel fiel klar auf. Vielleicht spielt mit: \(list(names))."
  }

  func answerDetail(likely: Int, possible: [String], tolerated: Int, notClear: Int) -> String {
    var parts: [String] = []
    if likely > 0 { parts.append("Danach waren die Beschwerden stärker als sonst.") }
    if likely > 0, !possible.isEmpty { parts.append("Weniger sicher: \(list(possible)).") }
    if tolerated > 0 {
      parts.append(
        "\(count(tolerated, "Gruppe wurde", "Gruppen wurden")) bisher gut vertragen.")
    }
    if notClear > 0 {
      parts.append("Bei \(count(notClear, "Gruppe", "Gruppen")) ist die Antwort noch nicht klar.")
    }
    return parts.joined(separator: " ")
  }

  func more(_ number: Int) -> String { "\(number) weitere" }
  let and = " und "
  let or = " oder "

  // MARK: Sections

  let safetyTitle = "Bitte zuerst lesen"
  let patientPart = "Für Sie"
  let clinicPart = "Für Ihre Ernährungsfachkraft oder Ihren Arzt"
  let morePart = "Die Einzelheiten"
  let sawTitle = "Was Sie getestet haben und was danach kam"
  let keepTitle = "Was Sie weiter essen können"
  let verdictsTitle = "Was das Tagebuch zeigt"
  let openTitle = "Was offen blieb"
  let timelineTitle = "Das ganze Tagebuch in einem Bild"
  let exceptionsTitle = "Was beim Lesen wichtig ist"
  let nextTitle = "Was Sie als Nächstes besprechen können"
  let doctorTitle = "Wann Sie zum Arzt gehen sollten"
  let othersTitle = "Was sonst noch gegessen wurde"
  let groupsTitle = "Jede Gruppe einzeln"
  let symptomsTitle = "Jede Beschwerde einzeln"
  let methodTitle = "Methode und Daten"
  let glossaryTitle = "Begriffe in diesem Bericht"
  let referencesTitle = "Quellen"
  let showTable = "Zahlen zeigen"
  let timelineLink = "Verlauf"
  let viewsLabel = "Was gezeigt wird"
  let dietitianView = "Für Ihre Ernährungsfachkraft"
  let wholeView = "Alles"
  let sourceRows = "Wo das im Tagebuch steht"

  let disclaimer =
    "Dieser Bericht ordnet die Einträge eines Tagebuchs und fasst sie zusammen, für das Gespräch mit "
    + "einer Ernährungsfachkraft oder einem Arzt. Er stellt keine Diagnose, er überwacht nicht und "
    + "behandelt nicht."
}
