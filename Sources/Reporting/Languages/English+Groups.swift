// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

extension English {
  /// A group's name, as it stands at the start of a line.
  func name(_ group: GroupID) -> String {
    Self.groupNames[group.rawValue]?.0
      ?? (labels[group.rawValue] ?? group.rawValue).shortened(to: 80)
  }

  /// A group's name within a sentence.
  func inner(_ group: GroupID) -> String {
    let name = name(group)
    guard group.builtInIndex != nil else { return name }
    return name.prefix(1).lowercased() + name.dropFirst()
  }

  /// Foods that hold the group; `nil` for a group that a user named.
  func examples(_ group: GroupID) -> String? { Self.groupNames[group.rawValue]?.1 }

  private static let groupNames: [String: (String, String)] = [
    "gluten": ("Gluten", "wheat, rye, barley"),
    "dairy": ("Milk protein", "milk, cheese, yoghurt"),
    "lactose": ("Lactose", "milk sugar: milk, soft cheese, ice cream"),
    "soy": ("Soy", "soya drink, tofu, soy sauce"),
    "egg": ("Egg", "eggs, mayonnaise, many cakes"),
    "peanut": ("Peanut", "peanuts, peanut butter"),
    "tree_nut": ("Tree nuts", "almond, hazelnut, walnut, cashew"),
    "fish": ("Fish", "cod, salmon, tuna"),
    "crustacean": ("Crustaceans", "prawn, crab, lobster"),
    "mollusc": ("Molluscs", "mussel, oyster, squid"),
    "sesame": ("Sesame", "seeds, tahini, hummus"),
    "mustard": ("Mustard", "mustard, many dressings"),
    "celery": ("Celery", "celery, celeriac, stock"),
    "lupin": ("Lupin", "lupin flour, some breads"),
    "sulphite": ("Sulphite", "wine, dried fruit"),
    "fructan": ("Fructans", "wheat, onion, garlic"),
    "gos": ("Bean sugars (GOS)", "beans, lentils, chickpeas"),
    "fructose": ("Fructose", "honey, apple, mango"),
    "sorbitol": ("Sorbitol", "apple, pear, sugar-free gum"),
    "mannitol": ("Mannitol", "mushroom, cauliflower"),
    "caffeine": ("Caffeine", "coffee, tea, cola"),
    "alcohol": ("Alcohol", "wine, beer, spirits"),
    "histamine": ("Histamine", "aged cheese, wine, cured meat"),
    "nightshade": ("Nightshades", "tomato, potato, pepper"),
    "corn": ("Corn", "maize, sweetcorn, polenta"),
    "yeast": ("Yeast", "bread, beer, stock cubes"),
    "capsaicin": ("Chilli", "chilli, hot sauce, curry"),
    "sweetener": ("Sweeteners", "aspartame, sucralose, stevia"),
  ]

  // MARK: Verdicts

  func word(_ verdict: Verdict) -> String {
    switch verdict {
    case .likelyTrigger: "likely trigger"
    case .possibleTrigger: "possible trigger"
    case .notClear: "not clear"
    case .tolerated: "tolerated so far"
    case .notTested: "not tested"
    case .cannotBeJudged: "cannot be judged"
    }
  }

  func meaning(_ verdict: Verdict) -> String {
    switch verdict {
    case .likelyTrigger: "Symptoms followed it, and little else explains that."
    case .possibleTrigger: "Symptoms may have followed it. More tests would tell."
    case .notClear: "This diary cannot say yes or no."
    case .tolerated: "Enough was eaten, and symptoms did not rise."
    case .notTested: "It was not brought back after it was left out."
    case .cannotBeJudged: "Something makes a judgement wrong; see the reasons."
    }
  }

  // MARK: Verdict strip

  var columnGroup: String { "Food group" }
  var columnVerdict: String { "Verdict" }
  var columnEffect: String { "Rise in symptoms, points of 0–10" }
  var columnDose: String { "Daily dose" }
  var columnRepeats: String { "Tests" }
  var columnChance: String { "Could it be chance?" }
  var columnOther: String { "Other factors" }
  var notKnown: String { "–" }

  var verdictsIntro: String {
    "The line shows the likely range of the rise after eating, the diamond its middle. "
      + "The grey area holds rises of less than \(amount(Thresholds.relevantRise)) "
      + "\(Thresholds.relevantRise == 1 ? "point" : "points"), which are hardly felt. "
      + "All numbers are differences in this diary. They do not prove a cause."
  }

