// SPDX-License-Identifier: Apache-2.0

/// Text as JSON has it (RFC 8259, section 7).
enum JSONText {
  /// The text in quotes, with everything escaped that must be.
  static func quoted(_ text: String) -> String {
    var out: [UInt8] = []
    append(Array(text.utf8)[...], to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  private static let digits = Array("0123456789abcdef".utf8)

  /// Appends a text in UTF-8, in quotes.
  static func append(_ text: ArraySlice<UInt8>, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        out.append(UInt8(ascii: "\\"))
        out.append(byte)
      case 0..<0x20, 0x7F:
        out += "\\u00".utf8
        out.append(digits[Int(byte >> 4)])
        out.append(digits[Int(byte & 15)])
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }
}
