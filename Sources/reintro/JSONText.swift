// SPDX-License-Identifier: Apache-2.0

/// Text as JSON has it (RFC 8259, section 7).
enum JSONText {
  /// The text in quotes, with everything escaped that must be, and what would not be seen.
  static func quoted(_ text: String) -> String {
    var out: [UInt8] = []
    append(Array(text.utf8)[...], to: &out)
    let quoted = String(decoding: out, as: UTF8.self)
    guard quoted.unicodeScalars.contains(where: isUnseen) else { return quoted }
    return quoted.unicodeScalars.map { scalar in
      guard isUnseen(scalar) else { return String(scalar) }
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }.joined()
  }

  /// Whether a character is a control or turns the direction of what follows.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80...0x9F, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)

  /// Appends a text in UTF-8, in quotes.
  static func append(_ text: ArraySlice<UInt8>, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    if text.reduce(false, { isAny, byte in isEscaped(byte) || isAny }) {
      for byte in text {
        if isEscaped(byte) { appendEscape(byte, to: &out) } else { out.append(byte) }
      }
    } else {
      unsafe text.withUnsafeBufferPointer { bytes in unsafe out.append(contentsOf: bytes) }
    }
    out.append(UInt8(ascii: "\""))
  }

  /// Whether a text has nothing beyond ASCII.
  static func isASCII(_ text: ArraySlice<UInt8>) -> Bool { text.reduce(0, |) < 0x80 }

  /// Appends what stands in the program's own text.
  static func append(_ text: StaticString, to out: inout [UInt8]) {
    text.withUTF8Buffer { buffer in unsafe out.append(contentsOf: buffer) }
  }

  @inline(__always)
  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
  }

  private static func appendEscape(_ byte: UInt8, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\\"))
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
      out.append(byte)
    } else {
      append("u00", to: &out)
      out.append(digits[Int(byte >> 4)])
      out.append(digits[Int(byte & 15)])
    }
  }
}
