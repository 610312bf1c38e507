// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// What names of columns say that stands in them, in several languages.
///
/// A word that ends in `*` is the start of a word, one that starts with it the end of one.
enum DraftNames {
  /// Names of clock times.
  static let clocks = [
    "time", "clock", "hour", "at", "when", "uhrzeit", "uhr", "zeit", "tageszeit", "heure", "hora",
    "ora", "orario", "tijd", "tijdstip",
  ]

  /// Names of columns that say whose a row is.
  static let persons = ["participant", "patient", "user", "person", "subject", "teilnehmer"]

  /// Names of columns that hold foods, whatever else they may say.
  static let eaten = [
    "food*", "eaten", "ate", "eat", "dish", "dishes", "ingredient*", "breakfast", "brunch", "lunch",
    "dinner", "supper", "snack*", "drink*", "drank", "beverage*", "essen", "gegessen", "getrunken",
    "trinken", "lebensmittel", "nahrung", "verzehrt", "speise", "speisen", "gericht", "gerichte",
    "zutaten", "frühstück", "mittagessen", "abendessen", "abendbrot", "zwischenmahlzeit*",
    "getränk*",
    "aliment*", "repas", "mangé", "nourriture", "boisson*", "petit-déjeuner", "déjeuner", "dîner",
    "goûter", "comida*", "comido", "comí", "desayuno", "almuerzo", "cena", "merienda", "bebida*",
    "cibo", "cibi", "mangiato", "alimenti", "colazione", "pranzo", "spuntino", "bevanda", "bevande",
    "eten", "gegeten", "voeding", "ontbijt", "avondeten", "tussendoortje*",
  ]
  /// Names of columns of foods, or of meals.
  static let meals = [
    "meal*", "mahlzeit*", "dish*", "gericht*", "speise*", "lebensmittel*", "plat", "plats",
    "plato*",
    "pasto", "pasti", "maaltijd*",
  ]
  /// Names that may say that a column holds foods, where no other column's name says more.
  static let items = [
    "item", "items", "product", "products", "produkt", "produkte", "nahrungsmittel", "produit*",
    "producto*", "prodotto", "prodotti",
  ]
  /// Names of the parts of a day, which head columns of what was eaten then.
  private static let dayParts: Set<String> = [
    "morning", "noon", "midday", "afternoon", "evening", "morgen", "morgens", "früh", "mittag",
    "mittags", "nachmittag", "nachmittags", "abend", "abends", "zwischendurch", "matin", "midi",
    "soir", "mañana", "mediodía", "tarde", "noche", "mattina", "mezzogiorno", "sera", "ochtend",
    "middag", "avond",
  ]
  /// Names of columns that say how large a meal was.
  private static let sizes = [
    "size", "sizes", "*größe", "*groesse", "taille", "tamaño", "grandezza", "grootte",
  ]
  /// Names of columns that say how much of a food it was.
  static let amounts = [
    "amount", "quantity", "qty", "menge", "portion*", "grams", "gramm", "quantité", "cantidad",
    "quantità", "hoeveelheid",
  ]
  /// Names of columns that hold names of symptoms.
  static let symptomNames = [
    "symptom*", "complaint*", "beschwerde*", "tracker", "symptôme*", "síntoma*", "sintoma*",
    "sintom*", "klacht*", "symptoom", "reaction*", "reaktion*",
  ]
  /// Names of columns that hold the value of whatever a row is about.
  static let values = ["value", "wert", "valeur", "valor", "valore", "waarde"]
  /// Names of columns that say how strong a symptom was.
  static let severities =
    [
      "severity", "intensity", "rating", "score", "level", "strength", "degree", "grade", "bad",
      "badly", "strong", "severe", "*stärke", "stark", "schlimm", "schwer", "schwere", "*grad",
      "ausprägung", "*intensität", "skala", "bewertung", "intensité", "gravité", "sévérité",
      "intensidad", "gravedad", "severidad", "intensità", "gravità", "ernst",
    ] + values

  /// Clock times that are not those of what was eaten or felt.
  private static let nights = [
    "bed*", "wake*", "woke*", "waking", "bettzeit", "schlafenszeit", "bett", "aufgestanden",
    "aufgewacht", "aufstehen", "coucher", "lever", "réveil", "acostarse", "levantarse", "sveglia",
    "opgestaan",
  ]

