// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Makes the entries of one rule from one record; times are set by the caller.
struct EntryMaker {
  let rule: EntryRule
  let values: [String]
  let numbers: NumberFormat
  let delimiter: UInt8?
  let mapping: Mapping
  let origin: Origin

  /// One item: what its texts are before they are read.
  private struct Item {
    var name = ""
    var value: String?
    var unit: String?
    var note: String?
    var locals = Template.Locals()
  }

  func entries(
    locals: Template.Locals = Template.Locals(), log: inout FindingLog
  ) throws(RowFault) -> [Entry] {
    var entries: [Entry] = []
    for item in try items(locals, &log) {
      if let entry = try entry(item, &log) { entries.append(entry) }
    }
    return entries
  }

  private func items(_ locals: Template.Locals, _ log: inout FindingLog) throws(RowFault) -> [Item]
  {
    guard let each = rule.each else {
      var item = Item(name: rule.name.text(values, locals), locals: locals)
      item.value = rule.value?.text(values, locals) ?? locals.cell
      item.unit = rule.unit?.text(values, locals)
      return [item]
    }
    let cell = each.of.text(values)
    let pieces = ItemSplitter(each).pieces(of: cell)
    guard pieces.count < ItemSplitter.limit else {
      throw RowFault(
        id: "mapping-value", summary: "A cell has \(ItemSplitter.limit) items or more.",
        remedy: "Check the separators under “split” in \(mapping.place(rule.line)).")
    }
    return pieces.compactMap { piece in
      item(piece, each)
    }
  }

  private func item(_ piece: ItemSplitter.Piece, _ each: EachRule) -> Item? {
    guard !piece.text.isEmpty, !numbers.isMissing(piece.text) else { return nil }
    var item = Item(locals: Template.Locals(item: piece.text, label: piece.label))
    let point = numbers.point(delimiter) ?? UInt8(ascii: ".")
    // A name that is listed as it stands is not taken apart.
    if rule.names.isEmpty || rule.names[piece.text.folded] == nil {
      for pattern in each.patterns {
        guard let found = pattern.match(piece.text, decimal: point) else { continue }
        if let name = found[.name] { item.locals.item = name }
        item.value = found[.value] ?? found[.level]
        item.locals.level = found[.level] ?? ""
        item.unit = found[.unit]
        item.note = found[.note]
        break
      }
    }
    item.name = rule.name.text(values, item.locals)
    if let value = rule.value { item.value = value.text(values, item.locals) }
    if let unit = rule.unit { item.unit = unit.text(values, item.locals) }
    return item
  }

  private func entry(_ given: Item, _ log: inout FindingLog) throws(RowFault) -> Entry? {
    var item = given
    let own = rule.names.isEmpty ? nil : rule.names[item.name.folded]
    if own?.isSkipped == true || (own == nil && rule.skipsOthers) {
      log.tally(
        "mapping-item-left-out", .note, key: item.name, line: origin.line,
        "“\(item.name.shortened)” was left out, as \(mapping.place(rule.line)) says.")
      return nil
    }
    var found = own?.kind
    if found == nil { found = try self.kind(item) }
    guard let kind = found else { return nil }
    if let name = own?.name { item.name = name }
    let reading = own?.reading ?? rule.reading
    var read = ReadValue()
    if let word = own?.value {
      read = try literal(word, reading, kind)
    } else {
      guard let value = try value(&item, reading, kind, &log) else { return nil }
      read = value
    }
    if read.isSkipped { return nil }
    // A row without a food or a symptom, such as an optional column, gives none.
    if item.name.isEmpty && rule.blank == .skip { return nil }
    return try entry(item, kind, read, own, &log)
  }

  /// The value of an item; `nil` where there is to be no entry.
  private func value(
    _ item: inout Item, _ reading: ValueRule, _ kind: MappedKind, _ log: inout FindingLog
  ) throws(RowFault) -> ReadValue? {
    if let amount = rule.amount { try readAmount(amount.text(values, item.locals), &item) }
    let text = item.value ?? ""
    let isBlank = text.isEmpty || numbers.isMissing(text)
    if isBlank && (reading.words.isEmpty || reading.words[text.folded] == nil) {
      guard item.value != nil else { return ReadValue() }
      switch rule.blank {
      case .skip: return nil
      case .zero: return kind == .symptom ? reading.absent : ReadValue(value: .number(0))
      case .keep: return ReadValue()
      }
    }
    if text.isEmpty, let word = reading.words[""] {
      return try literal(word, reading, kind)
    }
    if !reading.words.isEmpty, !mapping.isPreset {
      let word = text.folded
      switch reading.words[word] {
      case .unknown? where kind == .symptom: noteUnknown(text, word, reading, &log)
      case .skip?: noteSkipped(text, word, reading, &log)
      default: break
      }
    }
    return try reading.read(
      text, kind: kind.kind, numbers: numbers, delimiter: delimiter,
      place: mapping.place(reading.line))
  }

  /// Tells of a severity that the mapping leaves open, but not of words that only say “there”.
  private func noteUnknown(
    _ text: String, _ word: String, _ reading: ValueRule, _ log: inout FindingLog
  ) {
    guard !SeverityWords.isPresence(word),
      !log.repeats("mapping-word-unknown", key: word)
    else { return }
    let isKnown = SeverityWords.severity(word) != nil
    log.tally(
      "mapping-word-unknown", isKnown ? .warning : .note, key: word, line: origin.line,
      "“\(text.shortened)” counts as a symptom that was there, of unknown severity, as "
        + "\(mapping.place(reading.line)) says.",
      remedy: "If it says more, give it a number of the scale there, or “absent” for no symptom.")
  }

