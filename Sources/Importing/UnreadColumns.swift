// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Columns that nothing reads, of which some are named as symptoms or foods are.
struct UnreadColumns {
  /// The most that one finding names.
  static let mostNamed = 100

  private(set) var symptoms: [String] = []
  private(set) var foods: [String] = []
  private(set) var others: [String] = []

  /// What is said about a food or a symptom, and is none.
  private static let aboutWords = [
    "id", "code", "type", "group", "category", "source", "brand", "time", "date", "unit",
    "notes", "note", "comment", "place", "location", "where", "who", "cost", "price", "barcode",
    "photo", "image", "url", "uhrzeit", "zeit", "ort", "notiz", "kategorie",
  ]

  /// Whether a column is named as one that says something about a food or a symptom.
  static func isAbout(_ column: ColumnProfile) -> Bool { column.isNamed(aboutWords) }

  /// Parts the names of columns.
  ///
  /// A preset knows what its app writes: of its columns only symptoms are looked for.
  init(_ names: [String], isPreset: Bool = false) {
    for name in names {
      let column = ColumnProfile(name: name)
      if Self.isAbout(column) {
        others.append(name)
      } else if DraftNames.isSymptom(column) {
        symptoms.append(name)
      } else if !isPreset && column.isNamed(DraftNames.eaten) && !DraftNames.isMeasure(column) {
        foods.append(name)
      } else {
        others.append(name)
      }
    }
  }

  /// The names in quotes.
  static func list(_ names: [String]) -> String {
    names.prefix(mostNamed).map { "“\($0.shortened)”" }.joined(separator: ", ")
      + (names.count > mostNamed ? " and \(names.count - mostNamed) more" : "")
  }
}

extension FindingLog {
  /// Tells of columns that are not read: a warning where they look as if they were a part of the
  /// diary, else a note.
  mutating func addUnread(_ columns: UnreadColumns, line: Int) {
    let parts = [("symptoms", columns.symptoms), ("foods", columns.foods)].filter { !$0.1.isEmpty }
    for (what, names) in parts {
      add(
        "diary-column-not-read", .warning, line: line,
        "Not read: \(UnreadColumns.list(names)), named as \(what) are.",
        remedy:
          "Add a rule to the mapping if \(names.count == 1 ? "it belongs" : "they belong") to the "
          + "diary; “reintro mapping FILE” drafts one.")
    }
    guard !columns.others.isEmpty else { return }
    add(
      "mapping-columns-unused", .note, line: line,
      "Not read: \(UnreadColumns.list(columns.others)).")
  }

  /// Tells of columns that the canonical format does not have.
  mutating func addUnread(besides known: [String], _ names: [String], line: Int) {
    let has = Set(names.map { $0.lowercased() })
    for name in names where !name.isEmpty && !known.contains(name.lowercased()) {
      let parts = UnreadColumns([name])
      let meant = Self.canonical(name).flatMap { has.contains($0) ? nil : $0 }
      let near = meant ?? Spelling.nearest(to: name, among: known)
      if meant != nil || !parts.symptoms.isEmpty || !parts.foods.isEmpty {
        add(
          "diary-column-not-read", .warning, line: line,
          "The column “\(name.shortened)” is not read; only signs of danger are looked for in it.",
          remedy: meant.map { "If it is what this format calls “\($0)”, name it so." }
            ?? "In this format each symptom and each food is a row of its own, with its kind.")
        continue
      }
      add(
        "csv-unknown-column", .note, line: line,
        "The column “\(name.shortened)” is not read; only signs of danger are looked for in it.",
        remedy: near.map { "Did you mean “\($0)”?" } ?? "")
    }
  }

  /// The canonical column that another name is used for.
  private static func canonical(_ name: String) -> String? {
    let words: [(String, [String])] = [
      (
        "value",
        ["severity", "intensity", "amount", "quantity", "rating", "score", "menge", "stärke"]
      ),
      ("unit", ["units", "scale", "einheit", "skala"]),
      ("groups", ["group", "allergens", "gruppe", "gruppen"]),
      ("note", ["notes", "comment", "comments", "notiz", "notizen", "bemerkung"]),
      ("participant", ["patient", "person", "subject", "teilnehmer"]),
    ]
    return words.first { $0.1.contains(name.folded) }?.0
  }
}
