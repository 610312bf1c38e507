// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// One row of Bearable's export: a category, a rating and what it is about.
struct BearableRow {
  var category: String
  var rating: String
  var detail: String
  var time: EntryTime
  var origin: Origin

  /// The entries of the row, without its note.
  ///
  /// - Throws: `RowFault` for ratings that cannot be read.
  func entries() throws(RowFault) -> [Entry] {
    let kind = category.folded
    switch kind {
    case "symptom", "symptoms": return [try symptom()]
    case "mood": return [try rated("mood", scale: nil)]
    case "energy": return [try rated("energy", scale: "1-5")]
    case "sleep quality": return [try rated("sleep-quality", scale: "1-5")]
    case "sleep": return [sleep()]
    case "meds/supplements", "medication", "medications", "supplements": return [medicine()]
    case "food diary": return try foods()
    case "food": return try ratedFoods()
    case "bowel movements", "bowel movement": return [measured("bowel-movement")]
    case "period", "cycle": return cycle()
    case "health measurements", "health measurement", "measurements": return [measurement()]
    case "notes", "note", "journal", "gratitude", "daily notes": return notes()
    default:
      let isFood = ["food", "nutrition", "diet", "drink"].contains { kind.contains($0) }
      return try factors(areFoods: isFood)
    }
  }

  /// What its category and rating say that none of its entries does; only safety gates see it.
  func words(besides entries: [Entry]) -> String {
    let said = entries.flatMap { entry in
      [entry.name, entry.value?.canonicalText, entry.unit, entry.note].compactMap(\.self)
    }.joined(separator: "\n").folded
    var cells = [category, rating].filter { $0.contains(where: \.isLetter) }
    cells.removeAll { Self.isUnderstood($0.folded) || said.contains($0.folded) }
    return cells.joined(separator: "; ")
  }

  /// Whether each word of a text is one of a category, a rating or a length of time.
  private static func isUnderstood(_ text: String) -> Bool {
    if categories.contains(text) || LengthText.minutes(text) != nil { return true }
    return text.split { !$0.isLetter }.allSatisfy { word in
      let word = String(word)
      return foodWords.contains(word) || severities[word] != nil || qualities[word] != nil
    }
  }

  private static let categories: Set<String> = [
    "symptom", "symptoms", "mood", "energy", "sleep quality", "sleep", "meds/supplements",
    "medication", "medications", "supplements", "food diary", "food", "bowel movements",
    "bowel movement", "period", "cycle", "health measurements", "health measurement",
    "measurements", "notes", "note", "journal", "gratitude", "daily notes",
  ]
  /// The words of categories such as “Food Diary factors”.
  private static let foodWords: Set<String> = [
    "food", "foods", "nutrition", "diet", "drink", "drinks", "diary", "factor", "factors", "meal",
    "meals",
  ]

  private func entry(
    _ kind: EntryKind, _ name: String, _ value: EntryValue? = nil, _ unit: String? = nil,
    note: String? = nil
  ) -> Entry {
    Entry(
      kind: kind, time: time, name: name, value: value, unit: unit,
      note: note?.nonEmpty, origin: origin)
  }

  /// `Back (lower) pain (Mild)`, rated 1: only the last brackets are the word of the rating.
  private func symptom() throws(RowFault) -> Entry {
    let (name, bracket) = Self.lastBracket(detail)
    let word = Self.severities[bracket.lowercased()]
    let own = word == nil ? detail : name
    let number = NumberText.number(rating) ?? Self.severities[rating.lowercased()] ?? word
    guard number != nil || rating.isEmpty else {
      throw notReadable("1 to 4, or Mild to Unbearable")
    }
    return entry(.symptom, own, number.map(EntryValue.number), number == nil ? nil : "0-4")
  }

