// SPDX-License-Identifier: Apache-2.0

/// The phrases, English and German, on which the safety gates fire.
enum SafetyPhrases {
  private static func phrases(_ texts: [String]) -> [Phrase] { texts.map(Phrase.init) }

  /// Signs of an immediate allergy at any time.
  static let immediate = phrases([
    "throat|tongue|lip|lips|uvula~swell*|swollen|swoll", "throat~closing|closed|tightness|tight",
    "wheeze|wheezes|wheezed|wheezing|wheezy", "angioedema|angiooedema",
    "fainted|fainting|faints|syncope", "felt|feeling faint", "passed out", "lost consciousness",
    "adrenaline|epinephrine|epipen|jext|emerade|autoinjector", "anaphyla*",
    "zunge*|hals|rachen|kehle|lippe*~geschwollen*|schwoll|anschwellen|schwellung|schwillt",
    "zungenschwellung|halsschwellung|rachenschwellung|lippenschwellung|kehlkopfschwellung",
    "keuchen|giemen|pfeifende", "ohnmacht|ohnmächtig|bewusstlos",
    "adrenalin|notfallpen|adrenalinpen",
  ])

  /// Hives, which count within two hours of a food.
  static let hives = phrases([
    "hives|urticaria|welts|wheals", "nettle rash", "quaddeln|nesselsucht|nesselausschlag|urtikaria",
  ])

  /// Conditions that make a challenge a matter for medical supervision.
  static let supervised = phrases(["fpies", "food protein induced enterocolitis"])
  static let asthma = phrases(["asthma|asthmatic"])
  static let allergy = phrases([
    "allergy|allergic|allergies|allergie|allergien|allergisch|ige", "nahrungsmittelallergie",
  ])
  /// Allergies that are none to foods.
  static let otherAllergens = phrases([
    "pollen*|grass|birch|birke|ragweed|hay|heuschnupfen|dust|mite|mites|hausstaub*|milben|cat|cats",
    "katze*|dog|dogs|hund*|penicillin|amoxicillin|antibiotic*|antibiotika|nickel|latex|wasp*|bee",
    "bees|wespe*|biene*|mould|mold|schimmel*|aspirin|ibuprofen|drug|drugs|medication|iodine",
  ])
  static let eczema = phrases([
    "eczema|ekzem|neurodermitis", "atopic dermatitis", "atopische dermatitis",
  ])

  /// States in which diet tests are for the care team only.
  static let careTeam = phrases([
    "pregnant|pregnancy|schwanger|schwangerschaft", "breastfeeding|breastfeed|breastfed|stillend",
    "breast feeding", "lactating|stillzeit",
    "anorexia|anorexic|bulimia|bulimic|arfid|magersucht|bulimie|essstörung",
    "eating disorder*", "binge eating", "insulin", "type 1 diabetes",
    "kidney|renal~disease|failure|insufficiency|dialysis|transplant", "dialysis|dialyse", "ckd",
    "nierenkrankheit|niereninsuffizienz|nierenerkrankung",
    "transplant*|chemotherap*|immunosuppress*|immunsuppress*|tacrolimus|ciclosporin|cyclosporine",
    "azathioprine|methotrexate|infliximab|adalimumab|mycophenolate",
  ])
  /// Those of them that count in free text as well.
  static let careTeamInNotes = phrases([
    "i am|im pregnant", "am|im breastfeeding", "my pregnancy", "bin schwanger", "ich stille",
    "my insulin", "injected insulin", "insulin gespritzt", "my transplant", "my chemotherapy",
  ])
  static let coeliac = phrases(["coeliac|celiac|sprue|zöliakie"])
  static let glutenFree = phrases(["gluten free", "glutenfrei*"])

  /// Signs that a doctor should look at first.
  static let redFlags = phrases([
    "weight loss", "lost|losing weight", "gewichtsverlust|gewichtsabnahme",
    "rectal bleeding", "bleeding from bottom|rectum|back", "blood in stool|stools|poo|poop|toilet",
    "blood in my|the stool|stools|poo|poop|toilet", "bloody stool*|diarrhoea|diarrhea|poo|poop",
    "blut im stuhl", "blutiger|blutige|blutigen stuhl|durchfall", "anaemia|anemia|anaemic|anemic",
    "anämie|blutarmut", "nocturnal pain|diarrhoea|diarrhea|symptoms|cramps",
    "woke|wakes|woken|awoke~pain|diarrhoea|diarrhea|cramps|cramping|symptoms",
    "night time|night symptoms|pain|diarrhoea|diarrhea|cramps",
    "nachts~schmerzen|durchfall|krämpfe",
    "fieber", "febrile",
  ])
  static let fever = phrases(["fever|feverish"])
  static let otherFevers = phrases(["hay fever", "cabin fever"])
  static let looseStools = phrases([
    "diarrhoea|diarrhea|durchfall", "loose|looser|watery|runny stool*|motion*|bowel*",
  ])
  static let swallowing = phrases([
    "dysphagia|dysphagie|schluckbeschwerden|schluckstörung", "food sticking|stuck|sticks|impaction",
    "food gets|got|getting|is stuck", "stuck in throat|gullet|oesophagus|esophagus|chest",
    "stuck in my|the throat|gullet|oesophagus|esophagus|chest",
    "trouble|difficulty|problems|problem|painful|hard|difficult swallowing",
    "trouble|difficulty|hard|difficult~swallow|swallowing", "bissen~stecken|steckengeblieben",
    "eosinophilic oesophagitis|esophagitis", "eosinophile ösophagitis",
  ])

  /// Words of allergens, for reading the profile's allergies.
  static let allergens: [(group: String, phrases: [Phrase])] = [
    ("dairy", phrases(["milk|dairy|casein|whey|milch|kuhmilch|cheese|milchprotein"])),
    ("egg", phrases(["egg|eggs|ei|eier|hühnerei"])),
    ("peanut", phrases(["peanut|peanuts|erdnuss|erdnüsse|groundnut"])),
    (
      "tree_nut",
      phrases([
        "nut|nuts|nüsse|haselnuss|hazelnut|hazelnuts|walnut|walnuts|cashew|cashews|almond|almonds",
        "pistachio|pecan|mandel|walnuss",
      ])
    ),
    ("fish", phrases(["fish|fisch|salmon|cod|tuna"])),
    ("crustacean", phrases(["shellfish|prawn|prawns|shrimp|crab|lobster|garnelen|krebstiere"])),
    ("mollusc", phrases(["shellfish|mussel|mussels|oyster|clam|squid|muscheln|weichtiere"])),
    ("soy", phrases(["soy|soya|soja|soybean"])), ("sesame", phrases(["sesame|sesam"])),
    ("gluten", phrases(["wheat|weizen|gluten"])), ("mustard", phrases(["mustard|senf"])),
    ("celery", phrases(["celery|sellerie|celeriac"])), ("lupin", phrases(["lupin|lupine|lupins"])),
    ("sulphite", phrases(["sulphite|sulphites|sulfite|sulfites|sulfit"])),
  ]

  /// Whether any of the phrases stands in a text.
  static func any(_ phrases: [Phrase], in text: String) -> Bool {
    guard !text.isEmpty else { return false }
    let tokens = Words.tokens(text)
    return phrases.contains { $0.stands(in: tokens) }
  }
}
