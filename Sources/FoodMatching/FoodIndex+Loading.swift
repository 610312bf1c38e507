// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

extension FoodIndex {
  /// Builds the index from tables; rows that cannot be understood are left out and noted.
  package init(_ tables: [FoodTable]) {
    self.tables = tables
    for number in tables.indices where tables[number].kind == .sources { readSources(number) }
    for (number, table) in tables.enumerated() {
      if table.kind == nil { note(number, 1, "the file's name starts with no known kind") }
      if table.kind == .spellings { readSpellings(number) }
    }
    for number in tables.indices where tables[number].kind == .rules { readRules(number) }
    var pending: [PendingEntry] = []
    for kind in [FoodTable.Kind.varieties, .ingredients, .dishes, .brands] {
      for number in tables.indices where tables[number].kind == kind {
        readEntries(number, &pending)
      }
    }
    for entry in pending { link(entry) }
    resolve(from: 0)
    findHeads(from: 0)
    readDoseTables()
    for number in tables.indices where tables[number].kind == .terms { readTerms(number) }
    sortWords()
  }

  /// Works out what the words are good for, when all phrases are in.
  mutating func sortWords() {
    traits = PackedList((0..<Int32(words.count)).map { findTraits(of: $0) })
    similar = SimilarWords(words) { words.length($0) >= 4 && wordLanguages[Int($0)] != 0 }
  }

  /// The text of a place in a table.
  func text(_ table: Int, _ range: Range<Int>) -> String {
    String(decoding: tables[table].bytes[range], as: UTF8.self)
  }

  /// The fields of an entry that refer to other entries.
  struct PendingEntry {
    var entry: Int
    var parts: Range<Int>
    var wider: Range<Int>
    var replaces: Range<Int>
  }

  /// Notes a fault in a table.
  mutating func note(_ table: Int, _ line: Int, _ what: String) {
    problems.append("\(tables[table].name):\(line): \(what)")
  }

  // MARK: Words and phrases

  /// Adds a phrase with a meaning, and its words to their language.
  mutating func insert(_ bytes: [UInt8], _ range: Range<Int>, _ meaning: Meaning) {
    let isExact = range.first.map { bytes[$0] == UInt8(ascii: "=") } ?? false
    let start = isExact ? range.lowerBound + 1 : range.lowerBound
    var keys: [Int32] = []
    keys.reserveCapacity(4)
    if !isExact, TextScanner.isPlain(bytes, range) {
      var place = range.lowerBound
      while place < range.upperBound {
        let end = bytes[place..<range.upperBound].firstIndex(of: 0x20) ?? range.upperBound
        if end > place {
          let cut = TextScanner.stem(bytes, place..<end)
          if cut.endsInY {
            var stem = Array(bytes[place..<cut.end])
            stem[stem.count - 1] = UInt8(ascii: "i")
            addKeys(stem, 0..<stem.count, meaning, &keys)
          } else {
            addKeys(bytes, place..<cut.end, meaning, &keys)
          }
        }
        place = end + 1
      }
    } else {
      let list = TextScanner.tokens(bytes, start..<range.upperBound)
      for token in list.tokens {
        if isExact {
          keys.append(exactWords.intern(list.folded, token.letters) * 2 + 1)
          exactMask |= Self.exactBit(list.folded, token.letters)
        } else {
          addKeys(list.folded, token.stem, meaning, &keys)
        }
      }
    }
    trie.insert(keys, meaning)
  }

  /// Adds the keys of a stem, or of the words that it stands for.
  private mutating func addKeys(
    _ folded: [UInt8], _ stem: Range<Int>, _ meaning: Meaning, _ keys: inout [Int32]
  ) {
    let id = number(folded, stem)
    let meant = replacements[id]
    if meant.isEmpty { addKey(id, meaning, &keys) }
    for id in meant { addKey(id, meaning, &keys) }
  }

  private mutating func addKey(_ id: Int32, _ meaning: Meaning, _ keys: inout [Int32]) {
    keys.append(id * 2)
    if !meaning.isStrict { wordLanguages[Int(id)] |= 1 << UInt32(meaning.language) }
    if meaning.isRule { functionLanguages[Int(id)] |= 1 << UInt32(meaning.language) }
  }

  private mutating func number(_ folded: [UInt8], _ stem: Range<Int>) -> Int32 {
    let id = words.intern(folded, stem)
    if Int(id) == wordLanguages.count {
      wordLanguages.append(0)
      functionLanguages.append(0)
      traits.append([])
    }
    return id
  }

