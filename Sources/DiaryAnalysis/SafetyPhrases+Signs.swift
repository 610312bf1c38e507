// SPDX-License-Identifier: Apache-2.0

extension SafetyPhrases {
  /// Breath that fails, a throat that closes, and collapse, in further words.
  static let breathing = phrases([
    "nicht|kaum|schlecht|schwer atmen", "nicht richtig|mehr|gut|frei|tief|normal atmen",
    "kaum noch|mehr atmen", "nicht|kaum durchatmen", "nicht richtig|gut|mehr durchatmen",
    "ohnmachtsanfälle|ohnmachten", "luftröhre|kehlkopf zugeschwollen|geschwollen",
    "atmen fiel|faellt|fällt schwer", "atmen~schwer|schwierig|unmoeglich",
    "schlecht|kaum|schwer|wenig|nicht|keine|schlechter luft",
    "nicht|kaum genug|genuegend|noch luft",
    "keine richtige luft", "nach luft~rang|ringen|gerungen|schnappen|geschnappt|schnappte|japsen",
    "luft~rang|ringen|gerungen|schnappen|geschnappt|schnappte|wegblieb", "luft blieb weg",
    "atemprobleme|atembeschwerden|atemschwierigkeiten|atemstoerung|atemstoerungen|atemstillstand",
    "atemaussetzer", "probleme|schwierigkeiten|muehe~atmen|atmung", "erschwerte|schwere atmung",
    "hardly|barely|scarcely|not|couldnt|cannot|cant breathe|breath|breathing",
    "cannot|cant|couldnt|not|hardly|barely really|properly|even|hardly|barely breathe|breath",
    "not|wasnt|isnt|werent able to breathe", "unable to breath",
    "not|cant|couldnt|cannot get|catch|draw my|any|enough|a breath|air",
    "find|found|finding it hard|difficult|tough to breathe|breath",
    "breathing difficulty|difficulties|problem|problems|trouble|issues",
    "breathing was|is|became|got|gets|getting hard|harder|difficult|laboured|labored|heavy",
    "struggling|struggled|struggle with|for my breathing|breath", "fighting|fought for breath|air",
    "asthma attack|attacks|flare|exacerbation",
    "asthmaanfall|asthmaanfälle|asthmaattacke|asthmaattacken", "asthma anfall|attacke",
    "hals|kehle|rachen|luftröhre~eng|enge|engegefühl|engegefuhl|zugeschnuert|zugegangen|zuging",
    "hals|kehle|rachen ging|geht|ist|war|macht|machte zu", "kehle|hals~schnuert|schnuerte",
    "halsenge|kehlkopfkrampf|laryngospasm|laryngospasmus",
    "kreislaufkollaps|kreislaufzusammenbruch|kreislaufschock|kreislaufversagen|kollaps",
    "kreislauf~zusammengebrochen|kollabiert|abgesackt|weggesackt|versagt",
    "kollabierte|kollabieren", "brach~zusammen", "bin|ich umgekippt",
    "bewusstlosigkeit|bewusstseinsverlust|synkope|synkopen|ohnmachtig|ohnmachtsanfall",
    "laryngeal|larynx|glottis|glottic|throat|airway|tongue|lip|facial oedema|edema|oedem",
    "larynxödem|kehlkopfödem|glottisödem|zungenödem|lippenödem|gesichtsödem",
    "laryngeal swelling|spasm", "bewusstsein~verlor|verloren|weg|truebte",
    "erstickungsanfall|erstickungsangst|erstickt|ersticken|erstickungsgefuhl",
    "nearly|almost|about to faint|collapsed",
  ])