  /// A rating on a scale, with its word where there is one.
  private func rated(_ name: String, scale: String?) throws(RowFault) -> Entry {
    let word = Self.qualities[detail.lowercased()] ?? Self.qualities[rating.lowercased()]
    guard let number = NumberText.number(rating) ?? word else {
      if rating.isEmpty { return entry(.context, name, note: detail) }
      throw notReadable("a number, or Awful to Great")
    }
    let rest = Self.qualities[detail.lowercased()] == nil ? detail : ""
    return entry(
      .context, name, .number(number), NumberText.number(rating) == nil ? "1-5" : scale, note: rest)
  }

  private func sleep() -> Entry {
    let hours = LengthText.minutes(rating).map { $0 / 60 } ?? NumberText.number(rating)
    // Sleep is of the day on which it ends, whenever it was entered.
    var own = entry(.context, "sleep", hours.map(EntryValue.number), "h", note: detail)
    own.time = .at(.day(time.start.date))
    if hours == nil && !rating.isEmpty { own.value = EntryValue(canonical: rating) }
    return own
  }

  /// `Hydroxyzine (mg)`, rated 50.
  private func medicine() -> Entry {
    let (name, unit) = Self.lastBracket(detail)
    let amount = EntryValue(canonical: rating)
    return entry(
      .context, "medication", amount, unit.isEmpty || amount == nil ? nil : unit, note: name)
  }

  /// `Heart rate (bpm)`, rated 62.
  private func measurement() -> Entry {
    let (name, unit) = Self.lastBracket(detail)
    let isWeight = name.lowercased() == "weight" && unit.lowercased() == "kg"
    let value = EntryValue(canonical: rating)
    return entry(.context, isWeight ? "weight" : name, value, unit.nonEmpty)
  }

  private func measured(_ name: String) -> Entry {
    entry(.context, name, EntryValue(canonical: rating), note: detail)
  }

  private func notes() -> [Entry] {
    let text = [rating, detail].filter { !$0.isEmpty }.joined(separator: ": ")
    return text.isEmpty ? [] : [entry(.note, "", note: text)]
  }

  /// `Meals: a | b. Snacks: c`: the lists with their labels end in full stops.
  private func foods() throws(RowFault) -> [Entry] {
    try BearableList.items(of: detail).map { entry(.food, $0.text, note: $0.label) }
  }

  /// `🍞 Bread (rye) - A lot | 🥛 Milk`, in lists with labels or without.
  private func ratedFoods() throws(RowFault) -> [Entry] {
    try BearableList.items(of: detail).compactMap { item in
      BearableList.factor(item.text).map { factor($0, isFood: true, label: item.label) }
    }
  }

  /// A phase of the cycle; days of bleeding are menses.
  private func cycle() -> [Entry] {
    let text = [rating, detail].filter { !$0.isEmpty }.joined(separator: ", ")
    guard !text.isEmpty else { return [] }
    let words = text.folded
    let bleeds = ["menstr", "period", "light", "medium", "heavy"].contains { words.contains($0) }
    if bleeds && !words.contains("no period") {
      return [entry(.context, "menses", .number(1), note: text)]
    }
    return [entry(.context, "cycle-phase", .text(text))]
  }

  /// `☕ Caffeine - Little | No meat`: what was ticked, with how much of it.
  private func factors(areFoods: Bool) throws(RowFault) -> [Entry] {
    let items = try BearableList.factors(of: detail.isEmpty ? rating : detail)
    if detail.isEmpty == false, items.count == 1, let item = items.first, !areFoods {
      let value = item.level.isEmpty ? rating : item.level
      return [entry(.context, item.name, EntryValue(canonical: value), note: category)]
    }
    return items.map { factor($0, isFood: areFoods) }
  }

  /// What was ticked; “No meat” says what was not eaten.
  private func factor(
    _ item: (name: String, level: String), isFood: Bool, label: String = ""
  ) -> Entry {
    guard isFood, !item.name.lowercased().hasPrefix("no ") else {
      return entry(.context, item.name, EntryValue(canonical: item.level), note: category)
    }
    let notes = [label, item.level].filter { !$0.isEmpty }
    return entry(.food, item.name, note: notes.joined(separator: "; "))
  }

  private func notReadable(_ expected: String) -> RowFault {
    RowFault(
      id: "bearable-rating-not-readable",
      summary: "“\(rating.shortened)” is no rating of \(category.shortened).",
      remedy: "Expected is \(expected).")
  }