  /// Contexts, the narrower before the wider.
  private static let contexts: [(name: String, words: [String])] = [
    ("stress", ["stress*", "estrés", "stresse"]),
    ("mood", ["mood*", "stimmung*", "humeur", "ánimo", "umore", "stemming"]),
    ("energy", ["energy", "energie", "énergie", "energía", "energia"]),
    (
      "exercise",
      [
        "exercise*", "sport*", "workout*", "training", "bewegung", "ejercicio", "esercizio",
        "beweging",
      ]
    ),
    (
      "menses",
      [
        "menses", "menstruation", "menstrual", "period", "periods", "bleeding", "periode", "regel",
        "règles", "regla", "mestruazioni", "menstruatie",
      ]
    ),
    ("alcohol", ["alcohol", "alkohol", "alcool"]),
    ("caffeine", ["caffeine", "koffein", "caféine", "cafeína", "caffeina", "cafeïne"]),
    ("antibiotics", ["antibiotic*", "antibiotik*", "antibiotique*", "antibiótico*"]),
    ("illness", ["illness", "sick", "ill", "krank", "krankheit", "malade", "maladie"]),
    ("travel", ["travel*", "reise", "voyage", "viaje", "viaggio", "reis"]),
    ("weight", ["weight", "gewicht", "poids", "peso"]),
  ]

  private static let sleep = [
    "sleep*", "slept", "asleep", "schlaf*", "geschlafen", "sommeil", "dormi", "sueño", "dormido",
    "sonno", "dormito", "slaap", "geslapen",
  ]
  private static let quality = [
    "quality", "qualität", "schlafqualität", "qualité", "calidad", "qualità", "kwaliteit", "score",
    "rating", "rested", "erholt",
  ]

  private static let symptoms = [
    "*ache", "aches", "aching", "*pain", "pains", "painful", "cramp*", "bloat*", "gas", "gassy",
    "wind", "flatulence", "nausea*", "vomit*", "diarr*", "constipat*", "reflux", "heartburn",
    "indigestion", "migraine*", "fatigue", "tired*", "exhaust*", "fog", "brainfog", "dizz*",
    "itch*", "rash*", "hives", "eczema", "acne", "flare*", "swelling", "wheez*", "cough*", "sneez*",
    "congestion", "insomnia", "anxiety", "irritab*", "urgency", "symptom*",
    "*schmerz", "*schmerzen", "*weh", "krampf", "krämpfe", "*krämpfe", "bläh*", "völlegefühl",
    "übelkeit", "übel", "erbrechen", "durchfall", "verstopf*", "sodbrennen", "aufstoßen", "migräne",
    "müde*", "müdigkeit", "erschöpf*", "schwindel", "juck*", "ausschlag", "hautausschlag",
    "quaddeln", "ekzem", "neurodermitis", "akne", "husten", "niesen", "angst", "beschwerde*",
    "douleur*", "mal", "maux", "crampe*", "ballonnement*", "gaz", "nausée*", "vomissement*",
    "diarrhée*", "brûlure*", "démangeaison*", "vertige*", "éruption*",
    "dolor*", "calambre*", "hinchazón", "gases", "náusea*", "vómito*", "estreñimiento", "acidez",
    "ardor", "migraña", "jaqueca", "fatiga", "cansancio", "picor", "mareo*", "sarpullido",
    "crampi", "gonfiore", "vomito", "stitichezza", "bruciore", "emicrania", "stanchezza",
    "affaticamento", "prurito", "vertigini", "cefalea",
    "*pijn", "krampen", "opgeblazen", "winderig*", "misselijk*", "braken", "verstopping",
    "zuurbranden", "moe", "moeheid", "vermoeid*", "jeuk", "uitslag", "duizelig*",
  ]

  private static let medicines = [
    "medication*", "medicine*", "meds", "drug", "drugs", "pill", "pills", "tablet*", "painkiller*",
    "medikament*", "tablette*", "*mittel", "médicament*", "medicamento*", "farmaco", "farmaci",
    "medicijn*", "ibuprofen", "paracetamol", "antihistamine*",
  ]
  private static let foods = ["lebensmittel", "nahrungsmittel"]

