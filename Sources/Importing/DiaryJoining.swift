// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Makes one diary per participant of what several files gave.
struct DiaryJoining {
  /// What was decided on the way.
  private(set) var findings: [Finding] = []

  /// The rows of each file that could not be read; only of files with any.
  private var unread: [Int: UnreadRows] = [:]

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
      unread[file] = UnreadRows(files[file])
      files[file].parts = []
    }
    let named = pieces.keys.compactMap { $0 }.sorted()
    if let unnamed = pieces[nil], let first = unnamed.first {
      if named.count == 1 {
        pieces[named[0], default: []] += unnamed
        pieces[nil] = nil
      } else if named.count > 1 {
        findings.append(
          Finding(
            id: "participant-unnamed", severity: .warning,
            summary: """
              Entries without a participant stand beside \(named.count) named participants; they \
              form a diary of their own.
              """,
            remedy: "Name the participant in each row, or give each person's files alone.",
            file: files[first.file].path, line: first.entries.first?.origin.line))
      }
    }
    let keys: [String?] = (pieces[nil] == nil ? [] : [nil]) + named
    var diaries: [Diary] = []
    for key in keys { diaries.append(diary(key, pieces.removeValue(forKey: key) ?? [], files)) }
    return diaries
  }

  /// The rows of some files that could not be read and may be a participant's.
  private func unread(_ participant: String?, in files: [Int]) -> [UnreadRow] {
    files.enumerated().flatMap { input, file in
      guard let rows = unread[file] else { return [UnreadRow]() }
      let own = rows.unnamed + (participant.flatMap { rows.named[$0] } ?? [])
      return input == 0
        ? own
        : own.map { row in
          var row = row
          row.origin.input = input
          return row
        }
    }
  }

  private mutating func diary(
    _ participant: String?, _ pieces: consuming [Piece], _ files: [ImportSession.ReadFile]
  ) -> Diary {
    if pieces.count == 1, var piece = pieces.popLast() {
      var entries = piece.entries
      piece.entries = []
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
    var kept: [Entry: Int] = [:]
    for (input, file) in order.enumerated() {
      let own = pieces.filter { $0.file == file }.flatMap(\.entries)
      let new = order.count == 1 ? own : withoutRepeated(own, kept: &kept)
      let repeated = own.count - new.count
      if repeated > 0 { noteRepeated(repeated, files[file]) }
      inputs.append(files[file].summary.counting(used: new.count, repeated: repeated))
      entries += new.map { entry in
        var entry = entry
        entry.origin.input = input
        return entry
      }
    }
    var diary = Diary(participant: participant, entries: entries, inputs: inputs)
    diary.unreadable = unread(participant, in: order)
    return diary
  }

  /// The entries that the files before do not hold; what one file repeats itself stays repeated.
  private func withoutRepeated(_ entries: [Entry], kept: inout [Entry: Int]) -> [Entry] {
    var seen: [Entry: Int] = [:]
    let new = entries.filter { entry in
      var key = entry
      key.origin = Origin(input: 0, line: 0)
      seen[key, default: 0] += 1
      return seen[key, default: 0] > kept[key, default: 0]
    }
    kept.merge(seen, uniquingKeysWith: max)
    return new
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

  /// Those that name a participant who has entries in the file.
  var named: [String: [UnreadRow]] = [:]
  /// All others, which may be anybody's.
  var unnamed: [UnreadRow] = []

  init?(_ file: ImportSession.ReadFile) {
    guard !file.unread.isEmpty else { return nil }
    let people = Set(file.parts.filter { !$0.entries.isEmpty }.compactMap(\.participant))
    for row in file.unread {
      var row = row
      row.origin.input = 0
      if let name = row.participant, people.contains(name) {
        named[name, default: []].append(row)
      } else if people.count < 2 || unnamed.count < Self.mostUnnamed {
        unnamed.append(row)
      } else if unnamed.last?.reason != "rows-not-kept" {
        unnamed.append(.rest(reason: "rows-not-kept", origin: row.origin))
      }
    }
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
