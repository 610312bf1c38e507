// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Heights and weights with their units.
enum BodyMeasure {
  /// The metric size of each unit; the pound and the inch as defined in 1959.
  private static let weights: [String: Double] = [
    "kg": 1, "kgs": 1, "kilo": 1, "kilos": 1, "kilogram": 1, "kilograms": 1, "kilogramm": 1,
    "g": 0.001, "gram": 0.001, "grams": 0.001, "gramm": 0.001, "lb": 0.453_592_37,
    "lbs": 0.453_592_37, "pound": 0.453_592_37, "pounds": 0.453_592_37, "oz": 0.028_349_523_125,
    "st": 6.350_293_18, "stone": 6.350_293_18, "stones": 6.350_293_18,
  ]
  private static let lengths: [String: Double] = [
    "cm": 1, "centimetre": 1, "centimetres": 1, "centimeter": 1, "centimeters": 1, "m": 100,
    "metre": 100, "metres": 100, "meter": 100, "meters": 100, "mm": 0.1, "in": 2.54, "inch": 2.54,
    "inches": 2.54, "\"": 2.54, "″": 2.54, "”": 2.54, "''": 2.54, "ft": 30.48, "foot": 30.48,
    "feet": 30.48, "'": 30.48, "′": 30.48, "’": 30.48,
  ]

  /// A weight in kilograms; without a unit it is in kilograms.
  static func kilograms(_ entry: Entry) -> Double? {
    measure(entry, weights, small: "lb", after: "st") { $0 }
  }

  /// A height in centimetres; without a unit it is in centimetres, or in metres below 3.
  static func centimetres(_ entry: Entry) -> Double? {
    measure(entry, lengths, small: "in", after: "ft") { $0 < 3 ? $0 * 100 : $0 }
  }

  private static func measure(
    _ entry: Entry, _ units: [String: Double], small: String, after: String,
    bare: (Double) -> Double
  ) -> Double? {
    let text: String
    switch entry.value {
    case nil: return nil
    case .number(let number):
      guard number.isFinite, number > 0 else { return nil }
      let unit = Words.normal(entry.unit ?? "")
      return units[unit].map { $0 * number } ?? (unit.isEmpty ? bare(number) : nil)
    case .text(let written): text = written
    }
    var sum = 0.0
    var large = 0.0
    let parts = parts(text, unit: Words.normal(entry.unit ?? ""), after: after, units)
    for (place, part) in parts.enumerated() {
      if let size = units[part.unit] {
        sum += part.number * size
        large = size
      } else if part.unit.isEmpty, place > 0, large == units[after] {
        sum += part.number * (units[small] ?? 0)
      } else if part.unit.isEmpty, parts.count == 1 {
        sum += bare(part.number)
      }
    }
    return sum > 0 && sum.isFinite ? sum : nil
  }

  /// The numbers of a text with their units; where it names none, the first has that of the entry.
  ///
  /// A number without a unit behind one in the larger unit is in the smaller one: `5' 8`, `11 st 3`.
  private static func parts(
    _ text: String, unit: String, after: String, _ units: [String: Double]
  ) -> [(number: Double, unit: String)] {
    var parts = parts(text)
    let isNamed = parts.contains { units[$0.unit] != nil }
    if !isNamed, !unit.isEmpty, parts.count == 1 || units[unit] == units[after] {
      for place in parts.indices.prefix(1) { parts[place].unit = unit }
    }
    return parts
  }

  private static func parts(_ text: String) -> [(number: Double, unit: String)] {
    var parts: [(number: Double, unit: String)] = []
    var digits = ""
    var unit = ""
    var hasGap = false
    func close() {
      if let number = Double(digits) { parts.append((number, Words.normal(unit))) }
      (digits, unit, hasGap) = ("", "", false)
    }
    for character in text.lowercased() {
      if character.isASCII, character.isNumber || (character == "." || character == ",") {
        if !unit.isEmpty || hasGap { close() }
        digits.append(character == "," ? "." : character)
      } else if character.isWhitespace {
        hasGap = !digits.isEmpty
      } else if !digits.isEmpty {
        unit.append(character)
      }
    }
    close()
    return parts
  }
}
