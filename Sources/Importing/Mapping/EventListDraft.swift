// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// A table with one row an item: a column says what the row is, another names it, a third has its
/// number.
struct EventListDraft {
  private let kind: ColumnProfile
  private let name: ColumnProfile
  private let value: ColumnProfile?
  /// The columns of amounts and of severities, where there are both.
  private let amount: ColumnProfile?
  private let severity: ColumnProfile?
  private var unit: ColumnProfile?

  private static let names = [
    "name", "names", "item", "items", "food", "foods", "what", "description", "detail", "details",
    "was", "eintrag", "bezeichnung", "nom", "nombre", "nome", "naam", "entry", "product", "produkt",
    "aliment", "symptom",
  ]
  private static let amounts = ["amount", "quantity", "menge", "number"]

  /// Takes the columns of such a table from those that are left; `nil` where it is none.
  init?(_ roles: inout DraftRoles) {
    guard let kind = roles.left.first(where: { $0.isKind && !$0.isMeals }) else { return nil }
    let texts = roles.left.filter { $0.name != kind.name && $0.isText }
    let named = texts.filter { $0.isNamed(Self.names) }
    guard
      let name = (named.isEmpty ? texts : named)
        .max(by: { ($0.words.count, $0.filled) < ($1.words.count, $1.filled) })
    else { return nil }
    self.kind = kind
    self.name = name
    _ = roles.take { $0.name == kind.name }
    _ = roles.take { $0.name == name.name }
    let both = Self.amountAndSeverity(roles.left)
    amount = both?.amount
    severity = both?.severity
    _ = roles.take { $0.name == both?.amount.name }
    _ = roles.take { $0.name == both?.severity.name }
    value =
      both != nil
      ? nil
      : roles.take { $0.isNumber && !$0.isDate && !DraftNames.isSymptom($0) }
        ?? roles.take { $0.isNamed(Self.amounts + DraftNames.severities) && !$0.isDate }
    unit = roles.take { $0.isNamed(DraftRoles.unitHints) }
  }

  /// A column of amounts and another of severities; `nil` where one of them is missing.
  private static func amountAndSeverity(
    _ columns: [ColumnProfile]
  ) -> (amount: ColumnProfile, severity: ColumnProfile)? {
    let numbers = columns.filter { !$0.isDate && !DraftNames.isSymptom($0) }
    guard let amount = numbers.first(where: { $0.isNamed(DraftNames.amounts) }),
      let severity = numbers.first(where: {
        $0.isNamed(DraftNames.severities) && !$0.isNamed(DraftNames.amounts)
          && ($0.isNumber || $0.hasSeverity) && DraftNames.context($0) == nil
      })
    else { return nil }
    return (amount, severity)
  }

  /// Whether some of its rows are symptoms.
  var hasSymptoms: Bool { kind.words.contains { DraftKinds.kind($0) == "symptom" } }

  /// The rules: one for each kind of entry, and one for each context that has a name of its own.
  func lines(_ roles: DraftRoles) -> [String] {
    var kinds: [String: [String]] = [:]
    var contexts: [String: [String]] = [:]
    for word in kind.words.sorted() {
      if let context = DraftKinds.context(word) {
        contexts[context, default: []].append(word)
      } else {
        kinds[DraftKinds.kind(word) ?? "note", default: []].append(word)
      }
    }
    return kinds.sorted { $0.key < $1.key }.flatMap { lines($0.key, $0.value, roles) }
      + contexts.sorted { $0.key < $1.key }.flatMap { context(named: $0.key, $0.value, roles) }
  }

  private func start(_ what: String, _ words: [String], _ roles: DraftRoles) -> [String] {
    let list = words.map(MappingDraft.quoted).joined(separator: ", ")
    return ["  - kind: \(what)", "    where: {\(roles.key(kind)): [\(list)]}"]
  }

  private func lines(_ what: String, _ words: [String], _ roles: DraftRoles) -> [String] {
    var lines: [String] = []
    if what == "note", words.contains(where: { DraftKinds.kind($0) == nil }) {
      lines.append("  # DOUBT: words that are not known stand here too; give them a kind.")
    }
    lines += start(what, words, roles)
    guard what != "note" else { return lines + ["    note: \(roles.cell(name))"] }
    lines.append("    name: \(roles.cell(name))   # such as \(roles.sample(name))")
    guard let value = value ?? (what == "symptom" ? severity : amount) else { return lines }
    let own = roles.profile(of: value, where: kind, is: Set(words))
    guard own.filled > 0 else { return lines }
    if what == "symptom" {
      return lines + ["    value: \(roles.cell(value))"] + roles.valueLines(own)
    }
    let unit = unit.map(roles.cell) ?? value.unit.map(MappingDraft.quoted)
    return lines + roles.amountLines(own, unit: unit)
  }

  /// A rule of a context that has a name of its own, so that the row's name is more about it.
  private func context(
    named context: String, _ words: [String], _ roles: DraftRoles
  ) -> [String] {
    var lines = start("context", words, roles)
    lines.append("    name: \(context)")
    lines.append("    note: \(roles.cell(name))")
    let numbers = [value, severity, amount].compactMap(\.self)
    let profiles = numbers.map { roles.profile(of: $0, where: kind, is: Set(words)) }
    guard let own = profiles.first(where: { $0.filled > 0 }) else { return lines }
    lines.append("    value: \(roles.cell(own))")
    if let lengths = roles.lengthLines(own, of: context) {
      lines += lengths
    } else if context == "sleep", own.isNumber {
      lines.append("    unit: \(own.high <= 24 ? "h" : "min")")
    }
    return lines
  }
}

extension DraftRoles {
  /// A column as it is in the rows of some kinds; the whole column where rows are not known.
  func profile(
    of column: ColumnProfile, where kind: ColumnProfile, is words: Set<String>
  ) -> ColumnProfile {
    guard !rows.isEmpty else { return column }
    var own = ColumnProfile(name: column.name, header: column.header, place: column.place)
    for row in rows where row.indices.contains(kind.place) && row.indices.contains(column.place) {
      if words.contains(row[kind.place].folded) { own.add(row[column.place], line: 0) }
    }
    return own
  }
}
