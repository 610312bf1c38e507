// SPDX-License-Identifier: Apache-2.0

/// Decimal numbers as they stand in files, with a point and without a locale.
package enum NumberText {
  /// What a text says, taken as a number.
  package enum Reading: Hashable, Sendable {
    /// A finite number.
    case number(Double)
    /// A number that has no finite value here, such as `1e999`, `inf` or `NaN`.
    case notFinite
    /// A number with a comma that may part decimals or thousands, such as `6,5`.
    case comma
    /// Anything else.
    case text
  }

  /// Reads a whole text as `[+-]digits[.digits][e[+-]digits]`, blanks around it ignored.
  package static func read(_ text: some StringProtocol) -> Reading {
    let bytes = Array(text.utf8).trimmingBlanks()
    if hasNumberShape(bytes, point: UInt8(ascii: ".")) {
      guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else {
        return .notFinite
      }
      return .number(value)
    }
    if hasNumberShape(bytes, point: UInt8(ascii: ",")) { return .comma }
    return isNotFiniteWord(bytes) ? .notFinite : .text
  }

  /// The number that a text says with a decimal point; `nil` for anything else.
  package static func number(_ text: some StringProtocol) -> Double? {
    if case .number(let value) = read(text) { value } else { nil }
  }

  /// The shortest text that reads as the same number; whole numbers without a point.
  package static func text(_ number: Double) -> String {
    if number == 0 { return "0" }
    // Whole numbers of up to 15 digits have no other text, and are what most values are.
    if let whole = Int(exactly: number), whole.magnitude < 1_000_000_000_000_000 {
      return String(whole)
    }
    let text = String(number)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func hasNumberShape(_ bytes: ArraySlice<UInt8>, point: UInt8) -> Bool {
    var rest = bytes
    dropSign(&rest)
    let whole = dropDigits(&rest)
    var fraction = 0
    if rest.first == point {
      rest.removeFirst()
      fraction = dropDigits(&rest)
      if fraction == 0 && point == UInt8(ascii: ",") { return false }
    }
    guard whole + fraction > 0 else { return false }
    if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      dropSign(&rest)
      guard dropDigits(&rest) > 0 else { return false }
    }
    return rest.isEmpty
  }

  private static func dropSign(_ bytes: inout ArraySlice<UInt8>) {
    if bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
  }

  private static func dropDigits(_ bytes: inout ArraySlice<UInt8>) -> Int {
    let digits = bytes.prefix { (48...57).contains($0) }
    bytes = bytes.dropFirst(digits.count)
    return digits.count
  }

  private static func isNotFiniteWord(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    dropSign(&rest)
    let word = String(decoding: rest, as: UTF8.self).lowercased()
    return ["inf", "infinity", "nan", "∞"].contains(word)
  }
}

extension Array where Element == UInt8 {
  /// The bytes without the blanks and tabs at both ends.
  package func trimmingBlanks() -> ArraySlice<UInt8> { self[...].trimmingBlanks() }
}

extension ArraySlice where Element == UInt8 {
  /// The bytes without the blanks and tabs at both ends.
  package func trimmingBlanks() -> ArraySlice<UInt8> {
    var slice = self
    while let first = slice.first, first == 0x20 || first == 0x09 { slice.removeFirst() }
    while let last = slice.last, last == 0x20 || last == 0x09 { slice.removeLast() }
    return slice
  }
}

extension EntryValue {
  /// Reads a value: a number where it is a finite one, otherwise the text; `nil` for no text.
  package init?(canonical text: String) {
    guard !text.isEmpty else { return nil }
    self = NumberText.number(text).map(EntryValue.number) ?? .text(text)
  }

  /// The value as the canonical formats write it.
  package var canonicalText: String {
    switch self {
    case .number(let number): NumberText.text(number)
    case .text(let text): text
    }
  }
}
