// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// A writer of the canonical CSV.
enum CanonicalCSVWriter: DiaryWriter {
  /// The diaries as one CSV file: LF line ends, cells quoted only where they must be.
  static func write<Failure: Error>(
    _ diaries: [Diary], to put: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try put(Array((CanonicalCSVReader.columns.joined(separator: ",") + "\n").utf8))
    var rows = RowBytes(room: ImportSession.pieceSize * 5 / 4)
    for diary in diaries {
      let participant = diary.participant ?? ""
      for row in diary.unreadable { append(UnreadItem.entry(of: row), participant, to: &rows) }
      // Through a span, as an entry that is taken out of a list is copied.
      let entries = diary.entries.span
      for place in entries.indices {
        append(entries[place], participant, to: &rows)
        if rows.count >= ImportSession.pieceSize { try put(rows.take()) }
      }
    }
    try put(rows.take())
  }

  private static func append(
    _ entry: borrowing Entry, _ participant: String, to rows: inout RowBytes
  ) {
    let comma = UInt8(ascii: ",")
    rows.append(cell: participant)
    rows.append(comma)
    if let time = entry.time { rows.append(time) }
    rows.append(cell: entry.kind.rawValue, after: comma)
    rows.append(cell: entry.name, after: comma)
    rows.append(cell: entry.value?.canonicalText ?? "", after: comma)
    rows.append(cell: entry.unit ?? "", after: comma)
    rows.append(cell: groups(entry.groups), after: comma)
    rows.append(cell: entry.note ?? "", after: comma)
    rows.append(UInt8(ascii: "\n"))
  }

  private static func groups(_ groups: [GroupID]?) -> String {
    guard let groups else { return "" }
    return groups.isEmpty ? "none" : groups.map(\.rawValue).joined(separator: " ")
  }
}
