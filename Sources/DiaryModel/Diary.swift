// SPDX-License-Identifier: Apache-2.0

/// An input file and what was read of it.
public struct InputSummary: Hashable, Sendable, Codable {
  /// The file's name without its folders.
  public var name: String
  /// The SHA-256 of its bytes, 64 hexadecimal digits.
  public var sha256: String
  /// The format it was read as, such as `canonical-csv`.
  public var format: String
  /// The rows or elements that could hold an entry.
  public var rows: Int
  /// Those of them that could not be read; each has a finding.
  public var rowsUnread: Int

  /// Creates a summary.
  public init(name: String, sha256: String, format: String, rows: Int, rowsUnread: Int) {
    self.name = name
    self.sha256 = sha256
    self.format = format
    self.rows = rows
    self.rowsUnread = rowsUnread
  }
}

/// The records of one participant, from one file or several.
public struct Diary: Hashable, Sendable {
  /// The pseudonym; `nil` where no input names one.
  public var participant: String?
  /// The entries in canonical order; see `sortEntries()`.
  public var entries: [Entry]
  /// The files that the entries came from.
  public var inputs: [InputSummary]

  /// Creates a diary and brings its entries into canonical order.
  public init(participant: String?, entries: [Entry], inputs: [InputSummary]) {
    self.participant = participant
    self.entries = entries
    self.inputs = inputs
    sortEntries()
  }

  /// Brings the entries into canonical order, which does not depend on the order of rows or files.
  ///
  /// Profile, then phases, then all else by time; what is equal in time by kind, name, value, unit,
  /// groups and note; and what is equal in all of these by origin.
  public mutating func sortEntries() {
    let all = entries
    let keys = all.enumerated().map { SortKey($0.element, place: $0.offset) }
    let ordered = keys.sorted { left, right in
      if left.section != right.section { return left.section < right.section }
      if left.second != right.second { return left.second < right.second }
      return SortKey.texts(all[left.place], precede: all[right.place])
    }
    entries = ordered.map { all[$0.place] }
  }

  /// Where an entry stands, as `file:line`.
  public func reference(to entry: Entry) -> String {
    let name = inputs.indices.contains(entry.origin.input) ? inputs[entry.origin.input].name : "?"
    return "\(name):\(entry.origin.line)"
  }

  /// Whether two diaries hold the same participant and entries, wherever these came from.
  public func saysTheSame(as other: Diary) -> Bool {
    participant == other.participant && entries.count == other.entries.count
      && zip(entries, other.entries).allSatisfy { $0.saysTheSame(as: $1) }
  }
}

/// What the canonical order looks at first, and where the entry stood before.
private struct SortKey {
  let section: Int
  let second: Int
  let place: Int

  init(_ entry: Entry, place: Int) {
    section = entry.kind == .profile ? 0 : entry.kind == .phase ? 1 : 2
    let start = entry.time?.start
    second = start.map { $0.local?.secondsSinceEpoch ?? $0.date.dayNumber * 86_400 } ?? Int.min
    self.place = place
  }

  /// Whether an entry comes before another of the same section and second.
  static func texts(_ left: Entry, precede right: Entry) -> Bool {
    for (one, other) in zip(texts(left), texts(right)) where one != other { return one < other }
    return (left.origin.input, left.origin.line) < (right.origin.input, right.origin.line)
  }

  private static func texts(_ entry: Entry) -> [String] {
    let value: String =
      switch entry.value {
      case .number(let number): String(number)
      case .text(let text): text
      case nil: ""
      }
    return [
      entry.time?.description ?? "", entry.kind.rawValue, entry.name, value, entry.unit ?? "",
      entry.groups.map { $0.map(\.rawValue).joined(separator: " ") } ?? "", entry.note ?? "",
    ]
  }
}
