// SPDX-License-Identifier: Apache-2.0

/// A word or number of a text, with its place in the text and its folded letters.
struct Token: Sendable {
  /// The folded letters in `TokenList.folded`.
  var letters: Range<Int>
  /// The stem in `TokenList.folded`: the letters without a plural ending.
  var stem: Range<Int>
  /// The bytes of the text that it came from.
  var source: Range<Int>
  /// The stretch between commas and other breaks that it stands in.
  var clause: Int
  /// The stretch between strong breaks (`;`, `+`, line ends) that it stands in.
  var section: Int
  /// Its value, for a number.
  var number: Double?
  /// The mark that opened its clause, such as a comma; 0 in the first clause.
  var mark: UInt8
  /// How a hyphen follows it.
  var hyphen = Hyphen.none

  /// A hyphen after a word.
  enum Hyphen: Sendable {
    /// There is none.
    case none
    /// It joins the next word: "no-egg noodles".
    case joined
    /// It stands for the rest of a later word: "dairy- and egg-free".
    case hanging
  }
}

/// The tokens of one text, in its order.
struct TokenList: Sendable {
  /// The text with its capitals as small letters, then the letters of words that are not simply
  /// a run of those, and stems that are not the beginning of their word.
  var folded: [UInt8] = []
  /// The tokens.
  var tokens: [Token] = []

  /// Starts over with a text.
  mutating func fold(_ text: [UInt8]) {
    tokens.removeAll(keepingCapacity: true)
    folded.removeAll(keepingCapacity: true)
    folded.append(contentsOf: text)
    unsafe folded.withUnsafeMutableBufferPointer { letters in
      for place in letters.indices {
        let byte = unsafe letters[place]
        unsafe letters[place] = byte | (byte &- 0x41 < 26 ? 0x20 : 0)
      }
    }
  }
}
