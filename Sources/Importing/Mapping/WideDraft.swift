// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// A table with one column for each symptom, context or drink.
extension DraftRoles {
  private static let mostWords = 20

  /// Makes rules of the columns that are left, by their names and cells.
  ///
  /// Beside a column that names symptoms only columns that are named as symptoms are some.
  mutating func readWide(besideNames: Bool = false) {
    while let column = take(where: { DraftNames.isMedicine($0) && $0.isText && !$0.isAnswer }) {
      add([
        "  - kind: medicine", "    where: {\(key(column)): {blank: false}}",
        "    name: \(cell(column))   # such as \(sample(column))",
      ])
    }
    readContexts { _ in true }
    readStoolForms()
    readSymptomColumns(besideNames)
    readSymptomWords(besideNames)
    while let drink = take(where: { DraftNames.isDrink($0) && $0.isNumber && $0.isNamed }) {
      add([
        "  # DOUBT: taken for how much was drunk; state the unit, or take the rule out.",
        "  - kind: drink", "    where: {\(key(drink)): {above: 0}}",
        "    name: \(MappingDraft.quoted(drink.header.withoutUnit.filter { !"{}".contains($0) }))",
        "    value: \(cell(drink))",
        "    unit: \(MappingDraft.quoted(drink.unit ?? "portion"))",
      ])
    }
  }

  // MARK: Contexts

  /// Makes rules of columns that are contexts of these names.
  mutating func readContexts(where isWanted: (String) -> Bool) {
    for column in left { readContext(column, where: isWanted) }
  }

  private mutating func readContext(_ column: ColumnProfile, where isWanted: (String) -> Bool) {
    guard let name = DraftNames.context(column), isWanted(name) else { return }
    let isYesOrNo = ["menses", "illness", "travel", "antibiotics"].contains(name)
    var lines = ["  - kind: context", "    name: \(name)", "    value: \(cell(column))"]
    lines.append("    blank: skip")
    if let read = ratingLines(column, of: name) ?? lengthLines(column, of: name) {
      lines += read
    } else if column.isNumber {
      guard let read = unitLines(column, of: name) else { return }
      lines += read
    } else if !isYesOrNo || !column.isText || column.words.count > Self.mostWords {
      return
    }
    _ = take { $0.name == column.name }
    add(lines)
  }

  /// The lines of a rating in numbers, in words or in both; `nil` where most cells are neither.
  private func ratingLines(_ column: ColumnProfile, of name: String) -> [String]? {
    guard ["stress", "mood", "energy", "sleep-quality"].contains(name) else { return nil }
    func place(_ word: String) -> Int? {
      name == "stress" ? SeverityWords.severity(word) : QualityWords.quality(word)
    }
    let words = column.wordsAmongNumbers
    let odd = words.filter { place($0) == nil && !SeverityWords.isNothing($0) }
    guard column.isNumber || words.count <= Self.mostWords && odd.count * 2 < words.count else {
      return nil
    }
    let scale = column.isNumber ? column.statedScale ?? "0-10" : column.scaleOfWords
    let rescale = scale == "0-10" ? [] : ["    rescale: 0-10"]
    let isOpen = column.statedScale == nil && column.isNumber
    let open = [
      "    # DOUBT: read as 0-10. If you used another scale, say it and rescale, such as:",
      "    # scale: 1-5", "    # rescale: 0-10",
    ]
    let line = column.statedScale == nil ? "    scale: \(scale)" : statedLine(scale, [column])
    return (isOpen ? open : [line] + rescale) + wordLines(words, of: name, place, scale)
  }

  /// What the words of a rating mean; nothing where there are none.
  private func wordLines(
    _ words: [String], of name: String, _ place: (String) -> Int?, _ scale: String
  ) -> [String] {
    guard !words.isEmpty, case .numbers(let low, let high)? = SeverityScale(scale) else {
      return []
    }
    let doubt =
      name == "stress" ? "how much stress these words are" : "how good these words are"
    return ["    # DOUBT: \(doubt) on \(scale); skip is for no entry.", "    words:"]
      + words.map { word in
        let number = place(word).map { low + Double($0) * (high - low) / 4 }
        return "      \(MappingDraft.quoted(word)): \(number.map(NumberText.text) ?? "skip")"
      }
  }

  /// The lines of lengths of sleep that are not all plain numbers; `nil` where most are none.
  func lengthLines(_ column: ColumnProfile, of name: String) -> [String]? {
    let texts = column.withoutNumber.texts
    guard name == "sleep", !texts.isEmpty else { return nil }
    let form = unitLines(column, of: name) == ["    unit: min"] ? "minutes" : "hours"
    let odd = texts.filter {
      LengthText.minutes($0) == nil && (form == "minutes" || LengthText.span($0) == nil)
    }
    .map(\.folded).filter { !$0.contains("|") }
    guard odd.count * 2 < column.words.count else { return nil }
    guard !odd.isEmpty else { return ["    value-as: \(form)"] }
    return [
      "    value-as: \(form)",
      "    # DOUBT: these cells are no lengths of sleep; give each a number of \(form), or skip it.",
      "    words:",
    ] + odd.sorted().map { "      \(MappingDraft.quoted($0)): skip" }
  }

