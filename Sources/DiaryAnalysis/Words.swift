// SPDX-License-Identifier: Apache-2.0

/// Texts as words, for comparisons that must not depend on case or spacing.
enum Words {
  /// A text in lower case, with single blanks for whatever stood between its words.
  static func normal(_ text: String) -> String { joined(text, by: " ") }

  /// The same with hyphens, as the canonical format names contexts.
  static func name(_ text: String) -> String { joined(text, by: "-") }

  private static func joined(_ text: String, by separator: Unicode.Scalar) -> String {
    let mark = UInt8(ascii: separator)
    if isJoined(text, by: mark) { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var pending = false
    for byte in text.utf8 {
      guard byte < 128 else { return joinedUnicode(text, by: String(separator)) }
      if byte == 32 || (9...13).contains(byte) || byte == UInt8(ascii: "_") {
        pending = !bytes.isEmpty
      } else {
        if pending { bytes.append(mark) }
        pending = false
        bytes.append(lower(byte))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a text is in lower case already, with single separators between its words.
  private static func isJoined(_ text: String, by mark: UInt8) -> Bool {
    var previous = mark
    for byte in text.utf8 {
      let isOther = byte == 32 || (9...13).contains(byte) || byte == UInt8(ascii: "_")
      if byte >= 128 || (65...90).contains(byte) || isOther && (byte != mark || previous == mark) {
        return false
      }
      previous = byte
    }
    return previous != mark || mark != 32
  }

  private static func joinedUnicode(_ text: String, by separator: String) -> String {
    text.lowercased().split(whereSeparator: { $0.isWhitespace || $0 == "_" })
      .joined(separator: separator)
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (65...90).contains(byte) ? byte + 32 : byte
  }

  /// Whether a text holds a word of lower-case ASCII letters, in any case.
  static func contains(_ text: String, _ word: String) -> Bool {
    let sought = word.utf8
    var text = text
    return text.withUTF8 { bytes in
      guard let first = sought.first, sought.count <= bytes.count else { return false }
      for start in 0...bytes.count - sought.count where lower(unsafe bytes[start]) == first {
        if unsafe bytes[start...].lazy.map(lower).starts(with: sought) { return true }
      }
      return false
    }
  }

  /// The words of a text in lower-case ASCII where there is a way to write them so.
  ///
  /// `,`, `.` and the like come as a word `|` of their own, `:` and brackets as `:`. A number and the
  /// unit that follows without a blank are two words; `5.5` is one. With `commas` a comma comes as
  /// `,`, but one between digits is a decimal point.
  static func tokens(_ text: String, commas: Bool = false) -> [String] {
    var tokens: [String] = []
    var word = ""
    var isNumber = false
    func close() {
      if !word.isEmpty { tokens.append(word) }
      word = ""
      isNumber = false
    }
    let isASCII = text.utf8.allSatisfy { $0 < 128 }
    let scalars = Array((isASCII ? text : text.lowercased()).unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      let isDigit = (48...57).contains(scalar.value)
      if let lowered = asciiLetterOrDigit(scalar) {
        if isNumber, !isDigit { close() }
        if word.isEmpty { isNumber = isDigit }
        word.unicodeScalars.append(lowered)
      } else if scalar == ".", isNumber, place + 1 < scalars.count,
        (48...57).contains(scalars[place + 1].value)
      {
        word += "."
      } else if commas, scalar == ",", isNumber, isDecimal(scalars, comma: place, word) {
        word += "."
      } else if isASCII || scalar.value < 128 || !append(scalar, to: &word) {
        guard scalar != "'", scalar != "’" else { continue }
        close()
        if breaks.contains(scalar) { tokens.append(commas && scalar == "," ? "," : "|") }
        if softBreaks.contains(scalar) { tokens.append(":") }
      }
    }
    close()
    return tokens
  }

  /// Whether a comma stands in a number as a decimal point: `18,7`, but not `10,11,12` or `112,3`.
  private static func isDecimal(
    _ scalars: [Unicode.Scalar], comma place: Int, _ word: String
  ) -> Bool {
    let start = place - word.utf8.count
    let goesOn =
      start > 1 && scalars[start - 1] == "," && (48...57).contains(scalars[start - 2].value)
    guard word.utf8.count <= 2, !goesOn else { return false }
    let digits = scalars[(place + 1)...].prefix(3).prefix { (48...57).contains($0.value) }
    guard (1...2).contains(digits.count) else { return false }
    let next = place + 1 + digits.count
    return next >= scalars.count || scalars[next] != ","
  }

  private static let breaks = Set(",.;!?".unicodeScalars)
  private static let softBreaks = Set(":()[]".unicodeScalars)

  /// A word as `tokens` would have it, with whatever else stands in it.
  static func folded(_ text: String) -> String {
    var word = ""
    for scalar in text.unicodeScalars where scalar.value < 128 || !append(scalar, to: &word) {
      word.unicodeScalars.append(scalar)
    }
    return word
  }

  /// Appends a letter or mark beyond ASCII; `false` where it ends a word.
  ///
  /// Umlauts become two letters, whether they are one scalar or a letter and a mark; other marks are
  /// left out.
  private static func append(_ scalar: Unicode.Scalar, to word: inout String) -> Bool {
    switch scalar.value {
    case 0x308:
      if let last = word.unicodeScalars.last, "aou".unicodeScalars.contains(last) { word += "e" }
    case 0x300...0x36F, 0xAD, 0x200C, 0x200D, 0xFEFF: break
    case 0xE4, 0xE6: word += "ae"
    case 0xF6, 0x153: word += "oe"
    case 0xFC: word += "ue"
    case 0xDF: word += "ss"
    case 0xE0...0xE3, 0xE5: word += "a"
    case 0xE7: word += "c"
    case 0xE8...0xEB: word += "e"
    case 0xEC...0xEF: word += "i"
    case 0xF1: word += "n"
    case 0xF2...0xF5, 0xF8: word += "o"
    case 0xF9...0xFB: word += "u"
    default:
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
        return false
      }
      word.unicodeScalars.append(scalar)
    }
    return true
  }

  private static func asciiLetterOrDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard let byte = UInt8(exactly: scalar.value) else { return nil }
    let low = lower(byte)
    return (97...122).contains(low) || (48...57).contains(low) ? Unicode.Scalar(low) : nil
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

  /// A number with one decimal; without one where it is whole.
  static func decimal(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "?" }
    let tenths = Int((abs(value) * 10).rounded())
    let sign = value < 0 && tenths > 0 ? "-" : ""
    return sign + String(tenths / 10) + (tenths % 10 == 0 ? "" : ".\(tenths % 10)")
  }

  /// A share as a whole percentage; the ends are kept for what is exactly none or all.
  static func percent(_ share: Double) -> String {
    guard share.isFinite else { return "?" }
    if share > 0.99, share < 1 { return "more than 99 %" }
    if share < 0.01, share > 0 { return "less than 1 %" }
    return "\(Int((min(max(share, 0), 1) * 100).rounded())) %"
  }
}
