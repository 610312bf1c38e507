// SPDX-License-Identifier: Apache-2.0

/// A mark of HTML such as `<br>` or `&nbsp;` inside a text.
///
/// Only what is HTML beyond doubt is a mark: a text in `<` and `>` may be the diary's own words.
/// Entities that stand for letters are letters, and are to be looked for first.
struct MarkupMark {
  /// Its last place.
  let end: Int
  /// Whether it parts no words: `&shy;`.
  let isInvisible: Bool

  /// The mark that starts at a place; `nil` where none does.
  init?(in scalars: [Unicode.Scalar], at start: Int) {
    switch scalars[start] {
    case "<":
      guard let length = Self.tagLength(scalars[(start + 1)...].prefix(Self.longest)) else {
        return nil
      }
      (end, isInvisible) = (start + length, false)
    case "&":
      guard let entity = Self.entity(in: scalars, at: start),
        Self.entities.contains(entity.name) || Self.isNumber(entity.name)
      else { return nil }
      (end, isInvisible) = (entity.end, ["shy", "zwnj", "zwj"].contains(entity.name))
    default: return nil
    }
  }

  /// What an entity such as `&uuml;` or `&#39;` stands for where that is part of a word, in lower case
  /// where it has a name, and the entity's last place; `nil` where none starts there.
  ///
  /// Parts of words are letters, digits, fractions, accents, apostrophes and, by their numbers, marks
  /// of no width.
  static func letter(
    in scalars: [Unicode.Scalar], at start: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    guard let entity = entity(in: scalars, at: start) else { return nil }
    if let letter = letters[entity.name] { return (letter, entity.end) }
    guard let scalar = scalar(ofNumber: entity.name), isInWords(scalar) else { return nil }
    return (scalar, entity.end)
  }

  /// The name of an entity in lower case, and its last place.
  private static func entity(
    in scalars: [Unicode.Scalar], at start: Int
  ) -> (name: String, end: Int)? {
    guard scalars[start] == "&" else { return nil }
    let rest = scalars[(start + 1)...].prefix(8)
    guard let semicolon = rest.firstIndex(of: ";") else { return nil }
    return (text(rest[..<semicolon]).lowercased(), semicolon)
  }

  /// The most scalars between a tag's `<` and the end of its `>`.
  private static let longest = 80
  private static let elements: Set<String> = [
    "a", "b", "br", "i", "u", "s", "p", "em", "strong", "span", "div", "font", "small", "big",
    "sub", "sup", "ul", "ol", "li", "hr", "h1", "h2", "h3", "h4", "table", "tr", "td", "th", "mark",
    "code", "pre", "img", "center", "strike", "del", "ins", "h5", "h6", "blockquote", "tbody",
    "thead", "tfoot", "dl", "dt", "dd", "wbr",
  ]
  private static let entities: Set<String> = [
    "nbsp", "amp", "lt", "gt", "quot", "shy", "zwnj", "zwj", "ndash", "mdash", "hellip", "ensp",
    "emsp", "thinsp", "lsquo", "sbquo", "ldquo", "rdquo", "bdquo", "laquo", "raquo", "bull",
    "middot", "deg", "euro", "pound", "times", "rarr", "larr", "uarr", "darr", "plusmn", "le", "ge",
    "sup2", "micro",
  ]
  private static let letters: [String: Unicode.Scalar] = [
    "auml": "ä", "ouml": "ö", "uuml": "ü", "szlig": "ß", "aelig": "æ", "oelig": "œ", "aring": "å",
    "agrave": "à", "aacute": "á", "acirc": "â", "atilde": "ã", "ccedil": "ç", "egrave": "è",
    "eacute": "é", "ecirc": "ê", "euml": "ë", "igrave": "ì", "iacute": "í", "icirc": "î",
    "iuml": "ï", "ntilde": "ñ", "ograve": "ò", "oacute": "ó", "ocirc": "ô", "otilde": "õ",
    "oslash": "ø", "ugrave": "ù", "uacute": "ú", "ucirc": "û", "apos": "'", "rsquo": "’",
    "frac12": "½", "frac14": "¼", "frac34": "¾",
  ]

  /// How many scalars belong to a tag after its `<`: an element's name, perhaps attributes with
  /// values, and `>`; `nil` where it is none.
  private static func tagLength(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    var rest = scalars
    if rest.first == "/" { rest.removeFirst() }
    let name = rest.prefix { isLetterOrDigit($0) }
    guard elements.contains(text(name).lowercased()) else { return nil }
    rest.removeFirst(name.count)
    while rest.first.map(isBlank) == true {
      rest = rest.drop(while: isBlank)
      guard let value = afterAttribute(rest) else { break }
      rest = value
    }
    if rest.first == "/" { rest.removeFirst() }
    return rest.first == ">" ? rest.startIndex - scalars.startIndex + 1 : nil
  }

  /// What follows an attribute with its value, such as `class="x"`; `nil` where none starts there.
  private static func afterAttribute(
    _ scalars: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar>? {
    let sign = scalars.drop { isLetterOrDigit($0) || $0 == "-" || $0 == ":" }
    guard sign.startIndex > scalars.startIndex, sign.first == "=" else { return nil }
    let value = sign.dropFirst()
    guard let quote = value.first, quote == "\"" || quote == "'" else {
      let after = value.drop { !isBlank($0) && $0 != ">" }
      return after.startIndex > value.startIndex ? after : nil
    }
    let after = value.dropFirst().drop { $0 != quote }
    return after.isEmpty ? nil : after.dropFirst()
  }

  /// Whether a name is a scalar's number: `#160`, `#xA0`.
  private static func isNumber(_ name: String) -> Bool {
    guard name.hasPrefix("#") else { return false }
    let digits = name.dropFirst(name.hasPrefix("#x") ? 2 : 1)
    return !digits.isEmpty && digits.allSatisfy(\.isHexDigit)
  }

  /// The scalar of a number such as `#252` or `#xfc`; `nil` where there is none.
  private static func scalar(ofNumber name: String) -> Unicode.Scalar? {
    guard isNumber(name) else { return nil }
    let isHex = name.hasPrefix("#x")
    return UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10).flatMap(
      Unicode.Scalar.init)
  }

  /// Whether a scalar belongs to words; raised digits part them, as they may be of a footnote.
  private static func isInWords(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.numericType {
    case .decimal, .numeric: true
    case .digit: false
    default:
      scalar.properties.isAlphabetic || scalar == "'" || scalar == "’"
        || (0x300...0x36F).contains(scalar.value) || SafetyPhrases.noWidth.contains(scalar.value)
    }
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || (9...13).contains(scalar.value)
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
