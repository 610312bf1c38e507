// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The profile item by which a canonical diary carries a row that could not be read.
///
/// Its value is the reason, its unit the kind of the row, and its note the row's name, value, unit
/// and other words with `; ` between; a `; ` inside of name, value or unit has a `\` before it, as has
/// a `\`. Read again, it is no entry but the row that it was, so that
/// what it says of danger is not lost on the way through `reintro import`.
enum UnreadItem {
  /// The name of an item.
  static let name = "unread"
  /// The name of one that does not hold all words of its row.
  static let nameInPart = "unread-in-part"

  private static let separator = "; "

  /// The item that says what a row says.
  static func entry(of row: UnreadRow) -> Entry {
    var cells = [row.name, row.value, row.unit].map(\.withSignsMarked) + [row.note]
    while cells.last?.isEmpty == true { cells.removeLast() }
    let note = cells.joined(separator: separator)
    return Entry(
      kind: .profile, time: nil, name: row.isCut ? nameInPart : name,
      value: row.reason.nonEmpty.map(EntryValue.text), unit: row.kind?.rawValue,
      note: note.nonEmpty, origin: row.origin)
  }

  /// The row that a record of the canonical format carries; `nil` for all other records.
  static func row(
    _ texts: EntryTexts, participant: String?, origin: Origin
  ) -> UnreadRow? {
    let own = texts.name.trimmed
    guard own == name || own == nameInPart,
      texts.kind.trimmed.lowercased() == EntryKind.profile.rawValue
    else { return nil }
    var cells = texts.note.unreadCells(most: 4)
    while cells.count < 4 { cells.append("") }
    return UnreadRow(
      kind: EntryKind(rawValue: texts.unit.trimmed.lowercased()), name: cells[0], value: cells[1],
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
  /// The text with a `\` before each `\` and each `; `.
  fileprivate var withSignsMarked: String {
    replacing("\\", with: "\\\\").replacing("; ", with: "\\; ")
  }

  /// The parts between `; ` that no `\` marks, the last with all that is left after `most - 1`.
  fileprivate func unreadCells(most: Int) -> [String] {
    var parts: [String] = []
    var part: [UInt8] = []
    let bytes = Array(utf8)
    var place = 0
    while place < bytes.count, parts.count < most - 1 {
      let rest = bytes[(place + 1)...]
      if bytes[place] == UInt8(ascii: "\\"),
        rest.first == UInt8(ascii: "\\") || rest.starts(with: "; ".utf8)
      {
        part.append(bytes[place + 1])
        place += 2
      } else if bytes[place...].starts(with: "; ".utf8) {
        parts.append(String(decoding: part, as: UTF8.self))
        part = []
        place += 2
      } else {
        part.append(bytes[place])
        place += 1
      }
    }
    return parts + [String(decoding: part + bytes[place...], as: UTF8.self)]
  }
}
