// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Makes one diary per participant of what several files gave.
struct DiaryJoining {
  /// What was decided on the way.
  private(set) var findings: [Finding] = []
  /// Whether the files are a unit of a batch, where files of two people give no diary.
  var isUnit = false

  /// The rows of each file that could not be read; only of files with any.
  private var unread: [Int: UnreadRows] = [:]
  /// The files with entries that name no participant.
  private var unnamedFiles: Set<Int> = []

  private struct Piece {
    var file: Int
    var entries: [Entry]
  }

  /// The diaries, by participant, the one without a name first.
  ///
  /// Entries are handed on from list to list, never copied: there may be millions.
  mutating func diaries(of files: consuming [ImportSession.ReadFile]) -> [Diary] {
    var pieces: [String?: [Piece]] = [:]
    for file in files.indices {
      for part in files[file].parts where !part.entries.isEmpty {
        pieces[part.participant, default: []].append(Piece(file: file, entries: part.entries))
      }
    }
    let known = Set(pieces.keys)
    for file in files.indices {
      let rows = UnreadRows(files[file], known: known)
      if let stranger = rows?.stranger { noteStranger(stranger, files[file], known) }
      for name in rows?.withoutEntries ?? [] {
        pieces[name, default: []].append(Piece(file: file, entries: []))
      }
      unread[file] = rows
      files[file].parts = []
    }
    let named = known.compactMap { $0 }.sorted()
    unnamedFiles = Set(pieces[nil, default: []].map(\.file))
    if let unnamed = pieces[nil], let first = unnamed.first {
      if named.count == 1 {
        pieces[named[0], default: []] += unnamed
        pieces[nil] = nil
        for file in unread.keys { unread[file]?.giveUnnamed(to: named[0]) }
      } else if named.count > 1 {
        noteUnnamed(
          beside: named.count, files[first.file].path, first.entries.first?.origin.line)
      }
    }
    // No name is empty, so that the diary without one comes first.
    let keys = pieces.keys.sorted { ($0 ?? "") < ($1 ?? "") }
    var diaries: [Diary] = []
    for key in keys {
      let known = findings.count
      let diary = diary(key, pieces.removeValue(forKey: key) ?? [], files)
      let isMixed = findings[known...].contains { $0.id == "files-of-two-people" }
      if !isUnit || !isMixed { diaries.append(diary) }
    }
    return diaries
  }

  /// Tells of a name that only a row has which could not be read, beside one that has entries.
  private mutating func noteStranger(
    _ row: UnreadRow, _ file: ImportSession.ReadFile, _ known: Set<String?>
  ) {
    let name = known.lazy.compactMap(\.self).first ?? ""
    findings.append(
      Finding(
        id: "participant-not-read", severity: .warning,
        summary: "“\((row.participant ?? "").shortened)” is named only where a row cannot be read; "
          + "what it says was taken for a part of the diary of “\(name.shortened)”.",
        remedy: "Correct the name if it is mistyped; give another person's diary in a file alone.",
        file: file.path, line: row.origin.line))
  }

  /// The rows of some files that could not be read and may be a participant's.
  private func unread(_ participant: String?, in files: [Int]) -> [UnreadRow] {
    files.enumerated().flatMap { input, file in
      guard let rows = unread[file] else { return [UnreadRow]() }
      let own = rows.unnamed + (rows.named[participant] ?? [])
      return input == 0
        ? own
        : own.map { row in
          var row = row
          row.origin.input = input
          return row
        }
    }
  }

  /// The participants of the only file, whose entries were counted, in the order of diaries; `nil`
  /// where entries without a name are those of the only one who has one.
  mutating func participants(of file: ImportSession.ReadFile) -> [String?]? {
    let parts = file.parts.filter { !$0.isEmpty }
    let known = Set(parts.map(\.participant))
    let named = known.count { $0 != nil }
    let rows = UnreadRows(file, known: known)
    unread[0] = rows
    if let stranger = rows?.stranger { noteStranger(stranger, file, known) }
    let unnamed = parts.first { $0.participant == nil }
    if let unnamed {
      if named == 1 { return nil }
      if named > 1 { noteUnnamed(beside: named, file.path, unnamed.firstLine) }
    }
    let names = known.compactMap { $0 } + (rows?.withoutEntries ?? [])
    for part in parts.sorted(by: { ($0.participant ?? "") < ($1.participant ?? "") }) {
      findings += part.sleep?.findings(file.path) ?? []
    }
    return (unnamed == nil ? [] : [nil]) + names.sorted()
  }

  /// The diary of a participant of the only file; `count` is the number of entries where these are not
  /// given.
  func diary(
    _ participant: String?, _ entries: consuming [Entry], of summary: InputSummary,
    count: Int? = nil
  ) -> Diary {
    let summary = summary.counting(used: count ?? entries.count, repeated: 0)
    var diary = Diary(participant: participant, entries: entries, inputs: [summary])
    diary.unreadable = unread(participant, in: [0])
    return diary
  }

  private mutating func noteUnnamed(beside named: Int, _ path: String, _ line: Int?) {
    findings.append(
      Finding(
        id: "participant-unnamed", severity: .warning,
        summary: """
          Entries without a participant stand beside \(named) named participants; they \
          form a diary of their own.
          """,
        remedy: "Name the participant in each row, or give each person's files alone.",
        file: path, line: line))
  }

