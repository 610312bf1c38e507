// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

extension FoodIndex {
  /// Reads the tables of doses; what they say wins over the `doses` column of a food's row.
  ///
  /// Figures first, then the dishes whose doses follow from the grams of their parts.
  mutating func readDoseTables() {
    let numbers = tables.indices.filter { tables[$0].kind == .doses }
    guard !numbers.isEmpty else { return }
    var amounts = DoseAmounts(self)
    for number in numbers { readFigures(number, &amounts) }
    for number in numbers { readRecipes(number, &amounts) }
    doses = []
    for entry in entries.indices {
      let first = Int32(truncatingIfNeeded: doses.count)
      for (group, grams) in amounts.gramsPer100[entry].sorted(by: { $0.key < $1.key }) {
        // As precise as a snapshot keeps it.
        let kept = (grams * 100_000).rounded() / 100_000
        let source = Array((amounts.sources[entry][group] ?? []).joined(separator: ";").utf8)
        doses.append(
          FoodDose(
            group: group, gramsPer100: kept, source: texts.intern(source, 0..<source.count)))
      }
      entries[entry].doses = first..<Int32(truncatingIfNeeded: doses.count)
    }
  }

  private static let doseColumns = ["foods", "substance", "amount", "unit", "parts", "source"]

  private mutating func readFigures(_ number: Int, _ amounts: inout DoseAmounts) {
    let bytes = tables[number].bytes
    let known = Set(citations.map { text($0.id) })
    var rows = FoodRows(tables[number], columns: Self.doseColumns)
    for column in rows.header where !Self.doseColumns.contains(column) {
      note(number, 1, "unknown column '\(column)'")
    }
    while let row = rows.next() {
      let fields = row.fields
      noteSources(number, row.line, fields[5], known)
      guard fields[4].isEmpty else { continue }
      let group = Int(Self.groupNames.find(bytes, fields[1]))
      let unit = DoseUnit(text(number, fields[3]))
      let amount = FieldCutter.number(bytes, fields[2])
      guard group >= 0, let unit, fields[2].isEmpty || amount != nil else {
        note(number, row.line, "a dose is not like: milk, lactose, 4.8, g/100g")
        continue
      }
      for entry in dosedFoods(number, row.line, fields[0]) {
        if !amounts.given.insert([entry, group]).inserted {
          note(number, row.line, "the same dose of '\(name(Int32(entry)))' twice")
        }
        let portion = entries[entry].portion
        guard let amount else {
          amounts.gramsPer100[entry][group] = nil
          continue
        }
        let grams = unit.gramsPer100(amount, portion: portion)
        guard let grams, grams <= 100 else {
          note(number, row.line, "more than 100 g in 100 g, or no portion")
          continue
        }
        amounts.gramsPer100[entry][group] = grams
        amounts.sources[entry][group] = sourceIDs(number, fields[5])
      }
    }
  }

  private func sourceIDs(_ number: Int, _ field: Range<Int>) -> [String] {
    text(number, field).split(separator: ";").map(String.init)
  }

  private mutating func readRecipes(_ number: Int, _ amounts: inout DoseAmounts) {
    let bytes = tables[number].bytes
    var rows = FoodRows(tables[number], columns: Self.doseColumns)
    while let row = rows.next() {
      guard !row.fields[4].isEmpty else { continue }
      var parts: [(entry: Int, grams: Double)] = []
      for piece in FieldCutter.pieces(bytes, row.fields[4], at: UInt8(ascii: ";")) {
        let blank = bytes[piece].lastIndex(of: 0x20) ?? piece.lowerBound
        let part = entry(named: bytes, FieldCutter.trimmed(bytes, piece.lowerBound..<blank))
        let grams = FieldCutter.number(bytes, min(blank + 1, piece.upperBound)..<piece.upperBound)
        guard part >= 0, let grams, grams > 0 else {
          note(number, row.line, "'\(text(number, piece))' is not like: milk 150")
          continue
        }
        parts.append((Int(part), grams))
      }
      for entry in dosedFoods(number, row.line, row.fields[0]) {
        guard entries[entry].portion > 0 else {
          note(number, row.line, "'\(name(Int32(entry)))' has no portion")
          continue
        }
        let found = amounts.sum(of: parts, in: self)
        for (group, grams) in found {
          amounts.gramsPer100[entry][group] = grams / entries[entry].portion * 100
          amounts.sources[entry][group] = amounts.sources(
            of: group, in: parts, and: sourceIDs(number, row.fields[5]))
        }
      }
    }
  }

