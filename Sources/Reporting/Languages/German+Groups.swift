// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

extension German {
  func builtInName(_ group: GroupID) -> String {
    Self.groupNames[group.rawValue]?.0 ?? group.rawValue
  }

  func chartName(_ group: GroupID) -> String {
    group.rawValue == "nightshade" ? "Nachtschatten" : name(group)
  }

  func stripName(_ group: GroupID) -> String {
    switch group.rawValue {
    case "dairy": "Kuhmilch\u{AD}eiweiß"
    case "nightshade": "Nachtschatten\u{AD}gewächse"
    case "tree_nut": "Schalen\u{AD}früchte"
    case "gos": "Galakto-Oligo\u{AD}saccharide"
    default: name(group)
    }
  }

  func inner(_ group: GroupID) -> String { name(group) }

  func examples(_ group: GroupID) -> String? { Self.groupNames[group.rawValue]?.1 }
  func examplesWithoutWheat(_ group: GroupID) -> String? {
    group.rawValue == "fructan" ? "Zwiebel, Knoblauch, Lauch" : examples(group)
  }

  private static let groupNames: [String: (String, String)] = [
    "gluten": ("Gluten", "Weizen, Roggen, Gerste"),
    "dairy": ("Kuhmilcheiweiß", "Milch, Käse, Joghurt"),
    "lactose": ("Laktose", "Milchzucker: Milch, Frischkäse, Speiseeis"),
    "soy": ("Soja", "Sojadrink, Tofu, Sojasoße"),
    "egg": ("Ei", "Eier, Mayonnaise, viele Kuchen"),
    "peanut": ("Erdnuss", "Erdnüsse, Erdnussbutter"),
    "tree_nut": ("Schalenfrüchte", "Mandel, Haselnuss, Walnuss, Cashew"),
    "fish": ("Fisch", "Kabeljau, Lachs, Thunfisch"),
    "crustacean": ("Krebstiere", "Garnele, Krabbe, Hummer"),
    "mollusc": ("Weichtiere", "Muschel, Auster, Tintenfisch"),
    "sesame": ("Sesam", "Samen, Tahin, Hummus"),
    "mustard": ("Senf", "Senf, viele Salatsoßen"),
    "celery": ("Sellerie", "Sellerie, Knollensellerie, Brühe"),
    "lupin": ("Lupine", "Lupinenmehl, manche Brote"),
    "sulphite": ("Sulfit", "Wein, Trockenobst"),
    "fructan": ("Fruktane", "Weizen, Zwiebel, Knoblauch"),
    "gos": ("Galakto-Oligosaccharide", "Bohnen, Linsen, Kichererbsen"),
    "fructose": ("Fruktose", "Honig, Apfel, Mango"),
    "sorbitol": ("Sorbit", "Apfel, Birne, zuckerfreier Kaugummi"),
    "mannitol": ("Mannit", "Pilze, Blumenkohl"),
    "caffeine": ("Koffein", "Kaffee, Tee, Cola"),
    "alcohol": ("Alkohol", "Wein, Bier, Schnaps"),
    "histamine": ("Histamin", "gereifter Käse, Wein, Rohwurst"),
    "nightshade": ("Nachtschattengewächse", "Tomate, Kartoffel, Paprika"),
    "corn": ("Mais", "Mais, Zuckermais, Polenta"),
    "yeast": ("Hefe", "Brot, Bier, Brühwürfel"),
    "capsaicin": ("Chili", "Chili, scharfe Soße, Curry"),
    "sweetener": ("Süßstoffe", "Aspartam, Sucralose, Stevia"),
  ]

  // MARK: Verdicts

  func word(_ verdict: Verdict) -> String {
    switch verdict {
    case .likelyTrigger: "wahrscheinlicher Auslöser"
    case .possibleTrigger: "möglicher Auslöser"
    case .notClear: "nicht klar"
    case .tolerated: "bisher vertragen"
    case .notTested: "nicht getestet"
    case .cannotBeJudged: "nicht beurteilbar"
    }
  }

  func meaning(_ verdict: Verdict, isShown: Bool, isWithheld: Bool) -> String {
    let care = " Testen Sie es nicht noch einmal ohne Arzt."
    return switch verdict {
    case .likelyTrigger:
      "Damit nahmen die Beschwerden zu, und das Tagebuch als Ganzes spricht dafür."
        + (isWithheld ? care : "")
    case .possibleTrigger:
      (isShown
        ? "Danach kamen vielleicht Beschwerden."
        : "Die Tests zeigten es nicht, aber das Tagebuch kann es nicht ausschließen.")
        + (isWithheld ? care : " Weitere Tests können das klären.")
    case .notClear: "Dieses Tagebuch kann weder Ja noch Nein sagen."
    case .tolerated: "Es wurde genug davon gegessen, und die Beschwerden nahmen nicht zu."
    case .notTested: "Es wurde weggelassen und nicht wieder eingeführt."
    case .cannotBeJudged: "Etwas macht ein Urteil falsch; siehe die Gründe."
    }
  }

