// SPDX-License-Identifier: Apache-2.0

/// A mark of HTML such as `<br>` or `&nbsp;` inside a text.
///
/// Only what is HTML beyond doubt is a mark: a text in `<` and `>` may be the diary's own words.
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
      let rest = scalars[(start + 1)...].prefix(8)
      guard let semicolon = rest.firstIndex(of: ";") else { return nil }
      let name = Self.text(rest[..<semicolon]).lowercased()
      guard Self.entities.contains(name) || Self.isNumber(name) else { return nil }
      (end, isInvisible) = (semicolon, ["shy", "zwnj", "zwj"].contains(name))
    default: return nil
    }
  }

  /// The most scalars between a tag's `<` and the end of its `>`.
  private static let longest = 80
  private static let elements: Set<String> = [
    "a", "b", "br", "i", "u", "s", "p", "em", "strong", "span", "div", "font", "small", "big",
    "sub", "sup", "ul", "ol", "li", "hr", "h1", "h2", "h3", "h4", "table", "tr", "td", "th", "mark",
    "code", "pre",
  ]
  private static let entities: Set<String> = [
    "nbsp", "amp", "lt", "gt", "quot", "apos", "shy", "zwnj", "zwj", "ndash", "mdash", "hellip",
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
