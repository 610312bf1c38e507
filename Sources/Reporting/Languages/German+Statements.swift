// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

/// What the analysis says as codes with arguments (`docs/analysis.md`, section 11): why, and what next.
extension German {
  func reason(_ sentence: String, _ code: Statement?) -> String {
    guard let code else { return sentence }
    return numbered(code) ?? Self.reasons[code.code] ?? sentence
  }

  /// The reasons without arguments.
  private static let reasons = [
    "not-eaten": "Kein Eintrag zeigt, dass es gegessen wurde.",
    "possible-foods-only": "Gegessen wurde nur, was es möglicherweise enthält.",
    "eaten-on-excluded-days":
      "Es wurde nur an Tagen gegessen, die bei keinem Vergleich mitzählen.",
    "no-symptom-entries": "Das Tagebuch hat keine Einträge zu Beschwerden.",
    "worst-symptom-constant":
      "Die stärkste Beschwerde ist immer gleich stark. Darum sieht man nicht, ob sie sich mit dem "
      + "Essen ändert.",
    "symptoms-constant":
      "Alle Werte für Beschwerden sind gleich. Darum sieht man nicht, ob sie sich mit dem Essen "
      + "ändern.",
    "eaten-always":
      "Es wurde an fast jedem Tag, für den Essen notiert ist, in fast gleicher Menge gegessen. Darum gibt "
      + "es keine Tage zum Vergleichen.",
    "small-portions-only":
      "Es ist keine Beschwerde notiert, aber auch nie eine ganze Portion auf einmal.",
    "no-answer": "Das Modell gab für dieses Tagebuch keine Antwort.",
    "no-observed-portion":
      "Keine übliche Portion mit zwei Werten für Beschwerden in den 72 Stunden danach.",
    "no-value-after-it": "In den Stunden nach dem Essen steht kein Wert für Beschwerden.",
  ]

  /// The reasons with arguments.
  private func numbered(_ code: Statement) -> String? {
    func days(_ name: String) -> String { count(code.whole(name), "Tag", "Tagen") }
    switch code.code {
    case "tests-followed": return followed(code)
    case "named-by-gate":
      let why =
        switch code.text("gate") {
        case "possible-immediate-allergy":
          "Es wurde in den zwei Stunden vor einem Zeichen einer Soforttyp-Allergie gegessen"
        case "known-allergy": "Eine Allergie dagegen ist bekannt"
        default: "Es kann auch ohne Beschwerden schaden"
        }
      return why + ". Tage ohne Anstieg der Beschwerden zeigen darum nicht, dass man es essen kann."
    case "false-alarms":
      return "Von \(count(code.whole("windows"), "Zeitfenster", "Zeitfenstern")) dieser Länge ohne "
        + "Test: \(code.whole("worse")) ebenso schlecht."
    case "other-factors":
      return "Andere Einflüsse zu diesen Zeiten: \(list(code.texts("factors").map(confounder)))."
    case "chance":
      return "Zusammen mit allen anderen Lebensmitteln und Einflüssen gewichtet liegt die "
        + "Wahrscheinlichkeit eines Anstiegs, gleich wie groß, bei "
        + "\(hundredths(code.number("probability") ?? 0)) von 100."
    case "no-test-compared":
      return
        "Es wurde an \(days("days")) gegessen; kein Test ließ sich für sich allein vergleichen."
    case "possible-foods-on-days":
      return "Gegessen wurde nur, was es möglicherweise enthält, an \(days("days"))."
    case "eaten-before-only":
      return
        "Es wurde an \(days("days")) gegessen, bevor es weggelassen wurde, und danach nicht mehr."
    case "eaten-without-any-symptom":
      return
        "Es wurde \(code.whole("times"))-mal in üblicher Portion gegessen, und das Tagebuch nennt "
        + "gar keine Beschwerde."
    case "eaten-after-event":
      return "Es wurde nur nach diesem Ereignis gegessen: \(confounder(code.text("event") ?? ""))."
    case "few-values":
      return
        "Das Tagebuch hat \(count(code.whole("values"), "Wert", "Werte")) für Beschwerden, die man "
        + "vergleichen kann; nötig sind \(code.whole("needed"))."
    case "unknown-foods":
      return
        "An \(hundredths(code.number("share") ?? 0)) % der Tage mit Essen wurde ein Lebensmittel "
        + "nicht verstanden. Es kann also unbemerkt gegessen worden sein."
    case "eaten-together":
      return "Es wurde fast immer zusammen gegessen mit: \(groups(code.texts("groups")))."
    case "one-of-set": return oneOfSet(code)
    case "beside-another":
      return
        "Fällt nur eine Gruppe auf, braucht es \(hundredths(code.number("alone") ?? 0.75)) von 100. "
        + "Hier reichen \(hundredths(code.number("beside") ?? 0.63)) von 100, weil eine andere Gruppe "
        + "auch so viel erreicht: Zwei falsche Alarme in einem Tagebuch sind selten."
    default: return nil
    }
  }

