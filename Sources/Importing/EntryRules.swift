// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The texts of one canonical record, as they stand in a CSV row or an XML element.
struct EntryTexts: Hashable {
  /// The kind.
  var kind = ""
  /// The name.
  var name = ""
  /// The value.
  var value = ""
  /// The unit, or a symptom's scale.
  var unit = ""
  /// Group ids with blanks between.
  var groups = ""
  /// Free text.
  var note = ""

  /// The row as one that could not be read.
  ///
  /// With the words come a kind that is none, and what else stands there, such as other cells.
  func unread(participant: String?, origin: Origin, others: [String] = []) -> UnreadRow {
    let known = EntryKind(rawValue: kind.trimmed.lowercased())
    let named = ([groups, note, known == nil ? kind : ""] + others).map(\.trimmed)
      .filter { !$0.isEmpty }.joined(separator: "; ")
    return UnreadRow(
      kind: known, name: name.trimmed,
      value: value.trimmed, unit: unit.trimmed, note: named, participant: participant, reason: "",
      origin: origin)
  }
}

extension UnreadRow {
  /// All cells of a row of a CSV, or all but one.
  init(_ row: CSVRow, without column: Int? = nil) {
    var note = ""
    for place in 0..<row.count where place != column {
      let cell = String(decoding: row.cell(place), as: UTF8.self).trimmed
      guard !cell.isEmpty else { continue }
      note += note.isEmpty ? cell : "; " + cell
      // The rest would be cut.
      if note.utf8.count > Self.longestText { break }
    }
    self.init(note: note, reason: "", origin: Origin(input: 0, line: row.line))
  }

  /// An entry that could not be kept.
  init(_ entry: Entry, participant: String?, time: String) {
    self.init(
      kind: entry.kind, name: entry.name, value: entry.value?.canonicalText ?? "",
      unit: entry.unit ?? "",
      note: [entry.note ?? "", time].filter { !$0.isEmpty }
        .joined(separator: "; "), participant: participant, reason: "",
      origin: entry.origin)
  }
}

/// What the canonical format asks of an entry.
struct EntryRules {
  /// Whether a comma in a number is a decimal comma, as in files whose cells a semicolon parts.
  var hasDecimalComma = false
  /// Whether an app wrote the entries, so that nobody can add a column or a unit.
  var isOfApp = false
  /// The groups that the user named.
  var ownGroups: Set<GroupID> = []

  /// Makes an entry of texts, its time left out.
  ///
  /// `participant` is whose the record is, for what is kept of it for the safety gates.
  ///
  /// - Throws: `RowFault` for the first thing that cannot be read.
  func entry(
    _ texts: EntryTexts, of participant: String?, hasTime: Bool, origin: Origin,
    log: inout FindingLog
  ) throws(RowFault) -> Entry {
    let kind = try kind(texts.kind.trimmed)
    guard hasTime || kind == .profile else {
      throw RowFault(
        id: "time-missing", summary: "The \(kind.rawValue) has no time.",
        remedy: "Only profile rows go without; give at least the day, as YYYY-MM-DD.")
    }
    let unit = texts.unit.trimmed
    let note = texts.note
    var entry = Entry(
      kind: kind, time: nil, name: texts.name,
      value: try value(texts.value, isMeasure: isMeasure(kind, texts.name), log: &log, origin),
      unit: unit.nonEmpty, groups: groups(texts, kind, participant, origin, log: &log),
      note: note.nonEmpty, origin: origin)
    if kind != .food && kind != .note { entry.name = Vocabulary.known(entry.name.trimmed, kind) }
    try check(entry, log: &log)
    return entry
  }

  /// Reads group ids with blanks between: `nil` for no text, an empty list for `none`.
  ///
  /// Ids that are not known are left out with an error that costs only them; where no other is left, as if none were given.
  private func groups(
    _ texts: EntryTexts, _ kind: EntryKind, _ participant: String?, _ origin: Origin,
    log: inout FindingLog
  ) -> [GroupID]? {
    guard !texts.groups.isEmpty else { return nil }
    let words = texts.groups.split { $0.isWhitespace }.map(String.init)
    if words.isEmpty { return nil }
    if words == ["none"] { return [] }
    var groups: [GroupID] = []
    for word in words {
      let group = GroupID(rawValue: word)
      guard group.builtInIndex != nil || ownGroups.contains(group) else {
        unknown(word, of: kind == .profile ? texts : nil, participant, origin, log: &log)
        continue
      }
      if !groups.contains(group) { groups.append(group) }
    }
    return groups.isEmpty ? nil : groups
  }

