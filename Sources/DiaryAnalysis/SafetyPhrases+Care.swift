// SPDX-License-Identifier: Apache-2.0

extension SafetyPhrases {
  private static let accidents =
    "broken|fracture|fractured|sprain|sprained|accident|crash|car|fall|fell|wrist|ankle|knee|elbow"
    + "|dienst|unfall|knochenbruch"
  private static let came =
    "called|call|calling|came|come|arrived|rushed|took|taken|taking|rang|dialled|dialed|needed|sent"

  /// Care that is sought at once: why is not always said, so that it counts without a food as well.
  static let emergency =
    [
      "emergency room|rooms|department|departments|ward|clinic|doctor|doctors|physician|services",
      "to|the|at er", "in|to|at|from|by an er", "er visit|visits|trip", "into the er",
      "to urgent care", "urgent care visit",
      "to|at|into a and e", "to|at|into the a and e",
      "by|in ambulance", "by|in an|the ambulance", "ambulance~" + came,
      "paramedic|paramedics~" + came,
      "called|rang|dialled|dialed|phoned|call 911|999|112|144",
      "rushed|raced to hospital", "rushed|raced to the hospital", "taken to hospital",
      "taken to the hospital",
      "notaufnahme|notfallaufnahme|notfallambulanz|notfallstation|rettungsstelle",
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
          "rich|high|low|allergic|intolerant|sensitive|reaction|reacted|react|vitamin|vitamins"),
      Phrase("to|in|at|into the a e", next: "number|numbers|additive|additives|vitamin|vitamins"),
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

  /// A weight that is low whatever the height, and vomiting to lose it.
  static let thinness: [Phrase] = {
    let index =
      (10...17).map { "\($0)|\($0).*" }.joined(separator: "|")
      + "|18.0*|18.1*|18.2*|18.3*|18.4*"
    let kilograms = (25...45).map { "\($0)|\($0).*" }.joined(separator: "|")
    let link = "of|is|was|at|to|ist|war|liegt|only|nur|now|jetzt|:|under|unter|below|bei|noch|just"
    let vomited = "uebergeben|erbrochen|erbreche|gekotzt|kotze|erbrach|gebrochen"
    return ["bmi", "body mass index"].flatMap { name in
      [
        Phrase("\(name) \(index)"), Phrase("\(name) \(link) \(index)"),
        Phrase("\(name) \(link)|dropped|fell|down|sank|has \(link)|dropped|fell \(index)"),
        Phrase("\(name) 18", next: "#"), Phrase("\(name) \(link) 18", next: "#"),
      ]
    }
      + phrases([
        "nur|only|just|down noch|to|weigh|about \(kilograms) kg|kilo|kilos|kilogramm",
        "wiege|wiegt|wog|weigh|weighs|weighed nur|only|just|noch \(kilograms) kg|kilo|kilos",
        "wiege|wiegt|wog nur noch \(kilograms) kg|kilo|kilos|kilogramm",
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
