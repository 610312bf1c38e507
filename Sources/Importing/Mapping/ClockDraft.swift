// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Which column says the time of day, and what its words mean.
extension DraftRoles {
  /// Takes the column of clock times: one with such times before one with words only.
  ///
  /// Words among them are no reason to leave it out. A column that is named as a symptom or a scale is
  /// one only where it holds nothing but clock times, and where the dates have clock times only one that
  /// is named as that of meals is.
  mutating func takeClock(beside date: ColumnProfile) -> ColumnProfile? {
    func isNamed(_ column: ColumnProfile) -> Bool {
      column.isNamed(DraftNames.clocks) && DraftNames.context(column) == nil
        && !DraftNames.isOfNight(column)
    }
    func isRating(_ column: ColumnProfile) -> Bool {
      DraftNames.isSymptom(column) || column.scaleOfName != nil
    }
    func isTime(_ column: ColumnProfile) -> Bool {
      guard !isRating(column), DraftNames.context(column) == nil, !DraftNames.isOfNight(column),
        !column.isNumber || DraftNames.isClockAlone(column)
      else { return false }
      let words = column.withoutClock.texts.count { DraftTimes.meaning($0.folded) != nil }
      return column.isClock || column.clocks * 2 >= column.filled
        || words * 2 > column.withoutClock.texts.count && column.isNamed(DraftNames.clocks)
    }
    guard date.datesWithClock * 2 < date.dates else {
      return take {
        isNamed($0) && DraftNames.isFood($0) && isTime($0) && $0.clocks * 2 >= $0.filled
      }
    }
    return take { isNamed($0) && $0.isClock && !isRating($0) }
      ?? take { isNamed($0) && $0.clocks > 0 && isTime($0) }
      ?? take { $0.isClock && isTime($0) && !DraftNames.isMeasure($0) }
      ?? take { isNamed($0) && isTime($0) }
      ?? take { isTime($0) && !DraftNames.isMeasure($0) && $0.clocks > 0 }
      ?? take { isNamed($0) && $0.isClock }
  }

  /// The lines of the clock, with what its words mean.
  func clockLines(_ clock: ColumnProfile) -> [String] {
    let doubt =
      clock.isNamed(DraftNames.clocks) ? "" : "   # DOUBT: taken for the time of all entries"
    let line = "  clock: \(cell(clock))\(doubt)"
    let words = clock.withoutClock.texts.map(\.folded).filter { !$0.contains("|") }
    guard words.contains(where: { ClockText.written($0) == nil }) else { return [line] }
    let more = clock.withoutClock.hasMore ? " There are more than these." : ""
    return [
      line,
      "  # DOUBT: these cells of “\(MappingDraft.comment(clock.header))” are no clock times. Say what each "
        + "means: a time,", "  # a part of the day, or day where only the day is known.\(more)",
      "  words:",
    ]
      + words.map { word in
        "    \(MappingDraft.quoted(word)): "
          + (DraftTimes.meaning(word).map { $0 == "day" ? $0 : MappingDraft.quoted($0) } ?? "day")
      }
  }
}