  /// Tells of a word that is no group; of a profile row it is kept for the safety gates.
  private func unknown(
    _ word: String, of profile: EntryTexts?, _ participant: String?, _ origin: Origin,
    log: inout FindingLog
  ) {
    let names = GroupID.builtIn.map(\.rawValue) + ownGroups.map(\.rawValue).sorted()
    let summary =
      "“\(word.shortened)” is not a group that is known; it was left out of the row's groups."
    let remedy =
      "\(hint(word, names))The groups are \(names.joined(separator: " ")); "
      + "--foods can name more."
    guard var profile else {
      log.tally("group-unknown", .error, key: word, line: origin.line, summary, remedy: remedy)
      return
    }
    profile.groups = word
    log.add(
      RowFault(id: "group-unknown", summary: summary, remedy: remedy), line: origin.line,
      unread: profile.unread(participant: participant, origin: origin))
  }

  private func hint(_ word: String, _ names: [String]) -> String {
    if word == "none" { return "“none” stands alone. " }
    let pieces = word.split { ",;/+&".contains($0) }.map(String.init)
    if pieces.count > 1 || pieces.first != word, pieces.allSatisfy(names.contains), !pieces.isEmpty
    {
      return "Part groups with blanks: “\(pieces.joined(separator: " "))”. "
    }
    return GroupWords.hint(word, among: names).map { $0 + " " } ?? ""
  }

  private func kind(_ text: String) throws(RowFault) -> EntryKind {
    if let kind = EntryKind(rawValue: text) ?? EntryKind(rawValue: text.lowercased()) {
      return kind
    }
    // Spreadsheet programs and web pages leave blanks of other kinds behind, which nobody sees.
    let isUnseen = { (letter: Character) in
      letter.isWhitespace || "\u{FEFF}\u{200B}".contains(letter)
    }
    let seen = text.drop(while: isUnseen).reversed().drop(while: isUnseen).reversed()
    if let kind = EntryKind(rawValue: String(seen).lowercased()) { return kind }
    let names = EntryKind.allCases.map(\.rawValue)
    if text.isEmpty {
      throw RowFault(
        id: "kind-missing", summary: "The row has no kind.",
        remedy: "Give one of \(names.joined(separator: ", ")).")
    }
    throw RowFault(
      id: "kind-unknown", summary: "“\(text.shortened)” is not a kind of entry.",
      remedy: Self.advice(text, names))
  }

  /// Whether an entry is an age or a size of the body, whose comma can only part decimals.
  private func isMeasure(_ kind: EntryKind, _ name: String) -> Bool {
    guard kind == .profile || kind == .context else { return false }
    let name = name.trimmed.lowercased()
    return name == "weight" || kind == .profile && (name == "age" || name == "height")
  }

  private func value(
    _ text: String, isMeasure: Bool, log: inout FindingLog, _ origin: Origin
  ) throws(RowFault) -> EntryValue? {
    let text = text.trimmed
    if isMeasure, let comma = text.firstIndex(of: ","), text[comma...].utf8.count <= 3,
      NumberText.read(text) == .comma
    {
      return .text(text)
    }
    let cells = CellFormat(hasDecimalComma: hasDecimalComma)
    switch NumberText.read(text) {
    case .number(let number):
      cells.tellOfPoint(text, line: origin.line, log: &log)
      return .number(number)
    case .notFinite:
      throw RowFault(
        id: "number-not-finite", summary: "The value “\(text.shortened)” is not a finite number.",
        remedy: "Give a number such as 6.5, or leave the value empty.")
    case .comma:
      guard let number = NumberText.number(cells.pointed(text, line: origin.line, log: &log)) else {
        throw RowFault(
          id: "number-with-comma",
          summary: "The comma in “\(text.shortened)” may part decimals or thousands.",
          remedy: ValueAdvice.comma(text))
      }
      return .number(number)
    case .text: return text.isEmpty ? nil : .text(text)
    }
  }