  private func followed(_ code: Statement) -> String {
    let (followed, tests) = (code.whole("followed"), code.whole("tests"))
    let mean = code.number("mean") ?? 0
    let points = amount(code.number("points") ?? 1)
    let start =
      tests == 1
      ? "Auf den einzigen vergleichbaren Test folgten \(followed == 1 ? "" : "keine ")Beschwerden"
      : "Auf \(share(followed, of: tests)) vergleichbaren Tests folgten Beschwerden"
    let difference =
      mean.magnitude < 0.05
      ? "ebenso hoch wie"
      : "\(number(mean.magnitude, decimals: mean.decimalsBelowRelevance)) Punkte \(mean < 0 ? "niedriger" : "höher") als"
    return
      "\(start), die mindestens \(points) \(points == "1" ? "Punkt" : "Punkte") höher waren; im "
      + "Mittel waren sie \(difference) an den Vergleichstagen."
  }

  private func share(_ number: Int, of total: Int) -> String {
    guard number == total else { return "\(numeral(number)) von \(numeral(total))" }
    return total == 2 ? "beide" : "alle \(numeral(total))"
  }

  private func numeral(_ number: Int) -> String {
    let words = [
      "keinen", "einen", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn",
    ]
    return words.indices.contains(number) ? words[number] : "\(number)"
  }

  private func oneOfSet(_ code: Statement) -> String {
    let names = code.texts("groups")
    let share = hundredths(code.number("probability") ?? 0)
    let least = names.count > 2 && !share.hasPrefix("mehr") ? "mindestens " : ""
    return "Mindestens eines davon wirkt mit einer Wahrscheinlichkeit von \(least)\(share) %: "
      + "\(groups(names)). Welches, kann das Tagebuch nicht sagen."
  }

  /// Groups by their identifiers in a list.
  func groups(_ identifiers: [String]) -> String {
    list(identifiers.map { inner(GroupID(rawValue: $0)) })
  }

  // MARK: What next

  func nextStep(_ result: GroupResult) -> String {
    guard let code = result.nextStepCode else { return result.nextStep }
    let first = code.text("first") == "coeliac-test" ? coeliacFirst + " " : ""
    return first + (step(code) ?? result.nextStep)
  }

  private func step(_ code: Statement) -> String? {
    switch code.code {
    case "separate":
      return "Testen Sie \(groups(code.texts("group"))) für sich allein "
        + "(\(food(code.text("food") ?? ""))). Lassen Sie es vorher drei Tage lang weg. Essen Sie dann "
        + "an drei Tagen eine kleine, eine mittlere und eine übliche Portion."
    case "stay-at-dose":
      let dose = code.number("dose") ?? 0
      if code.text("unit") == "portions" {
        return "Bleiben Sie vorerst bei höchstens \(atMost(dose)) am Tag. Testen Sie in einigen "
          + "Wochen etwas mehr."
      }
      return "Bleiben Sie vorerst bei höchstens \(amount(dose)) "
        + "\(unit(code.text("unit") ?? "", dose)) am Tag. Testen Sie in einigen Wochen etwas mehr."
    case "gluten-week":
      return "Führen Sie es für sich allein wieder ein: eine Woche lang etwa "
        + "\(amount(code.number("grams") ?? 8)) g Gluten am Tag, nach einer Woche ohne. Notieren Sie "
        + "jeden Tag Ihre Beschwerden."
    default: return Self.nextSteps[code.code]
    }
  }

