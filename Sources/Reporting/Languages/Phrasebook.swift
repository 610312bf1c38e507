// SPDX-License-Identifier: Apache-2.0

/// The sentences of the analysis and what stands for them in another language.
///
/// A sentence of results is plain English with numbers, names and dates in it. A phrase says how it is
/// built, and the sentence of the other language takes the same parts: `{days#day}` is a count of a
/// noun, `{groups@g}` a part of kind `g`. In the other language `{days|Tag|Tagen}` says a count with
/// its noun for one and for several, `{groups}` the part in that language.
struct Phrasebook: Sendable {
  /// What a part of a sentence is.
  enum Kind: Character, Sendable {
    /// A count with its noun.
    case count = "#"
    /// A number.
    case number = "n"
    /// A share of one hundred, with or without its sign.
    case share = "p"
    /// A small number as a word.
    case word = "w"
    /// Identifiers of groups in a list.
    case groups = "g"
    /// Names of factors in a list.
    case factors = "f"
    /// A day.
    case date = "d"
    /// A unit of doses.
    case unit = "u"
    /// A food that the program names.
    case food = "o"
    /// A phase.
    case phase = "r"
    /// Names of the diary, and how many more there are.
    case names = "m"
    /// Tests with their days and values.
    case tests = "i"
    /// A point or stretch of time in digits.
    case time = "z"
    /// Anything.
    case text = "t"
  }

  private enum Piece: Sendable {
    case literal([UInt8])
    case slot(String, Kind, nouns: [String])
  }

  private struct Phrase: Sendable {
    var pieces: [Piece]
    var other: String
  }

  private let phrases: [Phrase]

  /// Pairs of sentences: as the analysis writes it, and in the other language.
  init(_ pairs: [(String, String)]) {
    phrases = pairs.map { Phrase(pieces: Self.pieces($0.0), other: $0.1) }
  }

  /// The sentence in the other language; `nil` where no phrase fits.
  func callAsFunction(_ sentence: String, _ say: (Kind, String) -> String) -> String? {
    let bytes = Array(sentence.utf8)
    for phrase in phrases {
      if let parts = Self.match(bytes, phrase.pieces) {
        return Self.fill(phrase.other, parts, say)
      }
    }
    return nil
  }

  // MARK: Reading phrases

  private static func pieces(_ template: String) -> [Piece] {
    var pieces: [Piece] = []
    for (place, part) in template.split(separator: "{", omittingEmptySubsequences: false)
      .enumerated()
    {
      guard place > 0, let end = part.firstIndex(of: "}") else {
        if !part.isEmpty { pieces.append(.literal(Array(part.utf8))) }
        continue
      }
      pieces.append(slot(part[..<end]))
      let rest = part[part.index(after: end)...]
      if !rest.isEmpty { pieces.append(.literal(Array(rest.utf8))) }
    }
    return pieces
  }

  private static func slot(_ text: Substring) -> Piece {
    if let mark = text.firstIndex(of: "#") {
      let nouns = text[text.index(after: mark)...].split(separator: "/").map(String.init)
      let one = nouns.first ?? ""
      return .slot(
        String(text[..<mark]), .count, nouns: [one, nouns.count > 1 ? nouns[1] : one + "s"])
    }
    let parts = text.split(separator: "@")
    let kind = parts.last?.first.flatMap(Kind.init(rawValue:)) ?? .text
    return .slot(String(parts.first ?? ""), kind, nouns: [])
  }

  // MARK: Matching

  /// The parts of a sentence that is built as `pieces` say, by name.
  private static func match(_ bytes: [UInt8], _ pieces: [Piece]) -> [String: (Kind, String)]? {
    var position = 0
    var parts: [String: (Kind, String)] = [:]
    for (place, piece) in pieces.enumerated() {
      switch piece {
      case .literal(let text):
        guard bytes[position...].starts(with: text) else { return nil }
        position += text.count
      case .slot(let name, let kind, let nouns):
        var end = bytes.count
        if place + 1 < pieces.count, case .literal(let next) = pieces[place + 1] {
          guard let found = find(next, in: bytes, from: position, isLast: place + 2 == pieces.count)
          else { return nil }
          end = found
        }
        let text = String(decoding: bytes[position..<end], as: UTF8.self)
        guard let value = value(text, kind, nouns) else { return nil }
        parts[name] = (kind, value)
        position = end
      }
    }
    return position == bytes.count ? parts : nil
  }

  /// Where a text stands next; at the very end where nothing follows it.
  private static func find(
    _ text: [UInt8], in bytes: [UInt8], from start: Int, isLast: Bool
  ) -> Int? {
    guard let first = text.first, bytes.count - start >= text.count else { return nil }
    if isLast {
      let place = bytes.count - text.count
      return bytes[place...].starts(with: text) ? place : nil
    }
    var place = start
    while place + text.count <= bytes.count {
      if bytes[place] == first, bytes[place...].starts(with: text) { return place }
      place += 1
    }
    return nil
  }

  /// A part as it is kept: of a count only its number; `nil` where it is of another kind.
  private static func value(_ text: String, _ kind: Kind, _ nouns: [String]) -> String? {
    switch kind {
    case .count:
      let words = text.split(separator: " ", maxSplits: 1).map(String.init)
      guard words.count == 2, Int(words[0]) != nil, nouns.contains(words[1]) else { return nil }
      return words[0]
    case .number: return Double(text) == nil ? nil : text
    case .time:
      return text.utf8.allSatisfy { !(0x61...0x7A).contains($0) && $0 != 0x20 } ? text : nil
    default: return text
    }
  }

  // MARK: Saying

  private static func fill(
    _ template: String, _ parts: [String: (Kind, String)], _ say: (Kind, String) -> String
  ) -> String {
    var text = ""
    for (place, part) in template.split(separator: "{", omittingEmptySubsequences: false)
      .enumerated()
    {
      guard place > 0, let end = part.firstIndex(of: "}") else {
        text += part
        continue
      }
      let fields = part[..<end].split(separator: "|").map(String.init)
      if let (kind, value) = parts[fields.first ?? ""] {
        text += say(kind, value)
        if fields.count == 3 { text += " " + (value == "1" ? fields[1] : fields[2]) }
      }
      text += part[part.index(after: end)...]
    }
    return text
  }
}