  /// Checks what an entry says.
  ///
  /// - Throws: `RowFault` for the first thing that cannot be so.
  func check(_ entry: Entry, log: inout FindingLog) throws(RowFault) {
    switch entry.kind {
    case .food: try checkFood(entry, log: &log)
    case .symptom: try checkSymptom(entry, log: &log)
    case .context: try checkContext(entry, log: &log)
    case .phase: try checkPhase(entry, log: &log)
    case .profile: try checkProfile(entry, log: &log)
    case .note:
      if entry.name.trimmed.isEmpty && entry.note == nil && entry.value == nil {
        throw RowFault(
          id: "note-empty", summary: "The note has no text.",
          remedy: "Write the text into the column note, or remove the row.")
      }
    }
  }

  /// The numbers that the value of an entry without a finding may be instead, or be left out, and give
  /// none; `nil` where a number, or its lack, may be one.
  func numbers(of entry: Entry) -> ClosedRange<Double>? {
    let all = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    switch entry.kind {
    case .food: return 0...all.upperBound
    case .phase, .note: return all
    case .profile: return nil
    case .symptom, .context: break
    }
    var range = all
    if let unit = entry.unit, let scale = SeverityScale(unit) {
      guard case .numbers(let low, let high) = scale else { return nil }
      range = low...high
    } else if entry.kind == .symptom {
      return nil
    }
    let isHours = entry.kind == .context && entry.name == "sleep"
    return isHours && (entry.unit == nil || entry.unit == "h")
      ? range.clamped(to: 0...24) : range
  }

  private func checkFood(_ entry: Entry, log: inout FindingLog) throws(RowFault) {
    try checkName(entry)
    switch entry.value {
    case .number(let amount) where amount < 0:
      throw RowFault(
        id: "amount-negative", summary: "The amount \(NumberText.text(amount)) is below zero.",
        remedy: "Give the amount that was eaten, or leave it empty.")
    case .text(let text):
      log.tally(
        "amount-not-a-number", .warning, line: entry.origin.line,
        "The amount “\(text.shortened)” is not a number; the food counts as eaten, without amount.",
        remedy: "Give a number, and the unit in its own column.")
    default: break
    }
  }

  private func checkSymptom(_ entry: Entry, log: inout FindingLog) throws(RowFault) {
    try checkName(entry)
    guard let value = entry.value else { return }
    guard let unit = entry.unit else {
      guard value.number != nil || value.isSeverityWord else {
        if value.isPresenceWord {
          log.tally(
            "severity-yes-or-no", .warning, line: entry.origin.line,
            "“\(value.canonicalText.shortened)” was read as whether the symptom was there.",
            remedy: "Give a number with its scale as the unit, such as 0-10.")
          return
        }
        throw RowFault(
          id: "severity-not-readable",
          summary: "The severity “\(value.canonicalText.shortened)” is neither number nor word.",
          remedy: ValueAdvice.rating(value.canonicalText)
            ?? "Give a number with its scale as the unit, such as 0-10.")
      }
      log.tally(
        "severity-scale-missing", .warning, line: entry.origin.line,
        "The severity \(value.canonicalText) has no scale.",
        remedy: "Give the scale as the unit, such as 0-10 or mild-severe.")
      return
    }
    guard let scale = SeverityScale(unit) else {
      throw RowFault(
        id: "severity-scale-unknown", summary: "“\(unit.shortened)” is not a scale of severity.",
        remedy: ValueAdvice.scale(unit)
          ?? "Expected is LOW-HIGH in numbers or words, such as 0-10, 0-4 or mild-severe.")
    }
    guard scale.contains(value) else {
      throw RowFault(
        id: "severity-outside-scale",
        summary: "The severity “\(value.canonicalText.shortened)” is not on the scale \(unit).",
        remedy: isOfApp
          ? "Correct it in the app and export again, or in the file."
          : ValueAdvice.rating(value.canonicalText)
            ?? "Correct the severity, or give the scale that it was noted on as the unit.")
    }
  }

