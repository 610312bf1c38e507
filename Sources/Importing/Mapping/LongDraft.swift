// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// A table with a column of foods, or with one of symptoms and another of how strong they were.
extension DraftRoles {
  // MARK: Foods

  mutating func readFoods() {
    func isAmount(_ column: ColumnProfile) -> Bool {
      column.isNamed(DraftNames.amounts + Self.unitHints)
    }
    var hasMeal = false
    func isFood(_ column: ColumnProfile) -> Bool {
      DraftNames.isFood(column) && column.isText && column.clocks * 2 < column.filled
    }
    while let food = take(where: { isFood($0) && !isAmount($0) }) {
      hasMeal = hasMeal || DraftNames.meal(food) != nil
      readFood(food)
    }
    if entries.isEmpty, let food = take(where: isFood) {
      readFood(food)
    }
    readPartsOfDay(hasMeal)
    // A name that says little counts where no other says more.
    if entries.isEmpty, let food = take(where: { $0.isNamed(DraftNames.items) && $0.isText }) {
      readFood(food)
    }
  }

  /// Columns named after parts of the day hold foods beside a column of a meal; of several without one
  /// it is a doubt.
  private mutating func readPartsOfDay(_ hasMeal: Bool) {
    func isFood(_ column: ColumnProfile) -> Bool {
      DraftNames.isPartOfDay(column) && column.isText && !column.isAnswer
        && !column.words.contains { (SeverityWords.severity($0) ?? 0) > 0 }
        && !column.words.contains { QualityWords.quality($0) != nil }
    }
    guard hasMeal || entries.isEmpty && left.count(where: isFood) > 1 else { return }
    while let food = take(where: isFood) {
      if !hasMeal {
        add(["  # DOUBT: taken for what was eaten then; take the rule out if it is none."])
      }
      readFood(food)
    }
  }

  /// The cells that say that nothing was eaten, as a test of a row; `nil` where there are none.
  private func eaten(_ food: ColumnProfile) -> String? {
    guard !food.nothings.isEmpty else { return nil }
    return "not: [\(food.nothings.sorted().map(MappingDraft.quoted).joined(separator: ", "))]"
  }

  private mutating func readFood(_ food: ColumnProfile) {
    var lines = ["  - kind: food"]
    let eaten = eaten(food)
    if eaten != nil { lines.append("    # DOUBT: the words behind “not” were taken for no food.") }
    let signs = food.itemSigns
    if !signs.isEmpty {
      lines.append(partLine(food))
      if let eaten { lines.append("    where: {\(key(food)): {\(eaten)}}") }
    } else {
      let test = (["blank: false"] + [eaten].compactMap(\.self)).joined(separator: ", ")
      lines.append("    where: {\(key(food)): {\(test)}}")
      lines.append("    name: \(cell(food))   # such as \(sample(food))")
    }
    if let day, let meal = DraftNames.meal(food) {
      lines.append("    time: {\(day), meal: \(meal)}")
    }
    if let meal { lines.append("    note: \(cell(meal))") }
    if signs.isEmpty, let amount = take(where: { $0.isNamed(DraftNames.amounts) }) {
      lines += amountLines(amount)
    }
    add(lines)
  }

  /// The line that takes the items of a cell apart.
  private func partLine(_ column: ColumnProfile) -> String {
    let signs = column.itemSigns.map(MappingDraft.quoted)
    return "    each: {of: \(cell(column)), split: "
      + (signs.count == 1 ? signs.joined() : "[\(signs.joined(separator: ", "))]") + "}"
      + "   # DOUBT: parted there, such as \(sample(column))"
  }

  /// Says which column may hold foods, where none is named so and others are known.
  mutating func noteFood() {
    guard
      let most = left.filter({
        $0.isText && $0.isNamed && !DraftNames.isMeasure($0) && !UnreadColumns.isAbout($0)
      })
      .max(by: { $0.words.count < $1.words.count }), most.words.count > 2
    else { return }
    add([
      "  # DOUBT: no column is named as foods are. If this one holds them, take the # away:",
      "  # - kind: food", "  #   where: {\(key(most)): {blank: false}}",
      "  #   name: \(cell(most))   # such as \(sample(most))",
    ])
  }