  private static let severities: [String: Double] = [
    "none": 0, "mild": 1, "moderate": 2, "severe": 3, "unbearable": 4,
  ]
  private static let qualities: [String: Double] = [
    "awful": 1, "poor": 2, "ok": 3, "good": 4, "great": 5,
  ]

  /// A text without its last brackets, and what stands in them.
  static func lastBracket(_ text: String) -> (name: String, bracket: String) {
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else { return (text, "") }
    let inside = text[text.index(after: open)...].dropLast()
    let name = String(text[..<open]).trimmed
    return name.isEmpty ? (text, "") : (name, String(inside).trimmed)
  }
}

/// The lists that Bearable writes into one cell.
enum BearableList {
  /// The most items of one cell.
  static let limit = 1000

  /// The items of `Meals: a | b. Snacks: c`, each with its label.
  static func items(of cell: String) throws(RowFault) -> [(label: String, text: String)] {
    var items: [(label: String, text: String)] = []
    var label = ""
    for part in try parts(of: cell) {
      // A list ends within a part: “b. Snacks: c”.
      for piece in pieces(of: String(part)) {
        label = piece.label ?? label
        let text = piece.text.hasSuffix(".") ? String(piece.text.dropLast()) : piece.text
        if !text.trimmed.isEmpty { items.append((label, text.trimmed)) }
      }
    }
    return items
  }

  private static func parts(of cell: String) throws(RowFault) -> [Substring] {
    let parts = cell.split(separator: "|")
    if parts.count <= limit { return parts }
    throw RowFault(
      id: "bearable-too-many-items",
      summary: "The cell lists \(parts.count) items; the limit is \(limit).",
      remedy: "No day has as many: check that this is the export as it was saved.")
  }

  /// The parts of `b. Snacks: c`, with the labels that start them.
  private static func pieces(of text: String) -> [(label: String?, text: String)] {
    var pieces: [(label: String?, text: String)] = []
    var rest = text[...]
    var label: String?
    if let first = Self.label(rest) {
      label = first.label
      rest = first.rest
    }
    var from = rest.startIndex
    while let stop = rest[from...].firstRange(of: ". ") {
      if let next = Self.label(rest[stop.upperBound...]) {
        pieces.append((label, String(rest[..<stop.lowerBound]).trimmed))
        label = next.label
        rest = next.rest
        from = rest.startIndex
      } else {
        from = stop.upperBound
      }
    }
    pieces.append((label, String(rest).trimmed))
    return pieces
  }

  /// The longest label in bytes.
  private static let longestLabel = 30

  /// The label that a text starts with: a capital letter, up to three words, a colon and a blank.
  private static func label(_ text: Substring) -> (label: String, rest: Substring)? {
    let text = text.drop { $0 == " " }
    guard text.first?.isUppercase == true,
      let colon = text.prefix(longestLabel + 1).firstIndex(of: ":")
    else { return nil }
    let name = text[..<colon]
    let rest = text[text.index(after: colon)...]
    guard name.utf8.count <= longestLabel, rest.isEmpty || rest.first == " ",
      name.allSatisfy({ $0.isLetter || $0 == " " }), name.split(separator: " ").count <= 3
    else { return nil }
    return (String(name), rest)
  }

  /// The items of `☕ Caffeine - Little | 💣 Stress - Moderate`, without pictures.
  static func factors(of cell: String) throws(RowFault) -> [(name: String, level: String)] {
    try parts(of: cell).compactMap { factor(String($0)) }
  }

  /// `☕ Caffeine - Little` without its picture; `nil` where nothing else is left.
  static func factor(_ item: String) -> (name: String, level: String)? {
    let text = ItemSplitter.withoutEmoji(item.trimmed)
    guard !text.isEmpty else { return nil }
    guard let dash = text.ranges(of: " - ").last else { return (text, "") }
    return (String(text[..<dash.lowerBound]), String(text[dash.upperBound...]).trimmed)
  }
}