  private func checkContext(_ entry: Entry, log: inout FindingLog) throws(RowFault) {
    try checkName(entry)
    if !Vocabulary.contexts.contains(entry.name.lowercased()),
      !log.repeats("context-unused", key: entry.name)
    {
      log.tally(
        "context-unused", .note, key: entry.name, line: entry.origin.line,
        "The context “\(entry.name.shortened)” is kept, and not used by the analysis.",
        remedy: Spelling.nearest(to: entry.name, among: Vocabulary.contexts)
          .map { "Did you mean “\($0)”?" } ?? "")
    }
    if let value = entry.value, let scale = entry.unit.flatMap({ SeverityScale($0) }),
      !scale.contains(value)
    {
      throw RowFault(
        id: "value-outside-scale",
        summary: "The value “\(value.canonicalText.shortened)” is not on its scale.",
        remedy: ValueAdvice.rating(value.canonicalText)
          ?? "Expected is a value on \(entry.unit ?? "").")
    }
    noteWord(entry, log: &log)
    if entry.name == "sleep", let hours = entry.value?.number,
      entry.unit == nil || entry.unit == "h",
      !(0...24).contains(hours)
    {
      throw RowFault(
        id: "sleep-not-possible",
        summary: "\(NumberText.text(hours)) hours of sleep in one day are not possible.",
        remedy: "Give hours from 0 to 24, or the unit min.")
    }
  }

  private func checkPhase(_ entry: Entry, log: inout FindingLog) throws(RowFault) {
    guard Vocabulary.phases.contains(entry.name) else {
      throw RowFault(
        id: "phase-unknown", summary: "“\(entry.name.shortened)” is not a phase.",
        remedy: Self.advice(entry.name, Vocabulary.phases))
    }
    if entry.name == "challenge" && (entry.groups ?? []).isEmpty {
      log.tally(
        "challenge-without-groups", .warning, line: entry.origin.line,
        "The challenge does not say which groups are brought back.",
        remedy: "Name them in the column groups, such as “lactose”.")
    }
  }

  private func checkProfile(_ entry: Entry, log: inout FindingLog) throws(RowFault) {
    try checkName(entry)
    if entry.name == "age" {
      guard let value = entry.value, AgeText(value, unit: entry.unit) != nil else {
        throw RowFault(
          id: "age-not-readable",
          summary: "The age “\(entry.value?.canonicalText.shortened ?? "")” is not one.",
          remedy: "Give years from 0 to 130: warnings for children depend on it.")
      }
    }
    if !Vocabulary.profile.contains(entry.name.lowercased()),
      !AgeText.namesOfBirth.contains(entry.name.lowercased())
    {
      log.tally(
        "profile-unused", .note, key: entry.name, line: entry.origin.line,
        "The profile item “\(entry.name.shortened)” is kept, and not used by the analysis.",
        remedy: Spelling.nearest(to: entry.name, among: Vocabulary.profile)
          .map { "Did you mean “\($0)”?" } ?? "")
    }
  }

  private func checkName(_ entry: Entry) throws(RowFault) {
    guard entry.name.trimmed.isEmpty else { return }
    throw RowFault(
      id: "name-missing", summary: "The \(entry.kind.rawValue) has no name.",
      remedy: "Write it into the column name.")
  }

  private static func advice(_ text: String, _ names: [String]) -> String {
    let all = "Expected is one of \(names.joined(separator: ", "))."
    return Spelling.nearest(to: text, among: names).map { "Did you mean “\($0)”? \(all)" } ?? all
  }
}

extension EntryValue {
  /// Whether the value is a word of severity.
  fileprivate var isSeverityWord: Bool {
    if case .text(let text) = self { SeverityScale.Word(text) != nil } else { false }
  }

  /// Whether the value says only that something was there or was not.
  fileprivate var isPresenceWord: Bool {
    guard case .text(let text) = self else { return false }
    return [
      "yes", "y", "true", "x", "present", "ja", "j", "wahr", "oui", "si", "sí", "sì", "no", "n",
      "false", "nein", "falsch", "non", "nee",
    ].contains(text.lowercased())
  }
}
