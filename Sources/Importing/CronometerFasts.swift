// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The fasts of a Cronometer export, `fasts.csv`.
enum CronometerFasts {
  static func entries(
    _ row: CronometerRow, log: inout FindingLog
  ) throws(RowFault) -> [Entry] {
    guard let start = try point("start", row) else {
      throw RowFault(
        id: "time-missing", summary: "The fast has no start.",
        remedy: "Give the time at which it started, or remove the row.")
    }
    var time = EntryTime.at(start)
    if let end = try point("end", row) {
      time = try TimeReading.checked(.interval(start, end), "\(start)/\(end)")
    } else {
      log.tally(
        "cronometer-fast-open", .note, line: row.origin.line,
        "The fast has no end yet; only its start was read.")
    }
    if !row.cell("recurrence").isEmpty {
      log.tally(
        "cronometer-fast-recurring", .note, line: row.origin.line,
        "The fast is said to recur; only the one that stands here was read.")
    }
    let note = [row.cell("name"), row.cell("comments")].filter { !$0.isEmpty }
    return [row.entry(.context, time, "fasting", note: note.joined(separator: ": "))]
  }

  private static func point(_ column: String, _ row: CronometerRow) throws(RowFault) -> TimePoint? {
    let text = row.cell(column)
    if text.isEmpty { return nil }
    guard let (date, reading) = try row.format.date(text) else {
      throw RowFault(
        id: "time-not-readable", summary: "The \(column) “\(text.shortened)” is not a time.",
        remedy: "Expected is a time such as 2026-02-09 20:00.")
    }
    guard let second = reading.second,
      let local = LocalDateTime(date: date, secondOfDay: second)
    else { return .day(date) }
    return reading.offset.map { .instant(local, $0) } ?? .clock(local)
  }
}

/// The totals of days of a Cronometer export, `dailysummary.csv`, which names no food.
enum CronometerDailySummary {
  /// The columns that are read, under names that do not count them beside the servings' foods.
  private static let columns = [
    ("energy (kcal)", "calories", "kcal"), ("fat (g)", "fat", "g"),
    ("carbs (g)", "carbohydrates", "g"), ("fiber (g)", "fiber", "g"), ("sugars (g)", "sugar", "g"),
  ]

  static func entries(
    _ row: CronometerRow, log: inout FindingLog
  ) throws(RowFault) -> [Entry] {
    let time = try row.time("date")
    log.tally(
      "cronometer-totals", .warning, line: row.origin.line,
      "The totals of days name no food; they are kept, and not used by the analysis.",
      remedy: "Export “Food & Recipe Entries” (servings.csv) and give that as well.")
    var entries: [Entry] = []
    for (column, name, unit) in columns {
      guard let number = try row.number(column, log: &log) else { continue }
      entries.append(row.entry(.context, time, name, .number(number), unit: unit))
    }
    return entries
  }
}
