// SPDX-License-Identifier: Apache-2.0

/// The phrases, English and German, on which the safety gates fire.
enum SafetyPhrases {
  static func phrases(_ texts: [String]) -> [Phrase] { texts.map { Phrase($0) } }
  static func list(_ texts: [String]) -> PhraseList { PhraseList(phrases(texts)) }

  private static let swelling =
    "swell*|swelin*|sweled|swollen|swolen|swoll|swole"
  private static let swollen =
    "geschwoll*|angeschwoll*|zugeschwoll*|aufgeschwoll*|verschwoll*|schwoll|schwell*|schwillt"

  /// Signs of an immediate allergy at any time.
  static let immediate =
    PhraseList(
      phrases([
        "throat|throats|tongue|lip|lips|uvula|oral|larynx~" + swelling,
        "throat|airway|airways|windpipe~constrict*|closing|closed|close|closes|closure|tight*|narrow*",
        "wheeze|wheezes|wheezed|wheezing|wheezy", "angioedema|angiooedema|angiodema",
        "difficulty|difficulties|trouble|problems|problem~breathing|breathe",
        "hard|difficult to breathe", "cannot|cant|couldnt breathe", "can|could not breathe",
        "unable to breathe",
        "shortness of breath", "short of breath", "breathless|breathlessness",
        "fainted|fainting|faints|syncope", "lost|losing consciousness",
        "blacked|blacking out", "unconscious", "anaphyla*",
        "zunge*|hals|rachen|kehle|lippe*|gaumen~anschwell*|zuschwell*|dick|" + swollen,
        "zungenschwellung*|halsschwellung*|rachenschwellung*|lippenschwellung*",
        "kehlkopfschwellung|quincke*", "keuchen|giemen|pfeifende",
        "ohnmacht|ohnmaechtig|bewusstlos",
        "atemnot|luftnot|kurzatmig*|erstickungsgefuehl", "keine luft",
        "zusammengebrochen|kollabiert",
        "luft weggeblieben", "allergische|allergischer|allergischen reaktion|reaktionen|schock",
        "gesicht|gesichts|auge|augen|augenlid*|mund~" + swollen,
        "gesichtsschwellung*|mundschwellung*|augenschwellung*|lidschwellung*|angiooedem|angioedem",
        "face|facial|mouth|eyelid|eyelids|eye|eyes~" + swelling, "lip|lips~puffy",
        "angio oedema|edema|oedem", "loss of consciousness", "dyspnea|dyspnoea|dyspnoe|stridor|sob",
        "laboured|labored breathing", "allergic reaction|reactions|shock", "faintness",
        "wheeezing|whezzing|weezing|wheezin", "cannot|cant|couldnt catch my|a|any breath",
        "gasp|gasped|gasping|struggle|struggled|struggling for air|breath",
        "struggle|struggled|struggling to breathe", "trouble|difficulty getting air|breath",
        "blood pressure dropped|drops|fell|crashed",
      ]) + breathing + inOtherLanguages + emergency + quickHives + [
        Phrase(
          "passed|passing out", next: "leaflets|leaflet|flyers|papers|sweets|invitations|cake|gifts"
        ),
        Phrase(
          "hives|urticaria|welts|quaddeln|nesselsucht after|from|whenever|when|if|nach|von|bei|durch",
          next: "exercise|stress|heat|cold|sun|sunlight|shower|nettles|latex|waerme|kaelte|sport"),
        Phrase(
          "collapse", next: "on|onto|into|sofa|couch|bed|chair|laughing|exhausted|tired|asleep"),
        Phrase("felt|feeling|feel faint", next: "hunger|smell|taste|pain|nausea|ache|cramp|cramps"),
        Phrase(
          "collapsed",
          next:
            "sofa|couch|bed|chair|armchair|laughing|laughter|tent|exhausted|tired|asleep|souffle"),
        Phrase("collapsed~ambulance|unconscious|emergency|hospital|paramedics"),
      ] + adrenaline.map { Phrase($0, next: notUsed, before: bought, isDevice: true) })

  /// The clearest signs in the other languages whose foods are read.
  private static let inOtherLanguages = phrases([
    "anafil*|anafyla*", "difficulte|difficultes|mal|peine a respirer",
    "dificultad|dificultades para|al respirar", "no puedo|podia|pude respirar",
    "difficolta a|nel respirare", "non riesco|riuscivo a respirare",
    "moeite met ademen|ademhalen", "gorge|langue|levre|levres~gonfle*|enfle*",
    "garganta|lengua|labio|labios~hinchad*", "gola|lingua|labbra|labbro~gonfi*",
    "keel|tong|lip|lippen~gezwollen|opgezwollen", "adrenalina",
  ])

