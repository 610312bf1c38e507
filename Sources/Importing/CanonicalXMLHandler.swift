// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import XMLReading

/// Makes entries of the canonical XML's elements.
struct CanonicalXMLHandler: XMLHandler {
  /// The places of names in `names`.
  private enum Name {
    static let diaries = 0
    static let diary = 1
    static let sections = 2...4
    static let profile = 2
    static let phases = 3
    static let item = 5
    static let phase = 6
    static let entries = 7...10
    static let participant = 11
    static let timeZone = 12
    static let name = 13
    static let time = 14
    static let start = 15
    static let end = 16
    static let value = 17
    static let unit = 18
    static let scale = 19
    static let groups = 20
    static let note = 10
  }

  static let names: [StaticString] = [
    "diaries", "diary", "profile", "phases", "entries", "item", "phase", "food", "symptom",
    "context", "note", "participant", "timeZone", "name", "time", "start", "end", "value", "unit",
    "scale", "groups",
  ]

  static let wantsText = true

  /// The namespace of the format.
  static let namespace = "urn:reintro:diary:1"

  /// The kinds of records, in the order of their names.
  private static let kinds: [EntryKind] = [.profile, .phase, .food, .symptom, .context, .note]

  /// The most bytes of a record's text that are kept with that of elements inside it.
  private static let longestWhole = 4 * UnreadRow.longestText

  /// A record whose end tag has not come yet.
  private struct Draft {
    var kind: EntryKind
    var texts = EntryTexts()
    var time = ""
    var end: String?
    var depth: Int
    var line: Int
    var fault: RowFault?
    /// What else stands in a record that the schema does not allow.
    var others: [String] = []

    /// Adds the attributes of an element that are not read, up to what is kept of a row.
    mutating func addOthers(of element: borrowing XMLElement) {
      let read = [
        texts.name, texts.value, texts.unit, texts.groups, texts.note, time, end ?? "",
      ]
      for (_, value) in element.attributeTexts where !value.isEmpty && !read.contains(value) {
        guard others.reduce(0, { $0 + $1.utf8.count }) <= UnreadRow.longestText else { return }
        others.append(value)
      }
    }
  }

  /// What has been read.
  private(set) var outcome = ReadOutcome()
  /// What was found on the way.
  private(set) var log: FindingLog
  /// Whether the file breaks the schema outside records.
  private(set) var isUnusable = false

  private let context: ReadContext
  private let rules: EntryRules
  private var zone: TimeZoneRules?
  private var parts: EntryParts
  private var part: Int?
  private var participant: String?
  private var depth = 0
  /// The place of the open section's name; `nil` outside sections.
  private var section: Int?
  private var draft: Draft?
  private var textBytes: [UInt8] = []
  /// The text of a record with that of the elements inside it, where it has such.
  private var wholeBytes: [UInt8] = []
  private var isNested = false
  private var pending: [XMLIssue] = []
  private var pool = TextPool()
  private var breaches = 0
  /// Whether anybody has several diaries in the file.
  private var isMixed = false

  init(_ context: ReadContext) {
    self.context = context
    log = FindingLog(file: context.file)
    zone = context.zone
    rules = EntryRules(ownGroups: context.options.ownGroups)
    parts = EntryParts(context)
  }

  func isForSchema(_ element: borrowing XMLElement) -> Bool {
    draft != nil || section == nil || mayStandHere(element)
  }

  /// Whether an element is a record of the open section.
  private func mayStandHere(_ element: borrowing XMLElement) -> Bool {
    guard element.namespace == Self.namespace else { return false }
    return switch section {
    case Name.profile: element.name == Name.item
    case Name.phases: element.name == Name.phase
    default: Name.entries.contains(element.name)
    }
  }

  mutating func start(_ element: borrowing XMLElement) {
    depth += 1
    if depth == 1 { checkRoot(element) }
    guard draft == nil else {
      // What stands inside a record is no part of the format, but may say something.
      startInside(element)
      takeIssues()
      return
    }
    if section != nil {
      open(element)
      if !pending.isEmpty && draft?.others.isEmpty == true { draft?.addOthers(of: element) }
      takeIssues()
      return
    }
    takeIssues()
    if element.name == Name.diary { startDiary(element) }
    if Name.sections.contains(element.name) && part != nil { section = element.name }
  }

  mutating func end(_ name: Int) {
    takeIssues()
    if isNested && wholeBytes.count < Self.longestWhole { wholeBytes.append(0x20) }
    if let draft, draft.depth == depth {
      close(draft)
      self.draft = nil
    } else if Name.sections.contains(name) && draft == nil {
      section = nil
    } else if name == Name.diary && draft == nil {
      part = nil
      participant = nil
    }
    depth -= 1
  }

