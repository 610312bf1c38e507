// SPDX-License-Identifier: Apache-2.0

extension ByteBuffer {
  /// Appends text as a JSON string; a slash stays as it is.
  mutating func appendJSON(_ text: String) {
    append(quote)
    if text.utf8.holds({ $0.needsEscape }) {
      for byte in text.utf8 { appendJSON(byte) }
    } else {
      append(plain: text)
    }
    append(quote)
  }

  private mutating func appendJSON(_ byte: UInt8) {
    guard byte.needsEscape else { return append(byte) }
    append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: append(UInt8(ascii: "b"))
    case 0x09: append(UInt8(ascii: "t"))
    case 0x0A: append(UInt8(ascii: "n"))
    case 0x0C: append(UInt8(ascii: "f"))
    case 0x0D: append(UInt8(ascii: "r"))
    case 0..<0x20:
      append("u00")
      append(Self.digits[Int(byte >> 4)])
      append(Self.digits[Int(byte & 15)])
    default: append(byte)
    }
  }

  private var quote: UInt8 { UInt8(ascii: "\"") }
  private static var digits: [UInt8] { Array("0123456789abcdef".utf8) }
}

extension String.UTF8View {
  /// Whether any byte is such a one; a scan of the bytes where they lie.
  @inline(__always)
  fileprivate func holds(_ isSought: (UInt8) -> Bool) -> Bool {
    let found: Bool? = unsafe withContiguousStorageIfAvailable { (bytes) -> Bool in
      var place = 0
      while place < bytes.count {
        if isSought(unsafe bytes[place]) { return true }
        place += 1
      }
      return false
    }
    return found ?? contains(where: isSought)
  }
}

extension UInt8 {
  fileprivate var needsEscape: Bool {
    self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
  }
}
