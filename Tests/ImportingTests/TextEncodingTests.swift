// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@testable import Importing

@Suite("Encodings of text")
struct TextEncodingTests {
  private func decode(_ bytes: [UInt8], piece: Int) -> String {
    var decoder = TextDecoder(encoding: TextEncoding(prefix: bytes))
    var output: [UInt8] = []
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + piece)
      output += decoder.decode(Array(bytes[start..<end]))
      start = end
    }
    return String(decoding: output + decoder.finish(), as: UTF8.self)
  }

  @Test func utf16IsReadWithAndWithoutAMark() {
    let text = "time,kind\nmilk,crème 🍞,飯\n"
    let units = Array(text.utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for piece in [1, 3, 1000] {
      #expect(decode([0xFF, 0xFE] + little, piece: piece) == text)
      #expect(decode([0xFE, 0xFF] + big, piece: piece) == text)
      #expect(decode(little, piece: piece) == text)
      #expect(decode(big, piece: piece) == text)
    }
    #expect(decode([0xFF, 0xFE, 0x61], piece: 10) == "\u{FFFD}")
    #expect(decode([0xFF, 0xFE, 0x3D, 0xD8, 0x61, 0x00], piece: 10) == "\u{FFFD}a")
  }

  // From the WHATWG table: 0x80 euro sign, 0x93 and 0x94 quotes, 0x96 en dash, 0xE9 é, 0xBD ½.
  @Test func windows1252IsReadWhereNothingIsUTF8() {
    let bytes: [UInt8] = [0x80, 0x20, 0x93, 0x61, 0x94, 0x20, 0x96, 0x20, 0xE9, 0x20, 0xBD, 0x20]
    #expect(decode(bytes, piece: 5) == "€ “a” – é ½ ")
  }

  @Test(arguments: [
    [0xC3, 0xA9, 0x20, 0xE9, 0x20], [0x61, 0xFF, 0x62], [0x61, 0x81, 0x62], Array("é".utf8),
    [0x61, 0x62], [],
  ])
  func restIsUTF8(_ bytes: [UInt8]) {
    #expect(TextEncoding(prefix: bytes) == .utf8)
  }

  @Test func theMarkOfUTF8IsLeftOut() {
    #expect(decode([0xEF, 0xBB, 0xBF] + Array("é".utf8), piece: 100) == "é")
  }
}