  mutating func text(_ text: Span<UInt8>) {
    guard let draft else { return }
    if draft.depth == depth {
      for place in text.indices { textBytes.append(text[place]) }
    }
    guard isNested else { return }
    let room = max(0, Self.longestWhole - wholeBytes.count)
    for place in text.indices.prefix(room) { wholeBytes.append(text[place]) }
  }

  private mutating func startInside(_ element: borrowing XMLElement) {
    if !isNested { wholeBytes = Array(textBytes.prefix(Self.longestWhole)) }
    isNested = true
    if wholeBytes.count < Self.longestWhole { wholeBytes.append(0x20) }
    draft?.addOthers(of: element)
  }

  mutating func issue(_ issue: XMLIssue) { pending.append(issue) }

  /// Makes room for the entries of the whole file.
  mutating func reserve(after bytes: Int, of size: Int?) {
    parts.reserve(after: bytes, of: size)
  }

  /// Hands over the parts that are whole.
  mutating func takeWhole() -> [PartialDiary] { parts.takeWhole() }

  /// Hands over all parts, once the file has ended.
  mutating func takeAll() -> [PartialDiary] { parts.takeAll() }

  /// What is left where the file cannot be read to its end.
  func cut(by error: ImportError) -> CutFile {
    CutFile(
      error, names: parts.names, isMixed: isMixed,
      place: part == nil ? .nobody : participant.map { .participant($0) } ?? .unknown)
  }

  /// Whether entries of some participants may be passed over.
  var passesOver: Bool { parts.passesOver }

  private mutating func checkRoot(_ element: borrowing XMLElement) {
    guard element.namespace != Self.namespace else { return }
    pending = []
    isUnusable = true
    let found = element.namespace.map { "“\($0.shortened)”" } ?? "none"
    log.add(
      "xml-namespace", .error, line: element.line,
      "The root element is in the wrong namespace: \(found).",
      remedy: "Write <\(element.localNameText.shortened) xmlns=\"\(Self.namespace)\">.")
  }

  private mutating func startDiary(_ element: borrowing XMLElement) {
    participant = element.attribute(Name.participant)?.trimmed.nonEmpty
    let before = parts.peopleCount
    part = parts.place(of: participant)
    if parts.peopleCount == before { isMixed = true }
    zone = context.zone ?? fileZone(element)
  }

  private mutating func fileZone(_ element: borrowing XMLElement) -> TimeZoneRules? {
    guard let identifier = element.attribute(Name.timeZone)?.trimmed, !identifier.isEmpty else {
      return nil
    }
    if let zone = TimeZoneRules(identifier: identifier) { return zone }
    log.add(
      "time-zone-unknown", .warning, line: element.line,
      "The system knows no time zone “\(identifier.shortened)”; clocks stay as recorded.",
      remedy: "Name an IANA zone such as Europe/Berlin, in the file or with --time-zone.")
    return nil
  }

  /// Starts a record; an element of another name is one that cannot be read.
  private mutating func open(_ element: borrowing XMLElement) {
    outcome.rows += 1
    textBytes.removeAll(keepingCapacity: true)
    isNested = false
    guard mayStandHere(element) else {
      var draft = Draft(kind: .note, depth: depth, line: element.line)
      draft.fault = RowFault(
        id: "xml-schema", summary: "“\(element.localNameText.shortened)” may not stand here.",
        remedy: "Expected is item in profile, phase in phases, and food, symptom, context or note "
          + "in entries.")
      draft.others = [element.localNameText]
      draft.addOthers(of: element)
      self.draft = draft
      return
    }
    let kind = Self.kinds[element.name - Name.item]
    var draft = Draft(kind: kind, depth: depth, line: element.line)
    draft.texts.kind = kind.rawValue
    draft.texts.name = element.attribute(Name.name)?.withoutDelete ?? ""
    draft.texts.value = element.attribute(Name.value) ?? ""
    draft.texts.unit = element.attribute(kind == .symptom ? Name.scale : Name.unit) ?? ""
    draft.texts.groups = element.attribute(Name.groups) ?? ""
    draft.texts.note = element.attribute(Name.note)?.withoutDelete ?? ""
    draft.time = element.attribute(kind == .phase ? Name.start : Name.time) ?? ""
    draft.end = element.attribute(Name.end)
    self.draft = draft
  }

