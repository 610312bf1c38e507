// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

extension German {
  // MARK: Safety

  func safety(_ gate: String) -> (title: String, advice: String) {
    Self.gates[gate]
      ?? (
        gateName(gate),
        "Sprechen Sie darüber mit Ihrem Arzt oder Ihrer Ernährungsfachkraft, bevor Sie Ihre Ernährung "
          + "ändern."
      )
  }

  private static let gates: [String: (String, String)] = [
    "row-not-read": (
      "Etwas über Sie war nicht lesbar",
      "In Ihrem Tagebuch steht eine Zeile, die dieses Programm nicht lesen kann. Darin kann stehen, dass "
        + "Lebensmittel-Tests für Sie nicht sicher sind. Berichtigen Sie die Zeile und erstellen Sie den "
        + "Bericht neu, oder fragen Sie Ihren Arzt vor jedem Test."
    ),
    "possible-immediate-allergy": (
      "Mögliche Soforttyp-Allergie",
      "Essen Sie nicht noch einmal, was Sie davor gegessen haben. Bitten Sie Ihren Arzt um eine "
        + "Überweisung in eine Allergie-Sprechstunde. Wenn Sie schlecht Luft bekommen oder Hals oder "
        + "Zunge anschwellen: Rufen Sie sofort den Notruf 112."
    ),
    "known-allergy": (
      "Eine bekannte Allergie, FPIES oder Asthma mit Verdacht auf ein Lebensmittel",
      "Testen Sie diese Lebensmittel nur unter ärztlicher Aufsicht."
    ),
    "avoided-allergen": (
      "Ein Lebensmittel, das lange weggelassen wurde",
      "Nach langer Zeit ohne ein Lebensmittel kann der Körper stärker darauf reagieren. Holen Sie "
        + "ärztlichen Rat, bevor Sie es zum ersten Mal wieder probieren."
    ),
    "care-team": (
      "Nur mit Ihrem Behandlungsteam",
      "In Ihrem Tagebuch steht etwas, weshalb Ernährungstests eine Sache für Ihr Behandlungsteam sind. "
        + "Lassen Sie ohne dieses Team nichts weg und führen Sie nichts wieder ein."
    ),
    "red-flags": (
      "Gehen Sie zum Arzt",
      "In Ihrem Tagebuch stehen Zeichen, die ein Arzt ansehen sollte. Das Essen ist nicht die erste "
        + "Frage."
    ),
    "swallowing": (
      "Essen bleibt stecken, oder das Schlucken fällt schwer",
      "Das kann eine entzündete Speiseröhre sein (eosinophile Ösophagitis). Nur eine Gewebeprobe kann "
        + "das klären. Gehen Sie zuerst zum Arzt."
    ),
    "coeliac-not-excluded": (
      "Zöliakie ist nicht ausgeschlossen",
      "Bluttests auf Zöliakie gelingen nur, solange Sie Gluten essen: in mehr als einer Mahlzeit am "
        + "Tag, 6 Wochen lang (NICE NG20). Sprechen Sie mit Ihrem Arzt, bevor Sie ändern, wie viel "
        + "Gluten Sie essen."
    ),
    "fasting": (
      "Fasten von einem Tag oder länger",
      "Diese Tage und die 48 Stunden danach zählen bei keinem Vergleich mit. Fangen Sie langsam wieder "
        + "an zu essen, und lassen Sie sich dabei beraten."
    ),
    "long-elimination": (
      "Eine strenge Auslassphase von mehr als 8 Wochen",
      "Das ist länger, als so eine Phase dauern soll. Planen Sie mit einer Ernährungsfachkraft, wie Sie "
        + "Lebensmittel wieder einführen."
    ),
  ]

  func safetyFurther(_ count: Int) -> String {
    "\(self.count(count, "weiteres Zeichen", "weitere Zeichen")) zeigen"
  }
  var safetyEvidence: String { "Das steht in Ihrem Tagebuch: " }
  var safetyRows: String { "Zeilen: " }
  var eatenBeforeHours: String { "In den 2 Stunden davor gegessen: " }
  var eatenBeforeDay: String { "An diesem Tag gegessen, ohne Uhrzeit: " }
  var safetyWithholdsAll: String {
    "Darum schlägt dieser Bericht keine neuen Tests zu Hause vor."
  }
  func safetyWithholds(_ names: [String]) -> String {
    "Darum schlägt dieser Bericht keine neuen Tests zu Hause vor mit: \(list(names))."
  }

