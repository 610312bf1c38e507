// SPDX-License-Identifier: Apache-2.0

/// A row that could not be read as an entry, kept for what it may say about safety.
///
/// No analysis counts it; only the safety gates look at its words.
public struct UnreadRow: Hashable, Sendable {
  /// The most bytes of a text that are kept; what is longer is cut, and `isCut` says so.
  public static let longestText = 2000
  /// The most rows of a file that are kept; of more, one row with `isCut` stands for the rest.
  public static let mostRows = 10_000

  /// The kind, where at least that was readable.
  public var kind: EntryKind?
  /// The name, or nothing where the row was not read cell by cell.
  public var name: String
  /// The value as it stands.
  public var value: String
  /// The unit as it stands.
  public var unit: String
  /// The note; of a row that was not read cell by cell all its cells, with `; ` between.
  public var note: String
  /// The participant that the row names; `nil` where it names none.
  public var participant: String?
  /// The identifier of the finding that says why it could not be read.
  public var reason: String
  /// Whether some of its words are not kept.
  public private(set) var isCut = false
  /// Where it stands.
  public var origin: Origin

  /// Creates a row, its texts cut to `longestText` bytes each; `isCut` says that words are missing
  /// already.
  public init(
    kind: EntryKind? = nil, name: String = "", value: String = "", unit: String = "",
    note: String = "", participant: String? = nil, reason: String, origin: Origin,
    isCut: Bool = false
  ) {
    self.kind = kind
    (self.name, self.value, self.unit, self.note) = ("", "", "", "")
    self.participant = participant
    self.reason = reason
    self.origin = origin
    self.isCut = isCut
    self.name = kept(name)
    self.value = kept(value)
    self.unit = kept(unit)
    self.note = kept(note)
  }

  /// A row that stands for all that were not kept.
  public static func rest(reason: String, origin: Origin) -> UnreadRow {
    UnreadRow(reason: reason, origin: origin, isCut: true)
  }

  private mutating func kept(_ text: String) -> String {
    guard text.utf8.count > Self.longestText else { return text }
    isCut = true
    return String(decoding: text.utf8.prefix(Self.longestText), as: UTF8.self)
  }

  /// What there is of it, in the file's words.
  public var text: String {
    [name, value, unit, note].filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// The row as an entry without a time, for looking at its words; a note where the kind is not known.
  public var entry: Entry {
    guard let kind else {
      return Entry(
        kind: .note, time: nil, name: "", note: text, origin: origin)
    }
    let read = value.isEmpty ? nil : NumberText.number(value).map(EntryValue.number)
    return Entry(
      kind: kind, time: nil, name: name, value: read ?? (value.isEmpty ? nil : .text(value)),
      unit: unit.isEmpty ? nil : unit, note: note.isEmpty ? nil : note, origin: origin)
  }
}