  mutating func language(_ code: String) -> UInt8 {
    if let index = languages.firstIndex(of: code) { return UInt8(truncatingIfNeeded: index) }
    guard languages.count < 18 else { return 0 }
    languages.append(code)
    return UInt8(truncatingIfNeeded: languages.count - 1)
  }

  // MARK: Tables of words

  private mutating func readSpellings(_ number: Int) {
    let bytes = tables[number].bytes
    var rows = FoodRows(tables[number], columns: ["written", "meant"])
    while let row = rows.next() {
      let meant = TextScanner.tokens(bytes, row.fields[1])
      guard !meant.tokens.isEmpty else {
        note(number, row.line, "nothing is meant")
        continue
      }
      for piece in FieldCutter.pieces(bytes, row.fields[0], at: UInt8(ascii: ";")) {
        let written = TextScanner.tokens(bytes, piece)
        guard written.tokens.count == 1, let word = written.tokens.first else {
          note(number, row.line, "'\(text(number, piece))' is not one word")
          continue
        }
        let id = self.number(written.folded, word.stem)
        let ids = meant.tokens.map { self.number(meant.folded, $0.stem) }
        if ids != [id] { replacements.set(id, ids) }
      }
    }
  }

  private mutating func readSources(_ number: Int) {
    let bytes = tables[number].bytes
    var rows = FoodRows(tables[number], columns: ["id", "citation"])
    while let row = rows.next() {
      citations.append(
        Citation(
          id: texts.intern(bytes, row.fields[0]), citation: texts.intern(bytes, row.fields[1])))
    }
  }

  private mutating func readRules(_ number: Int) {
    let bytes = tables[number].bytes
    var rows = FoodRows(
      tables[number], columns: ["phrases", "role", "groups", "possible", "language", "source"])
    while let row = rows.next() {
      guard let role = FoodRule.Role(rawValue: text(number, row.fields[1])) else {
        note(number, row.line, "unknown role '\(text(number, row.fields[1]))'")
        continue
      }
      let isUnit = role == .unit
      let groups = isUnit ? [] : groupSet(number, row.line, row.fields[2])
      let possible = groupSet(number, row.line, row.fields[3])
      let source = texts.intern(bytes, row.fields[5])
      let language = self.language(text(number, row.fields[4]))
      for piece in FieldCutter.pieces(bytes, row.fields[0], at: UInt8(ascii: ";"))
      where !piece.isEmpty {
        let meaning = Meaning(
          isRule: true, language: language, isStrict: false,
          first: Int32(truncatingIfNeeded: rules.count), count: 1)
        rules.append(
          FoodRule(
            role: role, groups: groups, possible: possible, source: source,
            unitGrams: isUnit ? FieldCutter.number(bytes, row.fields[2]) ?? 0 : 0))
        insert(bytes, piece, meaning)
      }
    }
  }

  private mutating func readTerms(_ number: Int) {
    let bytes = tables[number].bytes
    let language = self.language(tables[number].language)
    var rows = FoodRows(tables[number], columns: ["terms", "foods"])
    while let row = rows.next() {
      let first = targets.count
      for piece in FieldCutter.pieces(bytes, row.fields[1], at: UInt8(ascii: ";")) {
        let found = entry(named: bytes, piece)
        if found < 0 {
          note(number, row.line, "unknown food '\(text(number, piece))'")
        } else {
          targets.append(found)
        }
      }
      guard targets.count > first else { continue }
      for piece in FieldCutter.pieces(bytes, row.fields[0], at: UInt8(ascii: ";"))
      where !piece.isEmpty {
        let isStrict = bytes[piece.lowerBound] == UInt8(ascii: "!")
        insert(
          bytes, isStrict ? piece.lowerBound + 1..<piece.upperBound : piece,
          Meaning(
            isRule: false, language: language, isStrict: isStrict,
            first: Int32(truncatingIfNeeded: first),
            count: Int32(truncatingIfNeeded: targets.count - first)))
      }
    }
  }

  // MARK: Foods

  private static let entryColumns = [
    "name", "aliases", "parts", "certain", "possible", "not", "portion", "doses", "source", "is",
    "replaces", "free",
  ]

