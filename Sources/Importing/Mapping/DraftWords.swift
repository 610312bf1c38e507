// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Words that say what a row of an event list is.
enum DraftKinds {
  private static let words: [(kind: String, words: Set<String>)] = [
    (
      "food",
      [
        "food", "foods", "meal", "meals", "eaten", "snack", "snacks", "breakfast", "brunch",
        "lunch", "dinner", "supper", "essen", "mahlzeit", "mahlzeiten", "lebensmittel", "speise",
        "speisen", "frühstück", "mittagessen", "abendessen", "zwischenmahlzeit", "nahrung",
        "aliment", "aliments", "repas", "petit-déjeuner", "déjeuner", "dîner", "goûter", "comida",
        "comidas", "alimento", "alimentos", "desayuno", "almuerzo", "cena", "merienda", "cibo",
        "cibi", "pasto", "pasti", "alimenti", "colazione", "pranzo", "spuntino", "eten", "voeding",
        "maaltijd", "maaltijden", "ontbijt", "avondeten", "tussendoortje",
      ]
    ),
    (
      "drink",
      [
        "drink", "drinks", "beverage", "getränk", "getränke", "trinken", "boisson", "boissons",
        "bebida", "bebidas", "bevanda", "bevande", "drank", "drinken",
      ]
    ),
    (
      "symptom",
      [
        "symptom", "symptoms", "symptome", "beschwerde", "beschwerden", "symptôme", "symptômes",
        "síntoma", "síntomas", "sintoma", "sintomas", "sintomo", "sintomi", "klacht", "klachten",
        "symptoom", "symptomen", "reaction", "reactions", "reaktion", "reaktionen",
      ]
    ),
    (
      "medicine",
      [
        "medication", "medications", "medicine", "drug", "medikament", "medikamente",
        "médicament", "médicaments", "medicamento", "medicamentos", "farmaco", "farmaci",
        "medicijn", "medicijnen",
      ]
    ),
    (
      "supplement",
      [
        "supplement", "supplements", "nahrungsergänzung", "complément", "suplemento",
        "integratore",
      ]
    ),
    (
      "note",
      [
        "note", "notes", "notiz", "notizen", "comment", "comments", "nota", "notas", "opmerking",
      ]
    ),
    ("context", ["context", "kontext"]),
  ]

  /// Words that name a context of their own.
  private static let contexts: [String: String] = [
    "sleep": "sleep", "schlaf": "sleep", "sommeil": "sleep", "sueño": "sleep", "sonno": "sleep",
    "slaap": "sleep", "stress": "stress", "stresse": "stress", "estrés": "stress",
    "mood": "mood", "stimmung": "mood", "humeur": "mood", "ánimo": "mood", "umore": "mood",
    "stemming": "mood", "exercise": "exercise", "sport": "exercise", "ejercicio": "exercise",
    "energy": "energy", "weight": "weight", "gewicht": "weight",
  ]

  /// The kind that a word means, in lower case.
  static func kind(_ word: String) -> String? {
    words.first { $0.words.contains(word) }?.kind ?? (contexts[word] == nil ? nil : "context")
  }

  /// The context that a word names by itself.
  static func context(_ word: String) -> String? { contexts[word] }
}

/// Words of severity in several languages, from none to unbearable.
enum SeverityWords {
  private static let steps: [[String]] = [
    [
      "none", "no", "nothing", "not at all", "absent", "nil", "keine", "kein", "keiner", "nein",
      "nichts", "gar nicht", "ohne", "aucun", "aucune", "rien", "non", "pas du tout", "absente",
      "nul", "nulle", "ninguno", "ninguna", "ningún", "nada", "ausente", "nessuno", "nessuna",
      "niente", "assente", "geen", "niets", "nee", "afwezig", "helemaal niet",
    ],
    [
      "mild", "slight", "light", "low", "weak", "minor", "a little", "a bit", "leicht", "leichte",
      "gering", "schwach", "wenig", "etwas", "ein wenig", "léger", "légère", "faible", "peu",
      "un peu", "leve", "ligero", "ligera", "suave", "poco", "débil", "bajo", "lieve", "leggero",
      "leggera", "debole", "basso", "licht", "zwak", "weinig", "beetje", "een beetje",
    ],
    [
      "moderate", "medium", "middling", "mittel", "mäßig", "mässig", "maessig", "mittelmäßig",
      "moderat", "mittelstark", "mittelschwer", "modéré", "modérée", "moyen", "moyenne",
      "moderado", "moderada", "medio", "media", "mediano", "moderato", "moderata", "matig",
      "gemiddeld", "middelmatig",
    ],
    [
      "severe", "strong", "high", "bad", "heavy", "intense", "stark", "starke", "schwer",
      "schlimm", "heftig", "hoch", "fort", "forte", "sévère", "élevé", "fuerte", "severo",
      "severa", "grave", "intenso", "alto", "sterk", "ernstig", "zwaar", "hevig", "erg", "hoog",
    ],
    [
      "very severe", "very strong", "unbearable", "extreme", "worst", "sehr stark", "sehr schwer",
      "unerträglich", "extrem", "très fort", "très sévère", "insupportable", "extrême",
      "muy fuerte", "muy grave", "insoportable", "extremo", "molto forte", "molto grave",
      "insopportabile", "estremo", "zeer sterk", "zeer ernstig", "heel erg", "ondraaglijk",
      "extreem",
    ],
  ]