  /// Tells of a word for which the mapping wants no entry, but not of words for nothing.
  private func noteSkipped(
    _ text: String, _ word: String, _ reading: ValueRule, _ log: inout FindingLog
  ) {
    guard !SeverityWords.isNothing(word),
      !log.repeats("mapping-word-left-out", key: word)
    else { return }
    log.tally(
      "mapping-word-left-out", .note, key: word, line: origin.line,
      "“\(text.shortened)” gives no entry, as \(mapping.place(reading.line)) says.")
  }

  private func literal(
    _ word: ValueRule.Word, _ reading: ValueRule, _ kind: MappedKind
  ) throws(RowFault) -> ReadValue {
    var rule = reading
    rule.words = ["x": word]
    return try rule.read(
      "x", kind: kind.kind, numbers: NumberFormat(), delimiter: nil, place: "")
  }

  /// Takes `4.00 medium` apart, by the rule's patterns or at the first blank.
  private func readAmount(_ text: String, _ item: inout Item) throws(RowFault) {
    item.value = text
    guard !text.isEmpty else { return }
    let point = numbers.point(delimiter) ?? UInt8(ascii: ".")
    for pattern in rule.amountPatterns {
      guard let found = pattern.match(text, decimal: point) else { continue }
      item.value = found[.value] ?? ""
      item.unit = found[.unit] ?? item.unit
      return
    }
    let parts = text.split(maxSplits: 1) { $0.isWhitespace }.map(String.init)
    if let number = parts.first, try numbers.number(number, delimiter: delimiter) != nil {
      item.value = number
      if parts.count > 1 { item.unit = parts[1].trimmed }
      return
    }
    // `200ml`: a number with its unit behind it.
    let digits = text.prefix { $0.isNumber || $0 == "." || $0 == "," }
    guard let number = try numbers.number(String(digits), delimiter: delimiter) else { return }
    item.value = NumberText.text(number)
    item.unit = String(text.dropFirst(digits.count)).trimmed
  }

  private func kind(_ item: Item) throws(RowFault) -> MappedKind? {
    switch rule.kind {
    case .fixed(let kind): return kind
    case .cell(let template):
      let text = template.text(values, item.locals)
      if let kind = MappedKind(rawValue: text.folded) { return kind }
      if text.folded == "skip" { return nil }
      throw RowFault(
        id: "kind-unknown", summary: "“\(text.shortened)” is not a kind of entry.",
        remedy: "Turn it into one with a list under “lookups” in the mapping; expected is one of "
          + "\(MappedKind.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
  }

  private func entry(
    _ item: Item, _ kind: MappedKind, _ read: ReadValue, _ own: NameRule?, _ log: inout FindingLog
  ) throws(RowFault) -> Entry? {
    var notes = [item.note ?? "", rule.note?.text(values, item.locals) ?? "", own?.note ?? ""]
    var entry = Entry(
      kind: kind.kind, time: nil, name: item.name, value: read.value,
      unit: own?.unit ?? read.unit ?? item.unit?.nonEmpty,
      groups: own?.groups, origin: origin)
    if let groups = rule.groups, entry.groups == nil {
      entry.groups = try self.groups(groups.text(values, item.locals))
    }
    switch kind {
    case .medicine, .supplement:
      entry.name = kind == .medicine ? "medication" : "supplement"
      notes.insert(item.name, at: 0)
    case .note:
      entry.name = ""
      notes.insert(item.name, at: 0)
      notes.append(read.value?.canonicalText ?? "")
      (entry.value, entry.unit) = (nil, nil)
    default: break
    }
    if entry.value == nil { entry.unit = nil }
    let note = notes.filter { !$0.isEmpty }.joined(separator: "; ")
    entry.note = note.nonEmpty
    if kind == .note && entry.note == nil { return nil }
    // A value that was read on its scale needs no second look.
    guard kind == .symptom && read.isOnScale && own?.unit == nil && !item.name.isEmpty else {
      try EntryRules().check(entry, log: &log)
      return entry
    }
    return entry
  }

  private func hint(_ word: String) -> String? {
    GroupWords.hint(word, among: (GroupID.builtIn + mapping.ownGroups.map(\.id)).map(\.rawValue))
  }

  private func groups(_ text: String) throws(RowFault) -> [GroupID]? {
    var groups: [GroupID] = []
    let words = text.split { $0.isWhitespace || $0 == "," }.map(String.init)
    if words.isEmpty { return rule.groups?.isConstant == true ? [] : nil }
    if words == ["none"] { return [] }
    for word in words {
      let group = GroupID(rawValue: word)
      guard group.builtInIndex != nil || mapping.ownGroups.contains(where: { $0.id == group })
      else {
        throw RowFault(
          id: "group-unknown", summary: "“\(word.shortened)” is not a group.",
          remedy: (hint(word).map { $0 + " " } ?? "")
            + "Use a built-in group, or add it under “groups” in the mapping.")
      }
      if !groups.contains(group) { groups.append(group) }
    }
    return groups
  }
}
