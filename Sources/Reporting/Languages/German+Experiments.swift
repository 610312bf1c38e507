// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

extension German {
  // MARK: Foods and measures

  /// A food by its code, as one and as several of its kind; `nil` for a food that only the user knows.
  private func experimentFood(_ code: String) -> (one: String, many: String)? {
    if code == "boiled-egg" { return ("gekochtes Ei", "gekochte Eier") }
    guard code != "own-food" else { return nil }
    let name = Self.foods[code] ?? code.shortened(to: 60).replacingHyphens
    return (name, name)
  }

  /// The foods of `ExperimentFood`, so that an amount can stand before them in any case.
  static let foods = [
    "wheat-gluten": "Weizengluten-Pulver", "lactose-free-milk": "laktosefreie Milch",
    "hard-cheese": "Hartkäse", "milk": "Milch", "lactose-powder": "Milchzucker-Pulver in Wasser",
    "tofu": "Tofu natur", "peanuts": "Erdnüsse ohne Zusätze", "almonds": "Mandeln ohne Zusätze",
    "cod": "Kabeljau", "prawns": "Garnelen natur", "mussels": "Muscheln natur",
    "sesame-seeds": "Sesamsamen", "mustard-seeds": "Senfkörner", "celery": "Sellerie",
    "lupin-flour": "Lupinenmehl", "dried-apricots": "geschwefelte Trockenaprikosen",
    "garlic": "Knoblauch", "onion": "Zwiebel", "wheat-bread": "Weizenbrot",
    "canned-lentils": "Linsen aus der Dose", "honey": "Honig", "blackberries": "Brombeeren",
    "button-mushrooms": "Champignons", "black-coffee": "Kaffee ohne Milch",
    "tinned-tuna": "Thunfisch aus der Dose", "boiled-potato": "gekochte Kartoffeln",
    "polenta": "Polenta natur", "yeast-flakes": "Hefeflocken", "chilli-flakes": "Chiliflocken",
    "table-top-sweetener": "Süßstoff",
  ]

  private static let anyFood = "ein Lebensmittel, das es enthält"

  /// A measure, of one or less and of more.
  private func measureName(_ unit: String, isOne: Bool) -> String {
    let names = [
      "cup": ("Tasse", "Tassen"), "portion": ("Portion", "Portionen"),
      "tablespoon": ("Esslöffel", "Esslöffel"), "teaspoon": ("Teelöffel", "Teelöffel"),
      "clove": ("Zehe", "Zehen"), "slice": ("Scheibe", "Scheiben"), "g": ("g", "g"),
    ]
    guard let (one, many) = names[unit] else { return unit.shortened(to: 40) }
    return isOne ? one : many
  }

  func measure(_ dose: Experiment.Dose, of food: String?) -> String {
    let number = fraction(dose.dose)
    let isOne = dose.dose <= 1
    guard let names = food.flatMap(experimentFood) else {
      return "\(number) \(measureName(dose.unit, isOne: isOne)) eines Lebensmittels, das es enthält"
    }
    if dose.unit == "piece" { return "\(number) \(isOne ? names.one : names.many)" }
    return "\(number) \(measureName(dose.unit, isOne: isOne)) \(names.one)"
  }

  func measures(_ experiment: Experiment) -> String {
    guard let last = experiment.days.last else { return "" }
    let text = measure(last, of: experiment.food)
    if Set(experiment.days.map(\.dose)).count == 1 {
      return text + " an \(count(experiment.days.count, "Tag", "Tagen"))"
    }
    return (experiment.days.dropLast().map { fraction($0.dose) } + [text]).joined(separator: " – ")
  }

  // MARK: The patient's part

  func experimentsIntro(isTelling: Bool) -> String {
    (isTelling
      ? "Diese Tests sagen am meisten."
      : "Kein Test sagt jetzt wohl viel. Diese sagen vielleicht ein wenig.")
      + " Sprechen Sie vorher mit Ihrer Ernährungsfachkraft oder Ihrem Arzt. "
      + "Machen Sie nur einen auf einmal. Hören Sie auf, wenn es Ihnen schlecht geht."
  }

  var coeliacFirst: String {
    "Wenn Sie noch nicht auf Zöliakie getestet sind: "
      + (eatsGluten
        ? "Machen Sie zuerst diesen Test, solange Sie noch Gluten essen (NICE NG20)."
        : "Fragen Sie zuerst Ihren Arzt. Dieser Test braucht Gluten (NICE NG20).")
  }

  var wheatFirst: String {
    "Fragen Sie zuerst Ihren Arzt: An Tagen ohne dies fällt auch Weizen weg, und ein Test auf Zöliakie "
      + "braucht Gluten (NICE NG20)."
  }

  func steps(_ experiment: Experiment) -> String {
    let watch = count(experiment.watchDays, "Tag", "Tage")
    if experiment.group == nil {
      return
        "Ändern Sie \(watch) lang nichts. Schreiben Sie jeden Tag auf, was Sie essen und wie es "
        + "Ihnen geht, auch an guten Tagen."
    }
    var parts = before(experiment).map { [$0] } ?? []
    switch experiment.kind {
    case "repeat": parts.append("Testen Sie es noch einmal.")
    case "higher-dose": parts.append("Probieren Sie etwas mehr als beim letzten Mal.")
    case "bring-back":
      parts.append("Sie haben es an den meisten Tagen gegessen, die Sie notiert haben.")
    default: break
    }
    parts.append("Lassen Sie es \(count(experiment.washoutDays, "Tag", "Tage")) lang weg.")
    parts.append(doseSentence(experiment))
    parts.append("Lassen Sie es danach \(watch) lang weg.")
    parts.append("Schreiben Sie jeden Tag auf, wie es Ihnen geht.")
    return parts.joined(separator: " ")
  }