  /// States in which diet tests are for the care team only, wherever they are written.
  private static let states =
    phrases([
      "breastfeeding|breastfeed|lactating|stillend|stillende|stillzeit", "breast feeding|feed",
      "nursing|nurse my|our|the|a baby|son|daughter|infant|newborn|child|toddler|twins",
      "stille|stillen|gestillt~ich|baby|kind|sohn|tochter", "stille mein|meine|meinen|noch|voll",
      "positive pregnancy test", "pregnancy test positive",
      "pregnancy test was|is|came positive", "schwangerschaftstest positiv",
      "schwangerschaftstest war|ist positiv", "positiver schwangerschaftstest",
      "ssw #|i|x", "# ssw", "ssw", "schwangerschaftswoche|schwangerschaftsmonat|trimester|trimenon",
      "enceinte|embarazada|incinta|zwanger", "expecting a|our|my baby|child|twins", "# weeks along",
      "erwarte|erwarten ein baby|kind",
      "bulimia|bulimic|bulimie|bulimisch|arfid|magersucht|magersüchtig|magersuchtig|anorexie",
      "anorektisch|ednos|osfed|orthorex*|esssucht|essgestoert|brechsucht|esssuechtig",
      "essstoerung*|essstorung*|esstoerung*|esstorung*", "ess stoerung|stoerungen|storung",
      "eating disorder|disorders|disordered", "disordered eating", "binge eating|eater",
      "laxative|laxatives~abuse|abused|abusing|misuse|misused|misusing|overuse",
      "abfuehrmittelmissbrauch|laxantienabusus|laxanzienabusus", "abfuehrmittel~missbrauch*",
      "made|make|making myself throw|vomit|sick", "binged|binge|binging and purged|purge|purging",
      "type|typ 1|i|one diabetes|diabetic|diabetics|diabetik*",
      "type1|typ1|t1 diabetes|diabetic|diabetik*",
      "diabetes|diabetic|diabetiker|diabetikerin~typ1|type1|t1",
      "diabetes|diabetic|diabetiker|diabetikerin type|typ 1|i|one",
      "diabetes mellitus type|typ 1|i|one",
      "diabetes|diabetic|diabetiker|diabetikerin|mellitus : type|typ 1|i|one", "t1d|t1dm|iddm|dm1",
      "insulinpumpe|insulinpflichtig*",
      "kidney|renal~disease|failure|insufficiency|dialysis|transplant", "dialysis|dialyse", "ckd",
      "nierenkrankheit|niereninsuffizienz|nierenerkrankung|nierenversagen|nierenschwaeche",
      "chemo|chemotherap*|immunosuppress*|immunsuppress*", "underweight|untergewicht*",
      "nierentransplant*|lebertransplant*|herztransplant*|lungentransplant*|stammzelltransplant*",
      "knochenmarktransplant*|organtransplant*", "my transplant",
      "kidney|liver|heart|lung|pancreas|cell|marrow|organ|renal transplant*",
    ]) + medicines + [
      Phrase(
        "pregnant|schwanger|schwangere",
        next: "women|woman|frauen|people|pause|friend|friends|colleague|sister|cow", before: "about"
      ),
      Phrase("anorexia|anorexic|anorexics", before: "about"),
      Phrase(
        "transplantation|transplantiert|transplantierte|transplantat",
        before: "hair|haar|haare|pflanzen|tomaten"),
      Phrase(
        "breastfed|gestillt", next: "as|bis|until|till|when|als|for|worden",
        before: "was|were|wurde"),
    ]
  private static let medicines = phrases([
    "tacrolimus|ciclosporin|cyclosporine|azathioprine|azathioprin|methotrexate|methotrexat",
    "humira|prednisone|prednisolone|prednisolon|rituximab|cyclophosphamide|cyclosporin",
    "infliximab|adalimumab|mycophenolate|mycophenolat|sirolimus|everolimus|ciclosporine",
    "prograf|advagraf|envarsus|adoport|cellcept|myfortic|neoral|sandimmun|sandimmune|imuran",
    "imurek|rapamune|certican|decortin|remicade|belatacept|nulojix|methylprednisolone|mtx",
  ])