  /// How long, how often: of whatever else the name says.
  private static let counts = [
    "duration", "dauer", "durée", "duración", "durata", "duur", "count", "anzahl", "number",
    "nummer", "minutes", "minuten", "hours", "stunden", "id", "nr",
  ]
  private static let measures = [
    "calories", "kcal", "fat*", "protein*", "carb*", "sodium", "sugar*", "fib*", "amount",
    "quantity", "no", "age", "alter", "steps", "schritte", "pas", "pasos", "passi", "stappen",
    "cost", "price", "preis", "temperature", "temperatur", "temp", "pulse", "puls", "heart",
    "herzfrequenz", "bpm", "hrv", "glucose", "blutzucker", "blood", "blutdruck", "bmi", "height",
    "größe", "humidity", "weather", "wetter", "week", "woche", "cycle", "zyklus", "zyklustag",
    "distance", "screen", "time", "hour", "uhrzeit", "uhr", "zeit", "heure", "hora", "orario",
    "tijd",
  ]
  private static let drinks = [
    "coffee", "kaffee", "café", "caffè", "koffie", "tea", "tee", "thé", "wine", "wein", "vin",
    "vino", "wijn", "beer", "bier", "bière", "cerveza", "birra", "milk", "milch", "lait", "leche",
    "latte", "melk", "water", "wasser", "juice", "saft", "cola",
  ]
  private static let fever = ["fever", "fieber", "fièvre", "fiebre", "febbre", "koorts"]
  static let hours = [
    "h", "hr", "hrs", "std", "hour", "hours", "stunde", "stunden", "heures", "horas", "ore", "uren",
  ]
  static let minutes = ["min", "mins", "minute", "minutes", "minuten", "minuti", "minutos"]
  private static let units: Set<String> = [
    "h", "hr", "hrs", "std", "min", "mins", "s", "sec", "g", "kg", "mg", "mcg", "µg", "l", "ml",
    "cl", "dl", "oz", "lb", "lbs", "kcal", "kj", "cal", "cm", "m", "km", "mi", "bpm", "°c", "°f",
    "mmhg", "mmol/l", "mg/dl", "cups", "glasses", "drinks", "units",
  ]

  /// The context of the canonical format that a column holds; `nil` for none.
  static func context(_ column: ColumnProfile) -> String? {
    if isSymptom(column) || isMedicine(column) { return nil }
    if column.isNamed(sleep) { return column.isNamed(quality) ? "sleep-quality" : "sleep" }
    let found = contexts.first { column.isNamed($0.words) }?.name
    let isOfFood = found == "energy" && ["kcal", "kj", "cal"].contains(unit(column) ?? "")
    return isOfFood ? nil : found
  }

  /// Whether a column is named as a symptom is, by no other word, and not by how long or how often.
  static func isSymptom(_ column: ColumnProfile) -> Bool {
    guard !isMedicine(column), !column.isNamed(counts), !hasUnit(column) else { return false }
    let isTemperature = column.isNamed(fever)
    if isTemperature { return !(column.isNumber && column.low > 30) }
    return column.isNamed(symptoms)
  }

  /// Whether a column holds forms of stool on the Bristol scale.
  static func isStoolForm(_ column: ColumnProfile) -> Bool {
    let hasForms =
      column.isNumber
      ? column.whole == column.numbers && column.low >= 0 && column.high <= 7
      : !column.words.isEmpty
        && column.words.allSatisfy { word in
          word.filter(\.isNumber).count == 1 && word.contains { "1234567".contains($0) }
        }
    return hasForms
      && (column.isNamed(["bristol*", "bss", "bsfs", "bsf", "stuhlform"])
        || column.isNamed(["stool*", "stuhl*", "poop", "selles", "heces", "feci", "ontlasting"])
          && column.isNamed(["form*", "type", "typ", "scale", "skala", "tipo", "forma", "vorm"]))
  }

  /// Whether a column is named as one of foods or meals, and not as a symptom, a scale or a size.
  static func isFood(_ column: ColumnProfile) -> Bool {
    column.isNamed(eaten + meals) && !isSymptom(column) && column.scaleOfName == nil
      && !column.isNamed(symptomNames.filter { $0 != "tracker" }) && !isSize(column)
  }

  /// Whether a column says how large something was.
  static func isSize(_ column: ColumnProfile) -> Bool { column.isNamed(sizes) }

  /// Whether the whole name is a part of the day.
  static func isPartOfDay(_ column: ColumnProfile) -> Bool {
    dayParts.contains(column.header.folded)
  }

  /// Whether the whole name is that of a clock time.
  static func isClockAlone(_ column: ColumnProfile) -> Bool {
    clocks.contains(column.header.folded)
  }

  /// Whether a column says when somebody went to bed or got up.
  static func isOfNight(_ column: ColumnProfile) -> Bool { column.isNamed(nights) }

  /// The meal that a column is named after, as mappings call it; `nil` for none.
  static func meal(_ column: ColumnProfile) -> String? {
    DraftTimes.meals.first { $0.name != nil && column.isNamed($0.words + $0.inNames) }?.name
  }

