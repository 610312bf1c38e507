// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// What to write instead of a value that cannot be read.
enum ValueAdvice {
  /// For a rating such as `8/10` or `50%`, or a number such as `1,5`: value and unit as they are read.
  ///
  /// - Returns: `nil` where the text is none of these.
  static func rating(_ text: String) -> String? {
    if let rating = RatingText(text) {
      return "Write \(NumberText.text(rating.number)) as the value and "
        + "0-\(NumberText.text(rating.top)) as the unit."
    }
    guard text.hasSuffix("%"), let percent = NumberText.number(text.dropLast()) else { return nil }
    return "Write \(NumberText.text(percent)) as the value"
      + ((0...100).contains(percent) ? " and 0-100 as the unit." : ", and its scale as the unit.")
  }

  /// For a scale that is one but for its signs, such as `0–10` or `0 to 10`.
  static func scale(_ text: String) -> String? {
    let parts = text.split { !$0.isNumber }.map(String.init)
    guard parts.count == 2, SeverityScale(parts.joined(separator: "-")) != nil else { return nil }
    return "Write the unit as \(parts.joined(separator: "-"))."
  }

  /// For a number with a comma, which parts thousands only before three digits.
  static func comma(_ text: String) -> String {
    let pointed = String(text.map { $0 == "," ? "." : $0 })
    let whole = String(text.prefix { $0 != "," })
    let fraction = String(text.drop { $0 != "," }.dropFirst())
    let isOpen = fraction.utf8.count == 3 && fraction.allSatisfy(\.isNumber)
    guard isOpen, !["", "0", "-0", "+0", "-", "+"].contains(whole) else {
      return "Write \(pointed.shortened): numbers have a decimal point."
    }
    let joined = (whole + fraction).shortened
    return
      "Write \(pointed.shortened) if the comma parts decimals, \(joined) if it parts thousands."
  }
}

extension EntryRules {
  /// The contexts of which only a number says something.
  private static let measured: Set<String> = [
    "sleep", "sleep-quality", "stress", "alcohol", "caffeine",
  ]

  /// Tells of a context whose value is a word where only a number counts.
  func noteWord(_ entry: Entry, log: inout FindingLog) {
    guard Self.measured.contains(entry.name), case .text(let text)? = entry.value else { return }
    let remedy =
      entry.name == "sleep" ? "Give hours as a number, such as 7.5." : "Give a number."
    log.tally(
      "context-not-a-number", .warning, key: entry.name, line: entry.origin.line,
      "The value “\(text.shortened)” of “\(entry.name)” is no number; it is kept, and does not count.",
      remedy: ValueAdvice.rating(text) ?? remedy)
  }
}
