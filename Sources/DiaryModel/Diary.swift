// SPDX-License-Identifier: Apache-2.0

/// An input file and what was read of it.
public struct InputSummary: Hashable, Sendable, Codable {
  /// The file's name without its folders; of a file in an archive, the archive's name and the path
  /// inside it.
  public var name: String
  /// The SHA-256 of its bytes, 64 hexadecimal digits.
  public var sha256: String
  /// The format it was read as, such as `canonical-csv`.
  public var format: String
  /// The rows or elements that could hold an entry.
  public var rows: Int
  /// Those of them that could not be read; each has a finding.
  public var rowsUnread: Int
  /// The entries of this diary that came from it; `nil` where nobody counted.
  public var entriesUsed: Int?
  /// The entries that were left out because a file before it says the same; `nil` where nobody
  /// counted.
  public var entriesRepeated: Int?

  /// Creates a summary.
  public init(
    name: String, sha256: String, format: String, rows: Int, rowsUnread: Int,
    entriesUsed: Int? = nil, entriesRepeated: Int? = nil
  ) {
    self.name = name
    self.sha256 = sha256
    self.format = format
    self.rows = rows
    self.rowsUnread = rowsUnread
    self.entriesUsed = entriesUsed
    self.entriesRepeated = entriesRepeated
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
  /// The rows that could not be read and may be this participant's, by file and line.
  public var unreadable: [UnreadRow] = []

  /// Creates a diary and brings its entries into canonical order.
  public init(participant: String?, entries: consuming [Entry], inputs: [InputSummary]) {
    self.participant = participant
    self.entries = []
    self.inputs = inputs
    // A second owner would make sorting copy all entries.
    swap(&self.entries, &entries)
    sortEntries()
  }

  /// Brings the entries into canonical order, which does not depend on the order of rows or files.
  ///
  /// Profile, then phases, then all else by time; what is equal in time by kind, name, value, unit,
  /// groups and note, compared byte by byte; and what is equal in all of these by origin.
  public mutating func sortEntries() {
    if let places = CanonicalOrder.places(of: entries) { entries.reorder(by: places) }
  }

  /// Where an entry stands, as `file:line`.
  public func reference(to entry: Entry) -> String { reference(to: entry.origin) }

  /// Where something stands, as `file:line`.
  public func reference(to origin: Origin) -> String {
    let name = inputs.indices.contains(origin.input) ? inputs[origin.input].name : "?"
    var text = name
    text += ":"
    text += String(origin.line)
    return text
  }

  /// Whether two diaries hold the same participant and entries, wherever these came from.
  public func saysTheSame(as other: Diary) -> Bool {
    participant == other.participant && entries.count == other.entries.count
      && zip(entries, other.entries).allSatisfy { $0.saysTheSame(as: $1) }
  }
}