  // MARK: Keep, open, next

  var keepIntro: String {
    "Davon haben Sie genug gegessen, und die Beschwerden nahmen nicht zu. Essen Sie es weiter. Das "
      + "Ziel ist, so bunt wie möglich zu essen."
  }
  var keepNone: String {
    "Noch ist keine Gruppe so gut getestet, dass sie bleiben kann. Das heißt nicht, dass diese "
      + "Lebensmittel schlecht für Sie sind."
  }
  func keepNote(_ group: GroupID) -> String? {
    group.rawValue == "alcohol"
      ? "Hier geht es nur um Beschwerden. Es ist kein Grund, mehr zu trinken." : nil
  }
  var keepForCoeliacTest: String {
    "Mit Gluten nahmen die Beschwerden nicht zu. Essen Sie Gluten weiter, bis die Tests auf Zöliakie "
      + "gemacht sind. Ohne Gluten können sie die Krankheit übersehen."
  }
  var noGlutenForCoeliacTest: String {
    "In den letzten \(Thresholds.glutenDays) Tagen Ihres Tagebuchs steht kein sicheres Gluten. Fangen Sie "
      + "nicht allein wieder damit an. Die Tests brauchen Gluten: Fragen Sie Ihren Arzt nach einer "
      + "Glutenbelastung."
  }
  var keepWithheld: String {
    "Essen Sie davon weiter wie bisher. Fragen Sie Ihren Arzt vor jedem neuen Test damit."
  }
  var keepSomeWithheld: String { "Bei manchen ist Vorsicht nötig: siehe „\(safetyTitle)“." }
  var keepHeldBack: String {
    "Fragen Sie dazu zuerst Ihren Arzt (siehe „\(safetyTitle)“):"
  }
  var keepAlso: String { "Auch das haben Sie gegessen, und die Beschwerden nahmen nicht zu: " }
  var keepOnly: String { "Das haben Sie nebenbei gegessen: " }
  func keepBeside(_ name: String) -> String {
    "Aber viele dieser Lebensmittel enthalten auch \(name). Nehmen Sie solche ohne."
  }
  var keepUpTo: String { "Bisher gut vertragen, bis zu " }
  var perDay: String { " am Tag" }

  // MARK: What was tried and seen

  var triedAsked: String { "Ihre Frage galt: " }
  var triedBoth: String { "Das haben Sie weggelassen und getestet: " }
  var triedLeftOut: String { "Das haben Sie weggelassen: " }
  var triedTested: String { "Das haben Sie getestet: " }
  var sawWithheld: String {
    "Testen Sie das nicht noch einmal allein. Sprechen Sie zuerst mit Ihrem Arzt."
  }
  func sawMeaning(_ verdict: Verdict, isShown: Bool, isWithheld: Bool) -> String {
    if verdict == .likelyTrigger {
      return "Danach nahmen Ihre Beschwerden zu. Zufall allein erklärt das nicht gut."
    }
    guard isShown else {
      return "Die Tests zeigten es nicht, aber das Tagebuch kann es nicht ausschließen."
    }
    return "Danach nahmen Ihre Beschwerden vielleicht zu."
      + (isWithheld ? "" : " Es kann noch Zufall sein.")
  }
  func sawRise(_ verdict: Verdict) -> (String, String) {
    verdict == .likelyTrigger
      ? ("Sie waren um ", " höher auf der Skala von 0 bis 10.")
      : ("Wenn es die Ursache ist, dann um ", " auf der Skala von 0 bis 10.")
  }
  var sawFrom: String { "Sie nahmen zu ab " }
  var sawWhich: String { "Welches davon es ist, kann dieses Tagebuch nicht sagen." }

  func sawNothing(_ isNull: Bool) -> [String] {
    isNull
      ? [
        "Kein Lebensmittel in diesem Tagebuch fiel auf. Das ist eine echte Antwort, und eine gute: "
          + "Vielleicht müssen Sie nichts weglassen.",
        "Das heißt nicht, dass Ihre Beschwerden nicht echt sind. Etwas anderes kann dahinter stecken. "
          + "Zeigen Sie diesen Bericht Ihrem Arzt oder Ihrer Ernährungsfachkraft.",
      ]
      : [
        "Dieses Tagebuch kann noch nicht sagen, was Ihnen guttut. Schreiben Sie jeden Tag auf, was Sie "
          + "essen und wie es Ihnen geht. Tun Sie das auch an guten Tagen."
      ]
  }

