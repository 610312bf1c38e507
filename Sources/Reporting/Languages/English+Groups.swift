// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

extension English {
  func builtInName(_ group: GroupID) -> String {
    Self.groupNames[group.rawValue]?.0 ?? group.rawValue
  }

  func chartName(_ group: GroupID) -> String { name(group) }

  func stripName(_ group: GroupID) -> String { name(group) }

  func inner(_ group: GroupID) -> String {
    let name = name(group)
    guard group.builtInIndex != nil else { return name }
    return name.prefix(1).lowercased() + name.dropFirst()
  }

  func examples(_ group: GroupID) -> String? { Self.groupNames[group.rawValue]?.1 }
  func examplesWithoutWheat(_ group: GroupID) -> String? {
    group.rawValue == "fructan" ? "onion, garlic, leek" : examples(group)
  }

  static let groupNames: [String: (String, String)] = [
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

  func meaning(_ verdict: Verdict, isShown: Bool, isWithheld: Bool) -> String {
    let care = " Do not test it again without a doctor."
    return switch verdict {
    case .likelyTrigger:
      "Symptoms rose with it, and the diary as a whole speaks for it." + (isWithheld ? care : "")
    case .possibleTrigger:
      (isShown
        ? "Symptoms may have followed it."
        : "Its tests did not show it, but the diary cannot rule it out.")
        + (isWithheld ? care : " More tests would tell.")
    case .notClear: "This diary cannot say yes or no."
    case .tolerated: "Enough was eaten, and symptoms did not rise."
    case .notTested: "It was not brought back after it was left out."
    case .cannotBeJudged: "Something makes a judgement wrong; see the reasons."
    }
  }

  var toleratedThoughFollowed: String {
    "Symptoms followed a test of it, but all days on which it was eaten, taken together, show no rise."
  }

  // MARK: Verdict strip

  var columnGroup: String { "Food group" }
  var columnVerdict: String { "Verdict" }
  var columnEffect: String { "Rise in symptoms, points of 0–10" }
  var columnDose: String { "Daily dose" }
  var columnRepeats: String { "Tests" }
  var columnChance: String { "Could it be chance?" }
  var columnOther: String { "Other factors" }

  var verdictsIntro: String {
    "The line shows the likely range of the rise after eating, the diamond its middle. "
      + "The shaded area holds rises of less than \(amount(Thresholds.relevantRise)) "
      + "\(Thresholds.relevantRise == 1 ? "point" : "points"), which are hardly felt. "
      + "All numbers are differences in this diary. They do not prove a cause."
  }

  var certaintyBefore: String { "Chance of a rise: " }
  func jointBefore(_ names: [String]) -> String { "At least one of \(list(names)): " }
  var certaintyAfter: String { " in 100" }
  var between: String { " to " }
  var higher: String { " points higher" }
  var lower: String { " points lower" }
  var neither: String { " points" }

  var lessThan: String { "less than " }
  var noEffect: String { "no estimate" }
  var noRiseUpTo: String { "No rise up to " }
  var riseFrom: String { "Rise from " }
  var dosesDisagree: String { "The two overlap: the dose alone does not decide." }

  func unit(_ unit: String, _ value: Double) -> String {
    if unit == "portions" { return isOne(value) ? "portion" : "portions" }
    return unit.shortened(to: 40)
  }

  func summaryOthers(_ names: String) -> String { "Eaten along the way: \(names)." }
  var summaryHeads: [String] { ["Food group", "Verdict", "Rise (points)", "Chance", "Tests"] }

  func tests(_ number: Int, compared: Int) -> String {
    guard number > 0 else { return "none" }
    let tests = count(number, "test")
    return compared == number
      ? tests : "\(tests), \(compared == 0 ? "none" : "\(compared)") compared"
  }

  /// The sentence around the number of days: before, after one, after several.
  var daysEaten: (String, String, String) { ("eaten on ", " day", " days") }

  /// The sentence around `k` of `n` windows: before, between, after.
  func chanceSentence(windows: Int) -> (String, String, String) {
    ("Of ", " window\(windows == 1 ? "" : "s") without a test, ", " looked this bad")
  }

  func otherFactors(_ number: Int, of total: Int) -> String {
    number == 0 ? "none noted" : "in \(number) of \(count(total, "test"))"
  }

  static let confounders = [
    "sleep": "short sleep", "sleep-quality": "poor sleep", "menses": "period",
    "premenstrual": "before the period", "breathing-exercise": "breathing exercise",
    "other-challenge": "another test",
  ]

  func confounder(_ name: String) -> String {
    Self.confounders[name] ?? name.replacingHyphens.shortened(to: 60)
  }

  func effectTitle(_ name: String) -> String { "Rise in symptoms after \(name)" }

  func forestDescription(_ name: String, _ effect: GroupResult.Interval) -> String {
    if effect.isNothing {
      return "\(name.capitalizedFirst): \(lessThan)\(number(GroupResult.Interval.least))\(neither)."
    }
    return
      "\(name.capitalizedFirst): \(number(effect.mean)) points, range \(number(effect.low)) to "
      + "\(number(effect.high))."
  }
}
