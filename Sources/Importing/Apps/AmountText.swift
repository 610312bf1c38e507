// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// An amount as people read it: `3 oz`, `1 1/2 cupcakes`, `1,000 g`, `1½ cup`, `1.75 cup (drained)`.
struct AmountText: Hashable {
  /// The number in front; `nil` where there is none.
  private(set) var number: Double?
  /// What follows it; `nil` where nothing does.
  private(set) var unit: String?

  /// The whole text.
  let text: String

  init(_ text: String, _ format: CellFormat = CellFormat()) {
    self.text = text
    // Two words tell the number; the rest, which may be long, is not read where there is none.
    var words = text.split(maxSplits: 2, whereSeparator: Self.isBlank)[...]
    guard let first = words.first.map(String.init), let value = Self.number(first, format)
    else { return }
    number = value
    words.removeFirst()
    if let second = words.first, !first.contains("/"), let part = Self.fraction(String(second)) {
      number = value + part
      words.removeFirst()
    }
    let rest = words.flatMap { $0.split(whereSeparator: Self.isBlank) }
    unit = rest.isEmpty ? nil : rest.joined(separator: " ")
  }

  private static func isBlank(_ letter: Character) -> Bool { letter == " " || letter == "\u{A0}" }

  private static func number(_ text: String, _ format: CellFormat) -> Double? {
    if let fraction = fraction(text) { return fraction }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    // 1,000 parts thousands; 1,5 and 0,125 do not, and say no number that is certain.
    let isGrouped =
      text.first != "0" && parts.dropFirst().allSatisfy { $0.prefix { $0 != "." }.count == 3 }
    guard text.first?.isNumber == true else { return nil }
    if let part = sign(text) {
      let whole = text.dropLast()
      return whole.isEmpty ? part : UInt16(whole).map { Double($0) + part }
    }
    if let number = format.decimalComma(text) { return number }
    return parts.count == 1 || isGrouped ? NumberText.number(parts.joined()) : nil
  }

  /// The value of a sign such as `½` at the end.
  private static func sign(_ text: String) -> Double? {
    guard let value = text.unicodeScalars.last?.properties.numericValue, value > 0, value < 1
    else { return nil }
    return value
  }

  private static func fraction(_ text: String) -> Double? {
    if text.count == 1, let value = sign(text) { return value }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ (1...3).contains($0.utf8.count) }),
      let upper = UInt16(parts[0]), let lower = UInt16(parts[1]), lower > 0
    else { return nil }
    return Double(upper) / Double(lower)
  }
}