  var toleratedThoughFollowed: String {
    "Nach einem Test kamen Beschwerden, aber alle Tage zusammen, an denen es gegessen wurde, zeigen "
      + "keinen Anstieg."
  }

  // MARK: Verdict strip

  var columnGroup: String { "Gruppe" }
  var columnVerdict: String { "Urteil" }
  var columnEffect: String { "Anstieg in Punkten, 0–10" }
  var columnDose: String { "Menge am Tag" }
  var columnRepeats: String { "Tests" }
  var columnChance: String { "Kann es Zufall sein?" }
  var columnOther: String { "Andere Einflüsse" }

  var verdictsIntro: String {
    "Die Linie zeigt, wie groß der Anstieg nach dem Essen wohl ist, die Raute die Mitte. Im schattierten Feld "
      + "liegen Anstiege unter \(amount(Thresholds.relevantRise)) "
      + "\(Thresholds.relevantRise == 1 ? "Punkt" : "Punkten"), die man kaum spürt. Die "
      + "Wahrscheinlichkeit ist die eines Anstiegs. Alle Zahlen sind Unterschiede in diesem Tagebuch "
      + "und beweisen keine Ursache."
  }

  var certaintyBefore: String { "Wahrscheinlichkeit: " }
  func jointBefore(_ names: [String]) -> String { "\(list(names)), mindestens eines: " }
  var certaintyAfter: String { " von 100" }
  var between: String { " bis " }
  var higher: String { " Punkte höher" }
  var lower: String { " Punkte niedriger" }
  var neither: String { " Punkte" }

  var lessThan: String { "weniger als " }
  var noEffect: String { "keine Schätzung" }
  var noRiseUpTo: String { "Kein Anstieg bis " }
  var riseFrom: String { "Anstieg ab " }
  var dosesDisagree: String { "Beides überschneidet sich: Die Menge allein entscheidet nicht." }

  func unit(_ unit: String, _ value: Double) -> String {
    unit == "portions" && isOne(value) ? "Portion" : doseUnit(unit)
  }

  func summaryOthers(_ names: String) -> String { "Nebenbei gegessen: \(names)." }
  var summaryHeads: [String] {
    ["Gruppe", "Urteil", "Anstieg (Punkte)", "Wahrscheinlichkeit", "Tests"]
  }

  func tests(_ number: Int, compared: Int) -> String {
    guard number > 0 else { return "keine" }
    let tests = count(number, "Test", "Tests")
    return compared == number
      ? tests : "\(tests), \(compared == 0 ? "keiner" : "\(compared)") verglichen"
  }

  var daysEaten: (String, String, String) { ("gegessen an ", " Tag", " Tagen") }

  func chanceSentence(windows: Int) -> (String, String, String) {
    ("In ", " Fenster\(windows == 1 ? "" : "n") ohne Test: ", " ebenso schlecht")
  }

  func otherFactors(_ number: Int, of total: Int) -> String {
    number == 0 ? "keine notiert" : "bei \(number) von \(count(total, "Test", "Tests"))"
  }

  static let confounders = [
    "sleep": "kurzer Schlaf", "sleep-quality": "schlechter Schlaf", "menses": "Periode",
    "premenstrual": "vor der Periode", "breathing-exercise": "Atemübung",
    "other-challenge": "anderer Test", "stress": "Stress", "exercise": "Sport",
    "exercise-intense": "harter Sport", "exercise-moderate": "mäßige Bewegung",
    "alcohol": "Alkohol", "caffeine": "Koffein", "medication": "Medikament",
    "antibiotics": "Antibiotika", "illness": "Krankheit", "travel": "Reise", "fasting": "Fasten",
    "refeeding": "nach dem Fasten", "journaling": "Tagebuchschreiben", "mood": "Stimmung",
    "energy": "Energie", "weight": "Gewicht", "transplant": "Transplantation",
    "chemotherapy": "Chemotherapie", "immunosuppression": "Immunsuppression",
    "good-sleep": "guter Schlaf",
  ]

  func confounder(_ name: String) -> String {
    Self.confounders[name] ?? name.replacingHyphens.shortened(to: 60)
  }

  func effectTitle(_ name: String) -> String { "Anstieg der Beschwerden nach dem Essen: \(name)" }

  func forestDescription(_ name: String, _ effect: GroupResult.Interval) -> String {
    if effect.isNothing {
      return "\(name.capitalizedFirst): \(lessThan)\(number(GroupResult.Interval.least))\(neither)."
    }
    return
      "\(name.capitalizedFirst): \(number(effect.mean)) Punkte, Bereich \(number(effect.low)) bis "
      + "\(number(effect.high))."
  }
}
