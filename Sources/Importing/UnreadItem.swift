// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The profile item by which a canonical diary carries a row that could not be read.
///
/// Its value is the reason, its unit the kind of the row, and its note the row's name, value, unit
/// and other words with `; ` between. Read again, it is no entry but the row that it was, so that
/// what it says of danger is not lost on the way through `reintro import`.
enum UnreadItem {
  /// The name of an item.
  static let name = "unread"
  /// The name of one that does not hold all words of its row.
  static let nameInPart = "unread-in-part"

  private static let separator = "; "

  /// The item that says what a row says.
  static func entry(of row: UnreadRow) -> Entry {
    let cells = [row.name, row.value, row.unit].map { $0.replacing(separator, with: ", ") }
    var note = (cells + [row.note]).joined(separator: separator)
    while note.hasSuffix(separator) { note.removeLast(separator.count) }
    return Entry(
      kind: .profile, time: nil, name: row.isCut ? nameInPart : name,
      value: row.reason.isEmpty ? nil : .text(row.reason), unit: row.kind?.rawValue,
      note: note.isEmpty ? nil : note, origin: row.origin)
  }

  /// The row that a record of the canonical format carries; `nil` for all other records.
  static func row(
    _ texts: EntryTexts, participant: String?, origin: Origin
  ) -> UnreadRow? {
    guard texts.kind.trimmed == EntryKind.profile.rawValue else { return nil }
    let own = texts.name.trimmed
    guard own == name || own == nameInPart else { return nil }
    var cells = texts.note.split(separator, most: 4)
    while cells.count < 4 { cells.append("") }
    return UnreadRow(
      kind: EntryKind(rawValue: texts.unit.trimmed), name: cells[0], value: cells[1],
      unit: cells[2], note: cells[3], participant: participant, reason: texts.value.trimmed,
      origin: origin, isCut: own == nameInPart)
  }
}

extension FindingLog {
  /// Adds that a row stands for one that could not be read before.
  mutating func addUnreadItem(line: Int) {
    tally(
      "row-unread-before", .warning, line: line,
      "The row is one that could not be read when this file was made; its words are kept for "
        + "warnings, and nothing else is made of it.",
      remedy: "Correct it where it came from, and import that again.")
  }
}

extension String {
  /// The parts between separators, the last with those that are left after `most - 1`.
  fileprivate func split(_ separator: String, most: Int) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while parts.count < most - 1, let found = rest.firstRange(of: separator) {
      parts.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return parts + [String(rest)]
  }
}
