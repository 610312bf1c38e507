// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// How severities are read: the scale of numbers, and what words mean on it.
extension DraftRoles {
  /// The lines of a severity.
  func valueLines(_ value: ColumnProfile) -> [String] {
    if value.isNumber {
      guard let scale = value.statedScale ?? value.scale else { return [] }
      return scaleLines(scale, [value]) + oddWordLines(value, scale)
    }
    // A key of words parts them at `|`.
    let words = value.wordsAmongNumbers
    guard value.numbers > 0 || words.contains(where: { SeverityScale.Word($0) == nil }) else {
      return ["    scale: mild-severe"]
    }
    let scale = value.scaleOfWords
    return [
      "    # DOUBT: what these words mean: a number of the scale, absent, unknown (there, how strong",
      "    # is not known) or skip (no entry).", "    scale: \(scale)", "    words:",
    ] + words.map { Self.wordLine($0, scale) }
  }

  /// The line of a scale that columns state.
  func statedLine(_ scale: String, _ columns: [ColumnProfile]) -> String {
    let isInName = columns.allSatisfy { $0.scaleOfName == scale }
    return "    scale: \(scale)   # as the \(isInName ? "column's name says" : "cells say")"
  }

  /// The lines of some columns of numbers on one scale.
  func scaleLines(_ scale: String, _ columns: [ColumnProfile]) -> [String] {
    let direction = "    # direction: higher-is-better   # if high numbers are good"
    if columns.allSatisfy({ $0.statedScale == scale }) {
      return [statedLine(scale, columns), direction]
    }
    let low = columns.map(\.low).min() ?? 0
    let high = columns.map(\.high).max() ?? 0
    return [
      "    # DOUBT: the numbers go from \(NumberText.text(low)) to \(NumberText.text(high)); state the "
        + "scale that you used.", "    scale: \(scale)", direction,
    ]
  }

  /// What the few words mean in a column of numbers; nothing where there are none.
  func oddWordLines(_ value: ColumnProfile, _ scale: String) -> [String] {
    let words = value.withoutNumber.texts.map(\.folded).sorted().filter { !$0.contains("|") }
    guard !words.isEmpty else { return [] }
    let more = value.withoutNumber.hasMore ? " There are more than these." : ""
    return ["    # DOUBT: what these few words mean among the numbers.\(more)", "    words:"]
      + words.map { Self.wordLine($0, scale) }
  }

  private static func wordLine(_ word: String, _ scale: String) -> String {
    let (low, top): (Double, Double) =
      if case .numbers(let low, let high)? = SeverityScale(scale) { (low, high) } else { (0, 4) }
    let meaning =
      switch SeverityWords.severity(word) {
      case nil: SeverityWords.isNothing(word) ? "skip" : "unknown"
      case 0: "absent"
      case .some(let place): NumberText.text(max(low, Double(place) * top / 4))
      }
    return "      \(MappingDraft.quoted(word)): \(meaning)"
  }
}

extension ColumnProfile {
  /// The folded cells that are neither numbers nor ratings, and that a key of words can name: such a
  /// key is parted at `|`.
  var wordsAmongNumbers: [String] {
    words.sorted().filter { word in
      guard case .text = NumberText.read(word), RatingText(word) == nil else { return false }
      return !word.contains("|")
    }
  }

  /// The scale of words; numbers among them are on another one than 0-4.
  var scaleOfWords: String {
    statedScale ?? (numbers == 0 ? "0-4" : high > 10 ? "0-100" : "0-10")
  }
}
