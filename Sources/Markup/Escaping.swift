// SPDX-License-Identifier: Apache-2.0

extension ByteBuffer {
  /// Appends text so that it stays text, in content and in quoted attribute values.
  ///
  /// `&`, `<`, `>`, `"` and `'` become character references. Control characters other than tab and
  /// line feed, characters that XML forbids, and the characters that turn the writing direction
  /// (U+202A…U+202E, U+2066…U+2069, U+200E, U+200F, U+061C) become U+FFFD.
  mutating func appendEscaped(_ text: String) {
    let isDone: Void? = unsafe text.utf8.withContiguousStorageIfAvailable { bytes in
      unsafe appendEscaped(bytes)
    }
    guard isDone == nil else { return }
    unsafe Array(text.utf8).withUnsafeBufferPointer { unsafe appendEscaped($0) }
  }

  /// Copies the runs of bytes that stand for themselves, which is nearly all there is.
  mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var place = 0
    while place < bytes.count {
      let count = unsafe Self.plainBlock(in: bytes, at: place)
      guard count == 0, unsafe !bytes[place].isPlain else {
        place += max(count, 1)
        continue
      }
      let found = unsafe Self.replacement(of: bytes, at: place)
      if let text = found.text {
        unsafe append(UnsafeBufferPointer(rebasing: bytes[start..<place]))
        append(text)
        start = place + found.count
      }
      place += found.count
    }
    unsafe append(UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  /// How many bytes from a place on were found plain at once: 8, what is left, or none.
  @inline(__always)
  private static func plainBlock(in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    let left = bytes.count - place
    guard left >= 4, let start = bytes.baseAddress else { return 0 }
    let from = unsafe UnsafeRawPointer(start)
    let word: UInt64
    if left >= 8 {
      word = unsafe from.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    } else {
      // Both ends of what is left, which overlap.
      let first = unsafe from.loadUnaligned(fromByteOffset: place, as: UInt32.self)
      let last = unsafe from.loadUnaligned(fromByteOffset: bytes.count - 4, as: UInt32.self)
      word = UInt64(first) | UInt64(last) << 32
    }
    return isPlain(word) ? min(left, 8) : 0
  }

  /// Whether all of eight bytes are plain ASCII; a tab or line feed makes them count as not.
  ///
  /// A byte below 0x80 has its top bit set by a subtraction only if it is less than what is taken, so
  /// that one such bit tells of a control, a mark of markup (made 0 first), or more than ASCII.
  @inline(__always)
  private static func isPlain(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var special = word | (word &- ones &* 0x20)
    special |= (word ^ (ones &* 0x22)) &- ones  // "
    special |= ((word & (ones &* 0xFE)) ^ (ones &* 0x26)) &- ones  // & and '
    special |= ((word & (ones &* 0xFD)) ^ (ones &* 0x3C)) &- ones  // < and >
    special |= (word ^ (ones &* 0x7F)) &- ones
    return special & (ones &* 0x80) == 0
  }

  /// How many bytes the character at a place takes, and what stands for it, if it may not itself.
  private static func replacement(
    of bytes: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (count: Int, text: StaticString?) {
    func byte(_ offset: Int) -> UInt8 {
      place + offset < bytes.count ? unsafe bytes[place + offset] : 0
    }
    switch byte(0) {
    case UInt8(ascii: "&"): return (1, "&amp;")
    case UInt8(ascii: "<"): return (1, "&lt;")
    case UInt8(ascii: ">"): return (1, "&gt;")
    case UInt8(ascii: "\""): return (1, "&quot;")
    case UInt8(ascii: "'"): return (1, "&#39;")
    case 0xC2: return (2, byte(1) < 0xA0 ? "\u{FFFD}" : nil)
    case 0xD8: return (2, byte(1) == 0x9C ? "\u{FFFD}" : nil)
    case 0xE2:
      switch (byte(1), byte(2)) {
      case (0x80, 0x8E...0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): return (3, "\u{FFFD}")
      default: return (3, nil)
      }
    case 0xEF: return (3, byte(1) == 0xBF && byte(2) >= 0xBE ? "\u{FFFD}" : nil)
    default: return (1, "\u{FFFD}")
    }
  }
}

extension UInt8 {
  /// Whether the byte can stand as it is, whatever follows it.
  ///
  /// All that cannot: the marks of markup, controls other than tab and line feed, and the first bytes
  /// of characters some of which may not stand in a page.
  @inline(__always)
  fileprivate var isPlain: Bool {
    switch self {
    case 0x3F...0x7E, 0x28...0x3B: true
    case 0x20, 0x21, 0x23...0x25, 0x3D, 0x09, 0x0A: true
    case 0x00...0x7F, 0xC2, 0xD8, 0xE2, 0xEF: false
    default: true
    }
  }
}

extension String {
  /// The text, cut after `limit` Unicode scalars, with an ellipsis where something is missing.
  package func shortened(to limit: Int) -> String {
    guard utf8.count > limit else { return self }
    let scalars = unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return self }
    return String(scalars[..<end]) + "…"
  }
}