  func sawUnsettled(_ names: [String]) -> String {
    "Kein Lebensmittel fiel klar auf. Doch Ihre Beschwerden können damit zu tun haben: \(list(names)). "
      + "Das ist noch offen. Schreiben Sie auf, wann Sie etwas weglassen und wann Sie es testen: Das hilft."
  }

  var sawNothingWithheld: String {
    "In den Zahlen fiel kein Lebensmittel auf. Das ist keine Antwort auf das, was unter "
      + "„\(safetyTitle)“ steht. Sprechen Sie darüber zuerst mit Ihrem Arzt."
  }

  func rise(_ value: Double) -> String {
    let halves = (min(max(value, 0), 1000) * 2).rounded()
    switch halves {
    case 0: return "weniger als einen halben Punkt"
    case 1: return "etwa einen halben Punkt"
    case 2: return "etwa 1 Punkt"
    default: return "etwa \(amount(halves / 2)) Punkte"
    }
  }

  /// In the dative, as it follows "ab" and "bis zu".
  func rough(_ value: Double, _ unit: String, _ rule: FloatingPointRoundingRule) -> String {
    switch unit {
    case "portions": measures(value, "Portion", "Portionen", "einer", rule)
    case "g lactose": measures(value / 12, "Glas Milch", "Gläsern Milch", "einem", rule)
    case "g caffeine": measures(value / 0.09, "Tasse Kaffee", "Tassen Kaffee", "einer", rule)
    case "g alcohol":
      measures(value / 12, "kleinen Glas Wein", "kleinen Gläsern Wein", "einem", rule)
    default:
      "etwa " + amount(value.roundedDose(rule)) + " " + doseUnit(unit)
    }
  }

  /// Portions as an upper bound, in the dative: `einer halben Portion`.
  func atMost(_ portions: Double) -> String {
    let text = measures(portions, "Portion", "Portionen", "einer", .down)
    return text.hasPrefix("etwa ") ? String(text.dropFirst(5)) : text
  }

  private func measures(
    _ value: Double, _ one: String, _ many: String, _ article: String,
    _ rule: FloatingPointRoundingRule
  ) -> String {
    switch value.inMeasures(rule) {
    case 0: "einem kleinen Teil von \(article) \(one)"
    case 0.25: "etwa einem Viertel von \(article) \(one)"
    case 0.5: "etwa \(article) halben \(one)"
    case 0.75: "etwa drei Vierteln von \(article) \(one)"
    case 1: "etwa \(article) \(one)"
    case 1.5: "etwa anderthalb \(many)"
    case let some: "etwa \(amount(some)) \(many)"
    }
  }

  var doctorNoted: String {
    "Eines dieser Zeichen steht in Ihrem Tagebuch. Warten Sie nicht: siehe „\(safetyTitle)“."
  }
  var doctor: [String] {
    [
      "Gehen Sie bald zum Arzt, wenn Sie ungewollt abnehmen, Blut im Stuhl sehen, Fieber haben oder "
        + "nachts von Ihren Beschwerden aufwachen. Gehen Sie auch, wenn Essen stecken bleibt, das "
        + "Schlucken schwer fällt oder ein Test Blutarmut zeigt. Sind Sie über 60? Dann gehen Sie, wenn "
        + "der Stuhl sechs Wochen lang weicher ist.",
      "Rufen Sie sofort den Notruf 112, wenn Hals oder Zunge anschwellen, wenn Sie schlecht Luft "
        + "bekommen oder wenn Sie ohnmächtig werden.",
    ]
  }

  // MARK: The dietitian's page

