// SPDX-License-Identifier: Apache-2.0

/// What a scalar beyond ASCII is to the scanner, where it is no Latin letter.
enum ScalarClass {
  /// A letter of another script.
  case letter
  /// The combining diaeresis, which makes a German umlaut of a vowel.
  case diaeresis
  /// Marks that are left out: accents, joiners, variation selectors, skin tones.
  case ignored
  /// A curly apostrophe.
  case apostrophe
  /// A hyphen or dash.
  case dash
  /// A comma of another script.
  case comma
  /// A list mark or line separator.
  case bullet
  /// A blank or a mark that counts as one.
  case blank
  /// An emoji or other picture, a word of its own.
  case symbol
  /// A fraction in one character.
  case fraction(Double)

  /// Classifies a scalar.
  init(_ scalar: UInt32) {
    self =
      switch scalar {
      case 0x308: .diaeresis
      case 0x300...0x36F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F,
        0xFEFF, 0x1F3FB...0x1F3FF, 0xE0000...0xE0FFF:
        .ignored
      case 0x2018, 0x2019, 0x201B, 0x2BC, 0xB4: .apostrophe
      case 0x2010...0x2015, 0x2212: .dash
      case 0x3001, 0xFF0C, 0x60C: .comma
      case 0x2022, 0xB7, 0x2028, 0x2029: .bullet
      case 0xBC: .fraction(0.25)
      case 0xBD: .fraction(0.5)
      case 0xBE: .fraction(0.75)
      case 0x2153: .fraction(1.0 / 3)
      case 0x2154: .fraction(2.0 / 3)
      case 0x215B: .fraction(0.125)
      case 0x2600...0x27BF, 0x2B00...0x2BFF, 0x1F000...0x1FAFF: .symbol
      case 0x80...0xBF, 0x2000...0x206F, 0x20A0...0x20CF, 0x2100...0x25FF, 0x3000...0x3004,
        0x3008...0x303F, 0xFF00...0xFF0F, 0xFFFD:
        .blank
      default: .letter
      }
  }
}