  /// States in which diet tests are for the care team only, in a profile and as a context.
  static let careTeam =
    PhraseList(
      states
        + phrases([
          "breastfed|stille|stillen", "breast fed", "purging|purge|purged", "*transplantation",
          "*transplantiert|*transplantat", "toddler|infant|newborn|kleinkind|saeugling",
        ]) + [
          Phrase(
            "insulin", next: "resistance|resistant|resistenz|sensitivity|spike|spikes|level|levels"),
          Phrase("transplant*", next: "tomatoes|seedlings|plants|roses", before: "hair"),
          Phrase(
            "pregnancy|schwangerschaft", next: "test|tests",
            before: "before|last|previous|former|vor|letzte|fruehere"),
        ])
  /// Those of them that count in free text as well.
  static let careTeamInNotes =
    PhraseList(
      states
        + phrases([
          "units|einheiten|ie insulin", "units of insulin",
          "insulin injection|injections|pump|shot|shots|dose|bolus|pen|gespritzt|spritze|units",
          "injected|took|taking|inject|take|on|my insulin", "insulin~gespritzt|spritzen|injected",
        ]) + thinness + [
          Phrase(
            "my|meine|meiner pregnancy|schwangerschaft", next: "2*|19*|test", before: pastWords)
        ])
  private static let pastWords = "before|after|since|last|previous|vor|nach|seit"

  private static let stools =
    "stool|stools|poo|poop|faeces|feces|diarrhoea|diarrhea|motion|motions|stuhl|stuhlgang|durchfall"
  private static let notBlood = "test|tests|sugar|pressure|sample|samples|orange|oranges|count"
  private static let cleared =
    "clean|cleaned|cleaning|pick|picked|picking|swept|wiped|mopped|used|scooped"
  private static let notBlack = "coffee|tea|pudding|bean|beans|olives|pepper|currant|tee|kaffee|bar"
  private static let weightGoods =
    "shake|shakes|bar|bars|tea|drink|diet|powder|smoothie|plan|programme|program|goal|soup"

  /// Signs that a doctor should look at first.
  static let redFlags =
    PhraseList(
      phrases([
        "gewichtsverlust|gewichtsabnahme|gewichtsverluste",
        "lost|losing~weight", "losing weight", "loss of weight",
        "lost|lose|losing|loses # kg|kilo|kilos|kilograms|lb|lbs|pounds|stone|st",
        "# kg|kilo|kilos abgenommen|verloren", "verliere|verlor|verloren~gewicht|kilo|kilos",
        "weight dropped|dropping|falling|fell",
        "ungewollt|ungewollte|ungewollter|unbeabsichtigt|unbeabsichtigte|unfreiwillig"
          + "~abgenommen|abnahme|abnehme|gewichtsabnahme|ab|gewicht|kilo|kg",
        "blood in|on|with stool|stools|poo|poop", "blood in|on|with my|the stool|stools|poo|poop",
        "blut im|am stuhl", "rectal|anal bleeding", "rektale|anale blutung|blutungen",
        "bleeding from bottom|rectum|anus|behind", "bleeding from my|the bottom|rectum|anus|behind",
        "bleeding from back passage", "bleeding from my|the back passage",
        "blood in|on|with toilet|tissue|paper|bowl",
        "blood in|on|with my|the toilet|tissue|paper|bowl",
        "blood when|after wiping|wiped", "blut|blutig~toilettenpapier|klopapier|toilette|klo",
        "blood|blut and|und mucus|slime|schleim", "blutauflagerungen|blutauflagerung",
        "blutbeimengung|blutbeimengungen|blutstuhl|darmblutung|darmblutungen",
        "haematochezia|hematochezia|melaena|melena|meläna|haematemesis|hematemesis|haematemese",
        "teerstuhl|teerstühle|teerstuhle|pechstuhl|pechstühle|bluterbrechen",
        "tarry|tarlike|teeriger|teerig~" + stools,
        "vomit|vomits|vomited|vomiting|threw|throwing|thrown|puked|puking|coughed|coughing|erbrochen"
          + "|erbrach|erbreche|erbrechen|gekotzt|gespuckt|gebrochen|spucke|spuckte"
          + "~blood|blut|bloody|blutig",
        "coffee ground|grounds vomit|vomiting|vomited", "kaffeesatzerbrechen|kaffeesatzartig*",
        "vomit|vomits|vomited|vomiting|puke|puked|sick~grounds",
        "up like coffee ground|grounds",
        "looks|looked|looking like coffee ground|grounds",
        "erbrochen|erbrochene|erbrochenes|erbrach|erbrechen|gekotzt|gespuckt|uebergeben|gebrochen"
          + "~kaffeesatz",
        "blood when|after|as|whenever i|he|she|we wipe|wiped|wipes|wiping", "blood on wiping",
        "blut beim|nach abwischen|wischen|abputzen",
        "blut beim|nach dem abwischen|wischen|abputzen",
        "blut~gekackt|geschissen|ausgeschieden",
        "anaemia|anemia|anaemic|anemic|anaemias", "iron deficiency|deficient",
        "anämie|anamie|blutarmut|eisenmangelanämie|eisenmangelanamie|eisenmangel|blutarm",
        "nocturnal pain|diarrhoea|diarrhea|symptoms|cramps",
        "woke|wakes|woken|awoke|wake|waking~pain|diarrhoea|diarrhea|cramps|cramping|symptoms",
        "night time|night symptoms|pain|diarrhoea|diarrhea|cramps",
        "nachts~schmerzen|durchfall|krämpfe", "fieber|fiebrig|fieberhaft", "febrile",
      ]) + [
        Phrase("weight loss", next: weightGoods),
        Phrase("up coffee ground|grounds", before: cleared),
        Phrase("up some coffee ground|grounds", before: cleared),
        Phrase(
          "pooped|pooping|poops|pooed|passed|passing|shat|shitting blood|bloody", next: notBlood),
        Phrase("blood|bleeding|bloody|blut|blutig*|blutspuren~" + stools, inside: notBlood),
        Phrase("black|schwarz|schwarzer|schwarzen~" + stools, inside: notBlack),
        Phrase("fever|fevers|feverish", next: "tree", before: "hay|cabin|dengue"),
      ] + weightDown)

