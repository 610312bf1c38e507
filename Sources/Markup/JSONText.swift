// SPDX-License-Identifier: Apache-2.0

extension ByteBuffer {
  /// Appends text as a JSON string; a slash stays as it is.
  mutating func appendJSON(_ text: String) {
    append(quote)
    // One look at the text's bytes: each look costs two counts of references.
    let isDone: Bool? = unsafe text.utf8.withContiguousStorageIfAvailable { bytes in
      for place in 0..<bytes.count where unsafe bytes[place].needsEscape { return false }
      unsafe append(bytes)
      return true
    }
    if isDone != true { for byte in text.utf8 { appendJSON(byte) } }
    append(quote)
  }

  /// Appends a key without anything to escape; what stands before it is the object's start or another
  /// member.
  mutating func append(key: StaticString) {
    append(last == UInt8(ascii: "{") ? "\"" : ",\"")
    append(key)
    append("\":")
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

extension UInt8 {
  fileprivate var needsEscape: Bool {
    self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
  }
}