  /// The lines of a number's unit; `nil` where the name gives one that the context cannot be in.
  private func unitLines(_ column: ColumnProfile, of name: String) -> [String]? {
    let unit = DraftNames.unit(column)
    let isHours = column.isNamed(DraftNames.hours)
    let isMinutes = column.isNamed(DraftNames.minutes)
    switch name {
    case "sleep":
      // A slip of the pen is no reason to take hours for minutes.
      let isLong = column.high > 24 && !(isHours && column.low <= 24)
      return ["    unit: \(isMinutes || isLong ? "min" : "h")"]
    case "exercise":
      guard unit == nil || isHours || isMinutes else { return nil }
      return (isHours && !isMinutes ? ["    multiply: 60"] : []) + ["    unit: min"]
    case "caffeine": return unit == nil || unit == "mg" ? ["    unit: mg"] : nil
    case "alcohol": return ["drinks", "glasses", "units"].contains(unit ?? "drinks") ? [] : nil
    // Grams are those of a food.
    case "weight" where ["g", "mg", "oz"].contains(unit ?? ""): return nil
    case "weight": return column.unit.map { ["    unit: \(MappingDraft.quoted($0))"] } ?? []
    default: return []
    }
  }

  // MARK: Symptoms

  /// Forms of stool are numbers on a scale of their own, whatever the names of other columns say.
  private mutating func readStoolForms() {
    while let column = take(where: { DraftNames.isStoolForm($0) }) {
      let words = column.wordsAmongNumbers.map { word in
        let forms = word.filter(\.isNumber)
        let form = Int(forms).flatMap { (1...7).contains($0) ? String($0) : nil }
        return "      \(MappingDraft.quoted(word)): \(form ?? "skip")"
      }
      add(
        [
          "  # Form 4 is best: what counts is how far from it a form is.",
          "  - kind: symptom", "    name: Bristol stool form", "    value: \(cell(column))",
          "    scale: 1-7", "    blank: skip",
        ] + (words.isEmpty && column.low > 0 ? [] : ["    words:"] + words)
          + (column.low <= 0 ? ["      \"0\": skip"] : []))
    }
  }

  private mutating func readSymptomColumns(_ besideNames: Bool) {
    var scales: [String: [ColumnProfile]] = [:]
    func isSeverity(_ column: ColumnProfile) -> Bool {
      guard column.scale != nil, column.isNamed, DraftNames.context(column) == nil,
        !DraftNames.isMedicine(column)
      else { return false }
      return DraftNames.isSymptom(column)
        || !besideNames && !DraftNames.isMeasure(column) && !DraftNames.isDrink(column)
          && !DraftNames.isFood(column)
    }
    while let column = take(where: isSeverity) {
      scales[column.statedScale ?? column.scale ?? "", default: []].append(column)
    }
    for (scale, columns) in scales.sorted(by: { $0.key < $1.key }) {
      let plain = columns.filter { $0.withoutNumber.texts.isEmpty }
      let lists =
        (plain.isEmpty ? [] : [plain])
        + columns.filter { !$0.withoutNumber.texts.isEmpty }.map { [$0] }
      for list in lists {
        add(
          columnLines(list) + scaleLines(scale, list)
            + (list.first.map { oddWordLines($0, scale) } ?? []))
      }
    }
  }

  /// Columns whose cells say in words how strong a symptom was.
  private mutating func readSymptomWords(_ besideNames: Bool) {
    func isSeverity(_ column: ColumnProfile) -> Bool {
      guard column.isText, column.isNamed, column.words.count <= Self.mostWords,
        DraftNames.context(column) == nil, !DraftNames.isMedicine(column)
      else { return false }
      if DraftNames.isSymptom(column) { return column.hasSeverity || column.isAnswer }
      return !besideNames && column.isSeverity && !DraftNames.isMeasure(column)
        && !DraftNames.isDrink(column)
    }
    while let column = take(where: isSeverity) {
      add(columnLines([column]) + valueLines(column))
    }
  }

  /// The start of a rule with an entry for each column.
  private func columnLines(_ columns: [ColumnProfile]) -> [String] {
    let isKnown = columns.allSatisfy { DraftNames.isSymptom($0) }
    let doubt =
      "  # DOUBT: taken for symptoms because of what stands in them; take out what is none."
    let names = columns.map { MappingDraft.quoted($0.name) }
    let start = (isKnown ? [] : [doubt]) + ["  - kind: symptom", "    columns:"]
    guard columns.contains(where: { $0.header.withoutUnit != $0.header }) else {
      return start + names.map { "      - \($0)" }
    }
    return start + ["      list: [\(names.joined(separator: ", "))]", "      strip-unit: true"]
  }
}

extension ColumnProfile {
  /// Whether some cells say how strong something was, or that it was not.
  var hasSeverity: Bool { words.contains { SeverityWords.severity($0) != nil } }

  /// Whether all cells do, some of them by more than yes and no.
  var isSeverity: Bool {
    words.allSatisfy { SeverityWords.severity($0) != nil || NumberText.number($0) != nil }
      && words.contains { (SeverityWords.severity($0) ?? 0) > 0 }
  }

  /// Whether all cells only say yes or no.
  var isAnswer: Bool {
    !words.isEmpty
      && words.allSatisfy { SeverityWords.isPresence($0) || SeverityWords.severity($0) == 0 }
  }
}
