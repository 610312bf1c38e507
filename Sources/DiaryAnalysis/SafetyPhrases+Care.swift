// SPDX-License-Identifier: Apache-2.0

extension SafetyPhrases {
  private static let accidents =
    "broken|fracture|fractured|sprain|sprained|accident|crash|car|fall|fell|wrist|ankle|knee|elbow"
    + "|dienst|unfall|knochenbruch"
  private static let came =
    "called|call|calling|came|come|arrived|rushed|took|taken|taking|rang|dialled|dialed|needed|sent"

  /// Places where care is given at once.
  private static let carePlaces = [
    "emergency room|rooms|department|departments|ward|clinic",
    "to|the|at er", "in|to|at|from|by an er", "er visit|visits|trip", "into the er",
    "to urgent care",
    "urgent care visit", "to|at|into a and e", "to|at|into the a and e",
    "notaufnahme|notfallaufnahme|notfallambulanz|notfallstation|rettungsstelle",
  ]

  /// Care that is sought at once: why is not always said, so that it counts without a food as well.
  static let emergency =
    carePlaces.map { Phrase($0, next: accidents, isCarePlace: true) }
    + [
      "emergency doctor|doctors|physician|services",
      "by|in ambulance", "by|in an|the ambulance", "ambulance~" + came,
      "paramedic|paramedics~" + came,
      "called|rang|dialled|dialed|phoned|call 911|999|112|144",
      "rushed|raced to hospital", "rushed|raced to the hospital", "taken to hospital",
      "taken to the hospital",
      // 112 is a dose of thyroxine as well.
      "112~gerufen|gewaehlt|angerufen|rufen|alarmiert",
      "notarzt|notaerztin|rettungswagen|krankenwagen|rtw|rettungsdienst|sanitaeter|notruf~gerufen"
        + "|geholt|kam|kamen|gekommen|gebracht|bestellt|gebraucht|alarmiert|rufen|gewaehlt|angerufen"
        + "|abgesetzt|eingeliefert|abgeholt",
      "mit|im notarzt|rettungswagen|krankenwagen|rtw",
      "mit dem rettungswagen|krankenwagen|rtw", "krankenhaus|klinik eingeliefert",
      "aux urgences", "a urgencias", "pronto soccorso", "spoedeisende hulp",
    ].map { Phrase($0, next: accidents) } + [
      // Additives have E-numbers, and there are vitamins A and E.
      Phrase(
        "to|in|at|into a e", next: "number|numbers|additive|additives|vitamin|vitamins",
        before:
          "rich|high|low|allergic|intolerant|sensitive|reaction|reacted|react|vitamin|vitamins",
        isCarePlace: true),
      Phrase(
        "to|in|at|into the a e", next: "number|numbers|additive|additives|vitamin|vitamins",
        isCarePlace: true),
    ]

  private static let hivesWords =
    "hives|urticaria|welts|wheals|quaddeln|quaddel|nesselsucht|nesselausschlag|nesselfieber|urtikaria"
  private static let bees = "bee|bees|honey"
  private static let otherCauses =
    "exercise|stress|heat|cold|sun|sunlight|shower|nettles|latex|waerme|kaelte|sport|running|gym"
  private static let units =
    "min|mins|minute|minutes|minuten|h|hr|hrs|hour|hours|std|stunde|stunden"

  /// Hives whose own text says that they followed a food, or how soon they came after something.
  static let quickHives =
    [
      hivesWords + " # \(units) after|nach",
      hivesWords + " within|about|around|some|circa|ca|etwa|innerhalb # \(units) after|of|nach",
      hivesWords + " within minutes of|after",
      hivesWords + " minutes|minuten|shortly|soon|right"
        + "|kurz|sofort|direkt|gleich|immediately|unmittelbar|straight|directly after|nach",
      "sofort|immediately|instantly|unmittelbar " + hivesWords,
    ].map { Phrase($0, next: otherCauses, before: bees) } + [
      Phrase(
        hivesWords + "~essen|mahlzeit|food|meal|eating|eaten|ate|lunch|dinner|breakfast|fruehstueck"
          + "|mittagessen|abendessen", before: bees, inside: otherCauses),
      Phrase(
        hivesWords + "~sofort|immediately|unmittelbar|instantly", before: bees,
        inside: otherCauses),
      Phrase("# \(units) after|nach * " + hivesWords, inside: otherCauses),
    ]

