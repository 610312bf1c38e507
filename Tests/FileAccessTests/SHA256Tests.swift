// SPDX-License-Identifier: Apache-2.0

import FileAccess
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  /// The examples of FIPS 180-2, appendix B, and the hash of no bytes (NIST CAVP, SHA256ShortMsg).
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func examplesOfTheStandard(_ text: String, _ expected: String) {
    #expect(SHA256.hexadecimal(of: Array(text.utf8)) == expected)
  }

  @Test func aMillionLettersInPieces() {
    let piece = [UInt8](repeating: UInt8(ascii: "a"), count: 1000)
    var hash = SHA256()
    for _ in 0..<1000 { hash.update(piece, count: piece.count) }
    #expect(
      hash.hexadecimal() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func onlyTheFirstBytesOfAPieceCount() {
    var hash = SHA256()
    hash.update(Array("abcXYZ".utf8), count: 3)
    #expect(hash.hexadecimal() == SHA256.hexadecimal(of: Array("abc".utf8)))
    hash.update(Array("d".utf8), count: 1)
    #expect(hash.hexadecimal() == SHA256.hexadecimal(of: Array("abcd".utf8)))
  }
}
