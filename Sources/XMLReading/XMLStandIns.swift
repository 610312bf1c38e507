// SPDX-License-Identifier: Apache-2.0

internal import CByteScan

/// Spares libxml2 the references to XML's own entities in the values of attributes.
///
/// libxml2 parses a value with a reference character by character, which takes as long as all else of
/// a long tag. So the `&` of `&lt;`, `&gt;`, `&amp;`, `&quot;` and `&apos;` becomes U+007F, which XML
/// allows and hardly anybody writes, and `StandInValues` puts back what was meant where a value is
/// asked for. U+007F itself, and a reference to it, becomes `U+007F del;`, so that no other U+007F comes
/// out of the parser. All line ends stay.
///
/// A document is well-formed with stand-ins if it is without: where a reference may stand in it,
/// characters may, and elsewhere neither may; but for the names of namespaces, which libxml2 checks more
/// closely (`ParserState.report`). In comments nobody sees them, but in text one would: this is
/// for handlers that ask for none.
struct XMLStandIns {
  private static let mark = UInt8(BYTE_SCAN_MARK)
  /// What is written in place of U+007F.
  private static let deletion = [mark] + Array("del;".utf8)
  /// The bytes in which a reference must end: a longer one is nobody's but an attacker's.
  private static let longestReference = 64

  private var text: [UInt8] = []

  /// How many of the bytes come before a reference that has not ended.
  static func whole(_ bytes: Span<UInt8>) -> Int {
    var place = bytes.count
    while place > 0, bytes.count - place < longestReference {
      place -= 1
      if bytes[place] == UInt8(ascii: ";") { break }
      if bytes[place] == UInt8(ascii: "&") { return place }
    }
    return bytes.count
  }

  /// Hands a piece on with stand-ins.
  mutating func put(
    into piece: Span<UInt8>, _ sink: (Span<UInt8>) throws(XMLError) -> Void
  ) throws(XMLError) {
    if text.count < piece.count { text = [UInt8](repeating: 0, count: piece.count) }
    let isPlain = unsafe piece.withUnsafeBufferPointer { from in
      unsafe text.withUnsafeMutableBufferPointer { to in
        unsafe byte_scan_stand_in(from.baseAddress, from.count, to.baseAddress)
      }
    }
    if isPlain {
      try sink(text.span.extracting(0..<piece.count))
    } else {
      let rewritten = Self.rewritten(piece)
      try sink(rewritten.span)
    }
  }

  /// The same for a piece that holds U+007F, or references to characters by their number.
  private static func rewritten(_ piece: Span<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(piece.count + piece.count / 8)
    var place = 0
    while place < piece.count {
      let rest = piece.extracting(place + 1..<piece.count)
      switch piece[place] {
      case mark: text += deletion
      case UInt8(ascii: "&"):
        if let length = lengthOfDeletion(rest) {
          text += deletion
          place += length
        } else {
          let isOwn = unsafe rest.withUnsafeBufferPointer {
            unsafe byte_scan_is_own_reference($0.baseAddress, $0.count)
          }
          text.append(isOwn ? mark : UInt8(ascii: "&"))
        }
      default: text.append(piece[place])
      }
      place += 1
    }
    return text
  }

  /// The length of what follows the `&` of a reference to U+007F by its number; `nil` where it is none.
  private static func lengthOfDeletion(_ rest: Span<UInt8>) -> Int? {
    guard rest.count > 2, rest[0] == UInt8(ascii: "#") else { return nil }
    let isHexadecimal = rest[1] == UInt8(ascii: "x")
    var place = isHexadecimal ? 2 : 1
    var digits = ""
    while place < min(rest.count, longestReference), rest[place] != UInt8(ascii: ";") {
      guard Character(Unicode.Scalar(rest[place])).isHexDigit else { return nil }
      digits.unicodeScalars.append(Unicode.Scalar(rest[place]))
      place += 1
    }
    let isEnded = place < rest.count && rest[place] == UInt8(ascii: ";")
    return isEnded && UInt64(digits, radix: isHexadecimal ? 16 : 10) == UInt64(mark)
      ? place + 1 : nil
  }
}

/// The values of one element out of which stand-ins were taken, for as long as it lives.
@safe
struct StandInValues {
  private var blocks: [UnsafeMutableBufferPointer<UInt8>] = unsafe []

  /// The value that is meant.
  mutating func meant(_ value: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard unsafe byte_scan_has_mark(value.baseAddress, value.count) else { return unsafe value }
    let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: value.count)
    unsafe blocks.append(block)
    let count = unsafe byte_scan_meant(value.baseAddress, value.count, block.baseAddress)
    return unsafe UnsafeBufferPointer(rebasing: block[..<count])
  }

  /// Gives back the memory of all values.
  mutating func removeAll() {
    guard unsafe !blocks.isEmpty else { return }
    unsafe blocks.forEach { unsafe $0.deallocate() }
    unsafe blocks.removeAll(keepingCapacity: true)
  }
}