  /// The entries that a field names exactly.
  private mutating func dosedFoods(_ number: Int, _ line: Int, _ field: Range<Int>) -> [Int] {
    let bytes = tables[number].bytes
    var found: [Int] = []
    for piece in FieldCutter.pieces(bytes, field, at: UInt8(ascii: ";")) {
      let entry = entry(named: bytes, piece)
      if entry < 0 {
        note(number, line, "unknown food '\(text(number, piece))'")
      } else {
        found.append(Int(entry))
      }
    }
    return found
  }

  private mutating func noteSources(
    _ number: Int, _ line: Int, _ field: Range<Int>, _ known: Set<String>
  ) {
    let ids = text(number, field).split(separator: ";")
    if ids.isEmpty { note(number, line, "no source") }
    for id in ids where !known.contains(String(id)) {
      note(number, line, "unknown source '\(id)'")
    }
  }
}

/// The grams of substances in 100 g of each food, while the tables are read.
private struct DoseAmounts {
  /// By the number of the entry, then of the group.
  var gramsPer100: [[Int: Double]]
  /// The ids of their sources.
  var sources: [[Int: [String]]]
  /// The entries and groups that the tables of doses have given.
  var given: Set<[Int]> = []

  /// Starts with what the foods' own rows say.
  init(_ index: FoodIndex) {
    gramsPer100 = index.entries.map { entry in
      var amounts: [Int: Double] = [:]
      for dose in index.doses[Int(entry.doses.lowerBound)..<Int(entry.doses.upperBound)] {
        amounts[dose.group] = dose.gramsPer100
      }
      return amounts
    }
    sources = index.entries.map { entry in
      var sources: [Int: [String]] = [:]
      for dose in index.doses[Int(entry.doses.lowerBound)..<Int(entry.doses.upperBound)] {
        sources[dose.group] = index.sourceIDs(of: dose)
      }
      return sources
    }
  }

  /// The sources of a dish's dose: those of its parts, then those of its recipe.
  func sources(
    of group: Int, in parts: [(entry: Int, grams: Double)], and recipe: [String]
  ) -> [String] {
    let all = parts.flatMap { sources[$0.entry][group] ?? [] } + recipe
    return all.reduce(into: []) { kept, id in if !kept.contains(id) { kept.append(id) } }
  }

  /// The grams of each substance in so much of these parts; a substance is left out where a part
  /// holds it for certain and its amount is not known.
  func sum(of parts: [(entry: Int, grams: Double)], in index: FoodIndex) -> [Int: Double] {
    var sum: [Int: Double] = [:]
    var unknown: GroupSet = []
    for part in parts {
      var held = index.entries[part.entry].certain
      for (group, amount) in gramsPer100[part.entry] {
        sum[group, default: 0] += amount * part.grams / 100
        held.remove(GroupSet(number: group))
      }
      unknown.formUnion(held)
    }
    return sum.filter { group, _ in !unknown.contains(GroupSet(number: group)) }
  }
}

/// What an amount in a table of doses is counted in.
private enum DoseUnit: String {
  case gramsPer100 = "g/100g"
  case milligramsPer100 = "mg/100g"
  case gramsPerPortion = "g/portion"
  case milligramsPerPortion = "mg/portion"

  init?(_ text: String) { self.init(rawValue: text) }

  /// The amount in grams per 100 g; `nil` where it is per portion and the portion is not known.
  func gramsPer100(_ amount: Double, portion: Double) -> Double? {
    switch self {
    case .gramsPer100: amount
    case .milligramsPer100: amount / 1000
    case .gramsPerPortion: portion > 0 ? amount / portion * 100 : nil
    case .milligramsPerPortion: portion > 0 ? amount / portion * 0.1 : nil
    }
  }
}