  func eatenAlong(_ verdict: Verdict) -> String {
    "Nebenbei gegessen, \(word(verdict)):"
  }
  var eatenAlongHeldBack: String { "Nebenbei gegessen, in einem Sicherheitshinweis genannt:" }
  var gateWithholdsAll: String { "Es werden keine Tests zu Hause vorgeschlagen." }
  func gateWithholds(_ names: [String]) -> String {
    "Keine Tests zu Hause vorgeschlagen mit: \(few(names, limit: 6))."
  }
  var othersIntro: String {
    "Diese Gruppen wurden nicht gezielt getestet. Die Wahrscheinlichkeit eines Anstiegs ist zusammen "
      + "mit allen anderen Lebensmitteln gewichtet."
  }
  var othersCaption: String { "Andere Gruppen" }
  var othersHeads: [String] {
    [
      "Gruppe", "Urteil", "Wahrscheinlichkeit eines Anstiegs", "Tage gegessen",
      "Höchste Tagesmenge, Portionen",
    ]
  }
  func othersMore(_ number: Int) -> String { "\(number) weitere zeigen" }
  var othersWhy: String { "Gründe zeigen" }

  var openNothingTested: String { "In diesem Tagebuch wurde keine Gruppe getestet." }
  var openNone: String { "Für jede getestete Gruppe gibt es eine Antwort." }
  func inseparable(_ names: [String]) -> String {
    "\(list(names)) wurden zur selben Zeit gegessen. Das Tagebuch kann nicht sagen, was davon zählt."
  }
  func separatingTest(group: String) -> (String, String) {
    ("Ein Test brächte Klarheit: ", " – das enthält \(group) und nichts von den anderen.")
  }
  func separationAskFirst(group: String, withheld: [String]) -> (String, String) {
    (
      "Fragen Sie zuerst Ihren Arzt, denn Tests werden hier zurückgehalten (\(list(withheld))). Mehr "
        + "sagen könnte danach ein Test: ",
      " – das enthält \(group) und nichts von den anderen."
    )
  }
  var separationWithheld: String {
    "Testen Sie nichts davon noch einmal allein. Sprechen Sie zuerst mit Ihrem Arzt."
  }
  var similarity: (String, String) {
    ("Sie wurden fast an denselben Tagen gegessen: ", " von 100 gleichen sich.")
  }
  var notClearIntro: String { "Noch keine klare Antwort:" }
  func notClear(_ lack: Lack) -> String {
    switch lack {
    case .amount: "Zu wenig gegessen für eine Antwort:"
    case .sureFood: "Vielleicht gegessen, es steckt nicht immer darin:"
    case .knownFoods: "Keine Antwort, weil hier zu viele Ihrer Lebensmittel unbekannt sind:"
    }
  }
  var notTestedIntro: String { "In diesem Tagebuch nicht wieder eingeführt:" }
  var cannotIntro: String { "Nicht beurteilbar:" }

  var nextIntro: String {
    "Ideen für das Gespräch mit Ihrer Ernährungsfachkraft oder Ihrem Arzt. Immer nur ein Lebensmittel "
      + "auf einmal."
  }
  var nextLater: String { "Später, eins nach dem anderen: " }
  var nextStep: String { "Als Nächstes: " }
  var nextNone: String { "Aus diesem Tagebuch folgt kein weiterer Test." }
  var nextWithheld: String { "Manche Ideen fehlen hier mit Absicht: siehe „\(safetyTitle)“." }

  // MARK: Exceptions

  var exceptionsNone: String { "Nichts in diesem Tagebuch schränkt das Lesen ein." }
  func exceptionsMore(_ number: Int) -> String {
    "\(count(number, "weiterer Hinweis steht", "weitere Hinweise stehen")) unter „\(furtherTitle)“."
  }
  var furtherTitle: String { "Was noch wichtig ist" }
  func rowsUnread(_ unread: Int, of rows: Int) -> String {
    "\(unread) von \(count(rows, "Zeile", "Zeilen")) \(unread == 1 ? "war" : "waren") nicht lesbar; "
      + "siehe „\(methodTitle)“."
  }
  var absenceZero: String {
    "Tage mit anderen Einträgen, aber ohne Eintrag zu Beschwerden, zählen als Tage ohne Beschwerden."
  }
  var placebo: String {
    "Etwa jeder vierte Mensch reagiert auf ein Placebo, also auf eine Testspeise ohne Wirkstoff. In "
      + "einer verblindeten Studie waren es 26 %. Darum beweist ein schlechter Test wenig. Erst eine "
      + "Wiederholung macht ihn stark."
  }
}
