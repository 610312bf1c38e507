// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Brings the severity of a symptom to 0…10, 0 for none.
///
/// Numbers on a scale `a-b` are linear, `a` at 0 and `b` at 10; `1-10` is the usual numeric scale
/// without its zero and stays as it stands. Words are equal steps of 2.5. A stool form (Bristol) is
/// its distance from form 4, where form 1 or 7 is 10. A symptom noted without severity is 5.
enum SymptomSeverity {
  /// What could not be taken as it stands.
  enum Doubt: Hashable {
    /// There is a symptom, but no severity.
    case noSeverity
    /// A number without a scale.
    case noScale
    /// A number outside its scale.
    case outside
    /// A word that is not on the list.
    case word
  }

  /// A severity on 0…10.
  struct Reading {
    var value: Double
    /// Whether the diary says in so many words that there was no symptom.
    var explicitZero: Bool
    var doubt: Doubt?
  }

  /// The severity that stands for a symptom without one.
  static let unknownSeverity = 5.0

  /// Words and their severity.
  static let words: [String: Double] = [
    "none": 0, "no": 0, "n": 0, "false": 0, "falsch": 0, "non": 0, "nee": 0, "absent": 0,
    "not present": 0, "keine": 0, "kein": 0, "nein": 0, "nil": 0,
    "very mild": 1, "minimal": 1, "trace": 1, "sehr leicht": 1,
    "mild": 2.5, "slight": 2.5, "light": 2.5, "low": 2.5, "leicht": 2.5, "gering": 2.5,
    "moderate": 5, "medium": 5, "mittel": 5, "mäßig": 5, "maessig": 5,
    "severe": 7.5, "strong": 7.5, "high": 7.5, "stark": 7.5, "schwer": 7.5,
    "very severe": 10, "unbearable": 10, "extreme": 10, "worst": 10, "sehr stark": 10,
    "unerträglich": 10,
  ]

  /// Answers that a symptom is there, without a severity.
  static let presence: Set<String> = [
    "present", "yes", "y", "ja", "j", "true", "wahr", "oui", "si", "sí", "sì", "unspecified",
    "present, unknown", "severity unspecified", "x",
  ]

  /// Reads a severity, given the largest number without a scale that its symptom has in the diary.
  static func read(_ entry: Entry, unitlessTop: Double) -> Reading {
    switch entry.value {
    case nil: Reading(value: unknownSeverity, explicitZero: false, doubt: .noSeverity)
    case .text(let text): word(text)
    case .number(let number):
      isStoolForm(entry) ? stoolForm(number) : scaled(number, entry.unit, unitlessTop)
    }
  }

  /// Whether an entry says that its symptom was not there.
  ///
  /// The lowest point of a scale that starts above 0 says that it was: `1` on `1-5`.
  static func isDenied(_ entry: Entry) -> Bool {
    switch entry.value {
    case nil: false
    case .number(let number): number <= 0
    case .text(let text): words[Words.normal(text)] == 0 || Denial.holds(text)
    }
  }

  /// Whether a symptom is a stool form on the Bristol scale.
  static func isStoolForm(_ entry: Entry) -> Bool {
    ["bristol", "stool form", "stool type", "stuhlform"].contains {
      Words.contains(entry.name, $0) || Words.contains(entry.unit ?? "", $0)
    }
  }

  /// The ends of a scale such as `0-10`, `1–5` or `0..4`; `nil` for a text that is no such scale.
  static func ends(_ unit: String) -> (low: Double, high: Double)? {
    if unit == "0-10" { return (0, 10) }
    var parts = [""]
    var previous: Unicode.Scalar = " "
    for scalar in unit.unicodeScalars where scalar != " " {
      if scalar == "-" || scalar == "–" {
        parts.append("")
      } else if scalar == ".", previous == ".", let last = parts.last {
        parts[parts.count - 1] = String(last.dropLast())
        parts.append("")
      } else {
        parts[parts.count - 1].unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    if parts == ["%"] { return (0, 100) }
    guard parts.count == 2, let low = Double(parts[0]), let high = Double(parts[1]),
      low.isFinite, high.isFinite, low < high
    else { return nil }
    return (low, high)
  }

  private static func scaled(_ number: Double, _ unit: String?, _ top: Double) -> Reading {
    guard number.isFinite else {
      return Reading(value: unknownSeverity, explicitZero: false, doubt: .noSeverity)
    }
    guard let ends = unit.flatMap(ends) else {
      let isWordScale = unit.map { Words.normal($0).contains("severe") } ?? false
      let high = isWordScale ? (top <= 3 ? 3.0 : 4.0) : top <= 10 ? 10 : top <= 100 ? 100 : top
      let value = min(max(number / high * 10, 0), 10)
      return Reading(value: value, explicitZero: number <= 0, doubt: isWordScale ? nil : .noScale)
    }
    let isNumericScale = ends.low == 1 && ends.high == 10
    let low = isNumericScale ? 0 : ends.low
    let value = (number - low) / (ends.high - low) * 10
    let outside = number < ends.low && !(isNumericScale && number == 0) || number > ends.high
    return Reading(
      value: min(max(value, 0), 10), explicitZero: value <= 0, doubt: outside ? .outside : nil)
  }

  private static func stoolForm(_ number: Double) -> Reading {
    guard number.isFinite, (1...7).contains(number) else {
      return Reading(value: unknownSeverity, explicitZero: false, doubt: .outside)
    }
    return Reading(value: abs(number - 4) / 3 * 10, explicitZero: number == 4, doubt: nil)
  }

  private static func word(_ text: String) -> Reading {
    let key = Words.normal(text)
    if let value = words[key] {
      return Reading(value: value, explicitZero: value == 0, doubt: nil)
    }
    if presence.contains(key) {
      return Reading(value: unknownSeverity, explicitZero: false, doubt: .noSeverity)
    }
    return Reading(value: unknownSeverity, explicitZero: false, doubt: .word)
  }
}