  var certaintyBefore: String { "Chance of a rise: " }
  var certaintyAfter: String { " in 100" }
  var between: String { " to " }
  var higher: String { " points higher" }
  var lower: String { " points lower" }
  var neither: String { " points" }

  /// What follows an effect that is written with one decimal.
  func direction(_ effect: Double) -> String {
    effect.magnitude < 0.05 ? neither : effect < 0 ? lower : higher
  }

  var noEffect: String { "no estimate" }
  var noRiseUpTo: String { "No rise up to " }
  var riseFrom: String { "Rise from " }
  var dosesDisagree: String { "The two overlap: the dose alone does not decide." }
  var usualPortion: String { "1 = a usual portion" }

  func unit(_ unit: String, _ value: Double) -> String {
    if unit == "portions" { return value == 1 ? "portion" : "portions" }
    return unit.shortened(to: 40)
  }

  func summaryOthers(_ names: String) -> String { "Eaten along the way: \(names)." }
  var summaryHeads: [String] { ["Food group", "Verdict", "Rise (points)", "Chance", "Tests"] }

  func tests(_ number: Int) -> String {
    number == 0 ? "none" : number == 1 ? "1 test" : "\(number) tests"
  }

  /// The sentence around the number of days: before, after one, after several.
  var daysEaten: (String, String, String) { ("eaten on ", " day", " days") }

  /// The sentence around `k` of `n` windows: before, between, after.
  var chanceSentence: (String, String, String) {
    ("Of ", " windows without a test, ", " looked this bad")
  }

  func otherFactors(_ number: Int, of total: Int) -> String {
    number == 0 ? "none noted" : "in \(number) of \(count(total, "test"))"
  }

  private static let confounders = [
    "sleep": "poor sleep", "sleep-quality": "poor sleep", "menses": "period",
    "premenstrual": "before the period", "breathing-exercise": "breathing exercise",
    "other-challenge": "another test",
  ]

  func confounder(_ name: String) -> String {
    Self.confounders[name] ?? name.replacingHyphens.shortened(to: 60)
  }

  /// A sentence of the analysis with names in the place of identifiers.
  func plain(_ sentence: String) -> String {
    let own = Dictionary(
      labels.map { (Array($0.key.utf8), Array($0.value.shortened(to: 80).utf8)) },
      uniquingKeysWith: { first, _ in first })
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sentence.utf8.count + 16)
    var word: [UInt8] = []
    func close() {
      bytes.append(contentsOf: (word.count < 24 ? Self.names[word] : nil) ?? own[word] ?? word)
      word.removeAll(keepingCapacity: true)
    }
    for byte in sentence.utf8 {
      switch byte {
      case 0x61...0x7A, 0x41...0x5A, 0x5F, 0x2D, 0x80...: word.append(byte)
      default:
        close()
        bytes.append(byte)
      }
    }
    close()
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What stands for an identifier of the analysis within a sentence, both as UTF-8.
  private static let names: [[UInt8]: [UInt8]] = {
    var names: [[UInt8]: [UInt8]] = [:]
    for name in groupNames.keys.sorted() {
      names[Array(name.utf8)] = Array(English().inner(GroupID(rawValue: name)).utf8)
    }
    for (name, text) in confounders.sorted(by: { $0.key < $1.key }) {
      names[Array(name.utf8)] = Array(text.utf8)
    }
    return names
  }()

  /// A warning with names in the place of identifiers; those that list foods stay as they are.
  func warning(_ warning: AnalysisResults.Warning) -> String {
    let holdsTexts = ["possible-foods", "scale-changed", "medical-event"].contains(warning.code)
    return holdsTexts ? warning.text : plain(warning.text).capitalizedFirst
  }

  func effectTitle(_ group: GroupID) -> String { "Rise in symptoms after \(inner(group))" }

  func forestDescription(_ group: GroupID, _ effect: GroupResult.Interval) -> String {
    "\(name(group)): \(number(effect.mean)) points, range \(number(effect.low)) to "
      + "\(number(effect.high))."
  }
}

extension String {
  /// The words of an identifier.
  var replacingHyphens: String {
    String(map { $0 == "-" || $0 == "_" ? " " : $0 })
  }
}