  private func doseSentence(_ experiment: Experiment) -> String {
    let doses = experiment.days.map { measure($0, of: experiment.food) }
    if Set(doses).count == 1, let dose = doses.first {
      return "Nehmen Sie dann \(count(doses.count, "Tag", "Tage")) lang je \(dose)."
    }
    let names = experiment.food.flatMap(experimentFood)
    let days = experiment.days.map { dose in
      let isOne = dose.dose <= 1
      let unit = dose.unit == "piece" ? "" : " " + measureName(dose.unit, isOne: isOne)
      return "am \(dose.day + 1). Tag \(fraction(dose.dose))\(unit)"
    }
    return "Nehmen Sie dann \(names?.many ?? Self.anyFood): \(list(days))."
  }

  func waiting(_ plan: ExperimentPlan) -> String? {
    let what: String? =
      switch plan.status {
      case "wait-fast": "einem Fasten"
      case "wait-antibiotics": "einer Zeit mit Antibiotika"
      case "wait-illness": "einer Krankheit"
      case "wait-travel": "einer Reise"
      default: nil
      }
    guard let what else { return nil }
    let when = plan.waitUntil.map { "Ab dem \(date($0)) kann ein Test etwas zeigen." }
    return "Warten Sie noch mit neuen Tests. Ihr Tagebuch endet mit \(what). "
      + (when ?? "Fangen Sie an, wenn das vorbei ist und es Ihnen wieder geht wie sonst.")
  }

  // MARK: The dietitian's page

  var experimentsTitle: String { "Nächste Tests" }
  var tellsLittle: String { "Er sagt vielleicht nur wenig." }

  func experimentsNote(isTelling: Bool) -> String {
    (isTelling
      ? "Die Tests, die am meisten zeigen sollten"
      : "Keiner sollte viel zeigen; die Tests, die ein wenig zeigen")
      + ", nacheinander ab einem beliebigen Tag. Ein Gewinn von 1 "
      + "Bit klärt, was bei 50 von 100 stand."
  }
  var experimentsHeads: [String] {
    ["Gruppe", "Test", "Tage", "Wahrscheinlichkeit eines Anstiegs", "Bit"]
  }
  func experimentKind(_ experiment: Experiment) -> String {
    let kinds = [
      "first-test": "Test für sich allein", "repeat": "Wiederholung",
      "higher-dose": "höhere Menge als bisher", "separate": "trennt, was zusammen gegessen wurde",
      "bring-back": "Wiedereinführung nach langer Pause", "baseline-week": "Einträge ohne Test",
    ]
    return kinds[experiment.kind] ?? experiment.kind.shortened(to: 40).replacingHyphens
  }
  func experimentDays(_ experiment: Experiment) -> String {
    [
      (experiment.washoutDays, "ohne"), (experiment.days.count, "mit"),
      (experiment.watchDays, "beobachten"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }
  func experimentAlso(_ names: [String]) -> String { "enthält auch \(list(names))" }
  var experimentNow: String { "jetzt " }
  var experimentIfRise: String { "; mit Anstieg " }
  var experimentIfNone: String { ", ohne " }
  var noGroup: String { "Keine" }

  // MARK: The calendar

  var calendarName: String { "Nächste Lebensmittel-Tests" }
  var calendarShift: String {
    "Sie können alle diese Tage auf einen späteren Beginn verschieben. Hören Sie auf, wenn es Ihnen "
      + "schlecht geht. Wenn Sie schlecht Luft bekommen oder Hals oder Zunge anschwellen: Rufen Sie "
      + "sofort den Notruf 112."
  }
  func calendarWashout(_ name: String) -> String { "Heute ohne \(name)" }
  func calendarDose(_ name: String, _ dose: String) -> String { "Test \(name): \(dose)" }
  func calendarWatch(_ name: String) -> String { "Ohne \(name); achten Sie auf Beschwerden" }
  var calendarWrite: String { "Beschwerden aufschreiben" }
  var calendarWriteText: String {
    "Schreiben Sie jeden Tag auf, was Sie essen und wie es Ihnen geht. Schreiben Sie 0 an Tagen ohne "
      + "Beschwerden."
  }

  var reportAt: String { "Bericht" }
  var tablesAt: String { "Tabellen" }
  var calendarAt: String { "Kalender" }
  var noCalendar: String { "Es wird kein Kalender geschrieben" }

  func withoutCalendar(_ plan: ExperimentPlan) -> String {
    if let waiting = waiting(plan) { return waiting }
    switch plan.status {
    case "no-days": return "Das Tagebuch enthält keinen Tag."
    case "nothing-open": return "Es fehlt keine Antwort, die ein Test geben würde."
    default:
      return "Es wird kein Test zu Hause vorgeschlagen; siehe „\(safetyTitle)“ im Bericht."
    }
  }
}
