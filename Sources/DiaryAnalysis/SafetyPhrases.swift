// SPDX-License-Identifier: Apache-2.0

/// The phrases, English and German, on which the safety gates fire.
enum SafetyPhrases {
  private static func phrases(_ texts: [String]) -> [Phrase] { texts.map { Phrase($0) } }
  private static func list(_ texts: [String]) -> PhraseList { PhraseList(phrases(texts)) }

  private static let swelling =
    "swell*|swelin*|sweled|swollen|swolen|swoll|swole"
  private static let swollen =
    "geschwoll*|angeschwoll*|zugeschwoll*|aufgeschwoll*|verschwoll*|schwoll|schwell*|schwillt"

  /// Signs of an immediate allergy at any time.
  static let immediate =
    PhraseList(
      phrases([
        "throat|throats|tongue|lip|lips|uvula|oral|larynx~" + swelling,
        "throat|airway|airways|windpipe~constrict*|closing|closed|tight*",
        "wheeze|wheezes|wheezed|wheezing|wheezy", "angioedema|angiooedema|angiodema",
        "difficulty|difficulties|trouble|problems|problem~breathing|breathe",
        "hard|difficult to breathe", "cannot|cant|couldnt breathe", "can|could not breathe",
        "unable to breathe",
        "shortness of breath", "short of breath", "breathless|breathlessness",
        "fainted|fainting|faints|syncope", "passed|passing out", "lost|losing consciousness",
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
      ]) + inOtherLanguages + [
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
    "epi pen|pens", "auto injector|injectors", "adrenalin|notfallpen|adrenalinpen",
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

  /// States in which diet tests are for the care team only.
  static let careTeam =
    PhraseList(
      phrases([
        "pregnant|schwanger", "breastfeeding|breastfeed|breastfed|stillend|stille|stillen",
        "breast feeding|feed|fed", "nursing my|a baby|son|daughter", "lactating|stillzeit",
        "anorexia|anorexic|bulimia|bulimic|arfid|magersucht|bulimie|anorexie|essstoerung*",
        "eating disorder*|disordered", "binge eating", "disordered eating",
        "type|typ 1|i|one diabetes|diabetic|diabetiker*", "diabetes|diabetic type|typ 1|i|one",
        "diabetes mellitus type|typ 1|i|one", "t1d|t1dm|iddm",
        "kidney|renal~disease|failure|insufficiency|dialysis|transplant", "dialysis|dialyse", "ckd",
        "nierenkrankheit|niereninsuffizienz|nierenerkrankung|nierenversagen|nierenschwaeche",
        "chemo|chemotherap*|immunosuppress*|immunsuppress*", "insulinpumpe|insulinpflichtig*",
        "*transplantation|*transplantiert|*transplantat", "underweight|untergewicht*",
        "enceinte|embarazada|incinta|zwanger", "expecting a|our baby|child",
        "ednos|osfed|orthorexi*",
        "purging|purge|purged", "toddler|infant|newborn|kleinkind|saeugling",
      ]) + medicines + [
        Phrase(
          "insulin", next: "resistance|resistant|resistenz|sensitivity|spike|spikes|level|levels"),
        Phrase("transplant*", next: "tomatoes|seedlings|plants|roses", before: "hair"),
        Phrase(
          "pregnancy|schwangerschaft", before: "before|last|previous|former|vor|letzte|fruehere"),
      ])
  private static let medicines = phrases([
    "tacrolimus|ciclosporin|cyclosporine|azathioprine|azathioprin|methotrexate|methotrexat",
    "humira|prednisone|prednisolone|prednisolon|rituximab|cyclophosphamide",
    "infliximab|adalimumab|mycophenolate|mycophenolat|sirolimus|everolimus",
  ])
  /// Those of them that count in free text as well.
  static let careTeamInNotes =
    PhraseList(
      phrases([
        "i|im~pregnant", "weeks|months|week|month pregnant", "am|im~breastfeeding",
        "wochen|monate|woche|monat schwanger", "positive pregnancy test",
        "pregnancy test positive", "pregnancy test was|is|came positive",
        "schwangerschaftstest positiv", "schwangerschaftstest war|ist positiv",
        "positiver schwangerschaftstest", "bin~schwanger", "ich stille", "stille mein|meine|meinen",
        "units|einheiten|ie insulin", "units of insulin",
        "insulin injection|injections|pump|shot|shots|dose|bolus|pen|gespritzt|spritze|units",
        "injected|took|taking|inject|take|on|my insulin", "insulin~gespritzt|spritzen|injected",
        "kidney|liver|heart|lung|pancreas|cell|marrow|organ|renal transplant*", "my transplant",
        "nierentransplant*|lebertransplant*|herztransplant*|lungentransplant*|stammzelltransplant*",
        "knochenmarktransplant*|organtransplant*", "chemo|chemotherap*",
        "have|having|my|an eating disorder*", "anorexia|bulimia is|was back|active",
        "my anorexia|bulimia", "binged|binge|binging and purged|purge|purging",
        "made|make myself throw|vomit|sick", "breastfeeding my|our", "on dialysis", "# weeks along",
      ]) + medicines + [
        Phrase("my|meine|meiner pregnancy|schwangerschaft", next: "2*|19*", before: pastWords)
      ])
  private static let pastWords = "before|after|since|last|previous|vor|nach|seit"
  static let coeliac = list(["coeliac|celiac|sprue|zöliakie"])
  static let glutenFree = list(["gluten free", "glutenfrei*"])
  /// A diet without gluten in a note, where `gluten free bread` is none.
  static let glutenFreeInNotes = list([
    "eaten|eating|eat|been|went|gone|going|living|strictly gluten free", "gluten free since",
    "gluten free diet", "glutenfrei seit", "seit~glutenfrei", "esse|lebe|ernaehre~glutenfrei",
  ])

  /// Signs that a doctor should look at first.
  static let redFlags = list([
    "weight loss", "lost|losing weight", "gewichtsverlust|gewichtsabnahme",
    "lost|lose|losing # kg|kilo|kilos|kilograms|lb|lbs|pounds|stone|st",
    "# kg|kilo|kilos abgenommen|verloren",
    "rectal bleeding", "bleeding from bottom|rectum|anus|behind",
    "bleeding from my|the bottom|rectum|anus|behind", "bleeding from back passage",
    "bleeding from my|the back passage", "blood in|on|with stool|stools|poo|poop|toilet|tissue",
    "blood in|on|with my|the stool|stools|poo|poop|toilet|tissue", "blood when|after wiping|wiped",
    "bloody stool*|diarrhoea|diarrhea|poo|poop", "blut im|am stuhl",
    "blut~toilettenpapier|klopapier", "blutiger|blutige|blutigen stuhl|durchfall",
    "anaemia|anemia|anaemic|anemic",
    "anämie|blutarmut", "nocturnal pain|diarrhoea|diarrhea|symptoms|cramps",
    "woke|wakes|woken|awoke~pain|diarrhoea|diarrhea|cramps|cramping|symptoms",
    "night time|night symptoms|pain|diarrhoea|diarrhea|cramps",
    "nachts~schmerzen|durchfall|krämpfe",
    "fieber", "febrile",
  ])
  static let fever = list(["fever|feverish"])
  static let otherFevers = list(["hay fever", "cabin fever"])
  static let looseStools = list([
    "diarrhoea|diarrhea|durchfall", "loose|looser|watery|runny stool*|motion*|bowel*",
  ])
  static let swallowing =
    PhraseList(
      phrases([
        "dysphagia|dysphagie|schluckbeschwerden|schluckstörung", "food impaction",
        "stuck|sticks|sticking~throat|gullet|oesophagus|esophagus|chest|windpipe",
        "trouble|difficulty|problems|problem|painful|hard|difficult swallowing",
        "trouble|difficulty|hard|difficult~swallow|swallowing",
        "cannot|cant|couldnt|unable~swallow", "konnte|kann nicht schlucken",
        "bissen|essen|nahrung|fleisch|brot~stecken|steckengeblieben|steckenbleiben",
        "steckengeblieben",
        "eosinophilic oesophagitis|esophagitis", "eosinophile ösophagitis",
      ])
        + ["food sticking|stuck|sticks", "food gets|got|getting|is|was stuck"].map {
          Phrase($0, next: household)
        })
  private static let household =
    "toaster|oven|pan|pot|fridge|freezer|teeth|tooth|braces|microwave|tin|jar|traffic|delivery"

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
    !text.isEmpty && phrases.stands(in: Words.tokens(text))
  }
}