  /// Trouble with swallowing, and food that sticks.
  static let swallowing =
    PhraseList(
      phrases([
        "dysphag*|odynophag*", "schluckbeschwerd*|schluckstör*|schluckstorung*|schluckproblem*",
        "schluckschwierig*|schluckschmerz*|schlucklähmung|schluckunfähig*",
        "food impaction|bolus", "bolusobstruktion|bolusimpaktion|bolusereignis",
        "bolus obstruction",
        "stuck|sticks|sticking|lodged|lodges|caught|jammed|wedged|stecken|steckt|steckte|haengen"
          + "|steckengeblieben|haengengeblieben|hing|fest~"
          + "throat|gullet|oesophagus|esophagus|chest|windpipe|foodpipe|hals|speiseröhre|schlund"
          + "|rachen|kehle|brustbein",
        "trouble|difficulty|difficulties|problems|problem|painful|pain|hard|difficult"
          + "~swallow|swallowing",
        "swallowing|swallow~hurts|hurt|issues|impossible|discomfort",
        "cannot|cant|couldnt|unable|hardly|barely~swallow", "not swallow",
        "not|wasnt|isnt|werent able to swallow",
        "nicht|kaum|schlecht|schwer|nichts|schwerlich schlucken",
        "nicht|kaum|nichts richtig|mehr|gut|noch|normal schlucken",
        "keinen|kein bissen|essen|wasser schlucken",
        "schlucken~problem|probleme|schwierigkeiten|beschwerden|schmerzen|weh|mühe|schwer|unmöglich",
        "bissen|essen|nahrung|fleisch|brot|happen|tablette~stecken|steckengeblieben|steckenbleiben|"
          + "steckte|steckt|haengengeblieben",
        "choked|choking|choke|chokes on|with", "verschluckt|verschluckte",
        "struggle|struggled|struggling to swallow",
        "eosinophil* oesophagitis|esophagitis|ösophagitis|speiseröhrenentzündung", "eoe",
        "oesophagitis|esophagitis~eosinophil*", "oesophageal|esophageal stricture|ring|narrowing",
        "speiseröhrenverengung|ösophagusstenose",
      ])
        + [
          "food sticking|stuck|sticks|lodged", "food gets|got|getting|is|was|keeps|kept stuck",
          "bread|meat|steak|chicken|pill|tablet|bite|potato got|gets|getting|was|is stuck|lodged",
        ].map {
          Phrase($0, next: household)
        } + [
          Phrase("steckengeblieben", before: "essen|bissen|nahrung|fleisch|brot|happen|tablette")
        ])
  private static let household =
    "toaster|oven|pan|pot|fridge|freezer|teeth|tooth|braces|microwave|tin|jar|traffic|delivery"
}
