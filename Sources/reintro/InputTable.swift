// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// What came from where, one line for each file.
enum InputTable {
  /// The lines: format, rows, and what became of the entries, by participant where there are several.
  static func lines(_ diaries: [Diary]) -> [String] {
    diaries.flatMap { diary in
      diary.inputs.map { input in
        let owner = diaries.count > 1 ? "\(diary.participant ?? "no participant"): " : ""
        let unread = input.rowsUnread > 0 ? " (\(input.rowsUnread) not read)" : ""
        let repeated = input.entriesRepeated ?? 0
        let again = repeated > 0 ? ", \(repeated) the same in a file before" : ""
        return "\(owner)\(input.name): \(input.format), \(input.rows) rows\(unread), "
          + "\(input.entriesUsed ?? 0) entries used\(again)."
      }
    }
  }
}
