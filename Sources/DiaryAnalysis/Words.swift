// SPDX-License-Identifier: Apache-2.0

/// Texts as words, for comparisons that must not depend on case or spacing.
enum Words {
  /// A text in lower case, with single blanks for whatever stood between its words.
  static func normal(_ text: some StringProtocol) -> String {
    text.lowercased().split(whereSeparator: { $0.isWhitespace || $0 == "_" })
      .joined(separator: " ")
  }

  /// The words of a text in lower case; `,`, `.` and the like come as a word `|` of their own.
  static func tokens(_ text: some StringProtocol) -> [String] {
    var tokens: [String] = []
    var word = ""
    func close() {
      if !word.isEmpty { tokens.append(word) }
      word = ""
    }
    for character in text.lowercased() {
      if character.isLetter || character.isNumber {
        word.append(character)
      } else if character == "'" || character == "’" {
        continue
      } else {
        close()
        if ",.;:!?()".contains(character) { tokens.append("|") }
      }
    }
    close()
    return tokens
  }

  /// Names in a list: `a`, `a and b`, `a, b and c`.
  static func list(_ names: [String]) -> String {
    guard let last = names.last else { return "" }
    let head = names.dropLast()
    return head.isEmpty ? last : head.joined(separator: ", ") + " and " + last
  }

  /// A count and its noun: `1 day`, `3 days`.
  static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(plural ?? noun + "s")"
  }

  /// A number with one decimal.
  static func decimal(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "?" }
    let tenths = Int((abs(value) * 10).rounded())
    return (value < 0 && tenths > 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10)"
  }

  /// A share as a whole percentage; the ends are kept for what is exactly none or all.
  static func percent(_ share: Double) -> String {
    guard share.isFinite else { return "?" }
    if share > 0.99, share < 1 { return "more than 99 %" }
    if share < 0.01, share > 0 { return "less than 1 %" }
    return "\(Int((min(max(share, 0), 1) * 100).rounded())) %"
  }
}
