// SPDX-License-Identifier: Apache-2.0

extension [UInt8] {
  /// Appends text so that it stays text, in content and in quoted attribute values.
  ///
  /// `&`, `<`, `>`, `"` and `'` become character references. Control characters other than tab and
  /// line feed, characters that XML forbids, and the characters that turn the writing direction
  /// (U+202A…U+202E, U+2066…U+2069, U+200E, U+200F, U+061C) become U+FFFD.
  mutating func appendEscaped(_ text: String) {
    if text.utf8.holds({ !$0.isPlain }) {
      for scalar in text.unicodeScalars { appendEscaped(scalar) }
    } else {
      append(contentsOf: text.utf8)
    }
  }

  private mutating func appendEscaped(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "&": append(contentsOf: "&amp;".utf8)
    case "<": append(contentsOf: "&lt;".utf8)
    case ">": append(contentsOf: "&gt;".utf8)
    case "\"": append(contentsOf: "&quot;".utf8)
    case "'": append(contentsOf: "&#39;".utf8)
    default:
      let harmless = scalar.isHarmless ? scalar : "\u{FFFD}"
      append(contentsOf: harmless.utf8)
    }
  }
}

extension UInt8 {
  /// Whether the byte is ASCII that can stand as it is, so that text of such bytes needs no look
  /// at its scalars.
  fileprivate var isPlain: Bool {
    switch self {
    case 0x22, 0x26, 0x27, 0x3C, 0x3E: false
    case 0x20...0x7E, 0x09, 0x0A: true
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar may stand in a page: allowed in XML, no control, no change of direction.
  fileprivate var isHarmless: Bool {
    switch value {
    case 0x09, 0x0A: true
    case 0x00...0x1F, 0x7F...0x9F: false
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: false
    case 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}

extension String {
  /// The text, cut after `limit` Unicode scalars, with an ellipsis where something is missing.
  package func shortened(to limit: Int) -> String {
    let scalars = unicodeScalars
    guard utf8.count > limit,
      let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return self }
    return String(scalars[..<end]) + "…"
  }
}