  private static let adrenaline = [
    "adrenaline|epinephrine|epi|epipen|epipens|jext|emerade|autoinjector|autoinjectors|anapen",
    "epi pen|pens", "auto injector|injectors",
    "adrenalin|notfallpen|adrenalinpen|adrenalinpens|notfallpens",
    "notfallset|notfallsets|notfallspritze|adrenalinspritze|fastjekt|autoinjektor|autoinjektoren",
  ]
  /// What follows adrenaline that was not given.
  private static let notUsed =
    "rush|rushes|junkie|kick|kicks|high|surge|pumping|level|levels|expired|prescription|training|"
    + "rausch|schub|pegel"
  private static let bought =
    "bought|buy|ordered|collected|renewed|packed|replaced|gekauft|kaufte|bestellt|abgeholt"

  /// Hives, which count within two hours of a food.
  static let hives =
    PhraseList(
      phrases([
        "urticaria|welts|wheals", "nettle rash", "quaddeln|quaddel|nesselsucht|nesselausschlag",
        "nesselfieber|urtikaria",
      ]) + [Phrase("hives|hive", before: "bee|bees|honey")])

  /// Conditions that make a challenge a matter for medical supervision.
  static let supervised = list(["fpies", "food protein induced enterocolitis"])
  static let asthma = list(["asthma|asthmatic"])
  static let allergy = list([
    "allergy|allergic|allergies|*allergie|*allergien|*allergiker|*allergikerin|*allergisch|ige",
    "anaphyla*", "cmpa|cma|cmpi|apv",
  ])
  /// Allergies that are none to foods.
  static let otherAllergens = list([
    "pollen*|grass|birch|birke|ragweed|hay|heuschnupfen|dust|mite|mites|hausstaub*|milben|cat|cats",
    "katze*|dog|dogs|hund*|penicillin|amoxicillin|antibiotic*|antibiotika|nickel|latex|wasp*|bee",
    "bees|wespe*|biene*|mould|mold|schimmel*|aspirin|ibuprofen|drug|drugs|medication|iodine",
  ])
  static let eczema = list([
    "eczema|ekzem|neurodermitis", "atopic dermatitis", "atopische dermatitis",
  ])

  static let coeliac = list(["coeliac|celiac|sprue|zöliakie"])
  static let glutenFree = list(["gluten free", "glutenfrei*"])
  /// A diet without gluten in a note, where `gluten free bread` is none.
  static let glutenFreeInNotes = list([
    "eaten|eating|eat|been|went|gone|going|living|strictly gluten free", "gluten free since",
    "gluten free diet", "glutenfrei seit", "seit~glutenfrei", "esse|lebe|ernaehre~glutenfrei",
  ])

  static let looseStools = list([
    "diarrhoea|diarrhea|durchfall", "loose|looser|watery|runny stool*|motion*|bowel*",
  ])
  /// Words of allergens, for reading the profile's allergies.
  static let allergens: [(group: String, phrases: PhraseList)] = [
    ("dairy", list(["milk|dairy|casein|whey|milch|kuhmilch|cheese|milch*|cmpa|cma|cmpi"])),
    ("egg", list(["egg|eggs|ei|eier|hühnerei|hühnereiweiß"])),
    (
      "peanut",
      PhraseList(
        phrases(["peanut|peanuts|erdnuss|erdnüsse|groundnut|groundnuts|nuss|nüsse"])
          + [Phrase("nut|nuts", before: "tree|brazil|pine|macadamia|cashew|pecan|pistachio|hazel")])
    ),
    (
      "tree_nut",
      list([
        "nut|nuts|nüsse|nuss|haselnuss|haselnüsse|hazelnut|hazelnuts|walnut|walnuts|cashew*",
        "almond*|pistachio*|pecan*|mandel*|walnuss|walnüsse|baumnuss|baumnüsse|pistazie*|brazil",
      ])
    ),
    ("fish", list(["fish|fisch|fische|salmon|cod|tuna|lachs|seafood|meeresfrüchte"])),
    (
      "crustacean",
      list([
        "shellfish|prawn|prawns|shrimp|shrimps|crab|lobster|garnele*|krebstier*|krabbe*|seafood",
        "schalentier*|crustacean*|meeresfrüchte",
      ])
    ),
    (
      "mollusc",
      list([
        "shellfish|mussel|mussels|oyster*|clam|clams|squid|muschel*|weichtier*|mollusc*|seafood",
        "schalentier*|meeresfrüchte",
      ])
    ),
    ("soy", list(["soy|soya|soja|soybean|soybeans|sojabohne*"])),
    ("sesame", list(["sesame|sesam"])),
    ("gluten", list(["wheat|weizen|gluten|getreide"])), ("mustard", list(["mustard|senf"])),
    ("celery", list(["celery|sellerie|celeriac"])),
    ("lupin", list(["lupin|lupine|lupinen|lupins"])),
    ("sulphite", list(["sulphite|sulphites|sulfite|sulfites|sulfit"])),
  ]

  /// Whether any of the phrases stands in a text.
  static func any(_ phrases: PhraseList, in text: String) -> Bool {
    !text.isEmpty && phrases.stands(in: tokens(text))
  }
}