  private static let nextSteps = [
    "repeat-once":
      "Wiederholen Sie den Test einmal, nach mindestens drei Tagen ohne. Ein zweiter Test "
      + "macht die Antwort viel sicherer.",
    "repeat-alone":
      "Wiederholen Sie den Test nach mindestens drei Tagen ohne. Essen Sie an diesen Tagen "
      + "sonst nichts Neues.",
    "leave-out-for-now":
      "Lassen Sie es vorerst weg, und testen Sie in einigen Wochen eine halbe Portion.",
    "leave-out-then-less":
      "Lassen Sie es vorerst weg. Testen Sie in einigen Wochen ein Viertel der kleinsten Menge, nach der "
      + "Beschwerden kamen.",
    "test-with-certain-food":
      "Testen Sie es für sich allein: drei Tage mit einer kleinen, einer mittleren und einer üblichen "
      + "Portion von etwas, das es sicher enthält. Notieren Sie Ihre Beschwerden an diesen und den drei "
      + "Tagen danach.",
    "test-once-more":
      "Testen Sie es noch einmal für sich allein: an drei Tagen eine kleine, eine mittlere und eine "
      + "übliche Portion. Notieren Sie Ihre Beschwerden an diesen und den drei Tagen danach.",
    "keep-eating": "Essen Sie es weiter; ein weiterer Test ist nicht nötig.",
    "bring-back":
      "Führen Sie es für sich allein wieder ein: an drei Tagen eine kleine, eine mittlere und "
      + "eine übliche Portion.",
    "leave-out-then-bring-back":
      "Lassen Sie es zwei Wochen lang weg. Essen Sie es dann drei Tage lang wieder, und notieren Sie "
      + "jeden Tag Ihre Beschwerden.",
    "note-symptoms":
      "Notieren Sie vor dem nächsten Test jeden Tag Ihre Beschwerden; schreiben Sie 0, wo "
      + "keine sind.",
  ]

  func testFood(_ separation: AnalysisResults.Separation) -> String { food(separation.testFood) }

  private func food(_ text: String) -> String {
    if let name = Self.testFoods[text] { return name }
    let (start, end) = ("a food that holds ", " and none of the others")
    guard text.hasPrefix(start), text.hasSuffix(end) else { return text }
    let group = text.dropFirst(start.count).dropLast(end.count)
    return "ein Lebensmittel, das nur dies davon enthält: \(groups([String(group)]))"
  }

  /// The foods of `Separability`.
  static let testFoods = [
    "onion or garlic": "Zwiebel oder Knoblauch",
    "lactose powder in water": "Milchzucker-Pulver in Wasser",
    "hard cheese or lactose-free milk": "Hartkäse oder laktosefreie Milch",
    "seitan, which is gluten without fructan": "Seitan, also Gluten ohne Fruktane",
    "canned lentils or chickpeas": "Linsen oder Kichererbsen aus der Dose",
    "firm tofu, which is low in galacto-oligosaccharides":
      "fester Tofu, der wenig Galakto-Oligosaccharide enthält",
    "sorbitol sweets or blackberries": "Bonbons mit Sorbit oder Brombeeren",
    "button mushrooms": "Champignons", "honey": "Honig", "a boiled egg": "ein gekochtes Ei",
    "black coffee": "Kaffee ohne Milch",
    "a clear spirit, well diluted": "ein klarer Schnaps, gut verdünnt",
    "tinned tuna": "Thunfisch aus der Dose", "boiled potato": "gekochte Kartoffeln",
    "plain corn grits": "Maisgrieß", "yeast flakes": "Hefeflocken",
    "chilli flakes": "Chiliflocken", "a table-top sweetener": "ein Tafelsüßstoff",
    "fresh white fish": "frischer weißer Fisch", "plain prawns": "Garnelen natur",
    "plain mussels": "Muscheln natur", "plain peanuts": "Erdnüsse ohne Zusätze",
    "plain almonds": "Mandeln ohne Zusätze", "plain sesame seeds": "Sesamsamen",
    "plain mustard seeds": "Senfkörner", "plain celery": "Sellerie",
    "lupin flour": "Lupinenmehl", "sulphured dried apricots": "geschwefelte Trockenaprikosen",
    "garlic": "Knoblauch",
  ]
}

extension Statement {
  /// The count of that name; 0 where there is none.
  func whole(_ name: String) -> Int {
    guard let value = number(name), value.isFinite else { return 0 }
    return Int(min(max(value.rounded(), -1e15), 1e15))
  }
}