  /// Whether a column names medicines.
  static func isMedicine(_ column: ColumnProfile) -> Bool {
    column.isNamed(medicines) && !column.isNamed(foods)
  }

  /// Whether a column counts something to drink.
  static func isDrink(_ column: ColumnProfile) -> Bool { column.isNamed(drinks) }

  /// Whether a column holds what is no severity: a count, a duration, a measurement.
  static func isMeasure(_ column: ColumnProfile) -> Bool {
    let whole = column.header.folded.withoutUnit
    return hasUnit(column) || column.isNamed(counts + measures)
      || ["day", "tag", "jour", "día", "giorno", "dag", "energy", "menge"].contains(whole)
      || column.isNamed(fever) || isSize(column)
  }

  /// The unit in the name, where it is one of a size, a time or the like.
  static func unit(_ column: ColumnProfile) -> String? {
    guard let unit = column.unit, units.contains(unit.lowercased()) else { return nil }
    return unit.lowercased()
  }

  private static func hasUnit(_ column: ColumnProfile) -> Bool { unit(column) != nil }
}

/// Words for times of the day, as people write them among clock times.
enum DraftTimes {
  private static let parts: [String: String] = {
    var parts: [String: String] = [:]
    let words = [
      (
        "06:00-11:00",
        [
          "morning", "am", "morgens", "morgen", "früh", "vormittag", "vormittags", "matin",
          "mañana", "mattina", "ochtend",
        ]
      ),
      (
        "11:00-14:00",
        [
          "noon", "midday", "mittag", "mittags", "midi", "mediodía", "mezzogiorno",
          "middag",
        ]
      ),
      (
        "14:00-18:00",
        ["afternoon", "nachmittag", "nachmittags", "après-midi", "tarde", "pomeriggio", "namiddag"]
      ),
      (
        "17:00-21:00",
        ["evening", "pm", "abend", "abends", "soir", "noche", "sera", "avond"]
      ),
      ("21:00-05:00", ["night", "nacht", "nachts", "nuit", "notte"]),
      ("day", ["all day", "whole day", "ganztags", "den ganzen tag", "?", "-"]),
    ]
    for (time, names) in words + meals.map({ ($0.time, $0.words) }) {
      for name in names { parts[name] = time }
    }
    return parts
  }()
  /// The meals of a day with their usual times: those that mappings name, the words of cells, and what
  /// names of columns hold besides.
  static let meals: [(name: String?, time: String, words: [String], inNames: [String])] = [
    (
      "breakfast", "06:00-10:00",
      [
        "breakfast", "frühstück", "petit-déjeuner", "petit déjeuner", "desayuno", "colazione",
        "ontbijt",
      ], ["petit", "morning", "morgen", "morgens", "früh", "matin"]
    ),
    (nil, "10:00-13:00", ["brunch"], []),
    (
      "lunch", "11:00-14:00",
      ["lunch", "mittagessen", "déjeuner", "almuerzo", "pranzo", "middageten"],
      ["mittag", "mittags", "noon", "midday", "midi"]
    ),
    (
      "dinner", "17:00-21:00",
      ["dinner", "supper", "abendessen", "abendbrot", "dîner", "cena", "avondeten"],
      ["evening", "abend", "abends", "soir", "avond"]
    ),
    (
      nil, "day",
      ["snack", "snacks", "zwischenmahlzeit", "goûter", "merienda", "spuntino", "tussendoortje"], []
    ),
  ]
  private static let mealWords = Set(meals.flatMap(\.words))

  /// Whether a folded word names a meal of the day.
  static func isMeal(_ word: String) -> Bool { mealWords.contains(word) }

  /// What a folded word means under `time: words`; `nil` for one that is not known.
  static func meaning(_ word: String) -> String? {
    if let part = parts[word] { return part }
    let ends = word.split(separator: "-").map { clock(String($0).trimmed) }
    guard let from = ends.first ?? nil, let to = ends.last ?? nil, ends.count <= 2 else {
      return nil
    }
    return ends.count == 1 ? text(from) : "\(text(from))-\(text(to))"
  }

  /// A clock time in a column of such, where a number alone is an hour.
  private static func clock(_ word: String) -> Int? {
    ClockText.written(word) ?? ClockText.secondOfDay(word + ":00")
  }

  private static func text(_ second: Int) -> String {
    let (hour, minute) = (second / 3600, second / 60 % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}