  /// A weight of the person that is low whatever the height, with a word that says so; as high as a
  /// thin adult's, so that a child's fires as well, which is for the care team anyway.
  private static let lowWeight: [Phrase] = {
    let kilograms = (25...45).map { "\($0)|\($0).*" }.joined(separator: "|")
    let unit = "kg|kgs|kilo|kilos|kilogramm|kilograms"
    let little = "nur|only|just|noch"
    return [
      "nur|only|just noch|to|weigh|about \(kilograms) \(unit)",
      "down noch|to \(kilograms) \(unit)",
      "runter|herunter|gesunken|gefallen auf \(kilograms) \(unit)",
      "wiege|wiegt|wog|weigh|weighs|weighed \(little) \(kilograms) \(unit)",
      "wiege|wiegt|wog nur noch \(kilograms) \(unit)",
      "auf \(kilograms) \(unit) runter|herunter|gesunken|gefallen",
      "am|im|bin \(little)|at \(kilograms) \(unit)", "now|jetzt \(little) \(kilograms) \(unit)",
      "weight|gewicht \(little) \(kilograms) \(unit)",
      "weight|gewicht :|is|ist|now|jetzt \(little) \(kilograms) \(unit)",
    ].map { Phrase($0, next: goods, before: lifting) }
  }()
  /// A weight that went down by so much, which says nothing of how much is left.
  static let weightDown: [Phrase] = {
    let unit = "kg|kgs|kilo|kilos|kilogramm|kilograms|lb|lbs|pound|pounds|stone|st"
    let about = "about|around|nearly|almost|over|another|some|roughly|by|more"
    let put =
      "put|set|pull|pulled|pulling|let|took|brought|price|prices|turned|lower|lowered|lay|laid"
    return ["down # \(unit)", "down \(about) # \(unit)", "down \(about) than # \(unit)"].map {
      Phrase($0, next: goods, before: lifting + "|" + put)
    } + phrases(["# kg|kilo|kilos runter"])
  }()
  /// What else is bought or lifted by the kilogram.
  private static let goods =
    "potatoes|kartoffeln|rice|reis|flour|mehl|apples|aepfel|luggage|gepaeck|dumbbell|dumbbells"
    + "|barbell|kettlebell|hantel|hanteln|meat|fleisch|sugar|zucker|coal|wood|holz|sand|cement"
  private static let lifting =
    "lift|lifted|lifting|press|pressed|benched|squat|squatted|squats|deadlift|deadlifted|curled"
    + "|hebe|hob|gehoben|gestemmt|stemmte|druecke|kniebeuge|kniebeugen|koffer|suitcase|bag|luggage"
    + "|rucksack|backpack|paket|parcel|bike|fahrrad|bought|gekauft|carried|getragen"

  /// A weight that is low whatever the height, and vomiting to lose it.
  static let thinness: [Phrase] = {
    let index =
      (10...17).map { "\($0)|\($0).*" }.joined(separator: "|")
      + "|18.0*|18.1*|18.2*|18.3*|18.4*"
    let link =
      "of|is|was|at|to|von|about|around|etwa|ca|circa|ist|war|liegt|only|nur|now|jetzt|:|under"
      + "|unter|below|bei|noch|just"
    let vomited = "uebergeben|erbrochen|erbreche|gekotzt|kotze|erbrach|gebrochen"
    return ["bmi", "body mass index"].flatMap { name in
      [
        Phrase("\(name) \(index)"), Phrase("\(name) \(link) \(index)"),
        Phrase("\(name) \(link)|dropped|fell|down|sank|has \(link)|dropped|fell \(index)"),
        Phrase("\(name) 18", next: "#"), Phrase("\(name) \(link) 18", next: "#"),
      ]
    }
      + lowWeight
      + phrases([
        "\(vomited) damit|dass ich nicht|nichts zunehme|zunehm|dick",
        "\(vomited) um nicht zuzunehmen|dick", "\(vomited) um abzunehmen",
        "\(vomited) um nicht|gewicht zu|zuzunehmen", "absichtlich|selbst|extra \(vomited)",
        "selbst zum erbrechen|kotzen|uebergeben", "finger in den hals", "fingers down my throat",
        "up|vomit|vomited|sick so i dont|wont|wouldnt|didnt|cant gain|get|put",
        "up|vomit|vomited|sick to lose|avoid|prevent|stop weight|gaining|putting",
        "up|vomit|vomited|sick to not gain|put", "up|vomit|vomited|sick on purpose",
      ])
  }()
}
