// SPDX-License-Identifier: Apache-2.0

extension SafetyPhrases {
  /// The words of a text, with commas; of a text in odd writing also as they read without it.
  ///
  /// Entities of HTML are read as what they stand for, other marks of it are blanks, and letters of
  /// full width are letters. Where words are joined by hyphens
  /// or parted by marks of no width, the text comes a second time with the parts as one word.
  static func tokens(_ text: String) -> [String] {
    guard text.utf8.contains(where: { $0 >= 0xC2 || $0 == 0x2D || $0 == 0x3C || $0 == 0x26 })
    else { return Words.tokens(text, commas: true) }
    let plain = plain(Array(text.unicodeScalars))
    let tokens = Words.tokens(string(plain), commas: true)
    let whole = whole(plain)
    return whole.count == plain.count
      ? tokens : tokens + ["|"] + Words.tokens(string(whole), commas: true)
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// A text without marks and entities of HTML and letters of full width.
  private static func plain(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var found: [Unicode.Scalar] = []
    var place = 0
    while place < scalars.count {
      var scalar = scalars[place]
      if let letter = MarkupMark.letter(in: scalars, at: place) {
        (scalar, place) = (letter.scalar, letter.end)
      } else if let mark = MarkupMark(in: scalars, at: place) {
        if !mark.isInvisible { found.append(" ") }
        place = mark.end + 1
        continue
      }
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      found.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
      place += 1
    }
    return found
  }

  /// A text without hyphens inside words and without marks of no width.
  private static func whole(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    scalars.indices.filter { place in
      let value = scalars[place].value
      guard value == 0x2D || hyphens.contains(value) else { return !noWidth.contains(value) }
      return
        !(place > 0 && place + 1 < scalars.count && isLetter(scalars[place - 1])
        && isLetter(scalars[place + 1]))
    }.map { scalars[$0] }
  }

  private static let hyphens: ClosedRange<UInt32> = 0x2010...0x2012
  /// Marks of no width, which may stand inside a word or between two.
  static let noWidth: Set<UInt32> = [
    0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, 0x180E,
  ]

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }
}
