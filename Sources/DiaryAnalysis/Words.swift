// SPDX-License-Identifier: Apache-2.0

/// Texts as words, for comparisons that must not depend on case or spacing.
enum Words {
  /// A text in lower case, with single blanks for whatever stood between its words.
  static func normal(_ text: String) -> String { joined(text, by: " ") }

  /// The same with hyphens, as the canonical format names contexts.
  static func name(_ text: String) -> String { joined(text, by: "-") }

  private static func joined(_ text: String, by separator: Unicode.Scalar) -> String {
    let mark = UInt8(ascii: separator)
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

  private static func joinedUnicode(_ text: String, by separator: String) -> String {
    text.lowercased().split(whereSeparator: { $0.isWhitespace || $0 == "_" })
      .joined(separator: separator)
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (65...90).contains(byte) ? byte + 32 : byte
  }

  /// Whether a text holds a word of lower-case ASCII letters, in any case.
  static func contains(_ text: String, _ word: String) -> Bool {
    let (bytes, sought) = (text.utf8, word.utf8)
    guard let first = sought.first, sought.count <= bytes.count else { return false }
    var start = bytes.startIndex
    for _ in 0...bytes.count - sought.count {
      if lower(bytes[start]) == first, bytes[start...].lazy.map(lower).starts(with: sought) {
        return true
      }
      start = bytes.index(after: start)
    }
    return false
  }

  /// The words of a text in lower case; `,`, `.` and the like come as a word `|` of their own.
  static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    var word = ""
    func close() {
      if !word.isEmpty { tokens.append(word) }
      word = ""
    }
    let isASCII = text.utf8.allSatisfy { $0 < 128 }
    for scalar in (isASCII ? text : text.lowercased()).unicodeScalars {
      if isASCII, let lowered = asciiLetterOrDigit(scalar) {
        word.unicodeScalars.append(lowered)
      } else if !isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.unicodeScalars.append(scalar)
      } else if scalar == "'" || scalar == "’" {
        continue
      } else {
        close()
        if breaks.contains(scalar) { tokens.append("|") }
      }
    }
    close()
    return tokens
  }

  private static let breaks = Set(",.;:!?()".unicodeScalars)

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