  private static let places: [String: Int] = {
    var places: [String: Int] = [:]
    for (place, words) in steps.enumerated() {
      for word in words { places[word] = place }
    }
    return places
  }()

  /// Words that say that something was there, and no more.
  private static let presence: Set<String> = [
    "yes", "y", "true", "x", "there", "present", "taken", "ja", "j", "wahr", "da", "vorhanden",
    "oui", "vrai", "présent", "présente", "si", "sí", "sì", "presente", "aanwezig", "1",
  ]

  /// Words that stand for no entry.
  private static let nothing: Set<String> = ["n/a", "na", "-", "–", "--", "?", "k.a.", "nb"]

  /// Whether a folded word stands for no entry.
  static func isNothing(_ word: String) -> Bool { nothing.contains(word) }

  /// The severity of a folded word from 0 for none to 4; `nil` for other words.
  static func severity(_ word: String) -> Int? { places[word] }

  /// Whether a folded word says only that something was there.
  static func isPresence(_ word: String) -> Bool { presence.contains(word) }
}

/// Cells of foods that say that nothing was eaten.
enum NothingEaten {
  private static let words: Set<String> = [
    "skipped", "skip", "missed", "fasted", "fasting", "nothing eaten", "ate nothing", "not eaten",
    "ausgelassen", "ausgefallen", "weggelassen", "gefastet", "nichts gegessen", "entfällt", "—",
    "---", "/", "n.a.", "k. a.", "jeûne", "sauté", "omitido", "ayuno", "saltato", "digiuno",
    "overgeslagen",
  ]

  /// Whether a folded word says so.
  static func isSaid(_ word: String) -> Bool {
    words.contains(word) || SeverityWords.isNothing(word) || SeverityWords.severity(word) == 0
  }
}

/// Words of moods, energy and the quality of sleep in several languages, from awful to great.
enum QualityWords {
  private static let steps: [Set<String>] = [
    [
      "awful", "terrible", "horrible", "very bad", "very low", "worst", "sehr schlecht",
      "schrecklich", "furchtbar", "très mauvais", "très mauvaise", "très mal", "muy mal",
      "muy malo", "pésimo", "pessimo", "molto male", "zeer slecht",
    ],
    [
      "bad", "poor", "low", "sad", "down", "not good", "not great", "schlecht", "mies", "traurig",
      "niedrig", "wenig", "mauvais", "mauvaise", "mal", "triste", "bas", "basse", "malo", "mala",
      "bajo", "baja", "male", "cattivo", "cattiva", "basso", "bassa", "slecht", "laag",
    ],
    [
      "ok", "okay", "o.k.", "meh", "so so", "so-so", "average", "neutral", "fair", "normal",
      "medium", "mittel", "mittelmäßig", "mäßig", "geht so", "naja", "moyen", "moyenne", "regular",
      "medio", "media", "così così", "normale", "gemiddeld", "matig",
    ],
    [
      "good", "fine", "well", "happy", "high", "gut", "glücklich", "hoch", "bon", "bonne", "bien",
      "élevé", "élevée", "bueno", "buena", "alto", "alta", "buono", "buona", "bene", "goed", "hoog",
    ],
    [
      "great", "excellent", "very good", "very high", "super", "rad", "sehr gut", "ausgezeichnet",
      "hervorragend", "très bon", "très bonne", "très bien", "excellente", "muy bien", "muy bueno",
      "muy buena", "excelente", "ottimo", "ottima", "eccellente", "molto bene", "zeer goed",
      "uitstekend",
    ],
  ]

  /// How good a folded word is from 0 to 4; `nil` for other words.
  static func quality(_ word: String) -> Int? { steps.firstIndex { $0.contains(word) } }
}