  /// The lines of an amount, with its unit where another column or the amount's own name gives one.
  mutating func amountLines(_ amount: ColumnProfile) -> [String] {
    let unit = amount.numbers > 0 ? take { $0.isNamed(Self.unitHints) } : nil
    return amountLines(amount, unit: unit.map(cell) ?? amount.unit.map(MappingDraft.quoted))
  }

  /// The lines of an amount in a unit, which cells that are not a number alone may say themselves.
  func amountLines(_ amount: ColumnProfile, unit: String?) -> [String] {
    let unitLines = amount.numbers > 0 ? (unit.map { ["    unit: \($0)"] } ?? []) : []
    let odd = amount.withoutNumber
    guard !odd.texts.isEmpty || !amount.tops.isEmpty else {
      return ["    value: \(cell(amount))"] + unitLines
    }
    let lines = ["    amount: \(cell(amount))"] + unitLines
    guard amount.numbers > 0, !odd.texts.isEmpty, let unit else { return lines }
    return lines + [
      "    # DOUBT: \(odd.sample) \(odd.texts.count == 1 ? "is no number" : "are no numbers"): a unit "
        + "that stands in the cell itself",
      "    # counts there, and \(MappingDraft.comment(unit)) everywhere else.",
    ]
  }

  static let unitHints = ["unit*", "einheit*", "unité*", "unidad*", "eenheid*"]

  // MARK: Symptoms

  mutating func readSymptoms() {
    guard
      let name = take(where: {
        $0.isNamed(DraftNames.symptomNames) && !$0.isNumber && !$0.isDate
      })
    else {
      readWide()
      return
    }
    // Of “Headache, strong” the second piece is no symptom.
    let isRated = name.words.contains { word in
      word.split { ",;|+".contains($0) }
        .contains { (SeverityWords.severity(String($0).trimmed) ?? 0) > 0 }
    }
    let parted = isRated || name.itemSigns.isEmpty ? nil : partLine(name)
    var lines =
      ["  - kind: symptom"]
      + (parted.map { [$0] } ?? [
        "    where: {\(key(name)): {blank: false}}", "    name: \(cell(name))",
      ])
    if parted != nil, left.contains(where: { $0.isNamed(DraftNames.severities) }) {
      lines.append(
        "    # DOUBT: where a cell names several, each is taken for as strong as the row says.")
    }
    if let value = takeSeverity() {
      lines.append("    value: \(cell(value))")
      lines += valueLines(value)
    } else if let value = takeSeverity(beside: name) {
      lines.append(
        "    value: \(cell(value))   # DOUBT: taken for how strong it was; it stands where a symptom does"
      )
      lines += valueLines(value)
    } else {
      lines.append(
        "    # DOUBT: no column says how strong it was; each counts as there, of unknown severity.")
    }
    add(lines)
    readWide(besideNames: true)
  }

  /// Takes the column that is named as the severity of symptoms is.
  private mutating func takeSeverity() -> ColumnProfile? {
    func isNamed(_ column: ColumnProfile) -> Bool {
      column.isNamed(DraftNames.severities) && !column.isDate && DraftNames.context(column) == nil
        && !DraftNames.isMedicine(column)
    }
    return take { isNamed($0) && ($0.isNumber || $0.hasSeverity) && !DraftNames.isMeasure($0) }
      ?? take { isNamed($0) && !DraftNames.isMeasure($0) }
  }

  /// Takes a column of severities that is filled only where a symptom is named.
  private mutating func takeSeverity(beside name: ColumnProfile) -> ColumnProfile? {
    let rows = rows
    return take { column in
      guard column.isSeverity || column.scale != nil, column.isNamed,
        DraftNames.context(column) == nil, !DraftNames.isMedicine(column),
        !DraftNames.isMeasure(column), !DraftNames.isDrink(column), !DraftNames.isSymptom(column),
        !column.isNamed(DraftNames.amounts + Self.unitHints)
      else { return false }
      let filled = rows.filter { row in
        row.indices.contains(column.place) && !row[column.place].isEmpty
      }
      return !filled.isEmpty
        && filled.allSatisfy { $0.indices.contains(name.place) && !$0[name.place].isEmpty }
    }
  }
}