  private mutating func readEntries(_ number: Int, _ pending: inout [PendingEntry]) {
    let bytes = tables[number].bytes
    var rows = FoodRows(tables[number], columns: Self.entryColumns)
    for column in rows.header where !Self.entryColumns.contains(column) {
      note(number, 1, "unknown column '\(column)'")
    }
    while let row = rows.next() {
      let fields = row.fields
      guard let name = nameOfEntry(number, row) else { continue }
      var entry = FoodEntry(
        table: number, line: row.line, source: texts.intern(bytes, fields[8]))
      entry.doses = readDoses(number, row.line, fields[7], entry.source)
      entry.ownCertain = groupSet(number, row.line, fields[3])
      entry.ownPossible = groupSet(number, row.line, fields[4])
      entry.absent = groupSet(number, row.line, fields[5])
      entry.free = groupSet(number, row.line, fields[11])
      if !fields[6].isEmpty {
        if let portion = FieldCutter.number(bytes, fields[6]) {
          entry.portion = portion
        } else {
          note(number, row.line, "portion '\(text(number, fields[6]))' is no number")
        }
      }
      pending.append(
        PendingEntry(
          entry: entries.count, parts: fields[2], wider: fields[9], replaces: fields[10]))
      let target = targets.count
      targets.append(Int32(truncatingIfNeeded: entries.count))
      entries.append(entry)
      let meaning = Meaning(
        isRule: false, language: 0, isStrict: false, first: Int32(truncatingIfNeeded: target),
        count: 1)
      if bytes[fields[0].lowerBound] != UInt8(ascii: "*") { insert(bytes, name, meaning) }
      for alias in FieldCutter.pieces(bytes, fields[1], at: UInt8(ascii: ";"))
      where !alias.isEmpty {
        insert(bytes, alias, meaning)
      }
    }
  }

  /// Notes the name of a row's entry; `nil` where it is missing or taken.
  private mutating func nameOfEntry(_ number: Int, _ row: FoodRow) -> Range<Int>? {
    let name = row.fields[0]
    guard !name.isEmpty else {
      note(number, row.line, "an entry without a name")
      return nil
    }
    let id = names.intern(tables[number].bytes, name)
    guard Int(id) == entries.count else {
      let other = entries[Int(id)]
      note(
        number, row.line,
        "'\(text(number, name))' stands in \(tables[other.table].name):\(other.line) already")
      return nil
    }
    return name
  }

  /// Reads doses such as `lactose=4.7`.
  private mutating func readDoses(
    _ number: Int, _ line: Int, _ field: Range<Int>, _ source: Int32
  ) -> Range<Int32> {
    let bytes = tables[number].bytes
    let first = doses.count
    for piece in FieldCutter.pieces(bytes, field, at: 0x20) where !piece.isEmpty {
      let mark = bytes[piece].firstIndex(of: UInt8(ascii: "=")) ?? piece.upperBound
      let group = Self.groupNames.find(bytes, piece.lowerBound..<mark)
      let amount = mark < piece.upperBound ? mark + 1..<piece.upperBound : mark..<mark
      guard group >= 0, let grams = FieldCutter.number(bytes, amount), grams <= 100 else {
        note(number, line, "dose '\(text(number, piece))' is not like lactose=4.7")
        continue
      }
      doses.append(FoodDose(group: Int(group), gramsPer100: grams, source: source))
    }
    return Int32(first)..<Int32(doses.count)
  }

  /// Resolves the names in an entry's fields.
  private mutating func link(_ pending: PendingEntry) {
    let (table, line) = (entries[pending.entry].table, entries[pending.entry].line)
    let bytes = tables[table].bytes
    let firstPart = parts.count
    for piece in FieldCutter.pieces(bytes, pending.parts, at: UInt8(ascii: ";"))
    where !piece.isEmpty {
      let isPossible = bytes[piece.lowerBound] == UInt8(ascii: "?")
      let name = isPossible ? piece.lowerBound + 1..<piece.upperBound : piece
      let part = entry(named: bytes, name)
      if part < 0 {
        note(table, line, "unknown part '\(text(table, name))'")
      } else {
        parts.append(FoodPart(entry: part, isPossible: isPossible))
      }
    }
    entries[pending.entry].parts = Int32(firstPart)..<Int32(parts.count)
    entries[pending.entry].wider = references(table, line, pending.wider)
    entries[pending.entry].replaces = references(table, line, pending.replaces)
  }

  private mutating func references(_ table: Int, _ line: Int, _ field: Range<Int>)
    -> Range<Int32>
  {
    let first = targets.count
    let bytes = tables[table].bytes
    for piece in FieldCutter.pieces(bytes, field, at: UInt8(ascii: ";")) where !piece.isEmpty {
      let found = entry(named: bytes, piece)
      if found < 0 {
        note(table, line, "unknown food '\(text(table, piece))'")
      } else {
        targets.append(found)
      }
    }
    return Int32(first)..<Int32(targets.count)
  }
}