  private mutating func diary(
    _ participant: String?, _ pieces: consuming [Piece], _ files: [ImportSession.ReadFile]
  ) -> Diary {
    if pieces.count == 1, var piece = pieces.popLast() {
      var entries = piece.entries
      piece.entries = []
      findings += entries.leaveSleepTwice(files[piece.file].path)
      for place in entries.indices where entries[place].origin.input != 0 {
        entries[place].origin.input = 0
      }
      let summary = files[piece.file].summary.counting(used: entries.count, repeated: 0)
      var diary = Diary(participant: participant, entries: consume entries, inputs: [summary])
      diary.unreadable = unread(participant, in: [piece.file])
      return diary
    }
    return joined(participant, pieces, files)
  }

  private mutating func joined(
    _ participant: String?, _ pieces: [Piece], _ files: [ImportSession.ReadFile]
  ) -> Diary {
    var order: [Int] = []
    for piece in pieces.sorted(by: { $0.file < $1.file }) where order.last != piece.file {
      order.append(piece.file)
    }
    var entries: [Entry] = []
    var inputs: [InputSummary] = []
    var kept = RepeatedEntries()
    var all = order.map { file in pieces.filter { $0.file == file }.flatMap(\.entries) }
    for input in all.indices {
      findings += all[input].leaveSleepTwice(files[order[input]].path)
    }
    var slept: Set<Int> = []
    let sleep = SleepSources(order.count == 1 ? [] : all)
    findings += sleep.findings(order.map { files[$0].path })
    for (input, file) in order.enumerated() {
      let own = order.count == 1 ? all[input] : sleep.kept(all[input], of: input)
      let new = order.count == 1 ? own : SleepSources.new(kept.new(own), after: &slept)
      let repeated = own.count - new.count
      if repeated > 0 { noteRepeated(repeated, files[file]) }
      inputs.append(files[file].summary.counting(used: new.count, repeated: repeated))
      entries += new.map { entry in
        var entry = entry
        entry.origin.input = input
        return entry
      }
    }
    let sources = order.map { file in
      OnePerson.File(
        path: files[file].path, birth: files[file].birth, isUnnamed: unnamedFiles.contains(file))
    }
    findings += OnePerson(entries, files: sources, isUnit: isUnit).findings
    var diary = Diary(participant: participant, entries: entries, inputs: inputs)
    diary.unreadable = unread(participant, in: order)
    return diary
  }

  private mutating func noteRepeated(_ count: Int, _ file: ImportSession.ReadFile) {
    let what = count == 1 ? "1 entry is" : "\(count) entries are"
    findings.append(
      Finding(
        id: "entries-repeated", severity: .note,
        summary: "\(what) the same in a file before; the exports overlap, and each counts once.",
        file: file.path))
  }
}

/// The rows of one file that could not be read, by whose they are.
private struct UnreadRows {
  /// The most rows without a name that are kept for each of several participants.
  static let mostUnnamed = 50

  /// Those of which it is known whose they are.
  var named: [String?: [UnreadRow]] = [:]
  /// All others, which may be anybody's.
  var unnamed: [UnreadRow] = []
  /// The participants of `named` who have no entries in the file.
  var withoutEntries: [String] = []
  /// The first row whose name nobody has where one person alone has entries.
  var stranger: UnreadRow?

  /// Parts the rows of a file; `known` are the participants who have entries in any.
  ///
  /// A name that nobody else has is one only where the row's kind shows that its cells stand in
  /// their columns, and several others are named as well; else it may be mistyped, or any word of
  /// the diary's only person.
  init?(_ file: ImportSession.ReadFile, known: Set<String?>) {
    guard !file.unread.isEmpty || !file.carried.isEmpty else { return nil }
    let people = Set(file.parts.filter { !$0.isEmpty }.map(\.participant))
    let names = known.count(where: { $0 != nil })
    for row in file.unread {
      let isName = row.participant.map { known.contains($0) || names > 1 && row.kind != nil }
      add(row, isNamed: isName == true, people)
      if isName == false && names == 1 && row.kind != nil && stranger == nil { stranger = row }
    }
    for row in file.carried {
      let isKnown = row.participant == nil ? people.contains(nil) : known.contains(row.participant)
      add(row, isNamed: isKnown || row.participant != nil && names > 1, people)
      if !isKnown && row.participant != nil && names == 1 && stranger == nil { stranger = row }
    }
    withoutEntries = named.keys.compactMap { $0 }.filter { !people.contains($0) }.sorted()
  }

  /// Makes the rows of the diary without a name those of the only person who has one.
  mutating func giveUnnamed(to name: String) {
    named[name, default: []] += named.removeValue(forKey: nil) ?? []
  }

  private mutating func add(_ row: UnreadRow, isNamed: Bool, _ people: Set<String?>) {
    var row = row
    row.origin.input = 0
    if isNamed {
      named[row.participant, default: []].append(row)
      return
    }
    row = row.withParticipantAsWord
    if people.count < 2 || unnamed.count < Self.mostUnnamed {
      unnamed.append(row)
    } else if unnamed.last?.reason != "rows-not-kept" {
      unnamed.append(.rest(reason: "rows-not-kept", origin: row.origin))
    }
  }
}

extension UnreadRow {
  /// The row with what stands as its participant among its words, for that may be none.
  fileprivate var withParticipantAsWord: UnreadRow {
    guard let participant, !participant.isEmpty else { return self }
    return UnreadRow(
      kind: kind, name: name, value: value, unit: unit,
      note: [note, participant].filter { !$0.isEmpty }.joined(separator: "; "),
      participant: participant, reason: reason, origin: origin, isCut: isCut)
  }
}

extension InputSummary {
  /// The summary with what became of the file's entries.
  fileprivate func counting(used: Int, repeated: Int) -> InputSummary {
    var summary = self
    summary.entriesUsed = used
    summary.entriesRepeated = repeated
    return summary
  }
}
