// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

extension German {
  func reason(_ reason: String) -> String {
    Self.reasons(reason, part).map(\.capitalizedFirst) ?? reason
  }

  func nextStep(_ sentence: String) -> String { Self.nextSteps(sentence, part) ?? sentence }

  func warning(_ warning: AnalysisResults.Warning) -> String {
    Self.warnings(warning.text, part).map(\.capitalizedFirst) ?? warning.text
  }

  func evidence(_ gate: AnalysisResults.SafetyGate) -> String {
    let pieces = gate.evidence.split(separator: ";", omittingEmptySubsequences: false)
    return pieces.map { piece in
      let text = String(piece.drop { $0 == " " })
      return Self.evidences(text, part) ?? text
    }.joined(separator: "; ")
  }

  func exclusion(_ reason: String) -> String {
    if reason.hasPrefix("after ") { return "nach: " + confounder(String(reason.dropFirst(6))) }
    if reason.hasPrefix("before ") { return "vor: " + confounder(String(reason.dropFirst(7))) }
    return reason == "fast" ? confounder("fasting") : confounder(reason)
  }

  func testFood(_ separation: AnalysisResults.Separation) -> String {
    part(.food, separation.testFood)
  }

  func setting(_ name: String) -> String {
    let names = [
      "day-starts": "Ein Tag beginnt um", "prior": "Vorwissen", "time-zone": "Zeitzone",
      "symptoms-absent": "Tage ohne Eintrag zu Beschwerden",
      "protocol-phases": "Phasen aus der Protokolldatei", "protocol-order": "Reihenfolge der Tests",
      "learned-prevalence": "Gelernte Häufigkeit",
    ]
    return names[name] ?? name.replacingHyphens.capitalizedFirst.shortened(to: 60)
  }

  func settingValue(_ name: String, _ value: String) -> String {
    let values = [
      "literature": "aus der Literatur", "neutral": "alle Gruppen gleich",
      "from the diary": "aus dem Tagebuch erschlossen", "zero": "keine Beschwerden",
      "missing": "nicht bekannt", "randomised": "ausgelost",
    ]
    if name == "learned-prevalence" { return Self.learned(value, part) ?? value }
    return values[value] ?? value
  }

  // MARK: Parts of sentences

  /// A part of a sentence of the analysis in German.
  private func part(_ kind: Phrasebook.Kind, _ text: String) -> String {
    switch kind {
    case .count, .number: decimal(text)
    case .share:
      decimal(
        text.replacing("less than", with: "weniger als").replacing("more than", with: "mehr als"))
    case .word: Self.numbers[text.lowercased()] ?? text
    case .groups: list(Self.items(text).map { group($0) })
    case .factors: list(Self.items(text).map(confounder))
    case .date: CivilDate(iso: text).map(date) ?? text
    case .unit: text == "portion" ? "Portion" : doseUnit(text)
    case .food: food(text)
    case .phase: phaseName(text)
    case .names: names(text)
    case .tests: tests(text)
    case .time, .text: text
    }
  }

  private func decimal(_ text: String) -> String {
    text.replacing(".", with: ",").replacing("-", with: "−")
  }

  private func group(_ identifier: String) -> String {
    identifier == "a food" ? "einem Lebensmittel" : inner(GroupID(rawValue: identifier))
  }

  /// `a, b and c` as its items.
  private static func items(_ text: String) -> [String] {
    text.replacing(" and ", with: ", ").split(separator: ", ").map(String.init)
  }

  /// `X, Y and 3 more`.
  private func names(_ text: String) -> String {
    guard text.hasSuffix(" more"), let place = text.ranges(of: " and ").last else {
      return text
    }
    let number = text[place.upperBound...].dropLast(5)
    return Int(number) == nil ? text : text[..<place.lowerBound] + and + number + " weitere"
  }

  /// `lactose on 2026-02-03 (3.4) and 2 more`.
  private func tests(_ text: String) -> String {
    text.split(separator: " ").map { piece in
      let bare = String(piece.trimming(","))
      let comma = piece.hasSuffix(",") ? "," : ""
      if let day = CivilDate(iso: bare) { return shortDate(day) + comma }
      if piece.hasPrefix("(") { return decimal(String(piece)) }
      let words = [
        "on": "am", "and": "und", "more": "weiteren", "a": "einem", "food": "Lebensmittel",
      ]
      return (words[bare] ?? group(bare)) + comma
    }.joined(separator: " ")
  }

  private func food(_ text: String) -> String {
    Self.testFoods[text] ?? Self.otherFoods(text, part) ?? text
  }

  private static let numbers = [
    "none": "keinen", "one": "einen", "two": "zwei", "three": "drei", "four": "vier",
    "five": "fünf", "six": "sechs", "seven": "sieben", "eight": "acht", "nine": "neun",
    "ten": "zehn",
  ]

  private static let otherFoods = Phrasebook([
    (
      "a food that holds {group@g} and none of the others",
      "ein Lebensmittel mit {group}, aber ohne die anderen"
    )
  ])

  private static let learned = Phrasebook([
    ("{n@n} diaries: no change", "{n} Tagebücher: keine Änderung"),
    ("{n@n} diaries: {t@t}", "{n} Tagebücher: {t}"),
  ])

  private static let testFoods = [
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

extension Substring {
  /// The text without a mark at its end.
  fileprivate func trimming(_ mark: Character) -> Substring { last == mark ? dropLast() : self }
}