  private mutating func close(_ draft: Draft) {
    if let part, !parts.isWanted(part) { return }
    do throws(RowFault) {
      if draft.fault == nil, let row = unreadItem(draft) {
        outcome.carry(row)
        log.addUnreadItem(line: draft.line)
        return
      }
      var entry = try entry(draft)
      if let fault = draft.fault { throw fault }
      guard let part else { return }
      pool.share(&entry)
      parts.append(entry, to: part)
    } catch {
      outcome.rowsUnread += 1
      log.add(error, line: draft.line, unread: unread(draft))
    }
  }

  /// What there is of a record that cannot be read.
  private func unread(_ draft: Draft) -> UnreadRow {
    var texts = texts(of: draft)
    if isNested {
      let whole = String(decoding: wholeBytes, as: UTF8.self).split { $0.isWhitespace }
      texts.note = [draft.texts.note, whole.joined(separator: " ")].filter { !$0.isEmpty }
        .joined(separator: "; ")
    }
    let times = [draft.time, draft.end ?? ""].filter { !TimeReading.isTime($0) }
    return texts.unread(
      participant: participant, origin: Origin(input: context.input, line: draft.line),
      others: times + draft.others)
  }

  /// The row of an item that carries one that could not be read.
  private func unreadItem(_ draft: Draft) -> UnreadRow? {
    guard draft.kind == .profile else { return nil }
    return UnreadItem.row(
      texts(of: draft), participant: participant,
      origin: Origin(input: context.input, line: draft.line))
  }

  /// The texts of a record, that of the element with the note.
  private func texts(of draft: Draft) -> EntryTexts {
    var texts = draft.texts
    let text = String(decoding: textBytes.trimmingXMLSpace(), as: UTF8.self)
    texts.note = [texts.note, text].filter { !$0.isEmpty }.joined(separator: "; ")
    return texts
  }

  /// The entry of a record; the rules' own words come before the schema's, which say less.
  private mutating func entry(_ draft: Draft) throws(RowFault) -> Entry {
    if let fault = draft.fault, draft.texts.kind.isEmpty { throw fault }
    var texts = draft.texts
    let text = String(decoding: textBytes.trimmingXMLSpace(), as: UTF8.self).withoutDelete
    if draft.kind == .food {
      texts.name = try Self.only(texts.name, text, attribute: "name")
    } else {
      texts.note = try Self.only(texts.note, text, attribute: "note")
    }
    let reading = try TimeReading(draft.end.map { "\(draft.time)/\($0)" } ?? draft.time)
    var entry = try rules.entry(
      texts, of: participant, hasTime: reading != .none,
      origin: Origin(input: context.input, line: draft.line), log: &log)
    switch reading {
    case .none: break
    case .known(let time): entry.time = time.on(zone)
    case .localized:
      throw RowFault(
        id: "time-not-readable", summary: "“\(draft.time.shortened)” is not a time of this format.",
        remedy: "Expected is 2026-02-09, 2026-02-09T08:10 or 2026-02-09T08:10+01:00.")
    }
    return entry
  }

  private static func only(
    _ value: String, _ text: String, attribute: String
  ) throws(RowFault) -> String {
    if value.isEmpty { return text }
    if text.isEmpty { return value }
    throw RowFault(
      id: "xml-text-twice", summary: "The record has a text and an attribute “\(attribute)”.",
      remedy: "Keep one of them.")
  }

  /// Puts what the schema found to the open record, or to the file where none is open.
  private mutating func takeIssues() {
    guard !pending.isEmpty else { return }
    for issue in pending {
      let summary = "Not as the schema says: \(issue.message)."
      if draft != nil {
        guard draft?.fault == nil else { continue }
        draft?.fault = RowFault(
          id: "xml-schema", summary: summary, remedy: "Compare with schemas/diary.xsd.")
      } else {
        isUnusable = true
        breaches += 1
        guard breaches <= FindingLog.listedErrors else { continue }
        log.tally(
          "xml-schema-structure", .error, key: summary, line: issue.line, summary,
          remedy: "Sections are profile, phases and entries, in this order; see schemas/diary.xsd.")
      }
    }
    pending = []
  }
}

extension Array where Element == UInt8 {
  /// The bytes without XML's white space at both ends.
  fileprivate func trimmingXMLSpace() -> ArraySlice<UInt8> {
    let isSpace = { (byte: UInt8) in byte == 32 || byte == 10 || byte == 9 || byte == 13 }
    var slice = drop(while: isSpace)
    while let last = slice.last, isSpace(last) { slice.removeLast() }
    return slice
  }
}

extension String {
  /// The text with a blank for U+007F, the one control character of XML that a CSV does not keep.
  fileprivate var withoutDelete: String {
    guard utf8.contains(0x7F) else { return self }
    return String(decoding: utf8.map { $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
  }
}
