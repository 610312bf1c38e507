// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The tables of a Cronometer export.
enum CronometerTables {
  /// What to say about a table of the export that holds nothing for a diary; `nil` for others.
  static func notRead(_ header: [String]) -> RowFault? {
    let isDaily = header.starts(with: ["date", "energy (kcal)"])
    guard isDaily || header.starts(with: ["name", "start", "end", "recurrence"]) else { return nil }
    return RowFault(
      id: "cronometer-table-not-read",
      summary: "The file is Cronometer's table of \(isDaily ? "daily totals" : "fasts").",
      remedy: "It names no foods: export “Food & Recipe Entries” (servings.csv) and give that.")
  }
}
