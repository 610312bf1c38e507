// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// What the numbers of some cells show of the signs before decimals and between thousands.
struct NumberSigns {
  /// The first number that shows that a sign stands before decimals, such as `50,5`.
  private var decimals: [Character: String] = [:]
  /// The first number that shows that a sign stands between thousands, such as `1,200,300`.
  private var thousands: [Character: String] = [:]
  /// The first number in which a sign may be either, such as `1,200`.
  private var either: [Character: String] = [:]

  private static let signs: Set<Character> = [",", "."]

  /// Takes note of a cell that is a number, or one with a unit of one word behind it.
  mutating func add(_ text: String) {
    let number = text.drop { "+-".contains($0) }.prefix(while: Self.isPart)
    guard number.contains(where: Self.signs.contains) else { return }
    let rest = text.drop { "+-".contains($0) }.dropFirst(number.count)
      .drop(while: \.isWhitespace)
    guard rest.isEmpty || rest.first?.isLetter == true && !rest.contains(where: \.isWhitespace),
      rest.isEmpty || ClockText.written(text) == nil, let use = Use(number)
    else { return }
    let known = String(number)
    if let sign = use.decimal, decimals[sign] == nil { decimals[sign] = known }
    if let sign = use.thousand, thousands[sign] == nil { thousands[sign] = known }
    if let sign = use.either, either[sign] == nil { either[sign] = known }
  }

  /// Takes note of what another column shows.
  mutating func add(_ other: NumberSigns) {
    decimals.merge(other.decimals) { own, _ in own }
    thousands.merge(other.thousands) { own, _ in own }
    either.merge(other.either) { own, _ in own }
  }

  /// The number of a text that has groups of thousands without doubt, such as `1,234.5`; `nil` for
  /// other texts.
  static func grouped(_ text: String) -> Double? {
    guard text.allSatisfy(isPart), let use = Use(text[...]), let sign = use.thousand else {
      return nil
    }
    return NumberText.number(
      String(text.filter { $0 != sign }.map { $0 == use.decimal ? "." : $0 }))
  }

  /// The lines that say how numbers are written, for a file whose cells a sign parts; none where the
  /// usual reading fits.
  func lines(delimiter: UInt8?) -> [String] {
    let isResaved = delimiter == UInt8(ascii: ";") || delimiter == 9
    let comma = decimals[","] ?? thousands["."]
    let point = decimals["."] ?? thousands[","]
    switch (comma, point) {
    case (let comma?, nil):
      guard let group = thousands["."] ?? either["."] else {
        return [
          "numbers:", "  # DOUBT: commas in numbers were taken for decimal commas.",
          "  decimal: \",\"",
        ]
      }
      return proven(",", by: comma, ".", group)
    case (nil, let point?):
      guard let group = thousands[","] ?? either[","] else { return [] }
      return proven(".", by: point, ",", group)
    case (let comma?, let point?):
      // Both are read where semicolons part cells.
      if isResaved && either.isEmpty { return [] }
      return [
        "# DOUBT: “\(comma)” shows decimals with a comma, “\(point)” with a point. Write all alike, and "
          + "take the # away from one:", "# numbers: {decimal: \",\", thousands: \".\"}",
        "# numbers: {decimal: \".\", thousands: \",\"}",
      ]
    case (nil, nil):
      if let group = either[","] { return open(group, ",", ".") }
      return isResaved ? either["."].map { open($0, ".", ",") } ?? [] : []
    }
  }

  private func proven(
    _ decimal: Character, by number: String, _ thousand: Character, _ group: String
  ) -> [String] {
    let why = number == group ? "" : ", as “\(number)” shows"
    return [
      "numbers:", "  # DOUBT: “\(group)” was taken for thousands\(why).",
      "  decimal: \(MappingDraft.quoted(String(decimal)))",
      "  thousands: \(MappingDraft.quoted(String(thousand)))",
    ]
  }

  private func open(_ number: String, _ sign: Character, _ other: Character) -> [String] {
    let pointed = String(number.map { $0 == sign ? "." : $0 })
    let decimal = NumberText.number(pointed).map(NumberText.text) ?? pointed
    let whole = number.filter { $0 != sign }
    return [
      "# DOUBT: “\(number)” may be \(decimal) or \(whole); no other number shows which. Take the # away from "
        + "one:", "# numbers: {decimal: \"\(sign)\"}   # \(decimal)",
      "# numbers: {decimal: \"\(other)\", thousands: \"\(sign)\"}   # \(whole)",
    ]
  }

  private static func isPart(_ sign: Character) -> Bool {
    sign.isASCII && sign.isNumber || signs.contains(sign)
  }

  /// What the signs of one number do.
  private struct Use {
    var decimal: Character?
    var thousand: Character?
    var either: Character?

    /// `nil` where the text is no number with such signs.
    init?(_ number: Substring) {
      let used = number.filter(NumberSigns.signs.contains)
      let parts = number.split(omittingEmptySubsequences: false) {
        NumberSigns.signs.contains($0)
      }
      guard let last = used.last, let first = parts.first, let end = parts.last, !end.isEmpty else {
        return nil
      }
      if used.count == 1 {
        let isGroup = (1...3).contains(first.count) && first.first != "0" && end.count == 3
        if isGroup { either = last } else { decimal = last }
        return
      }
      let isAlike = Set(used).count == 1
      let groups = isAlike ? parts[...] : parts.dropLast()
      guard (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.count == 3 }),
        isAlike || Set(used.dropLast()).count == 1 && used.first != last
      else { return nil }
      thousand = used.first
      decimal = isAlike ? nil : last
    }
  }
}

extension [ColumnProfile] {
  /// What the numbers of all columns show, but those of dates and clock times.
  var signs: NumberSigns {
    var signs = NumberSigns()
    for column in self where !column.isDate && column.clocks == 0 {
      if column.isNamed(DraftNames.clocks) && !DraftNames.isSymptom(column) { continue }
      signs.add(column.signs)
    }
    return signs
  }
}
