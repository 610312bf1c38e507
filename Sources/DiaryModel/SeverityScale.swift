// SPDX-License-Identifier: Apache-2.0

/// The scale of a severity, as the unit of a symptom names it.
public enum SeverityScale: Hashable, Sendable {
  /// From a number to a larger one, both included, such as `0-10`.
  case numbers(Double, Double)
  /// From a word to a stronger one, both included, such as `mild-severe`.
  case words(Word, Word)

  /// The words of severity, from none to the strongest.
  public enum Word: Int, CaseIterable, Hashable, Comparable, Sendable {
    /// An explicit absence.
    case none
    /// Mild.
    case mild
    /// Moderate.
    case moderate
    /// Severe.
    case severe
    /// Very severe, or unbearable.
    case verySevere

    /// Reads a word in any case; `nil` for other words.
    public init?(_ text: some StringProtocol) {
      switch String(decoding: Array(text.utf8).trimmingBlanks(), as: UTF8.self).lowercased() {
      case "none": self = .none
      case "mild": self = .mild
      case "moderate": self = .moderate
      case "severe": self = .severe
      case "very severe", "very-severe", "unbearable": self = .verySevere
      default: return nil
      }
    }

    /// Whether the left word is weaker.
    public static func < (left: Word, right: Word) -> Bool { left.rawValue < right.rawValue }
  }

  /// Reads a scale such as `0-10` or `mild-severe`; `nil` where the text names none.
  public init?(_ unit: some StringProtocol) {
    let bytes = Array(unit.utf8)
    for place in bytes.indices.dropFirst() where bytes[place] == UInt8(ascii: "-") {
      let low = String(decoding: bytes[..<place], as: UTF8.self)
      let high = String(decoding: bytes[(place + 1)...], as: UTF8.self)
      if let from = NumberText.number(low), let to = NumberText.number(high), from < to {
        self = .numbers(from, to)
        return
      }
      if let from = Word(low), let to = Word(high), from < to {
        self = .words(from, to)
        return
      }
    }
    return nil
  }

  /// Whether a value lies on the scale; the word `none` lies on every scale of words.
  public func contains(_ value: EntryValue) -> Bool {
    switch (self, value) {
    case (.numbers(let low, let high), .number(let number)): low <= number && number <= high
    case (.words(let low, let high), .text(let text)):
      Word(text).map { $0 == .none || (low <= $0 && $0 <= high) } ?? false
    default: false
    }
  }
}
